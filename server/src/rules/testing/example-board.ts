// A device with a service board, for the examples of rules.

/** An example device with one service board; each part replaces what is written here, `own` is its number in 10.0.8.0/24. */
export function exampleBoard(
  name: string,
  own: 1 | 2,
  parts: {
    readonly ha?: string;
    readonly location?: string;
    readonly group?: string;
    readonly instance?: string;
    readonly vrrp?: string;
    readonly rest?: string;
  } = {},
): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #${
          parts.ha ??
          `
        service-ha hot-backup enable
        #`
        }
        service-location 1${
          parts.location ??
          `
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.${3 - own}`
        }
        #
        service-instance-group group1${
          parts.group ??
          `
         service-location 1`
        }
        #
        ${
          parts.instance ??
          `ds-lite instance users id 1
         service-instance-group group1`
        }
        #
        interface GigabitEthernet0/1/8
         ip address 10.0.8.${own} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.0.8.100${
           parts.vrrp ??
           `
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority ${own === 1 ? 200 : 120}
         vrrp vrid 1 track service-location 1 reduced 90`
         }
        #${parts.rest ?? ''}`;
}
