// A group answers for the same addresses on both devices; what one has and the other lacks is a wrong digit or a missing line.
import { isLinkLocal } from '../../model/address';
import type { Device, Group, VirtualIp } from '../../model/device';
import { outsideSubnet, subnetsDiffer } from '../../model/vrrp/addresses';
import { virtualRouters } from '../../model/pairing/changed-groups';
import type { GroupPair, Pair } from '../../model/pairing/pair';
import { movesWithBackup } from '../../model/services/followed-groups';
import { removeLine, replace } from '../../edits/config-edits';
import { addLine } from '../../edits/vrrp-group-edits';
import { groupName, membersOf, type Member } from '../../model/vrrp/member';
import { gatewaysOf } from '../../model/services/pool-addresses';
import { oddSide, type Difference } from '../../diagnostics/exchanged';
import { eachOf, pairRule, type Fix, type RawFinding } from '../../diagnostics/rule';
import { hasUnread, textAt } from '../shared/unread-values';

interface Facts {
  readonly a: Member;
  readonly b: Member;
  readonly ofA?: VirtualIp;
  readonly ofB?: VirtualIp;
}

export default pairRule<Facts>({
  id: 'vrrp-virtual-ip-mismatch',
  requirement: 'HB-PAIR-VIP',
  title: 'The virtual IPs of a group differ between the two devices',
  severity: 'error',
  why: "After a switchover the users' gateway is gone; a device may also reject the other's advertisements and become master as well.",
  guide: ['004 step 2.3', '000 steps 1.5-1.6'],
  // An address outside its own subnet is the cause; after it is mended the two are compared again.
  supersededBy: [
    'vrrp-virtual-ip-outside-subnet',
    'vrrp6-link-local-keyword-mismatch',
    'vrrp6-second-link-local',
    'value-out-of-range',
  ],
  ...eachOf(virtualRouters, ofRouter),
  fix({ a, b, ofA, ofB }) {
    if (ofA && ofB) {
      // The address that pools of either device name too is the right one: one line is mended, not all that agree.
      const [named, otherNamed] = [isNamedByPool(ofA, a, b), isNamedByPool(ofB, a, b)];
      const both = [
        {
          title: `Use ${textAt(a, ofA.at)} on ${b.device.name}, as on ${a.device.name}`,
          edits: [replace(ofB.at, textAt(a, ofA.at))],
          safe: false,
        },
        {
          title: `Use ${textAt(b, ofB.at)} on ${a.device.name}, as on ${b.device.name}`,
          edits: [replace(ofA.at, textAt(b, ofB.at))],
          safe: false,
        },
      ];
      return both.filter((_, index) => named === otherNamed || (index === 0 ? named : otherNamed));
    }
    const [from, to, ip] = ofA ? [a, b, ofA] : [b, a, ofB];
    if (!ip) return [];
    const words = `virtual-ip ${textAt(from, ip.at)}${ip.linkLocal ? ' link-local' : ''}`;
    const fixes: Fix[] = [
      { title: `Add the address on ${to.device.name}`, edits: [addLine(to, words)], safe: false },
      { title: `Remove the address on ${from.device.name}`, edits: [removeLine(ip.line)], safe: false },
    ];
    // Without any other address of its kind the group has no gateway left.
    return isLast(from.group, ip) ? fixes.slice(0, 1) : fixes;
  },
  examples: [
    {
      title: 'A group that follows another has no address on one device',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 7000
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 2 virtual-ip 10.1.1.254
         vrrp vrid 2 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1 unflowdown
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 7000
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 2 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1 unflowdown
                   ^ DeviceB: VRRP group 2 lacks virtual IP 10.1.1.254 of DeviceA: hosts lose their gateway on a switchover
        #
      `,
    },
    {
      title: 'One digit',
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
         vrrp vrid 1 priority 120
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
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.245
                                ^^^^^^^^^^ DeviceB: VRRP group 1 has virtual IP 10.1.1.245 where DeviceA has 10.1.1.254
         remote-backup-profile p1
        #
        fixed:
        --- B.cfg
        sysname DeviceB
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
      title: 'An address is missing on DeviceB',
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
         vrrp vrid 1 virtual-ip 10.1.1.253
         vrrp vrid 1 priority 120
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
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
                   ^ DeviceB: VRRP group 1 lacks virtual IP 10.1.1.253 of DeviceA
         vrrp vrid 1 priority 100
         remote-backup-profile p1
        #
        fixed:
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 virtual-ip 10.1.1.253
         vrrp vrid 1 priority 100
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Two link-local addresses, IPv6 spelled in two ways',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::2 link-local
                                 ^^^^^^^ DeviceB: VRRP6 group 1 has virtual IP FE80::2 where DeviceA has FE80::1
         vrrp6 vrid 1 virtual-ip 2001:db8:0050:0::50
         remote-backup-profile p1
        #
        fixed:
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:db8:0050:0::50
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'The same addresses in another order, and a group of which the file shows no address',
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
         vrrp vrid 1 virtual-ip 10.1.1.253
         vrrp vrid 2
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
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.253
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 2 virtual-ip 10.1.1.252
         remote-backup-profile p1
        #
      `,
    },
  ],
});

