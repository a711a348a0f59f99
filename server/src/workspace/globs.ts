// Which paths are meant. Globs as settings write them: `**`, `*`, `?`, `[a-z]`, `[!a-z]` and `{a,b}`, on paths with `/`; `\` takes
// the meaning of the sign behind it. They may come with a folder that nobody trusts: matching never goes back further than to the
// last star, so it takes at most the product of the two lengths. A glob that cannot be read matches nothing.

/** In characters. */
export const longestGlob = 400;
/** Globs that the braces of one may stand for. */
export const mostAlternatives = 64;

/** Whether a path is meant; `/` parts its folders. */
export type PathTest = (path: string) => boolean;

/** What one character of a name may be; a star is any number of them. */
type Sign = ((character: string) => boolean) | typeof star;
/** The signs of one name, or any number of folders. */
type Part = readonly Sign[] | typeof folders;

const star = '*';
const folders = '**';

/** True where the glob is longer, or its braces stand for more, than is looked at. */
export function isHeavyGlob(glob: string): boolean {
  return glob.length > longestGlob || withoutBraces(glob) === 'too many';
}

/** True for what names more than the path it is. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** A test for the glob, in time that follows the path. `*`, `?`, `**`, `{a,b}` and `[a-z]` as in an editor. */
export function pathTest(glob: string): PathTest {
  const globs = alternatives(glob);
  return (path) => {
    const names = path.split('/');
    return globs.some((parts) => matchesAll(parts, names));
  };
}

/** Answers for a folder: whether something below it can be meant. */
export function folderTest(glob: string): PathTest {
  const globs = alternatives(glob);
  return (path) => {
    const names = path.split('/');
    return globs.some((parts) => leadsBelow(parts, names));
  };
}

function alternatives(glob: string): (readonly Part[])[] {
  const plain = glob.length > longestGlob ? [] : withoutBraces(glob);
  return Array.isArray(plain) ? plain.map(partsOf).filter((parts) => parts !== undefined) : [];
}

function leadsBelow(parts: readonly Part[], names: readonly string[]): boolean {
  for (const [index, name] of names.entries()) {
    const part = parts[index];
    if (part === folders) return true;
    if (part === undefined || !matchesName(part, name)) return false;
  }
  return names.length < parts.length;
}

/** `a.{cfg,txt}` -> `a.cfg`, `a.txt`; none where a brace is not closed. */
function withoutBraces(glob: string): string[] | 'too many' {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const brace = firstBrace(next);
    if (brace === 'none') done.push(next);
    else if (brace !== 'unclosed') {
      for (const choice of brace.choices) open.push(next.slice(0, brace.start) + choice + next.slice(brace.end));
    }
    if (open.length + done.length > mostAlternatives) return 'too many';
  }
  return done;
}

interface Brace {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

/** The first brace with what stands between its commas; braces may hold others. */
function firstBrace(glob: string): Brace | 'none' | 'unclosed' {
  let depth = 0;
  let start = 0;
  let from = 0;
  const choices: string[] = [];
  for (let at = 0; at < glob.length; at++) {
    const sign = glob[at]!;
    if (sign === '\\') at++;
    else if (sign === '{' && depth++ === 0) from = (start = at) + 1;
    else if (sign === ',' && depth === 1) {
      choices.push(glob.slice(from, at));
      from = at + 1;
    } else if (sign === '}' && depth > 0 && --depth === 0) {
      return { start, end: at + 1, choices: [...choices, glob.slice(from, at)] };
    }
  }
  return depth === 0 ? 'none' : 'unclosed';
}

function partsOf(glob: string): Part[] | undefined {
  const parts: Part[] = [];
  for (const name of glob.split('/')) {
    const part = name === folders ? folders : signsOf(name);
    if (!part) return undefined;
    // Twice any number is any number.
    if (part !== folders || parts[parts.length - 1] !== folders) parts.push(part);
  }
  return parts;
}

function signsOf(name: string): Sign[] | undefined {
  const signs: Sign[] = [];
  for (let at = 0; at < name.length; at++) {
    const sign = name[at]!;
    if (sign === '*') {
      if (signs[signs.length - 1] !== star) signs.push(star);
    } else if (sign === '?') signs.push(() => true);
    else if (sign === '[') {
      const close = name.indexOf(']', at + 1);
      const isOneOf = close < 0 ? undefined : characterClass(name.slice(at + 1, close));
      if (!isOneOf) return undefined;
      signs.push(isOneOf);
      at = close;
    } else {
      const literal = sign === '\\' && at + 1 < name.length ? name[++at]! : sign;
      signs.push((character) => character === literal);
    }
  }
  return signs;
}

/** What stands between brackets: characters and ranges, after `!` those that are not meant. */
function characterClass(inside: string): ((character: string) => boolean) | undefined {
  const isNegated = /^[!^]/.test(inside);
  const members = isNegated ? inside.slice(1) : inside;
  if (members === '') return undefined;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < members.length; at++) {
    const isRange = members[at + 1] === '-' && at + 2 < members.length;
    ranges.push([members[at]!, members[isRange ? at + 2 : at]!]);
    if (isRange) at += 2;
  }
  return (character) => ranges.some(([first, last]) => character >= first && character <= last) !== isNegated;
}

function matchesAll(parts: readonly Part[], names: readonly string[]): boolean {
  return matches(parts, names, folders, (part, name) => part !== folders && matchesName(part, name));
}

function matchesName(signs: readonly Sign[], name: string): boolean {
  return matches(signs, name, star, (sign, character) => sign !== star && sign(character));
}

/**
 * Walks both at once. Where they part, the last `any` takes one more: what an earlier one takes need not be looked at again,
 * since the last can take whatever an earlier one could give away.
 */
function matches<Pattern, Item>(
  pattern: readonly Pattern[],
  items: ArrayLike<Item>,
  any: Pattern,
  accepts: (pattern: Pattern, item: Item) => boolean,
): boolean {
  let at = 0;
  let anyAt = -1;
  let resume = 0;
  for (let item = 0; item < items.length;) {
    if (at < pattern.length && pattern[at] === any) {
      anyAt = at++;
      resume = item;
    } else if (at < pattern.length && accepts(pattern[at]!, items[item]!)) {
      at++;
      item++;
    } else if (anyAt >= 0) {
      at = anyAt + 1;
      item = ++resume;
    } else return false;
  }
  while (at < pattern.length && pattern[at] === any) at++;
  return at === pattern.length;
}

/** What a write that is under way, or was ended in the middle, has beside the file: no file of the workspace. */
export function isUnfinished(path: string): boolean {
  return /\.vrp-\d+\.tmp$/.test(path);
}
