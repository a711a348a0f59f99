// How users log in is said below `bas`: without that line the interface is none for users, and the device takes none of the others.
import type { Device, Interface } from '../../model/device';
import { insertBefore } from '../../edits/config-edits';
import { canonicalText, firstWordOf } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { deviceRule } from '../../diagnostics/rule';

interface Facts {
  readonly device: Device;
  /** The first line that cannot do without. */
  readonly line: MatchedLine;
}

export default deviceRule<Facts>({
  id: 'bas-missing',
  requirement: 'HB-X-BAS',
  title: 'An interface says how users log in and is none for users',
  severity: 'warning',
  why: 'The device takes these lines below bas only: nobody logs in on the interface.',
  guide: ['vendor command reference: bas, access-type'],
  supersededBy: ['user-access-differs'],
  independentPer: 'interface',
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const on of device.interfaces.values()) {
      const line = withoutBas(on);
      if (!line) continue;
      yield {
        at: line,
        message: `${device.name}: ${on.name} has an access-type and no bas: nobody logs in there; add bas above`,
        facts: { device, line },
      };
    }
  },
  fix: ({ device, line }) => [
    { title: `Add bas on ${device.name}`, edits: [insertBefore(device, line, 'bas')], safe: false },
  ],
  examples: [
    {
      title: 'No bas',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2.100
         user-vlan 100
         remote-backup-profile homes
         access-type layer2-subscriber default-domain authentication isp
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2.100 has an access-type and no bas: nobody logs in there; add bas above
         authentication-method bind
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2.100
         user-vlan 100
         remote-backup-profile homes
         bas
         access-type layer2-subscriber default-domain authentication isp
         authentication-method bind
        #
      `,
    },
    {
      title: 'In another section, at one depth, and an interface of no users',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2.100
         bas
        #
        interface GigabitEthernet0/1/2.100
         access-type layer2-subscriber
        #
        interface GigabitEthernet0/1/2.101
         bas
         #
          access-type layer2-subscriber
         #
        #
        interface GigabitEthernet0/1/2.102
         user-vlan 102
        #
      `,
    },
  ],
});

/** The line that says how users come in, where no line makes the interface one for users. */
function withoutBas({ block }: Interface): MatchedLine | undefined {
  const line = inForce(block.lines).find(
    (one) => firstWordOf(one) === 'access-type' && canonicalText(one).startsWith('access-type '),
  );
  return line && !block.lines.some((one) => /^(?:undo )?bas$/.test(canonicalText(one))) ? line : undefined;
}
