// What is a secret in a line, and what only looks as if it spoke of one.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { maskedSentence, maskedText, secretsIn } from '../../server/src/model/secrets';
import { redaction } from '../../server/src/cli/redaction';
import { shownRows, withoutSecrets } from '../../server/src/model/secrets';
import { readFile } from '../../server/src/workspace/read-file';
import {
  abbreviations,
  asBlocks,
  asTranscript,
  keyBlocks,
  secretCommands,
  type SecretLine,
} from '../support/planted-secrets';
import { secretLines, innocentLines } from '../support/secret-lines';
import { loadSyntax } from '../support/wasm';

// Banners are read off a tree.
before(loadSyntax);

test('secrets: each is found where it stands, and nothing else of the line', () => {
  for (const line of secretLines) {
    const text = line.replaceAll(/«|»/g, '');
    const expected = [...line.matchAll(/«(.*?)»/g)].map((hit) => hit[1]);
    assert.deepEqual(
      secretsIn(text).map(({ start, end }) => text.slice(start, end)),
      expected,
      text,
    );
    const shown = maskedText(text);
    assert.equal(shown.length, text.length, 'columns stay true');
    for (const secret of expected) assert.ok(!shown.includes(secret!), shown);
  }
});

test('secrets: behind the digit by which other vendors write the form, the digit with it', () => {
  for (const words of ['enable password', 'username ops password', 'enable secret'])
    assert.equal(maskedText(`${words} 7 hush-1`), `${words} * ******`);
});

test('secrets: lines that hold none are left as they are', () => {
  for (const line of innocentLines) assert.equal(maskedText(line), line);
});

/** Every command of the catalogue that holds a secret, in each of its legal spellings. */
const everySpelling: readonly SecretLine[] = secretCommands().flatMap((line) => [line, ...abbreviations(line)]);

test('secrets: in every spelling of every command of the catalogue, in its view', () => {
  assert.deepEqual(
    everySpelling
      .map(withoutSecrets)
      .filter((shown) => shown.includes('hush'))
      .slice(0, 10),
    [],
  );
  assert.ok(everySpelling.length > 500, `${everySpelling.length} lines`);
});

test('secrets: the same where nobody knows the view, behind a prompt too', () => {
  const lines = everySpelling.flatMap(({ text }) => [text, `[~R1-a]${text}`]);
  assert.deepEqual(
    lines
      .map(maskedText)
      .filter((shown) => shown.includes('hush'))
      .slice(0, 10),
    [],
  );
});

test('secrets: a sentence about lines masks the keys of these lines and what looks like a key, and no word of its own', () => {
  const keys = ['Hush-1', 'a+b'];
  assert.equal(
    maskedSentence('R1: group 1 has simple authentication, key Hush-1 (a+b); Hush-12 differs', keys),
    'R1: group 1 has simple authentication, key ****** (***); Hush-12 differs',
  );
  assert.equal(maskedSentence('R1: a$1c$hush', []), 'R1: a********');
  assert.equal(
    maskedSentence('R1: password=hush, and %^%#hush%^%# on R2', []),
    'R1: password=***** and ************ on R2',
  );
});

test('secrets: rows of a file and of a transcript, and redacted copies of both', () => {
  const texts = [
    asBlocks(everySpelling),
    asTranscript(everySpelling),
    keyBlocks(),
    `header login information "\n${keyBlocks()}\n"`,
  ];
  for (const text of texts) {
    const rows = text.split('\n');
    const shown = shownRows(readFile('a.cfg', text, 'utf-8').reading.facts, rows);
    assert.deepEqual(
      rows
        .map((_, row) => shown(row))
        .filter((row) => row.includes('hush'))
        .slice(0, 10),
      [],
    );
    const [copy] = redaction([{ path: 'a.cfg', text }]).files;
    assert.deepEqual(
      copy!.text
        .split('\n')
        .filter((row) => row.includes('hush'))
        .slice(0, 10),
      [],
    );
  }
});
