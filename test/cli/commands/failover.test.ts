// `vrp failover` as its users meet it: what it prints for the example pairs, its exit codes, and what it says to bad usage.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { read, root, vrp } from '../../support/check-text';
import { deviceOfTwoPairs } from '../../support/device-of-two-pairs';
import { validFailover } from '../../support/failover-schema';
import { scratch } from '../../support/scratch';
import { exampleNames } from '../../support/pair-of';

const { folder, put } = scratch('failover');
const pairOf = (name: string) =>
  readdirSync(join(root, 'examples', name))
    .sort()
    .map((file) => join(root, 'examples', name, file));
const mld = pairOf('mld');
const north = read('examples/mld/BRAS-North.cfg');
const south = read('examples/mld/BRAS-South.cfg');

interface Report {
  groups: {
    vrid: number;
    family: number;
    interface: Record<string, string>;
    roles: Record<string, string>;
    masterDownSeconds: Record<string, number>;
  }[];
  rows: {
    event: string;
    device: string | null;
    part: string | null;
    takeover: { to: string; afterSeconds: number[] } | null;
    entries: string;
    outcome: string;
    services: string[];
    because: { rule: string | null; line: number }[];
  }[];
  moments?: unknown[];
}

async function report(...args: string[]): Promise<Report> {
  const { out, code, err } = await vrp(['failover', ...args, '--format', 'json']);
  assert.ok(code === 0 || code === 1, err);
  const parsed = JSON.parse(out) as Report;
  assert.ok(validFailover(parsed), JSON.stringify(validFailover.errors, null, 1));
  return parsed;
}

describe('reports', () => {
  for (const name of exampleNames) {
    test(`${name}: the matrix in every format, the same to the byte each time`, async () => {
      const files = pairOf(name);
      const { groups, rows } = await report(...files);
      assert.ok(groups.length > 0 && rows.length > 0);
      for (const format of ['text', 'markdown', 'json', 'svg']) {
        const first = await vrp(['failover', ...files, '--format', format]);
        assert.equal(first.code, 0);
        assert.equal(first.err, '');
        assert.ok(
          first.out.endsWith('\n') && !first.out.includes('undefined') && !first.out.includes('NaN'),
          first.out,
        );
      }
      assert.equal((await vrp(['failover', ...files])).out, (await vrp(['failover', ...files, '--matrix'])).out);
      const order = ['loses-users', 'no-switchover', 'unknown', 'survives-stale', 'survives'];
      const worst = rows.map((row) => order.indexOf(row.outcome));
      assert.deepEqual(
        worst,
        [...worst].sort((a, b) => a - b),
        'the worst first',
      );
    });
  }

  test('the master dies: the backup takes over within its master-down interval, less one interval at best', async () => {
    const { groups, rows, moments } = await report(...mld, '--event', 'device-down:BRAS-North@0');
    // Three intervals of 2 s, and a skew of (256 - priority) / 256 of one.
    assert.deepEqual(groups[0]!.masterDownSeconds, { 'BRAS-North': 6.83, 'BRAS-South': 7.14 });
    assert.deepEqual(groups[0]!.roles, { 'BRAS-North': 'master', 'BRAS-South': 'backup' });
    assert.deepEqual(groups[0]!.interface, {
      'BRAS-North': 'GigabitEthernet0/2/4',
      'BRAS-South': 'GigabitEthernet0/2/5',
    });
    assert.equal(rows.length, 1);
    const [row] = rows;
    assert.deepEqual(
      [row!.event, row!.device, row!.entries, row!.outcome, row!.services],
      ['device-down', 'BRAS-North', 'fresh', 'survives', ['mld']],
    );
    assert.deepEqual(row!.takeover, { to: 'BRAS-South', afterSeconds: [5.14, 7.14] });
    assert.ok(moments!.length > 0);
  });

  test('the order of the two files does not change the answer', async () => {
    const rows = (one: Report) =>
      one.rows
        .map((row) => JSON.stringify([row.event, row.device, row.part, row.takeover, row.entries, row.outcome]))
        .sort();
    assert.deepEqual(rows(await report(...mld)), rows(await report(...[...mld].reverse())));
  });

  test('events in the order of their time, however they are given', async () => {
    const events = ['device-up:BRAS-North@100', 'device-down:BRAS-North@0'].flatMap((event) => ['--event', event]);
    const { rows } = await report(...mld, ...events);
    assert.deepEqual(
      rows.map((row) => row.event),
      ['device-down', 'device-up'],
    );
  });

  test('two groups of one number are told apart by their interface', async () => {
    const device = (name: string, own: number) =>
      `#\nsysname ${name}\n#\n${[10, 20].map((lan) => `interface Vlanif${lan}\n ip address 10.1.${lan}.${own} 24\n vrrp vrid 1 virtual-ip 10.1.${lan}.254\n vrrp vrid 1 priority ${100 + own * lan}\n#\n`).join('')}return\n`;
    const files = [put('twins/a.cfg', device('A', 1)), put('twins/b.cfg', device('B', 2))];
    const { out } = await vrp(['failover', ...files, '--event', 'device-down:B@0']);
    assert.match(out, /device-down B \(VRRP group 1 on Vlanif10\)/);
    assert.match(out, /device-down B \(VRRP group 1 on Vlanif20\)/);
    assert.match((await vrp(['failover', ...files, '--format', 'markdown'])).out, /VRRP group 1 on Vlanif20/);
  });

  test('firewalls: their roles are in no VRRP line, and that is said', async () => {
    const wall = (name: string, own: number) =>
      `#\nsysname ${name}\n#\nhrp enable\nhrp interface GigabitEthernet1/0/7 remote 10.90.7.${3 - own}\n#\ninterface GigabitEthernet1/0/1\n ip address 10.90.1.${own} 255.255.255.0\n vrrp vrid 1 virtual-ip 10.90.1.254 ${own === 1 ? 'active' : 'standby'}\n#\ninterface GigabitEthernet1/0/7\n ip address 10.90.7.${own} 255.255.255.0\n#\nreturn\n`;
    const { code, err, out } = await vrp([
      'failover',
      put('walls/a.cfg', wall('FW1', 1)),
      put('walls/b.cfg', wall('FW2', 2)),
    ]);
    assert.equal(code, 0);
    assert.match(err, /nothing to rehearse/);
    assert.match(out, /FW1 is a firewall/);
  });

  test('standard input is one of the two', async () => {
    const { code, out } = await vrp(['failover', '-', mld[1]!, '--format', 'json'], new TextEncoder().encode(north));
    assert.equal(code, 0);
    assert.ok(validFailover(JSON.parse(out)));
  });
});

