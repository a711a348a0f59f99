// The pairs of the project: the five clean ones survive every single failure that the guide promises them to survive, each
// broken one loses what its fault breaks, and the matrix says so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome, Row } from '../../server/src/failover/simulation/rehearsal';
import { eventName } from '../../server/src/failover/simulation/events';
import { matrix, worstOf } from '../../server/src/failover/judgement/matrix';
import { summary } from '../../server/src/failover/judgement/summary';
import { brief, examplePair, pairFrom, play } from '../support/failover-pairs';
import { mutations, pairs } from '../support/mutations';
import { read } from '../support/check-text';

/** What the pages promise: the device or the link to the users fails (000, 001, 002, 003), the device or the board (004). */
const isOfBoards = (name: string) => ['ds-lite', 'ds-lite-boards', 'nat', 'nat-boards', 'nat64'].includes(name);
const promisedOf = (name: string) =>
  new Set(isOfBoards(name) ? ['device-down', 'board-down'] : ['device-down', 'access-down']);

for (const [name, devices] of Object.entries(pairs)) {
  test(`${name}: survives every single failure the guide promises it survives, and the way back`, async () => {
    const { rows } = matrix(await examplePair(`examples/${name}`, devices));
    const promised = promisedOf(name);
    // A mere gateway beside the services is no part of the promise.
    const broken = rows.filter(
      (row) =>
        row.services.length > 0 && promised.has(row.event.replace(/-up$/, '-down')) && row.outcome !== 'survives',
    );
    assert.deepEqual(broken.map(brief), []);
    for (const row of rows.filter(({ outcome, hitSeconds }) => outcome === 'survives' && hitSeconds !== null))
      assert.ok(row.hitSeconds![1] <= row.maxHitSeconds, `${brief(row)}: within the bound`);
    const seen = new Set(rows.map((row) => row.event));
    for (const event of [
      'device-down',
      'device-up',
      ...(isOfBoards(name) ? ['board-down', 'board-up'] : ['access-down', 'access-up']),
    ])
      assert.ok(seen.has(event), event);
  });
}

test('ds-lite: the link between the boards fails, and each device goes on with what it has', async () => {
  const pair = await examplePair('examples/ds-lite', pairs['ds-lite']);
  const { rows } = play(pair, 'rbs-down:Translator-1/Eth-Trunk8@0');
  assert.deepEqual(
    rows.map((row) => [row.services, row.outcome, row.masters]),
    [
      [['ds-lite'], 'survives-stale', ['Translator-1', 'Translator-2']],
      // The users' gateway copies both roles.
      [[], 'survives-stale', ['Translator-1', 'Translator-2']],
    ],
  );
  assert.ok(rows[0]!.because.some((one) => /ignore-if-down/.test(one.text)));
});

test("ds-lite: the users' own link is behind a follower, which the management group does not see", async () => {
  const pair = await examplePair('examples/ds-lite', pairs['ds-lite']);
  const row = play(pair, 'access-down:Translator-1/GigabitEthernet0/2/6@0').rows.find((one) => one.vrid === 45)!;
  assert.equal(row.outcome, 'loses-users', 'nobody holds the role');
});

test('dhcpv6-relay: the delay of 10 s is far below the 1800 s of its service: users return to an empty master', async () => {
  const pair = await examplePair('examples/dhcpv6-relay', ['Edge-1', 'Edge-2']);
  const [row] = matrix(pair).rows;
  assert.equal(brief(row!), 'device-up Edge-1: Edge-1 10-312, incomplete, loses-users');
  assert.match(row!.text, /switched back after 10 s, DHCPv6 relay needs 1800 s/);
  const why = row!.because.find((one) => one.rule === 'vrrp-preempt-delay-too-short-dhcpv6-relay')!;
  assert.equal(
    read('examples/dhcpv6-relay/Edge-1.cfg').split('\n')[why.line - 1],
    ' vrrp6 vrid 40 preempt-mode timer delay 10',
  );
  assert.equal(why.source, '000 step 1.7');
  assert.equal(summary(pair, pair.groups[0]!), 'Edge-1 dies: Edge-2 master in 5.1-7.1 s, DHCPv6 relay entries in sync');
});

test('a takeover on the timeline says the arithmetic or the comparison behind it', async () => {
  const pair = await examplePair('examples/dhcpv6-relay', ['Edge-1', 'Edge-2']);
  const { moments } = play(pair, 'device-down:Edge-1@0', 'device-up:Edge-1@100');
  const why = moments
    .filter((one) => one.lane === 'role' && one.role === 'master' && one.at[1] > 0)
    .map((one) => one.because.map((each) => each.text));
  assert.match(why[0]!.join('\n'), /^Edge-2: master-down interval 7\.06 s = 3 x 2 s \+ skew 1\.06 s \(priority 120\)/);
  assert.match(why[1]!.join('\n'), /^Edge-1: priority \d+ is above 120 of Edge-2\nEdge-1: preemption delay 10 s/);
});

