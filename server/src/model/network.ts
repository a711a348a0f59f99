// The devices of a workspace and what connects them. A pair is found from facts, strongest witness first, so that the very
// fault we look for (a port, a peer address, a backup-id, a vrid) does not hide the pair: the other witnesses hold it.
import { isInside, overlap, prefixKey } from './address';
import type { Channel, Device, Group, Interface, Rbp, Rbs, ServiceLocation } from './device';
import { mainInterfaceKey } from './names';
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
export function groupsOf(profile: Rbp, device: Device): Group[] {
  return profile.roles.flatMap((role) => {
    const group = role.kind === 'group' ? findGroup(device, role.interfaceKey, role.family, role.vrid.value) : undefined;
    return group ? [group] : [];
  });
}

export function findGroup(device: Device, interfaceKey: string, family: 4 | 6, vrid: number): Group | undefined {
  return device.interfaces.get(interfaceKey)?.groups.find((group) => group.family === family && group.vrid === vrid);
}

/** Interfaces and pools that name the profile. */
export function bindings(profile: Rbp, device: Device): { readonly interfaces: readonly Interface[]; readonly pools: Device['pools'] } {
  return {
    interfaces: [...device.interfaces.values()].filter((one) => one.profiles.some((name) => name.value.toLowerCase() === profile.key)),
    pools: device.pools.filter((pool) => pool.profiles.some((name) => name.value.toLowerCase() === profile.key)),
  };
}

/** Builds the network of these devices. `settled` names pairs outright (by file); files of different `networks` never pair. */
export function network(devices: readonly Device[], options: NetworkOptions = {}): Network {
  const { couples, ambiguities } = findCouples(devices, options);
  return { devices, pairs: couples.map(([a, b, why]) => pair(a, b, why)), ambiguities };
}

export interface NetworkOptions {
  /** Couples of files that are pairs whatever the witnesses say. */
  readonly settled?: readonly (readonly [string, string])[];
  /** Groups of files that belong together; what none of them names is one more group. Files of different groups never pair. */
  readonly networks?: readonly (readonly string[])[];
}

type Couple = readonly [Device, Device, readonly Witness[]];

// Enough to be a pair. One mirrored channel is enough by itself; of the weak witnesses two are needed.
const enough = 50;

/** All that pairing looks at and says: while it stays the same, an edit cannot make, break or reword a pair. */
export function pairingSignature(device: Device): string {
  const parts = [device.file, device.name, device.sysname ? 'named' : ''];
  for (const { name, channels } of device.services.values()) {
    parts.push(`rbs ${name}`);
    for (const { family, peer, source, port } of channels) parts.push(`${family} ${peer.value.key} ${source.value.key} ${port.value}`);
  }
  for (const { name, backupId, rbs, services, roles } of device.profiles.values()) {
    parts.push(`rbp ${name} ${backupId?.value} ${rbs?.value} ${services.map((service) => service.value).join()}`);
    for (const role of roles) parts.push(role.kind === 'group' ? `${role.family} ${role.vrid.value} ${role.interfaceKey}` : `${role.eTrunk.value} ${role.ethTrunk.value}`);
  }
  for (const { id, remote } of device.locations.values()) parts.push(`location ${id} ${remote?.peer.value.key} ${remote?.interfaceKey}`);
  for (const { id, peer, source } of device.eTrunks.values()) parts.push(`trunk ${id} ${peer?.value.key} ${source?.value.key}`);
  for (const group of device.groups) {
    parts.push(`group ${group.family} ${group.vrid} ${group.interfaceName} ${group.exists}`);
    for (const ip of group.virtualIps) parts.push(`${ip.address.key} ${ip.linkLocal}`);
  }
  for (const [key, owners] of device.addresses) {
    parts.push(key);
    for (const { interface: owner, address } of owners) parts.push(owner.key, String(address.prefix.length), String(address.linkLocal));
  }
  return parts.join('\n');
}

