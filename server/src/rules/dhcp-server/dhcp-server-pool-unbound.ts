// DHCP server backup is bound in the address pool, not on the interface: a profile that only an interface binds backs up no lease.
import type { Device, Pool, Rbp } from '../../model/device';
import { bindings, hasService } from '../../model/services/bindings';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ device: Device; profile: Rbp; pools: readonly Pool[] }>({
  id: 'dhcp-server-pool-unbound',
  requirement: 'HB-DS-POOL-RBP',
  title: 'No address pool binds the profile of a DHCP server',
  severity: 'error',
  why: 'The leases are not backed up: after a switchover the new master may give addresses away twice and refuses renewals.',
  guide: ['002 step 4.6'],
  *check(device) {
    for (const profile of device.profiles.values()) {
      if (!hasService(profile, 'dhcp-server')) continue;
      const bound = bindings(profile, device);
      // A profile that nothing binds at all is the finding of rbp-unbound; several services may well be bound on interfaces.
      if (bound.pools.length > 0 || bound.interfaces.length === 0) continue;
      const pools = device.pools.filter((pool) => pool.server && pool.family === 4);
      const service = profile.services.find((fact) => fact.value.toLowerCase() === 'dhcp-server')!;
      yield {
        at: service.at,
        severity: pools.length > 0 ? 'error' : 'warning',
        message: `${device.name}: no ip pool binds RBP ${profile.name}, so no lease is backed up; bind the RBP in the server pool`,
        also: bound.interfaces.map((port) => ({
          at: port.profiles[0]!.at,
          message: `${device.name}: ${port.name} binds RBP ${profile.name}, which does nothing for leases`,
        })),
        facts: { device, profile, pools: pools.filter((pool) => pool.profiles.length === 0) },
      };
    }
  },
  fix({ device, profile, pools }) {
    return pools.map((pool) => ({
      title: `Bind ${profile.name} in ip pool ${pool.name} on ${device.name}`,
      edits: [insertInBlock(device, pool.block, `remote-backup-profile ${profile.name}`)],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'Bound on the interface only',
      config: `
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
                      ^^^^^^^^^^^ DeviceA: no ip pool binds RBP leases, so no lease is backed up; bind the RBP in the server pool
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        ip pool users server
         gateway 10.1.1.254 255.255.255.0
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile leases
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        ip pool users server
         gateway 10.1.1.254 255.255.255.0
         remote-backup-profile leases
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile leases
        #
      `,
    },
    {
      title: 'Bound in the pool',
      config: `
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        ip pool users server
         remote-backup-profile leases
        #
      `,
    },
  ],
});
