// A delay has nothing to delay where preemption is off.
import type { Place } from '../../model/place';
import { removeLine } from '../../edits/config-edits';
import { groupName } from '../../model/vrrp/member';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ disabled: Place; delay: Place }>({
  id: 'vrrp-preempt-disabled-with-delay',
  requirement: 'HB-V-PREEMPT-DISABLE',
  title: 'A preemption delay in a group that does not preempt',
  severity: 'warning',
  why: 'Only one of the two can hold: a recovered device either never takes the role back or takes it back after the delay.',
  guide: ['sister pages of the guide'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      if (!group.preemptDisabled || !group.delay || group.delay.value === 0) continue;
      yield {
        at: group.delay.at,
        message: `${device.name}: ${groupName(group)} has preemption off and a delay of ${group.delay.value} s: only one of the two can hold; keep one`,
        also: [{ at: group.preemptDisabled, message: `${device.name}: preemption is turned off here` }],
        facts: { disabled: group.preemptDisabled, delay: group.delay.at },
      };
    }
  },
  fix: ({ disabled, delay }) => [
    { title: 'Remove preempt-mode disable', edits: [removeLine(disabled)], safe: false },
    { title: 'Remove the delay', edits: [removeLine(delay)], safe: false },
  ],
  examples: [
    {
      title: 'Both lines',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 preempt-mode disable
         vrrp vrid 1 preempt-mode timer delay 600
                                              ^^^ DeviceA: VRRP group 1 has preemption off and a delay of 600 s: only one of the two can hold; keep one
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 preempt-mode timer delay 600
        #
      `,
    },
    {
      title: 'One of them, or each in its own group',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 preempt-mode disable
         vrrp vrid 2 virtual-ip 10.1.1.253
         vrrp vrid 2 preempt-mode timer delay 600
        #
      `,
    },
  ],
});
