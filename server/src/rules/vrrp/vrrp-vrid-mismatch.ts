// One virtual router has one vrid: groups that answer each other on the two devices must carry the same.
import type { Group } from '../../model/device';
import { findGroup } from '../../model/services/bindings';
import { isHotBackup } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { replace } from '../../edits/config-edits';
import { groupName, membersOf, mentions, vrrpWord, type Member } from '../../model/vrrp/member';
import { numberPlaces, renumber } from '../../edits/vrrp-group-edits';
import { oddSide, type Difference } from '../../diagnostics/exchanged';
import { pairRule } from '../../diagnostics/rule';

export default pairRule<{ a: Member; b: Member }>({
  id: 'vrrp-vrid-mismatch',
  requirement: 'HB-PAIR-VRID',
  title: 'The two devices of a pair use different VRIDs',
  severity: 'error',
  why: 'The groups do not hear each other: both devices become master, and the backup takes no user entries over.',
  guide: ['004 step 2.3', '000 step 3.3', '002 step 3.3'],
  // A number that no device takes is the cause.
  supersededBy: ['value-out-of-range'],
  *check(pair) {
    const differing = pair.groups.filter(
      (group) =>
        group.a.vrid !== group.b.vrid && group.a.exists && group.b.exists && !pair.a.firewall && !pair.b.firewall,
    );
    const numbers = new Set(differing.map((group) => numbersOf(group.a, group.b)));
    for (const group of differing) {
      const { a, b } = membersOf(pair, group);
      // Something names the other device's vrid here and finds no group: that is the finding, unless two groups have each other's
      // number (docs/decisions/matching-objects.md).
      const isExchanged = numbers.has(numbersOf(group.b, group.a));
      if (!isExchanged && (isAwaited(a, group.b.vrid) || isAwaited(b, group.a.vrid))) continue;
      yield {
        at: wrongPlace(b, a),
        severity: isHotBackup(group) ? ('error' as const) : ('warning' as const),
        message: `${pair.b.name} uses ${groupName(group.b)} where ${pair.a.name} uses group ${group.a.vrid}: both become master; use one vrid`,
        peer: {
          at: wrongPlace(a, b),
          message: `${pair.a.name} uses ${groupName(group.a)} where ${pair.b.name} uses group ${group.b.vrid}: both become master; use one vrid`,
        },
        differs: differenceOf(a, b),
        facts: { a, b },
      };
    }
  },
  fix: ({ a, b }) =>
    [
      [b, a],
      [a, b],
    ].map(([member, model]) => ({
      title: `Use vrid ${model!.group.vrid} on ${member!.device.name}, as on ${model!.device.name}`,
      safe: false,
      edits: rightGroup(member!, model!)
        ? mentions(member!).map((place) => replace(place, String(model!.group.vrid)))
        : renumber(member!, model!.group.vrid),
    })),
  examples: [
    {
      title: 'DeviceB numbers the group otherwise',
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
         vrrp-id 2 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 2 virtual-ip 10.1.1.254
                   ^ DeviceB uses VRRP group 2 where DeviceA uses group 1
         vrrp vrid 2 priority 100
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
         vrrp vrid 1 priority 100
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Load sharing over two groups, other interfaces',
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
         vrrp vrid 2 virtual-ip 10.1.1.253
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
         vrrp vrid 2 virtual-ip 10.1.1.253
         vrrp vrid 2 priority 120
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'A number out of range is a finding of its own',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type arp
         backup-id 21 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type arp
         backup-id 21 remote-backup-service s1
         vrrp-id 300 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 300 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
      `,
    },
  ],
});

function numbersOf(left: Group, right: Group): string {
  return `${left.family} ${left.vrid} ${right.vrid}`;
}

function differenceOf(a: Member, b: Member): Difference | undefined {
  if (rightGroup(a, b) || rightGroup(b, a)) return undefined;
  const end = (member: Member) => {
    const text = String(member.group.vrid);
    const key = `${member.group.family} ${text}`;
    const places = numberPlaces(member);
    return { device: member.device.name, of: member.group.interfaceName, text, key, places };
  };
  const [awaitedOnA, awaitedOnB] = [isAwaited(a, b.group.vrid), isAwaited(b, a.group.vrid)];
  return {
    what: `${vrrpWord(a.group).toUpperCase()} groups`,
    consequence: 'both devices become master',
    a: end(a),
    b: end(b),
    odd: oddSide(awaitedOnA, awaitedOnB),
  };
}

/** The group of `model`'s number stands on the interface too: not the group is misnumbered, what refers to it is. */
function rightGroup(member: Member, model: Member): boolean {
  return (
    mentions(member).length > 0 &&
    findGroup(member.device, member.group.interfaceKey, member.group.family, model.group.vrid)?.exists === true
  );
}

function wrongPlace(member: Member, model: Member): Place {
  return (rightGroup(member, model) ? mentions(member)[0] : undefined) ?? member.group.at;
}

function isAwaited({ device, group }: Member, vrid: number): boolean {
  const awaited = { ...group, vrid };
  return (
    !findGroup(device, group.interfaceKey, group.family, vrid)?.exists &&
    mentions({ device, group: awaited }).length > 0
  );
}
