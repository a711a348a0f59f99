// The picture of a pair at each moment of a rehearsal: the network above, the two devices with their virtual routers, the
// channels between them, the access switch and the users below. Pure layout: figures that look alike at two moments are one.
import type { Entries, Rehearsal, Role, Row, Span } from '../simulation/rehearsal';
import {
  box,
  cross,
  fitted,
  line,
  pill,
  pillWidth,
  spanText,
  text,
  textWidth,
  type Drawing,
  type Figure,
  type Part,
  type Tone,
} from './drawing';
import type { FailureEvent } from '../simulation/events';
import type { Interface } from '../../model/device';
import { interfaceKey, mainInterfaceKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { push } from '../../text/collections';
import { sides } from '../simulation/names';
import { stageOf } from '../simulation/stage';
import { groupWords, serviceWords } from '../judgement/words';

/** `figures` are all that are ever shown; a frame names those it shows. */
export interface Picture extends Drawing {
  readonly frames: readonly Frame[];
}

export interface Frame {
  /** `Before anything breaks`, `At 2.5-3.5 s`. */
  readonly title: string;
  readonly at: Span | null;
  /** Indices into `Rehearsal.moments`: what comes true with this frame. */
  readonly moments: readonly number[];
  /** Indices into `figures`. */
  readonly figures: readonly number[];
}

const width = 640;
const column = { a: { left: 16, right: 212 }, b: { left: 428, right: 624 } } as const;
const columnWidth = 196;
const centre = width / 2;
const rowHeight = 60;
const mostGroups = 16;
const mostLinks = 3;
const mostPaths = 3;
const mostUsers = 9;

/** What holds at one moment. */
interface State {
  readonly span: Span | null;
  readonly roles: readonly Readonly<Record<Side, Role>>[];
  readonly entries: readonly Readonly<Record<Side, Entries | 'refilling' | undefined>>[];
  /** Index of the moment that made it so. */
  readonly madeBy: ReadonlyMap<string, number>;
  readonly gone: ReadonlySet<string>;
  readonly users: readonly Users[];
}

interface Users {
  readonly group: number;
  readonly services: readonly string[];
  readonly row?: Row;
  readonly state: UsersState;
  readonly by: readonly string[];
}

/** `faulty`: served from good entries, but not as it should be; `unsure`: nobody takes over, and no file says whether the way out still works. */
export type UsersState = 'served' | 'stale' | 'incomplete' | 'faulty' | 'unsure' | 'cut' | 'lost';

export function picture(pair: Pair, rehearsal: Rehearsal): Picture {
  const plan = planOf(pair, rehearsal);
  const { carried } = plan;
  const known = new Map<string, number[]>();
  const figures: Figure[] = [];
  const frames = framesOf(rehearsal).map(({ span, moments, upTo }): Frame => {
    const state = stateAt(pair, rehearsal, carried, span, upTo);
    const shown = figuresOf(plan, state).map((figure) => {
      const before = known.get(figure.id)?.find((index) => lookAlike(figures[index]!, figure));
      if (before !== undefined) return before;
      const index = figures.push(figure) - 1;
      push(known, figure.id, index);
      return index;
    });
    return {
      title: span === null ? 'Before anything breaks' : `At ${spanText(span)}`,
      at: span,
      moments,
      figures: shown,
    };
  });
  return { title: `${rehearsal.devices[0]} and ${rehearsal.devices[1]}`, width, height: plan.height, figures, frames };
}

/** Of two figures with one id: nobody sees a difference, and both say the same why. */
function lookAlike(one: Figure, two: Figure): boolean {
  return (
    one.name === two.name &&
    one.because.length === two.because.length &&
    one.because.every(({ text: words }, index) => words === two.because[index]!.text) &&
    one.parts.length === two.parts.length &&
    one.parts.every((part, index) => samePart(part, two.parts[index]!))
  );
}

function samePart(one: Part, two: Part): boolean {
  const keys = Object.keys(one) as (keyof Part)[];
  return keys.every((key) => one[key] === two[key]);
}

/** The picture at one of its frames, as a drawing of its own. */
export function atFrame(all: Picture, frame: number): Drawing {
  const shown = all.frames[frame] ?? all.frames[0];
  return {
    title: shown ? `${all.title}. ${shown.title}` : all.title,
    width: all.width,
    height: all.height,
    figures: (shown?.figures ?? []).flatMap((index) => all.figures[index] ?? []),
  };
}

/** The services of one group whose entries travel together, by one profile or board, and what the rehearsal says of their users. */
export interface Carried {
  readonly group: number;
  readonly services: readonly string[];
  readonly rows: readonly Row[];
}

export function carriedOf(rehearsal: Rehearsal): Carried[] {
  const found = new Map<string, { group: number; services: readonly string[]; rows: Row[] }>();
  const note = (group: number, services: readonly string[], row?: Row): void => {
    const key = `${group} ${services.join()}`;
    const known = found.get(key) ?? { group, services, rows: [] };
    found.set(key, known);
    if (row) known.rows.push(row);
  };
  for (const { group, services } of rehearsal.moments)
    if (group !== undefined && services && services.length > 0) note(group, services);
  for (const row of rehearsal.rows) if (row.services.length > 0) note(row.group, row.services, row);
  return [...found.values()].sort((x, y) => x.group - y.group);
}

/** Where the states before the first event end. */
export function firstEvent(rehearsal: Rehearsal): number {
  const index = rehearsal.moments.findIndex((moment) => moment.lane === 'event');
  return index < 0 ? rehearsal.moments.length : index;
}

function framesOf(
  rehearsal: Rehearsal,
): { readonly span: Span | null; readonly moments: readonly number[]; readonly upTo: number }[] {
  const start = firstEvent(rehearsal);
  const frames: { span: Span | null; moments: number[]; upTo: number }[] = [
    { span: null, moments: Array.from({ length: start }, (_, index) => index), upTo: start },
  ];
  rehearsal.moments.slice(start).forEach((moment, index) => {
    const last = frames[frames.length - 1]!;
    if (last.span && last.span[0] === moment.at[0] && last.span[1] === moment.at[1]) {
      last.moments.push(start + index);
      last.upTo = start + index + 1;
    } else frames.push({ span: moment.at, moments: [start + index], upTo: start + index + 1 });
  });
  return frames;
}

function stateAt(
  pair: Pair,
  rehearsal: Rehearsal,
  carried: readonly Carried[],
  span: Span | null,
  upTo: number,
): State {
  const sideOf = (device: string | undefined): Side | undefined =>
    device === rehearsal.devices[0] ? 'a' : device === rehearsal.devices[1] ? 'b' : undefined;
  const name = { a: rehearsal.devices[0], b: rehearsal.devices[1] };
  const roles = rehearsal.groups.map(
    (group) =>
      ({ a: group.roles[name.a] ?? 'initialize', b: group.roles[name.b] ?? 'initialize' }) as Record<Side, Role>,
  );
  const entries = rehearsal.groups.map(
    () => ({ a: undefined, b: undefined }) as Record<Side, Entries | 'refilling' | undefined>,
  );
  const madeBy = new Map<string, number>();
  const worth = new Map<string, Map<string, Entries | 'refilling'>>();
  rehearsal.moments.slice(0, upTo).forEach((moment, index) => {
    const side = sideOf(moment.device);
    if (moment.group === undefined || side === undefined) return;
    if (moment.role) roles[moment.group]![side] = moment.role;
    if (moment.entries) {
      const own = worth.get(`${moment.group} ${side}`) ?? new Map<string, Entries | 'refilling'>();
      worth.set(`${moment.group} ${side}`, own.set(moment.services?.join() ?? '', moment.entries));
      // Several services: the picture shows the worst, the timeline each.
      entries[moment.group]![side] = worstFirst.find((one) => [...own.values()].includes(one));
    }
    madeBy.set(`${moment.lane} ${moment.group} ${side}`, index);
  });
  const now = span === null ? -1 : span[1];
  const past = span === null ? [] : rehearsal.events.filter((event) => event.at <= now);
  const gone = goneAfter(pair, past, sideOf);
  const users = carried.map(({ group: index, services, rows }): Users => {
    const by = sides
      .filter((side) => roles[index]![side] === 'master' && !gone.has(`device ${side}`))
      .map((side) => name[side]);
    const row = span === null ? undefined : rowAt(rows, now);
    const state = row ? usersAfter(row, now) : by.length > 0 || roles[index]!.a === 'unknown' ? 'served' : 'lost';
    return { group: index, services, row, state, by };
  });
  return { span, roles, entries, madeBy, gone, users };
}

/** The row that speaks of this second: users notice a return only when the role moves back. */
export function rowAt(rows: readonly Row[], now: number): Row | undefined {
  const begin = (row: Row): number =>
    row.at + (row.event.endsWith('-up') && row.takeover ? row.takeover.afterSeconds[1] : 0);
  return [...rows]
    .sort((x, y) => begin(x) - begin(y))
    .filter((row) => begin(row) <= now)
    .at(-1);
}

export function usersAfter(row: Row, now: number): UsersState {
  if (row.outcome === 'no-switchover') return 'unsure';
  if (row.outcome === 'loses-users') return 'lost';
  if (row.hitSeconds && now < row.at + row.hitSeconds[1]) return 'cut';
  if (row.outcome === 'survives') return 'served';
  return row.entries === 'fresh' || row.entries === 'none' ? 'faulty' : row.entries;
}

/** What is broken after these events: `device a`, `link a gigabitethernet0/1/2`, `path 0`, `board a 1`, `lan`. */
function goneAfter(
  pair: Pair,
  events: readonly FailureEvent[],
  sideOf: (device: string | undefined) => Side | undefined,
): Set<string> {
  const { access, uplinks, channels } = stageOf(pair);
  const gone = new Set<string>();
  for (const event of events) {
    const side = sideOf(event.device);
    const keys = ((): string[] => {
      if (event.kind === 'lan') return ['lan'];
      if (event.kind === 'device') return side ? [`device ${side}`] : [];
      if (event.kind === 'board')
        return side
          ? pair.locations
              .filter((one) => event.part === undefined || String(one[side].id) === event.part)
              .map((one) => `board ${side} ${one[side].id}`)
          : [];
      if (side === undefined) return ['paths'];
      const all = (event.kind === 'access' ? access : event.kind === 'uplink' ? uplinks : channels)[side];
      const part = event.part === undefined ? undefined : interfaceKey(event.part);
      const links = part === undefined ? all : [part];
      return [...links.map((key) => `link ${side} ${key}`), ...(event.kind === 'rbs' ? ['paths'] : [])];
    })();
    for (const key of keys)
      if (event.change === 'up') gone.delete(key);
      else gone.add(key);
  }
  return gone;
}

// What stands where. The plan is the same at every moment; only looks change.

interface Link {
  readonly id: string;
  readonly side: Side;
  readonly key: string;
  readonly label: string;
  readonly full: string;
  readonly x: number;
  readonly at?: Place;
}

interface Path {
  readonly label: string;
  readonly full: string;
  readonly y: number;
  readonly at?: Place;
  readonly keys: Readonly<Record<Side, readonly string[]>>;
  readonly boards: boolean;
}

interface Plan {
  readonly pair: Pair;
  readonly rehearsal: Rehearsal;
  readonly carried: readonly Carried[];
  readonly uplinks: readonly Link[];
  readonly access: readonly Link[];
  readonly paths: readonly Path[];
  readonly morePaths: number;
  readonly shownGroups: readonly number[];
  readonly top: number;
  readonly head: number;
  readonly bottom: number;
  readonly switchY: number;
  readonly usersY: number;
  readonly height: number;
}

const coreY = 12;
const coreHeight = 30;
const linkHeight = 50;

function planOf(pair: Pair, rehearsal: Rehearsal): Plan {
  const count = rehearsal.groups.length;
  // What the events touch is shown first; the rest only while there is room.
  const touched = new Set(rehearsal.moments.slice(firstEvent(rehearsal)).flatMap((moment) => moment.group ?? []));
  const order = rehearsal.groups
    .map((_, index) => index)
    .sort((x, y) => Number(touched.has(y)) - Number(touched.has(x)) || x - y);
  const shownGroups = order.slice(0, count > mostGroups ? mostGroups - 1 : mostGroups);
  const allPaths = pathsOf(pair);
  const shownPaths = allPaths.slice(0, mostPaths);
  const top = coreY + coreHeight + linkHeight;
  const head = Math.max(46, shownPaths.length * 26 + (allPaths.length > mostPaths ? 20 : 0) + 14);
  const rows = shownGroups.length + (count > shownGroups.length ? 1 : 0);
  const bottom = top + head + rows * rowHeight + 6;
  const switchY = bottom + linkHeight;
  const usersY = switchY + 30 + 26;
  const carried = carriedOf(rehearsal);
  const { uplinks, access } = stageOf(pair);
  const userRows = Math.max(1, Math.ceil(Math.min(carried.length, mostUsers) / 3));
  return {
    pair,
    rehearsal,
    carried,
    uplinks: sides.flatMap((side) => linksOf(pair, side, uplinks[side], 'uplink')),
    access: sides.flatMap((side) => linksOf(pair, side, access[side], 'access')),
    paths: shownPaths.map((path, index) => ({ ...path, y: top + 22 + index * 26 })),
    morePaths: allPaths.length - shownPaths.length,
    shownGroups,
    top,
    head,
    bottom,
    switchY,
    usersY,
    height: usersY + userRows * 34 + 12,
  };
}

function linksOf(pair: Pair, side: Side, keys: readonly string[], kind: string): Link[] {
  const shown = keys.slice(0, keys.length > mostLinks ? mostLinks - 1 : mostLinks);
  const places = shown.length + (keys.length > shown.length ? 1 : 0);
  const x = (index: number): number => column[side].left + (columnWidth * (index + 0.5)) / places;
  const room = columnWidth / places - 16;
  const device = pair[side];
  const links = shown.map((key, index): Link => {
    const found: Interface | undefined = device.interfaces.get(key);
    const name =
      found?.name ?? [...device.interfaces.values()].find((one) => one.mainKey === key)?.name.split('.')[0] ?? key;
    const at = found?.at ?? [...device.interfaces.values()].find((one) => one.mainKey === key)?.at;
    return {
      id: `${kind} ${side} ${key}`,
      side,
      key,
      label: fitted(shortName(name), room, 10),
      full: name,
      x: x(index),
      at,
    };
  });
  const rest = keys.length - shown.length;
  return rest === 0
    ? links
    : [
        ...links,
        {
          id: `${kind} ${side} more`,
          side,
          key: '',
          label: `${rest} more`,
          full: `${rest} more interfaces`,
          x: x(shown.length),
        },
      ];
}

function pathsOf(pair: Pair): Omit<Path, 'y'>[] {
  const channels = pair.channels.map((channel) => {
    const names =
      channel.a.rbs.name === channel.b.rbs.name ? channel.a.rbs.name : `${channel.a.rbs.name} / ${channel.b.rbs.name}`;
    const keysOf = (side: Side) =>
      (pair[side].addresses.get(channel[side].channel.source.value.key) ?? []).map((one) => one.interface.mainKey);
    return {
      label: `RBS ${names}`,
      full: `RBS channel ${names}, port ${channel.a.channel.port.value}${channel.a.channel.port.value === channel.b.channel.port.value ? '' : ` and ${channel.b.channel.port.value}`}`,
      at: channel.a.channel.line,
      keys: { a: keysOf('a'), b: keysOf('b') },
      boards: false,
    };
  });
  const boards = pair.locations
    .filter((location) => location.a.remote && location.b.remote)
    .map((location) => ({
      label: `service-location ${location.a.id}`,
      full: `Backup between the service boards of service-location ${location.a.id}`,
      at: location.a.at,
      keys: {
        a: [mainInterfaceKey(location.a.remote!.interfaceKey)],
        b: [mainInterfaceKey(location.b.remote!.interfaceKey)],
      },
      boards: true,
    }));
  return [...channels, ...boards];
}

function figuresOf(plan: Plan, state: State): Figure[] {
  const { pair, rehearsal } = plan;
  const name = { a: rehearsal.devices[0], b: rehearsal.devices[1] };
  const down = (side: Side): boolean => state.gone.has(`device ${side}`);
  const broken = (link: Link): boolean => state.gone.has(`link ${link.side} ${link.key}`);
  const carrying = carryingOf(plan, state, broken);
  return [
    {
      id: 'network',
      name: 'The network that the uplinks lead to',
      because: [],
      parts: [
        box(column.a.left, coreY, column.b.right - column.a.left, coreHeight, 'bar', 6),
        text(centre, coreY + 19, 'Network', { size: 12, anchor: 'middle', look: 'strong' }),
      ],
    },
    ...sides.flatMap((side) =>
      plan.uplinks.some((link) => link.side === side) ? [] : [unknownUplink(side, plan.top, name[side])],
    ),
    ...plan.uplinks.map((link) =>
      linkFigure(
        link,
        coreY + coreHeight,
        plan.top,
        'Uplink',
        broken(link),
        down(link.side),
        carrying.has(link.id),
        name[link.side],
      ),
    ),
    ...sides.map((side) => deviceFigure(plan, side, down(side), name[side])),
    ...plan.paths.map((path, index) => pathFigure(path, index, plan, state)),
    ...(plan.morePaths > 0
      ? [
          {
            id: 'paths more',
            name: `${plan.morePaths} more channels`,
            because: [],
            parts: [
              text(centre, plan.top + plan.head - 8, `${plan.morePaths} more`, {
                anchor: 'middle',
                size: 10,
                look: 'dim',
              }),
            ],
          },
        ]
      : []),
    ...plan.shownGroups.flatMap((index, row) =>
      groupFigures(plan, state, index, plan.top + plan.head + row * rowHeight, name),
    ),
    ...moreGroups(plan),
    ...plan.access.map((link) =>
      linkFigure(
        link,
        plan.bottom,
        plan.switchY,
        'Access link',
        broken(link),
        down(link.side),
        carrying.has(link.id),
        name[link.side],
      ),
    ),
    switchFigure(plan, state.gone.has('lan'), carrying),
    ...userFigures(plan, state),
  ].map((figure) =>
    figure.at === undefined && figure.id.startsWith('device')
      ? { ...figure, at: (figure.id.endsWith('a') ? pair.a : pair.b).sysname?.at }
      : figure,
  );
}

/** The links that users' traffic takes now: in over the access link of a master, out over an uplink that is up. */
function carryingOf(plan: Plan, state: State, broken: (link: Link) => boolean): Set<string> {
  const ids = new Set<string>();
  for (const { group, by, state: users } of state.users) {
    if (users === 'cut' || users === 'lost' || users === 'unsure') continue;
    for (const side of sides) {
      const facts = plan.rehearsal.groups[group]!;
      const device = plan.rehearsal.devices[side === 'a' ? 0 : 1];
      if (!by.includes(device)) continue;
      const key = mainInterfaceKey(interfaceKey(facts.interface[device] ?? ''));
      for (const link of plan.access) if (link.side === side && link.key === key && !broken(link)) ids.add(link.id);
      const out = plan.uplinks.find((link) => link.side === side && link.key !== '' && !broken(link));
      if (out) ids.add(out.id);
    }
  }
  return ids;
}

function linkFigure(
  link: Link,
  from: number,
  to: number,
  kind: string,
  broken: boolean,
  off: boolean,
  carries: boolean,
  device: string,
): Figure {
  const middle = (from + to) / 2;
  const look = broken || off ? 'down' : carries ? 'carrying' : 'link';
  const half = textWidth(link.label, 10) / 2 + 4;
  const state = broken ? 'down' : off ? 'dark, its device is down' : carries ? 'up, users go this way' : 'up';
  return {
    id: link.id,
    name: `${kind} ${device} ${link.full}: ${state}`,
    at: link.at,
    because: [],
    parts: [
      line(link.x, from, link.x, to, look),
      box(link.x - half, middle - 8, half * 2, 16, 'label', 3),
      text(link.x, middle + 3.5, link.label, { size: 10, anchor: 'middle' }),
      ...(broken ? cross(link.x, to - 11, 5) : []),
    ],
  };
}

function unknownUplink(side: Side, top: number, device: string): Figure {
  const x = column[side].left + columnWidth / 2;
  const words = 'not in the file';
  const half = textWidth(words, 10) / 2 + 4;
  const y = (coreY + coreHeight + top) / 2;
  return {
    id: `uplink ${side}`,
    name: `No uplink of ${device} is in its file`,
    because: [],
    parts: [
      line(x, coreY + coreHeight, x, top, 'standby'),
      box(x - half, y - 8, half * 2, 16, 'label', 3),
      text(x, y + 3.5, words, { size: 10, anchor: 'middle', look: 'dim' }),
    ],
  };
}

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
  };
}

