// When the users of one group and service are without service, over the whole time that is played: somebody must be master and able
// to serve them. An outage is due to the event that began it, and lasts where nothing but a repair ends it.
import { other, type Side } from '../../model/pairing/pair';
import type { ActorHistory, ActorState, RoleChange } from '../simulation/history';
import { sides } from '../simulation/names';
import type { Outage, Role, Span } from '../simulation/rehearsal';
import { rounded } from '../simulation/timers';

/** `unsure`: the master has lost one of its ways out, and whether another leads to the same place is in no file. */
type ServiceState = 'served' | 'unsure' | 'cut';

interface Found {
  readonly state: Exclude<ServiceState, 'served'>;
  readonly from: Span;
  /** Null where nothing ends it. */
  readonly to: Span | null;
  /** Index of the event that began it; -1 before the first. */
  readonly cause: number;
  /** Index of the last event at its beginning, and of the one at its end. */
  readonly window: number;
  readonly until: number;
}

/** Of the users of one carrier: what belongs to each event is asked of it. */
export interface Service {
  /** Seconds at which the events happen. */
  readonly at: readonly number[];
  readonly found: readonly Found[];
  readonly actor: ActorHistory;
}

/** `place` is the index of the carrier. */
export function serviceOf(actor: ActorHistory, place: number, at: readonly number[]): Service {
  const found: Found[] = [];
  const walk = newWalk(actor, place);
  let open: Omit<Found, 'to' | 'until'> | undefined = opened(walk, [0, 0], -1, -1);
  const look = (span: Span, cause: number, window: number): void => {
    const state = stateOf(walk);
    if (open?.state === state) return;
    if (open) found.push({ ...open, to: span, until: window });
    open = opened(walk, span, cause, window);
  };
  let next = 0;
  for (const [index, { after }] of actor.events.entries()) {
    happens(walk, after, actor.events[index]!.before);
    // What changes with the event itself is seen as one.
    for (; isInstant(actor.roles[next], index, at[index]!); next++) changes(walk, actor.roles[next]!);
    look([at[index]!, at[index]!], index, index);
    for (; actor.roles[next]?.window === index; next++) {
      const change = actor.roles[next]!;
      changes(walk, change);
      if (!isOneWith(change, actor.roles[next + 1])) look(change.span, change.cause, index);
    }
  }
  if (open) found.push({ ...open, to: null, until: actor.events.length });
  found.push(...falseMasters(actor));
  return { at, found, actor };
}

/** Two devices change their roles in one. */
function isOneWith({ span, window }: RoleChange, following: RoleChange | undefined): boolean {
  return following?.window === window && following.span[0] === span[0] && following.span[1] === span[1];
}

/** While a false master is one, the network may send to it. */
function falseMasters({ roles }: ActorHistory): Found[] {
  return roles.flatMap((change): Found[] => {
    const stepBack = change.role === 'master' ? stepsBack(roles, change) : undefined;
    if (!stepBack || stepBack.span[1] <= change.span[0]) return [];
    const { cause, window } = change;
    return [{ state: 'unsure', from: change.span, to: stepBack.span, cause, window, until: stepBack.window }];
  });
}

function isInstant(change: RoleChange | undefined, window: number, at: number): boolean {
  return change !== undefined && change.window === window && change.span[1] <= at;
}

/** What is known while the history is walked through. */
interface Walk {
  readonly place: number;
  readonly roles: Record<Side, Role>;
  state: ActorState;
  /** The master that has lost a way out while it was master. */
  doubtful: Side | undefined;
  /** Devices that have restarted: their pools cost the most until their data are back, and when that is no file tells. */
  readonly restarted: Set<Side>;
}

function newWalk({ initial }: ActorHistory, place: number): Walk {
  return { place, roles: { ...initial.roles }, state: initial, doubtful: undefined, restarted: new Set() };
}

