// A VPN instance is a routing table of its own: what backs each other up stands in one (docs/decisions/same-configuration.md).
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

export default pairRule({
  id: 'vpn-instance-differs',
  requirement: 'HB-PAIR-VPN',
  title: 'The two interfaces of a group are in different VPN instances',
  severity: 'error',
  why: 'After a switchover the traffic of the users is looked up in another routing table.',
  guide: ['vendor configuration files'],
  ...agreementRule('vpn-instance-differs'),
  examples: [
    {
      title: 'On one device only',
      config:
        device(
          'DeviceA',
          1,
          `
         ip binding vpn-instance cust`,
        ) +
        device(
          'DeviceB',
          2,
          '',
          `
                  ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 has no VPN instance, DeviceA cust`,
        ),
    },
    {
      title: 'Another one, with other targets',
      config:
        device('DeviceA', 1, binding('cust'), '', instance('cust', '100:1')) +
        device(
          'DeviceB',
          2,
          `${binding('guests')}
                                 ^^^^^^ DeviceB: GigabitEthernet0/1/2 has VPN instance guests, DeviceA cust`,
          '',
          instance('guests', '100:2'),
        ),
    },
    {
      title: 'One instance under a name of its own on each device',
      config:
        device('DeviceA', 1, binding('cust'), '', instance('cust', '100:1 both')) +
        device(
          'DeviceB',
          2,
          binding('cust-b'),
          '',
          instance('cust-b', '100:1 import-extcommunity', '100:1 export-extcommunity'),
        ),
    },
    { title: 'On neither', config: device('DeviceA', 1, '') + device('DeviceB', 2, '') },
    {
      title: 'On both',
      config:
        device(
          'DeviceA',
          1,
          `
         ip binding vpn-instance cust`,
        ) +
        device(
          'DeviceB',
          2,
          `
         ip binding vpn-instance CUST`,
        ),
    },
  ],
});

function binding(name: string): string {
  return `
         ip binding vpn-instance ${name}`;
}

function instance(name: string, ...targets: readonly string[]): string {
  return `
        ip vpn-instance ${name}
         ipv4-family
          ${targets.map((target) => `vpn-target ${target}`).join('\n          ')}
        #`;
}

function device(name: string, own: 1 | 2, vpn: string, carets = '', instances = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #${instances}
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2${carets}${vpn}
         ip address 10.1.1.${own} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #`;
}
