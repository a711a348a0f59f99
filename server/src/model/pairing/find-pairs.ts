// Which devices are a pair. It is found from facts, strongest witness first, so that the very fault we look for (a port, a peer
// address, a backup-id, a vrid) does not hide the pair: the other witnesses hold it.
import { compareTexts } from '../../text/compare-texts';
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import {
  matchingGroups,
  matchingProfiles,
  channelEnds,
  groupAffinity,
  groupKeys,
  hasGroupKey,
  mirroredEnds,
  relatedEnds,
  shareService,
} from './similarity';
import { sharedVirtualIp } from '../vrrp/addresses';
import type { Device, ETrunk, ServiceLocation } from '../device';
import type { PairingEvidence } from './pair';
import { changedPlaces } from '../incremental/patched-list';

/** Devices whose best peers are equally likely: nothing is checked across them. */
export interface Ambiguity {
  readonly device: Device;
  readonly candidates: readonly Device[];
}

export interface NetworkOptions {
  /** Nothing is paired: these are the pairs, as a network found them that these files are a part of. */
  readonly exactly?: {
    readonly pairs: readonly { readonly files: readonly [string, string]; readonly why: readonly PairingEvidence[] }[];
    readonly ambiguities: readonly { readonly file: string; readonly candidates: readonly string[] }[];
  };
  /** Couples of files that are pairs whatever the witnesses say. */
  readonly settled?: readonly (readonly [string, string])[];
  /** Groups of files that belong together; what none of them names is one more group. Files of different groups never pair. */
  readonly networks?: readonly (readonly string[])[];
}

type Couple = readonly [Device, Device, readonly PairingEvidence[]];

/** The sum of weights from which two devices are a pair: one mirrored channel is enough by itself; of weaker evidence two are needed. */
export const pairingThreshold = 50;

/** The weight of being named as a pair in the settings: more than all that the files can say. */
export const namedPairWeight = 1000;

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
export interface Pairing {
  readonly options: NetworkOptions;
  readonly devices: Map<string, Device>;
  /** The files of the devices that share a key. */
  readonly index: Map<string, Set<string>>;
  /** Of the files looked at, those that shared a key with them at some time. */
  readonly neighbours: Map<string, Set<string>>;
  readonly choices: Map<string, Choice>;
  /** Some couple was one by the settings. */
  settled: boolean;
}

/** The couples and ambiguities that the files looked at are part of; those among other files are what they were. */
export interface Paired {
  readonly pairing: Pairing;
  readonly looked: ReadonlySet<string>;
  readonly couples: readonly Couple[];
  readonly ambiguities: readonly Ambiguity[];
}

