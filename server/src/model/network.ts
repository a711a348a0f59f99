// The devices of a workspace and what connects them. A pair is found from facts, strongest witness first, so that the very
// fault we look for (a port, a peer address, a backup-id, a vrid) does not hide the pair: the other witnesses hold it.
import { isInside, overlap, prefixKey } from './address';
import type { Channel, Device, Group, Interface, Rbp, Rbs, ServiceLocation } from './device';
import { mainInterfaceKey, nameKey } from './names';
import { baseOf, changedKeys, replacedIn } from './patched-map';
import type { Place } from './place';

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
  /** The higher configured priority; absent where they are equal. */
  readonly master?: Side;
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

/** Devices whose best peers are equally likely: nothing is checked across them. */
export interface Ambiguity {
  readonly device: Device;
  readonly candidates: readonly Device[];
}

export interface Network {
  readonly devices: readonly Device[];
  readonly pairs: readonly Pair[];
  readonly ambiguities: readonly Ambiguity[];
  /** Marks in the files that silence nothing; known only after the rules have run. */
  readonly unusedSuppressions?: readonly { readonly at: Place; readonly message: string }[];
}

export const defaultPriority = 100;

export function priority(group: Group): number {
  return group.priority?.value ?? defaultPriority;
}

export function other(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

/** The group a profile's role comes from, on its own device. */
export function groupsOf(profile: Rbp, device: Device): readonly Group[] {
  const { interfaces, groups } = device;
  let known = followed.get(groups);
  if (!known) followed.set(groups, known = new Map());
  let found = known.get(profile);
  if (!found) {
    found = profile.roles.flatMap((role) => {
      const group = role.kind === 'group' ? groupIn(interfaces, role.interfaceKey, role.family, role.vrid.value) : undefined;
      return group ? [group] : [];
    });
    known.set(profile, found);
  }
  return found;
}

// Asked by pairing and by many rules about one profile on one device. The groups of a device are those of its interfaces.
const followed = new WeakMap<Device['groups'], Map<Rbp, readonly Group[]>>();

export function findGroup(device: Device, interfaceKey: string, family: 4 | 6, vrid: number): Group | undefined {
  return groupIn(device.interfaces, interfaceKey, family, vrid);
}

function groupIn(interfaces: Device['interfaces'], interfaceKey: string, family: 4 | 6, vrid: number): Group | undefined {
  return interfaces.get(interfaceKey)?.groups.find((group) => group.family === family && group.vrid === vrid);
}

/** Interfaces and pools that name the profile. */
export function bindings(profile: Rbp, { interfaces, pools }: Device): Bindings {
  return {
    interfaces: (boundOn(interfaces).get(profile.key) ?? []).map((key) => interfaces.get(key)!),
    pools: boundBy(pools).get(profile.key) ?? [],
  };
}

/** The keys of the profiles that interfaces and pools name, there or not. */
export function boundProfiles({ interfaces, pools }: Device): readonly string[] {
  return [...new Set([...boundOn(interfaces).keys(), ...boundBy(pools).keys()])];
}

/** Profiles that no interface and no pool names. */
export function unboundProfiles({ interfaces, pools, profiles }: Device): readonly Rbp[] {
  const [onInterfaces, byPools] = [boundOn(interfaces), boundBy(pools)];
  return [...profiles.values()].filter(({ key }) => !onInterfaces.has(key) && !byPools.has(key));
}

interface Bindings {
  readonly interfaces: readonly Interface[];
  readonly pools: Device['pools'];
}

type BoundOn = ReadonlyMap<string, readonly string[]>;

/** Keys of the interfaces that name each profile. */
function boundOn(interfaces: Device['interfaces']): BoundOn {
  let found = bound.get(interfaces);
  if (!found) {
    const base = baseOf(interfaces);
    const names = (one: Interface | undefined) => one?.profiles.map((name) => nameKey(name.value)).join('\n');
    const sameNames = base !== interfaces && replacedIn(interfaces).every((key) => names(base.get(key)) === names(interfaces.get(key)));
    found = sameNames ? boundOn(base) : indexed([...interfaces.values()], (one) => one.profiles.map((name) => nameKey(name.value)), (one) => one.key);
    bound.set(interfaces, found);
  }
  return found;
}

function boundBy(pools: Device['pools']): ReadonlyMap<string, Device['pools']> {
  let found = boundByPools.get(pools);
  if (!found) boundByPools.set(pools, found = indexed(pools, (pool) => pool.profiles.map((name) => nameKey(name.value)), (pool) => pool));
  return found;
}

function indexed<One, Value>(list: readonly One[], keys: (one: One) => readonly string[], value: (one: One) => Value): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>();
  for (const one of list) {
    for (const key of new Set(keys(one))) {
      const values = found.get(key);
      if (values) values.push(value(one));
      else found.set(key, [value(one)]);
    }
  }
  return found;
}

// Asked for every profile of a device. Most edits change no interface's profiles.
const bound = new WeakMap<Device['interfaces'], BoundOn>();
const boundByPools = new WeakMap<Device['pools'], ReadonlyMap<string, Device['pools']>>();

