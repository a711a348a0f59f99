// Plays events against the pair: applies each at its time, fires the timers due before it, follows who holds which entries.
// The clock is the later end of every span, so time never runs backwards; the same input gives the same history.
import { other, type Side } from '../../model/pairing/pair';
import type { Entries, Span } from './rehearsal';
import type { Role } from '../../model/vrrp/roles';
import type { Actor } from './actors';
import type { FailureEvent } from './events';
import { sides } from './names';
import { isOneRouter } from '../../model/vrrp/member';
import type { Surroundings } from '../../model/vrrp/tracking';
import { advertisementInterval, understandEachOther } from '../../model/vrrp/timers';
import type { Stage } from './stage';
import { refilled, worth, type Carrier, type Copy } from './sync';
import { effective, type Effective } from './tracking';
import {
  fire,
  nextTimer,
  outside,
  started,
  waitOf,
  type Inputs,
  type Settings,
  type VirtualRouter,
  type Why,
} from './vrrp';
import { boardUp, happen, interfaceUp, isCutOff, isParted, isSilent, newWorld, sideOf, type World } from './world';

export interface RoleChange {
  readonly side: Side;
  readonly role: Role;
  readonly span: Span;
  readonly why: Why | 'follows';
  readonly cause: number;
  /** What its copy of each carrier was worth. */
  readonly worth: readonly Entries[];
}

export interface CopyChange {
  readonly carrier: number;
  readonly side: Side;
  readonly at: number;
  readonly quality: Copy['quality'];
  readonly cause: number;
}

/** How one actor stands at one time. */
export interface State {
  readonly roles: Readonly<Record<Side, Role>>;
  readonly effective: Readonly<Record<Side, Effective | undefined>>;
  readonly alive: Readonly<Record<Side, boolean>>;
  readonly linkUp: Readonly<Record<Side, boolean>>;
  /** By carrier: what the copy is worth; whether the device could serve its users as master. One entry where there is no carrier. */
  readonly worth: readonly Readonly<Record<Side, Entries>>[];
  readonly able: readonly Readonly<Record<Side, boolean>>[];
}

export interface ActorHistory {
  readonly actor: Actor;
  readonly settings: Readonly<Record<Side, Settings | undefined>>;
  readonly masterDown: Readonly<Record<Side, number | undefined>>;
  readonly initial: State;
  /** Before the event, right after it, and before the next one. */
  readonly events: readonly { readonly before: State; readonly after: State; readonly settled: State }[];
  readonly roles: readonly RoleChange[];
  readonly copies: readonly CopyChange[];
}

export interface History {
  readonly stage: Stage;
  readonly events: readonly FailureEvent[];
  readonly actors: readonly ActorHistory[];
  /** Events that fall into a takeover of an earlier one. */
  readonly overlaps: readonly { readonly event: number; readonly actor: number; readonly span: Span }[];
  /** In the order of the clock: index of the actor, and of its role or copy change. */
  readonly order: readonly { readonly actor: number; readonly kind: 'role' | 'copy'; readonly index: number }[];
}

/** How the world stands to one actor: what its states say of it, and what goes into the protocol. */
interface Surrounded extends Pick<State, 'effective' | 'alive' | 'linkUp' | 'able'> {
  readonly inputs: Readonly<Record<Side, Inputs>>;
  /** Nothing keeps the two from hearing each other. */
  readonly connected: boolean;
}

interface Played {
  readonly actor: Actor;
  readonly settings: Readonly<Record<Side, Settings | undefined>>;
  router?: VirtualRouter;
  /** Changes with the world, and with nothing else. */
  surrounded: Surrounded;
  readonly roles: RoleChange[];
  readonly copyChanges: CopyChange[];
  readonly events: { before: State; after: State; settled: State }[];
  /** Roles as last seen; of a follower they are kept here alone. */
  seen: Record<Side, Role>;
  copies: Record<Side, Copy>[];
  /** The last sole master, whose entries are the users there are. */
  reference: (Side | undefined)[];
  split: boolean;
}

