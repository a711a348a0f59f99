// `vrp pairs PATHS`: which devices back each other up, and what in their files says so.
import type { Encoding } from '../../model/device';
import { pluralize } from '../../text/plural';
import { printable, printableJson, printableRow } from '../../text/sanitize';
import type { CheckResult } from '../check/result';
import { checkWhole } from '../check/whole';
import { exitCodes, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { refuse, tellNothingChecked, tellUnchecked } from '../problem';
import { jsonPair } from '../reports/json';
import type { PairRow } from '../reports/pair-row';
import { runSettings, tellGaps } from '../settings';
import { allowEmptyOption, configOption, encodingOption, formatOption, pathsHelp, type AddCommand } from './command';

const reports = { text: pairsText, json: pairsJson } as const;

interface PairsArguments {
  readonly format: keyof typeof reports;
  readonly config?: string;
  readonly encoding?: Encoding;
  readonly allowEmpty?: boolean;
}

/** Adds `vrp pairs`: the pairs among files, with evidence, and devices that stand alone. */
export const addPairs: AddCommand = (program, io, done) => {
  program
    .command('pairs')
    .argument('<paths...>', pathsHelp)
    .description('print the pairs that were found, and why')
    .addOption(formatOption(Object.keys(reports)))
    .addOption(configOption())
    .addOption(encodingOption())
    .addOption(allowEmptyOption())
    .action(async (paths: string[], options: PairsArguments) => done(await pairs(paths, options, io)));
};

async function pairs(paths: readonly string[], options: PairsArguments, io: Io): Promise<ExitCode> {
  const settings = runSettings(io, options.config);
  if (!settings.ok) return refuse(io, settings.problem);
  tellGaps(io, settings.value);
  await io.load();
  const { networkFor, encoding } = settings.value;
  const result = checkWhole(paths, io, { networkFor, encoding: options.encoding ?? encoding });
  tellUnchecked(io, result);
  if (result.missing.length > 0) return exitCodes.badUsage;
  io.out(reports[options.format](result));
  const isNothing = !options.allowEmpty && tellNothingChecked(io, result);
  if (result.problems.length > 0) return exitCodes.failed;
  return isNothing ? exitCodes.badUsage : exitCodes.clean;
}

function pairsJson(result: CheckResult): string {
  return `${printableJson({ schemaVersion: 1, pairs: result.pairs.map(jsonPair) })}\n`;
}

function pairsText(result: CheckResult): string {
  const blocks = result.pairs.map(pairBlock);
  const paired = new Set(result.pairs.flatMap((pair) => [pair.a.file, pair.b.file]));
  const devices = result.files.filter((file) => file.vrp);
  const lone = devices.filter((file) => !paired.has(file.path)).map((file) => printable(file.path));
  const totals = `${pluralize(devices.length, 'device')}, ${pluralize(result.pairs.length, 'pair')}`;
  return `${blocks.map((block) => `${block}\n`).join('')}${totals}${loneText(lone)}\n`;
}

function pairBlock(pair: PairRow): string {
  return [
    `${printableRow(pair.a.name)} - ${printable(pair.b.name)}`,
    `  ${printableRow(pair.a.file)}`,
    `  ${printableRow(pair.b.file)}`,
    ...pair.why.map((witness) => `  because: ${printable(witness.text)}`),
    '',
  ].join('\n');
}

function loneText(lone: readonly string[]): string {
  if (lone.length === 0) return '';
  const more = lone.length > 10 ? ` and ${lone.length - 10} more` : '';
  return `; no peer found for ${lone.slice(0, 10).join(', ')}${more}`;
}
