// Which VLANs the sub-interfaces of a port take their frames from. A frame belongs to one sub-interface: two of one port in one VLAN
// are refused, or one of them gets nothing (docs/decisions/vlan-of-a-group.md).
import { memoizeByObject } from '../text/memoize';
import type { Interface } from './device';
import { mapRanges, type Range } from './incremental/range-view';
import { canonicalText } from './lines/canonical-text';
import { inForce, type MatchedLine } from './lines/matched-line';

/** VLANs that one line takes: of frames with one tag, or with the inner tag in this range below one outer tag. */
export interface VlanRange extends Range {
  readonly line: MatchedLine;
  readonly first: number;
  readonly last: number;
  readonly outer?: number;
}

/** The VLANs of all sub-interfaces of a device. */
export const vlansOf = mapRanges<string, Interface, VlanRange>((on) => terminatedVlans(on));

/** The VLANs of a sub-interface; none for a main interface, or where the file does not say. */
export const terminatedVlans = memoizeByObject((on: Interface): readonly VlanRange[] => {
  if (on.key === on.mainKey) return [];
  const lines = inForce(on.block.lines);
  // It holds one value: the last line wins.
  const typed = lines.findLast(isVlanType);
  return lines.filter((line) => line === typed || !isVlanType(line)).flatMap((line) => rangesIn(line, on.mainKey));
});

function isVlanType(line: MatchedLine): boolean {
  return /^vlan-type\s/i.test(line.text);
}

/** `VLAN 310`, `VLANs 100 to 200`, `VLANs 1 to 9 in 20` */
export function vlanText({ first, last, outer }: VlanRange): string {
  const own = first === last ? `VLAN ${first}` : `VLANs ${first} to ${last}`;
  return outer === undefined ? own : `${own} in ${outer}`;
}

const oneTag = /^(?:vlan-type dot1q|dot1q termination vid|encapsulation dot1q vid) (\d+)(?: to (\d+))?$/;
const twoTags =
  /^(?:qinq termination pe-vid|encapsulation qinq vid) (\d+) ce-vid (\d+)(?: to (\d+))?(?: vlan-group \d+)?$/;
const ofUsers = /^user-vlan (\d+)(?: (\d+))?(?: qinq (\d+)(?: (\d+))?)?$/;

function rangesIn(line: MatchedLine, port: string): VlanRange[] {
  if (!/vlan|dot1q|qinq/i.test(line.text) || line.match?.undo) return [];
  const text = canonicalText(line);
  const single = oneTag.exec(text);
  if (single) return [rangeOf(line, port, [single[1], single[2]])].flat();
  const double = twoTags.exec(text);
  if (double) return rangeOf(line, port, [double[2], double[3]], [double[1], undefined]);
  const users = ofUsers.exec(text);
  if (!users) return [];
  return rangeOf(line, port, [users[1], users[2]], users[3] === undefined ? undefined : [users[3], users[4]]);
}

type Numbers = readonly [first: string | undefined, last: string | undefined];

function rangeOf(line: MatchedLine, port: string, inner: Numbers, outer?: Numbers): VlanRange[] {
  const [first, last] = numbers(inner);
  if (!isRange(first, last)) return [];
  if (!outer) return [{ ...range(`${port} one tag`, first, last), line, first, last }];
  const [from, to] = numbers(outer);
  if (!isRange(from, to)) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const tag = from + index;
    return { ...range(`${port} ${tag}`, first, last), line, first, last, outer: tag };
  });
}

function numbers([first, last]: Numbers): [number, number] {
  return [Number(first), Number(last ?? first)];
}

/** VLAN IDs go to 4094; a line with others is a finding of its own. */
function isRange(first: number, last: number): boolean {
  return first >= 1 && first <= last && last <= 4094;
}

function range(space: string, first: number, last: number): Range {
  return { space, from: String(first).padStart(4, '0'), to: String(last).padStart(4, '0') };
}
