// From the history to the rows: one for each event and each service of each group. What users notice is judged here, and every
// judgement carries its lines.
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { mainInterfaceKey, interfaceKey } from '../../model/names';
import type { Actor } from '../simulation/actors';
import type { Because, Entries, Outcome, Span, Row } from '../simulation/rehearsal';
import { because, once } from './evidence';
import { eventName, type FailureEvent } from '../simulation/events';
import { outsideSubnet, subnetsDiffer, unansweredVirtualIps } from '../../model/vrrp/addresses';
import { intendedMaster } from '../../model/vrrp/roles';
import {
  advertisementInterval,
  preemptDelay,
  recoverDelay,
  versionsDiffer,
  vrrpVersion,
} from '../../model/vrrp/timers';
import { tracksOf } from '../../model/vrrp/tracking';
import { shutDown } from '../simulation/member';
import { deviceNames, sides } from '../simulation/names';
import type { ActorHistory, History, RoleChange, State } from '../simulation/simulation';
import type { Carrier } from '../simulation/sync';
import { rounded, skew, spelledSpan } from '../simulation/timers';
import { interfaceName } from '../simulation/topology';
import { entriesWords, eventWords, groupWords, guideStep, sentence, serviceWords, standard } from '../simulation/words';
import { sideOf } from '../simulation/world';

export function rowsOf(history: History): Row[] {
  return judgementsOf(history).map(rowOf);
}

/** What becomes of the users of one group and service; a row says it with its reasons. */
export interface Judgement {
  readonly subject: Subject;
  readonly verdict: Verdict;
  /** Who has become master, and when after the event. */
  readonly takeover?: { readonly change: RoleChange; readonly after: Span };
}

export function judgementsOf(history: History): Judgement[] {
  const backedUp = history.actors.some((one) => one.actor.carriers.length > 0);
  return history.events.flatMap((event, index) =>
    history.actors.flatMap((actor, group) => {
      const { carriers } = actor.actor;
      if (carriers.length > 0)
        return carriers.map((carrier, place) => judged({ history, event, index, actor, group, carrier, place }));
      const one = judged({ history, event, index, actor, group, carrier: undefined, place: 0 });
      // Beside services that are backed up, a mere gateway is worth a line only where something happens to it.
      return !backedUp || one.verdict.outcome !== 'survives' || happensTo(actor, index) ? [one] : [];
    }),
  );
}

function happensTo({ roles, events }: ActorHistory, index: number): boolean {
  const { before, settled } = events[index]!;
  return roles.some((one) => one.cause === index) || JSON.stringify(before.able) !== JSON.stringify(settled.able);
}

interface Subject {
  readonly history: History;
  readonly event: FailureEvent;
  readonly index: number;
  readonly actor: ActorHistory;
  readonly group: number;
  readonly carrier: Carrier | undefined;
  /** Index of the carrier. */
  readonly place: number;
}

interface Verdict {
  readonly entries: Entries;
  readonly outcome: Outcome;
  readonly hit: Span | null;
  readonly text: string;
  /** Found when a row is made: most of what a matrix judges is only counted. */
  readonly because: () => readonly Because[];
}

function judged(subject: Subject): Judgement {
  const { event, index, actor } = subject;
  const { before } = actor.events[index]!;
  const change = actor.roles.find(
    (one) => one.cause === index && one.role === 'master' && before.roles[one.side] !== 'master',
  );
  if (!change) return { subject, verdict: stayed(subject) };
  const after: Span = [
    rounded(Math.max(0, change.span[0] - event.at)),
    rounded(Math.max(0, change.span[1] - event.at)),
  ];
  return { subject, verdict: moved(subject, change, after), takeover: { change, after } };
}

