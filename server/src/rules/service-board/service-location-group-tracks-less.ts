// Users whose sessions stand on a board are meant to be where the board is active. What hands their role over must hand that of the
// boards over too: what their group tracks, and the interface that the group stands on. No page of the vendor says what becomes of
// sessions that stay behind, so that is information; a warning where the boards of the other device track more, for then the line is missing on the master.
import { addLine } from '../../edits/vrrp-group-edits';
import { pairRule } from '../../diagnostics/rule';
import type { Group, Track } from '../../model/device';
import { mainInterfaceKey } from '../../model/names';
import { groupPairOf } from '../../model/pairing/matching';
import { other, type Pair } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { groupOf, sides } from '../../model/services/service-boards';
import { groupsTranslatedOn } from '../../model/services/translated-groups';
import { groupName, vrrpWord, type Member } from '../../model/vrrp/member';
import { writtenPriority } from '../../model/vrrp/priority';
import { intendedMaster } from '../../model/vrrp/roles';
import { trackedShare, tracksOf } from '../../model/vrrp/tracking';
import { hasUnread } from '../shared/unread-values';
import { exampleBoard } from '../testing/example-board';
import { exampleTranslatedLogin } from '../testing/example-translated-login';

/** What takes the role from the users' group and not from that of the boards. */
interface Untracked {
  readonly name: string;
  readonly at: Place;
  /** The users' group tracks it, and does not stand on it. */
  readonly tracked: boolean;
}

/** A group of boards on a device that is meant to be master of it and of the users' group. */
interface Together {
  readonly boards: Member;
  readonly users: Group;
  /** Between the priorities of the boards' group. */
  readonly gap: number;
  /** The boards of the other device track more interfaces. */
  readonly lacksTracks: boolean;
}

interface Facts {
  readonly boards: Member;
  readonly words: string;
}

export default pairRule<Facts>({
  id: 'service-location-group-tracks-less',
  requirement: 'HB-BR-TOGETHER',
  title: 'The group of the boards does not track what the group of their users tracks',
  severity: 'warning',
  why: 'When it fails the users move to the other device, and their sessions stay on the board of this one.',
  guide: ['012 step 7.3'],
  *check(pair) {
    for (const { boards, users, gap, lacksTracks } of mastersOfBoth(pair))
      for (const { name, at, tracked } of untrackedBy(boards, users)) {
        const [ofBoards, ofUsers] = [groupName(boards.group), groupName(users)];
        const moves = tracked ? `which ${ofUsers} of the users tracks` : `where ${ofUsers} of the users is`;
        yield {
          at: boards.group.at,
          severity: tracked && lacksTracks ? 'warning' : 'information',
          message: `${boards.device.name}: ${ofBoards} of the boards ignores ${name}, ${moves}: users move without sessions; add a track`,
          also: [{ at, message: `${boards.device.name}: ${ofUsers} hands its role over when ${name} fails` }],
          facts: { boards, words: `track interface ${name} reduced ${Math.min(255, gap + 10)}` },
        };
      }
  },
  fix({ boards, words }) {
    const line = `${vrrpWord(boards.group)} vrid ${boards.group.vrid} ${words}`;
    return [{ title: `Add ${line} on ${boards.device.name}`, edits: [addLine(boards, words)], safe: false }];
  },
  examples: [
    {
      title: 'The boards do not track the uplink of the users',
      config: `${device('DeviceA', 1, {
        marks: `
                   ^ DeviceA: VRRP group 1 of the boards ignores GigabitEthernet0/1/9, which VRRP group 2 of the users tracks: users move without sessions; add a track`,
        boards: tracks(1, 'GigabitEthernet0/1/2.4001'),
      })}${device('DeviceB', 2, { boards: tracks(1, 'GigabitEthernet0/1/9') + tracks(1, 'GigabitEthernet0/1/2') })}
        fixed:${device('DeviceA', 1, {
          boards: `${tracks(1, 'GigabitEthernet0/1/2.4001')}
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 90`,
        })}`,
    },
    {
      title: "Nor the interface of the users' group",
      config:
        device('DeviceA', 1, {
          marks: `
                   ^ DeviceA: VRRP group 1 of the boards ignores GigabitEthernet0/1/2.4001, where VRRP group 2 of the users is: users move without sessions; add a track`,
          boards: tracks(1, 'GigabitEthernet0/1/9'),
        }) + device('DeviceB', 2),
    },
    {
      title: 'The boards track both, by their main interface; on the backup there is no role to hand over',
      config:
        device('DeviceA', 1, {
          boards: tracks(1, 'GigabitEthernet0/1/9') + tracks(1, 'GigabitEthernet0/1/2'),
        }) + device('DeviceB', 2),
    },
    {
      title: 'Another device is meant to be master of the users',
      config: device('DeviceA', 1, { users: 90 }) + device('DeviceB', 2),
    },
  ],
});