function findCouples(devices: readonly Device[], options: NetworkOptions): { couples: Couple[]; ambiguities: Ambiguity[] } {
  const byFile = new Map(devices.map((device) => [device.file, device]));
  const couples = new Map<string, Couple>();
  const settledFiles = new Set<string>();
  for (const [one, two] of options.settled ?? []) {
    const first = byFile.get(one);
    const second = byFile.get(two);
    if (!first || !second || first === second) continue;
    const couple = ordered(first, second, [{ weight: 1000, text: 'named as a pair in the settings' }, ...witnesses(first, second)]);
    couples.set(`${couple[0].file}\n${couple[1].file}`, couple);
    settledFiles.add(one).add(two);
  }

  const together = togetherIn(options.networks ?? []);
  const scored = new Map<Device, { peer: Device; couple: Couple; score: number; distance: number; channels: readonly string[] }[]>();
  for (const [one, two] of candidates(devices)) {
    if (settledFiles.has(one.file) || settledFiles.has(two.file) || !together(one.file, two.file) || versionsOfOne(one, two)) continue;
    const couple = ordered(one, two, witnesses(one, two));
    const score = couple[2].reduce((sum, witness) => sum + witness.weight, 0);
    if (score < enough) continue;
    const distance = folderDistance(one.file, two.file);
    for (const [self, peer] of [[one, two], [two, one]] as const) {
      const list = scored.get(self) ?? [];
      list.push({ peer, couple, score, distance, channels: subjects(self, peer) });
      scored.set(self, list);
    }
  }

  // A device may back several: each of its channels and groups looks for its own peer; for one subject the nearest folder wins,
  // then the stronger evidence; a tie that remains is said, not guessed.
  const ambiguities: Ambiguity[] = [];
  const choices = new Map<Device, Set<Device>>();
  for (const [device, list] of scored) {
    const chosen = new Set<Device>();
    const tied = new Set<Device>();
    const all = new Set(list.flatMap((candidate) => candidate.channels));
    for (const subject of all) {
      const rivals = list.filter((candidate) => candidate.channels.includes(subject))
        .sort((x, y) => x.distance - y.distance || y.score - x.score || similarity(device, y.peer) - similarity(device, x.peer));
      const [best, next] = rivals;
      if (!best) continue;
      if (next && next.distance === best.distance && next.score === best.score && similarity(device, next.peer) === similarity(device, best.peer)) {
        rivals.filter((rival) => rival.distance === best.distance && rival.score === best.score).forEach((rival) => tied.add(rival.peer));
      } else {
        chosen.add(best.peer);
      }
    }
    if (tied.size > 0 && chosen.size === 0) ambiguities.push({ device, candidates: [...tied].sort(byName) });
    choices.set(device, chosen);
  }
  for (const [device, list] of scored) {
    for (const { peer, couple } of list) {
      if (choices.get(device)?.has(peer) && choices.get(peer)?.has(device)) couples.set(`${couple[0].file}\n${couple[1].file}`, couple);
    }
  }
  const sorted = [...couples.values()].sort((x, y) => byName(x[0], y[0]) || byName(x[1], y[1]));
  return { couples: sorted, ambiguities: ambiguities.sort((x, y) => byName(x.device, y.device)) };
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

function byName(one: Device, two: Device): number {
  return one.name < two.name ? -1 : one.name > two.name ? 1 : one.file < two.file ? -1 : one.file > two.file ? 1 : 0;
}

function ordered(one: Device, two: Device, why: readonly Witness[]): Couple {
  return byName(one, two) <= 0 ? [one, two, why] : [two, one, why];
}

/** Couples that share an address, or a virtual IP: from indexes, never all against all. */
function candidates(devices: readonly Device[]): readonly (readonly [Device, Device])[] {
  const index = new Map<string, Set<Device>>();
  const note = (key: string, device: Device) => {
    const set = index.get(key);
    if (set) set.add(device);
    else index.set(key, new Set([device]));
  };
  for (const device of devices) {
    for (const key of pairingKeys(device)) note(key, device);
  }
  const seen = new Set<string>();
  const couples: (readonly [Device, Device])[] = [];
  for (const set of index.values()) {
    const list = [...set];
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const [one, two] = byName(list[i]!, list[j]!) <= 0 ? [list[i]!, list[j]!] : [list[j]!, list[i]!];
        const key = `${one.file}\n${two.file}`;
        if (!seen.has(key)) {
          seen.add(key);
          couples.push([one, two]);
        }
      }
    }
  }
  return couples;
}

/** What a device can be found by: two devices that share none of these are no pair. */
export function pairingKeys(device: Device): string[] {
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
  for (const group of device.groups) keys.push(...groupKeys(device, group));
  return [...new Set(keys)];
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
  const known = alike.get(a);
  if (known?.other === b) return known.couples;
  const couples = findAlikeGroups(a, b);
  alike.set(a, { other: b, couples });
  return couples;
}

const alike = new WeakMap<Device, { readonly other: Device; readonly couples: readonly GroupCouple[] }>();

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

/** Profiles of `a` and `b` that share a backup-id or a role source, found by index. */
function alikeProfiles(a: Device, b: Device, groups: readonly GroupCouple[]): ProfileCouple[] {
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
export function groupAffinity(deviceA: Device, a: Group, deviceB: Device, b: Group): number {
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

/** What answers what across two devices that are a pair. */
export function pair(a: Device, b: Device, why: readonly Witness[]): Pair {
  const channels = channelPairs(a, b);
  const profiles = profilePairs(a, b, channels);
  const locations = [...a.locations.values()].flatMap((mine) => {
    const theirs = b.locations.get(mine.id);
    return theirs && mine.remote && theirs.remote ? [{ a: mine, b: theirs }] : [];
  });
  return { a, b, why, channels, profiles, locations, groups: groupPairs(a, b, profiles, locations) };
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

function profilePairs(a: Device, b: Device, channels: readonly ChannelPair[]): ProfilePair[] {
  const answered = new Set(channels.map((channel) => `${channel.a.rbs.key}\n${channel.b.rbs.key}`));
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
    const boards = locations.length === 0 ? [] : locations.filter((location) => follows(location.a, one) || follows(location.b, two));
    const services = new Set(following.flatMap((profile) => [...profile.a.services, ...profile.b.services].map((service) => service.value)));
    const [mine, theirs] = [priority(one), priority(two)];
    return {
      a: one, b: two, profiles: following, locations: boards, services: [...services].sort(),
      master: mine > theirs ? 'a' as const : theirs > mine ? 'b' as const : undefined,
    };
  });
}

function follows(location: ServiceLocation, group: Group): boolean {
  return location.group?.vrid.value === group.vrid && location.group.interfaceKey === group.interfaceKey && group.family === 4;
}

export function isHotBackup(group: GroupPair): boolean {
  return group.profiles.length > 0 || group.locations.length > 0;
}

/** True when both interfaces belong to one main interface. */
export function sameMainInterface(one: string, two: string): boolean {
  return mainInterfaceKey(one) === mainInterfaceKey(two);
}
