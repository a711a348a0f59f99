// One mechanism after the other: timers, tracking, delays, owner, partition, followers, boards, the state of entries, and what
// no file can tell.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEvent, spelledEvent } from '../../server/src/failover/simulation/events';
import { matrix } from '../../server/src/failover/judgement/matrix';
import { summary } from '../../server/src/failover/judgement/summary';
import { masterDown, skew } from '../../server/src/failover/simulation/timers';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import { besideOtherPairs } from '../../server/src/failover/judgement/several-pairs';
import { workspaceOf } from '../support/check-text';
import { brief, deviceText, pairFrom, pairOf, play } from '../support/failover-pairs';

const up = (priority: number, ...lines: string[]) => ({ group: [`priority ${priority}`, ...lines] });
const uplink = 'GigabitEthernet0/1/2';

test('the arithmetic: the skew of version 3 grows with the interval, that of version 2 does not', () => {
  assert.equal(masterDown(3, 120, 1), 3.53125);
  assert.equal(masterDown(3, 120, 2), 7.0625);
  assert.equal(masterDown(2, 120, 2), 6.53125);
  assert.equal(masterDown(3, 120, 1, 5), 5.53125);
  assert.equal(skew(2, 255, 10), 1 / 256);
});

test('version 2 by default on IPv4, version 3 where the device says so, always on IPv6', async () => {
  const at2 = (system: string[]) =>
    pairOf(
      { family: 4, ...up(200, 'timer advertise 2'), system },
      { family: 4, ...up(120, 'timer advertise 2'), system },
    );
  assert.deepEqual(play(await at2([])).groups[0]!.masterDownSeconds, { DeviceA: 6.22, DeviceB: 6.53 });
  assert.deepEqual(play(await at2(['vrrp version v3'])).groups[0]!.masterDownSeconds, { DeviceA: 6.44, DeviceB: 7.06 });
  assert.deepEqual(
    play(await pairOf(up(200, 'timer advertise 200'), up(120, 'timer advertise 200'))).groups[0]!.masterDownSeconds,
    { DeviceA: 6.44, DeviceB: 7.06 },
  );
});

test('two versions do not understand each other: both are master, and that is told', async () => {
  const pair = await pairOf({ family: 4, system: ['vrrp version v3'] }, { family: 4 });
  assert.deepEqual(play(pair).groups[0]!.roles, { DeviceA: 'master', DeviceB: 'master' });
  assert.ok(
    play(pair).unknown.some(
      (one) => /VRRPv3 on DeviceA and VRRPv2 on DeviceB/.test(one.text) && one.source === 'RFC 9568 7.1',
    ),
  );
});

test('the backup learns the interval of the master; with learning off a differing one makes two masters', async () => {
  const slow = up(200, 'timer advertise 300');
  const learned = play(await pairOf(slow), 'device-down:DeviceA@0');
  assert.deepEqual(learned.groups[0]!.masterDownSeconds, { DeviceA: 3.22, DeviceB: 10.59 });
  assert.deepEqual(learned.rows[0]!.takeover, { to: 'DeviceB', afterSeconds: [7.59, 10.59] });
  for (const system of [['undo vrrp timer-advertise learning enable'], ['vrrp timer-advertise learning disable']]) {
    const deaf = play(await pairOf(slow, { ...up(120), system }));
    assert.deepEqual(deaf.groups[0]!.roles, { DeviceA: 'master', DeviceB: 'master' }, system[0]);
    assert.ok(deaf.unknown.some((one) => one.file === 'B.cfg' && /learning .* is off/.test(one.text)));
  }
  const same = play(await pairOf(up(200), { ...up(120), system: ['undo vrrp timer-advertise learning enable'] }));
  assert.deepEqual(same.groups[0]!.roles, { DeviceA: 'master', DeviceB: 'backup' });
});

test('a device that comes up with a much shorter interval may lead for a moment, and that is named', async () => {
  const { unknown } = play(await pairOf(up(200, 'timer advertise 1000')));
  assert.ok(
    unknown.some(
      (one) =>
        one.rule === 'vrrp-advertise-interval-mismatch' &&
        /DeviceB comes up it may become master .* after 3.53 s, .* for a moment/.test(one.text),
    ),
  );
});

test('the number of missed advertisements may be more than 3', async () => {
  const { groups, rows } = play(await pairOf({}, up(120, 'holding-multiplier 5')), 'device-down:DeviceA@0');
  assert.equal(groups[0]!.masterDownSeconds.DeviceB, 5.53);
  assert.deepEqual(rows[0]!.takeover!.afterSeconds, [4.53, 5.53]);
});

