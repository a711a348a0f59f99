// Which VLANs an interface takes: one notion for `vlan-type dot1q`, QinQ, ranges of users and VLANIF interfaces.
import { push } from '../text/collections';
import type { Interface } from './device';
import type { MatchedLine } from './lines/matched-line';
import { canonicalText, wordsAt } from './lines/canonical-text';
import type { Place } from './place';
import { taggingsOf, type Tagging, type Tags, type TagUse } from './vlan-lines';

/** The VLANs that an interface is in. */
export interface Vlans {
  /** One spelling for one set of VLANs, whatever the lines: `7`, `100-200`, `10.100-200` for an inner tag in an outer one. */
  readonly key: string;
  /** The value in the line that says it first; absent for a VLANIF, whose name says it. */
  readonly at?: Place;
  /** The lines that say it. */
  readonly lines: readonly MatchedLine[];
}

/** Whatever may put a sub-interface in a VLAN, a bridge domain or a tunnel, understood or not. In a VSI it still needs its tag. */
export function maySayVlan({ text }: MatchedLine): boolean {
  return (
    !/^\s*(?:description|l2 binding vsi)\b/i.test(text) &&
    /vlan|vid\b|dot1q|qinq|encapsulation|bridge|l2|vsi/i.test(text)
  );
}

/** VLANs that an interface terminates; a VLANIF is in the one of its number. */
export function vlansOf(on: Interface): Vlans | undefined {
  const vlanif = vlanOfVlanif(on.key);
  return vlanif === undefined ? vlansFor(on, 'frames') : { key: String(vlanif), lines: [] };
}

/** The VLAN of a VLANIF, by its key. */
export function vlanOfVlanif(key: string): number | undefined {
  const number = /^vlanif(\d+)$/.exec(key)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The VLAN in which the groups of the interface advertise: the one that is named for it, else the VLANs that it takes. */
export function advertisingVlans(on: Interface): Vlans | undefined {
  return vlansFor(on, 'advertisements') ?? vlansOf(on) ?? userVlansOf(on);
}

/** The VLANs of users that a BRAS interface takes. */
export function userVlansOf(on: Interface): Vlans | undefined {
  return vlansFor(on, 'users');
}

/** Undefined where no line says it, or one that says it is not understood. */
function vlansFor(on: Interface, use: TagUse): Vlans | undefined {
  const { all, unread } = taggingsOf(on);
  const found = all.filter((tagging) => tagging.use === use);
  const [first] = found;
  if (!first || unread.has(use)) return undefined;
  const words = canonicalText(first.line).split(' ');
  const from = words.findIndex((word) => /^\d+$/.test(word));
  return {
    key: keyOf(found),
    at: wordsAt(first.line, from, words.length - 1),
    lines: found.map(({ line }) => line),
  };
}

/** Ranges that touch are one range, and outer tags of one set of inner ones are one too. */
function keyOf(all: readonly Tagging[]): string {
  const byOuter = new Map<number | undefined, Tags[]>();
  for (const { vlans, outer } of all) for (const tag of numbersOf(outer)) push(byOuter, tag, vlans);
  const outersByInner = new Map<string, Tags[]>();
  const texts: string[] = [];
  for (const [outer, ranges] of byOuter) {
    const inner = joined(ranges).map(spelled);
    if (outer === undefined) texts.push(...inner);
    else for (const text of inner) push(outersByInner, text, { first: outer, last: outer });
  }
  for (const [inner, outers] of outersByInner)
    texts.push(...joined(outers).map((outer) => `${spelled(outer)}.${inner}`));
  return texts.sort().join(', ');
}

/** The tags one by one; one that is undefined where there is none. */
function numbersOf(tags: Tags | undefined): readonly (number | undefined)[] {
  if (!tags) return [undefined];
  // VLAN IDs go to 4094; a line with others is a finding of its own.
  const last = Math.min(tags.last, 4095);
  return Array.from({ length: Math.max(0, last - tags.first + 1) }, (_, index) => tags.first + index);
}

function joined(ranges: readonly Tags[]): Tags[] {
  const found: Tags[] = [];
  for (const range of [...ranges].sort((x, y) => x.first - y.first)) {
    const last = found.at(-1);
    if (last && range.first <= last.last + 1)
      found[found.length - 1] = { first: last.first, last: Math.max(last.last, range.last) };
    else found.push(range);
  }
  return found;
}

function spelled({ first, last }: Tags): string {
  return first === last ? String(first) : `${first}-${last}`;
}
