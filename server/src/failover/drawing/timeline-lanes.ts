// The lanes of one virtual router: a lane a device for its role, below it what its entries are worth, and one for the users.
import { groupWords, serviceWords } from '../judgement/words';
import type { Evidence, GroupFacts, Moment, Rehearsal, Role, Row } from '../simulation/rehearsal';
import { box, line, text, type Figure } from './drawing';
import { labelWidth, middleOf, type Axis } from './timeline-axis';
import { bar, marker, stretches, stretchText, type Numbered, type Stretch } from './timeline-stretches';
import { entriesLabel, entriesTone, roleTone, usersTone } from './tones';
import { rowAt, usersAfter, usersWords, type Carried, type UsersState } from './users';

/** Figures one below the other, and the pixels that they take. */
export interface Lanes {
  readonly figures: readonly Figure[];
  readonly height: number;
}

/** What every lane is drawn from. */
export interface Timeline {
  readonly rehearsal: Rehearsal;
  /** Index of the first event among the moments. */
  readonly start: number;
  readonly axis: Axis;
}

/** One virtual router with the moments and services that are about it. */
export interface Subject {
  /** Index into `Rehearsal.groups`. */
  readonly index: number;
  readonly group: GroupFacts;
  readonly moments: readonly Numbered[];
  readonly carried: readonly Carried[];
}

const headHeight = 28;
const roleHeight = 25;
const entriesHeight = 18;
const userHeight = 26;

/** The lanes of one virtual router, from `top` on. */
export function groupLanes(timeline: Timeline, subject: Subject, top: number): Lanes {
  const { rehearsal } = timeline;
  const { group, carried } = subject;
  const figures = [headFigure(timeline, subject, top)];
  let y = top + headHeight;
  const add = (lane: readonly Figure[], height: number) => {
    figures.push(...lane);
    y += height;
  };
  for (const device of rehearsal.devices) {
    if (group.roles[device] === undefined) continue;
    add(roleLane(timeline, subject, device, y), roleHeight);
    for (const { services } of carried) add(entriesLane(timeline, subject, device, services, y), entriesHeight);
    y += 4;
  }
  for (const services of carried) add([usersLane(timeline, subject, services, y)], userHeight);
  return { figures, height: y - top + 6 };
}

function headFigure({ axis }: Timeline, { index, group, carried }: Subject, top: number): Figure {
  const services = carried.length > 0 ? serviceWords(group.services) : 'no service bound';
  const title = `${groupWords(group)} · ${services}`;
  return {
    id: `lanes ${index}`,
    name: title,
    because: [],
    parts: [
      line(16, top + 2, axis.right, top + 2, 'grid'),
      text(16, top + 20, title, { size: 12, look: 'strong', room: axis.right - 24 }),
    ],
  };
}

function roleLane(timeline: Timeline, { index, group, moments }: Subject, device: string, y: number): Figure[] {
  const { rehearsal, start, axis } = timeline;
  const shown = moments.filter(({ moment }) => moment.device === device && moment.lane === 'role');
  const roles = stretches<Role>(shown, start, group.roles[device] ?? 'unknown', (moment) => moment.role);
  const happening = shown.filter(({ at }) => at >= start);
  const open = happening.filter(({ moment }) => moment.at[1] > moment.at[0]);
  const lane: Figure = {
    id: `lane ${index} ${device}`,
    name: `${device}, ${groupWords(group)}: ${roles.map((role) => `${role.state} ${stretchText(role)}`).join(', ')}`,
    because: [],
    parts: [
      text(26, y + 16, device, { size: 11, room: labelWidth - 34 }),
      ...open.map(({ moment }) => {
        const [from, to] = [axis.x(moment.at[0]), axis.x(moment.at[1])];
        return box(from + 1, y + 2, to - from - 2, 20, 'between', 3);
      }),
      ...roles.flatMap((role) => {
        const looks = { y: y + 2, height: 20, tone: roleTone[role.state], words: [role.state], size: 11 };
        return bar(axis, role, looks);
      }),
    ],
  };
  const markers = happening.map(({ moment, at }) =>
    marker(rehearsal, at, middleOf(axis, moment.at), y + 12, roleTone[moment.role ?? 'unknown']),
  );
  return [lane, ...markers];
}

