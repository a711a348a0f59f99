// The DS-Lite procedure gives no delay; the vendor's chapter on CGN reliability uses 1500 s. Good to know, no more
// (docs/decisions/preempt-delay-by-service.md).
import { boardRefill } from '../../model/services/refill';
import { roles } from '../shared/roles';
import { setDelay } from '../../edits/vrrp-group-edits';
import type { Member } from '../../model/vrrp/member';
import { pairRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';

const needed = boardRefill.seconds;

export default pairRule<Member>({
  id: 'service-location-preempt-short',
  requirement: 'HB-SL-PREEMPT',
  title: "The master of a service-board pair preempts sooner than the vendor's example",
  severity: 'information',
  why: 'The recovered board may take over before all sessions have been copied back to it.',
  guide: ['vendor configuration guide: CGN reliability'],
  // A profile that follows the same group brings a figure of its own.
  supersededBy: [
    'vrrp-preempt-delay-short-on-master',
    'vrrp-preempt-delay-too-short-dhcp-server',
    'vrrp-preempt-delay-too-short-dhcpv6-relay',
  ],
  independentPer: 'group',
  *check(pair) {
    for (const { group, master } of roles(pair)) {
      if (group.locations.length === 0 || master.group.preemptDisabled) continue;
      const { delay } = master.group;
      // None at all, or 0, is a warning of its own.
      if (!delay || delay.value === 0 || delay.value >= needed) continue;
      yield {
        at: delay.at,
        message: `${master.device.name}: the master of service boards preempts after ${delay.value} s; the vendor's example waits ${needed} s`,
        facts: master,
      };
    }
  },
  fix: (master) => [
    {
      title: `Set the preempt delay to ${needed} s on ${master.device.name}`,
      edits: [setDelay(master, needed)],
      safe: false,
    },
  ],
  examples: [
    {
      title: '60 s',
      config:
        exampleBoard('DeviceA', 1, {
          vrrp: `
         vrrp vrid 1 priority 200
         vrrp vrid 1 preempt-mode timer delay 60
                                              ^^ DeviceA: the master of service boards preempts after 60 s`,
        }) +
        exampleBoard('DeviceB', 2) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          vrrp: `
         vrrp vrid 1 priority 200
         vrrp vrid 1 preempt-mode timer delay 1500`,
        })}`,
    },
    {
      title: '1500 s',
      config:
        exampleBoard('DeviceA', 1, {
          vrrp: `
         vrrp vrid 1 priority 200
         vrrp vrid 1 preempt-mode timer delay 1500`,
        }) + exampleBoard('DeviceB', 2),
    },
  ],
});
