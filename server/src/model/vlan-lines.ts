// What the lines of an interface say of VLANs: the one place that reads `vlan-type`, the terminations of dot1q and QinQ, the VLANs
// of users and those in which a group advertises. Which VLANs an interface takes, and which two of a port take, follow from it.
import { memoizeByObject } from '../text/memoize';
import type { Interface } from './device';
import { inForce } from './lines/in-force';
import type { MatchedLine } from './lines/matched-line';
import { canonicalText } from './lines/canonical-text';

/** VLAN numbers from the first to the last, both included. */
export interface Tags {
  readonly first: number;
  readonly last: number;
}

/** What the VLANs of a line are for: frames of the sub-interface, users who log in there, or advertisements of its groups. */
export type TagUse = 'frames' | 'users' | 'advertisements';

/** What one line says. */
export interface Tagging {
  readonly line: MatchedLine;
  readonly use: TagUse;
  /** The VLAN of a frame with one tag, else its inner one. */
  readonly vlans: Tags;
  readonly outer?: Tags;
}

/** What all lines of an interface say. */
export interface Taggings {
  /** In the order of the file. */
  readonly all: readonly Tagging[];
  /** Uses of which a line is there that could not be read. */
  readonly unread: ReadonlySet<TagUse>;
}

interface Form {
  readonly use: TagUse;
  readonly start: RegExp;
  /** `a` to `b` is the VLAN, `c` to `d` the outer one. */
  readonly tags: RegExp;
}

const forms: readonly Form[] = [
  {
    use: 'users',
    start: /^user-vlan /,
    tags: /^user-vlan (?<a>\d+)(?: (?<b>\d+))?(?: qinq (?<c>\d+)(?: (?<d>\d+))?)?$/,
  },
  { use: 'frames', start: /^vlan-type /, tags: /^vlan-type dot1q (?<a>\d+)(?: (?:to )?(?<b>\d+))?$/ },
  {
    use: 'frames',
    start: /^dot1q termination /,
    tags: /^dot1q termination vid (?<a>\d+)(?: to (?<b>\d+))?(?: vrf \S+)?$/,
  },
  {
    use: 'frames',
    start: /^qinq termination /,
    tags: /^qinq termination pe-vid (?<c>\d+) ce-vid (?<a>\d+)(?: to (?<b>\d+))?(?: vlan-group \d+)?$/,
  },
  {
    use: 'frames',
    // The kind of termination alone names no VLAN.
    start: /^encapsulation (?!dot1q-termination|qinq-termination)/,
    tags: /^encapsulation (?:dot1q vid (?<a>\d+)(?: to (?<b>\d+))?|qinq vid (?<c>\d+) ce-vid (?<e>\d+)(?: to (?<f>\d+))?)$/,
  },
  { use: 'advertisements', start: /^dot1q vrrp /, tags: /^dot1q vrrp vid (?<a>\d+)$/ },
  { use: 'advertisements', start: /^qinq vrrp /, tags: /^qinq vrrp pe-vid (?<c>\d+) ce-vid (?<a>\d+)$/ },
];

/** The lines in force. `vlan-type` holds one value: the last line wins. */
export const taggingsOf = memoizeByObject((on: Interface): Taggings => {
  const all: Tagging[] = [];
  const unread = new Set<TagUse>();
  const lines = inForce(on.block.lines).filter(
    (line) => !line.match?.undo && /vlan|dot1q|qinq|^encap|^user-v/i.test(line.text),
  );
  const typed = lines.findLast(isVlanType);
  for (const line of lines) {
    if (isVlanType(line) && line !== typed) continue;
    const text = canonicalText(line);
    const form = forms.find(({ start }) => start.test(text));
    if (!form) continue;
    const tagging = taggingOn(line, form, text);
    if (tagging) all.push(tagging);
    else unread.add(form.use);
  }
  return { all, unread };
});

function isVlanType(line: MatchedLine): boolean {
  return /^vlan-t(?:y(?:pe?)?)?\s/i.test(line.text);
}

function taggingOn(line: MatchedLine, { use, tags }: Form, text: string): Tagging | undefined {
  const groups = tags.exec(text)?.groups;
  const vlans = groups && tagsOf(groups.a ?? groups.e, groups.b ?? groups.f);
  return vlans && { line, use, vlans, outer: tagsOf(groups.c, groups.d) };
}

function tagsOf(first: string | undefined, last: string | undefined): Tags | undefined {
  return first === undefined ? undefined : { first: Number(first), last: Number(last ?? first) };
}
