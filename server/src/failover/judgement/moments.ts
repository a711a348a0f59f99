// The timeline: states before the first event, the events, roles and entries that change, in the order of the clock.
import type { Pair, Side } from '../../model/pairing/pair';
import type { FailureEvent } from '../simulation/events';
import { evidence, withoutRepeats } from '../simulation/evidence';
import type { ActorHistory, ChangeIndex, CopyChange, History, RoleChange } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import type { Evidence, Moment } from '../simulation/rehearsal';
import { rounded } from '../simulation/timers';
import { eTrunkRoleEvidence } from './why-e-trunk';
import { whyMaster } from './why-master';
import { eventWords, groupWords, guideStep, sentence, serviceWords } from './words';

type Names = Readonly<Record<Side, string>>;

/** In the order of time: the states at rest, the events, what roles and entries do. */
export function momentsOf(history: History): Moment[] {
  const names = deviceNames(history.stage.pair);
  const atRest = history.actors.flatMap((actor, group) => [
    ...rolesAtRest(history.stage.pair, actor, group, names),
    ...entriesAtRest(actor, group, names),
  ]);
  const events = history.events.map(eventMoment);
  const changes = history.order.map((change) => changeMoment(history, change, names));
  // Stable: an event stands before what it brings about at the same time.
  const happening = [...events, ...changes].sort((x, y) => x.at[1] - y.at[1]);
  return [...atRest, ...happening];
}

function rolesAtRest(pair: Pair, actor: ActorHistory, group: number, names: Names): Moment[] {
  return sides.flatMap((side): Moment[] => {
    if (!actor.actor.ends[side]) return [];
    const role = actor.initial.roles[side];
    return [
      {
        at: [0, 0],
        lane: 'role',
        device: names[side],
        group,
        role,
        text: `${names[side]}: ${inRole(role, groupWords(actor.actor))}`,
        because: [roleEvidence(pair, actor, side, names[side])],
      },
    ];
  });
}

function entriesAtRest(actor: ActorHistory, group: number, names: Names): Moment[] {
  return actor.actor.carriers.flatMap(({ services, faults, lines }, index) =>
    sides.flatMap((side): Moment[] => {
      if (!actor.actor.ends[side]) return [];
      const entries = actor.initial.worth[index]![side];
      return [
        {
          at: [0, 0],
          lane: 'entries',
          device: names[side],
          group,
          services,
          entries,
          text: entriesText(names[side], services, entries),
          because: entries === 'none' ? faults : lines,
        },
      ];
    }),
  );
}

function eventMoment(event: FailureEvent): Moment {
  const at = rounded(event.at);
  return {
    at: [at, at],
    lane: 'event',
    ...(event.device === undefined ? {} : { device: event.device }),
    text: sentence(eventWords(event)),
    because: [],
  };
}

function changeMoment(history: History, { actor: group, kind, index }: ChangeIndex, names: Names): Moment {
  const actor = history.actors[group]!;
  if (kind === 'role') return roleMoment(history, group, actor.roles[index]!, names);
  return copyMoment(actor, group, actor.copies[index]!, names);
}

const changeWords: Readonly<Record<RoleChange['why'], string>> = {
  'interface-down': 'it or its interface is down',
  'comes-up': 'it listens first',
  'master-down': 'the master is silent',
  'master-left': 'the master has left in good order',
  preempt: 'its priority is higher',
  owner: 'it owns the virtual IP',
  'ignore-if-down': 'ignore-if-down',
  'hears-higher': 'it hears a higher priority',
  'partition-heals': 'the two cannot be ranked',
  follows: 'it follows its management group',
  'peer-silent': 'the other device is silent',
  'peer-member-down': 'the Eth-Trunk of the other device is down',
  preferred: 'it has the better priority',
  revert: 'its revert delay is over',
  'hears-preferred': 'the other device has the better priority',
  'forced-master': 'e-trunk mode force-master',
};

/** `master of VRRP group 1`, `VRRP group 1 in Initialize`. */
function inRole(role: RoleChange['role'], group: string): string {
  return role === 'initialize' ? `${group} in Initialize` : `${role} of ${group}`;
}

function roleMoment(history: History, group: number, change: RoleChange, names: Names): Moment {
  const actor = history.actors[group]!;
  const name = names[change.side];
  return {
    at: [rounded(change.span[0]), rounded(change.span[1])],
    lane: 'role',
    device: name,
    group,
    role: change.role,
    range: change.range,
    text: `${name}: ${inRole(change.role, groupWords(actor.actor))}, ${changeWords[change.why]}`,
    because: whyRole(history, actor, change, name),
  };
}

function whyRole(history: History, actor: ActorHistory, change: RoleChange, name: string): Evidence[] {
  const event = history.events[change.cause];
  if (event && change.role === 'master') {
    const reasons = whyMaster({ history, actor, index: change.cause, event }, change);
    if (reasons.length > 0) return withoutRepeats(reasons);
  }
  const { pair } = history.stage;
  return actor.actor.ends[change.side] ? [roleEvidence(pair, actor, change.side, name)] : [];
}

function copyMoment(actor: ActorHistory, group: number, change: CopyChange, names: Names): Moment {
  const { services, faults, lines } = actor.actor.carriers[change.carrier]!;
  const name = names[change.side];
  const at = rounded(change.at);
  const isFilled = change.quality === 'refilling' || change.quality === 'fresh';
  return {
    at: [at, at],
    lane: 'entries',
    device: name,
    group,
    services,
    entries: change.quality,
    text: entriesText(name, services, change.quality),
    because: isFilled || faults.length === 0 ? lines : faults,
  };
}

/** The line that gives the member its role at rest. */
function roleEvidence(pair: Pair, { actor, initial }: ActorHistory, side: Side, name: string): Evidence {
  if (actor.eTrunk) return eTrunkRoleEvidence(pair, actor.eTrunk, side);
  const group = actor.groups[side]!;
  if (group.follows) {
    const text = `${name}: follows group ${group.follows.vrid.value}`;
    return evidence(group.follows.line, text, 'CLI reference, track admin-vrrp');
  }
  const text = `${name}: priority ${initial.effective[side]!.priority}`;
  return evidence(group.priority?.at ?? group.at, text, guideStep(actor, 'priority'));
}

function entriesText(name: string, services: readonly string[], entries: Moment['entries']): string {
  const words = `${serviceWords(services)} entries`;
  switch (entries) {
    case 'fresh':
      return `${name}: ${words} in sync`;
    case 'refilling':
      return `${name}: ${words} are being refilled`;
    case 'none':
      return `${name}: no ${words}`;
    default:
      return `${name}: ${words} ${entries}`;
  }
}
