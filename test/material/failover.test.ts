// The table worked out by hand for the vendor's own MLD pair, read where it lies. The same is proven on the pair of
// test/pairs/mld-five-faults in test/failover/examples.test.ts.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matrix } from '../../server/src/failover/judgement/matrix';
import { summary } from '../../server/src/failover/judgement/summary';
import type { Pair } from '../../server/src/model/pairing/pair';
import { material } from '../support/check-text';
import { brief, pairFrom, play } from '../support/failover-pairs';

const guide = join(material, 'guide');
const page = existsSync(guide) ? readdirSync(guide).find((name) => name.startsWith('003')) : undefined;

/** The printed configuration files of DeviceA and DeviceB, dedented. */
function printedPair(): Promise<Pair> {
  const text = readFileSync(join(guide, page!), 'utf8');
  const found: { name: string; text: string }[] = [];
  for (const [, body = ''] of text.slice(text.indexOf('#### Configuration Files')).matchAll(/```\n([\s\S]*?)```/g)) {
    const dedented = body
      .split('\n')
      .map((line) => line.replace(/^ {2}/, ''))
      .join('\n');
    const name = /^sysname (Device[AB])$/m.exec(dedented)?.[1];
    if (name) found.push({ name: `${name}.cfg`, text: dedented });
  }
  return pairFrom(found);
}

if (!page) {
  test('page 003 rehearsed', () => {
    console.log('material absent: 8 checks not run');
  });
} else {
  test('page 003: A is master at 200, B waits 3.53 s at 120', async () => {
    const [group] = play(await printedPair()).groups;
    assert.deepEqual(group!.roles, { DeviceA: 'master', DeviceB: 'backup' });
    assert.deepEqual(group!.masterDownSeconds, { DeviceA: 3.22, DeviceB: 3.53 });
    assert.deepEqual(group!.interface, { DeviceA: 'GigabitEthernet0/1/2', DeviceB: 'GigabitEthernet0/1/3' });
  });

  test('page 003: A dies, and B is master with MLD entries while the channel was up', async () => {
    const pair = await printedPair();
    assert.deepEqual(play(pair, 'device-down:DeviceA@0').rows.map(brief), [
      'device-down DeviceA: DeviceB 2.53-3.53, fresh, survives',
    ]);
    assert.deepEqual(play(pair, 'device-down:DeviceA@0').rows[0]!.hitSeconds, [2.53, 3.53]);
    assert.deepEqual(
      play(pair, 'rbs-down:DeviceA/GigabitEthernet0/1/1@0', 'device-down:DeviceA@600').rows.map(brief)[1],
      'device-down DeviceA: DeviceB 2.53-3.53, stale, survives-stale',
    );
    assert.equal(summary(pair, pair.groups[0]!), 'DeviceA dies: DeviceB master in 2.5-3.5 s, MLD entries in sync');
  });

  test('page 003: the access link of A fails, the channel stays up', async () => {
    const { rows, moments } = play(await printedPair(), 'access-down:DeviceA/GigabitEthernet0/1/2@0');
    assert.deepEqual(rows.map(brief), ['access-down DeviceA GigabitEthernet0/1/2: DeviceB 2.53-3.53, fresh, survives']);
    assert.ok(moments.some((moment) => moment.device === 'DeviceA' && moment.role === 'initialize'));
    assert.ok(
      !moments.some((moment) => moment.lane === 'entries' && moment.entries !== 'fresh'),
      'no entries are lost',
    );
  });

  test('page 003: an uplink failure switches nothing, for no line tracks it', async () => {
    const [row] = play(await printedPair(), 'uplink-down:DeviceA/GigabitEthernet0/1/3@0').rows;
    assert.equal(brief(row!), 'uplink-down DeviceA GigabitEthernet0/1/3: nobody, fresh, no-switchover');
    assert.deepEqual(row!.masters, ['DeviceA']);
    assert.ok(
      row!.because.some((evidence) => evidence.rule === 'vrrp-uplink-not-tracked' && evidence.file === 'DeviceA.cfg'),
    );
    assert.match(row!.text, /unless routing finds a way/);
  });

  test('page 003: a lost channel makes the entries of B stale and changes no role', async () => {
    const pair = await printedPair();
    for (const device of ['DeviceA', 'DeviceB']) {
      const { rows, moments } = play(pair, `rbs-down:${device}/GigabitEthernet0/1/1@5`);
      assert.deepEqual(rows.map(brief), [`rbs-down ${device} GigabitEthernet0/1/1: nobody, stale, survives-stale`]);
      assert.ok(!moments.some((moment) => moment.lane === 'role' && moment.at[1] > 0));
      assert.deepEqual(
        moments
          .filter((moment) => moment.lane === 'entries' && moment.at[0] > 0)
          .map((moment) => [moment.device, moment.entries, moment.at[0]]),
        [['DeviceB', 'stale', 5]],
      );
    }
  });

  test('page 003: A returns and has the role 10 s after it hears B, VRRP may begin 300 s late; entries may be incomplete', async () => {
    const [, row] = play(await printedPair(), 'device-down:DeviceA@0', 'device-up:DeviceA@600').rows;
    assert.equal(brief(row!), 'device-up DeviceA: DeviceA 10-311, incomplete, loses-users');
    assert.ok(
      row!.because.some(
        (evidence) =>
          /no figure is documented for MLD/.test(evidence.text) &&
          evidence.line === 35 &&
          evidence.file === 'DeviceA.cfg',
      ),
    );
  });

  test('page 003: the virtual IP outside the subnet is told, and what still works', async () => {
    const statements = play(await printedPair()).standing.filter(
      (evidence) => evidence.rule === 'vrrp-virtual-ip-outside-subnet',
    );
    assert.deepEqual(
      statements.map((evidence) => evidence.file),
      ['DeviceA.cfg', 'DeviceB.cfg'],
    );
    for (const evidence of statements) assert.match(evidence.text, /2001:DB8::50 .* FE80::1 still works/);
  });

  test('page 003: the matrix holds each failure and its recovery, the worst first', async () => {
    const rows = matrix(await printedPair()).rows.map(brief);
    assert.deepEqual(rows.slice(0, 4), [
      'device-up DeviceA: DeviceA 10-311, incomplete, loses-users',
      'uplink-down DeviceA GigabitEthernet0/1/3: nobody, fresh, no-switchover',
      'rbs-down DeviceA GigabitEthernet0/1/1: nobody, stale, survives-stale',
      'rbs-down DeviceB GigabitEthernet0/1/1: nobody, stale, survives-stale',
    ]);
    assert.equal(rows.length, 18);
  });
}