function pathFigure(path: Path, index: number, plan: Plan, state: State): Figure {
  const cut =
    sides.some(
      (side) =>
        state.gone.has(`device ${side}`) || path.keys[side].some((key) => state.gone.has(`link ${side} ${key}`)),
    ) ||
    (state.gone.has('paths') && !path.boards);
  const standing = plan.rehearsal.standing.filter(
    (one) => one.at === path.at || (one.file === path.at?.anchor.file && one.rule?.startsWith('rbs')),
  );
  const words = fitted(path.label, column.b.left - column.a.right - 74, 10);
  const room = pillWidth(words);
  const tone: Tone = cut ? 'bad' : standing.length > 0 ? 'warn' : 'main';
  return {
    id: `path ${index}`,
    name: `${path.full}: ${cut ? 'down' : standing.length > 0 ? standing[0]!.text : 'both ends can reach each other'}`,
    at: path.at,
    because: standing,
    parts: [
      line(column.a.right, path.y, column.b.left, path.y, cut ? 'channel down' : 'channel'),
      ...pill(centre - room / 2, path.y - 9, room, words, tone),
      ...(cut ? [...cross(column.a.right + 14, path.y, 5)] : []),
    ],
  };
}

const worstFirst = ['none', 'stale', 'incomplete', 'refilling', 'fresh'] as const;