function rowOf({ subject, verdict, takeover }: Judgement): Row {
  const { history, event, index, actor, group, carrier } = subject;
  const names = deviceNames(history.stage.pair);
  const { settled } = actor.events[index]!;
  const {
    actor: { vrid, family },
  } = actor;
  const reasons = verdict.because();
  return {
    event: eventName(event),
    device: event.device ?? null,
    ...(event.part === undefined ? {} : { part: event.part }),
    at: event.at,
    group,
    vrid,
    family,
    services: carrier?.services ?? [],
    bound: carrier?.bound ?? [],
    masters: sides.filter((side) => settled.roles[side] === 'master').map((side) => names[side]),
    takeover: takeover ? { to: names[takeover.change.side], afterSeconds: takeover.after } : null,
    entries: verdict.entries,
    outcome: verdict.outcome,
    hitSeconds: verdict.hit,
    text: `${sentence(eventWords(event))}: ${verdict.text}`,
    because: once(reasons.length > 0 ? reasons : whyStays(subject, sides)),
  };
}

/** A device has become master. */
function moved(subject: Subject, change: RoleChange, after: Span): Verdict {
  const { history, actor, index, place, carrier, event } = subject;
  const { pair } = history.stage;
  const names = deviceNames(pair);
  const { before, after: now, settled } = actor.events[index]!;
  const to = change.side;
  const from = other(to);
  const what = groupWords(actor.actor);
  const entries: Entries = carrier ? change.worth[place]! : 'none';
  const reasons = () => [...whyMaster(subject, change), ...whyEntries(subject, entries, to)];
  const stillServed = servedFrom(before, from) && now.able[place]![from] && !isHurt(subject, from);
  const head = `${names[to]} is master of ${what} ${spelledSpan(after)}`;
  const lost = carrierLosses(pair, actor.actor, carrier, to);
  const split = settled.roles.a === 'master' && settled.roles.b === 'master';

  if (!now.able[place]![to] && !settled.able[place]![to])
    return {
      entries,
      outcome: 'loses-users',
      hit: null,
      text: `${head}, and cannot serve its users either`,
      because: () => [...reasons(), ...lost],
    };
  if (lost.length > 0)
    return {
      entries,
      outcome: 'loses-users',
      hit: null,
      text: `${head}${carrier ? `, ${entriesWords(carrier.services, entries)}` : ''}; ${lost[0]!.text}`,
      because: () => [...lost, ...reasons()],
    };
  if (split) {
    const apart = isOwnLink(subject);
    return {
      // Every host keeps a gateway with its entries; whether the network finds the right half is in no file.
      entries,
      outcome: entries === 'none' && carrier ? 'loses-users' : 'survives-stale',
      hit: apart ? [0, 0] : null,
      text: apart
        ? `${names[from]} stays master and ${names[to]} becomes it too ${spelledSpan(after)}; what either then learns the other does not get`
        : `both are master of ${what}: ${names[to]} too ${spelledSpan(after)}; what comes back from the network may reach the wrong half`,
      because: () => [...reasons(), ...splitReasons(subject)],
    };
  }
  if (!carrier)
    return {
      entries,
      outcome: 'survives',
      hit: stillServed ? [0, 0] : after,
      text: `${head}; the gateway moves, no entries are backed up here`,
      because: reasons,
    };
  const early = !stillServed || event.change !== 'up' ? '' : tooEarly(subject, change, entries);
  const outcome: Outcome = entries === 'fresh' ? 'survives' : entries === 'stale' ? 'survives-stale' : 'loses-users';
  return {
    entries,
    outcome,
    hit: outcome === 'loses-users' ? null : stillServed ? [0, 0] : after,
    text: `${head}, ${entriesWords(carrier.services, entries)}${early}`,
    because: reasons,
  };
}