test('on a LAN that is parted nobody hears a device that stops: the silence is waited for', async () => {
  const { moments } = play(await pairOf(), 'lan-down@0', 'device-stop:DeviceA@1');
  const takes = moments.find(({ lane, device, role }) => lane === 'role' && device === 'DeviceB' && role === 'master');
  assert.deepEqual(takes?.at, [2.53, 3.53]);
});

test('a device that stops in good order hands over after the skew', async () => {
  const { rows } = play(await pairOf(), 'device-stop:DeviceA@10');
  assert.equal(brief(rows[0]!), 'device-stop DeviceA: DeviceB 0.53-0.53, fresh, survives');
  assert.ok(
    rows[0]!.because.some(
      (one) =>
        /skew 0.53 s after the last advertisement of priority 0/.test(one.text) && one.source === 'RFC 9568 6.4.2',
    ),
  );
});

test('a tracked uplink: the switch needs a priority below the other one', async () => {
  const track = (reduced: string) => pairOf(up(200, `track ipv6 interface ${uplink} ${reduced}`));
  const [moves] = play(await track('reduced 90'), `uplink-down:DeviceA/${uplink}@0`).rows;
  assert.equal(brief(moves!), `uplink-down DeviceA ${uplink}: DeviceB 0-3.53, fresh, survives`);
  assert.ok(moves!.because.some((one) => one.text === `DeviceA: - 90 while ${uplink} is down, priority 110`));
  for (const reduced of ['reduced 80', 'reduced 10', '']) {
    const [stays] = play(await track(reduced), `uplink-down:DeviceA/${uplink}@0`).rows;
    assert.equal(brief(stays!), `uplink-down DeviceA ${uplink}: nobody, fresh, no-switchover`, reduced);
    assert.ok(
      stays!.because.some((one) => one.rule === 'vrrp-track-reduction-too-small'),
      reduced,
    );
  }
});

test('the delay of the backup postpones a takeover from a living master, not from a dead one', async () => {
  const pair = await pairOf(
    up(200, `track ipv6 interface ${uplink} reduced 90`),
    up(120, 'preempt-mode timer delay 30'),
  );
  const [tracked] = play(pair, `uplink-down:DeviceA/${uplink}@0`).rows;
  assert.deepEqual(tracked!.takeover, { to: 'DeviceB', afterSeconds: [30, 31] });
  assert.deepEqual(tracked!.hitSeconds, [30, 31]);
  const [dead] = play(pair, 'device-down:DeviceA@0').rows;
  assert.deepEqual(dead!.takeover!.afterSeconds, [2.53, 3.53]);
  const note = dead!.because.find((one) => one.rule === 'vrrp-preempt-delay-on-backup')!;
  assert.match(note.text, /advises 0 on the backup/);
  assert.equal(note.source, '000 step 1.7');
});

test('a lift of the backup preempts at once, whatever its delay', async () => {
  const pair = await pairOf(
    up(130),
    up(120, `track ipv6 interface ${uplink} increased 40`, 'preempt-mode timer delay 600'),
  );
  const [row] = play(pair, `uplink-down:DeviceB/${uplink}@0`).rows;
  assert.deepEqual(row!.takeover, { to: 'DeviceB', afterSeconds: [0, 3.38] });
});

test('a tracked BFD session follows its interface, and the device at its other end', async () => {
  const watch = (through: string) => [
    'bfd',
    `bfd watch bind peer-ip 10.9.0.2 interface ${through}\n discriminator local 3`,
  ];
  const tracked = await pairOf({ ...up(200, 'track bfd-session 3 reduced 90'), system: watch(uplink) });
  assert.equal(
    brief(play(tracked, `uplink-down:DeviceA/${uplink}@0`).rows[0]!),
    `uplink-down DeviceA ${uplink}: DeviceB 0-3.53, fresh, survives`,
  );
  assert.ok(play(tracked).unknown.some((one) => /how fast this BFD session sees a fault/.test(one.text)));
  const link = await pairOf({ ...up(200, 'track bfd-session 3 link'), system: watch(uplink) });
  const [left] = play(link, `uplink-down:DeviceA/${uplink}@0`).rows;
  assert.equal(left!.takeover!.to, 'DeviceB', 'the link session takes the group out of the protocol');
  const peer = await pairOf(
    {},
    {
      ...up(120, 'track bfd-session 3 peer'),
      system: ['bfd', 'bfd watch bind peer-ip 10.9.0.1 interface GigabitEthernet0/1/0\n discriminator local 3'],
    },
  );
  assert.deepEqual(play(peer, 'device-down:DeviceA@0').rows[0]!.takeover!.afterSeconds, [0, 3.53]);
});

