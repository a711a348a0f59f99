// The carriers of the users' entries: which paths bring them from one device to the other, and what in the files keeps a path from
// working. A carrier is a backup profile over its channel, or a service board.
import type { Group, Rbp } from '../../model/device';
import { other, type GroupPair, type LocationPair, type Pair, type Side } from '../../model/pairing/pair';
import { boardFollows, groupsOf } from '../../model/services/bindings';
import { longestRefill } from '../../model/services/refill';
import { memoizeByObject } from '../../text/memoize';
import { boardCarrier } from './board-carrier';
import type { Carrier, Members } from './carrier';
import { boundOn, channelCarrier, usersOf } from './channel-carrier';
import { evidence } from './evidence';
import { bySide, deviceNames, sides } from './names';

/** `paired` is absent for a group that the other device does not have. */
export function carriersOf(pair: Pair, groups: Members, paired?: GroupPair): Carrier[] {
  const profiles =
    paired?.profiles ??
    pair.profiles.filter((profile) => sides.some((side) => follows(pair, side, profile[side], groups[side])));
  const locations = paired?.locations ?? pair.locations.filter((location) => isFollowing(location, groups));
  const lone = sides.flatMap((side) =>
    loneProfiles(pair)
      [side].filter((profile) => follows(pair, side, profile, groups[side]))
      .map((profile) => loneCarrier(pair, side, profile)),
  );
  return [
    ...profiles.map((profile) => channelCarrier(pair, profile)),
    ...lone,
    ...locations.map((location) => boardCarrier(pair, location)),
  ];
}

/** The same for what is no VRRP group: `followed` tells whether a profile of this side takes its role from it. */
export function carriersOfFollowers(pair: Pair, followed: (side: Side, profile: Rbp) => boolean): Carrier[] {
  const paired = pair.profiles.filter((profile) => sides.some((side) => followed(side, profile[side])));
  const lone = sides.flatMap((side) =>
    loneProfiles(pair)
      [side].filter((profile) => followed(side, profile))
      .map((profile) => loneCarrier(pair, side, profile)),
  );
  return [...paired.map((profile) => channelCarrier(pair, profile)), ...lone];
}

function follows(pair: Pair, side: Side, profile: Rbp, group: Group | undefined): boolean {
  return group !== undefined && groupsOf(profile, pair[side]).includes(group);
}

function isFollowing(location: LocationPair, groups: Members): boolean {
  return sides.some((side) => groups[side] && boardFollows(location[side], groups[side]));
}

/** Profiles that have no counterpart on the other device; asked for every group of the pair. */
const loneProfiles = memoizeByObject((pair: Pair): Readonly<Record<Side, readonly Rbp[]>> => {
  return bySide((side) => {
    const paired = new Set(pair.profiles.map((profile) => profile[side]));
    return [...pair[side].profiles.values()].filter((profile) => !paired.has(profile));
  });
});

/** A profile that follows the group and has no counterpart on the other device. */
function loneCarrier(pair: Pair, side: Side, profile: Rbp): Carrier {
  const services = profile.services.map((service) => service.value).sort();
  const fault = evidence(
    profile.at,
    `${pair[side].name}: nothing on ${pair[other(side)].name} answers profile ${profile.name}`,
    '000 step 3.4',
    'rbp-missing-on-peer',
  );
  return {
    kind: 'rbs',
    services,
    bound: boundOn(profile, pair[side], deviceNames(pair)[side]),
    faults: [fault],
    unready: { a: [], b: [] },
    lines: [],
    ends: { a: [], b: [] },
    users: bySide((candidate) => (candidate === side ? usersOf(profile, pair[side]) : [])),
    figure: longestRefill(services),
  };
}
