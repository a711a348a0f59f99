// What `npm ci` installs is what was looked at, and what ships is listed with its licence.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { test } from 'node:test';
import { read, root } from '../support/check-text';
import { scratch } from '../support/scratch';

const { put } = scratch('lockfile');

const lockfile = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }>;
};

test('lockfile: every package has an integrity hash and names no host', () => {
  for (const [name, { integrity, resolved, link }] of Object.entries(lockfile.packages)) {
    if (name === '' || link) continue;
    assert.match(integrity ?? '', /^sha512-/, name);
    assert.ok(
      resolved === undefined || /^https:\/\/registry\.npmjs\.org\//.test(resolved),
      `${name} comes from ${resolved}`,
    );
  }
});

test('licences: docs/licences.md lists what is in the bundles, all of it free to ship', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/licences.mjs'), '--check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const rows = [...read('docs/licences.md').matchAll(/^\| (\S+) \| (\S+) \| (.+) \|$/gm)].filter(
    (row) => row[1] !== 'package' && row[1] !== '---',
  );
  assert.ok(rows.length > 5);
  for (const [, name, , licence] of rows)
    assert.match(licence!, /^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0|Unlicense)$/, name);
});

test('licences: ThirdPartyNotices.txt holds the text for every package of that list', () => {
  const notices = read('ThirdPartyNotices.txt');
  for (const [, name, version] of read('docs/licences.md').matchAll(/^\| (\S+) \| (\d\S*) \|/gm))
    assert.ok(notices.includes(`${name} ${version}`), `${name} ${version}`);
  const sections = notices.split(/^={80}$/m).slice(1);
  assert.ok(sections.length >= 10);
  for (let at = 1; at < sections.length; at += 2)
    assert.match(
      sections[at]!,
      /Permission (?:is hereby granted|to use, copy)|Redistribution and use|Blue Oak Model License|NOTICES/i,
      sections[at - 1],
    );
});

test('dependencies: an installation of the package brings nothing else and compiles nothing', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, unknown>;
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundledDependencies'])
    assert.equal(manifest[kind], undefined, kind);
  const scripts = Object.keys(manifest.scripts as object);
  assert.deepEqual(
    scripts.filter((name) => /^(?:pre|post)?install$/.test(name)),
    [],
  );
});

test('audit: what is known against a package ends with 1, a registry that does not answer is said and ends with 0', () => {
  const known = {
    auditReportVersion: 2,
    vulnerabilities: { diff: { severity: 'high', via: [{ title: 'It throws' }, 'right'] } },
  };
  const toolsOnly = { auditReportVersion: 2, vulnerabilities: { mocha: { severity: 'high', via: [] } } };
  for (const [answer, status, pattern] of [
    [JSON.stringify(toolsOnly), 0, /nothing is known against what ships/],
    [JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }), 0, /nothing is known against what ships/],
    [JSON.stringify(known), 1, /diff \(high\) It throws; right/],
    [JSON.stringify({ message: '405 Method Not Allowed', error: { summary: '' } }), 0, /the registry does not answer/],
    ['', 0, /the registry does not answer/],
  ] as const) {
    const npm = put(
      'bin/npm',
      `#!/usr/bin/env node\nprocess.stdout.write(${JSON.stringify(answer)}); process.exitCode = 1;\n`,
    );
    chmodSync(npm, 0o755);
    const run = spawnSync(process.execPath, [join(root, 'scripts/audit.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${dirname(npm)}${delimiter}${process.env.PATH}` },
    });
    assert.equal(run.status, status, run.stdout + run.stderr);
    assert.match(run.stdout, pattern);
  }
});
