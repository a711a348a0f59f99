// A rule of an ACL may pick users by their group. Where the file defines groups, or is whole, one that it does not define picks nobody.
import type { Device } from '../../model/device';
import { wordsAt } from '../../model/lines/canonical-text';
import { nameKey } from '../../model/names';
import type { Place } from '../../model/place';
import { headsOf, rulesOf, usersAclsOf, type AclRule } from '../../model/services/user-acls';
import { replace } from '../../edits/config-edits';
import { meant, nearest } from '../../text/edit-distance';
import { words } from '../../text/words';
import { deviceRule } from '../../diagnostics/rule';

interface Facts {
  readonly device: Device;
  readonly at: Place;
  readonly name: string;
}

export default deviceRule<Facts>({
  id: 'acl-user-group-undefined',
  requirement: 'HB-X-AAA-DEFINED',
  title: 'A rule of an ACL names a group of users that is not there',
  severity: 'warning',
  why: 'The rule picks nobody: the users whom it means are not translated.',
  guide: ['vendor configuration files'],
  *check(device) {
    if (device.holdsSeveralDevices || !(device.isWholeFile || device.nameIndex.definesAny('user-group'))) return;
    const asked = new Set<string>();
    for (const instance of device.instances)
      for (const { acl } of usersAclsOf(device, instance)) {
        if (asked.has(acl.value)) continue;
        asked.add(acl.value);
        for (const rule of rulesOf(headsOf(device, acl.value)) ?? []) {
          const found = groupIn(rule);
          if (!found || device.nameIndex.isDefined('user-group', nameKey(found.name))) continue;
          const near = meant(found.name, groupsOf(device));
          const hint = near === undefined ? '' : `; did you mean ${near}?`;
          yield {
            at: found.at,
            message: `${device.name}: ACL ${acl.value} names user group ${found.name}, which is ${device.isWholeFile ? 'not defined' : 'not in this file'}: its users are left out${hint}`,
            facts: { device, ...found },
          };
        }
      }
  },
  fix: ({ device, at, name }) =>
    nearest(name, groupsOf(device)).map((group) => ({
      title: `Use user group ${group}`,
      edits: [replace(at, group)],
      safe: false,
    })),
  examples: [
    {
      title: 'A slip in the name',
      config: `${device('homes', 'home\n                                            ^^^^ DeviceA: ACL 6001 names user group home, which is not in this file: its users are left out; did you mean homes?')}
        fixed:${device('homes', 'homes')}`,
    },
    { title: 'Defined', config: device('homes', 'homes') },
    { title: 'An excerpt without groups', config: device('homes', 'home').replace('user-group homes\n', '') },
  ],
});

function groupsOf({ nameIndex }: Device): readonly string[] {
  return nameIndex.definitions('user-group').map(({ text }) => text);
}

/** `source user-group homes` */
function groupIn({ line }: AclRule): Omit<Facts, 'device'> | undefined {
  const spoken = words(line.text).map(({ text }) => text);
  const index = spoken.findIndex((word) => word.toLowerCase() === 'user-group') + 1;
  const name = spoken[index];
  return index === 0 || name === undefined ? undefined : { at: wordsAt(line, index), name };
}

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
