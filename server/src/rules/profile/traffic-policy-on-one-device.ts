// Users of a virtual gateway are policed, marked or sent to a board that translates them, whichever device is master.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { examplePair } from '../testing/example-pair';

export default pairRule({
  id: 'traffic-policy-on-one-device',
  requirement: 'HB-X-TRAFFIC-POLICY',
  title: 'The interfaces of a group apply a traffic policy on one device only',
  severity: 'warning',
  why: 'The other device limits, marks or translates nothing of what the users send: after a switchover they get another service.',
  guide: ['vendor configuration files'],
  ...agreementRule('traffic-policy-on-one-device'),
  examples: [
    {
      title: 'On one device only',
      config: withFindingOnDeviceB(
        examplePair(
          {
            vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         traffic-policy users inbound`,
          },
          {},
        ),
        'interface GigabitEthernet0/1/2\n',
        '                  ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 has no traffic policy inbound, unlike DeviceA\n',
      ),
    },
    {
      title: 'In another direction, with a policy of another name, on both',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         traffic-policy users inbound
         traffic-policy back outbound`,
        },
        {
          vrrp: `
         traffic-policy down outbound
         traffic-policy up inbound`,
        },
      ),
    },
  ],
});

/** The example with the row of a finding below the last `line` of the second device. */
function withFindingOnDeviceB(config: string, line: string, finding: string): string {
  const behind = config.lastIndexOf(line) + line.length;
  return config.slice(0, behind) + finding + config.slice(behind);
}
