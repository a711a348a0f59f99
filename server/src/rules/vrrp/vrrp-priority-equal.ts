// Somebody must be meant to be master. Asked of hot-backup groups only: two defaults are everywhere in plain VRRP
// (docs/decisions/roles-of-a-group.md).
import { isHotBackup } from '../../model/pairing/pair';
import { writtenPriority } from '../../model/vrrp/priority';
import type { Place } from '../../model/place';
import { electsItself, groupName, membersOf, type Member } from '../../model/vrrp/member';
import { isOwner } from '../../model/vrrp/addresses';
import { setValue } from '../../edits/vrrp-group-edits';
import { preemptDelay } from '../../model/vrrp/timers';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { hasUnread } from '../shared/unread-values';
import { delayOnMaster, misplacedPriorities } from '../shared/role-choice';

export default pairRule<{ a: Member; b: Member }>({
  id: 'vrrp-priority-equal',
  requirement: 'HB-PAIR-PRIO',
  title: 'Both devices of a hot-backup group have the same priority',
  severity: 'warning',
  why: 'Whichever device comes up first is master, so the preemption delay protects nobody, and after a fault the roles stay as they are.',
  guide: ['004 step 2.5', '000 step 1.8', '002 step 1.5'],
  independentPer: 'group',
  *check(pair) {
    for (const group of pair.groups) {
      const { a, b } = membersOf(pair, group);
      if (
        !isHotBackup(group) ||
        writtenPriority(group.a) !== writtenPriority(group.b) ||
        !electsItself(a) ||
        !electsItself(b) ||
        isOwner(a) ||
        isOwner(b)
      )
        continue;
      if (hasUnread(a, 'priority') || hasUnread(b, 'priority')) continue;
      const value = `${writtenPriority(group.a)}${(group.a.priority ?? group.b.priority) ? '' : ' by default'}`;
      yield {
        at: place(b),
        severity: group.locations.length > 0 ? ('error' as const) : ('warning' as const),
        message: `${pair.a.name} and ${pair.b.name} both have priority ${value} in ${groupName(group.b)}: whichever comes up first is master; raise one`,
        peer: {
          at: place(a),
          message: `${pair.a.name} and ${pair.b.name} both have priority ${value} in ${groupName(group.a)}: whichever comes up first is master; raise one`,
        },
        differs: misplacedPriorities(a, b),
        facts: { a, b },
      };
    }
  },
  // The device that waits before it preempts is likely the master that is meant.
  fix: ({ a, b }) =>
    preemptDelay(b) && !preemptDelay(a) ? [masterFix(b, a), masterFix(a, b)] : [masterFix(a, b), masterFix(b, a)],
  examples: [
    {
      title: 'The same number on both',
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
         vrrp vrid 1 priority 150
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
         vrrp vrid 1 priority 150
                              ^^^ DeviceA and DeviceB both have priority 150 in VRRP group 1
         remote-backup-profile p1
        #
        fixed:
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
         vrrp vrid 1 priority 170
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'None written on either',
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
                   ^ priority 100 by default
         remote-backup-profile p1
        #
        fixed:
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
      `,
    },
    {
      title: 'One is the default',
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
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'A plain pair, a group that follows another, two groups mastered crosswise',
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
         vrrp vrid 3 virtual-ip 10.1.1.252
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
         vrrp vrid 3 virtual-ip 10.1.1.252
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'A role taken from a management group',
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
         vrrp vrid 1 track admin-vrrp interface GigabitEthernet0/1/0.1 vrid 1
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
         vrrp vrid 1 track admin-vrrp interface GigabitEthernet0/1/0.1 vrid 1
         remote-backup-profile p1
        #
      `,
    },
  ],
});

function masterFix(master: Member, backup: Member): Fix {
  const equal = writtenPriority(master.group);
  const higher = Math.max(120, equal + 20);
  const [title, edit] =
    higher <= 254
      ? [`priority ${higher}`, setValue(master, master.group.priority, 'priority', higher)]
      : [
          `priority ${equal - 20} on ${backup.device.name}`,
          setValue(backup, backup.group.priority, 'priority', equal - 20),
        ];
  return {
    title: `Make ${master.device.name} the master: ${title}`,
    edits: [edit, ...delayOnMaster(master, backup)],
    safe: false,
  };
}

function place({ group }: Member): Place {
  return group.priority?.at ?? group.at;
}