/** No device has become master. */
function stayed(subject: Subject): Verdict {
  const { history, actor, index, place, carrier, event } = subject;
  const names = deviceNames(history.stage.pair);
  const { before, after: now, settled } = actor.events[index]!;
  const what = groupWords(actor.actor);
  const serving = sides.filter(
    (side) => servedFrom(settled, side) && settled.able[place]![side] && !isHurt(subject, side),
  );
  const standby = sides.find((side) => actor.actor.groups[side] && settled.alive[side] && !servedFrom(settled, side));
  const healed =
    isSplit(before) &&
    !isSplit(settled) &&
    serving.length === 1 &&
    actor.actor.groups.a !== undefined &&
    actor.actor.groups.b !== undefined &&
    settled.alive.a &&
    settled.alive.b;
  const watched = healed ? serving[0]! : (standby ?? serving[0]);
  const entries: Entries = !carrier
    ? 'none'
    : settled.roles.a === 'unknown' && settled.roles.b === 'unknown'
      ? worse(settled.worth[place]!)
      : watched === undefined
        ? 'none'
        : settled.worth[place]![watched];
  const reasons = () => whyEntries(subject, entries, watched ?? 'a');

  if (serving.length === 0) {
    const spare = sides.some((side) => now.able[place]![side] && !isHurt(subject, side));
    const stays = sides.find((side) => servedFrom(settled, side));
    const outcome: Outcome = spare ? 'no-switchover' : 'loses-users';
    const text = !spare
      ? `nobody is left to serve ${what}`
      : stays
        ? `nothing switches: ${names[stays]} stays master of ${what} and cannot serve its users${detour(subject, stays)}`
        : `nothing switches: nobody becomes master of ${what}`;
    return { entries, outcome, hit: null, text, because: () => [...whyNothing(subject, stays), ...reasons()] };
  }
  const gone = sides.filter(
    (side) => before.roles[side] === 'master' && before.able[place]![side] && !serving.includes(side),
  );
  if (isSplit(before) && gone.length > 0 && !healed) {
    return {
      entries: isSplit(actor.initial) ? 'none' : entries,
      outcome: 'loses-users',
      hit: null,
      text: `${names[serving[0]!]} was master of its own ${what} all along; the users of ${names[gone[0]!]} are not taken over`,
      because: () => [...splitReasons(subject), ...reasons()],
    };
  }
  const who = `${serving.map((side) => names[side]).join(' and ')}`;
  if (healed) {
    const outcome: Outcome = !carrier
      ? 'survives'
      : entries === 'fresh'
        ? 'survives'
        : entries === 'stale'
          ? 'survives-stale'
          : 'loses-users';
    return {
      entries,
      outcome,
      hit: outcome === 'loses-users' ? null : [0, 0],
      text: `${who} stays master of ${what} alone${carrier ? `, ${entriesWords(carrier.services, entries)}` : ''}`,
      because: carrier ? reasons : () => whyStays(subject, serving),
    };
  }
  if (!carrier)
    return {
      entries,
      outcome: 'survives',
      hit: [0, 0],
      text: `${who} ${serving.length > 1 ? 'stay' : 'stays'} master of ${what}`,
      because: () => whyStays(subject, serving),
    };
  const unsure =
    settled.roles.a === 'unknown'
      ? `one of ${who} is master of ${what}`
      : `${who} ${serving.length > 1 ? 'stay' : 'stays'} master of ${what}`;
  const copy =
    standby === undefined && settled.roles.a !== 'unknown'
      ? serving.length > 1
        ? 'each with its own entries'
        : 'alone'
      : entries === 'fresh'
        ? `${serviceWords(carrier.services)} entries in sync${event.change === 'up' && before.worth[place]![standby ?? 'a'] !== 'fresh' ? ' again once refilled' : ''}`
        : `${standby ? `${names[standby]} has ` : ''}${entries === 'none' ? `no ${serviceWords(carrier.services)} entries` : `${entries} ${serviceWords(carrier.services)} entries`}`;
  return {
    entries,
    outcome: entries === 'stale' ? 'survives-stale' : 'survives',
    hit: [0, 0],
    text: `${unsure}, ${copy}`,
    because: reasons,
  };
}

/** This device is, or may be, the one that forwards. */
function servedFrom(state: State, side: Side): boolean {
  return state.roles[side] === 'master' || state.roles[side] === 'unknown';
}

function isSplit(state: State): boolean {
  return state.roles.a === 'master' && state.roles.b === 'master';
}

/** The event takes a way out from the device: whether another leads to the same place is in no file. */
function isHurt({ history, event }: Subject, side: Side): boolean {
  return event.kind === 'uplink' && event.change === 'down' && sideOf(history.stage.pair, event) === side;
}

/** The group lives on the link between the two devices, not on a LAN of users: what parts there parts no users. */
function isOwnLink({ actor: { actor }, carrier }: Subject): boolean {
  return (
    carrier?.kind === 'board' &&
    sides.every(
      (side) =>
        actor.groups[side] &&
        carrier.ends[side].some((key) => mainInterfaceKey(key) === mainInterfaceKey(actor.groups[side]!.interfaceKey)),
    )
  );
}

