// What helps to read a file: highlights, growing selections, tokens, links, hints, lenses, names of the workspace, and what a
// hover tells of the peer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeLenses, counterpartLens, peerLens, referencesLens } from '../../server/src/features/code-lens';
import { documentLinks } from '../../server/src/features/document-links';
import { failoverLens } from '../../server/src/features/failover-line';
import { highlights } from '../../server/src/features/highlights';
import { hoverOnPair, readable } from '../../server/src/features/hover-on-pair';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { selectionRanges } from '../../server/src/features/selection-ranges';
import { semanticTokens, tokenEdits, tokenTypes } from '../../server/src/features/semantic-tokens';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols';
import { Workspace, type Snapshot } from '../../server/src/workspace/workspace';
import { read } from '../support/check-text';
import { loadSyntax } from '../support/wasm';
import { atCursor, standing } from '../support/at-cursor';

const north = read('examples/mld/BRAS-North.cfg');
const south = read('examples/mld/BRAS-South.cfg');
const everything = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

async function workspace(a = north, b = south): Promise<Workspace> {
  await loadSyntax();
  const both = new Workspace({ strict: true });
  both.open('A.cfg', a);
  both.open('B.cfg', b);
  return both;
}

function at(text: string, needle: string) {
  const before = text.slice(0, text.indexOf(needle)).split('\n');
  return { line: before.length - 1, character: before[before.length - 1]!.length };
}

async function hovered(needle: string, a = north, b = south): Promise<string> {
  const both = await workspace(a, b);
  return hoverOnPair(both.snapshot('A.cfg')!, at(a, needle), (file) => both.snapshot(file))?.plain ?? '';
}

test('a name is marked where it is made and where it is used', async () => {
  const { snapshot, position, text } = await atCursor(
    '#\nremote-backup-profile P|1\n#\ninterface GigabitEthernet0/1/2\n remote-backup-profile p1\n#\n',
  );
  const found = highlights(snapshot, position);
  assert.deepEqual(
    standing(
      text,
      found.map((highlight) => highlight.range),
    ),
    ['1: P1', '4: p1'],
  );
  assert.deepEqual(
    found.map((highlight) => highlight.makes),
    [true, false],
  );
});

test('a selection grows from the word to the file', async () => {
  const { snapshot, position } = await atCursor(
    '#\nsysname A\n#\ninterface GigabitEthernet0/1/2\n ipv6 enable\n vrrp6 vrid 1 virtual-ip FE80::1 link-local\n vrrp6 vrid 1 priority 1|20\n#\nreturn\n',
  );
  assert.deepEqual(
    selectionRanges(snapshot, position).map(
      ({ start, end }) => `${start.line}:${start.character}-${end.line}:${end.character}`,
    ),
    ['6:23-6:26', '6:1-6:26', '6:0-6:26', '5:0-6:26', '3:0-6:26', '0:0-9:0'],
  );
  for (const place of [
    { line: 0, character: 0 },
    { line: 7, character: 1 },
    { line: 900, character: 5 },
  ])
    assert.ok(selectionRanges(snapshot, place).length > 0);
});

/** Tokens with the text that they cover. */
function shown(snapshot: Snapshot, text: string, range?: typeof everything): string[] {
  const rows = text.split('\n');
  const data = semanticTokens(snapshot, range);
  let row = 0;
  let column = 0;
  const found: string[] = [];
  for (let index = 0; index < data.length; index += 5) {
    row += data[index]!;
    column = data[index] === 0 ? column + data[index + 1]! : data[index + 1]!;
    found.push(
      `${rows[row]!.slice(column, column + data[index + 2]!)} ${tokenTypes[data[index + 3]!]}${data[index + 4] === 1 ? '+' : ''}`,
    );
  }
  return found;
}

test('words have the type of what they mean', async () => {
  const { snapshot, text } = await atCursor(
    '#\n# a remark\n#\nremote-backup-profile p1\n backup-id 10 remote-backup-service s1\n vrrp6-id 1 interface GigabitEthernet 0/1/2\n undo traffic backup\n#\ninterface GigabitEthernet0/1/2\n description to the north\n frobnicate\n#\n',
  );
  assert.deepEqual(shown(snapshot, text), [
    'a remark comment',
    'remote-backup-profile keyword',
    'p1 class+',
    'backup-id keyword',
    '10 number',
    'remote-backup-service keyword',
    's1 class',
    'vrrp6-id keyword',
    '1 number',
    'interface keyword',
    'GigabitEthernet 0/1/2 interface',
    'undo modifier',
    'traffic keyword',
    'backup keyword',
    'interface keyword',
    'GigabitEthernet0/1/2 interface+',
    'description keyword',
    'to the north string',
  ]);
});

