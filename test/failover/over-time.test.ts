// What users suffer, over the whole time that is played: flaps, repairs before a takeover, several events, outages that are too long
// to survive, groups that serve the same users, and who is no user at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rehearsal, Row } from '../../server/src/failover/simulation/rehearsal';
import { matrix } from '../../server/src/failover/judgement/matrix';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import { hitsOf } from '../../server/src/failover/report/hits';
import { parseEvent } from '../../server/src/failover/simulation/events';
import { pairs } from '../support/mutations';
import { workspaceOf } from '../support/check-text';
import { brief, deviceText, examplePair, pairFrom, pairOf, play } from '../support/failover-pairs';

const up = (priority: number, ...lines: string[]) => ({ group: [`priority ${priority}`, ...lines] });
const uplink = 'GigabitEthernet0/1/2';
const hit = ({ rows }: Rehearsal) => rows.map((row) => row.hitSeconds);
const outcomesOf = ({ rows }: Rehearsal) => rows.map((row) => row.outcome);

test('a flap shorter than master-down: users wait for the backup, not for the way back', async () => {
  const mld = await examplePair('examples/mld', pairs.mld);
  const flap = play(mld, 'access-down:BRAS-North@0', 'access-up:BRAS-North@1');
  assert.deepEqual(hit(flap), [
    [5.14, 7.14],
    [4.14, 6.14],
  ]);
  assert.deepEqual(outcomesOf(flap), ['survives', 'survives']);
  assert.deepEqual(
    flap.rows.map((row) => row.outages),
    [[{ from: [0, 0], to: [5.14, 7.14], certain: true }], [{ from: [1, 1], to: [5.14, 7.14], certain: true }]],
  );
  for (const family of [4, 6] as const) {
    const pair = await pairOf({ family, ...up(200, 'preempt-mode timer delay 9') }, { family });
    assert.deepEqual(hit(play(pair, 'access-down:DeviceA@0', 'access-up:DeviceA@2'))[1], [0.53, 1.53], `IPv${family}`);
  }
});

test('a device that is back before the other has taken over: what is left of the outage, then its own return', async () => {
  const mld = await examplePair('examples/mld', pairs.mld);
  const { rows } = play(mld, 'device-down:BRAS-North@0', 'device-up:BRAS-North@3');
  assert.deepEqual(rows[0]!.hitSeconds, [5.14, 7.14]);
  assert.deepEqual(rows[1]!.hitSeconds, [2.14, 4.14]);
});

test('a follower on the users own link: no device holds the role, and both rows say that users are lost', async () => {
  const pair = await examplePair('examples/ds-lite', pairs['ds-lite']);
  const { rows } = play(pair, 'access-down:Translator-1/GigabitEthernet0/2/6@0');
  assert.deepEqual(
    rows.map((row) => [row.vrid, row.outcome, row.hitSeconds]),
    [
      [44, 'loses-users', null],
      [45, 'loses-users', null],
    ],
  );
  assert.match(rows[1]!.text, /nobody becomes master of VRRP group 45, nobody forwards for its users$/);
  assert.match(rows[0]!.text, /its users depend on VRRP group 45 too: loses users$/);
});

test('the board of the master: gateway and board move in the same seconds, and both rows say so', async () => {
  const pair = await examplePair('examples/ds-lite', pairs['ds-lite']);
  for (const event of [
    'board-down:Translator-1@0',
    'rbs-down:Translator-1/Eth-Trunk8@0',
    'device-down:Translator-1@0',
  ]) {
    const { rows } = play(pair, event);
    assert.equal(rows.length, 2, event);
    assert.deepEqual(rows[0]!.hitSeconds, rows[1]!.hitSeconds, event);
    assert.equal(rows[0]!.outcome, rows[1]!.outcome, event);
  }
});

