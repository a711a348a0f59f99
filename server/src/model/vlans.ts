// Which VLANs an interface takes: one notion for `vlan-type dot1q`, QinQ, ranges of users and VLANIF interfaces.
import type { Interface } from './device';
import type { MatchedLine } from './lines/matched-line';
import { canonicalText, wordsAt } from './lines/canonical-text';
import type { Place } from './place';

/** Numbers from the first to the last, both included. */
type Range = readonly [first: number, last: number];

interface Tags {
  readonly outer: Range;
  readonly inner?: Range;
}

export interface Vlans {
  /** One spelling for one set of VLANs, whatever the lines: `7`, `100-200`, `10.100-200` for an inner tag in an outer one. */
  readonly key: string;
  /** The value in the line that says it first; absent for a VLANIF, whose name says it. */
  readonly at?: Place;
  /** The lines that say it. */
  readonly lines: readonly MatchedLine[];
}

/** VLANs that an interface terminates; a VLANIF is in the one of its number. */
export function vlansOf(on: Interface): Vlans | undefined {
  const vlanif = /^vlanif(\d+)$/.exec(on.key)?.[1];
  return vlanif === undefined ? vlansIn(on.block.lines, terminations) : { key: vlanif, lines: [] };
}

/** The VLAN in which the groups of the interface advertise: the one that is named for it, else the VLANs that it takes. */
export function advertisingVlans(on: Interface): Vlans | undefined {
  return vlansIn(on.block.lines, forVrrp) ?? vlansOf(on) ?? userVlansOf(on);
}

/** The VLANs of users that a BRAS interface takes. */
export function userVlansOf(on: Interface): Vlans | undefined {
  return vlansIn(on.block.lines, users);
}

interface Form {
  readonly start: RegExp;
  readonly tags: RegExp;
}

const users: readonly Form[] = [
  { start: /^user-vlan /, tags: /^user-vlan (?<a>\d+)(?: (?<b>\d+))?(?: qinq (?<c>\d+)(?: (?<d>\d+))?)?$/ },
];

const terminations: readonly Form[] = [
  { start: /^vlan-type /, tags: /^vlan-type dot1q (?<a>\d+)(?: (?:to )?(?<b>\d+))?$/ },
  { start: /^dot1q termination /, tags: /^dot1q termination vid (?<a>\d+)(?: to (?<b>\d+))?(?: vrf \S+)?$/ },
  {
    start: /^qinq termination /,
    tags: /^qinq termination pe-vid (?<a>\d+) ce-vid (?<c>\d+)(?: to (?<d>\d+))?(?: vlan-group \d+)?$/,
  },
  {
    // The kind of termination alone names no VLAN.
    start: /^encapsulation (?!dot1q-termination|qinq-termination)/,
    tags: /^encapsulation (?:dot1q|qinq) vid (?<a>\d+)(?: to (?<b>\d+))?(?: ce-vid (?<c>\d+))?$/,
  },
];

const forVrrp: readonly Form[] = [
  { start: /^dot1q vrrp /, tags: /^dot1q vrrp vid (?<a>\d+)$/ },
  { start: /^qinq vrrp /, tags: /^qinq vrrp pe-vid (?<a>\d+) ce-vid (?<c>\d+)$/ },
];

/** Undefined where no line says it, or one that says it is not understood. */
function vlansIn(lines: readonly MatchedLine[], forms: readonly Form[]): Vlans | undefined {
  const found: { readonly line: MatchedLine; readonly tags: Tags }[] = [];
  for (const line of lines) {
    const text = canonicalText(line);
    const form = forms.find(({ start }) => start.test(text));
    if (!form) continue;
    const groups = form.tags.exec(text)?.groups;
    const outer = groups && rangeOf(groups.a, groups.b);
    if (!outer) return undefined;
    found.push({ line, tags: { outer, inner: rangeOf(groups.c, groups.d) } });
  }
  const [first] = found;
  if (!first) return undefined;
  const words = canonicalText(first.line).split(' ');
  const from = words.findIndex((word) => /^\d+$/.test(word));
  return {
    key: keyOf(found.map(({ tags }) => tags)),
    at: wordsAt(first.line, from, words.length - 1),
    lines: found.map(({ line }) => line),
  };
}

function rangeOf(first: string | undefined, last: string | undefined): Range | undefined {
  if (first === undefined) return undefined;
  return [Number(first), Number(last ?? first)];
}

/** Ranges of one inner tag that touch are one range. */
function keyOf(all: readonly Tags[]): string {
  const byInner = new Map<string, Range[]>();
  for (const { outer, inner } of all) {
    const key = inner ? `.${spelled(inner)}` : '';
    byInner.set(key, [...(byInner.get(key) ?? []), outer]);
  }
  return [...byInner]
    .flatMap(([inner, ranges]) => joined(ranges).map((range) => `${spelled(range)}${inner}`))
    .sort()
    .join(', ');
}

function joined(ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const range of [...ranges].sort((x, y) => x[0] - y[0])) {
    const last = found.at(-1);
    if (last && range[0] <= last[1] + 1) found[found.length - 1] = [last[0], Math.max(last[1], range[1])];
    else found.push(range);
  }
  return found;
}

function spelled([first, last]: Range): string {
  return first === last ? String(first) : `${first}-${last}`;
}
