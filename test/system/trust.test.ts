// What a configuration holds never gets out: no secret in any output of any command or message of the server, nothing that a
// terminal, a page or a CI server would obey. And nothing of ours reaches for the network.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root, vrp } from '../support/check-text';
import { everyOutput } from '../support/every-output';
import { dist, LanguageClient } from '../support/language-client';
import { partOf } from '../support/long';
import { everyParameter, ownRequests } from '../support/own-requests';
import { everySecretCommand, leaked } from '../support/planted-secrets';
import { secretLines } from '../support/secret-lines';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const examples = ['dhcp-server', 'ds-lite', 'mld-mistakes'].map(
  (folder) =>
    readdirSync(join(root, 'examples', folder))
      .filter((name) => name.endsWith('.cfg'))
      .sort()
      .map((name) => `${folder}/${name}`) as [string, string],
);

/** The examples, each changed by `change`. */
function changed(change: (text: string, side: number) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-trust-'));
  folders.push(folder);
  for (const pair of examples) {
    mkdirSync(join(folder, pair[0], '..'), { recursive: true });
    pair.forEach((name, side) =>
      writeFileSync(join(folder, name), change(readFileSync(join(root, 'examples', name), 'utf8'), side)),
    );
  }
  return folder;
}

const plain = secretLines.map((line) => line.replaceAll(/«|»/g, '').trim());
const oneLine = plain.filter((line) => /^(?:vrrp|isis|ospf|description|remote-backup)/.test(line));

/** Secrets in every view that the rules look at and in views of their own; each line is also cut, misspelled and one-sided. */
function planted(text: string, side: number): string {
  const within = (view: RegExp, lines: readonly string[]) => (whole: string) =>
    whole.replace(view, (head) => `${head}\n${lines.map((line) => ` ${line}`).join('\n')}`);
  const views = [
    within(
      /^interface .*$/gm,
      oneLine.filter((_, index) => index % 2 === side || index % 3 === 0),
    ),
    within(/^remote-backup-(?:service|profile) .*$/gm, [
      'security-key cipher hush-rbs',
      `description password=hush-${side}`,
    ]),
    within(/^(?:service-location|ds-lite instance|ip pool|ipv6 pool|service-instance-group) .*$/gm, [
      'pre-shared-key hush-sl',
      `radius-server shared-key hush-${side}`,
    ]),
    within(/^sysname .*$/m, []),
  ];
  const own =
    plain.map((line) => `${line}\n#\n`).join('') +
    `bgp 100\n${plain
      .slice(40, 50)
      .map((line) => ` ${line}\n`)
      .join('')}#\naaa\n${plain
      .slice(0, 12)
      .map((line) => ` ${line}\n`)
      .join('')}#\nospf 1\n area 0\n${plain
      .slice(20, 40)
      .map((line) => `  ${line}\n`)
      .join('')}#\n`;
  const vrrp =
    'interface GigabitEthernet9/9/9\n vrrp vrid 300 authentication-mode md5 hush-range\n vrrp vrid 1 authentication-mode simple hush-a\n vrrp6 vrid 1 authentication-mode md5 hush-six\n#\n';
  return views.reduce((whole, view) => view(whole), text).replace(/\nreturn\s*$/, `\n${own}${vrrp}return\n`);
}

test('trust: no secret in any output of any command', async () => {
  const folder = changed(planted);
  let runs = 0;
  const leaks: string[] = [];
  for await (const { command, code, out, err, files } of everyOutput(folder, examples)) {
    runs++;
    const refused = /broken\.json|nothing@0|rbs-down@0/.test(command) || /go with|share no VRRP group/.test(err);
    assert.ok([0, 1].includes(code) || (code === 2 && refused), `${command}: exit ${code}: ${err.slice(0, 300)}`);
    for (const [what, text] of [['stdout', out], ['stderr', err], ...files] as const)
      leaks.push(...leaked(`${command}, ${what}`, text));
  }
  assert.deepEqual(leaks.slice(0, 10), []);
  assert.ok(runs > 60, `${runs} runs`);
});