/** `edited`: the only devices that are not those of `previous`; without it they are looked for. */
export function pairingOf(
  devices: readonly Device[],
  options: NetworkOptions,
  previous?: Pairing,
  edited?: readonly Device[],
): Paired {
  const known = previous ?? {
    options,
    devices: new Map<string, Device>(),
    index: new Map<string, Set<string>>(),
    neighbours: new Map<string, Set<string>>(),
    choices: new Map<string, Choice>(),
    settled: false,
  };
  const come = previous && edited ? edited : devices.filter((device) => known.devices.get(device.file) !== device);
  const gone =
    previous && edited ? edited.map(({ file }) => known.devices.get(file)!) : replacedOrRemoved(known.devices, devices);
  const looked = new Set<string>();
  const look = (file: string) => {
    looked.add(file);
    for (const other of known.neighbours.get(file) ?? []) looked.add(other);
  };
  const next = new Map(come.map((device) => [device.file, device]));
  for (const device of gone) {
    if (!known.neighbours.has(device.file)) known.neighbours.set(device.file, neighboursOf(known, device));
    look(device.file);
    known.choices.delete(device.file);
    if (next.has(device.file)) continue;
    known.devices.delete(device.file);
    known.neighbours.delete(device.file);
    for (const key of allKeys(device)) unlist(known.index, key, device.file);
  }
  for (const device of come) {
    const before = known.devices.get(device.file);
    const { lost, won } = keyChanges(before, device);
    for (const key of lost) unlist(known.index, key, device.file);
    const neighbours = known.neighbours.get(device.file);
    for (const key of won) {
      const files = known.index.get(key);
      if (!files) known.index.set(key, new Set([device.file]));
      else {
        files.add(device.file);
        for (const file of files) {
          if (file === device.file) continue;
          neighbours?.add(file);
          known.neighbours.get(file)?.add(device.file);
        }
      }
    }
    known.devices.set(device.file, device);
  }
  for (const device of come) {
    if (!known.neighbours.has(device.file) && previous) known.neighbours.set(device.file, neighboursOf(known, device));
    look(device.file);
  }

  const couples = new Map<string, Couple>();
  const settledFiles = new Set<string>();
  for (const [one, two] of options.settled ?? []) {
    const first = known.devices.get(one);
    const second = known.devices.get(two);
    if (!first || !second || first === second) continue;
    const couple = ordered(first, second, [
      { weight: namedPairWeight, text: 'named as a pair in the settings' },
      ...pairingEvidence(first, second),
    ]);
    couples.set(`${couple[0].file}\n${couple[1].file}`, couple);
    settledFiles.add(one).add(two);
  }
  // Whether a file is settled follows from which files are there, and were.
  if (settledFiles.size > 0 || known.settled) for (const file of known.devices.keys()) looked.add(file);
  known.settled = settledFiles.size > 0;

  const together = togetherIn(options.networks ?? []);
  const rated = new Map<string, { readonly couple: Couple; readonly score: number } | undefined>();
  const rate = (self: Device, peer: Device) => {
    const [one, two] = byName(self, peer) <= 0 ? [self, peer] : [peer, self];
    const key = `${one.file}\n${two.file}`;
    if (!rated.has(key)) {
      const apart =
        settledFiles.has(one.file) ||
        settledFiles.has(two.file) ||
        !together(one.file, two.file) ||
        versionsOfOne(one, two);
      const couple = apart ? undefined : ordered(one, two, pairingEvidence(one, two));
      const score = couple ? couple[2].reduce((sum, witness) => sum + witness.weight, 0) : 0;
      rated.set(key, couple && score >= pairingThreshold ? { couple, score } : undefined);
    }
    return rated.get(key);
  };
  const selves = [...looked].flatMap((file) => known.devices.get(file) ?? []);
  for (const self of selves) {
    let near = known.neighbours.get(self.file);
    // Asked once by a reading of all, again and again by edits.
    if (!near && previous) known.neighbours.set(self.file, (near = neighboursOf(known, self)));
    const files = near
      ? [...near].filter((other) => known.devices.has(other) && shareKey(self, known.devices.get(other)!))
      : [...neighboursOf(known, self)];
    const candidates = files.sort().flatMap((other): Candidate[] => {
      const peer = known.devices.get(other)!;
      const found = rate(self, peer);
      return found ? [{ peer, ...found, distance: folderDistance(self.file, peer.file) }] : [];
    });
    known.choices.set(self.file, choice(self, candidates));
  }

  const ambiguities: Ambiguity[] = [];
  for (const device of selves) {
    const { candidates, chosen, ambiguity } = known.choices.get(device.file)!;
    if (ambiguity) ambiguities.push({ device, candidates: ambiguity });
    for (const { peer, couple } of candidates) {
      if (chosen.has(peer.file) && known.choices.get(peer.file)!.chosen.has(device.file))
        couples.set(`${couple[0].file}\n${couple[1].file}`, couple);
    }
  }
  return { pairing: known, looked, couples: [...couples.values()], ambiguities };
}