function worse(worth: Readonly<Record<Side, Entries>>): Entries {
  const order: readonly Entries[] = ['fresh', 'stale', 'incomplete', 'none'];
  return order[Math.max(order.indexOf(worth.a), order.indexOf(worth.b))]!;
}

/** What cuts users off although the new master has taken over. */
export function carrierLosses(pair: Pair, actor: Actor, carrier: Carrier | undefined, to: Side): Because[] {
  const names = deviceNames(pair);
  const [mine, theirs] = [actor.groups[to], actor.groups[other(to)]];
  const losses: Because[] = [...(carrier?.unready[to] ?? [])];
  if (!mine || !theirs) return losses;
  const outside = new Set(outsideSubnet({ device: pair[other(to)], group: theirs }).map(({ ip }) => ip));
  for (const ip of unansweredVirtualIps(theirs, mine).filter((one) => !outside.has(one))) {
    losses.push(
      because(
        ip.at,
        `${names[to]} does not answer for virtual IP ${ip.address.key.toUpperCase()} of ${names[other(to)]}`,
        '004 step 2.3',
        'vrrp-virtual-ip-mismatch',
      ),
    );
  }
  const { a, b } = actor.groups;
  if (a && b && subnetsDiffer({ device: pair.a, group: a }, { device: pair.b, group: b }))
    losses.push(
      because(
        mine.at,
        `${names[to]} is in another subnet than the users of ${names[other(to)]}`,
        '000 step 1.4',
        'vrrp-subnet-mismatch',
      ),
    );
  return losses;
}

function splitReasons({
  history: {
    stage: { pair },
  },
  actor: { actor, settings },
}: Subject): Because[] {
  const { a, b } = actor.groups;
  if (!a || !b) return [];
  if (a.vrid !== b.vrid)
    return [
      because(
        b.at,
        `VRID ${a.vrid} on ${pair.a.name}, ${b.vrid} on ${pair.b.name}: neither hears the other, both are master`,
        '004 step 2.3',
        'vrrp-vrid-mismatch',
      ),
    ];
  if (versionsDiffer({ device: pair.a, group: a }, { device: pair.b, group: b }))
    return [
      because(
        b.at,
        `VRRPv${vrrpVersion(pair.a, a.family).version} on ${pair.a.name}, VRRPv${vrrpVersion(pair.b, b.family).version} on ${pair.b.name}: both are master`,
        'RFC 9568 7.1',
        'vrrp-version-mismatch',
      ),
    ];
  const ignoring = sides.flatMap((side) =>
    actor.groups[side]!.admin?.ignoreIfDown
      ? [
          because(
            actor.groups[side]!.admin!.line,
            `${pair[side].name}: ignore-if-down keeps the role while the interface is down`,
            '004 step 2.4',
          ),
        ]
      : [],
  );
  return [
    ...ignoring,
    because(a.at, 'without advertisements of the other each device is master', standard(settings.a?.version, '6.4.2')),
  ];
}

