// Users who log in are handed over in one way: what the devices say for all of them, their profiles and their backup services.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleLogin } from '../testing/example-login';

export default pairRule({
  id: 'login-backup-differs',
  requirement: 'HB-BR-SAME',
  title: 'The two devices hand over users who log in in different ways',
  severity: 'warning',
  why: 'The backup is made for one way on both devices: where one lacks a part, users or their packets are lost after a switchover.',
  guide: ['010 step 4.2', '010 step 4.4', '010 step 5.1', '010 step 6.4'],
  // A line that leads nowhere is told where it stands, and is nothing that the other device lacks.
  supersededBy: ['interface-undefined', 'interface-mistaken', 'monitor-group-undefined'],
  ...agreementRule('login-backup-differs'),
  examples: [
    {
      title: 'A way across on one device only',
      config:
        exampleLogin('DeviceA', 1, {
          service: 'protect redirect ip-nexthop 10.0.1.2 interface GigabitEthernet0/1/1',
        }) +
        exampleLogin('DeviceB', 2, {
          atService:
            '                      ^^ DeviceB: RBS s1 has no protect line, unlike DeviceA: packets that come back there are lost; add one',
        }),
    },
    {
      title: 'The pool of a profile on one device only',
      config:
        exampleLogin('DeviceA', 1, { profile: 'ip-pool home' }) +
        exampleLogin('DeviceB', 2, {
          atProfile:
            '                      ^^ DeviceB: RBP p1 has no ip-pool, unlike DeviceA: a master without the line announces no network of the users',
        }) +
        `
        fixed:${exampleLogin('DeviceB', 2, { profile: 'ip-pool home' })}`,
    },
    {
      title: 'The cost of the routes on one device only',
      config:
        exampleLogin('DeviceA', 1, { before: 'peer-backup route-cost auto-advertising\n        #' }) +
        exampleLogin('DeviceB', 2, {
          atProfile:
            '                      ^^ DeviceB: the device has no peer-backup route-cost auto-advertising, unlike DeviceA: the routes to the users cost the same on master and backup',
        }),
    },
    {
      title: 'Everything on both',
      config: ([1, 2] as const)
        .map((own) =>
          exampleLogin(own === 1 ? 'DeviceA' : 'DeviceB', own, {
            before: 'peer-backup route-cost auto-advertising\n        #\n        rui-option 151\n        #',
            service: `protect redirect ip-nexthop 10.0.1.${3 - own} interface GigabitEthernet0/1/1`,
            profile: 'ip-pool home',
          }),
        )
        .join(''),
    },
  ],
});
