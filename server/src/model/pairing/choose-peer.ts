// Which of the devices that may be its peers a device chooses.
import type { Device } from '../device';
import { byName, type PairCandidate } from './pair-candidate';
import { trunksShared } from './evidence';
import { channelEnds, matchingGroups, mirroredEnds, relatedEnds } from './similarity';

/** A couple that may be a pair, seen from one of its devices. */
export interface Candidate {
  readonly peer: Device;
  readonly couple: PairCandidate;
  readonly score: number;
  readonly distance: number;
}

/** What one device would choose. */
export interface Choice {
  readonly candidates: readonly Candidate[];
  readonly chosen: ReadonlySet<string>;
  readonly ambiguity?: readonly Device[];
  /** The files that share a key with it, where none of them is a candidate. */
  readonly related?: readonly string[];
}

/** The choice of a device that nothing leads to a peer. */
export const nothingChosen: Choice = { candidates: [], chosen: new Set() };

/**
 * A device may back several: each of its channels and groups looks for its own peer; for one subject the nearest folder wins, then
 * the stronger evidence; a tie that remains is said, not guessed.
 */
export function choice(device: Device, candidates: readonly Candidate[]): Choice {
  if (candidates.length < 2) return { candidates, chosen: new Set(candidates.map(({ peer }) => peer.file)) };
  const chosen = new Set<string>();
  const tied = new Set<Device>();
  const answered = new Map(candidates.map((candidate) => [candidate, new Set(subjects(device, candidate.peer))]));
  for (const subject of new Set([...answered.values()].flatMap((all) => [...all]))) {
    const rivals = candidates
      .filter((candidate) => answered.get(candidate)!.has(subject))
      .sort(
        (x, y) =>
          x.distance - y.distance || y.score - x.score || similarity(device, y.peer) - similarity(device, x.peer),
      );
    const [best, next] = rivals;
    if (!best) continue;
    if (
      next &&
      next.distance === best.distance &&
      next.score === best.score &&
      similarity(device, next.peer) === similarity(device, best.peer)
    ) {
      rivals
        .filter((rival) => rival.distance === best.distance && rival.score === best.score)
        .forEach((rival) => tied.add(rival.peer));
    } else {
      chosen.add(best.peer.file);
    }
  }
  return tied.size > 0 && chosen.size === 0
    ? { candidates, chosen, ambiguity: [...tied].sort(byName) }
    : { candidates, chosen };
}

/** What of `self` would be answered by `peer`: its channels and its virtual routers. Rivals for one subject exclude each other. */
function subjects(self: Device, peer: Device): string[] {
  const found: string[] = [];
  const [left, right] = [channelEnds(self), channelEnds(peer)];
  const mirrored = new Set(mirroredEnds(left, right).map(({ ofA }) => ofA));
  for (const end of left) {
    if (mirrored.has(end) || relatedEnds([end], right, self, peer).length > 0)
      found.push(`channel ${end.rbs.key} ${end.channel.peer.value.key}`);
  }
  for (const group of self.groups) {
    if (matchingGroups(self, group, peer).length > 0)
      found.push(`group ${group.interfaceKey} ${group.family} ${group.vrid}`);
  }
  // An E-Trunk has one partner, as a channel has; a device may have several of them (docs/decisions/e-trunk-roles.md).
  for (const trunk of trunksShared(self, peer)) found.push(`e-trunk ${trunk.id}`);
  return found.length > 0 ? found : ['other'];
}

/** Folders to climb from one file to the other. */
export function folderDistance(left: string, right: string): number {
  const a = left.split('/').slice(0, -1);
  const b = right.split('/').slice(0, -1);
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return a.length + b.length - 2 * shared;
}

/** How much two device names share at their start; names are only a tie-breaker. */
function similarity(left: Device, right: Device): number {
  let shared = 0;
  while (shared < left.name.length && left.name[shared]?.toLowerCase() === right.name[shared]?.toLowerCase()) shared++;
  return shared;
}
