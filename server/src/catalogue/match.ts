// Matches the words of a line against all entries of a view at once. The entries of a view share one tree of words that grows
// as lines are seen: a node is what may stand after the words so far. So a line costs a look-up a word, however large the
// catalogue is, and nothing is compiled before the first line that needs it.
import { partitionPoint, push } from '../text/collections';
import type { Word } from '../text/words';
import type { BoundValue, Command, Expected, Match, ValueProblem, WordRole } from './command';
import { advance, forms, parseForm, type Rest, type Token } from './notation';
import {
  isInterfaceNumber,
  isInterfaceType,
  judge,
  limits,
  looseness,
  typeKey,
  type Parameter,
  type ValueType,
} from './parameters';
import type { ViewName } from './views';

/** Matches lines against entries, and tells what may follow the words that stand. */
export interface Matcher {
  /** The best entry for a line of that view; undefined when none begins like it. */
  matchLine(view: ViewName, words: readonly Word[]): Match | undefined;
  /** Everything that may follow these whole words in that view. */
  expectedAt(view: ViewName, words: readonly Word[]): readonly Expected[];
}

/** A matcher over these entries; what it knows of a view is worked out when the view is first asked for. */
export function matcher(catalogue: readonly Command[]): Matcher {
  const roots = new Map<ViewName, State>();
  const root = (view: ViewName): State => {
    let found = roots.get(view);
    if (!found) {
      found = rootState(catalogue.filter((entry) => entry.views.includes(view)));
      roots.set(view, found);
    }
    return found;
  };
  return {
    matchLine: (view, words) => (words.length === 0 ? undefined : bestMatch(root(view), words)),
    expectedAt: (view, words) => expectedAfter(root(view), words),
  };
}

/** One line of a `format` or `undo`. */
interface Form {
  readonly entry: Command;
  readonly undo: boolean;
  readonly text: string;
}

/** A form that fits the words so far: what is still to come, and the tokens that were taken, last first. */
interface Item {
  readonly form: Form;
  readonly rest: Rest;
  readonly taken: Taken;
}

interface Taken {
  readonly token: Token;
  readonly before: Taken | undefined;
}

interface State {
  /** Filled when the state is first stepped on. */
  items: readonly Item[];
  /** The forms that begin with the word that leads here, not yet read. */
  unread?: { readonly first: string; readonly forms: readonly Form[] };
  moves?: Moves;
  expected?: readonly Expected[];
}

interface Moves {
  readonly keywords: Map<string, KeywordMove>;
  readonly sorted: readonly KeywordMove[];
  /** From the most specific kind of value to the loosest. */
  readonly values: readonly ValueMove[];
  /** The items that need nothing more. */
  readonly ends: readonly Item[];
}

interface KeywordMove {
  readonly lower: string;
  readonly keyword: string;
  /** All that it leads to is another product line's. */
  readonly dialect: boolean;
  readonly state: State;
}

interface ValueMove {
  readonly type: ValueType;
  readonly state: State;
}

function rootState(entries: readonly Command[]): State {
  const byFirst = new Map<string, Form[]>();
  for (const entry of entries) {
    for (const [notation, undo] of [
      [entry.format, false],
      [entry.undo, true],
    ] as const) {
      if (notation === undefined) continue;
      for (const text of forms(notation)) {
        const form: Form = { entry, undo, text };
        for (const first of firstWords(text)) {
          push(byFirst, first, form);
        }
      }
    }
  }
  const keywords: KeywordMove[] = [...byFirst].map(([keyword, list]) => ({
    lower: keyword.toLowerCase(),
    keyword,
    dialect: list.every((form) => form.entry.dialect !== undefined),
    state: { items: [], unread: { first: keyword, forms: list } },
  }));
  return {
    items: [],
    moves: {
      keywords: new Map(keywords.map((move) => [move.lower, move])),
      sorted: sorted(keywords),
      values: [],
      ends: [],
    },
  };
}

