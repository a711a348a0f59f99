// Completion by view: what the catalogue expects at the cursor, and the names of the file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion, completionProse } from '../../server/src/features/completion';
import { commonLines } from '../../server/src/features/completion-lines';
import { matchLine } from '../../server/src/catalogue/index';
import { words } from '../../server/src/text/words';
import { atCursor } from '../support/at-cursor';

async function completes(marked: string, wanted: readonly string[], unwanted: readonly string[] = []): Promise<void> {
  const { snapshot, position } = await atCursor(marked);
  const labels = completion(snapshot, position)?.items.map((item) => item.label) ?? [];
  for (const label of wanted)
    assert.ok(
      labels.includes(label),
      `${label} is offered at: ${marked.split('\n').find((row) => row.includes('|'))}; got ${labels.slice(0, 40).join(', ')}`,
    );
  for (const label of unwanted) assert.ok(!labels.includes(label), `${label} is not offered`);
}

test('the words of a choice say what each of them means', async () => {
  const notes = async (marked: string) => {
    const { snapshot, position } = await atCursor(marked);
    return new Map(completion(snapshot, position)!.items.map(({ label, note }) => [label, note]));
  };
  const services = await notes('#\nremote-backup-profile p1\n service-type |\n#\n');
  assert.equal(services.get('nd'), 'Neighbour entries of IPv6 users');
  assert.notEqual(services.get('mld'), services.get('igmp'));
  const modes = await notes('#\nremote-backup-profile p1\n peer-backup |\n#\n');
  assert.deepEqual(new Set(modes.values()).size, modes.size);
  const remote = 'remote-backup interface GigabitEthernet0/1/1 peer 10.0.0.1 authentication-key x hash-algorithm';
  const algorithm = await notes(`#\nservice-location 1\n ${remote} |\n#\n`);
  assert.equal(algorithm.get('hmac-sha256'), undefined, 'the command is plain by then');
  const commands = await notes('#\nremote-backup-profile p1\n |\n#\n');
  assert.match(commands.get('service-type') ?? '', /^Backs up the entries of one service/);
});

test('a view offers its own commands', async () => {
  await completes(
    '#\ninterface GigabitEthernet0/1/2\n ipv6 enable\n |\n#\n',
    ['vrrp6', 'vrrp', 'remote-backup-profile', 'undo'],
    ['sysname', 'peer-backup', 'backup-id'],
  );
  await completes(
    '#\nremote-backup-profile p1\n |\n#\n',
    ['backup-id', 'service-type', 'peer-backup', 'vrrp6-id'],
    ['vrrp6', 'sysname'],
  );
  await completes(
    '#\nremote-backup-service s1\n |\n#\n',
    ['peer', 'peer-ipv6', 'bind', 'batch-backup'],
    ['backup-id', 'sysname'],
  );
  await completes(
    '#\nsysname A\n#\n|\n#\n',
    ['interface', 'remote-backup-service', 'remote-backup-profile', 'undo'],
    ['backup-id', 'service-type'],
  );
});

test('the indent tells the view in a file, the open view goes on in a script', async () => {
  await completes('#\ninterface GigabitEthernet0/1/2\n ipv6 enable\n|\n', ['sysname', 'interface'], ['admin-vrrp6']);
  await completes('system-view\ninterface GigabitEthernet0/1/2\nipv6 enable\n|\n', ['admin-vrrp6', 'interface']);
  await completes(
    'system-view\ninterface GigabitEthernet0/1/2\nipv6 enable\nquit\n|\n',
    ['sysname', 'remote-backup-service'],
    ['admin-vrrp6'],
  );
  await completes('#\ninterface GigabitEthernet0/1/2\n ipv6 enable\n#\n|', ['sysname'], ['admin-vrrp6']);
});

test('the words before the cursor decide', async () => {
  const inInterface = (line: string) => `#\ninterface GigabitEthernet0/1/2\n ${line}\n#\n`;
  await completes(inInterface('vrrp6 vrid 1 pre|'), ['preempt-mode'], ['sysname', 'vrid']);
  await completes(inInterface('vrrp6 vrid 1 |'), ['preempt-mode', 'priority', 'timer', 'track', 'virtual-ip']);
  await completes(inInterface('vrrp6 vrid 1 preempt-mode timer |'), ['delay'], ['advertise']);
  await completes(inInterface('vrrp6 vrid 1 preempt-mode timer delay |'), [], ['delay', 'delay-time']);
  await completes(inInterface('undo vrrp6 vrid 1 |'), ['preempt-mode', 'priority']);
  await completes(inInterface('vrrp6 vrid 1 virtual-ip FE80::1 |'), ['link-local']);
});

