// What a group weighs while objects that it tracks are down.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Track } from '../../../server/src/model/device';
import { reducedPriority } from '../../../server/src/model/vrrp/priority';
import { workspaceOf } from '../../support/check-text';

test('priorities: what tracks take off or add stays within 1 and 254', async () => {
  const text = `#\nsysname R\n#\ninterface GigabitEthernet0/1/0\n ip address 10.1.1.1 255.255.255.0\n vrrp vrid 7 virtual-ip 10.1.1.254\n vrrp vrid 7 priority 120\n#\n`;
  const workspace = await workspaceOf([{ name: 'a.cfg', text }]);
  const { device } = workspace.snapshot('a.cfg')!;
  const member = { device, group: device.groups[0]! };
  const reduced = (value: number) => ({ reduced: { value } }) as unknown as Track;
  const increased = (value: number) => ({ increased: { value } }) as unknown as Track;
  assert.equal(reducedPriority(member, [reduced(50)]), 70);
  assert.equal(reducedPriority(member, [reduced(200)]), 1);
  assert.equal(reducedPriority(member, [increased(100)]), 220);
  assert.equal(reducedPriority(member, [increased(200)]), 254);
  assert.equal(reducedPriority(member, [increased(30), reduced(50)]), 100);
});
