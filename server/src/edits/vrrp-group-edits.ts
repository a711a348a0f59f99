// How a VRRP group is changed: a value in place, a line where the device would print it, another number everywhere it is named.
import type { Block } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { rowOf, type Fact, type Place } from '../model/place';
import { interfaceOf, mentions, vrrpWord, type Member } from '../model/vrrp/member';
import { canonicalText, valueOf } from '../model/lines/canonical-text';
import { insertInBlock, replace } from './config-edits';
import type { FileEdit } from './file-edit';

/** Writes a value in place, or adds the line that holds it: `setValue(member, group.priority, 'priority', 120)`. */
export function setValue(member: Member, written: Fact<number> | undefined, words: string, value: number): FileEdit {
  return written ? replace(written.at, String(value)) : addLine(member, `${words} ${value}`);
}

const delayWords = 'preempt-mode timer delay';

/** The preempt delay of the group at its device: the line that has it is changed, or one is put in. In seconds. */
export function setDelay(member: Member, seconds: number): FileEdit {
  return setValue(member, member.group.delay, delayWords, seconds);
}

/** Sets the interval in the unit of the protocol, also where milliseconds are written. */
export function setAdvertise(member: Member, milliseconds: number): FileEdit {
  const { group } = member;
  const words =
    milliseconds < 1000 ? `millisecond ${milliseconds}` : String(milliseconds / (group.family === 6 ? 10 : 1000));
  if (!group.advertise) return addLine(member, `timer advertise ${words}`);
  const line = group.lines.find(
    (line) => line.anchor === group.advertise!.at.anchor && line.row === group.advertise!.at.row,
  );
  const hit = line && /\badvertise\s+(\S.*)/i.exec(line.text);
  if (!line || !hit) return replace(group.advertise.at, words);
  const start = line.start + hit.index + hit[0].length - hit[1]!.length;
  return replace({ anchor: line.anchor, row: line.row, start, end: start + hit[1]!.length }, words);
}

/** A new line of the group where the device would print it: addresses, priority, preemption, timer, tracks. */
export function addLine(member: Member, words: string): FileEdit {
  const { device, group } = member;
  const start = `${vrrpWord(group)} vrid ${group.vrid}`;
  const own = rank(words);
  return insertInBlock(device, blockOf(member), `${start} ${words}`, {
    after: (line) => {
      const text = canonicalText(line);
      return (text === start || text.startsWith(`${start} `)) && rank(text.slice(start.length + 1)) <= own;
    },
  });
}

function rank(words: string): number {
  const order = ['virtual-ip', 'peer-ip', 'admin', 'priority', 'preempt', 'timer', 'holding-multiplier', 'track'];
  if (words === '') return 0;
  const index = order.findIndex((word) => words.startsWith(word));
  return index < 0 ? order.length : index;
}

function blockOf(member: Member): Block {
  return interfaceOf(member)?.block ?? { heads: member.group.lines.slice(0, 1), lines: member.group.lines };
}

/** Gives the group another number: in its own lines, and in whatever names it on its device. */
export function renumber(member: Member, vrid: number): FileEdit[] {
  return numberPlaces(member).map((place) => replace(place, String(vrid)));
}

/** Everywhere the group's number is typed: in its own lines, and in whatever names it on its device. */
export function numberPlaces(member: Member): Place[] {
  const { group } = member;
  const places: Place[] = [];
  for (const line of group.lines) {
    const value = valueOf(line, 'virtual-router-id');
    if (value) places.push(value.at);
  }
  const tracks = new RegExp(`\\btrack\\s+${vrrpWord(group)}\\s+vrid\\s+(${group.vrid})\\b`, 'i');
  for (const line of interfaceOf(member)?.block.lines ?? []) {
    const hit = group.lines.includes(line) ? null : tracks.exec(line.text);
    if (hit) places.push(part(line, hit.index + hit[0].length - hit[1]!.length, hit[1]!.length));
  }
  places.push(...mentions(member));
  const seen = new Set<string>();
  return places.filter((place) => {
    const key = `${rowOf(place)} ${place.start}`;
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

function part(line: MatchedLine, start: number, length: number): Place {
  return { anchor: line.anchor, row: line.row, start: line.start + start, end: line.start + start + length };
}
