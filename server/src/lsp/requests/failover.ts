// The rehearsal of a pair as the panel in the editor shows it: the matrix, and for the events that were chosen the picture, the
// timeline and the moments, with places as ranges. Everything comes out of a snapshot, so it is never older than the texts.
import type { Evidence, Rehearsal, Row } from '../../failover/simulation/rehearsal';
import type { Drawing } from '../../failover/drawing/drawing';
import { spanText } from '../../failover/drawing/time-text';
import { deviceNames, sides } from '../../failover/simulation/names';
import { parseEvent, spelledEvent, type FailureEvent } from '../../failover/simulation/events';
import { failoverMarkdown } from '../../failover/report/markdown';
import { besideOtherPairs, commonMaintenance, eventsInOtherPair } from '../../failover/judgement/several-pairs';
import { compareOutcomes } from '../../failover/judgement/outcomes';
import { severalMarkdown, type NamedRehearsal } from '../../failover/report/several-pairs';
import { matrix, worstOf, worstOutcome } from '../../failover/judgement/matrix';
import { eventTitle } from '../../failover/drawing/outcomes';
import { picture } from '../../failover/drawing/picture';
import { rehearse } from '../../failover/judgement/rehearse';
import { rehearsalSvg } from '../../failover/drawing/sheet';
import { timeline } from '../../failover/drawing/timeline';
import { groupWords, serviceWords } from '../../failover/judgement/words';
import type { LabOptions } from '../../failover/lab/lab';
import type { Pair } from '../../model/pairing/pair';
import { rangeOf, type Place } from '../../model/place';
import { memoizeByObjects } from '../../text/memoize';
import { clampRange } from '../to-lsp';
import type {
  FailoverEvent,
  FailoverFileParams,
  FailoverReason,
  FailoverResult,
  OtherPairOutcome,
  ShownDrawing,
  Target,
} from '../protocol';
import { cited } from './guide-link';

/** `others`: the further pairs of the two devices. */
export function failover(
  pair: Pair,
  others: readonly Pair[],
  asked: readonly string[] | undefined,
  uriOf: (id: string) => string,
): FailoverResult {
  const choices = choicesOf(pair, ...others);
  const events = eventsOf(pair, asked) ?? eventsOf(pair, choices[0]?.events) ?? [];
  const rehearsal = besideOtherPairs(rehearse(pair, events), others);
  const drawn = picture(pair, rehearsal);
  const { reason, reasons } = reasonsOf(pair, uriOf);
  const frameOf = new Map(
    drawn.frames.flatMap((frame, index) => frame.moments.map((moment) => [moment, index] as const)),
  );
  const spelled = events.map(spelledEvent);
  return {
    devices: [pair.a, pair.b].map((device, index) => ({ device: rehearsal.devices[index]!, uri: uriOf(device.file) })),
    matrix: choices,
    events: spelled,
    title:
      choices.find((choice) => choice.events.join() === spelled.join())?.title ??
      events.map((event) => eventTitle(rowWords(event))).join(', then '),
    picture: {
      ...shown(drawn, uriOf, reason),
      frames: drawn.frames.map(({ title, moments, figures }) => ({
        title,
        moments: [...moments],
        figures: [...figures],
      })),
    },
    timeline: shown(timeline(rehearsal), uriOf, reason),
    moments: rehearsal.moments.map((moment, index) => {
      const group = moment.group === undefined ? undefined : rehearsal.groups[moment.group];
      const services = moment.services ?? group?.services ?? [];
      return {
        time: spanText(moment.at),
        text: moment.text,
        kind: moment.lane,
        frame: frameOf.get(index) ?? 0,
        reasons: moment.because.map(reason),
        about: [moment.device, group && groupWords(group), services.length > 0 ? serviceWords(services) : undefined]
          .filter((word) => word !== undefined)
          .join(' · '),
      };
    }),
    outcomes: rehearsal.rows.map((row) => ({ outcome: row.outcome, text: row.text, reasons: row.because.map(reason) })),
    otherPairs: outcomesOf(others, pair, events, uriOf),
    notes: [
      { title: 'Wrong before anything breaks', reasons: rehearsal.standing.map(reason), isFault: true as const },
      { title: 'Users that no profile protects', reasons: rehearsal.unprotected.map(reason) },
      { title: 'What the files cannot tell', reasons: rehearsal.unknown.map(reason) },
    ].filter((note) => note.reasons.length > 0),
    reasons,
  };
}

