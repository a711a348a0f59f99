// Pairs are found from what the files say, also where the pair is broken in the very thing a rule looks for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Device } from '../../../server/src/model/device';
import { deviceDigest } from '../../../server/src/model/pairing/device-digest';
import { network } from '../../../server/src/model/pairing/network';
import { root, workspaceOf, type NamedText } from '../../support/check-text';
import { configurationsIn } from '../../support/spoilt-pairs';

const north = readFileSync(join(root, 'examples/mld/BRAS-North.cfg'), 'utf8');
const south = readFileSync(join(root, 'examples/mld/BRAS-South.cfg'), 'utf8');

async function pairOf(a: string, b: string) {
  const { pairs } = (
    await workspaceOf([
      { name: 'x/1.txt', text: a },
      { name: 'x/2.txt', text: b },
    ])
  ).network();
  assert.equal(pairs.length, 1, 'no pair found');
  return pairs[0]!;
}

describe('a broken pair still pairs', () => {
  const breaks: readonly (readonly [title: string, from: string | RegExp, to: string, rule: string])[] = [
    ['a wrong port', 'port 7011', 'port 7001', 'rbs-port-mismatch'],
    ['a wrong peer address', 'peer-ipv6 2001:DB8:C0::1', 'peer-ipv6 2001:DB8:C0::11', 'rbs-peer-source-not-mirrored'],
    ['a wrong backup-id', 'backup-id 21', 'backup-id 12', 'rbp-backup-id-mismatch'],
    ['a wrong vrid', /vrid 1\b|vrrp6-id 1\b/g, 'vrid 2', 'vrrp-vrid-mismatch'],
    ['another virtual IP', 'virtual-ip 2001:DB8:A10::FF', 'virtual-ip 2001:DB8:A10::FE', 'vrrp-virtual-ip-mismatch'],
  ];
  for (const [title, from, to, rule] of breaks) {
    test(title, async () => {
      const broken =
        rule === 'vrrp-vrid-mismatch'
          ? south.replace(/vrid 1\b/g, 'vrid 2').replace('vrrp6-id 1', 'vrrp6-id 2')
          : south.replace(from as string, to);
      assert.notEqual(broken, south);
      const pair = await pairOf(north, broken);
      assert.equal(pair.channels.length, 1);
      assert.equal(pair.profiles.length, 1);
      assert.equal(pair.groups.filter((group) => group.profiles.length > 0).length, 1);
      const findings = (
        await workspaceOf([
          { name: '1', text: north },
          { name: '2', text: broken },
        ])
      )
        .allFindings()
        .filter((finding) => finding.severity === 'error');
      assert.deepEqual(
        findings.map((finding) => finding.rule),
        [rule],
        findings.map((finding) => finding.message).join('\n'),
      );
    });
  }
});

test('the files may be called anything, and the sysnames too', async () => {
  const pair = await pairOf(north.replace('sysname BRAS-North\n', ''), south.replace('BRAS-South', 'zzz'));
  assert.equal(pair.channels.length, 1);
});

test('two routers that only share a private LAN are no pair', async () => {
  const a = '#\nsysname A\n#\ninterface GigabitEthernet0/0/1\n ip address 10.0.0.1 255.255.255.0\n#\n';
  const { pairs } = (
    await workspaceOf([
      { name: 'a', text: a },
      { name: 'b', text: a.replace('sysname A', 'sysname B').replace('10.0.0.1', '10.0.0.2') },
    ])
  ).network();
  assert.equal(pairs.length, 0);
});

test('plain VRRP pairs are found by vrid, virtual IP and subnet', async () => {
  const a =
    '#\nsysname A\n#\ninterface Vlanif10\n ip address 10.0.0.1 255.255.255.0\n vrrp vrid 1 virtual-ip 10.0.0.254\n#\n';
  const { pairs } = (
    await workspaceOf([
      { name: 'a', text: a },
      { name: 'b', text: a.replace('sysname A', 'sysname B').replace('10.0.0.1 ', '10.0.0.2 ') },
    ])
  ).network();
  assert.equal(pairs.length, 1);
  assert.equal(pairs[0]!.groups.length, 1);
});

