// The built extension in a window: what it loads and does before there is a VRP text, and what makes it start its client.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Activation } from '../../client/src/activation';
import { read, root } from '../support/check-text';
import { fakeDocument, fakeVscode, fileUri } from '../support/fake-vscode';
import { dist } from '../support/language-client';
import { scratch } from '../support/scratch';

const manifest = JSON.parse(read('package.json')) as { contributes: { commands: { command: string }[] } };
const require = createRequire(__filename);
const base = scratch('activation').folder;
let folders = 0;
const example = join(root, 'examples/mld-mistakes');

/** What Node's loader is asked for, by the name that the asking file uses. */
const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };

/** The extension activated in a window with that folder; its client is one that only says that it was started. */
async function activated(folder: string) {
  const fake = fakeVscode(folder, manifest);
  const loaded: string[] = [];
  const started: string[] = [];
  const client = {
    startNodeClient() {
      started.push('client');
      for (const { command } of manifest.contributes.commands)
        fake.module.commands.registerCommand(command, (...given) => [command, ...given]);
      return { client: { needsStop: () => false } };
    },
  };
  const real = loader._load;
  loader._load = function (this: unknown, name, ...rest) {
    if (!name.startsWith('node:')) loaded.push(name);
    if (name === 'vscode') return fake.module;
    if (name === './node-client') return client;
    return real.call(this, name, ...rest);
  };
  try {
    const path = join(dist, 'extension.js');
    delete require.cache[path];
    const extension = require(path) as { activate(context: unknown): Activation };
    loaded.shift();
    const activation = extension.activate(fake.context);
    await activation.foldersProbed;
    // What was found is loaded in the turns after.
    if (activation.isStarted()) await activation.started;
    return { ...fake, activation, loaded: () => [...new Set(loaded)], started, restore: () => (loader._load = real) };
  } catch (error) {
    loader._load = real;
    throw error;
  }
}

/** A folder as programmers and operators of other vendors' devices have it. */
function withoutVrp(folder: string): void {
  mkdirSync(join(folder, 'src'));
  const files = {
    'README.md': '# Tool\n\n```\nsysname BRAS-North\nundo shutdown\n```\n',
    'notes.txt': 'Call the provider about the uplink of BRAS-North.\n',
    'service.conf': '[server]\nport = 80\nname = a\nroot = /srv\n',
    'switch.cfg': 'hostname sw1\n!\ninterface Vlan1\n ip address 10.0.0.1 255.255.255.0\n!\nline vty 0 4\nend\n',
    'src/main.c': '#include <stdio.h>\nint main(void) { return 0; }\n',
    'core.dat': '\x7fELF\0\x01sysname X\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

test('in a folder without VRP neither the client is loaded nor a server started', async () => {
  const folder = emptyFolder();
  withoutVrp(folder);
  const window = await activated(folder);
  window.restore();
  assert.equal(window.activation.isStarted(), false, window.log.join('\n'));
  assert.deepEqual(window.loaded(), ['vscode']);
  assert.ok(window.views.has('vrp.pairs'));
  assert.ok(window.activation.milliseconds < 300, `${window.activation.milliseconds} ms`);
  console.log(
    `activation ${window.activation.milliseconds.toFixed(1)} ms, ` +
      `${readFileSync(join(dist, 'extension.js')).length} bytes loaded before the first VRP text`,
  );
});

test('a folder with configurations of plain names is found without a file being opened', async () => {
  for (const [name, text] of [
    ['BRAS-North.cfg', readFileSync(join(example, 'BRAS-North.cfg'))],
    ['bras-north', readFileSync(join(example, 'BRAS-North.cfg'))],
    ['north.txt', Buffer.from(`\ufeff${read('examples/mld-mistakes/BRAS-North.cfg')}`, 'utf16le')],
    ['.vrp.json', Buffer.from('{}')],
  ] as const) {
    {
      const folder = emptyFolder();
      withoutVrp(folder);
      mkdirSync(join(folder, 'configs/north'), { recursive: true });
      writeFileSync(join(folder, 'configs/north', name), text);
      const window = await activated(folder);
      window.restore();
      assert.deepEqual(window.started, ['client'], name);
    }
  }
});

test('what stands in for the client makes room for it', async () => {
  const folder = emptyFolder();
  cpSync(example, folder, { recursive: true });
  const window = await activated(folder);
  window.restore();
  assert.equal(window.views.size, 0);
  assert.equal(window.events.fileCreated.count() + window.events.fileChanged.count(), 0);
  assert.deepEqual(await window.module.commands.executeCommand('vrp.newPair', 1), ['vrp.newPair', 1]);
});

test('every command starts the client and is then answered by it', async () => {
  const folder = emptyFolder();
  const window = await activated(folder);
  for (const { command } of manifest.contributes.commands)
    assert.ok(window.commands.has(command), `${command} does nothing`);
  const [answer, other] = await Promise.all([
    window.module.commands.executeCommand('vrp.newPair', 'given'),
    window.module.commands.executeCommand('vrp.showLog'),
  ]);
  window.restore();
  assert.deepEqual([answer, other], [['vrp.newPair', 'given'], ['vrp.showLog']]);
  assert.deepEqual(window.started, ['client']);
});

test('a file that becomes a configuration starts the client, other files do not', async () => {
  const folder = emptyFolder();
  withoutVrp(folder);
  const window = await activated(folder);
  window.events.opened.fire(fakeDocument(join(folder, 'notes.txt'), 'plaintext', 'Nothing'));
  window.events.fileChanged.fire(fileUri(join(folder, 'service.conf')));
  window.events.fileCreated.fire(fileUri(join(folder, 'src/main.o')));
  window.events.fileCreated.fire(fileUri(join(folder, 'gone.cfg')));
  await settled();
  assert.equal(window.activation.isStarted(), false);
  cpSync(join(example, 'BRAS-North.cfg'), join(folder, 'switch.cfg'));
  window.events.fileChanged.fire(fileUri(join(folder, 'switch.cfg')));
  await window.activation.started;
  window.restore();
  assert.deepEqual(window.started, ['client']);
});

test('a document that is VRP starts the client', async () => {
  const folder = emptyFolder();
  const window = await activated(folder);
  window.events.opened.fire(fakeDocument(join(folder, 'new.vrp'), 'vrp', 'sysname A\n'));
  await window.activation.started;
  window.restore();
  assert.deepEqual(window.started, ['client']);
});

function emptyFolder(): string {
  const folder = join(base, `folder-${++folders}`);
  mkdirSync(folder);
  return folder;
}

function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done, 200));
}
