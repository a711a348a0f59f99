// `vrp new`: a pair of configurations from a scenario. What is needed comes from a person at a terminal, from a file of answers,
// or from the defaults; both files are written, or none. An existing file is never touched.
import { guideTitle } from '../../catalogue/guide';
import { largestFile } from '../../model/file-kind';
import { serviceTypes } from '../../rules/shared/backup-services';
import { scenario as scenarioOf, scenarios, type Parameter, type Scenario } from '../../scenarios';
import {
  answered,
  fileOfDevice,
  problemOf,
  scaffold,
  type Answered,
  type Problem as AnswerProblem,
} from '../../scenarios/scaffold';
import { normal } from '../../scenarios/values';
import { pluralize } from '../../text/plural';
import { printable } from '../../text/sanitize';
import { truncate } from '../../text/truncate';
import { exitCodes, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { badUsage, failure, giveUp, refuse, success, tell, tooLarge, type Attempt, type Problem } from '../problem';
import { unreadable } from '../settings';
import type { AddCommand } from './command';

interface NewArguments {
  readonly list?: boolean;
  readonly out?: string;
  readonly defaults?: boolean;
  readonly answers?: string;
  readonly dryRun?: boolean;
}

/** By the id of the parameter. */
type Answers = Readonly<Record<string, string>>;

type NewFiles = ReturnType<typeof scaffold>['files'];

/**
 * Adds `vrp new`: writes the two files of a scenario, from answers typed at a terminal, from a file, or as proposed.
 */
export const addNew: AddCommand = (program, io, done) => {
  program
    .command('new')
    .argument('[scenario]', 'the hot-backup service; vrp new --list shows them')
    .description('write the two configurations of a new pair')
    .option('--list', 'show the scenarios; with a scenario, what it asks for')
    .option('--out <folder>', 'folder for the two files, created if missing; existing files are never touched')
    .option('--defaults', 'ask nothing and take every proposed value')
    .option(
      '--answers <file>',
      'ask nothing: a JSON file of answers, or - for standard input; the proposed values hold for the rest',
    )
    .option('--dry-run', 'print the two files instead of writing them')
    .action(async (id: string | undefined, options: NewArguments) => done(await newPair(id, options, io)));
};

async function newPair(id: string | undefined, options: NewArguments, io: Io): Promise<ExitCode> {
  if (id === undefined) {
    if (!options.list) return refuse(io, badUsage('name a scenario; vrp new --list shows them'));
    io.out(scenarioList());
    return exitCodes.clean;
  }
  const scenario = scenarioOf(id.toLowerCase());
  if (!scenario) {
    const why = serviceTypes.includes(id.toLowerCase()) ? ', for which no procedure is published' : '';
    return refuse(io, badUsage(`no scenario ${id}${why}; there are ${scenarios.map((other) => other.id).join(', ')}`));
  }
  if (options.list) {
    io.out(parameterList(scenario));
    return exitCodes.clean;
  }
  const { out } = options;
  if ((out === undefined && !options.dryRun) || out === '')
    return refuse(io, badUsage('--out names the folder the two files go to'));
  const answers = await answersFor(scenario, options, io);
  if (!answers.ok) return answers.isInterrupted ? giveUp(io, answers.problem) : refuse(io, answers.problem);
  const { files, problems } = scaffold(scenario, answers.value);
  if (problems.length > 0) {
    tell(io, ...problems.map((problem) => badUsage(answerText(problem, options.answers, answers.value))));
    return exitCodes.badUsage;
  }
  if (options.answers !== undefined) tellAdvice(answered(scenario, answers.value), answers.value, io);
  const inTheWay =
    out === undefined ? [] : files.map(({ name }) => pathIn(out, name)).filter((path) => io.files.exists(path));
  if (inTheWay.length > 0) {
    tell(io, ...inTheWay.map((path) => badUsage(`${path} exists and is left as it is; nothing was written`)));
    return exitCodes.badUsage;
  }
  if (options.dryRun || out === undefined) {
    for (const { name, text } of files)
      io.out(`--- ${printable(out === undefined ? name : pathIn(out, name))}\n${text}`);
    return exitCodes.clean;
  }
  return writePair(out, files, scenario.verify(answered(scenario, answers.value).answers), io);
}

/** What was given and may stand, and yet is advised against. */
function tellAdvice({ advice }: Answered, given: Answers, io: Io): void {
  for (const { parameter, advice: sentence } of advice)
    if (given[parameter] !== undefined) io.error(`${parameter} ${printable(given[parameter])}: ${sentence}\n`);
}

/** `verify`: commands to be given on the devices. */
function writePair(folder: string, files: NewFiles, verify: readonly string[], io: Io): ExitCode {
  const encoder = new TextEncoder();
  const written = io.files.create(
    folder,
    files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) })),
  );
  if (!written.ok) {
    const message = `${written.reason}; nothing was written`;
    const problem: Problem = { code: 'not-written', file: written.path, message };
    return written.kind === 'exists' ? refuse(io, problem) : giveUp(io, problem);
  }
  for (const { name, side, text } of files) {
    const role = side === 'a' ? 'master' : 'backup';
    const lines = pluralize(text.split('\n').length - 1, 'line');
    io.out(`wrote ${printable(pathIn(folder, name))} (${role}, ${lines})\n`);
  }
  io.out(`next: vrp check ${printable(folder)}\n`);
  for (const command of verify) io.out(`on the devices: ${printable(command)}\n`);
  return exitCodes.clean;
}