/**
 * The rehearsal of a pair as an SVG file, with the picture of one frame, or as Markdown, with the further pairs that
 * the events touch. Without events, or where one fits the pair no more, the matrix of single failures.
 */
export function failoverFile(
  pair: Pair,
  others: readonly Pair[],
  { events, frame, format }: FailoverFileParams,
): string {
  const chosen = eventsOf(pair, events);
  if (format === 'svg') return rehearsalSvg(pair, chosen ? rehearse(pair, chosen) : matrix(pair), frame);
  if (!chosen) return matrixMarkdown([pair]);
  const alsoPlayed = others
    .map((other) => ({ pair: other, events: eventsInOtherPair(chosen, pair, other) }))
    .filter((played) => worstOutcome(played.pair, played.events) !== undefined);
  return markdownOf([{ pair, events: chosen }, ...alsoPlayed]);
}

/** Every single failure of each of these pairs. */
export function matrixMarkdown(pairs: readonly Pair[]): string {
  return markdownOf(pairs.map((pair) => ({ pair })));
}

function rehearsed(pair: Pair, others: readonly Pair[], events?: readonly FailureEvent[]): NamedRehearsal {
  const played = besideOtherPairs(events ? rehearse(pair, events) : matrix(pair), others);
  const rehearsal = withShortNames(played, pair);
  return { rehearsal, files: shortNames(pair), why: pair.why.map(({ text }) => text) };
}

function markdownOf(played: readonly { readonly pair: Pair; readonly events?: readonly FailureEvent[] }[]): string {
  const list = played.map(({ pair, events }) => {
    const others = played.map((item) => item.pair).filter((other) => other !== pair);
    return rehearsed(pair, others, events);
  });
  return list.length === 1 ? failoverMarkdown(list[0]!.rehearsal) : severalMarkdown(list);
}

/** Worked out once for each state of the pairs: whoever chooses one after the other edits nothing. */
const choicesOf = memoizeByObjects((pair: Pair, ...others: Pair[]): FailoverEvent[] => {
  const failures = worstOf(pair, others).map(({ event, outcome }): FailoverEvent => ({
    events: rehearsedAs(event),
    title: eventTitle(rowWords(event)),
    outcome,
  }));
  return [...failures, ...maintenanceChoices(pair, others)];
});

/** A device that backs several others fails in all of its pairs. */
function outcomesOf(
  others: readonly Pair[],
  pair: Pair,
  events: readonly FailureEvent[],
  uriOf: (id: string) => string,
): OtherPairOutcome[] {
  return others
    .flatMap((other): OtherPairOutcome[] => {
      const played = eventsInOtherPair(events, pair, other);
      const outcome = worstOutcome(other, played);
      if (outcome === undefined) return [];
      const names = deviceNames(other);
      const devices = sides.map((side) => ({ device: names[side], uri: uriOf(other[side].file) }));
      return [{ devices, events: played.map(spelledEvent), outcome }];
    })
    .sort((x, y) => compareOutcomes(x.outcome, y.outcome));
}

/** Whoever reads a file that was sent has not our folders. */
function withShortNames(rehearsal: Rehearsal, pair: Pair): Rehearsal {
  const short = (evidence: Evidence): Evidence => ({ ...evidence, file: shortName(evidence.file, pair) });
  return {
    ...rehearsal,
    moments: rehearsal.moments.map((moment) => ({ ...moment, because: moment.because.map(short) })),
    rows: rehearsal.rows.map((row) => ({ ...row, because: row.because.map(short) })),
    unknown: rehearsal.unknown.map(short),
    unprotected: rehearsal.unprotected.map(short),
    standing: rehearsal.standing.map(short),
  };
}

