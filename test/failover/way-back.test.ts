// What comes back to users who log in, and the tunnels of L2TP (docs/decisions/way-back.md): each fact in both directions, on the
// pairs of the examples with one thing changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matrix } from '../../server/src/failover/judgement/matrix';
import type { Row } from '../../server/src/failover/simulation/rehearsal';
import type { Pair } from '../../server/src/model/pairing/pair';
import { read } from '../support/check-text';
import { pairFrom, play } from '../support/failover-pairs';

type Change = readonly [from: string | RegExp, to: string];

async function changed(folder: string, names: readonly string[], ...changes: readonly Change[][]): Promise<Pair> {
  return pairFrom(
    names.map((name, index) => {
      const own = [...(changes[0] ?? []), ...(changes[index + 1] ?? [])];
      const text = own.reduce(
        (before, [from, to]) => {
          const after = before.replaceAll(from instanceof RegExp ? new RegExp(from.source, 'gm') : from, () => to);
          assert.notEqual(after, before, `${name}: ${String(from)}`);
          return after;
        },
        read(`examples/${folder}/${name}.cfg`),
      );
      return { name: `${name}.cfg`, text };
    }),
  );
}

/** `both` on both devices, then the changes of each. */
const bras = (both: Change[] = [], first: Change[] = [], second: Change[] = []) =>
  changed('bras', ['Access-1', 'Access-2'], both, first, second);
const l2tp = (both: Change[] = [], first: Change[] = [], second: Change[] = []) =>
  changed('l2tp', ['Lac-1', 'Lac-2'], both, first, second);

function lastRow(pair: Pair, ...events: string[]): Row {
  return play(pair, ...events).rows.at(-1)!;
}

const rulesOf = (row: Row) => row.because.flatMap(({ rule }) => rule ?? []);

const noWay: Change = [/^ protect .*\n/, ''];
const accessDown = 'access-down:Access-1/Eth-Trunk3@0';
const deviceDown = 'device-down:Access-1@0';
const uplinkDown = 'uplink-down:Access-1/GigabitEthernet0/2/0@0';

test('a shared pool, the users link fails: what comes back crosses over, or is lost without a way', async () => {
  const crossing = lastRow(await bras(), accessDown);
  assert.equal(crossing.outcome, 'survives');
  assert.match(crossing.text, /crosses over from Access-1$/);
  assert.ok(crossing.because.some(({ text }) => text === 'Access-1: way across to Access-2'));

  const lost = lastRow(await bras([noWay]), accessDown);
  assert.equal(lost.outcome, 'loses-users');
  assert.match(lost.text, /enters through Access-1, and it has no way across: it is lost$/);
  assert.ok(rulesOf(lost).includes('shared-pool-without-protection'));
  assert.equal(lost.hitSeconds, null);
  assert.deepEqual(lost.outages, [{ from: [0, 0], to: null, certain: true }]);

  const onOne = lastRow(await bras([], [noWay]), accessDown);
  assert.equal(onOne.outcome, 'loses-users');
  assert.ok(rulesOf(onOne).includes('login-backup-differs'));
  assert.equal(lastRow(await bras([], [], [noWay]), accessDown).outcome, 'survives', 'the other one needs none');
});

test('a dead device, or one without a way out, announces nothing: no way across is needed', async () => {
  const pair = await bras([noWay]);
  for (const event of [deviceDown, uplinkDown]) assert.equal(lastRow(pair, event).outcome, 'survives', event);
  assert.doesNotMatch(lastRow(pair, deviceDown).text, /crosses|lost/);
});

test('the wait for the way back is without service where nothing crosses over', async () => {
  const pair = await bras([noWay]);
  const back = lastRow(pair, accessDown, 'access-up:Access-1/Eth-Trunk3@3600');
  assert.equal(back.outcome, 'interrupted');
  assert.match(back.text, /until then what comes back enters through Access-1 and is lost$/);
  assert.ok(rulesOf(back).includes('shared-pool-without-protection'));
  // A restarted device costs the most until its data are back: when, no file tells.
  const returns = lastRow(pair, deviceDown, 'device-up:Access-1@3600');
  assert.equal(returns.hitSeconds![0], 0);
  assert.ok(returns.outages.every(({ certain }) => !certain));
  assert.equal(lastRow(await bras(), deviceDown, 'device-up:Access-1@3600').outcome, 'survives');
});