test('preemption disabled: the recovered device stays backup, and nothing takes over from a living master', async () => {
  const back = play(await pairOf(up(200, 'preempt-mode disable')), 'device-down:DeviceA@0', 'device-up:DeviceA@100');
  assert.deepEqual(back.rows.map(brief), [
    // Who was master before is in no file.
    'device-down DeviceA: DeviceB 0-3.53, fresh, survives',
    'device-up DeviceA: nobody, fresh, survives',
  ]);
  assert.deepEqual(back.rows[1]!.masters, ['DeviceB']);
  const [stays] = play(
    await pairOf(up(200, `track ipv6 interface ${uplink} reduced 90`), up(120, 'preempt-mode disable')),
    `uplink-down:DeviceA/${uplink}@0`,
  ).rows;
  assert.equal(stays!.outcome, 'no-switchover');
  assert.ok(stays!.because.some((one) => one.file === 'B.cfg' && /does not preempt/.test(one.text)));
});

test('recover delay and preemption delay add up', async () => {
  const pair = await pairOf({ ...up(200, 'preempt-mode timer delay 600'), access: ['vrrp6 recover-delay 20'] });
  const [, row] = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@1000').rows;
  assert.deepEqual(row!.takeover, { to: 'DeviceA', afterSeconds: [620, 621] });
  assert.ok(row!.because.some((one) => /not heeded for 20 s/.test(one.text)));
  const system = await pairOf(
    { family: 4, ...up(200, 'preempt-mode timer delay 600'), system: ['vrrp recover-delay 15'] },
    { family: 4 },
  );
  assert.deepEqual(
    play(system, 'device-down:DeviceA@0', 'device-up:DeviceA@1000').rows[1]!.takeover!.afterSeconds,
    [615, 616],
  );
});

test('the address owner is master at 255, at once, and no track touches it', async () => {
  const virtual = '2001:DB8:5::1';
  const pair = await pairOf(
    { virtual, ...up(100, 'preempt-mode timer delay 600', `track ipv6 interface ${uplink} reduced 250`) },
    { virtual, ...up(200) },
  );
  const answer = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@100');
  assert.deepEqual(answer.groups[0]!.priorities, { DeviceA: 255, DeviceB: 200 });
  assert.deepEqual(answer.rows[1]!.takeover, { to: 'DeviceA', afterSeconds: [0, 0] });
  assert.equal(answer.rows[1]!.entries, 'none', 'no refill can have begun');
  assert.equal(play(pair, `uplink-down:DeviceA/${uplink}@0`).rows[0]!.outcome, 'no-switchover');
});

test('equal priorities: who is master is in no file', async () => {
  const answer = play(await pairOf(up(120)), 'device-down:DeviceA@0');
  assert.deepEqual(answer.groups[0]!.roles, { DeviceA: 'unknown', DeviceB: 'unknown' });
  assert.deepEqual(answer.rows[0]!.takeover, { to: 'DeviceB', afterSeconds: [0, 3.53] });
  assert.ok(answer.unknown.some((one) => one.rule === 'vrrp-priority-equal'));
  const pair = await pairOf(up(120));
  assert.equal(summary(pair, pair.groups[0]!), 'Equal priorities: the files do not tell which device is master');
});

test('the LAN parts: two masters; it is whole again, and the lower one steps back', async () => {
  const answer = play(await pairOf(), 'lan-down@0', 'lan-up@100');
  assert.deepEqual(
    answer.rows.map((row) => [row.masters, row.outcome, row.device]),
    [
      [['DeviceA', 'DeviceB'], 'survives-stale', null],
      [['DeviceA'], 'survives-stale', null],
    ],
  );
  assert.deepEqual(
    answer.moments
      .filter((one) => one.lane === 'role' && one.at[1] >= 100)
      .map((one) => [one.device, one.role, one.at]),
    [['DeviceB', 'backup', [100, 101]]],
  );
});

test('a device that returns before the other has taken over comes back empty and takes its role by its own return', async () => {
  const { rows } = play(
    await pairOf(up(200, 'preempt-mode timer delay 10')),
    'device-down:DeviceA@0',
    'device-up:DeviceA@2',
  );
  assert.deepEqual(rows.map(brief), [
    'device-down DeviceA: DeviceB 2.53-3.53, fresh, survives',
    'device-up DeviceA: DeviceA 10.53-12.53, incomplete, loses-users',
  ]);
});

