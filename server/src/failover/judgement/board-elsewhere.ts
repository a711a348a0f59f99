// Users whose sessions a service board holds: their group and that of the boards are meant to move together. Where only one of the two
// has moved, packets come to one device and sessions stand on the other, and no file tells what becomes of them.
import { other, type Side } from '../../model/pairing/pair';
import { evidence } from '../simulation/evidence';
import type { ActorHistory, ActorState } from '../simulation/history';
import { deviceNames } from '../simulation/names';
import type { Evidence, Outcome } from '../simulation/rehearsal';
import { onlyMaster, restOf, type Subject, type Verdict } from './subject';
import { groupWords } from './words';

const outcomesInDoubt = new Set<Outcome>(['survives', 'survives-stale', 'interrupted']);

/** The verdict as it stands, but `unknown` where users go on as far as their own group tells and the board is master elsewhere. */
export function withBoardElsewhere(subject: Subject, verdict: Verdict): Verdict {
  const board = outcomesInDoubt.has(verdict.outcome) ? boardElsewhere(subject) : undefined;
  if (!board) return verdict;
  const name = deviceNames(subject.history.stage.pair)[board.side];
  const group = groupWords(board.actor.actor);
  return {
    ...verdict,
    outcome: 'unknown',
    text: `${verdict.text}; their sessions are on the board of ${name}, master of ${group}: the files do not tell whether they go on`,
    evidence: () => [...whyElsewhere(subject, board), ...verdict.evidence()],
  };
}

/** The group of boards that translate the users, and the device that is its master. */
interface BoardElsewhere {
  readonly actor: ActorHistory;
  readonly side: Side;
}

function boardElsewhere({ history, actor, index }: Subject): BoardElsewhere | undefined {
  const { boards } = actor.actor;
  if (boards.a.length + boards.b.length === 0) return undefined;
  const holder = onlyMaster(restOf({ actor, index }));
  if (!holder) return undefined;
  const far = other(holder);
  const apart = boards[holder]
    .flatMap((location) => history.actors.find((candidate) => holdsSessionsOf(candidate, location)) ?? [])
    .find((board) => onlyMaster(restOf({ actor: board, index })) === far);
  if (!apart) return undefined;
  const hasMoved = isTogether(actor.events[index]!.before, apart.events[index]!.before);
  return hasMoved ? { actor: apart, side: far } : undefined;
}

function holdsSessionsOf({ actor }: ActorHistory, location: number): boolean {
  return actor.carriers.some((carrier) => carrier.location === location);
}

function isTogether(users: ActorState, boards: ActorState): boolean {
  return onlyMaster(users) === onlyMaster(boards);
}

function whyElsewhere({ history, actor }: Subject, board: BoardElsewhere): Evidence[] {
  const names = deviceNames(history.stage.pair);
  const end = board.actor.actor.ends[board.side];
  if (!end) return [];
  const [boards, users] = [groupWords(board.actor.actor), groupWords(actor.actor)];
  const text = `${names[board.side]}: ${boards} of the board does not follow what ${users} of its users follows`;
  return [evidence(end.at, text, '012 step 7.3')];
}
