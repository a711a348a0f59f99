// The timeline of a rehearsal: a lane for the events of each device, and for each virtual router with its services a lane a
// device (its role, below it what its entries are worth) and one for the users. Times are ranges: between not-before and
// not-after a lane is open.
import { push } from '../../text/collections';
import type { Rehearsal } from '../simulation/rehearsal';
import { fitted, line, text, textWidth, type Drawing, type Figure } from './drawing';
import { axisFigure, axisOf, labelWidth } from './timeline-axis';
import { groupLanes, type Lanes, type Timeline } from './timeline-lanes';
import { marker, type Numbered } from './timeline-stretches';
import { carriedOf, firstEvent } from './users';

const mostGroups = 12;

/** The rehearsal over time: a lane for each device and each service of each group. */
export function timeline(rehearsal: Rehearsal): Drawing {
  const start = firstEvent(rehearsal);
  const axis = axisOf(rehearsal, start);
  const drawn: Timeline = { rehearsal, start, axis };
  const figures: Figure[] = [];
  let y = 34;
  const add = (lanes: Lanes) => {
    figures.push(...lanes.figures);
    y += lanes.height;
  };
  add(eventLanes(drawn, y));
  const touched = touchedGroups(drawn);
  const shown = (touched.length > 0 ? touched : [...rehearsal.groups.keys()]).slice(0, mostGroups);
  const carried = carriedOf(rehearsal);
  const momentsOf = momentsByGroup(rehearsal);
  for (const index of shown) {
    const subject = {
      index,
      group: rehearsal.groups[index]!,
      moments: momentsOf.get(index) ?? [],
      carried: carried.filter(({ group }) => group === index),
    };
    add(groupLanes(drawn, subject, y));
  }
  add(moreLanes(rehearsal.groups.length - shown.length, touched.length > shown.length, y));
  return {
    title: `Timeline of ${rehearsal.devices[0]} and ${rehearsal.devices[1]}`,
    width: axis.right + 12,
    height: y + 8,
    figures: [axisFigure(axis, y), ...figures],
  };
}

/** Indices of the groups to which something happens, or whose users do not simply survive. */
function touchedGroups({ rehearsal, start }: Timeline): number[] {
  const touched = new Set([
    ...rehearsal.moments.slice(start).map((moment) => moment.group),
    ...rehearsal.rows.filter((row) => row.outcome !== 'survives').map((row) => row.group),
  ]);
  return [...rehearsal.groups.keys()].filter((index) => touched.has(index));
}

function momentsByGroup(rehearsal: Rehearsal): Map<number | undefined, Numbered[]> {
  const found = new Map<number | undefined, Numbered[]>();
  for (const [at, moment] of rehearsal.moments.entries()) push(found, moment.group, { moment, at });
  return found;
}

/** In place of the virtual routers that are not shown; `happens`: something happens to some of them. */
function moreLanes(rest: number, happens: boolean, y: number): Lanes {
  if (rest === 0) return { figures: [], height: 0 };
  const words = happens
    ? `${rest} more virtual routers are in the table`
    : `${rest} more virtual ${rest === 1 ? 'router' : 'routers'}: nothing changes`;
  const parts = [text(16, y + 16, words, { look: 'dim' })];
  return { figures: [{ id: 'lanes more', name: words, because: [], parts }], height: 26 };
}

/** A lane for each device to which something happens, and one for what happens between them. */
function eventLanes(drawn: Timeline, top: number): Lanes {
  const { rehearsal, start } = drawn;
  const figures: Figure[] = [];
  let y = top;
  const happening = rehearsal.moments.slice(start).map((moment, index): Numbered => ({ moment, at: start + index }));
  const all = happening.filter(({ moment }) => moment.lane === 'event');
  for (const device of [...rehearsal.devices, undefined]) {
    const events = all.filter(({ moment }) => moment.device === device);
    if (events.length === 0 && device === undefined) continue;
    const markers = eventMarkers(drawn, events, y);
    figures.push(eventLane(drawn, device, events, y), ...markers.figures);
    y += 6 + Math.max(1, markers.depth) * 20;
  }
  return { figures, height: y - top + 4 };
}

function eventLane({ axis }: Timeline, device: string | undefined, events: readonly Numbered[], y: number): Figure {
  const title = device ?? 'Between them';
  const owner = device === undefined ? 'between the devices' : `of ${device}`;
  const words = events.length === 0 ? 'none' : events.map(({ moment }) => moment.text).join('; ');
  return {
    id: `events ${title}`,
    name: `Events ${owner}: ${words}`,
    because: [],
    parts: [
      text(16, y + 17, title, { size: 12, look: 'strong', room: labelWidth - 22 }),
      line(16, y, axis.right, y, 'grid'),
    ],
  };
}

/** Events with their words; those close together stand one below the other. `depth` is the number of rows. */
function eventMarkers(
  { rehearsal, axis }: Timeline,
  events: readonly Numbered[],
  y: number,
): { readonly figures: readonly Figure[]; readonly depth: number } {
  /** By row: where the last words end. */
  const ends: number[] = [];
  const figures = events.map(({ moment, at }) => {
    const x = axis.x(moment.at[0]);
    const free = ends.findIndex((end) => end <= x - 10);
    const row = free < 0 ? ends.length : free;
    const next = row > 0 ? undefined : events.find((other) => other.at > at && axis.x(other.moment.at[0]) > x);
    const room = (next ? axis.x(next.moment.at[0]) : axis.right) - x - 16;
    const words = fitted(moment.text, Math.max(room, 60), 11);
    ends[row] = x + 16 + textWidth(words, 11);
    const label = text(x + 12, y + 17 + row * 20, words);
    return marker(rehearsal, at, x, y + 13 + row * 20, 'bad', [label]);
  });
  return { figures, depth: ends.length };
}
