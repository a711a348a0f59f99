// No device has become master: whether one goes on serving the users, and what the other would take over with.
import type { Side } from '../../model/pairing/pair';
import type { ActorState } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import type { Entries, Outcome } from '../simulation/rehearsal';
import { splitEvidence } from './losses';
import { isSplit, losesUplink, mayForward, outcomeOf, type Subject, type Verdict } from './subject';
import { whyEntries } from './why-entries';
import { whyNothingSwitches, otherWaysOut } from './why-nothing-switches';
import { whyStays } from './why-stays';
import { entriesWords, groupWords, serviceWords } from './words';

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

export function judgedStay(subject: Subject): Verdict {
  const { history, actor, index, place, carrier } = subject;
  const names = deviceNames(history.stage.pair);
  const { before } = actor.events[index]!;
  const stay = stayOf(subject);
  const { serving, entries } = stay;
  if (serving.length === 0) return nobodyServes(subject, stay);
  const gone = sides.filter(
    (side) => before.roles[side] === 'master' && before.canServe[place]![side] && !serving.includes(side),
  );
  if (isSplit(before) && gone.length > 0 && !stay.healed)
    return {
      entries: isSplit(actor.initial) ? 'none' : entries,
      outcome: 'loses-users',
      hit: null,
      text: `${names[serving[0]!]} was master of its own ${groupWords(actor.actor)} all along; the users of ${names[gone[0]!]} are not taken over`,
      evidence: () => [...splitEvidence(subject), ...whyItsEntries(subject, stay)],
    };
  if (stay.healed) return partitionHealed(subject, stay);
  if (!carrier)
    return {
      entries,
      outcome: 'survives',
      hit: [0, 0],
      text: staysMaster(subject, serving),
      evidence: () => whyStays(subject, serving),
    };
  return {
    entries,
    outcome: entries === 'stale' ? 'survives-stale' : 'survives',
    hit: [0, 0],
    text: `${servedText(subject, serving)}, ${copyText(subject, stay, carrier.services)}`,
    evidence: () => whyItsEntries(subject, stay),
  };
}

function stayOf(subject: Subject): Stay {
  const { actor, index, place } = subject;
  const { before, steady } = actor.events[index]!;
  const { groups } = actor.actor;
  const serving = sides.filter(
    (side) => mayForward(steady, side) && steady.canServe[place]![side] && !losesUplink(subject, side),
  );
  const standby = sides.find((side) => groups[side] && steady.alive[side] && !mayForward(steady, side));
  const areAlive = groups.a !== undefined && groups.b !== undefined && steady.alive.a && steady.alive.b;
  const healed = isSplit(before) && !isSplit(steady) && serving.length === 1 && areAlive;
  const watched = healed ? serving[0]! : (standby ?? serving[0]);
  return { serving, standby, healed, watched, entries: entriesOf(subject, steady, watched) };
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

function nobodyServes(subject: Subject, stay: Stay): Verdict {
  const { history, actor, index, place } = subject;
  const names = deviceNames(history.stage.pair);
  const { after: now, steady } = actor.events[index]!;
  const group = groupWords(actor.actor);
  const hasSpare = sides.some((side) => now.canServe[place]![side] && !losesUplink(subject, side));
  const master = sides.find((side) => mayForward(steady, side));
  let text = `nobody is left to serve ${group}`;
  if (hasSpare && master)
    text = `nothing switches: ${names[master]} stays master of ${group} and cannot serve its users${otherWaysOut(subject, master)}`;
  else if (hasSpare) text = `nothing switches: nobody becomes master of ${group}`;
  return {
    entries: stay.entries,
    outcome: hasSpare ? 'no-switchover' : 'loses-users',
    hit: null,
    text,
    evidence: () => [...whyNothingSwitches(subject, master), ...whyItsEntries(subject, stay)],
  };
}

function partitionHealed(subject: Subject, stay: Stay): Verdict {
  const { history, actor, carrier } = subject;
  const { serving, entries } = stay;
  const names = deviceNames(history.stage.pair);
  const outcome: Outcome = carrier ? outcomeOf(entries) : 'survives';
  const alone = `${names[serving[0]!]} stays master of ${groupWords(actor.actor)} alone`;
  return {
    entries,
    outcome,
    hit: outcome === 'loses-users' ? null : [0, 0],
    text: carrier ? `${alone}, ${entriesWords(carrier.services, entries)}` : alone,
    evidence: () => (carrier ? whyItsEntries(subject, stay) : whyStays(subject, serving)),
  };
}

function staysMaster({ history, actor }: Subject, serving: readonly Side[]): string {
  const names = deviceNames(history.stage.pair);
  const who = serving.map((side) => names[side]).join(' and ');
  return `${who} ${serving.length > 1 ? 'stay' : 'stays'} master of ${groupWords(actor.actor)}`;
}

function servedText(subject: Subject, serving: readonly Side[]): string {
  const { history, actor, index } = subject;
  const { steady } = actor.events[index]!;
  if (steady.roles.a !== 'unknown') return staysMaster(subject, serving);
  const names = deviceNames(history.stage.pair);
  return `one of ${serving.map((side) => names[side]).join(' and ')} is master of ${groupWords(actor.actor)}`;
}

/** What the device that stands by holds of the entries of these services. */
function copyText(subject: Subject, { standby, serving, entries }: Stay, services: readonly string[]): string {
  const { history, actor, index, place, event } = subject;
  const { before, steady } = actor.events[index]!;
  if (standby === undefined && steady.roles.a !== 'unknown')
    return serving.length > 1 ? 'each with its own entries' : 'alone';
  const words = `${serviceWords(services)} entries`;
  if (entries === 'fresh') {
    const isRefilled = event.change === 'up' && before.worth[place]![standby ?? 'a'] !== 'fresh';
    return `${words} in sync${isRefilled ? ' again once refilled' : ''}`;
  }
  const holder = standby ? `${deviceNames(history.stage.pair)[standby]} has ` : '';
  return `${holder}${entries === 'none' ? 'no' : entries} ${words}`;
}
