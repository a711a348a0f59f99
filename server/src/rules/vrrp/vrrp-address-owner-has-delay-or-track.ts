// The owner of a virtual IP has priority 255: neither tracks nor a preemption delay have any effect on it.
import type { Place } from '../../model/place';
import { removeLine } from '../../edits/config-edits';
import { groupName } from '../../model/vrrp/member';
import { ownedVirtualIp } from '../../model/vrrp/addresses';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ lines: readonly Place[] }>({
  id: 'vrrp-address-owner-has-delay-or-track',
  requirement: 'HB-V-OWNER',
  title: "A group whose virtual IP is the interface's own address has a delay or tracks",
  severity: 'warning',
  why: 'The device owns the address and is master at once, with priority 255: the delay does not wait and the tracks do not switch.',
  guide: ['sister pages of the guide'],
  // Under a hot backup the address is what is wrong, and nothing is mended by taking the lines away.
  supersededBy: ['vrrp-address-owner-in-hot-backup', 'vrrp-virtual-ip-mismatch', 'duplicate-interface-address'],
  independentPer: 'group',
  *check(device) {
    if (device.firewall) return;
    for (const group of device.groups) {
      const ip = ownedVirtualIp({ device, group });
      const delay = group.delay && group.delay.value > 0 ? group.delay : undefined;
      if (!ip || (!delay && group.tracks.length === 0)) continue;
      const what = [
        ...(delay ? [`the delay of ${delay.value} s`] : []),
        ...(group.tracks.length > 0 ? [group.tracks.length === 1 ? 'the track' : 'all tracks'] : []),
      ];
      yield {
        at: ip.at,
        message: `${device.name}: ${ip.address.key.toUpperCase()} is the device's own address on ${group.interfaceName}: in ${groupName(group)} ${what.join(' and ')} does nothing; remove the lines`,
        also: [
          ...(delay ? [{ at: delay.at, message: `${device.name}: does nothing on the owner of the address` }] : []),
          ...group.tracks.map((track) => ({
            at: track.line,
            message: `${device.name}: does nothing on the owner of the address`,
          })),
        ],
        facts: { lines: [...(delay ? [delay.at] : []), ...group.tracks.map((track) => track.line)] },
      };
    }
  },
  fix({ lines }) {
    return [{ title: 'Remove the lines without effect', edits: lines.map(removeLine), safe: false }];
  },
  examples: [
    {
      title: "The virtual IP is the interface's own address",
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.1
                                ^^^^^^^^ DeviceA: 10.1.1.1 is the device's own address on GigabitEthernet0/1/2: in VRRP group 1 the delay of 20 s and the track does nothing; remove the lines
         vrrp vrid 1 preempt-mode timer delay 20
         vrrp vrid 1 track interface GigabitEthernet0/1/3 reduced 60
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.1
        #
      `,
    },
    {
      title: 'An owner without them, and a group that owns nothing',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.1
         vrrp vrid 2 virtual-ip 10.1.1.254
         vrrp vrid 2 preempt-mode timer delay 20
        #
      `,
    },
  ],
});
