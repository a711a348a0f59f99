// The VSIs, VLANs or bridge domains of the access circuits of matched profiles that back up IGMP snooping.
import { memoizeByObject } from '../../text/memoize';
import type { Block } from '../device';
import { canonicalText } from '../lines/canonical-text';
import type { Pair } from '../pairing/pair';
import { profilePairsWith } from '../services/followed-groups';
import { snoopedCircuitsOf, switchWords, type SnoopedCircuit } from '../services/snooping';
import type { Couple, End } from './couples';

/** The circuits over which both devices of a pair snoop for the same users. */
export function* snoopingCouples(pair: Pair): Iterable<Couple> {
  const seen = new Set<string>();
  for (const matched of profilePairsWith(pair, 'igmp-snooping')) {
    const ofA = snoopedCircuitsOf(matched.a, pair.a);
    const ofB = snoopedCircuitsOf(matched.b, pair.b);
    for (const circuit of ofA) {
      const peer =
        ofA.length === 1 && ofB.length === 1 ? ofB[0] : ofB.find((snoopedCircuit) => areInOne(snoopedCircuit, circuit));
      const [a, b] = [circuit, peer].map((circuit) => circuit && switchEnd(circuit));
      if (!a || !b || seen.has(`${a.name}\n${b.name}`)) continue;
      seen.add(`${a.name}\n${b.name}`);
      yield { subject: 'snooping', a, b, hotBackup: true };
    }
  }
}

function areInOne({ within: left }: SnoopedCircuit, { within: right }: SnoopedCircuit): boolean {
  return left !== undefined && left.view === right?.view && left.name === right.name;
}

/** Undefined where the circuit says for itself what is compared in the VSI. */
function switchEnd({ device, interface: circuit, within }: SnoopedCircuit): End | undefined {
  const [head] = within?.block?.heads ?? [];
  if (!within?.block || !head) return undefined;
  if (circuit.block.lines.some((line) => canonicalText(line).endsWith(' ignore-ac-state'))) return undefined;
  const name = head.text.trim().split(/\s+/)[1] ?? within.name;
  return { device, name: `${switchWords[within.view]} ${name}`, at: head, block: comparable(within.block) };
}

/** With the lines of its protocols. The ID says nothing where another one is agreed on with some device at the far end. */
const comparable = memoizeByObject((block: Block): Block => {
  const all = block.lines.flatMap((line) => [line, ...line.lines]);
  const isAgreed = all.some(({ text }) => /\bnegotiation-vc-id\b/i.test(text));
  return {
    heads: block.heads,
    lines: isAgreed ? all.filter((line) => !canonicalText(line).startsWith('vsi-id ')) : all,
  };
});
