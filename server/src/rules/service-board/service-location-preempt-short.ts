// The DS-Lite procedure gives no delay; the vendor's chapter on CGN reliability recommends 1500 s. Good to know, no more
// (docs/decisions/preempt-delay-by-service.md).
import { delayTooShort, type ShortDelay } from '../../model/vrrp/preempt-advice';
import { setDelay } from '../../edits/vrrp-group-edits';
import { pairRule } from '../../diagnostics/rule';
import { roles } from '../shared/roles';
import { exampleBoard } from '../testing/example-board';

const id = 'service-location-preempt-short';

export default pairRule<ShortDelay>({
  id,
  requirement: 'HB-SL-PREEMPT',
  title: 'The master of a service-board pair preempts sooner than the vendor recommends',
  severity: 'information',
  why: 'The recovered board may take over before all sessions have been copied back to it.',
  guide: ['vendor configuration guide: CGN reliability'],
  independentPer: 'group',
  *check(pair) {
    for (const meant of roles(pair)) {
      const short = delayTooShort(meant);
      // None at all, or 0, is a finding of its own.
      if (short?.figure.rule !== id || short.delay === 0) continue;
      yield { at: short.at, message: `${short.says}; ${short.figure.needs}`, facts: short };
    }
  },
  fix: ({ master, enough }) => [
    {
      title: `Set the preempt delay to ${enough} s on ${master.device.name}`,
      edits: [setDelay(master, enough)],
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
                                              ^^ DeviceA: master of VRRP group 1 preempts after 60 s, before the entries are back; service boards need 1500 s`,
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
