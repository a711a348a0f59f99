// Lines + catalogue -> matched lines, nested by the view they stand in. A section is read on its own: what it needs from
// above is the views left open at its start, nearly always none, since a `#` in column 0 closes them.
import { entry, matchLine } from '../catalogue/index';
import type { Match } from '../catalogue/command';
import type { ViewName } from '../catalogue/views';
import type { Line, Section } from '../syntax/line';
import { own } from '../text/own';
import { words } from '../text/words';
import type { Anchor, Place } from './place';
import { promptContext } from './prompts';

/** A line with the catalogue's reading of it. It is the place of its own text. Plain data. */
export interface MatchedLine extends Place {
  readonly text: string;
  readonly indent: number;
  /** The view it stands in. */
  readonly view: ViewName;
  /** Absent where the catalogue knows no command that begins like this in that view. */
  readonly match?: Match;
  /** The view it opens, and the lines that stand in it. */
  readonly opens?: ViewName;
  readonly lines: readonly MatchedLine[];
  readonly prompt?: string;
}

/** A view that is open, the line that opened it and how its lines are indented: deeper than the head, or not (a script). */
interface OpenView {
  readonly head: MatchedLine;
  readonly view: ViewName;
  readonly indent: number;
  flat?: boolean;
}

/** The views open at a section's start, outermost first. */
export type Context = readonly OpenView[];

/** What one section says. `lines` are its outermost lines; deeper ones hang below the line that opened their view. */
export interface SectionFacts {
  readonly anchor: Anchor;
  readonly lines: readonly MatchedLine[];
  /** Every matched or unmatched command line of the section, in file order. */
  readonly all: readonly MatchedLine[];
  /** `#` lines with something behind them that is no command: remarks, `vrp-ignore` marks. */
  readonly remarks: readonly MatchedLine[];
  readonly recognized: number;
  readonly before: Context;
  readonly after: Context;
}

export const emptyContext: Context = [];

export function sectionFacts(section: Section, anchor: Anchor, before: Context): SectionFacts {
  const top: MatchedLine[] = [];
  const all: MatchedLine[] = [];
  const remarks: MatchedLine[] = [];
  // A view that was left open goes on in a copy of its head: the device merges blocks of one name.
  const stack: OpenView[] = [];
  for (const open of before) {
    const head: MatchedLine = { ...open.head, lines: [] };
    attach(head, stack, top);
    stack.push({ ...open, head });
  }
  let recognized = 0;
  section.lines.forEach((line, index) => {
    if (line.kind === 'separator') {
      stack.length = 0;
      if (line.text === '') return;
      const matched = read(line, 'system', anchor);
      if (!matched.match?.complete) { remarks.push(matched); return; }
      accept(matched);
    } else if (line.kind === 'command') {
      if (line.prompt !== undefined) promptContext(line.prompt, stack);
      const next = section.lines[index + 1];
      const view = viewOf(line, stack, next !== undefined && next.kind === 'command' && next.indent > line.indent);
      accept(read(line, view, anchor));
    } else if (line.kind === 'blank' && line.prompt !== undefined) {
      promptContext(line.prompt, stack);
    }
  });
  return { anchor, lines: top, all, remarks, recognized, before, after: stack.length > 0 ? stack : emptyContext };

  function accept(matched: MatchedLine): void {
    all.push(matched);
    attach(matched, stack, top);
    if (matched.match) recognized++;
    if (matched.opens) stack.push({ head: matched, view: matched.opens, indent: matched.indent });
    else leave(matched, stack);
  }
}

/** True when a section that was read after `a` would read the same after `b`. */
export function sameContext(a: Context, b: Context): boolean {
  return a.length === b.length && a.every((open, index) => open.head === b[index]!.head && open.flat === b[index]!.flat);
}

function read(line: Line, view: ViewName, anchor: Anchor): MatchedLine {
  const match = matchText(view, line.text);
  const command = match && entry(match.command);
  const opens = match && command?.opens && !match.undo && (match.complete || match.values.length > 0) ? command.opens : undefined;
  return {
    anchor, row: line.row, start: line.start, end: line.start + line.text.length,
    text: line.text, indent: line.indent, view, match, opens, lines: opens ? [] : noLines, prompt: line.prompt,
  };
}

function attach(line: MatchedLine, stack: readonly OpenView[], top: MatchedLine[]): void {
  const open = stack[stack.length - 1];
  if (open) (open.head.lines as MatchedLine[]).push(line);
  else top.push(line);
}

/** The view a line without `#` before it stands in; closes the views it has left. */
function viewOf(line: Line, stack: OpenView[], nextIsDeeper: boolean): ViewName {
  while (stack.length > 0) {
    const open = stack[stack.length - 1]!;
    if (line.indent > open.indent && line.prompt === undefined) {
      open.flat ??= false;
      return open.view;
    }
    if (open.flat !== false && line.indent === open.indent && staysIn(open, line.text, stack, nextIsDeeper)) return open.view;
    stack.pop();
  }
  return 'system';
}

/** In a script nothing is indented: a line belongs to the open view unless only a view outside it knows the command. */
function staysIn(open: OpenView, text: string, stack: readonly OpenView[], nextIsDeeper: boolean): boolean {
  const inside = matchText(open.view, text);
  const outer = stack.length > 1 ? stack[stack.length - 2]!.view : 'system';
  const outside = matchText(outer, text) ?? matchText('system', text);
  if (inside?.complete) {
    if (nextIsDeeper && outside && entry(outside.command)?.opens && !entry(inside.command)?.opens) return false;
    open.flat = true;
    return true;
  }
  if (outside?.complete || (!inside && outside)) return false;
  return true;
}

/** `quit`, `return` and `system-view` as a script uses them. */
function leave(line: MatchedLine, stack: OpenView[]): void {
  if (line.match === undefined || line.match.undo) return;
  if (line.match.command === 'session.quit') stack.pop();
  else if (line.match.command === 'session.return' || line.match.command === 'session.systemView') stack.length = 0;
}

const noLines: readonly MatchedLine[] = Object.freeze([]) as readonly MatchedLine[];

// Configurations repeat themselves, and matching is pure: remembered by view and text, in two generations so that the
// memory is bounded and what is in use survives.
const generation = 40_000;
let recent = new Map<string, Match | null>();
let older = new Map<string, Match | null>();

/** How `text` reads in `view`: as it stands, else without a glued `#` or a trailing `//` remark (QUIRKS). */
export function matchText(view: ViewName, text: string): Match | undefined {
  const key = `${view}\n${text}`;
  let found = recent.get(key);
  if (found === undefined) {
    found = older.get(key);
    if (found === undefined) found = freshMatch(view, text) ?? null;
    if (recent.size >= generation) {
      older = recent;
      recent = new Map();
    }
    recent.set(own(key), found);
  }
  return found ?? undefined;
}

function freshMatch(view: ViewName, text: string): Match | undefined {
  const match = matchLine(view, words(own(text)));
  if (match?.complete) return match;
  const cut = text.replace(/\s*(?:\/\/.*|#\s*)$/, '');
  if (cut === text || cut === '') return match;
  const without = matchLine(view, words(own(cut)));
  return without?.complete ? without : match;
}
