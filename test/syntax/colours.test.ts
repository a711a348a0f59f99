// A word has the colour that the TextMate grammar gives it before the server answers, on the right side of a comparison too; then it has
// the colour of its semantic token. Both must be one colour, or all flashes at opening and the two sides of a comparison differ.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as textmate from 'vscode-textmate';
import { contributes } from '../../package.json';
import { semanticTokens, tokenTypes } from '../../server/src/features/semantic-tokens';
import { Workspace } from '../../server/src/workspace/workspace';
import type { NamedText } from '../support/check-text';
import { example, exampleNames } from '../support/pair-of';
import { textmateGrammar } from '../support/textmate';
import { loadSyntax } from '../support/wasm';

interface ColouredWord {
  readonly where: string;
  readonly word: string;
  readonly semantic: string;
  readonly textmate: string;
}

const scopes: Readonly<Record<string, readonly string[]>> = contributes.semanticTokenScopes[0]!.scopes;

/** What themes give one colour: all keywords but `undo`, all names of objects, interfaces, numbers, texts. */
function colour(scope: string): string {
  const [first, second, third] = scope.split('.');
  if (first === 'string' || first === 'comment') return first;
  return first === 'entity' ? `${second}.${third}` : `${first}.${second}`;
}

function wordsOf({ name, text }: NamedText, grammar: textmate.IGrammar): ColouredWord[] {
  const workspace = new Workspace({ rules: [] });
  workspace.open(name, text);
  const rows = text.split('\n');
  let state = textmate.INITIAL;
  const painted = rows.map((row) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(row, state);
    state = ruleStack;
    return tokens;
  });
  const data = semanticTokens(workspace.snapshot(name)!);
  let [row, column] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [rowsOn, columnsOn, length, type] = data.slice(index * 5, index * 5 + 4) as [number, number, number, number];
    row += rowsOn;
    column = rowsOn > 0 ? columnsOn : column + columnsOn;
    const token = painted[row]!.find(({ startIndex, endIndex }) => startIndex <= column && column < endIndex)!;
    return {
      where: `${name}:${row + 1}: ${rows[row]!.trim()}`,
      word: rows[row]!.slice(column, column + length),
      semantic: colour(scopes[tokenTypes[type]!]![0]!),
      textmate: colour(token.scopes.at(-1)!),
    };
  });
}

test('over the examples each word keeps its colour when the server answers, but for names that read as keywords', async () => {
  await loadSyntax();
  const grammar = await textmateGrammar();
  const words = exampleNames.flatMap((name) => example(name)).flatMap((file) => wordsOf(file, grammar));
  const changed = words.filter(({ semantic, textmate: before }) => semantic !== before);
  const unexpected = changed.filter(({ textmate: before }) => before !== 'keyword.other');
  assert.deepEqual(
    unexpected.map(({ where, word, semantic, textmate: before }) => `${where}: ${word} is ${semantic}, was ${before}`),
    [],
  );
  assert.ok(words.length > 2500, String(words.length));
  // `bfd gateways`: nothing in the text tells a name in small letters from a keyword.
  assert.ok(changed.length < words.length / 38, `${changed.length} of ${words.length}`);
});

test('every type of a semantic token has a scope that the grammar gives', () => {
  assert.deepEqual(Object.keys(scopes).sort(), [...tokenTypes].sort());
});
