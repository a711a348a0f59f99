// Where nothing is wrong nothing is said: firewalls, groups that follow a management group, the data-centre dialect, another
// vendor's files, excerpts, load sharing. Texts of our own, in the shapes that real files have.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { vrp, workspaceOf, type NamedText } from '../support/check-text';

const both = (make: (own: 1 | 2) => string): NamedText[] =>
  ([1, 2] as const).map((own) => ({ name: `device-${own}.cfg`, text: make(own) }));

async function reported(
  files: readonly NamedText[],
  severities: readonly string[] = ['error', 'warning'],
): Promise<string[]> {
  const findings = (await workspaceOf(files)).allFindings();
  return findings
    .filter((finding) => severities.includes(finding.severity))
    .map(
      (finding) =>
        `${finding.severity} ${finding.rule} ${finding.file}:${finding.range.start.line + 1} ${finding.message}`,
    );
}

describe('no false finding', () => {
  test('two firewalls: virtual IPs outside the subnet, with mask and active or standby, both priorities alike', async () => {
    assert.deepEqual(
      await reported(
        both(
          (own) => `#
sysname FW-${own}
#
hrp enable
hrp interface GigabitEthernet1/0/7 remote 10.90.7.${3 - own}
hrp mirror session enable
#
interface GigabitEthernet1/0/1
 undo shutdown
 ip address 10.90.1.${own} 255.255.255.0
 vrrp vrid 1 virtual-ip 203.0.113.9 255.255.255.248 ${own === 1 ? 'active' : 'standby'}
 vrrp virtual-mac enable
 service-manage ping permit
#
interface GigabitEthernet1/0/2
 undo shutdown
 ip address 10.90.2.${own} 255.255.255.0
 vrrp vrid 2 virtual-ip 10.90.2.254 ${own === 1 ? 'active' : 'standby'}
#
interface GigabitEthernet1/0/7
 undo shutdown
 ip address 10.90.7.${own} 255.255.255.0
#
firewall zone trust
 set priority 85
 add interface GigabitEthernet1/0/2
#
return
`,
        ),
      ),
      [],
    );
  });

  test('groups that follow a management group need no priority, delay or track of their own', async () => {
    assert.deepEqual(
      await reported(
        both(
          (own) => `#
sysname AGG-${own}
#
interface GigabitEthernet0/4/1.1
 vlan-type dot1q 1
 ip address 10.91.0.${own} 255.255.255.0
 vrrp vrid 1 virtual-ip 10.91.0.254
 admin-vrrp vrid 1 ignore-if-down
 vrrp vrid 1 priority ${own === 1 ? 200 : 120}
 vrrp vrid 1 timer advertise 2
#${[11, 12, 13]
            .map(
              (vlan) => `
interface GigabitEthernet0/4/1.${vlan}
 vlan-type dot1q ${vlan}
 ip address 10.91.${vlan}.${own} 255.255.255.0
 vrrp vrid ${vlan} virtual-ip 10.91.${vlan}.254
 vrrp vrid ${vlan} track admin-vrrp interface GigabitEthernet0/4/1.1 vrid 1 unflowdown
#`,
            )
            .join('')}
return
`,
        ),
      ),
      [],
    );
  });

  test('profiles on groups that follow a management group', async () => {
    assert.deepEqual(
      await reported(
        both(
          (own) => `#
sysname BNG-${own}
#
remote-backup-service pair
 peer 10.92.255.${3 - own} source 10.92.255.${own} port 6100
#
remote-backup-profile arp-users
 service-type arp
 backup-id 11 remote-backup-service pair
 peer-backup hot
 vrrp-id 11 interface GigabitEthernet0/4/1.11
#
interface GigabitEthernet0/4/1.1
 vlan-type dot1q 1
 ip address 10.92.0.${own} 255.255.255.0
 vrrp vrid 1 virtual-ip 10.92.0.254
 admin-vrrp vrid 1
 vrrp vrid 1 priority ${own === 1 ? 200 : 120}
 vrrp vrid 1 preempt-mode timer delay 600
#
interface GigabitEthernet0/4/1.11
 vlan-type dot1q 11
 ip address 10.92.11.${own} 255.255.255.0
 vrrp vrid 11 virtual-ip 10.92.11.254
 vrrp vrid 11 track admin-vrrp interface GigabitEthernet0/4/1.1 vrid 1
 remote-backup-profile arp-users
#
interface LoopBack0
 ip address 10.92.255.${own} 255.255.255.255
#
return
`,
        ),
      ),
      [],
    );
  });

  test('the dialect of the data-centre switches', async () => {
    assert.deepEqual(
      await reported(
        both(
          (own) => `!Software Version V200R005C10SPC800
#
sysname LEAF-${own}
#
vlan batch 10 20
#
bfd
#
interface Vlanif10
 ip address 10.93.10.${own} 255.255.255.0
 vrrp vrid 10 virtual-ip 10.93.10.254
 vrrp vrid 10 priority 120
 vrrp vrid 10 preempt timer delay 20
 vrrp vrid 10 timer advertise 2
 vrrp vrid 10 track interface 10GE1/0/1 reduce 40
#
interface Vlanif20
 ipv6 enable
 ipv6 address 2001:DB8:93:20::${own}/64
 vrrp6 vrid 20 virtual-ip FE80::20 link-local
 vrrp6 vrid 20 virtual-ip 2001:DB8:93:20::FF
 vrrp6 vrid 20 preempt timer delay 20
#
interface 10GE1/0/1
 undo portswitch
 ip address 10.93.1.${own * 4 + 1} 255.255.255.252
#
return
`,
        ),
        ['error', 'warning', 'information'],
      ),
      [],
    );
  });

  test('files of another vendor that look alike are left alone', async () => {
    const files = both(
      (own) => `#
 version 7.1.070, Release 3506P10
#
 sysname SW-${own}
#
vlan 10
#
interface Vlan-interface10
 ip address 10.94.10.${own} 255.255.255.0
 vrrp vrid 1 virtual-ip 10.94.99.254
 vrrp vrid 1 priority 300
 vrrp vrid 1 preempt-mode delay 500000
#
interface GigabitEthernet1/0/1
 port link-mode route
 ip address 10.94.10.1 255.255.255.0
#
return
`,
    );
    const folder = mkdtempSync(join(tmpdir(), 'vrp-silence-'));
    try {
      for (const { name, text } of files) writeFileSync(join(folder, name), text);
      const { code, out } = await vrp(['check', folder, '--format', 'json']);
      assert.equal(code, 2, 'nothing was checked, which is told');
      assert.deepEqual((JSON.parse(out) as { findings: unknown[] }).findings, []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('an excerpt: what it names and does not hold is no error', async () => {
    assert.deepEqual(
      await reported(
        [
          {
            name: 'excerpt.txt',
            text: `#
interface GigabitEthernet0/2/1
 vrrp vrid 3 virtual-ip 10.95.0.254
 vrrp vrid 3 priority 150
 vrrp vrid 3 track interface GigabitEthernet0/2/9 reduced 60
 vrrp vrid 3 track bfd-session 7 reduced 60
#
remote-backup-service pair
 peer 10.95.255.2 source 10.95.255.1 port 6200
 track interface Eth-Trunk9
 ip-pool homes metric 10
#
remote-backup-profile users
 service-type bras
 backup-id 3 remote-backup-service pair
 vrrp-id 3 interface GigabitEthernet0/2/1
 nas logic-port Eth-Trunk 12
#
`,
          },
        ],
        ['error'],
      ),
      [],
    );
  });

  test('excerpts of both devices without any address of their own', async () => {
    assert.deepEqual(
      await reported(
        both(
          (own) => `remote-backup-service pair
 peer 10.96.255.${3 - own} source 10.96.255.${own} port 6300
#
remote-backup-profile users
 service-type arp
 backup-id 4 remote-backup-service pair
 vrrp-id 4 interface GigabitEthernet0/2/1
#
interface GigabitEthernet0/2/1
 vrrp vrid 4 virtual-ip 10.96.0.254
 vrrp vrid 4 priority ${own === 1 ? 160 : 120}${own === 1 ? '\n vrrp vrid 4 preempt-mode timer delay 600' : ''}
 remote-backup-profile users
#
`,
        ),
      ),
      [],
    );
  });

  test('load sharing: two groups mastered crosswise, and one profile on both of them', async () => {
    assert.deepEqual(
      await reported(
        both(
          (own) => `#
sysname BRAS-${own}
#
remote-backup-service pair
 peer 10.97.255.${3 - own} source 10.97.255.${own} port 6400
#
remote-backup-profile shared
 service-type bras
 backup-id 5 remote-backup-service pair
 peer-backup hot
 vrrp-id 5 interface GigabitEthernet0/2/1.5 odd-mac
 vrrp-id 6 interface GigabitEthernet0/2/1.6 even-mac
#
interface GigabitEthernet0/2/1.5
 vlan-type dot1q 5
 ip address 10.97.5.${own} 255.255.255.0
 vrrp vrid 5 virtual-ip 10.97.5.253
 vrrp vrid 5 priority ${own === 1 ? 160 : 120}${own === 1 ? '\n vrrp vrid 5 preempt-mode timer delay 600' : ''}
 vrrp vrid 5 timer advertise 2
#
interface GigabitEthernet0/2/1.6
 vlan-type dot1q 6
 ip address 10.97.6.${own} 255.255.255.0
 vrrp vrid 6 virtual-ip 10.97.6.254
 vrrp vrid 6 priority ${own === 1 ? 120 : 160}${own === 2 ? '\n vrrp vrid 6 preempt-mode timer delay 600' : ''}
 vrrp vrid 6 timer advertise 2
#
interface GigabitEthernet0/2/1.500
 user-vlan 100 200
 remote-backup-profile shared
 bas
 #
 access-type layer2-subscriber
 #
#
interface LoopBack0
 ip address 10.97.255.${own} 255.255.255.255
#
return
`,
        ),
      ),
      [],
    );
  });

  test('plain VRRP with two defaults, in two sections of one interface', async () => {
    assert.deepEqual(
      await reported(
        both(
          (own) => `#
sysname LAB-${own}
#
interface Vlanif30
 vrrp vrid 30 track interface GigabitEthernet0/0/1
#
interface Vlanif30
 ip address 10.98.30.${own} 24
 vrrp vrid 30 virtual-ip 10.98.30.254
 vrrp vrid 30 track interface GigabitEthernet0/0/1
#
interface GigabitEthernet0/0/1
 ip address 10.98.1.${own * 4 + 1} 30
#
return
`,
        ),
        ['error', 'warning', 'information'],
      ),
      [],
    );
  });
});
