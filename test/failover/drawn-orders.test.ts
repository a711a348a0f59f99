// What the rehearsal answers of pairs and orders of events that a seed draws (test/support/drawn-pairs.ts), all of it in a few words
// for each pair that they are drawn from: how often each outcome comes, and a sum over the whole text. With VRP_ANSWERS=FOLDER the
// texts themselves are written there: those of two states of the program show what differs.
import { after, test } from 'node:test';
import { matrix, singleFailures } from '../../server/src/failover/judgement/matrix';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import type { FailureEvent } from '../../server/src/failover/simulation/events';
import { deviceNames, sides } from '../../server/src/failover/simulation/names';
import type { Rehearsal } from '../../server/src/failover/simulation/rehearsal';
import { stageOf } from '../../server/src/failover/simulation/stage';
import type { Pair } from '../../server/src/model/pairing/pair';
import type { Random } from '../lab/random';
import { workspaceOf } from '../support/check-text';
import { basePairs, drawnFrom } from '../support/drawn-pairs';
import { isLong } from '../support/long';
import { isRecording, Recorded } from '../support/recorded';
import { rehearsalText } from '../support/rehearsal-text';
import { summed } from '../support/summed';

const orders = new Recorded('test/failover/answers/drawn-orders.txt');
/** Of so many pairs one is drawn from; all of them in the long walk. */
const step = isLong || isRecording ? 1 : 24;
const drawnEach = 12;

for (const [index, base] of basePairs().entries())
  if (index % step === 0)
    test(`drawn orders: ${base.title}`, async () => {
      const rehearsals: Rehearsal[] = [];
      for (const { files, random } of drawnFrom(base, drawnEach))
        for (const pair of (await workspaceOf(files, [])).network().pairs)
          rehearsals.push(random.once(2) ? matrix(pair) : rehearse(pair, eventsOf(pair, random)));
      orders.hold(base.title, [counts(rehearsals), summed(base.title, rehearsals.flatMap(rehearsalText))]);
    });

/** Two to six of what may happen, the next before the last has ended or long after it. */
function eventsOf(pair: Pair, random: Random): FailureEvent[] {
  const names = deviceNames(pair);
  const failures: readonly FailureEvent[] = [
    ...singleFailures(stageOf(pair)),
    ...sides.map((side) => ({ kind: 'device' as const, change: 'stop' as const, device: names[side], at: 0 })),
    ...sides.flatMap((side) =>
      pair.groups.map((group) => ({
        kind: 'lan' as const,
        change: 'down' as const,
        device: names[side],
        part: group[side].interfaceName,
        at: 0,
      })),
    ),
    { kind: 'lan', change: 'down', at: 0 },
    ...sides.map((side) => ({ kind: 'priority' as const, change: 'down' as const, device: names[side], at: 0 })),
  ];
  const events: FailureEvent[] = [];
  let at = 0;
  for (let left = 2 + random.below(5); left > 0; left--) {
    const failed = events.filter(({ change }) => change !== 'up');
    const returns = failed.length > 0 && random.once(2);
    // Once in a while something returns that has not failed, or under another name.
    events.push(
      returns
        ? { ...random.of(failed), change: 'up', at }
        : { ...random.of(failures), ...(random.once(8) ? { change: 'up' } : {}), at },
    );
    at += random.of([0, 1, 3, 10, 30, 200, 1000]);
  }
  return events;
}

/** `survives 12, loses-users 3` */
function counts(rehearsals: readonly Rehearsal[]): string {
  const found = new Map<string, number>();
  for (const { rows } of rehearsals) for (const { outcome } of rows) found.set(outcome, (found.get(outcome) ?? 0) + 1);
  return [...found]
    .map(([outcome, count]) => `${outcome} ${count}`)
    .sort()
    .join(', ');
}

after(() => orders.save());
