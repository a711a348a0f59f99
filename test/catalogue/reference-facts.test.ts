// What the vendor's command reference (V800R012C10) says and an older sheet said otherwise: lines that are right, lines that are
// not, forms that no reference has, and what a hover says. One row a fact.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entry, matchLine, type ViewName } from '../../server/src/catalogue';
import { rules } from '../../server/src/rules/registry';
import { commandProse } from '../../server/src/features/prose';
import { words } from '../../server/src/text/words';
import { workspaceOf } from '../support/check-text';

/** `whole`: known to its end. `undocumented`: known, by no reference. `open`: a word that must stand is missing or another stands there. */
type Verdict = 'whole' | 'undocumented' | 'open' | 'unknown';

const lines: readonly (readonly [ViewName, string, Verdict | { readonly problem: string }])[] = [
  // Remote backup service
  ['rbs', 'web-auth-server source 10.9.9.100', 'whole'],
  ['rbs', 'web-auth-server source vpn-instance vpn1 10.9.9.100', 'whole'],
  ['rbs', 'web-auth-server source 2001:db8::1', 'whole'],
  ['rbs', 'web-auth-server source vpn-instance vpn1 2001:db8::1', 'whole'],
  ['rbs', 'protect ip-vpn-instance vpn1 peer-ip 10.9.9.2', 'whole'],
  ['rbs', 'protect ip-vpn-instance vpn1 peer-ip 10.9.9.2 interface GigabitEthernet 0/1/5', 'whole'],
  ['rbs', 'undo protect ip-vpn-instance vpn1', 'whole'],
  ['rbs', 'protect srv6 tunnel-policy te endpoint 2001:db8::2 color 10', 'whole'],
  ['rbs', 'protect ip-vpn peer-ip 10.9.9.2', 'open'],
  ['rbs', 'protect segment-routing-ipv6 peer-ip 2001:db8::2', 'open'],
  ['rbs', 'protect tnl-policy te peer-ip 10.9.9.2 interface Eth-Trunk 2', 'whole'],
  ['rbs', 'undo protect redirect', 'whole'],
  ['rbs', 'undo protect lsp-tunnel peer-ip 10.9.9.2', 'whole'],
  ['rbs', 'undo protect lsp-tunnel for-all-instance', 'open'],
  ['rbs', 'undo protect tnl-policy te', 'whole'],
  ['rbs', 'l2tp-tunnel source loopback 1', 'whole'],
  ['rbs', 'undo l2tp-tunnel source LoopBack1', 'whole'],
  ['rbs', 'undo l2tp-tunnel source', 'open'],
  ['rbs', 'l2tp protect-tunnel disable', 'whole'],
  ['rbs', `ipv6-pool ${'a'.repeat(32)}`, 'whole'],
  ['rbs', `ipv6-pool ${'a'.repeat(33)}`, { problem: 'ipv6-pool-name: 1-32 characters' }],
  ['rbs', 'undo ip-pool pool1 metric 10', 'whole'],
  ['rbs', 'ip-pool-group group1 metric 20', 'whole'],
  ['rbs', 'static-route if-match null 0 tag 100 metric 20 rui-slave', 'whole'],
  ['rbs', 'domain-map-list list1', 'whole'],
  ['rbs', 'dhcpv6-server destination 2001:db8::2 source 2001:db8::1 vpn-instance v1', 'whole'],
  ['rbs', 'track route-monitor-group routes switchover failure-ratio 50', 'whole'],
  ['rbs', 'radius-authorization source 10.9.9.1', 'whole'],
  ['rbs', 'radius-authorization source vpn-instance v1 10.9.9.1', 'whole'],
  ['rbs', 'radius-authorization source same-as nas-logic-ip', 'whole'],
  ['rbs', 'track bfd-session 8', 'whole'],
  ['rbs', 'track bfd-session session-name channel', 'undocumented'],
  // Remote backup profile
  ['rbp', 'ip-pool a include b', 'whole'],
  ['rbp', 'ip-pool a include b node 65534', 'whole'],
  ['rbp', 'ip-pool a include b node 0', { problem: 'node-number: 1-65534' }],
  ['rbp', 'ip-pool pool-group a include pool-group b', 'whole'],
  ['rbp', 'undo ip-pool a include b', 'whole'],
  ['rbp', 'undo ip-pool a include b node 5', 'open'],
  ['rbp', 'ipv6-pool a include b', 'whole'],
  ['rbp', `ipv6-pool ${'a'.repeat(33)}`, { problem: 'ipv6-pool-name: 1-32 characters' }],
  ['rbp', 'traffic backup interval 10 threshold 50', 'whole'],
  ['rbp', 'traffic backup threshold 50 interval 10', 'whole'],
  ['rbp', 'undo traffic backup', 'whole'],
  ['rbp', 'undo backup-id 10 remote-backup-service s1', 'whole'],
  ['rbp', 'undo backup-id', 'open'],
  ['rbp', 'undo peer-backup', 'unknown'],
  ['rbp', 'undo vrrp-id 1', 'whole'],
  ['rbp', 'frame-route metric 20', 'whole'],
  ['rbp', 'undo dhcp-stb igmp-copy', 'whole'],
  // E-Trunk
  ['e-trunk', 'authentication-mode hmac-sha1', 'whole'],
  ['e-trunk', 'sequence enable', 'whole'],
  ['e-trunk', 'revert disable', 'whole'],
  ['e-trunk', 'e-trunk bfd enable track interface GigabitEthernet0/1/1', 'whole'],
  ['e-trunk', 'peer-address 10.0.0.2 source-address 10.0.0.1 vpn-instance v1', 'whole'],
  ['e-trunk', 'e-trunk track bfd-session session-name channel', 'whole'],
  ['e-trunk', 'e-trunk track bfd-session 10', 'undocumented'],
  ['monitor-group', 'trigger-up-delay 4294967295', 'whole'],
  // Interface
  ['interface', 'vrrp vrid 3 peer-ip 10.0.0.2', 'whole'],
  ['interface', 'vrrp vrid 3 peer-ip 10.0.0.2 source-ip 10.0.0.1', 'whole'],
  ['interface', 'vrrp vrid 1 track efm interface GigabitEthernet0/1/1', 'whole'],
  ['interface', 'vrrp vrid 1 track efm interface GigabitEthernet0/1/1 reduced 20', 'open'],
  ['interface', 'undo vrrp vrid 1 track link-bfd', 'whole'],
  ['interface', 'undo vrrp6 vrid 1 track link-bfd', 'whole'],
  ['interface', 'vrrp vrid 1 track route-monitor-group routes failure-ratio 50 link', 'whole'],
  ['interface', 'vrrp6 vrid 1 track route-monitor-group routes failure-ratio 50', 'whole'],
  ['interface', 'track route-monitor-group routes trigger-down-weight 20', 'whole'],
  ['interface', 'vrrp vrid 1 authentication-mode hmac-sha256 cipher example-key', 'whole'],
  ['interface', 'vrrp vrid 1 version-3 send-packet-mode v2v3-both', 'whole'],
  ['interface', 'vrrp vrid 1 fast-resume', 'whole'],
  ['interface', 'vrrp vrid 1 backup-forward', 'whole'],
  ['interface', 'vrrp vrid 1 gratuitous-arp copy-to-member', 'whole'],
  ['interface', 'undo dhcpv6 relay link-address 2001:db8:50::1', 'whole'],
  ['interface', 'undo dhcpv6 relay link-address', 'open'],
  // Service boards
  ...(
    [
      ['ds-lite-instance', 'ds-lite'],
      ['nat-instance', 'nat'],
      ['nat64-instance', 'nat64'],
    ] as const
  ).flatMap(([view, word]): (typeof lines)[number][] => [
    [view, `${word} address-group g group-id 0`, 'whole'],
    [view, `${word} address-group g group-id 127`, 'whole'],
    [view, `${word} address-group g group-id 128`, { problem: 'group-id: 0-127' }],
  ]),
  ['nat64-instance', 'nat64 prefix 64:ff9b:: prefix-length 96 1', 'whole'],
  // System
  ['system', 'peer-backup route-cost auto-advertising exclude loopback', 'whole'],
  ['system', 'undo peer-backup route-cost', 'whole'],
  ['system', 'undo peer-backup route-cost auto-advertising', 'open'],
  ['system', 'peer-backup rui-trigger-speed 400', 'whole'],
  ['system', 'peer-backup ttl 15', 'whole'],
  ['system', 'rui-option 160', 'whole'],
  ['system', 'rui-option dhcpv6 160', 'whole'],
  ['system', 'access packet dhcp release rui-slave discard', 'whole'],
  ['system', 'pppoe-server rui remote-mac session-id start-session-id 1 end-session-id 32767', 'whole'],
  ['system', 'set l2tp tunnel base-id 16384', 'whole'],
  ['system', 'dhcp-server group g1 remote-backup-service s1', 'whole'],
  ['system', 'lacp e-trunk system-id 00e0-fc00-0002', 'whole'],
  ['system', 'lacp e-trunk priority 1', 'whole'],
  ['system', 'e-trunk port 1025', 'whole'],
  ['system', 'vrrp smooth-switching timer 20', 'whole'],
  ['user', 'rollback configuration to commit-id 1000000010', 'whole'],
  ['user', 'rollback configuration last 1', 'whole'],
  ['user', 'configuration exclusive', 'whole'],
  ['system', 'commit trial 600', 'whole'],
  ['system', 'commit trial 600 label before-change', 'whole'],
  ['system', 'ipv6 pool users6 bas delegation rui-slave', 'whole'],
  ['system', `ipv6 pool ${'a'.repeat(33)} bas local`, { problem: 'pool-name: 1-32 characters' }],
];

