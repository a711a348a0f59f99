// Formats on request: the indent of each line from the view it stands in, separators between views, no blanks at line ends. The
// result is read again before it is given: a text that would not mean the same is left as it is, but for blocks that were typed
// inside the block before them, which then mean what they say.
import { entry, type ViewName } from '../catalogue/index';
import {
  emptyContext,
  isRead,
  sectionFacts,
  type Context,
  type MatchedLine,
  type SectionFacts,
} from '../model/lines/matched-line';
import { rowOf } from '../model/place';
import type { Line } from '../syntax/line';
import { openText } from '../syntax/document';
import { readText } from '../syntax/read-text';
import { sameLists } from '../text/collections';
import { rowStart } from '../text/terminal-row';
import { range, type Range, type TextEdit } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { indentsOfNested } from './nested-blocks';

/** A separator may let blocks be put right that were nested; nobody has seen more than two passes. */
const mostPasses = 4;

/** Empty where there is nothing to do, or nothing that would be safe. `passes`: how many may follow each other, as one edit. */
export function formatting(snapshot: Snapshot, passes = mostPasses): TextEdit[] {
  const { text } = snapshot;
  if (!text) return [];
  const nested = indentsOfNested(snapshot);
  const unnested = withoutNesting(snapshot, nested);
  if (unnested) return changedRows(snapshot, unnested);
  const all = edits(snapshot);
  if (all.length === 0) return all;
  const once = applied(snapshot, all);
  const facts = factsOf(once);
  if (sameReading(snapshot.facts, facts)) {
    if (passes === 1 || nested.size === 0) return all;
    const twice = formattedText(snapshot, once, facts, passes - 1);
    return twice === once ? all : changedRows(snapshot, twice);
  }
  // Blanks at line ends mean nothing anywhere.
  const blanks = edits(snapshot, true);
  return blanks.length > 0 && sameReading(snapshot.facts, factsOf(applied(snapshot, blanks))) ? blanks : [];
}

/** What the text, which reads as `facts` say, is once it is formatted too. */
function formattedText(snapshot: Snapshot, text: string, facts: readonly SectionFacts[], passes?: number): string {
  const opened = openText(text);
  const after: Snapshot = { ...snapshot, text: opened, facts };
  const formatted = applied(after, formatting(after, passes));
  opened.close();
  return formatted;
}

/** The formatted text where a block was nested that cannot be; undefined where there is none, or it would not read better. */
function withoutNesting(snapshot: Snapshot, indents: ReadonlyMap<number, number>): string | undefined {
  if (indents.size === 0 || snapshot.facts.some((section) => section.all.some((line) => line.prompt !== undefined)))
    return undefined;
  const text = snapshot.text!;
  const moved: TextEdit[] = [...indents].map(([row, indent]) => ({
    range: range(row, 0, /^\s*/.exec(text.lineText(row))![0].length),
    newText: ' '.repeat(indent),
  }));
  const repaired = applied(snapshot, moved);
  const facts = factsOf(repaired);
  if (!readsBetter(snapshot.facts, facts, indents)) return undefined;
  return formattedText(snapshot, repaired, facts);
}

/** Every other line reads as before, and of those that were moved more are commands of their view. */
function readsBetter(
  before: readonly SectionFacts[],
  after: readonly SectionFacts[],
  moved: ReadonlyMap<number, number>,
): boolean {
  const stray = (facts: readonly SectionFacts[]) =>
    facts.flatMap((section) => section.all).filter((line) => !line.match || !isRead(line.match)).length;
  const others = (facts: readonly SectionFacts[]) =>
    facts
      .flatMap((section) => section.all)
      .filter((line) => !moved.has(rowOf(line)))
      .map((line) => `${rowOf(line)} ${line.view} ${line.opens ?? ''}`)
      .join('\n');
  return stray(after) <= stray(before) && others(after) === others(before);
}

