// The groups of a network: which files pairs, doubts and questions connect.
import type { Device } from '../../model/device';
import { network } from '../../model/pairing/network';
import type { NetworkOptions } from '../../model/pairing/find-pairs';
import { push } from '../../text/collections';
import { connectedComponents } from '../../text/connected-components';
import type { FileGroup, FileSummary } from './tasks';

type Mutable<List> = List extends readonly (infer Item)[] ? Item[] : never;

/**
 * The groups of a network of these devices, or of their digests, in the order of the devices. `asks` names by file the addresses
 * that a rule looks up on all devices because of it.
 */
export function groupFiles(
  devices: readonly Device[],
  asks: ReadonlyMap<string, readonly string[]>,
  options: NetworkOptions,
): FileGroup[] {
  const byFile = [...devices].sort((x, y) => (x.file < y.file ? -1 : 1));
  const { pairs, ambiguities, unpaired } = network(byFile, options);
  const components = connectedComponents(
    devices.map((device) => device.file),
    [
      ...pairs.map(({ a, b }) => [a.file, b.file]),
      ...ambiguities.map(({ device, candidates }) => [device.file, ...candidates.map((candidate) => candidate.file)]),
      ...unpaired.map(({ device, other }) => [device.file, other.file]),
      ...filesOfQuestions(devices, asks),
    ],
  );
  const groups = components.map((files) => ({
    files,
    pairs: [] as Mutable<FileGroup['pairs']>,
    ambiguities: [] as Mutable<FileGroup['ambiguities']>,
    unpaired: [] as Mutable<FileGroup['unpaired']>,
  }));
  const groupOf = new Map(groups.flatMap((group) => group.files.map((file) => [file, group] as const)));
  for (const { a, b, why } of pairs) groupOf.get(a.file)!.pairs.push({ files: [a.file, b.file], why });
  for (const { device, candidates } of ambiguities)
    groupOf.get(device.file)!.ambiguities.push({
      file: device.file,
      candidates: candidates.map((candidate) => candidate.file),
    });
  for (const { device, other, reason, evidence } of unpaired)
    groupOf.get(device.file)!.unpaired.push({ files: [device.file, other.file], reason, evidence });
  return groups;
}

/** For each address that is asked for: the files that ask, and those whose devices have it. */
function filesOfQuestions(devices: readonly Device[], asks: ReadonlyMap<string, readonly string[]>): string[][] {
  const asking = new Map<string, string[]>();
  for (const [file, addresses] of asks) {
    for (const address of addresses) push(asking, address, file);
  }
  return [...asking].map(([address, files]) => [
    ...files,
    ...devices.filter((device) => device.addresses.has(address)).map((device) => device.file),
  ]);
}

/** What the rules look up on all devices, by the file of the device that asks. */
export function asksByFile(summaries: readonly FileSummary[]): Map<string, readonly string[]> {
  const asks = new Map<string, readonly string[]>();
  for (const summary of summaries) {
    if (summary.row && summary.asks.length > 0) asks.set(summary.row.path, summary.asks);
  }
  return asks;
}