describe('exit codes', () => {
  test('--fail-on', async () => {
    const broken = [put('port/a.cfg', north), put('port/b.cfg', south.replace('port 7011', 'port 7001'))];
    const dies = ['--event', 'device-down:BRAS-North@0'];
    assert.equal((await vrp(['failover', ...broken, ...dies])).code, 0);
    assert.equal((await vrp(['failover', ...broken, ...dies, '--fail-on', 'users-lost'])).code, 1);
    assert.equal((await vrp(['failover', ...mld, ...dies, '--fail-on', 'users-lost'])).code, 0);
    const uplink = ['--event', 'uplink-down:BRAS-North@0'];
    assert.equal((await report(...mld, ...uplink)).rows[0]!.outcome, 'no-switchover');
    assert.equal((await vrp(['failover', ...mld, ...uplink, '--fail-on', 'users-lost'])).code, 0);
    assert.equal((await vrp(['failover', ...mld, ...uplink, '--fail-on', 'no-switchover'])).code, 1);
  });

  test('--fail-on users-lost over every failure: pairs pass where each of them is survived', async () => {
    const codes = await Promise.all(
      exampleNames.map(async (name) => [
        name,
        (await vrp(['failover', ...pairOf(name), '--fail-on', 'users-lost'])).code,
      ]),
    );
    // The link of the users carries a follower in two of them, and the group that it follows does not see that LAN partitioned.
    const losing = new Set(['dhcpv6-relay', 'ds-lite', 'igmp-management', 'mld-mistakes']);
    assert.deepEqual(
      codes,
      exampleNames.map((name) => [name, losing.has(name) ? 1 : 0]),
    );
  });

  test('--maintenance: three events, and nobody of a clean pair is hit', async () => {
    const answer = await vrp(['failover', ...pairOf('mld'), '--maintenance', 'bras-north', '--restart', '120']);
    assert.equal(answer.code, 0);
    assert.match(answer.out, /When users are hit\n {2}never\n/);
    assert.match(answer.out, /BRAS-North is drained/);
    const json = await vrp(['failover', ...pairOf('mld'), '--maintenance', 'BRAS-North', '--format', 'json']);
    const { hits, rows } = JSON.parse(json.out) as { hits: unknown[]; rows: { event: string }[] };
    assert.deepEqual(hits, []);
    assert.deepEqual(
      rows.map(({ event }) => event),
      ['priority-down', 'device-stop', 'device-up'],
    );
  });

  test('--max-hit: what users are taken to survive', async () => {
    const death = ['failover', ...pairOf('mld'), '--event', 'device-down:BRAS-North@0', '--fail-on', 'interrupted'];
    assert.equal((await vrp(death)).code, 0);
    const strict = await vrp([...death, '--max-hit', '5']);
    assert.equal(strict.code, 1);
    assert.match(strict.out, /INTERRUPTED .* users are interrupted for 5\.14-7\.14 s, more than the 5 s/);
    assert.equal((await vrp([...death.slice(0, -1), 'users-lost', '--max-hit', '5'])).code, 0);
  });

  for (const [what, args, pattern] of [
    ['one file', [mld[0]!], /missing required argument/],
    ['no file', [], /missing required argument/],
    ['three files, one of them twice', [...mld, mld[0]!], /the same file twice/],
    ['the same file twice', [mld[0]!, mld[0]!], /the same file twice/],
    ['a folder', [join(root, 'examples', 'nd'), mld[0]!], /name one file of one device/],
    ['no such file', [join(folder, 'nowhere.cfg'), mld[0]!], /no such file or directory: .*nowhere\.cfg/],
    ['no such event', [...mld, '--event', 'earthquake-down:BRAS-North@0'], /earthquake/],
    ['no such change', [...mld, '--event', 'device-sideways:BRAS-North@0'], /device-sideways/],
    ['no such device to maintain', [...mld, '--maintenance', 'BRAS-West'], /BRAS-West: the devices of this pair are/],
    [
      'maintenance with events',
      [...mld, '--maintenance', 'BRAS-North', '--event', 'rbs-down@0'],
      /--maintenance has events of its own/,
    ],
    ['a time that is no number', [...mld, '--max-hit', 'long'], /Seconds are a number/],
    ['an event that is no event', [...mld, '--event', 'BRAS-North'], /BRAS-North/],
    ['a time that is none', [...mld, '--event', 'device-down:BRAS-North@soon'], /soon/],
    ['an event without its device', [...mld, '--event', 'device-down@0'], /name a device/],
    ['an unknown device', [...mld, '--event', 'device-down:BRAS-West@0'], /BRAS-West.*BRAS-North and BRAS-South/],
    [
      'an unknown interface',
      [...mld, '--event', 'access-down:BRAS-North/GigabitEthernet9/9/9@0'],
      /no interface GigabitEthernet9\/9\/9/,
    ],
    ['an unknown board', [...mld, '--event', 'board-down:BRAS-North/7@0'], /no service-location 7/],
    ['an unknown format', [...mld, '--format', 'yaml'], /Allowed choices are text, json, markdown, svg/],
    ['an unknown --fail-on', [...mld, '--fail-on', 'rain'], /Allowed choices are users-lost/],
  ] as const) {
    test(`${what}: 2, and a sentence on standard error`, async () => {
      const { code, out, err } = await vrp(['failover', ...args]);
      assert.equal(code, 2, err);
      assert.equal(out, '');
      assert.match(err, pattern);
    });
  }

  test('no VRP configuration: 2; a file that cannot be read as text: 3', async () => {
    const readme = await vrp(['failover', put('readme.md', '# Title\n\nText.\n'), mld[0]!]);
    assert.equal(readme.code, 2);
    assert.match(readme.err, /readme\.md: not a VRP configuration/);
    const binary = await vrp(['failover', put('image.bin', new Uint8Array([1, 2, 0, 3, 4])), mld[0]!]);
    assert.equal(binary.code, 3);
    assert.match(binary.err, /image\.bin: not text/);
  });

  test('two devices that have nothing in common: 2', async () => {
    const { code, err, out } = await vrp([
      'failover',
      mld[0]!,
      put('other.cfg', '#\nsysname Other\n#\ninterface GigabitEthernet0/1/2\n undo shutdown\n#\nreturn\n'),
    ]);
    assert.equal(code, 2);
    assert.match(err, /BRAS-North and Other have no VRRP group, channel or profile in common/);
    assert.equal(out, '');
  });

  test('two versions of one device: 2', async () => {
    const { code, err } = await vrp([
      'failover',
      mld[0]!,
      put('later.cfg', north.replace('priority 150', 'priority 160')),
    ]);
    assert.equal(code, 2);
    assert.match(err, /two versions of BRAS-North/);
  });

  test('too little says that they are a pair: rehearsed all the same, because they were named together', async () => {
    // Without a channel, a profile and an address nothing but a number is left.
    const lone = (name: string, priority: number) =>
      `#\nsysname ${name}\n#\ninterface GigabitEthernet0/1/2\n vrrp vrid 1 virtual-ip 10.1.1.254\n vrrp vrid 1 priority ${priority}\n#\nreturn\n`;
    const { code, err, out } = await vrp([
      'failover',
      put('lone/a.cfg', lone('A', 150)),
      put('lone/b.cfg', lone('B', 120)),
    ]);
    assert.equal(code, 0, err);
    assert.match(err, /A and B are rehearsed as a pair because they were named together/);
    assert.match(out, /VRRP group 1/);
  });
});

