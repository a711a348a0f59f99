// No device has become master: whether one goes on serving the users, and what the other would take over with.
import { other, type Side } from '../../model/pairing/pair';
import type { ActorState } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import { ranges } from '../simulation/ranges';
import type { Entries, Outage, Outcome } from '../simulation/rehearsal';
import { splitEvidence } from './losses';
import { hitOf } from './outages';
import {
  isOnBoardLink,
  isShared,
  isSplit,
  lastingOutage,
  leadingActor,
  mayForward,
  outcomeAfter,
  outcomeOf,
  restOf,
  type Subject,
  type Verdict,
} from './subject';
import { whyCannotServe } from './why-cannot-serve';
import { whyEntries } from './why-entries';
import { whyNothingSwitches, otherWays } from './why-nothing-switches';
import { whyStays } from './why-stays';
import { holderWithoutWayBack, noWayBackText, whyNoWayBack } from './why-way-back';
import { entriesWords, groupWords, serviceWords, tooLong } from './words';

/** Where the devices stand once no timer runs any more. */
interface Stay {
  readonly serving: readonly Side[];
  /** A living device that does not forward. */
  readonly standby: Side | undefined;
  /** Of two masters one has stepped back. */
  readonly healed: boolean;
  /** Of the device that would take over next. */
  readonly entries: Entries;
  readonly watched: Side | undefined;
}

/** The outcome for users whose role no event has moved. */
export function judgedStay(subject: Subject): Verdict {
  const { history, actor, index, place, carrier } = subject;
  const names = deviceNames(history.stage.pair);
  const { before } = actor.events[index]!;
  const stay = stayOf(subject);
  const { serving, entries } = stay;
  const lasting = lastingOutage(subject);
  const lacking = lasting && holderWithoutWayBack(subject);
  if (lacking)
    return {
      entries,
      outcome: 'loses-users',
      hit: null,
      text: `${staysMaster(subject, [lacking])}; ${noWayBackText(subject, lacking)}`,
      evidence: () => whyNoWayBack(subject, lacking),
    };
  if (lasting || serving.length === 0) return nobodyServes(subject, stay, lasting);
  const gone = sides.filter(
    (side) => before.roles[side] === 'master' && before.canServe[place]![side] && !serving.includes(side),
  );
  if (actor.actor.eTrunk && isSplit(before) && gone.length > 0 && !stay.healed) return goesOnAlone(subject, stay);
  if (isSplit(before) && gone.length > 0 && !stay.healed)
    return {
      entries: isSplit(actor.initial) ? 'none' : entries,
      outcome: 'loses-users',
      hit: null,
      outages: [{ from: [subject.event.at, subject.event.at], to: null, certain: true, partition: names[gone[0]!] }],
      text: `${names[serving[0]!]} was master of its own ${groupWords(actor.actor)} all along; the users of ${names[gone[0]!]} are not taken over`,
      evidence: () => [...splitEvidence(subject), ...whyItsEntries(subject, stay)],
    };
  if (stay.healed) return partitionHealed(subject, stay);
  const apart = partedFrom(subject, stay);
  if (apart) return partitionWithoutGateway(subject, stay, apart);
  const hit = hitOf(subject.outages);
  const outcome = outcomeAfter(subject, entries === 'stale' ? 'stale' : 'fresh', hit);
  const wait = outcome === 'interrupted' ? tooLong(subject, hit) : '';
  if (!carrier)
    return {
      entries,
      outcome,
      hit,
      text: `${staysMaster(subject, serving)}${wait}`,
      evidence: () => whyStays(subject, serving),
    };
  return {
    entries,
    outcome,
    hit,
    text: `${servedText(subject, serving)}, ${copyText(subject, stay, carrier.services)}${wait}`,
    evidence: () => whyItsEntries(subject, stay),
  };
}

function stayOf(subject: Subject): Stay {
  const { actor, index, place } = subject;
  const { before } = actor.events[index]!;
  const { ends } = actor.actor;
  const steady = steadyState(subject);
  const serving = servingIn(steady, place);
  const standby = sides.find((side) => ends[side] && steady.alive[side] && !mayForward(steady, side));
  const areAlive = steady.alive.a && steady.alive.b;
  // An Eth-Trunk that has gone down does not step back.
  const stepsBack = subject.actor.actor.eTrunk === undefined || sides.some((side) => steady.roles[side] === 'backup');
  const healed = isSplit(before) && !isSplit(steady) && serving.length === 1 && areAlive && stepsBack;
  const watched = healed || isShared(subject) ? serving[0] : (standby ?? serving[0]);
  return { serving, standby, healed, watched, entries: entriesOf(subject, steady, watched) };
}