function replacedOrRemoved(known: ReadonlyMap<string, Device>, devices: readonly Device[]): Device[] {
  const present = new Set(devices);
  return [...known.values()].filter((device) => !present.has(device));
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
    const rivals = candidates
      .filter((candidate) => answered.get(candidate)!.has(subject))
      .sort(
        (x, y) =>
          x.distance - y.distance || y.score - x.score || similarity(device, y.peer) - similarity(device, x.peer),
      );
    const [best, next] = rivals;
    if (!best) continue;
    if (
      next &&
      next.distance === best.distance &&
      next.score === best.score &&
      similarity(device, next.peer) === similarity(device, best.peer)
    ) {
      rivals
        .filter((rival) => rival.distance === best.distance && rival.score === best.score)
        .forEach((rival) => tied.add(rival.peer));
    } else {
      chosen.add(best.peer.file);
    }
  }
  return tied.size > 0 && chosen.size === 0
    ? { candidates, chosen, ambiguity: [...tied].sort(byName) }
    : { candidates, chosen };
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
const togetherIn = memoizeByObject(
  (networks: readonly (readonly string[])[]): ((one: string, two: string) => boolean) => {
    if (networks.length === 0) return () => true;
    const groups = new Map<string, Set<number>>();
    networks.forEach((files, index) =>
      files.forEach((file) => groups.set(file, (groups.get(file) ?? new Set()).add(index))),
    );
    return (one, two) => {
      const [mine, theirs] = [groups.get(one), groups.get(two)];
      return mine && theirs ? [...mine].some((index) => theirs.has(index)) : mine === theirs;
    };
  },
);

export function byName(one: Pick<Device, 'name' | 'file'>, two: Pick<Device, 'name' | 'file'>): number {
  return compareTexts(one.name, two.name) || compareTexts(one.file, two.file);
}

function ordered(one: Device, two: Device, why: readonly PairingEvidence[]): Couple {
  return byName(one, two) <= 0 ? [one, two, why] : [two, one, why];
}

/** What a device can be found by, its channels' addresses and its groups: two devices that share none of these are no pair. */
export function pairingKeys(device: Device): readonly [channels: readonly string[], groups: readonly string[]] {
  return [channelKeys(device), keysOfAllGroups(device)];
}

function channelKeys(device: Device): readonly string[] {
  const keys: string[] = [];
  for (const service of device.services.values()) {
    for (const { peer, source } of service.channels) keys.push(`addr ${peer.value.key}`, `addr ${source.value.key}`);
  }
  for (const location of device.locations.values()) {
    if (!location.remote) continue;
    keys.push(`addr ${location.remote.peer.value.key}`);
    for (const own of device.interfaces.get(location.remote.interfaceKey)?.addresses ?? [])
      keys.push(`addr ${own.prefix.address.key}`);
  }
  for (const trunk of device.eTrunks.values()) {
    if (trunk.peer) keys.push(`addr ${trunk.peer.value.key}`);
    if (trunk.source) keys.push(`addr ${trunk.source.value.key}`);
  }
  return keys;
}

function keysOfAllGroups(device: Device): readonly string[] {
  return [...new Set(device.groups.flatMap((group) => groupKeys(device, group)))];
}

function allKeys(device: Device): ReadonlySet<string> {
  return new Set(pairingKeys(device).flat());
}

/** The files of other devices that share a key with this one. */
function neighboursOf({ index }: Pairing, device: Device): Set<string> {
  const files = new Set<string>();
  for (const keys of pairingKeys(device))
    for (const key of keys) for (const file of index.get(key) ?? []) files.add(file);
  files.delete(device.file);
  return files;
}

/** Ends at the first key that they share: for the two devices of a pair that is one of the first. */
function shareKey(one: Device, two: Device): boolean {
  const channels = new Set(channelKeys(two));
  return (
    channelKeys(one).some((key) => channels.has(key)) ||
    one.groups.some((group) => groupKeys(one, group).some((key) => hasGroupKey(two, key)))
  );
}

