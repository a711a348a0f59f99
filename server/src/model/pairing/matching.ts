// Which profile and which virtual router of one device answer those of the other: best matches first, each thing used once. After an
// edit only what hangs together with what changed is matched again: whatever shares a key with it, what shares one with that,
// and so on. What shares no key cannot have another match than before.
import { partitionPoint, push, sameLists } from '../../text/collections';
import type { Device, Group, Rbp, ServiceLocation } from '../device';
import { placeOfKey, placeOfValue } from '../incremental/index-view';
import { whileIndexing } from '../incremental/indexing';
import { derivedList } from '../incremental/derived-list';
import { changedPlaces } from '../incremental/patched-list';
import { changedKeys, haveSameKeys } from '../incremental/patched-map';
import { groupKey } from '../names';
import { findGroup, followersOf, groupsOf } from '../services/bindings';
import { serviceKey } from '../services/channels';
import { changesCrowd, relatedGroups, sharedNames } from './group-keys';
import {
  matchingGroups,
  matchingProfiles,
  groupAffinity,
  profilesNaming,
  relatedProfiles,
  shareService,
} from './similarity';

/** The first or the second device of a pair. */
export type Side = 'a' | 'b';

/** Two profiles that back each other up. */
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

/** Two service boards that back each other up. */
export interface LocationPair {
  readonly a: ServiceLocation;
  readonly b: ServiceLocation;
}

/** What is matched, and with what else known. */
export interface MatchScope {
  readonly a: Device;
  readonly b: Device;
  /** Of each channel the services of both ends, as `answeredServices` of the pair says it. */
  readonly services: readonly string[];
  readonly locations: readonly LocationPair[];
}

/** What of one device corresponds to what of the other. */
export interface Matches {
  readonly profiles: readonly ProfilePair[];
  readonly groups: readonly GroupPair[];
}

/** A couple that may be one. Of two that exclude each other the one with the lower rank is. */
interface Candidate<Item> {
  readonly ofA: Item;
  readonly ofB: Item;
  /** Its weight, negated, then what gives the order among equals. */
  readonly rank: Rank;
}

type Rank = readonly number[];

/** Where a couple stands in its list, and what it was matched by. */
const ranks = new WeakMap<ProfilePair | GroupPair, Rank>();

function compareRanks(left: Rank, right: Rank): number {
  const place = left.findIndex((value, index) => value !== right[index]);
  return place < 0 ? 0 : left[place]! - right[place]!;
}

/** Best first, each end used once. */
function matchUp<Item>(candidates: Candidate<Item>[]): Candidate<Item>[] {
  const used = new Set<Item>();
  return candidates
    .sort((x, y) => compareRanks(x.rank, y.rank))
    .filter(({ ofA, ofB }) => {
      if (used.has(ofA) || used.has(ofB)) return false;
      used.add(ofA).add(ofB);
      return true;
    });
}

/** All matches of two devices. Of `previous` what stays the same stays the same object. */
export function matchAll(scope: MatchScope, previous?: Matches): Matches {
  const profiles = keepUnchanged(previous?.profiles, matchAllProfiles(scope));
  const groups = keepUnchanged(previous?.groups, matchAllGroups(scope, profiles));
  return { profiles, groups };
}

// --- profiles

function matchAllProfiles(scope: MatchScope): ProfilePair[] {
  const { a, b, services } = scope;
  const candidates = [...a.profiles.values()].flatMap((profile) => profileCandidates(scope, profile));
  const [ofA, ofB] = [[...a.profiles.values()], [...b.profiles.values()]];
  const lone = ofA.length === 1 && ofB.length === 1 ? ([ofA[0]!, ofB[0]!] as const) : undefined;
  if (candidates.length === 0 && lone && services.includes(servicesOf(...lone)) && shareService(...lone))
    candidates.push({ ofA: lone[0], ofB: lone[1], rank: [-1] });
  return matchUp(candidates).map(profilePair);
}

