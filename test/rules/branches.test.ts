// What the examples of a rule do not show: beside what it must be silent, and when it says the same less loudly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/registry';
import { readExample } from '../support/carets';
import { workspaceOf } from '../support/check-text';

type Change = readonly [from: string | RegExp, to: string];

/** What a rule says of the devices of one of its examples, each changed. */
async function told(id: string, title: string, changes: readonly (readonly Change[])[] = []) {
  const rule = rules.find((one) => one.id === id)!;
  const example = rule.examples.find((one) => one.title === title);
  assert.ok(example, `${id} has no example "${title}"`);
  const files = readExample(example.config).files.map(({ name, text }, side) => ({
    name,
    text: (changes[side] ?? []).reduce((before, [from, to]) => {
      const after = before.replace(from, to);
      assert.notEqual(after, before, `${name} has no ${String(from)}`);
      return after;
    }, text),
  }));
  const [one, two] = files.map(({ name }) => name);
  const network = two === undefined ? {} : { namedPairs: [[one!, two] as const] };
  const workspace = await workspaceOf(files, [rule], { network });
  return workspace.allFindings().map((finding) => ({ ...finding, fixes: workspace.fixesOf(finding) }));
}

/** What a rule says of a text that is no example: `7 warning: its words; fix: its title`. */
async function saidOf(id: string, config: string): Promise<string[]> {
  const { files } = readExample(config);
  const workspace = await workspaceOf(
    files,
    rules.filter((one) => one.id === id),
  );
  return workspace.allFindings().map((finding) => {
    const fixes = workspace.fixesOf(finding).map(({ title }) => `; fix: ${title}`);
    return `${finding.range.start.line + 1} ${finding.severity}: ${finding.message}${fixes.join('')}`;
  });
}

const severities = async (...args: Parameters<typeof told>) => (await told(...args)).map(({ severity }) => severity);

