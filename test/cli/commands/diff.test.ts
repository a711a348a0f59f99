// `vrp diff` as its users meet it: formats, exit codes, bad input, and nothing secret or raw in any of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeFiles } from '../../../server/src/main/files';
import { root, vrp } from '../../support/check-text';
import { scratch } from '../../support/scratch';

const { folder, put } = scratch('diff');
const example = (name: string) => join(root, 'examples', name);
const mistakes = [example('mld-mistakes/BRAS-North.cfg'), example('mld-mistakes/BRAS-South.cfg')] as const;
const clean = [example('mld/BRAS-North.cfg'), example('mld/BRAS-South.cfg')] as const;

test('text: what is wrong first, with both lines and the finding; then what must differ', async () => {
  const { code, out, err } = await vrp(['diff', ...mistakes]);
  assert.equal(code, 1);
  assert.equal(err, '');
  assert.match(
    out,
    /^wrong: 6\n {2}RBS core-pair: port must match\n {4}BRAS-North {2}7011 {2}BRAS-North\.cfg:7\n {4}BRAS-South {2}7001 {2}BRAS-South\.cfg:7\n {4}error: .*rbs-port-mismatch, DHCPv6 relay hot backup, step 2\.3$/m,
  );
  assert.ok(out.indexOf('wrong: 6') < out.indexOf('must differ, and does: 6'));
  assert.match(out, /^ {2}36: vrrp6 vrid 1 priority 150 +\| {2}36: vrrp6 vrid 1 priority 110$/m);
  assert.match(out, /^BRAS-North and BRAS-South: 5 wrong, 1 missing of 28 parameters$/m);
});

test('a clean pair: exit 0, nothing red, whichever device is named first', async () => {
  for (const files of [clean, [...clean].reverse()]) {
    for (const format of ['text', 'table', 'json', 'html'])
      assert.equal((await vrp(['diff', ...files, '--format', format])).code, 0, format);
  }
  const { out } = await vrp(['diff', ...clean]);
  assert.doesNotMatch(out, /^wrong/m);
  assert.match(out, /^BRAS-North and BRAS-South: nothing wrong in 28 parameters$/m);
});

test('--only-wrong leaves out the rest, and the count is of all', async () => {
  const text = await vrp(['diff', ...mistakes, '--only-wrong']);
  assert.equal(text.code, 1);
  assert.doesNotMatch(text.out, /must differ, and does|may differ:/);
  assert.match(text.out, /5 wrong, 1 missing of 28 parameters/);
  const report = JSON.parse((await vrp(['diff', ...mistakes, '--only-wrong', '--format', 'json'])).out);
  assert.deepEqual(
    report.rows.map((row: { verdict: string }) => row.verdict),
    ['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'missing'],
  );
  assert.equal(report.summary.rows, 28);
  assert.equal((await vrp(['diff', ...clean, '--only-wrong'])).code, 0);
});

test('json leaves out what both devices say alike, and --all brings it', async () => {
  const rowsOf = async (...more: string[]) =>
    (
      JSON.parse((await vrp(['diff', ...mistakes, '--format', 'json', ...more])).out) as {
        rows: { parameter: string; verdict: string }[];
      }
    ).rows;
  const [short, all] = [await rowsOf(), await rowsOf('--all')];
  assert.equal(all.length, 28);
  assert.ok(short.length < all.length && short.length > 6);
  assert.equal(
    short.filter(({ verdict }) => verdict === 'wrong' || verdict === 'missing').length,
    6,
    'what is wrong is there',
  );
  assert.ok(
    short.some(({ parameter }) => parameter === 'sysname'),
    'what must differ is there',
  );
  assert.ok(
    all.some(({ parameter }) => parameter === 'service-type') &&
      !short.some(({ parameter }) => parameter === 'service-type'),
  );
});

test('json: devices and files in the order they were named, rows with value, file and line', async () => {
  const { out } = await vrp(['diff', mistakes[1], mistakes[0], '--format', 'json']);
  const report = JSON.parse(out);
  assert.equal(report.schemaVersion, 1);
  assert.deepEqual(report.devices, ['BRAS-South', 'BRAS-North']);
  assert.deepEqual(report.files, [mistakes[1], mistakes[0]]);
  const row = report.rows.find((one: { parameter: string }) => one.parameter === 'port');
  assert.deepEqual(row, {
    section: 'RBS core-pair',
    parameter: 'port',
    kind: 'must match',
    a: { value: '7001', default: false, file: mistakes[1], line: 7 },
    b: { value: '7011', default: false, file: mistakes[0], line: 7 },
    verdict: 'wrong',
    master: null,
    guide: '000 step 2.3',
    why: 'Both ends of the channel use one TCP port.',
    findings: [
      {
        rule: 'rbs-port-mismatch',
        severity: 'error',
        message: 'BRAS-South uses port 7001 for RBS core-pair, but BRAS-North uses port 7011: the channel stays down',
      },
    ],
  });
  assert.equal(report.rows.find((one: { parameter: string }) => one.parameter === 'priority').master, 'BRAS-North');
  const missing = report.rows.find((one: { verdict: string }) => one.verdict === 'missing');
  assert.deepEqual([missing.parameter, missing.a.value, missing.b], ['pim ipv6 ignore assert-state', 'set', null]);
  assert.deepEqual(report.summary, { rows: 28, wrong: 5, missing: 1, ok: 19, quiet: 3 });
});

test('table: one row a parameter in columns, a heading a section, findings below what is wrong', async () => {
  const { out } = await vrp(['diff', ...mistakes, '--format', 'table']);
  assert.match(out, /^ +parameter +kind +BRAS-North +BRAS-South +verdict +guide$/m);
  assert.match(out, /^RBS core-pair$/m);
  assert.match(out, /^VRRP6 group 1 .*\), master: BRAS-North$/m);
  assert.match(
    out,
    /^! +port +must match +7011 +7001 +wrong +DHCPv6 relay hot backup, step 2\.3\n +error: .*rbs-port-mismatch$/m,
  );
  assert.match(out, /^ +preempt delay +role +600 s +10 s|^! +preempt delay +role +600 s +10 s +wrong/m);
});

