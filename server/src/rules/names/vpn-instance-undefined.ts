// An interface, a route, a process or a pool stands in a VPN instance that must be made. Lines of management (NTP, logs, SNMP) are
// left alone, as are the instances of the system, whose names begin with `_`.
import type { Device } from '../../model/device';
import type { Occurrence } from '../../model/references/section-names';
import { restsOn } from '../../model/services/bindings';
import { isOf, undefinedNameRule } from '../shared/undefined-name';

const families = [
  'interface',
  'staticRoute',
  'bfd',
  'isis',
  'ospf',
  'ospfv3',
  'ipPool',
  'ipv6Pool',
  'natInstance',
  'rbs',
  'layer2',
];

export default undefinedNameRule({
  id: 'vpn-instance-undefined',
  requirement: 'HB-X-VPN-DEFINED',
  title: 'A line names a VPN instance that is not there',
  severity: 'warning',
  why: 'The interface keeps no address and the route leads nowhere; behind a group or a channel the backup is lost with it.',
  guide: ['vendor configuration files'],
  kinds: ['vpn-instance'],
  // Lines of BGP stand in excerpts without what they name.
  counts: (name, device) => isOf(name, families) || (device.isWholeFile && isOf(name, ['bgp'])),
  gravity: (name, device) => (device.isWholeFile && isUnderBackup(name, device) ? 'error' : 'warning'),
  effect: () => 'traffic there is not routed',
  examples: [
    {
      title: 'A slip in the name',
      config: `
        sysname DeviceA
        #
        ip vpn-instance office
         ipv4-family
          route-distinguisher 100:1
        #
        interface GigabitEthernet0/1/1
         ip binding vpn-instance ofice
                                 ^^^^^ DeviceA: GigabitEthernet0/1/1 names VPN instance ofice, which is not in this file; did you mean office?
         ip address 10.1.1.1 255.255.255.0
        #
        fixed:
        sysname DeviceA
        #
        ip vpn-instance office
         ipv4-family
          route-distinguisher 100:1
        #
        interface GigabitEthernet0/1/1
         ip binding vpn-instance office
         ip address 10.1.1.1 255.255.255.0
        #
      `,
    },
    {
      title: 'In other letters: the device tells capitals from small ones',
      config: `
        sysname DeviceA
        #
        ip vpn-instance office
        #
        interface GigabitEthernet0/1/1
         ip binding vpn-instance Office
                                 ^^^^^^ DeviceA: GigabitEthernet0/1/1 names VPN instance Office, which is not in this file: case matters, write office
        #
        fixed:
        sysname DeviceA
        #
        ip vpn-instance office
        #
        interface GigabitEthernet0/1/1
         ip binding vpn-instance office
        #
      `,
    },
    {
      title: 'In a whole file, under a group',
      config: `
        sysname DeviceA
        #
        aaa
        #
        interface GigabitEthernet0/1/1
         ip binding vpn-instance office
                                 ^^^^^^ DeviceA: GigabitEthernet0/1/1 names VPN instance office, which is not defined
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        interface NULL0
        #
        user-interface vty 0 4
        #
        return
      `,
    },
    {
      title: 'Defined, also as an EVPN instance; management; of the system',
      config: `
        sysname DeviceA
        #
        ip vpn-instance office
        #
        evpn vpn-instance edge bd-mode
        #
        interface GigabitEthernet0/1/1
         ip binding vpn-instance office
        #
        interface GigabitEthernet0/1/2
         ip binding vpn-instance __LOCAL_OAM_VPN__
        #
        bridge-domain 10
         evpn binding vpn-instance edge
        #
        ntp-service unicast-server 10.9.9.9 vpn-instance mgmt
        #
      `,
    },
  ],
});

/** On an interface that has a group or binds a profile. */
function isUnderBackup({ within, line }: Occurrence, device: Device): boolean {
  const on = within === undefined ? undefined : device.interfaces.get(within);
  if (on) return restsOn(on);
  return device.pools.some(({ profiles, block }) => profiles.length > 0 && block.lines.includes(line));
}
