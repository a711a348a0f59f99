// Newer releases take 0-10800 s, older ones stop at 3600 s (docs/decisions/preempt-delay-range.md).
import { replace } from '../../edits/config-edits';
import { groupName } from '../../model/vrrp/member';
import type { Place } from '../../model/place';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<Place>({
  id: 'vrrp6-preempt-delay-above-3600',
  requirement: 'HB-V-PREEMPT-RANGE',
  title: 'A VRRP6 preemption delay that older releases refuse',
  severity: 'information',
  why: 'Releases before 8.22 accept at most 3600 s: on them the line is refused and the delay is 0.',
  guide: ['000 step 1.7', 'published YANG'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      if (group.family !== 6 || !group.delay || group.delay.value <= 3600 || group.delay.value > 10800) continue;
      yield {
        at: group.delay.at,
        message: `${device.name}: ${groupName(group)} waits ${group.delay.value} s to preempt: releases before 8.22 refuse more than 3600 s`,
        facts: group.delay.at,
      };
    }
  },
  fix: (at) => [{ title: 'Use 3600', edits: [replace(at, '3600')], safe: false }],
  examples: [
    {
      title: 'Two hours',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 preempt-mode timer delay 7200
                                               ^^^^ DeviceA: VRRP6 group 1 waits 7200 s to preempt: releases before 8.22 refuse more than 3600 s
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 preempt-mode timer delay 3600
        #
      `,
    },
    {
      title: 'An hour, and VRRP for IPv4',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 preempt-mode timer delay 3600
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 preempt-mode timer delay 7200
        #
      `,
    },
  ],
});
