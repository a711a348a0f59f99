// A bound policy stands in the file as `ssl policy NAME`, at any indent (docs/decisions/ssl-policy.md). An excerpt may
// leave it out: a warning.
import type { Device } from '../../model/device';
import { nameKey } from '../../model/names';
import type { Place } from '../../model/place';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { likelyFirst } from '../../text/edit-distance';

export default deviceRule<{ device: Device; at: Place; name: string }>({
  id: 'rbs-ssl-policy-undefined',
  requirement: 'HB-RBS-SSL-DANGLING',
  title: 'A backup service binds an SSL policy that is not in the file',
  severity: 'warning',
  why: 'Without the policy the secured channel cannot come up.',
  guide: ['000 step 2.2', '002 step 2.2'],
  *check(device) {
    for (const service of device.services.values()) {
      if (!service.sslPolicy || device.sslPolicies.has(nameKey(service.sslPolicy.value))) continue;
      const { value: name, at } = service.sslPolicy;
      yield {
        at,
        message: `${device.name}: RBS ${service.name} names SSL policy ${name}, which is not in this file: the channel cannot come up; use one that is there`,
        facts: { device, at, name },
      };
    }
  },
  fix: ({ device, at, name }) =>
    likelyFirst([...device.sslPolicies.values()], (named) => named.name, name)
      .slice(0, 3)
      .map((policy) => ({ title: `Use SSL policy ${policy.name}`, edits: [replace(at, policy.name)], safe: false })),
  examples: [
    {
      title: 'A slip in the name',
      config: `
        sysname DeviceA
        #
        ssl policy rbs_tls
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         bind ssl-policy rbs_tsl
                         ^^^^^^^ DeviceA: RBS s1 names SSL policy rbs_tsl, which is not in this file: the channel cannot come up; use one that is there
        #
        fixed:
        sysname DeviceA
        #
        ssl policy rbs_tls
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         bind ssl-policy rbs_tls
        #
      `,
    },
    {
      title: 'Case does not matter, nor does the indent of the policy',
      config: `
        sysname DeviceA
        #
         ssl policy RBS_TLS
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         bind ssl-policy rbs_tls
        #
      `,
    },
  ],
});
