// An example pair with one hot-backup group on each device, for rules about what happens when one of the two fails. Each part
// is lines in the indent of the examples; what is not given stays as it is here.

export interface ExampleParts {
  /** Lines of the group's interface below its address. */
  readonly vrrp?: string;
  /** The group's own address on the interface. */
  readonly address?: string;
  /** Interfaces and system lines below. */
  readonly rest?: string;
}

export function examplePair(a: ExampleParts, b: ExampleParts): string {
  return exampleDevice('DeviceA', 1, a) + exampleDevice('DeviceB', 2, b);
}

export function exampleDevice(name: string, own: 1 | 2, parts: ExampleParts): string {
  return `
        --- ${name}.cfg
        sysname ${name}
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
         ip address ${parts.address ?? `10.1.1.${own}`} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254${
           parts.vrrp ??
           (own === 1
             ? `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600`
             : '')
         }
         remote-backup-profile p1
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.0.${own} 255.255.255.252${parts.rest ?? ''}
        #`;
}