/** The groups of boards and of their users that one device is meant to be master of. */
function* mastersOfBoth(pair: Pair): Iterable<Together> {
  for (const location of pair.locations)
    for (const { side, device, location: here } of sides(pair, location)) {
      const group = groupOf(device, here);
      const matched = group && !group.follows ? groupPairOf(pair, group) : undefined;
      if (!group || !matched || intendedMaster(pair, matched) !== side) continue;
      const boards = { device, group };
      if (!isRead(boards)) continue;
      const gap = Math.abs(writtenPriority(matched.a) - writtenPriority(matched.b));
      const lacksTracks = interfacesTracked(group) < interfacesTracked(matched[other(side)]);
      for (const users of groupsTranslatedOn(device, here)) {
        const ofUsers = users.follows ? undefined : groupPairOf(pair, users);
        if (ofUsers && intendedMaster(pair, ofUsers) === side) yield { boards, users, gap, lacksTracks };
      }
    }
}

function interfacesTracked({ tracks }: Group): number {
  return tracks.filter(({ object }) => object.kind === 'interface').length;
}

/** All that the group tracks is told by the file. */
function isRead({ device, group }: Member): boolean {
  const isShare = ({ object }: Track) => object.kind === 'monitor-group';
  return (
    !hasUnread({ device, group }, 'track') &&
    group.tracks.every((track) => !isShare(track) || trackedShare(device, track.object) !== undefined)
  );
}

function untrackedBy({ device, group }: Member, users: Group): Untracked[] {
  const tracked = users.tracks.flatMap(({ line, object, reduced }) =>
    object.kind === 'interface' && reduced ? { key: object.key, name: object.name.value, at: line, tracked: true } : [],
  );
  const own = { key: users.interfaceKey, name: users.interfaceName, at: users.at, tracked: false };
  return [...tracked, own].filter(({ key }, index, all) => {
    const main = mainInterfaceKey(key);
    const isFirst = all.findIndex((one) => mainInterfaceKey(one.key) === main) === index;
    return isFirst && main !== mainInterfaceKey(group.interfaceKey) && tracksOf(device, group, main).length === 0;
  });
}

function tracks(vrid: number, name: string): string {
  return `
         vrrp vrid ${vrid} track interface ${name} reduced 90`;
}

interface Parts {
  readonly marks?: string;
  readonly boards?: string;
  readonly users?: number;
}

function device(name: string, own: 1 | 2, { marks, boards, users }: Parts = {}): string {
  return exampleBoard(name, own, {
    instance: `nat instance users id 1
         service-instance-group group1`,
    vrrp: `${marks ?? ''}
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority ${own === 1 ? 200 : 120}
         vrrp vrid 1 track service-location 1 reduced 90${boards ?? ''}`,
    rest: exampleTranslatedLogin(own, {
      group: `
         vrrp vrid 2 priority ${users ?? (own === 1 ? 120 : 100)}
         vrrp vrid 2 track service-location 1 reduced 30
         vrrp vrid 2 track interface GigabitEthernet0/1/9 reduced 30
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.9.${own} 255.255.255.252`,
    }),
  });
}
