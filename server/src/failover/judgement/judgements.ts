// From the history to the judgements: one for each event and each service of each group.
import { interfaceKey, mainInterfaceKey } from '../../model/names';
import type { Carrier } from '../simulation/carrier';
import type { FailureEvent } from '../simulation/events';
import type { ActorHistory, History, RoleChange } from '../simulation/history';
import { sides } from '../simulation/names';
import type { Entries, Span } from '../simulation/rehearsal';
import { rounded } from '../simulation/timers';
import { sideOf } from '../simulation/world';
import { withBoardElsewhere } from './board-elsewhere';
import { isFalseMaster, outagesOf, serviceOf, type Service } from './outages';
import { agreed } from './same-users';
import { judgedStay } from './stay';
import { leadingActor, type Judgement, type Subject, type Verdict } from './subject';
import { judgedTakeover } from './takeover';
import { partedEvidence } from './why-e-trunk';
import {
  crossing,
  crossingText,
  doubtfulHolder,
  doubtText,
  untilThenText,
  waitingWithoutWayBack,
  whyCrossing,
  whyDoubtful,
  whyNoWayBack,
} from './why-way-back';

/** What users are taken to survive. */
export interface JudgementOptions {
  /** Seconds without service that users survive; absent: three times the master-down interval of their group. */
  readonly maxHit?: number;
}

/** In the order of the events, then of the groups: of one course of things, those that are worth no row too. */
export function judgementsOf(history: History, options: JudgementOptions = {}): Judgement[] {
  const backedUp = history.actors.some(({ actor }) => actor.carriers.length > 0);
  const at = history.events.map((event) => event.at);
  const services = history.actors.map((actor) => usersOf(actor).map((_, place) => serviceOf(actor, place, at)));
  return history.events.flatMap((event, index) => {
    const judgements = history.actors.flatMap((actor, group) =>
      usersOf(actor).map((carrier, place) => {
        const outages = outagesOf(services[group]![place]!, index);
        const bound = options.maxHit ?? boundOf(leadingActor({ history, actor }));
        return judged({ history, event, index, actor, group, carrier, place, outages, bound });
      }),
    );
    return agreed(judgements).map((judgement) => ({ ...judgement, shown: isShown(judgement, backedUp, services) }));
  });
}

/** The carriers of a group; where it has none, its users are those of a mere gateway. */
function usersOf({ actor }: ActorHistory): readonly (Carrier | undefined)[] {
  return actor.carriers.length > 0 ? actor.carriers : [undefined];
}

/** Three times the master-down interval of the slower device: what a takeover can take at most, with room for two more. */
function boundOf({ masterDown }: ActorHistory): number {
  return 3 * Math.max(...sides.map((side) => masterDown[side] ?? 0));
}

function isShown(
  { subject, verdict }: Judgement,
  backedUp: boolean,
  services: readonly (readonly Service[])[],
): boolean {
  const { carrier, event, actor, index, group, place } = subject;
  if (verdict.outcome !== 'survives' || isTouched(actor, index)) return true;
  if (outagesOf(services[group]![place]!, index).length > 0) return true;
  if (!isNear(actor, event)) return false;
  // Beside services that are backed up, a mere gateway is worth a line only where something happens to it.
  if (!carrier && backedUp) return false;
  return event.part === undefined || dependsOn(subject, event, event.part);
}

/** Hello packets are those of E-Trunks, and what hears each other over a LAN is VRRP. */
function isNear({ actor }: ActorHistory, { kind }: FailureEvent): boolean {
  if (kind === 'peer') return actor.eTrunk !== undefined;
  return kind !== 'lan' || actor.eTrunk === undefined;
}

/** The users or the entries of the subject have to do with the part of the device that the event is about. */
function dependsOn({ history, actor: { actor }, carrier }: Subject, event: FailureEvent, part: string): boolean {
  const side = sideOf(history.stage.pair, event);
  if (side === undefined || side === 'elsewhere' || event.kind === 'uplink' || event.kind === 'peer') return true;
  if (event.kind === 'board') return carrier?.location === Number(part);
  const main = mainInterfaceKey(interfaceKey(part));
  if (event.kind === 'rbs') return carrier?.ends[side].some((key) => mainInterfaceKey(key) === main) ?? false;
  const end = actor.ends[side];
  const own = end ? [end.interfaceKey] : [];
  const users = [...(carrier?.users[side] ?? []), ...(carrier?.routedUsers?.[side] ?? [])];
  return [...own, ...users].some((key) => mainInterfaceKey(key) === main);
}