const absent: Settings = {
  version: 3,
  interval: 1,
  multiplier: 3,
  delay: 0,
  preempt: true,
  recoverDelay: 0,
  owner: false,
  ignoreIfDown: false,
  watchesPeer: false,
  learns: true,
};

export function history(stage: Stage, given: readonly FailureEvent[]): History {
  const { pair, actors } = stage;
  const events = given
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => sideOf(pair, event) !== 'elsewhere')
    .sort((x, y) => x.event.at - y.event.at || x.index - y.index)
    .map(({ event }) => event);
  const world = newWorld(stage);
  const order: History['order'][number][] = [];
  const overlaps: History['overlaps'][number][] = [];
  const surroundings = both((side): Surroundings => ({
    interfaceUp: (key) => interfaceUp(world, side, key),
    boardUp: (location) => boardUp(world, side, location),
    peerGone: (address) => isSilent(world, other(side), address),
  }));
  /** How the world stands to each actor now. */
  const surround = (): Surrounded[] => {
    const cutOff = both((side) => isCutOff(world, side));
    return actors.map(({ groups, carriers }, index) => {
      const settings = stage.settings[index]!;
      const alive = both((side) => !world.dead.has(side));
      const linkUp = both((side) => groups[side] !== undefined && interfaceUp(world, side, groups[side].interfaceKey));
      const now = both(
        (side) => groups[side] && effective({ device: pair[side], group: groups[side] }, surroundings[side]),
      );
      const able = (location: number | undefined) =>
        both(
          (side) =>
            groups[side] !== undefined &&
            alive[side] &&
            !cutOff[side] &&
            (linkUp[side] || settings[side]!.ignoreIfDown) &&
            (location === undefined || boardUp(world, side, location)),
        );
      return {
        alive,
        linkUp,
        effective: now,
        able: carriers.length > 0 ? carriers.map((carrier) => able(carrier.location)) : [able(undefined)],
        inputs: both((side) => ({
          alive: groups[side] !== undefined && alive[side],
          interfaceUp: linkUp[side] && !now[side]!.linkLost,
          priority: now[side]?.priority ?? 0,
          lifted: now[side]?.lifted ?? false,
        })),
        connected:
          groups.a !== undefined &&
          groups.b !== undefined &&
          isOneRouter(groups.a, groups.b) &&
          understandEachOther({ device: pair.a, group: groups.a }, { device: pair.b, group: groups.b }) &&
          !isParted(world, 'a', groups.a.interfaceKey) &&
          !isParted(world, 'b', groups.b.interfaceKey),
      };
    });
  };
  const atRest = surround();
  const played = actors.map((actor, index): Played => ({
    actor,
    settings: stage.settings[index]!,
    surrounded: atRest[index]!,
    roles: [],
    copyChanges: [],
    events: [],
    seen: { a: 'initialize', b: 'initialize' },
    copies: [],
    reference: actor.carriers.map(() => undefined),
    split: false,
  }));

  /** Followers whose interface goes down where they are not master. */
  const flowing = played.filter(
    ({ actor }) => actor.admin !== undefined && sides.some((side) => actor.groups[side]?.follows?.unflowdown === false),
  );

  const rolesOf = (one: Played): Record<Side, Role> => {
    if (one.router) return { a: one.router.a.role, b: one.router.b.role };
    return both((side) => (one.surrounded.linkUp[side] ? rolesOf(played[one.actor.admin!]!)[side] : 'initialize'));
  };

  for (const [index, one] of played.entries()) {
    const {
      actor,
      settings,
      surrounded: { inputs, connected },
    } = one;
    if (actor.admin !== undefined) continue;
    one.router = started(settings.a ?? absent, settings.b ?? absent, inputs, connected, (change) => {
      order.push({ actor: index, kind: 'role', index: one.roles.length });
      one.roles.push({
        ...change,
        worth: actor.carriers.map((carrier, at) =>
          worth(one.copies[at]![change.side], carrier, Math.max(change.span[0], one.copies[at]![change.side].since)),
        ),
      });
    });
  }
  // Only now: entries of one may pass over an interface that goes down with the role of another.
  for (const one of played) {
    const { actor } = one;
    one.seen = rolesOf(one);
    one.split = one.seen.a === 'master' && one.seen.b === 'master';
    one.copies = actor.carriers.map((carrier) => {
      const master = sides.find((side) => one.seen[side] === 'master');
      const flows = pathUp(world, flowing, carrier, rolesOf) && carrier.faults.length === 0;
      const copy = (side: Side): Copy => ({
        quality:
          one.seen[side] === 'master' || (flows && (master !== undefined || one.seen[side] === 'unknown'))
            ? 'fresh'
            : 'none',
        since: 0,
      });
      return { a: copy('a'), b: copy('b') };
    });
    if (!one.split) one.reference = actor.carriers.map(() => sides.find((side) => one.seen[side] === 'master'));
  }

  const stateOf = (one: Played, at: number): State => {
    const { effective, linkUp, alive, able } = one.surrounded;
    const { carriers } = one.actor;
    return {
      roles: rolesOf(one),
      effective,
      linkUp,
      alive,
      able,
      worth:
        carriers.length > 0
          ? carriers.map((carrier, index) => both((side) => worth(one.copies[index]![side], carrier, at)))
          : [{ a: 'none', b: 'none' }],
    };
  };

  const followers = new Map<number, number[]>();
  for (const [
    index,
    {
      actor: { admin },
    },
  ] of played.entries())
    if (admin !== undefined) followers.set(admin, [...(followers.get(admin) ?? []), index]);
  const everyone = [...played.keys()];
  /** Whom a change of this actor's role concerns: its followers, and everybody where an interface goes down with it. */
  const concernedBy = (index: number): readonly number[] => {
    const list = [index, ...(followers.get(index) ?? [])];
    return list.some((one) => flowing.includes(played[one]!)) ? everyone : list;
  };

  const settle = (at: number, span: Span, cause: number, concerned: readonly number[]) => {
    for (const index of concerned) {
      const one = played[index]!;
      const now = rolesOf(one);
      if (!one.router) {
        for (const side of sides) {
          if (now[side] === one.seen[side]) continue;
          order.push({ actor: index, kind: 'role', index: one.roles.length });
          one.roles.push({
            side,
            role: now[side],
            span,
            why: 'follows',
            cause,
            worth: one.actor.carriers.map((carrier, place) => worth(one.copies[place]![side], carrier, at)),
          });
        }
      }
      one.seen = now;
      settleCopies(world, flowing, one, now, at, rolesOf, (change) => {
        order.push({ actor: index, kind: 'copy', index: one.copyChanges.length });
        one.copyChanges.push({ ...change, cause });
      });
    }
  };

  /** What ends next in one actor: a refill before a timer where both end at once. */
  const dueIn = (one: Played): Due | undefined => {
    const timer = one.router && nextTimer(one.router);
    const found: Due[] = one.copies.flatMap((copy, carrier) =>
      sides.flatMap((side) =>
        copy[side].quality === 'refilling'
          ? [{ at: refilled(copy[side], one.actor.carriers[carrier]!), side, copy: carrier }]
          : [],
      ),
    );
    if (timer) found.push({ at: timer.span[1], side: timer.side });
    return found.sort((x, y) => x.at - y.at)[0];
  };

  /** Fires what is due until `limit`: timers by the later end of their span, refills by the figure of the service. */
  const advance = (limit: number) => {
    const due = played.map(dueIn);
    // Each timer and each refill ends once; more steps than this mean a cycle that no file should be able to make.
    for (let steps = 0; steps < 1000 * (1 + played.length); steps++) {
      const index = soonest(due);
      const next = index === undefined ? undefined : due[index];
      if (index === undefined || !next || next.at > limit) return;
      const one = played[index]!;
      if (next.copy !== undefined) {
        one.copies[next.copy] = { ...one.copies[next.copy]!, [next.side]: { quality: 'fresh', since: next.at } };
        order.push({ actor: index, kind: 'copy', index: one.copyChanges.length });
        one.copyChanges.push({ carrier: next.copy, side: next.side, at: next.at, quality: 'fresh', cause: -1 });
        due[index] = dueIn(one);
      } else {
        const timer = one.router![next.side].timer!;
        fire(one.router!, next.side);
        const concerned = concernedBy(index);
        settle(next.at, timer.span, timer.cause, concerned);
        for (const touched of concerned) due[touched] = dueIn(played[touched]!);
      }
    }
  };

  const initial = played.map((one) => stateOf(one, 0));
  events.forEach((event, index) => {
    advance(event.at);
    played.forEach((one, actor) => {
      const due = one.router && nextTimer(one.router);
      if (due && due.span[0] < event.at && event.at < due.span[1])
        overlaps.push({ event: index, actor, span: due.span });
      const before = stateOf(one, event.at);
      if (index > 0) one.events[index - 1]!.settled = before;
      one.events.push({ before, after: before, settled: before });
    });
    happen(world, event);
    const side = sideOf(pair, event) as Side | undefined;
    const after = surround();
    played.forEach((one, actor) => {
      const { inputs, connected } = after[actor]!;
      const same =
        connected === one.surrounded.connected &&
        sides.every((each) => alike(inputs[each], one.surrounded.inputs[each]));
      one.surrounded = after[actor]!;
      if (one.router && !same)
        outside(
          one.router,
          event.at,
          { ...inputs, connected, stopped: event.change === 'stop' ? side : undefined },
          index,
        );
    });
    settle(event.at, [event.at, event.at], index, everyone);
    for (const one of played) one.events[index]!.after = stateOf(one, event.at);
  });
  advance(Infinity);
  if (events.length > 0) for (const one of played) one.events[events.length - 1]!.settled = stateOf(one, Infinity);

  return {
    stage,
    events,
    overlaps,
    order,
    actors: played.map((one, index) => ({
      actor: one.actor,
      settings: one.settings,
      initial: initial[index]!,
      events: one.events,
      roles: one.roles,
      copies: one.copyChanges,
      masterDown: masterDownOf(one, initial[index]!),
    })),
  };
}