function profileCandidates({ a, b, services }: MatchScope, profile: Rbp): Candidate<Rbp>[] {
  const place = placeOfKey(a.profiles, profile.key);
  const found: Candidate<Rbp>[] = [];
  matchingProfiles(a, profile, b).forEach(({ peerProfile, group }, index) => {
    const channel = services.length === 0 || services.includes(servicesOf(profile, peerProfile));
    const weight = profileWeight(profile, peerProfile, group, channel);
    if (weight > 0) found.push({ ofA: profile, ofB: peerProfile, rank: [-weight, place, index] });
  });
  return found;
}

function profileWeight(left: Rbp, right: Rbp, group: boolean, channel: boolean): number {
  const id = left.backupId !== undefined && left.backupId.value === right.backupId?.value;
  const service = shareService(left, right);
  const name = left.key === right.key ? 1 : 0;
  if (id && channel) return 8 + (group ? 4 : 0) + (service ? 2 : 0) + name;
  if (group && service) return 4 + (channel ? 2 : 0) + name;
  return id && (group || service) ? 3 + name : 0;
}

function servicesOf(left: Rbp, right: Rbp): string {
  return `${serviceKey(left)}\n${serviceKey(right)}`;
}

function profilePair({ ofA, ofB, rank }: Candidate<Rbp>): ProfilePair {
  const sameId = ofA.backupId && ofA.backupId.value === ofB.backupId?.value;
  const couple: ProfilePair = { a: ofA, b: ofB, by: sameId ? 'backup-id' : 'group' };
  ranks.set(couple, rank);
  return couple;
}

// --- virtual routers

function matchAllGroups(scope: MatchScope, profiles: readonly ProfilePair[]): GroupPair[] {
  const { a, b, locations } = scope;
  const followers = new Map<Group, ProfilePair[]>();
  for (const profile of profiles)
    for (const group of [...groupsOf(profile.a, a), ...groupsOf(profile.b, b)]) push(followers, group, profile);
  const boards = { a: boardsByGroup(locations, 'a'), b: boardsByGroup(locations, 'b') };
  const candidates = [
    ...profiles.flatMap((profile) => candidatesByProfile(scope, profile)),
    ...locations.flatMap((location, index) => candidatesByBoard(scope, location, index)),
    ...a.groups.flatMap((group) => candidatesByLikeness(scope, group)),
  ];
  return matchUp(candidates).map((candidate) =>
    groupPair(
      candidate,
      [candidate.ofA, candidate.ofB].flatMap((group) => followers.get(group) ?? []),
      boardsOf(candidate, boards, locations),
    ),
  );
}

/**
 * What a profile follows on both sides is one virtual router even when its vrid or addresses disagree, unless either has another
 * group of its likeness on the other device: then the profile follows the wrong one.
 */
function candidatesByProfile({ a, b }: MatchScope, profile: ProfilePair): Candidate<Group>[] {
  const [ofA, ofB] = [groupsOf(profile.a, a), groupsOf(profile.b, b)];
  const lone = ofA.length === 1 && ofB.length === 1;
  const found: Candidate<Group>[] = [];
  ofA.forEach((group, first) =>
    ofB.forEach((peerGroup, second) => {
      if (group.family !== peerGroup.family) return;
      const affinity = groupAffinity(a, group, b, peerGroup);
      if (affinity >= 2 || lone)
        found.push({
          ofA: group,
          ofB: peerGroup,
          rank: [affinity >= 2 ? -(10 + affinity) : -1, 0, ...ranks.get(profile)!, first, second],
        });
    }),
  );
  return found;
}

function candidatesByBoard({ a, b }: MatchScope, location: LocationPair, index: number): Candidate<Group>[] {
  const [group, peerGroup] = [boardGroup(a, location.a), boardGroup(b, location.b)];
  return group && peerGroup
    ? [{ ofA: group, ofB: peerGroup, rank: [-(9 + groupAffinity(a, group, b, peerGroup)), 1, index] }]
    : [];
}

