// `--fix`, the baseline and the marks: what is mended or accepted is, and nothing else is touched.
import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { nodeFiles } from '../../../server/src/main/files';
import { readBaseline } from '../../../server/src/diagnostics/baseline';
import { root, vrp } from '../../support/check-text';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
function copyOf(example: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-fix-'));
  folders.push(folder);
  cpSync(join(root, 'examples', example), folder, { recursive: true });
  return folder;
}
const content = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name)).toString('latin1'));

test('--fix --unsafe-fixes mends the pair with six mistakes, and no line end changes', async () => {
  const folder = copyOf('mld-mistakes');
  for (const name of readdirSync(folder))
    writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replace(/\n/g, '\r\n'));
  const { code, out, err } = await vrp(['check', folder, '--fix', '--unsafe-fixes', '--fail-level', 'warning']);
  assert.equal(code, 0, `${out}\n${err}`);
  for (const text of content(folder)) assert.equal(text.replace(/\r\n/g, '').includes('\n'), false);
});

test('--fix --dry-run prints a diff and writes nothing', async () => {
  const folder = copyOf('dhcpv6-relay');
  const before = content(folder);
  const { out } = await vrp(['check', folder, '--fix', '--dry-run', '--unsafe-fixes']);
  assert.match(out, /^-.*preempt-mode timer delay 10$/m);
  assert.match(out, /^\+.*preempt-mode timer delay 1800$/m);
  assert.deepEqual(content(folder), before);
});

test('a file mode survives a fix, and no file is left beside', async () => {
  const folder = copyOf('dhcpv6-relay');
  chmodSync(join(folder, 'Edge-1.cfg'), 0o640);
  await vrp(['check', folder, '--fix', '--unsafe-fixes']);
  assert.equal(statSync(join(folder, 'Edge-1.cfg')).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(folder).sort(), ['Edge-1.cfg', 'Edge-2.cfg']);
});

test('the baseline accepts what is there, tells what is gone and can be pruned', async () => {
  const folder = copyOf('mld-mistakes');
  const baseline = join(folder, 'accepted.json');
  const files = readdirSync(folder).map((name) => join(folder, name));
  assert.equal((await vrp(['check', ...files])).code, 1);
  assert.equal(
    (await vrp(['check', ...files, '--baseline', baseline, '--update-baseline', 'seen on 21 November'])).code,
    0,
  );
  assert.equal((await vrp(['check', ...files, '--baseline', baseline, '--fail-level', 'warning'])).code, 0);
  // Lines above the findings come and go.
  for (const file of files) writeFileSync(file, `#\n${readFileSync(file, 'utf8')}`);
  assert.equal((await vrp(['check', ...files, '--baseline', baseline, '--fail-level', 'warning'])).code, 0);
  const south = files.find((file) => file.includes('South'))!;
  writeFileSync(south, readFileSync(south, 'utf8').replace('port 7001', 'port 7011'));
  assert.match(
    (await vrp(['check', ...files, '--baseline', baseline])).err,
    /rbs-port-mismatch \(seen on 21 November\) is accepted, but no longer found/,
  );
  await vrp(['check', ...files, '--baseline', baseline, '--prune-baseline']);
  assert.equal(readFileSync(baseline, 'utf8').includes('rbs-port-mismatch'), false);
});