/**
 * Builds the network of these devices. `settled` names pairs outright (by file); files of different `networks` never pair. Of
 * `previous`, the network before an edit, what the edit did not touch is taken over.
 */
export function network(devices: readonly Device[], options: NetworkOptions = {}, previous?: Network): Network {
  if (options.exactly) return exactly(devices, options.exactly);
  const pairing = pairingOf(devices, options, previous && pairings.get(previous));
  const known = new Map(previous?.pairs.map((one) => [`${one.a.file}\n${one.b.file}`, one]));
  const pairs = pairing.couples.map(([a, b, why]) => {
    const before = known.get(`${a.file}\n${b.file}`);
    return before && before.a === a && before.b === b && sameWhy(before.why, why) ? before : pair(a, b, why, before);
  });
  const made: Network = { devices, pairs, ambiguities: pairing.ambiguities };
  if (previous) pairings.delete(previous);
  pairings.set(made, pairing);
  return made;
}

function exactly(devices: readonly Device[], { pairs, ambiguities }: NonNullable<NetworkOptions['exactly']>): Network {
  const byFile = new Map(devices.map((device) => [device.file, device]));
  const all = (files: readonly string[]) => files.flatMap((file) => byFile.get(file) ?? []);
  return {
    devices,
    pairs: pairs.flatMap(({ files, why }) => {
      const [a, b] = all(files);
      return a && b ? [pair(a, b, why)] : [];
    }),
    ambiguities: ambiguities.flatMap(({ file, candidates }) => {
      const device = byFile.get(file);
      return device ? [{ device, candidates: all(candidates) }] : [];
    }),
  };
}

function sameWhy(one: readonly Witness[], two: readonly Witness[]): boolean {
  return one.length === two.length && one.every((witness, index) => witness.text === two[index]!.text && witness.weight === two[index]!.weight);
}

export interface NetworkOptions {
  /** Nothing is paired: these are the pairs, as a network found them that these files are a part of. */
  readonly exactly?: {
    readonly pairs: readonly { readonly files: readonly [string, string]; readonly why: readonly Witness[] }[];
    readonly ambiguities: readonly { readonly file: string; readonly candidates: readonly string[] }[];
  };
  /** Couples of files that are pairs whatever the witnesses say. */
  readonly settled?: readonly (readonly [string, string])[];
  /** Groups of files that belong together; what none of them names is one more group. Files of different groups never pair. */
  readonly networks?: readonly (readonly string[])[];
}

type Couple = readonly [Device, Device, readonly Witness[]];

// Enough to be a pair. One mirrored channel is enough by itself; of the weak witnesses two are needed.
const enough = 50;

/** True when all that pairing looks at and says is the same: then an edit cannot make, break or reword a pair. */
export function pairsAlike(was: Device, is: Device): boolean {
  return was.file === is.file && was.name === is.name && (was.sysname === undefined) === (is.sysname === undefined)
    && alikeIn(was.services, is.services, ({ name, channels }) => [name, ...channels.map(({ family, peer, source, port }) => `${family} ${peer.value.key} ${source.value.key} ${port.value}`)])
    && alikeIn(was.profiles, is.profiles, ({ name, backupId, rbs, services, roles }) => [
      `${name} ${backupId?.value} ${rbs?.value}`, ...services.map((service) => service.value),
      ...roles.map((role) => (role.kind === 'group' ? `${role.family} ${role.vrid.value} ${role.interfaceKey}` : `${role.eTrunk.value} ${role.ethTrunk.value}`)),
    ])
    && alikeIn(was.locations, is.locations, ({ remote, group }) => [`${remote?.peer.value.key} ${remote?.interfaceKey} ${group?.vrid.value} ${group?.interfaceKey}`])
    && alikeIn(was.eTrunks, is.eTrunks, ({ peer, source }) => [`${peer?.value.key} ${source?.value.key}`])
    && alikeLists(was.groups, is.groups, (group) => [
      `${group.family} ${group.vrid} ${group.interfaceName} ${group.exists}`, ...group.virtualIps.map((ip) => `${ip.address.key} ${ip.linkLocal}`),
    ])
    && alikeIn(was.addresses, is.addresses, (owners) => owners.map(({ interface: owner, address }) => `${owner.key} ${address.prefix.length} ${address.linkLocal}`));
}

/** The same keys in the same order, and of each value the same words. */
function alikeIn<Key, Value>(was: ReadonlyMap<Key, Value>, is: ReadonlyMap<Key, Value>, wordsOf: (value: Value) => readonly string[]): boolean {
  if (baseOf(was) === baseOf(is)) return changedKeys(was, is).every((key) => sameWords(wordsOf(was.get(key)!), wordsOf(is.get(key)!)));
  return sameWords([...was.keys()], [...is.keys()]) && alikeLists([...was.values()], [...is.values()], wordsOf);
}

/** Of each value the same words; what is the same object is not looked at. */
function alikeLists<Value>(was: readonly Value[], is: readonly Value[], wordsOf: (value: Value) => readonly string[]): boolean {
  return was === is || (was.length === is.length && was.every((one, index) => one === is[index] || sameWords(wordsOf(one), wordsOf(is[index]!))));
}

function sameWords(mine: readonly unknown[], theirs: readonly unknown[]): boolean {
  return mine.length === theirs.length && mine.every((word, index) => word === theirs[index]);
}

