// The two interfaces of a hot-backup group stand on one LAN. Where a virtual IP is outside its own subnet that finding is enough.
import { isInside, transplanted } from '../../model/address';
import type { InterfaceAddress } from '../../model/device';
import { shareSubnet, outsideSubnet, localAddresses, subnetText } from '../../model/vrrp/addresses';
import { isHotBackup } from '../../model/pairing/pair';
import { replace } from '../../edits/config-edits';
import { electsItself, groupName, membersOf, type Member } from '../../model/vrrp/member';
import { pairRule, type Fix } from '../../diagnostics/rule';

interface End {
  readonly member: Member;
  readonly address: InterfaceAddress;
}

export default pairRule<{ a: End; b: End }>({
  id: 'vrrp-subnet-mismatch',
  requirement: 'HB-PAIR-SEGMENT',
  title: 'The two interfaces of a group are in different subnets',
  severity: 'error',
  why: 'One virtual gateway cannot serve two subnets: one of the devices has an address of another LAN.',
  guide: ['003 configuration files', '000 step 1.4'],
  independentPer: 'group',
  *check(pair) {
    for (const group of pair.groups) {
      const { a, b } = membersOf(pair, group);
      const [mine] = localAddresses(a);
      const [theirs] = localAddresses(b);
      if (!isHotBackup(group) || !mine || !theirs || !electsItself(a) || !electsItself(b) || shareSubnet(a, b))
        continue;
      if (outsideSubnet(a).length > 0 || outsideSubnet(b).length > 0) continue;
      const message = (self: Member, own: InterfaceAddress, other: Member, address: InterfaceAddress) =>
        `${self.device.name}: ${self.group.interfaceName} of ${groupName(self.group)} is in ${subnetText(own.prefix)}, ${other.device.name}'s is in ${subnetText(address.prefix)}`;
      yield {
        at: theirs.at,
        message: message(b, theirs, a, mine),
        peer: { at: mine.at, message: message(a, mine, b, theirs) },
        facts: { a: { member: a, address: mine }, b: { member: b, address: theirs } },
      };
    }
  },
  fix: ({ a, b }) => [...moved(b, a), ...moved(a, b)],
  examples: [
    {
      title: 'DeviceB is on another LAN',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 1025
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 1025
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.2.2 255.255.255.0
                    ^^^^^^^^ DeviceB: GigabitEthernet0/1/2 of VRRP group 1 is in 10.1.2.0/24, DeviceA's is in 10.1.1.0/24
         vrrp vrid 1 virtual-ip 10.1.2.254
         remote-backup-profile p1
        #
        fixed:
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 1025
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'One LAN, also with another mask',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.200 255.255.255.128
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'No address in one file; no hot backup',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 1025
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 1025
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.2.254
         remote-backup-profile p1
        #
      `,
    },
  ],
});

function moved(self: End, model: End): Fix[] {
  const { address } = self;
  const to = transplanted(address.prefix.address, model.address.prefix);
  const written = /^[\da-f.:]+/i.exec(
    address.line.text.slice(address.at.start - address.line.start, address.at.end - address.line.start),
  )?.[0];
  if (!written || to.toLowerCase() === model.address.prefix.address.key) return [];
  // Its virtual IPs move along: they are in the subnet that is left.
  const virtual = self.member.group.virtualIps
    .filter((ip) => isInside(ip.address, address.prefix))
    .map((ip) => replace(ip.at, transplanted(ip.address, model.address.prefix)));
  return [
    {
      title: `Move ${self.member.group.interfaceName} of ${self.member.device.name} to ${to}`,
      safe: false,
      edits: [replace({ ...address.at, end: address.at.start + written.length }, to), ...virtual],
    },
  ];
}
