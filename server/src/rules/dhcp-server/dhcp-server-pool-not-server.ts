// A pool for DHCP server backup is created with the word `server`; it may be left out only when an existing pool is entered again.
import type { Pool, Device } from '../../model/device';
import { rowOf } from '../../model/place';
import { boundPools, dialInPools } from '../../model/services/pools';
import { deviceRule } from '../../diagnostics/rule';
import { isExcerpt } from '../../model/lines/canonical-text';

export default deviceRule<{ device: Device; pool: Pool }>({
  id: 'dhcp-server-pool-not-server',
  requirement: 'HB-DS-POOL-KIND',
  title: 'The pool of a DHCP server profile is created without the word server',
  severity: 'error',
  why: 'The device does not create the pool as a DHCP server pool: it serves no clients and its leases are not backed up.',
  guide: ['002 step 4.5'],
  *check(device) {
    for (const { pool, profile } of boundPools(device)) {
      if (pool.server) continue;
      yield {
        at: pool.at,
        severity: isExcerpt(device) ? 'warning' : 'error',
        message: `${device.name}: ip pool ${pool.name} binds RBP ${profile.name} (dhcp-server) but is no server pool: no lease is backed up; add the word server`,
        facts: { device, pool },
      };
    }
    for (const { pool, profile } of dialInPools(device))
      yield {
        at: pool.at,
        message: `${device.name}: ip pool ${pool.name} binds RBP ${profile.name} (dhcp-server) but is a bas pool, for dial-in users: no lease is backed up`,
        facts: { device, pool },
      };
  },
  fix({ device, pool }) {
    // A pool of another kind is made anew: more than a word.
    if (pool.bas) return [];
    const head = pool.block.heads[0]!;
    const end = { line: rowOf(head), character: head.end };
    return [
      {
        title: `Create ${pool.name} as a server pool on ${device.name}`,
        edits: [{ file: device.file, range: { start: end, end }, newText: ' server' }],
        safe: true,
      },
    ];
  },
  examples: [
    {
      title: 'A pool for dial-in users',
      config: `
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        ip pool users bas local
                ^^^^^ DeviceA: ip pool users binds RBP leases (dhcp-server) but is a bas pool, for dial-in users: no lease is backed up
         remote-backup-profile leases
        #
        remote-backup-profile mixed
         service-type dhcp-server
         service-type bras
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        ip pool others bas local
         remote-backup-profile mixed
        #
      `,
    },
    {
      title: 'The word is missing',
      config: `
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        ip pool users
                ^^^^^ DeviceA: ip pool users binds RBP leases (dhcp-server) but is no server pool: no lease is backed up; add the word server
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
         remote-backup-profile leases
        #
      `,
    },
    {
      title: 'Created with it, entered again without; BRAS pools are of another kind',
      config: `
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        remote-backup-profile users
         service-type bras
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        ip pool users server
         remote-backup-profile leases
        #
        ip pool users
         remote-backup-profile leases
        #
        ip pool home bas local
         remote-backup-profile users
        #
      `,
    },
  ],
});
