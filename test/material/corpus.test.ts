// Every real file: no throw, no hang, no syntax error, and no error or warning that a person would not sign. They stand in
// corpus-findings.txt, each with the reason why it is right; UPDATE=1 adds new ones with `?` for somebody to look at.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { material, root, vrp } from '../support/check-text';

const corpus = join(material, 'corpus');
const golden = join(root, 'test/material/corpus-findings.txt');

if (!existsSync(corpus)) {
  test('corpus', () => {
    console.log('material absent: 1 checks not run');
  });
} else {
  test('corpus: no syntax error, and only errors and warnings that were looked at', async () => {
    const before = process.cwd();
    process.chdir(corpus);
    try {
      const { out, code, err } = await vrp(['check', '.', '--format', 'json']);
      assert.ok(code === 0 || code === 1, err);
      const report = JSON.parse(out);
      assert.equal(
        report.files.reduce((sum: number, file: { syntaxErrors: number }) => sum + file.syntaxErrors, 0),
        0,
      );
      const { errors, warnings, information, devices, pairs } = report.summary;
      console.log(
        `corpus: ${devices} VRP files of ${report.files.length}, ${pairs} pairs, ${errors} errors, ${warnings} warnings, ${information} information`,
      );
      const found: string[] = report.findings
        .filter((one: { severity: string }) => one.severity === 'error' || one.severity === 'warning')
        .map((one: { file: string; line: number; rule: string }) => `${one.file}:${one.line} ${one.rule}`);
      const known = new Map(
        (existsSync(golden) ? readFileSync(golden, 'utf8') : '')
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith('#'))
          .map((line) => [line.split(' -- ')[0]!, line.split(' -- ')[1] ?? '?'] as const),
      );
      if (process.env.UPDATE) {
        writeFileSync(
          golden,
          `# Errors and warnings over the corpus, each looked at: FILE:LINE RULE -- why it is right\n${found.map((key) => `${key} -- ${known.get(key) ?? '?'}\n`).join('')}`,
        );
      }
      assert.deepEqual(found, [...known.keys()]);
      assert.deepEqual(
        [...known].filter(([, reason]) => reason === '?'),
        [],
        'not looked at',
      );
    } finally {
      process.chdir(before);
    }
  });
}
