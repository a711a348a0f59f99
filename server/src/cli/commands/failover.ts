// `vrp failover A B`: what happens to this pair when something breaks. The user named the two files, so they are rehearsed as a
// pair also where too little in them says that they are one; that is told. Two versions of one device are refused. Exit code 1
// where an outcome is as bad as `--fail-on` says. Of more than two files every pair among them is rehearsed, with the same events.
import { InvalidArgumentError, Option } from 'commander';
import picocolors from 'picocolors';
import type { Outcome, Rehearsal } from '../../failover/simulation/rehearsal';
import { parseEvent, type FailureEvent } from '../../failover/simulation/events';
import { failoverMarkdown } from '../../failover/report/markdown';
import { matrix } from '../../failover/judgement/matrix';
import { defaultRestart, maintenanceOf } from '../../failover/judgement/maintenance';
import { rehearse } from '../../failover/judgement/rehearse';
import {
  besideOtherPairs,
  deviceList,
  eventsByPair,
  maintenanceOfPairs,
  type PairEvents,
} from '../../failover/judgement/several-pairs';
import { severalJson, severalMarkdown, type NamedRehearsal } from '../../failover/report/several-pairs';
import { deviceNames, sides } from '../../failover/simulation/names';
import { rehearsalSvg } from '../../failover/drawing/sheet';
import type { Encoding } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { failoverJson } from '../../failover/report/json';
import { exitCodes, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { badUsage, failure, refuse, success, tellUnchecked, type Attempt } from '../problem';
import { checkWhole } from '../check/whole';
import { failoverText, severalText } from '../reports/failover-text';
import { encodingOption, formatOption, repeated, type AddCommand } from './command';
import { note, readNamedPair, type NamedPair } from './named-pair';

type Report = (rehearsal: Rehearsal, named: NamedPair, io: Io) => string;

const reports = {
  text: (rehearsal, _, io) => failoverText(rehearsal, picocolors.createColors(io.colors)),
  json: (rehearsal, { pair, why }) => failoverJson(rehearsal, [pair.a.file, pair.b.file], why),
  markdown: (rehearsal) => failoverMarkdown(rehearsal),
  svg: (rehearsal, { pair }) => rehearsalSvg(pair, rehearsal),
} satisfies Record<string, Report>;

/** Each with all that is worse: what makes the exit code 1. */
const failOn: Readonly<Record<string, readonly Outcome[]>> = {
  'users-lost': ['loses-users'],
  interrupted: ['loses-users', 'interrupted'],
  'no-switchover': ['loses-users', 'interrupted', 'no-switchover', 'unknown'],
  'stale-entries': ['loses-users', 'interrupted', 'no-switchover', 'unknown', 'survives-stale'],
};

interface FailoverArguments {
  readonly event?: readonly string[];
  readonly matrix?: boolean;
  readonly format: keyof typeof reports;
  readonly maintenance?: string;
  /** Seconds. */
  readonly restart?: number;
  readonly failOn?: string;
  /** Seconds. */
  readonly maxHit?: number;
  readonly encoding?: Encoding;
}

const eventHelp = `
Events: device|access|uplink|rbs|board|lan|peer|priority, then -down or -up (a device also: -stop), then :DEVICE[/PART] (none for lan; rbs and peer may go without), then @SECONDS.
  device-down:DeviceA@0              DeviceA dies
  access-down:DeviceA/GigabitEthernet0/1/2@0   one access link; without an interface, all of them
  uplink-down:DeviceA@0              its uplinks, all of them
  rbs-down@0                         the backup channel
  board-down:DeviceA/1@0             the board of service-location 1
  lan-down@0                         the two devices no longer hear each other
  peer-down@0                        Hello packets of an E-Trunk no longer arrive, although both devices are up
  priority-down:DeviceA@0            somebody drains DeviceA: its groups have the lowest priority until it restarts
Exit: 0 rehearsed, 1 a row is as bad as --fail-on says, 2 bad usage, 3 could not run.
`;

/**
 * Adds `vrp failover`: a rehearsal of one pair, or of all pairs among more files. The code is `found` where `--fail-on`
 * has an outcome that a row reaches.
 */
export const addFailover: AddCommand = (program, io, done) => {
  program
    .command('failover')
    .argument('<A>', 'the configuration of one device')
    .argument('<B>', 'the configuration of the other')
    .argument('[more...]', 'further devices: every pair among all is rehearsed, with the same events')
    .description('rehearse what happens to a pair when something breaks')
    .option(
      '-e, --event <event>',
      'an event and its time, for example device-down:DeviceA@0; may be given again for what follows',
      repeated,
    )
    .option('--maintenance <device>', 'take this device out and bring it back: drain, restart, delay')
    .addOption(
      new Option('--restart <seconds>', 'how long the restart of --maintenance takes')
        .default(defaultRestart)
        .argParser(secondsOf),
    )
    .option('--matrix', 'every single failure and its recovery (without --event: the default)')
    .addOption(formatOption(Object.keys(reports)))
    .addOption(
      new Option('--fail-on <outcome>', 'exit 1 if any row has this outcome or a worse one').choices(
        Object.keys(failOn),
      ),
    )
    .addOption(
      new Option(
        '--max-hit <seconds>',
        'longest interruption that users survive (default: three times the master-down interval)',
      ).argParser(secondsOf),
    )
    .addOption(encodingOption())
    .addHelpText('after', eventHelp)
    .action(async (a: string, b: string, more: string[], options: FailoverArguments) => {
      const run = more.length === 0 ? failover([a, b], options, io) : failoverOfSeveral([a, b, ...more], options, io);
      done(await run);
    });
};

async function failover(files: readonly [string, string], options: FailoverArguments, io: Io): Promise<ExitCode> {
  await io.load();
  const named = readNamedPair(files, options.encoding, io);
  if (typeof named === 'number') return named;
  const { pair, why } = named;
  const events = eventsOf(options, pair);
  if (!events.ok) return refuse(io, events.problem);
  const rehearsal = rehearsed(pair, events.value, options);
  const names = `${pair.a.name} and ${pair.b.name}`;
  const hasGroups = rehearsal.groups.length > 0;
  const isEvident = why.length > 0;
  if (!hasGroups && !isEvident)
    return refuse(io, badUsage(`${names} have no VRRP group, channel or profile in common: they are no pair`));
  if (!hasGroups) note(io, `nothing to rehearse: ${names} share no VRRP group whose role their files decide`);
  if (!isEvident)
    note(
      io,
      `${names} are rehearsed as a pair because they were named together; little in the files says that they are one`,
    );
  io.out(reports[options.format](rehearsal, named, io));
  return exitCodeOf([rehearsal], options);
}

function exitCodeOf(rehearsals: readonly Rehearsal[], options: FailoverArguments): ExitCode {
  const bad = options.failOn === undefined ? [] : (failOn[options.failOn] ?? []);
  const isBad = rehearsals.some(({ rows }) => rows.some((row) => bad.includes(row.outcome)));
  return isBad ? exitCodes.found : exitCodes.clean;
}

type SeveralReport = (rehearsals: readonly NamedRehearsal[], io: Io) => string;

const severalReports: Readonly<Partial<Record<keyof typeof reports, SeveralReport>>> = {
  text: (rehearsals, io) =>
    severalText(
      rehearsals.map(({ rehearsal }) => rehearsal),
      picocolors.createColors(io.colors),
    ),
  json: severalJson,
  markdown: severalMarkdown,
};

/** Every pair among these files, with the same events: a device that dies takes part in all of its pairs. */
async function failoverOfSeveral(files: readonly string[], options: FailoverArguments, io: Io): Promise<ExitCode> {
  const report = severalReports[options.format];
  if (!report) return refuse(io, badUsage(`${options.format} shows one pair: name the two files of one`));
  const twice = files.find((file, index) => files.some((text, at) => at < index && isOneFile(text, file, io)));
  if (twice !== undefined) return refuse(io, badUsage(`${twice}: the same file twice; name each device once`));
  await io.load();
  const result = checkWhole(files, io, { rules: [], quiet: true, encoding: options.encoding });
  if (result.missing.length + result.problems.length > 0) tellUnchecked(io, result);
  if (result.missing.length > 0) return exitCodes.badUsage;
  if (result.problems.length > 0) return exitCodes.failed;
  if (result.pairs.length === 0)
    return refuse(io, badUsage('no two of these devices are a pair; `vrp pairs` says why'));
  const played = eventsOfSeveral(options, result.pairs);
  if (!played.ok) return refuse(io, played.problem);
  const rehearsals = played.value.map(({ pair, events }) => ({
    rehearsal: besideOtherPairs(
      rehearsed(pair, events, options),
      result.pairs.filter((other) => other !== pair),
    ),
    files: [pair.a.file, pair.b.file] as const,
    why: pair.why.map(({ text }) => text),
  }));
  io.out(report(rehearsals, io));
  return exitCodeOf(
    rehearsals.map(({ rehearsal }) => rehearsal),
    options,
  );
}

function isOneFile(first: string, other: string, io: Io): boolean {
  return first === other || io.files.absolute(first) === io.files.absolute(other);
}

function eventsOfSeveral(
  { event = [], maintenance, restart = defaultRestart }: FailoverArguments,
  pairs: readonly Pair[],
): Attempt<readonly PairEvents[]> {
  if (maintenance === undefined) {
    const found = eventsByPair(pairs, event);
    return typeof found === 'string' ? failure(badUsage(found)) : success(found);
  }
  if (event.length > 0) return failure(badUsage('--maintenance has events of its own; leave out --event'));
  const found = maintenanceOfPairs(pairs, maintenance, restart);
  return found ? success(found) : failure(badUsage(`${maintenance}: the devices are ${deviceList(pairs).join(', ')}`));
}

function eventsOf(
  { event = [], maintenance, restart }: FailoverArguments,
  pair: Pair,
): Attempt<readonly FailureEvent[]> {
  if (maintenance === undefined) return parseEvents(event, pair);
  if (event.length > 0) return failure(badUsage('--maintenance has events of its own; leave out --event'));
  const names = deviceNames(pair);
  const side = sides.find((candidate) => names[candidate].toLowerCase() === maintenance.toLowerCase());
  if (side) return success(maintenanceOf(pair, side, restart));
  return failure(badUsage(`${maintenance}: the devices of this pair are ${names.a} and ${names.b}`));
}

function parseEvents(texts: readonly string[], pair: Pair): Attempt<readonly FailureEvent[]> {
  const events: FailureEvent[] = [];
  for (const text of texts) {
    const event = parseEvent(text, pair);
    if (typeof event === 'string') return failure(badUsage(event));
    events.push(event);
  }
  return success(events);
}

function rehearsed(pair: Pair, events: readonly FailureEvent[], options: FailoverArguments): Rehearsal {
  if (events.length === 0) return matrix(pair, options);
  const rehearsal = rehearse(pair, events, options);
  return options.matrix ? { ...rehearsal, rows: [...rehearsal.rows, ...matrix(pair, options).rows] } : rehearsal;
}

function secondsOf(text: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new InvalidArgumentError('Seconds are a number that is not below 0.');
  return Number(text);
}
