// Which lines of a view an `undo` behind them takes back: those with its values, however either is spelled.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { inForce } from '../../../server/src/model/lines/in-force';
import { emptyContext, sectionFacts } from '../../../server/src/model/lines/matched-line';
import { readText } from '../../../server/src/syntax/read-text';
import { loadSyntax } from '../../support/wasm';

before(loadSyntax);

/** The lines of an interface that hold in the end, but for the `undo` lines. */
function holding(...lines: readonly string[]): string[] {
  const [section] = readText(
    `interface GigabitEthernet0/1/2\n${lines.map((line) => ` ${line}\n`).join('')}#\n`,
  ).sections;
  const [head] = sectionFacts(section!, { file: '', row: 0 }, emptyContext).lines;
  return inForce(head!.lines)
    .filter(({ match }) => match?.undo !== true)
    .map(({ text }) => text);
}

test('an interface by its name in any spelling', () => {
  const track = 'vrrp vrid 1 track interface GigabitEthernet0/1/3 reduced 30';
  assert.deepEqual(holding(track, 'undo vrrp vrid 1 track interface GigabitEthernet0/1/3'), []);
  assert.deepEqual(holding(track, 'undo vrrp vrid 1 track interface gigabitethernet 0/1/3'), []);
  assert.deepEqual(holding(track, 'undo vrrp vrid 1 track interface gigabitethernet 0/1/4'), [track]);
});

test('a mask as its length', () => {
  const address = 'ip address 10.1.1.2 255.255.255.0';
  assert.deepEqual(holding(address, 'undo ip address 10.1.1.2 24'), []);
  assert.deepEqual(holding('ip address 10.1.1.2 24', 'undo ip address 10.1.1.2 255.255.255.0'), []);
  assert.deepEqual(holding(address, 'undo ip address 10.1.1.2 25'), [address]);
});

test('an IPv6 address and a prefix in any spelling', () => {
  const virtualIp = 'vrrp6 vrid 1 virtual-ip 2001:DB8::1';
  assert.deepEqual(holding(virtualIp, 'undo vrrp6 vrid 1 virtual-ip 2001:db8:0:0::1'), []);
  assert.deepEqual(holding(virtualIp, 'undo vrrp6 vrid 1 virtual-ip 2001:db8:0:0::2'), [virtualIp]);
  const address = 'ipv6 address 2001:DB8::2/64';
  assert.deepEqual(holding(address, 'undo ipv6 address 2001:db8:0:0::2/64'), []);
  assert.deepEqual(holding(address, 'undo ipv6 address 2001:db8:0:0::2/65'), [address]);
});

test('a whole group, also where the words are cut short', () => {
  const lines = ['vrrp vrid 1 virtual-ip 10.1.1.1', 'vrrp vrid 1 priority 120', 'vrrp vrid 2 priority 120'];
  assert.deepEqual(holding(...lines, 'undo vrrp vrid 1'), ['vrrp vrid 2 priority 120']);
  assert.deepEqual(holding(...lines, 'undo vrrp vr 1'), ['vrrp vrid 2 priority 120']);
});