test('names of the file are offered where a command refers to one', async () => {
  await completes(
    '#\nremote-backup-service core\n#\nremote-backup-profile p1\n backup-id 10 remote-backup-service |\n#\n',
    ['core'],
    ['p1'],
  );
  await completes('#\nremote-backup-profile users\n#\ninterface GigabitEthernet0/1/2\n remote-backup-profile u|\n#\n', [
    'users',
  ]);
  await completes(
    '#\ninterface GigabitEthernet0/1/2\n vrrp6 vrid 7 virtual-ip FE80::1 link-local\n#\nremote-backup-profile p1\n vrrp6-id 7 interface |\n#\n',
    ['GigabitEthernet0/1/2'],
  );
  await completes(
    '#\ninterface GigabitEthernet0/1/2\n vrrp6 vrid 7 virtual-ip FE80::1 link-local\n#\nremote-backup-profile p1\n vrrp6-id 7 interface GigabitEthernet |\n#\n',
    ['0/1/2'],
  );
  await completes(
    '#\ninterface GigabitEthernet0/1/1\n vrrp6 vrid 9 virtual-ip FE80::1 link-local\n#\ninterface GigabitEthernet0/1/2\n vrrp6 vrid 7 virtual-ip FE80::1 link-local\n vrrp6 vrid |\n#\n',
    ['7'],
    ['9'],
  );
});

test('nothing is offered behind a separator, beyond the text, or in a file that is not open', async () => {
  const { snapshot } = await atCursor('#\nsysname A\n');
  assert.equal(completion(snapshot, { line: 0, character: 1 }), undefined);
  assert.equal(completion(snapshot, { line: 99, character: 0 }), undefined);
  assert.notEqual(completion(snapshot, { line: 1, character: 999 }), undefined);
  assert.equal(completion({ ...snapshot, text: undefined }, { line: 1, character: 0 }), undefined);
});

test('what is replaced is the word before the cursor, blanks and a prompt left alone', async () => {
  const { snapshot, position } = await atCursor('#\ninterface GigabitEthernet0/1/2\n vrrp6 vrid 1 pre|\n#\n');
  assert.deepEqual(completion(snapshot, position)?.replaces, {
    start: { line: 2, character: 14 },
    end: { line: 2, character: 17 },
  });
});

test('an item is explained when it is asked for', async () => {
  const { snapshot, position } = await atCursor(
    '#\ninterface GigabitEthernet0/1/2\n vrrp6 vrid 1 preempt-mode timer |\n#\n',
  );
  const delay = completion(snapshot, position)!.items.find((item) => item.label === 'delay')!;
  assert.match(
    completionProse(delay.about)!.plain,
    /vrrp6 vrid <virtual-router-id> preempt-mode timer delay <delay-time>[^]*DHCPv6 relay hot backup, step 1\.7/,
  );
  const first = await atCursor('#\ninterface GigabitEthernet0/1/2\n |\n#\n');
  const vrrp6 = completion(first.snapshot, first.position)!.items.find((item) => item.label === 'vrrp6')!;
  assert.match(completionProse(vrrp6.about)!.markdown, /\*\*vrrp6\*\* \*\*vrid\*\*/);
});

test('no completion holds a secret of the file', async () => {
  const secret = '%^%#hush-hush%^%#';
  const { snapshot } = await atCursor(
    `#\nip vpn-instance x\n#\ninterface GigabitEthernet0/1/2\n vrrp vrid 1 authentication-mode md5 ${secret}\n vrrp vrid 2 authentication-mode md5 \n#\n`,
  );
  for (let line = 0; line < 8; line++)
    for (const character of [0, 1, 12, 40]) {
      assert.ok(!JSON.stringify(completion(snapshot, { line, character }) ?? {}).includes('hush'));
    }
});

test('a name that is used and not made yet comes first where it would be made', async () => {
  const { snapshot, position } = await atCursor(
    '#\nremote-backup-service core\n#\nremote-backup-profile p1\n backup-id 10 remote-backup-service edge\n#\nremote-backup-service |\n#\n',
  );
  assert.deepEqual(
    completion(snapshot, position)!
      .items.slice(0, 2)
      .map((item) => item.label),
    ['edge', 'core'],
  );
});

