// `vrp check PATHS`: what is wrong with the devices and the pairs among them. Exit code 1 for findings at or above the fail level.
import { InvalidArgumentError, Option } from 'commander';
import type { Rule, Severity } from '../../diagnostics/rule';
import { severitySetting, type Severities } from '../../diagnostics/severities';
import type { Encoding } from '../../model/device';
import { rules } from '../../rules/registry';
import type { FailLevel } from '../../workspace/settings';
import { pluralize } from '../../text/plural';
import type { Finding } from '../../workspace/workspace';
import { printable } from '../../text/sanitize';
import { goneEntries, heldBaseline, rewriteBaseline, tellGone, type HeldBaseline } from '../check/baseline';
import { cacheFolder } from '../check/cache';
import { fixed, unifiedDiff, write, type FixResult } from '../check/fix';
import { checkFleet } from '../check/fleet';
import type { CheckResult } from '../check/result';
import { checkWhole, type WholeCheck, type WholeCheckOptions } from '../check/whole';
import { exitCodes, type ExitCode } from '../exit-code';
import type { ListOptions } from '../files';
import type { Io } from '../io';
import {
  badUsage,
  failure,
  refuse,
  success,
  tell,
  tellNothingChecked,
  tellUnchecked,
  type Attempt,
  type Problem,
} from '../problem';
import { reports, type ReportContext, type ReportFormat } from '../reports/report';
import { runSettings, tellGaps } from '../settings';
import {
  allowEmptyOption,
  baselineOption,
  commaList,
  configOption,
  encodingOption,
  formatOption,
  pathsHelp,
  repeated,
  wholeNumber,
  type AddCommand,
} from './command';

/** The severities that make the exit code 1, by `--fail-level`. */
const failing: Readonly<Record<FailLevel, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  information: ['error', 'warning', 'information'],
  off: [],
};

interface CheckArguments {
  readonly format: ReportFormat;
  readonly output?: readonly Output[];
  readonly failLevel?: FailLevel;
  readonly exclude?: readonly string[];
  /** False by `--no-ignore-files`. */
  readonly ignoreFiles: boolean;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: string;
  readonly pruneBaseline?: boolean;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly dryRun?: boolean;
  readonly config?: string;
  readonly encoding?: Encoding;
  readonly quiet?: boolean;
  readonly allowEmpty?: boolean;
  readonly jobs?: number;
  readonly cache?: string | true;
  readonly maxFindings?: number;
}

/** A report that goes into a file. */
interface Output {
  readonly format: ReportFormat;
  readonly file: string;
}

/** For `--output`, which may come again. */
function outputs(value: string, before: readonly Output[] = []): readonly Output[] {
  const at = value.indexOf('=');
  const [format, file] = [value.slice(0, Math.max(0, at)), value.slice(at + 1)];
  if (!isFormat(format) || file === '')
    throw new InvalidArgumentError(`It is FORMAT=FILE, with one of ${Object.keys(reports).join(', ')}.`);
  return [...before, { format, file }];
}

function isFormat(name: string): name is ReportFormat {
  return Object.hasOwn(reports, name);
}

/**
 * Adds `vrp check`. The code is `found` for findings at or above the fail level, `failed` where something could not be
 * read, checked or written.
 */
export const addCheck: AddCommand = (program, io, done) => {
  program
    .command('check')
    .argument('<paths...>', pathsHelp)
    .description('check devices and the pairs among them')
    .addOption(formatOption(Object.keys(reports)))
    .option('-o, --output <format=file>', 'also write a report in this format to a file; may be given again', outputs)
    .addOption(
      new Option('--fail-level <level>', 'lowest severity that makes the exit code 1')
        .choices(Object.keys(failing))
        .default(undefined, 'from the settings, else "error"'),
    )
    .option('--select <rules>', 'run only these rules (ids, separated by commas); may be given again', commaList)
    .option('--ignore <rules>', 'skip these rules (ids, separated by commas); may be given again', commaList)
    .option(
      '--exclude <pattern>',
      'skip files that match this pattern, written as in .gitignore; may be given again',
      repeated,
    )
    .option('--no-ignore-files', 'also check files that .gitignore and .vrpignore exclude')
    .addOption(configOption())
    .addOption(encodingOption())
    .addOption(allowEmptyOption())
    .option(
      '--max-findings <number>',
      'how many findings of one file the text report shows, the most severe first (default: from the settings, else all)',
      wholeNumber,
    )
    .option('-q, --quiet', 'hide findings below the fail level, progress and notes')
    .option(
      '-j, --jobs <number>',
      'number of parallel workers (default: one per processor, for many files); the report does not depend on it',
      wholeNumber,
    )
    .option(
      '--cache [folder]',
      `cache results by the content of the files (in ${cacheFolder}), so that the next run is faster`,
    )
    .addOption(baselineOption())
    .option('--update-baseline <reason>', 'accept every current finding, for this reason')
    .option('--prune-baseline', 'remove accepted findings that the checked devices no longer have')
    .option('--fix', 'apply each fix that is the only right edit, then check')
    .option('--unsafe-fixes', 'with --fix: also take the first of several choices')
    .option('--dry-run', 'with --fix: print a unified diff and write nothing')
    .action(async (paths: string[], options: CheckArguments) => done(await check(paths, options, io)));
};

