// Which devices are a pair. It is found from facts, strongest witness first, so that the very fault we look for (a port, a peer
// address, a backup-id, a vrid) does not hide the pair: the other witnesses hold it.
import { compareTexts } from '../../text/compare-texts';
import { memoizeByObject } from '../../text/memoize';
import type { Device } from '../device';
import { choice, folderDistance, nothingChosen, type Candidate, type Choice } from './choose-peer';
import { Copies, manyFiles } from './copies';
import { byName, candidateKey, pairCandidate, type PairCandidate } from './pair-candidate';
import { pairingEvidence } from './evidence';
import type { PairingEvidence } from './pair';
import { deviceChanges, relatedFiles, updateIndex, type PairingIndex } from './pairing-index';
import { pairingKeys } from './pairing-keys';
import { isSameDevice } from './same-device';

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

/** What settings say about pairs beside what the files say. */
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
  readonly namedPairs?: readonly (readonly [string, string])[];
  /** Groups of files that belong together; what none of them names is one more group. Files of different groups never pair. */
  readonly networks?: readonly (readonly string[])[];
}

/** The sum of weights from which two devices are a pair: one mirrored channel is enough by itself; of weaker evidence two are needed. */
export const pairingThreshold = 50;

/** The weight of being named as a pair in the settings: more than all that the files can say. */
export const namedPairWeight = 1000;

/** How the devices were paired; it goes over to the pairing that an edit makes of it. */
export interface Pairing extends PairingIndex {
  readonly options: NetworkOptions;
  readonly choices: Map<string, Choice>;
  /** Some couple was one by the settings. */
  hadNamedPairs: boolean;
}

/** The couples and ambiguities that the affected files are part of; those among other files are what they were. */
export interface Paired {
  readonly pairing: Pairing;
  readonly affected: ReadonlySet<string>;
  readonly couples: readonly PairCandidate[];
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
  const pairing = previous ?? emptyPairing(options);
  const changes = deviceChanges(pairing, devices, previous && edited);
  for (const { file } of changes.removed) pairing.choices.delete(file);
  const affected = updateIndex(pairing, changes, previous !== undefined);

  const named = namedPairs(pairing);
  const namedFiles = new Set(named.flatMap(([left, right]) => [left.file, right.file]));
  // Whether a file is in a named pair follows from which files are there, and were.
  if (named.length > 0 || pairing.hadNamedPairs) for (const file of pairing.devices.keys()) affected.add(file);
  pairing.hadNamedPairs = named.length > 0;

  const inOneNetwork = sharedNetwork(options.networks ?? []);
  const mayPair = (left: Device, right: Device): boolean =>
    !namedFiles.has(left.file) && !namedFiles.has(right.file) && inOneNetwork(left.file, right.file);
  const choosing = [...affected].flatMap((file) => pairing.devices.get(file) ?? []);
  // What the settings say of a file is said of it and not of its copies.
  const mayShare = !options.networks?.length && named.length === 0;
  const choose = chooser(pairing, mayPair, previous !== undefined);
  if (mayShare && choosing.length > manyFiles) chooseWithCopies(pairing, choosing, choose);
  else for (const device of choosing) pairing.choices.set(device.file, choose(device));

  return {
    pairing,
    affected,
    couples: [...named, ...mutualCouples(pairing, choosing)],
    ambiguities: choosing.flatMap((device) => {
      const candidates = pairing.choices.get(device.file)?.ambiguity;
      return candidates ? [{ device, candidates }] : [];
    }),
    unpaired: choosing.flatMap((device) => unpairedOf(device, pairing, mayPair) ?? []),
  };
}

function emptyPairing(options: NetworkOptions): Pairing {
  return {
    options,
    devices: new Map(),
    filesByKey: new Map(),
    neighbours: new Map(),
    choices: new Map(),
    hadNamedPairs: false,
  };
}

/** The pairs that the settings name, of files that are there; each once. */
function namedPairs({ options, devices }: Pairing): PairCandidate[] {
  const couples = new Map<string, PairCandidate>();
  for (const [fileA, fileB] of options.namedPairs ?? []) {
    const device = devices.get(fileA);
    const peerDevice = devices.get(fileB);
    if (!device || !peerDevice || device === peerDevice) continue;
    const evidence = [
      { weight: namedPairWeight, text: 'named as a pair in the settings' },
      ...pairingEvidence(device, peerDevice),
    ];
    couples.set(candidateKey(device, peerDevice), pairCandidate(device, peerDevice, evidence));
  }
  return [...couples.values()];
}

type MayPair = (left: Device, right: Device) => boolean;
type Choose = (device: Device) => Choice;

