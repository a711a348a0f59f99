// `vrp diff A B`: two devices of a pair side by side by meaning. Answers 0 where no row is wrong, 1 where one is, 2 for bad
// arguments, 3 where a file could not be compared.
import { Option, type Command } from 'commander';
import picocolors from 'picocolors';
import { comparison, summaryOf } from '../../compare/pair-table/comparison';
import { mappedPeer } from '../../compare/mapped-peer';
import { swapSides } from '../../compare/swap-sides';
import { rules } from '../../rules/registry';
import { baselineOption, goneEntries, heldBaseline, tellGone } from '../check/baseline';
import { check, type WholeCheck } from './check';
import { tableHtml } from '../../compare/pair-table/table-html';
import { tableJson } from '../../compare/pair-table/table-json';
import { diffTable } from '../reports/diff-table';
import { diffText, type Compared } from '../reports/diff-text';
import type { Decoded, Io } from '../io';
import { printable, printableRow } from '../../text/sanitize';
import { runSettings } from '../settings';

const formats = {
  text: (compared: Compared, io: Io) => diffText(compared, picocolors.createColors(io.colors)),
  table: (compared: Compared, io: Io) => diffTable(compared, picocolors.createColors(io.colors)),
  json: tableJson,
  html: tableHtml,
} as const;

interface DiffArguments {
  readonly format: keyof typeof formats;
  readonly onlyWrong?: boolean;
  readonly baseline?: string;
  readonly config?: string;
  readonly encoding?: Decoded['encoding'];
}

export function diffCommand(program: Command, io: Io, exit: (code: number) => void, shared: readonly Option[]): void {
  const command = program
    .command('diff')
    .argument('<a>', 'the configuration of one device, or - for standard input')
    .argument('<b>', 'that of the other')
    .description('compare two devices that back each other up, by meaning')
    .addOption(
      new Option('-f, --format <format>', 'what is printed: the comparison by meaning, or the pair table')
        .choices(Object.keys(formats))
        .default('text'),
    )
    .option('--only-wrong', 'leave out what is as it should be')
    .addOption(baselineOption());
  for (const option of shared) command.addOption(option);
  command.action(async (a: string, b: string, options: DiffArguments) => exit(await diff(a, b, options, io)));
}

async function diff(a: string, b: string, options: DiffArguments, io: Io): Promise<number> {
  const fail = (code: number, problem: string) => {
    io.error(`vrp: ${printable(problem)}\n`);
    return code;
  };
  const listed = [a, b].map((path) => (path === '-' ? undefined : io.files.list([path])));
  for (const [index, one] of listed.entries()) {
    if (one && one.missing.length > 0) return fail(2, `no such file or directory: ${one.missing[0]}`);
    if (one && one.unreadable.length > 0) return fail(3, `${one.unreadable[0]!.path}: ${one.unreadable[0]!.reason}`);
    if (one && (one.found.length !== 1 || !one.found[0]!.named))
      return fail(2, `${[a, b][index]}: vrp diff takes two files, one for each device`);
  }
  const [fileA, fileB] = listed.map((one) => one?.found[0]!.path ?? '<stdin>') as [string, string];
  if (fileA === fileB || (a !== '-' && b !== '-' && io.files.absolute(a) === io.files.absolute(b)))
    return fail(2, 'vrp diff takes two files, one for each device: these are one');
  const settings = runSettings(io, options.config);
  if (typeof settings === 'string') return fail(2, settings);
  const baseline = heldBaseline(io, options.baseline);
  if (typeof baseline === 'string') return fail(2, baseline);
  await io.load();
  // Whoever names two files means those two: they are compared whatever their evidence is.
  const result = check([a, b], io, {
    baseline: baseline.entries,
    settle: () => ({ settled: [[fileA, fileB]] }),
    encoding: options.encoding,
    quiet: true,
  });
  for (const failure of result.failures) io.error(`vrp: ${printable(failure)}\n`);
  const notVrp = result.files.find((file) => !file.vrp);
  if (notVrp) return result.failures.length > 0 ? 3 : fail(3, `${notVrp.path}: not a VRP configuration`);
  const compared = comparedOf(result, fileA, fileB, options.onlyWrong === true);
  if (!compared) return 3;
  const evidence = compared.pair.why
    .filter((witness) => witness.weight < 1000)
    .reduce((sum, witness) => sum + witness.weight, 0);
  const named =
    settings
      .settle(result.files.map((file) => file.path))
      .settled?.some((couple) => couple.includes(fileA) && couple.includes(fileB)) ?? false;
  if (evidence < 50 && !named)
    io.error(
      `${printableRow(fileA)} and ${printable(fileB)}: nothing in them says that they are a pair; compared as one because you named them\n`,
    );
  tellGone(
    io,
    baseline.file,
    goneEntries(
      result,
      rules.filter((rule) => !rule.off),
    ),
  );
  io.out(formats[options.format](compared, io));
  return result.failures.length > 0 ? 3 : compared.summary.wrong + compared.summary.missing > 0 ? 1 : 0;
}

function comparedOf(result: WholeCheck, fileA: string, fileB: string, onlyWrong: boolean): Compared | undefined {
  const found = result.pairs.find(
    (one) => [one.a.file, one.b.file].includes(fileA) && [one.a.file, one.b.file].includes(fileB),
  );
  const pair = found && (found.a.file === fileA ? found : swapSides(found));
  if (!pair) return undefined;
  const input = {
    facts: (side: 'a' | 'b') => result.facts(pair[side].file),
    findings: result.findings,
    fixes: (finding: (typeof result.findings)[number]) => result.fixes(finding),
  };
  const table = comparison(pair, input);
  return {
    pair,
    summary: summaryOf(table),
    onlyWrong,
    fileName: (file) => file,
    rows: onlyWrong ? table.rows.filter((row) => row.verdict === 'wrong' || row.verdict === 'missing') : table.rows,
    mapped: () => mappedPeer(pair, input, result.rows(fileA)),
  };
}
