// All that each rule says of its examples, with every place, word and edit, and what becomes of it after each small change of them:
// the records beside this file. Carets in the examples tell where, for a reader; this tells the rest.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { rules } from '../../server/src/rules/registry';
import type { Rule } from '../../server/src/diagnostics/rule';
import type { Finding, Workspace } from '../../server/src/workspace/workspace';
import { readExample } from '../support/carets';
import { root, workspaceOf, type NamedText } from '../support/check-text';
import { findingText } from '../support/finding-text';
import { isLong } from '../support/long';
import { isRecording, Recorded } from '../support/recorded';
import { smallChanges, type SmallChange } from '../support/small-changes';

/** Of so many rules one is tried with small changes; of all of them in the long walk. */
const step = 16;

const folderOf = new Map(
  readdirSync(join(root, 'server/src/rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(root, 'server/src/rules', name)).map((file) => [file.replace(/\.ts$/, ''), name] as const),
    ),
);
const folders = new Map<string, Recorded>();
/** The records of a rule's folder, each read once. */
function recordsOf(rule: Rule): Recorded {
  const folder = folderOf.get(rule.id)!;
  const records = folders.get(folder) ?? new Recorded(`test/rules/findings/${folder}.txt`);
  folders.set(folder, records);
  return records;
}

async function allOf(rule: Rule, files: readonly NamedText[]): Promise<string[]> {
  const workspace = await workspaceOf(files, [rule]);
  return findingsOf(rule, workspace).flatMap((finding) => findingText(workspace, finding));
}

function findingsOf(rule: Rule, workspace: Workspace): Finding[] {
  return workspace.allFindings().filter((finding) => finding.rule === rule.id);
}

/** What a rule says, without its places, which move with the rows. */
async function gistOf(rule: Rule, files: readonly NamedText[]): Promise<Gist> {
  const [one, two] = files;
  // Of what is no pair by itself any more a person may say that it is one.
  const network = one && two ? { namedPairs: [[one.name, two.name] as const] } : {};
  const workspace = await workspaceOf(files, [rule], { network });
  const found = findingsOf(rule, workspace);
  return {
    count: found.length,
    severities: found.map(({ severity }) => severity).join(', '),
    words: found
      .map((finding) =>
        findingText(workspace, finding)
          .map((line) => line.replace(/:\d+:[\d:-]+/g, ''))
          .join('\n'),
      )
      .join('\n'),
  };
}

interface Gist {
  readonly count: number;
  readonly severities: string;
  readonly words: string;
}

/** What a change makes of it: undefined where it stays. */
function effect(before: Gist, now: Gist): string | undefined {
  if (now.count !== before.count) return now.count === 0 ? 'silent' : `${now.count} findings`;
  if (now.severities !== before.severities) return now.severities;
  return now.words === before.words ? undefined : 'other words';
}

/** `  without a line: silent DeviceA.cfg 3 7, DeviceB.cfg 4; other words DeviceA.cfg 5` */
async function effectsOf(rule: Rule, files: readonly NamedText[]): Promise<string[]> {
  const before = await gistOf(rule, files);
  const lines: string[] = [];
  for (const [kind, changesOf] of Object.entries(smallChanges)) {
    const places = new Map<string, SmallChange[]>();
    for (const change of changesOf(files)) {
      const what = effect(before, await gistOf(rule, change.files));
      if (what !== undefined) places.set(what, [...(places.get(what) ?? []), change]);
    }
    if (places.size > 0)
      lines.push(`  ${kind}: ${[...places].map(([what, changes]) => `${what} ${placesText(changes)}`).join('; ')}`);
  }
  return lines;
}

function placesText(changes: readonly SmallChange[]): string {
  const files = [...new Set(changes.map(({ file }) => file))];
  return files
    .map((file) => [file, ...changes.filter((one) => one.file === file).map(({ at }) => at)].filter(Boolean).join(' '))
    .join(', ');
}

for (const [index, rule] of rules.entries()) {
  const isChanged = isLong || isRecording || index % step === 0;
  for (const example of rule.examples) {
    const { files } = readExample(example.config);
    const title = `${rule.id}: ${example.title}`;
    test(title, async () => recordsOf(rule).hold(title, await allOf(rule, files)));
    if (isChanged)
      test(`${title}, changed`, async () => recordsOf(rule).hold(`${title}, changed`, await effectsOf(rule, files)));
  }
}

after(() => {
  for (const records of folders.values()) records.save();
});
