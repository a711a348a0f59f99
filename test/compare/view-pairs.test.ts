// Which view of one device corresponds to which of the other, where names say something else or nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceViews } from '../../server/src/compare/device-views';
import { viewPairs } from '../../server/src/compare/view-pairs';
import { pairOf } from '../support/pair-of';

const router = (side: number, text: string) => ({
  name: `${side}.cfg`,
  text: `#\nsysname R${side}\n#\nremote-backup-service core\n peer 10.9.9.${3 - side} source 10.9.9.${side} port 2000\n#\n${text}#\nreturn\n`,
});

/** The views of the second device by those of the first. */
async function counterparts(first: string, second: string): Promise<ReadonlyMap<string, string>> {
  const { pair, workspace } = await pairOf([router(1, first), router(2, second)]);
  const views = (device: typeof pair.a) => deviceViews(device, workspace.snapshot(device.file)!.facts);
  const found = viewPairs(pair, views(pair.a), views(pair.b));
  return pair.a.name === 'R1' ? found : new Map([...found].map(([one, two]) => [two, one]));
}

const profile = (name: string, id: number) =>
  `remote-backup-profile ${name}\n service-type bras\n backup-id ${id} remote-backup-service core\n#\n`;
const port = (name: string, address: string) => `interface ${name}\n ip address ${address}\n#\n`;

test('views: profiles correspond by their backup-id before their names', async () => {
  const found = await counterparts(profile('p', 1) + profile('q', 2), profile('q', 1) + profile('p', 2));
  assert.equal(found.get('rbp p'), 'rbp q');
  assert.equal(found.get('rbp q'), 'rbp p');
});

test('views: interfaces in one subnet face each other, a host address is no subnet', async () => {
  const found = await counterparts(
    port('GigabitEthernet0/1/0', '10.1.1.1 255.255.255.0') + port('LoopBack5', '10.8.8.8 255.255.255.255'),
    port('GigabitEthernet0/4/0', '10.1.1.2 255.255.255.0') + port('LoopBack6', '10.8.8.8 255.255.255.255'),
  );
  assert.equal(found.get('interface gigabitethernet0/1/0'), 'interface gigabitethernet0/4/0');
  assert.equal(found.get('interface loopback5'), undefined);
});

test('views: the only two interfaces with an address that are left correspond, of more none does', async () => {
  const one = port('GigabitEthernet0/1/0', '10.1.1.1 255.255.255.0');
  const two = port('GigabitEthernet0/4/0', '10.2.2.2 255.255.255.0');
  assert.equal((await counterparts(one, two)).get('interface gigabitethernet0/1/0'), 'interface gigabitethernet0/4/0');
  const more = two + port('GigabitEthernet0/5/0', '10.3.3.2 255.255.255.0');
  assert.equal((await counterparts(one, more)).get('interface gigabitethernet0/1/0'), undefined);
  assert.equal((await counterparts(more, one)).get('interface gigabitethernet0/4/0'), undefined);
});

test('views: BFD sessions correspond by discriminators that mirror each other', async () => {
  const session = (name: string, local: number, remote: number) =>
    `bfd ${name} bind peer-ip 10.9.9.9\n discriminator local ${local}\n discriminator remote ${remote}\n#\n`;
  const found = await counterparts(session('s', 1, 2) + session('t', 3, 4), session('x', 4, 3) + session('y', 2, 1));
  const names = [...found]
    .filter(([key]) => key.includes(' s') || key.includes(' t'))
    .map((couple) => couple.join(' = '));
  assert.equal(names.length, 2, [...found].join('; '));
  assert.ok(
    names.some((couple) => / s\b.* y\b/.test(couple)) && names.some((couple) => / t\b.* x\b/.test(couple)),
    names.join('; '),
  );
});

test('views: link-local and host addresses make no neighbours, one subnet of IPv6 does', async () => {
  const sixth = (name: string, address: string) => `interface ${name}\n ipv6 enable\n ipv6 address ${address}\n#\n`;
  const [own, other] = [sixth('LoopBack5', '2001:DB8:8::8/128'), sixth('LoopBack6', '2001:DB8:8::8/128')];
  const more = sixth('GigabitEthernet0/8/0', '2001:DB8:88::1/64');
  const found = await counterparts(
    sixth('GigabitEthernet0/1/0', 'FE80::1 link-local') +
      sixth('GigabitEthernet0/2/0', '2001:DB8:1::1/64') +
      more +
      own,
    sixth('GigabitEthernet0/4/0', 'FE80::2 link-local') + sixth('GigabitEthernet0/5/0', '2001:DB8:1::2/64') + other,
  );
  assert.equal(found.get('interface gigabitethernet0/1/0'), undefined);
  assert.equal(found.get('interface gigabitethernet0/2/0'), 'interface gigabitethernet0/5/0');
  assert.equal(found.get('interface loopback5'), undefined);
});

test('views: of one kind the only ones left correspond, sections of which nobody knows the kind do not', async () => {
  const section = (head: string) => `${head}\n level 1\n#\n`;
  const found = await counterparts(section('frobnicate one'), section('frobnicate two'));
  assert.equal(found.get('other frobnicate one'), undefined);
  const process = (number: number) => `isis ${number}\n is-level level-2\n#\n`;
  const processes = [...(await counterparts(process(100), process(200)))].map((couple) => couple.join(' = '));
  assert.ok(
    processes.some((couple) => /isis 100.* = .*isis 200/.test(couple)),
    processes.join('; '),
  );
});
