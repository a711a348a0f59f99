// A line's words: parted by blanks of any kind, a quoted name being one of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { words } from '../../server/src/text/words';

const texts = (text: string) => words(text).map((word) => word.text);

test('words stand between blanks, and say where', () => {
  assert.deepEqual(words(' vrrp  vrid\t1 '), [
    { text: 'vrrp', start: 1, end: 5 },
    { text: 'vrid', start: 7, end: 11 },
    { text: '1', start: 12, end: 13 },
  ]);
  assert.deepEqual(words('  \t'), []);
});

test('a quoted name is one word, its blanks included', () => {
  assert.deepEqual(texts('acl name "users of site 1" advance'), ['acl', 'name', '"users of site 1"', 'advance']);
  assert.deepEqual(texts('description "a"b c'), ['description', '"a"b', 'c']);
  assert.deepEqual(texts('cipher %^"x y" "open z'), ['cipher', '%^"x', 'y"', '"open', 'z']);
});

test('any text falls into words as a pattern of blanks and quotes parts it', () => {
  const pieces = fc.constantFrom('a', 'é', '"', '""', ' ', '\t', '\u00a0', '\u3000', '\u0085', '\u{1f600}', '#', '\v');
  const anyText = fc.array(pieces).map((list) => list.join(''));
  fc.assert(
    fc.property(anyText, (text) => {
      assert.deepEqual(texts(text), text.match(/"[^"]*"(?=\s|$)|\S+/g) ?? []);
    }),
  );
});