function both<T>(value: (side: Side) => T): Record<Side, T> {
  return { a: value('a'), b: value('b') };
}

function alike(one: Inputs, two: Inputs): boolean {
  return (
    one.alive === two.alive &&
    one.interfaceUp === two.interfaceUp &&
    one.priority === two.priority &&
    one.lifted === two.lifted
  );
}

interface Due {
  readonly at: number;
  readonly side: Side;
  /** The carrier whose copy is full; absent for a timer. */
  readonly copy?: number;
}

/** A refill before a timer, then in the order of the actors. */
function soonest(due: readonly (Due | undefined)[]): number | undefined {
  let found: number | undefined;
  for (const [index, one] of due.entries()) {
    if (!one) continue;
    const best = found === undefined ? undefined : due[found]!;
    if (!best || one.at < best.at || (one.at === best.at && one.copy !== undefined && best.copy === undefined))
      found = index;
  }
  return found;
}

function masterDownOf(one: Played, initial: State): Record<Side, number | undefined> {
  const wait = (side: Side) => {
    const [settings, group, peer] = [one.settings[side], one.actor.groups[side], one.actor.groups[other(side)]];
    if (!settings || !group) return undefined;
    const learned = settings.learns && peer ? advertisementInterval(peer) / 1000 : settings.interval;
    return waitOf(
      {
        settings,
        inputs: { alive: true, interfaceUp: true, priority: initial.effective[side]!.priority, lifted: false },
      },
      learned,
    );
  };
  return { a: wait('a'), b: wait('b') };
}