test('the other device dies while the master is cut off: the reason is the way out that nothing tracks', async () => {
  const mld = await examplePair('examples/mld', pairs.mld);
  const { rows } = play(mld, 'uplink-down:BRAS-North/GigabitEthernet0/2/9@0', 'device-down:BRAS-South@10');
  assert.deepEqual(outcomesOf({ rows } as Rehearsal), ['no-switchover', 'loses-users']);
  const why = rows[1]!.because.map((one) => one.text);
  assert.ok(
    why.some((text) => /its way out over GigabitEthernet0\/2\/9 is down since 0 s/.test(text)),
    why.join('\n'),
  );
  assert.ok(rows[1]!.because.some((one) => one.rule === 'vrrp-uplink-not-tracked'));
  assert.ok(why.some((text) => /BRAS-South is down since 10 s/.test(text)));
  assert.ok(!why.some((text) => /copy is empty/.test(text)));
});

test('a dead router is no reason that its group does not run', async () => {
  const { rows } = play(await pairOf(), 'access-down:DeviceB@0', 'device-down:DeviceA@20');
  assert.equal(rows[1]!.outcome, 'loses-users');
  const why = rows[1]!.because.map((one) => one.text).join('\n');
  assert.match(why, /DeviceA is down since 20 s/);
  assert.doesNotMatch(why, /not running/);
});

test('the uplink of the backup is back before it takes over: users are served, and nobody stays master who is none', async () => {
  const pair = await pairOf(up(150, `track ipv6 interface ${uplink} reduced 60`), up(100));
  const { rows } = play(
    pair,
    `uplink-down:DeviceA/${uplink}@0`,
    'access-down:DeviceB@9.1',
    `uplink-up:DeviceA/${uplink}@11.3`,
  );
  const [, fails, back] = rows;
  assert.equal(fails!.outcome, 'survives');
  assert.ok(fails!.hitSeconds![1] < 4, JSON.stringify(fails!.hitSeconds));
  assert.doesNotMatch(back!.text, /stays/);
  assert.equal(back!.takeover!.to, 'DeviceA');
  assert.ok(back!.hitSeconds![1] > 0);
});

test('the backup waits out a delay while the master is cut off: no session lives through it', async () => {
  const pair = await pairOf(
    up(200, `track ipv6 interface ${uplink} reduced 90`),
    up(120, 'preempt-mode timer delay 300'),
  );
  const event = `uplink-down:DeviceA/${uplink}@0`;
  const [row] = play(pair, event).rows;
  assert.equal(row!.outcome, 'interrupted');
  assert.deepEqual(row!.hitSeconds, [300, 301]);
  assert.equal(row!.maxHitSeconds, 10.59, 'three times the longer master-down');
  assert.match(row!.text, /users are interrupted for 300-301 s, more than the 10.59 s/);
  assert.ok(row!.because.some((one) => one.rule === 'vrrp-preempt-delay-on-backup'));
  const parsed = parseEvent(event, pair);
  assert.ok(typeof parsed !== 'string');
  assert.equal(rehearse(pair, [parsed], { maxHit: 301 }).rows[0]!.outcome, 'survives');
  assert.equal(rehearse(pair, [parsed], { maxHit: 300 }).rows[0]!.outcome, 'interrupted');
});

test('a repair before the takeover: users were without service until then', async () => {
  const pair = await pairOf(
    up(200, `track ipv6 interface ${uplink} reduced 90`),
    up(120, 'preempt-mode timer delay 300'),
  );
  const { rows } = play(pair, `uplink-down:DeviceA/${uplink}@0`, `uplink-up:DeviceA/${uplink}@100`);
  assert.deepEqual(rows[0]!.hitSeconds, [100, 100]);
  assert.equal(rows[0]!.outcome, 'interrupted');
  assert.deepEqual(rows[1]!.hitSeconds, [0, 0]);
});

