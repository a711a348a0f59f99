// Each mutation of a clean pair is found by its rule, at its line, with its severity, and by no other error it does not name;
// the first fix leaves the pair as clean as before. Up to five mutations of different objects at once are all found.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { rules } from '../server/src/rules/index';
import type { Finding, Workspace } from '../server/src/workspace/workspace';
import { edited, root, workspaceOf, type NamedText } from './check';
import { mutations, notMutated, pairs, type Change, type Mutation } from './mutations';

const fileOf = (device: string) => `${device}.cfg`;
const severities = ['error', 'warning'];
const onByDefault = rules.filter((rule) => !rule.off);

function cleanPair(pair: keyof typeof pairs): NamedText[] {
  return pairs[pair].map((device) => ({ name: fileOf(device), text: readFileSync(join(root, 'examples', pair, fileOf(device)), 'utf8') }));
}

function changed(files: readonly NamedText[], changes: readonly Change[]): NamedText[] {
  return files.map((file) => changes.filter(([device]) => fileOf(device) === file.name).reduce((result, [, from, to]) => {
    assert.ok(result.text.includes(from), `${file.name} does not hold "${from}"`);
    return { name: file.name, text: result.text.replace(from, () => to) };
  }, file));
}

function rulesFor(mutation: Mutation) {
  const own = rules.find((rule) => rule.id === mutation.rule)!;
  return own.off ? [...onByDefault, own] : onByDefault;
}

function told(findings: readonly Finding[]): string {
  return findings.map((one) => `${one.severity} ${one.rule} ${one.file}:${one.range.start.line + 1} ${one.message}`).join('\n');
}

/** The mutation's own finding: of its rule, on its line of its device, from either side. */
function ownFinding(mutation: Mutation, files: readonly NamedText[], findings: readonly Finding[]): Finding | undefined {
  const [device, line] = mutation.at;
  const rows = new Map(files.map((file) => [file.name, file.text.split('\n').map((row) => row.trim())]));
  const isIt = (spot: { file: string; range: Finding['range'] } | undefined) => spot?.file === fileOf(device) && rows.get(spot.file)![spot.range.start.line] === line;
  return findings.find((one) => one.rule === mutation.rule && (isIt(one) || isIt(one.peer)));
}

function healed(workspace: Workspace, files: readonly NamedText[], finding: Finding): NamedText[] {
  const [fix] = workspace.fixesOf(finding);
  assert.ok(fix, 'no fix offered');
  return files.map((file) => ({ name: file.name, text: edited(file.text, fix.edits.filter((edit) => edit.file === file.name)) }));
}

test('the example pairs are clean', async () => {
  for (const pair of Object.keys(pairs) as (keyof typeof pairs)[]) {
    const workspace = await workspaceOf(cleanPair(pair));
    assert.equal(told(workspace.allFindings()), '', pair);
    assert.equal(workspace.network().pairs.length, 1, pair);
  }
});

test('every rule has a mutation, or a reason why not', () => {
  const mutated = new Set(mutations.map((mutation) => mutation.rule));
  assert.deepEqual(rules.map((rule) => rule.id).filter((id) => !mutated.has(id) && !notMutated[id]), []);
  assert.deepEqual(Object.keys(notMutated).filter((id) => mutated.has(id)), []);
  const known = new Set(rules.map((rule) => rule.id));
  assert.deepEqual([...mutated, ...Object.keys(notMutated)].filter((id) => !known.has(id)), []);
});

describe('one fault', () => {
  for (const mutation of mutations) {
    test(`${mutation.rule}: ${mutation.at.join(': ')}`, async () => {
      const clean = cleanPair(mutation.pair);
      const active = rulesFor(mutation);
      assert.equal(told((await workspaceOf(clean, active)).allFindings()), '', 'the pair is not clean before');
      const broken = changed(clean, mutation.changes);
      const workspace = await workspaceOf(broken, active);
      const findings = workspace.allFindings();
      const own = ownFinding(mutation, broken, findings);
      assert.ok(own, `not found at its line; found:\n${told(findings)}`);
      assert.equal(own.severity, mutation.severity);
      const others = findings.filter((one) => one !== own && severities.includes(one.severity));
      const unnamed = others.filter((one) => !mutation.also?.includes(one.rule));
      assert.equal(told(unnamed), '', 'more than the fault and its consequences');
      assert.deepEqual((mutation.also ?? []).filter((id) => !others.some((one) => one.rule === id)), [], 'named as a consequence, but it does not fire');
      if (!rules.find((rule) => rule.id === mutation.rule)!.fix || mutation.unhealed || workspace.fixesOf(own).length === 0) return;
      let after = healed(workspace, broken, own);
      if (mutation.each) {
        for (let round = 0; round < 4; round++) {
          const again = await workspaceOf(after, active);
          const next = again.allFindings().find((one) => one.fixable !== null);
          if (!next) break;
          after = healed(again, after, next);
        }
      }
      assert.equal(told((await workspaceOf(after, active)).allFindings()), '', `after the fix "${workspace.fixesOf(own)[0]!.title}"`);
    });
  }
});
