// The command line: reads the arguments, prints to stdout what was asked for and to stderr the rest, answers with an exit
// code: 0 clean, 1 findings at or above the fail level, 2 bad usage, 3 could not run.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import picocolors from 'picocolors';
import { rules } from '../rules/registry';
import type { Severity } from '../diagnostics/rule';
import { baselineOption, goneEntries, heldBaseline, rewriteBaseline, tellGone } from './check/baseline';
import { cacheFolder } from './check/cache';
import { check, type CheckOptions, type CheckResult } from './commands/check';
import { diffCommand } from './commands/diff';
import { explanation, ruleTable } from './commands/explain';
import { failOn, failover, failoverFormats, type FailoverArguments } from './commands/failover';
import { fixed, unifiedDiff, write } from './check/fix';
import { settingsName } from '../workspace/settings';
import type { Decoded, Io } from './io';
import { newPair, type NewArguments } from './commands/new';
import { redactCommand } from './commands/redact';
import { checkFleet } from './check/fleet';
import { githubReport } from './reports/github';
import { jsonPair, jsonReport } from './reports/json';
import { junitReport } from './reports/junit';
import { sarifReport } from './reports/sarif';
import { count } from '../text/plural';
import { errorText } from '../text/error-text';
import { textReport } from './reports/text';
import { runSettings } from './settings';
import { printable, printableJson, printableRow } from '../text/sanitize';

const levels = ['error', 'warning', 'information', 'off'] as const;
type FailLevel = (typeof levels)[number];

const reports = {
  text: (result: CheckResult, io: Io) => textReport(result, picocolors.createColors(io.colors)),
  json: jsonReport,
  sarif: (result: CheckResult, io: Io) => sarifReport(result, io.version),
  github: githubReport,
  junit: junitReport,
} as const;

interface CheckArguments {
  readonly format: keyof typeof reports;
  readonly failLevel: FailLevel;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: string;
  readonly pruneBaseline?: boolean;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly dryRun?: boolean;
  readonly config?: string;
  readonly encoding?: Decoded['encoding'];
  readonly quiet?: boolean;
  readonly jobs?: number;
  readonly cache?: string | true;
}