function* ofRouter(pair: Pair, group: GroupPair): Iterable<RawFinding<Facts>> {
  const { a, b } = membersOf(pair, group);
  if (pair.a.firewall || pair.b.firewall || !isComparable(group)) return;
  if (hasUnread(a, 'virtual-ip') || hasUnread(b, 'virtual-ip')) return;
  // Two subnets are one fault of their own.
  if (subnetsDiffer(a, b)) return;
  for (const local of [true, false]) {
    const [left, right] = [addresses(group.a, local), addresses(group.b, local)];
    // A group without any link-local address is vrrp6-link-local-not-first's.
    if (local && (left.length === 0 || right.length === 0)) continue;
    const onlyA = left.filter((ip) => !right.some((other) => other.address.key === ip.address.key));
    const onlyB = right.filter((ip) => !left.some((other) => other.address.key === ip.address.key));
    for (let index = 0; index < Math.max(onlyA.length, onlyB.length); index++) {
      const ofA = onlyA[index];
      const ofB = onlyB[index];
      const name = groupName(group.b);
      const severity = movesWithBackup(pair, group) ? ('error' as const) : ('warning' as const);
      if (ofA && ofB) {
        const [left, right] = [ofA.address.key.toUpperCase(), ofB.address.key.toUpperCase()];
        yield {
          at: ofB.at,
          severity,
          message: `${pair.b.name}: ${name} has virtual IP ${right} where ${pair.a.name} has ${left}: hosts lose their gateway on a switchover`,
          peer: {
            at: ofA.at,
            message: `${pair.a.name}: ${groupName(group.a)} has virtual IP ${left} where ${pair.b.name} has ${right}: hosts lose their gateway on a switchover`,
          },
          differs: differenceOf(a, b, ofA, ofB),
          facts: { a, b, ofA, ofB },
        };
      } else if (ofB) {
        const address = ofB.address.key.toUpperCase();
        yield {
          at: ofB.at,
          severity,
          message: `${pair.b.name}: ${name} has virtual IP ${address}, which ${pair.a.name} lacks: hosts lose their gateway on a switchover${editFor(group.b, ofB, pair.a)}`,
          peer: {
            at: group.a.at,
            message: `${pair.a.name}: ${groupName(group.a)} lacks virtual IP ${address} of ${pair.b.name}: hosts lose their gateway on a switchover${editFor(group.b, ofB, pair.a)}`,
          },
          facts: { a, b, ofB },
        };
      } else if (ofA) {
        const address = ofA.address.key.toUpperCase();
        yield {
          at: group.b.at,
          severity,
          message: `${pair.b.name}: ${name} lacks virtual IP ${address} of ${pair.a.name}: hosts lose their gateway on a switchover${editFor(group.a, ofA, pair.b)}`,
          peer: {
            at: ofA.at,
            message: `${pair.a.name}: ${groupName(group.a)} has virtual IP ${address}, which ${pair.b.name} lacks: hosts lose their gateway on a switchover${editFor(group.a, ofA, pair.b)}`,
          },
          facts: { a, b, ofA },
        };
      }
    }
  }
}

/** A file may leave out all addresses of a group that elects itself; one that follows another is there without them, and needs them. */
function isComparable({ a, b }: GroupPair): boolean {
  if (a.virtualIps.length > 0 && b.virtualIps.length > 0) return true;
  return a.follows !== undefined && b.follows !== undefined;
}

/** Whether the group has no other address of the kind. */
function isLast(group: Group, ip: VirtualIp): boolean {
  return addresses(group, isLinkLocal(ip.address)).length === 1;
}

/** Where only adding it to the other device is right. */
function editFor(group: Group, ip: VirtualIp, lacking: Device): string {
  return isLast(group, ip) ? `; add the address on ${lacking.name}` : '';
}

function differenceOf(a: Member, b: Member, ofA: VirtualIp, ofB: VirtualIp): Difference {
  const end = (member: Member, ip: VirtualIp) => ({
    device: member.device.name,
    of: groupName(member.group),
    text: textAt(member, ip.at),
    key: ip.address.key,
    places: [ip.at],
  });
  const [outA, outB] = [isOutside(a, ofA), isOutside(b, ofB)];
  return {
    what: 'virtual IPs',
    consequence: 'users lose their gateway at a switchover',
    a: end(a, ofA),
    b: end(b, ofB),
    odd: oddSide(outA, outB),
  };
}

function isOutside(member: Member, ip: VirtualIp): boolean {
  return outsideSubnet(member).some((subnet) => subnet.ip === ip);
}

/** Each address once, link-local ones or the others, in file order. */
function addresses(group: Group, local: boolean): VirtualIp[] {
  return group.virtualIps.filter(
    (ip, index) =>
      isLinkLocal(ip.address) === local &&
      group.virtualIps.findIndex((other) => other.address.key === ip.address.key) === index,
  );
}

/** As its gateway or its server identifier. */
function isNamedByPool({ address }: VirtualIp, ...members: readonly Member[]): boolean {
  return members.some(({ device }) =>
    device.pools.some((pool) =>
      [...gatewaysOf(pool), ...(pool.identifier ? [pool.identifier] : [])].some(
        ({ value }) => value.key === address.key,
      ),
    ),
  );
}
