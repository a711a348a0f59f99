// The examples of the two rules about the lines `pim ... ignore dr-state` and `pim ... ignore assert-state`.
import type { Example } from '../../diagnostics/rule';

type State = 'dr-state' | 'assert-state';

/** Interfaces that lack the line about one of the two states, and ones that do not. */
export function ignoreLineExamples(asked: State): readonly Example[] {
  const other = asked === 'dr-state' ? 'assert-state' : 'dr-state';
  return [lacking(asked, other), lackingForIgmp(asked), present(asked)];
}

function lacking(asked: State, other: State): Example {
  return {
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
         pim ipv6 ignore ${other}
         mld enable
         multicast ipv6 track vrrp6 vrid 1
         remote-backup-profile tv
                               ^^ DeviceB: GigabitEthernet0/1/3 lacks pim ipv6 ignore ${asked}
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
  };
}

function lackingForIgmp(asked: State): Example {
  return {
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
         pim ipv6 ignore ${asked}
         igmp enable
         remote-backup-profile tv
                               ^^ lacks pim ignore ${asked}
        #
    `,
  };
}

function present(asked: State): Example {
  return {
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
         pim ipv6 ignore ${asked}
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
  };
}
