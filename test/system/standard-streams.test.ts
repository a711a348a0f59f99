// What stands at the other end of the command line's streams: pipes that are slow, disks that are full, terminals.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { wantsColors } from '../../server/src/main/standard-streams';
import { root } from '../support/check-text';
import { dist, LanguageClient } from '../support/language-client';

const vrp = `"${process.execPath}" "${join(dist, 'cli.js')}"`;
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
  await client.request('shutdown', undefined);
  const { error } = await client.request('workspace/symbol', { query: 'x' });
  assert.equal(error?.code, -32600);
  await client.stop();
});
