// Which devices are a pair. It is found from facts, strongest witness first, so that the very fault we look for (a port, a peer
// address, a backup-id, a vrid) does not hide the pair: the other witnesses hold it.
import { compareTexts } from '../../text/compare-texts';
import { memoizeByObject } from '../../text/memoize';
import { matchingGroups, channelEnds, groupKeys, hasGroupKey, mirroredEnds, relatedEnds } from './similarity';
import { pairingEvidence, trunksShared } from './evidence';
import { isSameDevice } from './same-device';
import type { Device } from '../device';
import { Copies } from './copies';
import type { PairingEvidence } from './pair';
import { changedPlaces } from '../incremental/patched-list';

/** Two files that share a channel or a group and are no pair, while neither has another peer. */
export interface Unpaired {
  readonly device: Device;
  readonly other: Device;
  /** `same-device`: two files of one device. `weak`: `evidence` is not enough for a pair. */
  readonly reason: 'same-device' | 'weak';
  readonly evidence: readonly PairingEvidence[];
}

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
    readonly unpaired: readonly (Pick<Unpaired, 'reason' | 'evidence'> & {
      readonly files: readonly [string, string];
    })[];
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
  /** The files that share a key with it, where none of them is a candidate. */
  readonly related?: readonly string[];
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
  readonly unpaired: readonly Unpaired[];
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
        one.holdsSeveralDevices ||
        two.holdsSeveralDevices ||
        isSameDevice(one, two);
      const couple = apart ? undefined : ordered(one, two, pairingEvidence(one, two));
      const score = couple ? couple[2].reduce((sum, witness) => sum + witness.weight, 0) : 0;
      rated.set(key, couple && score >= pairingThreshold ? { couple, score } : undefined);
    }
    return rated.get(key);
  };
  const selves = [...looked].flatMap((file) => known.devices.get(file) ?? []);
  const copies = new Copies(known.index);
  // What the settings say of a file is said of it and not of its copies.
  const mayShare = !options.networks?.length && settledFiles.size === 0;
  const choicesOfCopies = new Map<string, Choice>();
  for (const self of selves) {
    const copy = mayShare && copies.areLikely(pairingKeys(self).flat()) ? copyKey(copies, self) : undefined;
    const shared = copy === undefined ? undefined : choicesOfCopies.get(copy);
    if (shared) {
      known.choices.set(self.file, shared);
      continue;
    }
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
    const chosen = candidates.length > 0 ? choice(self, candidates) : { ...nothingChosen, related: files };
    known.choices.set(self.file, chosen);
    // Two files that are copies and yet may be peers do not choose alike: each leaves itself out.
    const isOwnPeer =
      copy !== undefined && candidates.some(({ peer }) => copies.numberOf(peer) === copies.numberOf(self));
    if (copy !== undefined && !isOwnPeer) choicesOfCopies.set(copy, chosen);
  }

  const ambiguities: Ambiguity[] = [];
  for (const device of selves) {
    const { candidates, chosen, ambiguity } = known.choices.get(device.file)!;
    if (ambiguity) ambiguities.push({ device, candidates: ambiguity });
    if (chosen.size === 0) continue;
    for (const { peer, couple } of candidates) {
      if (!chosen.has(peer.file) || !known.choices.get(peer.file)!.chosen.has(device.file)) continue;
      // What copies chose was looked for by one of them.
      const [one, two] = ordered(device, peer, couple[2]);
      couples.set(`${one.file}\n${two.file}`, [one, two, couple[2]]);
    }
  }
  const mayPair = (one: Device, two: Device) =>
    !settledFiles.has(one.file) && !settledFiles.has(two.file) && together(one.file, two.file);
  const unpaired = selves.flatMap((device) => unpairedOf(device, known, mayPair) ?? []);
  return { pairing: known, looked, couples: [...couples.values()], ambiguities, unpaired };
}

/** What devices share that choose alike: what pairing knows of them, and their folder. */
function copyKey(copies: Copies, device: Device): string {
  return `${copies.numberOf(device)} ${device.file.slice(0, device.file.lastIndexOf('/') + 1)}`;
}

const nothingChosen: Choice = { candidates: [], chosen: new Set() };

/** The nearest of the devices that share a key with this one, where neither has a peer; undefined where there is nothing to say. */
function unpairedOf(
  device: Device,
  { devices, choices }: Pairing,
  mayPair: (one: Device, two: Device) => boolean,
): Unpaired | undefined {
  const nearest = (choices.get(device.file)?.related ?? [])
    .filter((file) => file !== device.file && choices.get(file)?.candidates.length === 0)
    .sort((one, two) => folderDistance(device.file, one) - folderDistance(device.file, two) || compareTexts(one, two));
  for (const file of nearest) {
    const other = devices.get(file)!;
    if (!mayPair(device, other) || device.holdsSeveralDevices || other.holdsSeveralDevices) continue;
    const evidence = pairingEvidence(device, other);
    if (isSameDevice(device, other)) return { device, other, reason: 'same-device', evidence };
    if (evidence.length > 0) return { device, other, reason: 'weak', evidence };
  }
  return undefined;
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
  // An E-Trunk has one partner, as a channel has; a device may have several of them (docs/decisions/e-trunk-roles.md).
  for (const trunk of trunksShared(self, peer)) found.push(`e-trunk ${trunk.id}`);
  return found.length > 0 ? found : ['other'];
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