test('every failure that is survived is survived within its bound, in the clean pairs', async () => {
  for (const [name, devices] of Object.entries(pairs)) {
    const { rows } = matrix(await examplePair(`examples/${name}`, devices));
    for (const row of rows) {
      if (row.outcome !== 'survives') continue;
      assert.ok(row.hitSeconds && row.hitSeconds[1] <= row.maxHitSeconds, `${name}: ${brief(row)}`);
    }
    assert.ok(!rows.some((row) => row.outcome === 'interrupted'), name);
  }
});

test('whoever is master: nobody holds the role only where users are lost', async () => {
  const examples = [
    ...Object.entries(pairs).map(([name, devices]) => [`examples/${name}`, devices] as const),
    ['examples/dhcpv6-relay', ['Edge-1', 'Edge-2']] as const,
    ['examples/mld-mistakes', ['BRAS-North', 'BRAS-South']] as const,
    ['test/pairs/mld-five-faults', ['North', 'South']] as const,
  ];
  const held = (row: Row) => row.masters.length > 0 || row.outcome === 'loses-users';
  for (const [folder, devices] of examples) {
    const { rows } = matrix(await examplePair(folder, devices));
    assert.deepEqual(rows.filter((row) => !held(row)).map(brief), [], folder);
  }
});

test('an access link without users of a service is in none of its rows', async () => {
  const nd = await examplePair('examples/nd', pairs.nd);
  const { rows } = matrix(nd);
  const trunk = rows.filter((row) => row.part === 'Eth-Trunk17');
  assert.deepEqual(trunk.filter((row) => row.services.includes('nd')).map(brief), []);
  assert.ok(trunk.length > 0 && trunk.every((row) => row.eTrunk?.id === 7), 'those who have it are in theirs');
});

