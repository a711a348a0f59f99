// `.vrp.json`: networks and pairs as data; what a broken file says; and the options of the command line that go with files.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import Ajv from 'ajv';
import fc from 'fast-check';
import { progress } from '../../server/src/cli/progress';
import { networkOptions, readSettings } from '../../server/src/workspace/settings';
import { root, vrp, workspaceOf } from '../support/check-text';
import { scratch } from '../support/scratch';

const north = readFileSync(join(root, 'examples/mld/BRAS-North.cfg'), 'utf8');
const south = readFileSync(join(root, 'examples/mld/BRAS-South.cfg'), 'utf8');
const lone = (name: string) => `#\nsysname ${name}\n#\ninterface LoopBack0\n ip address 10.9.9.9 255.255.255.255\n#\n`;
const schema = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(join(root, 'schemas/vrp.schema.json'), 'utf8')),
);

const folders: string[] = [];
after(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));
function tree(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-settings-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
async function pairs(folder: string, ...args: string[]): Promise<string[][]> {
  const { out, err, code } = await vrp(['pairs', folder, '--format', 'json', ...args]);
  assert.equal(code, 0, err);
  return (JSON.parse(out).pairs as { files: string[] }[]).map((pair) =>
    pair.files.map((file) => file.slice(folder.length + 1)).sort(),
  );
}

const usable: unknown[] = [
  {},
  { $schema: 'vrp.schema.json' },
  { networks: [] },
  { networks: [['site1/**', 'x.cfg'], ['site2/*.{cfg,txt}']] },
  {
    pairs: [
      ['a.cfg', 'b/c..d.cfg'],
      ['./a', 'x/./y'],
    ],
  },
  { encoding: 'gb18030', maxFindings: 20 },
];
const unusable: unknown[] = [
  [],
  null,
  1,
  'x',
  { network: [] },
  { networks: {} },
  { networks: ['a'] },
  { networks: [[1]] },
  { networks: [['']] },
  { pairs: [['a']] },
  { pairs: [['a', 'b', 'c']] },
  { pairs: [['a', 1]] },
  { pairs: [['../a', 'b']] },
  { pairs: [['a', 'x/../../b']] },
  { pairs: [['/etc/passwd', 'b']] },
  { pairs: [['C:/a', 'b']] },
  { pairs: [['file:a', 'b']] },
  { pairs: [['a\\b', 'b']] },
  { networks: [['../**']] },
  { networks: [['a/..']] },
  { encoding: 'gbk' },
  { maxFindings: 0 },
  { maxFindings: 1.5 },
  { maxFindings: '20' },
];

describe('reading', () => {
  test('what the schema takes is taken, what it does not is one sentence', () => {
    for (const one of usable) {
      assert.equal(schema(one), true, JSON.stringify(one));
      assert.equal(readSettings(JSON.stringify(one)).problem, undefined, JSON.stringify(one));
    }
    for (const one of unusable) {
      assert.equal(schema(one), false, JSON.stringify(one));
      const { problem, networks, pairs: couples } = readSettings(JSON.stringify(one));
      assert.ok(
        problem && problem.code !== 'not-json' && !problem.message.includes('\n') && problem.message.length < 120,
        JSON.stringify(one),
      );
      assert.deepEqual([networks, couples], [[], []]);
    }
    const { code, message } = readSettings('{ "pairs": [').problem!;
    assert.equal(code, 'not-json');
    assert.match(message, /^is not JSON/);
    assert.match(readSettings('{ "pairs": [["./a", "a"]] }').problem!.message, /^pairs "\.\/a" with itself/);
    assert.equal(readSettings('\ufeff{}').problem, undefined);
  });

  test('the example of docs/ci.md is one', () => {
    const [, example] = /```json\n(\{\s*"networks"[^`]*)```/.exec(readFileSync(join(root, 'docs/ci.md'), 'utf8'))!;
    const { problem, networks, pairs: couples } = readSettings(example!);
    assert.deepEqual([problem, networks.length, couples.length], [undefined, 2, 1]);
  });

  test('no glob keeps the matcher busy', () => {
    const deep = Array.from({ length: 40 }, (_, index) => `folder${index}`).join('/');
    const started = Date.now();
    for (const glob of [
      '**/'.repeat(60) + 'x',
      '*a'.repeat(60),
      '{a,a}'.repeat(30),
      '*f*o*l*d*e*x',
      '**/*0/**/*1/**/x',
      '{a,b}{c,d}{e,f}**/x',
    ]) {
      const settings = readSettings(JSON.stringify({ networks: [[glob]] }));
      networkOptions(settings, [
        { file: 'f', path: `${deep}/y` },
        { file: 'g', path: `${'a'.repeat(250)}/y` },
      ]);
    }
    assert.ok(Date.now() - started < 30_000, `${Date.now() - started} ms`); // a guard against a hang, not a measurement
    assert.match(
      readSettings(JSON.stringify({ networks: [['*a'.repeat(300)]] })).problem!.message,
      /^holds a glob with more than/,
    );
    assert.equal(readSettings(JSON.stringify({ networks: [['**/site*/**/*.{cfg,txt}']] })).problem, undefined);
  });

  test('nothing throws, whatever stands in the file', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.record({ networks: fc.jsonValue(), pairs: fc.jsonValue() }).map((one) => JSON.stringify(one)),
        ),
        (text) => {
          const settings = readSettings(text);
          networkOptions(settings, [{ file: 'x', path: 'x' }]);
        },
      ),
    );
  });
});

describe('networks and pairs', () => {
  const names = ['lab/n.cfg', 'lab/s.cfg', 'live/n.cfg', 'live/s.cfg', 'elsewhere/n.cfg'];
  const files = names.map((name) => ({ name, text: name.endsWith('n.cfg') ? north : south }));
  const found = async (settings: object, texts = files) => {
    const network = networkOptions(
      readSettings(JSON.stringify(settings)),
      texts.map(({ name }) => ({ file: name, path: name })),
    );
    return (await workspaceOf(texts, undefined, { network }))
      .network()
      .pairs.map((pair) => [pair.a.file, pair.b.file].sort().join(' '))
      .sort();
  };
  const split = [
    { name: 'a/n.cfg', text: north },
    { name: 'b/s.cfg', text: south },
  ];

  test('files of different networks never pair, those of no network are one more', async () => {
    assert.deepEqual(await found({}, split), ['a/n.cfg b/s.cfg']);
    assert.deepEqual(await found({ networks: [['a/**'], ['b/**']] }, split), []);
    assert.deepEqual(await found({ networks: [['a/**']] }, split), []);
    assert.deepEqual(await found({ networks: [['a/**', 'b/*.cfg']] }, split), ['a/n.cfg b/s.cfg']);
    assert.deepEqual(await found({ networks: [['c/**']] }, split), ['a/n.cfg b/s.cfg']);
    assert.deepEqual(
      await found({ networks: [['a/**'], ['**/*.cfg']] }, split),
      ['a/n.cfg b/s.cfg'],
      'one network in common is enough',
    );
    assert.deepEqual(
      await found({
        networks: [
          ['lab/n.cfg', 'live/s.cfg'],
          ['live/n.cfg', 'lab/s.cfg'],
        ],
      }),
      ['lab/n.cfg live/s.cfg', 'lab/s.cfg live/n.cfg'],
    );
  });

  test('a pair that is named is one, whatever the files say, and nothing else is for its files', async () => {
    assert.deepEqual(
      await found({ pairs: [['x', 'y']] }, [
        { name: 'x', text: lone('X') },
        { name: 'y', text: lone('Y') },
      ]),
      ['x y'],
    );
    assert.deepEqual(await found({ pairs: [['lab/n.cfg', 'live/s.cfg']] }), ['lab/n.cfg live/s.cfg']);
    assert.deepEqual(
      await found({ pairs: [['a/n.cfg', 'b/s.cfg']], networks: [['a/**'], ['b/**']] }, split),
      ['a/n.cfg b/s.cfg'],
      'outright',
    );
    assert.deepEqual(await found({ pairs: [['a/n.cfg', 'gone.cfg']] }, split), ['a/n.cfg b/s.cfg']);
  });

  test('the options may come and go while files are there', async () => {
    const workspace = await workspaceOf([
      { name: 'n', text: north },
      { name: 's', text: south.replace('port 7011', 'port 7001') },
    ]);
    const rules = () => workspace.allFindings().map((finding) => finding.rule);
    assert.ok(rules().includes('rbs-port-mismatch'));
    const [port] = workspace.allFindings().filter((finding) => finding.rule === 'rbs-port-mismatch');
    const entry = { fingerprint: workspace.fingerprintOf(port!), rule: 'rbs-port-mismatch', reason: 'known' };
    workspace.setOptions({ baseline: [entry] });
    assert.ok(!rules().includes('rbs-port-mismatch'));
    assert.deepEqual(workspace.unusedBaseline(), []);
    workspace.setOptions({ baseline: [entry], network: { networks: [['n'], ['s']] } });
    assert.equal(workspace.network().pairs.length, 0);
    assert.deepEqual(workspace.unusedBaseline(), [entry]);
    workspace.setOptions({});
    assert.ok(rules().includes('rbs-port-mismatch'));
  });
});

describe('the command line', () => {
  test('--config, and the nearest .vrp.json', async () => {
    const folder = tree({
      'a/n.cfg': north,
      'b/s.cfg': south,
      '.vrp.json': '{"networks":[["a/**"],["b/**"]]}',
      'a/deep/x.txt': 'x',
    });
    assert.deepEqual(await pairs(folder), [['a/n.cfg', 'b/s.cfg']], 'not in the working directory: not used');
    assert.deepEqual(await pairs(folder, '--config', join(folder, '.vrp.json')), []);
    const before = process.cwd();
    try {
      for (const here of ['.', 'a/deep']) {
        process.chdir(join(folder, here));
        assert.deepEqual(await pairs(folder), [], here);
      }
      process.chdir(folder);
      assert.deepEqual(JSON.parse((await vrp(['pairs', '.', '--format', 'json'])).out).pairs, [], 'paths as given');
      writeFileSync('.vrp.json', '{"pairs":[["a/n.cfg","b/s.cfg"],["a/n.cfg","gone.cfg"]]}');
      const { out, err } = await vrp(['pairs', './a', 'b']);
      assert.match(out, /because: named as a pair in the settings/);
      assert.match(err, /^\.vrp\.json pairs gone\.cfg, which does not exist$/m);
    } finally {
      process.chdir(before);
    }
  });

  test('a broken or missing file is one line and exit 2', async () => {
    const folder = tree({ 'n.cfg': north, 'bad.json': '{"pairs": 1}' });
    for (const command of ['check', 'pairs']) {
      const { code, out, err } = await vrp([command, folder, '--config', join(folder, 'bad.json')]);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^vrp: .*bad\.json needs "pairs" to be a list of couples of paths\n$/);
      assert.match(
        (await vrp([command, folder, '--config', join(folder, 'none.json')])).err,
        /^vrp: .*none\.json: no such file\n$/,
      );
    }
  });

  test('--fix follows the settings', async () => {
    const folder = tree({
      'n.cfg': north,
      's.cfg': south.replace('port 7011', 'port 7001'),
      'apart.json': '{"networks":[["n.cfg"],["s.cfg"]]}',
    });
    assert.doesNotMatch(
      (await vrp(['check', folder, '--fix', '--unsafe-fixes', '--dry-run', '--config', join(folder, 'apart.json')]))
        .out,
      /port 70/,
    );
    assert.match((await vrp(['check', folder, '--fix', '--unsafe-fixes', '--dry-run'])).out, /port 70/);
  });

  test('--select and --ignore take lists and leave the paths alone; a baseline of other rules is not called unused', async () => {
    const folder = tree({
      'n.cfg': north,
      's.cfg': south.replace('port 7011', 'port 7001').replace('backup-id 21', 'backup-id 12'),
    });
    const rules = async (...args: string[]) => [
      ...new Set(
        JSON.parse((await vrp(['check', ...args, '--format', 'json'])).out).findings.map(
          (one: { rule: string }) => one.rule,
        ),
      ),
    ];
    assert.deepEqual(await rules('--select', 'rbs-port-mismatch', folder), ['rbs-port-mismatch']);
    assert.deepEqual(
      await rules('--select', 'rbs-port-mismatch,rbp-backup-id-mismatch', '--ignore', 'rbs-port-mismatch', folder),
      ['rbp-backup-id-mismatch'],
    );
    const baseline = join(folder, 'accepted.json');
    await vrp(['check', folder, '--baseline', baseline, '--update-baseline', 'seen']);
    const before = readFileSync(baseline, 'utf8');
    assert.equal((await vrp(['check', folder, '--baseline', baseline, '--select', 'rbs-port-mismatch'])).err, '');
    await vrp(['check', folder, '--baseline', baseline, '--select', 'rbs-port-mismatch', '--prune-baseline']);
    assert.equal(readFileSync(baseline, 'utf8'), before);
  });

  test('--encoding reads the files so', async () => {
    const text = Buffer.concat([
      Buffer.from('#\nsysname R1\n#\ninterface GigabitEthernet0/1/2\n description '),
      Buffer.from([0xff, 0x20]),
      Buffer.from('caf'),
      Buffer.from([0xe9]),
      Buffer.from('\n#\nreturn\n'),
    ]);
    const folder = tree({ 'r.cfg': text });
    const rules = async (...args: string[]) =>
      JSON.parse((await vrp(['check', folder, '--format', 'json', ...args])).out).findings.map(
        (one: { rule: string }) => one.rule,
      );
    assert.deepEqual(await rules(), ['file-encoding-unknown']);
    for (const encoding of ['utf-8', 'gb18030', 'latin-1']) assert.deepEqual(await rules('--encoding', encoding), []);
    assert.equal((await vrp(['check', folder, '--encoding', 'ebcdic'])).code, 2);
  });

  test('--encoding that does not fit never rewrites a byte', async () => {
    const broken = Buffer.from(
      readFileSync(join(root, 'examples/dhcpv6-relay/Edge-1.cfg'), 'latin1').replace(/sysname (\S+)/, 'sysname $1\xe9'),
      'latin1',
    );
    const folder = tree({ '1.cfg': broken, '2.cfg': readFileSync(join(root, 'examples/dhcpv6-relay/Edge-2.cfg')) });
    await vrp(['check', folder, '--fix', '--unsafe-fixes', '--encoding', 'utf-8']);
    assert.deepEqual(readFileSync(join(folder, '1.cfg')), broken);
  });

  test('--quiet leaves what fails the run, and the summary', async () => {
    const path = join(root, 'examples/mld-mistakes');
    const loud = await vrp(['check', path]);
    const quiet = await vrp(['check', path, '--quiet']);
    assert.equal(quiet.code, loud.code);
    assert.ok(quiet.out.length < loud.out.length && !/ warning /.test(quiet.out) && / error /.test(quiet.out));
    assert.equal(
      quiet.out.trimEnd().split('\n').at(-1),
      loud.out.trimEnd().split('\n').at(-1),
      'the summary counts all',
    );
    assert.match((await vrp(['check', path, '-q', '--fail-level', 'off'])).out, /^2 devices, [^\n]*\n$/);
  });

  test('--jobs takes a number', async () => {
    const path = join(root, 'examples/mld');
    assert.equal((await vrp(['check', path, '--jobs', '4'])).code, 0);
    for (const bad of ['0', '-1', 'x', '1.5']) assert.equal((await vrp(['check', path, '--jobs', bad])).code, 2, bad);
  });
});

test('progress: one line that is written over, on a terminal, in long runs only', () => {
  const run = (terminal: boolean) => {
    let clock = 0;
    let written = '';
    const line = progress(
      {
        terminal,
        error: (text) => {
          written += text;
        },
      },
      () => clock,
    );
    for (; clock < 1000; clock += 20) line.show(`at ${clock}`);
    line.clear();
    return written;
  };
  assert.equal(run(false), '');
  const lines = run(true).split('\r\x1b[K');
  assert.equal(lines[1], 'at 500');
  assert.ok(lines.length < 9 && lines.at(-1) === '' && !run(true).includes('\n'));
});

describe('severities, exclusions and the fail level', () => {
  const { put: putText } = scratch('severities');
  const router = '#\nsysname R1\n#\ninterface GigabitEthernet0/1/2\n vrrp vrid 300 virtual-ip 10.0.0.1\n#\nreturn\n';
  const run = async (settings: object, ...more: string[]) => {
    const config = putText('settings.json', JSON.stringify(settings));
    const { code, out, err } = await vrp([
      'check',
      putText('r1.cfg', router),
      '--config',
      config,
      '--format',
      'json',
      ...more,
    ]);
    const findings = out === '' ? [] : (JSON.parse(out) as { findings: { rule: string; severity: string }[] }).findings;
    return {
      code,
      err,
      of: (rule: string) => findings.filter((one) => one.rule === rule).map(({ severity }) => severity),
    };
  };

  test('a rule is as severe as the folder says, or off; --select asks for it all the same', async () => {
    assert.deepEqual((await run({})).of('value-out-of-range'), ['error']);
    assert.deepEqual((await run({ rules: { 'value-out-of-range': 'warning' } })).of('value-out-of-range'), ['warning']);
    const off = { rules: { 'value-out-of-range': 'off' } };
    assert.deepEqual((await run(off)).of('value-out-of-range'), []);
    assert.deepEqual((await run(off, '--select', 'value-out-of-range')).of('value-out-of-range'), ['error']);
  });

  test('the fail level of the folder, unless the command line names one', async () => {
    const lenient = { rules: { 'value-out-of-range': 'warning' } };
    assert.equal((await run({ ...lenient, failLevel: 'error' })).code, 0);
    assert.equal((await run({ ...lenient, failLevel: 'warning' })).code, 1);
    assert.equal((await run({ ...lenient, failLevel: 'warning' }, '--fail-level', 'off')).code, 0);
  });

  test('what cannot be used is a sentence and 2; a rule that is not there is told', async () => {
    for (const wrong of [
      { rules: [] },
      { rules: { 'value-out-of-range': 'fatal' } },
      { failLevel: 'hint' },
      { exclude: 'x' },
      { exclude: ['x'.repeat(500)] },
    ]) {
      const { code, err } = await run(wrong);
      assert.equal(code, 2, JSON.stringify(wrong));
      assert.match(err, /settings\.json (needs|makes|holds) /);
    }
    assert.match((await run({ rules: { 'no-such-rule': 'off' } })).err, /"no-such-rule", which is not a rule/);
  });

  test('the schema takes what the program takes', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas/vrp.schema.json'), 'utf8')) as { properties: object };
    assert.deepEqual(Object.keys(schema.properties), [
      ...['$schema', 'networks', 'pairs', 'exclude', 'rules', 'failLevel', 'encoding', 'maxFindings'],
    ]);
  });
});
