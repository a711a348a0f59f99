// The downstream interface must forward by its VRRP role, whatever PIM's assert state says: the guide sets the line on both devices.
import { deviceRule } from '../../diagnostics/rule';
import { addIgnoreLine, missingIgnoreLines, type MissingIgnoreLine } from '../shared/pim-ignore-line';

export default deviceRule<MissingIgnoreLine>({
  id: 'mld-ignore-assert-state-missing',
  requirement: 'HB-M-IGN-ASSERT',
  title: 'An interface bound to an MLD or IGMP profile does not leave the assert state out of account',
  severity: 'warning',
  why: 'A lost PIM assert then keeps the VRRP master from forwarding: after a switchover the stream stops, although the role moved.',
  guide: ['003 step 5'],
  supersededBy: ['rbp-binding-not-mirrored'],
  check: (device) =>
    missingIgnoreLines(device, 'assert-state', (profile) => `a lost assert stops the streams of RBP ${profile}`),
  fix: addIgnoreLine,
  examples: [
    {
      title: 'The line is missing',
      config: `
        sysname DeviceB
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/3
        #
        interface GigabitEthernet0/1/3
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         pim ipv6 sm
         pim ipv6 ignore dr-state
         mld enable
         multicast ipv6 track vrrp6 vrid 1
         remote-backup-profile tv
                               ^^ DeviceB: GigabitEthernet0/1/3 lacks pim ipv6 ignore assert-state
        #
        fixed:
        sysname DeviceB
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/3
        #
        interface GigabitEthernet0/1/3
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         pim ipv6 sm
         pim ipv6 ignore dr-state
         pim ipv6 ignore assert-state
         mld enable
         multicast ipv6 track vrrp6 vrid 1
         remote-backup-profile tv
        #
      `,
    },
    {
      title: 'IGMP: the IPv4 form is asked for',
      config: `
        sysname DeviceB
        #
        remote-backup-profile tv
         service-type igmp
         vrrp-id 1 interface GigabitEthernet0/1/3
        #
        interface GigabitEthernet0/1/3
         vrrp vrid 1 virtual-ip 10.1.1.254
         pim sm
         pim ipv6 ignore assert-state
         igmp enable
         remote-backup-profile tv
                               ^^ lacks pim ignore assert-state
        #
      `,
    },
    {
      title: 'The line is there; a role from an E-Trunk does not ask for it; no profile, no demand',
      config: `
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        remote-backup-profile trunk-tv
         service-type mld
         e-trunk 1 eth-trunk 10
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         pim ipv6 sm
         pim ipv6 ignore assert-state
         mld enable
         remote-backup-profile tv
        #
        interface GigabitEthernet0/1/3
         pim ipv6 sm
         mld enable
        #
        interface Eth-Trunk10
         e-trunk 1
         pim ipv6 sm
         mld enable
         remote-backup-profile trunk-tv
        #
      `,
    },
  ],
});
