// From answers to files: a file for each device, in the order and with the marks of a saved configuration. What was not
// answered takes its default; what may not stand is told, and then there are no files.
import type { Answers, Parameter, PlacedLine, Scenario, Side } from './scenario';
import { lineOrder, sectionOrder } from './order';
import { normal } from './values';

/** Why an answer is not possible. */
export interface Problem {
  /** The parameter's id, or what was given as one. */
  readonly parameter: string;
  /** One sentence. */
  readonly problem: string;
}

/** What speaks against an answer that may stand. */
export interface Advice {
  /** The parameter's id. */
  readonly parameter: string;
  /** One sentence. */
  readonly advice: string;
}

/** Answers that are complete, or what is wrong with them. */
export interface Answered {
  /** Every parameter that is asked, in order. */
  readonly answers: Answers;
  readonly problems: readonly Problem[];
  readonly advice: readonly Advice[];
}

/** All answers, the given ones in the spelling of a saved file. `defaults` go before those of the scenario. */
export function answered(scenario: Scenario, given: Answers, defaults: Answers = {}): Answered {
  const answers: Record<string, string> = {};
  const problems: Problem[] = Object.keys(given)
    .filter((id) => !scenario.parameters.some((parameter) => parameter.id === id))
    .map((id) => ({ parameter: id, problem: `${scenario.title} has no such parameter.` }));
  let wrong = false;
  for (const parameter of scenario.parameters) {
    if (parameter.asked?.(answers) === false) continue;
    const offered = defaults[parameter.id];
    const known = given[parameter.id] ?? offered;
    const value = normal(parameter.type, known ?? parameter.default(answers));
    // Also where a client sends back what it was offered.
    const isOfPair = offered !== undefined && value === normal(parameter.type, offered);
    const problem = problemOf(parameter, value, answers, isOfPair);
    // What is offered may be wrong because an answer before it is: that one is told.
    if (problem !== undefined && (known !== undefined || !wrong)) problems.push({ parameter: parameter.id, problem });
    wrong ||= problem !== undefined;
    answers[parameter.id] = value;
  }
  return { answers, problems, advice: adviceOn(scenario, answers) };
}

function adviceOn(scenario: Scenario, answers: Answers): Advice[] {
  return scenario.parameters.flatMap((parameter) => {
    const value = answers[parameter.id];
    const advice = value === undefined ? undefined : parameter.advice?.(value, answers);
    return advice === undefined ? [] : [{ parameter: parameter.id, advice }];
  });
}

/** What is wrong with an answer, in one sentence; `isOfPair`: devices that are there have it or are to get it. */
export function problemOf(parameter: Parameter, value: string, answers: Answers, isOfPair = false): string | undefined {
  return parameter.check(value, answers) ?? (isOfPair ? undefined : parameter.checkNew?.(value, answers));
}

/** Every answer that is asked for, unjudged: what is known, and what is offered for the rest. */
export function filled(scenario: Scenario, known: Answers): Answers {
  const answers: Record<string, string> = {};
  for (const parameter of scenario.parameters) {
    if (parameter.asked?.(answers) !== false)
      answers[parameter.id] = normal(parameter.type, known[parameter.id] ?? parameter.default(answers));
  }
  return answers;
}

/** The configuration of one device. */
export interface ScaffoldedFile {
  readonly side: Side;
  /** The device's name with `.cfg`. */
  readonly name: string;
  readonly text: string;
}

/** Both files, or what is wrong with the answers. */
export interface Scaffold {
  /** The intended master first; none where there are problems. */
  readonly files: readonly ScaffoldedFile[];
  readonly problems: readonly Problem[];
}

/** Writes both configurations; nothing is written where an answer is not possible. */
export function scaffold(scenario: Scenario, given: Answers): Scaffold {
  const { answers, problems } = answered(scenario, given);
  if (problems.length > 0) return { files: [], problems };
  const steps = scenario.steps(answers);
  return {
    problems,
    files: (['a', 'b'] as const).map((side) => {
      const name = answers[`device-${side}`]!;
      return {
        side,
        name: fileOfDevice(name),
        text: text(
          name,
          steps.flatMap((step) => step[side]),
        ),
      };
    }),
  };
}

/** The file of a device that is new. */
export function fileOfDevice(name: string): string {
  return `${name}.cfg`;
}

/** A saved configuration with these lines. */
function text(name: string, lines: readonly PlacedLine[]): string {
  return ['#', `sysname ${name}`, '#', ...sections(lines).flatMap((section) => [...section, '#']), 'return', ''].join(
    '\n',
  );
}

/** The lines as they stand in a file: each section with its head, lines of the system view each by itself. */
export function sections(lines: readonly PlacedLine[]): string[][] {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const { section, text: text, within } of lines) {
    const head = section === '' ? text : section;
    const inside = found.get(head) ?? new Map<string, Set<string>>();
    found.set(head, inside);
    if (section === '' || text === '') continue;
    const nested = inside.get(within ?? text) ?? new Set<string>();
    inside.set(within ?? text, within === undefined ? nested : nested.add(text));
  }
  return [...found]
    .sort(([left], [right]) => sectionOrder(left, right))
    .map(([head, inside]) => [
      head,
      ...[...inside].sort(([left], [right]) => lineOrder(left, right)).flatMap(nestedLines),
    ]);
}

/** A line of a section, and below it those of the view that it opens. */
function nestedLines([text, nested]: readonly [string, ReadonlySet<string>]): string[] {
  return [` ${text}`, ...[...nested].map((text) => `  ${text}`)];
}