test('the LAN is whole again however it is named, and only the one that is named', async () => {
  const pair = await pairOf();
  const ge = 'GigabitEthernet0/1/1';
  for (const [down, up] of [
    ['lan-down', `lan-up:DeviceB/${ge}`],
    ['lan-down', 'lan-up:DeviceA'],
    [`lan-down:DeviceA/${ge}`, `lan-up:DeviceB/${ge}`],
    [`lan-down:DeviceB/${ge}`, 'lan-up:DeviceA'],
    [`lan-down:DeviceA/${ge}`, 'lan-up'],
  ] as const)
    assert.deepEqual(play(pair, `${down}@0`, `${up}@100`).rows[1]!.masters, ['DeviceA'], `${down} ${up}`);
  const elsewhere = play(pair, `lan-down:DeviceA/${ge}@0`, 'lan-up:DeviceA/GigabitEthernet0/1/2@100');
  assert.deepEqual(
    elsewhere.rows.map((row) => row.event),
    ['lan-down'],
    'nobody depends on the other LAN',
  );
  assert.ok(!elsewhere.moments.some((one) => one.lane === 'role' && one.at[1] >= 100), 'the first stays parted');
});

test('the backup path is back however its failure was written; an access link below it is not', async () => {
  const pair = await pairOf();
  const port = 'GigabitEthernet0/1/0';
  for (const [down, up] of [
    ['rbs-down', 'rbs-up'],
    ['rbs-down', 'rbs-up:DeviceA'],
    ['rbs-down', `rbs-up:DeviceB/${port}`],
    ['rbs-down:DeviceA', 'rbs-up'],
    ['rbs-down:DeviceA', `rbs-up:DeviceA/${port}`],
    [`rbs-down:DeviceA/${port}`, 'rbs-up'],
    [`rbs-down:DeviceA/${port}`, 'rbs-up:DeviceA'],
  ] as const)
    assert.deepEqual(
      play(pair, `${down}@0`, `${up}@100`).rows.map((row) => row.entries),
      ['stale', 'fresh'],
      `${down} ${up}`,
    );
  assert.deepEqual(
    play(pair, 'rbs-down:DeviceA@0', 'rbs-down:DeviceB@1', 'rbs-up:DeviceA@100').rows.map((row) => row.entries),
    ['stale', 'stale', 'stale'],
    'the other end is still broken',
  );
  assert.deepEqual(play(pair, 'access-down:DeviceA@0', 'rbs-up@100').rows[1]!.masters, ['DeviceB']);
});

test('different VRIDs: neither hears the other, and the users of one are not taken over', async () => {
  const answer = play(await pairOf({}, { vrid: 2 }), 'device-down:DeviceA@0');
  assert.deepEqual(answer.groups[0]!.roles, { DeviceA: 'master', DeviceB: 'master' });
  assert.equal(brief(answer.rows[0]!), 'device-down DeviceA: nobody, none, loses-users');
  assert.ok(answer.standing.some((one) => one.rule === 'vrrp-vrid-mismatch'));
});

test('entries: in sync, stale after the channel is lost, refilled by the figure of the service', async () => {
  const pair = await pairOf(
    {
      service: 'dhcpv6-relay',
      ...up(200, 'preempt-mode timer delay 1800'),
      access: ['dhcpv6 relay destination 2001:DB8:D::1'],
    },
    { service: 'dhcpv6-relay', access: ['dhcpv6 relay destination 2001:DB8:D::1'] },
  );
  const entries = (...events: string[]) =>
    play(pair, ...events).rows.map((row) => `${row.event} ${row.entries} ${row.outcome}`);
  assert.deepEqual(entries('device-down:DeviceA@0', 'device-up:DeviceA@60'), [
    'device-down fresh survives',
    'device-up fresh survives',
  ]);
  assert.deepEqual(entries('rbs-down@0', 'device-down:DeviceA@60'), [
    'rbs-down stale survives-stale',
    'device-down stale survives-stale',
  ]);
  // Ten minutes into a refill of half an hour.
  assert.deepEqual(entries('rbs-down@0', 'rbs-up@600', 'device-down:DeviceA@1200'), [
    'rbs-down stale survives-stale',
    'rbs-up stale survives-stale',
    'device-down stale survives-stale',
  ]);
  assert.deepEqual(entries('rbs-down@0', 'rbs-up@600', 'device-down:DeviceA@2400'), [
    'rbs-down stale survives-stale',
    'rbs-up fresh survives',
    'device-down fresh survives',
  ]);
  assert.deepEqual(entries('device-down:DeviceB@0', 'device-up:DeviceB@10', 'device-down:DeviceA@100'), [
    'device-down fresh survives',
    'device-up incomplete survives',
    'device-down incomplete loses-users',
  ]);
  // The channel is gone while A is empty: nothing comes back to it.
  assert.deepEqual(entries('device-down:DeviceA@0', 'rbs-down@10', 'device-up:DeviceA@60').slice(2), [
    'device-up none loses-users',
  ]);
  const moments = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@60')
    .moments.filter((one) => one.lane === 'entries' && one.device === 'DeviceA')
    .map((one) => [one.entries, one.at[0]]);
  assert.deepEqual(moments, [
    ['fresh', 0],
    ['none', 0],
    ['refilling', 60],
    ['fresh', 1860],
  ]);
});

