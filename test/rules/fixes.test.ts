// A fix leaves the pair right, not only silent: after every fix of every mutation the pair says what it said before the mutation, or
// the list below says why another pair is as good. What is safe only ever brings the pair nearer to what it was, also where two
// faults meet; and two values that are exchanged come back with one fix.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fixed } from '../../server/src/cli/check/fix';
import type { Fix } from '../../server/src/diagnostics/rule';
import { rules } from '../../server/src/rules/registry';
import type { Finding, Workspace } from '../../server/src/workspace/workspace';
import { edited, root, workspaceOf, type NamedText } from '../support/check-text';
import { isLong, partOf } from '../support/long';
import { difference, meaningOfAll } from '../support/meaning';
import { mutations, pairs, type Change, type Mutation } from '../support/mutations';
import { anotherRightPair, exchanges } from '../support/fix-outcomes';

const fileOf = (device: string) => `${device}.cfg`;
const onByDefault = rules.filter((rule) => !rule.off);

function cleanPair(pair: keyof typeof pairs): NamedText[] {
  return pairs[pair].map((device) => ({
    name: fileOf(device),
    text: readFileSync(join(root, 'examples', pair, fileOf(device)), 'utf8'),
  }));
}

/** Undefined where a text that a change replaces is not there: another change has taken it. */
function changed(files: readonly NamedText[], changes: readonly Change[]): NamedText[] | undefined {
  const texts = new Map(files.map((file) => [file.name, file.text]));
  for (const [device, from, to] of changes) {
    const text = texts.get(fileOf(device))!;
    if (!text.includes(from)) return undefined;
    texts.set(
      fileOf(device),
      text.replace(from, () => to),
    );
  }
  return files.map(({ name }) => ({ name, text: texts.get(name)! }));
}

function applied(files: readonly NamedText[], fix: Fix): NamedText[] {
  return files.map(({ name, text }) => ({
    name,
    text: edited(
      text,
      fix.edits.filter((edit) => edit.file === name),
    ),
  }));
}

const rulesFor = (mutation: Mutation) => [
  ...onByDefault,
  ...rules.filter((rule) => rule.off && rule.id === mutation.rule),
];
const faultsIn = (workspace: Workspace) =>
  workspace.allFindings().filter(({ severity }) => severity === 'error' || severity === 'warning');
const reported = (findings: readonly Finding[]) =>
  findings
    .map(
      (finding) =>
        `${finding.severity} ${finding.rule} ${finding.file}:${finding.range.start.line + 1} ${finding.message}`,
    )
    .join('\n');

/** `restored`: the pair says what it said before. `nearer`: a part of the fault is gone, and nothing new is there. */
type Outcome = 'restored' | 'nearer' | 'silent' | 'told';

async function outcomeOf(clean: readonly NamedText[], broken: readonly NamedText[], fix: Fix): Promise<Outcome> {
  const [before, after] = [await meaningOfAll(clean), await meaningOfAll(applied(broken, fix))];
  const was = new Set(difference(before, await meaningOfAll(broken)));
  const left = difference(before, after);
  if (left.length === 0) return 'restored';
  if (left.length < was.size && left.every((one) => was.has(one))) return 'nearer';
  return faultsIn(await workspaceOf(applied(broken, fix))).length === 0 ? 'silent' : 'told';
}

describe('every fix of every mutation', () => {
  for (const mutation of partOf(mutations, 3)) {
    test(`${mutation.rule}: ${mutation.at.join(': ')}`, async () => {
      const clean = cleanPair(mutation.pair);
      const broken = changed(clean, mutation.changes)!;
      const workspace = await workspaceOf(broken, rulesFor(mutation));
      for (const finding of workspace.allFindings()) {
        const fixes = workspace.fixesOf(finding);
        const outcomes: Outcome[] = [];
        for (const fix of fixes) outcomes.push(await outcomeOf(clean, broken, fix));
        const isHealed = outcomes.some((outcome) => outcome === 'restored' || outcome === 'nearer');
        fixes.forEach((fix, index) => {
          const outcome = outcomes[index]!;
          if (outcome === 'restored' || outcome === 'nearer') return;
          // The files do not tell which device is right: each choice gives a pair that agrees, and one of them is the old one.
          if (isHealed && !fix.safe && outcome === 'silent') return;
          const why = anotherRightPair.find((one) => one.rule === finding.rule && one.title.test(fix.title));
          assert.ok(why && !fix.safe, `"${fix.title}" of ${reported([finding])}\ngives another pair (${outcome})`);
        });
      }
    });
  }
});