test('the way across is a link that fails too', async () => {
  const pair = await bras();
  const row = lastRow(pair, 'rbs-down:Access-1/GigabitEthernet0/2/1@0', 'access-down:Access-1/Eth-Trunk3@60');
  assert.equal(row.outcome, 'loses-users');
  assert.match(row.text, /its way across is down/);
  const toItself = await bras([], [['ip-nexthop 10.41.0.2', 'ip-nexthop 10.41.0.1']]);
  assert.equal(lastRow(toItself, accessDown).outcome, 'loses-users');
  const elsewhere = await bras([], [['ip-nexthop 10.41.0.2', 'ip-nexthop 10.41.0.9']]);
  assert.equal(lastRow(elsewhere, accessDown).outcome, 'unknown');
});

test('a way across serves the network that its line says', async () => {
  const vpn: Change = [' gateway 10.48.0.1', ' vpn-instance red\n gateway 10.48.0.1'];
  assert.equal(lastRow(await bras([vpn]), accessDown).outcome, 'loses-users', 'a next hop serves the public network');
  const lsp = (peer: string): Change => [/^ protect .*$/, ` protect lsp-tunnel for-all-instance peer-ip ${peer}`];
  const pair = await bras([vpn], [lsp('10.42.2.2')], [lsp('10.42.2.1')]);
  assert.equal(lastRow(pair, accessDown).outcome, 'survives');
});

test('where no cost reaches the network, through which device it comes back is not known', async () => {
  const silent: Change = [' default cost inherit-metric\n', ''];
  const row = lastRow(await bras([noWay, silent]), accessDown);
  assert.equal(row.outcome, 'unknown');
  assert.match(row.text, /the files do not tell whether what comes back reaches Access-2$/);
  assert.equal(lastRow(await bras([silent]), accessDown).outcome, 'survives', 'it crosses over from either');
  assert.equal(lastRow(await bras([noWay, silent]), deviceDown).outcome, 'survives');
});

test('an exclusive pool goes with the role', async () => {
  const exclusive: Change[] = [
    noWay,
    [/^ ip-pool homes metric.*\n/, ''],
    [' nas logic-ip', ' ip-pool homes\n nas logic-ip'],
  ];
  const pair = await bras(exclusive);
  for (const event of [accessDown, deviceDown, uplinkDown]) assert.equal(lastRow(pair, event).outcome, 'survives');
  const onOne = await bras(exclusive, [], [[' ip-pool homes\n nas', ' nas']]);
  const row = lastRow(onOne, deviceDown);
  assert.equal(row.outcome, 'loses-users', 'the dead one announced them alone');
  const link = lastRow(onOne, accessDown);
  assert.equal(link.outcome, 'loses-users');
  assert.ok(rulesOf(link).includes('login-backup-differs'));
});

test('users whose addresses lie in no pool of the files are not rehearsed, and never survive by default', async () => {
  const pair = await bras([[/^ ip-pool homes metric.*\n/, '']]);
  const row = lastRow(pair, deviceDown);
  assert.equal(row.outcome, 'unknown');
  assert.ok(row.because.some(({ text }) => text.endsWith('the way back of these users is not rehearsed')));
  assert.equal(lastRow(pair, 'device-down:Access-2@0').outcome, 'survives', 'nothing changes for them');
  assert.ok(matrix(pair).rows.some(({ outcome }) => outcome === 'unknown'));
});

/** A second uplink, of which one half may fail before the service gives its users away. */
const twoUplinks: Change[] = [
  [
    ' track interface GigabitEthernet0/2/0\n',
    ' track interface GigabitEthernet0/2/0\n track interface GigabitEthernet0/2/3\n switchover uplink failure-ratio 50\n',
  ],
  [
    'interface LoopBack0',
    'interface GigabitEthernet0/2/3\n ip address 10.41.9.1 255.255.255.252\n ospf enable 1 area 0.0.0.0\n#\ninterface LoopBack0',
  ],
];
const untracked: Change = [/^ vrrp vrid 1 track interface.*\n/, ''];
const limit = (value: number): Change => ['failure-ratio 50', `failure-ratio ${value}`];

