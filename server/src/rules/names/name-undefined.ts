// Names around the backup that a line uses and the file does not define: what an ACL, a port or a protocol needs besides. Judged where
// the file defines others of the kind, or is whole. What each kind is for stands in one table, so that a kind is a row.
import type { NameKind } from '../../catalogue';
import { provesAbsence } from '../shared/user-access-names';
import { undefinedNameRule } from '../shared/undefined-name';

/** What follows from a name of the kind that leads nowhere. */
const effects: Partial<Record<NameKind, string>> = {
  'time-range': 'the rule holds at no time',
};

export default undefinedNameRule({
  id: 'name-undefined',
  requirement: 'HB-X-NAME-DEFINED',
  title: 'A line names a time range that is not there',
  severity: 'warning',
  why: 'The line has no effect: what it was to do for the users is not done.',
  guide: ['vendor command reference: rule (advanced ACL view)'],
  kinds: Object.keys(effects) as NameKind[],
  areRare: true,
  counts: ({ kind }, device) => provesAbsence(device, kind),
  effect: ({ kind }) => effects[kind],
  examples: [
    {
      title: 'The hours of a rule',
      config: `
        sysname DeviceA
        #
        time-range evenings 18:00 to 23:00 daily
        #
        acl number 3001
         rule 5 permit ip source 10.1.0.0 0.0.255.255 time-range evening
                                                                 ^^^^^^^ DeviceA: ACL 3001 names time range evening, which is not in this file; did you mean evenings?
         rule 10 permit ip source 10.2.0.0 0.0.255.255 time-range nights
                                                                  ^^^^^^ DeviceA: ACL 3001 names time range nights, which is not in this file: the rule holds at no time
        #
        fixed:
        sysname DeviceA
        #
        time-range evenings 18:00 to 23:00 daily
        #
        acl number 3001
         rule 5 permit ip source 10.1.0.0 0.0.255.255 time-range evenings
         rule 10 permit ip source 10.2.0.0 0.0.255.255 time-range nights
        #
      `,
    },
    {
      title: 'Defined, as a line or as a view; an excerpt without time ranges',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        time-range evenings 18:00 to 23:00 daily
        #
        time-range nights
         period-range 00:00:00 to 05:00:00 daily
        #
        acl number 3001
         rule 5 permit ip source 10.1.0.0 0.0.255.255 time-range evenings
         rule 10 permit ip time-range nights
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        acl number 3001
         rule 5 permit ip source 10.1.0.0 0.0.255.255 time-range evenings
        #
      `,
    },
  ],
});
