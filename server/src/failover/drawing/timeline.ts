// The timeline of a rehearsal: a lane for the events of each device, and for each virtual router with its services a lane a
// device (its role, below it what its entries are worth) and one for the users. Times are ranges: between not-before and
// not-after a lane is open. The axis keeps the order of time, not its scale: 3 seconds and 30 minutes both must be read.
import type { Evidence, Entries, GroupFacts, Moment, Rehearsal, Role, Row, Span } from '../simulation/rehearsal';
import {
  box,
  clockText,
  fitted,
  line,
  secondsText,
  spanText,
  text,
  textWidth,
  type Drawing,
  type Figure,
  type Part,
  type Tone,
} from './drawing';
import { carriedOf, firstEvent, rowAt, usersAfter, usersWords, type Carried, type UsersState } from './picture';
import { push } from '../../text/collections';
import { rounded } from '../simulation/timers';
import { groupWords, serviceWords } from '../judgement/words';

const labelWidth = 150;
const beforeWidth = 74;
const afterWidth = 80;
const least = 58;
const smallest = 640;
const roleHeight = 25;
const entriesHeight = 15;
const userHeight = 26;
const headHeight = 28;
const mostGroups = 12;

interface Axis {
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly { readonly at: number; readonly x: number }[];
  x(at: number): number;
}

interface Numbered {
  readonly moment: Moment;
  /** Index into `Rehearsal.moments`. */
  readonly at: number;
}

/** One stretch of a lane. */
interface Stretch<State> {
  readonly from: number;
  readonly to: number;
  readonly state: State;
}

export function timeline(rehearsal: Rehearsal): Drawing {
  const start = firstEvent(rehearsal);
  const axis = axisOf(rehearsal, start);
  const width = axis.right + 12;
  const figures: Figure[] = [];
  let y = 34;
  y += eventLanes(rehearsal, start, axis, y, figures);
  const happening = new Set([
    ...rehearsal.moments.slice(start).map((moment) => moment.group),
    ...rehearsal.rows.flatMap((row) => (row.outcome === 'survives' ? [] : [row.group])),
  ]);
  const touched = rehearsal.groups.map((_, index) => index).filter((index) => happening.has(index));
  const shown = (touched.length > 0 ? touched : rehearsal.groups.map((_, index) => index)).slice(0, mostGroups);
  const carried = carriedOf(rehearsal);
  const momentsBy = new Map<number | undefined, Numbered[]>();
  rehearsal.moments.forEach((moment, at) => push(momentsBy, moment.group, { moment, at }));
  for (const index of shown)
    y += groupLanes(
      rehearsal,
      start,
      index,
      momentsBy.get(index) ?? [],
      carried.filter((one) => one.group === index),
      axis,
      y,
      figures,
    );
  const rest = rehearsal.groups.length - shown.length;
  if (rest > 0) {
    const words =
      touched.length > shown.length
        ? `${rest} more virtual routers are in the table`
        : `${rest} more virtual ${rest === 1 ? 'router' : 'routers'}: nothing changes`;
    figures.push({ id: 'lanes more', name: words, because: [], parts: [text(16, y + 16, words, { look: 'dim' })] });
    y += 26;
  }
  return {
    title: `Timeline of ${rehearsal.devices[0]} and ${rehearsal.devices[1]}`,
    width,
    height: y + 8,
    figures: [axisFigure(axis, y), ...figures],
  };
}

function axisOf(rehearsal: Rehearsal, start: number): Axis {
  const later = rehearsal.moments.slice(start).flatMap((moment) => moment.at);
  const hits = rehearsal.rows.flatMap((row) =>
    row.hitSeconds && row.outcome !== 'loses-users' && row.outcome !== 'no-switchover'
      ? [row.at + row.hitSeconds[1]]
      : [],
  );
  const all = [...new Set([0, ...later, ...hits].map((at) => Math.round(at * 100) / 100))].sort((x, y) => x - y);
  const left = labelWidth + beforeWidth;
  const gaps = all.slice(1).map((at, index) => 1 + Math.log10(1 + at - all[index]!));
  const sum = gaps.reduce((total, gap) => total + gap, 0);
  const room = Math.max(smallest - 12 - left - afterWidth, gaps.length * least);
  const spare = room - gaps.length * least;
  let x = left;
  const ticks = all.map((at, index) => {
    if (index > 0) x += least + (sum === 0 ? 0 : (spare * gaps[index - 1]!) / sum);
    return { at, x };
  });
  const right = Math.max(x + afterWidth, smallest - 12);
  return {
    left,
    right,
    ticks,
    x(at) {
      const shown = rounded(at);
      const next = ticks.findIndex((tick) => tick.at >= shown);
      if (next < 0) return right;
      const here = ticks[next]!;
      const before = ticks[next - 1];
      return here.at === shown || !before
        ? here.x
        : before.x + ((here.x - before.x) * (shown - before.at)) / (here.at - before.at);
    },
  };
}

