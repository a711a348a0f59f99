// The paths between the two devices over which entries pass: channels of backup services, and links between service boards.
import { sides } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import { cross, fitted, line, pill, pillWidth, text, type Figure, type Tone } from './drawing';
import { centre, column, type Path, type Plan } from './picture-plan';
import type { State } from './picture-state';

/** The way that a copy of the entries takes between the devices. */
export function pathFigure(path: Path, index: number, plan: Plan, state: State): Figure {
  const cut = isCut(path, state);
  const faults = plan.rehearsal.standing.filter((fault) => isAbout(path, fault));
  const words = fitted(path.label, column.b.left - column.a.right - 38, 11);
  const room = pillWidth(words);
  return {
    id: `path ${index}`,
    name: `${path.full}: ${pathWords(cut, faults)}`,
    at: path.at,
    because: faults,
    parts: [
      line(column.a.right, path.y, column.b.left, path.y, cut ? 'channel down' : 'channel'),
      ...pill(centre - room / 2, path.y - 9, room, words, pathTone(cut, faults)),
      ...(cut ? cross(column.a.right + 5, path.y, 4) : []),
    ],
  };
}

function isCut(path: Path, { broken }: State): boolean {
  if (broken.has('paths') && !path.boards) return true;
  return sides.some(
    (side) => broken.has(`device ${side}`) || path.keys[side].some((key) => broken.has(`link ${side} ${key}`)),
  );
}

function isAbout({ at }: Path, fault: Evidence): boolean {
  return fault.at === at || (fault.file === at?.anchor.file && fault.rule?.startsWith('rbs') === true);
}

function pathWords(cut: boolean, faults: readonly Evidence[]): string {
  if (cut) return 'down';
  return faults[0]?.text ?? 'both ends can reach each other';
}

function pathTone(cut: boolean, faults: readonly Evidence[]): Tone {
  if (cut) return 'bad';
  return faults.length > 0 ? 'warn' : 'main';
}

/** In place of the paths for which there is no room. */
export function morePaths(plan: Plan): Figure[] {
  if (plan.morePaths === 0) return [];
  const words = `${plan.morePaths} more`;
  return [
    {
      id: 'paths more',
      name: `${words} channels`,
      because: [],
      parts: [text(centre, plan.top + plan.head - 8, words, { anchor: 'middle', look: 'dim' })],
    },
  ];
}
