// Two devices that back each other up, and what of one answers what of the other: channels, profiles, virtual routers, service
// boards. Best matches first, each thing used once; what an edit did not touch stays the same object.
import { push } from '../../text/collections';
import { alikeGroups, alikeProfiles, groupAffinity, mirrorWeight, shareService } from './similarity';
import { boardFollows, findGroup, groupsOf } from '../services/bindings';
import { serviceKey } from '../services/channels';
import type { Channel, Device, Group, Rbp, Rbs, ServiceLocation } from '../device';

export type Side = 'a' | 'b';

/** One reason to believe that two devices back each other, in words for `vrp pairs`. */
export interface Witness {
  readonly weight: number;
  readonly text: string;
}

export interface ChannelEnd {
  readonly rbs: Rbs;
  readonly channel: Channel;
}

export interface ChannelPair {
  readonly a: ChannelEnd;
  readonly b: ChannelEnd;
}

export interface ProfilePair {
  readonly a: Rbp;
  readonly b: Rbp;
  /** What matched them: the backup-id within the channel, or (the ids differ) the VRRP group they follow. */
  readonly by: 'backup-id' | 'group';
}

/** One virtual router on two devices. */
export interface GroupPair {
  readonly a: Group;
  readonly b: Group;
  /** Service types of the profiles that follow it on either device, and the service boards that do. */
  readonly services: readonly string[];
  readonly profiles: readonly ProfilePair[];
  readonly locations: readonly LocationPair[];
}

export interface LocationPair {
  readonly a: ServiceLocation;
  readonly b: ServiceLocation;
}

export interface Pair {
  readonly a: Device;
  readonly b: Device;
  readonly why: readonly Witness[];
  readonly channels: readonly ChannelPair[];
  readonly profiles: readonly ProfilePair[];
  /** Groups of both devices that answer each other; `services` is empty where no profile or service board follows. */
  readonly groups: readonly GroupPair[];
  readonly locations: readonly LocationPair[];
}

