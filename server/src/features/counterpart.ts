// What answers the line under the cursor on the paired device; where nothing does, the view that answers the one it stands in,
// else the top of the file.
import { correspondenceOf, type Correspondence } from '../compare/correspondence';
import { viewKey } from '../compare/device-views';
import type { Device } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { other as opposite, type Pair, type Side } from '../model/pairing/pair';
import { rangeOf, rowOf } from '../model/place';
import type { Position, Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { headsAbove, lineAt } from './cursor-context';

/** Where the counterpart of a line stands. */
export interface Counterpart {
  readonly file: string;
  readonly range: Range;
  /** The line that answers; absent where it is only the nearest place. */
  readonly line?: MatchedLine;
}

/** Gives the snapshot of another file. */
export type Other = (file: string) => Snapshot | undefined;

/** The pair with the most reasons to be one. */
export function strongestPair(
  snapshot: Snapshot,
): { readonly pair: Pair; readonly side: Side; readonly peer: Device } | undefined {
  const weight = (pair: Pair) => pair.why.reduce((sum, witness) => sum + witness.weight, 0);
  const pair = [...snapshot.peers].sort((left, right) => weight(right) - weight(left))[0];
  if (!pair) return undefined;
  const side: Side = pair.a.file === snapshot.file ? 'a' : 'b';
  return { pair, side, peer: side === 'a' ? pair.b : pair.a };
}

/** Which line answers which across a pair of this file. */
export function answersIn(pair: Pair, other: Other): Correspondence | undefined {
  const facts = { a: other(pair.a.file)?.facts, b: other(pair.b.file)?.facts };
  return facts.a && facts.b ? correspondenceOf(pair, (side) => facts[side]!) : undefined;
}

/** The counterpart of the line at the position; of the file as a whole where there is no position. */
export function counterpart(snapshot: Snapshot, position: Position | undefined, other: Other): Counterpart | undefined {
  const found = strongestPair(snapshot);
  if (!found) return undefined;
  const { pair, side, peer } = found;
  const answers = position && answersIn(pair, other);
  const line = position && lineAt(snapshot, position.line);
  const answer = line && answers?.lineFor(side, line);
  if (answer) return { file: peer.file, range: rangeOf(answer), line: answer };
  // The innermost view that has an answer; of an interface whose lines are a group's, the group.
  const heads = answers ? headsAbove(snapshot, position.line).reverse() : [];
  for (const head of heads) {
    const place = answers?.lineFor(side, head) ?? answers?.viewFor(side, viewKey(head))?.heads[0];
    if (place) return { file: peer.file, range: rangeOf(place) };
  }
  return {
    file: peer.file,
    range: peer.sysname
      ? rangeOf(peer.sysname.at)
      : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  };
}

/** The file and row of a place on the peer, for a person. */
export function counterpartName(
  { pair, side }: { readonly pair: Pair; readonly side: Side },
  line: MatchedLine,
): string {
  return `${pair[opposite(side)].name}, line ${rowOf(line) + 1}`;
}
