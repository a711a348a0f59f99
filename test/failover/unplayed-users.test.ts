// Users that an event may hit and that are not rehearsed have a row that says so: those of a third router, and those whose E-Trunk is
// none of the pair.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { matrix } from '../../server/src/failover/judgement/matrix';
import { failoverReport } from '../../server/src/failover/report/json';
import { failoverMarkdown } from '../../server/src/failover/report/markdown';
import type { Pair } from '../../server/src/model/pairing/pair';
import { deviceText, pairFrom, play } from '../support/failover-pairs';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

const toThird = `
remote-backup-service third
 peer 10.7.0.3 source 10.7.0.1 port 6009
#
remote-backup-profile guests
 service-type arp
 backup-id 90 remote-backup-service third
 peer-backup hot
 vrrp-id 90 interface GigabitEthernet0/7/1
#
interface GigabitEthernet0/7/1
 ip address 10.70.0.1 255.255.255.0
 vrrp vrid 90 virtual-ip 10.70.0.254
 remote-backup-profile guests
#
`;

const overETrunk = `
remote-backup-profile hall
 service-type igmp
 backup-id 91 remote-backup-service s1
 peer-backup hot
 e-trunk 9 eth-trunk 9
#
interface Eth-Trunk9
 remote-backup-profile hall
#
`;

function pairWith(more: string): Promise<Pair> {
  const text = deviceText({ name: 'DeviceA', own: 1, group: ['priority 200'], service: 'nd' });
  return pairFrom([
    { name: 'A.cfg', text: text.replace(/#?\nreturn\n?$/, '') + more },
    { name: 'B.cfg', text: deviceText({ name: 'DeviceB', own: 2, group: ['priority 120'], service: 'nd' }) },
  ]);
}

test('the users that a device backs up to a third router', async () => {
  const pair = await pairWith(toThird);
  const { rows } = play(pair, 'device-down:DeviceA@0');
  const found = rows.filter(({ group }) => group === null);
  assert.equal(found.length, 1);
  const row = found[0]!;
  assert.equal(row.outcome, 'unknown');
  assert.deepEqual(row.services, ['arp']);
  assert.equal(row.hitSeconds, null);
  assert.match(
    row.text,
    /^DeviceA dies: the ARP users of GigabitEthernet0\/7\/1 are not rehearsed: it backs them up to 10\.7\.0\.3, a third router$/,
  );
  assert.equal(row.because[0]?.file, 'A.cfg');
});

test('the other device, and another interface, do not concern them', async () => {
  const pair = await pairWith(toThird);
  for (const event of ['device-down:DeviceB@0', 'rbs-down@0'])
    assert.ok(
      play(pair, event).rows.every(({ group }) => group !== null),
      event,
    );
});

test('the users whose E-Trunk is none of the pair', async () => {
  const { rows } = play(await pairWith(overETrunk), 'device-down:DeviceA@0', 'device-up:DeviceA@700');
  const found = rows.filter(({ group }) => group === null);
  assert.deepEqual(
    found.map(({ text }) => text),
    ['dies', 'returns'].map(
      (change) =>
        `DeviceA ${change}: the IGMP users of Eth-Trunk9 are not rehearsed: their role comes from E-Trunk 9, which is none of this pair`,
    ),
  );
});

test('matrix and reports have the row', async () => {
  const rehearsal = matrix(await pairWith(toThird));
  const rows = rehearsal.rows.filter(({ group }) => group === null);
  assert.deepEqual(
    rows.map(({ event }) => event),
    ['device-down', 'device-up'],
  );
  assert.match(
    failoverMarkdown(rehearsal),
    /\| not known \| device-down DeviceA \| {2}\| arp \| {2}\| {2}\| not in the files \| /,
  );
  const { rows: inJson } = failoverReport(rehearsal, ['A.cfg', 'B.cfg'], []) as {
    rows: readonly { group: number | null; outcome: string }[];
  };
  assert.equal(inJson.filter(({ group, outcome }) => group === null && outcome === 'unknown').length, 2);
});
