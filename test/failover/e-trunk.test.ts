// Roles from an E-Trunk: who forwards after each failure and when, with which entries, and what is said of files that keep the two
// ends apart. The times are those of the vendor: Hello packets of a second of which 20 may be missed, 120 s before a role is taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matrix, worstOutcome } from '../../server/src/failover/judgement/matrix';
import { maintenanceOf } from '../../server/src/failover/judgement/maintenance';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import { parseEvent } from '../../server/src/failover/simulation/events';
import type { Rehearsal } from '../../server/src/failover/simulation/rehearsal';
import { eTrunkPairOf, type ETrunkDevice } from '../support/e-trunk-pairs';
import { brief, examplePair, play } from '../support/failover-pairs';

const forced = (mode: string): Partial<ETrunkDevice> => ({ trunk: [`e-trunk mode ${mode}`] });
const withLines = (priority: number, ...lines: string[]): Partial<ETrunkDevice> => ({
  eTrunk: [`priority ${priority}`, ...lines],
});
const briefs = ({ rows }: Rehearsal) => rows.map(brief);
const hits = ({ rows }: Rehearsal) => rows.map((row) => row.hitSeconds);
const rolesAfter = (played: Rehearsal) => {
  const roles: Record<string, string> = { ...played.groups[0]!.roles };
  for (const { role, device } of played.moments) if (role && device) roles[device] = role;
  return [roles['DeviceA'], roles['DeviceB']];
};

test('the master dies: the other one waits for its Hello packets, and it takes its role back after the revert delay', async () => {
  const pair = await eTrunkPairOf();
  const played = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@600');
  assert.deepEqual(briefs(played), [
    'device-down DeviceA: DeviceB 19-20, fresh, survives',
    'device-up DeviceA: DeviceA 120-121, fresh, survives',
  ]);
  assert.deepEqual(hits(played), [
    [19, 20],
    [0, 0],
  ]);
  assert.equal(played.rows[0]!.maxHitSeconds, 60);
  assert.match(played.rows[0]!.because[0]!.text, /takes DeviceA for lost 20 s \(20 x 1 s, the default\)/);
  assert.match(played.rows[1]!.because[1]!.text, /revert delay 120 s, the default/);
});

test('no Hello packets for a while: both were master, which is why the copy is stale; the channel has carried all the time', async () => {
  const pair = await examplePair('examples/igmp-e-trunk', ['Access-East', 'Access-West']);
  const { rows } = play(pair, 'peer-down@0', 'peer-up@100');
  const why = rows[1]!.because.map(({ text }) => text).join('\n');
  assert.match(rows[1]!.text, /IGMP entries stale: what the other half has learned is missing$/);
  assert.match(why, /both were master from 0 s on; what Access-West then learned of its users is taken to be missing/);
  assert.doesNotMatch(why, /nothing passes/);
});

test('of two masters one loses its users link: the other has learned of its own users only', async () => {
  const pair = await examplePair('examples/igmp-e-trunk', ['Access-East', 'Access-West']);
  const row = play(pair, 'peer-down@0', 'access-down:Access-East@60').rows[1]!;
  assert.match(row.text, /Access-West forwards alone on .*, no IGMP entries$/);
  const why = row.because.map(({ text }) => text).join('\n');
  assert.match(
    why,
    /^Access-West: both were master from 0 s on; what Access-East then learned of its users is taken to be missing$/,
  );
});

test('the times of the file: each device names its own in its Hello packets', async () => {
  const pair = await eTrunkPairOf(
    withLines(10, 'timer hello 5', 'timer hold-on-failure multiplier 4', 'timer revert delay 30'),
    withLines(20, 'timer hello 20', 'timer hold-on-failure multiplier 3'),
  );
  const played = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@100', 'device-down:DeviceB@200');
  assert.deepEqual(briefs(played), [
    'device-down DeviceA: DeviceB 1.5-2, fresh, survives',
    'device-up DeviceA: DeviceA 30-32, fresh, survives',
    'device-down DeviceB: nobody, fresh, survives',
  ]);
  assert.deepEqual(played.groups[0]!.masterDownSeconds, { DeviceA: 6, DeviceB: 2 });
});