test('trust: no secret of any command of the catalogue in any output, however short it is typed', async () => {
  const pair = examples.find(([name]) => name.startsWith('mld-mistakes'))!;
  const folder = mkdtempSync(join(tmpdir(), 'vrp-trust-'));
  folders.push(folder);
  mkdirSync(join(folder, 'mld-mistakes'));
  const texts = pair.map((name, side) => everySecretCommand(readFileSync(join(root, 'examples', name), 'utf8'), side));
  pair.forEach((name, side) => writeFileSync(join(folder, name), texts[side]!));
  const leaks: string[] = [];
  let excerpts = 0;
  for await (const { command, out, err, files } of everyOutput(folder, [pair], { few: true })) {
    for (const [what, text] of [['stdout', out], ['stderr', err], ...files] as const) {
      leaks.push(...leaked(`${command}, ${what}`, text));
      excerpts += text.match(/\*{7,}/g)?.length ?? 0;
    }
  }
  assert.deepEqual(leaks.slice(0, 10), []);
  assert.ok(texts.every((text) => text.match(/hush/g)!.length > 500));
  assert.ok(excerpts > 500, `${excerpts} secrets are masked`);
});

const evil = [
  '\x1b[31mred',
  '\x1b]0;title\x07',
  '\x9b31m',
  '\u202eevil',
  '\u2066x',
  '\x85::error::x',
  '\x08\x08',
  '::error file=x::owned',
  '##[error]owned',
  '##vso[task.complete]x',
  '%0A::warning::owned',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  ']]>',
  '"\'&<>',
  '--><b>',
  '{{constructor}}',
  '\u2028::error::x',
  '\u200f\u061c',
  '\x00',
];

test('trust: nothing of a configuration steers a terminal, a page or a CI server', async () => {
  let words = 0;
  // Each device has others, in its name, in the names of its services, in free text and where a number should be.
  const folder = changed((text) => {
    const [first, second, third] = [0, 7, 13].map((step) => evil[(words + step) % evil.length]!.replace(/\s/g, '_'));
    words++;
    return text
      .replace(/^sysname (.*)$/m, (all) => (words % 3 === 0 ? `sysname ${first}` : all + first))
      .replaceAll(/(remote-backup-service|remote-backup-profile) (\S+)(?=\n)/g, (all) => all + second)
      .replace(/^ description .*$/gm, ` description ${third}`)
      .replace(/port (\d+)$/m, (_, port: string) => `port ${Number(port) + 1}`)
      .replace(
        /^interface .*$/m,
        (head) =>
          `${head}\n ${third}\n description ${first}\n vrrp vrid 999 virtual-ip ${second}\n vrrp vrid 1 priority ${third}`,
      );
  });
  for await (const { command, format, out, err, files } of everyOutput(folder, examples)) {
    for (const [what, text] of [['stdout', out], ['stderr', err], ...files] as const) {
      // A cache is read by nobody but us; a copy is what it copies.
      if (what.endsWith('.bin')) continue;
      if (command.startsWith('redact') && what.endsWith('.cfg')) continue;
      const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/.exec(text);
      assert.equal(
        raw?.[0],
        undefined,
        raw ? `${command}, ${what}: ${JSON.stringify(text.slice(Math.max(0, raw.index - 80), raw.index + 20))}` : '',
      );
      for (const line of text.split('\n')) {
        if (/^\s*(?:::|##(?:vso)?\[)/.test(line))
          assert.match(
            line,
            format === 'github' ? /^::(?:error|warning|notice) file=[^:]*::[^\n]*$/ : /^$/,
            `${command}, ${what}`,
          );
      }
      if (/^\s*<(?:!doctype|html)/i.test(text) || format === 'junit')
        assert.doesNotMatch(text, /<img|<script>alert|<b>|]]>/, `${command}, ${what}`);
    }
  }
});

