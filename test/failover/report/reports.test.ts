// The reports of a rehearsal, given one made by hand: every key of the JSON, two decimals, words that a terminal or a Markdown
// page cannot take for something else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import picocolors from 'picocolors';
import { failoverJson } from '../../../server/src/failover/report/json';
import { failoverMarkdown } from '../../../server/src/failover/report/markdown';
import { failoverText } from '../../../server/src/cli/reports/failover-text';
import type { Evidence, Rehearsal, Row } from '../../../server/src/failover/simulation/rehearsal';
import { validFailover } from '../../support/failover-schema';

interface Printed {
  readonly groups: readonly Record<string, unknown>[];
  readonly rows: readonly Record<string, unknown>[];
  readonly summary: unknown;
}

const plain = picocolors.createColors(false);
const evidence = (text: string, line = 4, rule: string | null = 'vrrp-uplink-not-tracked'): Evidence => ({
  file: 'a.cfg',
  line,
  rule,
  source: 'RFC 9568 6.1',
  text,
  at: { anchor: { file: 'a.cfg', row: 0 }, row: line - 1, start: 0, end: 1 },
});

const row: Row = {
  event: 'device-down',
  device: 'DeviceA',
  at: 0,
  group: 0,
  vrid: 1,
  family: 6,
  services: ['mld'],
  bound: ['DeviceA GigabitEthernet0/1/2'],
  masters: ['DeviceB'],
  takeover: { to: 'DeviceB', afterSeconds: [2.53125, 3.53125] },
  entries: 'fresh',
  outcome: 'survives',
  range: { kind: 'spread', text: 'by when the last advertisement left' },
  hitSeconds: [2.53125, 3.53125],
  maxHitSeconds: 10.59375,
  outages: [{ from: [0, 0], to: [2.53125, 3.53125], certain: true }],
  text: 'DeviceB takes over.',
  because: [evidence('DeviceB has priority 120')],
};

const made: Rehearsal = {
  devices: ['DeviceA', 'DeviceB'],
  groups: [
    {
      vrid: 1,
      family: 6,
      interface: { DeviceA: 'GigabitEthernet0/1/2', DeviceB: 'GigabitEthernet0/1/3' },
      roles: { DeviceA: 'master', DeviceB: 'backup' },
      priorities: { DeviceA: 200, DeviceB: 120 },
      masterDownSeconds: { DeviceA: 3.21875, DeviceB: 3.53125 },
      virtualAddresses: ['FE80::1'],
      services: ['mld'],
      hotBackup: true,
      places: { DeviceA: evidence('').at, DeviceB: evidence('').at },
    },
  ],
  moments: [
    { at: [0, 0], lane: 'event', device: 'DeviceA', text: 'DeviceA dies', because: [] },
    {
      at: [2.53125, 3.53125],
      lane: 'role',
      device: 'DeviceB',
      group: 0,
      role: 'master',
      text: 'DeviceB is master',
      because: [evidence('DeviceB has priority 120')],
    },
  ],
  events: [{ kind: 'device', change: 'down', device: 'DeviceA', at: 0 }],
  rows: [
    {
      ...row,
      event: 'uplink-down',
      part: 'GigabitEthernet0/1/3',
      takeover: null,
      outcome: 'loses-users',
      entries: 'none',
      hitSeconds: null,
      text: 'Nothing moves.',
      because: [evidence('no track'), evidence('no track')],
    },
    row,
  ],
  courses: [],
  unknown: [evidence('how long IS-IS takes', 9, null)],
  unprotected: [evidence('GigabitEthernet0/1/5 has no profile', 12)],
  standing: [],
};

