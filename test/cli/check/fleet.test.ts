// Many files are checked in parts, by workers and from a cache: the report is the same, byte for byte, whoever did the parts.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { checkWhole } from '../../../server/src/cli/check/whole';
import { jsonReport } from '../../../server/src/cli/reports/json';
import { sarifReport } from '../../../server/src/cli/reports/sarif';
import { decode } from '../../../server/src/main/decode';
import { nodeFiles } from '../../../server/src/main/files';
import { rules } from '../../../server/src/rules/registry';
import { root, vrp } from '../../support/check-text';
import { carrier } from '../../bench/text';
import { loadSyntax } from '../../support/wasm';

const folder = mkdtempSync(join(tmpdir(), 'vrp-fleet-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const fleet = join(folder, 'fleet');
for (let site = 0; site < 12; site++) {
  const at = join(fleet, `site-${String(site).padStart(2, '0')}`);
  mkdirSync(at, { recursive: true });
  for (const own of [0, 1] as const) {
    const text = carrier(own, 120, site);
    writeFileSync(
      join(at, `${'AB'[own]}.cfg`),
      site % 3 === 1 && own === 1
        ? text.replace('port 2000', 'port 2001').replace('priority 120', 'priority 190')
        : text,
    );
  }
}
writeFileSync(join(fleet, 'notes.txt'), 'nothing of a router\n');
writeFileSync(join(fleet, 'binary.bin'), new Uint8Array([1, 0, 2, 0]));
const sets = [fleet, join(root, 'examples'), join(root, 'test/pairs')];

/** Small as the fleet is, all workers are started. */
const atOnce = { ...process.env, VRP_WORKERS_AT_ONCE: '1' };

function built(args: readonly string[], cwd = root): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, 'dist/cli.js'), ...args],
      { cwd, env: atOnce, maxBuffer: 1 << 28 },
      (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

describe('a check in parts', () => {
  for (const set of sets) {
    test(`${set.slice(set.lastIndexOf('/') + 1)}: what one check of all files gives`, async () => {
      await loadSyntax();
      const io = { files: nodeFiles, decode, error: () => undefined, version: '0.0.0-test' } as unknown as Parameters<
        typeof checkWhole
      >[1];
      const whole = checkWhole([set], io, { rules: rules.filter((rule) => !rule.off), quiet: true });
      assert.equal((await vrp(['check', set, '--format', 'json'])).out, jsonReport(whole));
      assert.equal(
        (await vrp(['check', set, '--format', 'sarif'])).out,
        sarifReport(whole, {
          version: '0.0.0-test',
          colors: false,
          fails: () => true,
          folder: nodeFiles.absolute('.'),
        }),
      );
    });
  }

  test('by any number of workers', async () => {
    for (const format of ['json', 'sarif', 'text']) {
      const [first, ...others] = await Promise.all(
        ['1', '2', '5'].map((jobs) => built(['check', fleet, '--format', format, '--jobs', jobs])),
      );
      assert.equal(first!.code, 1);
      assert.ok(first!.out.includes('rbs-port-mismatch'));
      for (const other of others) assert.deepEqual(other, first);
    }
  });
});

test('no more workers than files, however many are asked for', async () => {
  let hired = 0;
  const worker = () => {
    hired++;
    return { ask: () => Promise.reject(new Error('it is enough')), end: () => undefined };
  };
  assert.equal(
    (await vrp(['check', join(root, 'examples/mld'), '--jobs', '99999'], undefined, { worker, workersAtOnce: true }))
      .code,
    3,
  );
  assert.equal(hired, 1, 'beside this thread');
});

test('no worker where there is little to do', async () => {
  const worker = () => assert.fail('a worker was started');
  assert.equal((await vrp(['check', fleet, '--jobs', '8'], undefined, { worker })).code, 1);
});

describe('a cache', () => {
  const cached = (...more: string[]) => vrp(['check', fleet, '--format', 'json', ...more]);
  const place = join(fleet, 'kept');

  test('gives the same report, and follows every change of the files, the rules and the baseline', async () => {
    const plain = await cached();
    assert.deepEqual(await cached('--cache', place), plain);
    const written = readFileSync(join(place, 'check.bin'));
    assert.deepEqual(await cached('--cache', place), plain);
    assert.deepEqual(readFileSync(join(place, 'check.bin')), written, 'nothing new is written');
    const changed = join(fleet, 'site-02/B.cfg');
    const before = readFileSync(changed, 'utf8');
    writeFileSync(changed, before.replace('port 2000', 'port 2002'));
    const fault = await cached('--cache', place);
    assert.notEqual(fault.out, plain.out);
    rmSync(join(place, 'check.bin'));
    assert.deepEqual(await cached('--cache', place), fault);
    assert.deepEqual(
      await cached('--cache', place, '--ignore', 'rbs-port-mismatch'),
      await vrp(['check', fleet, '--format', 'json', '--ignore', 'rbs-port-mismatch', '--cache', join(fleet, 'kept')]),
    );
    writeFileSync(changed, before);
    assert.deepEqual(await cached('--cache', place), plain);
  });

  test('is only believed as it was written', async () => {
    const plain = await cached('--cache', place);
    const file = join(place, 'check.bin');
    const whole = readFileSync(file);
    for (const broken of [
      new Uint8Array(),
      whole.subarray(0, 40),
      whole.subarray(0, whole.length >> 1),
      Buffer.concat([whole, whole]),
      Buffer.from(whole).fill(7, 100, 130),
      Buffer.from('{}'),
    ]) {
      writeFileSync(file, broken);
      assert.deepEqual(await cached('--cache', place), plain);
      const anew = readFileSync(file);
      assert.deepEqual(await cached('--cache', place), plain);
      assert.deepEqual(readFileSync(file), anew, 'it is written anew, and whole');
    }
    assert.deepEqual(readdirSync(place), ['check.bin'], 'nothing is left beside it');
  });

  test('stands in .vrp-cache where no folder is named', async () => {
    const here = await built(['check', '.', '--cache', '--format', 'json'], join(fleet, 'site-00'));
    assert.deepEqual(await built(['check', '.', '--cache', '--format', 'json'], join(fleet, 'site-00')), here);
    assert.ok(statSync(join(fleet, 'site-00/.vrp-cache/check.bin')).size > 0);
    assert.ok(!here.out.includes('.vrp-cache'));
  });

  test('that cannot be written is said, and the report stands', async () => {
    const { code, out, err } = await cached('--cache', join(fleet, 'notes.txt'));
    assert.equal(code, 1);
    assert.ok(out.length > 0);
    assert.match(err, /the cache was not written/);
  });
});
