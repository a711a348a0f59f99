// Users who log in and whose instance a service board translates, for the examples of rules about the two.

/** What stands behind `exampleBoard` with NAT instance `users`; each part replaces what is written here, `own` is the device's number. */
export function exampleTranslatedLogin(
  own: 1 | 2,
  parts: { readonly domain?: string; readonly group?: string } = {},
): string {
  return `
        user-group homes
        #
        aaa
         domain isp${
           parts.domain ??
           `
          user-group homes bind nat instance users`
         }
        #
        remote-backup-service s1
         peer 10.0.8.${3 - own} source 10.0.8.${own} port 2046
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 2 interface GigabitEthernet0/1/2.4001
        #
        interface GigabitEthernet0/1/2.4001
         vlan-type dot1q 4001
         ip address 10.0.50.${own + 1} 255.255.255.0
         vrrp vrid 2 virtual-ip 10.0.50.1${
           parts.group ??
           `
         vrrp vrid 2 priority ${own === 1 ? 120 : 100}
         vrrp vrid 2 track service-location 1 reduced 30`
         }
        #
        interface GigabitEthernet0/1/2.501
         user-vlan 501
         remote-backup-profile p1
         bas
          access-type layer2-subscriber default-domain authentication isp
        #`;
}
