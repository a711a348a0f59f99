// A device whose users are in a VPN instance, for the examples of rules.

/**
 * One of two devices with the users' interface in the VPN instance `users`. `own` is its number, `family` stands below
 * `ipv4-family` of the instance, `rest` behind the interface; both in the indent of the examples.
 */
export function exampleVpn(
  name: string,
  own: 1 | 2,
  { family = '', rest = '' }: { readonly family?: string; readonly rest?: string },
): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ip vpn-instance users
         ipv4-family${family}
        #
        remote-backup-service s1
         peer 10.0.0.${3 - own} source 10.0.0.${own} port 7000
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip binding vpn-instance users
         ip address 10.1.1.${own} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #${rest}`;
}