function axisFigure(axis: Axis, bottom: number): Figure {
  const parts: Part[] = [text(labelWidth + beforeWidth / 2, 18, 'before', { size: 10, anchor: 'middle', look: 'dim' })];
  for (const { at, x } of axis.ticks)
    parts.push(
      line(x, 24, x, bottom, at === 0 ? 'event' : 'grid'),
      text(x, 18, at < 120 ? secondsText(at) : clockText(at), {
        size: 10,
        anchor: 'middle',
        look: 'dim',
        room: least - 4,
      }),
    );
  return {
    id: 'axis',
    name: `Time from ${secondsText(0)} to ${secondsText(axis.ticks.at(-1)?.at ?? 0)}; distances are not to scale`,
    because: [],
    parts,
  };
}

/** A lane for each device to which something happens, and one for what happens between them. */
function eventLanes(rehearsal: Rehearsal, start: number, axis: Axis, top: number, figures: Figure[]): number {
  let y = top;
  for (const device of [rehearsal.devices[0], rehearsal.devices[1], undefined]) {
    const events = rehearsal.moments.flatMap((moment, index) =>
      index >= start && moment.lane === 'event' && moment.device === device ? [{ moment, index }] : [],
    );
    if (events.length === 0 && device === undefined) continue;
    const title = device ?? 'Between them';
    figures.push({
      id: `events ${title}`,
      name: `Events ${device === undefined ? 'between the devices' : `of ${device}`}: ${events.length === 0 ? 'none' : events.map(({ moment }) => moment.text).join('; ')}`,
      because: [],
      parts: [
        text(16, y + 17, title, { size: 12, look: 'strong', room: labelWidth - 22 }),
        line(16, y, axis.right, y, 'grid'),
      ],
    });
    let depth = 0;
    const taken: number[] = [];
    for (const { moment, index } of events) {
      const x = axis.x(moment.at[0]);
      // What happens close together stands one below the other.
      const row = taken.findIndex((end) => end <= x - 10);
      const at = row < 0 ? taken.length : row;
      const next = events.find((other) => other.index > index && axis.x(other.moment.at[0]) > x);
      const room = (next && !(events.length > 1 && at > 0) ? axis.x(next.moment.at[0]) : axis.right) - x - 16;
      const words = fitted(moment.text, Math.max(room, 60), 10.5);
      taken[at] = x + 16 + textWidth(words, 10.5);
      depth = Math.max(depth, at + 1);
      figures.push(
        marker(rehearsal, index, x, y + 13 + at * 20, 'bad', [text(x + 12, y + 17 + at * 20, words, { size: 10.5 })]),
      );
    }
    y += 6 + Math.max(1, depth) * 20;
  }
  return y - top + 4;
}

const roleTone: Readonly<Record<Role, Tone>> = { master: 'main', backup: 'quiet', initialize: 'bad', unknown: 'warn' };
const roleWords: Readonly<Record<Role, string>> = {
  master: 'master',
  backup: 'backup',
  initialize: 'initialize',
  unknown: 'unknown',
};
const entriesTone: Readonly<Record<Entries | 'refilling', Tone>> = {
  fresh: 'good',
  stale: 'warn',
  refilling: 'warn',
  incomplete: 'warn',
  none: 'bad',
};
const entriesWords = (entries: Entries | 'refilling'): string => (entries === 'none' ? 'no entries' : entries);
const usersTone: Readonly<Record<UsersState, Tone>> = {
  served: 'good',
  stale: 'warn',
  incomplete: 'warn',
  faulty: 'warn',
  unsure: 'warn',
  cut: 'bad',
  lost: 'bad',
};

const usersShort: Readonly<Record<UsersState, string>> = {
  served: 'served',
  stale: 'stale',
  incomplete: 'incomplete',
  faulty: 'with a fault',
  unsure: 'unsure',
  cut: 'waiting',
  lost: 'no service',
};

