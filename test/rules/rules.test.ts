// Every rule's examples hold, with only that rule on: carets where it fires, silence elsewhere, and the text after the fix. In a silent
// example the rules it yields to are on as well: one of them may be the reason for the silence.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../server/src/rules/registry';
import type { FileEdit } from '../../server/src/edits/file-edit';
import { notRules } from '../../server/src/rules/requirements-without-rule';
import { readExample } from '../support/carets';
import { edited, read, workspaceOf } from '../support/check-text';

describe('examples of the rules', () => {
  for (const rule of rules) {
    for (const example of rule.examples) {
      test(`${rule.id}: ${example.title}`, async () => {
        const { files, fixed } = readExample(example.config);
        const silent = files.every((file) => file.marks.length === 0);
        const workspace = await workspaceOf(
          files,
          rules.filter((one) => one === rule || (silent && rule.yields?.includes(one.id))),
        );
        const found = workspace.allFindings().filter((finding) => finding.rule === rule.id);
        const expected = files.flatMap((file) =>
          file.marks.map((mark) => ({
            file: file.name,
            row: mark.row,
            start: mark.start,
            end: mark.end,
            message: mark.message,
          })),
        );
        const actual = found.map((finding) => ({
          file: finding.file,
          row: finding.range.start.line,
          start: finding.range.start.character,
          end: finding.range.end.character,
          message: finding.message,
        }));
        const plain = (list: typeof actual) =>
          list.map(({ file, row, start, end }) => `${file}:${row + 1}:${start + 1}-${end + 1}`).sort();
        assert.deepEqual(plain(actual), plain(expected), `found: ${JSON.stringify(actual, null, 1)}`);
        for (const mark of expected) {
          const finding = actual.find(
            (one) => one.file === mark.file && one.row === mark.row && one.start === mark.start,
          )!;
          assert.ok(finding.message.includes(mark.message), `"${finding.message}" does not say "${mark.message}"`);
        }
        for (const finding of found) {
          assert.ok(
            !/[\r\n]/.test(finding.message) && finding.message.length <= 140,
            `too long or not one line: ${finding.message}`,
          );
        }
        if (!fixed) return;
        const first = found[0];
        assert.ok(first, 'nothing to fix');
        const choice = workspace.fixes(first.file, first.range).find(({ finding }) => finding.rule === rule.id);
        assert.ok(choice, 'no fix offered');
        for (const after of fixed) {
          const before = files.find((file) => file.name === after.name) ?? { text: '' };
          const edits: readonly FileEdit[] = choice.fix.edits.filter((edit) => edit.file === after.name);
          assert.equal(edited(before.text, edits).trimEnd(), after.text.trimEnd(), choice.fix.title);
        }
        const touched = new Set(choice.fix.edits.map((edit) => edit.file));
        for (const name of touched)
          assert.ok(
            fixed.some((file) => file.name === name),
            `the fix also edits ${name}, which the example does not show`,
          );
      });
    }
  }
});

test('ids are unique', () => {
  assert.equal(new Set(rules.map((rule) => rule.id)).size, rules.length);
});

test('every row of the rules table is carried out by a rule, or it is said why not', () => {
  const rows = read('test/rules/requirements.txt')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const carried = new Map<string, string[]>();
  for (const rule of rules) {
    for (const row of typeof rule.check === 'string' ? [rule.check] : rule.check)
      carried.set(row, [...(carried.get(row) ?? []), rule.id]);
  }
  assert.deepEqual(
    rows.filter((row) => !carried.has(row) && notRules[row] === undefined),
    [],
    'rows without a rule or a reason',
  );
  assert.deepEqual(
    rows.filter((row) => carried.has(row) && notRules[row] !== undefined),
    [],
    'rows with both a rule and a reason against it',
  );
  assert.deepEqual(
    [...carried.keys()].filter((row) => row.startsWith('HB-') && !rows.includes(row)),
    [],
    'rows that the table does not have',
  );
});