const roleWord: Readonly<Record<Role, string>> = {
  master: 'MASTER',
  backup: 'BACKUP',
  initialize: 'INITIALIZE',
  unknown: 'UNKNOWN',
};
const roleTone: Readonly<Record<Role, Tone>> = { master: 'main', backup: 'quiet', initialize: 'bad', unknown: 'warn' };
const entriesTone: Readonly<Record<Entries | 'refilling', Tone>> = {
  fresh: 'good',
  stale: 'warn',
  refilling: 'warn',
  incomplete: 'warn',
  none: 'bad',
};

function groupFigures(
  plan: Plan,
  state: State,
  index: number,
  y: number,
  name: Readonly<Record<Side, string>>,
): Figure[] {
  const { rehearsal } = plan;
  const group = rehearsal.groups[index]!;
  const title = groupWords(group);
  const cells = sides.map((side): Figure => {
    const device = name[side];
    if (group.places[device] === undefined)
      return {
        id: `group ${index} ${side}`,
        name: `${device} has no ${title}`,
        because: [],
        parts: [text(column[side].left + columnWidth / 2, y + 34, 'no such group', { anchor: 'middle', look: 'dim' })],
      };
    const { left } = column[side];
    const gone = state.gone.has(`device ${side}`);
    const role = state.roles[index]![side];
    const entries = state.entries[index]![side];
    const word = gone ? 'OFF' : roleWord[role];
    const made = (lane: string) => state.madeBy.get(`${lane} ${index} ${side}`);
    const reasons = [made('role'), made('entries')].flatMap((moment) =>
      moment === undefined ? [] : rehearsal.moments[moment]!.because,
    );
    const entriesWord = entries && !gone ? (entries === 'none' ? 'no entries' : entries) : '';
    const entriesRoom = entriesWord === '' ? 0 : pillWidth(entriesWord, 9.5);
    return {
      id: `group ${index} ${side}`,
      at: group.places[device],
      because: reasons,
      name: `${device} ${group.interface[device] ?? ''}, ${title}: ${gone ? 'off' : role === 'unknown' ? 'role unknown' : role}, priority ${group.priorities[device] ?? 'unknown'}${entriesWord === '' ? '' : `, entries ${entries === 'none' ? 'missing' : entries}`}`,
      parts: [
        line(left + 10, y, left + columnWidth - 10, y, 'grid'),
        ...pill(left + 10, y + 10, 90, word, gone ? 'bad' : roleTone[role]),
        text(left + columnWidth - 12, y + 23, `priority ${group.priorities[device] ?? '?'}`, {
          size: 10.5,
          anchor: 'end',
          look: 'dim',
          room: 80,
        }),
        text(left + 12, y + 48, shortName(group.interface[device] ?? ''), {
          size: 11,
          room: columnWidth - 34 - entriesRoom,
        }),
        ...(entriesWord === ''
          ? []
          : pill(left + columnWidth - 10 - entriesRoom, y + 35, entriesRoom, entriesWord, entriesTone[entries!], 9.5)),
      ],
    };
  });
  const left = column.a.right + 22;
  const right = column.b.left - 22;
  const addresses =
    group.virtualAddresses.length > 2
      ? [group.virtualAddresses[0]!, `and ${group.virtualAddresses.length - 1} more`]
      : group.virtualAddresses;
  const master = sides.filter((side) => state.roles[index]![side] === 'master' && !state.gone.has(`device ${side}`));
  const wire = (side: Side): Part =>
    line(
      side === 'a' ? column.a.right : right,
      y + 30,
      side === 'a' ? left : column.b.left,
      y + 30,
      master.includes(side) ? 'carrying' : 'standby',
    );
  const standing = rehearsal.standing.filter((one) =>
    sides.some((side) => one.at.anchor === group.places[name[side]]?.anchor),
  );
  const router: Figure = {
    id: `router ${index}`,
    at: group.places[name.a],
    because: standing,
    name: `${title}, ${group.virtualAddresses.length === 0 ? 'no virtual address' : `virtual address ${group.virtualAddresses.join(', ')}`}${group.services.length > 0 ? `, serves ${serviceWords(group.services)}` : ''}, ${master.length === 0 ? 'nobody is master' : master.length > 1 ? 'both are master' : `${name[master[0]!]} is master`}`,
    parts: [
      wire('a'),
      wire('b'),
      box(
        left,
        y + 5,
        right - left,
        rowHeight - 10,
        master.length === 1 ? (standing.length > 0 ? 'router warn' : 'router') : 'router bad',
        6,
      ),
      text(centre, y + 20, group.services.length > 0 ? `${title} · ${serviceWords(group.services)}` : title, {
        size: 11,
        anchor: 'middle',
        look: 'strong',
        room: right - left - 12,
      }),
      ...addresses.map((address, row) =>
        text(centre, y + 34 + row * 13, address, { size: 10, anchor: 'middle', look: 'dim', room: right - left - 12 }),
      ),
    ],
  };
  return [router, ...cells];
}

