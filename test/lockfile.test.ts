// What `npm ci` installs is what was looked at, and what ships is listed with its licence.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { read, root } from './check';

const lockfile = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }> };

test('lockfile: every package has an integrity hash and names no host', () => {
  for (const [name, { integrity, resolved, link }] of Object.entries(lockfile.packages)) {
    if (name === '' || link) continue;
    assert.match(integrity ?? '', /^sha512-/, name);
    assert.ok(resolved === undefined || /^https:\/\/registry\.npmjs\.org\//.test(resolved), `${name} comes from ${resolved}`);
  }
});

test('licences: docs/licences.md lists what is in the bundles, all of it free to ship', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/licences.mjs'), '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const rows = [...read('docs/licences.md').matchAll(/^\| (\S+) \| (\S+) \| (.+) \|$/gm)].filter((row) => row[1] !== 'package' && row[1] !== '---');
  assert.ok(rows.length > 5);
  for (const [, name, , licence] of rows) assert.match(licence!, /^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0|Unlicense)$/, name);
});