/** One edit over the rows that differ. */
function changedRows(snapshot: Snapshot, after: string): TextEdit[] {
  const before = snapshot.text!.text;
  const { eol } = snapshot.text!;
  const [left, right] = [before.split(eol), after.split(eol)];
  let top = 0;
  while (top < left.length && top < right.length && left[top] === right[top]) top++;
  let bottom = 0;
  while (
    bottom < left.length - top &&
    bottom < right.length - top &&
    left[left.length - 1 - bottom] === right[right.length - 1 - bottom]
  )
    bottom++;
  const last = left.length - 1 - bottom;
  if (last < top) return before === after ? [] : [{ range: whole(left), newText: after }];
  return [
    {
      range: { start: { line: top, character: 0 }, end: { line: last, character: left[last]!.length } },
      newText: right.slice(top, right.length - bottom).join(eol),
    },
  ];
}

function whole(rows: readonly string[]): Range {
  return { start: { line: 0, character: 0 }, end: { line: rows.length - 1, character: rows[rows.length - 1]!.length } };
}

function edits(snapshot: Snapshot, blanksOnly = false): TextEdit[] {
  const text = snapshot.text!;
  const separated = !blanksOnly && isSaved(snapshot);
  const indents = blanksOnly ? new Map<number, number>() : newIndents(snapshot, separated);
  const found: TextEdit[] = [];
  let bare = false;
  let top = 0;
  const blocks = separated ? blockStarts(snapshot) : new Set<number>();
  for (const section of text.sections) {
    for (const line of section.lines) {
      const row = top + line.row;
      const raw = text.lineText(row);
      const isBare =
        (line.kind === 'separator' || (line.kind === 'subseparator' && indents.get(row) === 0)) && isBareMark(line);
      if (isBare && bare && separated) {
        // A second `#` in a row says nothing new.
        found.push(
          row + 1 < text.rows
            ? { range: { start: { line: row, character: 0 }, end: { line: row + 1, character: 0 } }, newText: '' }
            : { range: range(row, 0, raw.length), newText: '' },
        );
        continue;
      }
      const separator = blocks.has(row) && !bare ? `#${text.eol}` : '';
      if (line.kind !== 'blank') bare = isBare;
      // What a terminal wrote is left as it is: it tells where the row began on its screen.
      if (line.kind !== 'raw' && rowStart(raw, 0, raw.length) === undefined) {
        const content = raw.trimEnd();
        const old = /^\s*/.exec(content)![0];
        const indent = ' '.repeat(indents.get(row) ?? 0);
        const moved = indents.has(row) && old !== indent;
        if (separator !== '' || moved)
          found.push({ range: range(row, 0, moved ? old.length : 0), newText: separator + (moved ? indent : '') });
        if (content.length < raw.length) found.push({ range: range(row, content.length, raw.length), newText: '' });
      }
    }
    top += section.rows;
  }
  return found;
}

/** A saved configuration parts its views by `#`; a script and a transcript do not. */
function isSaved(snapshot: Snapshot): boolean {
  let separators = 0;
  for (const section of snapshot.text!.sections)
    for (const line of section.lines) if (line.kind === 'separator') separators++;
  return (
    separators > 1 &&
    snapshot.facts.every((section) =>
      section.all.every(
        (line) =>
          line.prompt === undefined &&
          line.match?.command !== 'session.quit' &&
          line.match?.command !== 'session.systemView',
      ),
    )
  );
}

/** Rows at which a `#` must stand before: where a view begins or has just ended. */
function blockStarts(snapshot: Snapshot): Set<number> {
  const rows = new Set<number>();
  for (const section of snapshot.facts) {
    section.lines.forEach((line, index) => {
      const before = section.lines[index - 1];
      if (before && line.anchor === section.anchor && (before.opens || line.opens)) rows.add(rowOf(line));
    });
  }
  return rows;
}