/** A lab leaves our folders too. */
export function labNames(pair: Pair): Pick<LabOptions, 'files' | 'why' | 'rehearsal'> {
  return {
    files: shortNames(pair),
    why: pair.why.map(({ text }) => text),
    rehearsal: withShortNames(matrix(pair), pair),
  };
}

function shortNames(pair: Pair): [string, string] {
  return [shortName(pair.a.file, pair), shortName(pair.b.file, pair)];
}

/** The name of the file; with the folders that tell it from the peer's where the names are alike. */
function shortName(file: string, pair: Pair): string {
  const [own, peer] = [file, file === pair.a.file ? pair.b.file : pair.a.file].map((id) => id.split('/').reverse());
  const depth = own!.findIndex((part, index) => part !== peer![index]);
  return own!
    .slice(0, Math.max(1, depth + 1))
    .reverse()
    .join('/');
}

/**
 * Each device taken out and brought back, when the roles of all its pairs have moved; none where no group has a service.
 */
function maintenanceChoices(pair: Pair, others: readonly Pair[]): FailoverEvent[] {
  const names = deviceNames(pair);
  return sides.flatMap((side): FailoverEvent[] => {
    const ofDevice = others.filter(({ a, b }) => [a.file, b.file].includes(pair[side].file));
    const events = commonMaintenance(pair, side, ofDevice);
    const outcome = worstOutcome(pair, events);
    const title = `Maintenance: ${names[side]} is taken out and brought back`;
    return outcome === undefined ? [] : [{ events: events.map(spelledEvent), title, outcome, planned: true }];
  });
}

/** A return is rehearsed with the failure before it. */
function rehearsedAs(event: FailureEvent): string[] {
  return (event.change === 'up' ? [{ ...event, change: 'down' as const, at: 0 }, event] : [event]).map(spelledEvent);
}

/** Undefined where one of them does not fit this pair. */
function eventsOf(pair: Pair, asked: readonly string[] | undefined): FailureEvent[] | undefined {
  const events = (asked ?? []).map((text) => parseEvent(String(text), pair));
  return events.length > 0 && events.every((event): event is FailureEvent => typeof event !== 'string')
    ? events
    : undefined;
}

function rowWords(event: FailureEvent): Pick<Row, 'event' | 'device' | 'part'> {
  return { event: `${event.kind}-${event.change}`, device: event.device ?? null, part: event.part };
}

/** Gives a reason its index in the list that is sent. */
function reasonsOf(
  pair: Pair,
  uriOf: (id: string) => string,
): { readonly reason: (evidence: Evidence) => number; readonly reasons: FailoverReason[] } {
  const reasons: FailoverReason[] = [];
  const known = new Map<string, number>();
  // Most reasons are given many times over as one object.
  const given = new Map<Evidence, number>();
  return {
    reasons,
    reason(evidence) {
      const before = given.get(evidence);
      if (before !== undefined) return before;
      const { file, line, rule, source, text, at } = evidence;
      const key = `${file}\n${line}\n${at.start}\n${rule}\n${source}\n${text}`;
      const index =
        known.get(key) ??
        reasons.push({
          text,
          rule,
          ...(source === 'no source' ? { source: '', page: null } : cited(source)),
          where: `${shortName(file, pair)}:${line}`,
          target: targetOf(at, uriOf),
        }) - 1;
      known.set(key, index);
      given.set(evidence, index);
      return index;
    },
  };
}

function shown(drawing: Drawing, uriOf: (id: string) => string, reason: (evidence: Evidence) => number): ShownDrawing {
  const { title, width, height } = drawing;
  return {
    title,
    width,
    height,
    figures: drawing.figures.map(({ id, name, parts, at, because, moment }) => ({
      id,
      name,
      parts,
      moment,
      target: at && targetOf(at, uriOf),
      reasons: because.map(reason),
    })),
  };
}

function targetOf(at: Place, uriOf: (id: string) => string): Target {
  return { uri: uriOf(at.anchor.file), range: clampRange(rangeOf(at)) };
}
