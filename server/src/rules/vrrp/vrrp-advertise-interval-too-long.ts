// The backup takes over after three intervals: `vrrp` counts seconds, `vrrp6` hundredths of a second, and a value of the one in the line
// of the other makes minutes of it.
import { deviceRule } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import type { Fact } from '../../model/place';
import { groupName } from '../../model/vrrp/member';

/** `vrrp6` cannot wait longer: 4095 hundredths of a second. */
const longestOfIpv6 = 40;

export default deviceRule<Fact<number>>({
  id: 'vrrp-advertise-interval-too-long',
  requirement: 'HB-V-ADV-LONG',
  title: 'A VRRP group advertises too seldom',
  severity: 'information',
  why: 'Hosts have no gateway until the backup has missed three advertisements.',
  guide: ['RFC 5798 5.2.7', 'CLI reference'],
  supersededBy: ['vrrp-advertise-interval-mismatch'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      const seconds = group.advertise?.unit === 's' ? group.advertise.value : undefined;
      if (seconds === undefined || seconds <= longestOfIpv6) continue;
      yield {
        at: group.advertise!.at,
        message: `${device.name}: ${groupName(group)} advertises every ${seconds} s: hosts wait ${3 * seconds} s for the backup; the value is in seconds, write 2`,
        facts: group.advertise!,
      };
    }
  },
  fix({ value, at }) {
    const seconds = value / 100;
    return Number.isInteger(seconds)
      ? [{ title: `Use ${seconds} s for ${value} centiseconds`, edits: [replace(at, String(seconds))], safe: false }]
      : [];
  },
  examples: [
    {
      title: 'Hundredths of a second, as for IPv6',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 timer advertise 200
                                     ^^^ DeviceA: VRRP group 1 advertises every 200 s: hosts wait 600 s for the backup; the value is in seconds, write 2
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 timer advertise 2
        #
      `,
    },
    {
      title: 'Seconds; hundredths of a second of IPv6',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 timer advertise 40
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         ipv6 address 2001:DB8::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 timer advertise 200
        #
      `,
    },
  ],
});