test('the tokens of a range are those of the whole that lie in it', async () => {
  const snapshot = (await workspace()).snapshot('A.cfg')!;
  const whole = shown(snapshot, north);
  const part = shown(snapshot, north, { start: { line: 8, character: 0 }, end: { line: 12, character: 99 } });
  assert.ok(part.length > 5 && whole.join('\n').includes(part.join('\n')));
  assert.deepEqual(shown(snapshot, north, everything), whole);
});

test('the edits of tokens turn the old ones into the new ones', () => {
  const numbers = fc.array(fc.nat({ max: 3 }), { maxLength: 40 });
  fc.assert(
    fc.property(numbers, numbers, (before, after) => {
      const result = [...before];
      for (const { start, deleteCount, data } of tokenEdits(before, after)) result.splice(start, deleteCount, ...data);
      assert.deepEqual(result, after);
    }),
  );
});

test('interfaces lead to their section, the other end of the channel to the other file', async () => {
  const links = documentLinks((await workspace()).snapshot('A.cfg')!);
  assert.deepEqual(
    links.map(({ file, row }) => `${file} ${(file === 'A.cfg' ? north : south).split('\n')[row]!.trim()}`),
    ['A.cfg interface GigabitEthernet0/2/4', 'B.cfg peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port 7011'],
  );
});

test('hints say the role, the peer, and what is not written', async () => {
  const both = await workspace();
  const labels = (file: string) => inlayHints(both.snapshot(file)!, everything).map((hint) => hint.label);
  assert.deepEqual(labels('A.cfg'), ["master, peer's GigabitEthernet0/2/5", 'master']);
  assert.deepEqual(labels('B.cfg'), ["backup, peer's GigabitEthernet0/2/4", 'backup, preempt delay 0']);
  const { snapshot } = await atCursor(
    '#\ninterface GigabitEthernet0/1/2\n ip address 10.0.0.1 24\n vrrp vrid 1 virtual-ip 10.0.0.9\n vrrp vrid 2 virtual-ip 10.0.0.1\n#\n',
  );
  assert.deepEqual(
    inlayHints(snapshot, everything).map((hint) => hint.label),
    ['priority 100, preempt delay 0', 'priority 255'],
  );
  assert.deepEqual(
    inlayHints(snapshot, { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }).map(
      (hint) => hint.label,
    ),
    ['priority 255'],
  );
});

test('lenses stand on the device and on names that others use', async () => {
  const all = await workspace();
  const snapshot = all.snapshot('A.cfg')!;
  const lenses = codeLenses(snapshot);
  const over = (about: string) =>
    standing(
      north,
      lenses.filter((lens) => lens.about === about).map((lens) => lens.range),
    );
  assert.deepEqual(over('peer'), ['1: BRAS-North']);
  assert.deepEqual(over('references'), ['5: core-pair', '8: tv-users']);
  assert.deepEqual(over('counterpart'), ['5: core-pair', '8: tv-users', '28: GigabitEthernet0/2/4']);
  assert.equal(
    counterpartLens(snapshot, lenses.find((lens) => lens.about === 'counterpart')!.range.start, (file) =>
      all.snapshot(file),
    ),
    'counterpart: BRAS-South, line 6',
  );
  assert.equal(failoverLens(snapshot, 33), 'BRAS-North dies: BRAS-South master in 5.1-7.1 s, MLD entries in sync');
  assert.equal(failoverLens(snapshot, 34), undefined);
  assert.ok(codeLenses((await atCursor(north)).snapshot).every((lens) => lens.about !== 'failover'));
  assert.equal(peerLens(snapshot, { errors: 2, warnings: 0 }), 'paired with BRAS-South - 2 errors');
  assert.equal(peerLens(snapshot, { errors: 0, warnings: 1 }), 'paired with BRAS-South - 1 warning');
  assert.equal(
    peerLens((await atCursor(north)).snapshot, { errors: 0, warnings: 0 }),
    'no peer found - no errors or warnings',
  );
  assert.equal(referencesLens(snapshot, lenses[1]!.range.start).title, '1 reference');
  const { snapshot: lone } = await atCursor('#\nremote-backup-service s1\n#\n');
  assert.equal(referencesLens(lone, { line: 1, character: 23 }).title, 'no references');
});