/** Nearly always the one word the form begins with, and then the form itself need not be read yet. */
function firstWords(form: string): readonly string[] {
  if (!/^[[{]/.test(form)) return [form.slice(0, (form + ' ').search(/\s/))];
  const found = new Set<string>();
  advance({ node: parseForm(form), next: null }, (token) => {
    if (token.kind === 'keyword') found.add(token.keyword);
  });
  return [...found];
}

function itemsOf(state: State): readonly Item[] {
  if (state.unread) {
    const items: Item[] = [];
    for (const form of state.unread.forms) {
      advance({ node: parseForm(form.text), next: null }, (token, rest) => {
        if (token.kind === 'keyword' && token.keyword === state.unread!.first)
          items.push({ form, rest, taken: { token, before: undefined } });
      });
    }
    state.items = items;
    state.unread = undefined;
  }
  return state.items;
}

function movesOf(state: State): Moves {
  if (state.moves) return state.moves;
  const keywords = new Map<string, { keyword: string; dialect: boolean; items: Item[] }>();
  const values = new Map<string, { type: ValueType; items: Item[] }>();
  const ends: Item[] = [];
  for (const item of itemsOf(state)) {
    const isEnd = advance(item.rest, (token, rest) => {
      const next: Item = { form: item.form, rest, taken: { token, before: item.taken } };
      if (token.kind === 'keyword') {
        const lower = token.keyword.toLowerCase();
        const dialect = item.form.entry.dialect !== undefined;
        const found = keywords.get(lower);
        if (found) {
          found.items.push(next);
          if (!dialect) found.dialect = false;
        } else keywords.set(lower, { keyword: token.keyword, dialect, items: [next] });
      } else {
        const type = item.form.entry.parameters[token.name]!.type;
        const key = typeKey(type);
        const found = values.get(key);
        if (found) found.items.push(next);
        else values.set(key, { type, items: [next] });
      }
    });
    if (isEnd) ends.push(item);
  }
  const keywordMoves: KeywordMove[] = [...keywords].map(([lower, { keyword, dialect, items }]) => ({
    lower,
    keyword,
    dialect,
    state: { items },
  }));
  state.moves = {
    keywords: new Map(keywordMoves.map((move) => [move.lower, move])),
    sorted: sorted(keywordMoves),
    values: [...values.values()]
      .map(({ type, items }) => ({ type, state: { items } }))
      .sort((a, b) => looseness(a.type) - looseness(b.type)),
    ends: [...ends].sort(
      (a, b) => Number(a.form.entry.dialect !== undefined) - Number(b.form.entry.dialect !== undefined),
    ),
  };
  return state.moves;
}

function sorted(moves: readonly KeywordMove[]): KeywordMove[] {
  return [...moves].sort((a, b) => (a.lower < b.lower ? -1 : 1));
}

function keywordMove(moves: Moves, word: string): KeywordMove | undefined {
  return moves.keywords.get(word) ?? moves.keywords.get(word.toLowerCase());
}

/** The keywords that begin like `word`; another product line's only where no other does. A number is never short for a keyword. */
function abbreviated(moves: Moves, word: string): readonly KeywordMove[] {
  const lower = word.toLowerCase();
  const first = lower.charCodeAt(0);
  if (first >= zero && first <= nine) return [];
  const list = moves.sorted;
  const low = partitionPoint(list, (move) => move.lower < lower);
  let end = low;
  while (end < list.length && list[end]!.lower.startsWith(lower)) end++;
  if (end - low < 2) return list.slice(low, end);
  const found = list.slice(low, end);
  const own = found.filter((move) => !move.dialect);
  return own.length > 0 ? own : found;
}

const zero = '0'.charCodeAt(0);
const nine = '9'.charCodeAt(0);

/** How many words from `at` a value of this kind takes; 0 when the word has another shape. `limits` says it may not stand there. */
function taken(
  type: ValueType,
  words: readonly Word[],
  at: number,
): { readonly width: number; readonly limits: boolean } {
  const word = words[at]!.text;
  if (word.charCodeAt(0) === brace && word.startsWith('{{')) {
    // A template's placeholder stands for any value and is not judged.
    for (let end = at; end < words.length; end++) {
      if (words[end]!.text.endsWith('}}')) return { width: end - at + 1, limits: false };
    }
  }
  if (type.kind === 'text') return { width: words.length - at, limits: false };
  const verdict = judge(type, word);
  if (verdict === 'ok') return oneWord;
  if (verdict === 'limits') return oneOutside;
  if (type.kind === 'interface') {
    const number = words[at + 1];
    if (number !== undefined && isInterfaceNumber(number.text) && isInterfaceType(word)) return twoWords;
  }
  return none;
}

const brace = '{'.charCodeAt(0);
const none = { width: 0, limits: false };
const oneWord = { width: 1, limits: false };
const oneOutside = { width: 1, limits: true };
const twoWords = { width: 2, limits: false };

/** Where a walk ended. */
interface Stop {
  readonly state: State;
  readonly reached: number;
  /** Words that each step took. */
  readonly widths: readonly number[];
  readonly problems: number;
  readonly item: Item | undefined;
}

function bestMatch(root: State, words: readonly Word[]): Match | undefined {
  const moves = movesOf(root);
  if (!keywordMove(moves, words[0]!.text)) {
    const short = abbreviated(moves, words[0]!.text);
    if (short.length > 1) {
      // `sys` is `system-view`, `sys R1` is `sysname R1`: a first word that several commands share counts where one of them reads.
      const whole = short.map((move) => furthest(move.state, words, 1)).filter((match) => match?.complete);
      return whole.length === 1 ? whole[0] : undefined;
    }
  }
  return furthest(root, words, 0);
}

/** The best reading from a state in which `from` words are taken, one each. */
function furthest(start: State, words: readonly Word[], from: number): Match | undefined {
  const search = new FurthestReading(words, from);
  search.walk(start, from);
  const { best, tied } = search;
  // `undo` alone says nothing about the entry.
  if (!best || best.reached === 0 || (best.reached === 1 && words.length > 1 && isUndo(best, words[0]!)))
    return undefined;
  return matchAt(best, words, tied);
}

class FurthestReading {
  best: Stop | undefined;
  /** The states that come as far as the best one. */
  tied: State[] = [];
  private readonly widths: number[];
  private problems = 0;
  // No real line comes near it; a line made to be slow is not read to its end.
  private budget = 4000;

  constructor(
    private readonly words: readonly Word[],
    from: number,
  ) {
    this.widths = from === 0 ? [] : [from];
  }

  /** True when a complete reading was found: nothing can be better. */
  walk(state: State, at: number): boolean {
    if (--this.budget < 0) return false;
    const moves = movesOf(state);
    if (at === this.words.length) return this.stopped(state, at, moves.ends[0]);
    const word = this.words[at]!.text;
    const keyword = keywordMove(moves, word);
    if (keyword && this.step(keyword.state, at, 1)) return true;
    let moved = keyword !== undefined;
    for (const move of moves.values) {
      const { width, limits: outside } = taken(move.type, this.words, at);
      if (width === 0) continue;
      moved = true;
      if (outside) this.problems++;
      const done = this.step(move.state, at, width);
      if (outside) this.problems--;
      if (done) return true;
    }
    const short = keyword ? [] : abbreviated(moves, word);
    if (short.length === 1) {
      moved = true;
      if (this.step(short[0]!.state, at, 1)) return true;
    }
    return moved ? false : this.stopped(state, at, undefined);
  }

  private step(state: State, at: number, width: number): boolean {
    this.widths.push(width);
    const done = this.walk(state, at + width);
    this.widths.pop();
    return done;
  }

  private stopped(state: State, reached: number, item: Item | undefined): boolean {
    const { best, problems } = this;
    if (!best || isBetter(best, reached, item, problems)) {
      this.best = { state, reached, widths: [...this.widths], problems, item };
      this.tied = [state];
    } else if (reached === best.reached && best.item === undefined && item === undefined) this.tied.push(state);
    return item !== undefined && problems === 0;
  }
}

/** Further, or as far and complete, or as complete with fewer values out of their range. */
function isBetter(best: Stop, reached: number, item: Item | undefined, problems: number): boolean {
  if (reached !== best.reached) return reached > best.reached;
  const complete = Number(item !== undefined) - Number(best.item !== undefined);
  return (complete || best.problems - problems) > 0;
}

function isUndo(stop: Stop, first: Word): boolean {
  const item = anyItem(stop.state);
  return item !== undefined && item.form.undo && 'undo'.startsWith(first.text.toLowerCase());
}

/** Where nothing ended, some form that goes on from here: our own before another product line's. */
function anyItem(state: State): Item | undefined {
  const items = itemsOf(state);
  return items.find((item) => item.form.entry.dialect === undefined) ?? items[0];
}

function matchAt(stop: Stop, words: readonly Word[], tied: readonly State[]): Match {
  const item = stop.item ?? anyItem(stop.state)!;
  const { entry, undo } = item.form;
  const tokens: Token[] = [];
  for (let link: Taken | undefined = item.taken; link; link = link.before) tokens.push(link.token);
  tokens.reverse();
  // Matches stay, and an array that grew keeps room for 17: roles have their length from the start, most lines one value at most.
  const roles: WordRole[] = words.map(() => unknownRole);
  let values: BoundValue[] = [];
  const problems: ValueProblem[] = [];
  let at = 0;
  stop.widths.forEach((width, index) => {
    const token = tokens[index]!;
    if (token.kind === 'keyword') {
      roles[at++] = index === 0 && undo ? undoRole : keywordRole(token.keyword);
      return;
    }
    const from = words[at]!;
    const to = words[at + width - 1]!;
    const value = { name: token.name, text: joined(words, at, at + width), start: from.start, end: to.end };
    if (values.length === 0) values = [value];
    else values.push(value);
    for (let taken = 0; taken < width; taken++) roles[at + taken] = valueRole(token.name);
    const parameter = entry.parameters[token.name]!;
    if (stop.problems > 0 && width === 1 && judge(parameter.type, from.text) === 'limits') {
      problems.push({ name: token.name, start: from.start, end: to.end, message: problemText(token.name, parameter) });
    }
    at += width;
  });
  return {
    command: entry.id,
    undo,
    complete: stop.item !== undefined && problems.length === 0,
    reached: stop.reached,
    values: values.length > 1 ? values.slice() : values,
    roles,
    problems,
    expected: tied.length > 1 ? distinct(tied.flatMap((state) => [...expectedIn(state)])) : expectedIn(stop.state),
  };
}

function problemText(name: string, parameter: Parameter): string {
  const text = limits(parameter);
  return `${name}: ${/^\d/.test(text) ? text : `not ${text}`}`;
}

function joined(words: readonly Word[], from: number, to: number): string {
  if (to - from === 1) return words[from]!.text;
  // Blanks between the words are kept as one each, so that the text reads as it was meant.
  return words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
}

// Roles are few: one object each, shared by all matches.
const undoRole: WordRole = { kind: 'undo' };
const unknownRole: WordRole = { kind: 'unknown' };
const keywordRoles = new Map<string, WordRole>();
const valueRoles = new Map<string, WordRole>();

function keywordRole(keyword: string): WordRole {
  let role = keywordRoles.get(keyword);
  if (!role) keywordRoles.set(keyword, (role = { kind: 'keyword', keyword }));
  return role;
}

function valueRole(name: string): WordRole {
  let role = valueRoles.get(name);
  if (!role) valueRoles.set(name, (role = { kind: 'value', name }));
  return role;
}

/** What may follow in this state; another product line's words are never offered. */
function expectedIn(state: State): readonly Expected[] {
  if (state.expected) return state.expected;
  const moves = movesOf(state);
  const found: Expected[] = [];
  for (const move of moves.keywords.values()) {
    if (!move.dialect)
      found.push({ kind: 'keyword', keyword: move.keyword, command: ownItem(move.state)?.entry.id ?? '' });
  }
  for (const move of moves.values) {
    for (const item of itemsOf(move.state)) {
      if (item.form.entry.dialect !== undefined || item.taken.token.kind !== 'argument') continue;
      found.push({ kind: 'value', name: item.taken.token.name, command: item.form.entry.id });
    }
  }
  for (const item of moves.ends) {
    if (item.form.entry.dialect === undefined) found.push({ kind: 'end', command: item.form.entry.id });
  }
  state.expected = Object.freeze(distinct(found));
  return state.expected;
}

function ownItem(state: State): Form | undefined {
  // The forms behind a first word may still be unread, and need not be read to name one.
  return state.unread ? state.unread.forms.find((form) => form.entry.dialect === undefined) : anyItem(state)?.form;
}

function distinct(list: readonly Expected[]): Expected[] {
  const seen = new Set<string>();
  return list.filter((expected) => {
    const key = expectedKey(expected);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** One key for what is offered as the same: a keyword or a value counts once, whichever commands it leads to. */
function expectedKey(expected: Expected): string {
  switch (expected.kind) {
    case 'keyword':
      return `k ${expected.keyword}`;
    case 'value':
      return `v ${expected.name}`;
    case 'end':
      return `e ${expected.command}`;
  }
}

function expectedAfter(start: State, words: readonly Word[]): readonly Expected[] {
  let states: State[] = [start];
  /** States at which the last word is an interface type whose number is still to come. */
  let halfInterface: State[] = [];
  const skips = new Map<number, State[]>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!.text;
    const next: State[] = skips.get(at + 1) ?? [];
    halfInterface = [];
    for (const state of states) {
      const moves = movesOf(state);
      const keyword = keywordMove(moves, word);
      if (keyword) {
        next.push(keyword.state);
        continue;
      }
      let moved = false;
      for (const move of moves.values) {
        const { width } = taken(move.type, words, at);
        if (width === 1) next.push(move.state);
        else if (width > 1) push(skips, at + width, move.state);
        else if (move.type.kind === 'interface' && at === words.length - 1 && isInterfaceType(word))
          halfInterface.push(move.state);
        else continue;
        moved = true;
      }
      const short = moved ? [] : abbreviated(moves, word);
      if (short.length === 1) next.push(short[0]!.state);
    }
    states = next;
    if (states.length === 0 && ![...skips.keys()].some((end) => end > at + 1) && halfInterface.length === 0) return [];
  }
  const found = states.flatMap((state) => [...expectedIn(state)]);
  for (const state of halfInterface) {
    const item = anyItem(state);
    if (item?.taken.token.kind === 'argument')
      found.push({ kind: 'value', name: item.taken.token.name, command: item.form.entry.id });
  }
  return distinct(found);
}