test('mld-mistakes: neither port nor backup-id agree, so every takeover is without entries', async () => {
  const answer = matrix(await examplePair('examples/mld-mistakes', ['BRAS-North', 'BRAS-South']));
  const dies = answer.rows.find((row) => row.event === 'device-down' && row.device === 'BRAS-North')!;
  assert.equal(brief(dies), 'device-down BRAS-North: BRAS-South 5.14-7.14, none, loses-users');
  const rules = new Set(dies.because.map((one) => one.rule));
  for (const rule of [
    'rbs-port-mismatch',
    'rbp-backup-id-mismatch',
    'vrrp-virtual-ip-mismatch',
    'mld-track-vrid-differs',
  ])
    assert.ok(rules.has(rule), rule);
  assert.deepEqual(
    answer.standing.filter((one) => one.rule === 'rbs-port-mismatch').map((one) => one.line),
    [7],
  );
});

test('mld-five-faults: every single failure of the pair, as worked out by hand', async () => {
  const answer = matrix(await examplePair('test/pairs/mld-five-faults', ['North', 'South']));
  const at = (text: string) => answer.rows.map(brief).filter((row) => row.startsWith(text));
  assert.deepEqual(answer.groups[0]!.masterDownSeconds, { North: 3.41, South: 3.57 });
  assert.deepEqual(at('device-down North'), ['device-down North: South 2.57-3.57, fresh, survives']);
  assert.deepEqual(at('device-up North'), ['device-up North: North 10-311, incomplete, loses-users']);
  assert.deepEqual(at('access-down North'), [
    'access-down North GigabitEthernet0/2/4: South 2.57-3.57, fresh, survives',
  ]);
  assert.deepEqual(at('uplink-down North'), ['uplink-down North GigabitEthernet0/2/9: nobody, fresh, no-switchover']);
  assert.deepEqual(at('rbs-down'), [
    'rbs-down North GigabitEthernet0/2/0: nobody, stale, survives-stale',
    'rbs-down South GigabitEthernet0/2/0: nobody, stale, survives-stale',
  ]);
  assert.deepEqual(
    answer.standing.map((one) => one.rule),
    ['vrrp-virtual-ip-outside-subnet', 'vrrp-virtual-ip-outside-subnet'],
  );
});

const returns = (row: Row) => row.event === 'device-up';
const dies = (row: Row) => row.event === 'device-down' || returns(row);

/** Faults that the rules find, and the row of the matrix that each of them spoils. */
const spoils: Readonly<Record<string, readonly [row: (row: Row) => boolean, outcome: Row['outcome']]>> = {
  'rbs-port-mismatch': [dies, 'loses-users'],
  'rbs-peer-source-not-mirrored': [dies, 'loses-users'],
  'rbs-family-mismatch': [dies, 'loses-users'],
  'rbs-without-peer': [dies, 'loses-users'],
  'rbs-source-interface-down': [dies, 'loses-users'],
  'rbp-without-backup-id': [dies, 'loses-users'],
  'rbp-rbs-undefined': [dies, 'loses-users'],
  'rbp-missing-on-peer': [dies, 'loses-users'],
  'rbp-group-undefined': [dies, 'loses-users'],
  'vrrp-subnet-mismatch': [dies, 'loses-users'],
  'dhcpv6-relay-missing': [dies, 'loses-users'],
  'mld-track-vrid-differs': [dies, 'loses-users'],
  'rbp-backup-id-mismatch': [dies, 'loses-users'],
  'rbp-service-types-differ': [dies, 'loses-users'],
  'rbp-unbound': [dies, 'loses-users'],
  'mld-track-vrrp6-missing': [dies, 'loses-users'],
  'vrrp-virtual-ip-mismatch': [dies, 'loses-users'],
  'vrrp-vrid-mismatch': [dies, 'loses-users'],
  'vrrp-preempt-delay-missing-on-master': [returns, 'loses-users'],
  'vrrp-preempt-delay-too-short-dhcpv6-relay': [returns, 'loses-users'],
  'vrrp-preempt-delay-too-short-dhcp-server': [returns, 'loses-users'],
  'service-location-untracked': [(row) => row.event === 'board-down', 'no-switchover'],
  'service-ha-hot-backup-missing': [dies, 'loses-users'],
  'service-ha-hot-backup-one-sided': [dies, 'loses-users'],
  'service-location-peer-not-mirrored': [dies, 'loses-users'],
  'vrrp-interface-shut-down': [dies, 'loses-users'],
  'vrrp-version-mismatch': [dies, 'loses-users'],
  'vrrp-authentication-differs': [dies, 'loses-users'],
  'vrrp-vlan-differs': [dies, 'loses-users'],
  'vrrp-address-owner-in-hot-backup': [returns, 'loses-users'],
  'vrrp-preempt-disabled-on-backup': [(row) => row.event === 'uplink-down', 'no-switchover'],
  'vrrp-tracks-backup-channel': [(row) => row.event === 'rbs-down' && row.takeover !== null, 'survives-stale'],
};

