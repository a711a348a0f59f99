// One event and one set of users has one answer: the users of a group that follows the group of a service board are those whose
// sessions the board translates. Without either of the two they have no service.
import type { Judgement, Verdict } from './subject';
import { compareOutcomes, outcomeWords } from './outcomes';
import { groupWords } from './words';

/** The judgements of one event, each with what it has from the groups that serve the same users. */
export function agreed(judgements: readonly Judgement[]): Judgement[] {
  const boards = judgements.filter(({ subject }) => subject.carrier?.kind === 'board');
  if (boards.length === 0) return [...judgements];
  return judgements.map((judgement) => {
    const { group, actor, carrier } = judgement.subject;
    const shared =
      carrier?.kind === 'board'
        ? judgements.filter(({ subject }) => subject.actor.actor.admin === group)
        : boards.filter(({ subject }) => subject.group === actor.actor.admin);
    const worst = [judgement, ...shared].reduce((x, y) => (isWorse(y.verdict, x.verdict) ? y : x));
    return worst === judgement ? judgement : { ...judgement, verdict: verdictOf(judgement, worst) };
  });
}

function isWorse(x: Verdict, y: Verdict): boolean {
  const order = compareOutcomes(x.outcome, y.outcome);
  if (order !== 0) return order < 0;
  if (x.hit === null || y.hit === null) return x.hit === null && y.hit !== null;
  return x.hit[1] > y.hit[1];
}

/** What its users get through the other group; said where it differs. */
function verdictOf({ verdict }: Judgement, worst: Judgement): Verdict {
  const { outcome, hit } = worst.verdict;
  const name = groupWords(worst.subject.actor.actor);
  const isOther = outcome !== verdict.outcome;
  const text = isOther ? `${verdict.text}; its users depend on ${name} too: ${outcomeWords[outcome]}` : verdict.text;
  return {
    ...verdict,
    outcome,
    hit,
    outages: worst.verdict.outages ?? worst.subject.outages,
    text,
    evidence: () => (isOther ? [...worst.verdict.evidence(), ...verdict.evidence()] : verdict.evidence()),
  };
}
