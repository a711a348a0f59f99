// From the history to the judgements: one for each event and each service of each group.
import type { ActorHistory, History } from '../simulation/history';
import type { Span } from '../simulation/rehearsal';
import { rounded } from '../simulation/timers';
import { judgedStay } from './stay';
import type { Judgement, Subject } from './subject';
import { judgedTakeover } from './takeover';

/** In the order of the events, then of the groups. */
export function judgementsOf(history: History): Judgement[] {
  const backedUp = history.actors.some(({ actor }) => actor.carriers.length > 0);
  return history.events.flatMap((event, index) =>
    history.actors.flatMap((actor, group) => {
      const { carriers } = actor.actor;
      const subject = { history, event, index, actor, group };
      if (carriers.length > 0) return carriers.map((carrier, place) => judged({ ...subject, carrier, place }));
      const judgement = judged({ ...subject, carrier: undefined, place: 0 });
      // Beside services that are backed up, a mere gateway is worth a line only where something happens to it.
      const isShown = !backedUp || judgement.verdict.outcome !== 'survives' || isTouched(actor, index);
      return isShown ? [judgement] : [];
    }),
  );
}

function isTouched({ roles, events }: ActorHistory, index: number): boolean {
  const { before, steady } = events[index]!;
  const changesRole = roles.some((change) => change.cause === index);
  return changesRole || JSON.stringify(before.canServe) !== JSON.stringify(steady.canServe);
}

function judged(subject: Subject): Judgement {
  const { event, index, actor } = subject;
  const { before } = actor.events[index]!;
  const change = actor.roles.find(
    (candidate) =>
      candidate.cause === index && candidate.role === 'master' && before.roles[candidate.side] !== 'master',
  );
  if (!change) return { subject, verdict: judgedStay(subject) };
  const after: Span = [secondsAfter(event.at, change.span[0]), secondsAfter(event.at, change.span[1])];
  const takeover = { change, after };
  return { subject, verdict: judgedTakeover(subject, takeover), takeover };
}

function secondsAfter(event: number, at: number): number {
  return rounded(Math.max(0, at - event));
}
