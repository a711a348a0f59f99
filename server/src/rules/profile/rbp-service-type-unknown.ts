// A service type outside the list of NE40E. Lists grow with releases, so it is a warning (docs/decisions/lists-grow-with-releases.md);
// a slip of a known one is refused by every release.
import type { MatchedLine } from '../../model/lines/matched-line';
import { replace } from '../../edits/config-edits';
import { meant } from '../../text/edit-distance';
import { lineRule } from '../../diagnostics/rule';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import { meantService, serviceTypes } from '../shared/backup-services';

export default lineRule<{ line: MatchedLine; service: string }>({
  id: 'rbp-service-type-unknown',
  requirement: 'HB-RBP-SVC-UNKNOWN',
  title: 'A service type that NE40E does not have',
  severity: 'warning',
  why: 'The device refuses the line, and the profile backs up nothing of that service.',
  guide: ['000 step 4.2', '001 step 4.2', '002 step 4.2', 'published YANG'],
  concerns: (line) => line.view === 'rbp',
  *check(line, { start }) {
    const service = /^service-type (\S+)/.exec(canonicalText(line))?.[1];
    if (service === undefined || serviceTypes.includes(service) || service.startsWith('{')) return;
    const probable = meantService(service);
    yield {
      at: wordsAt(line, 1),
      severity: meant(service, serviceTypes) === undefined ? 'warning' : 'error',
      message:
        probable === undefined
          ? `${start}: there is no service-type ${service}: the device refuses the line`
          : `${start}: there is no service-type ${service}; use ${probable} if that is meant`,
      facts: { line, service },
    };
  },
  fix({ line, service }) {
    const probable = meantService(service);
    return probable === undefined
      ? []
      : [{ title: `Use service-type ${probable}`, edits: [replace(wordsAt(line, 1), probable)], safe: false }];
  },
  examples: [
    {
      title: 'A slip, and a service that does not exist',
      config: `
        remote-backup-profile p1
         service-type mdl
                      ^^^ : RBP p1: there is no service-type mdl; use mld if that is meant
         service-type dhcpv6-server
                      ^^^^^^^^^^^^^ : RBP p1: there is no service-type dhcpv6-server; use dhcpv6-relay if that is meant
        #
        fixed:
        remote-backup-profile p1
         service-type mld
         service-type dhcpv6-server
        #
      `,
    },
    {
      title: 'Every type there is',
      config: `
        remote-backup-profile p1
         service-type arp
         service-type bras
         service-type dhcp-server
         service-type dhcpv6-relay
         service-type igmp
         service-type igmp-snooping
         service-type ipsec
         service-type l2tp
         service-type mld
         service-type multicast
         service-type nd
         service-type no-host-multicast
        #
      `,
    },
  ],
});
