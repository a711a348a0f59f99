// An interface has no IPv6 before `ipv6 enable`, whatever addresses it is given; loopbacks are no exception.
import type { Device, Interface } from '../../model/device';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { canonicalText } from '../../model/lines/canonical-text';
import { isChannelSource } from '../../model/services/meeting-interfaces';
import { insertBefore } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ device: Device; on: Interface; line: MatchedLine }>({
  id: 'ipv6-address-without-enable',
  requirement: 'HB-X-IF-IPV6',
  title: 'An interface has an IPv6 address and no IPv6',
  severity: 'warning',
  why: 'Without `ipv6 enable` the interface has no IPv6: the address does not answer, and a channel that leaves from it stays down.',
  guide: ['000 step 1.3', '001 step 1.3'],
  supersededBy: ['vrrp6-interface-without-ipv6'],
  independentPer: 'interface',
  *check(device) {
    if (device.firewall) return;
    for (const on of device.interfaces.values()) {
      // A group on it is told at the group.
      if (on.ipv6Enable || on.groups.some(({ family }) => family === 6)) continue;
      const line = addressLine(on);
      if (!line) continue;
      const isSource = isChannelSource(device, on);
      yield {
        at: line,
        severity: isSource ? 'error' : 'warning',
        message: `${device.name}: ${on.name} has an IPv6 address but no ipv6 enable: ${isSource ? 'the backup channel from there stays down' : 'no neighbour reaches the address'}`,
        facts: { device, on, line },
      };
    }
  },
  fix({ device, on, line }) {
    return [
      {
        title: `Add ipv6 enable on ${device.name} ${on.name}`,
        edits: [insertBefore(device, line, 'ipv6 enable')],
        safe: true,
      },
    ];
  },
  examples: [
    {
      title: 'The source of the channel, and another interface',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer-ipv6 2001:DB8::2 source-ipv6 2001:DB8::1 port 7000
        #
        interface LoopBack0
         ipv6 address 2001:DB8::1/128
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: LoopBack0 has an IPv6 address but no ipv6 enable: the backup channel
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer-ipv6 2001:DB8::2 source-ipv6 2001:DB8::1 port 7000
        #
        interface LoopBack0
         ipv6 enable
         ipv6 address 2001:DB8::1/128
        #
      `,
    },
    {
      title: 'An address that the device makes itself',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 address auto link-local
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 has an IPv6 address but no ipv6 enable: no neighbour reaches the address
        #
      `,
    },
    {
      title: 'Enabled in another section; an address that was taken back',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
        #
        interface GigabitEthernet0/1/2
         ipv6 address 2001:DB8:50::1/64
        #
        interface GigabitEthernet0/1/3
         ipv6 address 2001:DB8:51::1/64
         undo ipv6 address 2001:DB8:51::1/64
        #
      `,
    },
  ],
});

function addressLine(on: Interface): MatchedLine | undefined {
  if (!on.block.lines.some(({ text }) => /^ipv6 add/i.test(text))) return undefined;
  if (on.block.lines.some((line) => canonicalText(line) === 'ipv6 enable')) return undefined;
  return inForce(on.block.lines).find((line) => canonicalText(line).startsWith('ipv6 address '));
}
