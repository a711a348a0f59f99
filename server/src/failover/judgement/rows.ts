// The rows of a rehearsal: each judgement with its evidence.
import { withoutRepeats } from '../simulation/evidence';
import { eventName } from '../simulation/events';
import { deviceNames, sides } from '../simulation/names';
import { lessCertain, ranges, type Range } from '../simulation/ranges';
import type { Outage, Row, Span } from '../simulation/rehearsal';
import { rounded } from '../simulation/timers';
import type { JudgementOptions } from './judgements';
import { judgementsOfCourses, type PlayedCourses } from './played-courses';
import type { Judgement } from './subject';
import { whyStays } from './why-stays';
import { eventWords, sentence } from './words';

/** In the order of the events, then of the groups. */
export function rowsOf(courses: PlayedCourses, options?: JudgementOptions): Row[] {
  return judgementsOfCourses(courses, options).map(toRow);
}

function toRow(judgement: Judgement): Row {
  const { subject, verdict, takeover } = judgement;
  const { history, event, index, actor, group, carrier } = subject;
  const names = deviceNames(history.stage.pair);
  const { steady } = actor.events[index]!;
  const { vrid, family, eTrunk } = actor.actor;
  const found = verdict.evidence();
  const masters = sides.filter((side) => steady.roles[side] === 'master').map((side) => names[side]);
  return {
    event: eventName(event),
    device: event.device ?? null,
    ...(event.part === undefined ? {} : { part: event.part }),
    at: event.at,
    group,
    vrid,
    family,
    ...(eTrunk ? { eTrunk: { id: eTrunk.id, trunks: eTrunk.trunks } } : {}),
    services: carrier?.services ?? [],
    bound: carrier?.bound ?? [],
    masters: masters.length === 0 && takeover ? [names[takeover.change.side]] : masters,
    takeover: takeover ? { to: names[takeover.change.side], afterSeconds: takeover.after } : null,
    entries: verdict.entries,
    outcome: verdict.outcome,
    range: rangeOf(judgement),
    hitSeconds: verdict.hit,
    maxHitSeconds: rounded(subject.bound),
    outages: (verdict.outages ?? subject.outages).map(roundedOutage),
    text: `${sentence(eventWords(event))}: ${verdict.text}`,
    because: withoutRepeats(found.length > 0 ? found : whyStays(subject, sides)),
  };
}

/** Of several reasons for a range the least certain one. */
function rangeOf({ subject, verdict, takeover }: Judgement): Range | null {
  const outages = verdict.outages ?? subject.outages;
  const isDoubtful = outages.some(({ certain, to }) => !certain && to !== null);
  const own = verdict.range ?? takeover?.change.range;
  if (!isDoubtful || own?.kind === 'unknown') return own ?? null;
  return verdict.range ?? lessCertain(own ?? ranges.exact, ranges.wayOut);
}

function roundedOutage({ from, to, ...what }: Outage): Outage {
  return { from: roundedSpan(from), to: to && roundedSpan(to), ...what };
}

function roundedSpan([earliest, latest]: Span): Span {
  return [rounded(earliest), rounded(latest)];
}