/** What a device is not found by any more after an edit, and what it is found by that it was not. */
function keyChanges(before: Device | undefined, after: Device): { lost: readonly string[]; won: readonly string[] } {
  const places = before && changedPlaces(before.groups, after.groups);
  if (!before || !places) {
    const [old, now] = [before ? allKeys(before) : new Set<string>(), allKeys(after)];
    return { lost: [...old].filter((key) => !now.has(key)), won: [...now].filter((key) => !old.has(key)) };
  }
  const [old, now] = [new Set(channelKeys(before)), new Set(channelKeys(after))];
  const groupKeysAt = (device: Device) => places.flatMap((place) => groupKeys(device, device.groups[place]!));
  return {
    lost: [
      ...[...old].filter((key) => !now.has(key)),
      ...groupKeysAt(before).filter((key) => !hasGroupKey(after, key)),
    ],
    won: [...[...now].filter((key) => !old.has(key)), ...groupKeysAt(after).filter((key) => !hasGroupKey(before, key))],
  };
}

function unlist(index: Map<string, Set<string>>, key: string, file: string): void {
  const files = index.get(key);
  if (files?.delete(file) && files.size === 0) index.delete(key);
}

/** What of `self` would be answered by `peer`: its channels and its virtual routers. Rivals for one subject exclude each other. */
function subjects(self: Device, peer: Device): string[] {
  const found: string[] = [];
  const [left, right] = [channelEnds(self), channelEnds(peer)];
  const mirrored = new Set(mirroredEnds(left, right).map(({ one }) => one));
  for (const end of left) {
    if (mirrored.has(end) || relatedEnds([end], right, self, peer).length > 0)
      found.push(`channel ${end.rbs.key} ${end.channel.peer.value.key}`);
  }
  for (const group of self.groups) {
    if (matchingGroups(self, group, peer).length > 0)
      found.push(`group ${group.interfaceKey} ${group.family} ${group.vrid}`);
  }
  return found.length > 0 ? found : ['other'];
}

function pairingEvidence(a: Device, b: Device): PairingEvidence[] {
  const found: PairingEvidence[] = [];
  const best = (list: PairingEvidence[]) => {
    const top = list.sort((x, y) => y.weight - x.weight)[0];
    if (top) found.push(top);
  };
  best(channelEvidence(a, b));
  best(boardEvidence(a, b));
  best(trunkEvidence(a, b));
  best(groupEvidence(a, b));
  best(profileEvidence(a, b));
  return found.sort((x, y) => y.weight - x.weight);
}

/** Ends at the first virtual router that is whole: no other says more. */
function groupEvidence(a: Device, b: Device): PairingEvidence[] {
  let inPart: PairingEvidence | undefined;
  for (const one of a.groups) {
    for (const two of matchingGroups(a, one, b)) {
      const what = `${one.family === 6 ? 'VRRP6' : 'VRRP'} group`;
      const where = `(${one.interfaceName}, ${two.interfaceName})`;
      if (groupAffinity(a, one, b, two) >= 3) {
        const address = sharedVirtualIp(one, two) ?? '-';
        return [{ weight: 50, text: `${what} ${one.vrid} with virtual IP ${address} on one subnet ${where}` }];
      }
      inPart ??= { weight: 30, text: `${what} ${one.vrid} and ${two.vrid} alike in part ${where}` };
    }
  }
  return inPart ? [inPart] : [];
}

/** The first profiles of one backup-id that follow one virtual router, or one E-Trunk. */
function profileEvidence(a: Device, b: Device): PairingEvidence[] {
  for (const one of a.profiles.values()) {
    if (!one.backupId) continue;
    for (const { two, group } of matchingProfiles(a, one, b)) {
      if (group && one.backupId.value === two.backupId?.value && shareService(one, two))
        return [{ weight: 25, text: `backup-id ${one.backupId.value} on both (${one.name}, ${two.name})` }];
    }
  }
  return [];
}