/** A couple that may be a pair, seen from one of its devices. */
interface Candidate {
  readonly peer: Device;
  readonly couple: Couple;
  readonly score: number;
  readonly distance: number;
}

/** What one device would choose. */
interface Choice {
  readonly candidates: readonly Candidate[];
  readonly chosen: ReadonlySet<string>;
  readonly ambiguity?: readonly Device[];
}

/** How the devices were paired; it goes over to the pairing that an edit makes of it. */
interface Pairing {
  readonly options: NetworkOptions;
  readonly devices: Map<string, Device>;
  /** The files of the devices that share a key. */
  readonly index: Map<string, Set<string>>;
  readonly choices: Map<string, Choice>;
  /** Some couple was one by the settings. */
  readonly settled: boolean;
  readonly couples: readonly Couple[];
  readonly ambiguities: readonly Ambiguity[];
}

const pairings = new WeakMap<Network, Pairing>();

function pairingOf(devices: readonly Device[], options: NetworkOptions, previous: Pairing | undefined): Pairing {
  const known = previous?.options === options ? previous : { devices: new Map<string, Device>(), index: new Map<string, Set<string>>(), choices: new Map<string, Choice>(), settled: false };
  const present = new Map(devices.map((device) => [device.file, device]));
  const affected = new Set<string>();
  const neighbours = (device: Device) => {
    affected.add(device.file);
    for (const keys of pairingKeys(device)) for (const key of keys) for (const file of known.index.get(key) ?? []) affected.add(file);
  };
  const gone: Device[] = [];
  const come: Device[] = [];
  for (const [file, device] of known.devices) if (present.get(file) !== device) gone.push(device);
  for (const device of devices) if (known.devices.get(device.file) !== device) come.push(device);
  for (const device of gone) {
    neighbours(device);
    known.choices.delete(device.file);
  }
  for (const device of gone) {
    const next = present.get(device.file);
    if (!next) known.devices.delete(device.file);
    unlist(known.index, device, next);
  }
  for (const device of come) {
    list(known.index, device, known.devices.get(device.file));
    known.devices.set(device.file, device);
  }
  for (const device of come) neighbours(device);

  const couples = new Map<string, Couple>();
  const settledFiles = new Set<string>();
  for (const [one, two] of options.settled ?? []) {
    const first = present.get(one);
    const second = present.get(two);
    if (!first || !second || first === second) continue;
    const couple = ordered(first, second, [{ weight: 1000, text: 'named as a pair in the settings' }, ...witnesses(first, second)]);
    couples.set(`${couple[0].file}\n${couple[1].file}`, couple);
    settledFiles.add(one).add(two);
  }
  // Whether a file is settled follows from which files are there, and were.
  if (settledFiles.size > 0 || known.settled) for (const file of present.keys()) affected.add(file);

  const together = togetherIn(options.networks ?? []);
  const rated = new Map<string, { readonly couple: Couple; readonly score: number } | undefined>();
  const rate = (self: Device, peer: Device) => {
    const [one, two] = byName(self, peer) <= 0 ? [self, peer] : [peer, self];
    const key = `${one.file}\n${two.file}`;
    if (!rated.has(key)) {
      const apart = settledFiles.has(one.file) || settledFiles.has(two.file) || !together(one.file, two.file) || versionsOfOne(one, two);
      const couple = apart ? undefined : ordered(one, two, witnesses(one, two));
      const score = couple ? couple[2].reduce((sum, witness) => sum + witness.weight, 0) : 0;
      rated.set(key, couple && score >= enough ? { couple, score } : undefined);
    }
    return rated.get(key);
  };
  for (const file of affected) {
    const self = known.devices.get(file);
    if (!self) continue;
    const files = new Set<string>();
    for (const keys of pairingKeys(self)) for (const key of keys) for (const other of known.index.get(key) ?? []) files.add(other);
    files.delete(file);
    const candidates = [...files].sort().flatMap((other): Candidate[] => {
      const peer = known.devices.get(other)!;
      const found = rate(self, peer);
      return found ? [{ peer, ...found, distance: folderDistance(self.file, peer.file) }] : [];
    });
    known.choices.set(file, choice(self, candidates));
  }

  const ambiguities: Ambiguity[] = [];
  for (const device of devices) {
    const { candidates, chosen, ambiguity } = known.choices.get(device.file)!;
    if (ambiguity) ambiguities.push({ device, candidates: ambiguity });
    for (const { peer, couple } of candidates) {
      if (chosen.has(peer.file) && known.choices.get(peer.file)!.chosen.has(device.file)) couples.set(`${couple[0].file}\n${couple[1].file}`, couple);
    }
  }
  const sorted = [...couples.values()].sort((x, y) => byName(x[0], y[0]) || byName(x[1], y[1]));
  return { options, devices: known.devices, index: known.index, choices: known.choices, settled: settledFiles.size > 0, couples: sorted, ambiguities: ambiguities.sort((x, y) => byName(x.device, y.device)) };
}

/**
 * A device may back several: each of its channels and groups looks for its own peer; for one subject the nearest folder wins, then
 * the stronger evidence; a tie that remains is said, not guessed.
 */
