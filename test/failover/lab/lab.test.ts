// The files of a lab, without root: what keepalived is told for each line of a group, that no text of a configuration reaches a
// shell, and that no key leaves its file. That the daemons do what the prediction says is asked by `npm run test:lab`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { labOf, type LabOptions } from '../../../server/src/failover/lab/lab';
import { labScript } from '../../../server/src/failover/lab/script';
import type { Pair } from '../../../server/src/model/pairing/pair';
import { root } from '../../support/check-text';
import { deviceText, pairFrom, pairOf } from '../../support/failover-pairs';
import { scratch } from '../../support/scratch';

const { folder, put } = scratch('lab');
const fileOf = (pair: Pair, name: string, options?: LabOptions) =>
  labOf(pair, options).files.find((file) => file.name === name)!.text;
const rows = (text: string) => text.trimEnd().split('\n');
/** The instance of the first group, without its comment. */
const instance = (pair: Pair, side: 'a' | 'b', options?: LabOptions) =>
  /vrrp_instance g1 \{\n([^]*?)\n\}/.exec(fileOf(pair, `${side}/keepalived.conf`, options))![1]!;
const uplink = (words: string) => ({ group: ['priority 200', `track interface GigabitEthernet0/1/2 ${words}`] });

describe('keepalived.conf', () => {
  test('a device, to the byte', async () => {
    const pair = await pairOf(
      {
        group: [
          'priority 200',
          'timer advertise 200',
          'preempt-mode timer delay 60',
          'track interface GigabitEthernet0/1/2 reduced 90',
        ],
      },
      { group: ['priority 120', 'timer advertise 200'] },
    );
    assert.equal(
      fileOf(pair, 'a/keepalived.conf'),
      `# DeviceA as far as keepalived can stand in for it; README.md says what it cannot.
global_defs {
  router_id a
  vrrp_garp_master_delay 1
}

# VRRP6 group 1 on GigabitEthernet0/1/1
vrrp_instance g1 {
  state BACKUP
  interface p1
  use_vmac v1
  version 3
  virtual_router_id 1
  priority 200
  advert_int 2
  preempt_delay 60
  track_interface {
    p2 weight -90
  }
  virtual_ipaddress {
    fe80::5
    2001:db8:5::99
  }
}
`,
    );
  });

  test('VRRP speaks version 2, and version 3 where the file or the interval asks for it', async () => {
    const version = async (group: readonly string[], system: readonly string[] = []) => {
      const own = { family: 4 as const, group, system };
      return /version (\d)/.exec(instance(await pairOf(own, own), 'a'))![1];
    };
    assert.equal(await version([]), '2');
    assert.equal(await version([], ['vrrp version v3']), '3');
    assert.equal(await version(['timer advertise 2']), '2');
  });

  test('preemption: a delay, none, off, and cut', async () => {
    const of = async (line: string, options?: LabOptions) =>
      rows(instance(await pairOf({ group: ['priority 200', line] }), 'a', options)).filter((row) =>
        /preempt/.test(row),
      );
    assert.deepEqual(await of('preempt-mode timer delay 60'), ['  preempt_delay 60']);
    assert.deepEqual(await of('preempt-mode timer delay 0'), []);
    assert.deepEqual(await of('preempt-mode disable'), ['  nopreempt']);
    assert.deepEqual(await of('preempt-mode timer delay 60', { delays: 10 }), ['  preempt_delay 10']);
    assert.deepEqual(
      await of('preempt-mode timer delay 1800'),
      ['  preempt_delay 1000'],
      'the most that keepalived takes',
    );
  });

  test('the address owner: priority 255, master at once, no delay and no tracks', async () => {
    const pair = await pairOf({
      virtual: '2001:DB8:5::1',
      group: ['priority 90', 'preempt-mode timer delay 60', 'track interface GigabitEthernet0/1/2 reduced 90'],
    });
    const own = instance(pair, 'a');
    assert.match(own, /state MASTER\n/);
    assert.match(own, /priority 255\n/);
    assert.doesNotMatch(own, /preempt|track/);
    assert.match(instance(pair, 'b'), /state BACKUP\n/);
  });

  test('tracks lower and raise the priority; more than keepalived takes is cut', async () => {
    assert.match(instance(await pairOf(uplink('reduced 60')), 'a'), /p2 weight -60\n/);
    assert.match(instance(await pairOf(uplink('increased 60')), 'a'), /p2 weight -60 reverse\n/);
    assert.match(instance(await pairOf(uplink('')), 'a'), /p2 weight -10\n/);
    assert.match(instance(await pairOf(uplink('reduced 255')), 'a'), /p2 weight -253\n/);
  });

  test('a longer master-down interval', async () => {
    const pair = await pairOf({ group: ['priority 200', 'holding-multiplier 5'] });
    assert.match(instance(pair, 'a'), /down_timer_adverts 5\n/);
  });

  test('a follower changes with its management group', async () => {
    const own = (number: 1 | 2) => ({
      name: `Device${number}`,
      own: number,
      group: [`priority ${number === 1 ? 200 : 120}`, 'admin-vrrp'],
      rest: [
        'interface GigabitEthernet0/1/5',
        ' ipv6 enable',
        ` ipv6 address 2001:DB8:6::${number}/64`,
        ' vrrp6 vrid 2 virtual-ip FE80::6 link-local',
        ' vrrp6 vrid 2 track admin-vrrp6 interface GigabitEthernet0/1/1 vrid 1 unflowdown',
        '#',
      ],
    });
    const pair = await pairFrom(
      ([1, 2] as const).map((number) => ({ name: `${number}.cfg`, text: deviceText(own(number)) })),
    );
    const text = fileOf(pair, 'a/keepalived.conf');
    assert.match(text, /vrrp_sync_group s1 \{\n {2}group \{\n {4}g1\n {4}g2\n {2}\}\n\}/);
    assert.match(text, /vrrp_instance g2 \{[^}]*priority 200\n/, 'the priority of the group that it follows');
    assert.match(fileOf(pair, 'README.md'), /vrrp_sync_group/);
  });

  test('keys become placeholders: one where they agree, two where they do not', async () => {
    const own = (key: string) => ({
      family: 4 as const,
      group: ['priority 200', `authentication-mode simple plain ${key}`],
    });
    const of = async (one: string, two: string) => {
      const pair = await pairOf(own(one), { ...own(two), group: [own(two).group[1]!] });
      for (const { name, text } of labOf(pair).files)
        for (const key of [one, two]) assert.ok(!text.includes(key), `${name} holds a key`);
      return (['a', 'b'] as const).map((side) => /auth_pass (\S+)/.exec(instance(pair, side))?.[1]);
    };
    assert.deepEqual(await of('Hush-123', 'Hush-123'), ['lab-key', 'lab-key']);
    assert.deepEqual(await of('Hush-123', 'Hush-456'), ['lab-a', 'lab-b']);
  });
});

