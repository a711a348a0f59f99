// What holds at one moment of a rehearsal, as the picture shows it: roles, entries, what is broken, whose users are served.
import { interfaceKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import type { FailureEvent } from '../simulation/events';
import { bySide, sides } from '../simulation/names';
import type { Entries, Rehearsal, Role, Row, Span } from '../simulation/rehearsal';
import { stageOf } from '../simulation/stage';
import { rowAt, usersAfter, type Carried, type UsersState } from './users';

/** What is up and who is master at one moment. */
export interface State {
  /** Seconds; null before the first event. */
  readonly span: Span | null;
  /** By group. */
  readonly roles: readonly Readonly<Record<Side, Role>>[];
  /** By group. */
  readonly entries: readonly Readonly<Record<Side, Entries | 'refilling' | undefined>>[];
  /** Index of the moment that made it so, by `LANE GROUP SIDE`. */
  readonly madeBy: ReadonlyMap<string, number>;
  /** What is broken: `device a`, `link a gigabitethernet0/1/2`, `paths`, `board a 1`, `lan`. */
  readonly broken: ReadonlySet<string>;
  readonly users: readonly Users[];
}

/** How the users of one virtual router fare at one moment. */
export interface Users {
  readonly group: number;
  readonly services: readonly string[];
  readonly row?: Row;
  readonly state: UsersState;
  /** Names of the devices that serve them. */
  readonly by: readonly string[];
}

const worstFirst = ['none', 'stale', 'incomplete', 'refilling', 'fresh'] as const;

/** The states of one picture, in the order of time: each is asked for once. */
export class PictureStates {
  private readonly groups: GroupStates;
  private readonly broken = new Set<string>();
  /** How many moments and events have come true. */
  private moments = 0;
  private events = 0;

  constructor(
    private readonly pair: Pair,
    private readonly rehearsal: Rehearsal,
    private readonly carried: readonly Carried[],
  ) {
    this.groups = statesAtFirst(rehearsal);
  }

  /** `upTo`: index of the first moment that has not come true yet. What it gives holds until the next is asked for. */
  next(span: Span | null, upTo: number): State {
    const { pair, rehearsal, groups, broken } = this;
    for (; this.moments < upTo; this.moments++) comesTrue(rehearsal, groups, this.moments);
    const now = span === null ? -1 : span[1];
    if (span !== null)
      for (; (rehearsal.events[this.events]?.at ?? Infinity) <= now; this.events++)
        happens(pair, rehearsal, broken, rehearsal.events[this.events]!);
    const { roles, entries, madeBy } = groups;
    const isDown = bySide((side) => broken.has(`device ${side}`));
    const users = this.carried.map(({ group, services, rows }): Users => {
      const masters = sides.filter((side) => roles[group]![side] === 'master' && !isDown[side]);
      const row = span === null ? undefined : rowAt(rows, now);
      const isServed = masters.length > 0 || roles[group]!.a === 'unknown';
      const stateAtRest = isServed ? 'served' : 'lost';
      return {
        group,
        services,
        row,
        state: row ? usersAfter(row, now) : stateAtRest,
        by: masters.map((side) => nameOf(rehearsal, side)),
      };
    });
    return { span, roles, entries, madeBy, broken, users };
  }
}

/** The name of the device on that side. */
export function nameOf(rehearsal: Rehearsal, side: Side): string {
  return rehearsal.devices[side === 'a' ? 0 : 1];
}

function sideNamed(rehearsal: Rehearsal, device: string | undefined): Side | undefined {
  return sides.find((side) => nameOf(rehearsal, side) === device);
}

interface GroupStates {
  readonly roles: Record<Side, Role>[];
  readonly entries: Record<Side, Entries | 'refilling' | undefined>[];
  readonly madeBy: Map<string, number>;
  /** By `GROUP SIDE`, then by services. */
  readonly byServices: Map<string, Map<string, Entries | 'refilling'>>;
}

function statesAtFirst(rehearsal: Rehearsal): GroupStates {
  return {
    roles: rehearsal.groups.map((group) => bySide((side) => group.roles[nameOf(rehearsal, side)] ?? 'initialize')),
    entries: rehearsal.groups.map(() => bySide((): Entries | 'refilling' | undefined => undefined)),
    madeBy: new Map(),
    byServices: new Map(),
  };
}

function comesTrue(rehearsal: Rehearsal, { roles, entries, madeBy, byServices }: GroupStates, index: number): void {
  const moment = rehearsal.moments[index]!;
  const side = sideNamed(rehearsal, moment.device);
  if (moment.group === undefined || side === undefined) return;
  const member = `${moment.group} ${side}`;
  if (moment.role) roles[moment.group]![side] = moment.role;
  if (moment.entries) {
    const known = byServices.get(member) ?? new Map<string, Entries | 'refilling'>();
    byServices.set(member, known.set(moment.services?.join() ?? '', moment.entries));
    // Several services: the picture shows the worst, the timeline each.
    const worths = [...known.values()];
    entries[moment.group]![side] = worstFirst.find((worth) => worths.includes(worth));
  }
  madeBy.set(`${moment.lane} ${member}`, index);
}

function happens(pair: Pair, rehearsal: Rehearsal, broken: Set<string>, event: FailureEvent): void {
  for (const key of touchedBy(pair, event, sideNamed(rehearsal, event.device))) {
    if (event.change === 'up') broken.delete(key);
    else broken.add(key);
  }
}

/** What this event breaks or brings back, in the words of `State.broken`. */
function touchedBy(pair: Pair, event: FailureEvent, side: Side | undefined): string[] {
  if (event.kind === 'lan') return ['lan'];
  if (event.kind === 'priority') return [];
  if (event.kind === 'device') return side ? [`device ${side}`] : [];
  if (event.kind === 'board') return side ? touchedBoards(pair, event, side) : [];
  if (side === undefined) return event.kind === 'peer' ? [] : ['paths'];
  const { access, uplinks, channels, hellos } = stageOf(pair);
  const keysOf = { access, uplink: uplinks, rbs: channels, peer: hellos }[event.kind];
  const keys = event.part === undefined ? keysOf[side] : [interfaceKey(event.part)];
  const links = keys.map((key) => `link ${side} ${key}`);
  return event.kind === 'rbs' ? [...links, 'paths'] : links;
}

function touchedBoards(pair: Pair, event: FailureEvent, side: Side): string[] {
  const ids = pair.locations.map((location) => location[side].id);
  const touched = ids.filter((id) => event.part === undefined || String(id) === event.part);
  return touched.map((id) => `board ${side} ${id}`);
}
