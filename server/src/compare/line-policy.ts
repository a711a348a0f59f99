// How a line of one device must stand to the line that answers it, in the words of the pair table and the mapped peer. What holds
// is said by the catalogue (catalogue/agreement.ts), which the checks read too.
import { agreementOf, type Relation } from '../catalogue/agreement';
import { canonicalText } from '../model/lines/canonical-text';
import type { MatchedLine } from '../model/lines/matched-line';
import type { RowKind } from './pair-table/row';

/** How a line relates to that of the other device, and why. */
export interface LinePolicy {
  readonly kind: RowKind;
  /** One sentence. */
  readonly why: string;
}

const kinds: Readonly<Record<Relation, RowKind>> = {
  'must match': 'must match',
  'must differ': 'must differ',
  mirrored: 'must differ',
  role: 'role',
  free: 'may differ',
};

/** What the agreements of the catalogue say of the line; free where they say nothing. */
export function policyOf(line: MatchedLine): LinePolicy {
  const text = canonicalText(line).replace(/^undo /, '');
  const { relation, why } = agreementOf(line.match?.command, text);
  return { kind: kinds[relation], why };
}
