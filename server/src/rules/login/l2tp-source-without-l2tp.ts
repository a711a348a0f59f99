// The backup service moves the loopback of tunnels, and no profile of it backs up the sessions in them.
import { deviceRule } from '../../diagnostics/rule';
import { hasService } from '../../model/services/bindings';
import { profilesOf } from '../../model/services/channels';
import { movedLoopback } from '../../model/services/tunnels';
import { exampleLogin } from '../testing/example-login';

export default deviceRule<undefined>({
  id: 'l2tp-source-without-l2tp',
  requirement: 'HB-BR-L2TP-SOURCE',
  title: 'A backup service moves the tunnels of L2TP, and no profile backs up L2TP',
  severity: 'information',
  why: 'The tunnels lead to the other device, which knows no session in them: the users have to dial in again.',
  guide: ['011 step 3.5', '011 step 4.2'],
  supersededBy: ['rbp-service-types-differ', 'rbp-service-type-unknown', 'rbp-rbs-undefined', 'rbp-missing-on-peer'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const service of device.services.values()) {
      const moved = movedLoopback(service);
      const profiles = moved ? profilesOf(service, device) : [];
      if (!moved || profiles.length === 0 || profiles.some((profile) => hasService(profile, 'l2tp'))) continue;
      yield {
        at: moved.line,
        message: `${device.name}: RBS ${service.name} moves the tunnels of loopback ${moved.number}, and none of its profiles backs up l2tp; add service-type l2tp`,
        also: profiles.slice(0, 3).map(({ name, at }) => ({ at, message: `${device.name}: RBP ${name}` })),
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Users who log in, without the tunnels',
      config: exampleLogin('DeviceA', 1, {
        service: `l2tp-tunnel source loopback 1
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: RBS s1 moves the tunnels of loopback 1, and none of its profiles backs up l2tp; add service-type l2tp`,
      }),
    },
    {
      title: 'With them, and no such line',
      config:
        exampleLogin('DeviceA', 1, { service: 'l2tp-tunnel source loopback 1', profile: 'service-type l2tp' }) +
        exampleLogin('DeviceB', 2),
    },
    {
      title: 'An excerpt without profiles',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2046
         l2tp-tunnel source loopback 1
        #
      `,
    },
  ],
});