test('a BFD session finds a lost peer before the Hello packets do, how fast is in no file', async () => {
  for (const line of ['e-trunk track bfd-session session-name p', 'e-trunk bfd enable']) {
    const pair = await eTrunkPairOf({}, withLines(20, line));
    const { rows, unknown } = play(pair, 'device-down:DeviceA@0');
    assert.deepEqual(rows.map(brief), ['device-down DeviceA: DeviceB 0-20, fresh, survives'], line);
    assert.equal(rows[0]!.range?.kind, 'unknown');
    assert.ok(unknown.some(({ text }) => /how fast the BFD session of E-Trunk 1 sees a lost peer/.test(text)));
  }
});

test('two LACP partners for the switch below: a fault at rest, and no row says that users go on where the role moves', async () => {
  const priority = ['lacp e-trunk priority 100'];
  const another = { trunk: ['lacp e-trunk system-id 00e0-fc00-0001'] };
  const events = ['device-down:DeviceA@0', 'device-up:DeviceA@600'];
  for (const [a, b, what] of [
    [{ system: priority }, {}, 'LACP priority'],
    [{}, { system: priority }, 'LACP priority'],
    [another, {}, 'LACP system ID'],
    [{}, another, 'LACP system ID'],
  ] as const) {
    const played = play(await eTrunkPairOf(a, b), ...events);
    assert.deepEqual(briefs(played), [
      'device-down DeviceA: DeviceB 19-20, fresh, unknown',
      'device-up DeviceA: DeviceA 120-121, fresh, unknown',
    ]);
    assert.match(played.rows[0]!.text, /the files do not tell whether the switch below sends the users there$/);
    const fault = played.standing.find(({ rule }) => rule === 'e-trunk-settings-differ');
    assert.match(
      fault?.text ?? '',
      new RegExp(`its ${what} differs on DeviceA and DeviceB: the switch below does not`),
    );
  }
  for (const [a, b] of [
    [{ system: priority }, { system: priority }],
    [another, another],
    [{ system: ['lacp e-trunk priority 32768'] }, {}],
    // What bundles the links is not LACP.
    [{ system: priority, trunk: ['mode manual load-balance'] }, { trunk: ['mode manual load-balance'] }],
  ] as const) {
    const { rows, standing } = play(await eTrunkPairOf(a, b), ...events);
    assert.deepEqual([rows.map(({ outcome }) => outcome), standing], [['survives', 'survives'], []]);
  }
  const parted = await eTrunkPairOf({ system: priority });
  assert.deepEqual(
    briefs(play(parted, 'device-down:DeviceB@0')),
    ['device-down DeviceB: nobody, fresh, survives'],
    'the device that forwards is the same',
  );
  const both = await eTrunkPairOf({ ...forced('force-master'), system: priority }, forced('force-master'));
  assert.deepEqual(
    play(both, 'device-down:DeviceA@0').rows.map(({ outcome }) => outcome),
    ['unknown'],
    'both forward, and the switch bundles the links of one',
  );
});

test('an Eth-Trunk that fails is told to the other device by its Hello packets', async () => {
  const pair = await eTrunkPairOf();
  assert.deepEqual(briefs(play(pair, 'access-down:DeviceA/Eth-Trunk10@0', 'access-up:DeviceA/Eth-Trunk10@50')), [
    'access-down DeviceA Eth-Trunk10: DeviceB 0-1, fresh, survives',
    'access-up DeviceA Eth-Trunk10: DeviceA 120-121, fresh, survives',
  ]);
  assert.deepEqual(briefs(play(pair, 'access-down:DeviceB/Eth-Trunk10@0')), [
    'access-down DeviceB Eth-Trunk10: nobody, fresh, survives',
  ]);
});

test('a device that comes back while the other one fails does not wait out its delay', async () => {
  const pair = await eTrunkPairOf();
  const played = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@100', 'access-down:DeviceB/Eth-Trunk10@150');
  assert.equal(brief(played.rows[2]!), 'access-down DeviceB Eth-Trunk10: DeviceA 0-1, fresh, survives');
  assert.deepEqual(rolesAfter(played), ['master', 'initialize']);
});

