// Two devices that back each other up, and what of one answers what of the other: channels, profiles, virtual routers, service
// boards. Best matches first, each thing used once; what an edit did not touch stays the same object.
import { sameLists } from '../../text/collections';
import type { Device } from '../device';
import {
  matchAll,
  rematch,
  type GroupPair,
  type LocationPair,
  type MatchScope,
  type ProfilePair,
  type Side,
} from './matching';
import { channelEnds, mirroredEnds, relatedEnds, type ChannelEnd } from './similarity';

export type { GroupPair, LocationPair, ProfilePair, Side } from './matching';
export type { ChannelEnd } from './similarity';

/** One reason to believe that two devices back each other, in words for `vrp pairs`. */
export interface PairingEvidence {
  readonly weight: number;
  readonly text: string;
}

/** The two ends of one backup channel. */
export interface ChannelPair {
  readonly a: ChannelEnd;
  readonly b: ChannelEnd;
}

/** Two devices that back each other up, and what of one corresponds to what of the other. */
export interface Pair {
  readonly a: Device;
  readonly b: Device;
  readonly why: readonly PairingEvidence[];
  readonly channels: readonly ChannelPair[];
  readonly profiles: readonly ProfilePair[];
  /** Groups of both devices that answer each other; `services` is empty where no profile or service board follows. */
  readonly groups: readonly GroupPair[];
  readonly locations: readonly LocationPair[];
  /** A channel or a pair of service boards carries entries between the two. */
  readonly isBackedUp: boolean;
}

/** The other of the two devices of a pair. */
export function other(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

/**
 * What answers what across two devices that are a pair. What is as it was in `previous`, the pair before an edit, stays the
 * same object.
 */
export function pair(a: Device, b: Device, why: readonly PairingEvidence[], previous?: Pair): Pair {
  const same = (...fields: (keyof Device)[]) =>
    previous !== undefined && fields.every((field) => previous.a[field] === a[field] && previous.b[field] === b[field]);
  const channels =
    previous && same('services', 'addresses') ? previous.channels : kept(previous?.channels, channelPairs(a, b));
  const locations = previous && same('locations') ? previous.locations : kept(previous?.locations, locationPairs(a, b));
  const scope = scopeOf({ a, b, channels, locations });
  const { profiles, groups } = (previous && rematch(scopeOf(previous), previous, scope)) ?? matchAll(scope, previous);
  const isBackedUp = channels.length + locations.length > 0;
  return { a, b, why, channels, profiles, locations, groups, isBackedUp };
}

function scopeOf({ a, b, channels, locations }: Pick<Pair, 'a' | 'b' | 'channels' | 'locations'>): MatchScope {
  return { a, b, services: answeredServices(channels), locations };
}

/** `now` with those of `before` that are the same; the list of `before` where all are. */
function kept<Couple extends { readonly a: object; readonly b: object }>(
  before: readonly Couple[] | undefined,
  next: readonly Couple[],
): readonly Couple[] {
  if (!before) return next;
  const known = new Map(before.map((couple) => [partOf(couple.a), couple]));
  const list = next.map((couple) => {
    const old = known.get(partOf(couple.a));
    return old && sameCouple(old, couple) ? old : couple;
  });
  return sameLists(list, before) ? before : list;
}

/** An end of a channel is made anew each time; what it holds is not. */
function partOf(end: object): unknown {
  return 'channel' in end ? end.channel : end;
}

function sameCouple(left: object, right: object): boolean {
  const keys = Object.keys(right);
  return (
    keys.length === Object.keys(left).length &&
    keys.every((key) => {
      const [ofA, ofB] = [(left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]];
      if (Array.isArray(ofA) && Array.isArray(ofB))
        return ofA.length === ofB.length && ofA.every((value, index) => value === ofB[index]);
      return (
        ofA === ofB ||
        (typeof ofA === 'object' &&
          typeof ofB === 'object' &&
          ofA !== null &&
          ofB !== null &&
          'channel' in ofA &&
          sameCouple(ofA, ofB))
      );
    })
  );
}

function channelPairs(a: Device, b: Device): ChannelPair[] {
  const [left, right] = [channelEnds(a), channelEnds(b)];
  const mirrored = matchUp(mirroredEnds(left, right));
  // What mirrors outweighs all else: only what is left over is held against each other in other ways.
  const used = new Set(mirrored.flatMap(({ ofA, ofB }) => [ofA, ofB]));
  const unused = (end: ChannelEnd) => !used.has(end);
  const rated = relatedEnds(left.filter(unused), right.filter(unused), a, b);
  // One service on each side and nothing that mirrors: still the two ends of what should be one channel.
  const isAlone = mirrored.length === 0 && rated.length === 0 && left.length === 1 && right.length === 1;
  if (isAlone && !leadToThird(left[0]!, right[0]!)) rated.push({ ofA: left[0]!, ofB: right[0]!, weight: 1 });
  return [...mirrored, ...matchUp(rated)].map(({ ofA, ofB }) => ({ a: ofA, b: ofB }));
}

/** Both lead to one address from sources of their own: that of a third device, which backs up each of them. */
function leadToThird({ channel: left }: ChannelEnd, { channel: right }: ChannelEnd): boolean {
  return left.peer.value.key === right.peer.value.key && left.source.value.key !== right.source.value.key;
}

/** Best first, each end used once. */
function matchUp<A, B>(rated: { ofA: A; ofB: B; weight: number }[]): { ofA: A; ofB: B }[] {
  const used = new Set<unknown>();
  return rated
    .map((entry, index) => ({ ...entry, index }))
    .sort((x, y) => y.weight - x.weight || x.index - y.index)
    .filter(({ ofA, ofB }) => {
      if (used.has(ofA) || used.has(ofB)) return false;
      used.add(ofA).add(ofB);
      return true;
    });
}

function answeredServices(channels: readonly ChannelPair[]): string[] {
  return channels.map((channel) => `${channel.a.rbs.key}\n${channel.b.rbs.key}`);
}

function locationPairs(a: Device, b: Device): LocationPair[] {
  return [...a.locations.values()].flatMap((ofA) => {
    const ofB = b.locations.get(ofA.id);
    return ofB && ofA.remote && ofB.remote ? [{ a: ofA, b: ofB }] : [];
  });
}

/** Whether profiles or service boards take their role from the virtual router. */
export function isHotBackup(group: GroupPair): boolean {
  return group.profiles.length > 0 || group.locations.length > 0;
}
