// What stands at the other end of the command line's streams: pipes that are slow, disks that are full, terminals.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { wantsColors } from '../../server/src/main/standard-streams';
import { root } from '../support/check-text';
import { dist, LanguageClient } from '../support/language-client';

const vrp = `"${process.execPath}" "${join(dist, 'cli.js')}"`;
/** With less memory than the input is long. */
const limited = `"${process.execPath}" --max-old-space-size=64 "${join(dist, 'cli.js')}"`;
const example = 'examples/mld-mistakes/BRAS-North.cfg';
const shell = (command: string) => spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8', timeout: 60_000 });
const isPosix = process.platform !== 'win32';

test('streams: a pipe that is slower than the program is waited for', { skip: !isPosix }, () => {
  for (const producer of [`(sleep 2; cat ${example})`, `(cat ${example}; sleep 2)`]) {
    const { stdout, stderr } = shell(`${producer} | ${vrp} check -`);
    assert.match(stdout, /1 device/, stderr);
    assert.doesNotMatch(stderr, /EAGAIN/);
  }
  const { stdout, stderr } = shell(`(sleep 1; echo '{"vrid": 20}') | ${vrp} new mld --answers - --dry-run`);
  assert.match(stdout, /vrid 20/, stderr);
});

test('streams: a report that a full disk swallows is exit code 3', { skip: !existsSync('/dev/full') }, () => {
  for (const command of [
    'check examples',
    'check examples -f json',
    'rules',
    `diff ${example} ${example.replace('North', 'South')}`,
  ]) {
    const { status, stderr } = shell(`${vrp} ${command} > /dev/full`);
    assert.equal(status, 3, `${command}: ${stderr}`);
    assert.match(stderr, /^vrp: the output could not be written \(ENOSPC\)$/m);
  }
});

test(
  'streams: more than 64 MB from a pipe are refused with a sentence, however much is to come',
  { skip: !isPosix },
  () => {
    const line = "'interface GigabitEthernet0/1/2'";
    for (const [command, file] of [
      ['check -', '<stdin>'],
      ['check - -f json', '<stdin>'],
      ['new mld --answers - --dry-run', '-'],
    ] as const) {
      const { status, stderr } = shell(`yes ${line} | head -c 300000000 | ${limited} ${command}`);
      assert.match(stderr, new RegExp(`^vrp: ${file.replace(/[<>]/g, '.')}: larger than 64 MB$`, 'm'), command);
      assert.equal(status, command.startsWith('new') ? 2 : 3, command);
    }
  },
);

test('streams: a reader that goes away hears no more, and the exit code is what was found', { skip: !isPosix }, () => {
  for (const [command, code] of [
    ['check examples -f json', 1],
    ['check examples -f json --fail-level off', 0],
    ['rules', 0],
  ] as const) {
    const { stderr } = shell(`(sleep 1; ${vrp} ${command}; echo "exit $?" >&2) | true`);
    assert.equal(stderr, `exit ${code}\n`, command);
  }
});

test('streams: Ctrl-C ends it at once, without a word of its own', { skip: !isPosix }, async () => {
  for (const args of [
    ['check', '-'],
    ['new', 'mld', '--answers', '-', '--dry-run'],
    ['lsp', '--stdio'],
  ]) {
    const child = spawn(process.execPath, [join(dist, 'cli.js'), ...args], { stdio: 'pipe' });
    let output = '';
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    const ended = new Promise((done) => child.on('close', (code, signal) => done([code, signal])));
    // It waits for an input that does not come.
    await new Promise((done) => setTimeout(done, 1000));
    child.kill('SIGINT');
    assert.deepEqual(await ended, [null, 'SIGINT'], args.join(' '));
    assert.equal(output, '', args.join(' '));
  }
});

test('streams: colours where they are wanted', () => {
  const wanted = (environment: Record<string, string>, isTerminal: boolean) => wantsColors(environment, isTerminal);
  assert.deepEqual(
    [wanted({}, true), wanted({}, false), wanted({ NO_COLOR: '1' }, true), wanted({ FORCE_COLOR: '1' }, false)],
    [true, false, false, true],
  );
  assert.deepEqual([wanted({ FORCE_COLOR: '0' }, true), wanted({ TERM: 'dumb' }, true)], [false, false]);
  const colours = (option: string) => shell(`${vrp} check examples/mld-mistakes ${option}`).stdout.includes('\u001b[');
  assert.deepEqual(['', '--color always', '--color=never'].map(colours), [false, true, false]);
});

test('streams: after shutdown, and initialized twice, a request is refused', async () => {
  const client = await LanguageClient.start();
  const again = await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  assert.equal(again.error?.code, -32600);
  assert.equal((await client.request('vrp/nothing', {})).error?.code, -32601);
  await client.request('shutdown', undefined);
  const methods = ['workspace/symbol', 'textDocument/hover', 'completionItem/resolve', 'codeLens/resolve'];
  for (const method of [...methods, 'vrp/scenarios', 'vrp/nothing', 'initialize', 'shutdown']) {
    const { error } = await client.request(method, {
      query: 'x',
      textDocument: { uri: 'file:///x' },
      capabilities: {},
    });
    assert.equal(error?.code, -32600, method);
  }
  await client.stop();
});

const frame = (message: object) => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};
const initialize = frame({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
const shutdown = frame({ id: 2, method: 'shutdown' });
const exit = frame({ method: 'exit' });

/** Speaks to the server, each frame once the one before is answered, and ends its input. */
async function served(...frames: readonly string[]): Promise<{ status: number | null; stdout: string }> {
  const child = spawn(process.execPath, [join(dist, 'server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  let stdout = '';
  let wake = () => {};
  child.stdin.on('error', () => undefined);
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
    wake();
  });
  for (const text of frames) {
    child.stdin.write(text);
    const id = /"id":\d+/.exec(text)?.[0];
    while (id !== undefined && !stdout.includes(id)) await new Promise<void>((done) => (wake = done));
  }
  child.stdin.end();
  const status = await ended;
  clearTimeout(timer);
  return { status, stdout };
}

test('streams: before it is initialized the server answers no request and takes no notification', async () => {
  const open = { uri: 'file:///a.cfg', languageId: 'vrp', version: 1, text: 'sysname A\n' };
  const { stdout } = await served(
    frame({ id: 7, method: 'workspace/symbol', params: { query: '' } }),
    frame({ method: 'textDocument/didOpen', params: { textDocument: open } }),
    initialize,
    shutdown,
    exit,
  );
  assert.match(stdout, /"id":7,"error":\{"code":-32002,/);
  assert.match(stdout, /"id":1,"result":\{/);
});

test('streams: no process is left behind its client: 0 after shutdown and exit, 1 without shutdown or where the pipe ends', async () => {
  assert.equal((await served(initialize, shutdown, exit)).status, 0);
  assert.equal((await served(initialize, exit)).status, 1);
  assert.equal((await served(exit)).status, 1);
  assert.equal((await served(initialize)).status, 1);
  assert.equal((await served()).status, 1);
});
