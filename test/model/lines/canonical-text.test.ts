// What a line says, in the words of the guide.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { canonicalText, firstWordOf } from '../../../server/src/model/lines/canonical-text';
import { workspaceOf } from '../../support/check-text';
import { configurationsIn } from '../../support/spoilt-pairs';

const shortened = `#
sysname Short
#
interface GigabitEthernet0/1/0
 undo shut
 ip addr 10.1.1.1 24
 vr vrid 1 virtual-ip 10.1.1.254
 unknown words
 undo unknown words
[Short-GigabitEthernet0/1/0] ip bind vpn-instance red
#
return
`;

test('the first word of a line is that of the whole line', async () => {
  const pairs = readdirSync('examples').flatMap((name) => configurationsIn(`examples/${name}`));
  const workspace = await workspaceOf([
    ...pairs.map((file, at) => ({ ...file, name: `${at}.cfg` })),
    { name: 'short.cfg', text: shortened },
  ]);
  let lines = 0;
  for (const { interfaces, system } of workspace.network().devices)
    for (const line of [
      ...[...interfaces.values()].flatMap(({ block }) => block.lines),
      ...[...system.values()].flat(),
    ]) {
      lines++;
      assert.equal(firstWordOf(line), canonicalText(line).split(' ')[0], line.text);
    }
  assert.ok(lines > 500);
});
