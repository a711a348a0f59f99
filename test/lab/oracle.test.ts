// The measure of `npm run test:lab`, without a lab: what it takes for agreement and what for a difference, and that the generator
// makes what it should.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { FailureEvent } from '../../server/src/failover/simulation/events';
import { pairOf } from '../support/failover-pairs';
import { disagreements, lateness } from './judge';
import { caseOf, type LabCase } from './lab-case';
import { observationOf } from './observation';

const down: FailureEvent = { kind: 'device', change: 'down', device: 'DeviceA', at: 0 };
let dies: LabCase;
before(async () => {
  dies = { seed: 0, pair: await pairOf(), events: [down], speed: 1, pings: false };
});

/** A log of lab.sh; the clock begins at 1000, the first event takes effect at 1010. */
function seen(rows: readonly string[], answers: ReadonlyMap<number, readonly number[]> = new Map()) {
  const rest = ['1001\trole\ta\tg1\tmaster', '1001\trole\tb\tg1\tbackup'];
  const log = [...rest, '1010\tevent\tdevice-down:DeviceA\trest', '1010\teffect\tdevice-down:DeviceA\trest', ...rows];
  return observationOf(`${log.join('\n')}\n`, answers, [1_000_000, 1_020_000]);
}

const gone = '1010\trole\ta\tg1\tinitialize';
const takes = (at: number) => `${1010 + at}\trole\tb\tg1\tmaster`;

describe('roles', () => {
  test('a takeover within its span, or a little late, agrees', () => {
    for (const at of [2.6, 3.4, 3.7]) assert.deepEqual(disagreements(dies, seen([gone, takes(at)])), [], `${at}`);
  });

  test('one that is early, late, missing or too many differs', () => {
    const wrong: readonly (readonly string[])[] = [
      [gone, takes(2.3)],
      [gone, takes(3.9)],
      [gone],
      [gone, takes(3), '1014\trole\tb\tg1\tbackup'],
      [takes(3)],
    ];
    for (const rows of wrong) assert.equal(disagreements(dies, seen(rows)).length > 0, true, rows.join('; '));
  });

  test('roles at rest that are not those of the prediction differ', () => {
    const log = '1001\trole\ta\tg1\tbackup\n1001\trole\tb\tg1\tmaster\n1010\tevent\tx\trest\n1010\teffect\tx\trest\n';
    assert.match(
      disagreements(dies, observationOf(log, new Map(), [0, 1_020_000])).join(),
      /backup at rest, predicted master/,
    );
  });

  test('a role that is told twice is one', () => {
    assert.deepEqual(disagreements(dies, seen([gone, gone, takes(3), takes(3.1)])), []);
  });

  test('an event that did not take effect differs', () => {
    const log = '1001\trole\ta\tg1\tmaster\n1001\trole\tb\tg1\tbackup\n';
    assert.deepEqual(disagreements(dies, observationOf(log, new Map(), [0, 1])), ['0 of 1 events took effect']);
  });

  test('at another speed the spans are as much shorter', () => {
    const fast = { ...dies, speed: 0.5 };
    assert.deepEqual(disagreements(fast, seen([gone, takes(1.5)])), []);
    assert.equal(disagreements(fast, seen([gone, takes(3)])).length, 1);
  });

  test('after a delay keepalived may be later by a master-down interval, and no more', async () => {
    const pair = await pairOf({ group: ['priority 200', 'preempt-mode timer delay 5'] });
    const events: FailureEvent[] = [down, { ...down, change: 'up', at: 10 }];
    const rows = (at: number) => [
      gone,
      takes(3),
      '1020\tevent\tdevice-up:DeviceA\trest',
      '1020\trole\ta\tg1\tbackup',
      '1020\teffect\tdevice-up:DeviceA\trest',
      `${1020 + at}\trole\ta\tg1\tmaster`,
      `${1020 + at}\trole\tb\tg1\tbackup`,
    ];
    const returns = { ...dies, pair, events };
    for (const at of [5.1, 8.5]) assert.deepEqual(disagreements(returns, seen(rows(at))), [], `${at}`);
    for (const at of [4.5, 10]) assert.ok(disagreements(returns, seen(rows(at))).length > 0, `${at}`);
  });
});

