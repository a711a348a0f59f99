// Formats for services: several at once, JUnit by the fail level and without line numbers in its names, GitLab, Markdown, and SARIF
// with what was accepted.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Log } from 'sarif';
import { root, vrp } from '../../support/check-text';
import { dist } from '../../support/language-client';
import { scratch } from '../../support/scratch';

const { folder, put } = scratch('formats');
const mistakes = join(root, 'examples/mld-mistakes');
const report = async (format: string, ...more: string[]) =>
  (await vrp(['check', mistakes, '--format', format, ...more])).out;

describe('--output', () => {
  test('writes what --format would print, as often as it is given, beside what is printed', async () => {
    const [sarif, junit] = [join(folder, 'a.sarif'), join(folder, 'b.xml')];
    const { out, code } = await vrp(['check', mistakes, '--output', `sarif=${sarif}`, '-o', `junit=${junit}`]);
    assert.equal(code, 1);
    assert.equal(out, await report('text'));
    assert.equal(readFileSync(sarif, 'utf8'), await report('sarif'));
    assert.equal(readFileSync(junit, 'utf8'), await report('junit'));
  });

  test('what is no format, has no file or cannot be written', async () => {
    for (const wrong of ['sarif', 'sarif=', 'pdf=x', '=x', 'constructor=x']) {
      const { code, err } = await vrp(['check', mistakes, '--output', wrong]);
      assert.equal(code, 2, wrong);
      assert.match(err, /FORMAT=FILE/);
    }
    const { code, err, out } = await vrp([
      'check',
      mistakes,
      '--output',
      `json=${join(folder, 'no/such/folder/x.json')}`,
    ]);
    assert.equal(code, 3);
    assert.match(err, /x\.json/);
    assert.equal(out, await report('text'), 'the report is printed all the same');
  });
});

describe('--output, and what stands there', () => {
  test('one file for two reports is bad usage, however it is spelled', async () => {
    const file = join(folder, 'twice.json');
    const { code, err } = await vrp(['check', mistakes, '-o', `json=${file}`, '-o', `sarif=${folder}/./twice.json`]);
    assert.equal(code, 2);
    assert.match(err, /^vrp: --output names .*twice\.json twice\n$/);
    assert.ok(!existsSync(file));
  });

  test('a configuration that was checked is never written over, a report of the last run is', async () => {
    const north = put('own/BRAS-North.cfg', readFileSync(join(mistakes, 'BRAS-North.cfg'), 'utf8'));
    symlinkSync(north, join(folder, 'own/link.json'));
    for (const file of [north, join(folder, 'own/link.json')]) {
      const { code, err } = await vrp(['check', join(folder, 'own'), '-o', `json=${file}`]);
      assert.equal(code, 3);
      assert.match(err, /is one of the configurations that were checked/);
      assert.match(readFileSync(north, 'utf8'), /^sysname/m);
    }
    const last = put('own/report.json', '{}');
    await vrp(['check', join(folder, 'own'), '-o', `json=${last}`]);
    assert.notEqual(readFileSync(last, 'utf8'), '{}');
  });

  test('what is no file is written to, not put in the place of', { skip: process.platform === 'win32' }, () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const cli = `"${process.execPath}" "${join(dist, 'cli.js')}" check "${mistakes}" -q`;
    const run = (command: string) => spawnSync('bash', ['-c', command], { encoding: 'utf8', timeout: 60_000 });
    const whole = run(`${cli} -f json`).stdout;
    assert.equal(run(`cat "${pipe}" & ${cli} -o "json=${pipe}" > ${join(folder, 'text')}; wait`).stdout, whole);
    assert.ok(lstatSync(pipe).isFIFO());
    // Node gives a socket, which no path opens; the shell gives a pipe.
    assert.equal(run(`{ ${cli} -o json=/dev/stderr > ${join(folder, 'text')}; } 2>&1 | cat`).stdout, whole);
  });
});