function choice(device: Device, candidates: readonly Candidate[]): Choice {
  if (candidates.length < 2) return { candidates, chosen: new Set(candidates.map(({ peer }) => peer.file)) };
  const chosen = new Set<string>();
  const tied = new Set<Device>();
  const answered = new Map(candidates.map((candidate) => [candidate, new Set(subjects(device, candidate.peer))]));
  for (const subject of new Set([...answered.values()].flatMap((all) => [...all]))) {
    const rivals = candidates.filter((candidate) => answered.get(candidate)!.has(subject))
      .sort((x, y) => x.distance - y.distance || y.score - x.score || similarity(device, y.peer) - similarity(device, x.peer));
    const [best, next] = rivals;
    if (!best) continue;
    if (next && next.distance === best.distance && next.score === best.score && similarity(device, next.peer) === similarity(device, best.peer)) {
      rivals.filter((rival) => rival.distance === best.distance && rival.score === best.score).forEach((rival) => tied.add(rival.peer));
    } else {
      chosen.add(best.peer.file);
    }
  }
  return tied.size > 0 && chosen.size === 0 ? { candidates, chosen, ambiguity: [...tied].sort(byName) } : { candidates, chosen };
}

/** Two files of one device, say of January and of February: one sysname, and an address on one interface in both. */
export function versionsOfOne(one: Device, two: Device): boolean {
  if (!one.sysname || one.sysname.value.toLowerCase() !== two.sysname?.value.toLowerCase()) return false;
  for (const [key, owners] of one.addresses) {
    const theirs = two.addresses.get(key);
    if (theirs?.some((other) => owners.some((own) => own.interface.key === other.interface.key))) return true;
  }
  return false;
}

/** Whether two files may pair. A file may belong to several groups. */
function togetherIn(networks: readonly (readonly string[])[]): (one: string, two: string) => boolean {
  if (networks.length === 0) return () => true;
  const groups = new Map<string, Set<number>>();
  networks.forEach((files, index) => files.forEach((file) => groups.set(file, (groups.get(file) ?? new Set()).add(index))));
  return (one, two) => {
    const [mine, theirs] = [groups.get(one), groups.get(two)];
    return mine && theirs ? [...mine].some((index) => theirs.has(index)) : mine === theirs;
  };
}

export function byName(one: Pick<Device, 'name' | 'file'>, two: Pick<Device, 'name' | 'file'>): number {
  return one.name < two.name ? -1 : one.name > two.name ? 1 : one.file < two.file ? -1 : one.file > two.file ? 1 : 0;
}

function ordered(one: Device, two: Device, why: readonly Witness[]): Couple {
  return byName(one, two) <= 0 ? [one, two, why] : [two, one, why];
}

/** What a device can be found by, its channels' addresses and its groups: two devices that share none of these are no pair. */
export function pairingKeys(device: Device): readonly [channels: readonly string[], groups: readonly string[]] {
  const keys: string[] = [];
  for (const service of device.services.values()) {
    for (const { peer, source } of service.channels) keys.push(`addr ${peer.value.key}`, `addr ${source.value.key}`);
  }
  for (const location of device.locations.values()) {
    if (!location.remote) continue;
    keys.push(`addr ${location.remote.peer.value.key}`);
    for (const own of device.interfaces.get(location.remote.interfaceKey)?.addresses ?? []) keys.push(`addr ${own.prefix.address.key}`);
  }
  for (const trunk of device.eTrunks.values()) {
    if (trunk.peer) keys.push(`addr ${trunk.peer.value.key}`);
    if (trunk.source) keys.push(`addr ${trunk.source.value.key}`);
  }
  return [keys, keysOfAllGroups(device)];
}

function keysOfAllGroups(device: Device): readonly string[] {
  let keys = keysByGroups.get(device.groups);
  if (!keys) keysByGroups.set(device.groups, keys = [...new Set(device.groups.flatMap((group) => groupKeys(device, group)))]);
  return keys;
}

// A group is read with its interface: where the groups are the same objects, so are the addresses beside them.
const keysByGroups = new WeakMap<Device['groups'], readonly string[]>();

/** Adds the device to the index. What the one before it has under the same list of keys is there already. */
function list(index: Map<string, Set<string>>, device: Device, before: Device | undefined): void {
  forOwnKeys(device, before, (key) => {
    const files = index.get(key);
    if (files) files.add(device.file);
    else index.set(key, new Set([device.file]));
  });
}

function unlist(index: Map<string, Set<string>>, device: Device, next: Device | undefined): void {
  forOwnKeys(device, next, (key) => {
    const files = index.get(key);
    if (files?.delete(device.file) && files.size === 0) index.delete(key);
  });
}

/** The keys of the device, but for a list that is the other one's as well. */
function forOwnKeys(device: Device, other: Device | undefined, act: (key: string) => void): void {
  const [channels, groups] = pairingKeys(device);
  channels.forEach(act);
  if (!other || pairingKeys(other)[1] !== groups) groups.forEach(act);
}

