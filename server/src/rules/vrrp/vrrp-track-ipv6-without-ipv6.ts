// `track ipv6 interface` follows the IPv6 state of an interface; one without IPv6 is down for it from the start, so that the priority is
// reduced all the time. A file that shows no IPv6 anywhere, or nothing of that interface, is an excerpt and is not judged.
import type { Device, Interface } from '../../model/device';
import { linesMatching } from '../../model/lines/canonical-text';
import { groupName } from '../../model/vrrp/member';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'vrrp-track-ipv6-without-ipv6',
  requirement: 'HB-V-TRACK-IPV6',
  title: 'A group tracks the IPv6 state of an interface without IPv6',
  severity: 'warning',
  why: 'For the track the interface is down from the start: the priority is reduced at all times, and the failure of the uplink changes nothing.',
  guide: ['000 step 1.3'],
  supersededBy: ['vrrp-tracked-interface-shut-down'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      for (const { object, line } of group.tracks) {
        if (object.kind !== 'interface' || !object.ipv6) continue;
        const tracked = device.interfaces.get(object.key);
        if (!tracked || !isShown(device, tracked) || hasIpv6(tracked)) continue;
        yield {
          at: object.name.at,
          evidence: [line],
          message: `${device.name}: ${groupName(group)} tracks IPv6 on ${tracked.name}, which has no IPv6: its priority stays reduced; add ipv6 enable and an address there`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'The uplink has an IPv4 address only',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.0.1 255.255.255.252
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 track ipv6 interface GigabitEthernet0/1/0 reduced 60
                                           ^^^^^^^^^^^^^^^^^^^^ DeviceA: VRRP6 group 1 tracks IPv6 on GigabitEthernet0/1/0, which has no IPv6: its priority stays reduced; add ipv6 enable and an address there
        #
      `,
    },
    {
      title: 'IPv6 by an automatic address; an interface of which the file shows no address; IPv4',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/0
         ipv6 enable
         ipv6 address auto link-local
        #
        interface GigabitEthernet0/1/1
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         ip address 10.1.1.1 255.255.255.0
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 track ipv6 interface GigabitEthernet0/1/0 reduced 60
         vrrp6 vrid 1 track ipv6 interface GigabitEthernet0/1/1 reduced 60
         vrrp vrid 2 virtual-ip 10.1.1.254
         vrrp vrid 2 track interface GigabitEthernet0/1/1 reduced 60
        #
      `,
    },
  ],
});

/** The file shows what addresses the interface has: its IPv4 ones at least, beside IPv6 elsewhere. */
function isShown(device: Device, tracked: Interface): boolean {
  return (
    tracked.addresses.length > 0 && [...device.interfaces.values()].some((other) => other.ipv6Enable !== undefined)
  );
}

function hasIpv6(tracked: Interface): boolean {
  return (
    tracked.ipv6Enable !== undefined || linesMatching(tracked.block.lines, /^ipv6 (?:enable|address)\b/).length > 0
  );
}
