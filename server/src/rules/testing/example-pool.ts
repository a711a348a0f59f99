// A device with an address pool that binds a profile, for the examples of rules.

/** An example device: `pool` are the lines of its pool, `head` how the pool is created, `own` its number in 10.0.0.0/24. */
export function examplePoolDevice(
  name: string,
  own: 1 | 2,
  parts: {
    readonly pool?: string;
    readonly head?: string;
    readonly vrrp?: string;
    readonly enable?: string;
    readonly profile?: string;
    readonly rest?: string;
  },
): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #${parts.rest ?? ''}
        remote-backup-service s1
         peer 10.0.0.${3 - own} source 10.0.0.${own} port 2000
        #
        remote-backup-profile leases
         service-type dhcp-server${parts.profile ?? ''}
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        ${parts.head ?? 'ip pool users server'}${
          parts.pool ??
          `
         gateway 10.1.1.254 255.255.255.0
         section 0 10.1.1.10 10.1.1.200
         remote-backup-profile leases
         server identifier ip 10.1.1.254`
        }
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.${own} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254${parts.vrrp ?? ''}${
           parts.enable ??
           `
         dhcp server enable`
         }
        #`;
}
