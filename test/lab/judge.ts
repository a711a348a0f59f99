// Holds what was seen to what is predicted for the very seconds at which the events took effect. Nothing is thrown away here.
import { coursesOf } from '../../server/src/failover/lab/courses';
import { standInOf } from '../../server/src/failover/lab/stand-in';
import { surplusOf } from '../../server/src/failover/lab/tables';
import { toRehearsal } from '../../server/src/failover/judgement/rehearse';
import { groupWords } from '../../server/src/failover/judgement/words';
import type { History } from '../../server/src/failover/simulation/history';
import { deviceNames, sides } from '../../server/src/failover/simulation/names';
import type { Outage, Row } from '../../server/src/failover/simulation/rehearsal';
import type { Side } from '../../server/src/model/pairing/pair';
import type { LabCase } from './lab-case';
import type { Observation, ObservedRole, Silence } from './observation';

/** Seconds of the lab. */
const late = 0.25;
const early = 0.1;
/** A host asks every 50 ms, and a few answers may be lost while a bridge learns. */
const shortest = 0.35;

/** A span of the prediction in seconds of the lab, with what keepalived may add to its end. */
interface Due {
  readonly role: string;
  /** Index of the event that it is due to. */
  readonly cause: number;
  readonly from: number;
  readonly to: number;
}

/** What differs, one sentence each; empty where all is as predicted. */
export function disagreements({ pair, events, speed, pings }: LabCase, seen: Observation): string[] {
  const { stage } = standInOf(pair);
  if (seen.events.length !== events.length) return [`${seen.events.length} of ${events.length} events took effect`];
  const played = events.map((event, index) => ({ ...event, at: Math.max(0, seen.events[index]! / speed) }));
  const courses = coursesOf(stage, played);
  return stage.actors.flatMap((_, number) => {
    const found = courses
      .filter(({ groups }) => groups.has(number))
      .map(({ history }) => [
        ...sides.flatMap((side) => rolesThatDiffer(history, number, side, speed, seen)),
        ...(pings ? silencesThatDiffer(history, number, speed, seen) : []),
      ]);
    // Where no file tells which of several courses things take, one of them is enough.
    return found.some((sentences) => sentences.length === 0) ? [] : found.flat();
  });
}

function rolesThatDiffer(history: History, number: number, side: Side, speed: number, seen: Observation): string[] {
  const { actor, initial, roles } = history.actors[number]!;
  const isOurs = (change: ObservedRole) => change.group === number && change.side === side;
  const name = `${deviceNames(history.stage.pair)[side]}, ${groupWords(actor)}`;
  const rest = seen.rest.findLast(isOurs)?.role;
  if (rest !== initial.roles[side]) return [`${name}: ${rest} at rest, predicted ${initial.roles[side]}`];
  const due = roles
    .filter((change) => change.side === side)
    .map((change): Due => ({
      role: change.role,
      cause: change.cause,
      from: change.span[0] * speed,
      to: (change.span[1] + surplusOf(history, number, change)) * speed,
    }));
  const found = seen.roles.filter(isOurs);
  const words = found.map(({ role, at }) => `${role} ${at.toFixed(2)}`).join(', ') || 'nothing';
  const predicted =
    due.map(({ role, from, to }) => `${role} ${from.toFixed(2)}-${to.toFixed(2)}`).join(', ') || 'nothing';
  const agrees =
    found.length === due.length &&
    found.every(({ role, at }, index) => {
      const { role: wanted, cause, from, to } = due[index]!;
      return role === wanted && at >= from - early - (seen.doubts[cause] ?? 0) && at <= to + late;
    });
  return agrees ? [] : [`${name}: ${words}; predicted ${predicted}`];
}

