// Which words of which lines an answer decides: each answer is changed in turn, and the words that change with it are its own.
import { trailingDigits } from '../text/line-ends';
import { words } from '../text/words';
import type { Answers, Parameter, PlacedLine, Scenario, Side } from './scenario';

/** A word of a scenario's line. */
export interface Spot {
  readonly side: Side;
  /** Counts through all steps of that device. */
  readonly line: number;
  readonly part: 'section' | 'text';
  readonly word: number;
}

/** The words that follow from one parameter, in order. */
export function dependents(scenario: Scenario, answers: Answers, parameter: Parameter): Spot[] {
  const value = answers[parameter.id];
  if (value === undefined || parameter.type === 'choice') return [];
  const other = lines(scenario, { ...answers, [parameter.id]: changed(parameter, value) });
  const now = lines(scenario, answers);
  return (['a', 'b'] as const).flatMap((side) =>
    aligned(now[side], other[side]).flatMap(([placed, changedTo], line) =>
      (['section', 'text'] as const).flatMap((part) => {
        const after = words(changedTo?.[part] ?? '');
        return words(placed[part]).flatMap((word, index) =>
          after[index] === undefined || after[index].text === word.text ? [] : [{ side, line, part, word: index }],
        );
      }),
    ),
  );
}

/** Each line with what became of it: an answer may make a line that was not there, or one less. */
function aligned(before: readonly PlacedLine[], after: readonly PlacedLine[]): [PlacedLine, PlacedLine | undefined][] {
  const command = (line: PlacedLine) =>
    line.text
      .replace(/\S+/g, (word) => (/\d/.test(word) ? '*' : word))
      .split(' ')
      .slice(0, 4)
      .join(' ');
  let next = 0;
  return before.map((line) => {
    const found =
      before.length === after.length
        ? next
        : after.findIndex((each, index) => index >= next && command(each) === command(line));
    if (found < 0) return [line, undefined];
    next = found + 1;
    return [line, after[found]];
  });
}

/** All lines of each device, in the order of the steps. */
export function lines(scenario: Scenario, answers: Answers): Record<Side, readonly PlacedLine[]> {
  const steps = scenario.steps(answers);
  return { a: steps.flatMap((step) => step.a), b: steps.flatMap((step) => step.b) };
}

/** Another value of the same kind; nobody is asked whether it may stand. */
function changed({ type }: Parameter, value: string): string {
  switch (type) {
    case 'number':
      return String(Number(value) + (Number(value) % 100 === 99 ? 2 : 1));
    case 'interface':
      return otherInterface(value);
    case 'name':
      return /\.00$/.test(value) ? value.replace(/\.00$/, '.01') : `${value}x`;
    default:
      return value.replace(/^[0-9A-F]+/i, (first) => (value.includes(':') ? otherGroup(first) : otherByte(first)));
  }
}

/** The same with another number before the dot. */
function otherInterface(name: string): string {
  const [main = '', ...sub] = name.split('.');
  const digits = trailingDigits(main);
  return [main.slice(0, main.length - digits.length) + String(Number(digits) + 41), ...sub].join('.');
}

/** Another first group of an IPv6 address. */
function otherGroup(first: string): string {
  return first === '3FFE' ? '3FFD' : '3FFE';
}

/** Another first byte of an IPv4 address. */
function otherByte(first: string): string {
  return String((Number(first) + 1) % 223 || 1);
}