function moreGroups(plan: Plan): Figure[] {
  const rest = plan.rehearsal.groups.length - plan.shownGroups.length;
  if (rest === 0) return [];
  const y = plan.top + plan.head + plan.shownGroups.length * rowHeight;
  const words = `${rest} more virtual routers`;
  return [
    {
      id: 'groups more',
      name: `${words} are in the table`,
      because: [],
      parts: [text(centre, y + 34, words, { anchor: 'middle', look: 'dim', room: 170 })],
    },
  ];
}

function switchFigure(plan: Plan, split: boolean, carrying: ReadonlySet<string>): Figure {
  const left = column.a.left;
  const right = column.b.right;
  const y = plan.switchY;
  const ways = split
    ? []
    : plan.access
        .filter((link) => carrying.has(link.id))
        .flatMap((link) => [
          line(link.x, y, link.x, y + 15, 'carrying'),
          line(link.x, y + 15, centre, y + 15, 'carrying'),
          line(centre, y + 15, centre, y + 30, 'carrying'),
        ]);
  return {
    id: 'access switch',
    name: split
      ? 'The access network is parted: the devices do not hear each other over it'
      : 'Access switch between users and devices',
    because: [],
    parts: split
      ? [
          box(left, y, centre - 14 - left, 30, 'bar bad', 6),
          box(centre + 14, y, right - centre - 14, 30, 'bar bad', 6),
          ...cross(centre, y + 15, 8),
          text((left + centre) / 2, y + 19, 'Access, parted', { size: 12, anchor: 'middle', look: 'strong' }),
        ]
      : [
          box(left, y, right - left, 30, 'bar', 6),
          ...ways,
          box(centre - 52, y + 4, 104, 22, 'plate', 3),
          text(centre, y + 19, 'Access switch', { size: 12, anchor: 'middle', look: 'strong' }),
        ],
  };
}