/** The arithmetic or the comparison that made this device master. */
export function whyMaster(
  {
    history: {
      stage: { pair },
    },
    actor,
    index,
    event,
  }: Pick<Subject, 'history' | 'actor' | 'index' | 'event'>,
  change: RoleChange,
): Because[] {
  const names = deviceNames(pair);
  const side = change.side;
  const name = names[side];
  const admin = actor.actor.admin === undefined ? undefined : actor.actor.groups[side]?.follows;
  if (admin)
    return [
      because(
        admin.line,
        `${name}: the group copies the role of group ${admin.vrid.value} on ${interfaceName(pair[side], admin.interfaceKey)}`,
        'CLI reference, track admin-vrrp',
      ),
    ];
  const group = actor.actor.groups[side]!;
  const settings = actor.settings[side]!;
  const peer = actor.actor.groups[other(side)];
  const state = actor.events[index]!.after;
  const own = state.effective[side]!;
  const found: Because[] = [];
  const place = group.advertise?.at ?? group.priority?.at ?? group.at;
  const interval = settings.learns && peer ? advertisementInterval(peer) / 1000 : settings.interval;
  const idle = skew(settings.version, own.priority, interval);
  if (change.why === 'master-down' && event.change === 'stop') {
    found.push(
      because(
        place,
        `${name}: skew ${rounded(idle)} s after the last advertisement of priority 0`,
        standard(settings.version, '6.4.2'),
      ),
    );
  } else if (change.why === 'master-down') {
    found.push(
      because(
        place,
        `${name}: master-down interval ${rounded(settings.multiplier * interval + idle)} s = ${settings.multiplier} x ${rounded(interval)} s + skew ${rounded(idle)} s (priority ${own.priority})`,
        standard(settings.version, '6.1'),
      ),
    );
    if (settings.delay > 0 && group.delay && event.change !== 'up') {
      found.push(
        because(
          group.delay.at,
          `${name}: preemption delay ${settings.delay} s; the guide advises 0 on the backup, a takeover from a dead master does not wait for it`,
          guideStep(actor.actor, 'delay'),
          meantMaster(pair, actor) === other(side) ? 'vrrp-preempt-delay-on-backup' : null,
        ),
      );
    }
  } else if (change.why === 'preempt') {
    const theirs = state.effective[other(side)];
    found.push(
      because(
        group.priority?.at ?? group.at,
        `${name}: priority ${own.priority} is above ${theirs?.priority ?? 'that'} of ${names[other(side)]}`,
        standard(settings.version, '6.4.2'),
      ),
    );
    found.push(
      because(
        group.delay?.at ?? group.at,
        settings.delay > 0 ? `${name}: preemption delay ${settings.delay} s` : `${name}: no preemption delay`,
        guideStep(actor.actor, 'delay'),
      ),
    );
  } else if (change.why === 'owner') {
    found.push(
      because(
        group.virtualIps[0]?.at ?? group.at,
        `${name} owns the virtual IP: priority 255, no delay, no tracking`,
        standard(settings.version, '6.4.1'),
        actor.actor.hotBackup ? 'vrrp-address-owner-in-hot-backup' : 'vrrp-address-owner-has-delay-or-track',
      ),
    );
  } else if (change.why === 'ignore-if-down' && group.admin) {
    found.push(
      because(
        group.admin.line,
        `${name}: ignore-if-down makes the group master while its interface is down`,
        '004 step 2.4',
      ),
    );
  }
  const held = recoverDelay({ device: pair[side], group });
  if (
    held &&
    held.seconds > 0 &&
    event.change === 'up' &&
    actor.roles.some((one) => one.cause === index && one.side === side && one.why === 'comes-up')
  ) {
    found.push(
      because(
        held.line,
        `${name}: the interface is not heeded for ${held.seconds} s`,
        'CLI reference, vrrp recover-delay',
      ),
    );
  }
  // What a dead device would track is no reason.
  for (const one of sides.filter((each) => state.alive[each])) {
    const mine = state.effective[one];
    const base = actor.actor.groups[one];
    for (const track of mine?.down ?? []) {
      const by = track.increased
        ? `+ ${track.increased.value}`
        : track.reduced
          ? `- ${track.reduced.value}`
          : undefined;
      if (by && base)
        found.push(
          because(
            track.line,
            `${names[one]}: ${by} while ${trackedWords(pair[one], track)} is down, priority ${mine!.priority}`,
            'CLI reference, track interface',
            event.kind === 'rbs' && event.change === 'down' ? 'vrrp-tracks-backup-channel' : null,
          ),
        );
    }
  }
  return found;
}

function trackedWords(
  device: Subject['history']['stage']['pair']['a'],
  track: ReturnType<typeof tracksOf>[number],
): string {
  const { object } = track;
  switch (object.kind) {
    case 'interface':
      return interfaceName(device, object.key);
    case 'bfd-session':
      return `BFD session ${object.id?.value ?? object.name?.value ?? ''}`.trim();
    case 'service-location':
      return `service-location ${object.id.value}`;
    default:
      return object.kind;
  }
}

