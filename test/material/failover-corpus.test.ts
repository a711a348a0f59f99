// Real files two by two, as if each were paired with the next one of its folder: a matrix is made without a throw, every row says
// why and its times make sense, and nothing in it changes when it is made again.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decode } from '../../server/src/main/decode';
import { matrix } from '../../server/src/failover/judgement/matrix';
import { summary } from '../../server/src/failover/judgement/summary';
import { pair } from '../../server/src/model/pairing/pair';
import { material, workspaceOf } from '../support/check-text';

const corpus = join(material, 'corpus');

if (!existsSync(corpus)) {
  test('failover: corpus', () => {
    console.log('material absent: 1 checks not run');
  });
} else {
  test('failover: any two files of the corpus are rehearsed', async () => {
    const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('/.git/'));
    const read = files.flatMap((path) => {
      const bytes = readFileSync(path);
      return bytes.subarray(0, 8192).includes(0)
        ? []
        : [{ name: path.slice(corpus.length + 1), text: decode(bytes).text }];
    });
    const { devices } = (await workspaceOf(read)).network();
    const folder = (file: string) => file.slice(0, file.lastIndexOf('/'));
    const pairs = devices.flatMap((device, index) => {
      const next = devices[index + 1];
      return next && folder(next.file) === folder(device.file) ? [pair(device, next, [])] : [];
    });
    let rows = 0;
    for (const one of pairs) {
      const answer = matrix(one);
      rows += answer.rows.length;
      for (const row of answer.rows) {
        assert.ok(
          row.because.length > 0 && row.text !== '' && !/undefined|NaN|Infinity/.test(row.text),
          `${one.a.file}: ${row.text}`,
        );
        if (row.takeover)
          assert.ok(Number.isFinite(row.takeover.afterSeconds[1]) && row.takeover.afterSeconds[0] >= 0, row.text);
        for (const why of row.because)
          assert.ok(why.line >= 1 && [one.a.file, one.b.file].includes(why.file), why.text);
      }
      for (const group of one.groups) assert.ok(!/undefined|NaN/.test(summary(one, group)));
      assert.equal(JSON.stringify(matrix(one)), JSON.stringify(answer));
    }
    console.log(`corpus: ${pairs.length} pairs, ${rows} rows`);
    assert.ok(pairs.length > 0 && rows > 0);
  });
}
