// Users come in on the device that is master of their group, and the board that translates them works on the device that is master of
// the boards' group. Told where the priorities give the two roles to two devices, for all boards of those users: of two boards that
// share the work one is where they come in, and over a backup service in the instance group packets may go on to the other.
import { pairRule } from '../../diagnostics/rule';
import type { Device, Group } from '../../model/device';
import { groupPairOf } from '../../model/pairing/matching';
import { other, type GroupPair, type Pair, type Side } from '../../model/pairing/pair';
import { groupOf, instanceGroupsOf, instancesOn, trackedLocations } from '../../model/services/service-boards';
import { locationsByGroup } from '../../model/services/translated-groups';
import { groupName } from '../../model/vrrp/member';
import { intendedMaster } from '../../model/vrrp/roles';
import { hasUnread } from '../shared/unread-values';
import { exampleBoard } from '../testing/example-board';
import { exampleTranslatedLogin } from '../testing/example-translated-login';

export default pairRule<undefined>({
  id: 'service-location-master-elsewhere',
  requirement: 'HB-BR-TOGETHER',
  title: 'One device is master of the users, the other of the boards that translate them',
  severity: 'warning',
  why: 'Packets of the users arrive where the board only stands by: they are not translated.',
  guide: ['004 step 2.5', '012 step 7.3'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const)
      for (const [users, all] of locationsByGroup(pair, side)) {
        if (masterOf(pair, users) !== side) continue;
        const ids = ownOf(users, all);
        const boards = ids.flatMap((id) => boardsGroup(pair, side, id));
        const [first] = boards;
        const isElsewhere = (group: Group) => masterOf(pair, group) === other(side);
        if (!first || boards.length < ids.length || !boards.every(isElsewhere)) continue;
        const [device, peer] = [pair[side], pair[other(side)]];
        const [ofUsers, ofBoards] = [groupName(users), groupName(first)];
        yield {
          at: users.at,
          message: `${device.name}: master of ${ofUsers} of the users, but ${peer.name} is of ${ofBoards} of their boards: users come where no board translates; lead both here`,
          also: [{ at: first.at, message: `${device.name}: backup of ${ofBoards} of the boards` }],
          facts: undefined,
        };
      }
  },
  examples: [
    {
      title: 'The roles are crossed',
      config:
        device(
          'DeviceA',
          1,
          { boards: 90 },
          `
                   ^ DeviceA: master of VRRP group 2 of the users, but DeviceB is of VRRP group 1 of their boards: users come where no board translates; lead both here`,
        ) + device('DeviceB', 2, {}),
    },
    { title: 'One device leads both', config: device('DeviceA', 1, {}) + device('DeviceB', 2, {}) },
    {
      title: 'Equal priorities decide nothing',
      config: device('DeviceA', 1, { boards: 120 }) + device('DeviceB', 2, {}),
    },
  ],
});

/** A policy may hand users to instances of several boards: those that the group tracks are its own. */
function ownOf(users: Group, all: readonly number[]): readonly number[] {
  const tracked = trackedLocations(users).map(({ value }) => value);
  const own = all.filter((id) => tracked.includes(id));
  return own.length > 0 ? own : all;
}

/** The group of the boards of a location; none where packets may go on to the boards of the other device. */
function boardsGroup(pair: Pair, side: Side, id: number): readonly Group[] {
  const device = pair[side];
  const location = device.locations.get(id);
  const group = location && groupOf(device, location);
  return group && !goesOn(device, id) ? [group] : [];
}

function goesOn(device: Device, id: number): boolean {
  const location = device.locations.get(id);
  const instances = location ? instancesOn(device, location) : [];
  return instances.some((instance) => instanceGroupsOf(device, instance).some(({ rbs }) => rbs !== undefined));
}

function masterOf(pair: Pair, group: Group): Side | undefined {
  const matched = groupPairOf(pair, group);
  return matched && !isUnread(pair, matched) ? intendedMaster(pair, matched) : undefined;
}

function isUnread(pair: Pair, { a, b }: GroupPair): boolean {
  return hasUnread({ device: pair.a, group: a }, 'priority') || hasUnread({ device: pair.b, group: b }, 'priority');
}

function device(name: string, own: 1 | 2, { boards }: { boards?: number }, marks = ''): string {
  return exampleBoard(name, own, {
    instance: `nat instance users id 1
         service-instance-group group1`,
    vrrp: `
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority ${boards ?? (own === 1 ? 200 : 120)}
         vrrp vrid 1 track service-location 1 reduced 90`,
    rest: exampleTranslatedLogin(own, {
      group: `${marks}
         vrrp vrid 2 priority ${own === 1 ? 120 : 100}
         vrrp vrid 2 track service-location 1 reduced 30`,
    }),
  });
}
