// A file that VS Code shows in an encoding that is not its own: one sentence, once, and the way to the right one.
import assert from 'node:assert/strict';
import Module from 'node:module';
import { test } from 'node:test';

type Listener = () => void;

/** As much of VS Code as looks at what is on the screen; `answer` is the button that is pressed. */
function fakeWindow(bytes: Uint8Array, shown: string, answer?: string, isDirty = false) {
  const uri = { toString: () => 'file:///site/A.cfg' };
  const document = { uri, languageId: 'vrp', getText: () => shown };
  const log: string[] = [];
  const listeners: Listener[] = [];
  const listen = (listener: Listener) => ({ dispose: () => void listeners.push(listener) });
  const commands = new Map<string, (...given: unknown[]) => Promise<void>>();
  const visible = [{ document }];
  const module = {
    Uri: { parse: () => uri },
    Disposable: { from: () => ({ dispose: () => undefined }) },
    commands: {
      registerCommand: (name: string, run: (...given: unknown[]) => Promise<void>) => commands.set(name, run),
      executeCommand: async (name: string) => void log.push(name),
    },
    window: {
      visibleTextEditors: visible,
      onDidChangeVisibleTextEditors: (listener: Listener) => listeners.push(listener),
      showWarningMessage: async (text: string, ...buttons: string[]) => {
        log.push([text, ...buttons].join(' | '));
        return answer;
      },
      showInformationMessage: async (text: string) => void log.push(text),
      showTextDocument: async () => void log.push('shown'),
    },
    workspace: {
      asRelativePath: () => 'A.cfg',
      fs: { readFile: async () => bytes },
      onDidOpenTextDocument: (listener: Listener) => listeners.push(listener),
      onDidCloseTextDocument: listen,
      openTextDocument: async (_: unknown, { encoding }: { encoding: string }) => {
        if (isDirty) throw new Error('dirty');
        log.push(`opened as ${encoding}`);
        return document;
      },
    },
  };
  return { module, log, commands, look: () => listeners.forEach((listener) => listener()) };
}

const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
let current: ReturnType<typeof fakeWindow>['module'];
const real = loader._load;
loader._load = function (this: unknown, name, ...rest) {
  return name === 'vscode' ? eachWindow : real.call(this, name, ...rest);
};

/** Each test has a window of its own. */
const eachWindow = {
  get Uri() {
    return current.Uri;
  },
  get Disposable() {
    return current.Disposable;
  },
  get commands() {
    return current.commands;
  },
  get window() {
    return current.window;
  },
  get workspace() {
    return current.workspace;
  },
};

async function watching(fake: ReturnType<typeof fakeWindow>) {
  current = fake.module;
  const { otherEncodings } = await import('../../client/src/other-encodings');
  otherEncodings();
  fake.look();
  await new Promise(setImmediate);
  fake.look();
  await new Promise(setImmediate);
  return fake.log;
}

const gbk = Uint8Array.of(0xc9, 0xcf, 0xba, 0xa3);
const sentence = 'A.cfg is not UTF-8: some characters cannot be read, and saving the file would lose them.';

test('a file in GBK is told once, and is shown as it is written', async () => {
  assert.deepEqual(await watching(fakeWindow(gbk, '\uFFFD\uFFFD', 'Reopen as GB18030')), [
    `${sentence} | Reopen as GB18030 | Reopen with Encoding`,
    'opened as gb18030',
    'shown',
  ]);
});

test('of bytes that are no GB18030 the person says what they are', async () => {
  assert.deepEqual(await watching(fakeWindow(Uint8Array.of(0xff, 0xff), '\uFFFD', 'Reopen with Encoding')), [
    `${sentence} | Reopen with Encoding`,
    'shown',
    'workbench.action.editor.changeEncoding',
  ]);
});

test('a file with changes is not opened over', async () => {
  const log = await watching(fakeWindow(gbk, '\uFFFD', 'Reopen as GB18030', true));
  assert.deepEqual(log.slice(1), ['shown', 'workbench.action.editor.changeEncoding']);
});

test('nothing is told of what can be read, or of a file that holds the character itself', async () => {
  assert.deepEqual(await watching(fakeWindow(gbk, '上海')), []);
  assert.deepEqual(await watching(fakeWindow(new TextEncoder().encode('\uFFFD'), '\uFFFD')), []);
});

test('a fix that waits leads to its file, in its encoding', async () => {
  const fake = fakeWindow(gbk, '');
  await watching(fake);
  await fake.commands.get('vrp.openToFix')!('file:///site/A.cfg', 'gb18030');
  await fake.commands.get('vrp.openToFix')!('file:///site/A.cfg');
  const isOpen = 'A.cfg is open: its fix can be applied now.';
  assert.deepEqual(fake.log, ['opened as gb18030', 'shown', isOpen, 'shown', isOpen]);
});
