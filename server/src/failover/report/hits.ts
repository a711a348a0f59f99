// The moments of a rehearsal at which users are without service, in the order of time: each once, although several rows may tell of it.
import type { Rehearsal, Row, Span } from '../simulation/rehearsal';

/** From when to when users are without service. */
export interface Hit {
  readonly from: Span;
  /** Null where nothing in the files ends it, or users have to ask again. */
  readonly to: Span | null;
  readonly certain: boolean;
  /** The device on whose side of a parted LAN the users are; absent where all users of the group are hit. */
  readonly partition?: string;
  /** Index into `Rehearsal.groups`. */
  readonly group: number;
  readonly services: readonly string[];
  /** Whether they are, and for how long, the files do not tell. */
  readonly untold?: true;
}

/** In the order of time. */
export function hitsOf({ rows }: Pick<Rehearsal, 'rows'>): Hit[] {
  const found = new Map<string, Hit>();
  for (const row of rows) {
    for (const hit of hitsOfRow(row)) {
      // What is under way when a later event comes is told by the row of the earlier one.
      const key = JSON.stringify([hit.group, hit.services, hit.to, hit.untold]);
      if (!found.has(key)) found.set(key, hit);
    }
  }
  return [...found.values()].sort((x, y) => x.from[0] - y.from[0] || x.group - y.group);
}

function hitsOfRow({ outages, outcome, takeover, at, group, services, hitSeconds, masters }: Row): Hit[] {
  if (group === null) return [];
  const hits = outages.map((outage) => ({ ...outage, group, services }));
  if (hitSeconds !== null || outages.some(({ to }) => to === null)) return hits;
  const [earliest, latest] = takeover?.afterSeconds ?? [0, 0];
  const lasting = { from: [at + earliest, at + latest], to: null, group, services } as const;
  if (outcome === 'loses-users') return takeover ? [...hits, { ...lasting, certain: true }] : hits;
  return masters.length > 1 ? [...hits, { ...lasting, certain: false, untold: true }] : hits;
}
