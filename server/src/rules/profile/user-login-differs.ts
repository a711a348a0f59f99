// The domain of the users, its schemes, its RADIUS servers and the template of PPP say the same on both devices.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

export default pairRule({
  id: 'user-login-differs',
  requirement: 'HB-X-LOGIN',
  title: 'Login or accounting of users differs between the two devices',
  severity: 'warning',
  why: 'After a switchover users do not log in, get no address, or are accounted by another server.',
  guide: ['vendor configuration files'],
  ...agreementRule('user-login-differs'),
  examples: [
    {
      title: 'Another server, another mode, a pool that the domain lacks',
      config:
        device('DeviceA', 1) +
        device('DeviceB', 2)
          .replace(
            'radius-server authentication 10.9.9.1 1812',
            `radius-server authentication 10.9.9.2 1812
                                      ^^^^^^^^^^^^^ DeviceB: RADIUS group isp has RADIUS authentication 10.9.9.2 1812, DeviceA 10.9.9.1 1812`,
          )
          .replace(
            'authentication-mode radius',
            `authentication-mode local
                              ^^^^^ DeviceB: authentication-scheme isp has authentication mode local, DeviceA radius: users fail to log in after a switchover`,
          )
          .replace('\n          ip-pool home', '')
          .replace(
            'domain isp',
            `domain isp
         ^^^^^^^^^^ DeviceB: domain isp has no ip pool home, unlike DeviceA: its users get no address there`,
          ),
    },
    {
      title: 'A mode that one device leaves to the default: information',
      config:
        device('DeviceA', 1) +
        device('DeviceB', 2)
          .replace('\n          accounting-mode radius', '')
          .replace(
            'accounting-scheme isp',
            `accounting-scheme isp
         ^^^^^^^^^^^^^^^^^^^^^ DeviceB: accounting-scheme isp has no accounting mode, DeviceA radius: users are accounted otherwise after a switchover`,
          ),
    },
    {
      title: "Names of schemes and groups are a device's own; the order of the servers too",
      config:
        device('DeviceA', 1) +
        device('DeviceB', 2)
          .replace('authentication-scheme isp', 'authentication-scheme other')
          .replace('authentication-scheme isp', 'authentication-scheme other'),
    },
  ],
});

function device(name: string, own: 1 | 2): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        radius-server group isp
         radius-server authentication 10.9.9.1 1812
        #
        ip pool home bas local
         gateway 10.8.0.1 255.255.0.0
        #
        aaa
         authentication-scheme isp
          authentication-mode radius
         #
         domain isp
          authentication-scheme isp
          radius-server group isp
          ip-pool home
         #
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2.7
        #
        interface GigabitEthernet0/1/2.7
         ip address 10.1.1.${own} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #`;
}
