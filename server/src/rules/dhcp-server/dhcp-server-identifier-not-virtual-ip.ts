// The identifier must be an address that moves with the master role: a virtual IP of the group the profile follows.
import { boundPools, virtualIps, type BoundPool } from '../../model/services/pools';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { dhcpExampleDevice } from '../testing/example-pair';

export default deviceRule<BoundPool>({
  id: 'dhcp-server-identifier-not-virtual-ip',
  requirement: 'HB-DS-IDENT',
  title: 'The server identifier of a pool is not a virtual IP of the VRRP group',
  severity: 'error',
  why: 'Clients renew at that address; when it does not move with the master role their renewals are lost after a switchover.',
  guide: ['002 step 4.7'],
  // Where the virtual IP is the wrong one of the two, the identifier may be right.
  // Where the profile follows the wrong group, the identifier is of the right one.
  supersededBy: ['vrrp-virtual-ip-mismatch', 'vrrp-virtual-ip-outside-subnet', 'rbp-group-differs'],
  *check(device) {
    for (const bound of boundPools(device)) {
      const addresses = virtualIps(bound);
      const { identifier } = bound.pool;
      if (!identifier || addresses.length === 0 || addresses.some((ip) => ip.key === identifier.value.key)) continue;
      const [group] = bound.groups;
      yield {
        at: identifier.at,
        message: `${device.name}: identifier ${identifier.value.key} of pool ${bound.pool.name} is not virtual IP ${addresses[0]!.text} of VRRP group ${group!.vrid}: renewals fail after a switchover`,
        evidence: [
          ...bound.groups.flatMap((group) => group.virtualIps.map((ip) => ip.at)),
          ...bound.profile.roles.map(({ line }) => line),
          ...(bound.profile.backupId ? [bound.profile.backupId.at] : []),
        ],
        also: group!.virtualIps[0]
          ? [
              {
                at: group!.virtualIps[0].at,
                message: `${device.name}: VRRP group ${group!.vrid} has virtual IP ${addresses[0]!.text}`,
              },
            ]
          : [],
        facts: bound,
      };
    }
  },
  fix(bound) {
    const addresses = virtualIps(bound);
    return addresses.map(({ text }) => ({
      title: `Use the virtual IP ${text} on ${bound.device.name}`,
      edits: [replace(bound.pool.identifier!.at, text)],
      safe: addresses.length === 1,
    }));
  },
  examples: [
    {
      title: 'The address of the interface',
      config:
        dhcpExampleDevice('DeviceA', 1, {
          pool: `
         remote-backup-profile leases
         server identifier ip 10.1.1.1
                              ^^^^^^^^ DeviceA: identifier 10.1.1.1 of pool users is not virtual IP 10.1.1.254 of VRRP group 1: renewals fail after a switchover`,
        }) +
        `
        fixed:${dhcpExampleDevice('DeviceA', 1, {
          pool: `
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
        })}`,
    },
    { title: 'The virtual IP', config: dhcpExampleDevice('DeviceA', 1, {}) },
    {
      title: 'The peer has that virtual IP: the wrong digit is in the group',
      config:
        dhcpExampleDevice('DeviceA', 1, {}).replace('virtual-ip 10.1.1.254', 'virtual-ip 10.1.1.245') +
        dhcpExampleDevice('DeviceB', 2, {}),
    },
  ],
});
