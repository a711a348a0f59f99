// Definition and references of names, the outline, folding, and the counterpart on the paired device.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { counterpart } from '../../server/src/features/counterpart';
import { definition } from '../../server/src/features/definition';
import { folding } from '../../server/src/features/folding';
import { references } from '../../server/src/features/references';
import { symbols, type Outline } from '../../server/src/features/symbols';
import { Workspace } from '../../server/src/workspace/workspace';
import type { Range } from '../../server/src/text/range';
import { read, root } from '../support/check-text';
import { loadSyntax } from '../support/wasm';
import { atCursor, standing } from '../support/at-cursor';

const device = `#
sysname A
#
remote-backup-service core
 peer 10.0.0.2 source 10.0.0.1 port 7000
#
remote-backup-profile Users
 service-type bras
 backup-id 10 remote-backup-service CORE
 vrrp-id 3 interface gi 0/1/2
#
interface GigabitEthernet0/1/1
 vrrp vrid 3 virtual-ip 10.9.0.3
#
interface GigabitEthernet0/1/2
 ip address 10.1.0.1 255.255.255.0
 vrrp vrid 3 virtual-ip 10.1.0.3
 vrrp vrid 3 priority 120
 vrrp vrid 4 virtual-ip 10.1.0.4
 remote-backup-profile users
#
interface GigabitEthernet0/1/3
 vrrp vrid 5 track admin-vrrp interface GigabitEthernet0/1/2 vrid 3
#
return
`;

function cursorAt(needle: string): string {
  const at = device.indexOf(needle);
  assert.ok(at >= 0, needle);
  return device.slice(0, at + 1) + '|' + device.slice(at + 1);
}

async function defined(needle: string): Promise<string[]> {
  const { snapshot, position, text } = await atCursor(cursorAt(needle));
  return standing(
    text,
    definition(snapshot, position, () => undefined).map(({ range }) => range),
  );
}

async function referred(needle: string, withDefinitions = true): Promise<string[]> {
  const { snapshot, position, text } = await atCursor(cursorAt(needle));
  return standing(
    text,
    references(snapshot, position, withDefinitions, () => undefined).map(({ range }) => range),
  );
}

test('a name leads to the line that makes it, however it is spelled', async () => {
  assert.deepEqual(await defined('CORE'), ['3: core']);
  assert.deepEqual(await defined('users\n#'), ['6: Users']);
  assert.deepEqual(await defined('gi 0/1/2'), ['14: GigabitEthernet0/1/2']);
});

test('a VRRP group is the one of its interface', async () => {
  assert.deepEqual(await defined('3 interface gi'), ['16: 3']);
  assert.deepEqual(await defined('3 priority'), ['16: 3']);
  assert.deepEqual(await referred('3 interface gi'), ['9: 3', '16: 3', '17: 3', '22: 3']);
  assert.deepEqual(await referred('3 virtual-ip 10.9'), ['12: 3']);
});

test('references come with or without the definition', async () => {
  assert.deepEqual(await referred('Users'), ['6: Users', '19: users']);
  assert.deepEqual(await referred('Users', false), ['19: users']);
  assert.deepEqual(await referred('GigabitEthernet0/1/2\n'), [
    '9: gi 0/1/2',
    '14: GigabitEthernet0/1/2',
    '22: GigabitEthernet0/1/2',
  ]);
});

test('what is no name leads nowhere', async () => {
  assert.deepEqual(await defined('sysname A'), []);
  const { snapshot } = await atCursor(device);
  assert.deepEqual(
    definition(snapshot, { line: 10_000, character: 10_000 }, () => undefined),
    [],
  );
});

function tree(outline: readonly Outline[], depth = 0): string[] {
  return outline.flatMap((one) => [
    `${'  '.repeat(depth)}${one.name}${one.detail === undefined ? '' : ` (${one.detail})`} ${one.range.start.line}-${one.range.end.line}`,
    ...tree(one.children, depth + 1),
  ]);
}

test('the outline nests views and groups', async () => {
  const { snapshot } = await atCursor(device);
  assert.deepEqual(tree(symbols(snapshot)), [
    'A (sysname) 1-1',
    'remote-backup-service core 3-4',
    'remote-backup-profile Users 6-9',
    'interface GigabitEthernet0/1/1 11-12',
    '  vrrp vrid 3 (10.9.0.3) 12-12',
    'interface GigabitEthernet0/1/2 (10.1.0.1/24) 14-19',
    '  vrrp vrid 3 (10.1.0.3) 16-17',
    '  vrrp vrid 4 (10.1.0.4) 18-18',
    'interface GigabitEthernet0/1/3 21-22',
    '  vrrp vrid 5 22-22',
  ]);
});

test('views fold to their last line', async () => {
  const { snapshot } = await atCursor(device);
  assert.deepEqual(
    folding(snapshot),
    [
      [3, 4],
      [6, 9],
      [11, 12],
      [14, 19],
      [21, 22],
    ].map(([startLine, endLine]) => ({ startLine, endLine })),
  );
});

