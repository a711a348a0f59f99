// What the procedures of the whole family ask to be checked, a row each: faults of a pair that is right, and the finding that tells
// each. Where the sources leave a fact in doubt the finding is no error.
import type { Severity } from '../../server/src/diagnostics/rule';

/** In a text that holds it, the first: this becomes that. */
export type Edit = readonly [from: string, to: string];

/** A device, by its role: the intended master or its backup. */
export type Role = 'master' | 'backup';

export interface Fault {
  readonly what: string;
  /** A folder of `test/pairs` or of `examples`. */
  readonly pair: string;
  /** The lines of the device at fault. */
  readonly edits: readonly Edit[];
  /** The rule that tells it; undefined where it is legal. */
  readonly rule?: string;
  readonly severity?: Severity;
  /** Which device can have the fault; both, one after the other, without it. */
  readonly on?: Role;
  /** Lines of the device that change before: another pair that is right. */
  readonly before?: (role: Role) => readonly Edit[];
  /** Lines of the other device that belong to the fault. */
  readonly other?: readonly Edit[];
  /** The device that is told of, where it is not the one at fault. */
  readonly at?: Role;
}

export interface Row {
  readonly id: string;
  readonly words: string;
  readonly faults: readonly Fault[];
}

type More = Partial<Pick<Fault, 'on' | 'before' | 'other' | 'at'>>;

function fault(what: string, pair: string, edits: readonly Edit[], severity: Severity, rule: string, more: More = {}) {
  return { what, pair, edits, severity, rule, ...more };
}

function legal(what: string, pair: string, edits: readonly Edit[], more: More = {}): Fault {
  return { what, pair, edits, ...more };
}

/** Lines below this one. */
function below(line: string, ...more: readonly string[]): Edit {
  return [`\n${line}\n`, `\n${[line, ...more].join('\n')}\n`];
}

/** The board of the second group follows the first. */
const oneGroup: Edit = ['vrrp vrid 2 interface GigabitEthernet0/3/2', 'vrrp vrid 1 interface GigabitEthernet0/3/1'];

function without(line: string): Edit {
  return [`\n${line}\n`, '\n'];
}

/** A section more, at the beginning. */
function section(...lines: readonly string[]): Edit {
  return ['\n#\n', `\n#\n${lines.join('\n')}\n#\n`];
}

/** Its section as well, where it stands alone in one. */
function withoutSection(line: string): Edit {
  return [`\n${line}\n#\n`, '\n'];
}

/** IGMP without what backs it up, on a device that has this address. */
function withoutBackup(peer: string, own: string): readonly Edit[] {
  return [
    [`remote-backup-service streams\n peer 192.0.2.${peer} source 192.0.2.${own} port 2046\n#\n`, ''],
    [
      'remote-backup-profile viewers\n service-type igmp\n backup-id 10 remote-backup-service streams\n peer-backup hot\n vrrp-id 1 interface GigabitEthernet0/1/2\n#\n',
      '',
    ],
    without(' remote-backup-profile viewers'),
  ];
}

const delay = ' vrrp vrid 1 preempt-mode timer delay';
const short = 'vrrp-preempt-delay-short-on-master';
const ends = 'e-trunk-settings-differ';
const login = 'login-backup-differs';
const edsg: readonly Edit[] = [section('service-policy name video edsg')];
const streams: readonly Edit[] = [
  section('multicast routing-enable'),
  below(' service-type bras', ' service-type multicast'),
  below(' user-vlan 501', ' igmp enable', ' multicast copy by-session'),
  [' vrrp recover-delay 20', ' vrrp recover-delay 180'],
];
const sessionNumbers = (role: Role) => {
  const [first, last] = role === 'master' ? [1, 32767] : [32768, 65534];
  return [section(`pppoe-server rui remote-mac session-id start-session-id ${first} end-session-id ${last}`)];
};
const nas = ' nas logic-ip 192.0.2.100';
const redirect = ' protect redirect ip-nexthop';