function groupLanes(
  rehearsal: Rehearsal,
  start: number,
  index: number,
  moments: readonly Numbered[],
  carried: readonly Carried[],
  axis: Axis,
  top: number,
  figures: Figure[],
): number {
  const group = rehearsal.groups[index]!;
  const title = `${groupWords(group)} · ${carried.length > 0 ? serviceWords(group.services) : 'no service bound'}`;
  figures.push({
    id: `lanes ${index}`,
    name: title,
    because: [],
    parts: [
      line(16, top + 2, axis.right, top + 2, 'grid'),
      text(16, top + 20, title, { size: 12, look: 'strong', room: axis.right - 24 }),
    ],
  });
  let y = top + headHeight;
  for (const device of rehearsal.devices) {
    if (group.roles[device] === undefined) continue;
    y += roleLane(rehearsal, start, index, moments, group, device, axis, y, figures);
    for (const { services } of carried)
      y += entriesLane(rehearsal, start, index, moments, device, services, axis, y, figures);
    y += 4;
  }
  for (const one of carried) y += usersLane(rehearsal, start, moments, group, one, axis, y, figures);
  return y - top + 6;
}

function roleLane(
  rehearsal: Rehearsal,
  start: number,
  index: number,
  moments: readonly Numbered[],
  group: GroupFacts,
  device: string,
  axis: Axis,
  y: number,
  figures: Figure[],
): number {
  const mine = moments.filter(({ moment }) => moment.device === device && moment.lane === 'role');
  const roles = stretches<Role>(mine, start, group.roles[device] ?? 'unknown', (moment) => moment.role);
  figures.push({
    id: `lane ${index} ${device}`,
    name: `${device}, ${groupWords(group)}: ${roles.map((one) => `${roleWords[one.state]} ${stretchText(one)}`).join(', ')}`,
    because: [],
    parts: [
      text(26, y + 16, device, { size: 11, room: labelWidth - 34 }),
      ...mine.flatMap(({ moment, at }) =>
        at >= start && moment.at[1] > moment.at[0]
          ? [box(axis.x(moment.at[0]) + 1, y + 2, axis.x(moment.at[1]) - axis.x(moment.at[0]) - 2, 20, 'between', 3)]
          : [],
      ),
      ...roles.flatMap((one) => bar(axis, one, y + 2, 20, roleTone[one.state], [roleWords[one.state]], 11)),
    ],
  });
  for (const { moment, at } of mine)
    if (at >= start)
      figures.push(marker(rehearsal, at, middle(axis, moment), y + 12, roleTone[moment.role ?? 'unknown']));
  return roleHeight;
}

function entriesLane(
  rehearsal: Rehearsal,
  start: number,
  index: number,
  moments: readonly Numbered[],
  device: string,
  services: readonly string[],
  axis: Axis,
  y: number,
  figures: Figure[],
): number {
  const mine = moments.filter(
    ({ moment }) =>
      moment.device === device && moment.lane === 'entries' && moment.services?.join() === services.join(),
  );
  const entries = stretches<Moment['entries']>(mine, start, undefined, (moment) => moment.entries).flatMap(
    ({ from, to, state }) => (state === undefined ? [] : [{ from, to, state }]),
  );
  figures.push({
    id: `lane ${index} ${device} ${services.join()}`,
    because: [],
    name: `${device}, ${serviceWords(services)} entries: ${entries.length === 0 ? 'not known' : entries.map((one) => `${one.state === 'none' ? 'none' : one.state} ${stretchText(one)}`).join(', ')}`,
    parts: [
      text(34, y + 9.5, `${serviceWords(services)} entries`, { size: 9.5, look: 'dim', room: labelWidth - 42 }),
      ...entries.flatMap((one) => bar(axis, one, y, 12, entriesTone[one.state], [entriesWords(one.state)], 9)),
    ],
  });
  for (const { moment, at } of mine)
    if (at >= start)
      figures.push(
        marker(rehearsal, at, middle(axis, moment), y + 6, moment.entries ? entriesTone[moment.entries] : 'quiet'),
      );
  return entriesHeight;
}