function happens(walk: Walk, after: ActorState, before: ActorState): void {
  const { doubtful } = walk;
  if (doubtful && !after.lostUplink[doubtful]) walk.doubtful = undefined;
  for (const side of sides) {
    if (!after.alive[side]) walk.restarted.delete(side);
    else if (!before.alive[side]) walk.restarted.add(side);
  }
  const losing = sides.find((side) => after.lostUplink[side] && !before.lostUplink[side]);
  walk.state = after;
  if (losing && serving(walk).includes(losing)) walk.doubtful = losing;
}

function changes(walk: Walk, { side, role }: RoleChange): void {
  walk.roles[side] = role;
  if (role === 'master') walk.restarted.delete(side);
  if (walk.doubtful && walk.roles[walk.doubtful] !== 'master') walk.doubtful = undefined;
}

function opened(walk: Walk, from: Span, cause: number, window: number): Omit<Found, 'to' | 'until'> | undefined {
  const state = stateOf(walk);
  return state === 'served' ? undefined : { state, from, cause, window };
}

function serving({ roles, state, place }: Walk): Side[] {
  return sides.filter((side) => roles[side] === 'master' && state.canServe[place]![side]);
}

function stateOf(walk: Walk): ServiceState {
  const { roles, state, place, doubtful } = walk;
  if (roles.a === 'unknown' && roles.b === 'unknown') {
    const able = sides.filter((side) => state.canServe[place]![side]);
    if (able.length === 2) return 'served';
    return able.length === 1 ? 'unsure' : 'cut';
  }
  const masters = serving(walk);
  if (masters.length === 0) return 'cut';
  const [master] = masters;
  if (masters.length === 1 && state.wayBack[place]![master!].kind === 'lost')
    return walk.restarted.has(other(master!)) ? 'unsure' : 'cut';
  return masters.every((side) => side === doubtful) ? 'unsure' : 'served';
}

/**
 * What the users of this event suffer: outages that it began, and what is left of one that is under way. An outage under which a later
 * event finds no timer running lasts: nothing in the files ends it.
 */
export function outagesOf(service: Service, index: number): Outage[] {
  const { at, found } = service;
  const now = at[index]!;
  return found.flatMap((outage): Outage[] => {
    const isUnderWay = outage.cause < index && outage.window < index && outage.until >= index;
    if (outage.cause !== index && !(isUnderWay && outage.state === 'cut')) return [];
    const from: Span = isUnderWay ? [now, now] : outage.from;
    const to =
      outage.to && !lasts(service, outage, index) ? ([Math.max(now, outage.to[0]), outage.to[1]] as const) : null;
    if (to && to[1] <= from[0]) return [];
    return [{ from, to, certain: outage.state === 'cut' }];
  });
}

/** An event that came while it lasted found no timer of the protocol running. */
function lasts({ actor }: Service, outage: Found, index: number): boolean {
  const first = Math.max(outage.window, index) + 1;
  return actor.events.slice(first, outage.until + 1).some(({ pending }) => !pending);
}

/** Master beside a living one for as long as that takes to answer: a device that has come up and not heard it in time. */
export function isFalseMaster({ roles }: ActorHistory, change: RoleChange): boolean {
  return change.role === 'master' && stepsBack(roles, change) !== undefined;
}

function stepsBack(roles: readonly RoleChange[], change: RoleChange): RoleChange | undefined {
  const next = roles.slice(roles.indexOf(change) + 1).find(({ side }) => side === change.side);
  return next?.why === 'hears-higher' && next.span[0] === change.span[0] ? next : undefined;
}

/** Seconds without service in all; null where it does not end. */
export function hitOf(outages: readonly Outage[]): Span | null {
  let [least, most] = [0, 0];
  for (const { from, to, certain } of outages) {
    if (!to) return null;
    if (certain) least += Math.max(0, to[0] - from[1]);
    most += Math.max(0, to[1] - from[0]);
  }
  return [rounded(least), rounded(most)];
}
