// All figures of the picture at one moment, from the network above to the users below.
import type { Side } from '../../model/pairing/pair';
import { bySide, sides } from '../simulation/names';
import { box, pill, pillWidth, text, type Figure } from './drawing';
import type { DrawnOnce } from './drawn-once';
import { groupFigures, moreGroups } from './picture-groups';
import { carryingLinks, isBroken, linkFigure, unknownUplink } from './picture-links';
import { morePaths, pathFigure } from './picture-paths';
import { centre, column, columnWidth, coreHeight, coreY, rowHeight, type Link, type Plan } from './picture-plan';
import { nameOf, type State } from './picture-state';
import { switchFigure, userFigures } from './picture-users';

/** In the order in which they are drawn; what looks as in an earlier frame is the same figure. */
export function figuresOf(plan: Plan, state: State, once: DrawnOnce): Figure[] {
  const names = bySide((side) => nameOf(plan.rehearsal, side));
  const isDown = (side: Side): boolean => state.broken.has(`device ${side}`);
  const carrying = carryingLinks(plan, state);
  const looksOf = (link: Link) => ({
    broken: isBroken(state, link),
    dark: isDown(link.side),
    carries: carrying.has(link.id),
  });
  const linkOnce = (link: Link, from: number, to: number, kind: string): Figure => {
    const looks = looksOf(link);
    const shows = [looks.broken, looks.dark, looks.carries];
    return once.figure(link.id, shows, () => linkFigure(link, from, to, `${kind} ${names[link.side]}`, looks));
  };
  const firstRow = plan.top + plan.head;
  const withoutUplink = sides.filter((side) => !plan.uplinks.some((link) => link.side === side));
  return [
    networkFigure,
    ...withoutUplink.map((side) => unknownUplink(side, plan.top, names[side])),
    ...plan.uplinks.map((link) => linkOnce(link, coreY + coreHeight, plan.top, 'Uplink')),
    ...sides.map((side) => {
      const down = isDown(side);
      return once.figure(`device ${side}`, [down], () => deviceFigure(plan, side, down, names[side]));
    }),
    ...plan.paths.map((path, index) => pathFigure(path, index, plan, state)),
    ...morePaths(plan),
    ...plan.shownGroups.flatMap((index, row) =>
      groupFigures(plan, state, once, index, firstRow + row * rowHeight, names),
    ),
    ...moreGroups(plan),
    ...plan.access.map((link) => linkOnce(link, plan.bottom, plan.switchY, 'Access link')),
    switchFigure(plan, state.broken.has('lan'), carrying),
    ...userFigures(plan, state, once),
  ];
}

const networkFigure: Figure = {
  id: 'network',
  name: 'The network that the uplinks lead to',
  because: [],
  parts: [
    box(column.a.left, coreY, column.b.right - column.a.left, coreHeight, 'bar', 6),
    text(centre, coreY + 19, 'Network', { size: 12, anchor: 'middle', look: 'strong' }),
  ],
};

function deviceFigure(plan: Plan, side: Side, down: boolean, name: string): Figure {
  const { left } = column[side];
  const word = down ? 'DOWN' : 'UP';
  const room = pillWidth(word);
  return {
    id: `device ${side}`,
    name: `${name} is ${down ? 'down' : 'up'}`,
    because: [],
    parts: [
      box(left, plan.top, columnWidth, plan.bottom - plan.top, down ? 'device bad' : 'device', 8),
      text(left + 12, plan.top + 27, name, { size: 14, look: 'strong', room: columnWidth - room - 32 }),
      ...pill(left + columnWidth - room - 10, plan.top + 13, room, word, down ? 'bad' : 'good'),
    ],
    at: plan.pair[side].sysname?.at,
  };
}
