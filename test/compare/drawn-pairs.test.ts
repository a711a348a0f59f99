// Which view and which line of one device answers which of the other in pairs that a seed draws (test/support/drawn-pairs.ts), and how
// it must stand to it: for each pair that they are drawn from how often, and a sum over all. VRP_ANSWERS=FOLDER writes the texts.
import { after, test } from 'node:test';
import { correspondenceOf, type Correspondence } from '../../server/src/compare/correspondence';
import { policyOf } from '../../server/src/compare/line-policy';
import type { MatchedLine } from '../../server/src/model/lines/matched-line';
import type { Side } from '../../server/src/model/pairing/pair';
import { rowOf } from '../../server/src/model/place';
import type { Workspace } from '../../server/src/workspace/workspace';
import { workspaceOf } from '../support/check-text';
import { basePairs, drawnFrom } from '../support/drawn-pairs';
import { isLong } from '../support/long';
import { isRecording, Recorded } from '../support/recorded';
import { summed } from '../support/summed';

const answers = new Recorded('test/compare/drawn-pairs.txt');
/** Of so many pairs one is drawn from; all of them in the long walk. */
const step = isLong || isRecording ? 1 : 24;
const drawnEach = 16;

for (const [index, base] of basePairs().entries())
  if (index % step === 0)
    test(`drawn pairs: ${base.title}`, async () => {
      const told: string[] = [];
      for (const { files } of drawnFrom(base, drawnEach))
        told.push(...correspondenceText(await workspaceOf(files, [])));
      answers.hold(base.title, [counts(told), summed(base.title, told)]);
    });

function correspondenceText(workspace: Workspace): string[] {
  return workspace.network().pairs.flatMap((pair) => {
    const factsOf = (side: Side) => workspace.snapshot(pair[side].file)!.facts;
    const known = correspondenceOf(pair, factsOf);
    const within = (line: MatchedLine): readonly MatchedLine[] => [line, ...line.lines.flatMap(within)];
    return (['a', 'b'] as const).flatMap((side) => [
      ...[...known[side].views.keys()].map((key) => `view: ${key} = ${known.viewFor(side, key)?.key ?? 'none'}`),
      ...factsOf(side).flatMap((section) =>
        section.lines.flatMap(within).map((line) => `${policyOf(line).kind}: ${answerText(known, side, line)}`),
      ),
    ]);
  });
}

function answerText(known: Correspondence, side: Side, line: MatchedLine): string {
  const answer = known.lineFor(side, line);
  const group = known.groupOf(line);
  const number = group && known.pair.groups.indexOf(group);
  return `${rowOf(line) + 1} ${line.text} = ${answer ? `${rowOf(answer) + 1} ${answer.text}` : 'none'}${number === undefined ? '' : `, group ${number}`}`;
}

/** How many lines there are of each kind, and how many of them nothing answers: `must match 20-3`. */
function counts(told: readonly string[]): string {
  const all = new Map<string, number>();
  const alone = new Map<string, number>();
  const add = (to: Map<string, number>, kind: string) => to.set(kind, (to.get(kind) ?? 0) + 1);
  for (const text of told) {
    const kind = text.slice(0, text.indexOf(':'));
    add(all, kind);
    if (/ = none(?:,|$)/.test(text)) add(alone, kind);
  }
  return [...all]
    .map(([kind, count]) => `${kind} ${count}, alone ${alone.get(kind) ?? 0}`)
    .sort()
    .join('; ');
}

after(() => answers.save());