test('control characters of a file are shown, not sent', async () => {
  const evil = [put('evil/a.cfg', north.replaceAll('BRAS-North', 'BRAS\u001b[31mNorth')), put('evil/b.cfg', south)];
  for (const format of ['text', 'markdown', 'json', 'svg']) {
    const { out, err } = await vrp(['failover', ...evil, '--format', format]);
    assert.ok(!/[\u0000-\u0009\u000b-\u001f]/.test(out + err), format);
  }
});

test('secrets never appear', async () => {
  const secret = 'hush-hush-7';
  const files = pairOf('dhcp-server').map((path, index) =>
    put(
      `secret/${index}.cfg`,
      read(path.slice(root.length + 1)).replaceAll(
        ' vrrp vrid 20 priority',
        ` vrrp vrid 20 authentication-mode simple plain ${secret}\n vrrp vrid 20 priority`,
      ),
    ),
  );
  for (const format of ['text', 'markdown', 'json', 'svg'])
    assert.ok(!(await vrp(['failover', ...files, '--format', format])).out.includes(secret), format);
});

test('a device of several pairs: one death plays in all of them, and the rows stand pair by pair', async () => {
  const fileOf = (name: keyof typeof deviceOfTwoPairs) => put(`several/${name}`, deviceOfTwoPairs[name]);
  const [a, b, c] = [fileOf('A.cfg'), fileOf('B.cfg'), fileOf('C.cfg')];
  const one = ['--event', 'device-down:DeviceA@0'];
  const { out, code } = await vrp(['failover', a, b, c, ...one, '--format', 'json']);
  assert.equal(code, 0);
  const report = JSON.parse(out) as {
    events: object[];
    rehearsals: { devices: string[]; rows: { event: string }[] }[];
  };
  assert.deepEqual(
    report.rehearsals.map(({ devices, rows }) => [devices.join(), rows.length]),
    [
      ['DeviceA,DeviceB', 1],
      ['DeviceA,DeviceC', 1],
    ],
  );
  assert.deepEqual(report.events, [
    {
      event: 'device-down',
      device: 'DeviceA',
      at: 0,
      pairs: [
        { devices: ['DeviceA', 'DeviceB'], outcome: 'survives' },
        { devices: ['DeviceA', 'DeviceC'], outcome: 'survives' },
      ],
    },
  ]);
  // A LAN or a path that names no device is another one in each pair.
  const all = JSON.parse((await vrp(['failover', a, b, c, '--format', 'json'])).out) as {
    events: { device: string | null }[];
    rehearsals: { unknown: { text: string }[] }[];
  };
  assert.ok(all.events.length > 0 && all.events.every(({ device }) => device === 'DeviceA'));
  const unknown = all.rehearsals.flatMap((rehearsal) => rehearsal.unknown.map(({ text }) => text)).join('\n');
  assert.doesNotMatch(unknown, /third router, which is not rehearsed/, 'each is rehearsed below the other');
  const text = await vrp(['failover', a, b, c, ...one]);
  assert.match(text.out, /^One event, every pair\n {2}device-down DeviceA\n {4}SURVIVES +DeviceA and DeviceB\n/);
  const single = JSON.parse((await vrp(['failover', a, c, ...one, '--format', 'json'])).out) as {
    rows: { group: number | null; text: string }[];
  };
  const unplayed = single.rows.filter(({ group }) => group === null);
  assert.deepEqual(
    report.rehearsals[1]!.rows,
    single.rows.filter((row) => !unplayed.includes(row)),
    'as the pair alone',
  );
  assert.match(unplayed.map(({ text }) => text).join(), /^DeviceA dies: the ND users of .* third router$/);
  const partial = await vrp(['failover', a, b, c, '--event', 'device-down:DeviceC@0']);
  assert.doesNotMatch(partial.out, /DeviceB/, 'a pair that the event does not touch has no part');
  const wrong = await vrp(['failover', a, b, c, '--event', 'device-down:DeviceX@0']);
  assert.match(wrong.err, /DeviceX@0: the devices are DeviceA, DeviceB, DeviceC/);
  assert.equal(wrong.code, 2);
  const maintenance = await vrp(['failover', a, b, c, '--maintenance', 'DeviceA', '--format', 'markdown']);
  assert.match(maintenance.out, /^# One event, every pair\n[^]*# Failover of DeviceA and DeviceC/);
  assert.equal((await vrp(['failover', a, b, c, '--format', 'svg'])).code, 2);
});