test('html: one page without scripts or addresses of others, every text escaped', async () => {
  const [one, two] = clean.map((path) => readFileSync(path, 'utf8'));
  const a = put(
    'a.cfg',
    one!.replace(/sysname .*/, 'sysname <script>alert(1)</script>').replace(/tv-users/g, 'tv<b>"&'),
  );
  const { code, out } = await vrp(['diff', a, put('b.cfg', two!), '--format', 'html']);
  assert.ok(code === 0 || code === 1);
  assert.match(out, /^<!DOCTYPE html>/);
  assert.match(out, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
  assert.doesNotMatch(out, /<script|<b>|https?:|\son\w+=|<link|<img/i);
  assert.match(out, /&lt;script&gt;/);
  assert.match(
    out,
    /scope="rowgroup" colspan="6">VRRP6 group 1 [^<]*\), master: &lt;script&gt;alert\(1\)&lt;\/script&gt;<\/th>/,
  );
  assert.match(out, /<tr class="ok"><th scope="row">port<\/th>/);
});

test('files that nothing makes a pair are compared because they were named, and that is said', async () => {
  const { code, out, err } = await vrp(['diff', example('nd/Campus-West.cfg'), clean[0]]);
  assert.equal(code, 1);
  assert.match(
    err,
    /Campus-West\.cfg and .*BRAS-North\.cfg: nothing in them says that they are a pair; compared as one because you named them/,
  );
  assert.match(out, /^Campus-West and BRAS-North: \d+ wrong, \d+ missing of \d+ parameters$/m);
});

test('bad usage is 2, what cannot be compared is 3', async () => {
  const codes = async (...args: string[]) => (await vrp(['diff', ...args])).code;
  assert.equal(await codes(clean[0]), 2);
  assert.equal(await codes(clean[0], join(folder, 'nowhere.cfg')), 2);
  assert.equal(await codes(clean[0], example('mld')), 2);
  assert.equal(await codes(clean[0], clean[0]), 2);
  assert.equal(await codes(...clean, '--format', 'pdf'), 2);
  assert.equal(await codes(...clean, '--colour'), 2);
  assert.equal(await codes(clean[0], put('notes.txt', 'nothing to do with routers\n')), 3);
  assert.equal(await codes(clean[0], put('empty.cfg', '')), 3);
  const missing = await vrp(['diff', clean[0], join(folder, 'nowhere.cfg')]);
  assert.equal(missing.out, '');
  assert.match(missing.err, /^vrp: no such file or directory: .*nowhere\.cfg$/m);
  assert.equal((await vrp(['diff', '--help'])).code, 0);
});

