// Whether the switch below bundles the links of both devices: in static LACP it takes them for one partner where the two Eth-Trunks of
// an E-Trunk send one system ID and one priority.
import { agreements } from '../../catalogue/agreement';
import { eTrunkMemberEnds } from '../agreement/couples';
import { disagreements, type Disagreement } from '../agreement/disagreements';
import type { Interface } from '../device';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { Pair } from '../pairing/pair';
import type { ETrunkMember } from './e-trunk-pairs';

/** The difference that keeps links to both devices out of one bundle, and the rule that tells it. */
export interface PartedBundle {
  readonly found: Disagreement;
  readonly rule: string;
}

/** What the two say otherwise; undefined where nothing in the files parts them, or where it is not LACP that bundles the links. */
export function partedBundle(pair: Pair, { a, b }: ETrunkMember): PartedBundle | undefined {
  if (!a || !b || !runsLacp(a) || !runsLacp(b)) return undefined;
  const ends = eTrunkMemberEnds(pair, a, b);
  for (const agreement of agreements) {
    const check = agreement.partsBundle ? agreement.checks?.['e-trunk'] : undefined;
    const [found] = check ? disagreements(ends, agreement, check) : [];
    if (check && found) return { found, rule: check.rule };
  }
  return undefined;
}

function runsLacp({ block }: Interface): boolean {
  const modes = inForce([...block.lines])
    .filter((line) => !line.match?.undo)
    .map(canonicalText)
    .filter((text) => text.startsWith('mode '));
  return modes.at(-1)?.startsWith('mode lacp') ?? false;
}