describe('lines', () => {
  for (const [view, line, verdict] of lines) {
    it(`[${view}] ${line}`, () => {
      const match = matchLine(view, words(line));
      if (verdict === 'unknown') return assert.ok(!match || match.reached < 2, JSON.stringify(match));
      if (verdict === 'open') return assert.ok(!match?.complete, `${match?.command} reads it`);
      assert.ok(match, 'is known');
      if (typeof verdict === 'object')
        return assert.deepEqual(
          match.problems.map(({ message }) => message),
          [verdict.problem],
        );
      assert.ok(match.complete, JSON.stringify(match.expected.slice(0, 3)));
      assert.equal(entry(match.command)?.dialect, verdict === 'undocumented' ? 'undocumented' : undefined);
    });
  }
});

const texts: readonly (readonly [id: string, says: RegExp, not?: RegExp])[] = [
  ['serviceHa.hotBackup', /cold where NAT is centralised, and warm where it is distributed/],
  ['rbp.nasIp', /same-as nas-logic-ip`: then the two must differ/],
  ['rbp.trafficBackup', /10 min and 50 MB/, /\b20\b|\b100\b/],
  ['rbp.backupId', /used by no other profile of the device/, /of that RBS/],
  ['rbp.peerBackup', /works for no service/],
  ['rbp.slaveInbound', /50 ms[^]*virtual/],
  ['rbs.l2tpTunnel', /follow the state of the links on the network side/, /one source interface/],
  ['rbs.ipPool', /lower metric wins[^]*10, or 20[^]*65535/],
  ['rbs.ipv6Pool', /lower metric wins/],
  ['rbp.downloadDelay', /goes on forwarding[^]*stops at once/, /download of the VRRP table after/],
  ['vrrp.stateHoldTime', /ignore-if-down[^]*Backup/, /after its interface came up/],
  ['vrrp6.stateHoldTime', /ignore-if-down[^]*Backup/, /after its interface came up/],
  ['vrrp6.preemptDelay', /5 s where an interface that comes up is the cause/],
  ['vrrp.firstPacketDelay', /300 s where nothing is written/],
  ['vrrp.preemptDelay', /600 s for ARP/],
  ['vrrp.holdingMultiplier', /Without effect while the group tracks/],
  ['vrrp.trackMonitorGroup', /At most 2 ordinary groups and one with `link`/, /At most 3/],
  ['dhcpv6Relay.linkAddress', /global address of this interface/],
  ['ipPool.section', /In a `server` pool the numbers are 0-255/],
  ['eTrunk.authentication', /Default: enhanced-hmac-sha256/],
  ['eTrunk.priority', /smaller system ID[^]*both are/],
  ['rbp.routeCost', /network routes of shared pools/, /cost of user routes/],
];

const reasons: readonly (readonly [rule: string, says: RegExp])[] = [
  ['e-trunk-priorities-equal', /ids are equal too, both devices are master/],
  ['service-ha-hot-backup-missing', /centralised NAT no user tables either/],
  ['service-location-both-backups', /reference excludes the two together; the overview/],
];

describe('what a rule gives as its reason', () => {
  for (const [id, says] of reasons) {
    it(id, () => assert.match(rules.find((rule) => rule.id === id)!.why, says));
  }
});

describe('what a hover says', () => {
  for (const [id, says, not] of texts) {
    it(id, () => {
      const command = entry(id)!;
      const { plain } = commandProse({ command, undo: false, keywords: [], arguments: [] });
      assert.match(plain, says);
      if (not) assert.doesNotMatch(plain, not);
    });
  }
});

interface DeviceParts {
  readonly service: string;
  readonly rbs?: string;
  readonly nas?: string;
  readonly delay?: number;
}

function deviceText(own: 1 | 2, { service, rbs = '', nas = '', delay }: DeviceParts): string {
  return `#
sysname Fact-${own}
#
remote-backup-service s1
 peer 10.0.0.${3 - own} source 10.0.0.${own} port 7000
${rbs}#
remote-backup-profile p1
 service-type ${service}
 backup-id 10 remote-backup-service s1
 vrrp-id 1 interface GigabitEthernet0/1/2
${nas === '' ? '' : ` nas logic-ip ${nas}\n`}#
interface GigabitEthernet0/1/2
 ip address 10.1.1.${own} 255.255.255.0
 vrrp vrid 1 virtual-ip 10.1.1.254
${own === 1 ? ' vrrp vrid 1 priority 150\n' : ''}${delay === undefined ? '' : ` vrrp vrid 1 preempt-mode timer delay ${delay}\n`}#
return
`;
}

/** What rules with this in their name say of a pair: severity and the device it stands on. */
async function saidBy(name: string, a: DeviceParts, b: DeviceParts): Promise<string[]> {
  const files = [a, b].map((parts, index) => ({
    name: `${index + 1}.cfg`,
    text: deviceText((index + 1) as 1 | 2, parts),
  }));
  const workspace = await workspaceOf(
    files,
    rules.filter(({ id }) => id.includes(name)),
  );
  return workspace.allFindings().map(({ severity, file }) => `${severity} ${file}`);
}

describe('what a rule judges', () => {
  const sameAs = ' radius-authorization source same-as nas-logic-ip\n';
  it('logic-ip is equal on both devices', async () => {
    const said = await saidBy(
      'nas-identity',
      { service: 'bras', nas: '10.9.0.1' },
      { service: 'bras', nas: '10.9.0.2' },
    );
    assert.deepEqual(said, ['warning 2.cfg']);
  });
  it('logic-ip differs where RADIUS authorization comes from it', async () => {
    const device = (nas: string): DeviceParts => ({ service: 'bras', nas, rbs: sameAs });
    assert.deepEqual(await saidBy('nas-identity', device('10.9.0.1'), device('10.9.0.2')), []);
    assert.equal((await saidBy('nas-identity', device('10.9.0.1'), device('10.9.0.1'))).length, 1);
  });
  it('a DHCP server whose master waits exactly 600 s is right', async () => {
    assert.deepEqual(
      await saidBy('preempt-delay', { service: 'dhcp-server', delay: 600 }, { service: 'dhcp-server' }),
      [],
    );
  });
  it('a delay on the backup is information for ARP, a warning for other services', async () => {
    const said = (service: string) => saidBy('delay-on-backup', { service, delay: 900 }, { service, delay: 900 });
    assert.deepEqual(await said('arp'), ['information 2.cfg']);
    assert.deepEqual(await said('bras'), ['warning 2.cfg']);
  });
});