function meantMaster(pair: Pair, { actor }: ActorHistory): Side | undefined {
  return actor.paired && intendedMaster(pair, actor.paired);
}

/** The delay against the figure of the service: how long a device that was empty has had to be filled again. */
function tooEarly({ carrier, event }: Subject, change: RoleChange, entries: Entries): string {
  if (entries === 'fresh' || entries === 'stale' || !carrier) return '';
  const waited = rounded(Math.max(0, change.span[0] - event.at));
  if (carrier.faults.length > 0) return '';
  return carrier.figure.known
    ? `: switched back after ${waited} s, ${serviceWords(carrier.services)} needs ${carrier.figure.seconds} s`
    : `: switched back after ${waited} s, every delay should be longer than 15 s`;
}

function whyEntries(
  {
    history: {
      stage: { pair },
      events,
    },
    actor,
    index,
    carrier,
    event,
  }: Subject,
  entries: Entries,
  side: Side,
): Because[] {
  if (!carrier) return [];
  const names = deviceNames(pair);
  if (carrier.faults.length > 0) return [...carrier.faults];
  const group = actor.actor.groups[side];
  if (entries === 'incomplete' && group) {
    const delay = preemptDelay({ device: pair[side], group }) ?? 0;
    const { figure } = carrier;
    const rule = delay === 0 ? 'vrrp-preempt-delay-missing-on-master' : figure.rule;
    return [
      because(
        group.delay?.at ?? group.priority?.at ?? group.at,
        figure.known
          ? `${names[side]}: delay ${delay} s, ${serviceWords(carrier.services)} needs ${figure.seconds} s to be copied back`
          : `${names[side]}: delay ${delay} s; no source has a figure for ${serviceWords(carrier.services)}, every delay should be longer than 15 s`,
        figure.source,
        rule,
      ),
      ...carrier.lines.slice(0, 2),
    ];
  }
  if (entries === 'stale') {
    const since = events.slice(0, index + 1).findLast((one) => one.change !== 'up');
    return [
      ...carrier.lines
        .filter((one) => one.source === '000 step 2.3' || carrier.kind === 'board')
        .map((one) =>
          because(
            one.at,
            `${one.text}; nothing passes${since && since !== event ? ` since ${since.at} s` : ''}`,
            one.source,
            one.rule,
          ),
        ),
    ];
  }
  if (entries === 'none')
    return [
      because(
        group?.at ?? actor.actor.groups[other(side)]!.at,
        `${names[side]}: its copy is empty`,
        guideStep(actor.actor, 'delay'),
      ),
    ];
  const backed =
    event.change === 'up' &&
    group?.delay &&
    actor.roles.some((one) => one.cause === index && one.role === 'master' && one.side === side);
  return [
    ...carrier.lines,
    ...(backed
      ? [
          because(
            group.delay!.at,
            carrier.figure.known
              ? `${names[side]}: delay ${group.delay!.value} s, ${serviceWords(carrier.services)} needs ${carrier.figure.seconds} s`
              : `${names[side]}: delay ${group.delay!.value} s; no source has a figure for ${serviceWords(carrier.services)}`,
            carrier.figure.source,
          ),
        ]
      : []),
  ];
}

/** No role moves, and none has to. */
function whyStays(
  {
    history: {
      stage: { pair },
    },
    actor: { actor, initial },
  }: Subject,
  serving: readonly Side[],
): Because[] {
  const names = deviceNames(pair);
  return serving.flatMap((side) => {
    const group = actor.groups[side];
    if (!group) return [];
    return [
      group.follows
        ? because(
            group.follows.line,
            `${names[side]}: the group copies the role of group ${group.follows.vrid.value} on ${interfaceName(pair[side], group.follows.interfaceKey)}`,
            'CLI reference, track admin-vrrp',
          )
        : because(
            group.priority?.at ?? group.at,
            `${names[side]}: priority ${initial.effective[side]?.priority ?? 'unknown'}`,
            guideStep(actor, 'priority'),
          ),
    ];
  });
}

