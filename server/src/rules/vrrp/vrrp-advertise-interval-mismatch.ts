// Both devices of a group should advertise alike; an interval that is not written is 1 s. In version 2 a router drops the
// advertisements of another interval, and both become master (docs/decisions/two-masters.md).
import { intervalText, advertisementInterval } from '../../model/vrrp/timers';
import { toleratesIntervals } from '../../model/vrrp/hearing';
import { isHotBackup } from '../../model/pairing/pair';
import { removeLine } from '../../edits/config-edits';
import { electsItself, groupName, membersOf, type Member } from '../../model/vrrp/member';
import { setAdvertise } from '../../edits/vrrp-group-edits';
import { pairRule, type Fix, type Severity } from '../../diagnostics/rule';
import { hasUnread } from '../shared/unread-values';

export default pairRule<{ a: Member; b: Member }>({
  id: 'vrrp-advertise-interval-mismatch',
  requirement: 'HB-PAIR-ADV',
  title: 'The two devices of a group advertise at different intervals',
  severity: 'error',
  why: 'The backup expects another interval than the master uses; in version 2, and where interval learning is off, both become master.',
  guide: ['000 step 1.9', 'CLI reference, timer advertise'],
  supersededBy: ['value-out-of-range'],
  independentPer: 'group',
  *check(pair) {
    for (const group of pair.groups) {
      const { a, b } = membersOf(pair, group);
      const [ofA, ofB] = [advertisementInterval(group.a), advertisementInterval(group.b)];
      if (
        ofA === ofB ||
        !electsItself(a) ||
        !electsItself(b) ||
        [a, b].some((member) => hasUnread(member, 'timer advertise'))
      )
        continue;
      const outcome = toleratesIntervals(a, b)
        ? 'the backup learns the interval, but set one value'
        : 'both become master';
      const message = (self: Member, other: Member) =>
        `${self.device.name}: ${groupName(self.group)} advertises every ${interval(self)}, ${other.device.name} every ${interval(other)}: ${outcome}`;
      yield {
        at: group.b.advertise?.at ?? group.b.at,
        severity: severityOf(isHotBackup(group), toleratesIntervals(a, b)),
        message: message(b, a),
        peer: { at: group.a.advertise?.at ?? group.a.at, message: message(a, b) },
        facts: { a, b },
      };
    }
  },
  // Where one device lacks the line, that is more likely what went wrong than the line of the other.
  fix: ({ a, b }) => (a.group.advertise || !b.group.advertise ? [like(b, a), like(a, b)] : [like(a, b), like(b, a)]),
  examples: [
    {
      title: '2 s and 3 s',
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
         vrrp vrid 1 timer advertise 2
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
         vrrp vrid 1 timer advertise 3
                                     ^ DeviceB: VRRP group 1 advertises every 3 s, DeviceA every 2 s: both become master
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
         vrrp vrid 1 timer advertise 2
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Written on one device only',
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
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 timer advertise 200
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
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
                    ^ DeviceB: VRRP6 group 1 advertises every 1 s by default, DeviceA every 2 s
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
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
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 timer advertise 200
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Alike, also when one writes the default',
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
         vrrp vrid 1 timer advertise 1
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
         vrrp vrid 1 priority 120
         remote-backup-profile p1
        #
      `,
    },
  ],
});

function severityOf(hotBackup: boolean, tolerated: boolean): Severity {
  if (hotBackup) return tolerated ? 'warning' : 'error';
  return tolerated ? 'information' : 'warning';
}

function like(self: Member, model: Member): Fix {
  const title = `Advertise every ${interval(model)} on ${self.device.name}, as on ${model.device.name}`;
  return {
    title,
    safe: false,
    edits:
      !model.group.advertise && self.group.advertise
        ? [removeLine(self.group.advertise.at)]
        : [setAdvertise(self, advertisementInterval(model.group))],
  };
}

function interval({ group }: Member): string {
  return `${intervalText(advertisementInterval(group))}${group.advertise ? '' : ' by default'}`;
}