test('switched back too early: the delay is held against the figure, and the line is named', async () => {
  const pair = await pairOf(
    {
      service: 'dhcpv6-relay',
      ...up(200, 'preempt-mode timer delay 600'),
      access: ['dhcpv6 relay destination 2001:DB8:D::1'],
    },
    { service: 'dhcpv6-relay', access: ['dhcpv6 relay destination 2001:DB8:D::1'] },
  );
  const [, row] = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@60').rows;
  assert.equal(brief(row!), 'device-up DeviceA: DeviceA 600-601, incomplete, loses-users');
  assert.equal(row!.hitSeconds, null, 'no file says when those users are back');
  assert.match(row!.text, /after 600 s, DHCPv6 relay needs 1800 s/);
  assert.ok(
    row!.because.some(
      (one) =>
        one.rule === 'vrrp-preempt-delay-too-short-dhcpv6-relay' &&
        one.source === '000 step 1.7' &&
        one.file === 'A.cfg',
    ),
  );
});

test('a channel that cannot come up leaves the backup without entries, and every fault is named', async () => {
  const answer = play(await pairOf({}, { port: 6002, backupId: 8 }), 'device-down:DeviceA@0', 'rbs-down@100');
  assert.equal(brief(answer.rows[0]!), 'device-down DeviceA: DeviceB 2.53-3.53, none, loses-users');
  const rules = answer.rows[0]!.because.map((one) => one.rule);
  for (const rule of ['rbs-port-mismatch', 'rbp-backup-id-mismatch']) assert.ok(rules.includes(rule), rule);
});

test('both devices fail: the one that is left cannot serve, nobody can', async () => {
  const answer = play(await pairOf(), 'device-down:DeviceA@0', 'device-down:DeviceB@100', 'device-up:DeviceB@200');
  assert.deepEqual(answer.rows.map(brief), [
    'device-down DeviceA: DeviceB 2.53-3.53, fresh, survives',
    'device-down DeviceB: nobody, none, loses-users',
    'device-up DeviceB: DeviceB 3.53-3.53, none, loses-users',
  ]);
  assert.match(answer.rows[1]!.text, /nobody is left to serve/);
});