test('no way back: the other device stays master, and before anything fails no file tells which is', async () => {
  const pair = await eTrunkPairOf(withLines(10, 'revert disable'));
  const played = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@600');
  assert.match(played.rows[1]!.text, /DeviceB stays master of Eth-Trunk10 in E-Trunk 1/);
  assert.deepEqual(played.groups[0]!.roles, { DeviceA: 'unknown', DeviceB: 'unknown' });
  assert.ok(played.unknown.some(({ text }) => /DeviceA does not take its role .* back/.test(text)));
});

test('equal priorities: the smaller system ID decides, and both courses are played', async () => {
  const pair = await eTrunkPairOf(withLines(20));
  const played = play(pair, 'device-down:DeviceA@0');
  assert.deepEqual(played.groups[0]!.roles, { DeviceA: 'unknown', DeviceB: 'unknown' });
  assert.match(played.rows[0]!.text, /if DeviceA has the smaller system ID: DeviceB is master/);
  assert.match(played.rows[0]!.text, /if DeviceB has the smaller system ID: DeviceB stays master/);
  assert.deepEqual(played.rows[0]!.hitSeconds, [0, 20]);
  assert.ok(played.unknown.some(({ rule }) => rule === 'e-trunk-priorities-equal'));
});

test('Hello packets that stay away while both live make both master, and the better one stays it when they are back', async () => {
  const pair = await eTrunkPairOf();
  const played = play(pair, 'peer-down@0', 'peer-up@100');
  assert.deepEqual(briefs(played), [
    'peer-down: DeviceB 19-20, fresh, survives-stale',
    'peer-up: nobody, stale, survives-stale',
  ]);
  assert.match(played.rows[0]!.text, /both are master .* streams may come twice/);
  assert.deepEqual(rolesAfter(played), ['master', 'backup']);
});

test('the direct link between the devices: Hello packets over it alone are lost with it, those between loopbacks are not', async () => {
  const direct = await eTrunkPairOf({ over: 'link' }, { over: 'link' });
  const [row] = play(direct, 'rbs-down:DeviceA/GigabitEthernet0/1/9@0').rows;
  assert.match(row!.text, /both are master/);
  const away = { peer: 'peer-address 10.8.0.2 source-address 10.8.0.1' };
  const loopback = (own: number) => ['interface LoopBack8', ` ip address 10.8.0.${own} 255.255.255.255`, '#'];
  const apart = await eTrunkPairOf(
    { over: 'link', ...away, rest: loopback(1) },
    { over: 'link', peer: 'peer-address 10.8.0.1 source-address 10.8.0.2', rest: loopback(2) },
  );
  assert.match(play(apart, 'rbs-down:DeviceA/GigabitEthernet0/1/9@0').rows[0]!.text, /DeviceA stays master/);
});

test('an uplink is none of what an E-Trunk sees: nothing switches', async () => {
  const { rows } = play(await eTrunkPairOf(), 'uplink-down:DeviceA@0');
  assert.equal(rows[0]!.outcome, 'no-switchover');
  assert.match(rows[0]!.because[0]!.text, /no fault of a way out/);
});

test('both set to forward: users of the one go on over the other, and nobody waits', async () => {
  const pair = await eTrunkPairOf(forced('force-master'), forced('force-master'));
  const played = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@100');
  assert.deepEqual(briefs(played), [
    'device-down DeviceA: nobody, fresh, survives',
    'device-up DeviceA: DeviceA 0-0, incomplete, survives-stale',
  ]);
  assert.deepEqual(hits(played), [
    [0, 0],
    [0, 0],
  ]);
  const cut = play(pair, 'rbs-down@0', 'device-down:DeviceB@10');
  assert.deepEqual(briefs(cut), [
    'rbs-down: nobody, stale, survives-stale',
    'device-down DeviceB: nobody, stale, survives-stale',
  ]);
  const away = play(pair, 'uplink-down:DeviceA@0');
  assert.equal(away.rows[0]!.outcome, 'no-switchover', 'the switch below goes on sending users to it');
});