/** The group that was followed stands alone. */
const unfollowed: Change = [/remote-backup-profile p1\n service-type[^#]*#\n/, ''];

test('branches: a master that preempts at once is a warning where a profile follows the group, and nothing where it carries no users', async () => {
  const id = 'vrrp-preempt-delay-missing-on-master';
  assert.deepEqual(await severities(id, 'No delay'), ['warning']);
  const alone: Change[] = [unfollowed, [/ remote-backup-profile p1\n/, '']];
  assert.deepEqual(await severities(id, 'No delay', [alone, alone]), []);
});

test('branches: advertisements every second are a warning where a profile follows the group, and information elsewhere', async () => {
  const id = 'vrrp-advertise-interval-too-short';
  assert.deepEqual(await severities(id, 'A second, in centiseconds'), ['warning']);
  assert.deepEqual(await severities(id, 'A second, in centiseconds', [[unfollowed]]), ['information']);
});

test('branches: a cut peer line of a backup service is an error, since there is no channel without it', async () => {
  assert.deepEqual(await severities('malformed-line', 'The port is missing'), ['error']);
});

test('branches: an address without IPv6 is an error where the channel comes from it, and a warning elsewhere', async () => {
  const [id, title] = ['ipv6-address-without-enable', 'The source of the channel, and another interface'];
  assert.deepEqual(await severities(id, title), ['error']);
  assert.deepEqual(await severities(id, title, [[['2001:DB8::1 port', '2001:DB8::3 port']]]), ['warning']);
});

test('branches: two masks are an error where a profile follows the group, and a warning where the group follows another', async () => {
  const id = 'vrrp-subnet-mismatch';
  assert.deepEqual(await severities(id, 'One LAN, but another mask'), ['error']);
  assert.deepEqual(await severities(id, 'Another mask under a group that follows another'), ['warning']);
});

test('branches: a backup service without a channel names the first of its profiles', async () => {
  const [found] = await told('rbs-without-peer', 'The service has a policy but no peer');
  const also = found!.also.map(({ message }) => message);
  assert.deepEqual(also, ['DeviceA: RBP tv-users uses RBS core-pair']);
});

test('branches: no fix reduces a priority by more than a line can say', async () => {
  const id = 'vrrp-track-reduction-too-small';
  const [near] = await told(id, 'Less than the gap');
  assert.equal(near!.fixes.length, 1);
  const raised: Change = [
    / vrrp vrid 1 virtual-ip 10.1.1.254\n/,
    ' vrrp vrid 1 virtual-ip 10.1.1.254\n vrrp vrid 1 priority 1\n',
  ];
  const [far] = await told(id, 'Less than the gap', [
    [
      ['priority 150', 'priority 254'],
      ['reduced 50', 'reduced 1'],
    ],
    [raised],
  ]);
  assert.equal(far!.fixes[0]?.title, 'Reduce by 254');
});

test('branches: two ports are held against each other only at ends of one channel', async () => {
  const id = 'rbs-port-mismatch';
  const title = 'Ports 6001 and 6010';
  assert.equal((await told(id, title)).length, 1);
  // Half of it is mirrored: one channel still.
  assert.equal((await told(id, title, [[['source 10.255.0.1', 'source 10.255.0.9']]])).length, 1);
  const other: Change = ['peer 10.255.0.1 source 10.255.0.2', 'peer 10.255.0.7 source 10.255.0.8'];
  assert.deepEqual(await told(id, title, [[], [other]]), []);
  const sixth: Change = ['peer 10.255.0.1 source 10.255.0.2', 'peer-ipv6 2001:DB8::1 source-ipv6 2001:DB8::2'];
  assert.deepEqual(await told(id, title, [[], [sixth]]), []);
});

test('branches: a backup-id that somebody has begun to write is another finding', async () => {
  const id = 'rbp-backup-id-mismatch';
  const title = 'Two digits swapped';
  const without: Change = [/ backup-id 12 .*\n/, ''];
  assert.equal((await told(id, title, [[], [without]])).length, 1);
  assert.deepEqual(await told(id, title, [[], [[/ backup-id 12 .*\n/, ' backup-id\n']]]), []);
});

test('branches: static RPs are compared where both devices serve multicast users', async () => {
  const id = 'mld-static-rp-differs';
  const title = rules.find((rule) => rule.id === id)!.examples[0]!.title;
  assert.equal((await told(id, title)).length, 1);
  const unbound: Change = [/^interface [^#]* remote-backup-profile [^#]*#\n/m, ''];
  for (const changes of [[[unbound]], [[], [unbound]]] as const) assert.deepEqual(await told(id, title, changes), []);
});

test('branches: a pool of a DHCP server that no pool answers is told, its description is its own', async () => {
  const id = 'dhcp-server-pool-differs';
  const title = 'Alike, in another order, a mask as its length, a lease by its words';
  assert.deepEqual(await told(id, title), []);
  const described = (text: string): Change => [
    'ip pool users server\n',
    `ip pool users server\n description ${text}\n`,
  ];
  assert.deepEqual(await told(id, title, [[described('of the north')], [described('of the south')]]), []);
  const unbound: Change = [/(ip pool users server\n(?: .*\n)*?) remote-backup-profile leases\n/, '$1'];
  assert.deepEqual(await told(id, title, [[], [unbound]]), []);
});

test('branches: one id twice is an error of DS-Lite, a warning of NAT, and nothing of one instance in two sections', async () => {
  const id = 'ds-lite-instance-id-twice';
  assert.deepEqual(await severities(id, 'One id twice'), ['error']);
  assert.deepEqual(await severities(id, 'One id twice', [[[/ds-lite instance/g, 'nat instance']]]), ['warning']);
  assert.deepEqual(await told(id, 'One id twice', [[['instance guests id', 'instance users id']]]), []);
});

test('branches: intervals are compared where both lines can be read, quietly where nobody follows the group', async () => {
  const id = 'vrrp-advertise-interval-mismatch';
  assert.equal((await told(id, '2 s and 3 s')).length, 1);
  for (const template of ['{{ seconds }}', '{{seconds}}', '{% if fast %}3{% endif %}'])
    assert.deepEqual(
      await told(id, '2 s and 3 s', [[], [['timer advertise 3', `timer advertise ${template}`]]]),
      [],
      template,
    );
  const alone: Change[] = [unfollowed, [/ remote-backup-profile p1\n/, '']];
  const [followed, free] = [await severities(id, '2 s and 3 s'), await severities(id, '2 s and 3 s', [alone, alone])];
  assert.notDeepEqual(free, followed);
  assert.equal(free.length, 1);
});

test('branches: two IS-IS processes without IPv6 are warnings, since nobody shows that IPv6 is meant', async () => {
  const [id, title] = ['isis-ipv6-not-enabled', 'One device does not carry IPv6'];
  const without: Change = ['\n ipv6 enable topology ipv6', ''];
  const found = await told(id, title, [[without]]);
  assert.deepEqual(
    found.map(({ severity, fixes }) => [severity, fixes.length]),
    [
      ['warning', 0],
      ['warning', 0],
    ],
  );
});

test('branches: a VRRP6 group without IPv6 is told once for its interface, quietly where the file shows neither line', async () => {
  const config = `
    sysname DeviceA
    #
    interface GigabitEthernet0/1/1
     ipv6 enable
     ipv6 address 2001:DB8:1::1/64
    #
    interface GigabitEthernet0/1/2
     vrrp6 vrid 1 priority 120
     vrrp6 vrid 2 virtual-ip FE80::2 link-local
     vrrp6 vrid 3 virtual-ip FE80::3 link-local
     vrrp vrid 4 virtual-ip 10.1.1.1
    #
  `;
  assert.deepEqual(await saidOf('vrrp6-interface-without-ipv6', config), [
    '9 warning: DeviceA: GigabitEthernet0/1/2 has VRRP6 group 2 but no ipv6 enable and no IPv6 address: the group does not start; add the line; fix: Add ipv6 enable and ipv6 address auto link-local',
  ]);
});

test('branches: a backup service without a peer line is told where something uses it and one end alone leads there', async () => {
  const [id, title] = ['rbs-peer-on-one-device', 'DeviceB lacks the line'];
  const count = async (a: readonly Change[], b: readonly Change[]) => (await told(id, title, [a, b])).length;
  assert.equal(await count([], []), 1);
  const elsewhere: Change = ['backup-id 7 remote-backup-service s1', 'backup-id 7 remote-backup-service s2'];
  assert.equal(await count([], [elsewhere]), 0);
  const service = 'remote-backup-service s1\n';
  const used: Change = [
    service,
    `service-instance-group g1\n service-location 1\n remote-backup-service s1\n#\n${service}`,
  ];
  assert.equal(await count([], [used, elsewhere]), 1);
  // Its address is another one: then the profile alone tells.
  const moved: Change = ['ip address 10.0.0.2', 'ip address 10.0.0.3'];
  assert.equal(await count([], [moved]), 1);
  assert.equal(await count([], [moved, used, elsewhere]), 0);
  assert.equal(await count([], [[service, `${service} peer\n`]]), 0);
  const second: Change = [service, `remote-backup-service s9\n peer 10.0.0.2 source 10.0.0.8 port 6009\n#\n${service}`];
  assert.equal(await count([second], []), 0);
});

test('branches: of two prefixes of which one holds the other the one that is written later is told', async () => {
  const id = 'prefix-pools-overlap';
  const pool = (name: string, prefix: string) => `ipv6 prefix ${name} local\n prefix ${prefix}\n#\n`;
  const [whole, part] = [pool('homes', '2001:DB8:7200::/40'), pool('flats', '2001:DB8:7201::/48')];
  const told = async (text: string) =>
    (await saidOf(id, `sysname DeviceA\n#\n${text}`)).map((line) => line.split(' has ')[0]);
  assert.deepEqual(await told(whole + part), ['7 error: DeviceA: prefix pool flats']);
  assert.deepEqual(await told(part + whole), ['7 error: DeviceA: prefix pool homes']);
});

test('branches: a master may gain where a BFD session fails, since that may watch the peer', async () => {
  const [id, title] = ['vrrp-track-raises-master', 'On the master'];
  assert.equal((await told(id, title)).length, 1);
  const session: Change = [
    'track interface GigabitEthernet0/1/8 increased',
    'track bfd-session session-name s1 increased',
  ];
  assert.deepEqual(await told(id, title, [[session]]), []);
});
