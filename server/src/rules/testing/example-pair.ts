// Example pairs with one hot-backup group on each device: for rules about what happens when one of the two fails, and for rules
// about the pools of two DHCP servers. Each part is lines in the indent of the examples; what is not given stays as it is here.

/** What differs in an example device with a VRRP group and an ARP profile. */
export interface ExampleParts {
  /** Lines of the group's interface below its address. */
  readonly vrrp?: string;
  /** The group's own address on the interface. */
  readonly address?: string;
  /** Interfaces and system lines below. */
  readonly rest?: string;
}

/** The text of DeviceA and DeviceB, each with its `--- name` row. */
export function examplePair(a: ExampleParts, b: ExampleParts): string {
  return exampleDevice('DeviceA', 1, a) + exampleDevice('DeviceB', 2, b);
}

/** `own` is its number in every subnet. */
export function exampleDevice(name: string, own: 1 | 2, parts: ExampleParts): string {
  const masterLines = `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600`;
  return deviceText(name, own, {
    port: 7000,
    profile: `p1
         service-type arp`,
    address: parts.address,
    group: `${parts.vrrp ?? (own === 1 ? masterLines : '')}
         remote-backup-profile p1`,
    end: `
        interface GigabitEthernet0/1/9
         ip address 10.0.0.${own} 255.255.255.252${parts.rest ?? ''}
        #`,
  });
}

/** What differs in an example device that is a DHCP server. */
export interface DhcpExampleParts {
  /** How the pool is created. */
  readonly head?: string;
  /** Lines of the pool. */
  readonly pool?: string;
  /** Lines of the group below its virtual IP. */
  readonly vrrp?: string;
  readonly enable?: string;
  /** Lines of the profile below its service type. */
  readonly profile?: string;
  /** System lines above. */
  readonly rest?: string;
}

/** A device that serves addresses from a pool; `own` is its number in every subnet. */
export function dhcpExampleDevice(name: string, own: 1 | 2, parts: DhcpExampleParts): string {
  const pool = `
         gateway 10.1.1.254 255.255.255.0
         section 0 10.1.1.10 10.1.1.200
         remote-backup-profile leases
         server identifier ip 10.1.1.254`;
  const enable = `
         dhcp server enable`;
  return deviceText(name, own, {
    port: 2000,
    system: parts.rest,
    profile: `leases
         service-type dhcp-server${parts.profile ?? ''}`,
    pool: `
        ${parts.head ?? 'ip pool users server'}${parts.pool ?? pool}
        #`,
    group: `${parts.vrrp ?? ''}${parts.enable ?? enable}`,
  });
}

interface DeviceParts {
  /** Of the channel between the two. */
  readonly port: number;
  readonly system?: string;
  /** Name and service types. */
  readonly profile: string;
  readonly pool?: string;
  readonly address?: string;
  /** Lines below the virtual IP. */
  readonly group: string;
  readonly end?: string;
}

function deviceText(name: string, own: 1 | 2, parts: DeviceParts): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #${parts.system ?? ''}
        remote-backup-service s1
         peer 10.0.0.${3 - own} source 10.0.0.${own} port ${parts.port}
        #
        remote-backup-profile ${parts.profile}
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #${parts.pool ?? ''}
        interface GigabitEthernet0/1/2
         ip address ${parts.address ?? `10.1.1.${own}`} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254${parts.group}
        #${parts.end ?? ''}`;
}
