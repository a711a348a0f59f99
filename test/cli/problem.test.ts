// What a command could not do is a value with its place; the sentence a person reads is made of it, and of nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { probeBytes } from '../../server/src/cli/check/probe-file';
import { heldBaseline } from '../../server/src/cli/check/baseline';
import { exitCodes } from '../../server/src/cli/exit-code';
import type { Files, ReadResult } from '../../server/src/cli/files';
import { problemText, refuse, giveUp, ruleFailed } from '../../server/src/cli/problem';
import { runSettings } from '../../server/src/cli/settings';
import { decode } from '../../server/src/main/decode';
import { nodeFiles } from '../../server/src/main/files';
import { readJson } from '../../server/src/text/json';
import { pluralize } from '../../server/src/text/plural';

const secret = 'password cipher hush-hush';

function filesWith(read: ReadResult): { files: Files; decode: typeof decode } {
  return { files: { ...nodeFiles, read: () => read }, decode };
}

test('a file that an option names: missing, unreadable and broken are told apart, and keep their place', () => {
  const broken = { ok: true, bytes: new TextEncoder().encode(`{\n${secret}`) } as const;
  const missing = { ok: false, kind: 'missing', reason: 'gone' } as const;
  const denied = { ok: false, kind: 'unreadable', reason: 'no permission to read it' } as const;
  for (const use of [runSettings, heldBaseline]) {
    const problems = [missing, denied, broken].map((read) => {
      const used = use(filesWith(read), 'x.json');
      return used.ok ? assert.fail('it cannot be used') : used.problem;
    });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['no-such-file', 'unreadable', 'unusable'],
    );
    assert.deepEqual(problems.map(problemText), [
      'x.json: no such file',
      'x.json: no permission to read it',
      'x.json is not JSON (line 2)',
    ]);
    assert.ok(problems.every((problem) => 'file' in problem && problem.file === 'x.json'));
  }
});

test('broken JSON is told by its line, not by what it says', () => {
  const read = readJson(`{\n\n  ${secret}\n}`);
  assert.deepEqual(read, { problem: { code: 'not-json', message: 'is not JSON (line 3)', line: 3 } });
});

test('of an error only its name is told', () => {
  assert.equal(
    problemText(ruleFailed('rbs-port-mismatch', new RangeError(secret))),
    'rule rbs-port-mismatch failed and was skipped (RangeError)',
  );
  assert.equal(problemText(ruleFailed('x', secret)), 'rule x failed and was skipped (no error object)');
});

test('UTF-16 with its mark is read, a binary is told only where the user named it', () => {
  const wide = new Uint8Array([0xff, 0xfe, 0x23, 0]);
  const binary = new Uint8Array([1, 0, 2]);
  const codes = (named: boolean) =>
    [wide, binary].map((bytes) => probeBytes('x.cfg', named, bytes, decode).problem?.code);
  assert.deepEqual(codes(true), [undefined, 'not-text']);
  assert.deepEqual(codes(false), [undefined, undefined]);
});

test('what is told goes to standard error, one line each, without what a terminal obeys', () => {
  let found = '';
  const output = {
    error: (text: string) => {
      found += text;
    },
  };
  assert.equal(refuse(output, { code: 'no-such-path', file: 'a\u001b[31m.cfg' }), exitCodes.badUsage);
  assert.equal(giveUp(output, { code: 'cache-not-written', message: 'the disk is full' }), exitCodes.failed);
  assert.equal(
    found,
    'vrp: no such file or directory: a\\x1b[31m.cfg\nvrp: the cache was not written, the disk is full\n',
  );
});

test('a number with its word', () => {
  assert.deepEqual(
    [0, 1, 2].map((number) => pluralize(number, 'fix', 'fixes')),
    ['no fixes', '1 fix', '2 fixes'],
  );
  assert.equal(pluralize(2, 'pair'), '2 pairs');
});
