// A daily bulk backup is offered for a few services only; the others are sent at once, with `now`.
import type { MatchedLine } from '../../model/lines/matched-line';
import { meantService, serviceTypes } from '../shared/backup-services';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';

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
            ? `${device.name}: ${type} has no daily bulk backup; ${service.name} can send it with "now" only`
            : `${device.name}: there is no service-type ${type}${probable === undefined ? '' : `; probably ${probable} is meant`}`,
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
                                   ^^^^^^^^^^^^^ DeviceA: there is no service-type dhcpv6-server; probably dhcpv6-relay is meant
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
                                   ^^ DeviceA: nd has no daily bulk backup; s1 can send it with "now" only
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