test('the share of failed uplinks: what comes back enters through the other device', async () => {
  const stays = lastRow(await bras([...twoUplinks, untracked]), uplinkDown);
  assert.equal(stays.takeover, null);
  assert.match(stays.text, /what comes back crosses over from Access-2/);
  const lost = lastRow(await bras([...twoUplinks, untracked, noWay]), uplinkDown);
  assert.equal(lost.outcome, 'loses-users');
  assert.ok(lost.because.some(({ text }) => text.includes('its pools cost 65535')));
  // Below the limit nothing moves.
  const below = lastRow(await bras([...twoUplinks, untracked, noWay, limit(51)]), uplinkDown);
  assert.equal(below.outcome, 'no-switchover');
  // VRRP switches with it.
  const switches = lastRow(await bras([...twoUplinks, noWay]), uplinkDown);
  assert.equal(switches.takeover?.to, 'Access-2');
  assert.equal(switches.outcome, 'survives');
});

test('the share of a monitoring group, and what its weights make of it', async () => {
  const group = (weight: number): Change[] => [
    [' track interface GigabitEthernet0/2/0\n', ' track monitor-group up switchover failure-ratio 50\n'],
    [
      'interface LoopBack0',
      `interface GigabitEthernet0/2/3\n ip address 10.41.9.1 255.255.255.252\n ospf enable 1 area 0.0.0.0\n#\nmonitor-group up\n binding interface GigabitEthernet0/2/0 down-weight ${weight}\n binding interface GigabitEthernet0/2/3\n#\ninterface LoopBack0`,
    ],
  ];
  assert.equal(lastRow(await bras([...group(10), untracked, noWay]), uplinkDown).outcome, 'loses-users');
  assert.equal(lastRow(await bras([...group(9), untracked, noWay]), uplinkDown).outcome, 'no-switchover');
  const follows: Change = [
    / track interface GigabitEthernet0.2.0 reduced 30/,
    ' track monitor-group up failure-ratio 50 reduced 30',
  ];
  // The group of the users counts the same, and its role moves with them.
  const switches = lastRow(await bras([...group(10), follows, noWay]), uplinkDown);
  assert.equal(switches.takeover?.to, 'Access-2');
  assert.equal(switches.outcome, 'survives');
  assert.equal(lastRow(await bras([...group(9), follows, noWay]), uplinkDown).takeover, null);
  // By how much it lowers the priority is in no file: it is taken to stay, and no loss is claimed.
  const bare: Change = [follows[0], ' track monitor-group up failure-ratio 50'];
  assert.equal(lastRow(await bras([...group(10), bare, noWay]), uplinkDown).outcome, 'no-switchover');
  // A group that watches the link leaves the protocol.
  const link: Change = [follows[0], ' track monitor-group up failure-ratio 50 link'];
  assert.equal(lastRow(await bras([...group(10), link, noWay]), uplinkDown).takeover?.to, 'Access-2');
});

test('pools that cost less crosswise belong to the users of the master', async () => {
  const second: Change[] = [
    [
      '#\nradius-server group',
      '#\nip pool offices bas local\n gateway 10.49.0.1 255.255.240.0\n section 0 10.49.0.2 10.49.15.254\n#\nradius-server group',
    ],
  ];
  const cost = (value: number): Change => [
    /^ ip-pool homes metric (\d+)\n/,
    ` ip-pool homes metric ${value}\n ip-pool offices metric ${30 - value}\n`,
  ];
  const pair = await bras([...second, noWay], [cost(10)], [cost(20)]);
  assert.equal(lastRow(pair, 'device-down:Access-2@0').outcome, 'survives');
  assert.equal(lastRow(pair, 'access-down:Access-2/Eth-Trunk3@0').outcome, 'survives');
  assert.equal(lastRow(pair, accessDown).outcome, 'loses-users');
});

