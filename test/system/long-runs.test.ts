// No line is so long that it keeps the tool busy: what reads it takes time that follows its length. Processor time is measured, with
// a limit that is far above what the length costs and far below what its square would.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathTest } from '../../server/src/workspace/globs';
import { read, vrp } from '../support/check-text';
import { signs, withRuns } from '../support/long-runs';
import { scratch } from '../support/scratch';
import { serverInProcess, type ServerInProcess } from '../support/server-in-process';
import { methods } from './session/walk';

const { folder, put } = scratch('long-runs');
const [north, south] = ['North', 'South'].map((name) => read(`examples/mld-mistakes/BRAS-${name}.cfg`)) as [
  string,
  string,
];
/** Characters of one run, of which a text has half a hundred. */
const length = 10_000;
/** Milliseconds of the processor for one command or request; the garbage of others is in it. */
const limit = 2_500;

async function processorTime(action: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What took longer than it may. */
class Slow {
  readonly found: string[] = [];
  worst = 0;

  async watch(what: string, action: () => Promise<unknown>): Promise<void> {
    const spent = await processorTime(action);
    this.worst = Math.max(this.worst, spent);
    if (spent > limit) this.found.push(`${what}: ${Math.round(spent)} ms`);
  }
}

test('long runs: every sign through check, diff, failover and redact', { timeout: 900_000 }, async () => {
  const slow = new Slow();
  put('S.cfg', south);
  for (const sign of signs) {
    put('N.cfg', withRuns(north, sign, length));
    const [n, s] = [join(folder, 'N.cfg'), join(folder, 'S.cfg')];
    for (const [name, args] of Object.entries({
      check: ['check', n, s],
      diff: ['diff', n, s],
      failover: ['failover', n, s],
      redact: ['redact', n, '--out', join(folder, `made-${signs.indexOf(sign)}`)],
    }))
      await slow.watch(`${name} of ${JSON.stringify(sign)}`, async () => {
        const { err, code } = await vrp(args);
        assert.doesNotMatch(err, /itself failed/);
        // Of NUL bytes the command line says that they are no text.
        assert.ok(code <= 1 || sign === '\0', err.slice(0, 300));
      });
  }
  console.log(`the slowest took ${Math.round(slow.worst)} ms of ${limit}`);
  assert.deepEqual(slow.found, []);
});

test('long runs: every request of the server, and a key typed in such a line', { timeout: 900_000 }, async () => {
  const slow = new Slow();
  for (const sign of signs) {
    const server = await serverInProcess();
    const text = withRuns(north, sign, length);
    await server.open('S.cfg', south);
    const uri = await server.open('N.cfg', text);
    const rows = text.split('\n');
    const row = rows.findIndex((one) => one.startsWith(' ip address 10.1.1.1 '));
    await slow.watch(`opening ${JSON.stringify(sign)}`, () => ask(server, 'textDocument/documentSymbol', uri, row, 5));
    for (const method of methods)
      await slow.watch(`${method} of ${JSON.stringify(sign)}`, () =>
        ask(server, method, uri, row, rows[row]!.length - 2),
      );
    await slow.watch(`a key in ${JSON.stringify(sign)}`, async () => {
      await server.client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [
          { range: { start: { line: row, character: 4 }, end: { line: row, character: 4 } }, text: 'x' },
        ],
      });
      await ask(server, 'textDocument/codeAction', uri, row, 6);
    });
    server.close();
  }
  console.log(`the slowest took ${Math.round(slow.worst)} ms of ${limit}`);
  assert.deepEqual(slow.found, []);
});

async function ask(
  server: ServerInProcess,
  method: string,
  uri: string,
  line: number,
  character: number,
): Promise<void> {
  const position = { line, character };
  await server.client
    .sendRequest(method, {
      textDocument: { uri },
      uri,
      position,
      range: { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } },
      positions: [position],
      context: { includeDeclaration: true, diagnostics: [], triggerKind: 1 },
      query: 'x',
      newName: 'other',
      options: { tabSize: 1, insertSpaces: true },
      ch: '\n',
      previousResultId: '0',
    })
    // What is asked without what it needs is answered with an error, and that is an answer.
    .catch(() => undefined);
}

test('long runs: no glob keeps the matcher busy', async () => {
  const slow = new Slow();
  for (const glob of [
    '**/*a*a*a*a*a*a*a*a*ab',
    '**a**a**a**a**a**b',
    '{a,b,{c,d}}'.repeat(30),
    '**/a/'.repeat(70) + 'b',
    '[a-z]*'.repeat(60),
  ])
    for (const path of ['a'.repeat(4_000), 'a/'.repeat(2_000), '/'.repeat(4_000)])
      await slow.watch(`${glob} on ${path.slice(0, 4)}`, async () => {
        const test = pathTest(glob);
        for (let times = 0; times < 20; times++) test(path);
      });
  console.log(`the slowest took ${Math.round(slow.worst)} ms of ${limit}`);
  assert.deepEqual(slow.found, []);
});