function pathIn(folder: string, name: string): string {
  return /[/\\]$/.test(folder) ? folder + name : `${folder}/${name}`;
}

/** What is wrong with an answer, as a sentence; `file` is where it was read. */
function answerText({ parameter, problem }: AnswerProblem, file: string | undefined, answers: Answers): string {
  const value = answers[parameter];
  const place = file === undefined ? '' : `${file}: `;
  const shown = value === undefined ? '' : ` ${JSON.stringify(truncate(value))}`;
  return `${place}${truncate(parameter)}${shown}: ${problem}`;
}

type AnswersOrNot = Attempt<Answers> & { readonly isInterrupted?: true };

async function answersFor(scenario: Scenario, options: NewArguments, io: Io): Promise<AnswersOrNot> {
  if (options.answers !== undefined) return readAnswers(options.answers, io);
  if (options.defaults) return success({});
  if (!io.ask) return failure(badUsage('standard input is not a terminal: give --defaults, or --answers with a file'));
  const { out } = options;
  const exists = (name: string) => out !== undefined && io.files.exists(pathIn(out, name));
  const answers = await askAll(scenario, io, exists);
  if (!answers) return { ...failure(badUsage('interrupted, nothing was written')), isInterrupted: true };
  return success(answers);
}

function readAnswers(file: string, io: Io): Attempt<Answers> {
  const read = file === '-' ? { ok: true as const, bytes: io.stdin() } : io.files.read(file);
  if (!read.ok) return failure(unreadable(file, read));
  if (read.bytes.length > largestFile) return failure(tooLarge(file));
  const wrong = (message: string) => failure({ code: 'unsuitable', file, message });
  let parsed: unknown;
  try {
    parsed = JSON.parse(io.decode(read.bytes).text.replace(/^\uFEFF/, ''));
  } catch {
    // The engine's own message quotes the file.
    return wrong(`not JSON; it holds an object such as ${exampleAnswers}`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return wrong(`not an object such as ${exampleAnswers}`);
  const odd = Object.entries(parsed).find(([, value]) => typeof value !== 'string' && typeof value !== 'number');
  if (odd) return wrong(`${truncate(odd[0])}: the value is a text or a number`);
  return success(Object.fromEntries(Object.entries(parsed).map(([id, value]) => [id, String(value)])));
}

const exampleAnswers = '{"device-a": "Metro-1", "vrid": 20}';

/** Asks for one parameter after the other, each until its answer may stand; undefined where the person leaves. */
async function askAll(scenario: Scenario, io: Io, exists: (name: string) => boolean): Promise<Answers | undefined> {
  const answers: Record<string, string> = {};
  io.error(
    `${scenario.title} on two devices (the guide: ${guideTitle(scenario.page)}). Enter takes what stands in brackets; nothing is written before the last answer.\n`,
  );
  for (const parameter of scenario.parameters) {
    if (parameter.asked?.(answers) === false) continue;
    const value = await askUntilFit(parameter, answers, io, exists);
    if (value === undefined) return undefined;
    answers[parameter.id] = value;
  }
  return answers;
}

async function askUntilFit(
  parameter: Parameter,
  answers: Answers,
  io: Io,
  exists: (name: string) => boolean,
): Promise<string | undefined> {
  const offered = parameter.default(answers);
  for (;;) {
    const line = await io.ask!(`${question(parameter)} [${offered}]: `);
    if (line === undefined) return undefined;
    const value = normal(parameter.type, line.trim() === '' ? offered : line);
    const isTaken = parameter.id.startsWith('device-') && exists(fileOfDevice(value));
    const problem =
      problemOf(parameter, value, answers) ??
      (isTaken ? `There is a file ${fileOfDevice(value)} already, and it is left as it is.` : undefined);
    const remark = problem ?? parameter.advice?.(value, answers);
    if (remark !== undefined) io.error(`  ${printable(remark)}\n`);
    if (problem === undefined) return value;
  }
}

function question({ title, choices }: Parameter): string {
  return choices ? `${title} (${choices.join(', ')})` : title;
}

function scenarioList(): string {
  const width = Math.max(...scenarios.map(({ id }) => id.length));
  const rows = scenarios.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join('');
  return `${rows}\nvrp new SCENARIO --list names what is asked for, with what is offered.\n`;
}

function parameterList(scenario: Scenario): string {
  const { answers } = answered(scenario, {});
  const rows = scenario.parameters.map((parameter) => {
    const offered = answers[parameter.id];
    const condition = offered === undefined ? ' (asked where it matters)' : '';
    return { id: parameter.id, offered: offered ?? '', title: `${question(parameter)}${condition}` };
  });
  const idWidth = Math.max(...rows.map(({ id }) => id.length));
  const offeredWidth = Math.max(...rows.map(({ offered }) => offered.length));
  const lines = rows.map(
    ({ id, offered, title }) => `${id.padEnd(idWidth)}  ${offered.padEnd(offeredWidth)}  ${title}\n`,
  );
  return `${scenario.summary}\n\n${lines.join('')}`;
}
