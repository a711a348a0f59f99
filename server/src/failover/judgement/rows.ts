// The rows of a rehearsal: each judgement with its evidence.
import { withoutRepeats } from '../simulation/evidence';
import { eventName } from '../simulation/events';
import type { History } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import type { Row } from '../simulation/rehearsal';
import { judgementsOf } from './judgements';
import type { Judgement } from './subject';
import { whyStays } from './why-stays';
import { eventWords, sentence } from './words';

/** In the order of the events, then of the groups. */
export function rowsOf(history: History): Row[] {
  return judgementsOf(history).map(toRow);
}

function toRow({ subject, verdict, takeover }: Judgement): Row {
  const { history, event, index, actor, group, carrier } = subject;
  const names = deviceNames(history.stage.pair);
  const { steady } = actor.events[index]!;
  const { vrid, family } = actor.actor;
  const found = verdict.evidence();
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
    masters: sides.filter((side) => steady.roles[side] === 'master').map((side) => names[side]),
    takeover: takeover ? { to: names[takeover.change.side], afterSeconds: takeover.after } : null,
    entries: verdict.entries,
    outcome: verdict.outcome,
    hitSeconds: verdict.hit,
    text: `${sentence(eventWords(event))}: ${verdict.text}`,
    because: withoutRepeats(found.length > 0 ? found : whyStays(subject, sides)),
  };
}
