// One set of VLANs has one spelling, in however many lines it is written, and the last of two values of one line wins everywhere.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readDevice } from '../../server/src/model/read/read-device';
import { terminatedVlans } from '../../server/src/model/vlan-plan';
import { advertisingVlans, userVlansOf, vlansOf } from '../../server/src/model/vlans';
import { readText } from '../../server/src/syntax/read-text';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

function port(...lines: string[]) {
  const { sections, rows } = readText(`interface Eth-Trunk1.7\n${lines.map((line) => ` ${line}\n`).join('')}#\n`);
  const { device } = readDevice('A.cfg', sections, { eol: '\n', rows, encoding: 'utf-8', fallbackName: 'A' });
  return device.interfaces.get('eth-trunk1.7')!;
}

const users = (...lines: string[]) => userVlansOf(port(...lines))?.key;
const frames = (...lines: string[]) => vlansOf(port(...lines))?.key;

test('a range is its parts', () => {
  assert.equal(users('user-vlan 10 19', 'user-vlan 20 30'), '10-30');
  assert.equal(users('user-vlan 10 30'), '10-30');
  assert.equal(frames('qinq termination pe-vid 9 ce-vid 1 to 4', 'qinq termination pe-vid 9 ce-vid 5'), '9.1-5');
});

test('the outer tag stands first, whichever line names it', () => {
  assert.equal(users('user-vlan 1 20 qinq 100'), '100.1-20');
  assert.equal(users('user-vlan 1 20 qinq 100 101'), '100-101.1-20');
  assert.equal(users('user-vlan 1 20 qinq 101', 'user-vlan 1 20 qinq 100'), '100-101.1-20');
  assert.equal(frames('encapsulation qinq vid 100 ce-vid 20'), '100.20');
});

test('what is taken back, and what a later line replaces, counts for nothing', () => {
  assert.equal(frames('vlan-type dot1q 7', 'vlan-type dot1q 8'), '8');
  assert.deepEqual(
    terminatedVlans(port('vlan-type dot1q 7', 'vlan-type dot1q 8')).map(({ first }) => first),
    [8],
  );
  assert.equal(frames('dot1q termination vid 7', 'dot1q termination vid 8', 'undo dot1q termination vid 7'), '8');
});

test('a line that is not understood leaves the VLANs of its use open', () => {
  assert.equal(frames('dot1q termination vid 7', 'dot1q termination vlan-group 3'), undefined);
  assert.equal(advertisingVlans(port('dot1q vrrp vid 7', 'dot1q termination vlan-group 3'))?.key, '7');
});