test('modes that leave nobody, or two where one is not meant to, are said before anything fails', async () => {
  const nobody = play(await eTrunkPairOf(forced('force-backup')), 'device-down:DeviceB@0');
  assert.ok(nobody.standing.some(({ text }) => /nobody forwards on Eth-Trunk10/.test(text)));
  assert.equal(nobody.rows[0]!.outcome, 'loses-users');
  const two = play(await eTrunkPairOf({}, forced('force-master')));
  assert.ok(two.standing.some(({ text }) => /both forward on Eth-Trunk10/.test(text)));
  const fixed = play(await eTrunkPairOf(forced('force-master'), forced('force-backup')), 'device-down:DeviceA@0');
  assert.equal(fixed.rows[0]!.outcome, 'loses-users', 'a backup by force takes nothing over');
  assert.ok(fixed.rows[0]!.because.some(({ text }) => /DeviceB: e-trunk mode force-backup/.test(text)));
});

test('a master by force takes its role at once when it is back, before the entries are', async () => {
  const pair = await eTrunkPairOf(forced('force-master'));
  const played = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@100');
  assert.equal(played.rows[1]!.takeover?.afterSeconds[1], 0);
  assert.equal(played.rows[1]!.outcome, 'loses-users');
});

test('ends that do not read each other are both master from the start', async () => {
  for (const a of [
    withLines(10, 'security-key simple One-1'),
    { peer: 'peer-address 10.9.0.9 source-address 10.9.0.1' },
    { peer: 'timer hello 10' },
  ]) {
    const played = play(await eTrunkPairOf(a), 'device-down:DeviceA@0');
    assert.deepEqual(played.groups[0]!.roles, { DeviceA: 'master', DeviceB: 'master' });
    assert.ok(
      played.standing.some(({ text }) => /both are master/.test(text)),
      JSON.stringify(a),
    );
    assert.equal(played.rows[0]!.outcome, 'loses-users', 'each has learned of its own users only');
  }
});

test('maintenance: the device is drained by the worst priority, and nobody is hit', async () => {
  const pair = await eTrunkPairOf();
  for (const side of ['a', 'b'] as const) {
    const played = rehearse(pair, maintenanceOf(pair, side));
    assert.deepEqual(
      played.rows.map((row) => [row.outcome, row.hitSeconds]),
      played.rows.map(() => ['survives', [0, 0]]),
      side,
    );
    assert.deepEqual(rolesAfter(played), ['master', 'backup'], side);
  }
});

test('an Eth-Trunk without counterpart: its users have one device', async () => {
  const rest = ['interface Eth-Trunk11', ' ip address 10.6.0.1 255.255.255.0', ' e-trunk 1', '#'];
  const { groups, standing, rows } = play(await eTrunkPairOf({ rest }), 'device-down:DeviceA@0');
  assert.deepEqual(groups[1]!.roles, { DeviceA: 'master' });
  assert.ok(standing.some(({ text }) => /DeviceB has no Eth-Trunk in E-Trunk 1 that answers Eth-Trunk11/.test(text)));
  assert.equal(rows[1]!.outcome, 'loses-users');
});

for (const folder of ['e-trunk-igmp', 'e-trunk-snooping'])
  test(`${folder}: survives every single failure that it is to survive, and the way back`, async () => {
    const pair = await examplePair(`test/pairs/${folder}`, ['Metro-1', 'Metro-2']);
    const { rows, unknown } = matrix(pair);
    const promised = /^(device|access)-(down|up)$/;
    const kept = rows.filter((row) => promised.test(row.event));
    assert.equal(kept.length, 8, 'both devices and both trunks, and their ways back');
    assert.deepEqual(kept.filter((row) => row.outcome !== 'survives').map(brief), []);
    assert.ok(kept.every(({ hitSeconds, maxHitSeconds }) => hitSeconds![1] <= maxHitSeconds));
    assert.ok(!unknown.some(({ text }) => /is not rehearsed: the/.test(text)), 'no users of it are in no row');
    const stop = parseEvent('device-stop:Metro-1@0', pair);
    assert.equal(worstOutcome(pair, typeof stop === 'string' ? [] : [stop]), 'survives');
  });