test('a follower copies the role; with flowdown its interface is down on the other side, and what runs over it', async () => {
  const follow = (own: number, end = '') => [
    'interface GigabitEthernet0/1/3',
    ' ipv6 enable',
    ` ipv6 address 2001:DB8:6::${own}/64`,
    ' vrrp6 vrid 2 virtual-ip FE80::6 link-local',
    ' vrrp6 vrid 2 virtual-ip 2001:DB8:6::99',
    ` vrrp6 vrid 2 track admin-vrrp6 interface GigabitEthernet0/1/1 vrid 1${end}`,
    '#',
  ];
  const admin = ['admin-vrrp6 vrid 1'];
  const pair = await pairOf({ access: admin, rest: follow(1) }, { access: admin, rest: follow(2) });
  const { groups, rows, moments } = play(pair, 'device-down:DeviceA@0');
  assert.deepEqual(
    groups.map((group) => [group.vrid, group.roles]),
    [
      [1, { DeviceA: 'master', DeviceB: 'backup' }],
      [2, { DeviceA: 'master', DeviceB: 'backup' }],
    ],
  );
  assert.deepEqual(
    rows.map((row) => [row.vrid, row.takeover]),
    [
      [1, { to: 'DeviceB', afterSeconds: [2.53, 3.53] }],
      [2, { to: 'DeviceB', afterSeconds: [2.53, 3.53] }],
    ],
  );
  assert.ok(
    moments.some(
      (one) =>
        one.group === 1 &&
        one.device === 'DeviceB' &&
        one.role === 'master' &&
        /follows its management group/.test(one.text),
    ),
  );
  // The channel over the follower's interface: down on the side of the backup, unless unflowdown is written.
  const over = (end: string) =>
    pairFrom(
      (
        [
          ['DeviceA', 1, 200],
          ['DeviceB', 2, 120],
        ] as const
      ).map(([name, own, priority]) => ({
        name: `${name}.cfg`,
        text: deviceText({ name, own, group: [`priority ${priority}`], access: admin, rest: follow(own, end) }).replace(
          / peer 10\.9\.0\.\d source 10\.9\.0\.\d port 6001/,
          ` peer-ipv6 2001:DB8:6::${3 - own} source-ipv6 2001:DB8:6::${own} port 6001`,
        ),
      })),
    );
  assert.equal(play(await over(''), 'device-down:DeviceA@0').rows[0]!.entries, 'none');
  assert.equal(play(await over(' unflowdown'), 'device-down:DeviceA@0').rows[0]!.entries, 'fresh');
});

test('a channel runs over the interface of a follower whose management group comes later in the file', async () => {
  const more = (own: 1 | 2) => [
    'interface GigabitEthernet0/1/3',
    ` ip address 10.6.0.${own} 255.255.255.0`,
    ' vrrp vrid 2 virtual-ip 10.6.0.99',
    ' admin-vrrp vrid 2',
    ` vrrp vrid 2 priority ${own === 1 ? 200 : 120}`,
    '#',
    'interface GigabitEthernet0/1/0',
    ' vrrp vrid 3 virtual-ip 10.9.0.99',
    ' vrrp vrid 3 track admin-vrrp interface GigabitEthernet0/1/3 vrid 2',
    '#',
  ];
  const answer = play(await pairOf({ rest: more(1) }, { rest: more(2) }));
  assert.deepEqual(
    answer.groups.map((group) => group.vrid),
    [1, 2, 3],
  );
  assert.ok(
    answer.moments.some((moment) => moment.text === 'DeviceB: no ND entries'),
    'the interface of the follower is down on the backup, and the channel with it',
  );
});

test('ignore-if-down: the group is master while its interface is down, and steps back when it hears a higher one', async () => {
  const access = ['admin-vrrp6 vrid 1 ignore-if-down'];
  const answer = play(
    await pairOf({ access }, { access }),
    'access-down:DeviceB/GigabitEthernet0/1/1@0',
    'access-up:DeviceB/GigabitEthernet0/1/1@50',
  );
  const roles = answer.moments
    .filter((one) => one.lane === 'role' && one.device === 'DeviceB')
    .map((one) => [one.role, one.at]);
  assert.deepEqual(roles, [
    ['backup', [0, 0]],
    ['master', [0, 0]],
    ['backup', [50, 51]],
  ]);
});

test('an event inside a takeover is named: either order is possible', async () => {
  const { unknown } = play(await pairOf(), 'device-down:DeviceA@0', 'access-down:DeviceB/GigabitEthernet0/1/1@3');
  assert.ok(unknown.some((one) => /at 3 s, between 2.53 and 3.53 s/.test(one.text)));
});

test('a virtual IP that only one device answers for is lost with it', async () => {
  const [row] = play(await pairOf({}, { virtual: '2001:DB8:5::98' }), 'device-down:DeviceA@0').rows;
  assert.equal(row!.outcome, 'loses-users');
  assert.ok(row!.because.some((one) => one.rule === 'vrrp-virtual-ip-mismatch'));
});

test('users that no profile protects are listed', async () => {
  const bare = [
    'interface GigabitEthernet0/1/5',
    ' ipv6 enable',
    ' ipv6 address 2001:DB8:7::1/64',
    ' dhcpv6 relay destination 2001:DB8:D::1',
    '#',
  ];
  const { unprotected } = play(await pairOf({ rest: bare }));
  assert.deepEqual(
    unprotected.map((one) => [one.file, one.text]),
    [['A.cfg', 'DeviceA: no backup profile protects the users of GigabitEthernet0/1/5']],
  );
});