test('whole lines are offered at the start of a row, with what both files know in their stops', async () => {
  const { snapshot, position } = await atCursor(
    '#\nremote-backup-service core\n#\nremote-backup-profile p1\n peer-backup hot\n |\n#\n',
  );
  const items = completion(snapshot, position)!.items;
  const line = items.find((item) => item.label === 'backup-id 1 remote-backup-service core');
  assert.ok(line, items.map((item) => item.label).join('\n'));
  assert.equal(line.snippet, 'backup-id ${1:1} remote-backup-service ${2:core}');
  assert.match(completionProse(line.about)!.plain, /DHCPv6 relay hot backup, step 3/);
  assert.ok(items.indexOf(line) < 10, 'what the profile still lacks comes first');
  assert.ok(!items.some((item) => item.label.startsWith('peer-backup ')), 'one line of the block is not offered twice');
  const later = await atCursor('#\nremote-backup-profile p1\n backup-|\n#\n');
  assert.ok(completion(later.snapshot, later.position)!.items.some((item) => item.kind === 'line'));
  const behind = await atCursor('#\nremote-backup-profile p1\n undo |\n#\n');
  assert.ok(!completion(behind.snapshot, behind.position)!.items.some((item) => item.kind === 'line'));
});

test('every whole line is one that the catalogue takes in its view', () => {
  for (const view of [
    'system',
    'interface',
    'rbs',
    'rbp',
    'ip-pool',
    'service-location',
    'service-instance-group',
  ] as const) {
    const lines = commonLines(view);
    assert.ok(lines.length > 0, view);
    for (const line of lines) {
      const text = line.words.map((word) => word.text).join(' ');
      assert.equal(matchLine(view, words(text))?.complete, true, `${view}: ${text}`);
    }
  }
});

test('of names that belong to a block those of this block are offered', async () => {
  await completes(
    '#\nnat instance one id 1\n nat address-group far group-id 1 203.0.113.1 203.0.113.2\n#\nnat instance two id 2\n nat address-group near group-id 1 203.0.113.3 203.0.113.4\n nat outbound any address-group |\n#\n',
    ['near'],
    ['far'],
  );
});

test('of NQA tests those of the administrator before are offered', async () => {
  const tests = '#\nnqa test-instance admin uplink\n#\nnqa test-instance operator core\n#\n';
  const group = 'interface GigabitEthernet0/1/1\n vrrp vrid 1 virtual-ip 10.1.1.254\n vrrp vrid 1 track nqa ';
  await completes(`${tests}${group}|\n#\n`, ['admin', 'operator'], ['uplink']);
  await completes(`${tests}${group}operator |\n#\n`, ['core'], ['uplink']);
});

test('names of every kind are offered, and those that nothing makes where the file makes none', async () => {
  await completes('#\nacl number 3001\n#\nacl name users 3002\n#\nnat instance one id 1\n nat outbound |\n#\n', [
    '3001',
    '3002',
  ]);
  await completes(
    '#\nbfd up bind peer-ip 10.0.0.2\n#\ninterface GigabitEthernet0/1/2\n vrrp vrid 1 track bfd-session session-name |\n#\n',
    ['up'],
  );
  await completes(
    '#\nip vpn-instance office\n#\nundo ip vpn-instance office\n#\nip vpn-instance home\n#\ninterface GigabitEthernet0/1/2\n ip binding vpn-instance |\n#\n',
    ['home'],
  );
  await completes(
    '#\ninterface GigabitEthernet0/1/1\n ip binding vpn-instance office\n#\ninterface GigabitEthernet0/1/2\n ip binding vpn-instance |\n#\n',
    ['office'],
  );
});

test('the likeliest word comes first: the name of the device, the interface that has the group, what the view holds', async () => {
  const firstAt = async (marked: string) => {
    const { snapshot, position } = await atCursor(marked);
    return completion(snapshot, position, { blanks: true })?.items.map((item) => item.label) ?? [];
  };
  assert.deepEqual((await firstAt('|')).slice(0, 2), ['sysname', 'interface']);
  assert.equal(
    (
      await firstAt(
        'interface GigabitEthernet0/1/0\n#\ninterface Eth-Trunk10.100\n vrrp vrid 51 virtual-ip 10.0.0.1\n#\nremote-backup-profile p\n vrrp-id 51 interface |',
      )
    )[0],
    'Eth-Trunk10.100',
  );
  assert.deepEqual(
    (
      await firstAt(
        'interface GigabitEthernet0/1/0\n ip address 10.0.0.1 24\n vrrp vrid 51 virtual-ip 10.0.0.9\n undo |',
      )
    )
      .slice(0, 2)
      .sort(),
    ['ip', 'vrrp'],
  );
});
