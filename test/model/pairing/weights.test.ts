// How much each likeness of two devices weighs: where it just makes a pair, and which of several it prefers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderDistance } from '../../../server/src/model/pairing/choose-peer';
import { workspaceOf, type NamedText } from '../../support/check-text';
import { pairOf } from '../../support/pair-of';

const named = (name: string, text: string): NamedText => ({ name, text: text.replace(/^ {2}/gm, '') });

interface Parts {
  readonly name: string;
  readonly own: number;
  readonly vrid?: number;
  readonly virtual?: string;
  readonly extra?: string;
}

/** A port with a group, and a profile that follows it. */
function router({ name, own, vrid = 7, virtual = '10.1.1.254', extra = '' }: Parts): string {
  return `#
sysname ${name}
#
remote-backup-profile ring
 service-type bras
 backup-id 21 remote-backup-service core
 vrrp-id ${vrid} interface GigabitEthernet0/1/0.7
#
interface GigabitEthernet0/1/0.7
 ip address 10.1.1.${own} 255.255.255.0
 vrrp vrid ${vrid} virtual-ip ${virtual}
#
${extra}return
`;
}

async function pairsOf(...files: readonly NamedText[]): Promise<string[]> {
  const { pairs } = (await workspaceOf(files)).network();
  return pairs.map(({ a, b }) => [a.file, b.file].sort().join(' '));
}

test('weights: a group that is alike in part and one backup-id are just enough together, neither is alone', async () => {
  const one = named('a.cfg', router({ name: 'R1', own: 1 }));
  // Another group number on one subnet with one virtual IP: alike in part.
  const two = router({ name: 'R2', own: 2, virtual: '10.1.1.253' });
  assert.deepEqual(await pairsOf(one, named('b.cfg', two)), ['a.cfg b.cfg']);
  assert.deepEqual(await pairsOf(one, named('b.cfg', two.replace('backup-id 21', 'backup-id 22'))), []);
});

test('weights: of two peers with the same evidence the name decides, in any order of the files', async () => {
  const sites = ['site-north-1', 'site-north-2', 'other-2'];
  for (const order of [sites, [...sites].reverse()]) {
    const files = order.map((name) => named(`${name}.cfg`, router({ name, own: sites.indexOf(name) + 1 })));
    assert.ok((await pairsOf(...files)).includes('site-north-1.cfg site-north-2.cfg'), order.join());
  }
});

test('weights: a tie for one virtual router is not told where another one has decided', async () => {
  const second = (own: number) =>
    `interface GigabitEthernet0/2/0.8\n ip address 10.2.2.${own} 255.255.255.0\n vrrp vrid 8 virtual-ip 10.2.2.254\n#\n`;
  const files = [
    named('a.cfg', router({ name: 'AA', own: 1, extra: second(1) })),
    named('b.cfg', router({ name: 'BB', own: 2, extra: second(2) })),
    named('c.cfg', router({ name: 'CC', own: 3 })),
  ];
  const { pairs, ambiguities } = (await workspaceOf(files)).network();
  assert.ok(pairs.some(({ a, b }) => a.file === 'a.cfg' && b.file === 'b.cfg'));
  assert.ok(!ambiguities.some(({ device }) => device.file === 'a.cfg'));
});

test('weights: a folder is as far as the folders to climb from one file to the other', () => {
  for (const [one, other, distance] of [
    ['a/b/x', 'a/b/y', 0],
    ['a/b/x', 'a/c/y', 2],
    ['a/b/x', 'a/b/d/e/y', 2],
    ['x', 'a/y', 1],
    ['a/x', 'b/c/y', 3],
  ] as const) {
    assert.equal(folderDistance(one, other), distance, `${one} ${other}`);
    assert.equal(folderDistance(other, one), distance, `${other} ${one}`);
  }
});

const profile = (name: string, id: number, service: string, type = 'bras') =>
  `remote-backup-profile ${name}\n service-type ${type}\n backup-id ${id} remote-backup-service ${service}\n#\n`;
const channel = (side: number) =>
  `remote-backup-service core\n peer 10.9.9.${3 - side} source 10.9.9.${side} port 2000\n#\n`;
const bare = (side: number, ...parts: readonly string[]) =>
  named(`${side}.cfg`, `#\nsysname R${side}\n#\n${parts.join('')}return\n`);
const profilesOf = async (one: NamedText, two: NamedText) =>
  (await pairOf([one, two])).pair.profiles.map(({ a, b }) => [a.name, b.name].sort().join(' ')).sort();