function boardGroup(device: Device, { group }: ServiceLocation): Group | undefined {
  return group && findGroup(device, group.interfaceKey, 4, group.vrid.value);
}

function candidatesByLikeness({ a, b }: MatchScope, group: Group): Candidate<Group>[] {
  return matchingGroups(a, group, b).map((peerGroup, index) => ({
    ofA: group,
    ofB: peerGroup,
    rank: [
      -groupAffinity(a, group, b, peerGroup),
      2,
      -sharedNames(a, group, b, peerGroup),
      placeOfValue(a.groups, group)!,
      index,
    ],
  }));
}

type BoardsByGroup = ReadonlyMap<string, readonly LocationPair[]>;

/** Couples of boards by the group that the one on this side takes its role from. */
function boardsByGroup(locations: readonly LocationPair[], side: Side): BoardsByGroup {
  const found = new Map<string, LocationPair[]>();
  for (const location of locations) {
    const { group } = location[side];
    if (group) push(found, groupKey(4, group.vrid.value, group.interfaceKey), location);
  }
  return found;
}

function boardKey({ family, vrid, interfaceKey }: Group): string {
  return groupKey(family, vrid, interfaceKey);
}

function boardsOf(
  { ofA, ofB }: Candidate<Group>,
  boards: Readonly<Record<Side, BoardsByGroup>>,
  locations: readonly LocationPair[],
): readonly LocationPair[] {
  const following = new Set([...(boards.a.get(boardKey(ofA)) ?? []), ...(boards.b.get(boardKey(ofB)) ?? [])]);
  return following.size === 0 ? [] : locations.filter((location) => following.has(location));
}

function groupPair(
  { ofA, ofB, rank }: Candidate<Group>,
  followers: readonly ProfilePair[],
  locations: readonly LocationPair[],
): GroupPair {
  const profiles = [...new Set(followers)];
  const services = new Set(profiles.flatMap(({ a, b }) => [...a.services, ...b.services].map(({ value }) => value)));
  const couple: GroupPair = {
    a: ofA,
    b: ofB,
    profiles,
    locations,
    services: [...services].sort(),
  };
  ranks.set(couple, rank);
  return couple;
}

// --- after an edit

/** More than this hangs together: all is matched again. */
const most = 256;

/** The couples that things are in; goes over from matches to those that an edit makes of them. */
interface CoupledIn {
  readonly profiles: Map<string, ProfilePair>;
  readonly groups: Map<Group, GroupPair>;
}

// By the lists themselves: a scope of a few profiles still has all groups, and looks them up in what is known of those.
const coupledProfiles = new WeakMap<Matches['profiles'], CoupledIn['profiles']>();
const coupledGroups = new WeakMap<Matches['groups'], CoupledIn['groups']>();

function sideKey(side: Side, profile: Rbp): string {
  return `${side} ${profile.key}`;
}

function profilesIn(list: Matches['profiles']): CoupledIn['profiles'] {
  let coupled = coupledProfiles.get(list);
  if (!coupled) {
    const couples: CoupledIn['profiles'] = new Map();
    whileIndexing(() => list.forEach((couple) => addProfiles(couples, couple)));
    coupledProfiles.set(list, (coupled = couples));
  }
  return coupled;
}

function groupsIn(list: Matches['groups']): CoupledIn['groups'] {
  let coupled = coupledGroups.get(list);
  if (!coupled) {
    const couples: CoupledIn['groups'] = new Map();
    whileIndexing(() => list.forEach((couple) => couples.set(couple.a, couple).set(couple.b, couple)));
    coupledGroups.set(list, (coupled = couples));
  }
  return coupled;
}

/** The virtual router that the group is one end of. */
export function groupPairOf({ groups }: Pick<Matches, 'groups'>, group: Group): GroupPair | undefined {
  return groupsIn(groups).get(group);
}

/** The couple that this profile of one device is in. */
export function profilePairOf(
  { profiles }: Pick<Matches, 'profiles'>,
  side: Side,
  key: string,
): ProfilePair | undefined {
  return profilesIn(profiles).get(`${side} ${key}`);
}

