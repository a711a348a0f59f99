// Page 004 gives no figure for service boards; the vendor's CGN chapter waits 1500 s. Information only (DECISIONS 2, 22).
import { delayPlace, groupName, preemptDelay, roles, setDelay, type Member } from './group';
import { pairRule } from './rule';

const usual = 1500; // sister pages of the guide, CGN

export default pairRule<Member>({
  id: 'vrrp-preempt-delay-short-service-location',
  check: 'HB-SL-PREEMPT',
  title: 'The master of a service board pair preempts sooner than the vendor\'s examples',
  severity: 'information',
  why: 'The session tables of a board take long to come back; the vendor\'s CGN examples wait 1500 s before the master preempts.',
  guide: ['sister pages of the guide'],
  yields: ['vrrp-preempt-delay-too-short-dhcpv6-relay', 'vrrp-preempt-delay-too-short-dhcp-server', 'vrrp-preempt-delay-missing-on-master', 'vrrp-preempt-delay-short-on-master'],
  *find(pair) {
    for (const { group, master } of roles(pair)) {
      const delay = preemptDelay(master);
      if (group.locations.length === 0 || delay === undefined || delay >= usual) continue;
      yield {
        at: delayPlace(master),
        message: `${master.device.name}: master of ${groupName(master.group)} preempts ${delay === 0 ? 'at once' : `after ${delay} s`}; for service boards ${usual} s is usual`,
        facts: master,
      };
    }
  },
  fix: (member) => [{ title: `Wait ${usual} s`, edits: [setDelay(member, usual)], safe: false }],
  examples: [
    {
      title: 'Ten seconds',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.2
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority 120
         vrrp vrid 1 preempt-mode timer delay 10
                                              ^^ DeviceA: master of VRRP group 1 preempts after 10 s; for service boards 1500 s is usual
        #
        --- B.cfg
        sysname DeviceB
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.1
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
        #
        fixed:
        --- A.cfg
        sysname DeviceA
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.2
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority 120
         vrrp vrid 1 preempt-mode timer delay 1500
        #
      `,
    },
    {
      title: '1500 s, and a profile without boards',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.2
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority 120
         vrrp vrid 1 preempt-mode timer delay 1500
        #
        --- B.cfg
        sysname DeviceB
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.1
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
        #
      `,
    },
  ],
});
