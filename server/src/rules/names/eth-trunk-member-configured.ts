// A port that is a member of a trunk has no addresses, VLANs or groups of its own: they stand on the trunk.
import { deviceRule } from '../../diagnostics/rule';
import { removeLine } from '../../edits/config-edits';
import type { Interface } from '../../model/device';
import { trunkOf } from '../../model/interface-state';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';

export default deviceRule<{ line: MatchedLine }>({
  id: 'eth-trunk-member-configured',
  requirement: 'HB-X-TRUNK-MEMBER-BARE',
  title: 'A member port of an Eth-Trunk has addresses or VLANs of its own',
  severity: 'warning',
  why: 'The device refuses a port with such lines as a member, or the lines on a member: the link or the lines are missing.',
  guide: ['vendor command reference: eth-trunk'],
  independentPer: 'interface',
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const port of device.interfaces.values()) {
      const trunk = trunkOf(port);
      const line = trunk === undefined ? undefined : ownLine(port);
      if (!line || trunk === undefined) continue;
      const name = `Eth-Trunk${trunk.replace(/^\D+/, '')}`;
      yield {
        at: line,
        message: `${device.name}: ${port.name} is a member of ${name} and has ${what(line)}: the device refuses one of the two; write the line on ${name}`,
        facts: { line },
      };
    }
  },
  fix: ({ line }) => [{ title: 'Remove the line from the member', edits: [removeLine(line)], safe: false }],
  examples: [
    {
      title: 'A VLAN on the member',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         eth-trunk 10
         port link-type access
         ^^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/1 is a member of Eth-Trunk10 and has port link-type: the device refuses one of the two; write the line on Eth-Trunk10
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         eth-trunk 10
        #
      `,
    },
    {
      title: 'What a member may have',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         description first link
         undo shutdown
         eth-trunk 10
         lacp priority 10
        #
      `,
    },
  ],
});

const refused =
  /^(?:ip address|ip binding vpn-instance|ipv6 enable|ipv6 address|port link-type|port default vlan|port trunk|port hybrid|vrrp6? vrid|remote-backup-profile|vlan-type|bas$)/;

function ownLine({ block }: Interface): MatchedLine | undefined {
  return inForce(block.lines).find((line) => !line.match?.undo && refused.test(canonicalText(line)));
}

function what(line: MatchedLine): string {
  return refused.exec(canonicalText(line))![0];
}