test('one device may come from standard input', async () => {
  const { code, out } = await vrp(['diff', clean[0], '-', '--format', 'json'], new Uint8Array(readFileSync(clean[1])));
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out).devices, ['BRAS-North', 'BRAS-South']);
});

test('keys are set or not set, control characters are shown, whatever the format', async () => {
  const [one, two] = ['Translator-1', 'Translator-2'].map((name) =>
    readFileSync(example(`ds-lite/${name}.cfg`), 'utf8'),
  );
  // As devices store them: of two keys in clear that differ a finding says so.
  const withKey = (text: string, key: string) => text.replace('Boards-of-88', () => `%^%#${key}%^%#`);
  const named = one!.replace('sysname Translator-1', 'sysname Trans\u001b[31mlator');
  const a = put('k1.cfg', withKey(named, 'Boards-of-88'));
  const b = put('k2.cfg', withKey(two!, 'Other-key-of-99'));
  for (const format of ['text', 'table', 'json', 'html']) {
    const { out, code } = await vrp(['diff', a, b, '--format', format]);
    assert.equal(code, 0, format);
    assert.doesNotMatch(out, /Boards-of-88|Other-key-of-99/, format);
    assert.ok(!out.includes('\u001b'), format);
    if (format === 'table') assert.match(out, /authentication-key +must match +set +set +ok/);
  }
});

test('an accepted finding is not red: the baseline is what `vrp check` takes it from, and the help says so', async () => {
  const baseline = join(folder, 'accepted.json');
  await vrp(['check', ...mistakes, '--baseline', baseline, '--update-baseline', 'seen']);
  const { code, out } = await vrp(['diff', ...mistakes, '--baseline', baseline, '--only-wrong']);
  assert.equal(code, 0, out);
  const clear = await vrp(['diff', ...clean, '--baseline', baseline]);
  assert.match(clear.err, /accepted\.json: rbs-port-mismatch \(seen\) is accepted, but no longer found/);
  for (const command of ['check', 'diff'])
    assert.match(
      (await vrp([command, '--help'])).out.replace(/\s+/g, ' '),
      /--baseline <file> file of accepted findings \(default: \.vrp-baseline\.json, where there is one\)/,
    );
  for (const [args, problem] of [
    [['--baseline', join(folder, 'nowhere.json')], /nowhere\.json: no such file/],
    [['--baseline', put('broken.json', '{"accepted": 3}')], /holds no list "accepted"/],
  ] as const) {
    const refused = await vrp(['diff', ...mistakes, ...args]);
    assert.equal(refused.code, 2);
    assert.equal(refused.out, '');
    assert.match(refused.err, problem);
  }
  // Without the option it is the one beside, for both commands; one that is there and cannot be used is never passed over.
  const files = (read: (typeof nodeFiles)['read']) => ({
    files: {
      ...nodeFiles,
      read: (path: string) => (path === '.vrp-baseline.json' ? read(path) : nodeFiles.read(path)),
    },
  });
  for (const command of ['check', 'diff']) {
    assert.equal(
      (
        await vrp(
          [command, ...mistakes],
          undefined,
          files(() => nodeFiles.read(baseline)),
        )
      ).code,
      0,
      command,
    );
    const refused = await vrp(
      [command, ...mistakes],
      undefined,
      files(() => ({ ok: false, kind: 'unreadable', reason: 'no permission to read it' })),
    );
    assert.equal(refused.code, 2, command);
    assert.match(refused.err, /\.vrp-baseline\.json: no permission to read it/);
  }
});

test('what a mark accepts is not red', async () => {
  const [one, two] = mistakes.map((path) => readFileSync(path, 'utf8'));
  const a = put(
    'm1.cfg',
    one!.replace(
      '#\nremote-backup-service',
      '# vrp-ignore rbs-port-mismatch -- moved next week\nremote-backup-service',
    ),
  );
  const { out } = await vrp(['diff', a, put('m2.cfg', two!), '--only-wrong']);
  assert.match(out, /^wrong: 5$/m);
  assert.doesNotMatch(out, /rbs-port-mismatch/);
});