function addProfiles(profiles: CoupledIn['profiles'], couple: ProfilePair): void {
  profiles.set(sideKey('a', couple.a), couple).set(sideKey('b', couple.b), couple);
}

const sides = ['a', 'b'] as const;

/**
 * The matches after an edit that left all profiles and groups in their places; undefined where it did not, or where too much hangs together.
 * `previous` must not be gone on from a second time.
 */
export function rematch(before: MatchScope, previous: Matches, scope: MatchScope): Matches | undefined {
  const places = {
    a: changedPlaces(before.a.groups, scope.a.groups),
    b: changedPlaces(before.b.groups, scope.b.groups),
  };
  // An interface that has another name is known by the groups on it, which are others then.
  const sameNames = sides.every((side) => haveSameKeys(before[side].profiles, scope[side].profiles));
  const lone = scope.a.profiles.size === 1 && scope.b.profiles.size === 1;
  if (!places.a || !places.b || !sameNames || lone) return undefined;
  if (before.locations !== scope.locations || before.services.join() !== scope.services.join()) return undefined;
  const changedGroups = { a: places.a, b: places.b };
  if (isCrowdChanged(before, scope, changedGroups)) return undefined;
  const coupled = { profiles: profilesIn(previous.profiles), groups: groupsIn(previous.groups) };
  const profiles = rematchProfiles(before, previous.profiles, scope, changedGroups, coupled);
  const groups = profiles && rematchGroups(before, previous.groups, scope, changedGroups, coupled, profiles);
  coupledProfiles.delete(previous.profiles);
  coupledGroups.delete(previous.groups);
  if (!groups) return undefined;
  coupledProfiles.set(profiles.list, coupled.profiles);
  coupledGroups.set(groups.list, coupled.groups);
  return { profiles: profiles.list, groups: groups.list };
}

function isCrowdChanged(
  before: MatchScope,
  scope: MatchScope,
  changedGroups: Readonly<Record<Side, readonly number[]>>,
): boolean {
  return sides.some((side) =>
    changedGroups[side].some((place) =>
      [before[side], scope[side]].some((device) => changesCrowd(before, scope, device, device.groups[place]!)),
    ),
  );
}

interface Rematched<Couple> {
  readonly list: readonly Couple[];
  readonly gone: readonly Couple[];
  readonly come: readonly Couple[];
}

function rematchProfiles(
  before: MatchScope,
  list: readonly ProfilePair[],
  scope: MatchScope,
  changedGroups: Readonly<Record<Side, readonly number[]>>,
  coupled: CoupledIn,
): Rematched<ProfilePair> | undefined {
  const met = new Set<string>();
  const queue: { readonly side: Side; readonly key: string }[] = [];
  const meet = (side: Side, key: string) => {
    const name = `${side} ${key}`;
    if (met.has(name)) return;
    met.add(name);
    queue.push({ side, key });
  };
  // What changed, or follows a group of an interface that did: seen before and after the edit.
  for (const side of sides) {
    for (const key of changedKeys(before[side].profiles, scope[side].profiles)) meet(side, key);
    for (const place of changedGroups[side]) {
      for (const device of [before[side], scope[side]])
        for (const profile of profilesNaming(device.groups[place]!.interfaceKey, device)) meet(side, profile.key);
    }
  }
  for (const { side, key } of [...queue]) meetRelated(before, side, key);
  for (let next = 0; next < queue.length; next++) {
    if (queue.length > most) return undefined;
    meetRelated(scope, queue[next]!.side, queue[next]!.key);
  }
  function meetRelated(state: MatchScope, side: Side, key: string): void {
    const other = otherSide(side);
    const profile = state[side].profiles.get(key)!;
    for (const rbp of relatedProfiles(state[side], profile, state[other])) meet(other, rbp.key);
  }
  const gone = new Set(queue.flatMap(({ side, key }) => coupled.profiles.get(`${side} ${key}`) ?? []));
  const candidates = queue.flatMap(({ side, key }) =>
    side === 'a' ? profileCandidates(scope, scope.a.profiles.get(key)!) : [],
  );
  const couples = matchUp(candidates).map((candidate) => {
    const known = coupled.profiles.get(sideKey('a', candidate.ofA));
    return keepOrReplace(known, profilePair(candidate));
  });
  for (const couple of gone) {
    coupled.profiles.delete(sideKey('a', couple.a));
    coupled.profiles.delete(sideKey('b', couple.b));
  }
  for (const couple of couples) addProfiles(coupled.profiles, couple);
  return replaceMembers(list, gone, couples);
}