function isTouched({ roles, events }: ActorHistory, index: number): boolean {
  const { before, steady } = events[index]!;
  const changesRole = roles.some((change) => change.cause === index);
  return changesRole || JSON.stringify(before.canServe) !== JSON.stringify(steady.canServe);
}

function judged(subject: Subject): Judgement {
  const { event } = subject;
  const change = takeoverOf(subject);
  if (!change) return { subject, verdict: withSurroundings(subject, judgedStay(subject)), shown: true };
  const after: Span = [secondsAfter(event.at, change.span[0]), secondsAfter(event.at, change.span[1])];
  const takeover = { change, after };
  const verdict = withSurroundings(subject, judgedTakeover(subject, takeover));
  return { subject, verdict, takeover, shown: true };
}

/** What roles and entries tell, and then whether packets reach the users and their sessions. */
function withSurroundings(subject: Subject, verdict: Verdict): Verdict {
  return withBoardElsewhere(subject, withSwitchBelow(subject, withWayBack(subject, verdict)));
}

/** Users who go on as far as the devices tell: whether the switch below sends their frames to the one that forwards now. */
function withSwitchBelow(subject: Subject, verdict: Verdict): Verdict {
  const { history, actor, index } = subject;
  const { eTrunk } = actor.actor;
  if (!eTrunk || verdict.outcome === 'loses-users' || verdict.outcome === 'no-switchover') return verdict;
  const { before, steady } = actor.events[index]!;
  const changes = sides.some((side) => (before.roles[side] === 'master') !== (steady.roles[side] === 'master'));
  const parted = changes ? partedEvidence(history.stage.pair, eTrunk) : [];
  if (parted.length === 0) return verdict;
  return {
    ...verdict,
    outcome: 'unknown',
    text: `${verdict.text}; the files do not tell whether the switch below sends the users there`,
    evidence: () => [...parted, ...verdict.evidence()],
  };
}

/** Users who go on as far as roles and entries tell: whether what comes back reaches them, and over which way. */
function withWayBack(subject: Subject, verdict: Verdict): Verdict {
  if (verdict.outcome === 'interrupted') return withWait(subject, verdict);
  if (verdict.outcome === 'loses-users') return verdict;
  const doubtful = verdict.outcome === 'no-switchover' ? undefined : doubtfulHolder(subject);
  if (doubtful)
    return {
      ...verdict,
      outcome: 'unknown',
      text: `${verdict.text}${doubtText(subject, doubtful)}`,
      evidence: () => [...whyDoubtful(subject, doubtful), ...verdict.evidence()],
    };
  const across = crossing(subject);
  if (!across) return verdict;
  return {
    ...verdict,
    text: `${verdict.text}${crossingText(subject, across.holder)}`,
    evidence: () => [...verdict.evidence(), ...whyCrossing(subject, across)],
  };
}

function withWait(subject: Subject, verdict: Verdict): Verdict {
  const waiting = waitingWithoutWayBack(subject);
  if (!waiting) return verdict;
  const { holder, way } = waiting;
  return {
    ...verdict,
    text: `${verdict.text}${untilThenText(subject, holder)}`,
    evidence: () => [...whyNoWayBack(subject, holder, way), ...verdict.evidence()],
  };
}

const worstEntries: readonly Entries[] = ['none', 'incomplete', 'stale', 'fresh'];

/** The takeover that this event brings about, of several the one that users fare worst by; else one that is still under way. */
function takeoverOf({ actor, index, place, carrier }: Subject): RoleChange | undefined {
  const { before, after } = actor.events[index]!;
  const takeovers = actor.roles.filter(({ role }) => role === 'master');
  const own = takeovers.filter(
    (change) => change.cause === index && before.roles[change.side] !== 'master' && !isFalseMaster(actor, change),
  );
  if (own.length > 0) {
    const rank = (change: RoleChange) => (carrier ? worstEntries.indexOf(change.worth[place]!) : 0);
    return own.reduce((worst, change) => (rank(change) < rank(worst) ? change : worst));
  }
  const nobodyLeads = sides.every((side) => after.roles[side] !== 'master' && after.roles[side] !== 'unknown');
  return nobodyLeads ? takeovers.find(({ cause, window }) => cause < index && window >= index) : undefined;
}

function secondsAfter(event: number, at: number): number {
  return rounded(Math.max(0, at - event));
}