/** One run of the command: what was asked for, and what it means. */
interface CheckRun {
  readonly paths: readonly string[];
  /** With a fail level in any case. */
  readonly options: CheckArguments & { readonly failLevel: FailLevel };
  readonly rules: readonly Rule[];
  readonly checkOptions: WholeCheckOptions;
  readonly baseline: HeldBaseline;
  readonly io: Io;
}

async function check(paths: readonly string[], options: CheckArguments, io: Io): Promise<ExitCode> {
  const run = prepare(paths, options, io);
  if (!run.ok) return refuse(io, run.problem);
  if (options.fix && options.dryRun) return previewFixes(run.value);
  if (options.fix) return conclude(run.value, ...(await checkAndFix(run.value)));
  return conclude(run.value, await checkOnly(run.value), []);
}

/** Reads the files beside the configurations; what they say is wrong with the arguments comes before any work. */
function prepare(paths: readonly string[], options: CheckArguments, io: Io): Attempt<CheckRun> {
  const wrong = wrongArguments(options) ?? sameOutput(options, io);
  if (wrong !== undefined) return failure(badUsage(wrong));
  const baseline = heldBaseline(io, options.baseline, options.updateBaseline !== undefined);
  if (!baseline.ok) return baseline;
  const settings = runSettings(io, options.config);
  if (!settings.ok) return settings;
  if (!options.quiet) tellGaps(io, settings.value);
  const { severities, exclude, failLevel = 'error', encoding, maxFindings } = settings.value;
  const chosenRules = chosen(options, severities);
  const checkOptions = {
    rules: chosenRules,
    baseline: baseline.value.entries,
    keepSources: options.fix === true,
    networkFor: settings.value.networkFor,
    severities: wantedSeverities(options, severities),
    list: listOptions(options, exclude, io),
    encoding: options.encoding ?? encoding,
    quiet: options.quiet,
  };
  return success({
    paths,
    options: {
      ...options,
      failLevel: options.failLevel ?? failLevel,
      maxFindings: options.maxFindings ?? maxFindings,
    },
    rules: chosenRules,
    checkOptions,
    baseline: baseline.value,
    io,
  });
}

/** The rules that are run: what the command line names comes before the settings, and these before what a rule says itself. */
function chosen({ select, ignore = [] }: CheckArguments, severities: Severities): Rule[] {
  return rules.filter(({ id, off }) => {
    if (ignore.includes(id)) return false;
    if (select) return select.includes(id);
    const setting = severitySetting(severities, id);
    return setting === undefined ? !off : setting !== 'off';
  });
}

/** Whoever asks for a rule by name wants what it finds, also where the settings switch it off. */
function wantedSeverities({ select = [] }: CheckArguments, severities: Severities): Severities {
  const wanted = Object.entries(severities).filter(([id, setting]) => setting !== 'off' || !select.includes(id));
  return Object.fromEntries(wanted);
}

/** What the walk leaves alone. A pattern of `--exclude` that holds a folder is meant below the working folder, others anywhere. */
function listOptions(
  { exclude = [], ignoreFiles }: CheckArguments,
  ofSettings: NonNullable<ListOptions['exclude']>,
  io: Io,
): ListOptions {
  const here = io.files.absolute('.');
  const ofOption = exclude.map((pattern) => ({
    folder: pattern.slice(0, -1).includes('/') ? here : '',
    patterns: [pattern],
  }));
  return { noIgnoreFiles: !ignoreFiles, exclude: [...ofSettings, ...ofOption] };
}

function wrongArguments({ select = [], ignore = [], dryRun, unsafeFixes, fix }: CheckArguments): string | undefined {
  const unknown = [...select, ...ignore].find((id) => !rules.some((rule) => rule.id === id));
  if (unknown !== undefined) return `no rule ${unknown}; vrp rules lists them`;
  if ((dryRun || unsafeFixes) && !fix) return '--dry-run and --unsafe-fixes go with --fix';
  return undefined;
}

/** Of two reports in one file the last would be all that is left. */
function sameOutput({ output = [] }: CheckArguments, io: Io): string | undefined {
  const named = new Set<string>();
  for (const { file } of output) {
    const path = io.files.real(file);
    if (named.has(path)) return `--output names ${file} twice`;
    named.add(path);
  }
  return undefined;
}

async function checkOnly({ paths, options, checkOptions, io }: CheckRun): Promise<CheckResult> {
  // Standard input is there once: it is checked in one piece.
  if (paths.includes('-')) {
    await io.load();
    return checkWhole(paths, io, checkOptions);
  }
  const cache = options.cache === true ? cacheFolder : options.cache;
  return checkFleet(paths, io, checkOptions, {
    jobs: options.jobs,
    cache,
    fixes: formatsOf(options).includes('sarif'),
  });
}

