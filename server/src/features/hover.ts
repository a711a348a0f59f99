// What the word under the cursor means: the command it belongs to, with the argument it fills.
import type { WordRole } from '../catalogue/command';
import { entry } from '../catalogue/index';
import { rangeOf } from '../model/place';
import type { Position, Range } from '../text/range';
import { words } from '../text/words';
import type { Snapshot } from '../workspace/workspace';
import { lineUnder } from './cursor-context';
import { commandProse, type GuideLink, type Prose } from './prose';

/** What is said of a word, with the range that it is said of. */
export interface Hover extends Prose {
  readonly range: Range;
}

/** What is known of the word at the position: findings first, then the counterpart, then the command. */
export function hover(snapshot: Snapshot, position: Position, guideLink?: GuideLink): Hover | undefined {
  const line = lineUnder(snapshot, position);
  const command = line?.match && entry(line.match.command);
  if (!line?.match || !command) return undefined;
  const column = position.character - line.start;
  const all = words(line.text);
  const index = all.findIndex((word) => word.start <= column && column <= word.end);
  const role = line.match.roles[index];
  if (!role || role.kind === 'unknown') return undefined;
  const value =
    role.kind === 'value'
      ? line.match.values.find((boundValue) => boundValue.start <= column && column <= boundValue.end)
      : undefined;
  const span = value ?? all[index]!;
  const prose = commandProse(
    {
      command,
      undo: line.match.undo,
      keywords: line.match.roles.flatMap((wordRole) => (wordRole.kind === 'keyword' ? [wordRole.keyword] : [])),
      arguments: line.match.values.map((boundValue) => boundValue.name),
      marked: markedBy(role),
    },
    guideLink,
  );
  return {
    ...prose,
    range: rangeOf({ anchor: line.anchor, row: line.row, start: line.start + span.start, end: line.start + span.end }),
  };
}

/** The word as a form of the command has it. */
function markedBy(role: WordRole): string | undefined {
  if (role.kind === 'value') return `<${role.name}>`;
  return role.kind === 'keyword' ? role.keyword : undefined;
}
