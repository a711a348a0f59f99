// An interval nobody wrote is 1 s, below the guide's advice, but not worth a line in every pair
// (docs/decisions/absence-is-not-a-finding.md): off by default, and one hint a pair.
import { electsItself, groupName, membersOf, type Member } from '../../model/vrrp/member';
import { setAdvertise } from '../../edits/vrrp-group-edits';
import { isHotBackup } from '../../model/pairing/pair';
import { pairRule } from '../../diagnostics/rule';

export default pairRule<{ a: Member; b: Member }>({
  id: 'vrrp-advertise-interval-default',
  requirement: 'HB-V-ADV-1S',
  title: 'A hot-backup pair advertises at the default interval of 1 s',
  severity: 'hint',
  why: 'The guide advises more than 1 s, so that a switchover of the main control boards does not make both devices master.',
  guide: ['000 step 1.9', '001 step 1.8', '002 step 1.6'],
  off: true,
  *check(pair) {
    const group = pair.groups.find(
      (couple) =>
        isHotBackup(couple) &&
        !couple.a.advertise &&
        !couple.b.advertise &&
        electsItself({ device: pair.a, group: couple.a }) &&
        electsItself({ device: pair.b, group: couple.b }),
    );
    if (!group) return;
    const { a, b } = membersOf(pair, group);
    yield {
      at: group.b.at,
      message: `${pair.a.name} and ${pair.b.name} advertise ${groupName(group.b)} every second by default: a main board switchover makes two masters; set 2 s or more`,
      peer: {
        at: group.a.at,
        message: `${pair.a.name} and ${pair.b.name} advertise ${groupName(group.a)} every second by default: a main board switchover makes two masters; set 2 s or more`,
      },
      facts: { a, b },
    };
  },
  fix: ({ a, b }) => [
    {
      title: 'Advertise every 2 s on both devices',
      edits: [setAdvertise(a, 2000), setAdvertise(b, 2000)],
      safe: false,
    },
  ],
  examples: [
    {
      title: 'Written on neither',
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
                   ^ DeviceA and DeviceB advertise VRRP group 1 every second by default
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
      title: 'Written on both',
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
         vrrp vrid 1 timer advertise 2
         remote-backup-profile p1
        #
      `,
    },
  ],
});