function usersLane(
  rehearsal: Rehearsal,
  start: number,
  moments: readonly Numbered[],
  group: GroupFacts,
  { group: index, services, rows }: Carried,
  axis: Axis,
  y: number,
  figures: Figure[],
): number {
  const mine = moments.flatMap(({ moment, at }) => (moment.lane === 'role' ? [{ moment, before: at < start }] : []));
  const masters = (now: number): string =>
    rehearsal.devices
      .filter((device) => {
        const last = mine.findLast(
          ({ moment, before }) => moment.device === device && (before || moment.at[1] <= now),
        )?.moment;
        return (last?.role ?? group.roles[device]) === 'master';
      })
      .join(' and ');
  const list: { from: number; to: number; state: UsersState; by: string; row?: Row }[] = [];
  const points = [-1, ...axis.ticks.map((tick) => tick.at)];
  points.forEach((from, point) => {
    const row = from < 0 ? undefined : rowAt(rows, from);
    const forwards = masters(from);
    const state = row
      ? usersAfter(row, from)
      : forwards === '' && !Object.values(group.roles).includes('unknown')
        ? 'lost'
        : 'served';
    const by = state === 'lost' || state === 'cut' ? '' : forwards;
    const to = points[point + 1] ?? Infinity;
    const last = list.at(-1);
    if (last && last.state === state && last.by === by) list[list.length - 1] = { ...last, to, row: row ?? last.row };
    else list.push({ from, to, state, by, row });
  });
  const because: Evidence[] = list
    .flatMap((one) => one.row?.because ?? [])
    .filter((one, at, all) => all.indexOf(one) === at);
  figures.push({
    id: `users ${index} ${services.join()}`,
    because,
    name: `${serviceWords(services)} users: ${list.map((one) => `${usersWords(one.state, one.by)} ${stretchText(one)}`).join(', ')}`,
    parts: [
      text(26, y + 15, `${serviceWords(services)} users`, { size: 11, room: labelWidth - 34 }),
      ...list.flatMap((one) =>
        bar(axis, one, y + 3, 16, usersTone[one.state], [usersWords(one.state, one.by), usersShort[one.state]], 10),
      ),
    ],
  });
  return userHeight;
}

function middle(axis: Axis, { at }: Moment): number {
  return (axis.x(at[0]) + axis.x(at[1])) / 2;
}

/** States with the open time between not-before and not-after left out. */
function stretches<State>(
  moments: readonly Numbered[],
  start: number,
  before: State,
  of: (moment: Moment) => State | undefined,
): Stretch<State>[] {
  const list: { from: number; to: number; state: State }[] = [{ from: -1, to: Infinity, state: before }];
  for (const { moment, at } of moments) {
    const state = of(moment);
    if (state === undefined) continue;
    const last = list[list.length - 1]!;
    if (at < start) {
      last.state = state;
      continue;
    }
    const from = Math.max(moment.at[1], last.from);
    last.to = Math.max(last.from, moment.at[0]);
    list.push({ from, to: Infinity, state });
  }
  return list.filter((one) => one.to > one.from);
}

function bar(
  axis: Axis,
  { from, to }: { from: number; to: number },
  y: number,
  height: number,
  tone: Tone,
  words: readonly string[],
  size: number,
): Part[] {
  const left = from < 0 ? labelWidth : axis.x(from);
  const right = to === Infinity ? axis.right : axis.x(to);
  const room = right - left - 22;
  const parts: Part[] = [box(left + 1, y, right - left - 2, height, `state ${tone}`, 3)];
  if (room > 14) {
    const shown = words.find((one) => textWidth(one, size) <= room) ?? fitted(words[words.length - 1]!, room, size);
    if (shown.length > 2)
      parts.push(text((left + right) / 2, y + height / 2 + size * 0.36, shown, { size, anchor: 'middle' }));
  }
  return parts;
}

function stretchText({ from, to }: { readonly from: number; readonly to: number }): string {
  if (from < 0) return to === Infinity ? 'all the time' : `until ${secondsText(to)}`;
  return to === Infinity ? `from ${secondsText(from)}` : `from ${secondsText(from)} to ${secondsText(to)}`;
}

/** A point of the timeline that can be asked why. */
function marker(
  rehearsal: Rehearsal,
  index: number,
  x: number,
  y: number,
  tone: Tone,
  more: readonly Part[] = [],
): Figure {
  const moment = rehearsal.moments[index]!;
  const at: Span = moment.at;
  return {
    id: `moment ${index}`,
    name: `${spanText(at)}: ${moment.text}`,
    because: moment.because,
    at: moment.because[0]?.at,
    moment: index,
    parts: [box(x - 6, y - 6, 12, 12, `marker ${tone}`, moment.lane === 'event' ? 2 : 6), ...more],
  };
}
