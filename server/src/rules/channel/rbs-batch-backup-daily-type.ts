// A daily bulk backup is offered for a few services only; the others are sent at once, with `now`.
import type { MatchedLine } from '../../model/lines/matched-line';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import { meantService, serviceTypes } from '../shared/backup-services';

const daily: readonly string[] = ['all', 'bras', 'dhcp-server', 'dhcpv6-relay', 'igmp-snooping', 'l2tp', 'multicast'];

export default deviceRule<{ line: MatchedLine; probable: string | undefined }>({
  id: 'rbs-batch-backup-daily-type',
  requirement: 'HB-RBS-DAILY-TYPE',
  title: 'A daily bulk backup of a service that has none',
  severity: 'warning',
  why: 'The device refuses the line, so the bulk backup that someone counts on never runs.',
  guide: ['000 step 2.5'],
  *check(device) {
    for (const service of device.services.values()) {
      for (const line of service.block.lines) {
        const type = /^batch-backup service-type (\S+) daily\b/.exec(canonicalText(line))?.[1];
        if (type === undefined || daily.includes(type) || type.startsWith('{')) continue;
        const known = serviceTypes.includes(type);
        const probable = known ? undefined : meantService(type, daily);
        yield {
          at: wordsAt(line, 2),
          message: known
            ? `${device.name}: RBS ${service.name} has no daily bulk backup of ${type}: the device refuses the line; only "now" works for ${type}`
            : `${device.name}: RBS ${service.name}: there is no service-type ${type}${probable === undefined ? ': the device refuses the line' : `; use ${probable} if that is meant`}`,
          facts: { line, probable },
        };
      }
    }
  },
  fix({ line, probable }) {
    return probable === undefined
      ? []
      : [{ title: `Use service-type ${probable}`, edits: [replace(wordsAt(line, 2), probable)], safe: false }];
  },
  examples: [
    {
      title: 'A service that does not exist',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         batch-backup service-type dhcpv6-server daily 03:30:00
                                   ^^^^^^^^^^^^^ DeviceA: RBS s1: there is no service-type dhcpv6-server; use dhcpv6-relay if that is meant
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         batch-backup service-type dhcpv6-relay daily 03:30:00
        #
      `,
    },
    {
      title: 'ND every night',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         batch-backup service-type nd daily 03:30:00
                                   ^^ DeviceA: RBS s1 has no daily bulk backup of nd: the device refuses the line; only "now" works for nd
        #
      `,
    },
    {
      title: 'DHCPv6 relay every night, ND at once',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         batch-backup service-type dhcpv6-relay daily 03:30:00
         batch-backup service-type nd now
        #
      `,
    },
  ],
});
