// Every regular expression that ships: the literals of server and client, the patterns that are put together at run time, and
// those in files that VS Code reads.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { read, root } from './check-text';

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** The file and the line, or the key within a file of data. */
  readonly at: string;
}

/** What the code of a folder holds: `literals`, and where it makes one of a text (`made`). */
export function expressionsInCode(folder: string): { literals: Expression[]; made: string[] } {
  const literals: Expression[] = [];
  const made: string[] = [];
  for (const path of codeFiles(join(root, folder))) {
    const name = relative(root, path).split('\\').join('/');
    const file = ts.createSourceFile(name, read(name), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node))
        literals.push({ ...parsed(node.text), at: `${name}:${lineOf(file, node)}` });
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
        made.push(name);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { literals, made };
}

function parsed(literal: string): { source: string; flags: string } {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}

function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

function codeFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const patternKeys = /^(?:match|begin|end|while|regexp|wordPattern|beforeText|afterText|previousLineText|\w+Pattern)$/;

/** The patterns of a file of data, by the keys under which VS Code reads them. */
export function expressionsInData(name: string): Expression[] {
  const found: Expression[] = [];
  const visit = (value: unknown, key: string, at: string): void => {
    if (typeof value === 'string' && patternKeys.test(key)) found.push({ ...fromOniguruma(value), at: `${name}${at}` });
    else if (typeof value === 'object' && value !== null)
      for (const [inner, one] of Object.entries(value)) visit(one, inner, `${at}/${inner}`);
  };
  visit(JSON.parse(read(name)), '', '');
  return found;
}

/** As JavaScript writes it: what a grammar says otherwise is the flag at its beginning and the end of the match before. */
function fromOniguruma(pattern: string): { source: string; flags: string } {
  const isCaseless = pattern.startsWith('(?i)');
  const source = (isCaseless ? pattern.slice(4) : pattern).replaceAll('(?:^|\\G)', '^');
  return { source, flags: isCaseless ? 'i' : '' };
}
