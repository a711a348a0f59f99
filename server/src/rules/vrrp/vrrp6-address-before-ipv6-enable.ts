// A script that gives an IPv6 address before `ipv6 enable` is refused at that line.
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { insertBefore, removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';

export default deviceRule<{ device: Device; address: MatchedLine; enable: MatchedLine }>({
  id: 'vrrp6-address-before-ipv6-enable',
  requirement: 'HB-V-V6EN-ORDER',
  title: 'ipv6 address stands before ipv6 enable',
  severity: 'warning',
  why: 'Typed in this order the address is refused: a VRRP6 group, a backup channel, a relay stays without one.',
  guide: ['000 steps 1.3-1.4'],
  independentPer: 'interface',
  *check(device) {
    for (const port of device.interfaces.values()) {
      if (port.ipv6Enable === undefined) continue;
      for (const head of port.block.heads) {
        const address = head.lines.findIndex((line) => /^ipv6 address /.test(canonicalText(line)));
        const enable = head.lines.findIndex((line) => canonicalText(line) === 'ipv6 enable');
        if (address < 0 || enable < address) continue;
        yield {
          at: head.lines[address]!,
          message: `${device.name}: ${port.name} has an IPv6 address above ipv6 enable: the device refuses the address; put ipv6 enable first`,
          also: [{ at: head.lines[enable]!, message: `${device.name}: ipv6 enable comes too late` }],
          facts: { device, address: head.lines[address]!, enable: head.lines[enable]! },
        };
      }
    }
  },
  fix({ device, address, enable }) {
    return [
      {
        title: 'Put ipv6 enable first',
        edits: [removeLine(enable), insertBefore(device, address, 'ipv6 enable')],
        safe: true,
      },
    ];
  },
  examples: [
    {
      title: 'The wrong way round',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 address 2001:DB8:50::1/64
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 has an IPv6 address above ipv6 enable: the device refuses the address; put ipv6 enable first
         ipv6 enable
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
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
      title: 'Enabled first, or in another section of the interface; no address at all',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        interface GigabitEthernet0/1/2
         ipv6 address 2001:DB8:51::1/64
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         vrrp6 vrid 1 virtual-ip FE80::3 link-local
        #
      `,
    },
  ],
});