test('over a pool of a DHCP server stands whom it serves, and nothing where no line tells', async () => {
  const pools =
    '#\nip pool office server\n gateway 10.0.0.1 24\n remote-backup-profile p1\n#\nip pool guests server\n gateway 10.1.0.1 24\n#\n' +
    'ip pool users bas local\n#\n';
  const { snapshot } = await atCursor(
    `#\nremote-backup-profile p1\n service-type dhcp-server\n vrrp-id 1 interface GigabitEthernet0/1/2.7\n${pools}` +
      'interface GigabitEthernet0/1/2.7\n ip address 10.0.0.2 24\n vrrp vrid 1 virtual-ip 10.0.0.1\n#\n',
  );
  const titles = codeLenses(snapshot)
    .filter(({ about }) => about === 'references')
    .map(({ range }) => [range.start.line, referencesLens(snapshot, range.start).title]);
  assert.deepEqual(titles, [
    [1, '1 reference'],
    [5, 'serves GigabitEthernet0/1/2.7'],
    [12, 'no references'],
  ]);
});

test('names of all devices are found by a part of them', async () => {
  const { network } = { network: (await workspace()).network() };
  const found = (query: string) =>
    workspaceSymbols(network, query).map((workspaceSymbol) => `${workspaceSymbol.container}: ${workspaceSymbol.name}`);
  assert.deepEqual(found('tv-users'), ['BRAS-North: tv-users', 'BRAS-South: tv-users']);
  assert.deepEqual(found('tvus'), found('tv-users'));
  assert.deepEqual(found('vrrp6 vrid 1'), [
    'BRAS-North GigabitEthernet0/2/4: vrrp6 vrid 1',
    'BRAS-South GigabitEthernet0/2/5: vrrp6 vrid 1',
  ]);
  assert.deepEqual(found('no such thing anywhere'), []);
  assert.ok(found('').length > 10);
});

test('a hover says what the same line says on the peer', async () => {
  assert.match(await hovered('150'), /On BRAS-South:\n {2}vrrp6 vrid 1 priority 110 \(line 36\)/);
  assert.match(
    await hovered('7011'),
    /On BRAS-South:\n {2}peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port 7011 \(line 7\)/,
  );
  assert.match(await hovered('delay 600'), /BRAS-South has no such line here\./);
  assert.match(await hovered('routing-enable'), /On BRAS-South:\n {2}multicast ipv6 routing-enable \(line 4\)/);
  const alone = await atCursor(north);
  assert.equal(
    hoverOnPair(alone.snapshot, at(north, '150'), () => undefined),
    undefined,
  );
});

test('a hover on a name lists where it is made and used on both devices', async () => {
  const said = await hovered('tv-users');
  assert.match(
    said,
    /Lines of BRAS-North with this name:\n {2}remote-backup-profile tv-users \(defined in line 9\)\n {2}remote-backup-profile tv-users \(line 45\)/,
  );
  assert.match(said, /Lines of BRAS-South with this name:\n {2}remote-backup-profile tv-users \(defined in line 9\)/);
  assert.match(await hovered('1 interface'), /Lines of BRAS-South with this name:[^]*vrrp6 vrid 1 priority 110/);
});

test('a hover on a virtual address says who is master and why', async () => {
  assert.match(
    await hovered('2001:DB8:A10::FF'),
    /BRAS-North is master: priority 150 on BRAS-North, 110 on BRAS-South\./,
  );
  const bare = (text: string) => text.replace(/ vrrp6 vrid 1 priority \d+\n/, '');
  assert.match(
    await hovered('2001:DB8:A10::FF', north, bare(south)),
    /BRAS-North is master: .*100 \(the default\) on BRAS-South/,
  );
  assert.match(
    await hovered('2001:DB8:A10::FF', bare(north), bare(south)),
    /The files do not tell who is master: .*: equal, and whichever came up first stays master\./,
  );
  const factory = (text: string) => text.replace(/^sysname .*$/m, 'sysname HUAWEI');
  assert.match(
    await hovered('2001:DB8:A10::FF', factory(north), factory(south)),
    /HUAWEI \((\S+)\) is master: priority 150 on HUAWEI \(\1\), 110 on HUAWEI \((?!\1)\S+\)\./,
  );
});