test('the counterpart is the line that answers on the paired device', async () => {
  const from = async (pair: readonly [string, string], needle: string) => {
    const [ofA, ofB] = pair.map((name) => readFileSync(join(root, 'examples', name), 'utf8')) as [string, string];
    const at = ofA.indexOf(needle);
    assert.ok(at >= 0, needle);
    const { snapshot, position, other } = await atCursor(ofA.slice(0, at) + '|' + ofA.slice(at), { 'B.cfg': ofB });
    const found = counterpart(snapshot, position, other);
    return found && `${found.file} ${ofB.split('\n')[found.range.start.line]!.trim()}`;
  };
  const mld = ['mld/BRAS-North.cfg', 'mld/BRAS-South.cfg'] as const;
  assert.equal(await from(mld, 'peer-ipv6'), 'B.cfg peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port 7011');
  assert.equal(await from(mld, 'remote-backup-service core'), 'B.cfg remote-backup-service core-pair');
  assert.equal(await from(mld, 'service-type mld'), 'B.cfg service-type mld');
  assert.equal(await from(mld, 'backup-id 21'), 'B.cfg backup-id 21 remote-backup-service core-pair');
  assert.equal(await from(mld, 'vrrp6-id 1'), 'B.cfg vrrp6-id 1 interface GigabitEthernet0/2/5');
  assert.equal(await from(mld, 'interface GigabitEthernet0/2/4\n d'), 'B.cfg interface GigabitEthernet0/2/5');
  assert.equal(await from(mld, 'mld enable'), 'B.cfg mld enable');
  assert.equal(await from(mld, 'vrrp6 vrid 1 priority'), 'B.cfg vrrp6 vrid 1 priority 110');
  assert.equal(
    await from(mld, 'remote-backup-profile tv-users\n#\ninterface GigabitEthernet0/2/9'),
    'B.cfg remote-backup-profile tv-users',
  );
  assert.equal(await from(mld, 'multicast ipv6 routing-enable'), 'B.cfg multicast ipv6 routing-enable');
  // A line that the peer has not: the view that answers; a blank spot before all views: the device.
  assert.equal(await from(mld, 'vrrp6 vrid 1 preempt'), 'B.cfg interface GigabitEthernet0/2/5');
  assert.equal(await from(mld, '#\nsysname'), 'B.cfg sysname BRAS-South');
  const pools = ['dhcp-server/Metro-1.cfg', 'dhcp-server/Metro-2.cfg'] as const;
  assert.equal(await from(pools, 'ip pool office'), 'B.cfg ip pool office server');
  assert.equal(await from(pools, 'section 1'), 'B.cfg section 1 10.64.9.0 10.64.9.239');
  const boards = ['ds-lite/Translator-1.cfg', 'ds-lite/Translator-2.cfg'] as const;
  assert.equal(await from(boards, 'service-location 4\n location'), 'B.cfg service-location 4');
  assert.match(
    (await from(boards, 'remote-backup interface'))!,
    /^B\.cfg remote-backup interface Eth-Trunk8 peer 10\.88\.0\.8 /,
  );
  assert.equal(
    await from(
      ['dhcpv6-relay-clean/Relay-1.cfg', 'dhcpv6-relay-clean/Relay-2.cfg'],
      'remote-backup-service to-relay-2\n peer',
    ),
    'B.cfg remote-backup-service to-relay-1',
  );
  const alone = await atCursor(readFileSync(join(root, 'examples/mld/BRAS-North.cfg'), 'utf8'));
  assert.equal(counterpart(alone.snapshot, undefined, alone.other), undefined);
});

test('across the pair: from where a name is made to where the peer makes it, and its uses on both devices', async () => {
  await loadSyntax();
  const north = read('examples/mld/BRAS-North.cfg');
  const south = read('examples/mld/BRAS-South.cfg');
  const workspace = new Workspace({ strict: true });
  workspace.open('A.cfg', north);
  workspace.setClosed('B.cfg', south);
  const snapshot = workspace.snapshot('A.cfg')!;
  const other = (file: string) => workspace.snapshot(file);
  const positionOf = (needle: string) => {
    const before = north.slice(0, north.indexOf(needle)).split('\n');
    return { line: before.length - 1, character: before[before.length - 1]!.length };
  };
  const spots = (found: readonly { file: string; range: Range }[]) =>
    found.map(
      ({ file, range }) => `${file} ${(file === 'A.cfg' ? north : south).split('\n')[range.start.line]!.trim()}`,
    );
  const made = positionOf('tv-users');
  assert.deepEqual(spots(definition(snapshot, made, other)), ['B.cfg remote-backup-profile tv-users']);
  assert.equal(
    spots(definition(snapshot, positionOf('core-pair\n peer-backup'), other))[0],
    'A.cfg remote-backup-service core-pair',
  );
  assert.deepEqual(spots(references(snapshot, made, true, other)), [
    'A.cfg remote-backup-profile tv-users',
    'A.cfg remote-backup-profile tv-users',
    'B.cfg remote-backup-profile tv-users',
    'B.cfg remote-backup-profile tv-users',
  ]);
  // An interface of the same name is another interface.
  assert.ok(references(snapshot, positionOf('GigabitEthernet'), true, other).every(({ file }) => file === 'A.cfg'));
});
