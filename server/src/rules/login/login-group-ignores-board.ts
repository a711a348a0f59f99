// Where users who log in are translated by a board, their group must hear of a broken board too, or they stay on a device that cannot
// translate them any more. On the backup it is optional, as for the group of the board itself.
import type { Group } from '../../model/device';
import { addLine } from '../../edits/vrrp-group-edits';
import { pairRule } from '../../diagnostics/rule';
import { groupPairOf } from '../../model/pairing/matching';
import type { LocationPair, Pair, Side } from '../../model/pairing/pair';
import { sides } from '../../model/services/service-boards';
import { loginGroupsOf } from '../../model/services/translated-groups';
import { groupName, vrrpWord, type Member } from '../../model/vrrp/member';
import { writtenPriority } from '../../model/vrrp/priority';
import { intendedMaster } from '../../model/vrrp/roles';
import { ignoresBoard } from '../shared/board-tracking';
import { exampleBoard } from '../testing/example-board';
import { exampleTranslatedLogin } from '../testing/example-translated-login';

interface Facts {
  readonly member: Member;
  readonly words: string;
}

export default pairRule<Facts>({
  id: 'login-group-ignores-board',
  requirement: 'HB-BR-BOARD',
  title: 'The group of users who log in does not track the board that translates them',
  severity: 'warning',
  why: 'When the board fails the users stay on the device, and whoever logs in there is not translated.',
  guide: ['012 step 7.4', 'vendor configuration guide: CGN reliability'],
  *check(pair) {
    const seen = new Set<Group>();
    for (const location of pair.locations)
      for (const { side, device, id, group } of ignoring(pair, location)) {
        if (seen.has(group)) continue;
        seen.add(group);
        const matched = groupPairOf(pair, group);
        const isMaster = matched !== undefined && intendedMaster(pair, matched) === side;
        const gap = matched ? Math.abs(writtenPriority(matched.a) - writtenPriority(matched.b)) : 0;
        const where = `${groupName(group)} on ${group.interfaceName}`;
        const reduced = isMaster ? ` reduced ${Math.min(255, gap + 10)}` : '';
        yield {
          at: group.at,
          severity: isMaster ? 'warning' : 'information',
          message: `${device.name}: ${where} ignores service-location ${id}, whose board translates its users: ${isMaster ? 'users stay without a board' : 'its fault is not seen'}; track the board`,
          facts: { member: { device, group }, words: `track service-location ${id}${reduced}` },
        };
      }
  },
  fix({ member, words }) {
    const line = `${vrrpWord(member.group)} vrid ${member.group.vrid} ${words}`;
    return [{ title: `Add ${line} on ${member.device.name}`, edits: [addLine(member, words)], safe: false }];
  },
  examples: [
    {
      title: "The users' group does not track the board",
      config:
        device('DeviceA', 1, {
          group: `
                   ^ DeviceA: VRRP group 2 on GigabitEthernet0/1/2.4001 ignores service-location 1, whose board translates its users: users stay without a board; track the board
         vrrp vrid 2 priority 120`,
        }) +
        device('DeviceB', 2) +
        `
        fixed:${device('DeviceA', 1, {
          group: `
         vrrp vrid 2 priority 120
         vrrp vrid 2 track service-location 1 reduced 30`,
        })}`,
    },
    { title: 'It tracks the board', config: device('DeviceA', 1) + device('DeviceB', 2) },
    {
      title: 'The users of the domain are not translated',
      config:
        device('DeviceA', 1, {
          domain: '',
          group: `
         vrrp vrid 2 priority 120`,
        }) + device('DeviceB', 2, { domain: '' }),
    },
  ],
});

/** Groups other than the board's own that users of its instances follow, and that do not track it. */
function* ignoring(
  pair: Pair,
  location: LocationPair,
): Iterable<Member & { readonly side: Side; readonly id: number }> {
  for (const { side, device, location: here } of sides(pair, location)) {
    for (const group of loginGroupsOf(device, here))
      if (ignoresBoard(device, group, here.id)) yield { side, device, group, id: here.id };
  }
}

function device(name: string, own: 1 | 2, parts: { readonly group?: string; readonly domain?: string } = {}): string {
  return exampleBoard(name, own, {
    instance: `nat instance users id 1
         service-instance-group group1`,
    rest: exampleTranslatedLogin(own, parts),
  });
}
