// The virtual routers of the picture: a row for each, with a cell on either device and the router between them.
import type { Side } from '../../model/pairing/pair';
import { groupWords, serviceWords } from '../judgement/words';
import { sides } from '../simulation/names';
import type { GroupFacts, Rehearsal, Role } from '../simulation/rehearsal';
import { box, line, pill, pillWidth, text, textWidth, type Figure, type Part } from './drawing';
import type { DrawnOnce } from './drawn-once';
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
export function groupFigures(
  plan: Plan,
  state: State,
  once: DrawnOnce,
  index: number,
  y: number,
  names: Names,
): Figure[] {
  const { rehearsal } = plan;
  const group = rehearsal.groups[index]!;
  const cells = sides.map((side) => {
    const id = `group ${index} ${side}`;
    if (group.places[names[side]] === undefined)
      return once.figure(id, [], () => absentMember(id, side, y, names[side], groupWords(group)));
    const looks = memberLooks(state, index, side);
    return once.figure(id, Object.values(looks), () => memberFigure(rehearsal, looks, index, side, y, names[side]));
  });
  const masters = mastersOf(state, index);
  const draw = () => routerFigure(rehearsal, masters, index, y, names);
  return [once.figure(`router ${index}`, [masters.join()], draw), ...cells];
}

/** What a cell shows of its member at one moment. */
interface MemberLooks {
  readonly isOff: boolean;
  readonly role: Role;
  readonly entries: State['entries'][number][Side];
  /** Indices of the moments that gave the member its role and its entries. */
  readonly roleMoment: number | undefined;
  readonly entriesMoment: number | undefined;
}

function memberLooks(state: State, index: number, side: Side): MemberLooks {
  const isOff = state.broken.has(`device ${side}`);
  return {
    isOff,
    role: state.roles[index]![side],
    entries: isOff ? undefined : state.entries[index]![side],
    roleMoment: state.madeBy.get(`role ${index} ${side}`),
    entriesMoment: state.madeBy.get(`entries ${index} ${side}`),
  };
}

function mastersOf(state: State, index: number): Side[] {
  return sides.filter((side) => state.roles[index]![side] === 'master' && !state.broken.has(`device ${side}`));
}

function absentMember(id: string, side: Side, y: number, device: string, title: string): Figure {
  const middle = column[side].left + columnWidth / 2;
  return {
    id,
    name: `${device} has no ${title}`,
    because: [],
    parts: [text(middle, y + 34, 'no such group', { anchor: 'middle', look: 'dim' })],
  };
}

function memberFigure(
  rehearsal: Rehearsal,
  looks: MemberLooks,
  index: number,
  side: Side,
  y: number,
  device: string,
): Figure {
  const group = rehearsal.groups[index]!;
  const { left } = column[side];
  const { isOff, role, entries, roleMoment, entriesMoment } = looks;
  const label = entries ? entriesLabel(entries) : '';
  const labelRoom = entries ? pillWidth(label) : 0;
  const interfaceRoom = columnWidth - 34 - labelRoom;
  const priority = `priority ${group.priorities[device] ?? '?'}`;
  return {
    id: `group ${index} ${side}`,
    at: group.places[device],
    because: [roleMoment, entriesMoment].flatMap((at) => (at === undefined ? [] : rehearsal.moments[at]!.because)),
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

function routerFigure(rehearsal: Rehearsal, masters: readonly Side[], index: number, y: number, names: Names): Figure {
  const group = rehearsal.groups[index]!;
  const faults = rehearsal.standing.filter((fault) =>
    sides.some((side) => fault.at.anchor === group.places[names[side]]?.anchor),
  );
  const title = groupWords(group);
  const room = router.right - router.left - 12;
  const full = group.services.length > 0 ? `${title} · ${serviceWords(group.services)}` : title;
  // The number tells the groups apart: rather no service than half a number.
  const heading = textWidth(full, 11) <= room ? full : title;
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
