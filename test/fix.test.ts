// `--fix`, the baseline and the marks: what is mended or accepted is, and nothing else is touched.
import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root, vrp } from './check';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
function copyOf(example: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-fix-'));
  folders.push(folder);
  cpSync(join(root, 'examples', example), folder, { recursive: true });
  return folder;
}
const content = (folder: string) => readdirSync(folder).sort().map((name) => readFileSync(join(folder, name)).toString('latin1'));

test('--fix --unsafe-fixes mends the pair with six mistakes, and no line end changes', async () => {
  const folder = copyOf('mld-mistakes');
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replace(/\n/g, '\r\n'));
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
  assert.equal((await vrp(['check', ...files, '--baseline', baseline, '--update-baseline', 'seen on 21 November'])).code, 0);
  assert.equal((await vrp(['check', ...files, '--baseline', baseline, '--fail-level', 'warning'])).code, 0);
  // Lines above the findings come and go.
  for (const file of files) writeFileSync(file, `#\n${readFileSync(file, 'utf8')}`);
  assert.equal((await vrp(['check', ...files, '--baseline', baseline, '--fail-level', 'warning'])).code, 0);
  const south = files.find((file) => file.includes('South'))!;
  writeFileSync(south, readFileSync(south, 'utf8').replace('port 7001', 'port 7011'));
  assert.match((await vrp(['check', ...files, '--baseline', baseline])).err, /rbs-port-mismatch \(seen on 21 November\) is accepted and not found any more/);
  await vrp(['check', ...files, '--baseline', baseline, '--prune-baseline']);
  assert.equal(readFileSync(baseline, 'utf8').includes('rbs-port-mismatch'), false);
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
  writeFileSync(south, text.replace('#\nremote-backup-service', '# vrp-ignore rbs-port-mismatch -- moved tomorrow\nremote-backup-service'));
  const marked = JSON.parse((await vrp(['check', folder, '--format', 'json'])).out);
  assert.equal(marked.findings.some((one: { rule: string }) => one.rule === 'rbs-port-mismatch' || one.rule === 'suppression-unused'), false);
  writeFileSync(south, text.replace('#\nremote-backup-service', '# vrp-ignore rbs-port-mismatch\nremote-backup-service'));
  const bare = JSON.parse((await vrp(['check', folder, '--format', 'json'])).out);
  assert.equal(bare.findings.filter((one: { rule: string }) => one.rule === 'rbs-port-mismatch' || one.rule === 'suppression-unused').length, 2);
});

test('--select and --ignore', async () => {
  const folder = copyOf('mld-mistakes');
  const rules = async (...args: string[]) => new Set(JSON.parse((await vrp(['check', folder, '--format', 'json', ...args])).out).findings.map((one: { rule: string }) => one.rule));
  assert.deepEqual([...await rules('--select', 'rbs-port-mismatch')], ['rbs-port-mismatch']);
  assert.equal((await rules('--ignore', 'rbs-port-mismatch')).has('rbs-port-mismatch'), false);
  assert.equal((await vrp(['check', folder, '--select', 'no-such-rule'])).code, 2);
});

test('an unused mark does not bring back what another mark silences', async () => {
  const folder = copyOf('mld-mistakes');
  const south = join(folder, 'BRAS-South.cfg');
  writeFileSync(south, readFileSync(south, 'utf8')
    .replace('#\nremote-backup-service', '# vrp-ignore rbs-port-mismatch -- moved tomorrow\nremote-backup-service')
    .replace('#\ninterface NULL0', '# vrp-ignore rbs-unused -- never there\ninterface NULL0'));
  const found = JSON.parse((await vrp(['check', folder, '--format', 'json'])).out).findings.map((one: { rule: string }) => one.rule);
  assert.equal(found.filter((rule: string) => rule === 'suppression-unused').length, 1);
  assert.equal(found.includes('rbs-port-mismatch'), false);
});