function chooser(pairing: Pairing, mayPair: MayPair, isEdit: boolean): Choose {
  const rated = new Map<string, { readonly couple: PairCandidate; readonly score: number } | undefined>();
  const rate = (device: Device, peer: Device) => {
    const key = candidateKey(device, peer);
    if (!rated.has(key)) rated.set(key, mayPair(device, peer) ? ratedCouple(device, peer) : undefined);
    return rated.get(key);
  };
  return (device) => {
    const files = relatedFiles(pairing, device, isEdit);
    const candidates = files.flatMap((file): Candidate[] => {
      const peer = pairing.devices.get(file)!;
      const found = rate(device, peer);
      return found ? [{ peer, ...found, distance: folderDistance(device.file, file) }] : [];
    });
    return candidates.length > 0 ? choice(device, candidates) : { ...nothingChosen, related: files };
  };
}

/** Undefined where the evidence is not enough for a pair. The evidence speaks of the two in the order of their names. */
function ratedCouple(
  device: Device,
  peer: Device,
): { readonly couple: PairCandidate; readonly score: number } | undefined {
  if (device.holdsSeveralDevices || peer.holdsSeveralDevices || isSameDevice(device, peer)) return undefined;
  const [left, right] = byName(device, peer) <= 0 ? [device, peer] : [peer, device];
  const evidence = pairingEvidence(left, right);
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0);
  return score >= pairingThreshold ? { couple: [left, right, evidence], score } : undefined;
}

/** Of copies of one device, one chooses for all. */
function chooseWithCopies({ filesByKey, choices }: Pairing, choosing: readonly Device[], choose: Choose): void {
  const copies = new Copies(filesByKey);
  const choicesOfCopies = new Map<string, Choice>();
  for (const device of choosing) {
    const copy = copies.areLikely(pairingKeys(device).flat()) ? copyKey(copies, device) : undefined;
    const shared = copy === undefined ? undefined : choicesOfCopies.get(copy);
    const chosen = shared ?? choose(device);
    choices.set(device.file, chosen);
    if (copy === undefined || shared) continue;
    // Two files that are copies and yet may be peers do not choose alike: each leaves itself out.
    const isOwnPeer = chosen.candidates.some(({ peer }) => copies.numberOf(peer) === copies.numberOf(device));
    if (!isOwnPeer) choicesOfCopies.set(copy, chosen);
  }
}

/** The couples of which each device chose the other, each once. */
function mutualCouples({ choices }: Pairing, choosing: readonly Device[]): PairCandidate[] {
  const couples = new Map<string, PairCandidate>();
  for (const device of choosing) {
    const { candidates, chosen } = choices.get(device.file)!;
    for (const { peer, couple } of candidates) {
      if (!chosen.has(peer.file) || !choices.get(peer.file)!.chosen.has(device.file)) continue;
      // What copies chose was looked for by one of them.
      couples.set(candidateKey(device, peer), pairCandidate(device, peer, couple[2]));
    }
  }
  return [...couples.values()];
}

/** What devices share that choose alike: what pairing knows of them, and their folder. */
function copyKey(copies: Copies, device: Device): string {
  return `${copies.numberOf(device)} ${device.file.slice(0, device.file.lastIndexOf('/') + 1)}`;
}

/** The nearest of the devices that share a key with this one, where neither has a peer; undefined where there is nothing to say. */
function unpairedOf(device: Device, { devices, choices }: Pairing, mayPair: MayPair): Unpaired | undefined {
  const nearest = (choices.get(device.file)?.related ?? [])
    .filter((file) => file !== device.file && choices.get(file)?.candidates.length === 0)
    .sort(
      (left, right) =>
        folderDistance(device.file, left) - folderDistance(device.file, right) || compareTexts(left, right),
    );
  for (const file of nearest) {
    const other = devices.get(file)!;
    if (!mayPair(device, other) || device.holdsSeveralDevices || other.holdsSeveralDevices) continue;
    const evidence = pairingEvidence(device, other);
    if (isSameDevice(device, other)) return { device, other, reason: 'same-device', evidence };
    if (evidence.length > 0) return { device, other, reason: 'weak', evidence };
  }
  return undefined;
}

/** Whether two files may pair. A file may belong to several groups. */
const sharedNetwork = memoizeByObject(
  (networks: readonly (readonly string[])[]): ((left: string, right: string) => boolean) => {
    if (networks.length === 0) return () => true;
    const groups = new Map<string, Set<number>>();
    networks.forEach((files, index) =>
      files.forEach((file) => groups.set(file, (groups.get(file) ?? new Set()).add(index))),
    );
    return (left, right) => {
      const [groupsOfOne, groupsOfTwo] = [groups.get(left), groups.get(right)];
      if (!groupsOfOne || !groupsOfTwo) return groupsOfOne === groupsOfTwo;
      return [...groupsOfOne].some((index) => groupsOfTwo.has(index));
    };
  },
);
