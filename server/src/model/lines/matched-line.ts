// Lines + catalogue -> matched lines, nested by the view they stand in. A section is read on its own: what it needs from
// above is the views left open at its start, nearly always none, since a `#` in column 0 closes them.
import { entry, matchLine } from '../../catalogue';
import type { Match } from '../../catalogue/command';
import type { ViewName } from '../../catalogue/views';
import type { Line, Section } from '../../syntax/line';
import { detachString } from '../../text/detach-string';
import { words } from '../../text/words';
import { withoutRemark } from '../../text/line-ends';
import type { Anchor, Place } from '../place';
import { withKeptLines } from './kept-lines';
import { beginsPrivateKey, endsPrivateKey } from './private-key';
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
  /** It stands in a private key: nothing of it is ever shown. */
  readonly hidden?: true;
}

/** A view that is open, the line that opened it and how its lines are indented: deeper than the head, or not (a script). */
export interface OpenView {
  readonly head: MatchedLine;
  readonly view: ViewName;
  readonly indent: number;
  flat?: boolean;
}

/** The views open at a section's start, outermost first. */
export type Context = readonly OpenView[];

/**
 * What one section says. `lines` are its outermost lines; deeper ones hang below the line that opened their view. A view left
 * open by the section before goes on in a copy of its head, which keeps the anchor of that section.
 */
export interface SectionFacts {
  readonly anchor: Anchor;
  readonly lines: readonly MatchedLine[];
  /** Of these the ones that no line of the section types: left open before it, or named by a prompt. */
  readonly implied: ReadonlySet<MatchedLine>;
  /** Every matched or unmatched command line of the section, in file order. */
  readonly all: readonly MatchedLine[];
  /** `#` lines with something behind them that is no command: remarks, `vrp-ignore` marks. */
  readonly remarks: readonly MatchedLine[];
  readonly recognized: number;
  /** A line that a device writes above a saved file: `!Software Version ...`, `!Last configuration ...`, `[V200R...]`. */
  readonly versionHeader: boolean;
  /** Rows from the anchor to behind the last row that holds anything. */
  readonly filled: number;
  readonly before: Context;
  readonly after: Context;
}

/** No view is open: the beginning of a file. */
export const emptyContext: Context = [];

