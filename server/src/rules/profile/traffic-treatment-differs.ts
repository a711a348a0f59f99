// Users of a virtual gateway are policed, marked or sent to a board in the same way, whichever device is master. Compared is what the
// policies hold that both devices apply under one name; that only one applies a policy is traffic-policy-on-one-device.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { examplePair } from '../testing/example-pair';

const backup = {
  vrrp: `
         traffic-policy users inbound`,
};
const master = {
  vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600${backup.vrrp}`,
};
const voiceClass = `
         classifier voice behavior limit`;

export default pairRule({
  id: 'traffic-treatment-differs',
  requirement: 'HB-X-TRAFFIC-POLICY',
  title: 'A traffic policy treats users differently on the two devices',
  severity: 'warning',
  why: 'After a switchover users get another rate, another mark, or are not translated.',
  guide: ['vendor configuration files'],
  supersededBy: ['traffic-policy-empty', 'nat-instance-undefined'],
  ...agreementRule('traffic-treatment-differs'),
  examples: [
    {
      title: 'Another rate, another mark, a class less',
      config: examplePair(
        { ...master, rest: policed({ car: 'car cir 2000', match: 'if-match dscp ef', voice: voiceClass }) },
        {
          ...backup,
          rest: policed({
            car: `car cir 1000
             ^^^^^^^^ DeviceB: traffic behavior limit has car cir 1000, DeviceA cir 2000: after a switchover users get another rate`,
            match: `if-match dscp af41
                  ^^^^^^^^^ DeviceB: traffic classifier all has if-match dscp af41, DeviceA dscp ef`,
            policy: `
        ^^^^^^^^^^^^^^^^^^^^ DeviceB: traffic policy users has no classifier voice, unlike DeviceA`,
          }),
        },
      ),
    },
    {
      title: 'Sent to a board on one device only',
      config: examplePair(
        { ...master, rest: policed({ car: 'nat bind instance n1' }) },
        {
          ...backup,
          rest: policed({
            car: 'permit',
            behavior: `
        ^^^^^^^^^^^^^^^^^^^^^^ DeviceB: traffic behavior limit has no nat bind instance, unlike DeviceA: after a switchover users are not translated`,
          }),
        },
      ),
    },
    {
      title: "Next hops, ACL numbers and names of classes are a device's own",
      config: examplePair(
        { ...master, rest: policed({ car: 'redirect ip-nexthop 10.9.9.1', match: 'if-match acl 3001' }) },
        {
          ...backup,
          rest: policed({ car: 'redirect ip-nexthop 10.9.9.5', match: 'if-match acl 3002' }).replaceAll('all', 'any'),
        },
      ),
    },
    {
      title: 'A policy that no interface of users applies',
      config: examplePair({ rest: policed({ car: 'car cir 2000' }) }, { rest: policed({ car: 'car cir 1000' }) }),
    },
  ],
});

interface Parts {
  /** What the behavior does. */
  readonly car: string;
  readonly match?: string;
  /** One more line of the policy. */
  readonly voice?: string;
  /** Carets below the heads. */
  readonly policy?: string;
  readonly behavior?: string;
}

function policed({ car, match = 'if-match any', voice = '', policy = '', behavior = '' }: Parts): string {
  return `
        #
        traffic classifier all operator or
         ${match}
        #
        traffic classifier voice operator or
         if-match 8021p 5
        #
        traffic behavior limit${behavior}
         ${car}
        #
        traffic policy users${policy}
         classifier all behavior limit${voice}`;
}