/** What the host misses against the outages of the rows, and in all against the seconds that users are hit. */
function silencesThatDiffer(history: History, number: number, speed: number, seen: Observation): string[] {
  const courses = { shown: history, courses: [{ history, groups: new Set(history.actors.keys()) }], unplayed: [] };
  const rows = toRehearsal(courses).rows.filter(({ group }) => group === number);
  const name = groupWords(history.actors[number]!.actor);
  const surplus = longestSurplus(history, number) * speed;
  // Where the LAN is parted the host still hears both sides.
  const outages = rows
    .flatMap((row) => row.outages)
    .filter((outage) => outage.partition === undefined)
    .map((outage) => inLab(outage, speed));
  const found = seen.silences.filter(({ group }) => group === number);
  const doubt = Math.max(...seen.doubts);
  const missing = outages.filter((outage) => isNoticed(outage) && !found.some((each) => covers(each, outage, seen)));
  const unexpected = found.filter(
    (each) =>
      each.to - each.from > shortest &&
      !(
        outages.some((outage) => beginsWith(each, outage, doubt)) &&
        outages.some((outage) => endsWith(each, outage, surplus))
      ),
  );
  const predicted = outages.map(outageText).join(', ') || 'never';
  const wrong = [
    ...missing.map((outage) => `${name}: silent ${listed(found)}, predicted ${outageText(outage)}`),
    ...unexpected.map((each) => `${name}: silent ${listed([each])}, predicted ${predicted}`),
  ];
  return wrong.length > 0 ? wrong : rows.flatMap((row) => hitThatDiffers(row, name, speed, surplus, found));
}

/** An outage in seconds of the lab. */
interface LabOutage {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number] | null;
  /** False where no file tells whether users are without service. */
  readonly certain: boolean;
}

function isNoticed({ from, to, certain }: LabOutage): boolean {
  return certain && (to === null || to[0] - from[1] > 2 * late);
}

/** What nothing ends but a repair lasts until the next event at least. */
function covers(silence: Silence, { from, to }: LabOutage, seen: Observation): boolean {
  const next = seen.events.find((at) => at > from[1] + late) ?? seen.end;
  return silence.from <= from[1] + late && silence.to >= (to ? to[0] : next) - late;
}

function beginsWith(silence: Silence, { from }: LabOutage, doubt: number): boolean {
  return silence.from >= from[0] - late - doubt && silence.from <= from[1] + late;
}

function endsWith(silence: Silence, { from, to }: LabOutage, surplus: number): boolean {
  if (to === null) return silence.to >= from[0];
  return silence.to >= to[0] - late && silence.to <= to[1] + surplus + late;
}

function outageText({ from, to }: LabOutage): string {
  return `from ${span(from)} to ${to ? span(to) : 'a repair'}`;
}

/** The seconds that users of this event are hit, against the silences that its outages are. */
function hitThatDiffers(row: Row, name: string, speed: number, surplus: number, found: readonly Silence[]): string[] {
  const { hitSeconds, outages, event } = row;
  if (!hitSeconds) return [];
  const own = outages.map((outage) => inLab(outage, speed));
  const silent = found.filter((each) =>
    own.some(({ from, to }) => to && each.to > from[0] && each.from < to[1] + surplus),
  );
  const start = row.at * speed;
  const seconds = silent.reduce((sum, { from, to }) => sum + to - Math.max(from, start), 0);
  const margin = late * Math.max(1, own.length);
  const isInside =
    seconds >= hitSeconds[0] * speed - margin && seconds <= hitSeconds[1] * speed + margin + surplus * own.length;
  return isInside
    ? []
    : [
        `${name}: silent for ${seconds.toFixed(2)} s after ${event}, predicted ${span([hitSeconds[0] * speed, hitSeconds[1] * speed])} s`,
      ];
}

function longestSurplus(history: History, number: number): number {
  return Math.max(0, ...history.actors[number]!.roles.map((change) => surplusOf(history, number, change)));
}

function inLab({ from, to, certain }: Outage, speed: number): LabOutage {
  const scaled = ([least, most]: readonly [number, number]) => [least * speed, most * speed] as const;
  return { from: scaled(from), to: to && scaled(to), certain };
}

function span([from, to]: readonly [number, number]): string {
  return `${from.toFixed(2)}-${to.toFixed(2)}`;
}

function listed(silences: readonly Silence[]): string {
  return silences.map(({ from, to }) => `${from.toFixed(2)} to ${to.toFixed(2)}`).join(', ') || 'none';
}

/** Seconds of the lab by which an event came otherwise than it was wished: the machine was at fault. */
export function lateness({ events, speed }: LabCase, seen: Observation): number {
  return Math.max(
    ...seen.doubts,
    ...events.map((event, index) => Math.abs((seen.events[index] ?? 0) - event.at * speed)),
  );
}
