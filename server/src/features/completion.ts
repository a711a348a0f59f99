// What may be typed at the cursor: the catalogue's next words in the views open there, and the names of this file where a
// command refers to one. Names only, never values: a completion can hold no secret.
import { entry, expectedAt, type Expected, type Parameter, type ViewName } from '../catalogue/index';
import { isInterfaceType } from '../catalogue/parameters';
import { interfaceKey } from '../model/names';
import { rowOf } from '../model/place';
import { proseMarkdown } from '../text/markdown';
import { range, type Position, type Range } from '../text/range';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import { withoutSecrets } from '../model/secrets';
import { words, type Word } from '../text/words';
import type { Snapshot } from '../workspace/workspace';
import { commonLines, filled } from './completion-lines';
import { wordOrder } from './completion-order';
import { snippetsIn, snippetText } from './completion-snippets';
import { headsAbove, lineAt, sectionsAbove, typedBefore, viewsAt, type OpenView, type Typed } from './cursor-context';
import { knownValues } from './known-values';
import { nearSections, nextWords, type Votes } from './line-habits';
import { isAwaited, nameAtHand, namesFor } from './name-candidates';
import { interfaceOf } from './names';
import { peerValues } from './peer-values';
import { commandProse, syntaxMarkdown, type Prose } from './prose';
import { rowText } from './row-text';

/** The items, and whether more keys give others. */
export interface Completion {
  /** What every item replaces: the part of the word before the cursor. */
  readonly replaces: Range;
  /** In the order in which they are offered. */
  readonly items: readonly CompletionItem[];
}

/** What the client can do. */
export interface CompletionOptions {
  /** A keyword that must go on is inserted with its blank. */
  readonly blanks?: boolean;
  /** What the file of the paired device says. */
  readonly peer?: readonly SectionFacts[];
}

// A carrier's file has ten thousand interfaces: nobody reads them, and sending them all costs more than finding them.
const mostItems = 300;

/** An item of the list. */
export interface CompletionItem {
  readonly label: string;
  /** `line`: a whole line with stops, `block`: one or more lines by a short name; both in `snippet`. */
  readonly kind: 'keyword' | 'name' | 'line' | 'block';
  readonly snippet?: string;
  /** The line cannot end behind this keyword: it is inserted with a blank. */
  readonly goesOn?: boolean;
  /** A few words to show beside the label. */
  readonly note?: string;
  /** What `completionProse` needs to explain it later. */
  readonly about: About;
}

/** Plain data: it travels to the client and back. */
export interface About {
  readonly view: ViewName;
  readonly words: readonly string[];
  readonly keyword?: string;
  readonly command?: string;
  readonly argument?: string;
  /** The short name of a block. */
  readonly block?: string;
}

/**
 * What fits the word before the cursor, which is asked anew with every key: what is typed in full is not offered again, so a
 * list that was made for fewer letters would be wrong.
 */
