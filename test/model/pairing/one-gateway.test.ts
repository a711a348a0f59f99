// One gateway address in each of many VPNs: what the groups answer follows from names and tags, and costs no more for each of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workspaceOf } from '../../support/check-text';
import { networkText } from '../../support/network-text';
import { oneGateway } from '../../support/one-gateway';

const couple = (one: string, two: string) =>
  workspaceOf([
    { name: 'One.cfg', text: one },
    { name: 'Two.cfg', text: two },
  ]);

/** `GigabitEthernet0/3/0.7 GigabitEthernet0/4/0.7` for each virtual router. */
async function routers(one: string, two: string): Promise<string[]> {
  const workspace = await couple(one, two);
  return workspace.network().pairs[0]!.groups.map(({ a, b }) => `${a.interfaceName} ${b.interfaceName}`);
}

/** `text` with other words for what tells the network of one group from the others. */
const unlike = (text: string, at: number) =>
  text
    .replace(`GigabitEthernet0/3/0.${at}\n`, `GigabitEthernet0/3/0.9${at}\n`)
    .replace(` vlan-type dot1q ${at}\n ip binding vpn-instance c${at}\n`, ` vlan-type dot1q 90${at}\n`);

const number = (name: string) => name.slice(name.indexOf('.') + 1);

// Some that are told apart by comparing all, and more than that.
for (const count of [5, 64, 65, 300])
  for (const [what, written] of Object.entries({
    'in another order': { order: 'down' },
    'in another slot and order': { order: 'down', slot: '0/4/0' },
    'under other names of VPNs': { order: 'down', slot: '0/4/0', vpn: '-red' },
  } as const))
    test(`one gateway: ${count} groups ${what} answer those of their networks`, async () => {
      const found = await routers(oneGateway(1, count), oneGateway(2, count, written));
      assert.equal(found.length, count);
      for (const router of found) {
        const [left, right] = router.split(' ').map(number);
        assert.equal(left, right, router);
      }
    });

test('one gateway: VLAN and VPN of virtual routers in another order are no findings', async () => {
  const workspace = await couple(oneGateway(1, 8), oneGateway(2, 8, { order: 'down' }));
  assert.deepEqual(workspace.allFindings(), []);
});

test('one gateway: where an edit makes the groups more than are compared with each other, it is as if they had been opened so', async () => {
  const one = oneGateway(1, 65);
  const two = unlike(oneGateway(2, 64), 7);
  // The last group has another virtual IP at first: 64 have the one address.
  const rows = one.split('\n');
  const row = rows.findLastIndex((text) => text.endsWith('virtual-ip 192.168.1.1'));
  const end = rows[row]!.length;
  const range = { start: { line: row, character: end - 1 }, end: { line: row, character: end } };
  const fewer = rows.with(row, ' vrrp vrid 1 virtual-ip 192.168.1.9').join('\n');
  const warm = await couple(fewer, two);
  warm.open('One.cfg', fewer);
  const [few, many] = [networkText(await couple(fewer, two)), networkText(await couple(one, two))];
  assert.notDeepEqual(few, many);
  for (const [digit, text] of [
    ['1', many],
    ['9', few],
    ['1', many],
  ] as const) {
    warm.change('One.cfg', range, digit);
    assert.deepEqual(networkText(warm), text, digit);
  }
});
