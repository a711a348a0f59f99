// What a peer says where this device says something: the line that answers it.
import { viewKey } from '../compare/device-views';
import type { Device } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { other as opposite, type Pair, type Side } from '../model/pairing/pair';
import { rowOf, type Place } from '../model/place';
import type { Snapshot } from '../workspace/workspace';
import { answersIn, type Other } from './counterpart';

/** A line of the peer, with where it stands. */
export interface PeerLine {
  readonly device: Device;
  /** Whether the view in which the line stands has an answering one there at all. */
  readonly answered: boolean;
  readonly line?: MatchedLine;
}

/** For each device that this one is paired with. */
export function peerLines(snapshot: Snapshot, line: MatchedLine, other: Other): PeerLine[] {
  return snapshot.peers.map((pair) => lineOn(line, pair, pair.a.file === snapshot.file ? 'a' : 'b', other));
}

function lineOn(line: MatchedLine, pair: Pair, side: Side, other: Other): PeerLine {
  const device = pair[opposite(side)];
  const answers = line.match && answersIn(pair, other);
  if (!answers) return { device, answered: false };
  const answer = answers.lineFor(side, line);
  if (answer) return { device, answered: true, line: answer };
  const parent = answers[side].parents.get(line);
  return {
    device,
    answered:
      parent === undefined
        ? line.opens === undefined
        : (answers.lineFor(side, parent) ?? answers.viewFor(side, viewKey(parent))) !== undefined,
  };
}

/** Where a place stands, as a person counts rows. */
export function rowName(place: Place): string {
  return `line ${rowOf(place) + 1}`;
}