test('trust: names of files steer nothing either', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-trust-'));
  folders.push(folder);
  const [one, two] = examples
    .find(([name]) => name.startsWith('mld-mistakes'))!
    .map((name) => readFileSync(join(root, 'examples', name), 'utf8')) as [string, string];
  const names = [
    'a\n::error::owned.cfg',
    '::error file=x::owned.cfg',
    '##[error]owned.cfg',
    '\x1b[31mred\u202e.cfg',
    '<img src=x>.cfg',
    'a\r\n##vso[x].cfg',
    ']]>"\'&,%0A.cfg',
  ];
  for (const [index, name] of names.entries())
    writeFileSync(join(folder, name), index % 2 === 0 ? one : two.replace('port 7001', `port ${7100 + index}`));
  const own = process.cwd();
  process.chdir(folder);
  try {
    const ways = [
      ['check', '.'],
      ['check', '*.cfg'],
      ['pairs', '*.cfg'],
      ['redact', '*.cfg', '--out', 'copies'],
      ['check', '*.cfg', '--fix', '--unsafe-fixes', '--dry-run'],
      ['check', '*.cfg', '--update-baseline', 'seen'],
      ['check', '*.cfg', 'no\n::error::x.cfg'],
      ...['text', 'json', 'sarif', 'github', 'junit'].map((format) => ['check', '*.cfg', '--format', format]),
      ...['text', 'table', 'json', 'html'].map((format) => ['diff', names[0]!, names[1]!, '--format', format]),
      ...['text', 'json', 'markdown', 'svg'].map((format) => ['failover', names[0]!, names[1]!, '--format', format]),
      ['lab', names[0]!, names[1]!, '--out', 'lab'],
      ['diff', names[1]!, names[0]!],
      ['failover', names[1]!, names[0]!],
      ['check', '.', '--baseline', names[0]!],
      ['check', '.', '--config', names[1]!],
    ];
    for (const way of ways) {
      const { code, out, err } = await vrp(way);
      assert.ok(out + err !== '' && [0, 1, 2].includes(code), `${way.join(' ')}: ${code} ${err}`);
      for (const text of [out, err]) {
        assert.doesNotMatch(
          text,
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
          way.join(' '),
        );
        for (const line of text.split('\n'))
          if (/^\s*(?:::|##(?:vso)?\[)/.test(line))
            assert.match(
              line,
              way.includes('github') ? /^::(?:error|warning|notice) file=[^:]*::[^\n]*$/ : /^$/,
              `${way.join(' ')}: ${line}`,
            );
        if (way.includes('html') || way.includes('junit') || way.includes('svg'))
          assert.doesNotMatch(text, /<img/, way.join(' '));
      }
    }
  } finally {
    process.chdir(own);
  }
});

test('trust: no secret in any message of the server', async (t) => {
  const pair = examples.find(([name]) => name.startsWith('mld-mistakes'))!;
  const texts = pair.map((name, side) => planted(readFileSync(join(root, 'examples', name), 'utf8'), side));
  const client = await LanguageClient.start({
    files: { 'North.cfg': texts[0]!, 'South.cfg': texts[1]! },
    initializationOptions: { commands: true, views: true },
  });
  t.after(() => client.stop());
  client.notify('$/setTrace', { value: 'verbose' });
  client.open('North.cfg', texts[0]!);
  await client.until(
    () => client.found('North.cfg').length > 3 && client.found('South.cfg').length > 3,
    'findings on both sides',
  );
  const uri = client.uri('North.cfg');
  const textDocument = { uri };
  const answers: { readonly method: string; readonly answer: unknown }[] = [];
  const ask = async (method: string, params: unknown) => {
    const answer = await client.request(method, params);
    answers.push({ method, answer });
    return answer.result;
  };
  const rows = texts[0]!.split('\n');
  const asked: Promise<unknown>[] = [];
  rows.forEach((row, line) => {
    if (line % 3 !== 0 && !row.includes('hush')) return;
    for (const character of new Set([0, row.indexOf('hush') + 1, row.length])) {
      const position = { line, character };
      for (const method of [
        'hover',
        'completion',
        'signatureHelp',
        'definition',
        'references',
        'documentHighlight',
        'prepareRename',
      ])
        asked.push(ask(`textDocument/${method}`, { textDocument, position, context: { includeDeclaration: true } }));
      asked.push(
        ask('textDocument/selectionRange', { textDocument, positions: [position] }),
        ask('vrp/peer', { uri, position }),
      );
    }
    asked.push(
      ask('textDocument/codeAction', {
        textDocument,
        range: { start: { line, character: 0 }, end: { line, character: row.length } },
        context: { diagnostics: [] },
      }),
    );
  });
  await Promise.all(asked);
  const whole = { start: { line: 0, character: 0 }, end: { line: rows.length, character: 0 } };
  for (const method of [
    'documentSymbol',
    'foldingRange',
    'semanticTokens/full',
    'documentLink',
    'codeLens',
    'inlayHint',
    'formatting',
  ])
    await ask(`textDocument/${method}`, { textDocument, range: whole, options: { tabSize: 1, insertSpaces: true } });
  await ask('workspace/symbol', { query: '' });
  await ask('textDocument/rename', {
    textDocument,
    position: { line: rows.findIndex((row) => row.startsWith('remote-backup-service')), character: 24 },
    newName: 'renamed',
  });
  // What the protocol file names is asked too, with all that any of it takes.
  for (const method of ownRequests)
    await ask(method, everyParameter({ uri, peer: client.uri('South.cfg'), range: whole }));
  const leaks: string[] = [];
  for (const { method, answer } of [
    ...answers,
    ...client.heard.map((heard) => ({ method: heard.method, answer: heard.params })),
    { method: 'log', answer: client.log },
  ]) {
    leaks.push(...leaked(method, JSON.stringify(answer)));
  }
  assert.deepEqual(leaks.slice(0, 10), []);
  assert.ok(answers.filter((one) => (one.answer as { result?: unknown }).result != null).length > 200);
});

/** Texts of an answer that an editor shows; what it writes into a file is what stands in the file. */
function shownTexts(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return /^(?:newText|textEditText|insertText|uri|target|href|targetUri|fingerprint|baseline|data|key|events|default)$/.test(
      key,
    )
      ? []
      : [value];
  if (Array.isArray(value)) return value.flatMap((one) => shownTexts(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'data' || name === 'arguments' || name === 'edit' ? [] : shownTexts(one, name),
  );
}

test('trust: nothing of a configuration steers an editor', async (t) => {
  const pair = examples.find(([name]) => name.startsWith('mld-mistakes'))!;
  for (const [round, mark] of partOf(['\x1b[31m', '\u202eevil', '\x9b31m', '\u200f\u2066'], 3).entries()) {
    const texts = pair.map((name) =>
      readFileSync(join(root, 'examples', name), 'utf8')
        .replace(/^sysname (.*)$/m, (all) => all + mark)
        .replaceAll(/(remote-backup-service|remote-backup-profile) (\S+)(?=\n)/g, (all) => all + mark)
        .replaceAll(/remote-backup-service (\S+)(?= *$)/gm, (all) => (all.endsWith(mark) ? all : all + mark))
        .replace(/^ description .*$/gm, ` description ${mark}`)
        .replace(/priority (\d+)$/m, `priority ${mark}`)
        .replace(/^interface .*$/m, (head) => `${head}\n ${mark}\n vrrp vrid 999 virtual-ip ${mark}`),
    );
    const client = await LanguageClient.start({
      files: { [`North${mark}.cfg`]: texts[0]!, 'South.cfg': texts[1]! },
      initializationOptions: { commands: round % 2 === 0, views: true },
    });
    t.after(() => client.stop());
    client.open('South.cfg', texts[1]!);
    await client.until(() => client.found('South.cfg').length > 2, 'findings');
    const [uri, other] = [client.uri('South.cfg'), client.uri(`North${mark}.cfg`)];
    const textDocument = { uri };
    const rows = texts[1]!.split('\n');
    const whole = { start: { line: 0, character: 0 }, end: { line: rows.length, character: 0 } };
    const answers: { method: string; result: unknown }[] = client.heard.map(({ method, params }) => ({
      method,
      result: params,
    }));
    const ask = async (method: string, params: unknown) => {
      answers.push({ method, result: (await client.request(method, params)).result });
    };
    for (const [line, row] of rows.entries()) {
      for (const character of new Set([0, row.length >> 1, row.length])) {
        for (const method of ['hover', 'completion', 'signatureHelp'])
          await ask(`textDocument/${method}`, { textDocument, position: { line, character } });
      }
      await ask('textDocument/codeAction', {
        textDocument,
        range: { start: { line, character: 0 }, end: { line, character: row.length } },
        context: { diagnostics: [], only: [''] },
      });
    }
    for (const method of ['documentSymbol', 'documentLink', 'codeLens', 'inlayHint'])
      await ask(`textDocument/${method}`, { textDocument, range: whole });
    for (const lens of answers.find(({ method }) => method === 'textDocument/codeLens')!.result as object[])
      await ask('codeLens/resolve', lens);
    await ask('workspace/symbol', { query: '' });
    for (const method of ['vrp/comparison', 'vrp/mirror', 'vrp/scenarios', 'vrp/failover', 'vrp/questions'])
      await ask(method, { uri, uris: [uri, other], whole: true, scenario: 'mld', answers: {} });
    for (const [method, format] of [
      ['comparisonReport', 'html'],
      ['comparisonReport', 'csv'],
      ['comparisonReport', 'json'],
      ['lab', 'none'],
      ['failoverFile', 'svg'],
      ['failoverFile', 'markdown'],
    ])
      await ask(`vrp/${method}`, { uri, uris: [uri, other], format });
    const odd = answers.flatMap(({ method, result }) =>
      shownTexts(result)
        .filter((text) =>
          /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/.test(
            text,
          ),
        )
        .map((text) => `${method}: ${JSON.stringify(text.slice(0, 200))}`),
    );
    assert.deepEqual([...new Set(odd)].slice(0, 12), []);
    assert.ok(answers.flatMap(({ result }) => shownTexts(result)).length > 500);
  }
});

/** A folder that would like to be run: the things that tools load without being asked. */
function baited(): string {
  const folder = changed((text) => text);
  const bait = "require('node:fs').writeFileSync(__dirname + '/EXECUTED', ''); module.exports = {};";
  for (const name of [
    'vrp.config.js',
    '.vrp.js',
    'index.js',
    '.eslintrc.js',
    'node_modules/web-tree-sitter/index.js',
    'node_modules/commander/index.js',
    'node_modules/vscode-languageserver/node.js',
    'dist/server.js',
    'web-tree-sitter.wasm',
  ]) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bait);
  }
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ main: 'index.js', scripts: { preinstall: 'touch EXECUTED', prepare: 'touch EXECUTED' } }),
  );
  writeFileSync(join(folder, '.vrp.json'), JSON.stringify({ networks: [['**/*']], pairs: [] }));
  return folder;
}

