// What each rule says of its examples with changes that a seed draws (test/support/drawn-pairs.ts), several at once: a line less, a line
// of the other device, an option more. For each rule how often it speaks, and a sum over all; VRP_ANSWERS=FOLDER writes the texts.
import { after, test } from 'node:test';
import type { Rule } from '../../server/src/diagnostics/rule';
import { rules } from '../../server/src/rules/registry';
import { readExample } from '../support/carets';
import { workspaceOf } from '../support/check-text';
import { drawnFrom } from '../support/drawn-pairs';
import { findingText } from '../support/finding-text';
import { isLong } from '../support/long';
import { isRecording, Recorded } from '../support/recorded';
import { summed } from '../support/summed';

const answers = new Recorded('test/rules/findings/drawn.txt');
/** Of so many rules the examples of one are changed; of all of them in the long walk. */
const step = isLong || isRecording ? 1 : 64;
const drawnEach = 16;

for (const [index, rule] of rules.entries())
  if (index % step === 0)
    test(`${rule.id}: what is drawn from its examples`, async () => {
      const told = await toldOf(rule);
      answers.hold(rule.id, [`${counts(told)}; ${summed(rule.id, told)}`]);
    });

async function toldOf(rule: Rule): Promise<string[]> {
  const told: string[] = [];
  for (const { title, config } of rule.examples) {
    const example = readExample(config).files;
    // The examples stand as they are in other records.
    for (const { files } of drawnFrom({ title, files: example }, drawnEach).slice(1)) {
      const [one, two] = files.map(({ name }) => name);
      const network = two === undefined ? {} : { namedPairs: [[one!, two] as const] };
      const workspace = await workspaceOf(files, [rule], { network });
      told.push(...workspace.allFindings().flatMap((finding) => findingText(workspace, finding)));
    }
  }
  return told;
}

/** `error 12, warning 3` */
function counts(told: readonly string[]): string {
  const found = new Map<string, number>();
  for (const line of told) {
    const [word] = /^[a-z]+/.exec(line) ?? [];
    if (word !== undefined) found.set(word, (found.get(word) ?? 0) + 1);
  }
  return (
    [...found]
      .map(([word, count]) => `${word} ${count}`)
      .sort()
      .join(', ') || 'silent'
  );
}

after(() => answers.save());
