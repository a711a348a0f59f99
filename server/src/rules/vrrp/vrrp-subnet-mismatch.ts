// The two interfaces of a group stand on one LAN, with one prefix length (docs/decisions/two-masters.md). Where a virtual IP is
// outside its own subnet that finding is enough.
import { isInside, transplanted } from '../../model/address';
import type { InterfaceAddress } from '../../model/device';
import { differingPrefixes } from '../../model/vrrp/hearing';
import { isUnicast, shareSubnet, outsideSubnet, localAddresses, subnetText } from '../../model/vrrp/addresses';
import { isHotBackup, type GroupPair } from '../../model/pairing/pair';
import { replace } from '../../edits/config-edits';
import { setPrefixLength } from '../../edits/prefix-edits';
import { electsItself, groupName, membersOf, type Member } from '../../model/vrrp/member';
import { pairRule, type Fix, type RawFinding } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

interface End {
  readonly member: Member;
  readonly address: InterfaceAddress;
}

interface Facts {
  readonly fault: 'subnet' | 'length';
  readonly a: End;
  readonly b: End;
}

export default pairRule<Facts>({
  id: 'vrrp-subnet-mismatch',
  requirement: 'HB-PAIR-SEGMENT',
  title: 'The two interfaces of a group are in different subnets or have different prefix lengths',
  severity: 'error',
  why: 'One virtual gateway cannot serve two subnets: one of the devices has an address of another LAN.',
  guide: ['003 configuration files', '000 step 1.4'],
  independentPer: 'group',
  *check(pair) {
    for (const group of pair.groups) {
      const { a, b } = membersOf(pair, group);
      if (isLed(group)) yield* differingLengths(group, a, b);
      if (!electsItself(a) || !electsItself(b)) continue;
      yield* shareSubnet(a, b) ? differingLengths(group, a, b) : differingSubnets(group, a, b);
    }
  },
  fix: ({ fault, a, b }) =>
    fault === 'length' ? [...lengthened(b, a), ...lengthened(a, b)] : [...moved(b, a), ...moved(a, b)],
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
                    ^^^^^^^^ DeviceB: GigabitEthernet0/1/2 of VRRP group 1 is in 10.1.2.0/24, DeviceA in 10.1.1.0/24: one gateway cannot serve two subnets
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
      title: 'One LAN, but another mask',
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
                    ^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 of VRRP group 1 has a /25, DeviceA a /24: both become master
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Another mask under a group that follows another',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 1025
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 2 virtual-ip 10.1.1.254
         vrrp vrid 2 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 1025
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.254.0
                    ^^^^^^^^ DeviceB: GigabitEthernet0/1/2 of VRRP group 2 has a /23, DeviceA a /24: after a switchover some hosts are not reached
         vrrp vrid 2 virtual-ip 10.1.1.254
         vrrp vrid 2 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1
        #
      `,
    },
    {
      title: 'Another prefix length, IPv6',
      config:
        device6('DeviceA', 1, '2001:DB8:5::1/64') +
        device6(
          'DeviceB',
          2,
          `2001:DB8:5::2/48
                      ^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 of VRRP6 group 1 has a /48, DeviceA a /64: both become master`,
        ) +
        `
        fixed:${device6('DeviceB', 2, '2001:DB8:5::2/64')}`,
    },
    {
      title: 'One prefix',
      config: device6('DeviceA', 1, '2001:DB8:5::1/64') + device6('DeviceB', 2, '2001:db8:5:0::2 64'),
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

/** Both follow another group, which elects for them: another mask splits their users only. */
function isLed({ a, b }: GroupPair): boolean {
  return a.follows !== undefined && b.follows !== undefined;
}

function* differingSubnets(group: GroupPair, a: Member, b: Member): Iterable<RawFinding<Facts>> {
  const [ofA] = localAddresses(a);
  const [ofB] = localAddresses(b);
  if (!isHotBackup(group) || !ofA || !ofB || outsideSubnet(a).length > 0 || outsideSubnet(b).length > 0) return;
  const message = (self: Member, own: InterfaceAddress, other: Member, address: InterfaceAddress) =>
    `${self.device.name}: ${self.group.interfaceName} of ${groupName(self.group)} is in ${subnetText(own.prefix)}, ${other.device.name} in ${subnetText(address.prefix)}: one gateway cannot serve two subnets`;
  yield {
    at: ofB.at,
    message: message(b, ofB, a, ofA),
    peer: { at: ofA.at, message: message(a, ofA, b, ofB) },
    facts: { fault: 'subnet', a: { member: a, address: ofA }, b: { member: b, address: ofB } },
  };
}

function* differingLengths(group: GroupPair, a: Member, b: Member): Iterable<RawFinding<Facts>> {
  const differing = isUnicast(group.a) || isUnicast(group.b) ? undefined : differingPrefixes(a, b);
  if (!differing || a.device.firewall || b.device.firewall) return;
  const outcome = isLed(group) ? 'after a switchover some hosts are not reached' : 'both become master';
  const message = (self: Member, own: InterfaceAddress, other: Member, address: InterfaceAddress) =>
    `${self.device.name}: ${self.group.interfaceName} of ${groupName(self.group)} has a /${own.prefix.length}, ${other.device.name} a /${address.prefix.length}: ${outcome}`;
  yield {
    at: differing.b.at,
    message: message(b, differing.b, a, differing.a),
    severity: isHotBackup(group) && !isLed(group) ? 'error' : 'warning',
    peer: { at: differing.a.at, message: message(a, differing.a, b, differing.b) },
    facts: { fault: 'length', a: { member: a, address: differing.a }, b: { member: b, address: differing.b } },
  };
}

function lengthened({ member, address }: End, model: End): Fix[] {
  const { length } = model.address.prefix;
  const edit = setPrefixLength(address, length);
  const title = `Use prefix length ${length} on ${member.device.name}, as on ${model.member.device.name}`;
  return edit ? [{ title, edits: [edit], safe: false }] : [];
}

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

function device6(name: string, own: 1 | 2, address: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 1025)}
        #
        remote-backup-profile p1
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address ${address}
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #`;
}
