// Whether the two ends of an E-Trunk read each other's Hello packets. Where they do not, both take themselves for the master.
import { agreements } from '../../catalogue/agreement';
import { eTrunkEnds } from '../agreement/couples';
import { disagreements, type Disagreement } from '../agreement/disagreements';
import type { Pair, Side } from '../pairing/pair';
import { mirroring, type ETrunkPair } from './e-trunk-pairs';

/** Why the two ends of an E-Trunk do not hear each other. */
export type ETrunkDeafness =
  /** One end has no line with the addresses. */
  | { readonly cause: 'no-peer'; readonly side: Side }
  | { readonly cause: 'addresses' }
  /** A setting that both must have in one way: a key, the way of authentication. */
  | { readonly cause: 'setting'; readonly found: Disagreement; readonly rule: string };

/** Undefined where nothing keeps them from hearing each other; what the files do not tell keeps nobody from it. */
export function eTrunkDeafness(pair: Pair, eTrunk: ETrunkPair): ETrunkDeafness | undefined {
  const { a, b } = eTrunk;
  if (!a.peer) return { cause: 'no-peer', side: 'a' };
  if (!b.peer) return { cause: 'no-peer', side: 'b' };
  const { aPointsToB, bPointsToA } = mirroring(a, b);
  if (!aPointsToB || !bPointsToA) return { cause: 'addresses' };
  const ends = eTrunkEnds(pair, eTrunk);
  for (const agreement of agreements) {
    const check = agreement.deafens ? agreement.checks?.['e-trunk'] : undefined;
    const [found] = check ? disagreements(ends, agreement, check) : [];
    if (check && found) return { cause: 'setting', found, rule: check.rule };
  }
  return undefined;
}

/** What the two differ in, in words for people: a part of a sentence. */
export function eTrunkDeafnessText(pair: Pair, { a, b }: ETrunkPair, why: ETrunkDeafness): string {
  const name = `E-Trunk ${a.id}`;
  switch (why.cause) {
    case 'no-peer':
      return `${name} has no peer-address on ${pair[why.side].name}`;
    case 'addresses':
      return `the addresses of ${name} do not mirror each other (${a.peer?.value.key} and ${b.source?.value.key}, ${a.source?.value.key} and ${b.peer?.value.key})`;
    case 'setting':
      return `${name}: its ${why.found.agreement.called} differs on ${pair.a.name} and ${pair.b.name}`;
  }
}