const preload = ['--import', pathToFileURL(join(root, 'test/support/no-network.mjs')).href];

async function serverAnswers(t: TestContext, command: readonly string[], folder: string): Promise<void> {
  const client = await LanguageClient.start({ command, folder });
  t.after(() => client.stop());
  client.open('mld-mistakes/BRAS-South.cfg', readFileSync(join(folder, 'mld-mistakes/BRAS-South.cfg'), 'utf8'));
  await client.until(
    () =>
      client.found('mld-mistakes/BRAS-South.cfg').length > 0 && client.found('mld-mistakes/BRAS-North.cfg').length > 0,
    'findings on both sides',
  );
  assert.ok(
    await client.ask('textDocument/hover', {
      textDocument: { uri: client.uri('mld-mistakes/BRAS-South.cfg') },
      position: { line: 6, character: 60 },
    }),
  );
  assert.ok(!client.log.includes('FORBIDDEN'), client.log);
}

test('trust: the command line and the server reach for no network, start nothing and run nothing of a workspace', async (t) => {
  const folder = baited();
  process.env.VRP_TEST_WORKSPACE = folder;
  t.after(() => {
    delete process.env.VRP_TEST_WORKSPACE;
  });
  // The guard guards.
  for (const misdeed of [
    "fetch('http://127.0.0.1')",
    "require('net').connect(1)",
    "require('dns').lookup('localhost', () => 0)",
    "require('child_process').spawn('true')",
    `require(${JSON.stringify(join(folder, 'index.js'))})`,
  ]) {
    assert.equal(spawnSync(process.execPath, [...preload, '-e', misdeed], { encoding: 'utf8' }).status, 99, misdeed);
  }
  for (const args of [
    ['check', '.'],
    ['check', '.', '--format', 'sarif'],
    ['pairs', '.'],
    ['rules'],
    ['redact', '.', '--out', 'copies'],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [...preload, join(dist, 'cli.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.ok(status === 0 || status === 1, `${args.join(' ')}: ${status} ${stderr}`);
    assert.ok(!stderr.includes('FORBIDDEN'), stderr);
  }
  await serverAnswers(t, [process.execPath, ...preload, join(dist, 'server.js'), '--stdio'], folder);
  assert.ok(!existsSync(join(folder, 'EXECUTED')));
});

test('trust: both work where there is no network interface', async (t) => {
  const alone = ['unshare', '--map-root-user', '--net'];
  if (spawnSync(alone[0]!, [...alone.slice(1), 'true']).status !== 0) {
    // Not every system lets us: the test above stands without it.
    t.diagnostic('no namespaces here: run with the modules made to throw only');
    return;
  }
  const folder = baited();
  const { status, stderr } = spawnSync(
    alone[0]!,
    [...alone.slice(1), process.execPath, join(dist, 'cli.js'), 'check', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.equal(status, 1, stderr);
  await serverAnswers(t, [...alone, process.execPath, join(dist, 'server.js'), '--stdio'], folder);
});

test('trust: no path in the settings leads out of the workspace', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'vrp-outside-'));
  folders.push(outside);
  writeFileSync(join(outside, 'b.cfg'), '#\nsysname Outside\n#\nreturn\n');
  const folder = changed((text) => text);
  for (const path of [
    '../x.cfg',
    '/etc/passwd',
    join(outside, 'b.cfg'),
    'a/../../x',
    'C:/x',
    'file:///etc/passwd',
    '\\\\host\\share',
    'a\\..\\..\\b',
  ]) {
    for (const settings of [{ pairs: [['a.cfg', path]] }, { networks: [[path]] }]) {
      writeFileSync(join(folder, '.vrp.json'), JSON.stringify(settings));
      const { code, out, err } = await vrp(['check', folder, '--config', join(folder, '.vrp.json')]);
      assert.equal(code, 2, path);
      assert.match(err, /stay below its folder/);
      assert.equal(out, '');
    }
  }
  // What a link in the workspace leads to is read as its file; a setting cannot name anything else.
  writeFileSync(join(folder, '.vrp.json'), JSON.stringify({ pairs: [['mld/BRAS-North.cfg', 'not-there.cfg']] }));
  assert.match(
    (await vrp(['check', folder, '--config', join(folder, '.vrp.json')])).err,
    /pairs not-there\.cfg, which does not exist/,
  );
});
