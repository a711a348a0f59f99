// What is seen of a case while it is played. Times are seconds of the lab, from when the first event took effect.
import type { Side } from '../../server/src/model/pairing/pair';

/**
 * A change of a role, in the words of keepalived. `at` counts from when the first event took effect; in `rest` it is the
 * clock, in seconds.
 */
export interface ObservedRole {
  readonly at: number;
  readonly side: Side;
  /** Index of the group in the prediction. */
  readonly group: number;
  readonly role: string;
}

/** Nobody answered the host between these two. */
export interface Silence {
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

/** What a lab showed, in the order in which it was logged. */
export interface Observation {
  /** Before the first event. */
  readonly rest: readonly ObservedRole[];
  /** In the order of time; each is another role than before. */
  readonly roles: readonly ObservedRole[];
  /** When each event took effect. */
  readonly events: readonly number[];
  /** For how long, before that, it may already have: a link is seen to be down a little after it is. */
  readonly doubts: readonly number[];
  readonly silences: readonly Silence[];
  /** When the observation ended. */
  readonly end: number;
  /** Clock times, in milliseconds, at which it began and ended. */
  readonly clock: readonly [from: number, to: number];
}

interface LoggedRole extends ObservedRole {
  readonly at: number;
}

/** Reads the log of lab.sh; what the host got answers to, by group, are clock times in seconds. */
export function observationOf(
  log: string,
  answers: ReadonlyMap<number, readonly number[]>,
  clock: readonly [number, number],
): Observation {
  const rows = log
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('\t'));
  const effects = rows.filter(([, what]) => what === 'effect').map(([at]) => Number(at));
  const begins = rows.filter(([, what]) => what === 'event');
  const begun = Number(begins[0]?.[0]);
  const start = effects[0] ?? begun;
  const logged = rows
    .filter(([, what]) => what === 'role')
    .map(([at, , side, group, role]): LoggedRole => ({
      at: Number(at),
      side: side as Side,
      group: Number(group!.slice(1)) - 1,
      role: role!,
    }))
    .sort((x, y) => x.at - y.at);
  const end = clock[1] / 1000;
  return {
    rest: logged.filter(({ at }) => at < begun),
    roles: withoutRepeats(logged)
      .filter(({ at }) => at >= begun)
      .map((change) => ({ ...change, at: change.at - start })),
    events: effects.map((at) => at - start),
    doubts: effects.map((at, index) => (/^device-/.test(begins[index]![2]!) ? 0 : at - Number(begins[index]![0]))),
    silences: [...answers].flatMap(([group, times]) => silencesOf(group, times, start, end)),
    end: end - start,
    clock,
  };
}

function withoutRepeats(logged: readonly LoggedRole[]): LoggedRole[] {
  const last = new Map<string, string>();
  return logged.filter(({ side, group, role }) => {
    const key = `${side} ${group}`;
    const isNew = last.get(key) !== role;
    last.set(key, role);
    return isNew;
  });
}

/** A host asks every 50 ms. */
const shortest = 0.2;

function silencesOf(group: number, times: readonly number[], start: number, end: number): Silence[] {
  const all = [...times, end];
  return all.flatMap((to, index) => {
    const from = all[index - 1] ?? to;
    return to - from > shortest && to > start ? [{ group, from: from - start, to: to - start }] : [];
  });
}
