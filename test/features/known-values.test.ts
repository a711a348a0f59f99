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
  const peer = workspace.snapshot('north')!.facts;
  return completion(workspace.snapshot('south')!, { line: row + 1, character: typed.length }, { peer })!
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

/** The same where the line that begins with `begin` is taken away first. */
async function offeredInstead(begin: string, typed: string, example: string, names: string[]): Promise<string[]> {
  await loadSyntax();
  const workspace = new Workspace({ strict: true });
  workspace.setClosed('north', read(`examples/${example}/${names[0]}`));
  const rows = read(`examples/${example}/${names[1]}`).split('\n');
  const row = rows.findIndex((line) => line.trimStart().startsWith(begin));
  assert.ok(row >= 0, begin);
  workspace.open('south', rows.join('\n'));
  rows[row] = typed;
  workspace.change('south', undefined, rows.join('\n'));
  const peer = workspace.snapshot('north')!.facts;
  return completion(workspace.snapshot('south')!, { line: row, character: typed.length }, { peer })!
    .items.filter((item) => item.kind === 'name')
    .map((item) => item.label);
}

const translators = ['Translator-1.cfg', 'Translator-2.cfg'];

test("wherever the peer's line has the argument, its value comes first", async () => {
  for (const [begin, typed, value] of [
    ['ip address 10.88.0.9', ' ip address 10.88.0.9 ', '255.255.255.0'],
    ['ds-lite instance', 'ds-lite instance fiber id ', '12'],
    ['location slot', ' location slot ', '2'],
    ['vrrp vrid 44 timer advertise', ' vrrp vrid 44 timer advertise ', '2'],
    ['vrrp vrid 44 timer advertise', ' vrrp vrid ', '44'],
    ['ds-lite outbound', ' ds-lite outbound 3044 address-group ', 'fiber-out'],
    ['ospf', 'ospf ', '1'],
  ] as const)
    assert.equal((await offeredInstead(begin, typed, 'ds-lite', translators))[0], value, typed);
});

test('what is mirrored is told as this device writes it', async () => {
  const accesses = ['Access-1.cfg', 'Access-2.cfg'];
  assert.equal((await offeredInstead('discriminator local', ' discriminator local ', 'bras', accesses))[0], '402');
  assert.equal((await offeredInstead('discriminator remote', ' discriminator remote ', 'bras', accesses))[0], '401');
});

test('a value that follows the role or belongs to the other device is not taken over, nor a key', async () => {
  assert.ok(
    !(await offeredInstead('vrrp vrid 44 priority', ' vrrp vrid 44 priority ', 'ds-lite', translators)).includes('200'),
  );
  assert.deepEqual(await offeredInstead('sysname', 'sysname ', 'ds-lite', translators), []);
  const typed = ' remote-backup interface Eth-Trunk8 peer 10.88.0.8 authentication-key ';
  assert.deepEqual(await offeredInstead('remote-backup interface', typed, 'ds-lite', translators), []);
});

test("a line that stands here already is not offered again, and a name that the file waits for comes before the peer's", async () => {
  assert.deepEqual(await offered('location slot', ' location slot 2 engine ', 'ds-lite', translators), []);
  const relays = ['Relay-2.cfg', 'Relay-1.cfg'];
  const typed = 'remote-backup-service ';
  assert.equal((await offeredInstead('remote-backup-service', typed, 'dhcpv6-relay-clean', relays))[0], 'to-relay-2');
});