function entriesLane(
  timeline: Timeline,
  { index, moments }: Subject,
  device: string,
  services: readonly string[],
  y: number,
): Figure[] {
  const { rehearsal, start, axis } = timeline;
  const shown = moments.filter(
    ({ moment }) =>
      moment.device === device && moment.lane === 'entries' && moment.services?.join() === services.join(),
  );
  const entries = stretches<Moment['entries']>(shown, start, undefined, (moment) => moment.entries).flatMap(
    ({ from, to, state }) => (state === undefined ? [] : [{ from, to, state }]),
  );
  const label = `${serviceWords(services)} entries`;
  const words = entries.map((stretch) => `${stretch.state} ${stretchText(stretch)}`).join(', ');
  const lane: Figure = {
    id: `lane ${index} ${device} ${services.join()}`,
    because: [],
    name: `${device}, ${label}: ${entries.length === 0 ? 'not known' : words}`,
    parts: [
      text(34, y + 11.5, label, { look: 'dim', room: labelWidth - 42 }),
      ...entries.flatMap((stretch) => {
        const looks = { tone: entriesTone[stretch.state], words: [entriesLabel(stretch.state)] };
        return bar(axis, stretch, { ...looks, y, height: 15, size: 11 });
      }),
    ],
  };
  const markers = shown
    .filter(({ at }) => at >= start)
    .map(({ moment, at }) => {
      const tone = moment.entries ? entriesTone[moment.entries] : 'quiet';
      return marker(rehearsal, at, middleOf(axis, moment.at), y + 7.5, tone);
    });
  return [lane, ...markers];
}

const usersLabel: Readonly<Record<UsersState, string>> = {
  served: 'served',
  stale: 'stale',
  incomplete: 'incomplete',
  faulty: 'with a fault',
  doubtful: 'not known',
  unsure: 'unsure',
  cut: 'waiting',
  lost: 'no service',
};

interface UsersStretch extends Stretch<UsersState> {
  /** Names of the devices that serve them. */
  readonly by: string;
  readonly row?: Row;
}

function usersLane(timeline: Timeline, subject: Subject, carried: Carried, y: number): Figure {
  const { axis } = timeline;
  const users = usersStretches(timeline, subject, carried.rows);
  const label = `${serviceWords(carried.services)} users`;
  const because: Evidence[] = [...new Set(users.flatMap(({ row }) => row?.because ?? []))];
  return {
    id: `users ${carried.group} ${carried.services.join()}`,
    because,
    name: `${label}: ${users.map((stretch) => `${usersWords(stretch.state, stretch.by)} ${stretchText(stretch)}`).join(', ')}`,
    parts: [
      text(26, y + 15, label, { size: 11, room: labelWidth - 34 }),
      ...users.flatMap((stretch) => {
        const words = [usersWords(stretch.state, stretch.by), usersLabel[stretch.state]];
        return bar(axis, stretch, { y: y + 3, height: 16, tone: usersTone[stretch.state], words, size: 11 });
      }),
    ],
  };
}

/** Between the ticks of the axis; neighbours of one state are one stretch. */
function usersStretches(timeline: Timeline, subject: Subject, rows: readonly Row[]): UsersStretch[] {
  const { ticks } = timeline.axis;
  const isUnknown = Object.values(subject.group.roles).includes('unknown');
  const list: UsersStretch[] = [];
  const points = [-1, ...ticks.map((tick) => tick.at)];
  for (const [index, from] of points.entries()) {
    const row = from < 0 ? undefined : rowAt(rows, from);
    const masters = mastersAt(timeline, subject, from);
    const atRest = masters === '' && !isUnknown ? 'lost' : 'served';
    const state = row ? usersAfter(row, from) : atRest;
    const by = state === 'lost' || state === 'cut' ? '' : masters;
    const to = points[index + 1] ?? Infinity;
    const last = list.at(-1);
    if (last && last.state === state && last.by === by) list[list.length - 1] = { ...last, to, row: row ?? last.row };
    else list.push({ from, to, state, by, row });
  }
  return list;
}

/** Names of the devices that are master at this second. */
function mastersAt({ rehearsal, start }: Timeline, { group, moments }: Subject, now: number): string {
  const masters = rehearsal.devices.filter((device) => {
    const last = moments.findLast(
      ({ moment, at }) => moment.lane === 'role' && moment.device === device && (at < start || moment.at[1] <= now),
    );
    return (last?.moment.role ?? group.roles[device]) === 'master';
  });
  return masters.join(' and ');
}