export const rows: readonly Row[] = [
  {
    id: 'FA-DELAY-ARP',
    words: 'the master of ARP users waits 600 s',
    faults: [
      fault('300 s', 'arp', [[`${delay} 600`, `${delay} 300`]], 'warning', short, { on: 'master' }),
      fault('599 s', 'arp', [[`${delay} 600`, `${delay} 599`]], 'warning', short, { on: 'master' }),
    ],
  },
  {
    id: 'FB-DELAY',
    words: 'the master of users who log in waits 600 s, with EDSG 900 s',
    faults: [
      fault('300 s', 'bras-shared', [[`${delay} 1200`, `${delay} 300`]], 'warning', short, { on: 'master' }),
      fault('EDSG', 'bras-shared', [[`${delay} 1200`, `${delay} 800`]], 'information', short, {
        on: 'master',
        before: () => edsg,
      }),
    ],
  },
  {
    id: 'FL-DELAY',
    words: 'the master of tunnels waits 1800 s',
    faults: [fault('600 s', 'l2tp', [[`${delay} 1800`, `${delay} 600`]], 'warning', short, { on: 'master' })],
  },
  {
    id: 'FM-RECOVER',
    words: 'a device whose users watch streams recovers after 120 s',
    faults: [
      fault(
        '20 s',
        'bras-shared',
        [[' vrrp recover-delay 180', ' vrrp recover-delay 20']],
        'information',
        'stream-recover-delay-short',
        { before: () => streams },
      ),
    ],
  },
  {
    id: 'FE-AUTH',
    words: 'both ends of an E-Trunk have one authentication, sequence and port',
    faults: [
      fault('mode', 'igmp-e-trunk', [below('e-trunk 1', ' authentication-mode hmac-sha256')], 'error', ends),
      fault('sequence', 'igmp-e-trunk', [below('e-trunk 1', ' sequence enable')], 'error', ends),
      fault('port', 'igmp-e-trunk', [section('e-trunk port 2000')], 'error', ends),
      fault('tunnel port', 'igmp-e-trunk', [[' backup tunnel port 2000', ' backup tunnel port 2001']], 'error', ends, {
        before: () => [below('e-trunk 1', ' backup tunnel port 2000')],
      }),
      fault('tunnel port on one', 'igmp-e-trunk', [below('e-trunk 1', ' backup tunnel port 2000')], 'error', ends),
    ],
  },
  {
    id: 'FE-KEY1',
    words: 'both ends of an E-Trunk have a key, or neither',
    faults: [fault('no key', 'igmp-e-trunk', [without(' security-key cipher %^%#Yk3aH7wq8%^%#')], 'error', ends)],
  },
  {
    id: 'FE-LACP',
    words: 'both ends of an E-Trunk show one LACP system ID and priority',
    faults: [
      fault('another system ID', 'igmp-e-trunk', [['00E0-FC00-0002', '00E0-FC00-0003']], 'warning', ends),
      fault('no system ID', 'igmp-e-trunk', [withoutSection('lacp e-trunk system-id 00E0-FC00-0002')], 'warning', ends),
      fault('priority', 'igmp-e-trunk', [section('lacp e-trunk priority 5')], 'warning', ends),
    ],
  },
  {
    id: 'FE-FORCE',
    words: 'an Eth-Trunk is forced to master on both devices, or on neither',
    faults: [
      fault(
        'on one',
        'igmp-e-trunk',
        [below(' e-trunk 1', ' e-trunk mode force-master')],
        'warning',
        'e-trunk-force-master-on-one-device',
      ),
    ],
  },
  {
    id: 'FE-BFD',
    words: 'the session that an E-Trunk tracks is there',
    faults: [
      fault(
        'another name',
        'e-trunk-snooping',
        [['session-name metro', 'session-name other']],
        'warning',
        'bfd-session-undefined',
      ),
    ],
  },
  {
    id: 'FE-DIRECT',
    words: 'the ends of an E-Trunk reach each other over more than the direct link',
    faults: [
      fault(
        'on one link',
        'igmp-e-trunk',
        [
          ['interface LoopBack0', 'interface GigabitEthernet0/1/9'],
          ['255.255.255.255', '255.255.255.252'],
        ],
        'information',
        'e-trunk-over-direct-link',
        {
          on: 'master',
          other: [
            ['interface LoopBack0', 'interface GigabitEthernet0/1/9'],
            ['255.255.255.255', '255.255.255.252'],
          ],
        },
      ),
    ],
  },
  {
    id: 'FS-REPORT',
    words: 'the backup learns of every report',
    faults: [
      fault(
        'reports not passed on',
        'e-trunk-snooping',
        [without(' igmp-snooping backup-report forward')],
        'warning',
        'snooping-report-not-forwarded',
      ),
      fault(
        'off in the system',
        'e-trunk-snooping',
        [withoutSection('igmp-snooping enable')],
        'warning',
        'snooping-off',
      ),
      fault('off in the VSI', 'e-trunk-snooping', [without(' igmp-snooping enable')], 'warning', 'snooping-off'),
    ],
  },
  {
    id: 'FI-*',
    words: 'IGMP is checked as MLD is',
    faults: [
      fault('routing', 'igmp', [withoutSection('multicast routing-enable')], 'error', 'mld-routing-missing'),
      fault('PIM', 'igmp', [without(' pim sm')], 'error', 'mld-pim-missing'),
      fault('DR', 'igmp', [without(' pim ignore dr-state')], 'warning', 'mld-ignore-dr-state-missing'),
      fault('assert', 'igmp', [without(' pim ignore assert-state')], 'warning', 'mld-ignore-assert-state-missing'),
      fault('track', 'igmp', [without(' multicast track vrrp vrid 1')], 'error', 'mld-track-vrrp6-missing'),
      fault('vrid', 'igmp', [['track vrrp vrid 1\n', 'track vrrp vrid 2\n']], 'error', 'mld-track-vrid-differs'),
      fault('RP', 'igmp', [['static-rp 192.0.2.9', 'static-rp 192.0.2.8']], 'error', 'mld-static-rp-differs'),
      fault(
        'both tracks',
        'igmp',
        [below(' multicast track vrrp vrid 1', ' multicast track admin-vrrp interface GigabitEthernet0/1/2 vrid 1')],
        'error',
        'mld-track-twice',
      ),
    ],
  },
  {
    id: 'FI-RBP-AA',
    words: 'two multicast routers that are both active need no profile',
    faults: [
      legal('no channel and no profile', 'igmp', withoutBackup('2', '1'), {
        on: 'master',
        other: withoutBackup('1', '2'),
      }),
    ],
  },
  {
    id: 'FB-POOL-BOTH',
    words: 'a pool belongs to one service or to one profile',
    faults: [
      fault('to both', 'bras-shared', [below(nas, ' ip-pool home')], 'error', 'pool-owned-twice'),
      fault(
        'to two services',
        'bras-shared',
        [
          [
            '\n#\nremote-backup-service rbs1',
            '\n#\nremote-backup-service rbs2\n ip-pool home\n#\nremote-backup-service rbs1',
          ],
        ],
        'error',
        'pool-owned-twice',
      ),
    ],
  },
  {
    id: 'FB-SHARED-PROT',
    words: 'users of a shared pool have a way across',
    faults: [
      fault(
        'on neither',
        'bras-shared',
        [[`${redirect} 203.0.113.6 interface Eth-Trunk2\n`, '']],
        'warning',
        'shared-pool-without-protection',
        { on: 'master', other: [[`${redirect} 203.0.113.5 interface Eth-Trunk2\n`, '']] },
      ),
      fault('on one', 'bras-shared', [[redirect, ' description']], 'warning', login),
    ],
  },
  {
    id: 'FB-PROT-MIRROR',
    words: 'the way across leads to the other device',
    faults: [
      fault(
        'to itself',
        'bras-shared',
        [[`${redirect} 203.0.113.6`, `${redirect} 203.0.113.5`]],
        'error',
        'protect-target-is-local',
        { on: 'master' },
      ),
      fault(
        'to itself',
        'bras-shared',
        [[`${redirect} 203.0.113.5`, `${redirect} 203.0.113.6`]],
        'error',
        'protect-target-is-local',
        { on: 'backup' },
      ),
      fault(
        'to nobody',
        'bras-shared',
        [[`${redirect} 203.0.113.6`, `${redirect} 203.0.113.99`]],
        'warning',
        'protect-target-is-nobodys',
        { on: 'master' },
      ),
      fault(
        'to nobody',
        'bras-shared',
        [[`${redirect} 203.0.113.5`, `${redirect} 203.0.113.99`]],
        'warning',
        'protect-target-is-nobodys',
        { on: 'backup' },
      ),
    ],
  },
  {
    id: 'FB-COST',
    words: 'the pool of the master is cheaper',
    faults: [
      fault(
        'dearer',
        'bras-shared',
        [['ip-pool home metric 10', 'ip-pool home metric 30']],
        'warning',
        'pool-cost-favours-backup',
        { on: 'master' },
      ),
      fault(
        'cheaper at the backup',
        'bras-shared',
        [['ip-pool home metric 20', 'ip-pool home metric 5']],
        'warning',
        'pool-cost-favours-backup',
        { on: 'backup' },
      ),
      fault(
        'no metric: 10 against 10',
        'bras-shared',
        [[' ip-pool home metric 10', ' ip-pool home']],
        'warning',
        'pool-cost-favours-backup',
        { on: 'master', other: [['metric 20', 'metric 10']] },
      ),
      fault(
        'no metric: 20 of a rui-slave pool against 30',
        'bras-shared',
        [[' ip-pool home metric 20', ' ip-pool home']],
        'warning',
        'pool-cost-favours-backup',
        { on: 'backup', other: [['metric 10', 'metric 30']] },
      ),
      fault(
        'equal',
        'bras-shared',
        [[' ip-pool home metric 10', ' ip-pool home metric 20']],
        'information',
        'pool-metrics-equal',
        { on: 'master' },
      ),
      legal('no metric: 10 and 20', 'bras-shared', [[' ip-pool home metric 10', ' ip-pool home']], {
        on: 'master',
        other: [[' ip-pool home metric 20', ' ip-pool home']],
      }),
    ],
  },
  {
    id: 'FB-SLAVE',
    words: 'one device of a pool is its slave',
    faults: [
      fault(
        'neither, no metric',
        'bras-shared',
        [
          [' ip-pool home metric 20', ' ip-pool home'],
          [' rui-slave\n', '\n'],
        ],
        'information',
        'pool-owner-unclear',
        { on: 'backup', other: [[' ip-pool home metric 10', ' ip-pool home']] },
      ),
      legal('neither, metrics differ', 'bras-shared', [[' rui-slave\n', '\n']], { on: 'backup' }),
      fault(
        'both',
        'bras-shared',
        [['ip pool home bas local', 'ip pool home bas local rui-slave']],
        'warning',
        'pool-rui-slave-on-both',
        { on: 'master' },
      ),
    ],
  },
  {
    id: 'FB-UNR',
    words: 'the networks of the pools are announced',
    faults: [fault('not', 'bras-shared', [without(' import-route unr')], 'warning', 'backed-up-addresses-unannounced')],
  },
  {
    id: 'FB-INHERIT',
    words: 'the cost of the pools reaches the network',
    faults: [
      fault('OSPF', 'bras-shared', [without(' default cost inherit-metric')], 'warning', 'route-cost-not-inherited'),
      fault(
        'IS-IS',
        'bras-shared',
        [[' import-route unr inherit-cost', ' import-route unr']],
        'warning',
        'route-cost-not-inherited',
        {
          before: (role) => [
            without(' default cost inherit-metric'),
            [
              'ospf 1\n',
              `isis 1\n network-entity 49.0001.0000.0000.000${role === 'master' ? 1 : 2}.00\n import-route unr inherit-cost\n#\nospf 1\n`,
            ],
            without(' import-route unr'),
            [' description uplink', ' description uplink\n isis enable 1'],
          ],
        },
      ),
    ],
  },
  {
    id: 'FB-AUTO',
    words: 'both devices announce costs by themselves, or neither',
    faults: [
      fault('on one', 'bras-shared', [withoutSection('peer-backup route-cost auto-advertising')], 'warning', login),
    ],
  },
  {
    id: 'FB-NAS',
    words: 'both devices are one NAS',
    faults: [
      fault(
        'port',
        'bras-shared',
        [['logic-port Eth-Trunk 3/0/0', 'logic-port Eth-Trunk 4/0/0']],
        'warning',
        'rbp-nas-identity-differs',
      ),
      fault(
        'name',
        'bras-shared',
        [['logic-sysname pair1', 'logic-sysname pair2']],
        'warning',
        'rbp-nas-identity-differs',
      ),
      fault('address', 'bras-shared', [[nas, ' nas logic-ip 192.0.2.101']], 'warning', 'rbp-nas-identity-differs'),
      fault(
        'one address where RADIUS sends to it',
        'bras-shared',
        [
          [
            ' track interface GigabitEthernet0/1/3\n',
            ' track interface GigabitEthernet0/1/3\n radius-authorization source same-as nas-logic-ip\n',
          ],
        ],
        'information',
        'rbp-nas-identity-differs',
        {
          on: 'master',
          other: [
            [
              ' track interface GigabitEthernet0/1/3\n',
              ' track interface GigabitEthernet0/1/3\n radius-authorization source same-as nas-logic-ip\n',
            ],
          ],
        },
      ),
      legal(
        'two addresses where RADIUS sends to them',
        'bras-shared',
        [
          [
            ' track interface GigabitEthernet0/1/3\n',
            ' track interface GigabitEthernet0/1/3\n radius-authorization source same-as nas-logic-ip\n',
          ],
          [nas, ' nas logic-ip 192.0.2.101'],
        ],
        {
          on: 'master',
          other: [
            [
              ' track interface GigabitEthernet0/1/3\n',
              ' track interface GigabitEthernet0/1/3\n radius-authorization source same-as nas-logic-ip\n',
            ],
          ],
        },
      ),
    ],
  },
  {
    id: 'FB-ODD',
    words: 'users shared out by MAC address have two groups, alike on both devices',
    faults: [
      fault(
        'one half',
        'bras-odd-even',
        [without(' vrrp-id 2 interface Eth-Trunk5.3002 even-mac')],
        'error',
        'rbp-odd-even-incomplete',
      ),
      fault(
        'one interface',
        'bras-odd-even',
        [['vrrp-id 2 interface Eth-Trunk5.3002 even-mac', 'vrrp-id 1 interface Eth-Trunk5.3001 even-mac']],
        'error',
        'rbp-odd-even-incomplete',
      ),
      fault(
        'crossed',
        'bras-odd-even',
        [
          ['3001 odd-mac', '3001 even-mac'],
          ['3002 even-mac', '3002 odd-mac'],
        ],
        'error',
        'rbp-odd-even-crossed',
      ),
    ],
  },
  {
    id: 'FB-VIRT',
    words: 'virtual backup is for users who log in only',
    faults: [
      fault(
        'with another service',
        'arp',
        [[' peer-backup hot', ' peer-backup virtual']],
        'warning',
        'rbp-virtual-mode-unsuitable',
        { on: 'master', other: [[' peer-backup hot', ' peer-backup virtual']] },
      ),
      fault(
        'without forwarding',
        'bras-shared',
        [[' peer-backup hot', ' peer-backup virtual\n rui-slave inbound without-forwarding']],
        'warning',
        'rbp-virtual-mode-unsuitable',
        { on: 'master', other: [[' peer-backup hot', ' peer-backup virtual\n rui-slave inbound without-forwarding']] },
      ),
    ],
  },
  {
    id: 'FB-BAS',
    words: 'a profile of users who log in is bound where they do',
    faults: [
      fault('not bound', 'bras-shared', [without(' remote-backup-profile p1')], 'error', 'rbp-bound-on-one-device'),
      fault(
        'no bas',
        'bras-shared',
        [without(' remote-backup-profile p1'), below(' vlan-type dot1q 4001', ' remote-backup-profile p1')],
        'warning',
        'user-access-differs',
      ),
    ],
  },
  {
    id: 'FB-DOMAIN',
    words: 'domains, VLANs and VPN names are alike',
    faults: [
      fault(
        'domain',
        'bras-shared',
        [['authentication isp', 'authentication other']],
        'warning',
        'user-access-differs',
        {
          before: () => [
            below(
              '  ip-pool home',
              ' domain other',
              '  authentication-scheme radius',
              '  accounting-scheme radius',
              '  radius-server group radius1',
              '  ip-pool home',
            ),
          ],
        },
      ),
      fault('VLAN', 'bras-shared', [['user-vlan 501', 'user-vlan 502']], 'error', 'user-access-differs'),
      fault(
        'VPN',
        'bras-shared',
        [['  ip-pool home', '  ip-pool home\n  vpn-instance red']],
        'warning',
        'user-login-differs',
        { before: () => [section('ip vpn-instance red', ' ipv4-family', '  route-distinguisher 1:1')] },
      ),
    ],
  },
  {
    id: 'FB-TRIG',
    words: 'speed and option of the backup are alike',
    faults: [
      fault('speed on one', 'bras-shared', [section('peer-backup rui-trigger-speed 100')], 'warning', login),
      fault('speed', 'bras-shared', [['trigger-speed 100', 'trigger-speed 200']], 'warning', login, {
        before: () => [section('peer-backup rui-trigger-speed 100')],
      }),
      fault('option', 'bras-shared', [section('rui-option 160')], 'warning', login),
      fault('option of DHCPv6', 'bras-shared', [section('rui-option dhcpv6 160')], 'warning', login),
    ],
  },
  {
    id: 'FB-SESS',
    words: 'the devices give PPPoE session numbers of different ranges',
    faults: [
      fault(
        'overlap',
        'bras-shared',
        [['start-session-id 32768', 'start-session-id 30000']],
        'warning',
        'pppoe-session-ranges-overlap',
        { on: 'backup', before: sessionNumbers },
      ),
      fault(
        'overlap',
        'bras-shared',
        [['end-session-id 32767', 'end-session-id 40000']],
        'warning',
        'pppoe-session-ranges-overlap',
        { on: 'master', before: sessionNumbers },
      ),
    ],
  },
  {
    id: 'FB-TAG',
    words: 'users without a pool are announced by both devices, by the backup as such',
    faults: [
      fault(
        'on one',
        'bras-shared',
        [below(' track interface GigabitEthernet0/1/3', ' static-route if-match null 0 tag 100')],
        'error',
        'static-route-tag-differs',
      ),
    ],
  },
  {
    id: 'FB-TRKGRP',
    words: 'a service tracks groups, or interfaces',
    faults: [
      fault(
        'both',
        'bras-shared',
        [
          section('monitor-group up', ' binding interface GigabitEthernet0/1/3', ' monitor enable'),
          below(' track interface GigabitEthernet0/1/3', ' track monitor-group up switchover failure-ratio 50'),
        ],
        'warning',
        'rbs-tracks-group-and-interface',
      ),
    ],
  },
  {
    id: 'FL-BOTH',
    words: 'tunnels are backed up together with their users',
    faults: [fault('users missing', 'l2tp', [without(' service-type bras')], 'error', 'l2tp-without-bras')],
  },
  {
    id: 'FL-BASE',
    words: 'one device numbers its tunnels from another base',
    faults: [
      fault('neither', 'l2tp', [withoutSection('set l2tp tunnel base-id 16384')], 'warning', 'l2tp-base-id-equal', {
        on: 'backup',
      }),
      fault('one base', 'l2tp', [section('set l2tp tunnel base-id 16384')], 'warning', 'l2tp-base-id-equal', {
        on: 'master',
      }),
    ],
  },
  {
    id: 'FL-HELLO',
    words: 'the hello interval of tunnels is 60 s',
    faults: [
      fault('200 s', 'l2tp', [below(' tunnel name lac1', ' tunnel timer hello 200')], 'warning', 'l2tp-hello-changed'),
      fault('off', 'l2tp', [below(' tunnel name lac1', ' tunnel timer hello 0')], 'warning', 'l2tp-hello-changed'),
      legal('60 s', 'l2tp', [below(' tunnel name lac1', ' tunnel timer hello 60')]),
    ],
  },
  {
    id: 'FL-SRC',
    words: 'tunnels start from a loopback that both devices have',
    faults: [
      fault('without rui', 'l2tp', [[' rui\n', '\n']], 'warning', 'l2tp-tunnel-source'),
      fault(
        'no loopback',
        'l2tp',
        [[' tunnel source LoopBack1 rui', ' tunnel source GigabitEthernet0/1/3 rui']],
        'warning',
        'l2tp-tunnel-source',
        { on: 'master' },
      ),
      fault(
        'not on the peer',
        'l2tp',
        [['interface LoopBack2\n ip address 192.0.2.102 255.255.255.255\n#\n', '']],
        'warning',
        'l2tp-tunnel-source',
        { on: 'master', at: 'backup' },
      ),
    ],
  },
  {
    id: 'FC-USER',
    words: 'the group of users whom a board serves tracks the board',
    faults: [
      fault(
        'not',
        'nat-bras',
        [without(' vrrp vrid 1 track service-location 1 reduced 30')],
        'warning',
        'login-group-ignores-board',
        { on: 'master' },
      ),
    ],
  },
  {
    id: 'FC-LB',
    words: 'boards that share a load have a group each, and a service',
    faults: [
      fault('one group on one device', 'nat-boards', [oneGroup], 'error', 'service-location-group-differs'),
      fault('one group', 'nat-boards', [oneGroup], 'warning', 'service-instance-group-one-vrrp-group', {
        other: [oneGroup],
      }),
      fault(
        'no service',
        'nat-boards',
        [without(' remote-backup-service to-peer')],
        'warning',
        'service-instance-group-without-rbs',
      ),
    ],
  },
  {
    id: 'FC-ID',
    words: 'NAT64 instances have one number',
    faults: [
      fault('differs', 'nat64', [['instance nat1 id 1', 'instance nat1 id 2']], 'error', 'ds-lite-instance-id-differs'),
    ],
  },
];