/** Right before the next event; where the users wait for something then, when it has come. */
function steadyState(subject: Subject): ActorState {
  const { steady } = subject.actor.events[subject.index]!;
  return servingIn(steady, subject.place).length > 0 ? steady : restOf(subject);
}

function servingIn(state: ActorState, place: number): Side[] {
  return sides.filter((side) => mayForward(state, side) && state.canServe[place]![side]);
}

function entriesOf({ carrier, place }: Subject, steady: ActorState, watched: Side | undefined): Entries {
  if (!carrier) return 'none';
  const worth = steady.worth[place]!;
  if (isUnknown(steady)) return worse(worth);
  return watched === undefined ? 'none' : worth[watched];
}

function isUnknown(state: ActorState): boolean {
  return state.roles.a === 'unknown' && state.roles.b === 'unknown';
}

function worse(worth: Readonly<Record<Side, Entries>>): Entries {
  const order: readonly Entries[] = ['fresh', 'stale', 'incomplete', 'none'];
  return order[Math.max(order.indexOf(worth.a), order.indexOf(worth.b))]!;
}

function whyItsEntries(subject: Subject, { entries, watched }: Stay) {
  return whyEntries(subject, entries, watched ?? 'a');
}

/** Of two Eth-Trunks that both forwarded one is left: the switch below sends all to it, and it has what the other copied to it. */
function goesOnAlone(subject: Subject, stay: Stay): Verdict {
  const { serving, entries: copied, watched } = stay;
  const { history, actor, carrier, index, place } = subject;
  // Without intent each has learned of its own users only.
  const entries = isShared(subject) ? copied : 'none';
  const outcome = carrier ? outcomeOf(entries) : 'survives';
  const names = deviceNames(history.stage.pair);
  const left = serving[0]!;
  const steady = actor.events[index]!.steady;
  if (mayForward(steady, other(left)) && steady.wayIn[place]![other(left)]) return attracts(subject, stay, other(left));
  const head = `${names[left]} forwards alone on ${groupWords(actor.actor)}`;
  return {
    entries,
    outcome,
    hit: outcome === 'loses-users' ? null : hitOf(subject.outages),
    text: carrier ? `${head}, ${entriesWords(carrier.services, entries)}` : head,
    evidence: () => {
      if (!carrier) return whyStays(subject, serving);
      return whyEntries(subject, entries, isShared(subject) ? (watched ?? left) : left);
    },
  };
}

/** The switch below goes on sending users to a device that cannot serve them. */
function attracts(subject: Subject, { entries }: Stay, unable: Side): Verdict {
  const { history, actor } = subject;
  const names = deviceNames(history.stage.pair);
  return {
    entries,
    outcome: 'no-switchover',
    hit: null,
    text: `nothing switches: ${names[unable]} goes on forwarding on ${groupWords(actor.actor)} and cannot serve the users that come to it${otherWays(subject, unable)}`,
    evidence: () => whyNothingSwitches(subject, unable),
  };
}

/** Until something is repaired: nobody is master, or the master cannot serve. */
function nobodyServes(subject: Subject, stay: Stay, lasting: Outage | undefined): Verdict {
  const { history, place } = subject;
  const rest = restOf(subject);
  const master = sides.find((side) => mayForward(rest, side));
  const hasSpare = sides.some((side) => rest.canServe[place]![side] && (side !== master || lasting?.certain !== false));
  const isSure = !master || !rest.wayIn[place]![master] || !hasSpare;
  return {
    entries: stay.entries,
    outcome: isSure ? 'loses-users' : 'no-switchover',
    hit: null,
    text: nobodyText(subject, master, hasSpare),
    evidence: () => {
      const whyUnable = hasSpare ? [] : sides.flatMap((side) => whyCannotServe(subject, side));
      const why = hasSpare || whyUnable.length === 0 ? whyNothingSwitches(subject, master) : [];
      return [...whyUnable, ...why];
    },
  };

  function nobodyText({ actor }: Subject, leading: Side | undefined, spare: boolean): string {
    const names = deviceNames(history.stage.pair);
    const group = groupWords(actor.actor);
    if (!spare) return `nobody is left to serve ${group}`;
    if (!leading) return `nobody becomes master of ${group}, nobody forwards for its users`;
    const head = `nothing switches: ${names[leading]} stays master of ${group} and`;
    if (!rest.wayIn[place]![leading]) return `${head} its users' link is down`;
    return `${head} cannot serve its users${otherWays(subject, leading)}`;
  }
}

/** The device on whose side of the parted LAN nobody is master: the role comes from a group that is heard elsewhere. */
function partedFrom({ actor, index }: Subject, { serving }: Stay): Side | undefined {
  const { before, steady } = actor.events[index]!;
  const [master, ...others] = serving;
  if (before.parted || !steady.parted || master === undefined || others.length > 0) return undefined;
  const far = other(master);
  return steady.alive[far] && steady.linkUp[far] ? far : undefined;
}

