// Lines of a VRRP group that could not be read. Each is a finding of its own, and nothing is concluded from what is left.
import type { Group, Interface } from '../../model/device';
import { isRead, type MatchedLine } from '../../model/lines/matched-line';
import { interfaceOf, vrrpWord, type Member } from '../../model/vrrp/member';
import type { Place } from '../../model/place';
import { canonicalText } from '../../model/lines/canonical-text';
import { typoIn } from './typo';

/** A value of a VRRP group, by the words of its line. */
export type GroupValue = 'virtual-ip' | 'timer advertise' | 'priority' | 'preempt-mode' | 'track';

/** True where a line that gives the group this value could not be read. */
export function hasUnread(member: Member, value: GroupValue): boolean {
  const on = interfaceOf(member);
  let known = unreadOf.get(member.group);
  if (!known || known.on !== on) unreadOf.set(member.group, (known = { on, values: new Map() }));
  let found = known.values.get(value);
  if (found === undefined) known.values.set(value, (found = isUnread(member, value)));
  return found;
}

// Many rules ask about one group. It follows from the group and its interface.
const unreadOf = new WeakMap<
  Group,
  { readonly on: Interface | undefined; readonly values: Map<GroupValue, boolean> }
>();

function isUnread(member: Member, value: GroupValue): boolean {
  if (value === 'virtual-ip' && hasLostAddress(member.group)) return true;
  const lines = interfaceOf(member)?.block.lines ?? member.group.lines;
  return lines.some((line) => couldGive(line, member, value));
}

function hasLostAddress(group: Group): boolean {
  const texts = new Set(group.lines.map(canonicalText).filter((text) => text.includes(' virtual-ip ')));
  return texts.size > group.virtualIps.length;
}

/** A line that was not read and may be the one that gives the value. */
function couldGive(line: MatchedLine, member: Member, value: GroupValue): boolean {
  const { group } = member;
  const word = vrrpWord(group);
  const text = canonicalText(line);
  if (!text.startsWith(word) || (text.length > word.length && text[word.length] !== ' ')) return false;
  const [keyword] = value.split(' ') as [string];
  const about = text.includes(` ${keyword} `) || text.endsWith(` ${keyword}`);
  // What stands for the word of a template nobody knows.
  const namesGroup = text.startsWith(`${word} vrid ${group.vrid} `);
  const isTemplate = text.includes('{{') || text.includes('{%');
  if (about && isTemplate && (namesGroup || / vrid \{[{%]/.test(text))) return true;
  const read = line.match !== undefined && isRead(line.match) && line.match.problems.length === 0;
  if (read && namesGroup) return false;
  // A line whose group number does not read, or is that of a group which is not there, may be any group's.
  const vrid = / vrid (\d+)(?: |$)/.exec(text)?.[1];
  if (vrid !== undefined && vrid !== String(group.vrid))
    return about && value !== 'virtual-ip' && isNoGroup(member, Number(vrid));
  if (read) return false;
  if (about) return (line.match?.problems.length ?? 0) > 0 || typoIn(line) !== undefined;
  if (/ (?:virtual-ip|priority|preempt-mode|timer|track)(?: |$)/.test(text)) return false;
  const typo = typoIn(line);
  return typo !== undefined && (typo.instead === undefined || typo.instead === keyword);
}

function isNoGroup(member: Member, vrid: number): boolean {
  const groups = interfaceOf(member)?.groups ?? [];
  return !groups.some((group) => group.family === member.group.family && group.vrid === vrid && group.exists);
}

/** What the file says at a place of the group's lines. */
export function textAt({ group }: Member, at: Place): string {
  const line = group.lines.find((line) => line.anchor === at.anchor && line.row === at.row);
  return line ? line.text.slice(at.start - line.start, at.end - line.start) : '';
}
