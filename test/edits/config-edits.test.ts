// Where a fix puts a line: in a view in which a script takes the same line back, behind what would take it back again.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { insertInBlock } from '../../server/src/edits/config-edits';
import { readDevice } from '../../server/src/model/read/read-device';
import { readText } from '../../server/src/syntax/read-text';
import { applyEdits } from '../../server/src/text/apply-edits';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

/** The lines of an interface after a line was put behind its virtual IP. */
function withLine(text: string, ...lines: readonly string[]): string[] {
  const config = ['interface GigabitEthernet0/1/2', ...lines.map((line) => ` ${line}`), '#', ''].join('\n');
  const { sections, rows } = readText(config);
  const { device } = readDevice('A.cfg', sections, { eol: '\n', rows, encoding: 'utf-8', fallbackName: 'A' });
  const [on] = device.interfaces.values();
  const edit = insertInBlock(device, on!.block, text, { after: (line) => line.text.includes('virtual-ip') });
  return applyEdits(config, [edit])
    .split('\n')
    .slice(1, -2)
    .map((line) => line.trim());
}

test('a line is put behind the undo that would take it back', () => {
  const lines = ['vrrp vrid 1 virtual-ip 10.1.1.1', 'undo vrrp vrid 1 priority', 'undo shutdown'];
  assert.deepEqual(withLine('vrrp vrid 1 priority 120', ...lines), [
    ...lines.slice(0, 2),
    'vrrp vrid 1 priority 120',
    'undo shutdown',
  ]);
});

test('an undo of something else does not move the line', () => {
  const lines = ['vrrp vrid 1 virtual-ip 10.1.1.1', 'undo vrrp vrid 2 priority', 'undo shutdown'];
  assert.deepEqual(withLine('vrrp vrid 1 priority 120', ...lines), [
    lines[0],
    'vrrp vrid 1 priority 120',
    ...lines.slice(1),
  ]);
});