describe('the tables', () => {
  test('what the lab is made of, and when roles change', async () => {
    const pair = await pairOf({ group: ['priority 200', 'preempt-mode timer delay 60'] });
    const table = rows(fileOf(pair, 'lab.tsv', { delays: 5 }));
    assert.deepEqual(
      table.filter((row) => !row.startsWith('port')),
      [
        'device\ta\tDeviceA',
        'device\tb\tDeviceB',
        'settle\t20',
        'lan\t1',
        'host\t1\t2001:db8:5::fffe/64\t6',
        'group\tg1\ta\tVRRP6 group 1',
        'member\tg1\ta',
        'member\tg1\tb',
      ],
    );
    const expected = rows(fileOf(pair, 'expected.tsv', { delays: 5 })).filter((row) => row.startsWith('device-'));
    assert.ok(expected.includes('device-down:DeviceA\tg1\tb\tmaster\t2.53\t3.53\t0\t-'), expected.join('\n'));
    const returned = expected.find((row) => row.startsWith('device-up:DeviceA\tg1\ta\tmaster'))!.split('\t');
    assert.equal(returned[4], '5', 'no later than the delay that was cut');
    assert.equal(returned[6], '3.22', 'the surplus of keepalived');
  });

  test('expected.json is what vrp failover says, whatever the delays of the lab', async () => {
    const pair = await pairOf({ group: ['priority 200', 'preempt-mode timer delay 1800'] });
    assert.equal(fileOf(pair, 'expected.json', { delays: 5 }), fileOf(pair, 'expected.json'));
    assert.match(fileOf(pair, 'README.md', { delays: 5 }), /up to 1800 s; .* none is longer than 5 s/);
  });

  test('every field is filled, since a shell takes two tabs for one', async () => {
    const pair = await pairOf({ ...uplink('reduced 60'), access: ['shutdown'] });
    for (const name of ['lab.tsv', 'expected.tsv'])
      for (const row of rows(fileOf(pair, name)))
        assert.ok(
          row.split('\t').every((field) => field !== ''),
          row,
        );
    assert.match(fileOf(pair, 'lab.tsv'), /\tshut\t/);
  });
});

