// VRRP6 needs `ipv6 enable` and an IPv6 address on its interface. An excerpt that shows neither is doubted, not blamed.
import type { Device, Interface } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { insertBefore, insertInBlock } from '../../edits/config-edits';
import { groupName } from '../../model/vrrp/member';
import { mapIndex } from '../../model/incremental/index-view';
import { groupsOfDevice } from '../../model/pairing/changed-groups';
import { deviceRule, eachOf } from '../../diagnostics/rule';
import { linesMatching, canonicalText } from '../../model/lines/canonical-text';

const withIpv6 = mapIndex(({ ipv6Enable }: Interface) => (ipv6Enable === undefined ? [] : ['ipv6']));

export default deviceRule<{ device: Device; port: Interface; address: MatchedLine | undefined; enabled: boolean }>({
  id: 'vrrp6-interface-without-ipv6',
  requirement: 'HB-V-NO-IFADDR',
  title: 'A VRRP6 group stands on an interface without IPv6',
  severity: 'error',
  why: 'The group stays in Initialize: without IPv6 and an address the interface sends no advertisements.',
  guide: ['000 steps 1.3-1.4', '001 steps 1.3-1.4'],
  ...eachOf(
    groupsOfDevice,
    function* (device, group) {
      if (device.firewall || group.family !== 6 || group.virtualIps.length === 0) return;
      const port = device.interfaces.get(group.interfaceKey);
      if (!port || port.groups.find((each) => each.family === 6 && each.virtualIps.length > 0) !== group) return;
      const address = linesMatching(port.block.lines, /^ipv6 address\b/)[0];
      const enabled = port.ipv6Enable !== undefined || linesMatching(port.block.lines, /^ipv6 enable\b/).length > 0;
      if (enabled && address) return;
      const neither = !enabled && !address;
      // Nothing of IPv6 anywhere: the file says nothing about addresses.
      if (neither && !withIpv6(device.interfaces).has('ipv6')) return;
      yield {
        at: group.at,
        severity: neither ? ('warning' as const) : ('error' as const),
        message: `${device.name}: ${port.name} has ${groupName(group)} but no ${lacking(enabled, address)}: the group does not start; add the line`,
        facts: { device, port, address, enabled },
      };
    },
    { followsReads: true },
  ),
  fix({ device, port, address, enabled }) {
    if (address)
      return [{ title: 'Add ipv6 enable', edits: [insertBefore(device, address, 'ipv6 enable')], safe: true }];
    const auto = 'ipv6 address auto link-local';
    const first = port.block.lines.find((line) => /^vrrp6 vrid /.test(canonicalText(line)));
    if (enabled)
      return [
        {
          title: `Add ${auto}`,
          edits: [insertInBlock(device, port.block, auto, { after: (line) => canonicalText(line) === 'ipv6 enable' })],
          safe: false,
        },
      ];
    return first
      ? [
          {
            title: `Add ipv6 enable and ${auto}`,
            edits: [insertBefore(device, first, 'ipv6 enable'), insertBefore(device, first, auto)],
            safe: false,
          },
        ]
      : [];
  },
  examples: [
    {
      title: 'An address without ipv6 enable',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
                    ^ DeviceA: GigabitEthernet0/1/2 has VRRP6 group 1 but no ipv6 enable
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
      `,
    },
    {
      title: 'ipv6 enable without an address',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
                    ^ but no IPv6 address
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address auto link-local
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
      `,
    },
    {
      title: 'Both are there; an address the device makes itself counts',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address auto link-local
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
      `,
    },
    {
      title: 'An excerpt that shows only the group',
      config: `
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 priority 120
        #
      `,
    },
  ],
});

function lacking(enabled: boolean, address: MatchedLine | undefined): string {
  if (enabled) return 'IPv6 address';
  return address ? 'ipv6 enable' : 'ipv6 enable and no IPv6 address';
}
