// Every rule's examples hold, with only that rule on: carets where it fires, silence elsewhere, and the text after the fix. In a silent
// example the rules it yields to are on as well: one of them may be the reason for the silence.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../server/src/rules/registry';
import type { FileEdit } from '../../server/src/edits/file-edit';
import { requirements } from '../../scripts/requirements';
import { requirementsOf } from '../../scripts/requirements-page';
import { readExample } from '../support/carets';
import { edited, workspaceOf } from '../support/check-text';
import { longest } from '../support/message-faults';

describe('examples of the rules', () => {
  for (const rule of rules) {
    for (const example of rule.examples) {
      test(`${rule.id}: ${example.title}`, async () => {
        const { files, fixed } = readExample(example.config);
        const silent = files.every((file) => file.marks.length === 0);
        const workspace = await workspaceOf(
          files,
          rules.filter((one) => one === rule || (silent && rule.supersededBy?.includes(one.id))),
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
            !/[\r\n]/.test(finding.message) && finding.message.length <= longest,
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

test('every requirement is carried out by a rule, or it is said why not', () => {
  const carried = new Set(rules.flatMap(requirementsOf));
  const listed = [...requirements];
  assert.deepEqual(
    listed.filter(([id, requirement]) => !carried.has(id) && requirement.noRule === undefined).map(([id]) => id),
    [],
    'requirements without a rule or a reason',
  );
  assert.deepEqual(
    listed.filter(([id, requirement]) => carried.has(id) && requirement.noRule !== undefined).map(([id]) => id),
    [],
    'requirements with both a rule and a reason against it',
  );
  assert.deepEqual(
    [...carried].filter((id) => !requirements.has(id)),
    [],
    'requirements that the list does not have: give each its sentence in scripts/requirements.ts',
  );
  assert.ok(
    listed.every(([, requirement]) => /^[A-Z`].*[.)]$/.test(requirement.text)),
    'a requirement is a sentence',
  );
});
