// The devices of a workspace and the pairs among them.
import { push, sameLists } from '../../text/collections';
import type { Device } from '../device';
import type { Place } from '../place';
import { pair, type Pair, type PairingEvidence } from './pair';
import { byName } from './pair-candidate';
import { pairingOf, type Ambiguity, type NetworkOptions, type Pairing, type Unpaired } from './find-pairs';

/** All devices of a workspace, the pairs among them, and what could not be paired. */
export interface Network {
  readonly devices: readonly Device[];
  readonly pairs: readonly Pair[];
  readonly ambiguities: readonly Ambiguity[];
  readonly unpaired: readonly Unpaired[];
  /** Where `pairs` holds those of a file. */
  readonly pairsAt: ReadonlyMap<string, readonly number[]>;
  /** Marks in the files that silence nothing; known only after the rules have run. */
  readonly unusedSuppressions?: readonly { readonly at: Place; readonly message: string }[];
  /** How they were paired, from which the network after an edit goes on; one network only can. */
  readonly pairing?: Pairing;
}

/**
 * Builds the network of these devices. `namedPairs` names pairs outright (by file); files of different `networks` never pair. Of
 * `previous`, the network before an edit, what the edit did not touch is taken over; `edited` are the only devices that were
 * replaced since that was paired, where none came or went.
 */
export function network(
  devices: readonly Device[],
  options: NetworkOptions = {},
  previous?: Network,
  edited?: readonly Device[],
): Network {
  if (options.exactly) return exactly(devices, options.exactly);
  const before = previous?.pairing?.options === options ? previous : undefined;
  const { pairing, affected, couples, ambiguities, unpaired } = pairingOf(devices, options, before?.pairing, edited);
  const touched = [...new Set([...affected].flatMap((file) => before?.pairsAt.get(file) ?? []))];
  const at = new Map(touched.map((index) => [keyOf(before!.pairs[index]!), index]));
  const pairs = couples.map(([a, b, why]) => {
    const known = before?.pairs[at.get(keyOf({ a, b })) ?? -1];
    return known && known.a === a && known.b === b && sameWhy(known.why, why) ? known : pair(a, b, why, known);
  });
  return {
    devices,
    pairing,
    ...((before && inPlace(before, at, pairs)) ??
      inOrder([...(before?.pairs ?? []).filter((pair) => !at.has(keyOf(pair))), ...pairs])),
    ambiguities: [
      ...(before?.ambiguities ?? []).filter(({ device }) => !affected.has(device.file)),
      ...ambiguities,
    ].sort((x, y) => byName(x.device, y.device)),
    unpaired: [...(before?.unpaired ?? []).filter(({ device }) => !affected.has(device.file)), ...unpaired].sort(
      (x, y) => byName(x.device, y.device),
    ),
  };
}

/** The pairs with these instead of those of the same files, where that leaves their order as it is. */
function inPlace(
  before: Network,
  at: ReadonlyMap<string, number>,
  made: readonly Pair[],
): Pick<Network, 'pairs' | 'pairsAt'> | undefined {
  if (made.length !== at.size) return undefined;
  const pairs = [...before.pairs];
  for (const pair of made) {
    const index = at.get(keyOf(pair));
    const known = before.pairs[index ?? -1];
    if (index === undefined || !known || known.a.name !== pair.a.name || known.b.name !== pair.b.name) return undefined;
    pairs[index] = pair;
  }
  return { pairs, pairsAt: before.pairsAt };
}

function inOrder(pairs: Pair[]): Pick<Network, 'pairs' | 'pairsAt'> {
  pairs.sort((x, y) => byName(x.a, y.a) || byName(x.b, y.b));
  return { pairs, pairsAt: pairsByFile(pairs) };
}

function pairsByFile(pairs: readonly Pair[]): Network['pairsAt'] {
  const found = new Map<string, number[]>();
  pairs.forEach(({ a, b }, index) => {
    push(found, a.file, index);
    push(found, b.file, index);
  });
  return found;
}

/** The two files of a pair. */
export function keyOf({ a, b }: Pick<Pair, 'a' | 'b'>): string {
  return `${a.file}\n${b.file}`;
}

function exactly(
  devices: readonly Device[],
  { pairs, ambiguities, unpaired }: NonNullable<NetworkOptions['exactly']>,
): Network {
  const byFile = new Map(devices.map((device) => [device.file, device]));
  const all = (files: readonly string[]) => files.flatMap((file) => byFile.get(file) ?? []);
  const named = pairs.flatMap(({ files, why }) => {
    const [a, b] = all(files);
    return a && b ? [pair(a, b, why)] : [];
  });
  return {
    devices,
    pairs: named,
    pairsAt: pairsByFile(named),
    ambiguities: ambiguities.flatMap(({ file, candidates }) => {
      const device = byFile.get(file);
      return device ? [{ device, candidates: all(candidates) }] : [];
    }),
    unpaired: unpaired.flatMap(({ files, reason, evidence }) => {
      const [device, other] = all(files);
      return device && other ? [{ device, other, reason, evidence }] : [];
    }),
  };
}

/** The same files are pairs, and as ambiguous; in the same order. */
export function sameCouples(left: Network, right: Network): boolean {
  const sameFile = (x: Device, y: Device) => x.file === y.file;
  return (
    left.pairsAt === right.pairsAt &&
    sameLists(
      left.ambiguities,
      right.ambiguities,
      (x, y) => sameFile(x.device, y.device) && sameLists(x.candidates, y.candidates, sameFile),
    ) &&
    sameLists(
      left.unpaired,
      right.unpaired,
      (x, y) =>
        sameFile(x.device, y.device) &&
        sameFile(x.other, y.other) &&
        x.reason === y.reason &&
        sameWhy(x.evidence, y.evidence),
    )
  );
}

function sameWhy(left: readonly PairingEvidence[], right: readonly PairingEvidence[]): boolean {
  return sameLists(left, right, (x, y) => x.text === y.text && x.weight === y.weight);
}