export function other(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

/** What answers what across two devices that are a pair. What is as it was in `previous`, the pair before an edit, stays the same object. */
export function pair(a: Device, b: Device, why: readonly Witness[], previous?: Pair): Pair {
  const is = (...fields: (keyof Device)[]) =>
    previous !== undefined && fields.every((field) => previous.a[field] === a[field] && previous.b[field] === b[field]);
  const channels =
    previous && is('services', 'addresses') ? previous.channels : kept(previous?.channels, channelPairs(a, b));
  const locations = previous && is('locations') ? previous.locations : kept(previous?.locations, locationPairs(a, b));
  const profiles =
    previous &&
    answeredServices(channels).join() === answeredServices(previous.channels).join() &&
    is('profiles', 'groups')
      ? previous.profiles
      : kept(previous?.profiles, profilePairs(a, b, channels));
  const groups =
    previous && profiles === previous.profiles && locations === previous.locations && is('profiles', 'groups')
      ? previous.groups
      : kept(previous?.groups, groupPairs(a, b, profiles, locations));
  return { a, b, why, channels, profiles, locations, groups };
}

/** The pair after edits that `pairsAlike` lets pass: what answers what is as it was, in other objects. */
export function renewed(previous: Pair, a: Device, b: Device): Pair {
  const same = (...fields: (keyof Device)[]) =>
    fields.every((field) => previous.a[field] === a[field] && previous.b[field] === b[field]);
  const channels = same('services', 'addresses') ? previous.channels : kept(previous.channels, channelPairs(a, b));
  const locations = same('locations') ? previous.locations : kept(previous.locations, locationPairs(a, b));
  const profiles = same('profiles')
    ? previous.profiles
    : eachRenewed(previous.profiles, (one) => {
        const [mine, theirs] = [a.profiles.get(one.a.key)!, b.profiles.get(one.b.key)!];
        return one.a === mine && one.b === theirs ? one : { ...one, a: mine, b: theirs };
      });
  const successors = new Map<object, object>();
  for (const [was, is] of [
    [previous.a, a],
    [previous.b, b],
  ] as const) {
    if (was.groups !== is.groups)
      was.groups.forEach((group, index) => {
        if (group !== is.groups[index]) successors.set(group, is.groups[index]!);
      });
  }
  previous.profiles.forEach((one, index) => {
    if (one !== profiles[index]) successors.set(one, profiles[index]!);
  });
  previous.locations.forEach((one, index) => {
    if (one !== locations[index]) successors.set(one, locations[index]!);
  });
  const successor = <One extends object>(one: One): One => (successors.get(one) as One | undefined) ?? one;
  const groups =
    successors.size === 0
      ? previous.groups
      : eachRenewed(previous.groups, (one) => {
          const [mine, theirs] = [successor(one.a), successor(one.b)];
          const [following, boards] = [eachRenewed(one.profiles, successor), eachRenewed(one.locations, successor)];
          if (one.a === mine && one.b === theirs && one.profiles === following && one.locations === boards) return one;
          return { ...one, a: mine, b: theirs, profiles: following, locations: boards };
        });
  return { a, b, why: previous.why, channels, profiles, locations, groups };
}

/** The list itself where all stay what they are. */
function eachRenewed<One>(list: readonly One[], renew: (one: One) => One): readonly One[] {
  const now = list.map(renew);
  return now.every((one, index) => one === list[index]) ? list : now;
}

/** `now` with those of `before` that are the same; the list of `before` where all are. */
function kept<Couple extends { readonly a: object; readonly b: object }>(
  before: readonly Couple[] | undefined,
  now: readonly Couple[],
): readonly Couple[] {
  if (!before) return now;
  const known = new Map(before.map((one) => [partOf(one.a), one]));
  const list = now.map((one) => {
    const old = known.get(partOf(one.a));
    return old && sameCouple(old, one) ? old : one;
  });
  return list.length === before.length && list.every((one, index) => one === before[index]) ? before : list;
}

/** An end of a channel is made anew each time; what it holds is not. */
function partOf(end: object): unknown {
  return 'channel' in end ? end.channel : end;
}

function sameCouple(one: object, two: object): boolean {
  const keys = Object.keys(two);
  return (
    keys.length === Object.keys(one).length &&
    keys.every((key) => {
      const [mine, theirs] = [(one as Record<string, unknown>)[key], (two as Record<string, unknown>)[key]];
      if (Array.isArray(mine) && Array.isArray(theirs))
        return mine.length === theirs.length && mine.every((value, index) => value === theirs[index]);
      return (
        mine === theirs ||
        (typeof mine === 'object' &&
          typeof theirs === 'object' &&
          mine !== null &&
          theirs !== null &&
          'channel' in mine &&
          sameCouple(mine, theirs))
      );
    })
  );
}

function channelPairs(a: Device, b: Device): ChannelPair[] {
  const ends = (device: Device) =>
    [...device.services.values()].flatMap((rbs) => rbs.channels.map((channel) => ({ rbs, channel })));
  const left = ends(a);
  const right = ends(b);
  const rated = left
    .flatMap((one) => right.map((two) => ({ one, two, weight: mirrorWeight(one.channel, two.channel, a, b) })))
    .filter((entry) => entry.weight > 0);
  // One service on each side and nothing that mirrors: still the two ends of what should be one channel.
  if (rated.length === 0 && left.length === 1 && right.length === 1)
    rated.push({ one: left[0]!, two: right[0]!, weight: 1 });
  return matchUp(rated).map(({ one, two }) => ({ a: one, b: two }));
}

/** Best first, each end used once. */
function matchUp<A, B>(rated: { one: A; two: B; weight: number }[]): { one: A; two: B }[] {
  const used = new Set<unknown>();
  return rated
    .map((entry, index) => ({ ...entry, index }))
    .sort((x, y) => y.weight - x.weight || x.index - y.index)
    .filter(({ one, two }) => {
      if (used.has(one) || used.has(two)) return false;
      used.add(one).add(two);
      return true;
    });
}

function answeredServices(channels: readonly ChannelPair[]): string[] {
  return channels.map((channel) => `${channel.a.rbs.key}\n${channel.b.rbs.key}`);
}

function locationPairs(a: Device, b: Device): LocationPair[] {
  return [...a.locations.values()].flatMap((mine) => {
    const theirs = b.locations.get(mine.id);
    return theirs && mine.remote && theirs.remote ? [{ a: mine, b: theirs }] : [];
  });
}

function profilePairs(a: Device, b: Device, channels: readonly ChannelPair[]): ProfilePair[] {
  const answered = new Set(answeredServices(channels));
  const rated = alikeProfiles(a, b, alikeGroups(a, b))
    .map(({ one, two, group }) => {
      const id = one.backupId !== undefined && one.backupId.value === two.backupId?.value;
      const channel = channels.length === 0 || answered.has(`${serviceKey(one)}\n${serviceKey(two)}`);
      const service = shareService(one, two);
      const name = one.key === two.key ? 1 : 0;
      const weight =
        id && channel
          ? 8 + (group ? 4 : 0) + (service ? 2 : 0) + name
          : group && service
            ? 4 + (channel ? 2 : 0) + name
            : id && (group || service)
              ? 3 + name
              : 0;
      return { one, two, weight };
    })
    .filter(({ weight }) => weight > 0);
  const lone =
    a.profiles.size === 1 && b.profiles.size === 1
      ? ([[...a.profiles.values()][0]!, [...b.profiles.values()][0]!] as const)
      : undefined;
  if (
    rated.length === 0 &&
    lone &&
    answered.has(`${serviceKey(lone[0])}\n${serviceKey(lone[1])}`) &&
    shareService(...lone)
  ) {
    rated.push({ one: lone[0], two: lone[1], weight: 1 });
  }
  return matchUp(rated).map(({ one, two }) => ({
    a: one,
    b: two,
    by: one.backupId && one.backupId.value === two.backupId?.value ? 'backup-id' : 'group',
  }));
}

function groupPairs(
  a: Device,
  b: Device,
  profiles: readonly ProfilePair[],
  locations: readonly LocationPair[],
): GroupPair[] {
  const rated: { one: Group; two: Group; weight: number }[] = [];
  // What a profile or a service board follows on both sides is one virtual router even when its vrid or addresses disagree.
  for (const profile of profiles) {
    const mine = groupsOf(profile.a, a);
    const theirs = groupsOf(profile.b, b);
    for (const one of mine) {
      for (const two of theirs) {
        if (one.family !== two.family) continue;
        const lone = mine.length === 1 && theirs.length === 1;
        const affinity = groupAffinity(a, one, b, two);
        if (affinity >= 2 || lone) rated.push({ one, two, weight: 10 + affinity });
      }
    }
  }
  for (const location of locations) {
    const one = location.a.group && findGroup(a, location.a.group.interfaceKey, 4, location.a.group.vrid.value);
    const two = location.b.group && findGroup(b, location.b.group.interfaceKey, 4, location.b.group.vrid.value);
    if (one && two) rated.push({ one, two, weight: 9 + groupAffinity(a, one, b, two) });
  }
  for (const { one, two, affinity } of alikeGroups(a, b)) rated.push({ one, two, weight: affinity });
  const followers = new Map<Group, ProfilePair[]>();
  for (const profile of profiles) {
    for (const group of [...groupsOf(profile.a, a), ...groupsOf(profile.b, b)]) push(followers, group, profile);
  }
  return matchUp(rated).map(({ one, two }) => {
    const following = [...new Set([...(followers.get(one) ?? []), ...(followers.get(two) ?? [])])];
    const boards =
      locations.length === 0
        ? []
        : locations.filter((location) => boardFollows(location.a, one) || boardFollows(location.b, two));
    const services = new Set(
      following.flatMap((profile) => [...profile.a.services, ...profile.b.services].map((service) => service.value)),
    );
    return {
      a: one,
      b: two,
      profiles: following,
      locations: boards,
      services: [...services].sort(),
    };
  });
}

export function isHotBackup(group: GroupPair): boolean {
  return group.profiles.length > 0 || group.locations.length > 0;
}
