// Answers that would have no line: where they would stand, the pair has a line with another value, and what the pair has stays as it is.
import { orientToMaster } from '../../compare/swap-sides';
import { canonicalText } from '../../model/lines/canonical-text';
import type { Pair } from '../../model/pairing/pair';
import { rowOf } from '../../model/place';
import { words } from '../../text/words';
import type { Problem } from '../scaffold';
import type { Answers, PlacedLine, Scenario, Side } from '../scenario';
import { presentLine } from './scenario-lines';

/** `offeredWithout`: all answers where this one is not given. */
export function answersInTheWay(
  pair: Pair,
  scenario: Scenario,
  given: Answers,
  answers: Answers,
  offeredWithout: (id: string) => Answers,
): Problem[] {
  const devices = orientToMaster(pair);
  return Object.keys(given).flatMap((id) => {
    const offered = offeredWithout(id);
    if (answers[id] === undefined || offered[id] === answers[id]) return [];
    for (const side of ['a', 'b'] as const) {
      const device = devices[side];
      const known = new Set(linesOf(scenario, offered, side).map(keyOf));
      const changed = linesOf(scenario, answers, side).filter((line) => !known.has(keyOf(line)));
      for (const line of changed) {
        const present = presentLine(device, line);
        if (present && !isSame(canonicalText(present), line.text === '' ? line.section : line.text))
          return [
            { parameter: id, problem: `${device.name} has another value in line ${rowOf(present) + 1}, and keeps it.` },
          ];
      }
    }
    return [];
  });
}

function linesOf(scenario: Scenario, answers: Answers, side: Side): readonly PlacedLine[] {
  return scenario.steps(answers).flatMap((step) => step[side]);
}

function keyOf({ section, text }: PlacedLine): string {
  return `${section}\n${text}`;
}

function isSame(first: string, other: string): boolean {
  const spelled = (text: string): string =>
    words(text)
      .map((word) => word.text.toUpperCase())
      .join(' ');
  return spelled(first) === spelled(other);
}
