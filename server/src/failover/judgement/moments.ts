// The timeline: states before the first event, the events, roles and entries that change, in the order of the clock.
import type { Side } from '../../model/pairing/pair';
import type { Evidence, Moment } from '../simulation/rehearsal';
import { evidence, withoutRepeats } from '../simulation/evidence';
import type { ActorHistory, CopyChange, History, RoleChange } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import { whyMaster } from './rows';
import { rounded } from '../simulation/timers';
import { eventWords, groupWords, guideStep, sentence, serviceWords } from './words';

export function momentsOf(history: History): Moment[] {
  const { pair } = history.stage;
  const names = deviceNames(pair);
  const first: Moment[] = [];
  history.actors.forEach((one, group) => {
    for (const side of sides) {
      const place = one.actor.groups[side];
      if (!place) continue;
      const role = one.initial.roles[side];
      first.push({
        at: [0, 0],
        lane: 'role',
        device: names[side],
        group,
        role,
        text: `${names[side]}: ${role} of ${groupWords(one.actor)}`,
        because: [roleLine(one, side, names[side])],
      });
    }
    one.actor.carriers.forEach((carrier, index) => {
      for (const side of sides) {
        if (!one.actor.groups[side]) continue;
        const entries = one.initial.worth[index]![side];
        first.push({
          at: [0, 0],
          lane: 'entries',
          device: names[side],
          group,
          services: carrier.services,
          entries,
          text: entriesText(names[side], carrier.services, entries),
          because: entries === 'none' ? carrier.faults : carrier.lines,
        });
      }
    });
  });
  const events = history.events.map((event): Moment => ({
    at: [rounded(event.at), rounded(event.at)],
    lane: 'event',
    ...(event.device === undefined ? {} : { device: event.device }),
    text: sentence(eventWords(event)),
    because: [],
  }));
  const changes = history.order.map(({ actor, kind, index }) =>
    kind === 'role'
      ? ofRole(history, actor, history.actors[actor]!.roles[index]!, names)
      : ofCopy(history.actors[actor]!, actor, history.actors[actor]!.copies[index]!, names),
  );
  // Stable: an event stands before what it brings about at the same time.
  const sorted = [...events.map((moment) => ({ moment, first: 0 })), ...changes.map((moment) => ({ moment, first: 1 }))]
    .map((one, index) => ({ ...one, index }))
    .sort((x, y) => x.moment.at[1] - y.moment.at[1] || x.first - y.first || x.index - y.index);
  return [...first, ...sorted.map(({ moment }) => moment)];
}

function ofRole(history: History, group: number, change: RoleChange, names: Readonly<Record<Side, string>>): Moment {
  const one = history.actors[group]!;
  const event = history.events[change.cause];
  const reasons =
    event && change.role === 'master' ? whyMaster({ history, actor: one, index: change.cause, event }, change) : [];
  const name = names[change.side];
  const why: Readonly<Record<RoleChange['why'], string>> = {
    'interface-down': 'it or its interface is down',
    'comes-up': 'it listens first',
    'master-down': 'the master is silent',
    preempt: 'its priority is higher',
    owner: 'it owns the virtual IP',
    'ignore-if-down': 'ignore-if-down',
    'hears-higher': 'it hears a higher priority',
    'partition-heals': 'the two cannot be ranked',
    follows: 'it follows its management group',
  };
  return {
    at: [rounded(change.span[0]), rounded(change.span[1])],
    lane: 'role',
    device: name,
    group,
    role: change.role,
    text: `${name}: ${change.role} of ${groupWords(one.actor)}, ${why[change.why]}`,
    because:
      reasons.length > 0
        ? withoutRepeats(reasons)
        : one.actor.groups[change.side]
          ? [roleLine(one, change.side, name)]
          : [],
  };
}

function ofCopy(one: ActorHistory, group: number, change: CopyChange, names: Readonly<Record<Side, string>>): Moment {
  const carrier = one.actor.carriers[change.carrier]!;
  const name = names[change.side];
  const why =
    change.quality === 'refilling' || change.quality === 'fresh'
      ? [...carrier.lines]
      : [...(carrier.faults.length > 0 ? carrier.faults : carrier.lines)];
  return {
    at: [rounded(change.at), rounded(change.at)],
    lane: 'entries',
    device: name,
    group,
    services: carrier.services,
    entries: change.quality,
    text: entriesText(name, carrier.services, change.quality),
    because: why,
  };
}

function roleLine(one: ActorHistory, side: Side, name: string): Evidence {
  const group = one.actor.groups[side]!;
  if (group.follows)
    return evidence(
      group.follows.line,
      `${name}: follows group ${group.follows.vrid.value}`,
      'CLI reference, track admin-vrrp',
    );
  return evidence(
    group.priority?.at ?? group.at,
    `${name}: priority ${one.initial.effective[side]!.priority}`,
    guideStep(one.actor, 'priority'),
  );
}

function entriesText(name: string, services: readonly string[], entries: Moment['entries']): string {
  const what = `${serviceWords(services)} entries`;
  switch (entries) {
    case 'fresh':
      return `${name}: ${what} in sync`;
    case 'refilling':
      return `${name}: ${what} are being refilled`;
    case 'none':
      return `${name}: no ${what}`;
    default:
      return `${name}: ${what} ${entries}`;
  }
}
