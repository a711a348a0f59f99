// The virtual routers of the picture: a row for each, with a cell on either device and the router between them.
import type { Side } from '../../model/pairing/pair';
import { groupWords, serviceWords } from '../judgement/words';
import { sides } from '../simulation/names';
import type { Evidence, GroupFacts, Rehearsal, Role } from '../simulation/rehearsal';
import { box, line, pill, pillWidth, text, type Figure, type Part } from './drawing';
import { centre, column, columnWidth, rowHeight, type Plan } from './picture-plan';
import type { State } from './picture-state';
import { entriesLabel, entriesTone, roleTone, shortInterfaceName } from './tones';

type Names = Readonly<Record<Side, string>>;

/** Left and right edge of the box between the devices. */
const router = { left: column.a.right + 10, right: column.b.left - 10 };

const roleWord: Readonly<Record<Role, string>> = {
  master: 'MASTER',
  backup: 'BACKUP',
  initialize: 'INITIALIZE',
  unknown: 'UNKNOWN',
};

/** `index` of the group, `y` of its row. */
export function groupFigures(plan: Plan, state: State, index: number, y: number, names: Names): Figure[] {
  const { rehearsal } = plan;
  const group = rehearsal.groups[index]!;
  const cells = sides.map((side) =>
    group.places[names[side]] === undefined
      ? absentMember(index, side, y, names[side], groupWords(group))
      : memberFigure(rehearsal, state, index, side, y, names[side]),
  );
  return [routerFigure(rehearsal, state, index, y, names), ...cells];
}

function absentMember(index: number, side: Side, y: number, device: string, title: string): Figure {
  const middle = column[side].left + columnWidth / 2;
  return {
    id: `group ${index} ${side}`,
    name: `${device} has no ${title}`,
    because: [],
    parts: [text(middle, y + 34, 'no such group', { anchor: 'middle', look: 'dim' })],
  };
}

function memberFigure(
  rehearsal: Rehearsal,
  state: State,
  index: number,
  side: Side,
  y: number,
  device: string,
): Figure {
  const group = rehearsal.groups[index]!;
  const { left } = column[side];
  const isOff = state.broken.has(`device ${side}`);
  const role = state.roles[index]![side];
  const entries = isOff ? undefined : state.entries[index]![side];
  const label = entries ? entriesLabel(entries) : '';
  const labelRoom = entries ? pillWidth(label) : 0;
  const interfaceRoom = columnWidth - 34 - labelRoom;
  const priority = `priority ${group.priorities[device] ?? '?'}`;
  return {
    id: `group ${index} ${side}`,
    at: group.places[device],
    because: memberEvidence(rehearsal, state, index, side),
    name: memberWords(group, device, isOff ? 'off' : role, entries),
    parts: [
      line(left + 10, y, left + columnWidth - 10, y, 'grid'),
      ...pill(left + 10, y + 10, 76, isOff ? 'OFF' : roleWord[role], isOff ? 'bad' : roleTone[role]),
      text(left + columnWidth - 12, y + 23, priority, { anchor: 'end', look: 'dim', room: 70 }),
      text(left + 12, y + 48, shortInterfaceName(group.interface[device] ?? ''), { size: 11, room: interfaceRoom }),
      ...(entries ? pill(left + columnWidth - 10 - labelRoom, y + 35, labelRoom, label, entriesTone[entries]) : []),
    ],
  };
}

/** Of the moments that gave the member its role and its entries. */
function memberEvidence(rehearsal: Rehearsal, state: State, index: number, side: Side): Evidence[] {
  return ['role', 'entries'].flatMap((lane) => {
    const moment = state.madeBy.get(`${lane} ${index} ${side}`);
    return moment === undefined ? [] : rehearsal.moments[moment]!.because;
  });
}

function memberWords(
  group: GroupFacts,
  device: string,
  role: Role | 'off',
  entries: State['entries'][number][Side],
): string {
  const roleWords = role === 'unknown' ? 'role unknown' : role;
  const words = `${device} ${group.interface[device] ?? ''}, ${groupWords(group)}: ${roleWords}, priority ${group.priorities[device] ?? 'unknown'}`;
  if (!entries) return words;
  return `${words}, entries ${entries === 'none' ? 'missing' : entries}`;
}

function routerFigure(rehearsal: Rehearsal, state: State, index: number, y: number, names: Names): Figure {
  const group = rehearsal.groups[index]!;
  const masters = sides.filter((side) => state.roles[index]![side] === 'master' && !state.broken.has(`device ${side}`));
  const faults = rehearsal.standing.filter((fault) =>
    sides.some((side) => fault.at.anchor === group.places[names[side]]?.anchor),
  );
  const title = groupWords(group);
  const room = router.right - router.left - 12;
  const heading = group.services.length > 0 ? `${title} · ${serviceWords(group.services)}` : title;
  return {
    id: `router ${index}`,
    at: group.places[names.a],
    because: faults,
    name: routerWords(
      group,
      masters.map((side) => names[side]),
    ),
    parts: [
      wire('a', y, masters),
      wire('b', y, masters),
      box(router.left, y + 5, router.right - router.left, rowHeight - 10, routerLook(masters.length, faults.length), 6),
      text(centre, y + 20, heading, { size: 11, anchor: 'middle', look: 'strong', room }),
      ...shownAddresses(group).map((address, row) =>
        text(centre, y + 34 + row * 13, address, { anchor: 'middle', look: 'dim', room }),
      ),
    ],
  };
}

/** Between the device and the router. */
function wire(side: Side, y: number, masters: readonly Side[]): Part {
  const look = masters.includes(side) ? 'carrying' : 'standby';
  if (side === 'a') return line(column.a.right, y + 30, router.left, y + 30, look);
  return line(router.right, y + 30, column.b.left, y + 30, look);
}

function routerLook(masters: number, faults: number): string {
  if (masters !== 1) return 'router bad';
  return faults > 0 ? 'router warn' : 'router';
}

function routerWords(group: GroupFacts, masters: readonly string[]): string {
  const { virtualAddresses, services } = group;
  const addresses =
    virtualAddresses.length === 0 ? 'no virtual address' : `virtual address ${virtualAddresses.join(', ')}`;
  const serves = services.length > 0 ? `, serves ${serviceWords(services)}` : '';
  return `${groupWords(group)}, ${addresses}${serves}, ${masterWords(masters)}`;
}

function masterWords(masters: readonly string[]): string {
  const [master] = masters;
  if (master === undefined) return 'nobody is master';
  return masters.length > 1 ? 'both are master' : `${master} is master`;
}

function shownAddresses({ virtualAddresses }: GroupFacts): readonly string[] {
  const [first] = virtualAddresses;
  if (first === undefined || virtualAddresses.length <= 2) return virtualAddresses;
  return [first, `and ${virtualAddresses.length - 1} more`];
}

/** In place of the virtual routers for which there is no room. */
export function moreGroups(plan: Plan): Figure[] {
  const rest = plan.rehearsal.groups.length - plan.shownGroups.length;
  if (rest === 0) return [];
  const y = plan.top + plan.head + plan.shownGroups.length * rowHeight;
  const words = `${rest} more virtual routers`;
  return [
    {
      id: 'groups more',
      name: `${words} are in the table`,
      because: [],
      parts: [text(centre, y + 34, words, { anchor: 'middle', look: 'dim', room: router.right - router.left })],
    },
  ];
}