test('numbers with a unit are made readable', async () => {
  assert.equal(readable(300, 'cs'), '300 centiseconds = 3 s');
  assert.equal(readable(1800, 's'), '1800 seconds = 30 min');
  assert.equal(readable(5400, 's'), '5400 seconds = 1 h 30 min');
  assert.equal(readable(250, 'ms'), '250 milliseconds = 0.25 s');
  assert.equal(readable(10, 's'), undefined);
  assert.equal(readable(10, 'min'), undefined);
  assert.equal(readable(5, 'packets'), undefined);
  assert.match(await hovered('200\n'), /200 centiseconds = 2 s/);
});

test("no secret is shown, neither ours nor the peer's", async () => {
  const withKey = (text: string, key: string) =>
    text.replace(
      ' mld enable\n',
      ` mld enable\n vrrp vrid 9 virtual-ip 10.9.9.9\n vrrp vrid 9 authentication-mode md5 ${key}\n`,
    );
  const both = await workspace(withKey(north, 'hush-north'), withKey(south, 'hush-south'));
  const snapshot = both.snapshot('A.cfg')!;
  const row = at(withKey(north, 'hush-north'), ' vrrp vrid 9 auth').line;
  const answers: unknown[] = [
    workspaceSymbols(both.network(), ''),
    inlayHints(snapshot, everything),
    codeLenses(snapshot),
    documentLinks(snapshot),
  ];
  for (let character = 0; character < 60; character++)
    answers.push(hoverOnPair(snapshot, { line: row, character }, (file) => both.snapshot(file)));
  assert.ok(!JSON.stringify(answers).includes('hush'));
});

test('a hover on a line of a group says what happens when its master dies', async () => {
  const line = 'BRAS-North dies: BRAS-South master in 5.1-7.1 s, MLD entries in sync';
  for (const needle of ['priority 150', '2001:DB8:A10::FF', 'timer advertise 200'])
    assert.ok((await hovered(needle)).includes(line), needle);
  assert.ok((await hovered('priority 150', north, south.replace('port 7011', 'port 7001'))).includes('no MLD entries'));
  assert.ok(!(await hovered('pim ipv6 sm')).includes('dies'));
});

test('a hover says where a name leads, or that nothing makes it', async () => {
  const said = async (marked: string) => {
    const { snapshot, position } = await atCursor(marked);
    return hoverOnPair(snapshot, position, () => undefined)?.plain ?? '';
  };
  const lines = (...all: string[]) => `#\n${all.join('\n')}\n#\n`;
  const user = ' nat outbound 30|01 address-group out';
  assert.match(
    await said(lines('acl number 3001', '#', 'nat instance fiber id 12', user)),
    /ACL 3001 is defined by:\n {2}acl number 3001 \(line 2\)/,
  );
  assert.match(await said(lines('nat instance fiber id 12', user)), /ACL 3001 is not defined in this file\./);
  // A group of another instance is another one.
  assert.match(
    await said(
      lines(
        'nat instance copper id 13',
        ' nat address-group out group-id 1 203.0.113.16 203.0.113.31',
        '#',
        'nat instance fiber id 12',
        ' nat outbound 3001 address-group o|ut',
      ),
    ),
    /Address group out is not defined in this file\./,
  );
  assert.match(
    await said(
      lines(
        'interface GigabitEthernet0/1/2',
        '#',
        'remote-backup-profile p1',
        ' vrrp-id |7 interface GigabitEthernet0/1/2',
      ),
    ),
    /VRRP group 7 of GigabitEthernet0\/1\/2 is not defined in this file\./,
  );
  assert.match(
    await said(lines('remote-backup-service s1', ' track interface |GigabitEthernet0/9/9')),
    /GigabitEthernet0\/9\/9 has no section in this file\./,
  );
  // A group may be made without an address; the system has names of its own.
  const followed = ['interface GigabitEthernet0/1/2', ' vrrp vrid 7 track admin-vrrp interface Eth-Trunk1 vrid 1'];
  assert.doesNotMatch(
    await said(lines(...followed, '#', 'remote-backup-profile p1', ' vrrp-id |7 interface GigabitEthernet0/1/2')),
    /defined nowhere/,
  );
  assert.doesNotMatch(
    await said(lines('interface GigabitEthernet0/1/2', ' ip binding vpn-instance |_public_')),
    /defined nowhere/,
  );
});
