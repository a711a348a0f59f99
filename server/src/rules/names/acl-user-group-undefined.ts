// A rule of an ACL may pick users by their group. Where the file defines groups, or is whole, one that it does not define picks nobody.
import { provesAbsence } from '../shared/user-access-names';
import { undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'acl-user-group-undefined',
  requirement: 'HB-X-AAA-DEFINED',
  title: 'A rule of an ACL names a group of users that is not there',
  severity: 'warning',
  why: 'The rule picks nobody: the users whom it means are not translated.',
  guide: ['vendor configuration files'],
  kinds: ['user-group'],
  areRare: true,
  counts: ({ kind, line }, device) => line.view === 'acl' && provesAbsence(device, kind),
  effect: () => 'its users are left out',
  examples: [
    {
      title: 'A slip in the name',
      config: `${device('homes', 'home\n                                            ^^^^ DeviceA: ACL 6001 names user group home, which is not in this file; did you mean homes?')}
        fixed:${device('homes', 'homes')}`,
    },
    { title: 'Defined', config: device('homes', 'homes') },
    { title: 'An excerpt without groups', config: device('homes', 'home').replace('user-group homes\n', '') },
  ],
});

function device(group: string, named: string): string {
  return `
        sysname DeviceA
        #
        user-group ${group}
        #
        acl number 6001
         rule 5 permit ip source user-group ${named}
        #
        nat instance copper id 13
         nat address-group out group-id 1 203.0.113.32 203.0.113.47
         nat outbound 6001 address-group out
        #`;
}
