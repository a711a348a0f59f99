// A device that relays DHCPv6 and backs it up, for the examples of rules.
import { exampleChannel } from './example-channel';

/** `own` is its number; `lines` stand below the group of its interface, each beginning its row. */
export function exampleRelay(name: string, own: 1 | 2, lines: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::${own}/64
         vrrp6 vrid 1 virtual-ip FE80::50 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::FE${lines}
         remote-backup-profile p1
        #`;
}
