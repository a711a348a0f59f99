// Evidence for what the entries of a device are worth.
import { mainInterfaceKey } from '../../model/names';
import { other, type Side } from '../../model/pairing/pair';
import { preemptDelay } from '../../model/vrrp/timers';
import type { Carrier } from '../simulation/carrier';
import { evidence } from '../simulation/evidence';
import type { FailureEvent } from '../simulation/events';
import { deviceNames, sides } from '../simulation/names';
import type { Entries, Evidence } from '../simulation/rehearsal';
import { isShared, isSplit, type Subject } from './subject';
import { serviceWords } from './words';

/** The lines that make the entries of this device what they are. */
export function whyEntries(subject: Subject, entries: Entries, side: Side): Evidence[] {
  const { history, actor, carrier } = subject;
  if (!carrier) return [];
  if (carrier.faults.length > 0) return [...carrier.faults];
  const { groups, ends } = actor.actor;
  if (entries === 'incomplete' && groups[side]) return whyIncomplete(subject, carrier, side);
  if (entries === 'stale') return whyStale(subject, carrier, side);
  if (entries === 'none') {
    const parting = isSplit(actor.events[subject.index]!.before) && !isShared(subject) && splittingEvent(subject);
    if (parting) return [whyTwoHalves(subject, parting, side)];
    const place = ends[side]?.at ?? ends[other(side)]!.at;
    const text = `${deviceNames(history.stage.pair)[side]}: its copy is empty`;
    return [evidence(place, text, 'inferred')];
  }
  return [...carrier.lines, ...delayThatRefilled(subject, carrier, side)];
}

/** The delay of the group is shorter than the refill. */
function whyIncomplete({ history, actor, index }: Subject, carrier: Carrier, side: Side): Evidence[] {
  const name = deviceNames(history.stage.pair)[side];
  const { figure } = carrier;
  const group = actor.actor.groups[side]!;
  const delay = preemptDelay({ device: history.stage.pair[side], group }) ?? 0;
  const services = serviceWords(carrier.services);
  const isSkipped = delay > 0 && takesOver({ actor, index }, side)?.why === 'master-down';
  const waits = isSkipped ? `master without waiting for its delay of ${delay} s` : `delay ${delay} s`;
  const least = isSkipped ? '' : ', every delay should be longer than 15 s';
  const text = figure.known
    ? `${name}: ${waits}, ${services} needs ${figure.seconds} s to be copied back`
    : `${name}: ${waits}; no figure is documented for ${services}${least}`;
  const shortDelay = delay === 0 ? 'vrrp-preempt-delay-missing-on-master' : figure.rule;
  const rule = isSkipped ? null : shortDelay;
  const place = group.delay?.at ?? group.priority?.at ?? group.at;
  return [evidence(place, text, figure.source, rule), ...carrier.lines.slice(0, 2)];
}

/** The path over which nothing passes any more, or two masters of which each has seen its own users. */
function whyStale(subject: Subject, carrier: Carrier, side: Side): Evidence[] {
  const { index, event, actor } = subject;
  const failure = whatStopped(subject, side) ?? lastFailure(subject);
  const { before, steady } = actor.events[index]!;
  const parting = isSplit(before) && !isSplit(steady) && !isShared(subject) ? splittingEvent(subject) : undefined;
  const halves = parting ?? (failure?.kind === 'lan' ? failure : undefined);
  if (halves && !(halves.kind === 'lan' && runsOverLan(subject, carrier))) return [whyTwoHalves(subject, halves, side)];
  const since = failure && failure !== event ? ` since ${failure.at} s` : '';
  return carrier.lines
    .filter((line) => line.source === '000 step 2.3' || carrier.kind === 'board')
    .map((line) => evidence(line.at, `${line.text}; nothing passes${since}`, 'inferred', line.rule));
}

/** The failure from which on this copy has been given nothing. */
function whatStopped({ history, actor, index, place }: Subject, side: Side): FailureEvent | undefined {
  const last = actor.copies.findLast(
    (change) => change.side === side && change.carrier === place && change.quality === 'stale' && change.cause <= index,
  );
  const event = last && history.events[last.cause];
  return event?.change === 'up' ? undefined : event;
}

function lastFailure({ history, index }: Subject): FailureEvent | undefined {
  return history.events.slice(0, index + 1).findLast((candidate) => candidate.change !== 'up');
}

/** By which both have become master. */
function splittingEvent({ history, actor, index }: Subject): FailureEvent | undefined {
  const last = actor.events.slice(0, index).findLastIndex(({ before, steady }) => !isSplit(before) && isSplit(steady));
  return history.events[last];
}

function runsOverLan({ history }: Subject, carrier: Carrier): boolean {
  const { shared } = history.stage;
  return sides.some((side) => carrier.ends[side].some((key) => shared[side].has(mainInterfaceKey(key))));
}

/** `side` holds the copy in which the users that the other master has had are missing. */
function whyTwoHalves({ history, actor }: Subject, failure: FailureEvent, side: Side): Evidence {
  const names = deviceNames(history.stage.pair);
  const group = actor.actor.ends[side] ?? actor.actor.ends[other(side)]!;
  const since = failure.kind === 'lan' ? `since the LAN parted at ${failure.at} s` : `from ${failure.at} s on`;
  const text = `${names[side]}: both were master ${since}; what ${names[other(side)]} then learned of its users is taken to be missing`;
  return evidence(group.at, text, 'inferred');
}

/** Of a device that has come back: the delay in which its copy was filled again. */
function delayThatRefilled({ history, actor, index, event }: Subject, carrier: Carrier, side: Side): Evidence[] {
  const delay = actor.actor.groups[side]?.delay;
  if (event.change !== 'up' || !delay || takesOver({ actor, index }, side)?.why !== 'preempt') return [];
  const name = deviceNames(history.stage.pair)[side];
  const { figure } = carrier;
  const services = serviceWords(carrier.services);
  const text = figure.known
    ? `${name}: delay ${delay.value} s, ${services} needs ${figure.seconds} s`
    : `${name}: delay ${delay.value} s; no figure is documented for ${services}`;
  return [evidence(delay.at, text, figure.source)];
}

/** How this device becomes master because of the event. */
function takesOver({ actor, index }: Pick<Subject, 'actor' | 'index'>, side: Side) {
  return actor.roles.find((change) => change.cause === index && change.role === 'master' && change.side === side);
}