describe('names that would steer a shell', () => {
  const bad = join(folder, 'owned');
  const names = [
    `$(touch\${IFS}${bad})`,
    `\`touch\${IFS}${bad}\``,
    `a;touch\${IFS}${bad};`,
    `'"$(touch\${IFS}${bad})"'`,
    `x[$(touch\${IFS}${bad})]`,
    '*',
    '-rf',
    '../../etc',
    '%s%n',
  ];

  for (const name of names)
    test(JSON.stringify(name.replace(folder, '')), async () => {
      const interfaceName = `GigabitEthernet0/1/2${name.replaceAll('/', '').slice(0, 20)}`;
      const group = ['priority 200', `track interface ${interfaceName} reduced 90`];
      const pair = await pairOf({ name, group });
      const { files } = labOf(pair);
      for (const { name: file, text } of files) {
        if (/\.(conf|yml)$/.test(file)) {
          const live = rows(text).map((row) => row.replace(/#.*/, ''));
          assert.ok(!live.some((row) => row.includes(name)), `${file}: only in comments`);
        }
        put(file, text);
      }
      assert.equal(files.find((file) => file.name === 'lab.sh')!.text, labScript);
      const result = spawnSync('bash', [join(folder, 'lab.sh'), 'event', `device-down:${name}@0`], {
        encoding: 'utf8',
      });
      assert.equal(result.status, 2);
      assert.match(result.stderr, /^lab\.sh: there is no lab; begin with: lab\.sh up\n$/);
      assert.ok(!existsSync(bad), 'a name was run');
    });

  test('control characters and line ends of a name stay in its row', async () => {
    const pair = await pairOf({ name: 'Dev\u001b[31mice\u2028A' });
    for (const { name, text } of labOf(pair).files) assert.doesNotMatch(text, /[\u001b\u2028]/, name);
  });
});

test('lab.sh is a script that bash can read, and the text that is written', () => {
  const file = join(root, 'server/src/failover/lab/lab.sh');
  assert.equal(readFileSync(file, 'utf8'), labScript);
  const { status, stderr } = spawnSync('bash', ['-n', file], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('the README names the events, and what concerns this pair alone', async () => {
  const plain = fileOf(await pairOf(), 'README.md');
  assert.match(plain, /- `device-down:DeviceA@0`/);
  assert.doesNotMatch(plain, /K1|K2|K4|K5|BFD|E-Trunk|Delays/);
  const delayed = fileOf(await pairOf({ group: ['priority 200', 'preempt-mode timer delay 600'] }), 'README.md');
  assert.match(delayed, /\*\*K1\*\*/);
  const raised = await pairOf({ ...uplink('increased 60') }, { group: ['priority 120', 'preempt-mode timer delay 9'] });
  assert.match(fileOf(raised, 'README.md'), /\*\*K2\*\*/);
  const owner = await pairOf({ virtual: '2001:DB8:5::1' });
  assert.match(fileOf(owner, 'README.md'), /\*\*K4\*\*/);
});
