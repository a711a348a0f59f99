// What "expand selection" takes in step by step: the word, the value, the line, the lines of its VRRP group, each view around
// it, the file.
import type { MatchedLine } from '../model/lines/matched-line';
import { rangeOf, rowOf } from '../model/place';
import { comparePositions, range, type Position, type Range } from '../text/range';
import { words } from '../text/words';
import type { Snapshot } from '../workspace/workspace';
import { headsAbove, lineAt } from './cursor-context';
import { interfaceOf } from './names';
import { rowText } from './row-text';

/** Innermost first; each holds the one before it and is larger. */
export function selectionRanges(snapshot: Snapshot, position: Position): Range[] {
  const line = lineAt(snapshot, position.line);
  const all: Range[] = [];
  if (line) {
    const column = position.character - line.start;
    const holds = (span: { start: number; end: number }) => span.start <= column && column <= span.end;
    const spans = [words(line.text).find(holds), line.match?.values.find(holds)];
    for (const span of spans) if (span) all.push(range(position.line, line.start + span.start, line.start + span.end));
    all.push(rangeOf(line));
    all.push(range(position.line, 0, line.end));
    const group = groupRows(snapshot, line);
    if (group) all.push(group);
    if (line.opens) all.push(block(line));
  } else all.push(range(position.line, position.character, position.character));
  for (const head of headsAbove(snapshot, position.line).reverse()) all.push(block(head));
  const last = Math.max(snapshot.device.rows - 1, position.line);
  all.push({
    start: { line: 0, character: 0 },
    end: {
      line: last,
      character: Math.max(rowText(snapshot, last)?.length ?? 0, last === position.line ? position.character : 0),
    },
  });
  const chain: Range[] = [];
  for (const range of all) {
    const inner = chain[chain.length - 1];
    if (
      !inner ||
      (comparePositions(range.start, inner.start) <= 0 &&
        comparePositions(inner.end, range.end) <= 0 &&
        (comparePositions(range.start, inner.start) !== 0 || comparePositions(range.end, inner.end) !== 0))
    )
      chain.push(range);
  }
  return chain;
}

function block(head: MatchedLine): Range {
  return { start: { line: rowOf(head), character: 0 }, end: lastIn(head) };
}

function lastIn(head: MatchedLine): Position {
  const last = head.lines[head.lines.length - 1];
  return last ? lastIn(last) : { line: rowOf(head), character: head.end };
}

/** The lines of the group that stand together around this one. */
function groupRows(snapshot: Snapshot, line: MatchedLine): Range | undefined {
  const key = headsAbove(snapshot, rowOf(line))
    .map(interfaceOf)
    .find((text) => text !== undefined);
  const group =
    key === undefined
      ? undefined
      : snapshot.device.interfaces.get(key)?.groups.find((group) => group.lines.includes(line));
  if (!group) return undefined;
  const at = group.lines.indexOf(line);
  let first = at;
  let last = at;
  while (first > 0 && rowOf(group.lines[first - 1]!) === rowOf(group.lines[first]!) - 1) first--;
  while (last + 1 < group.lines.length && rowOf(group.lines[last + 1]!) === rowOf(group.lines[last]!) + 1) last++;
  return { start: { line: rowOf(group.lines[first]!), character: 0 }, end: rangeOf(group.lines[last]!).end };
}
