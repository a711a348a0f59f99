// The pair of two files that were named together: a pair also where too little in them says that they are one. Two versions of
// one device are refused.
import type { Encoding } from '../../model/device';
import { pair as paired, type Pair } from '../../model/pairing/pair';
import type { NetworkOptions } from '../../model/pairing/find-pairs';
import { isSameDevice } from '../../model/pairing/same-device';
import { printable } from '../../text/sanitize';
import { checkWhole, stdinName, type WholeCheck } from '../check/whole';
import { exitCodes, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { badUsage, refuse, tell, tellUnchecked } from '../problem';

/** The pair of two files that a command names. */
export interface NamedPair {
  /** In the order in which its files were named. */
  readonly pair: Pair;
  /** What in the files says that they are one; nothing where only the user does. */
  readonly why: readonly string[];
}

/** Tells what is wrong where there is no pair, and gives the exit code. */
export function readNamedPair(
  files: readonly [string, string],
  encoding: Encoding | undefined,
  io: Io,
): NamedPair | ExitCode {
  const [fileA, fileB] = files;
  if (fileA === fileB || io.files.absolute(fileA) === io.files.absolute(fileB))
    return refuse(io, badUsage(`${fileB}: the same file twice; name the files of both devices`));
  const read = (network: NetworkOptions) =>
    checkWhole(files, io, { rules: [], quiet: true, encoding, network, networkFor: () => network });
  const result = read({});
  if (result.missing.length > 0) {
    tellUnchecked(io, { missing: result.missing, problems: [] });
    return exitCodes.badUsage;
  }
  tell(io, ...result.problems);
  if (result.problems.length > 0) return exitCodes.failed;
  const names = files.map((file) => (file === '-' ? stdinName : file)) as [string, string];
  const wrong = files.map((file, index) => wrongFile(file, names[index]!, result)).find((text) => text !== undefined);
  if (wrong !== undefined) return refuse(io, badUsage(wrong));

  const [evident] = result.pairs;
  const pair = evident ?? read({ namedPairs: [names] }).pairs[0];
  if (!pair) {
    note(io, `${fileA} and ${fileB} cannot be read as a pair`);
    return exitCodes.failed;
  }
  if (!evident && isSameDevice(pair.a, pair.b))
    return refuse(
      io,
      badUsage(`${fileA} and ${fileB} are two versions of ${pair.a.name}: a device is no backup of itself`),
    );
  return {
    pair: pair.a.file === names[0] ? pair : paired(pair.b, pair.a, pair.why),
    why: evident ? pair.why.map((witness) => witness.text) : [],
  };
}

function wrongFile(file: string, name: string, result: WholeCheck): string | undefined {
  const row = result.files.find(({ path }) => path === name);
  if (!row) return `${file}: name one file of one device`;
  return row.vrp ? undefined : `${file}: not a VRP configuration`;
}

/** Writes a sentence for people on standard error; it changes no exit code. */
export function note(io: Io, sentence: string): void {
  io.error(`vrp: ${printable(sentence)}\n`);
}