function rematchGroups(
  before: MatchScope,
  list: readonly GroupPair[],
  scope: MatchScope,
  changedGroups: Readonly<Record<Side, readonly number[]>>,
  coupled: CoupledIn,
  profiles: Rematched<ProfilePair>,
): Rematched<GroupPair> | undefined {
  const related = new RelatedGroups(before, scope, coupled);
  for (const side of sides) for (const place of changedGroups[side]) related.meet(side, place);
  related.meetFollowed(before, profiles.gone);
  related.meetFollowed(scope, profiles.come);
  const { queue } = related;
  if (!related.meetAll()) return undefined;
  const gone = new Set(queue.flatMap(({ side, place }) => coupled.groups.get(before[side].groups[place]!) ?? []));
  const come = matchUp(related.candidates()).map((candidate) => {
    const followers = sides.flatMap((side) =>
      related.couplesFollowing(side, side === 'a' ? candidate.ofA : candidate.ofB).sort(byRank),
    );
    const known = coupled.groups.get(candidate.ofA);
    return keepOrReplace(known, groupPair(candidate, followers, boardsOf(candidate, related.boards, scope.locations)));
  });
  for (const couple of gone) {
    coupled.groups.delete(couple.a);
    coupled.groups.delete(couple.b);
  }
  for (const couple of come) coupled.groups.set(couple.a, couple).set(couple.b, couple);
  return replaceMembers(list, gone, come);
}

/** The groups that an edit makes it necessary to match again: those that changed, and what is connected with them. */
class RelatedGroups {
  readonly queue: { readonly side: Side; readonly place: number }[] = [];
  private byGroup: Readonly<Record<Side, ReturnType<typeof boardsByGroup>>> | undefined;
  private readonly met = { a: new Set<number>(), b: new Set<number>() };

  constructor(
    private readonly before: MatchScope,
    private readonly scope: MatchScope,
    private readonly coupled: CoupledIn,
  ) {}

  /** The boards that follow each group; made once somebody asks. */
  get boards(): Readonly<Record<Side, ReturnType<typeof boardsByGroup>>> {
    const { locations } = this.scope;
    return (this.byGroup ??= { a: boardsByGroup(locations, 'a'), b: boardsByGroup(locations, 'b') });
  }

  meet(side: Side, place: number | undefined): void {
    if (place === undefined || this.met[side].has(place)) return;
    this.met[side].add(place);
    this.queue.push({ side, place });
  }

  /** The groups that these profiles follow. */
  meetFollowed(state: MatchScope, couples: readonly ProfilePair[]): void {
    for (const couple of couples)
      for (const side of sides)
        for (const group of groupsOf(couple[side], state[side]))
          this.meet(side, placeOfValue(state[side].groups, group));
  }

  /** False where that becomes so many that all are matched instead. */
  meetAll(): boolean {
    for (const { side, place } of [...this.queue]) this.meetRelated(this.before, side, place);
    for (let next = 0; next < this.queue.length; next++) {
      if (this.queue.length > most) return false;
      this.meetRelated(this.scope, this.queue[next]!.side, this.queue[next]!.place);
    }
    return true;
  }

  couplesFollowing(side: Side, group: Group): ProfilePair[] {
    const { scope, coupled } = this;
    return followersOf(group, scope[side]).flatMap((profile) => coupled.profiles.get(sideKey(side, profile)) ?? []);
  }

