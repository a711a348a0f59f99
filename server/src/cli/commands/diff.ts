// `vrp diff A B`: two devices of a pair side by side by meaning. Exit code 1 where a row is wrong.
import picocolors from 'picocolors';
import { comparison, summaryOf } from '../../compare/pair-table/comparison';
import { mappedPeer } from '../../compare/mapped-peer';
import { swapSides } from '../../compare/swap-sides';
import { isEqualRow } from '../../compare/pair-table/table';
import { tableHtml } from '../../compare/pair-table/table-html';
import { tableJson } from '../../compare/pair-table/table-json';
import type { Encoding } from '../../model/device';
import { namedPairWeight, pairingThreshold } from '../../model/pairing/find-pairs';
import type { Pair } from '../../model/pairing/pair';
import { rules } from '../../rules/registry';
import { printable, printableRow } from '../../text/sanitize';
import { goneEntries, heldBaseline, tellGone } from '../check/baseline';
import { checkWhole, stdinName, type WholeCheck } from '../check/whole';
import { exitCodes, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { badUsage, giveUp, refuse, tell, type Problem } from '../problem';
import { diffTable } from '../reports/diff-table';
import { diffText, type DiffTable } from '../reports/diff-text';
import { runSettings, type RunSettings } from '../settings';
import { baselineOption, configOption, encodingOption, formatOption, type AddCommand } from './command';

const reports = {
  text: (compared: DiffTable, io: Io) => diffText(compared, picocolors.createColors(io.colors)),
  table: (compared: DiffTable, io: Io) => diffTable(compared, picocolors.createColors(io.colors)),
  json: (compared: DiffTable) => tableJson(compared.all ? compared : withoutEqualRows(compared)),
  html: tableHtml,
} as const;

/** The rows that a program has something to do with; the summary says how many there are in all. */
function withoutEqualRows(compared: DiffTable): DiffTable {
  return { ...compared, rows: compared.rows.filter((row) => !isEqualRow(row)) };
}

interface DiffArguments {
  readonly format: keyof typeof reports;
  readonly all?: boolean;
  readonly onlyWrong?: boolean;
  readonly baseline?: string;
  readonly config?: string;
  readonly encoding?: Encoding;
}

/** As the user wrote them; `-` is standard input. */
type TwoPaths = readonly [string, string];

/** Adds `vrp diff`: two devices compared by meaning. The code is `found` where a row is wrong. */
export const addDiff: AddCommand = (program, io, done) => {
  program
    .command('diff')
    .argument('<a>', 'the configuration of one device, or - for standard input')
    .argument('<b>', 'the configuration of the other device')
    .description('compare two devices that back each other up, by meaning')
    .addOption(formatOption(Object.keys(reports), 'what is printed: the comparison by meaning, or the pair table'))
    .option('--only-wrong', 'leave out lines that are as they should be')
    .option('--all', 'with --format json: also the rows in which both devices say the same')
    .addOption(baselineOption())
    .addOption(configOption())
    .addOption(encodingOption())
    .action(async (a: string, b: string, options: DiffArguments) => done(await diff([a, b], options, io)));
};

async function diff(paths: TwoPaths, options: DiffArguments, io: Io): Promise<ExitCode> {
  const named = namedFiles(paths, io);
  if (!named.ok) return named.canNotRead ? giveUp(io, named.problem) : refuse(io, named.problem);
  const [fileA, fileB] = named.files;
  const settings = runSettings(io, options.config);
  if (!settings.ok) return refuse(io, settings.problem);
  const baseline = heldBaseline(io, options.baseline);
  if (!baseline.ok) return refuse(io, baseline.problem);
  await io.load();
  // Whoever names two files means those two: they are compared whatever their evidence is.
  const result = checkWhole(paths, io, {
    baseline: baseline.value.entries,
    networkFor: () => ({ namedPairs: [[fileA, fileB]] }),
    encoding: options.encoding ?? settings.value.encoding,
    quiet: true,
  });
  tell(io, ...result.problems);
  const notVrp = result.files.find((file) => !file.vrp);
  if (notVrp) {
    const known = result.problems.length > 0;
    if (!known) tell(io, { code: 'not-vrp', file: notVrp.path, message: 'not a VRP configuration' });
    return exitCodes.failed;
  }
  const pair = pairOf(result, fileA, fileB);
  if (!pair) return exitCodes.failed;
  const compared = comparedOf(result, pair, options);
  if (!isEvident(pair) && !isSettled(settings.value, result, fileA, fileB))
    io.error(
      `${printableRow(fileA)} and ${printable(fileB)}: nothing in them says that they are a pair; compared as one because you named them\n`,
    );
  const chosen = rules.filter((rule) => !rule.off);
  tellGone(io, baseline.value.file, goneEntries(result, chosen));
  io.out(reports[options.format](compared, io));
  if (result.problems.length > 0) return exitCodes.failed;
  return compared.summary.wrong + compared.summary.missing > 0 ? exitCodes.found : exitCodes.clean;
}

type NamedFiles =
  | { readonly ok: true; readonly files: readonly [string, string] }
  | { readonly ok: false; readonly problem: Problem; readonly canNotRead?: true };

/** The two files by the names that the check gives them. */
function namedFiles(paths: TwoPaths, io: Io): NamedFiles {
  const files: string[] = [];
  for (const path of paths) {
    if (path === '-') {
      files.push(stdinName);
      continue;
    }
    const { found, missing, unreadable } = io.files.list([path]);
    if (missing.length > 0) return { ok: false, problem: { code: 'no-such-path', file: missing[0]! } };
    if (unreadable.length > 0) {
      const { path: file, reason } = unreadable[0]!;
      return { ok: false, problem: { code: 'unreadable', file, message: reason }, canNotRead: true };
    }
    if (found.length !== 1 || !found[0]!.named)
      return { ok: false, problem: badUsage(`${path}: vrp diff takes two files, one for each device`) };
    files.push(found[0]!.path);
  }
  const [a, b] = paths;
  const [fileA, fileB] = files as [string, string];
  const isOneFile = fileA === fileB || (!paths.includes('-') && io.files.absolute(a) === io.files.absolute(b));
  if (isOneFile)
    return { ok: false, problem: badUsage('vrp diff takes two files, one for each device: these are one') };
  return { ok: true, files: [fileA, fileB] };
}

/** The pair of these two files, the first of them on its side `a`. */
function pairOf(result: WholeCheck, fileA: string, fileB: string): Pair | undefined {
  const found = result.pairs.find(({ a, b }) => [a.file, b.file].includes(fileA) && [a.file, b.file].includes(fileB));
  return found && found.a.file !== fileA ? swapSides(found) : found;
}

/** Whether the files say that they are a pair, whoever named them. */
function isEvident(pair: Pair): boolean {
  const evidence = pair.why.filter((witness) => witness.weight < namedPairWeight);
  return evidence.reduce((sum, witness) => sum + witness.weight, 0) >= pairingThreshold;
}

function isSettled(settings: RunSettings, result: WholeCheck, fileA: string, fileB: string): boolean {
  const { namedPairs = [] } = settings.networkFor(result.files.map((file) => file.path));
  return namedPairs.some((couple) => couple.includes(fileA) && couple.includes(fileB));
}

function comparedOf(result: WholeCheck, pair: Pair, options: DiffArguments): DiffTable {
  const { onlyWrong = false, all = false } = options;
  const input = {
    facts: (side: 'a' | 'b') => result.facts(pair[side].file),
    findings: result.findings,
    fixes: (finding: (typeof result.findings)[number]) => result.fixes(finding),
  };
  const table = comparison(pair, input);
  const isWrong = ({ verdict }: (typeof table.rows)[number]) => verdict === 'wrong' || verdict === 'missing';
  return {
    pair,
    summary: summaryOf(table),
    onlyWrong,
    all,
    fileName: (file) => file,
    rows: onlyWrong ? table.rows.filter(isWrong) : table.rows,
    mapped: () => mappedPeer(pair, input, result.rows(pair.a.file)),
  };
}
