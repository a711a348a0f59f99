// The SARIF report against the published schema, the schema unabridged but for its prose; and reports that are the same to the
// byte whatever order files come in.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, test } from 'node:test';
import Ajv from 'ajv';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { root, vrp, workspaceOf } from '../../support/check-text';
import { exampleNames } from '../../support/pair-of';

const folder = mkdtempSync(join(tmpdir(), 'vrp-sarif-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: {
    uri: /^[a-z][a-z\d+.-]*:\S+$/i,
    'uri-reference': /^[^\s\\<>"{}|^`]*$/,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/,
  },
});
const valid = ajv.compile(JSON.parse(readFileSync(join(__dirname, 'sarif-2.1.0.schema.json'), 'utf8')));

async function sarif(...args: string[]): Promise<Log> {
  const log = JSON.parse((await vrp(['check', '--format', 'sarif', ...args])).out) as Log;
  assert.ok(valid(log), JSON.stringify(valid.errors, null, 1));
  return log;
}

describe('sarif', () => {
  test('the schema is a strict one', () => {
    assert.equal(valid({ version: '2.1.0', runs: [] }), true);
    assert.equal(valid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, columnkind: 1 }] }), false);
    assert.equal(
      valid({
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'x' } },
            results: [{ message: {}, locations: [{ physicalLocation: { region: { startLine: 0 } } }] }],
          },
        ],
      }),
      false,
    );
  });

  for (const name of exampleNames)
    test(`examples/${name}`, async () => {
      await sarif(join(root, 'examples', name));
    });

  test('all examples at once: findings, peers, fixes, fingerprints', async () => {
    const [run] = (await sarif(join(root, 'examples'))).runs;
    const results = run!.results!;
    assert.ok(results.length > 0);
    for (const result of results) {
      assert.equal(run!.tool.driver.rules![result.ruleIndex!]!.id, result.ruleId);
      assert.match(result.partialFingerprints!['vrpFinding/v1']!, /^[\da-f]{16}$/);
    }
    assert.ok(results.some((result) => result.relatedLocations) && results.some((result) => result.fixes));
    assert.equal(run!.columnKind, 'utf16CodeUnits');
  });

  test('odd names and contents, nothing at all, and what could not be read', async () => {
    const odd = join(folder, 'a b%[1]<ü>.cfg');
    writeFileSync(
      odd,
      '#\nsysname R\u001b1"\n#\ninterface GigabitEthernet0/1/2\n vrrp vrid 300 virtual-ip 10.0.0.1\n#\n',
    );
    const [run] = (await sarif(odd)).runs;
    assert.equal(run!.results!.length > 0, true);
    assert.equal((await sarif(join(root, 'schemas'))).runs[0]!.results!.length, 0);
    const binary = join(folder, 'x.bin');
    writeFileSync(binary, new Uint8Array([1, 0, 2]));
    assert.equal((await sarif(binary)).runs[0]!.invocations![0]!.executionSuccessful, false);
    await sarif('--quiet', join(root, 'examples'));
  });
});

const files = readdirSync(join(root, 'examples'), { withFileTypes: true, recursive: true })
  .filter((dirent) => dirent.isFile())
  .map((dirent) => join(dirent.parentPath, dirent.name))
  .sort();

describe('the same report to the byte', () => {
  for (const format of ['text', 'json', 'sarif', 'github', 'junit']) {
    test(`${format}: whatever the order of the arguments and the number of jobs`, async () => {
      const args = ['check', '--format', format];
      const expected = (await vrp([...args, ...files])).out;
      const changed = [...files.slice(7).reverse(), ...files.slice(0, 7)];
      assert.equal((await vrp([...args, '--jobs', '1', ...changed])).out, expected);
      assert.equal((await vrp([...args, '--jobs', '8', ...[...files].reverse()])).out, expected);
    });
  }

  test('the workspace: whatever the order in which files come, and come again', async () => {
    // Copies make rivals for each pair: ambiguities and choices must not hang on the order either.
    const texts = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const name = relative(root, file);
      return [
        { name, text },
        ...(name.includes('mld')
          ? [
              { name: `copy/${name}`, text },
              { name: `${name}.old`, text },
            ]
          : []),
      ];
    });
    const report = async (order: typeof texts) => {
      const workspace = await workspaceOf(order);
      const { pairs, ambiguities } = workspace.network();
      return JSON.stringify([
        pairs.map((pair) => [pair.a.file, pair.b.file, pair.why]),
        ambiguities.map((ambiguity) => [ambiguity.device.file, ambiguity.candidates.map((two) => two.file)]),
        workspace.allFindings(),
      ]);
    };
    const expected = await report(texts);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(texts, { minLength: texts.length }),
        fc.nat(texts.length - 1),
        async (order, again) => {
          assert.equal(await report([...order, order[again]!]), expected);
        },
      ),
      { numRuns: 15 },
    );
  });
});

test('JUnit: a finding with two ends takes two lines', async () => {
  const { out } = await vrp(['check', join(root, 'examples/mld-mistakes'), '--format', 'junit']);
  assert.match(out, />[^\n<]+\.cfg:\d+:\d+ [^\n<]+\n[^\n<]+\.cfg:\d+ [^\n<]+<\/failure>/);
  assert.doesNotMatch(out, /\\x0a/);
});
