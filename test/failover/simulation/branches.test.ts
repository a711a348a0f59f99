// Branches that neither the examples nor the drawn cases of the rehearsal tell apart: who preempts, whose goodbye is heard, which
// profiles need a binding, and when the address of a channel is down.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { channelCarrier } from '../../../server/src/failover/simulation/channel-carrier';
import type { Pair } from '../../../server/src/model/pairing/pair';
import { sharesChannel } from '../../../server/src/failover/simulation/e-trunk-conditions';
import { eTrunkPairs } from '../../../server/src/model/e-trunk/e-trunk-pairs';
import { eTrunkPairOf } from '../../support/e-trunk-pairs';
import { deviceText, pairFrom, pairOf, play } from '../../support/failover-pairs';
import { loadSyntax } from '../../support/wasm';

before(loadSyntax);

const faultsOf = (pair: Pair): string[] =>
  channelCarrier(pair, pair.profiles[0]!).faults.flatMap((fault) => fault.rule ?? []);

type Change = readonly [from: string, to: string];

/** DeviceA with its text changed, beside DeviceB as it is. */
function changed(changes: readonly Change[], service = 'nd'): Promise<Pair> {
  let text = deviceText({ name: 'DeviceA', own: 1, group: ['priority 200'], service });
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  }
  return pairFrom([
    { name: 'A.cfg', text },
    { name: 'B.cfg', text: deviceText({ name: 'DeviceB', own: 2, group: ['priority 120'], service }) },
  ]);
}

test('an address owner that returns takes the role back though its line says not to preempt', async () => {
  const virtual = '2001:DB8:5::1';
  const owner = await pairOf({ virtual, group: ['preempt-mode disable'] }, { virtual, group: ['priority 120'] });
  const { rows } = play(owner, 'device-down:DeviceA@0', 'device-up:DeviceA@1000');
  assert.equal(rows[1]!.takeover?.to, 'DeviceA');
  const plain = await pairOf({ group: ['priority 200', 'preempt-mode disable'] }, { group: ['priority 120'] });
  assert.equal(play(plain, 'device-down:DeviceA@0', 'device-up:DeviceA@1000').rows[1]!.takeover, null);
});

test('a backup that stops says no goodbye: its master goes on, and nobody takes over', async () => {
  const [stopped] = play(await pairOf(), 'device-stop:DeviceB@0').rows;
  assert.equal(stopped!.takeover, null);
  assert.deepEqual(stopped!.masters, ['DeviceA']);
  const [left] = play(await pairOf(), 'device-stop:DeviceA@0').rows;
  assert.equal(left!.takeover?.to, 'DeviceB');
  // Neither leads yet: who has returned waits for as long as it would have.
  const both = play(await pairOf(), 'device-down:DeviceA@0', 'device-up:DeviceA@1', 'device-stop:DeviceB@2');
  assert.equal(both.rows[2]!.takeover?.to, 'DeviceA');
  assert.ok(both.rows[2]!.takeover.afterSeconds[1] > 2, JSON.stringify(both.rows[2]!.takeover));
});

test('a profile of which one service needs a binding needs one', async () => {
  const unbound: Change = ['\n remote-backup-profile p1\n', '\n'];
  const also: Change = [' service-type nd\n', ' service-type nd\n service-type bras\n'];
  const named = 'rbp-unbound';
  assert.ok(faultsOf(await changed([unbound])).includes(named));
  assert.ok(faultsOf(await changed([unbound, also])).includes(named));
  assert.ok(!faultsOf(await changed([unbound], 'bras')).includes(named));
});

test('the source of a channel is down where each interface that has it is shut', async () => {
  const port = 'interface GigabitEthernet0/1/0\n ip address 10.9.0.1 255.255.255.0\n';
  const spare = 'interface LoopBack7\n ip address 10.9.0.1 255.255.255.255\n';
  const down = 'rbs-source-interface-down';
  const shut = (text: string) => text.replace('\n', '\n shutdown\n');
  assert.ok(faultsOf(await changed([[port, shut(port)]])).includes(down));
  assert.ok(faultsOf(await changed([[port, `${shut(port)}#\n${shut(spare)}`]])).includes(down));
  assert.ok(!faultsOf(await changed([[port, `${shut(port)}#\n${spare}`]])).includes(down));
});

test('an E-Trunk runs beside a channel where both of its ends do, not where one does', async () => {
  const isBeside = (pair: Pair) => sharesChannel(pair, eTrunkPairs(pair)[0]!);
  assert.ok(isBeside(await eTrunkPairOf()));
  for (const own of [1, 2] as const) {
    const peer = `peer-address 10.9.0.${3 - own} source-address 10.${40 + own}.0.1`;
    const pair = own === 1 ? await eTrunkPairOf({ peer }) : await eTrunkPairOf({}, { peer });
    assert.ok(!isBeside(pair), `the source of device ${own}`);
  }
});
