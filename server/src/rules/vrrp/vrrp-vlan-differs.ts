// The devices of a group hear each other in one VLAN; a switch between them may translate the tags (docs/decisions/vlan-of-a-group.md).
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

export default pairRule({
  id: 'vrrp-vlan-differs',
  requirement: 'HB-PAIR-VLAN',
  title: 'The two interfaces of a group are in different VLANs',
  severity: 'warning',
  why: 'Unless a switch translates the tags, neither device hears the other: both become master, and the users of one VLAN lose their gateway.',
  guide: ['000 prerequisites'],
  supersededBy: ['dhcpv6-relay-interface-differs'],
  ...agreementRule('vrrp-vlan-differs'),
  examples: [
    {
      title: 'Another VLAN',
      config:
        device('DeviceA', 1, 'vlan-type dot1q 7') +
        device(
          'DeviceB',
          2,
          `vlan-type dot1q 8
                         ^ DeviceB: GigabitEthernet0/1/2.7 has VLAN 8, DeviceA 7: unless a switch translates, both become master`,
        ) +
        `
        fixed:${device('DeviceB', 2, 'vlan-type dot1q 7')}`,
    },
    {
      title: 'Another inner VLAN',
      config:
        device('DeviceA', 1, 'qinq termination pe-vid 10 ce-vid 100 to 200') +
        device(
          'DeviceB',
          2,
          `qinq termination pe-vid 10 ce-vid 100 to 190
                                 ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2.7 has VLAN 10.100-190, DeviceA 10.100-200`,
        ),
    },
    {
      title: 'One VLAN in other words; no VLAN in one file',
      config: device('DeviceA', 1, 'vlan-type dot1q 7') + device('DeviceB', 2, 'dot1q termination vid 7'),
    },
    {
      title: 'A sub-interface without a VLAN',
      config:
        device('DeviceA', 1, 'vlan-type dot1q 7') +
        device('DeviceB', 2, 'description users').replace(
          'interface GigabitEthernet0/1/2.7\n         desc',
          `interface GigabitEthernet0/1/2.7
                  ^^^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2.7 has no VLAN, DeviceA 7
         desc`,
        ),
    },
    {
      title: 'The VLAN is in neither file, or said in a way of its own',
      config: device('DeviceA', 1, 'description users') + device('DeviceB', 2, 'description users'),
    },
    {
      title: 'A line that may say it',
      config: device('DeviceA', 1, 'vlan-type dot1q 7') + device('DeviceB', 2, 'control-vid 7 dot1q-termination'),
    },
  ],
});

function device(name: string, own: 1 | 2, vlan: string): string {
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
         ${vlan}
         ip address 10.1.1.${own} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #`;
}