/** Entries can pass between the devices: both live, and the interface each end stands on is up. */
function pathUp(
  world: World,
  flowing: readonly Played[],
  carrier: Carrier,
  rolesOf: (one: Played) => Record<Side, Role>,
): boolean {
  if (world.cut.has('path') || world.dead.size > 0) return false;
  return sides.every(
    (side) =>
      !world.cut.has(side) &&
      (carrier.location === undefined || boardUp(world, side, carrier.location)) &&
      (carrier.ends[side].length === 0 ||
        carrier.ends[side].some(
          (key) =>
            interfaceUp(world, side, key) && !isParted(world, side, key) && !flowsDown(flowing, side, key, rolesOf),
        )),
  );
}

/** The interface of a follower goes down where its management group is not master, unless `unflowdown` is written. */
function flowsDown(
  flowing: readonly Played[],
  side: Side,
  key: string,
  rolesOf: (one: Played) => Record<Side, Role>,
): boolean {
  return flowing.some((one) => {
    const group = one.actor.groups[side];
    return (
      one.actor.admin !== undefined &&
      group?.interfaceKey === key &&
      !group.follows!.unflowdown &&
      !['master', 'unknown'].includes(rolesOf(one)[side])
    );
  });
}

function settleCopies(
  world: World,
  flowing: readonly Played[],
  one: Played,
  roles: Readonly<Record<Side, Role>>,
  at: number,
  rolesOf: (one: Played) => Record<Side, Role>,
  changed: (change: Omit<CopyChange, 'cause'>) => void,
): void {
  const leading = sides.filter((side) => roles[side] === 'master');
  const unknown = roles.a === 'unknown' && roles.b === 'unknown';
  const healed = one.split && leading.length === 1 && roles[other(leading[0]!)] === 'backup';
  one.actor.carriers.forEach((carrier, index) => {
    // A master whose board is gone sees nothing new.
    const masters = leading.filter((side) => carrier.location === undefined || boardUp(world, side, carrier.location));
    const flows = carrier.faults.length === 0 && pathUp(world, flowing, carrier, rolesOf);
    const next = { ...one.copies[index]! };
    for (const side of sides) {
      const copy = next[side];
      const stopped = (): Copy => {
        if (copy.quality !== 'refilling') return copy;
        return {
          quality: worth(copy, carrier, at) === 'fresh' ? 'stale' : copy.before === 'stale' ? 'stale' : 'incomplete',
          since: at,
        };
      };
      if (world.dead.has(side) || (carrier.location !== undefined && !boardUp(world, side, carrier.location))) {
        if (copy.quality !== 'none') next[side] = { quality: 'none', since: at };
      } else if (masters.includes(side)) {
        // What the other half of a parted LAN has seen in the meantime is not here.
        next[side] = healed ? { quality: carrier.faults.length === 0 ? 'stale' : 'incomplete', since: at } : stopped();
      } else if (masters.length === 1) {
        // The old master has seen all there was until now.
        if (one.reference[index] === side && copy.quality !== 'none')
          next[side] = { quality: flows ? 'fresh' : 'stale', since: at };
        else if (healed && copy.quality !== 'none')
          next[side] = flows ? { quality: 'refilling', since: at, before: 'stale' } : { quality: 'stale', since: at };
        else if (flows && copy.quality !== 'fresh' && copy.quality !== 'refilling')
          next[side] = { quality: 'refilling', since: at, before: copy.quality };
        else if (!flows && copy.quality === 'fresh') next[side] = { quality: 'stale', since: at };
        else if (!flows) next[side] = stopped();
      } else if (unknown) {
        if (flows && copy.quality !== 'fresh' && copy.quality !== 'refilling')
          next[side] = { quality: 'refilling', since: at, before: copy.quality };
        else if (!flows && copy.quality === 'fresh') next[side] = { quality: 'stale', since: at };
        else if (!flows) next[side] = stopped();
      } else {
        // Without a master nothing new comes up that a copy could lack.
        next[side] = stopped();
      }
      if (next[side].quality !== copy.quality) changed({ carrier: index, side, at, quality: next[side].quality });
    }
    one.copies[index] = next;
    if (masters.length > 0) one.reference[index] = masters.length === 1 ? masters[0] : undefined;
  });
  one.split = leading.length === 2;
}
