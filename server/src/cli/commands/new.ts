// `vrp new`: a pair of configurations from a scenario. What is needed comes from a person at a terminal, from a file of answers,
// or from the defaults; both files are written, or none. An existing file is never touched.
import { guideTitle } from '../../catalogue/guide';
import { scenario as scenarioOf, scenarios, type Parameter, type Scenario } from '../../scenarios';
import { answered, scaffold, type Problem } from '../../scenarios/scaffold';
import { normal } from '../../scenarios/values';
import type { Io } from '../io';
import { clipped } from '../../text/truncate';
import { count } from '../../text/plural';
import { printable } from '../../text/sanitize';

export interface NewArguments {
  readonly list?: boolean;
  readonly out?: string;
  readonly defaults?: boolean;
  readonly answers?: string;
  readonly dryRun?: boolean;
}

type Given = Readonly<Record<string, string>>;

/** Gives the exit code. */
export async function newPair(id: string | undefined, options: NewArguments, io: Io): Promise<number> {
  const say = (problem: string, code: number) => {
    io.error(`vrp: ${printable(problem)}\n`);
    return code;
  };
  if (id === undefined) {
    if (!options.list) return say('name a scenario; vrp new --list shows them', 2);
    io.out(scenarioList());
    return 0;
  }
  const chosen = scenarioOf(id.toLowerCase());
  if (!chosen) return say(`no scenario ${id}; there are ${scenarios.map((one) => one.id).join(', ')}`, 2);
  if (options.list) {
    io.out(parameterList(chosen));
    return 0;
  }
  const { out } = options;
  if ((out === undefined && !options.dryRun) || out === '') return say('--out names the folder the two files go to', 2);
  let given: Given = {};
  if (options.answers !== undefined) {
    const read = readAnswers(options.answers, io);
    if ('problem' in read) return say(read.problem, 2);
    given = read.given;
  } else if (!options.defaults) {
    if (!io.ask) return say('standard input is no terminal: give --defaults, or --answers with a file', 2);
    const told = await asked(chosen, io, (name) => (out === undefined ? false : io.files.exists(path(out, name))));
    if (told === undefined) return say('interrupted, nothing was written', 3);
    given = told;
  }
  const { files, problems } = scaffold(chosen, given);
  if (problems.length > 0) {
    for (const one of problems) io.error(`vrp: ${printable(describe(one, options.answers, given))}\n`);
    return 2;
  }
  if (out !== undefined) {
    const there = files.filter((file) => io.files.exists(path(out, file.name)));
    for (const file of there)
      io.error(`vrp: ${printable(path(out, file.name))} exists and is left as it is; nothing was written\n`);
    if (there.length > 0) return 2;
  }
  if (options.dryRun) {
    for (const file of files)
      io.out(`--- ${printable(out === undefined ? file.name : path(out, file.name))}\n${file.text}`);
    return 0;
  }
  const folder = out!;
  const written = io.files.create(
    folder,
    files.map((file) => ({ name: file.name, bytes: new TextEncoder().encode(file.text) })),
  );
  if (!written.ok)
    return say(`${written.path}: ${written.reason}; nothing was written`, written.kind === 'exists' ? 2 : 3);
  for (const file of files)
    io.out(
      `wrote ${printable(path(folder, file.name))} (${file.side === 'a' ? 'master' : 'backup'}, ${count(file.text.split('\n').length - 1, 'line')})\n`,
    );
  io.out(`next: vrp check ${printable(folder)}\n`);
  for (const command of chosen.verify(answered(chosen, given).answers))
    io.out(`on the devices: ${printable(command)}\n`);
  return 0;
}

function path(folder: string, name: string): string {
  return /[/\\]$/.test(folder) ? folder + name : `${folder}/${name}`;
}

function describe({ parameter, problem }: Problem, file: string | undefined, given: Given): string {
  const value = given[parameter];
  return `${file === undefined ? '' : `${file}: `}${clipped(parameter)}${value === undefined ? '' : ` ${JSON.stringify(clipped(value))}`}: ${problem}`;
}

function readAnswers(file: string, io: Io): { readonly given: Given } | { readonly problem: string } {
  const read = file === '-' ? { ok: true as const, bytes: io.stdin() } : io.files.read(file);
  if (!read.ok) return { problem: `${file}: ${read.kind === 'missing' ? 'no such file' : read.reason}` };
  let parsed: unknown;
  try {
    parsed = JSON.parse(io.decode(read.bytes).text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: `${file}: not JSON; it holds an object such as {"device-a": "Metro-1", "vrid": 20}` };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return { problem: `${file}: not an object such as {"device-a": "Metro-1", "vrid": 20}` };
  const wrong = Object.entries(parsed).find(([, value]) => typeof value !== 'string' && typeof value !== 'number');
  if (wrong) return { problem: `${file}: ${clipped(wrong[0])}: the value is a text or a number` };
  return { given: Object.fromEntries(Object.entries(parsed).map(([id, value]) => [id, String(value)])) };
}

/** Asks for one parameter after the other, each until its answer may stand; undefined where the person leaves. */
async function asked(chosen: Scenario, io: Io, exists: (name: string) => boolean): Promise<Given | undefined> {
  const answers: Record<string, string> = {};
  io.error(
    `${chosen.title} on two devices (the guide: ${guideTitle(chosen.page)}). Enter takes what stands in brackets; nothing is written before the last answer.\n`,
  );
  for (const parameter of chosen.parameters) {
    if (parameter.asked?.(answers) === false) continue;
    const offered = parameter.default(answers);
    for (;;) {
      const line = await io.ask!(`${question(parameter)} [${offered}]: `);
      if (line === undefined) return undefined;
      const value = normal(parameter.type, line.trim() === '' ? offered : line);
      const problem =
        parameter.check(value, answers) ??
        (parameter.id.startsWith('device-') && exists(`${value}.cfg`)
          ? `There is a file ${value}.cfg already, and it is left as it is.`
          : undefined);
      if (problem === undefined) {
        answers[parameter.id] = value;
        break;
      }
      io.error(`  ${printable(problem)}\n`);
    }
  }
  return answers;
}

function question({ title, choices }: Parameter): string {
  return choices ? `${title} (${choices.join(', ')})` : title;
}

function scenarioList(): string {
  const width = Math.max(...scenarios.map((one) => one.id.length));
  return `${scenarios.map((one) => `${one.id.padEnd(width)}  ${one.summary}\n`).join('')}\nvrp new SCENARIO --list names what is asked for, with what is offered.\n`;
}

function parameterList(chosen: Scenario): string {
  const { answers } = answered(chosen, {});
  const rows = chosen.parameters.map(
    (one) =>
      [
        one.id,
        answers[one.id] ?? '',
        `${question(one)}${answers[one.id] === undefined ? ' (asked where it matters)' : ''}`,
      ] as const,
  );
  const [first, second] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return `${chosen.summary}\n\n${rows.map(([id, value, title]) => `${id.padEnd(first!)}  ${value.padEnd(second!)}  ${title}\n`).join('')}`;
}
