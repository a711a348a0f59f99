// The axis of the timeline. It keeps the order of time, not its scale: 3 seconds and 30 minutes must both be read. Lengths are
// pixels, times are seconds.
import type { Rehearsal, Span } from '../simulation/rehearsal';
import { rounded } from '../simulation/timers';
import { line, text, type Figure, type Part } from './drawing';
import { clockText, secondsText } from './time-text';

/** Room for the names of the lanes, in pixels. */
export const labelWidth = 128;
const beforeWidth = 66;
const afterWidth = 80;
/** Between two ticks. */
const leastGap = 58;
const leastWidth = 480;

/** Where a second lies, in pixels. */
export interface Axis {
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly { readonly at: number; readonly x: number }[];
  x(at: number): number;
}

/** `start`: index of the first event among the moments. */
export function axisOf(rehearsal: Rehearsal, start: number): Axis {
  const seconds = shownSeconds(rehearsal, start);
  const left = labelWidth + beforeWidth;
  const weights = seconds.slice(1).map((at, index) => 1 + Math.log10(1 + at - seconds[index]!));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const room = Math.max(leastWidth - 12 - left - afterWidth, weights.length * leastGap);
  const spare = room - weights.length * leastGap;
  let x = left;
  const ticks = seconds.map((at, index) => {
    if (index > 0) x += leastGap + (sum === 0 ? 0 : (spare * weights[index - 1]!) / sum);
    return { at, x };
  });
  const right = Math.max(x + afterWidth, leastWidth - 12);
  return { left, right, ticks, x: (at) => positionOf(ticks, right, rounded(at)) };
}

/** Every second at which something happens or users are served again, in order. */
function shownSeconds(rehearsal: Rehearsal, start: number): number[] {
  const moments = rehearsal.moments.slice(start).flatMap((moment) => moment.at);
  const ends = rehearsal.rows.flatMap((row) => {
    const isOpen = row.outcome === 'loses-users' || row.outcome === 'no-switchover';
    return isOpen ? [] : row.outages.flatMap(({ to }) => (to ? [to[1]] : []));
  });
  return [...new Set([0, ...moments, ...ends].map(rounded))].sort((x, y) => x - y);
}

/** Between two ticks in proportion. */
function positionOf(ticks: Axis['ticks'], right: number, at: number): number {
  const index = ticks.findIndex((tick) => tick.at >= at);
  const tick = ticks[index];
  if (!tick) return right;
  const previous = ticks[index - 1];
  if (tick.at === at || !previous) return tick.x;
  return previous.x + ((tick.x - previous.x) * (at - previous.at)) / (tick.at - previous.at);
}

/** The axis with its marks, down to `bottom`. */
export function axisFigure(axis: Axis, bottom: number): Figure {
  const before = text(labelWidth + beforeWidth / 2, 18, 'before', { anchor: 'middle', look: 'dim' });
  const ticks = axis.ticks.flatMap(({ at, x }): Part[] => [
    line(x, 24, x, bottom, at === 0 ? 'event' : 'grid'),
    text(x, 18, at < 120 ? secondsText(at) : clockText(at), {
      anchor: 'middle',
      look: 'dim',
      room: leastGap - 4,
    }),
  ]);
  return {
    id: 'axis',
    name: `Time from ${secondsText(0)} to ${secondsText(axis.ticks.at(-1)?.at ?? 0)}; distances are not to scale`,
    because: [],
    parts: [before, ...ticks],
  };
}

/** In the middle of a span. */
export function middleOf(axis: Axis, span: Span): number {
  return (axis.x(span[0]) + axis.x(span[1])) / 2;
}