export function completion(
  snapshot: Snapshot,
  position: Position,
  options: CompletionOptions = {},
): Completion | undefined {
  const row = rowText(snapshot, position.line);
  if (row === undefined) return undefined;
  const character = Math.min(position.character, row.length);
  const typed = typedBefore(row, character);
  // Behind a `#` or `!` nothing is typed.
  if (/^[#!]/.test(typed.words[0]?.text ?? typed.partial)) return undefined;
  const items: CompletionItem[] = [];
  const known = new Set<string>();
  for (const open of openViews(snapshot, position.line, typed)) {
    for (const item of itemsIn(snapshot, open, typed, position.line, options.peer)) {
      // A block may have the name of a word.
      const key = `${item.kind === 'block' ? 'block ' : ''}${item.label}`;
      if (known.has(key)) continue;
      known.add(key);
      items.push(item);
    }
  }
  const replaces = range(position.line, typed.from, character);
  const fitting = items.filter((item) => fits(item, typed.partial)).slice(0, mostItems);
  // Where text follows, the blank is there already.
  const withBlanks = options.blanks === true && character === row.length;
  const marked = withBlanks ? fitting.map((item) => (goesOn(item) ? { ...item, goesOn: true } : item)) : fitting;
  return { replaces, items: withoutTyped(marked, typed.partial) };
}

/** A name may be asked for by any part of it, a word by its beginning or by the first letters of its parts. */
function fits(item: CompletionItem, partial: string): boolean {
  if (partial === '') return true;
  const label = item.label.toLowerCase();
  const begun = partial.toLowerCase();
  if (item.kind === 'name') return label.includes(begun);
  if (label.startsWith(begun)) return true;
  return (
    item.kind === 'keyword' &&
    label
      .replace(/(?<=[a-z0-9])[a-z0-9]+/g, '')
      .replace(/-/g, '')
      .startsWith(begun)
  );
}

/**
 * Leaves out what is typed in full. Where longer words begin with it, a keyword that goes on stays, for its blank: else the key
 * that completes would take one of the longer ones.
 */
function withoutTyped(items: readonly CompletionItem[], partial: string): readonly CompletionItem[] {
  const typed = partial.toLowerCase();
  const isTyped = (item: CompletionItem) =>
    (item.kind === 'keyword' || item.kind === 'name') && item.label.toLowerCase() === typed;
  const longer = items.some((item) => !isTyped(item) && item.label.toLowerCase().startsWith(typed));
  return items.filter((item) => !isTyped(item) || (longer && item.goesOn === true));
}

/** Whether something must follow the keyword. */
function goesOn({ kind, about }: CompletionItem): boolean {
  if (kind !== 'keyword' || about.keyword === undefined) return false;
  const next = expectedBehind(about.view, about.words, about.keyword);
  return next.length > 0 && !next.some((expected) => expected.kind === 'end');
}

/** The documentation of an item, made when the client asks for it. */
export function completionProse(about: About): Prose | undefined {
  if (about.block !== undefined) {
    const text = snippetText(about.view, about.block);
    return text === undefined ? undefined : { markdown: `\`\`\`vrp\n${text}\n\`\`\``, plain: text };
  }
  if (about.argument === undefined && about.command !== undefined) {
    const command = entry(about.command);
    return (
      command &&
      commandProse({
        command,
        undo: false,
        keywords: about.keyword === undefined ? [] : [about.keyword],
        arguments: [],
        marked: '',
      })
    );
  }
  if (about.argument !== undefined && about.command !== undefined) {
    const command = entry(about.command);
    return (
      command &&
      commandProse({
        command,
        undo: about.words[0] === 'undo',
        keywords: [],
        arguments: [about.argument],
        marked: `<${about.argument}>`,
      })
    );
  }
  if (about.keyword === undefined) return undefined;
  const behind = commandsBehind(about.view, about.words, about.keyword);
  const only = entry(behind[0] ?? '');
  if (behind.length === 1 && only) {
    return commandProse({
      command: only,
      undo: about.words[0] === 'undo' || about.keyword === 'undo',
      keywords: [about.keyword],
      arguments: [],
      marked: about.keyword,
    });
  }
  const lines = behind.slice(0, 12).flatMap((id) => {
    const command = entry(id);
    return command ? [{ form: command.format.trim().split('\n')[0]!.trim(), summary: command.summary }] : [];
  });
  if (lines.length === 0) return undefined;
  const more = behind.length > 12 ? [`and ${behind.length - 12} more`] : [];
  return {
    markdown: [
      ...lines.map(({ form, summary }) => `- ${syntaxMarkdown(form)}  \n  ${proseMarkdown(summary)}`),
      ...more,
    ].join('\n'),
    plain: [...lines.map(({ form, summary }) => `${form}\n    ${summary}`), ...more].join('\n'),
  };
}

function openViews(snapshot: Snapshot, row: number, typed: Typed): OpenView[] {
  // A prompt says its view; the model has read it where a command follows it.
  const line = typed.prompt ? lineAt(snapshot, row) : undefined;
  return line ? [{ view: line.view }] : viewsAt(snapshot, row, typed.indent);
}

function itemsIn(
  snapshot: Snapshot,
  open: OpenView,
  typed: Typed,
  row: number,
  peer: readonly SectionFacts[] | undefined,
): CompletionItem[] {
  const { texts, names, peerNames, keywords, actions, commandOf } = expectedItems(snapshot, open, typed, row, peer);
  const block = open.head?.lines.filter((line) => rowOf(line) !== row) ?? [];
  const above = block.findLast((line) => rowOf(line) < row);
  const rank = wordOrder(open.view, texts, block, above);
  const before = above ?? lastHead(snapshot, open, row);
  const { device } = snapshot;
  const sections = sectionsAbove(snapshot, row, nearSections);
  const place = { view: open.view, typed: typed.words, block, above: before, head: open.head, device, sections };
  const votes = nextWords(place, peer);
  // Behind a prompt one line is typed at a time.
  const beginsRow = typed.words.length === 0 && !typed.prompt;
  const lines = typed.words.length === 0 ? linesIn(snapshot, open, block) : [];
  const ordered = [
    ...keywords.map((item) => ({ item, rank: rank(item.label, commandOf.get(item)!) })),
    // What the view lacks comes first, as a word and as a line; the other lines come behind the words that are near.
    ...lines.map(({ item, keyword, command }) => {
      const word = rank(keyword, command);
      return { item, rank: word < 1 ? word + 0.005 : 3.5 };
    }),
  ]
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
  const [likely, others] = byVotes([...names, ...ordered, ...actions], votes);
  return [
    ...peerNames,
    ...likely,
    ...others.filter((item) => !actions.includes(item)),
    ...(beginsRow ? blocksIn(open.view) : []),
    ...actions.filter((item) => !likely.includes(item)),
  ];
}

interface ExpectedItems {
  /** The words before the cursor. */
  readonly texts: readonly string[];
  readonly names: readonly CompletionItem[];
  /** Names and values that the peer has where the cursor stands. */
  readonly peerNames: readonly CompletionItem[];
  readonly keywords: readonly CompletionItem[];
  /** Keywords of commands that do something instead of being kept. */
  readonly actions: readonly CompletionItem[];
  readonly commandOf: ReadonlyMap<CompletionItem, string>;
}

/** Every word that the catalogue expects behind those that are typed. */
function expectedItems(
  snapshot: Snapshot,
  open: OpenView,
  typed: Typed,
  row: number,
  peer: readonly SectionFacts[] | undefined,
): ExpectedItems {
  const texts = withoutSecretWords(open.view, typed.words);
  const expected = expectedAt(open.view, typed.words);
  const names: CompletionItem[] = [];
  const peerNames: CompletionItem[] = [];
  const keywords: CompletionItem[] = [];
  const actions: CompletionItem[] = [];
  const commandOf = new Map<CompletionItem, string>();
  const heads = headsOf(snapshot, open, row);
  const few = expected.length <= 60;
  for (const candidate of expected) {
    if (candidate.kind === 'keyword') {
      const about: About = { view: open.view, words: texts, keyword: candidate.keyword };
      const note = few ? keywordNote(about, expected) : undefined;
      const item: CompletionItem = { label: candidate.keyword, kind: 'keyword', note, about };
      commandOf.set(item, candidate.command);
      (entry(candidate.command)?.action ? actions : keywords).push(item);
    } else if (candidate.kind === 'value') {
      const parameter = entry(candidate.command)?.parameters[candidate.name];
      if (!parameter) continue;
      const about: About = { view: open.view, words: texts, command: candidate.command, argument: candidate.name };
      const place = { parameter, argument: candidate.name, view: open.view, heads, typed: typed.words, row };
      // A name that the file waits for comes before the peer's.
      const fromPeer = isAwaited(snapshot, parameter) ? new Map<string, string>() : peerValues(snapshot, place, peer);
      for (const [label, note] of valuesFor(snapshot, parameter, candidate, open, typed.words, row, fromPeer))
        (fromPeer.has(label) ? peerNames : names).push({ label, kind: 'name', note, about });
    }
  }
  return { texts, names, peerNames, keywords, actions, commandOf };
}

/** The lines that opened this view and those around it, outermost first. */
function headsOf(snapshot: Snapshot, { head }: OpenView, row: number): readonly MatchedLine[] {
  if (!head) return [];
  const chain = headsAbove(snapshot, row);
  const at = chain.indexOf(head);
  return at < 0 ? [head] : chain.slice(0, at + 1);
}

/** In the system view, where lines of no block stand, the last head above. */
function lastHead(snapshot: Snapshot, open: OpenView, row: number): MatchedLine | undefined {
  if (open.head) return undefined;
  return snapshot.facts
    .findLast(({ anchor, lines }) => anchor.row < row && lines.length > 0)
    ?.lines.findLast((line) => rowOf(line) < row);
}

/** What something speaks for, the likeliest first, and the rest in its order. */
function byVotes(items: readonly CompletionItem[], votes: Votes): [CompletionItem[], CompletionItem[]] {
  const votesOf = ({ label, kind }: CompletionItem): number =>
    kind === 'keyword' || kind === 'name' ? (votes.get(label.toLowerCase()) ?? 0) : 0;
  const likely = items.filter((item) => votesOf(item) > 0);
  return [likely.sort((a, b) => votesOf(b) - votesOf(a)), items.filter((item) => votesOf(item) === 0)];
}

/** The blocks that begin in this view. */
function blocksIn(view: ViewName): CompletionItem[] {
  return snippetsIn(view).map(({ prefix, name, snippet }) => ({
    label: prefix,
    kind: 'block',
    note: name,
    snippet,
    about: { view, words: [], block: prefix },
  }));
}

/** Whole lines that the view does not hold yet. */
function linesIn(
  snapshot: Snapshot,
  open: OpenView,
  block: readonly MatchedLine[],
): { readonly item: CompletionItem; readonly keyword: string; readonly command: string }[] {
  const held = new Set(block.map((line) => line.text.trim().toLowerCase()));
  return commonLines(open.view).flatMap((line) => {
    const { label, snippet } = filled(line, (argument, before) => {
      const parameter = entry(line.command)?.parameters[argument];
      if (!parameter) return undefined;
      const expected = { kind: 'value' as const, name: argument, command: line.command };
      const known = knownValues(snapshot, line.command, argument, open.head, before).keys().next();
      return known.done
        ? nameAtHand(snapshot, parameter, {
            head: open.head,
            before: before.at(-1),
            on: () => groupInterface(expected, open, words(before.join(' '))),
          })
        : known.value;
    });
    if (held.has(label.toLowerCase()) || isSaid(line.command, block)) return [];
    const summary = entry(line.command)?.summary;
    const about: About = { view: open.view, words: [], keyword: line.keyword, command: line.command };
    return [
      {
        item: { label, kind: 'line' as const, note: summary && shortened(summary), snippet, about },
        keyword: line.keyword,
        command: line.command,
      },
    ];
  });
}

/** Whether the block holds the command already, where a second line would only replace it. */
function isSaid(command: string, block: readonly MatchedLine[]): boolean {
  const key = entry(command)?.key;
  return (
    key !== undefined && !key.includes('<') && block.some((line) => line.match?.command === command && !line.match.undo)
  );
}

/** What is known for a value: what the two files say, then the names that fit. */
function valuesFor(
  snapshot: Snapshot,
  parameter: Parameter,
  expected: Expected & { kind: 'value' },
  open: OpenView,
  typed: readonly Word[],
  row: number,
  fromPeer: ReadonlyMap<string, string>,
): Map<string, string> {
  const texts = typed.map((word) => word.text);
  return new Map([
    ...fromPeer,
    ...knownValues(snapshot, expected.command, expected.name, open.head, texts),
    ...behindType(
      parameter,
      typed,
      namesFor(snapshot, parameter, {
        row,
        head: open.head,
        before: texts.at(-1),
        on: () => groupInterface(expected, open, typed),
      }),
    ),
  ]);
}

/** Where `GigabitEthernet ` is typed, the numbers of the interfaces of that type. */
function behindType({ type }: Parameter, typed: readonly Word[], names: Map<string, string>): Map<string, string> {
  const half = type.kind === 'interface' ? halfInterface(typed) : undefined;
  if (half === undefined) return names;
  const found = new Map<string, string>();
  for (const [name, note] of names) {
    const key = interfaceKey(name);
    if (key.startsWith(half)) found.set(key.slice(half.length), note);
  }
  return found;
}

/** The interface whose groups are meant: the one named on the line, else the one whose view is open. */
function groupInterface(
  expected: Expected & { kind: 'value' },
  open: OpenView,
  typed: readonly Word[],
): string | undefined {
  const at = typed.findLastIndex((word) => word.text === 'interface');
  const written =
    at < 0
      ? ''
      : typed
          .slice(at + 1)
          .filter((word) => /\d/.test(word.text) || isInterfaceType(word.text))
          .map((word) => word.text)
          .join('');
  if (written !== '' && entry(expected.command)?.parameters[expected.name]?.refers) return interfaceKey(written);
  return interfaceOf(open.head);
}

/** `GigabitEthernet ` typed, the number to come: the key of the type. */
function halfInterface(typed: readonly Word[]): string | undefined {
  const last = typed[typed.length - 1]?.text;
  if (last === undefined || last.toLowerCase() === 'interface' || !/^\d*[a-z-]+$/i.test(last) || !isInterfaceType(last))
    return undefined;
  return interfaceKey(`${last}0`).slice(0, -1);
}

/** What the word means where it is chosen, else what its command does, unless that is plain without the word. */
function keywordNote({ view, words: before, keyword }: About, expected: readonly Expected[]): string | undefined {
  const behind = commandsBehind(view, before, keyword!);
  const command = behind.length === 1 ? entry(behind[0]!) : undefined;
  const isPlain = before.length > 0 && expected.every((other) => other.command === command?.id);
  const note = command?.words?.[keyword!] ?? (isPlain ? undefined : command?.summary);
  return note && shortened(note);
}

function shortened(summary: string): string {
  const plain = summary.replace(/`/g, '').replace(/\.$/, '');
  return plain.length > 60 ? `${plain.slice(0, plain.lastIndexOf(' ', 58))} …` : plain;
}

/** The words travel to the client and back: a key among them is as good as any other. */
function withoutSecretWords(view: ViewName, typed: readonly Word[]): string[] {
  const text = typed.map((word) => word.text).join(' ');
  const shown = withoutSecrets({ view, text });
  let at = 0;
  return typed.map((word) => shown.slice(at, (at += word.text.length + 1) - 1));
}

/** The commands that begin with these words. */
function commandsBehind(view: ViewName, before: readonly string[], keyword: string): string[] {
  return [...new Set(expectedBehind(view, before, keyword).map((expected) => expected.command))].filter(
    (id) => id !== '',
  );
}

function expectedBehind(view: ViewName, before: readonly string[], keyword: string): readonly Expected[] {
  return expectedAt(
    view,
    [...before, keyword].map((text) => ({ text, start: 0, end: text.length })),
  );
}