/** What a group on another device must share to be the same virtual router: a virtual IP, or the vrid on one subnet. */
function groupKeys(device: Device, group: Group): readonly string[] {
  const on = device.interfaces.get(group.interfaceKey);
  const known = keysOfGroups.get(group);
  if (known && known.on === on) return known.keys;
  const keys: string[] = [];
  for (const ip of group.virtualIps) if (!ip.linkLocal) keys.push(`vip ${ip.address.key}`);
  for (const own of on?.addresses ?? []) {
    if (!own.linkLocal && own.prefix.address.family === group.family) keys.push(`net ${group.family} ${group.vrid} ${prefixKey(own.prefix)}`);
  }
  keysOfGroups.set(group, { on, keys });
  return keys;
}

// A group that no edit touched is the same object after it, and so is its interface.
const keysOfGroups = new WeakMap<Group, { readonly on: Interface | undefined; readonly keys: readonly string[] }>();

interface GroupCouple {
  readonly one: Group;
  readonly two: Group;
  readonly affinity: number;
}

/** Groups of `a` and `b` that look like one virtual router. Asked several times of one couple of devices. */
function alikeGroups(a: Device, b: Device): readonly GroupCouple[] {
  const known = alike.get(a.groups);
  if (known?.other === b.groups) return known.couples;
  const couples = findAlikeGroups(a, b);
  alike.set(a.groups, { other: b.groups, couples });
  return couples;
}

const alike = new WeakMap<Device['groups'], { readonly other: Device['groups']; readonly couples: readonly GroupCouple[] }>();

/** By index, never all against all. */
function findAlikeGroups(a: Device, b: Device): GroupCouple[] {
  const index = new Map<string, Group[]>();
  for (const group of b.groups) {
    for (const key of groupKeys(b, group)) {
      const list = index.get(key);
      if (list) list.push(group);
      else index.set(key, [group]);
    }
  }
  const couples: GroupCouple[] = [];
  for (const one of a.groups) {
    const partners: Group[] = [];
    for (const key of groupKeys(a, one)) for (const two of index.get(key) ?? []) if (!partners.includes(two)) partners.push(two);
    for (const two of partners) {
      const affinity = groupAffinity(a, one, b, two);
      if (affinity >= 2) couples.push({ one, two, affinity });
    }
  }
  return couples;
}

interface ProfileCouple {
  readonly one: Rbp;
  readonly two: Rbp;
  /** They follow one virtual router, or one E-Trunk. */
  readonly group: boolean;
}

/** Profiles of `a` and `b` that share a backup-id or a role source. Asked twice of one couple of devices. */
function alikeProfiles(a: Device, b: Device, groups: readonly GroupCouple[]): readonly ProfileCouple[] {
  const known = alikeByGroups.get(groups);
  if (known && known.a === a.profiles && known.b === b.profiles) return known.couples;
  const couples = findAlikeProfiles(a, b, groups);
  alikeByGroups.set(groups, { a: a.profiles, b: b.profiles, couples });
  return couples;
}

const alikeByGroups = new WeakMap<readonly GroupCouple[], { readonly a: Device['profiles']; readonly b: Device['profiles']; readonly couples: readonly ProfileCouple[] }>();

/** By index, never all against all. */
function findAlikeProfiles(a: Device, b: Device, groups: readonly GroupCouple[]): ProfileCouple[] {
  const roles = new Map<Group, Set<Group>>();
  for (const { one, two } of groups) roles.set(one, (roles.get(one) ?? new Set()).add(two));
  const byId = new Map<number, Rbp[]>();
  const byGroup = new Map<Group, Rbp[]>();
  const byTrunk = new Map<number, Rbp[]>();
  const note = <K>(index: Map<K, Rbp[]>, key: K, profile: Rbp) => { index.set(key, [...(index.get(key) ?? []), profile]); };
  for (const profile of b.profiles.values()) {
    if (profile.backupId) note(byId, profile.backupId.value, profile);
    for (const group of groupsOf(profile, b)) note(byGroup, group, profile);
    for (const role of profile.roles) if (role.kind === 'e-trunk') note(byTrunk, role.eTrunk.value, profile);
  }
  return [...a.profiles.values()].flatMap((one) => {
    const sameRole = new Set<Rbp>();
    for (const group of groupsOf(one, a)) for (const answer of roles.get(group) ?? []) for (const two of byGroup.get(answer) ?? []) sameRole.add(two);
    for (const role of one.roles) if (role.kind === 'e-trunk') for (const two of byTrunk.get(role.eTrunk.value) ?? []) sameRole.add(two);
    const all = new Set([...sameRole, ...(one.backupId ? byId.get(one.backupId.value) ?? [] : [])]);
    return [...all].map((two) => ({ one, two, group: sameRole.has(two) }));
  });
}

/** What of `self` would be answered by `peer`: its channels and its virtual routers. Rivals for one subject exclude each other. */
function subjects(self: Device, peer: Device): string[] {
  const found: string[] = [];
  for (const service of self.services.values()) {
    for (const channel of service.channels) {
      if (channelWeight(channel, self, peer) > 0) found.push(`channel ${service.key} ${channel.peer.value.key}`);
    }
  }
  const alike = new Set(alikeGroups(self, peer).map((couple) => couple.one));
  for (const group of self.groups) {
    if (alike.has(group)) found.push(`group ${group.interfaceKey} ${group.family} ${group.vrid}`);
  }
  return found.length > 0 ? found : ['other'];
}