/** Users are cut off and no role moves: what would have to be written for one to move. */
function whyNothing({ history: { stage }, actor, index, event, carrier }: Subject, stays: Side | undefined): Because[] {
  const { pair } = stage;
  const names = deviceNames(pair);
  const found: Because[] = [];
  if (!stays) {
    for (const side of sides) {
      const group = actor.actor.groups[side];
      if (!group)
        found.push(
          because(
            actor.actor.groups[other(side)]!.at,
            `${names[side]} has no ${groupWords(actor.actor)}`,
            '000 step 1.5',
            'rbp-group-undefined',
          ),
        );
      else
        found.push(
          ...shutDown(
            { device: pair[side], group },
            `${names[side]}: its interface is shut down, it is no router of ${groupWords(actor.actor)}`,
          ),
        );
    }
    if (found.length > 0) return found;
    return sides.flatMap((side) => {
      const { follows, at } = actor.actor.groups[side]!;
      return [
        follows
          ? because(
              follows.line,
              `${names[side]}: the role comes from group ${follows.vrid.value} on ${interfaceName(pair[side], follows.interfaceKey)}, which does not see this fault`,
              'CLI reference, track admin-vrrp',
            )
          : because(
              at,
              `${names[side]}: ${groupWords(actor.actor)} is not running`,
              standard(actor.settings[side]?.version, '6.4.1'),
            ),
      ];
    });
  }
  const group = actor.actor.groups[stays]!;
  const follows = group.follows;
  if (follows)
    return [
      because(
        follows.line,
        `${names[stays]}: the role comes from group ${follows.vrid.value} on ${interfaceName(pair[stays], follows.interfaceKey)}, which does not see this fault`,
        'CLI reference, track admin-vrrp',
      ),
    ];
  const state = actor.events[index]!.after;
  const [mine, theirs] = [state.effective[stays]!, state.effective[other(stays)]];
  const peer = actor.actor.groups[other(stays)];
  if (mine.down.length > 0 && theirs && mine.priority >= theirs.priority) {
    for (const track of mine.down)
      found.push(
        because(
          track.reduced?.at ?? track.line,
          `${names[stays]}: priority ${mine.priority} with the fault, ${names[other(stays)]} has ${theirs.priority}`,
          'CLI reference, track interface',
          'vrrp-track-reduction-too-small',
        ),
      );
  } else if (peer?.preemptDisabled && theirs && mine.priority < theirs.priority) {
    found.push(
      because(
        peer.preemptDisabled,
        `${names[other(stays)]}: does not preempt a living master`,
        'CLI reference, preempt-mode',
        'vrrp-preempt-disabled-on-backup',
      ),
    );
  } else if (event.kind === 'board' && carrier?.location !== undefined) {
    found.push(
      because(
        group.at,
        `${names[stays]}: ${groupWords(actor.actor)} does not track service-location ${carrier.location}`,
        '004 step 6.3',
        'service-location-untracked',
      ),
    );
  } else if (event.kind === 'uplink') {
    const keys = event.part === undefined ? stage.uplinks[stays] : [mainInterfaceKey(interfaceKey(event.part))];
    const tracked = keys.flatMap((key) => tracksOf(pair[stays], group, key));
    if (tracked.length === 0)
      found.push(
        because(
          group.at,
          `${names[stays]}: ${groupWords(actor.actor)} does not track ${keys.map((key) => interfaceName(pair[stays], key)).join(', ')}`,
          'CLI reference, track interface',
          'vrrp-uplink-not-tracked',
        ),
      );
  }
  if (found.length === 0)
    found.push(because(group.at, `${names[stays]}: stays master`, standard(actor.settings[stays]?.version, '6.4.3')));
  return found;
}

/** Other ways out that the file shows; where they lead it does not say. */
function detour({ history: { stage }, event }: Subject, side: Side): string {
  const { pair } = stage;
  if (event.kind !== 'uplink') return '';
  const lost = event.part === undefined ? stage.uplinks[side] : [mainInterfaceKey(interfaceKey(event.part))];
  const left = stage.uplinks[side].filter((key) => !lost.includes(key)).map((key) => interfaceName(pair[side], key));
  return left.length > 0
    ? `, unless routing finds a way over ${left.slice(0, 3).join(', ')}`
    : `, unless routing finds a way over ${deviceNames(pair)[other(side)]}`;
}