test('json: the keys of the conventions, seconds with two decimals', () => {
  const report = JSON.parse(failoverJson(made, ['a.cfg', 'b.cfg'], ['channel'])) as Printed;
  assert.ok(validFailover(report), JSON.stringify(validFailover.errors, null, 1));
  assert.deepEqual(report.groups[0]!.masterDownSeconds, { DeviceA: 3.22, DeviceB: 3.53 });
  assert.deepEqual(report.rows[1]!.takeover, { to: 'DeviceB', afterSeconds: [2.53, 3.53] });
  assert.deepEqual(report.rows[1]!.because, [
    {
      file: 'a.cfg',
      line: 4,
      rule: 'vrrp-uplink-not-tracked',
      source: 'RFC 9568 6.1',
      text: 'DeviceB has priority 120',
    },
  ]);
  assert.equal(report.rows[0]!.takeover, null);
  assert.deepEqual(report.summary, {
    'loses-users': 1,
    interrupted: 0,
    'no-switchover': 0,
    unknown: 0,
    'survives-stale': 0,
    survives: 1,
  });
});

test('the schema is a strict one', () => {
  const report = JSON.parse(failoverJson(made, ['a.cfg', 'b.cfg'], [])) as Printed;
  for (const wrong of [
    { ...report, schemaVersion: 2 },
    { ...report, groups: [{ ...report.groups[0], masterDownSeconds: { DeviceA: 3.21875, DeviceB: 3.53 } }] },
    { ...report, rows: [{ ...report.rows[1], outcome: 'fine' }] },
    { ...report, rows: [{ ...report.rows[1], takeover: undefined }] },
    { ...report, rows: [{ ...report.rows[1], because: [] }] },
  ])
    assert.equal(validFailover(JSON.parse(JSON.stringify(wrong))), false);
});

test('text: masters first, the worst row first, each reason with its line', () => {
  const text = failoverText(made, plain);
  const at = (part: string) => {
    const found = text.indexOf(part);
    assert.ok(found >= 0, `no "${part}" in\n${text}`);
    return found;
  };
  assert.ok(at('DeviceA  master, priority 200') < at('LOSES USERS'));
  assert.ok(at('LOSES USERS') < at('SURVIVES'));
  at('uplink-down DeviceA GigabitEthernet0/1/3');
  at('users are hit for 2.53-3.53 s  [a.cfg:4]');
  at('users are cut off until they ask again');
  at('a.cfg:4  no track [RFC 9568 6.1; rule vrrp-uplink-not-tracked]');
  at('a.cfg:9  how long IS-IS takes [RFC 9568 6.1]');
  assert.match(text, /2 results: 1 loses users, 1 survives\n$/);
});

test('control characters and markup of a file stay what they are', () => {
  const evil = '\u001b[31mred | <b>`x`';
  const rehearsal: Rehearsal = {
    ...made,
    rows: [{ ...row, text: evil, services: [evil], device: evil, because: [evidence(evil)] }],
    unknown: [evidence(evil)],
  };
  const text = failoverText(rehearsal, plain);
  assert.ok(!text.includes('\u001b'));
  const markdown = failoverMarkdown(rehearsal);
  assert.ok(!markdown.includes('\u001b') && !/(?<!\\)<b>/.test(markdown) && !/red (?<!\\)\|/.test(markdown));
  assert.ok(!failoverJson(rehearsal, ['a', 'b'], []).includes('\u001b'));
});

test('markdown: every table is one, every reason has one number', () => {
  const markdown = failoverMarkdown(made);
  const cells = (line: string) => line.replace(/\\\|/g, '').split('|').length;
  const rows = markdown.split('\n');
  for (let index = 1; index < rows.length; index++) {
    if (rows[index]!.startsWith('|') && rows[index - 1]!.startsWith('|'))
      assert.equal(cells(rows[index]!), cells(rows[index - 1]!), rows[index]);
  }
  assert.match(markdown, /\*\*loses users\*\*/);
  assert.match(markdown, /^1\. a\.cfg:4: no track \(RFC 9568 6\.1; rule vrrp-uplink-not-tracked\)$/m);
  assert.equal(markdown.match(/^\d+\. /gm)!.length, 2);
});