function channelWeight(channel: Channel, self: Device, peer: Device): number {
  let best = 0;
  for (const service of peer.services.values()) {
    for (const theirs of service.channels) best = Math.max(best, mirrorWeight(channel, theirs, self, peer));
  }
  return best;
}

/** 100 for a mirrored channel with one port; less for each thing that disagrees; 0 for no relation. */
function mirrorWeight(a: Channel, b: Channel, deviceA: Device, deviceB: Device): number {
  if (a.family !== b.family) return 0;
  const there = a.peer.value.key === b.source.value.key;
  const back = a.source.value.key === b.peer.value.key;
  const port = a.port.value === b.port.value;
  if (there && back) return port ? 100 : 90;
  if (there || back) return port ? 50 : 40;
  // Neither end mirrors, but each points at an address that the other device has.
  const points = (deviceB.addresses.has(a.peer.value.key) ? 1 : 0) + (deviceA.addresses.has(b.peer.value.key) ? 1 : 0);
  return points === 2 ? 40 : points === 1 && port ? 25 : 0;
}

function witnesses(a: Device, b: Device): Witness[] {
  const found: Witness[] = [];
  const best = (list: Witness[]) => {
    const top = list.sort((x, y) => y.weight - x.weight)[0];
    if (top) found.push(top);
  };
  best([...a.services.values()].flatMap((mine) => [...b.services.values()].flatMap((theirs) => mine.channels.flatMap((one) => theirs.channels.flatMap((two) => {
    const weight = mirrorWeight(one, two, a, b);
    if (weight === 0) return [];
    const text = weight >= 90
      ? `RBS channel mirrored: ${one.source.value.key} - ${one.peer.value.key}, port ${weight === 100 ? one.port.value : `${one.port.value} against ${two.port.value}`}`
      : `RBS channel mirrored in part: ${mine.name} ${one.source.value.key} -> ${one.peer.value.key} and ${theirs.name} ${two.source.value.key} -> ${two.peer.value.key}`;
    return [{ weight, text }];
  })))));
  best([...a.locations.values()].flatMap((mine) => [...b.locations.values()].flatMap((theirs) => {
    const ownOf = (device: Device, key: string, address: string) => device.interfaces.get(key)?.addresses.some((one) => one.prefix.address.key === address) ?? false;
    if (!mine.remote || !theirs.remote) {
      // One end is missing: the other still points at an address of this device.
      const [remote, there] = mine.remote ? [mine.remote, b] : [theirs.remote, a];
      return mine.id === theirs.id && remote && there.addresses.has(remote.peer.value.key) ? [{ weight: 35, text: `remote-backup interface mirrored in part: service-location ${mine.id} on both` }] : [];
    }
    const there = ownOf(b, theirs.remote.interfaceKey, mine.remote.peer.value.key);
    const back = ownOf(a, mine.remote.interfaceKey, theirs.remote.peer.value.key);
    return there && back ? [{ weight: 80, text: `remote-backup interface mirrored: service-location ${mine.id} and ${theirs.id}` }]
      : there || back ? [{ weight: 35, text: `remote-backup interface mirrored in part: service-location ${mine.id} and ${theirs.id}` }] : [];
  })));
  best([...a.eTrunks.values()].flatMap((mine) => [...b.eTrunks.values()].flatMap((theirs) => {
    const there = mine.peer && theirs.source && mine.peer.value.key === theirs.source.value.key;
    const back = mine.source && theirs.peer && mine.source.value.key === theirs.peer.value.key;
    return there && back ? [{ weight: 80, text: `E-Trunk ${mine.id} mirrored: ${mine.source!.value.key} - ${mine.peer!.value.key}` }]
      : there || back ? [{ weight: 35, text: `E-Trunk ${mine.id} mirrored in part` }] : [];
  })));
  const alike = alikeGroups(a, b);
  best(alike.map(({ one, two, affinity }) => {
    const what = `${one.family === 6 ? 'VRRP6' : 'VRRP'} group`;
    return { weight: affinity >= 3 ? 50 : 30, text: affinity >= 3
      ? `${what} ${one.vrid} with virtual IP ${sharedVirtualIp(one, two) ?? '-'} on one subnet (${one.interfaceName}, ${two.interfaceName})`
      : `${what} ${one.vrid} and ${two.vrid} alike in part (${one.interfaceName}, ${two.interfaceName})` };
  }));
  best(alikeProfiles(a, b, alike).flatMap(({ one, two, group }) =>
    group && one.backupId && one.backupId.value === two.backupId?.value && shareService(one, two)
      ? [{ weight: 25, text: `backup-id ${one.backupId.value} on both (${one.name}, ${two.name})` }] : []));
  return found.sort((x, y) => y.weight - x.weight);
}

/** How much two groups look like one virtual router, 0-4: a shared virtual IP, one vrid, one subnet with different own addresses. */
function groupAffinity(deviceA: Device, a: Group, deviceB: Device, b: Group): number {
  if (a.family !== b.family || !a.exists || !b.exists) return 0;
  const vip = sharedVirtualIp(a, b) !== undefined;
  const vrid = a.vrid === b.vrid;
  const subnet = shareSubnet(deviceA, a, deviceB, b);
  if (!vip && !(vrid && subnet)) return 0;
  return (vip ? 1 : 0) + (vrid ? 1 : 0) + (subnet ? 1 : 0);
}