test('a check of a part of the tree forgets and tells only what it has looked at', async () => {
  const folder = copyOf('mld-mistakes');
  cpSync(join(root, 'examples/nd'), join(folder, 'nd'), { recursive: true });
  const west = join(folder, 'nd/Campus-West.cfg');
  writeFileSync(
    west,
    readFileSync(west, 'utf8').replace(/port (\d+)/, (_, port: string) => `port ${Number(port) + 1}`),
  );
  const baseline = join(folder, 'accepted.json');
  const entries = () => readBaseline(readFileSync(baseline, 'utf8')).entries;
  const check = (paths: readonly string[], ...more: string[]) =>
    vrp(['check', ...paths.map((path) => join(folder, path)), '--baseline', baseline, ...more]);
  assert.equal((await check(['.'], '--update-baseline', 'seen')).code, 0);
  const all = entries();
  assert.ok(all.every((entry) => entry.devices!.length > 0));
  const couple = all.find((entry) => entry.rule === 'rbs-port-mismatch' && entry.devices!.includes('Campus-West'))!;
  assert.deepEqual(couple.devices, ['Campus-East', 'Campus-West']);
  // Nothing has changed: whatever part is looked at, nothing is gone and nothing is forgotten.
  const parts = [
    ['nd'],
    ['BRAS-North.cfg'],
    ['BRAS-South.cfg'],
    ['nd/Campus-East.cfg'],
    ['BRAS-North.cfg', 'nd/Campus-East.cfg'],
    ['nd', 'BRAS-South.cfg'],
    ['.'],
  ];
  for (const part of parts) {
    assert.doesNotMatch((await check(part)).err, /not found any more/, part.join(' '));
    await check(part, '--prune-baseline');
    assert.deepEqual(entries(), all, part.join(' '));
  }
  // One pair is mended: one device of it is not enough to know, both are.
  writeFileSync(west, readFileSync(join(root, 'examples/nd/Campus-West.cfg'), 'utf8'));
  assert.doesNotMatch((await check(['nd/Campus-West.cfg'])).err, /not found any more/);
  const cliResult = await check(['nd/Campus-West.cfg'], '--prune-baseline');
  assert.deepEqual(entries(), all);
  assert.match(
    cliResult.err,
    /accepted\.json: \d+ accepted findings; \d+ that were not found stay: of .*Campus-East.*, which were not all checked/,
  );
  assert.match((await check(['nd'])).err, /rbs-port-mismatch \(seen\) is accepted, but no longer found/);
  await check(['nd'], '--prune-baseline');
  assert.deepEqual(
    entries(),
    all.filter((entry) => entry.fingerprint !== couple.fingerprint),
  );
  // Nor does a check that could not do all of its work, nor an entry that does not say whose it is.
  writeFileSync(
    baseline,
    JSON.stringify({
      accepted: [...all, { fingerprint: '0123456789abcdef', rule: 'rbs-port-mismatch', reason: 'by hand' }],
    }),
  );
  const before = readFileSync(baseline, 'utf8');
  const files = {
    ...nodeFiles,
    read: (path: string) =>
      path.endsWith('Campus-East.cfg')
        ? { ok: false as const, kind: 'unreadable' as const, reason: 'no permission to read it' }
        : nodeFiles.read(path),
  };
  const failed = await vrp(['check', folder, '--baseline', baseline, '--prune-baseline'], undefined, { files });
  assert.equal(failed.code, 3);
  assert.match(failed.err, /nothing was taken out, because not everything could be checked/);
  assert.equal(readFileSync(baseline, 'utf8'), before);
  await check(['.'], '--prune-baseline');
  assert.deepEqual(
    entries()
      .map((entry) => entry.fingerprint)
      .sort(),
    [
      ...all.filter((entry) => entry.fingerprint !== couple.fingerprint).map((entry) => entry.fingerprint),
      '0123456789abcdef',
    ].sort(),
  );
});

test('a broken baseline is said, not ignored', async () => {
  const folder = copyOf('mld');
  const baseline = join(folder, 'b.json');
  writeFileSync(baseline, '{"accepted": 3}');
  const { code, err } = await vrp(['check', folder, '--baseline', baseline]);
  assert.equal(code, 2);
  assert.match(err, /holds no list "accepted"/);
});

test('a mark with a reason silences its rule in the block below, one without does not', async () => {
  const folder = copyOf('mld-mistakes');
  const south = join(folder, 'BRAS-South.cfg');
  const text = readFileSync(south, 'utf8');
  writeFileSync(
    south,
    text.replace('#\nremote-backup-service', '# vrp-ignore rbs-port-mismatch -- moved tomorrow\nremote-backup-service'),
  );
  const marked = JSON.parse((await vrp(['check', folder, '--format', 'json'])).out);
  assert.equal(
    marked.findings.some(
      (one: { rule: string }) => one.rule === 'rbs-port-mismatch' || one.rule === 'suppression-unused',
    ),
    false,
  );
  writeFileSync(
    south,
    text.replace('#\nremote-backup-service', '# vrp-ignore rbs-port-mismatch\nremote-backup-service'),
  );
  const bare = JSON.parse((await vrp(['check', folder, '--format', 'json'])).out);
  assert.equal(
    bare.findings.filter(
      (one: { rule: string }) => one.rule === 'rbs-port-mismatch' || one.rule === 'suppression-unused',
    ).length,
    2,
  );
});

test('--select and --ignore', async () => {
  const folder = copyOf('mld-mistakes');
  const rules = async (...args: string[]) =>
    new Set(
      JSON.parse((await vrp(['check', folder, '--format', 'json', ...args])).out).findings.map(
        (one: { rule: string }) => one.rule,
      ),
    );
  assert.deepEqual([...(await rules('--select', 'rbs-port-mismatch'))], ['rbs-port-mismatch']);
  assert.equal((await rules('--ignore', 'rbs-port-mismatch')).has('rbs-port-mismatch'), false);
  assert.equal((await vrp(['check', folder, '--select', 'no-such-rule'])).code, 2);
});

test('an unused mark does not bring back what another mark silences', async () => {
  const folder = copyOf('mld-mistakes');
  const south = join(folder, 'BRAS-South.cfg');
  writeFileSync(
    south,
    readFileSync(south, 'utf8')
      .replace('#\nremote-backup-service', '# vrp-ignore rbs-port-mismatch -- moved tomorrow\nremote-backup-service')
      .replace('#\ninterface NULL0', '# vrp-ignore rbs-unused -- never there\ninterface NULL0'),
  );
  const found = JSON.parse((await vrp(['check', folder, '--format', 'json'])).out).findings.map(
    (one: { rule: string }) => one.rule,
  );
  assert.equal(found.filter((rule: string) => rule === 'suppression-unused').length, 1);
  assert.equal(found.includes('rbs-port-mismatch'), false);
});