test('the same two sites with the same addresses: the nearest folder wins', async () => {
  const { pairs } = (
    await workspaceOf(
      ['site1', 'site2'].flatMap((site) => [
        { name: `${site}/n.cfg`, text: north },
        { name: `${site}/s.cfg`, text: south },
      ]),
    )
  ).network();
  assert.deepEqual(pairs.map((pair) => [pair.a.file, pair.b.file]).sort(), [
    ['site1/n.cfg', 'site1/s.cfg'],
    ['site2/n.cfg', 'site2/s.cfg'],
  ]);
});

test('two copies of the peer beside it: the device is told so once, its copies are not, and nothing is checked across them', async () => {
  const workspace = await workspaceOf([
    { name: 'n.cfg', text: north },
    { name: 's.cfg', text: south },
    { name: 's-copy.cfg', text: south.replace('port 7011', 'port 7001') },
    { name: 's-old.cfg', text: south },
  ]);
  assert.deepEqual(workspace.network().pairs, []);
  assert.deepEqual(
    workspace.allFindings().map((finding) => [finding.rule, finding.severity, finding.file]),
    [['peer-ambiguous', 'information', 'n.cfg']],
  );
});

test('two versions of one device are no pair', async () => {
  const { pairs } = (
    await workspaceOf([
      { name: 'january.cfg', text: north },
      { name: 'february.cfg', text: north.replace('priority 150', 'priority 160') },
    ])
  ).network();
  assert.equal(pairs.length, 0);
});

test('when a file that the settings pair goes away, its partner looks for a peer of its own', async () => {
  const files = [
    { name: 'n.cfg', text: north },
    { name: 's.cfg', text: south },
    { name: 'other.cfg', text: 'sysname Other\n' },
  ];
  const workspace = await workspaceOf(files, undefined, { network: { namedPairs: [['n.cfg', 'other.cfg']] } });
  assert.deepEqual(
    workspace.network().pairs.map((pair) => [pair.a.file, pair.b.file]),
    [['n.cfg', 'other.cfg']],
  );
  workspace.removeClosed('other.cfg');
  assert.deepEqual(
    workspace.network().pairs.map((pair) => [pair.a.file, pair.b.file]),
    [['n.cfg', 's.cfg']],
  );
});

const channelOf = (sysname: string, own: string, peer: string, port = 7001) =>
  `#\nsysname ${sysname}\n#\nremote-backup-service s\n peer ${peer} source ${own} port ${port}\n#\n`;

async function couplesOf(files: readonly NamedText[]): Promise<string[]> {
  const { pairs } = (await workspaceOf(files)).network();
  return pairs.map(({ a, b }) => [a.file, b.file].sort().join(' '));
}

test('one name and a mirrored channel are a pair; one name alone is one device, the name of the factory is none', async () => {
  const mirrored = (sysname: string) => [
    { name: 'a', text: channelOf(sysname, '10.0.0.1', '10.0.0.2') },
    { name: 'b', text: channelOf(sysname, '10.0.0.2', '10.0.0.1', 7002) },
  ];
  assert.deepEqual(await couplesOf(mirrored('HUAWEI')), ['a b']);
  assert.deepEqual(await couplesOf(mirrored('Edge')), ['a b']);
  const group = (sysname: string, own: number) =>
    `#\nsysname ${sysname}\n#\ninterface Vlanif21\n ip address 10.21.0.${own} 255.255.255.0\n vrrp vrid 1 virtual-ip 10.21.0.254\n#\n`;
  const shared = (sysname: string) => [
    { name: 'a', text: group(sysname, 1) },
    { name: 'b', text: group(sysname, 2) },
  ];
  assert.deepEqual(await couplesOf(shared('SW2')), []);
  assert.deepEqual(await couplesOf(shared('HUAWEI')), ['a b']);
  const rules = (await workspaceOf(shared('SW2'))).allFindings().map(({ rule, file }) => `${rule} ${file}`);
  assert.deepEqual(rules, ['peer-not-paired a']);
});

test('a device with two E-Trunks to two partners has two pairs, and none is ambiguous', async () => {
  const trunk = (id: number, own: string, peer: string) =>
    `#\ne-trunk ${id}\n peer-address ${peer} source-address ${own}\n`;
  const files = [
    { name: 'a', text: `#\nsysname A\n${trunk(1, '10.0.0.1', '10.0.0.2')}${trunk(2, '10.0.0.1', '10.0.0.3')}#\n` },
    { name: 'b', text: `#\nsysname B\n${trunk(1, '10.0.0.2', '10.0.0.1')}#\n` },
    { name: 'c', text: `#\nsysname C\n${trunk(2, '10.0.0.3', '10.0.0.1')}#\n` },
  ];
  assert.deepEqual(await couplesOf(files), ['a b', 'a c']);
  assert.deepEqual((await workspaceOf(files)).network().ambiguities, []);
});

