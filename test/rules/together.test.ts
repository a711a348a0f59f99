// What all rules say side by side, of each other's examples and of the pairs of the project. A guard that no example of a rule is about
// is often what keeps it silent in those of another.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { rules } from '../../server/src/rules/registry';
import { readExample } from '../support/carets';
import { root, workspaceOf, type NamedText } from '../support/check-text';
import { findingText } from '../support/finding-text';
import { isLong } from '../support/long';
import { isRecording, Recorded } from '../support/recorded';
import { configurationsIn } from '../support/spoilt-pairs';

/** Of so many rules the examples of one are read; of all of them in the long walk. */
const step = 16;
const byRule = new Recorded('test/rules/findings/elsewhere.txt');
const ofPairs = new Recorded('test/rules/findings/pairs.txt');

/** `rbs-unused 2, rbs-without-ssl 2`: how often each rule speaks that the example is not about. */
async function others(files: readonly NamedText[], own: string): Promise<string> {
  const counts = new Map<string, number>();
  for (const { rule } of (await workspaceOf(files, rules)).allFindings())
    if (rule !== own) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .map(([rule, count]) => `${rule} ${count}`)
    .sort()
    .join(', ');
}

for (const [index, rule] of rules.entries())
  if (isLong || isRecording || index % step === 0)
    test(`together: the examples of ${rule.id}`, async () => {
      const lines: string[] = [];
      for (const { title, config } of rule.examples) {
        const told = await others(readExample(config).files, rule.id);
        if (told !== '') lines.push(`${title}: ${told}`);
      }
      byRule.hold(rule.id, lines);
    });

for (const folder of ['examples', 'test/pairs', 'test/prove'])
  for (const name of readdirSync(join(root, folder))) {
    const files = configurationsIn(`${folder}/${name}`);
    if (files.length === 0) continue;
    test(`together: ${folder}/${name}`, async () => {
      const workspace = await workspaceOf(files, rules);
      ofPairs.hold(
        `${folder}/${name}`,
        workspace.allFindings().flatMap((finding) => findingText(workspace, finding)),
      );
    });
  }

after(() => {
  byRule.save();
  ofPairs.save();
});