describe('what a host misses', () => {
  const asking = () => ({ ...dies, pings: true });
  const answered = (...stretches: readonly (readonly [number, number])[]) =>
    new Map([
      [
        0,
        stretches.flatMap(([from, to]) =>
          Array.from({ length: Math.round((to - from) * 20) + 1 }, (_, index) => from + index / 20),
        ),
      ],
    ]);
  const rows = [gone, takes(3)];

  test('the outage of the prediction, and nothing else', () => {
    assert.deepEqual(disagreements(asking(), seen(rows, answered([1000, 1010], [1013.05, 1020]))), []);
  });

  test('no outage, a longer one, one more', () => {
    for (const answers of [
      answered([1000, 1020]),
      answered([1000, 1010], [1015, 1020]),
      answered([1000, 1010], [1013, 1016], [1018, 1020]),
      answered([1000, 1008], [1013, 1020]),
    ])
      assert.ok(disagreements(asking(), seen(rows, answers)).length > 0);
  });
});

test('an event that came late, or whose moment is not known, is the fault of the machine', () => {
  assert.equal(lateness(dies, seen([])), 0);
  const log = '1010\tevent\tlan-down\trest\n1010.7\teffect\tlan-down\trest\n';
  const lan = { ...dies, events: [{ kind: 'lan', change: 'down', at: 0 } as const] };
  assert.ok(Math.abs(lateness(lan, observationOf(log, new Map(), [0, 1])) - 0.7) < 1e-6);
});

describe('the generator', () => {
  test('a seed gives one case', async () => {
    const [one, two] = [await caseOf(7), await caseOf(7)];
    assert.deepEqual(one.events, two.events);
    assert.equal(one.speed, two.speed);
  });

  test('in its usual seeds every kind occurs', async () => {
    const cases = await Promise.all(Array.from({ length: 64 }, (_, index) => caseOf(index + 1)));
    const groups = cases.flatMap(({ pair }) => pair.groups);
    const has = (what: string, holds: (each: LabCase) => boolean) => assert.ok(cases.some(holds), what);
    const eventsOf = (kind: string, change: string) => (each: LabCase) =>
      each.events.some((event) => event.kind === kind && event.change === change);
    for (const kind of ['device', 'access', 'uplink', 'lan'])
      for (const change of ['down', 'up']) has(`${kind}-${change}`, eventsOf(kind, change));
    has('device-stop', eventsOf('device', 'stop'));
    has('a host that asks', ({ pings }) => pings);
    has('real time', ({ speed }) => speed === 1);
    has('a fifth of the time', ({ speed }) => speed === 0.2);
    for (const family of [4, 6]) assert.ok(groups.some(({ a }) => a.family === family));
    assert.ok(groups.some(({ a }) => a.tracks.some(({ increased }) => increased)));
    assert.ok(groups.some(({ a }) => a.tracks.some(({ reduced }) => reduced)));
    assert.ok(groups.some(({ a, b }) => (a.advertise?.value ?? 100) > 3 * (b.advertise?.value ?? 100)));
    assert.ok(
      groups.some(({ a }) => a.virtualIps.some(({ address }) => /[.:][12]$/.test(address.key))),
      'an owner',
    );
    const flaps = cases.filter(({ events }) =>
      events.some((event, index) => {
        const next = events[index + 1];
        return (
          next?.kind === event.kind && next.device === event.device && next.change === 'up' && next.at - event.at < 3
        );
      }),
    );
    assert.ok(flaps.length > 0, 'a flap shorter than the master-down interval');
  });
});
