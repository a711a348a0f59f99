// The pieces of the protocol shell that can be held in the hand: one name for a file, globs, the wait for an empty queue, the
// guard, frames.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import { fileIndex } from '../../server/src/lsp/file-index';
import { below, fileId, uriOfId } from '../../server/src/lsp/file-ids';
import { wantedBy } from '../../server/src/lsp/glob-settings';
import { pathTest } from '../../server/src/workspace/globs';
import { guard } from '../../server/src/lsp/error-guard';
import { checkScheduler } from '../../server/src/lsp/check-scheduler';
import { framed } from '../../server/src/main/framing';

test('a file has one name however its uri is spelled', () => {
  const one = fileId('file:///c%3A/net/a%20b%28old%29.cfg');
  assert.equal(fileId('file:///C:/net/a b(old).cfg'), one);
  assert.equal(fileId('FILE:///c:/net/a%20b(old).cfg'), one);
  assert.equal(fileId(uriOfId(one)), one);
  assert.equal(fileId('untitled:Untitled-1'), 'untitled:Untitled-1');
  assert.equal(fileId('file:///100%.cfg'), 'file:///100%.cfg');
  fc.assert(
    fc.property(
      fc.webUrl({ withFragments: false }),
      (uri) => fileId(uriOfId(fileId(uri))) === fileId(fileId(uri)) || uri.includes('%'),
    ),
  );
});

test('a path below a folder is told from one beside it', () => {
  assert.equal(below('file:///net', 'file:///net/a/b.cfg'), 'a/b.cfg');
  assert.equal(below('file:///net', 'file:///network/b.cfg'), undefined);
  assert.equal(below('file:///net', 'file:///net'), undefined);
});

test('globs mean what they mean in the settings', () => {
  const cases: [glob: string, path: string, matches: boolean][] = [
    ['**/*', 'a.cfg', true],
    ['**/*', 'x/y/a.cfg', true],
    ['*.cfg', 'x/a.cfg', false],
    ['**/*.cfg', 'a.cfg', true],
    ['**/archive/**', 'archive/a', true],
    ['**/archive/**', 'x/archive/y/a', true],
    ['**/archive/**', 'x/archives/a', false],
    ['a?.cfg', 'ab.cfg', true],
    ['*.{cfg,txt}', 'a.txt', true],
    ['*.{cfg,txt}', 'a.log', false],
    ['[a-c]*.cfg', 'b1.cfg', true],
    ['[!a-c]*.cfg', 'b1.cfg', false],
    ['a(1)+.cfg', 'a(1)+.cfg', true],
    ['x/**', 'x/y', true],
    ['[', 'a', false],
  ];
  for (const [glob, path, matches] of cases) assert.equal(pathTest(glob)(path), matches, `${glob} ${path}`);
  const wanted = wantedBy({ include: ['**/*.cfg'], exclude: ['**/.git/**', '**/old.cfg'] });
  assert.deepEqual(
    [
      wanted('a.cfg', false),
      wanted('old.cfg', false),
      wanted('a.txt', false),
      wanted('.git', true),
      wanted('x/.git', true),
      wanted('x', true),
    ],
    [true, false, false, false, false, true],
  );
});

/** An event loop that turns when it is told to. */
function loop() {
  let turns: (() => void)[] = [];
  return {
    schedule: (action: () => void) => void turns.push(action),
    turn() {
      const now = turns;
      turns = [];
      for (const action of now) action();
      return now.length > 0;
    },
  };
}

test('a burst of messages gives one run, in the first quiet turn', () => {
  const { schedule, turn } = loop();
  let runs = 0;
  const queue = checkScheduler(schedule, () => {
    runs++;
  });
  let messages = 50;
  // The transport hands over one waiting message a turn.
  const deliver = () => {
    queue.arm();
    if (--messages > 0) schedule(deliver);
  };
  schedule(deliver);
  while (messages > 0) {
    turn();
    assert.equal(runs, 0);
  }
  while (turn()) {
    /* until nothing waits */
  }
  assert.equal(runs, 1);
  queue.touch();
  while (turn()) {
    /* a request alone makes no run */
  }
  assert.equal(runs, 1);
});

test('what is due can be had at once, and only once', () => {
  const { schedule, turn } = loop();
  let runs = 0;
  const queue = checkScheduler(schedule, () => {
    runs++;
  });
  queue.flush();
  assert.equal(runs, 0);
  queue.arm();
  queue.flush();
  queue.flush();
  while (turn()) {
    /* nothing is left to do */
  }
  assert.equal(runs, 1);
});

