// Files as nobody wrote them on purpose, through every command of the command line and every request of the server: no throw, no
// hang, an exit code that means something, one answer to each request.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import iconv from 'iconv-lite';
import { read } from '../support/check-text';
import { everyOutput } from '../support/every-output';
import { LanguageClient } from '../support/language-client';
import { methods } from './session/walk';

const folder = mkdtempSync(join(tmpdir(), 'vrp-extremes-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const [north, south] = ['North', 'South'].map((name) => read(`examples/mld-mistakes/BRAS-${name}.cfg`)) as [
  string,
  string,
];
const before = (text: string, more: string) => text.replace(/\nreturn\s*$/, `\n${more}\n#\nreturn\n`);
const words = (text: string, sign: string) =>
  text
    .replace(/^sysname .*$/m, (all) => all + sign)
    .replaceAll(/(remote-backup-service|remote-backup-profile) (\S+)(?=\n)/g, (all) => all + sign)
    .replace(/^ description .*$/gm, ` description ${sign}`);

/** What stands in the place of a device, by what is odd about it. */
const texts: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  'a million characters on a line': (text) =>
    before(
      text,
      `interface GigabitEthernet0/2/7\n description ${'x'.repeat(10_000)}\n vrrp vrid 1 priority ${'9'.repeat(1_000_000)}\n${'a '.repeat(500_000)}`,
    ),
  // One blank more a row would be 50 MB: that is for the fuzzer.
  'indents up to ten thousand': (text) =>
    before(
      text,
      Array.from(
        { length: 501 },
        (_, level) =>
          `${' '.repeat(level % 2 === 0 ? level * 20 : 10_000 - level * 20)}${level % 3 === 0 ? 'interface GigabitEthernet0/2/8' : 'vrrp6 vrid 1 priority 120'}`,
      ).join('\n'),
    ),
  'lone surrogates': (text) => words(text, '\ud800x\udc00'),
  'NUL bytes': (text) => `${before(words(text, 'a\0b'), 'vlan 7\n description a\0b\0')}\0\0\0`,
  GB18030: (text) => iconv.encode(words(text, '公网路由器㐀𠀀'), 'gb18030'),
  'bytes of no encoding': (text) =>
    Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0x80, 0xff, 0x0a, 0xff, 0x20])]),
  'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  nothing: () => '',
  'a mark of byte order alone': () => '\ufeff',
  'line ends alone': () => '\r\n\r\n\r\r\n\n',
  'no line end': (text) => text.replace(/\s+/g, ' '),
  'marks alone': () => '#\n'.repeat(50_000),
  'quotes that never close': (text) => before(text, 'header login information "\n'.repeat(300)),
  'names that are taken by objects': (text) =>
    text
      .replace(/^sysname .*$/m, 'sysname __proto__')
      .replaceAll('core-pair', 'constructor')
      .replaceAll('tv-users', '__proto__')
      .replace(/^ description .*$/gm, ' description toString'),
  'the peer itself': () => south,
};

test('extremes: every command takes them', { timeout: 600_000 }, async () => {
  for (const [what, make] of Object.entries(texts)) {
    const large = /million|thousand/.test(what);
    for (const [name, content] of [
      ['North.cfg', make(north)],
      ['South.cfg', south],
    ] as const)
      writeFileSync(join(folder, name), content);
    let runs = 0;
    for await (const { command, format, code, out, err } of everyOutput(
      folder,
      [
        ['North.cfg', 'South.cfg'],
        ['South.cfg', 'North.cfg'],
      ],
      large ? { few: true } : {},
    )) {
      runs++;
      assert.ok([0, 1, 2, 3].includes(code), `${what}: ${command}: ${code}`);
      assert.doesNotMatch(
        err,
        /vrp itself failed|failed and was skipped|a worker failed/,
        `${what}: ${command}: ${err.slice(0, 500)}`,
      );
      assert.ok(code < 2 || err !== '', `${what}: ${command}: ${code} without a word`);
      if (out !== '' && (format === 'json' || format === 'sarif') && !command.startsWith('new')) JSON.parse(out);
      assert.doesNotMatch(err, /\n +at .*:\d+:\d+/, `${what}: ${command}`);
    }
    assert.ok(runs > (large ? 15 : 60), `${runs} runs`);
  }
});