test('tunnels of L2TP: their loopback moves with the role, or the sessions are lost', async () => {
  const dies = 'device-down:Lac-1@0';
  const kept = lastRow(await l2tp(), dies);
  assert.equal(kept.outcome, 'survives');
  const faults: readonly (readonly [string, Change[], Change[], string])[] = [
    ['no group with rui', [['LoopBack1 rui', 'LoopBack1']], [], 'l2tp-tunnel-source'],
    ['the service names no loopback', [[' l2tp-tunnel source loopback 1\n', '']], [], 'login-backup-differs'],
    [
      'no twin on the other device',
      [],
      [[' ip address 10.45.254.1 255.255.255.255', ' ip address 10.45.254.9 255.255.255.255']],
      'l2tp-tunnel-source',
    ],
  ];
  for (const [title, first, second, rule] of faults) {
    const pair = await l2tp([], first, second);
    const row = lastRow(pair, dies);
    assert.equal(row.outcome, 'loses-users', title);
    assert.ok(rulesOf(row).includes(rule), title);
    assert.ok(
      row.because.some(({ text }) => text.endsWith('the LNS goes on sending to Lac-1')),
      title,
    );
  }
  // The tunnels of the other device are its own affair.
  assert.equal(lastRow(await l2tp([], [], [['LoopBack2 rui', 'LoopBack2']]), dies).outcome, 'survives');
  const neither = await l2tp([[/^ l2tp-tunnel source loopback .*\n/, '']]);
  assert.ok(rulesOf(lastRow(neither, dies)).includes('l2tp-tunnel-source'));
});

test('files without a group of tunnels do not tell whether these move', async () => {
  const pair = await l2tp([[/^l2tp-group (?:[^#]|\n)*#\n/, '']]);
  const row = lastRow(pair, 'device-down:Lac-1@0');
  assert.equal(row.outcome, 'unknown');
});

for (const [folder, names] of [
  ['nat', ['Nat-1', 'Nat-2']],
  ['nat64', ['Nat64-1', 'Nat64-2']],
  ['ds-lite', ['Translator-1', 'Translator-2']],
] as const) {
  test(`${folder}: without hot backup every session is lost, whichever device does not have it`, async () => {
    const off: Change = [/^service-ha hot-backup enable\n/, ''];
    const dies = `device-down:${names[0]}@0`;
    const outcome = async (first: Change[], second: Change[]) =>
      play(await changed(folder, names, [], first, second), dies).rows.find(({ services }) => services.length > 0)!;
    assert.equal((await outcome([], [])).outcome, 'survives');
    const one = await outcome([], [off]);
    assert.equal(one.outcome, 'loses-users');
    assert.ok(rulesOf(one).includes('service-ha-hot-backup-one-sided'));
    const both = await outcome([off], [off]);
    assert.equal(both.outcome, 'loses-users');
    assert.ok(rulesOf(both).includes('service-ha-hot-backup-missing'));
  });
}

test('halves of a LAN meet again: a lease that the other half renewed runs out', async () => {
  const row = lastRow(await bras(), 'lan-down:Access-1/Eth-Trunk3@0', 'lan-up:Access-1/Eth-Trunk3@7200');
  assert.equal(row.outcome, 'survives-stale');
  assert.match(row.text, /what the other half has learned is missing, and a lease that it renewed runs out here$/);
});

test('boards of users who log in keep the users without hot backup, and lose their sessions', async () => {
  const off: Change = [/^service-ha hot-backup enable\n/, ''];
  const pair = await changed('nat-bras', ['Edge-1', 'Edge-2'], [off]);
  const row = play(pair, 'device-down:Edge-1@0').rows.find(({ services }) => services.includes('nat'))!;
  assert.equal(row.outcome, 'loses-users');
  assert.ok(row.because.some(({ text }) => text.endsWith('so users are kept and their sessions are not copied')));
});

test('a restarted device speaks up to 300 s later, or as its line says', async () => {
  const events = [deviceDown, 'device-up:Access-1@3600'] as const;
  const usual = lastRow(await bras(), ...events);
  const [least, most] = usual.takeover!.afterSeconds;
  const at: Change = ['#\nbfd\n', '#\nvrrp first-packet-delay 0\n#\nbfd\n'];
  const soon = lastRow(await bras([], [at]), ...events);
  assert.equal(soon.takeover!.afterSeconds[0], least);
  assert.ok(soon.takeover!.afterSeconds[1] < most);
});
