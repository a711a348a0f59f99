// An SSL policy is optional, so its absence is not worth a line each: off unless asked for
// (docs/decisions/absence-is-not-a-finding.md).
import type { Device, Rbs } from '../../model/device';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { attempted } from '../shared/typo';

export default deviceRule<{ device: Device; service: Rbs }>({
  id: 'rbs-without-ssl',
  requirement: 'HB-RBS-NOSSL',
  title: 'A backup service without an SSL policy',
  severity: 'hint',
  off: true,
  why: 'User entries cross the wire in the clear and can be read or altered there.',
  guide: ['000 step 2.2', '002 step 2.2'],
  *check(device) {
    for (const service of device.services.values()) {
      if (service.sslPolicy || service.channels.length === 0 || attempted(service.block, /^bind/)) continue;
      yield {
        at: service.at,
        message: `${device.name}: RBS ${service.name} has no SSL policy: entries of users cross the wire in the clear; bind one`,
        facts: { device, service },
      };
    }
  },
  fix: ({ device, service }) =>
    [...device.sslPolicies.values()].slice(0, 3).map(({ name }) => ({
      title: `Bind SSL policy ${name}; the other device needs one as well`,
      edits: [insertInBlock(device, service.block, `bind ssl-policy ${name}`)],
      safe: false,
    })),
  examples: [
    {
      title: 'A policy is there and not bound',
      config: `
        sysname DeviceA
        #
        ssl policy rbs-tls
        #
        remote-backup-service s1
                              ^^ DeviceA: RBS s1 has no SSL policy: entries of users cross the wire in the clear; bind one
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        fixed:
        sysname DeviceA
        #
        ssl policy rbs-tls
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         bind ssl-policy rbs-tls
        #
      `,
    },
    {
      title: 'Bound',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         bind ssl-policy rbs-tls
        #
      `,
    },
  ],
});
