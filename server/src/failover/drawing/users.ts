// The users of a rehearsal, second by second: which services share their entries, and whether their users are served.
import type { Rehearsal, Row } from '../simulation/rehearsal';

/** The services of one group whose entries travel together, by one profile or board, and what the rehearsal says of their users. */
export interface Carried {
  /** Index into `Rehearsal.groups`. */
  readonly group: number;
  readonly services: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * `faulty`: served from good entries, but not as it should be; `doubtful`: no file tells whether they are served; `unsure`:
 * nobody takes over, and no file says whether the way out still works.
 */
export type UsersState = 'served' | 'stale' | 'incomplete' | 'faulty' | 'doubtful' | 'unsure' | 'cut' | 'lost';

/** In the order of the groups. */
export function carriedOf(rehearsal: Rehearsal): Carried[] {
  const found = new Map<string, { group: number; services: readonly string[]; rows: Row[] }>();
  const note = (group: number, services: readonly string[], row?: Row): void => {
    const key = `${group} ${services.join()}`;
    const known = found.get(key) ?? { group, services, rows: [] };
    found.set(key, known);
    if (row) known.rows.push(row);
  };
  for (const { group, services } of rehearsal.moments) {
    if (group !== undefined && services && services.length > 0) note(group, services);
  }
  for (const row of rehearsal.rows) {
    if (row.group !== null && row.services.length > 0) note(row.group, row.services, row);
  }
  return [...found.values()].sort((x, y) => x.group - y.group);
}

/** Index of the first event among the moments: where the states at rest end. */
export function firstEvent(rehearsal: Rehearsal): number {
  const index = rehearsal.moments.findIndex((moment) => moment.lane === 'event');
  return index < 0 ? rehearsal.moments.length : index;
}

/** The row that speaks of this second: users notice a return only when the role moves back. */
export function rowAt(rows: readonly Row[], now: number): Row | undefined {
  let last: Row | undefined;
  let since = -Infinity;
  for (const row of rows) {
    const from = firstSecond(row);
    if (from > now || from < since) continue;
    last = row;
    since = from;
  }
  return last;
}

function firstSecond(row: Row): number {
  const isReturn = row.event.endsWith('-up');
  return row.at + (isReturn && row.takeover ? row.takeover.afterSeconds[1] : 0);
}

/** How the users of a row are served at this second. */
export function usersAfter(row: Row, now: number): UsersState {
  if (row.outcome === 'no-switchover') return 'unsure';
  if (row.outcome === 'loses-users') return 'lost';
  if (row.outages.some(({ from, to }) => from[0] <= now && (!to || now < to[1]))) return 'cut';
  if (row.outcome === 'unknown') return 'doubtful';
  if (row.outcome === 'survives' || row.outcome === 'interrupted') return 'served';
  return row.entries === 'stale' || row.entries === 'incomplete' ? row.entries : 'faulty';
}

/** `by` are the names of the devices that serve them; empty where none is known. */
export function usersWords(state: UsersState, by: string): string {
  switch (state) {
    case 'served':
      return by === '' ? 'served' : `served by ${by}`;
    case 'stale':
      return `served by ${by}, entries stale`;
    case 'incomplete':
      return `served by ${by}, entries may be incomplete`;
    case 'faulty':
      return `served by ${by}, with a fault`;
    case 'doubtful':
      return `${by === '' ? 'served' : `served by ${by}`}, if what comes back finds its way`;
    case 'unsure':
      return `${by === '' ? 'nobody' : by} stays, no switchover`;
    case 'cut':
      return 'wait for a master';
    case 'lost':
      return 'without service';
  }
}
