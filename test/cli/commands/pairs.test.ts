// test/pairs/<case>/: configurations and, in expected.txt, what `vrp check` prints for them. UPDATE=1 rewrites what is expected.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, vrp } from '../../support/check-text';

for (const name of readdirSync(join(root, 'test/pairs')).sort()) {
  test(`pair ${name}`, async () => {
    const folder = join(root, 'test/pairs', name);
    const before = process.cwd();
    process.chdir(folder);
    try {
      const { out } = await vrp([
        'check',
        ...readdirSync('.')
          .filter((file) => file.endsWith('.cfg'))
          .sort(),
      ]);
      if (process.env.UPDATE || !existsSync('expected.txt')) writeFileSync('expected.txt', out);
      assert.equal(out, readFileSync('expected.txt', 'utf8'));
    } finally {
      process.chdir(before);
    }
  });
}
