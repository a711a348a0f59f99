// Which VLANs the sub-interfaces of a port take their frames from. A frame belongs to one sub-interface: two of one port in one VLAN
// are refused, or one of them gets nothing (docs/decisions/vlan-of-a-group.md).
import { memoizeByObject } from '../text/memoize';
import type { Interface } from './device';
import { mapRanges, type Range } from './incremental/range-view';
import type { MatchedLine } from './lines/matched-line';
import { taggingsOf, type Tagging, type Tags } from './vlan-lines';

/** VLANs that one line takes: of frames with one tag, or with the inner tag in this range below one outer tag. */
export interface VlanRange extends Range {
  readonly line: MatchedLine;
  readonly first: number;
  readonly last: number;
  readonly outer?: number;
}

/** The VLANs of all sub-interfaces of a device. */
export const vlanRanges = mapRanges<string, Interface, VlanRange>((on) => terminatedVlans(on));

/** The VLANs of a sub-interface; none for a main interface, or where the file does not say. */
export const terminatedVlans = memoizeByObject((on: Interface): readonly VlanRange[] => {
  if (on.key === on.mainKey) return [];
  const { all } = taggingsOf(on);
  return all.filter(({ use }) => use !== 'advertisements').flatMap((tagging) => rangesOf(tagging, on.mainKey));
});

/** `VLAN 310`, `VLANs 100 to 200`, `VLANs 1 to 9 in 20` */
export function vlanText({ first, last, outer }: VlanRange): string {
  const own = first === last ? `VLAN ${first}` : `VLANs ${first} to ${last}`;
  return outer === undefined ? own : `${own} in ${outer}`;
}

function rangesOf({ line, vlans, outer }: Tagging, port: string): VlanRange[] {
  if (!isRange(vlans)) return [];
  const { first, last } = vlans;
  if (!outer) return [{ ...range(`${port} one tag`, first, last), line, first, last }];
  if (!isRange(outer)) return [];
  return Array.from({ length: outer.last - outer.first + 1 }, (_, index) => {
    const tag = outer.first + index;
    return { ...range(`${port} ${tag}`, first, last), line, first, last, outer: tag };
  });
}

/** VLAN IDs go to 4094; a line with others is a finding of its own. */
function isRange({ first, last }: Tags): boolean {
  return first >= 1 && first <= last && last <= 4094;
}

function range(space: string, first: number, last: number): Range {
  return { space, from: String(first).padStart(4, '0'), to: String(last).padStart(4, '0') };
}
