// Who is master in an E-Trunk as two files stand, whether the two ends read each other, and how long they wait.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eTrunkMembers, eTrunkPairs } from '../../../server/src/model/e-trunk/e-trunk-pairs';
import { eTrunkDeafness } from '../../../server/src/model/e-trunk/hearing';
import { eTrunkRolesAtRest, isActiveActive, preferredDevice } from '../../../server/src/model/e-trunk/roles';
import { holdTime, revertDelay } from '../../../server/src/model/e-trunk/timers';
import type { Pair } from '../../../server/src/model/pairing/pair';
import { eTrunkPairOf, type ETrunkDevice } from '../../support/e-trunk-pairs';

const rolesOf = (pair: Pair) => eTrunkMembers(pair).map((member) => eTrunkRolesAtRest(pair, member));
const rolesWith = async (a: Partial<ETrunkDevice>, b: Partial<ETrunkDevice> = {}) => rolesOf(await eTrunkPairOf(a, b));

test('the lower priority is master; at equal ones the system ID decides, which no file has', async () => {
  const pair = await eTrunkPairOf();
  assert.equal(preferredDevice(eTrunkPairs(pair)[0]!), 'a');
  assert.deepEqual(rolesOf(pair), [{ a: 'master', b: 'backup' }]);
  assert.deepEqual(await rolesWith({ eTrunk: ['priority 20'] }), [{ a: 'unknown', b: 'unknown' }]);
  assert.deepEqual(await rolesWith({ eTrunk: [] }), [{ a: 'backup', b: 'master' }], '100 by default');
});

test('a role that is set by hand wins over the priority', async () => {
  const forced = (mode: string) => ({ trunk: [`e-trunk mode ${mode}`] });
  assert.deepEqual(await rolesWith(forced('force-master'), forced('force-master')), [{ a: 'master', b: 'master' }]);
  assert.deepEqual(await rolesWith(forced('force-backup'), forced('force-master')), [{ a: 'backup', b: 'master' }]);
  assert.deepEqual(await rolesWith({}, forced('force-master')), [{ a: 'master', b: 'master' }]);
  assert.deepEqual(await rolesWith(forced('force-backup')), [{ a: 'backup', b: 'backup' }]);
  const pair = await eTrunkPairOf(forced('force-master'), forced('force-master'));
  assert.ok(eTrunkMembers(pair).every(isActiveActive));
});

test('an Eth-Trunk that is shut down leaves the other one master', async () => {
  assert.deepEqual(await rolesWith({ trunk: ['shutdown'] }), [{ a: 'initialize', b: 'master' }]);
});

test('two ends that do not read each other are both master', async () => {
  const cases: readonly (readonly [string, Partial<ETrunkDevice>, string])[] = [
    ['another readable key', { eTrunk: ['priority 10', 'security-key simple One-1'] }, 'setting'],
    ['addresses that do not mirror', { peer: 'peer-address 10.9.0.3 source-address 10.9.0.1' }, 'addresses'],
    ['no addresses', { peer: 'timer hello 10' }, 'no-peer'],
  ];
  for (const [title, a, cause] of cases) {
    const pair = await eTrunkPairOf(a, { eTrunk: ['priority 20', 'security-key simple Two-2'] });
    assert.equal(eTrunkDeafness(pair, eTrunkPairs(pair)[0]!)?.cause, cause, title);
    assert.deepEqual(rolesOf(pair), [{ a: 'master', b: 'master' }], title);
  }
  const pair = await eTrunkPairOf({ eTrunk: ['priority 10', 'security-key simple One-1'] });
  assert.equal(eTrunkDeafness(pair, eTrunkPairs(pair)[0]!)?.cause, 'setting', 'a key on one side only');
});

test('waiting: 20 Hello packets of one second and 120 s back, unless the files say otherwise', async () => {
  const [byDefault] = eTrunkPairs(await eTrunkPairOf());
  assert.deepEqual([holdTime(byDefault!.a), revertDelay(byDefault!.a)], [20, 120]);
  const lines = ['priority 10', 'timer hello 5', 'timer hold-on-failure multiplier 3', 'timer revert delay 300'];
  const [written] = eTrunkPairs(await eTrunkPairOf({ eTrunk: lines }));
  assert.deepEqual([holdTime(written!.a), revertDelay(written!.a)], [1.5, 300]);
  const [never] = eTrunkPairs(await eTrunkPairOf({ eTrunk: ['priority 10', 'revert disable'] }));
  assert.equal(revertDelay(never!.a), undefined);
});

test('members answer each other by number, by remote-eth-trunk, or where each device has one', async () => {
  const more = (number: number, line: string) => ({
    rest: [`interface Eth-Trunk${number}`, ' mode lacp-static', ` ${line}`, '#'],
  });
  const names = async (a: Partial<ETrunkDevice>, b: Partial<ETrunkDevice>) =>
    eTrunkMembers(await eTrunkPairOf(a, b)).map((member) => [member.a?.name, member.b?.name]);
  assert.deepEqual(await names(more(11, 'e-trunk 1'), more(11, 'e-trunk 1')), [
    ['Eth-Trunk10', 'Eth-Trunk10'],
    ['Eth-Trunk11', 'Eth-Trunk11'],
  ]);
  assert.deepEqual(await names(more(11, 'e-trunk 1 remote-eth-trunk 12'), more(12, 'e-trunk 1 remote-eth-trunk 11')), [
    ['Eth-Trunk10', 'Eth-Trunk10'],
    ['Eth-Trunk11', 'Eth-Trunk12'],
  ]);
  assert.deepEqual(await names(more(11, 'e-trunk 1'), {}), [
    ['Eth-Trunk10', 'Eth-Trunk10'],
    ['Eth-Trunk11', undefined],
  ]);
});