async function previewFixes({ paths, options, checkOptions, io }: CheckRun): Promise<ExitCode> {
  await io.load();
  const result = checkWhole(paths, io, checkOptions);
  if (result.missing.length > 0) {
    tellUnchecked(io, result);
    return exitCodes.badUsage;
  }
  const mended = mend(result, checkOptions, options);
  io.out(unifiedDiff(mended));
  tellUnchecked(io, result);
  io.error(`${pluralize(mended.applied.length, 'fix', 'fixes')} would be applied\n`);
  const isNothing = !options.allowEmpty && tellNothingChecked(io, result);
  if (result.problems.length > 0) return exitCodes.failed;
  return isNothing ? exitCodes.badUsage : exitCodes.clean;
}

/** Gives what is found after the fixes, and the files that could not be written. */
async function checkAndFix({ paths, options, checkOptions, io }: CheckRun): Promise<[WholeCheck, readonly Problem[]]> {
  await io.load();
  const result = checkWhole(paths, io, checkOptions);
  if (result.missing.length > 0) return [result, []];
  const mended = mend(result, checkOptions, options);
  const unwritten = write(mended, paths, io);
  if (!options.quiet) {
    for (const title of mended.applied) io.error(`fixed: ${printable(title)}\n`);
  }
  return [mended.applied.length > 0 ? checkWhole(paths, io, checkOptions) : result, unwritten];
}

function mend(result: WholeCheck, checkOptions: WholeCheckOptions, options: CheckArguments): FixResult {
  return fixed(result.sources, { ...checkOptions, network: result.network }, options.unsafeFixes === true);
}

/** Tells and prints what a check gave, or writes it into the baseline. */
function conclude(
  { options, rules: chosenRules, baseline, io }: CheckRun,
  result: CheckResult,
  unwritten: readonly Problem[],
): ExitCode {
  const problems = [...result.problems, ...unwritten];
  tellUnchecked(io, { missing: result.missing, problems });
  if (result.missing.length > 0) return exitCodes.badUsage;
  const { updateBaseline, pruneBaseline, quiet, failLevel } = options;
  if (updateBaseline !== undefined || pruneBaseline)
    return rewriteBaseline(io, baseline, { ...result, problems }, chosenRules, {
      reason: updateBaseline,
      prune: pruneBaseline,
    });
  if (!quiet && result.ignored > 0) tellIgnored(io, result.ignored);
  if (!quiet) tellGone(io, baseline.file, goneEntries(result, chosenRules));
  const unwrittenReports = report(quiet ? withoutLesser(result, failLevel) : result, options, io);
  tell(io, ...unwrittenReports);
  const isNothing = !options.allowEmpty && tellNothingChecked(io, { ...result, problems });
  if (problems.length + unwrittenReports.length > 0) return exitCodes.failed;
  if (isNothing) return exitCodes.badUsage;
  return result.findings.some((finding) => fails(finding, failLevel)) ? exitCodes.found : exitCodes.clean;
}

/** Prints and writes what was asked for; gives the reports that could not be written. */
function report(result: CheckResult, options: CheckRun['options'], io: Io): Problem[] {
  const context: ReportContext = {
    version: io.version,
    colors: io.colors,
    fails: (finding) => fails(finding, options.failLevel),
    folder: io.files.absolute('.'),
    maxFindings: options.maxFindings,
  };
  io.out(reports[options.format](result, context));
  const { output = [] } = options;
  const checked = new Set(
    output.length > 0 ? result.files.filter(({ vrp }) => vrp).map(({ path }) => io.files.real(path)) : [],
  );
  return output.flatMap(({ format, file }): Problem[] => {
    if (checked.has(io.files.real(file)))
      return [{ code: 'not-written', file, message: 'not written, it is one of the configurations that were checked' }];
    const text = reports[format](result, { ...context, colors: false });
    const written = io.files.write(file, new TextEncoder().encode(text));
    return written.ok ? [] : [{ code: 'not-written', file, message: written.reason }];
  });
}

function tellIgnored(io: Io, ignored: number): void {
  const what = pluralize(ignored, 'file or folder', 'files and folders');
  io.error(`${what} left out (.gitignore, .vrpignore, --exclude, settings or this tool's own folder)\n`);
}

function formatsOf({ format, output = [] }: CheckArguments): readonly ReportFormat[] {
  return [format, ...output.map((output) => output.format)];
}

function fails(finding: Finding, level: FailLevel): boolean {
  return failing[level].includes(finding.severity);
}

function withoutLesser(result: CheckResult, level: FailLevel): CheckResult {
  return {
    ...result,
    findings: result.findings.filter((finding) => fails(finding, level)),
    counted: result.findings,
  };
}
