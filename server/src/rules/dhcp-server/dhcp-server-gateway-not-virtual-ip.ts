// The gateway that a pool gives its clients moves with the master role: it is the virtual IP of the group on that network
// (docs/decisions/pools.md).
import { isInside, type Address } from '../../model/address';
import type { Device, Group, Pool, VirtualIp } from '../../model/device';
import type { Fact } from '../../model/place';
import { boundPools, type BoundPool } from '../../model/services/pools';
import { gatewaysOf } from '../../model/services/pool-addresses';
import { localAddressesOn } from '../../model/vrrp/addresses';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { dhcpExampleDevice } from '../testing/example-pair';

interface Facts {
  readonly device: Device;
  readonly pool: Pool;
  readonly gateway: Fact<Address>;
  readonly virtualIps: readonly VirtualIp[];
}

export default deviceRule<Facts>({
  id: 'dhcp-server-gateway-not-virtual-ip',
  requirement: 'HB-DS-GATEWAY',
  title: 'The gateway of a DHCP server pool is not the virtual IP of the VRRP group',
  severity: 'warning',
  why: "Clients send to that address: when it is one device's own address, they lose their gateway as soon as that device fails.",
  guide: ['vendor command reference: gateway (IP address pool view)'],
  supersededBy: ['vrrp-virtual-ip-mismatch', 'vrrp-virtual-ip-outside-subnet'],
  *check(device) {
    for (const bound of boundPools(device)) {
      for (const gateway of gatewaysOf(bound.pool)) {
        const group = groupAround(bound, gateway.value);
        if (!group) continue;
        const ips = group.virtualIps.filter(({ address }) => address.family === 4);
        if (ips.length === 0 || ips.some(({ address }) => address.key === gateway.value.key)) continue;
        const isOwn = device.addresses.has(gateway.value.key);
        const virtual = ips.map(({ address }) => address.key).join(', ');
        yield {
          at: gateway.at,
          severity: isOwn ? 'error' : 'warning',
          message: isOwn
            ? `${device.name}: gateway ${gateway.value.key} of pool ${bound.pool.name} is the device's own address, not virtual IP ${virtual}: hosts lose their gateway on a switchover`
            : `${device.name}: gateway ${gateway.value.key} of pool ${bound.pool.name} is not virtual IP ${virtual} of VRRP group ${group.vrid}: hosts lose their gateway on a switchover`,
          evidence: ips.map(({ at }) => at),
          also: [{ at: ips[0]!.at, message: `${device.name}: VRRP group ${group.vrid} has virtual IP ${virtual}` }],
          facts: { device, pool: bound.pool, gateway, virtualIps: ips },
        };
      }
    }
  },
  fix({ device, pool, gateway, virtualIps }) {
    return virtualIps.map(({ address }) => ({
      title: `Use the virtual IP ${address.key} on ${device.name}`,
      edits: [replace(gateway.at, address.key)],
      // The identifier agrees with the group, and no other address does.
      safe: virtualIps.length === 1 && pool.identifier?.value.key === address.key,
    }));
  },
  examples: [
    {
      title: "The interface's own address",
      config:
        dhcpExampleDevice('DeviceA', 1, {
          pool: `
         gateway 10.1.1.1 255.255.255.0
                 ^^^^^^^^ DeviceA: gateway 10.1.1.1 of pool users is the device's own address, not virtual IP 10.1.1.254: hosts lose their gateway on a switchover
         section 0 10.1.1.10 10.1.1.200
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
        }) +
        `
        fixed:${dhcpExampleDevice('DeviceA', 1, {})}`,
    },
    {
      title: 'An address of nobody',
      config: dhcpExampleDevice('DeviceA', 1, {
        pool: `
         gateway 10.1.1.253 24
                 ^^^^^^^^^^ DeviceA: gateway 10.1.1.253 of pool users is not virtual IP 10.1.1.254 of VRRP group 1
         section 0 10.1.1.10 10.1.1.200
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
      }),
    },
    {
      title: 'The virtual IP; a network on which no group stands',
      config:
        dhcpExampleDevice('DeviceA', 1, {}) +
        dhcpExampleDevice('DeviceB', 2, {
          pool: `
         gateway 10.9.9.1 255.255.255.0
         remote-backup-profile leases`,
        }),
    },
  ],
});

/** The group of the pool's profile whose interface is in the network of the address. */
function groupAround({ device, groups }: BoundPool, gateway: Address): Group | undefined {
  return groups.find((group) =>
    localAddressesOn(device.interfaces.get(group.interfaceKey), 4).some(({ prefix }) => isInside(gateway, prefix)),
  );
}
