// The two ends of what both devices call by one name: the lines below those that define it.
import type { NameKind } from '../../catalogue';
import { memoizeByObject } from '../../text/memoize';
import type { Device } from '../device';
import { canonicalText } from '../lines/canonical-text';
import type { MatchedLine } from '../lines/matched-line';
import type { Pair } from '../pairing/pair';
import type { SharedName } from '../references/named-units';
import type { Occurrence } from '../references/section-names';
import type { End } from './couples';

/** Both are called as the first device writes the name. */
export function endsOf(pair: Pair, { a, b }: SharedName, called: (name: string) => string): [a: End, b: End] {
  const name = called(a[0]!.text);
  return [endAt(pair.a, a, name), endAt(pair.b, b, name)];
}

/** The end that goes by the name on a device; undefined where it does not make the name. */
export function endOf(device: Device, kind: NameKind, key: string, name: string): End | undefined {
  const definitions = device.nameIndex.definitionsOf(kind, key);
  return definitions.length === 0 ? undefined : endAt(device, definitions, name);
}

/** All lines below the ones that define the name. */
export function endAt(device: Device, definitions: readonly Occurrence[], name: string): End {
  const heads = definitions.map(({ line }) => line);
  return { device, name, at: heads[0]!, block: { heads, lines: heads.flatMap(below) } };
}

const below = memoizeByObject((line: MatchedLine): readonly MatchedLine[] =>
  line.lines.flatMap((own) => [own, ...below(own)]),
);

const textBelow = memoizeByObject((line: MatchedLine): string => below(line).map(canonicalText).sort().join('\n'));

/** Whether the lines of both are the same, in any order. */
export function saySame(a: End, b: End): boolean {
  return a.block.heads.map(textBelow).join('\n') === b.block.heads.map(textBelow).join('\n');
}
