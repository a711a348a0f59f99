// The format of tree-sitter's own corpus tests: a name between rows of '=', the text, a row of '-', the tree. The last line
// end before the '-' is not part of the text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './check-text';

export interface CorpusTest {
  readonly name: string;
  readonly text: string;
  /** On one line, as the runtime prints it. */
  readonly tree: string;
}

const folder = join(root, 'tree-sitter-vrp/test/corpus');

export const corpusFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => join(folder, name));

export function corpusTests(file: string): CorpusTest[] {
  const content = readFileSync(file, 'utf8');
  const headers = [...content.matchAll(/^={3,}\r?\n([^\r\n]+)\r?\n={3,}\r?\n/gm)];
  return headers.map((header, index) => {
    const body = content.slice(header.index + header[0].length, headers[index + 1]?.index);
    const rule = [...body.matchAll(/^-{3,}\r?\n/gm)].at(-1);
    if (!rule) throw new Error(`${file}: ${header[1]} has no tree`);
    return {
      name: header[1]!,
      text: body.slice(0, rule.index).replace(/\r?\n$/, ''),
      tree: oneLine(body.slice(rule.index + rule[0].length)),
    };
  });
}

function oneLine(tree: string): string {
  return tree.trim().replace(/\s+/g, ' ').replace(/ \)/g, ')');
}

/** The file with the trees that `tree` gives for its texts. */
export function withTrees(file: string, tree: (text: string) => string): string {
  const rule = '='.repeat(18);
  const eol = readFileSync(file, 'utf8').startsWith(`${rule}\r\n`) ? '\r\n' : '\n';
  return corpusTests(file)
    .map(({ name, text }) => [rule, name, rule, text, '---', '', indented(tree(text), eol), ''].join(eol))
    .join(eol);
}

/** A node that holds others opens a line of its own; tokens stand beside each other. */
function indented(tree: string, eol: string): string {
  let depth = 0;
  return tree.replace(/ ?\((?:[^()]+\)| ?[^()]+)|\)/g, (piece) => {
    if (piece === ')') {
      depth--;
      return piece;
    }
    const node = piece.trim();
    const leaf =
      node.endsWith(')') && !/^\((?:blank_line|line|part|section|chunk|separator|subseparator)\)$/.test(node);
    if (leaf) return ` ${node}`;
    const lead = depth === 0 ? '' : eol + '  '.repeat(depth);
    if (!node.endsWith(')')) depth++;
    return lead + node;
  });
}
