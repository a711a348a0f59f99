// Take a device out and bring it back: its roles are drained, it restarts, waits its delay; and the moments at which users are hit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maintenanceOf } from '../../server/src/failover/judgement/maintenance';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import { hitsOf } from '../../server/src/failover/report/hits';
import { spelledEvent } from '../../server/src/failover/simulation/events';
import type { Pair } from '../../server/src/model/pairing/pair';
import { pairs } from '../support/mutations';
import { brief, examplePair, pairOf, play } from '../support/failover-pairs';

const up = (priority: number, ...lines: string[]) => ({ group: [`priority ${priority}`, ...lines] });
const hitsIn = (pair: Pair, side: 'a' | 'b') => hitsOf(rehearse(pair, maintenanceOf(pair, side)));

test('the clean pairs hit nobody, whichever device is taken out', async () => {
  for (const [name, devices] of Object.entries(pairs)) {
    const pair = await examplePair(`examples/${name}`, devices);
    for (const side of ['a', 'b'] as const) {
      const { rows } = rehearse(pair, maintenanceOf(pair, side));
      assert.equal(new Set(rows.map((row) => row.event)).size, 3, name);
      assert.deepEqual(hitsIn(pair, side), [], `${name} ${side}`);
      assert.deepEqual(rows.filter((row) => row.outcome === 'loses-users').map(brief), [], `${name} ${side}`);
    }
  }
});

test('drain, restart and return are three events, each when the one before has settled', async () => {
  const pair = await pairOf(up(200, 'preempt-mode timer delay 600'));
  assert.deepEqual(maintenanceOf(pair, 'a').map(spelledEvent), [
    'priority-down:DeviceA@0',
    'device-stop:DeviceA@60',
    'device-up:DeviceA@660',
  ]);
  assert.equal(spelledEvent(maintenanceOf(pair, 'a', 120)[2]!), 'device-up:DeviceA@180');
  const slow = await pairOf(up(200, 'preempt-mode timer delay 600'), up(120, 'preempt-mode timer delay 300'));
  assert.equal(spelledEvent(maintenanceOf(slow, 'a')[1]!), 'device-stop:DeviceA@360');
});

test('a delay that is too short brings users back to a device without their entries', async () => {
  const pair = await pairOf(up(200, 'preempt-mode timer delay 10'));
  assert.deepEqual(
    hitsIn(pair, 'a').map(({ from, to }) => [from, to]),
    [[[670, 671], null]],
  );
});

test('a backup that does not preempt leaves the role where it is: the restart hits users', async () => {
  const pair = await pairOf(up(200, 'preempt-mode timer delay 600'), up(120, 'preempt-mode disable'));
  const { rows } = rehearse(pair, maintenanceOf(pair, 'a'));
  assert.deepEqual(rows[0]!.masters, ['DeviceA']);
  assert.deepEqual(
    hitsIn(pair, 'a').map(({ from, to }) => [from, to]),
    [
      [
        [60, 60],
        [60.53, 60.53],
      ],
    ],
  );
});

test('a drained device is the lower one until it has its priorities back or restarts; an address owner cannot be drained', async () => {
  const pair = await pairOf(up(200, 'preempt-mode timer delay 600'));
  const { rows } = play(pair, 'priority-down:DeviceA@0', 'priority-up:DeviceA@1000');
  assert.deepEqual(rows.map(brief), [
    'priority-down DeviceA: DeviceB 0-3.53, fresh, survives',
    'priority-up DeviceA: DeviceA 600-601, fresh, survives',
  ]);
  const virtual = '2001:DB8:5::1';
  const owner = await pairOf({ virtual }, { virtual });
  assert.deepEqual(play(owner, 'priority-down:DeviceA@0').rows[0]!.masters, ['DeviceA']);
});

test('several failures: each moment at which users are hit once, in order', async () => {
  const pair = await pairOf(up(200, 'preempt-mode timer delay 600'));
  const hits = hitsOf(play(pair, 'access-down:DeviceA@0', 'access-up:DeviceA@1', 'device-down:DeviceB@300'));
  assert.deepEqual(
    hits.map(({ from, to, group }) => [from, to, group]),
    [
      [[0, 0], [2.53, 3.53], 0],
      [[300, 300], [302.22, 303.22], 0],
    ],
  );
});
