// The devices of a workspace and the pairs among them.
import { sameLists } from '../text/lists';
import type { Device } from './device';
import { pair, type Pair, type Witness } from './pair';
import { byName, pairingOf, type Ambiguity, type NetworkOptions, type Pairing } from './pairing';
import type { Place } from './place';

export interface Network {
  readonly devices: readonly Device[];
  readonly pairs: readonly Pair[];
  readonly ambiguities: readonly Ambiguity[];
  /** Marks in the files that silence nothing; known only after the rules have run. */
  readonly unusedSuppressions?: readonly { readonly at: Place; readonly message: string }[];
  /** How they were paired, from which the network after an edit goes on; one network only can. */
  readonly pairing?: Pairing;
}

/**
 * Builds the network of these devices. `settled` names pairs outright (by file); files of different `networks` never pair. Of
 * `previous`, the network before an edit, what the edit did not touch is taken over; `edited` are the only devices that were
 * replaced since that was paired, where none came or went.
 */
export function network(devices: readonly Device[], options: NetworkOptions = {}, previous?: Network, edited?: readonly Device[]): Network {
  if (options.exactly) return exactly(devices, options.exactly);
  const before = previous?.pairing?.options === options ? previous : undefined;
  const { pairing, looked, couples, ambiguities } = pairingOf(devices, options, before?.pairing, edited);
  const [kept, known]: [Pair[], Map<string, Pair>] = [[], new Map()];
  for (const one of before?.pairs ?? []) {
    if (looked.has(one.a.file) || looked.has(one.b.file)) known.set(`${one.a.file}\n${one.b.file}`, one);
    else kept.push(one);
  }
  const made = couples.map(([a, b, why]) => {
    const was = known.get(`${a.file}\n${b.file}`);
    return was && was.a === a && was.b === b && sameWhy(was.why, why) ? was : pair(a, b, why, was);
  });
  return {
    devices, pairing,
    pairs: [...kept, ...made].sort((x, y) => byName(x.a, y.a) || byName(x.b, y.b)),
    ambiguities: [...(before?.ambiguities ?? []).filter(({ device }) => !looked.has(device.file)), ...ambiguities].sort((x, y) => byName(x.device, y.device)),
  };
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

/** The same files are pairs, and as ambiguous; in the same order. */
export function sameCouples(one: Network, two: Network): boolean {
  const sameFile = (x: Device, y: Device) => x.file === y.file;
  return sameLists(one.pairs, two.pairs, (x, y) => sameFile(x.a, y.a) && sameFile(x.b, y.b))
    && sameLists(one.ambiguities, two.ambiguities, (x, y) => sameFile(x.device, y.device) && sameLists(x.candidates, y.candidates, sameFile));
}

function sameWhy(one: readonly Witness[], two: readonly Witness[]): boolean {
  return sameLists(one, two, (x, y) => x.text === y.text && x.weight === y.weight);
}
