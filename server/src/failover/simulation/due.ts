// What ends next: a timer of the protocol, by the later end of its span, or a refill, by the figure of its service.
import type { Side } from '../../model/pairing/pair';
import { refilledAt } from './entry-copy';
import { sides } from './names';
import type { PlayedActor } from './run';

/** What happens next by itself, and when. */
export interface Due {
  /** Seconds from the start. */
  readonly at: number;
  readonly side: Side;
  /** The carrier whose copy is full; absent for a timer. */
  readonly carrier?: number;
}

/** What ends next in one actor: a refill before a timer where both end at once. */
export function dueIn(played: PlayedActor): Due | undefined {
  const found: Due[] = played.copies.flatMap((copy, carrier) =>
    sides.flatMap((side) => {
      if (copy[side].quality !== 'refilling') return [];
      return [{ at: refilledAt(copy[side], played.actor.carriers[carrier]!), side, carrier }];
    }),
  );
  const timer = played.election?.next();
  if (timer) found.push({ at: timer.span[1], side: timer.side });
  return found.sort((x, y) => x.at - y.at)[0];
}

/** Index of the actor in which something ends first: a refill before a timer, then in the order of the actors. */
export function soonest(due: readonly (Due | undefined)[]): number | undefined {
  let found: number | undefined;
  for (const [index, candidate] of due.entries()) {
    if (candidate && (found === undefined || isSooner(candidate, due[found]!))) found = index;
  }
  return found;
}

function isSooner(candidate: Due, best: Due): boolean {
  if (candidate.at !== best.at) return candidate.at < best.at;
  return candidate.carrier !== undefined && best.carrier === undefined;
}
