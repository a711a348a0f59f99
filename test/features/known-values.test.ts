// What both files know is offered where it is typed: the peer's value first, then the own ones, then what is free.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/features/completion';
import { Workspace } from '../../server/src/workspace/workspace';
import { read } from '../support/check-text';
import { loadSyntax } from '../support/wasm';

/** The values offered behind `typed`, which stands in the place of the line that begins with `begin` in South's file. */
async function offered(
  begin: string,
  typed: string,
  example = 'mld',
  names = ['BRAS-North.cfg', 'BRAS-South.cfg'],
): Promise<string[]> {
  await loadSyntax();
  const workspace = new Workspace({ strict: true });
  workspace.setClosed('north', read(`examples/${example}/${names[0]}`));
  const rows = read(`examples/${example}/${names[1]}`).split('\n');
  const row = rows.findIndex((line) => line.trimStart().startsWith(begin));
  assert.ok(row >= 0, begin);
  workspace.open('south', rows.join('\n'));
  // What pairs the two stays while the line is typed anew below.
  rows.splice(row + 1, 0, typed);
  workspace.change('south', undefined, rows.join('\n'));
  return completion(workspace.snapshot('south')!, { line: row + 1, character: typed.length })!
    .items.filter((item) => item.kind === 'name')
    .map((item) => item.label);
}

test("the channel: the peer's source, the own address it expects, its port", async () => {
  assert.equal((await offered('peer-ipv6', ' peer-ipv6 '))[0], '2001:DB8:C0::1');
  assert.equal((await offered('peer-ipv6', ' peer-ipv6 2001:DB8:C0::1 source-ipv6 '))[0], '2001:DB8:C0::2');
  assert.deepEqual(await offered('peer-ipv6', ' peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port '), ['7011']);
});

test("a backup-id: the peer's, then the next free one", async () => {
  assert.deepEqual(await offered('backup-id', ' backup-id '), ['21', '1']);
});

test("a group: the peer's number and virtual IPs on the same subnet", async () => {
  assert.equal((await offered('vrrp6 vrid 1 priority', ' vrrp6 vrid '))[0], '1');
  assert.deepEqual(await offered('vrrp6 vrid 1 priority', ' vrrp6 vrid 1 virtual-ip '), [
    'FE80::A10',
    '2001:DB8:A10::FF',
  ]);
});

test('a preempt delay: the figure of the service on the master, 0 on the backup', async () => {
  assert.deepEqual(
    await offered('vrrp6 vrid 40 priority', ' vrrp6 vrid 40 preempt-mode timer delay ', 'dhcpv6-relay', [
      'Edge-2.cfg',
      'Edge-1.cfg',
    ]),
    ['1800'],
  );
  assert.deepEqual(
    await offered('vrrp6 vrid 40 priority', ' vrrp6 vrid 40 preempt-mode timer delay ', 'dhcpv6-relay', [
      'Edge-1.cfg',
      'Edge-2.cfg',
    ]),
    ['0'],
  );
});

test("a priority beside the peer's: below a master, above a backup", async () => {
  assert.deepEqual(await offered('vrrp6 vrid 1 timer', ' vrrp6 vrid 1 priority '), ['100', '170']);
});