describe('junit', () => {
  const failures = (xml: string) => (xml.match(/<failure /g) ?? []).length;

  test('a failure is what makes the exit code 1', async () => {
    for (const level of ['error', 'warning', 'information', 'off']) {
      const { code, out } = await vrp(['check', mistakes, '--format', 'junit', '--fail-level', level]);
      assert.equal(failures(out) > 0, code === 1, level);
      const [, all] = /<testsuites name="vrp" tests="\d+" failures="(\d+)"/.exec(out)!;
      assert.equal(Number(all), failures(out), level);
    }
    assert.ok(failures(await report('junit', '--fail-level', 'warning')) > failures(await report('junit')));
  });

  test('names stay when lines are put in above', async () => {
    const names = (xml: string) => [...xml.matchAll(/ name="([^"]+)"/g)].map((hit) => hit[1]!);
    const texts = ['BRAS-North.cfg', 'BRAS-South.cfg'].map((name) => readFileSync(join(mistakes, name), 'utf8'));
    const of = async () =>
      names((await vrp(['check', put('a.cfg', texts[0]!), put('b.cfg', texts[1]!), '--format', 'junit'])).out);
    const before = await of();
    texts[0] = texts[0]!.replace('#\n', '#\nntp-service unicast-server 10.1.1.1\n#\n');
    assert.deepEqual(await of(), before);
    assert.equal(new Set(before).size, before.length, 'each once');
  });
});

test('gitlab: what its merge requests ask of every issue', async () => {
  const issues = JSON.parse(await report('gitlab')) as Record<string, unknown>[];
  assert.ok(issues.length > 5);
  for (const issue of issues) {
    assert.ok(typeof issue.description === 'string' && typeof issue.check_name === 'string');
    assert.match(String(issue.fingerprint), /^[\da-f]{16}$/);
    assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(String(issue.severity)));
    const { path, lines } = issue.location as { path: string; lines: { begin: number } };
    assert.ok(path.startsWith('examples/mld-mistakes/'), path);
    assert.ok(lines.begin > 0);
  }
});

test('markdown: a table for each device, and text of a file stays text', async () => {
  assert.match(await report('markdown'), /^### BRAS-North .*\n\n\| line \| severity \| finding \| rule \|\n/m);
  const odd = put(
    'odd.cfg',
    '#\nsysname <b>|x\n#\ninterface GigabitEthernet0/1/2\n vrrp vrid 300 virtual-ip 10.0.0.1\n#\n',
  );
  const { out } = await vrp(['check', odd, '--format', 'markdown']);
  assert.doesNotMatch(out, /<b>/);
});

describe('sarif', () => {
  const runOf = async (...args: string[]) =>
    (JSON.parse((await vrp(['check', '--format', 'sarif', ...args])).out) as Log).runs[0]!;

  test('rules have a page, help for people and tags; files are below the folder of the run', async () => {
    const { tool, results, originalUriBaseIds } = await runOf(mistakes);
    for (const rule of tool.driver.rules!) {
      assert.match(rule.helpUri!, new RegExp(`^https://.*/docs/rules/${rule.id}\\.md$`));
      assert.ok(rule.help!.markdown!.includes(rule.helpUri!));
      assert.doesNotMatch(rule.help!.text, /\b0[01]\d step/, 'a page is named by its title');
      assert.ok((rule.properties!.tags as string[]).length > 0);
    }
    assert.match(originalUriBaseIds!.SRCROOT!.uri!, /^file:\/\/\/.*\/$/);
    for (const { locations } of results!)
      assert.deepEqual(
        [
          locations![0]!.physicalLocation!.artifactLocation!.uriBaseId,
          locations![0]!.physicalLocation!.artifactLocation!.uri!.split('/')[0],
        ],
        ['SRCROOT', 'examples'],
      );
  });

  test('what is accepted is there, as suppressed, with its reason', async () => {
    const [a, b] = ['BRAS-North.cfg', 'BRAS-South.cfg'].map((name) =>
      put(`accepted-${name}`, readFileSync(join(mistakes, name), 'utf8')),
    );
    const baseline = join(folder, 'baseline.json');
    writeFileSync(baseline, '{"schemaVersion": 1, "accepted": []}');
    const before = (await runOf(a!, b!)).results!;
    await vrp(['check', a!, b!, '--baseline', baseline, '--update-baseline', 'known since May']);
    const after = (await runOf(a!, b!, '--baseline', baseline)).results!;
    assert.equal(after.length, before.length);
    for (const { suppressions } of after)
      assert.deepEqual(suppressions, [{ kind: 'external', justification: 'known since May' }]);
    assert.deepEqual(
      new Set(after.map((result) => result.partialFingerprints!['vrpFinding/v1'])),
      new Set(before.map((result) => result.partialFingerprints!['vrpFinding/v1'])),
    );
  });
});

test('vrp rules --format json names each rule once, with what it is for', async () => {
  const { rules } = JSON.parse((await vrp(['rules', '--format', 'json'])).out) as {
    rules: { id: string; why: string }[];
  };
  const table = (await vrp(['rules'])).out.trim().split('\n');
  assert.deepEqual(
    rules.map(({ id }) => id),
    table.map((row) => row.split(' ')[0]),
  );
  assert.ok(rules.every(({ why }) => why.length > 10));
});
