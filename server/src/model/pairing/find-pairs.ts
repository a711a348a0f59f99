// Which devices are a pair. It is found from facts, strongest witness first, so that the very fault we look for (a port, a peer
// address, a backup-id, a vrid) does not hide the pair: the other witnesses hold it.
import { sameLists } from '../../text/collections';
import { remembered } from '../../text/memoize';
import { alikeGroups, alikeProfiles, groupKeys, mirrorWeight, shareService } from './similarity';
import { sharedVirtualIp } from '../vrrp/addresses';
import type { Channel, Device } from '../device';
import type { Witness } from './pair';
import { baseOf, changedKeys } from '../incremental/patched-map';

/** Devices whose best peers are equally likely: nothing is checked across them. */
export interface Ambiguity {
  readonly device: Device;
  readonly candidates: readonly Device[];
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
  return (
    was.file === is.file &&
    was.name === is.name &&
    (was.sysname === undefined) === (is.sysname === undefined) &&
    alikeIn(was.services, is.services, ({ name, channels }) => [
      name,
      ...channels.map(
        ({ family, peer, source, port }) => `${family} ${peer.value.key} ${source.value.key} ${port.value}`,
      ),
    ]) &&
    alikeIn(was.profiles, is.profiles, ({ name, backupId, rbs, services, roles }) => [
      `${name} ${backupId?.value} ${rbs?.value}`,
      ...services.map((service) => service.value),
      ...roles.map((role) =>
        role.kind === 'group'
          ? `${role.family} ${role.vrid.value} ${role.interfaceKey}`
          : `${role.eTrunk.value} ${role.ethTrunk.value}`,
      ),
    ]) &&
    alikeIn(was.locations, is.locations, ({ remote, group }) => [
      `${remote?.peer.value.key} ${remote?.interfaceKey} ${group?.vrid.value} ${group?.interfaceKey}`,
    ]) &&
    alikeIn(was.eTrunks, is.eTrunks, ({ peer, source }) => [`${peer?.value.key} ${source?.value.key}`]) &&
    alikeLists(was.groups, is.groups, (group) => [
      `${group.family} ${group.vrid} ${group.interfaceName} ${group.exists}`,
      ...group.virtualIps.map((ip) => `${ip.address.key} ${ip.linkLocal}`),
    ]) &&
    alikeIn(was.addresses, is.addresses, (owners) =>
      owners.map(({ interface: owner, address }) => `${owner.key} ${address.prefix.length} ${address.linkLocal}`),
    )
  );
}

/** The same keys in the same order, and of each value the same words. */
function alikeIn<Key, Value>(
  was: ReadonlyMap<Key, Value>,
  is: ReadonlyMap<Key, Value>,
  wordsOf: (value: Value) => readonly string[],
): boolean {
  if (baseOf(was) === baseOf(is))
    return changedKeys(was, is).every((key) => sameWords(wordsOf(was.get(key)!), wordsOf(is.get(key)!)));
  return sameWords([...was.keys()], [...is.keys()]) && alikeLists([...was.values()], [...is.values()], wordsOf);
}

/** Of each value the same words; what is the same object is not looked at. */
function alikeLists<Value>(
  was: readonly Value[],
  is: readonly Value[],
  wordsOf: (value: Value) => readonly string[],
): boolean {
  return was === is || sameLists(was, is, (one, two) => one === two || sameWords(wordsOf(one), wordsOf(two)));
}