/** Runs `vrp` with the arguments behind its name. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = new Command('vrp')
    .description('Checks Huawei VRP configurations of routers that back each other up.')
    .version(io.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.error(text) })
    .showHelpAfterError('(vrp --help lists the commands)');

  program
    .command('check')
    .argument('<paths...>', 'files, directories, globs, or - for standard input')
    .description('check devices and the pairs among them')
    .addOption(new Option('-f, --format <format>', 'report format').choices(Object.keys(reports)).default('text'))
    .addOption(
      new Option('--fail-level <level>', 'lowest severity that makes the exit code 1')
        .choices([...levels])
        .default('error'),
    )
    .option('--select <rules>', 'only these rules: ids with commas between them, or the option again', listed)
    .option('--ignore <rules>', 'all but these rules', listed)
    .addOption(configOption())
    .addOption(encodingOption())
    .option('-q, --quiet', 'leave out findings below the fail level, progress and notes')
    .option(
      '-j, --jobs <number>',
      'workers that read and check at once (else as many as there are processors, for many files); the report is the same for any number',
      wholeNumber,
    )
    .option(
      '--cache [folder]',
      `keep what was found by the content of the files (in ${cacheFolder}), so that the next run is faster`,
    )
    .addOption(baselineOption())
    .option('--update-baseline <reason>', 'accept every finding, because ...')
    .option('--prune-baseline', 'take out what is accepted and, on the devices that are checked, not found any more')
    .option('--fix', 'mend what has exactly one right edit, then check')
    .option('--unsafe-fixes', 'with --fix: also take the first of several choices')
    .option('--dry-run', 'with --fix: print a unified diff and write nothing')
    .action(async (paths: string[], options: CheckArguments) => {
      const problem = await checkCommand(paths, options);
      if (problem !== undefined) {
        io.error(`vrp: ${printable(problem)}\n`);
        code = 2;
      }
    });

  /** Gives what is wrong with the arguments. */
  async function checkCommand(paths: string[], options: CheckArguments): Promise<string | undefined> {
    const unknown = [...(options.select ?? []), ...(options.ignore ?? [])].find(
      (id) => !rules.some((rule) => rule.id === id),
    );
    if (unknown !== undefined) return `no rule ${unknown}; vrp rules lists them`;
    if ((options.dryRun || options.unsafeFixes) && !options.fix) return '--dry-run and --unsafe-fixes go with --fix';
    const baseline = heldBaseline(io, options.baseline, options.updateBaseline !== undefined);
    if (typeof baseline === 'string') return baseline;
    const settings = runSettings(io, options.config);
    if (typeof settings === 'string') return settings;
    if (!options.quiet) for (const one of settings.missing) io.error(`${printable(one)}\n`);
    const chosen: CheckOptions = {
      rules: rules.filter(
        (rule) => (options.select ? options.select.includes(rule.id) : !rule.off) && !options.ignore?.includes(rule.id),
      ),
      baseline: baseline.entries,
      keepSources: options.fix === true,
      settle: settings.settle,
      encoding: options.encoding,
      quiet: options.quiet,
    };
    // A fix needs the texts, and standard input is there once: both are checked in one piece.
    const inParts = !options.fix && !paths.includes('-');
    const cache = options.cache === true ? cacheFolder : options.cache;
    if (!inParts) await io.load();
    let result = inParts
      ? await checkFleet(paths, io, chosen, { jobs: options.jobs, cache, fixes: options.format === 'sarif' })
      : check(paths, io, chosen);
    const failures: string[] = [];
    if (options.fix && result.missing.length === 0) {
      const mended = fixed(result.sources, { ...chosen, network: result.network }, options.unsafeFixes === true);
      if (options.dryRun) {
        io.out(unifiedDiff(mended));
        for (const failure of result.failures) io.error(`vrp: ${printable(failure)}\n`);
        io.error(`${count(mended.applied.length, 'fix').replace(/fixs$/, 'fixes')} would be applied\n`);
        code = exitCode(result, 'off');
        return undefined;
      }
      failures.push(...write(mended, paths, io));
      if (!options.quiet) for (const title of mended.applied) io.error(`fixed: ${printable(title)}\n`);
      if (mended.applied.length > 0) result = check(paths, io, chosen);
    }
    for (const path of result.missing) io.error(`vrp: no such file or directory: ${printable(path)}\n`);
    for (const failure of [...result.failures, ...failures]) io.error(`vrp: ${printable(failure)}\n`);
    code = failures.length > 0 && result.missing.length === 0 ? 3 : exitCode(result, options.failLevel);
    if (result.missing.length > 0) return undefined;
    if (options.updateBaseline !== undefined || options.pruneBaseline) {
      code = rewriteBaseline(io, baseline, { ...result, failures: [...result.failures, ...failures] }, chosen.rules!, {
        reason: options.updateBaseline,
        prune: options.pruneBaseline,
      });
      return undefined;
    }
    if (!options.quiet) tellGone(io, baseline.file, goneEntries(result, chosen.rules!));
    io.out(reports[options.format](options.quiet ? withoutLesser(result, options.failLevel) : result, io));
    return undefined;
  }

  program
    .command('pairs')
    .argument('<paths...>', 'files, directories, globs, or - for standard input')
    .description('print the pairs that were found, and why')
    .addOption(new Option('-f, --format <format>', 'report format').choices(['text', 'json']).default('text'))
    .addOption(configOption())
    .addOption(encodingOption())
    .action(
      async (paths: string[], options: { format: 'text' | 'json' } & Pick<CheckArguments, 'config' | 'encoding'>) => {
        const settings = runSettings(io, options.config);
        if (typeof settings === 'string') {
          io.error(`vrp: ${printable(settings)}\n`);
          code = 2;
          return;
        }
        for (const one of settings.missing) io.error(`${printable(one)}\n`);
        await io.load();
        const result = check(paths, io, { settle: settings.settle, encoding: options.encoding });
        for (const path of result.missing) io.error(`vrp: no such file or directory: ${printable(path)}\n`);
        for (const failure of result.failures) io.error(`vrp: ${printable(failure)}\n`);
        code = exitCode(result, 'off');
        if (result.missing.length > 0) return;
        io.out(
          options.format === 'json'
            ? `${printableJson({ schemaVersion: 1, pairs: result.pairs.map(jsonPair) })}\n`
            : pairsText(result),
        );
      },
    );

  diffCommand(
    program,
    io,
    (exit) => {
      code = exit;
    },
    [configOption(), encodingOption()],
  );

  redactCommand(
    program,
    io,
    (exit) => {
      code = exit;
    },
    [encodingOption()],
  );
  program
    .command('failover')
    .argument('<A>', 'the configuration of one device')
    .argument('<B>', 'the configuration of the other')
    .description('rehearse what happens to a pair when something breaks')
    .option(
      '-e, --event <event>',
      'a failure and its time, as device-down:DeviceA@0; the option again for what follows',
      (value: string, before: readonly string[] = []) => [...before, value],
    )
    .option('--matrix', 'every single failure and its recovery (without --event: the default)')
    .addOption(new Option('-f, --format <format>', 'report format').choices([...failoverFormats]).default('text'))
    .addOption(new Option('--fail-on <outcome>', 'exit 1 where a row says this or worse').choices(Object.keys(failOn)))
    .addOption(encodingOption())
    .addHelpText('after', eventHelp)
    .action(async (a: string, b: string, options: FailoverArguments) => {
      code = await failover([a, b], options, io, picocolors.createColors(io.colors), (sentence) =>
        io.error(`vrp: ${printable(sentence)}\n`),
      );
    });

  program
    .command('rules')
    .description('list the rules')
    .action(() => io.out(ruleTable(rules)));

  program
    .command('explain')
    .argument('<rule>', 'a rule id')
    .description('explain a rule')
    .action((id: string) => {
      const rule = rules.find((one) => one.id === id);
      if (rule) io.out(explanation(rule));
      else {
        const near = rules
          .filter(
            (one) =>
              one.id.includes(id) ||
              id.split('-').filter((part) => part.length > 3 && one.id.includes(part)).length > 1,
          )
          .slice(0, 5);
        io.error(
          `vrp: no rule ${printable(id)}${near.length > 0 ? `; did you mean ${near.map((one) => one.id).join(', ')}?` : '; vrp rules lists them'}\n`,
        );
        code = 2;
      }
    });

  program
    .command('new')
    .argument('[scenario]', 'the hot-backup service; vrp new --list shows them')
    .description('write the two configurations of a new pair')
    .option('--list', 'show the scenarios; with a scenario, what it asks for')
    .option('--out <folder>', 'where the two files go; made where it is missing, an existing file is never touched')
    .option('--defaults', 'ask nothing and take what is offered')
    .option(
      '--answers <file>',
      'ask nothing: a JSON object of answers, or - for standard input; what it leaves out takes what is offered',
    )
    .option('--dry-run', 'print the two files and write nothing')
    .action(async (scenario: string | undefined, options: NewArguments) => {
      code = await newPair(scenario, options, io);
    });

  program
    .command('lsp')
    .description('serve the Language Server Protocol')
    .option('--stdio', 'on standard input and output')
    // What clients of the protocol's own libraries give a server they start.
    .addOption(new Option('--node-ipc').hideHelp())
    .addOption(new Option('--socket <port>').hideHelp())
    .addOption(new Option('--pipe <name>').hideHelp())
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(async () => {
      await io.serve();
    });

  if (args.length === 0) {
    io.error(program.helpInformation());
    return 2;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // Ours are sentences for people; whatever else is thrown is a mistake of ours.
    const isOurs = error instanceof Error && error.constructor === Error;
    io.error(`vrp: ${printable(isOurs ? error.message : `vrp itself failed: ${errorText(error)}`)}\n`);
    return 3;
  }
  return code;
}