test('a shut uplink counts from the start', async () => {
  const track = `track ipv6 interface ${uplink} reduced 90`;
  const { groups } = play(await pairOf({ ...up(200, track), rest: [`interface ${uplink}`, ' shutdown', '#'] }));
  assert.deepEqual(groups[0]!.roles, { DeviceA: 'backup', DeviceB: 'master' });
  assert.deepEqual(groups[0]!.priorities, { DeviceA: 110, DeviceB: 120 });
});

test('what the files cannot tell is named at its line', async () => {
  const { unknown } = play(await pairOf());
  const told = unknown.map((one) => one.text).join('\n');
  for (const wanted of [
    /TCP must time out/,
    /the files do not tell how long ND entries take to be copied, and no figure is documented/,
  ])
    assert.match(told, wanted);
  for (const one of unknown) assert.ok(one.line > 0 && one.file !== '');
});

test('a device in two pairs: its death is in both, what happens to one peer is not in the other pair', async () => {
  const other = (own: 1 | 2, name: string, priority: number) =>
    deviceText({ name, own, vrid: 9, virtual: '2001:DB8:5::77', group: [`priority ${priority}`] })
      .replaceAll('2001:DB8:5::', '2001:DB8:8::')
      .replaceAll('10.9.0.', '10.8.0.')
      .replaceAll('10.40', '10.50')
      .replaceAll('0/1/', '0/2/')
      .replaceAll('s1', 's2')
      .replaceAll('p1', 'p2')
      .replace('backup-id 7', 'backup-id 8');
  const both =
    deviceText({ name: 'DeviceA', own: 1, group: ['priority 200'] }).replace(/return\n$/, '') +
    other(1, 'DeviceA', 200).replace(/^sysname.*\n/, '');
  const { pairs } = (
    await workspaceOf([
      { name: 'A.cfg', text: both },
      { name: 'B.cfg', text: deviceText({ name: 'DeviceB', own: 2, group: ['priority 120'] }) },
      { name: 'C.cfg', text: other(2, 'DeviceC', 120) },
    ])
  ).network();
  assert.deepEqual(
    pairs.map((pair) => [pair.a.name, pair.b.name]),
    [
      ['DeviceA', 'DeviceB'],
      ['DeviceA', 'DeviceC'],
    ],
  );
  const death = { kind: 'device', change: 'down', at: 0 } as const;
  const takeovers = (device: string) =>
    pairs.map((pair) =>
      besideOtherPairs(rehearse(pair, [{ ...death, device }]), pairs).rows.map((row) => row.takeover?.to),
    );
  assert.deepEqual(takeovers('DeviceA'), [['DeviceB'], ['DeviceC']]);
  assert.deepEqual(takeovers('DeviceC'), [[], [undefined]]);
  assert.deepEqual(rehearse(pairs[0]!, [{ ...death, device: 'DeviceC' }]), rehearse(pairs[0]!, []));
});

test('an uplink is what is tracked or routed over; ports of other customers are none', async () => {
  const customers = [
    'interface GigabitEthernet0/3/1',
    ' ip address 172.16.1.1 255.255.255.0',
    '#',
    'interface GigabitEthernet0/3/2',
    ' ip address 172.16.2.1 255.255.255.0',
    '#',
  ];
  const uplinks = async (...rest: string[]) =>
    matrix(await pairOf({ rest: [...customers, ...rest] }))
      .rows.filter((row) => row.event === 'uplink-down' && row.device === 'DeviceA')
      .map((row) => row.part);
  assert.deepEqual(
    await uplinks(),
    [uplink, 'GigabitEthernet0/3/1', 'GigabitEthernet0/3/2'],
    'nothing tells them apart',
  );
  assert.deepEqual(await uplinks(`interface ${uplink}`, ' isis enable 1', '#'), [uplink]);
  assert.deepEqual(await uplinks('ip route-static 0.0.0.0 0.0.0.0 10.41.0.254', '#'), [uplink]);
  assert.deepEqual(await uplinks('ospf 1', ' area 0.0.0.0', '  network 10.41.0.0 0.0.255.255', '#'), [uplink]);
  assert.deepEqual(await uplinks('bgp 64512', ' peer 10.41.0.9 as-number 64512', '#'), [uplink]);
  const tracked = matrix(
    await pairOf({ ...up(200, `track ipv6 interface ${uplink} reduced 90`), rest: customers }),
  ).rows;
  assert.deepEqual(
    [
      ...new Set(
        tracked.filter((row) => row.event === 'uplink-down' && row.device === 'DeviceA').map((row) => row.part),
      ),
    ],
    [uplink],
  );
});