/** A file with two names counts as no pair, so there is nothing to rehearse. */
const rehearsed = mutations.filter((mutation) => mutation.rule !== 'sysname-second');

test('each fault of the mutations that breaks a takeover spoils its row; every row of every mutation says why', async () => {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const mutation of rehearsed) {
    const pair = await pairFrom(
      pairs[mutation.pair].map((device) => ({
        name: `${device}.cfg`,
        text: mutation.changes
          .filter(([on]) => on === device)
          .reduce(
            (text, [, from, to]) => text.replace(from, () => to),
            read(`examples/${mutation.pair}/${device}.cfg`),
          ),
      })),
    );
    const { rows } = matrix(pair);
    for (const row of rows)
      if (row.because.length === 0 || /undefined|NaN|Infinity/.test(row.text))
        wrong.push(`${mutation.rule}: ${row.text}`);
    const spoilt = spoils[mutation.rule];
    if (!spoilt) continue;
    if (
      !rows.some(
        (row) => spoilt[0](row) && row.outcome === spoilt[1] && row.because.some((one) => one.rule === mutation.rule),
      )
    ) {
      wrong.push(
        `${mutation.rule}: ${JSON.stringify(mutation.changes)}\n${rows
          .filter(spoilt[0])
          .map((row) => `  ${brief(row)} ${row.because.map((one) => one.rule).join(' ')}`)
          .join('\n')}`,
      );
    }
    seen.add(mutation.rule);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    Object.keys(spoils).filter((rule) => !seen.has(rule)),
    [],
    'every fault named here has a mutation',
  );
});

test('of each event the panel lists the worst that the rows of the matrix say', async () => {
  const worst: readonly Outcome[] = [
    'loses-users',
    'interrupted',
    'no-switchover',
    'unknown',
    'survives-stale',
    'survives',
  ];
  const told = new Set<string>();
  for (const { pair: name, changes } of [
    ...Object.keys(pairs).map((pair) => ({ pair: pair as keyof typeof pairs, changes: [] })),
    ...rehearsed,
  ]) {
    const pair = await pairFrom(
      pairs[name].map((device) => ({
        name: `${device}.cfg`,
        text: changes
          .filter(([on]) => on === device)
          .reduce((text, [, from, to]) => text.replace(from, () => to), read(`examples/${name}/${device}.cfg`)),
      })),
    );
    const { rows } = matrix(pair);
    const words = ({ event, device, part }: Row) => [event, device, part].join(' ');
    // The rows come with the worst first, so does the first row of each event.
    const expected = [...new Map([...rows].reverse().map((row) => [words(row), row.outcome]))].sort(
      (x, y) => worst.indexOf(x[1]) - worst.indexOf(y[1]),
    );
    const listed = worstOf(pair).map(
      ({ event, outcome }) => [[eventName(event), event.device ?? null, event.part].join(' '), outcome] as const,
    );
    assert.deepEqual(new Map(listed), new Map(expected));
    assert.deepEqual(
      listed.map(([, outcome]) => outcome),
      expected.map(([, outcome]) => outcome),
    );
    for (const [, outcome] of listed) told.add(outcome);
  }
  assert.deepEqual([...told].sort(), [...worst].sort());
});

/** Faults that spoil no row of their own, but are wrong from the start, or make a role unknown. */
const told: Readonly<Record<string, 'standing' | 'unknown'>> = {
  'vrrp-tracked-interface-shut-down': 'standing',
  'vrrp-interface-shut-down': 'standing',
  'vrrp-follower-not-mirrored': 'unknown',
  'vrrp-version-mismatch': 'unknown',
};

test('what is wrong before anything fails is said with its rule', async () => {
  for (const mutation of mutations) {
    const where = told[mutation.rule];
    if (!where) continue;
    const pair = await pairFrom(
      pairs[mutation.pair].map((device) => ({
        name: `${device}.cfg`,
        text: mutation.changes
          .filter(([on]) => on === device)
          .reduce(
            (text, [, from, to]) => text.replace(from, () => to),
            read(`examples/${mutation.pair}/${device}.cfg`),
          ),
      })),
    );
    assert.ok(
      matrix(pair)[where].some((one) => one.rule === mutation.rule),
      mutation.rule,
    );
  }
});