function channelEvidence(a: Device, b: Device): PairingEvidence[] {
  const [left, right] = [channelEnds(a), channelEnds(b)];
  const mirrored = mirroredEnds(left, right);
  const rated = mirrored.length > 0 ? mirrored : relatedEnds(left, right, a, b);
  return rated.map(({ one: { rbs: mine, channel: one }, two: { rbs: theirs, channel: two }, weight }) => {
    const port = weight === 100 ? one.port.value : `${one.port.value} against ${two.port.value}`;
    const text =
      weight >= 90
        ? `RBS channel mirrored: ${one.source.value.key} - ${one.peer.value.key}, port ${port}`
        : `RBS channel mirrored in part: ${mine.name} ${one.source.value.key} -> ${one.peer.value.key} and ${theirs.name} ${two.source.value.key} -> ${two.peer.value.key}`;
    return { weight, text };
  });
}

/** The addresses of a board's own interface, by which the other board names it. */
function boardAddresses(device: Device, { remote }: ServiceLocation): readonly string[] {
  const own = remote && device.interfaces.get(remote.interfaceKey);
  return own ? own.addresses.map((one) => one.prefix.address.key) : [];
}

/** By index: boards that name each other, and those of one number of which one has no channel. */
function boardEvidence(a: Device, b: Device): PairingEvidence[] {
  const byPeer = new Map<string, ServiceLocation[]>();
  const byAddress = new Map<string, ServiceLocation[]>();
  for (const theirs of b.locations.values()) {
    if (!theirs.remote) continue;
    push(byPeer, theirs.remote.peer.value.key, theirs);
    for (const key of boardAddresses(b, theirs)) push(byAddress, key, theirs);
  }
  const order = new Map([...b.locations.values()].map((one, index) => [one, index]));
  return [...a.locations.values()].flatMap((mine) => {
    const there = new Set(mine.remote ? byAddress.get(mine.remote.peer.value.key) : []);
    const back = new Set(boardAddresses(a, mine).flatMap((key) => byPeer.get(key) ?? []));
    const same = b.locations.get(mine.id);
    const candidates = new Set([...there, ...back, ...(same ? [same] : [])]);
    return [...candidates]
      .sort((x, y) => order.get(x)! - order.get(y)!)
      .flatMap((theirs): PairingEvidence[] => {
        if (!mine.remote || !theirs.remote) {
          // One end is missing: the other still points at an address of this device.
          const [remote, device] = mine.remote ? [mine.remote, b] : [theirs.remote, a];
          return mine.id === theirs.id && remote && device.addresses.has(remote.peer.value.key)
            ? [{ weight: 35, text: `remote-backup interface mirrored in part: service-location ${mine.id} on both` }]
            : [];
        }
        const which = `service-location ${mine.id} and ${theirs.id}`;
        if (there.has(theirs) && back.has(theirs))
          return [{ weight: 80, text: `remote-backup interface mirrored: ${which}` }];
        return there.has(theirs) || back.has(theirs)
          ? [{ weight: 35, text: `remote-backup interface mirrored in part: ${which}` }]
          : [];
      });
  });
}

/** By index: E-Trunks of which one names the other's address. */
function trunkEvidence(a: Device, b: Device): PairingEvidence[] {
  const bySource = new Map<string, ETrunk[]>();
  const byPeer = new Map<string, ETrunk[]>();
  for (const theirs of b.eTrunks.values()) {
    if (theirs.source) push(bySource, theirs.source.value.key, theirs);
    if (theirs.peer) push(byPeer, theirs.peer.value.key, theirs);
  }
  const order = new Map([...b.eTrunks.values()].map((one, index) => [one, index]));
  return [...a.eTrunks.values()].flatMap((mine) => {
    const there = new Set(mine.peer ? bySource.get(mine.peer.value.key) : []);
    const back = new Set(mine.source ? byPeer.get(mine.source.value.key) : []);
    return [...new Set([...there, ...back])]
      .sort((x, y) => order.get(x)! - order.get(y)!)
      .map((theirs) =>
        there.has(theirs) && back.has(theirs)
          ? { weight: 80, text: `E-Trunk ${mine.id} mirrored: ${mine.source!.value.key} - ${mine.peer!.value.key}` }
          : { weight: 35, text: `E-Trunk ${mine.id} mirrored in part` },
      );
  });
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
