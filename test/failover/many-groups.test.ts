// A pair with more groups than one run has steps: every one of them changes hands and comes back, and its line is found at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summary } from '../../server/src/failover/judgement/summary';
import { pairFrom, play } from '../support/failover-pairs';

const groups = 600;

function device(own: 1 | 2): string {
  const users = Array.from(
    { length: groups },
    (_, index) => `remote-backup-profile p${index}
 service-type arp
 backup-id ${index + 1} remote-backup-service s
 vrrp-id ${(index % 255) + 1} interface GigabitEthernet0/1/0.${index + 1}
#
interface GigabitEthernet0/1/0.${index + 1}
 vlan-type dot1q ${index + 1}
 ip address 10.${20 + (index >> 8)}.${index & 255}.${own} 255.255.255.0
 vrrp vrid ${(index % 255) + 1} virtual-ip 10.${20 + (index >> 8)}.${index & 255}.254
 vrrp vrid ${(index % 255) + 1} priority ${own === 1 ? 150 : 120}${own === 1 ? `\n vrrp vrid ${(index % 255) + 1} preempt-mode timer delay 600` : ''}
 remote-backup-profile p${index}
#
`,
  ).join('');
  return `#\nsysname Many-${own}\n#\nremote-backup-service s\n peer 10.1.1.${3 - own} source 10.1.1.${own} port 5000\n#\n${users}interface LoopBack0\n ip address 10.1.1.${own} 32\n#\nreturn\n`;
}

test(`${groups} groups: each goes over and comes back`, async () => {
  const pair = await pairFrom([
    { name: 'a.cfg', text: device(1) },
    { name: 'b.cfg', text: device(2) },
  ]);
  assert.equal(pair.groups.length, groups);
  const { rows } = play(pair, 'device-down:Many-1@0', 'device-up:Many-1@3600');
  const moved = (event: string, to: string) =>
    rows.filter((row) => row.event === event && row.takeover?.to === to && row.outcome === 'survives').length;
  assert.deepEqual([moved('device-down', 'Many-2'), moved('device-up', 'Many-1')], [groups, groups]);
  for (const group of pair.groups)
    assert.equal(summary(pair, group), 'Many-1 dies: Many-2 master in 2.5-3.5 s, ARP entries in sync');
});
