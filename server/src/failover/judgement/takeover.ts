// A device has become master: whether its users are served from then on, and from which entries.
import { other } from '../../model/pairing/pair';
import type { RoleChange } from '../simulation/history';
import { deviceNames } from '../simulation/names';
import type { Entries } from '../simulation/rehearsal';
import { rounded, spelledSpan } from '../simulation/timers';
import { carrierLosses, splitEvidence } from './losses';
import { hitOf } from './outages';
import {
  isOnBoardLink,
  isShared,
  isSplit,
  lastingOutage,
  mayForward,
  outcomeAfter,
  type Subject,
  type Takeover,
  type Verdict,
} from './subject';
import { whyCannotServe } from './why-cannot-serve';
import { whyEntries } from './why-entries';
import { whyMaster } from './why-master';
import { holderWithoutWayBack, noWayBackText, whyNoWayBack } from './why-way-back';
import { entriesWords, groupWords, serviceWords, tooLong } from './words';

/** The outcome for users whose role has moved to another device. */
export function judgedTakeover(subject: Subject, takeover: Takeover): Verdict {
  const { history, actor, index, place, carrier, event } = subject;
  const { change, after } = takeover;
  const { pair } = history.stage;
  const { before, steady } = actor.events[index]!;
  const [to, from] = [change.side, other(change.side)];
  const entries: Entries = carrier ? change.worth[place]! : 'none';
  const reasons = () => [...whyMaster(subject, change), ...whyEntries(subject, entries, to)];
  const head = `${deviceNames(pair)[to]} is master of ${groupWords(actor.actor)} ${spelledSpan(after)}`;
  const losses = carrierLosses(pair, actor.actor, carrier, to);
  const hit = hitOf(subject.outages);

  const lacking = holderWithoutWayBack(subject);
  if (lacking === to && losses.length === 0 && lastingOutage(subject))
    return {
      entries,
      outcome: 'loses-users',
      hit: null,
      text: `${head}${carrier ? `, ${entriesWords(carrier.services, entries)}` : ''}; ${noWayBackText(subject, to)}`,
      evidence: () => [...whyNoWayBack(subject, to), ...reasons()],
    };
  // A later event may have come before the role moved.
  const then = { ...subject, index: Math.max(index, change.window) };
  if (lastingOutage(subject)?.certain)
    return {
      entries,
      outcome: 'loses-users',
      hit: null,
      text: `${head}, and cannot serve its users${before.canServe[place]![from] ? '' : ' either'}`,
      evidence: () => [...whyCannotServe(then, to), ...reasons(), ...losses],
    };
  if (losses.length > 0)
    return {
      entries,
      outcome: 'loses-users',
      hit: null,
      outages: [...subject.outages, { from: change.span, to: null, certain: true }],
      text: `${head}${carrier ? `, ${entriesWords(carrier.services, entries)}` : ''}; ${losses[0]!.text}`,
      evidence: () => [...losses, ...reasons()],
    };
  if (isShared(subject) && mayForward(before, from)) return joinsAgain(subject, takeover);
  if (isSplit(steady) && !isShared(subject)) {
    const verdict = splitVerdict(subject, takeover, entries);
    return { ...verdict, evidence: () => [...reasons(), ...splitEvidence(subject)] };
  }
  const outcome = carrier ? outcomeAfter(subject, entries, hit) : outcomeAfter(subject, 'fresh', hit);
  const early = mayForward(before, from) && event.change === 'up' ? tooEarly(subject, change, entries) : '';
  const words = carrier ? `, ${entriesWords(carrier.services, entries)}${early}` : gatewayOnly;
  return {
    entries,
    outcome,
    hit: outcome === 'loses-users' ? null : hit,
    text: `${head}${words}${outcome === 'interrupted' ? tooLong(subject, hit) : ''}`,
    evidence: reasons,
  };
}

/** Both forward again at once: the other one goes on, and what comes to this one is served from a copy that is being refilled. */
function joinsAgain(subject: Subject, { change, after }: Takeover): Verdict {
  const { history, actor, index, place, carrier } = subject;
  const { side } = change;
  const isRefilled = actor.events[index]!.steady.worth[place]![side] === 'fresh';
  const head = `${deviceNames(history.stage.pair)[side]} forwards on ${groupWords(actor.actor)} again ${spelledSpan(after)}`;
  if (!carrier)
    return {
      entries: 'none',
      outcome: 'survives',
      hit: [0, 0],
      text: head,
      evidence: () => whyMaster(subject, change),
    };
  const worth = change.worth[place]!;
  const entries = worth === 'none' && isRefilled ? 'incomplete' : worth;
  const until = entries === 'incomplete' ? ' until they are refilled' : '';
  const served = entries === 'incomplete' ? 'survives-stale' : outcomeAfter(subject, entries, [0, 0]);
  return {
    entries,
    outcome: served,
    hit: served === 'loses-users' ? null : [0, 0],
    text: `${head}, ${entriesWords(carrier.services, entries)}${until}`,
    evidence: () => [...whyMaster(subject, change), ...whyEntries(subject, entries, side)],
  };
}

const gatewayOnly = '; the gateway moves, no entries are backed up here';

/** Both are master: every host keeps a gateway with its entries; whether the network finds the right side of the LAN is in no file. */
function splitVerdict(subject: Subject, { change, after }: Takeover, entries: Entries): Omit<Verdict, 'evidence'> {
  const { history, actor, carrier } = subject;
  const names = deviceNames(history.stage.pair);
  const [to, from] = [change.side, other(change.side)];
  const outcome = entries === 'none' && carrier ? 'loses-users' : 'survives-stale';
  if (isOnBoardLink(subject))
    return {
      entries,
      outcome,
      hit: [0, 0],
      text: `${names[from]} stays master and ${names[to]} becomes it too ${spelledSpan(after)}; what either then learns the other does not get`,
    };
  return {
    entries,
    outcome,
    hit: null,
    text: `both are master of ${groupWords(actor.actor)}: ${names[to]} too ${spelledSpan(after)}; ${splitWords(carrier)}`,
  };
}

const multicast = new Set(['igmp', 'mld', 'igmp-snooping', 'multicast']);

function splitWords(carrier: Subject['carrier']): string {
  if (carrier?.services.some((service) => multicast.has(service)))
    return 'streams may come twice, or reach the wrong half';
  return 'what comes back from the network may reach the wrong half';
}

/** The delay against the figure of the service: how long a device that was empty has had to be filled again. */
function tooEarly({ carrier, event, actor }: Subject, change: RoleChange, entries: Entries): string {
  if (entries === 'fresh' || entries === 'stale' || !carrier || carrier.faults.length > 0) return '';
  const waited = rounded(Math.max(0, change.span[0] - event.at));
  const isSkipped = change.why === 'master-down' && (actor.settings[change.side]?.delay ?? 0) > 0;
  if (isSkipped) return `: switched back after ${waited} s, without waiting for its delay`;
  if (!carrier.figure.known) return `: switched back after ${waited} s, every delay should be longer than 15 s`;
  return `: switched back after ${waited} s, ${serviceWords(carrier.services)} needs ${carrier.figure.seconds} s`;
}