  candidates(): ReturnType<typeof candidatesByLikeness> {
    const { queue, scope, boards } = this;
    const groupAt = (side: Side, place: number): Group => scope[side].groups[place]!;
    const following = new Set(queue.flatMap(({ side, place }) => this.couplesFollowing(side, groupAt(side, place))));
    const onBoards = new Set(
      queue.flatMap(({ side, place }) => boards[side].get(boardKey(groupAt(side, place))) ?? []),
    );
    const groupsOfA = queue.flatMap(({ side, place }) => (side === 'a' ? [groupAt('a', place)] : []));
    return [
      ...[...following].flatMap((profile) => candidatesByProfile(scope, profile)),
      ...[...onBoards].flatMap((location) => candidatesByBoard(scope, location, scope.locations.indexOf(location))),
      ...groupsOfA.flatMap((group) => candidatesByLikeness(scope, group)),
    ];
  }

  private meetRelated(state: MatchScope, side: Side, place: number): void {
    const other = otherSide(side);
    const group = state[side].groups[place]!;
    const meetGroup = (peerGroup: Group) => this.meet(other, placeOfValue(state[other].groups, peerGroup));
    relatedGroups(state[side], group, state[other]).forEach(meetGroup);
    for (const location of this.boards[side].get(boardKey(group)) ?? []) {
      const peerGroup = boardGroup(state[other], location[other]);
      if (peerGroup) meetGroup(peerGroup);
    }
    if (state !== this.scope) return;
    for (const couple of this.couplesFollowing(side, group)) groupsOf(couple[other], state[other]).forEach(meetGroup);
  }
}

function otherSide(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

function byRank(left: ProfilePair | GroupPair, right: ProfilePair | GroupPair): number {
  return compareRanks(ranks.get(left)!, ranks.get(right)!);
}

function keepOrReplace<Couple extends ProfilePair | GroupPair>(known: Couple | undefined, next: Couple): Couple {
  if (!known || !sameCouple(known, next) || compareRanks(ranks.get(known)!, ranks.get(next)!) !== 0) return next;
  return known;
}

/** The list with these couples instead of those, in order of their ranks. */
function replaceMembers<Couple extends ProfilePair | GroupPair>(
  list: readonly Couple[],
  before: ReadonlySet<Couple>,
  after: readonly Couple[],
): Rematched<Couple> {
  const kept = new Set(after);
  const gone = [...before].filter((couple) => !kept.has(couple));
  const come = after.filter((couple) => !before.has(couple));
  if (gone.length === 0 && come.length === 0) return { list, gone, come };
  const next = list.slice();
  for (const couple of gone) next.splice(placeByRank(next, couple), 1);
  for (const couple of come) next.splice(placeByRank(next, couple), 0, couple);
  return { list: derivedList(next, list, gone, come), gone, come };
}

/** Where the couple stands or belongs in a list in order of ranks. */
function placeByRank<Couple extends ProfilePair | GroupPair>(list: readonly Couple[], couple: Couple): number {
  return partitionPoint(list, (other) => byRank(other, couple) < 0);
}

/** `now` with those of `before` that are the same; the list of `before` where all are. */
function keepUnchanged<Couple extends ProfilePair | GroupPair>(
  before: readonly Couple[] | undefined,
  next: readonly Couple[],
): readonly Couple[] {
  if (!before) return next;
  const known = new Map<object, Couple>(before.map((couple) => [couple.a, couple]));
  const list = next.map((couple) => {
    const old = known.get(couple.a);
    if (!old || !sameCouple(old, couple)) return couple;
    // What was made of other edits stands in another order: the place is that of now.
    ranks.set(old, ranks.get(couple)!);
    return old;
  });
  return sameLists(list, before) ? before : list;
}

function sameCouple(left: object, right: object): boolean {
  const keys = Object.keys(right);
  return (
    keys.length === Object.keys(left).length &&
    keys.every((key) => sameValue((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]))
  );
}

function sameValue(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
  return sameLists<unknown>(left, right);
}