const eventHelp = `
Events: device|access|uplink|rbs|board|lan, then -down or -up (a device also: -stop), then :DEVICE[/PART] (none for lan; rbs may go without), then @SECONDS.
  device-down:DeviceA@0              DeviceA dies
  access-down:DeviceA/GigabitEthernet0/1/2@0   one access link; without an interface, all of them
  uplink-down:DeviceA@0              its ways out
  rbs-down@0                         the backup channel
  board-down:DeviceA/1@0             the board of service-location 1
  lan-down@0                         the two devices no longer hear each other
Exit: 0 rehearsed, 1 a row is as bad as --fail-on says, 2 bad usage, 3 could not run.
`;

function exitCode(result: CheckResult, level: FailLevel): number {
  if (result.missing.length > 0) return 2;
  if (result.failures.length > 0) return 3;
  return result.findings.some((finding) => fails(finding.severity, level)) ? 1 : 0;
}

function fails(severity: Severity, level: FailLevel): boolean {
  const failing: readonly Severity[] =
    level === 'off'
      ? []
      : level === 'error'
        ? ['error']
        : level === 'warning'
          ? ['error', 'warning']
          : ['error', 'warning', 'information'];
  return failing.includes(severity);
}

function withoutLesser(result: CheckResult, level: FailLevel): CheckResult {
  return {
    ...result,
    findings: result.findings.filter((finding) => fails(finding.severity, level)),
    counted: result.findings,
  };
}

function configOption(): Option {
  return new Option('--config <file>', `settings (else the nearest ${settingsName}, here or in a folder above)`);
}

function encodingOption(): Option {
  return new Option('--encoding <encoding>', 'how the files are to be read (else each as the first that fits)').choices(
    ['utf-8', 'gb18030', 'latin-1'],
  );
}

function listed(value: string, before: readonly string[] = []): readonly string[] {
  return [
    ...before,
    ...value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ];
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new InvalidArgumentError('It is a number from 1.');
  return Number(value);
}

function pairsText(result: CheckResult): string {
  const blocks = result.pairs.map((pair) =>
    [
      `${printableRow(pair.a.name)} - ${printable(pair.b.name)}`,
      `  ${printableRow(pair.a.file)}`,
      `  ${printableRow(pair.b.file)}`,
      ...pair.why.map((witness) => `  because: ${printable(witness.text)}`),
      '',
    ].join('\n'),
  );
  const paired = new Set(result.pairs.flatMap((pair) => [pair.a.file, pair.b.file]));
  const lone = result.files.filter((file) => file.vrp && !paired.has(file.path)).map((file) => printable(file.path));
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${count(result.files.filter((file) => file.vrp).length, 'device')}, ${count(result.pairs.length, 'pair')}${lone.length > 0 ? `; no peer found for ${lone.slice(0, 10).join(', ')}${lone.length > 10 ? ` and ${lone.length - 10} more` : ''}` : ''}\n`;
}
