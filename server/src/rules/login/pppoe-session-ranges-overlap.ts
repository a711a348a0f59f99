// Both devices answer PPPoE under one MAC address: each gives session numbers of its own range.
import type { Device } from '../../model/device';
import { rbp } from '../../catalogue';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Fact } from '../../model/place';
import { number } from '../../model/read/line-values';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

interface Numbers {
  readonly device: Device;
  readonly line: MatchedLine;
  readonly first: Fact<number>;
  readonly last: Fact<number>;
}

/** What the vendor advises for the two devices. */
const halves = [
  [1, 32767],
  [32768, 65534],
] as const;

export default pairRule<readonly [Numbers, Numbers]>({
  id: 'pppoe-session-ranges-overlap',
  requirement: 'HB-BR-SESSIONS',
  title: 'The two devices assign the same PPPoE session numbers',
  severity: 'warning',
  why: 'After a switchover a session that is taken over has the number of one that is there: one of the two users is cut off.',
  guide: ['vendor command reference: pppoe-server rui'],
  *check(pair) {
    const [ofA, ofB] = [numbersOf(pair.a), numbersOf(pair.b)];
    if (!ofA || !ofB || ofA.first.value > ofB.last.value || ofB.first.value > ofA.last.value) return;
    if (isReversed(ofA) || isReversed(ofB)) return;
    const message = `${pair.b.name}: pppoe-server session-id ${textOf(ofB)} overlaps ${textOf(ofA)} of ${pair.a.name}: session numbers collide after a switchover; give each device a half`;
    yield { at: ofB.line, message, peer: { at: ofA.line, message }, facts: [ofA, ofB] };
  },
  fix([ofA, ofB]) {
    // Whoever begins lower keeps the lower half.
    const [lower, upper] = ofA.first.value <= ofB.first.value ? [ofA, ofB] : [ofB, ofA];
    const edits = [lower, upper].flatMap(({ first, last }, half) => [
      ...(first.value === halves[half]![0] ? [] : [replace(first.at, String(halves[half]![0]))]),
      ...(last.value === halves[half]![1] ? [] : [replace(last.at, String(halves[half]![1]))]),
    ]);
    const title = `Give ${lower.device.name} 1-32767 and ${upper.device.name} 32768-65534`;
    return [{ title, edits, safe: false }];
  },
  examples: [
    {
      title: 'A copied line',
      config:
        device('DeviceA', 1, [1, 32767]) +
        device('DeviceB', 2, [1, 32767]).replace(
          '32767',
          `32767
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: pppoe-server session-id 1-32767 overlaps 1-32767 of DeviceA: session numbers collide after a switchover; give each device a half`,
        ) +
        `
        fixed:${device('DeviceB', 2, [32768, 65534])}`,
    },
    { title: 'Halves', config: device('DeviceA', 1, [1, 32767]) + device('DeviceB', 2, [32768, 65534]) },
  ],
});

function numbersOf(device: Device): Numbers | undefined {
  const line = (device.system.get(rbp.pppoeSessions.id) ?? []).at(-1);
  const [first, last] = [line && number(line, 'first-id'), line && number(line, 'last-id')];
  return line && first && last && !line.match?.undo ? { device, line, first, last } : undefined;
}

function isReversed({ first, last }: Numbers): boolean {
  return first.value > last.value;
}

function textOf({ first, last }: Numbers): string {
  return `${first.value}-${last.value}`;
}

function device(name: string, own: 1 | 2, [first, last]: readonly [number, number]): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.9.0', 2000)}
        #
        pppoe-server rui remote-mac session-id start-session-id ${first} end-session-id ${last}
        #`;
}
