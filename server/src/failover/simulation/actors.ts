// The virtual routers of a pair, as the rehearsal plays them: groups that two devices share, groups of hot backup that only
// one device has, and groups that copy the role of a management group.
import type { Group } from '../../model/device';
import { findGroup, groupsOf } from '../../model/services/bindings';
import { isHotBackup, type GroupPair, type Pair, type Side } from '../../model/pairing/pair';
import { sides } from './names';
import { carriersOf, type Carrier } from './sync';
import { isOurs } from './topology';

export interface Actor {
  readonly family: 4 | 6;
  readonly vrid: number;
  /** One is missing where the other device has no such group. */
  readonly groups: { readonly a?: Group; readonly b?: Group };
  readonly paired?: GroupPair;
  readonly carriers: readonly Carrier[];
  readonly hotBackup: boolean;
  /** The actor whose roles it copies. */
  readonly admin?: number;
}

/** Actors in file order, management groups before their followers; `unsettled` are groups nothing can be said of. */
export function actorsOf(pair: Pair): { readonly actors: readonly Actor[]; readonly unsettled: readonly GroupPair[] } {
  const found: { groups: Actor['groups']; paired?: GroupPair }[] = [];
  const unsettled: GroupPair[] = [];
  for (const group of pair.groups) {
    if (!group.a.exists || !group.b.exists) continue;
    if (pair.a.firewall || pair.b.firewall || !group.a.follows !== !group.b.follows) unsettled.push(group);
    else found.push({ groups: { a: group.a, b: group.b }, paired: group });
  }
  for (const side of sides) for (const group of loneGroups(pair, side)) found.push({ groups: { [side]: group } });
  const order = (one: (typeof found)[number]) => ((one.groups.a ?? one.groups.b)!.follows ? 1 : 0);
  const sorted = found
    .map((one, index) => ({ one, index }))
    .sort((x, y) => order(x.one) - order(y.one) || x.index - y.index)
    .map(({ one }) => one);
  const actors: Actor[] = [];
  for (const { groups, paired } of sorted) {
    const first = (groups.a ?? groups.b)!;
    let admin: number | undefined;
    if (first.follows) {
      const masters = sides.flatMap((side) => {
        const follows = groups[side]?.follows;
        const group = follows && findGroup(pair[side], follows.interfaceKey, first.family, follows.vrid.value);
        return [actors.findIndex((one) => group !== undefined && one.groups[side] === group)];
      });
      if (masters[0] !== masters[1] || masters[0] === -1) {
        if (paired) unsettled.push(paired);
        continue;
      }
      admin = masters[0];
    }
    const carriers = carriersOf(pair, groups, paired);
    actors.push({
      family: first.family,
      vrid: first.vrid,
      groups,
      paired,
      carriers,
      hotBackup: paired ? isHotBackup(paired) : true,
      admin,
    });
  }
  return { actors, unsettled };
}

/** Groups that a profile or board of this pair follows on one device, and that nothing answers on the other. */
function loneGroups(pair: Pair, side: Side): Group[] {
  const device = pair[side];
  const matched = new Set(pair.groups.map((group) => group[side]));
  const ours = [...device.profiles.values()].filter((profile) => isOurs(pair, side, profile));
  const followed = [
    ...ours.flatMap((profile) => groupsOf(profile, device)),
    ...pair.locations.flatMap(({ [side]: location }) =>
      location.group ? (findGroup(device, location.group.interfaceKey, 4, location.group.vrid.value) ?? []) : [],
    ),
  ];
  return [...new Set(followed)].filter(
    (group) => group.exists && !group.follows && !device.firewall && !matched.has(group),
  );
}