function sharedVirtualIp(a: Group, b: Group): string | undefined {
  return a.virtualIps.find((ip) => !ip.linkLocal && b.virtualIps.some((theirs) => theirs.address.key === ip.address.key))?.address.key;
}

/** Own addresses of both in one prefix: what makes them neighbours on the LAN. */
export function shareSubnet(deviceA: Device, a: Group, deviceB: Device, b: Group): boolean {
  const [onA, onB] = [deviceA.interfaces.get(a.interfaceKey), deviceB.interfaces.get(b.interfaceKey)];
  const known = neighbours.get(a);
  if (known && known.other === b && known.onA === onA && known.onB === onB) return known.shared;
  const own = (on: Interface | undefined, group: Group) => (on?.addresses ?? []).filter((one) => one.prefix.address.family === group.family && !one.linkLocal);
  const theirs = own(onB, b);
  const shared = own(onA, a).some((one) => theirs.some((two) =>
    overlap(one.prefix, two.prefix) && isInside(two.prefix.address, one.prefix) && one.prefix.length > 0));
  neighbours.set(a, { other: b, onA, onB, shared });
  return shared;
}

// Asked by pairing and by several rules about the same two groups.
const neighbours = new WeakMap<Group, { readonly other: Group; readonly onA: Interface | undefined; readonly onB: Interface | undefined; readonly shared: boolean }>();

function shareService(a: Rbp, b: Rbp): boolean {
  return a.services.length === 0 || b.services.length === 0 || a.services.some((one) => b.services.some((two) => two.value === one.value));
}

/** Folders to climb from one file to the other. */
function folderDistance(one: string, two: string): number {
  const a = one.split('/').slice(0, -1);
  const b = two.split('/').slice(0, -1);
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return a.length + b.length - 2 * shared;
}

/** How much two device names share at their start; names are only a tie-breaker. */
function similarity(one: Device, two: Device): number {
  let shared = 0;
  while (shared < one.name.length && one.name[shared]?.toLowerCase() === two.name[shared]?.toLowerCase()) shared++;
  return shared;
}

/** What answers what across two devices that are a pair. What is as it was in `previous`, the pair before an edit, stays the same object. */
export function pair(a: Device, b: Device, why: readonly Witness[], previous?: Pair): Pair {
  const is = (...fields: (keyof Device)[]) => previous !== undefined && fields.every((field) => previous.a[field] === a[field] && previous.b[field] === b[field]);
  const channels = previous && is('services', 'addresses') ? previous.channels : kept(previous?.channels, channelPairs(a, b));
  const locations = previous && is('locations') ? previous.locations : kept(previous?.locations, locationPairs(a, b));
  const profiles = previous && answeredServices(channels).join() === answeredServices(previous.channels).join() && is('profiles', 'groups') ? previous.profiles : kept(previous?.profiles, profilePairs(a, b, channels));
  const groups = previous && profiles === previous.profiles && locations === previous.locations && is('profiles', 'groups')
    ? previous.groups : kept(previous?.groups, groupPairs(a, b, profiles, locations));
  return { a, b, why, channels, profiles, locations, groups };
}

/** The pair after edits that `pairsAlike` lets pass: what answers what is as it was, in other objects. */
export function renewed(previous: Pair, a: Device, b: Device): Pair {
  const same = (...fields: (keyof Device)[]) => fields.every((field) => previous.a[field] === a[field] && previous.b[field] === b[field]);
  const channels = same('services', 'addresses') ? previous.channels : kept(previous.channels, channelPairs(a, b));
  const locations = same('locations') ? previous.locations : kept(previous.locations, locationPairs(a, b));
  const profiles = same('profiles') ? previous.profiles : eachRenewed(previous.profiles, (one) => {
    const [mine, theirs] = [a.profiles.get(one.a.key)!, b.profiles.get(one.b.key)!];
    return one.a === mine && one.b === theirs ? one : { ...one, a: mine, b: theirs };
  });
  const successors = new Map<object, object>();
  for (const [was, is] of [[previous.a, a], [previous.b, b]] as const) {
    if (was.groups !== is.groups) was.groups.forEach((group, index) => { if (group !== is.groups[index]) successors.set(group, is.groups[index]!); });
  }
  previous.profiles.forEach((one, index) => { if (one !== profiles[index]) successors.set(one, profiles[index]!); });
  previous.locations.forEach((one, index) => { if (one !== locations[index]) successors.set(one, locations[index]!); });
  const successor = <One extends object>(one: One): One => (successors.get(one) as One | undefined) ?? one;
  const groups = successors.size === 0 ? previous.groups : eachRenewed(previous.groups, (one) => {
    const [mine, theirs] = [successor(one.a), successor(one.b)];
    const [following, boards] = [eachRenewed(one.profiles, successor), eachRenewed(one.locations, successor)];
    if (one.a === mine && one.b === theirs && one.profiles === following && one.locations === boards) return one;
    return { ...one, a: mine, b: theirs, profiles: following, locations: boards, master: masterOf(mine, theirs) };
  });
  return { a, b, why: previous.why, channels, profiles, locations, groups };
}