const usersTone: Readonly<Record<Users['state'], Tone>> = {
  served: 'good',
  stale: 'warn',
  incomplete: 'warn',
  faulty: 'warn',
  unsure: 'warn',
  cut: 'bad',
  lost: 'bad',
};

function userFigures(plan: Plan, state: State): Figure[] {
  const shown = state.users.slice(0, state.users.length > mostUsers ? mostUsers - 1 : mostUsers);
  const rest = state.users.length - shown.length;
  const places = shown.length + (rest > 0 ? 1 : 0);
  const columns = Math.min(3, Math.max(1, places));
  const room = 608 / columns;
  const spot = (index: number) => ({
    x: column.a.left + (index % columns) * room + 4,
    y: plan.usersY + Math.floor(index / columns) * 34,
  });
  const lost = state.users.some((users) => users.state === 'cut' || users.state === 'lost' || users.state === 'unsure');
  const served = state.users.some((users) => !['unsure', 'cut', 'lost'].includes(users.state));
  const figures = shown.map((users, index): Figure => {
    const group = plan.rehearsal.groups[users.group]!;
    const { x, y } = spot(index);
    const who = users.by.join(' and ');
    const words = `${serviceWords(users.services)} users: ${usersWords(users.state, who)}`;
    return {
      id: `users ${users.group} ${users.services.join()}`,
      name: `${words} (${groupWords(group)})${users.row ? `. ${users.row.text}` : ''}`,
      because: users.row?.because ?? [],
      at: group.places[plan.rehearsal.devices[0]],
      parts: [
        box(x, y, room - 8, 26, `pill state ${usersTone[users.state]}`, 13),
        text(x + (room - 8) / 2, y + 17, words, { size: 11, anchor: 'middle', look: 'strong', room: room - 28 }),
      ],
    };
  });
  const stem: Figure = {
    id: 'users',
    name:
      state.users.length === 0
        ? 'No users are bound to these groups'
        : lost
          ? 'Some users have no service now'
          : 'All users have service',
    because: [],
    parts: [
      line(centre, plan.switchY + 30, centre, plan.usersY, served ? 'carrying' : lost ? 'down' : 'link'),
      ...(state.users.length === 0
        ? [text(centre, plan.usersY + 16, 'No users are bound to these groups', { anchor: 'middle', look: 'dim' })]
        : []),
    ],
  };
  if (rest > 0) {
    const { x, y } = spot(shown.length);
    figures.push({
      id: 'users more',
      name: `${rest} more groups of users are in the table`,
      because: [],
      parts: [text(x + (room - 8) / 2, y + 17, `${rest} more`, { anchor: 'middle', look: 'dim' })],
    });
  }
  return [stem, ...figures];
}

export function usersWords(state: UsersState, by: string): string {
  switch (state) {
    case 'served':
      return by === '' ? 'served' : `served by ${by}`;
    case 'stale':
      return `served by ${by}, entries stale`;
    case 'incomplete':
      return `served by ${by}, entries may be incomplete`;
    case 'faulty':
      return `served by ${by}, with a fault`;
    case 'unsure':
      return `${by === '' ? 'nobody' : by} stays, no switchover`;
    case 'cut':
      return 'wait for a master';
    case 'lost':
      return 'without service';
  }
}

/** `GE0/1/2` for `GigabitEthernet0/1/2`. */
export function shortName(name: string): string {
  return name.replace(/^(\d*)GigabitEthernet/i, '$1GE').replace(/^GE(?=\d)/, 'GE');
}