test('profiles that back up to another device are no part of this pair', async () => {
  const elsewhere = [
    'remote-backup-service s2',
    ' peer 10.8.0.2 source 10.8.0.1 port 6002',
    '#',
    'remote-backup-profile p2',
    ' service-type nd',
    ' backup-id 9 remote-backup-service s2',
    ' vrrp6-id 3 interface GigabitEthernet0/1/8',
    '#',
    'interface GigabitEthernet0/1/8',
    ' ipv6 enable',
    ' ipv6 address 2001:DB8:8::1/64',
    ' vrrp6 vrid 3 virtual-ip FE80::8 link-local',
    ' remote-backup-profile p2',
    '#',
  ];
  const { rows, groups } = matrix(await pairOf({ rest: elsewhere }));
  assert.equal(groups.length, 1);
  assert.ok(!rows.some((row) => row.part === 'GigabitEthernet0/1/8'));
});

test('a line that is not understood is named, and its default taken', async () => {
  const { unknown, groups } = play(await pairOf(up(350)));
  assert.equal(groups[0]!.priorities.DeviceA, 100);
  assert.ok(unknown.some((one) => one.file === 'A.cfg' && one.rule === 'value-out-of-range'));
});

test('two devices of one name are told apart by their files', async () => {
  const pair = await pairOf({ name: 'HUAWEI' }, { name: 'HUAWEI' });
  const { devices, rows } = play(pair, 'device-down:HUAWEI (A.cfg)@0');
  assert.deepEqual(devices, ['HUAWEI (A.cfg)', 'HUAWEI (B.cfg)']);
  assert.equal(rows[0]!.takeover!.to, 'HUAWEI (B.cfg)');
});

test('events are written as the command line takes them', async () => {
  const pair = await pairOf();
  for (const text of [
    'device-down:DeviceA@0',
    'access-up:DeviceA/GigabitEthernet0/1/1@30',
    'rbs-down@2.5',
    'lan-down@0',
    'rbs-down:DeviceB@1',
    'device-stop:DeviceB@7',
  ]) {
    const event = parseEvent(text, pair);
    assert.ok(typeof event !== 'string', `${text} is an event`);
    assert.equal(spelledEvent(event), text);
  }
  for (const text of ['access-down:devicea/ge0/1/1', 'ACCESS-Down:DEVICEA/gi 0/1/1']) {
    assert.deepEqual(parseEvent(text, pair), {
      kind: 'access',
      change: 'down',
      device: 'DeviceA',
      part: 'GigabitEthernet0/1/1',
      at: 0,
    });
  }
  for (const [text, message] of [
    ['device-down:DeviceX@0', /the devices of this pair are DeviceA and DeviceB/],
    ['device-down@0', /name a device/],
    ['power-down:DeviceA@0', /the kinds are device, access, uplink, rbs, board, lan/],
    ['access-stop:DeviceA@0', /only a device stops/],
    ['access-gone:DeviceA@0', /goes down or up/],
    ['access-down:DeviceA/GE9/9/9@0', /has no interface GE9\/9\/9/],
    ['board-down:DeviceA/7@0', /has no service-location 7/],
    ['device-down:DeviceA@soon', /an event is written/],
    ['device-down:DeviceA/GE0/1/1@0', /fails as a whole/],
  ] as const) {
    const answer = parseEvent(text, pair);
    assert.ok(typeof answer === 'string', text);
    assert.match(answer, message);
  }
});

test('the matrix: every failure once and its recovery, the worst outcome first', async () => {
  const { rows } = matrix(await pairOf(up(200, 'preempt-mode timer delay 600')));
  const order = ['loses-users', 'interrupted', 'no-switchover', 'unknown', 'survives-stale', 'survives'];
  const ranks = rows.map((row) => order.indexOf(row.outcome));
  assert.deepEqual(ranks, [...ranks].sort());
  const down = rows
    .filter((row) => row.event.endsWith('-down'))
    .map((row) => `${row.event} ${row.device} ${row.part ?? ''}`.trim())
    .sort();
  const again = rows
    .filter((row) => row.event.endsWith('-up'))
    .map((row) => `${row.event.replace(/-up$/, '-down')} ${row.device} ${row.part ?? ''}`.trim())
    .sort();
  assert.deepEqual(again, down);
  assert.equal(new Set(down).size, down.length);
  assert.deepEqual([...new Set(rows.map((row) => row.event.replace(/-.*/, '')))].sort(), [
    'access',
    'device',
    'lan',
    'rbs',
    'uplink',
  ]);
});
