// Real files: redacted they give the same findings, every line is recognised as before, and what was masked was a secret: no word
// but the last of a line that speaks of one is gone.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { secretsIn } from '../../server/src/model/secrets';
import { material, vrp } from '../support/check-text';

const corpus = join(material, 'corpus');

if (!existsSync(corpus)) {
  test('redact: corpus', () => {
    console.log('material absent: 1 checks not run');
  });
} else {
  test('redact: the corpus says the same afterwards and holds no secret', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'vrp-redact-')), 'out');
    try {
      const { code, out: text } = await vrp(['redact', corpus, '--out', out]);
      assert.equal(code, 0);
      console.log(text.trim().replace(/ to .*:/, ':'));
      const report = async (path: string) =>
        JSON.parse((await vrp(['check', path, '--format', 'json'])).out.replaceAll(path, ''));
      const [before, after] = [await report(corpus), await report(out)];
      assert.deepEqual(after.findings, before.findings);
      assert.deepEqual(after.pairs, before.pairs);
      const copied = new Set(after.files.map((file: { path: string }) => file.path));
      assert.deepEqual(
        after.files,
        before.files.filter((file: { path: string; vrp: boolean }) => file.vrp || copied.has(file.path)),
      );
      for (const { path } of after.files) {
        const [was, is] = [corpus, out].map((folder) =>
          readFileSync(join(folder, path)).toString('latin1').split('\n'),
        );
        is!.forEach((line, row) => {
          if (line === was![row]) return;
          assert.match(
            was![row]!,
            /cipher|password|simple|key|pass-phrase|md5|community|pass\b/i,
            `${path}:${row + 1}`,
          );
          assert.ok(
            secretsIn(line).every(({ start, end }) => /^"?REDACTED-\d+"?$/.test(line.slice(start, end))),
            `${path}:${row + 1}`,
          );
        });
      }
    } finally {
      rmSync(join(out, '..'), { recursive: true, force: true });
    }
  });
}
