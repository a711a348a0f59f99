// Text made fit to stand in Markdown, as CommonMark, GitHub and VS Code read it. Whatever comes from a file, a file name or a
// setting goes through here: it is shown as it stands, and nothing in it is a link, an image, markup or a block of its own.
import { printable, printableLines } from './sanitize';

/** A text among other text of a line: in a sentence, a list item, a link's title or a cell of a table. */
export function escapeMarkdown(text: string): string {
  return withHardBlanks(
    printable(text)
      .replace(/[\\`*_[\]<>#|~&$@]/g, '\\$&')
      // What is read as an address without any markup.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/(www)\./gi, '$1\\.')
      .replace(/(mailto|xmpp):/gi, '$1\\:')
      // What begins a list, a heading or a rule where it stands at the beginning of a line.
      .replace(/^(\s*)([-+=])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2'),
  );
}

/** Four blanks at the beginning would make a block of code, two at the end a line break. */
function withHardBlanks(text: string): string {
  const body = text.trim();
  const before = text.length - text.trimStart().length;
  const behind = text.length - before - body.length;
  return hardBlank.repeat(before) + body + hardBlank.repeat(behind);
}

const hardBlank = '&nbsp;';

/** The rows of a text, each on a line of its own. */
export function escapeMarkdownRows(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(escapeMarkdown)
    .join('  \n');
}

/** A text as code within a line: the fence is longer than any run of backticks in it. */
export function inlineCode(text: string): string {
  const shown = printable(text);
  // Code of no character does not exist.
  if (shown === '') return '';
  const fence = '`'.repeat(longestRun(shown) + 1);
  // A blank at both ends is taken away again, unless there is nothing else.
  const padded = /^`|`$|^ .* $/.test(shown) && shown.trim() !== '' ? ` ${shown} ` : shown;
  return fence + padded + fence;
}

/** Rows of text as a block of code. */
export function codeBlock(text: string, language = ''): string {
  const shown = printableLines(text.replace(/\r\n?/g, '\n'));
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** Prose of our own, in which code stands between backticks; what else Markdown would eat does not. Never for a text of a file. */
export function proseMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*_{}[\]<>|#]/g, '\\$&')))
    .join('');
}

/**
 * A text as the title of a link. VS Code's renderer takes the backslash off a bracket there before it reads the title: brackets
 * are written as what they are called.
 */
export function linkTitle(text: string): string {
  return escapeMarkdown(text).replace(/\\(.)/g, (escape, character: string) => brackets[character] ?? escape);
}

const brackets: Readonly<Record<string, string>> = { '[': '&#91;', ']': '&#93;' };

/** A link that runs a command of our client: both its title and its arguments may hold text of a file. */
export function commandLink(title: string, command: string, args: readonly unknown[]): string {
  const target = encodeURIComponent(JSON.stringify(args)).replace(
    /[!'()*~_]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `[${linkTitle(title)}](command:${command}?${target})`;
}
