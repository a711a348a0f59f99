// Stretches of a lane: what holds from when to when, in seconds. Between not-before and not-after a lane is open.
import type { Moment, Rehearsal } from '../simulation/rehearsal';
import { box, fitted, text, textWidth, type Figure, type Part, type Tone } from './drawing';
import { secondsText, spanText } from './time-text';
import { labelWidth, type Axis } from './timeline-axis';

/** From -1 before the first event, to Infinity where it lasts. */
export interface Stretch<State> {
  readonly from: number;
  readonly to: number;
  readonly state: State;
}

/** A moment with its index. */
export interface Numbered {
  readonly moment: Moment;
  /** Index into `Rehearsal.moments`. */
  readonly at: number;
}

/** States one after the other; `start` is the index of the first event, `before` what holds where no moment at rest says it. */
export function stretches<State>(
  moments: readonly Numbered[],
  start: number,
  before: State,
  stateOf: (moment: Moment) => State | undefined,
): Stretch<State>[] {
  const list: { from: number; to: number; state: State }[] = [{ from: -1, to: Infinity, state: before }];
  for (const { moment, at } of moments) {
    const state = stateOf(moment);
    if (state === undefined) continue;
    const last = list[list.length - 1]!;
    if (at < start) {
      last.state = state;
      continue;
    }
    const from = Math.max(moment.at[1], last.from);
    last.to = Math.max(last.from, moment.at[0]);
    list.push({ from, to: Infinity, state });
  }
  return list.filter((stretch) => stretch.to > stretch.from);
}

/** How a bar looks and where it lies. */
export interface BarLooks {
  readonly y: number;
  readonly height: number;
  readonly tone: Tone;
  /** The first that fits is written. */
  readonly words: readonly string[];
  readonly size: number;
}

/** A bar from one second to another, with its words where they fit. */
export function bar(axis: Axis, { from, to }: Stretch<unknown>, { y, height, tone, words, size }: BarLooks): Part[] {
  const left = from < 0 ? labelWidth : axis.x(from);
  const right = to === Infinity ? axis.right : axis.x(to);
  const room = right - left - 22;
  const parts: Part[] = [box(left + 1, y, right - left - 2, height, `state ${tone}`, 3)];
  if (room <= 14) return parts;
  const shown =
    words.find((candidate) => textWidth(candidate, size) <= room) ?? fitted(words[words.length - 1]!, room, size);
  if (shown.length > 2)
    parts.push(text((left + right) / 2, y + height / 2 + size * 0.36, shown, { size, anchor: 'middle' }));
  return parts;
}

/** `from 3.5 s to 10 s`, `until 5 s`, `all the time`. */
export function stretchText({ from, to }: Stretch<unknown>): string {
  if (from < 0) return to === Infinity ? 'all the time' : `until ${secondsText(to)}`;
  return to === Infinity ? `from ${secondsText(from)}` : `from ${secondsText(from)} to ${secondsText(to)}`;
}

/** A point of the timeline that can be asked why: the moment with this index. */
export function marker(
  rehearsal: Rehearsal,
  index: number,
  x: number,
  y: number,
  tone: Tone,
  label: readonly Part[] = [],
): Figure {
  const moment = rehearsal.moments[index]!;
  return {
    id: `moment ${index}`,
    name: `${spanText(moment.at)}: ${moment.text}`,
    because: moment.because,
    at: moment.because[0]?.at,
    moment: index,
    parts: [box(x - 6, y - 6, 12, 12, `marker ${tone}`, moment.lane === 'event' ? 2 : 6), ...label],
  };
}