/** The list itself where all stay what they are. */
function eachRenewed<One>(list: readonly One[], renew: (one: One) => One): readonly One[] {
  const now = list.map(renew);
  return now.every((one, index) => one === list[index]) ? list : now;
}

/** `now` with those of `before` that are the same; the list of `before` where all are. */
function kept<Couple extends { readonly a: object; readonly b: object }>(before: readonly Couple[] | undefined, now: readonly Couple[]): readonly Couple[] {
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
  return keys.length === Object.keys(one).length && keys.every((key) => {
    const [mine, theirs] = [(one as Record<string, unknown>)[key], (two as Record<string, unknown>)[key]];
    if (Array.isArray(mine) && Array.isArray(theirs)) return mine.length === theirs.length && mine.every((value, index) => value === theirs[index]);
    return mine === theirs || (typeof mine === 'object' && typeof theirs === 'object' && mine !== null && theirs !== null && 'channel' in mine && sameCouple(mine, theirs));
  });
}

function channelPairs(a: Device, b: Device): ChannelPair[] {
  const ends = (device: Device) => [...device.services.values()].flatMap((rbs) => rbs.channels.map((channel) => ({ rbs, channel })));
  const left = ends(a);
  const right = ends(b);
  const rated = left.flatMap((one) => right.map((two) => ({ one, two, weight: mirrorWeight(one.channel, two.channel, a, b) })))
    .filter((entry) => entry.weight > 0);
  // One service on each side and nothing that mirrors: still the two ends of what should be one channel.
  if (rated.length === 0 && left.length === 1 && right.length === 1) rated.push({ one: left[0]!, two: right[0]!, weight: 1 });
  return matchUp(rated).map(({ one, two }) => ({ a: one, b: two }));
}

/** Best first, each end used once. */
function matchUp<A, B>(rated: { one: A; two: B; weight: number }[]): { one: A; two: B }[] {
  const used = new Set<unknown>();
  return rated.map((entry, index) => ({ ...entry, index })).sort((x, y) => y.weight - x.weight || x.index - y.index).filter(({ one, two }) => {
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
  const rated = alikeProfiles(a, b, alikeGroups(a, b)).map(({ one, two, group }) => {
    const id = one.backupId !== undefined && one.backupId.value === two.backupId?.value;
    const channel = channels.length === 0 || answered.has(`${one.rbs?.value.toLowerCase()}\n${two.rbs?.value.toLowerCase()}`);
    const service = shareService(one, two);
    const name = one.key === two.key ? 1 : 0;
    const weight = id && channel ? 8 + (group ? 4 : 0) + (service ? 2 : 0) + name
      : group && service ? 4 + (channel ? 2 : 0) + name
      : id && (group || service) ? 3 + name : 0;
    return { one, two, weight };
  }).filter(({ weight }) => weight > 0);
  const lone = a.profiles.size === 1 && b.profiles.size === 1 ? [[...a.profiles.values()][0]!, [...b.profiles.values()][0]!] as const : undefined;
  if (rated.length === 0 && lone && answered.has(`${lone[0].rbs?.value.toLowerCase()}\n${lone[1].rbs?.value.toLowerCase()}`) && shareService(...lone)) {
    rated.push({ one: lone[0], two: lone[1], weight: 1 });
  }
  return matchUp(rated).map(({ one, two }) => ({ a: one, b: two, by: one.backupId && one.backupId.value === two.backupId?.value ? 'backup-id' : 'group' }));
}

function groupPairs(a: Device, b: Device, profiles: readonly ProfilePair[], locations: readonly LocationPair[]): GroupPair[] {
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
    for (const group of [...groupsOf(profile.a, a), ...groupsOf(profile.b, b)]) followers.set(group, [...(followers.get(group) ?? []), profile]);
  }
  return matchUp(rated).map(({ one, two }) => {
    const following = [...new Set([...followers.get(one) ?? [], ...followers.get(two) ?? []])];
    const boards = locations.length === 0 ? [] : locations.filter((location) => boardFollows(location.a, one) || boardFollows(location.b, two));
    const services = new Set(following.flatMap((profile) => [...profile.a.services, ...profile.b.services].map((service) => service.value)));
    return { a: one, b: two, profiles: following, locations: boards, services: [...services].sort(), master: masterOf(one, two) };
  });
}

function masterOf(a: Group, b: Group): Side | undefined {
  const [mine, theirs] = [priority(a), priority(b)];
  return mine > theirs ? 'a' : theirs > mine ? 'b' : undefined;
}

/** True when the service board takes its role from the group. */
export function boardFollows(location: ServiceLocation, group: Group): boolean {
  return location.group?.vrid.value === group.vrid && location.group.interfaceKey === group.interfaceKey && group.family === 4;
}

export function isHotBackup(group: GroupPair): boolean {
  return group.profiles.length > 0 || group.locations.length > 0;
}

/** True when both interfaces belong to one main interface. */
export function sameMainInterface(one: string, two: string): boolean {
  return mainInterfaceKey(one) === mainInterfaceKey(two);
}