const versionHeader = /^(?:!\s*(?:software version|last configuration)|\[?V\d{3}R\d{3})/i;

/** VRP nests four views at most. What goes deeper is no configuration, and must not exhaust the stack of who walks it. */
const deepest = 32;

/**
 * The lines of one section as commands; `before` is what the sections above leave open. `previous`: what the section said before an
 * edit of it, with the same anchor; lines that the edit leaves as they are stay the same objects.
 */
export function sectionFacts(section: Section, anchor: Anchor, before: Context, previous?: SectionFacts): SectionFacts {
  const reading = new SectionReading(section, anchor, before);
  reading.readAll();
  const { remarks, implied, recognized, stack } = reading;
  const mayKeep = previous !== undefined && !implied && stack.length === 0;
  const { top, all } = mayKeep ? withKeptLines(reading, previous.all) : reading;
  const filled = 1 + (section.lines.findLast((line) => line.kind !== 'blank' || line.prompt !== undefined)?.row ?? -1);
  return {
    anchor,
    lines: top.slice(),
    implied: implied ?? nothing,
    all: all.slice(),
    remarks,
    recognized,
    versionHeader: section.lines.some((line) => line.kind === 'header' && versionHeader.test(line.text)),
    filled,
    before,
    after: stack.length > 0 ? stack : emptyContext,
  };
}

class SectionReading {
  readonly top: MatchedLine[] = [];
  readonly all: MatchedLine[] = [];
  readonly remarks: MatchedLine[] = [];
  readonly stack: OpenView[] = [];
  implied: Set<MatchedLine> | undefined;
  recognized = 0;
  private isInKey = false;

  constructor(
    private readonly section: Section,
    private readonly anchor: Anchor,
    before: Context,
  ) {
    // A view that was left open goes on in a copy of its head: the device merges blocks of one name.
    for (const open of before) {
      const head: MatchedLine = { ...open.head, lines: [] };
      this.imply(head);
      this.stack.push({ ...open, head });
    }
  }

  readAll(): void {
    this.section.lines.forEach((line, index) => this.read(unglued(line), this.section.lines[index + 1]));
  }

  private read(line: Line, next: Line | undefined): void {
    const { stack } = this;
    switch (line.kind) {
      case 'separator':
        this.readSeparator(line);
        break;
      case 'command':
        this.readCommand(line, next);
        break;
      case 'subseparator':
        // It separates parts of one view: what was opened at its own depth ends, the view itself goes on.
        while (stack.length > 0 && stack[stack.length - 1]!.indent >= line.indent) stack.pop();
        break;
      case 'blank':
        this.followPrompt(line);
        break;
    }
  }

  private readSeparator(line: Line): void {
    this.stack.length = 0;
    if (line.text === '') return;
    const matched = read(line, 'system', this.anchor);
    if (matched.match?.complete) this.accept(matched, false);
    else this.remarks.push({ ...matched, match: undefined, opens: undefined, lines: noLines });
  }

  private readCommand(line: Line, next: Line | undefined): void {
    const { stack } = this;
    if (this.isInKey && !endsPrivateKey(line.text)) {
      this.accept(hiddenLine(line, this.anchor), false);
      return;
    }
    this.isInKey = beginsPrivateKey(line.text) && !endsPrivateKey(line.text);
    this.followPrompt(line);
    const nextIsDeeper =
      next !== undefined && next.kind === 'command' && next.prompt === undefined && next.indent > line.indent;
    const depth = stack.length;
    const view = viewOf(line, stack, nextIsDeeper);
    const matched = read(line, view, this.anchor);
    if (nextIsDeeper && stack.length === 0 && !matched.match?.complete && !matched.opens)
      this.accept({ ...matched, opens: 'other', lines: [] }, false);
    else this.accept(matched, stack.length < depth);
  }

  private followPrompt(line: Line): void {
    if (line.prompt === undefined) return;
    // A prompt is what its row begins with, but for what a terminal wrote before it.
    const at = { anchor: this.anchor, row: line.row, column: line.promptStart ?? 0 };
    promptContext(
      line.prompt,
      at,
      this.stack,
      (text) => matchText('system', text),
      (head) => this.imply(head),
    );
  }

  private imply(head: MatchedLine): void {
    (this.implied ??= new Set()).add(head);
    attach(head, this.stack, this.top);
  }

  /** `dedented`: the line stands left of a view that it thereby closed. */
  private accept(matched: MatchedLine, dedented: boolean): void {
    const { match, opens, indent } = matched;
    this.all.push(matched);
    attach(matched, this.stack, this.top);
    if (match && (match.complete || match.problems.length > 0)) this.recognized++;
    if (!opens) leave(matched, this.stack, dedented);
    else if (this.stack.length < deepest) this.stack.push({ head: matched, view: opens, indent });
  }
}

/** True when a section that was read after `a` would read the same after `b`. */
export function sameContext(a: Context, b: Context): boolean {
  return (
    a.length === b.length &&
    a.every((open, index) => {
      const other = b[index]!;
      return (
        open.view === other.view &&
        open.flat === other.flat &&
        open.indent === other.indent &&
        open.head.text === other.head.text &&
        open.head.view === other.head.view &&
        open.head.prompt === other.head.prompt
      );
    })
  );
}

/** `#interface X`: the mark closes what is open, and the command behind it stands in the system view. */
function unglued(line: Line): Line {
  if (line.kind !== 'command' || line.indent > 0 || line.prompt !== undefined || !line.text.startsWith('#'))
    return line;
  const text = line.text.slice(1).trimStart();
  return { ...line, kind: 'separator', text, start: line.start + line.text.length - text.length };
}

function read(line: Line, view: ViewName, anchor: Anchor): MatchedLine {
  const { text, match } = readingOf(view, line.text);
  const command = match && entry(match.command);
  const opens =
    match && command?.opens && !match.undo && (match.complete || match.values.length > 0) ? command.opens : undefined;
  return {
    anchor,
    row: line.row,
    start: line.start,
    end: line.start + text.length,
    text,
    indent: line.indent,
    view,
    match,
    opens,
    lines: opens ? [] : noLines,
    prompt: line.prompt,
  };
}

/** A row of a private key is no command, whatever its letters spell. */
function hiddenLine(line: Line, anchor: Anchor): MatchedLine {
  return { ...read(line, 'other', anchor), match: undefined, opens: undefined, lines: noLines, hidden: true };
}

function attach(line: MatchedLine, stack: readonly OpenView[], top: MatchedLine[]): void {
  const open = stack[stack.length - 1];
  if (open) (open.head.lines as MatchedLine[]).push(line);
  else top.push(line);
}

/** The view a line without `#` before it stands in; closes the views it has left. */
function viewOf(line: Line, stack: OpenView[], nextIsDeeper: boolean): ViewName {
  // The prompt has said it already.
  if (line.prompt !== undefined && stack.length > 0) return stack[stack.length - 1]!.view;
  while (stack.length > 0) {
    const open = stack[stack.length - 1]!;
    if (line.indent > open.indent) {
      open.flat ??= false;
      return open.view;
    }
    if (open.flat !== false && line.indent === open.indent && staysIn(open, line.text, stack, nextIsDeeper))
      return open.view;
    stack.pop();
  }
  return line.prompt?.startsWith('<') ? 'user' : 'system';
}

/** In a script nothing is indented: a line belongs to the open view unless only a view outside it knows the command. */
function staysIn(open: OpenView, text: string, stack: readonly OpenView[], nextIsDeeper: boolean): boolean {
  const inside = matchText(open.view, text);
  const outer = stack.length > 1 ? stack[stack.length - 2]!.view : 'system';
  const atOuter = matchText(outer, text);
  const outside = atOuter?.complete || outer === 'system' ? atOuter : matchText('system', text);
  if (inside && isRead(inside)) {
    const opensInside = entry(inside.command)?.opens;
    // `interface B` behind the lines of `interface A` is its sibling, not its child.
    if (opensInside === open.view && outside?.complete) return false;
    if (nextIsDeeper && !opensInside && outside && entry(outside.command)?.opens) return false;
    open.flat = true;
    return true;
  }
  // A line with deeper ones below it is a head, and no head stands in a view that does not know it.
  if (nextIsDeeper || outside?.complete) return false;
  return inside !== undefined || outside === undefined || outside.reached < 2;
}

/** `quit`, `return` and `system-view` as a script uses them. */
function leave(line: MatchedLine, stack: OpenView[], dedented: boolean): void {
  if (line.match === undefined || line.match.undo) return;
  // A `quit` in the column of the head whose lines are indented has closed that view already.
  if (line.match.command === 'session.quit') {
    if (!dedented) stack.pop();
  } else if (line.match.command === 'session.return' || line.match.command === 'session.systemView') stack.length = 0;
}

/** Every word was understood, though a value may lie outside its limits. */
export function isRead(match: Match): boolean {
  return (
    match.complete ||
    (match.problems.length > 0 &&
      match.reached === match.roles.length &&
      match.expected.some((expected) => expected.kind === 'end'))
  );
}

const noLines: readonly MatchedLine[] = Object.freeze([]);
const nothing: ReadonlySet<MatchedLine> = new Set();

/** A line's text, in memory of its own and the same string wherever it stands, and how it reads in one view. */
interface Reading {
  readonly text: string;
  readonly match: Match | undefined;
}

// Configurations repeat themselves, and matching is pure: cached by view and text, in two generations so that the
// memory is bounded and what is in use survives.
const generation = 40_000;
type CachedReadings = Map<ViewName, Map<string, Reading>>;
let recent: CachedReadings = new Map();
let older: CachedReadings = new Map();
let cachedTexts = 0;

/**
 * How `text` reads in `view`: as it stands, else without a glued `#` or a trailing `//` remark
 * (docs/decisions/reading-real-files.md).
 */
export function matchText(view: ViewName, text: string): Match | undefined {
  return readingOf(view, text).match;
}

function readingOf(view: ViewName, text: string): Reading {
  let known = recent.get(view);
  let found = known?.get(text);
  if (found) return found;
  found = older.get(view)?.get(text) ?? freshReading(view, detachString(text));
  if (cachedTexts >= generation) {
    older = recent;
    recent = new Map();
    known = undefined;
    cachedTexts = 0;
  }
  if (!known) recent.set(view, (known = new Map()));
  known.set(found.text, found);
  cachedTexts++;
  return found;
}

function freshReading(view: ViewName, text: string): Reading {
  return { text, match: freshMatch(view, text) };
}

function freshMatch(view: ViewName, text: string): Match | undefined {
  const match = matchLine(view, words(text));
  if (match?.complete) return match;
  const cut = withoutRemark(text);
  if (cut === text || cut === '') return match;
  const without = matchLine(view, words(cut));
  return without?.complete ? without : match;
}