function partitionWithoutGateway(subject: Subject, { serving, entries }: Stay, apart: Side): Verdict {
  const { history, actor, event } = subject;
  const names = deviceNames(history.stage.pair);
  const head = `${names[serving[0]!]} stays master of ${groupWords(actor.actor)}`;
  return {
    entries,
    outcome: 'loses-users',
    hit: null,
    outages: [{ from: [event.at, event.at], to: null, certain: true, partition: names[apart] }],
    text: `${head}; users on the side of ${names[apart]} have no gateway`,
    evidence: () => whyNothingSwitches(subject, serving[0]),
  };
}

function partitionHealed(subject: Subject, stay: Stay): Verdict {
  const { history, actor, carrier } = subject;
  const { serving, entries } = stay;
  const names = deviceNames(history.stage.pair);
  const outcome: Outcome = carrier ? outcomeOf(entries) : 'survives';
  // The network learns from the next advertisement of the winner where the gateway is.
  const interval = isOnBoardLink(subject) ? 0 : (leadingActor(subject).settings[serving[0]!]?.interval ?? 0);
  const { at } = subject.event;
  const alone = `${names[serving[0]!]} stays master of ${groupWords(actor.actor)} alone`;
  return {
    entries,
    outcome,
    hit: outcome === 'loses-users' ? null : [0, interval],
    range: ranges.learning,
    outages: interval > 0 ? [{ from: [at, at], to: [at, at + interval], certain: false }] : [],
    text: carrier ? `${alone}, ${healedWords(carrier.services, entries)}` : alone,
    evidence: () => (carrier ? whyItsEntries(subject, stay) : whyStays(subject, serving)),
  };
}

function healedWords(services: readonly string[], entries: Entries): string {
  if (entries !== 'stale') return entriesWords(services, entries);
  const missing = `${serviceWords(services)} entries stale: what the other half has learned is missing`;
  return services.some((service) => leased.has(service))
    ? `${missing}, and a lease that it renewed runs out here`
    : missing;
}

/** Services whose users renew what they have: each half of a parted LAN does so by itself. */
const leased: ReadonlySet<string> = new Set(['bras', 'dhcp-server', 'dhcpv6-relay']);

function staysMaster({ history, actor, index }: Subject, serving: readonly Side[]): string {
  const names = deviceNames(history.stage.pair);
  const group = groupWords(actor.actor);
  const [only, ...others] = serving;
  // A later event may have brought it back to the role that it had, or to it at last.
  const isBack = actor.roles.some(({ side, role, window }) => side === only && role === 'master' && window >= index);
  if (only && others.length === 0 && isBack)
    return `${names[only]} is master of ${group} ${actor.events[index]!.before.roles[only] === 'master' ? 'again' : 'in the end'}`;
  const who = serving.map((side) => names[side]).join(' and ');
  return `${who} ${serving.length > 1 ? 'stay' : 'stays'} master of ${group}`;
}

function servedText(subject: Subject, serving: readonly Side[]): string {
  const { history, actor, index } = subject;
  const { steady } = actor.events[index]!;
  if (steady.roles.a !== 'unknown') return staysMaster(subject, serving);
  const names = deviceNames(history.stage.pair);
  return `one of ${serving.map((side) => names[side]).join(' and ')} is master of ${groupWords(actor.actor)}`;
}

/** Each has what the other learns, or what it has learned until nothing passed any more. */
function bothCopies(subject: Subject, serving: readonly Side[], services: readonly string[], entries: Entries): string {
  return isShared(subject) && serving.length > 1 ? entriesWords(services, entries) : 'alone';
}

/** What the device that stands by holds of the entries of these services. */
function copyText(subject: Subject, { standby, serving, entries }: Stay, services: readonly string[]): string {
  const { history, actor, index, place, event } = subject;
  const { before, steady } = actor.events[index]!;
  if (standby === undefined && steady.roles.a !== 'unknown')
    return serving.length > 1 && !isShared(subject)
      ? 'each with its own entries'
      : bothCopies(subject, serving, services, entries);
  const words = `${serviceWords(services)} entries`;
  if (entries === 'fresh') {
    const isRefilled = event.change === 'up' && before.worth[place]![standby ?? 'a'] !== 'fresh';
    return `${words} in sync${isRefilled ? ' again once refilled' : ''}`;
  }
  const holder = standby ? `${deviceNames(history.stage.pair)[standby]} has ` : '';
  return `${holder}${entries === 'none' ? 'no' : entries} ${words}`;
}