test('what throws is answered with null and logged without its message', async () => {
  const lines: string[] = [];
  const { request, notification } = guard({ error: (line) => void lines.push(line), info: () => undefined });
  assert.equal(
    request('hover', () => {
      throw new TypeError('hush-hush');
    })(),
    null,
  );
  assert.equal(
    await request('hover', async () => {
      throw new RangeError('hush-hush');
    })(),
    null,
  );
  // What is thrown need not be an Error.
  const thrown: unknown = 'hush-hush';
  void notification('open', () => {
    throw thrown;
  })();
  assert.equal(lines.length, 3);
  assert.match(lines[0]!, /^hover failed: TypeError at /);
  assert.ok(!lines.join().includes('hush'));
});

test('frames come through in any chunks, junk between them does not', async () => {
  const body = '{"a":"é"}';
  const frame = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const noisy = Buffer.from(`${frame}X: 1\r\n\r\n${frame}Content-Length: -4\r\n\r\njunk${frame}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: noisy.length }), { maxLength: 12 }), async (cuts) => {
      const input = new PassThrough();
      const parts: Buffer[] = [];
      const output = framed(input).on('data', (data: Buffer) => parts.push(Buffer.from(data)));
      let from = 0;
      for (const to of [...cuts.sort((a, b) => a - b), noisy.length]) {
        input.write(noisy.subarray(from, to));
        from = to;
      }
      input.end();
      await new Promise((resolve) => output.on('end', resolve));
      assert.equal(Buffer.concat(parts).toString(), frame.repeat(3));
    }),
  );
});

/** Files by name that can be held back: a read or a listing ends when it is let go. */
function lateDisk(texts: Map<string, string>) {
  const waiting: (() => void)[] = [];
  let late = false;
  const pause = () =>
    late
      ? new Promise<void>((resolve) => {
          waiting.push(resolve);
        })
      : Promise.resolve();
  return {
    hold() {
      late = true;
    },
    letGo() {
      late = false;
      for (const go of waiting.splice(0)) go();
    },
    host: {
      decode: (bytes: Uint8Array) => ({ text: new TextDecoder().decode(bytes), encoding: 'utf-8' as const }),
      files: {
        async list(folder: string) {
          const listed = [...texts.keys()].map((name) => `${folder}/${name}`);
          await pause();
          return listed;
        },
        async read(uri: string) {
          await pause();
          const text = texts.get(uri.slice('file:///net/'.length));
          return text === undefined ? undefined : new TextEncoder().encode(text);
        },
      },
    },
  };
}

test('a file that comes while the folders are read stays, one that goes meanwhile is forgotten', async () => {
  const router = (name: string) => `#\nsysname ${name}\n#\ninterface GigabitEthernet0/1/2\n undo shutdown\n#\nreturn\n`;
  const texts = new Map([
    ['a.cfg', router('A')],
    ['b.cfg', router('B')],
  ]);
  const disk = lateDisk(texts);
  const held = new Map<string, string>();
  const files = fileIndex(disk.host, {
    isOpen: () => false,
    set: (id, text) => void held.set(id, text),
    remove: (id) => void held.delete(id),
  });
  files.setFolders(['file:///net']);
  await files.index(() => undefined);
  assert.deepEqual([...held.keys()], ['file:///net/a.cfg', 'file:///net/b.cfg']);
  disk.hold();
  const again = files.index(() => undefined);
  texts.set('new.cfg', router('New'));
  texts.delete('a.cfg');
  const rereading = Promise.all(['new.cfg', 'a.cfg'].map((name) => files.reread(`file:///net/${name}`)));
  disk.letGo();
  await Promise.all([again, rereading]);
  assert.deepEqual([...held.keys()].sort(), ['file:///net/b.cfg', 'file:///net/new.cfg']);
  files.setFolders([]);
  await files.index(() => undefined);
  assert.equal(held.size, 0, 'what lies in no folder is forgotten');
});

test('V8 knows what it is told', () => {
  // It says so on standard error where it does not, and goes on.
  const result = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '-e',
      `const { compileLate, holdLittle } = require(${JSON.stringify(join(__dirname, '../../server/src/main/engine.ts'))}); compileLate(); holdLittle(); console.log('told');`,
    ],
    { cwd: join(__dirname, '../..'), encoding: 'utf8', timeout: 30_000 },
  );
  assert.deepEqual([result.stdout, result.stderr, result.status], ['told\n', '', 0]);
});
