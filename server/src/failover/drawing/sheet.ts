// A rehearsal as one SVG file, for a change request or a wall: the pair as it is when all is over and the timeline that led
// there; of a matrix the pair at rest and what each failure does.
import type { Pair } from '../../model/pairing/pair';
import type { Rehearsal } from '../simulation/rehearsal';
import { svg } from './svg';
import { outcomeTable } from './outcomes';
import { atFrame, picture } from './picture';
import { timeline } from './timeline';

/**
 * Picture, timeline and outcomes of a rehearsal as one SVG file; `frame` is an index into the frames of the picture, the last
 * without it.
 */
export function rehearsalSvg(pair: Pair, rehearsal: Rehearsal, frame?: number): string {
  const all = picture(pair, rehearsal);
  const drawings =
    rehearsal.events.length === 0
      ? [atFrame(all, 0), outcomeTable(rehearsal)]
      : [atFrame(all, frame ?? all.frames.length - 1), timeline(rehearsal), outcomeTable(rehearsal)];
  return svg(drawings, `Failover of ${rehearsal.devices[0]} and ${rehearsal.devices[1]}`);
}