test('the list of pairs that are as good holds nothing that is not needed', () => {
  const known = new Set(rules.map(({ id }) => id));
  assert.deepEqual(
    anotherRightPair.map(({ rule }) => rule).filter((id) => !known.has(id)),
    [],
  );
});

/** Numbers that look random and are the same in every run. */
function* randomNumbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** A line that was wrong before stays that line where its head is mended. */
function withoutHead(one: string): string {
  return one.slice(one.lastIndexOf(' > ') + 1);
}

function oneLineTwice(clean: readonly NamedText[], first: Mutation, second: Mutation): boolean {
  const rowsOf = ({ changes }: Mutation): string[] =>
    changes.flatMap(([file, from]) => {
      const text = clean.find(({ name }) => name.startsWith(file))?.text ?? '';
      const start = text.slice(0, text.indexOf(from)).split('\n').length;
      return from.split('\n').map((_, index) => `${file}:${start + index}`);
    });
  const rows = new Set(rowsOf(first));
  return rowsOf(second).some((row) => rows.has(row));
}

function mutatedTwice(count: number, seed: number) {
  const random = randomNumbers(seed);
  // What a rule that is off would tell is not told here.
  const usable = mutations.filter((mutation) => onByDefault.some((rule) => rule.id === mutation.rule));
  const pick = <One>(list: readonly One[]) => list[Math.floor(random.next().value! * list.length)]!;
  const found: { readonly both: readonly [Mutation, Mutation]; clean: NamedText[]; broken: NamedText[] }[] = [];
  while (found.length < count) {
    const first = pick(usable);
    const second = pick(usable.filter((mutation) => mutation.pair === first.pair && mutation !== first));
    const clean = cleanPair(first.pair);
    // A line with two faults of which one is mended is nearer to the right one, and no line that was there before.
    if (oneLineTwice(clean, first, second)) continue;
    const once = changed(clean, first.changes);
    const broken = once && changed(once, second.changes);
    if (broken) found.push({ both: [first, second], clean, broken });
  }
  return found;
}

test(
  'what is safe brings two faults at once nearer to the right pair, and hides none',
  { timeout: 120_000 },
  async () => {
    for (const { both, clean, broken } of mutatedTwice(isLong ? 200 : 60, 20261129)) {
      const name = both.map((mutation) => `${mutation.rule} (${mutation.at.join(': ')})`).join(' with ');
      const before = await meaningOfAll(clean);
      const was = new Set(difference(before, await meaningOfAll(broken)).map(withoutHead));
      const findings = (await workspaceOf(broken)).allFindings();
      const after = withSafeFixes(broken);
      const left = difference(before, await meaningOfAll(after.files));
      assert.deepEqual(
        left.filter((one) => !was.has(withoutHead(one))),
        [],
        `${name}: ${after.titles.join('; ')}`,
      );
      if (left.length === 0 || findings.length === 0) continue;
      assert.ok((await workspaceOf(after.files)).allFindings().length > 0, `${name}: silent and still wrong`);
    }
  },
);

function withSafeFixes(files: readonly NamedText[]): {
  readonly files: NamedText[];
  readonly titles: readonly string[];
} {
  const sources = files.map(({ name, text }) => ({
    path: name,
    bytes: new Uint8Array(),
    decoded: { text, encoding: 'utf-8' as const },
  }));
  const result = fixed(sources, {}, false);
  const texts = new Map(result.changed.map(({ source, text }) => [source.path, text]));
  return { files: files.map((file) => ({ ...file, text: texts.get(file.name) ?? file.text })), titles: result.applied };
}

describe('two values that are exchanged', () => {
  for (const { title, pair, before, changes } of exchanges) {
    test(`${title}: one finding, one fix`, async () => {
      const clean = changed(cleanPair(pair), before ?? [])!;
      const broken = changed(clean, changes)!;
      const workspace = await workspaceOf(broken);
      const findings = faultsIn(workspace);
      assert.equal(findings.length, 1, reported(findings));
      const outcomes = await Promise.all(workspace.fixesOf(findings[0]!).map((fix) => outcomeOf(clean, broken, fix)));
      assert.ok(outcomes.includes('restored'), outcomes.join());
    });
  }
});