test('users behind another interface than the group: their link fails, and nothing switches', async () => {
  const users = (own: 1 | 2) => [
    'interface GigabitEthernet0/1/6.10',
    ' vlan-type dot1q 10',
    ` ip address 10.60.0.${own} 255.255.255.0`,
    ' remote-backup-profile p1',
    '#',
  ];
  const pair = await pairOf(
    { family: 4, service: 'arp', rest: users(1) },
    { family: 4, service: 'arp', rest: users(2) },
  );
  const { rows } = play(pair, 'access-down:DeviceA/GigabitEthernet0/1/6@0');
  assert.equal(rows[0]!.outcome, 'loses-users');
  assert.match(rows[0]!.text, /stays master of VRRP group 1 and its users' link is down/);
});

test('the channel to a third router is no way out', async () => {
  const third = [
    'remote-backup-service third',
    ' peer 10.7.0.3 source 10.7.0.1 port 6007',
    '#',
    'interface GigabitEthernet0/2/1',
    ' ip address 10.7.0.1 255.255.255.0',
    '#',
  ];
  const pair = await pairOf({ rest: third });
  const { rows, unknown } = matrix(pair);
  assert.ok(!rows.some((row) => row.part === 'GigabitEthernet0/2/1' && row.event.startsWith('uplink')));
  assert.ok(!rows.some((row) => /GigabitEthernet0\/2\/1/.test(row.text)), 'nor a detour for the true one');
  assert.ok(unknown.some((one) => /third backs up to 10.7.0.3, a third router/.test(one.text)));
});

test('another sub-interface of the port to a third router may be a way out', async () => {
  const third = [
    'remote-backup-service third',
    ' peer 10.7.0.3 source 10.7.0.1 port 6007',
    '#',
    'interface GigabitEthernet0/2/1.20',
    ' vlan-type dot1q 20',
    ' ip address 10.7.0.1 255.255.255.0',
    '#',
  ];
  const way = [
    'interface GigabitEthernet0/2/1.10',
    ' vlan-type dot1q 10',
    ' ip address 10.78.0.1 255.255.255.0',
    ' isis enable 1',
    '#',
  ];
  const uplinks = async (...rest: string[]) =>
    matrix(await pairOf({ rest })).rows.flatMap((row) => (row.event === 'uplink-down' ? (row.part ?? []) : []));
  assert.ok((await uplinks(...third, ...way)).includes('GigabitEthernet0/2/1'));
  assert.ok(!(await uplinks(...third)).includes('GigabitEthernet0/2/1'));
});

test('a link between the two devices alone has no row of its own as a way out, but for a group that tracks it', async () => {
  const link = (own: 2 | 3, mask: string) => [
    'interface GigabitEthernet0/2/5',
    ` ip address 10.6.0.${own} ${mask}`,
    ' isis enable 1',
    '#',
  ];
  const uplinksOf = async (mask: string, ...tracks: string[]) => {
    const pair = await pairOf({ ...up(200, ...tracks), rest: link(2, mask) }, { ...up(120), rest: link(3, mask) });
    const { rows } = matrix(pair);
    return new Set(rows.flatMap((row) => (row.event === 'uplink-down' ? [`${row.device} ${row.part}`] : [])));
  };
  const port = 'GigabitEthernet0/2/5';
  for (const mask of ['255.255.255.252', '255.255.255.254']) {
    const found = await uplinksOf(mask);
    assert.ok(!found.has(`DeviceA ${port}`) && !found.has(`DeviceB ${port}`), mask);
  }
  assert.ok((await uplinksOf('255.255.255.0')).has(`DeviceA ${port}`), 'a network has room for others');
  assert.ok((await uplinksOf('255.255.255.252', `track interface ${port}`)).has(`DeviceA ${port}`));
});

test('a part of a device has a row for those who depend on it only', async () => {
  const pair = await examplePair('examples/ds-lite', pairs['ds-lite']);
  const of = (event: string) => play(pair, event).rows.map((row) => row.vrid);
  assert.deepEqual(of('access-down:Translator-2/GigabitEthernet0/2/6@0'), [45]);
  assert.deepEqual(of('board-down:Translator-2/4@0'), [44]);
  assert.deepEqual(of('uplink-down:Translator-2/GigabitEthernet0/2/0@0'), [44, 45]);
  const nd = await examplePair('examples/nd', pairs.nd);
  const { rows } = play(nd, 'access-down:Campus-East/Eth-Trunk17@0');
  assert.deepEqual(
    rows.map((row) => [row.services, row.eTrunk]),
    [[['arp', 'igmp'], { id: 7, trunks: 'Eth-Trunk17' }]],
  );
});

test('a backup service that reaches a third router over the network leaves its way out one', async () => {
  const far = [
    'remote-backup-service third',
    ' peer 192.0.2.3 source 10.7.0.1 port 6007',
    '#',
    'interface GigabitEthernet0/2/1',
    ' ip address 10.7.0.1 255.255.255.0',
    '#',
  ];
  const { rows } = matrix(await pairOf({ rest: far }));
  assert.ok(rows.some((row) => row.part === 'GigabitEthernet0/2/1' && row.event === 'uplink-down'));
});

test('only the two devices are rehearsed, and that is said', async () => {
  const { unknown } = play(await pairOf());
  assert.ok(unknown.some((one) => /a third router in VRRP6 group 1 would change the answer/.test(one.text)));
});

test('the LAN is whole again: what is missing is inferred, and the network learns of the winner with its next advertisement', async () => {
  for (const [name, devices] of Object.entries(pairs)) {
    // The LAN of the users carries a follower, and the group that it follows does not see it fail.
    if (name === 'ds-lite' || name === 'igmp-management') continue;
    const { rows } = matrix(await examplePair(`examples/${name}`, devices));
    // On the link of two boards there are no users who learn, and of a mere gateway nobody does.
    const ofBoards = ['nat', 'nat64', 'ds-lite'];
    for (const row of rows.filter(
      ({ event, services }) =>
        event === 'lan-up' && services.length > 0 && !services.some((service) => ofBoards.includes(service)),
    )) {
      assert.ok(!row.because.some((one) => /nothing passes/.test(one.text)), `${name}: ${row.text}`);
      assert.ok(
        row.because.some((one) => one.source === 'inferred'),
        `${name}: ${row.text}`,
      );
      assert.deepEqual(row.hitSeconds, [0, name === 'dhcpv6-relay-clean' ? 3 : 2], name);
    }
  }
});

test('a master that stops in good order is not silent', async () => {
  const { moments, rows } = play(await pairOf(), 'device-stop:DeviceA@0');
  const taken = moments.find((one) => one.role === 'master' && one.device === 'DeviceB')!;
  assert.match(taken.text, /the master has left in good order$/);
  assert.deepEqual(rows[0]!.hitSeconds, [0.53, 0.53]);
});

test('one of two ways out fails and the role moves: from nothing to the whole wait', async () => {
  const second = ['interface GigabitEthernet0/1/7', ' ip address 10.77.0.1 255.255.255.0', ' isis enable 1', '#'];
  const pair = await pairOf({ ...up(200, `track ipv6 interface ${uplink} reduced 90`), rest: second });
  const [row] = play(pair, `uplink-down:DeviceA/${uplink}@0`).rows;
  assert.equal(row!.takeover!.to, 'DeviceB');
  assert.deepEqual(row!.outages, [{ from: [0, 0], to: [0, 3.53], certain: false }]);
});

test('a range says what it is: the spread of the protocol, two readings of the sources, or what no file tells', async () => {
  const tracked = await pairOf(up(200, `track ipv6 interface ${uplink} reduced 90`, 'preempt-mode timer delay 60'));
  const kind = (event: string, at = 0) => play(tracked, ...event.split(' ')).rows[at]!.range?.kind;
  assert.equal(kind('device-down:DeviceA@0'), 'spread');
  assert.equal(kind('device-stop:DeviceA@0'), 'exact');
  assert.equal(kind(`uplink-down:DeviceA/${uplink}@0`), 'readings');
  assert.equal(kind('device-down:DeviceA@0 device-up:DeviceA@100', 1), 'spread');
  assert.equal(kind('device-down:DeviceB@0'), undefined, 'nobody takes over');
  const silent = await pairOf({ ...up(200, 'preempt-mode timer delay 60'), firstPacket: 'default' });
  assert.equal(play(silent, 'device-down:DeviceA@0', 'device-up:DeviceA@100').rows[1]!.range!.kind, 'unknown');
  const equal = await pairOf(up(120));
  assert.match(
    play(equal, 'device-down:DeviceA@0').rows[0]!.range!.text,
    /the files do not tell which device was master/,
  );
  const { moments } = play(tracked, `uplink-down:DeviceA/${uplink}@0`);
  assert.equal(moments.find((one) => one.role === 'master' && one.device === 'DeviceB')!.range!.kind, 'readings');
});

test('the LAN of a follower parts: the other side of it has no gateway', async () => {
  const pair = await examplePair('examples/ds-lite', pairs['ds-lite']);
  const { rows } = play(pair, 'lan-down:Translator-1/GigabitEthernet0/2/6@0', 'lan-up:Translator-1@100');
  assert.deepEqual(
    rows.map((row) => [row.event, row.vrid, row.outcome]),
    [
      ['lan-down', 44, 'loses-users'],
      ['lan-down', 45, 'loses-users'],
      ['lan-up', 44, 'survives'],
    ],
  );
  assert.match(rows[1]!.text, /users on the side of Translator-2 have no gateway$/);
});

test('users whom the new master does not answer are without service until that is repaired', async () => {
  const [row] = play(await pairOf({}, { virtual: '2001:DB8:5::98' }), 'device-down:DeviceA@0').rows;
  assert.equal(row!.outcome, 'loses-users');
  assert.deepEqual(row!.outages.at(-1), { from: [2.53, 3.53], to: null, certain: true });
});

test('a device in two pairs: the other pair is named as not rehearsed', async () => {
  const other = (own: 1 | 2, name: string) =>
    deviceText({ name, own, vrid: 9, virtual: '2001:DB8:5::77', group: ['priority 120'] })
      .replaceAll('2001:DB8:5::', '2001:DB8:8::')
      .replaceAll('10.9.0.', '10.8.0.')
      .replaceAll('10.40', '10.50')
      .replaceAll('0/1/', '0/2/')
      .replaceAll('s1', 's2')
      .replaceAll('p1', 'p2')
      .replace('backup-id 7', 'backup-id 8');
  const both =
    deviceText({ name: 'DeviceA', own: 1, group: ['priority 200'] }).replace(/return\n$/, '') +
    other(1, 'DeviceA').replace(/^sysname.*\n/, '');
  const files = [
    { name: 'A.cfg', text: both },
    { name: 'B.cfg', text: deviceText({ name: 'DeviceB', own: 2, group: ['priority 120'] }) },
    { name: 'C.cfg', text: other(2, 'DeviceC') },
  ];
  const found = (await workspaceOf(files)).network().pairs;
  assert.equal(found.length, 2);
  for (const pair of found) {
    const { rows, unknown } = matrix(pair);
    const channels = ['GigabitEthernet0/1/0', 'GigabitEthernet0/2/0'];
    assert.ok(!rows.some((row) => row.event.startsWith('uplink') && channels.includes(row.part ?? '')));
    assert.ok(unknown.some((one) => one.file === 'A.cfg' && /a third router/.test(one.text)));
  }
  assert.ok(await pairFrom(files.slice(0, 2)));
});

test('a later event before the role moves: the row says what keeps the new master from serving', async () => {
  const pair = await pairOf(up(200), up(120));
  const { rows } = play(pair, 'device-down:DeviceA@0', 'uplink-down:DeviceB@1', 'uplink-up:DeviceB@60');
  assert.equal(rows[0]!.outcome, 'loses-users');
  const why = rows[0]!.because.map(({ text }) => text).join('\n');
  assert.match(why, new RegExp(`^DeviceB: its way out over ${uplink} is down since 1 s`));
});

test('a stale copy is due to the failure that stopped it, whatever has failed since', async () => {
  const pair = await pairOf(up(200, 'preempt-mode timer delay 600'), up(120));
  const { rows } = play(pair, 'rbs-down@0', 'device-down:DeviceA@700', 'rbs-up@710');
  for (const row of rows.slice(1)) {
    const why = row.because.map(({ text }) => text).join('\n');
    assert.match(why, /nothing passes since 0 s/, row.text);
    assert.doesNotMatch(why, /since 700 s/, row.text);
  }
});

test('two masters, and one of them dies: the times at which users are hit name both', async () => {
  const pair = await pairOf(up(200), up(120));
  const played = play(pair, 'lan-down@0', 'device-down:DeviceA@20');
  assert.equal(played.rows[1]!.outcome, 'loses-users');
  assert.deepEqual(played.rows[1]!.outages, [{ from: [20, 20], to: null, certain: true, partition: 'DeviceA' }]);
  assert.deepEqual(
    hitsOf(played).map(({ from, to, untold, partition }) => [from, to, untold, partition]),
    [
      [[2.53, 3.53], null, true, undefined],
      [[20, 20], null, undefined, 'DeviceA'],
    ],
  );
});

test('who has lost the role and has it again after a later event does not stay master', async () => {
  const pair = await pairOf(up(200), up(120));
  const { rows } = play(pair, 'access-down:DeviceA@0', 'access-up:DeviceA@1', 'access-down:DeviceB@1.5');
  assert.ok(rows[0]!.hitSeconds![1] > 0);
  assert.match(rows[0]!.text, /DeviceA is master of VRRP6 group 1 again/);
});
