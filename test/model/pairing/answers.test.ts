// What is paired with what, and which line corresponds to which: of every pair of the project, of these with a fault, and of a small
// pair with each of its lines changed. The records stand in `answers/`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { correspondenceOf } from '../../../server/src/compare/correspondence';
import type { MatchedLine } from '../../../server/src/model/lines/matched-line';
import type { Workspace } from '../../../server/src/workspace/workspace';
import { root, workspaceOf, type NamedText } from '../../support/check-text';
import { isLong } from '../../support/long';
import { networkText } from '../../support/network-text';
import { isRecording, Recorded } from '../../support/recorded';
import { smallChanges } from '../../support/small-changes';
import { configurationsIn } from '../../support/spoilt-pairs';
import { mutated, titledMutations } from '../../support/told-messages';

const pairs = new Recorded('test/model/pairing/answers/pairs.txt');
const lines = new Recorded('test/model/pairing/answers/lines.txt');
const changes = new Recorded('test/model/pairing/answers/changes.txt');
/** Of so many changes one is tried; all of them in the long walk. */
const step = isLong || isRecording ? 1 : 16;

function withInner(found: readonly MatchedLine[]): MatchedLine[] {
  return found.flatMap((line) => [line, ...withInner(line.lines)]);
}

/** For each row of the first file the row of the other that corresponds to it, and the rows that alone have none. */
function linesText(workspace: Workspace): string[] {
  return workspace.network().pairs.map((pair) => {
    const known = correspondenceOf(pair, (side) => workspace.snapshot(pair[side].file)!.facts);
    const rowsOf = (side: 'a' | 'b') =>
      workspace.snapshot(pair[side].file)!.facts.flatMap((section) =>
        withInner(section.lines).map((line) => {
          const counterpart = known.lineFor(side, line);
          const own = line.anchor.row + line.row + 1;
          return counterpart ? `${own}=${counterpart.anchor.row + counterpart.row + 1}` : `${own}-`;
        }),
      );
    return `${rowsOf('a').join(' ')} | ${rowsOf('b')
      .filter((row) => row.endsWith('-'))
      .join(' ')}`;
  });
}

const differences = (before: readonly string[], now: readonly string[]) => [
  ...before.filter((line) => !now.includes(line)).map((line) => `- ${line.trim()}`),
  ...now.filter((line) => !before.includes(line)).map((line) => `+ ${line.trim()}`),
];

/** The pairs of these files, and what answers what. */
async function gistOf(files: readonly NamedText[]): Promise<string[]> {
  return networkText(await workspaceOf(files, []));
}

for (const folder of ['examples', 'test/pairs', 'test/prove'])
  for (const name of readdirSync(join(root, folder))) {
    const files = configurationsIn(`${folder}/${name}`);
    if (files.length === 0) continue;
    test(`answers: ${folder}/${name}`, async () => {
      const workspace = await workspaceOf(files, []);
      pairs.hold(`${folder}/${name}`, networkText(workspace));
      lines.hold(`${folder}/${name}`, linesText(workspace));
    });
  }

test('answers: all examples at once', async () => {
  const files = readdirSync(join(root, 'examples')).flatMap((name) =>
    configurationsIn(`examples/${name}`).map(({ name: file, text }) => ({ name: `${name}/${file}`, text })),
  );
  pairs.hold('all examples at once', networkText(await workspaceOf(files, [])));
});

test('answers: faults of the pairs', async () => {
  for (const [index, [title, mutation]] of titledMutations().entries()) {
    if (index % step !== 0) continue;
    const before = await gistOf(configurationsIn(`examples/${mutation.pair}`));
    const workspace = await workspaceOf(mutated(mutation), []);
    changes.hold(title, differences(before, networkText(workspace)));
  }
});

for (const name of ['mld', 'ds-lite', 'nat-bras', 'igmp-e-trunk'])
  test(`answers: changes of ${name}`, async () => {
    const files = configurationsIn(`examples/${name}`);
    const before = await gistOf(files);
    for (const kind of ['another number', 'a section again', 'without a last word'])
      for (const [index, { at, file, files: others }] of smallChanges[kind]!(files).entries())
        if (index % step === 0)
          changes.hold(`${name}, ${kind}: ${file} ${at}`, differences(before, await gistOf(others)));
  });

after(() => {
  for (const records of [pairs, lines, changes]) records.save();
});