function sameWords(mine: readonly unknown[], theirs: readonly unknown[]): boolean {
  return sameLists(mine, theirs, (one, two) => one === two);
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
export interface Pairing {
  readonly options: NetworkOptions;
  readonly devices: Map<string, Device>;
  /** The files of the devices that share a key. */
  readonly index: Map<string, Set<string>>;
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
    choices: new Map<string, Choice>(),
    settled: false,
  };
  const come = previous && edited ? edited : devices.filter((device) => known.devices.get(device.file) !== device);
  const gone =
    previous && edited ? edited.map(({ file }) => known.devices.get(file)!) : replacedOrRemoved(known.devices, devices);
  const looked = new Set<string>();
  const neighbours = (device: Device) => {
    looked.add(device.file);
    for (const keys of pairingKeys(device))
      for (const key of keys) for (const file of known.index.get(key) ?? []) looked.add(file);
  };
  for (const device of gone) {
    neighbours(device);
    known.choices.delete(device.file);
  }
  const next = new Map(come.map((device) => [device.file, device]));
  for (const device of gone) {
    const after = next.get(device.file);
    if (!after) known.devices.delete(device.file);
    unlist(known.index, device, after);
  }
  for (const device of come) {
    list(known.index, device, known.devices.get(device.file));
    known.devices.set(device.file, device);
  }
  for (const device of come) neighbours(device);

  const couples = new Map<string, Couple>();
  const settledFiles = new Set<string>();
  for (const [one, two] of options.settled ?? []) {
    const first = known.devices.get(one);
    const second = known.devices.get(two);
    if (!first || !second || first === second) continue;
    const couple = ordered(first, second, [
      { weight: 1000, text: 'named as a pair in the settings' },
      ...witnesses(first, second),
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
      const couple = apart ? undefined : ordered(one, two, witnesses(one, two));
      const score = couple ? couple[2].reduce((sum, witness) => sum + witness.weight, 0) : 0;
      rated.set(key, couple && score >= enough ? { couple, score } : undefined);
    }
    return rated.get(key);
  };
  const selves = [...looked].flatMap((file) => known.devices.get(file) ?? []);
  for (const self of selves) {
    const files = new Set<string>();
    for (const keys of pairingKeys(self))
      for (const key of keys) for (const other of known.index.get(key) ?? []) files.add(other);
    files.delete(self.file);
    const candidates = [...files].sort().flatMap((other): Candidate[] => {
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
const togetherIn = remembered((networks: readonly (readonly string[])[]): ((one: string, two: string) => boolean) => {
  if (networks.length === 0) return () => true;
  const groups = new Map<string, Set<number>>();
  networks.forEach((files, index) =>
    files.forEach((file) => groups.set(file, (groups.get(file) ?? new Set()).add(index))),
  );
  return (one, two) => {
    const [mine, theirs] = [groups.get(one), groups.get(two)];
    return mine && theirs ? [...mine].some((index) => theirs.has(index)) : mine === theirs;
  };
});

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
    for (const own of device.interfaces.get(location.remote.interfaceKey)?.addresses ?? [])
      keys.push(`addr ${own.prefix.address.key}`);
  }
  for (const trunk of device.eTrunks.values()) {
    if (trunk.peer) keys.push(`addr ${trunk.peer.value.key}`);
    if (trunk.source) keys.push(`addr ${trunk.source.value.key}`);
  }
  return [keys, keysOfAllGroups(device)];
}

function keysOfAllGroups(device: Device): readonly string[] {
  let keys = keysByGroups.get(device.groups);
  if (!keys)
    keysByGroups.set(device.groups, (keys = [...new Set(device.groups.flatMap((group) => groupKeys(device, group)))]));
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

function witnesses(a: Device, b: Device): Witness[] {
  const found: Witness[] = [];
  const best = (list: Witness[]) => {
    const top = list.sort((x, y) => y.weight - x.weight)[0];
    if (top) found.push(top);
  };
  best(
    [...a.services.values()].flatMap((mine) =>
      [...b.services.values()].flatMap((theirs) =>
        mine.channels.flatMap((one) =>
          theirs.channels.flatMap((two) => {
            const weight = mirrorWeight(one, two, a, b);
            if (weight === 0) return [];
            const text =
              weight >= 90
                ? `RBS channel mirrored: ${one.source.value.key} - ${one.peer.value.key}, port ${weight === 100 ? one.port.value : `${one.port.value} against ${two.port.value}`}`
                : `RBS channel mirrored in part: ${mine.name} ${one.source.value.key} -> ${one.peer.value.key} and ${theirs.name} ${two.source.value.key} -> ${two.peer.value.key}`;
            return [{ weight, text }];
          }),
        ),
      ),
    ),
  );
  best(
    [...a.locations.values()].flatMap((mine) =>
      [...b.locations.values()].flatMap((theirs) => {
        const ownOf = (device: Device, key: string, address: string) =>
          device.interfaces.get(key)?.addresses.some((one) => one.prefix.address.key === address) ?? false;
        if (!mine.remote || !theirs.remote) {
          // One end is missing: the other still points at an address of this device.
          const [remote, there] = mine.remote ? [mine.remote, b] : [theirs.remote, a];
          return mine.id === theirs.id && remote && there.addresses.has(remote.peer.value.key)
            ? [{ weight: 35, text: `remote-backup interface mirrored in part: service-location ${mine.id} on both` }]
            : [];
        }
        const there = ownOf(b, theirs.remote.interfaceKey, mine.remote.peer.value.key);
        const back = ownOf(a, mine.remote.interfaceKey, theirs.remote.peer.value.key);
        return there && back
          ? [{ weight: 80, text: `remote-backup interface mirrored: service-location ${mine.id} and ${theirs.id}` }]
          : there || back
            ? [
                {
                  weight: 35,
                  text: `remote-backup interface mirrored in part: service-location ${mine.id} and ${theirs.id}`,
                },
              ]
            : [];
      }),
    ),
  );
  best(
    [...a.eTrunks.values()].flatMap((mine) =>
      [...b.eTrunks.values()].flatMap((theirs) => {
        const there = mine.peer && theirs.source && mine.peer.value.key === theirs.source.value.key;
        const back = mine.source && theirs.peer && mine.source.value.key === theirs.peer.value.key;
        return there && back
          ? [{ weight: 80, text: `E-Trunk ${mine.id} mirrored: ${mine.source!.value.key} - ${mine.peer!.value.key}` }]
          : there || back
            ? [{ weight: 35, text: `E-Trunk ${mine.id} mirrored in part` }]
            : [];
      }),
    ),
  );
  const alike = alikeGroups(a, b);
  best(
    alike.map(({ one, two, affinity }) => {
      const what = `${one.family === 6 ? 'VRRP6' : 'VRRP'} group`;
      return {
        weight: affinity >= 3 ? 50 : 30,
        text:
          affinity >= 3
            ? `${what} ${one.vrid} with virtual IP ${sharedVirtualIp(one, two) ?? '-'} on one subnet (${one.interfaceName}, ${two.interfaceName})`
            : `${what} ${one.vrid} and ${two.vrid} alike in part (${one.interfaceName}, ${two.interfaceName})`,
      };
    }),
  );
  best(
    alikeProfiles(a, b, alike).flatMap(({ one, two, group }) =>
      group && one.backupId && one.backupId.value === two.backupId?.value && shareService(one, two)
        ? [{ weight: 25, text: `backup-id ${one.backupId.value} on both (${one.name}, ${two.name})` }]
        : [],
    ),
  );
  return found.sort((x, y) => y.weight - x.weight);
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