test('a file that holds several devices is told so once, and paired with none', async () => {
  const b = { name: 'b', text: channelOf('B', '10.0.0.2', '10.0.0.1') };
  const a = channelOf('A', '10.0.0.1', '10.0.0.2');
  const nulls = 'interface NULL0\n#\nreturn\n#\ninterface NULL0\n#\n';
  for (const text of [`${a}return\n${channelOf('C', '10.9.0.1', '10.9.0.2')}`, `${a}${nulls}`]) {
    const workspace = await workspaceOf([{ name: 'a', text }, b]);
    assert.deepEqual(workspace.network().pairs, []);
    const findings = workspace
      .allFindings()
      .filter(({ rule }) => rule === 'sysname-second' || rule === 'peer-not-paired');
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['sysname-second'],
    );
  }
});

test('two devices that share too little to be a pair are told so in one line', async () => {
  const files = [
    { name: 'w/a', text: channelOf('A', '10.0.0.1', '10.0.0.9') },
    { name: 'w/b', text: channelOf('B', '10.0.0.2', '10.0.0.1', 7002) },
  ];
  const workspace = await workspaceOf(files);
  assert.deepEqual(workspace.network().pairs, []);
  const findings = workspace.allFindings().filter(({ rule }) => rule === 'peer-not-paired');
  assert.equal(findings.length, 1);
  assert.match(findings[0]!.message, /^A and B \(a, b\) are no pair: only ".*" connects the two$/);
  // A line that mends it takes the sentence away.
  workspace.setClosed('w/a', channelOf('A', '10.0.0.1', '10.0.0.2'));
  assert.equal(workspace.network().pairs.length, 1);
  assert.ok(workspace.allFindings().every(({ rule }) => rule !== 'peer-not-paired'));
});

test('files of different networks never pair, what no network names is one more, and a file of two pairs in each', async () => {
  const files = ['core', 'north', 'south', 'loose-1', 'loose-2'].map((name, index) => ({
    name: `${name}.cfg`,
    text: (index % 2 === 0 ? north : south).replace(/sysname .*/, `sysname ${name}`),
  }));
  const pairsIn = async (networks: readonly (readonly string[])[], ...names: readonly string[]) => {
    const some = files.filter(({ name }) => names.includes(name));
    const { pairs } = (await workspaceOf(some, [], { network: { networks } })).network();
    return pairs.map(({ a, b }) => [a.file, b.file].sort().join(' '));
  };
  const [core, other, loose, free] = ['core.cfg', 'north.cfg', 'loose-1.cfg', 'loose-2.cfg'];
  assert.deepEqual(await pairsIn([[core, other]], core, other), ['core.cfg north.cfg']);
  assert.deepEqual(await pairsIn([[core], [other]], core, other), []);
  assert.deepEqual(await pairsIn([[core]], core, loose), []);
  assert.deepEqual(await pairsIn([[loose]], core, loose), []);
  assert.deepEqual(await pairsIn([['elsewhere.cfg']], loose, free), ['loose-1.cfg loose-2.cfg']);
  assert.deepEqual(
    await pairsIn(
      [
        [core, 'elsewhere.cfg'],
        [core, other],
      ],
      core,
      other,
    ),
    ['core.cfg north.cfg'],
  );
});

test('digests are paired as the devices that they are of, for the same reasons', async () => {
  const names = ['mld', 'nd', 'dhcp-server', 'igmp-e-trunk', 'ds-lite', 'nat-bras'];
  const files = names.flatMap((name) =>
    configurationsIn(`examples/${name}`).map((file) => ({ name: `${name}/${file.name}`, text: file.text })),
  );
  const { devices } = (await workspaceOf(files, [])).network();
  const pairsOf = (of: readonly Device[]) =>
    network(of).pairs.map(({ a, b, why }) => [a.file, b.file, ...why.map(({ weight, text }) => `${weight} ${text}`)]);
  const found = pairsOf(devices);
  assert.ok(found.length >= names.length, `${found.length} pairs`);
  assert.deepEqual(pairsOf(devices.map(deviceDigest)), found);
});