/** The indent of each row that has a command or an indented `#`; rows of a transcript keep theirs. */
function newIndents(snapshot: Snapshot, separated: boolean): Map<number, number> {
  const indents = new Map<number, number>();
  /** Old and new indent of the views open at the row last seen. */
  const chains = new Map<number, readonly Open[]>();
  for (const section of snapshot.facts) for (const line of section.lines) place(line, [], 0);
  let above: readonly Open[] = [];
  let top = 0;
  for (const section of snapshot.text!.sections) {
    for (const line of section.lines) {
      const row = top + line.row;
      if (line.kind === 'separator') above = [];
      else if (line.kind === 'command') above = chains.get(row) ?? above;
      else if (line.kind === 'subseparator' && isBareMark(line)) {
        above = above.filter((open) => open.old < line.indent);
        const inner = above[above.length - 1];
        if (inner) indents.set(row, inner.currentIndent + 1);
        // It closed all there was: a mark between views.
        else if (separated) indents.set(row, 0);
      }
    }
    top += section.rows;
  }
  return indents;

  function place(line: MatchedLine, chain: readonly Open[], indent: number): void {
    const row = rowOf(line);
    if (line.prompt !== undefined) return;
    if (!indents.has(row)) indents.set(row, indent);
    const currentIndent = indents.get(row)!;
    const inside = line.opens ? [...chain, { old: line.indent, currentIndent }] : chain;
    chains.set(row, inside);
    /** Lines that the catalogue does not know may open views that it does not know: deeper ones below them stay deeper. */
    const unknown: { old: number; currentIndent: number }[] = [];
    let before: MatchedLine | undefined;
    for (const inner of line.lines) {
      while (unknown.length > 0 && inner.indent <= unknown[unknown.length - 1]!.old) unknown.pop();
      if (before && before.indent < inner.indent && staysDeeper(before)) {
        unknown.push({ old: before.indent, currentIndent: indents.get(rowOf(before)) ?? currentIndent + 1 });
      }
      const flat = inner.indent <= line.indent;
      const opener = unknown.at(-1)?.currentIndent ?? (flat ? currentIndent - 1 : currentIndent);
      place(inner, inside, opener + 1);
      before = inner;
    }
  }
}

/** Lines that stand deeper below this one stay so, though it opens no view that the catalogue knows. */
function staysDeeper({ match, opens }: MatchedLine): boolean {
  if (opens) return false;
  return !match?.complete || entry(match.command)?.nests === true;
}

interface Open {
  readonly old: number;
  readonly currentIndent: number;
}

function isBareMark(line: Line): boolean {
  return line.text === '' || line.text === '#';
}

function applied(snapshot: Snapshot, all: readonly TextEdit[]): string {
  const { text } = snapshot.text!;
  const parts: string[] = [];
  let at = 0;
  for (const edit of all) {
    const start = snapshot.text!.offsetAt(edit.range.start);
    parts.push(text.slice(at, start), edit.newText);
    at = snapshot.text!.offsetAt(edit.range.end);
  }
  return parts.join('') + text.slice(at);
}

function factsOf(text: string): SectionFacts[] {
  const facts: SectionFacts[] = [];
  let context: Context = emptyContext;
  let row = 0;
  for (const section of readText(text).sections) {
    const found = sectionFacts(section, { file: '', row }, context);
    facts.push(found);
    context = found.after;
    row += section.rows;
  }
  return facts;
}

/** The same commands in the same views of the same blocks, and the same remarks. */
function sameReading(before: readonly SectionFacts[], after: readonly SectionFacts[]): boolean {
  return sameLists(textOf(before), textOf(after));
}

function textOf(facts: readonly SectionFacts[]): string[] {
  const all: string[] = [];
  const visit = (line: MatchedLine, own: SectionFacts, path: string) => {
    const here = `${path}/${line.text}`;
    if (line.anchor === own.anchor)
      all.push(`${line.view satisfies ViewName} ${line.opens ?? ''} ${line.prompt ?? ''} ${here}`);
    for (const inner of line.lines) visit(inner, own, here);
  };
  for (const section of facts) {
    for (const line of section.lines) visit(line, section, '');
    for (const remark of section.remarks) all.push(`remark ${remark.text}`);
  }
  return all;
}
