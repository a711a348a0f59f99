// Which words of which lines an answer decides: each answer is changed in turn, and the words that change with it are its own.
import { words } from '../text/words';
import type { Answers, Parameter, PlacedLine, Scenario, Side } from './scenario';

/** A word of a scenario's line. `line` counts through all steps of that device. */
export interface Spot {
  readonly side: Side;
  readonly line: number;
  /** 0 is the section, from 1 on the words of the line. */
  readonly word: number;
}

/** The words that follow from one parameter, in order. */
export function dependents(scenario: Scenario, answers: Answers, parameter: Parameter): Spot[] {
  const value = answers[parameter.id];
  if (value === undefined) return [];
  const other = lines(scenario, { ...answers, [parameter.id]: changed(parameter, value) });
  const found: Spot[] = [];
  for (const [side, before] of Object.entries(lines(scenario, answers)) as [Side, PlacedLine[]][]) {
    before.forEach((one, line) => {
      const changedTo = other[side][line];
      if (!changedTo) return;
      if (changedTo.section !== one.section) found.push({ side, line, word: 0 });
      const now = words(changedTo.text);
      words(one.text).forEach((word, index) => {
        if (now[index]?.text !== word.text) found.push({ side, line, word: index + 1 });
      });
    });
  }
  return found;
}

/** All lines of a device, in the order of the steps. */
export function lines(scenario: Scenario, answers: Answers): Record<Side, PlacedLine[]> {
  const steps = scenario.steps(answers);
  const of = (side: Side) => steps.flatMap((step) => step[side]);
  return { a: of('a'), b: of('b') };
}

/** Another value of the same kind; nobody is asked whether it may stand. */
function changed({ type, choices }: Parameter, value: string): string {
  switch (type) {
    case 'choice': return choices?.find((one) => one !== value) ?? value;
    case 'number': return String(Number(value) + (Number(value) % 100 === 99 ? 2 : 1));
    case 'interface': return value.replace(/\d+(?=$|\.)/, (digits) => String(Number(digits) + 41));
    case 'name': return /\.00$/.test(value) ? value.replace(/\.00$/, '.01') : `${value}x`;
    default: return value.replace(/^[0-9A-F]+/i, (first) => (value.includes(':') ? (first === '3FFE' ? '3FFD' : '3FFE') : String((Number(first) + 1) % 223 || 1)));
  }
}
