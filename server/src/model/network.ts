// The devices of a workspace and the pairs among them.
import type { Device } from './device';
import { pair, type Pair, type Witness } from './pair';
import { pairingOf, type Ambiguity, type NetworkOptions, type Pairing } from './pairing';
import type { Place } from './place';

export interface Network {
  readonly devices: readonly Device[];
  readonly pairs: readonly Pair[];
  readonly ambiguities: readonly Ambiguity[];
  /** Marks in the files that silence nothing; known only after the rules have run. */
  readonly unusedSuppressions?: readonly { readonly at: Place; readonly message: string }[];
}

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

const pairings = new WeakMap<Network, Pairing>();
