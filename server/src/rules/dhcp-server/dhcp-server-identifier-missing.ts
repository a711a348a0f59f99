// Both devices of a DHCP server pair answer under one identifier, the virtual IP: without it each answers under its own address.
import { gatewaysOf } from '../../model/services/pool-addresses';
import { boundPools, virtualIps, type BoundPool } from '../../model/services/pools';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import { dhcpExampleDevice } from '../testing/example-pair';

export default deviceRule<BoundPool>({
  id: 'dhcp-server-identifier-missing',
  requirement: 'HB-DS-IDENT',
  title: 'The pool of a DHCP server pair has no server identifier',
  severity: 'error',
  why: 'Clients renew at the address of the device that served them; when it fails, their renewals find nobody.',
  guide: ['002 step 4.7'],
  *check(device) {
    for (const bound of boundPools(device)) {
      if (
        bound.pool.identifier ||
        bound.pool.block.lines.some((line) => /^server identifier\b/.test(canonicalText(line)))
      )
        continue;
      if (bound.groups.length === 0) continue;
      const wanted = virtualIps(bound)
        .map((ip) => ip.text)
        .join(' or ');
      yield {
        at: bound.at,
        message: wanted
          ? `${device.name}: ip pool ${bound.pool.name} has no server identifier: renewals fail after a switchover; add server identifier ip ${wanted}`
          : `${device.name}: ip pool ${bound.pool.name} has no server identifier ip: renewals fail after a switchover`,
        facts: bound,
      };
    }
  },
  fix(bound) {
    const addresses = virtualIps(bound);
    const gateways = gatewaysOf(bound.pool).map(({ value }) => value.key);
    return addresses.map(({ key, text }) => ({
      title: `Add server identifier ip ${text} on ${bound.device.name}`,
      edits: [insertInBlock(bound.device, bound.pool.block, `server identifier ip ${text}`)],
      // The gateway confirms the virtual IP, which may be mistyped itself.
      safe: addresses.length === 1 && gateways.every((gateway) => gateway === key),
    }));
  },
  examples: [
    {
      title: 'No identifier',
      config:
        dhcpExampleDevice('DeviceA', 1, {
          pool: `
         gateway 10.1.1.254 255.255.255.0
         remote-backup-profile leases
                               ^^^^^^ DeviceA: ip pool users has no server identifier: renewals fail after a switchover; add server identifier ip 10.1.1.254`,
        }) +
        `
        fixed:${dhcpExampleDevice('DeviceA', 1, {
          pool: `
         gateway 10.1.1.254 255.255.255.0
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
        })}`,
    },
    { title: 'The virtual IP', config: dhcpExampleDevice('DeviceA', 1, {}) },
  ],
});