test('weights: profiles of one backup-id belong together where no channel says otherwise', async () => {
  // Without channels any two services may be the ends of one.
  const [one, two] = [bare(1, profile('p', 5, 'x'), profile('q', 6, 'x')), bare(2, profile('r', 5, 'y'))];
  assert.deepEqual(await profilesOf(one, two), ['p r']);
  assert.deepEqual(await profilesOf(bare(1, profile('p', 5, 'x')), bare(2, profile('r', 5, 'y', 'arp'))), ['p r']);
  // The channel leads elsewhere, and nothing else is alike.
  const beside = bare(2, channel(2), profile('r', 5, 'other', 'arp'));
  assert.deepEqual(await profilesOf(bare(1, channel(1), profile('p', 5, 'core')), beside), []);
  const alike = bare(2, channel(2), profile('r', 5, 'other'));
  assert.deepEqual(await profilesOf(bare(1, channel(1), profile('p', 5, 'core')), alike), ['p r']);
});

test('weights: of profiles that are alike in all else the one of the same name', async () => {
  const one = bare(1, channel(1), profile('ring', 5, 'core'));
  const two = bare(2, channel(2), profile('first', 5, 'core'), profile('ring', 5, 'core'));
  assert.deepEqual(await profilesOf(one, two), ['ring ring']);
});

test('weights: service boards are a couple where both have a channel', async () => {
  const board = (peer: string) => `service-location 4\n location slot 2\n${peer}#\n`;
  const remote = ' remote-backup interface GigabitEthernet0/3/0 peer 10.3.3.2\n';
  const couples = async (first: string, second: string) =>
    (await pairOf([bare(1, channel(1), board(first)), bare(2, channel(2), board(second))])).pair.locations.length;
  assert.equal(await couples(remote, remote.replace('.2', '.1')), 1);
  assert.equal(await couples(remote, ''), 0);
  assert.equal(await couples('', ''), 0);
});

/** A port with a group, for profiles to follow. */
const followed = (side: number) =>
  `interface GigabitEthernet0/1/0.7\n ip address 10.1.1.${side} 255.255.255.0\n vrrp vrid 7 virtual-ip 10.1.1.254\n#\n`;
const following = (text: string) => text.replace(/#\n$/, ' vrrp-id 7 interface GigabitEthernet0/1/0.7\n#\n');

test('weights: of two profiles that follow one group each answers the one of its service, not the only one that is left', async () => {
  const one = bare(1, channel(1), followed(1), following(profile('users', 5, 'core')), profile('more', 8, 'core'));
  const other = following(profile('hosts', 6, 'core', 'arp'));
  assert.deepEqual(await profilesOf(one, bare(2, channel(2), followed(2), other, profile('rest', 9, 'core'))), []);
  const same = following(profile('guests', 7, 'core'));
  assert.deepEqual(await profilesOf(one, bare(2, channel(2), followed(2), other, same)), ['guests users']);
});

test('weights: one backup-id over other channels is an answer of the same name first', async () => {
  const one = bare(1, channel(1), profile('ring', 5, 'core'));
  const two = bare(2, channel(2), profile('first', 5, 'other'), profile('ring', 5, 'other'));
  assert.deepEqual(await profilesOf(one, two), ['ring ring']);
});

test('weights: ends that do not mirror each other are one channel where each points at the other device, or one does to one port', async () => {
  const spare = (side: number) => `interface LoopBack9\n ip address 10.9.0.${side} 255.255.255.255\n#\n`;
  const end = (peer: string, source: string, port: number) =>
    `remote-backup-service core\n peer ${peer} source ${source} port ${port}\n#\n`;
  // With another one beside it: the only two ends that there are belong together whatever they say.
  const third = 'remote-backup-service third\n peer 10.5.0.5 source 10.5.0.6 port 9000\n#\n';
  const channels = async (first: string, second: string) =>
    (await pairOf([bare(1, spare(1), first, third), bare(2, spare(2), second)])).pair.channels.length;
  const [there, back] = [end('10.9.0.2', '10.7.0.1', 2000), end('10.9.0.1', '10.7.0.2', 2001)];
  assert.equal(await channels(there, back), 1);
  const [elsewhere, otherPort] = [end('10.6.0.6', '10.7.0.2', 2000), end('10.6.0.6', '10.7.0.2', 2001)];
  assert.equal(await channels(there, elsewhere), 1);
  assert.equal(await channels(there, otherPort), 0);
  const away = end('10.6.0.5', '10.7.0.1', 2000);
  assert.equal(await channels(away, elsewhere), 0);
  assert.equal(await channels(away, back), 0);
  assert.equal(await channels(end('10.6.0.5', '10.7.0.1', 2001), back), 1);
});