test('extremes: every request of the server takes them, open or closed', { timeout: 600_000 }, async (t) => {
  for (const [what, make] of Object.entries(texts)) {
    const content = make(north);
    const text =
      typeof content === 'string' ? content : new TextDecoder(what === 'GB18030' ? 'gb18030' : 'utf-8').decode(content);
    const client = await LanguageClient.start({
      files: { 'North.cfg': content, 'South.cfg': south },
      initializationOptions: { commands: true, views: true },
    });
    t.after(() => client.stop());
    client.open('South.cfg', south);
    await client.until(() => client.statuses.has(client.uri('South.cfg')), 'checked with the other closed');
    client.open('North.cfg', text);
    await client.until(() => client.statuses.has(client.uri('North.cfg')), 'checked');
    const rows = text.split(/\r\n|\r|\n/);
    const last = rows.length - 1;
    const longest = rows.reduce((most, row, index) => (row.length > rows[most]!.length ? index : most), 0);
    const positions = [
      [0, 0],
      [1, 8],
      [longest, 0],
      [longest, rows[longest]!.length >> 1],
      [longest, rows[longest]!.length],
      [last, rows[last]!.length],
      [last >> 1, 5],
    ].map(([line, character]) => ({ line: line!, character: character! }));
    const uri = client.uri('North.cfg');
    const other = client.uri('South.cfg');
    const whole = { start: { line: 0, character: 0 }, end: { line: rows.length, character: 0 } };
    for (const method of methods) {
      for (const position of /hover|completion|definition|references|Highlight|selection|signature|onType|ename|peer$|mirror$|codeAction/i.test(
        method,
      )
        ? positions
        : [positions[0]!]) {
        const { result, error } = await client.request(method, {
          textDocument: { uri },
          uri,
          position,
          positions,
          range:
            method.endsWith('codeAction') || method.endsWith('mirror') ? { start: position, end: position } : whole,
          context: { includeDeclaration: true, diagnostics: [], only: ['', 'source.fixAll', 'refactor'] },
          query: '',
          newName: 'other',
          options: { tabSize: 1, insertSpaces: true },
          ch: '\n',
          previousResultId: '1',
          uris: [uri, other],
          peerUri: other,
          format: 'json',
          scenario: 'nd',
          answers: {},
          value: '1',
          parameter: 'vrid',
          rule: 'rbs-port-mismatch',
          reason: 'seen',
          fingerprint: '0',
          whole: true,
          key: 'mld tv-users',
          guide: '000 step 1.1',
        });
        assert.ok(error === undefined || error.code === -32803, `${what}: ${method}: ${error?.code} ${error?.message}`);
        if (method === 'textDocument/codeLens')
          for (const lens of ((result ?? []) as object[]).slice(0, 20))
            assert.equal((await client.request('codeLens/resolve', lens)).error, undefined);
      }
    }
    for (const format of ['svg', 'markdown'])
      assert.equal((await client.request('vrp/failoverFile', { uris: [uri, other], format })).error, undefined, what);
    client.change(
      'North.cfg',
      { range: { start: positions[3]!, end: positions[3]! }, text: '\ud800\n#\n' },
      { range: whole, text: north },
    );
    await client.until(
      () => client.found('North.cfg').some((diagnostic) => diagnostic.code === 'rbs-port-mismatch'),
      `${what}: afterwards all is as it was`,
    );
    assert.doesNotMatch(client.log, /failed/, what);
    await client.stop();
  }
});
