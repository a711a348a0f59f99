// Thousands of steps of an editor against the built server: every request is answered once, every message keeps to the protocol's
// own types, and the end is what a cold start gives. Longer: `npm run test:long`, or RUNS=100 SEED=7.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { read, root } from '../support/check-text';
import { dist } from '../support/language-client';
import { isLong } from '../support/long';
import { messageSchema } from './session/schema';
import { methods, session, step, type Walked } from './session/walk';

const mld = ['North', 'South'].map((name) => read(`examples/mld-mistakes/BRAS-${name}.cfg`));
const first = new Map([
  ['North.cfg', mld[0]!],
  ['South.cfg', mld[1]!],
  ['sub/South.cfg', mld[1]!.replace('sysname BRAS-South', 'sysname BRAS-South-2')],
  ['sub/East side.cfg', read('examples/nd/Campus-East.cfg')],
  ['notes.txt', 'A note.\n'],
]);
const stepsEach = 1000;
const runs = Number(process.env.RUNS ?? (isLong ? 10 : 2));
const seed = Number(process.env.SEED ?? 20261121);

/** A disk on which reads take their time and overtake each other. */
const lateDisk = [
  process.execPath,
  '--import',
  pathToFileURL(join(root, 'test/system/session/late-disk.mjs')).href,
  join(dist, 'server.js'),
  '--stdio',
];

test("session: the schema of messages is made of the protocol's types, and holds something", () => {
  const held = messageSchema();
  assert.match(
    held.sent('textDocument/publishDiagnostics', { uri: 'file:///x', diagnostics: [{ message: 'no range' }] }) ?? '',
    /range/,
  );
  assert.match(held.result('textDocument/hover', { contents: 7 }) ?? '', /contents/);
  assert.match(
    held.result('vrp/mirror', {
      title: '',
      placeholders: [],
      edit: { documentChanges: [{ textDocument: { uri: 'file:///x', version: null }, edits: [{ newText: 'x' }] }] },
    }) ?? '',
    /range|newText|documentChanges/,
  );
  assert.match(held.result('vrp/never', null) ?? '', /is not in/);
  assert.match(held.message({ jsonrpc: '2.0', id: 1 }) ?? '', /result/);
  assert.match(
    held.message({ jsonrpc: '2.0', id: 1, result: null, error: { code: 1, message: '' } }) ?? '',
    /must NOT have/,
  );
  assert.match(held.message({ id: 1, result: null }) ?? '', /JSON-RPC/);
  for (const method of methods)
    assert.ok(!(held.result(method, 7) ?? '').includes('is not in'), `${method} has a type in messages.ts`);
});

test('session: any walk keeps to the protocol and ends as a cold start', { timeout: 600_000 }, async () => {
  const sum = await walked({ stepsEach, runs });
  console.log(`${sum.steps} steps, ${sum.requests} requests, ${sum.messages} messages of the server`);
  assert.ok(sum.steps >= Math.min(10_000, runs * stepsEach));
});

test('session: the same where the disk is slow and its answers overtake each other', { timeout: 600_000 }, async () => {
  const sum = await walked({ stepsEach: 250, runs: Math.ceil(runs / 2), command: lateDisk });
  console.log(`${sum.steps} steps, ${sum.requests} requests, ${sum.messages} messages of the server`);
});

async function walked({
  stepsEach,
  runs,
  command,
}: {
  readonly stepsEach: number;
  readonly runs: number;
  readonly command?: readonly string[];
}): Promise<Walked> {
  const held = messageSchema();
  const sum = { steps: 0, requests: 0, messages: 0 };
  const details = await fc.check(
    fc.asyncProperty(fc.array(step, { minLength: stepsEach, maxLength: stepsEach, size: 'max' }), async (steps) => {
      const one = await session(steps, first, held, command);
      for (const key of ['steps', 'requests', 'messages'] as const) sum[key] += one[key];
    }),
    { seed, numRuns: runs, endOnFailure: true },
  );
  if (details.failed) {
    // Shrinking starts a server for each try, so it is done here, by halves, and only when there is something to shrink.
    const steps = details.counterexample![0];
    const small = await smaller(steps, async (some) =>
      session(some, first, held, command).then(
        () => false,
        () => true,
      ),
    );
    throw new Error(
      `seed ${seed}: ${small.length} steps are enough:\n${small.map((one) => JSON.stringify(one)).join('\n')}`,
      { cause: details.errorInstance },
    );
  }
  return sum;
}

/** Takes pieces away, large ones first, as long as it still breaks; at most for two minutes. */
async function smaller<One>(
  list: readonly One[],
  breaks: (some: readonly One[]) => Promise<boolean>,
): Promise<readonly One[]> {
  const end = Date.now() + 120_000;
  let small = list;
  for (
    let size = Math.ceil(list.length / 2);
    size >= 1 && Date.now() < end;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < small.length && Date.now() < end;) {
      const rest = [...small.slice(0, at), ...small.slice(at + size)];
      if (await breaks(rest)) small = rest;
      else at += size;
    }
  }
  return small;
}
