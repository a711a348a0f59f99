// The lower end of the picture: the access switch, and below it the users of each service.
import { groupWords, serviceWords } from '../judgement/words';
import { box, cross, line, text, type Figure } from './drawing';
import type { DrawnOnce } from './drawn-once';
import { centre, column, mostUsers, usersInRow, type Plan } from './picture-plan';
import { nameOf, type State, type Users } from './picture-state';
import { usersTone } from './tones';
import { usersWords } from './users';

/** `parted`: the LAN between the devices is broken; `carrying` are ids of links. */
export function switchFigure(plan: Plan, parted: boolean, carrying: ReadonlySet<string>): Figure {
  return parted ? partedSwitch(plan.switchY) : wholeSwitch(plan, carrying);
}

function partedSwitch(y: number): Figure {
  const left = column.a.left;
  const right = column.b.right;
  return {
    id: 'access switch',
    name: 'The access network is parted: the devices do not hear each other over it',
    because: [],
    parts: [
      box(left, y, centre - 14 - left, 30, 'bar bad', 6),
      box(centre + 14, y, right - centre - 14, 30, 'bar bad', 6),
      ...cross(centre, y + 15, 8),
      text((left + centre) / 2, y + 19, 'Access, parted', { size: 12, anchor: 'middle', look: 'strong' }),
    ],
  };
}

function wholeSwitch(plan: Plan, carrying: ReadonlySet<string>): Figure {
  const y = plan.switchY;
  const ways = plan.access
    .filter((link) => carrying.has(link.id))
    .flatMap((link) => [
      line(link.x, y, link.x, y + 15, 'carrying'),
      line(link.x, y + 15, centre, y + 15, 'carrying'),
      line(centre, y + 15, centre, y + 30, 'carrying'),
    ]);
  return {
    id: 'access switch',
    name: 'Access switch between users and devices',
    because: [],
    parts: [
      box(column.a.left, y, column.b.right - column.a.left, 30, 'bar', 6),
      ...ways,
      box(centre - 52, y + 4, 104, 22, 'plate', 3),
      text(centre, y + 19, 'Access switch', { size: 12, anchor: 'middle', look: 'strong' }),
    ],
  };
}

/** Where one service's users stand. */
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/** The users below the devices, with the way that their traffic takes. */
export function userFigures(plan: Plan, state: State, once: DrawnOnce): Figure[] {
  const shown = state.users.slice(0, state.users.length > mostUsers ? mostUsers - 1 : mostUsers);
  const rest = state.users.length - shown.length;
  const spots = spotsOf(plan, shown.length + (rest > 0 ? 1 : 0));
  const figures = shown.map((users, index) => {
    const id = `users ${users.group} ${users.services.join()}`;
    const shows = [users.state, users.row, users.by.join()];
    return once.figure(id, shows, () => usersFigure(plan, id, users, spots[index]!));
  });
  if (rest > 0) figures.push(moreUsers(rest, spots[shown.length]!));
  return [stemFigure(plan, state.users), ...figures];
}

function spotsOf(plan: Plan, count: number): Spot[] {
  const columns = Math.min(usersInRow, Math.max(1, count));
  const room = (column.b.right - column.a.left) / columns;
  return [...Array(count).keys()].map((index) => ({
    x: column.a.left + (index % columns) * room + 4,
    y: plan.usersY + Math.floor(index / columns) * 34,
    room,
  }));
}

function usersFigure({ rehearsal }: Plan, id: string, users: Users, { x, y, room }: Spot): Figure {
  const group = rehearsal.groups[users.group]!;
  const words = `${serviceWords(users.services)} users: ${usersWords(users.state, users.by.join(' and '))}`;
  const row = users.row ? `. ${users.row.text}` : '';
  return {
    id,
    name: `${words} (${groupWords(group)})${row}`,
    because: users.row?.because ?? [],
    at: group.places[nameOf(rehearsal, 'a')],
    parts: [
      box(x, y, room - 8, 26, `pill state ${usersTone[users.state]}`, 13),
      text(x + (room - 8) / 2, y + 17, words, { size: 11, anchor: 'middle', look: 'strong', room: room - 28 }),
    ],
  };
}

function moreUsers(rest: number, { x, y, room }: Spot): Figure {
  return {
    id: 'users more',
    name: `${rest} more groups of users are in the table`,
    because: [],
    parts: [text(x + (room - 8) / 2, y + 17, `${rest} more`, { anchor: 'middle', look: 'dim' })],
  };
}

/** The line from the switch to all users. */
function stemFigure(plan: Plan, users: readonly Users[]): Figure {
  const hasService = ({ state }: Users) => state !== 'cut' && state !== 'lost' && state !== 'unsure';
  const someServed = users.some(hasService);
  const someWithout = !users.every(hasService);
  const noUsers = 'No users are bound to these groups';
  let look = 'link';
  if (someServed) look = 'carrying';
  else if (someWithout) look = 'down';
  let name = noUsers;
  if (users.length > 0) name = someWithout ? 'Some users have no service now' : 'All users have service';
  const stem = line(centre, plan.switchY + 30, centre, plan.usersY, look);
  const words = text(centre, plan.usersY + 16, noUsers, { anchor: 'middle', look: 'dim' });
  return { id: 'users', name, because: [], parts: users.length === 0 ? [stem, words] : [stem] };
}
