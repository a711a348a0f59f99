// The backup should take over at once (docs/decisions/preempt-delay-on-backup.md); with equal priorities nobody is the
// backup.
import type { Place } from '../../model/place';
import { removeLine } from '../../edits/config-edits';
import { groupName, membersOf } from '../../model/vrrp/member';
import { preemptDelay } from '../../model/vrrp/timers';
import type { MeantRoles } from '../../model/vrrp/roles';
import { priorityText } from '../../model/vrrp/priority';
import { pairRule } from '../../diagnostics/rule';
import { areContested, misplacedPriorities, roleChoices } from '../shared/role-choice';
import { roles } from '../shared/roles';

export default pairRule<{ delay: Place; contested?: MeantRoles }>({
  id: 'vrrp-preempt-delay-on-backup',
  requirement: 'HB-PAIR-PREEMPT-BACKUP',
  title: 'The backup device has a preemption delay',
  severity: 'warning',
  why: 'The guide advises 0 on the backup, so that it takes over without waiting; the delay also holds it back when a track lowers the master.',
  guide: ['000 step 1.7', '001 step 1.6', '002 step 1.4'],
  independentPer: 'group',
  *check(pair) {
    for (const meant of roles(pair)) {
      const { group, master, backup } = meant;
      const { delay } = backup.group;
      if (!delay || !preemptDelay(backup)) continue;
      const track = master.group.tracks.find((track) => track.reduced !== undefined);
      // The procedure for ARP asks for 600 s on "the devices of the group".
      const arpOnly = group.services.length > 0 && group.services.every((service) => service === 'arp');
      const contested = areContested(meant) ? meant : undefined;
      const sides = membersOf(pair, group);
      const waits = `${backup.device.name}: backup of ${groupName(backup.group)} (${priorityText(backup.group)}) waits ${delay.value} s to preempt`;
      yield {
        at: delay.at,
        severity: arpOnly && !contested ? ('information' as const) : ('warning' as const),
        message: contested
          ? `${waits}, the master ${master.device.name} not at all: the wrong device may be master`
          : `${waits}: a tracked fault of the master lasts as long; remove the delay`,
        also: [
          ...(master.group.priority
            ? [
                {
                  at: master.group.priority.at,
                  message: `${master.device.name} is master with priority ${master.group.priority.value}`,
                },
              ]
            : []),
          ...(track
            ? [{ at: track.line, message: `${master.device.name}: when the track fires, ${backup.device.name} waits` }]
            : []),
        ],
        differs: contested && misplacedPriorities(sides.a, sides.b),
        facts: { delay: delay.at, contested },
      };
    }
  },
  fix: ({ delay, contested }) =>
    contested
      ? roleChoices(contested)
      : [{ title: 'Remove the delay (0 is the default)', edits: [removeLine(delay)], safe: false }],
  examples: [
    {
      title: 'Ten seconds on the backup',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 preempt-mode timer delay 600
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 110
         vrrp6 vrid 1 preempt-mode timer delay 10
                                               ^^ DeviceB: backup of VRRP6 group 1 (priority 110) waits 10 s to preempt: a tracked fault of the master lasts as long; remove the delay
         remote-backup-profile p1
        #
        fixed:
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 110
         remote-backup-profile p1
        #
      `,
    },
    {
      title: '0 or nothing on the backup',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 preempt-mode timer delay 600
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 preempt-mode timer delay 0
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Equal priorities, or no hot backup',
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
         vrrp vrid 1 preempt-mode timer delay 10
         vrrp vrid 2 virtual-ip 10.1.1.253
         vrrp vrid 2 priority 120
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
         vrrp vrid 1 preempt-mode timer delay 10
         vrrp vrid 2 virtual-ip 10.1.1.253
         vrrp vrid 2 preempt-mode timer delay 10
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'ARP: its page asks both devices for a delay',
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
         vrrp vrid 1 preempt-mode timer delay 600
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
         vrrp vrid 1 preempt-mode timer delay 600
                                              ^^^ DeviceB: backup of VRRP group 1 (priority 100 by default) waits 600 s
         remote-backup-profile p1
        #
      `,
    },
  ],
});
