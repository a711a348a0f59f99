// Who is paired with whom and why in networks of files that a seed draws (test/support/drawn-pairs.ts): a pair, copies of its devices
// with other changes, a device of another pair. For each pair that they are drawn from how often, and a sum over all;
// VRP_ANSWERS=FOLDER writes the texts.
import { after, test } from 'node:test';
import type { NamedText } from '../../support/check-text';
import { workspaceOf } from '../../support/check-text';
import { basePairs, drawnFrom, type DrawnPair } from '../../support/drawn-pairs';
import { isLong } from '../../support/long';
import { networkText } from '../../support/network-text';
import { isRecording, Recorded } from '../../support/recorded';
import { summed } from '../../support/summed';

const answers = new Recorded('test/model/pairing/answers/drawn-networks.txt');
/** Of so many pairs one is drawn from; all of them in the long walk. */
const step = isLong || isRecording ? 1 : 24;
const drawnEach = 16;

const bases = basePairs();

for (const [index, base] of bases.entries())
  if (index % step === 0)
    test(`drawn networks: ${base.title}`, async () => {
      const others = bases[(index + 1) % bases.length]!.files;
      const told: string[] = [];
      const drawn = drawnFrom(base, drawnEach);
      for (const [place, one] of drawn.entries())
        told.push(...networkText(await workspaceOf(networkOf(one, drawn[(place + 1) % drawnEach]!, others), [])));
      answers.hold(base.title, [counts(told), summed(base.title, told)]);
    });

/** Once in two times the pair alone. */
function networkOf({ files, random }: DrawnPair, next: DrawnPair, others: readonly NamedText[]): NamedText[] {
  if (random.once(2)) return [...files];
  const copy = random.of(next.files);
  const host = `Copy-${random.below(3)}`;
  const renamed = random.once(2) ? copy.text : copy.text.replace(/^sysname .*$/m, `sysname ${host}`);
  return [
    ...files,
    { name: `copies/${copy.name}`, text: renamed },
    ...(random.once(2) ? [{ name: 'others/other.cfg', text: random.of(others).text }] : []),
  ];
}

/** `ambiguous 2, no pair 3, pair 12` */
function counts(told: readonly string[]): string {
  const found = new Map<string, number>();
  for (const line of told) {
    const [word] = /^(?:ambiguous|no pair|pair)/.exec(line) ?? [];
    if (word !== undefined) found.set(word, (found.get(word) ?? 0) + 1);
  }
  return [...found]
    .map(([word, count]) => `${word} ${count}`)
    .sort()
    .join(', ');
}

after(() => answers.save());
