// Users of a profile come in over the same VLANs and log in in the same way on both devices.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

const twoDomains = `
        aaa
         domain isp1
         domain isp2
        #`;

export default pairRule({
  id: 'user-access-differs',
  requirement: 'HB-RBP-ACCESS',
  title: 'The user interfaces of a profile accept other users on the two devices',
  severity: 'error',
  why: 'Users that the backup does not accept are cut off after a switchover, although their entries were handed over.',
  guide: ['vendor configuration files'],
  supersededBy: [
    'vpn-instance-differs',
    'vrrp-vlan-differs',
    'dhcpv6-relay-interface-differs',
    'traffic-policy-on-one-device',
  ],
  ...agreementRule('user-access-differs'),
  examples: [
    {
      title: 'Another range of user VLANs',
      config:
        device('DeviceA', 1, 'user-vlan 1000 2000') +
        device(
          'DeviceB',
          2,
          `user-vlan 1000 1200
                   ^^^^^^^^^ DeviceB: GigabitEthernet0/1/2.9 has user VLANs 1000-1200, DeviceA 1000-2000`,
        ) +
        `
        fixed:${device('DeviceB', 2, 'user-vlan 1000 2000')}`,
    },
    {
      title: 'Another kind of access',
      config:
        device('DeviceA', 1, 'user-vlan 7', 'layer2-subscriber default-domain authentication isp1') +
        device(
          'DeviceB',
          2,
          'user-vlan 7',
          `layer3-subscriber default-domain authentication isp1
                     ^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2.9 has access type layer3-subscriber, DeviceA layer2-subscriber`,
        ),
    },
    {
      title: 'Another way to log in',
      config:
        device('DeviceA', 1, 'user-vlan 7', 'layer2-subscriber\n         authentication-method ppp') +
        device(
          'DeviceB',
          2,
          'user-vlan 7',
          `layer2-subscriber
         authentication-method web
                               ^^^ DeviceB: GigabitEthernet0/1/2.9 has authentication method web, DeviceA ppp: users fail to log in after a switchover`,
        ),
    },
    {
      title: 'Another domain, of two that both devices have',
      config:
        device('DeviceA', 1, 'user-vlan 7', 'layer2-subscriber default-domain authentication isp1') +
        twoDomains +
        device(
          'DeviceB',
          2,
          'user-vlan 7',
          `layer2-subscriber default-domain authentication isp2
                                                                     ^^^^ DeviceB: GigabitEthernet0/1/2.9 has default domain isp2, DeviceA isp1: users have another pool and another accounting after a switchover`,
        ) +
        twoDomains,
    },
    {
      title: 'A traffic policy on one device',
      config:
        device('DeviceA', 1, 'user-vlan 7\n         traffic-policy limit inbound') +
        device('DeviceB', 2, 'user-vlan 7').replace(
          'interface GigabitEthernet0/1/2.9',
          `interface GigabitEthernet0/1/2.9
                  ^^^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2.9 has no traffic policy inbound, unlike DeviceA`,
        ),
    },
    {
      title: 'A way to log in that one device leaves to the default',
      config:
        device('DeviceA', 1, 'user-vlan 7', 'layer2-subscriber\n         authentication-method ppp') +
        device('DeviceB', 2, 'user-vlan 7').replace(
          'interface GigabitEthernet0/1/2.9',
          `interface GigabitEthernet0/1/2.9
                  ^^^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2.9 has no authentication method, DeviceA ppp: users fail to log in after a switchover`,
        ),
    },
    {
      title: 'One range in two lines, another domain',
      config:
        device('DeviceA', 1, 'user-vlan 100 200', 'layer2-subscriber default-domain authentication isp1') +
        device(
          'DeviceB',
          2,
          `user-vlan 100 150
         user-vlan 151 200`,
          'layer2-subscriber default-domain authentication isp2',
        ),
    },
  ],
});

function device(name: string, own: 1 | 2, vlans: string, access = 'layer2-subscriber'): string {
  return `
        --- ${name}.cfg
        sysname ${name}
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
        #
        interface GigabitEthernet0/1/2.9
         ${vlans}
         remote-backup-profile p1
         bas
         access-type ${access}
        #`;
}
