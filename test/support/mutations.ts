// For every rule a change of one of the clean example pairs that breaks exactly what the rule is about. `at` is the line that
// gets the finding; `also` are the rules that speak too, each a consequence of the same change.
import type { Severity } from '../../server/src/diagnostics/rule';

/** In a file of the pair: this text, which must stand there, becomes that. Where it stands more than once, the first. */
export type Change = readonly [file: string, from: string, to: string];

export interface Mutation {
  readonly rule: string;
  readonly pair: keyof typeof pairs;
  readonly changes: readonly Change[];
  readonly at: readonly [file: string, line: string];
  readonly severity: Severity;
  readonly also?: readonly string[];
  /** Both devices got the fault: each finding is mended by its own first fix, one after the other. */
  readonly each?: true;
  /** Other objects that the fault is about, though no line of them changes. */
  readonly reads?: readonly string[];
  /** Why the first fix alone does not bring silence. */
  readonly unhealed?: string;
}

export const pairs = {
  mld: ['BRAS-North', 'BRAS-South'],
  'dhcpv6-relay-clean': ['Relay-1', 'Relay-2'],
  nd: ['Campus-East', 'Campus-West'],
  'dhcp-server': ['Metro-1', 'Metro-2'],
  'ds-lite': ['Translator-1', 'Translator-2'],
  arp: ['Gateway-1', 'Gateway-2'],
  bras: ['Access-1', 'Access-2'],
  l2tp: ['Lac-1', 'Lac-2'],
  igmp: ['Streamer-1', 'Streamer-2'],
  'igmp-snooping-e-trunk': ['Switch-East', 'Switch-West'],
  'nat-bras': ['Edge-1', 'Edge-2'],
  'bras-odd-even': ['Split-1', 'Split-2'],
  'nat-boards': ['Boards-1', 'Boards-2'],
  nat: ['Nat-1', 'Nat-2'],
  nat64: ['Nat64-1', 'Nat64-2'],
  'ds-lite-boards': ['Aftr-1', 'Aftr-2'],
  'nat64-bras': ['Gate-1', 'Gate-2'],
  'igmp-e-trunk': ['Access-East', 'Access-West'],
  'igmp-management': ['Headend-1', 'Headend-2'],
} as const;

/** Rules that no change of a clean pair can show. */
export const notMutated: Readonly<Record<string, string>> = {
  'service-location-peer-outside-network':
    "In a pair the peer's address is known, and service-location-peer-not-mirrored tells the difference to it.",
  'file-encoding-unknown': 'The bytes of a file are at fault, not its text: test/cli.test.ts.',
  'eth-trunk-without-member': "It speaks in whole files only, and the clean pairs are excerpts: the rule's examples.",
  'vrrp-interface-without-address':
    "It speaks in whole files only, and the clean pairs are excerpts: the rule's examples.",
  'route-policy-undefined': "It speaks in whole files only, and the clean pairs are excerpts: the rule's examples.",
  'pool-delegates-more-than-it-has': "No clean pair delegates prefixes: the rule's examples.",
  'bfd-discriminator-twice': "No clean pair has two BFD sessions on a device: the rule's examples.",
  'vrrp-address-owner-has-delay-or-track':
    "In a hot backup the owned address is told instead, and the groups of all clean pairs are one: the rule's examples.",
  'dhcp-server-pool-in-other-vpn': "No clean pair leases in a VPN instance: the rule's examples.",
  'vpn-instance-without-family': "No clean pair has a VPN instance: the rule's examples.",
  'rbs-track-shut-down':
    "In the clean pairs a group tracks the same, and vrrp-tracked-interface-shut-down tells it: the rule's examples.",
  'vlanif-without-vlan': "No clean pair has a VLANIF interface: the rule's examples.",
  'peer-not-paired': "A copied file is at fault, not a line: the rule's examples.",
  'peer-ambiguous': "A copied file is at fault, not a line: the rule's examples and test/network.test.ts.",
};

const placeholder = 'The fix inserts a line whose value a person must fill in.';

const mld = (
  rule: string,
  severity: Severity,
  at: Mutation['at'],
  changes: readonly Change[],
  rest: Rest = {},
): Mutation => ({ rule, pair: 'mld', severity, at, changes, ...rest });
const relay = (
  rule: string,
  severity: Severity,
  at: Mutation['at'],
  changes: readonly Change[],
  rest: Rest = {},
): Mutation => ({ rule, pair: 'dhcpv6-relay-clean', severity, at, changes, ...rest });
const bras = (
  rule: string,
  severity: Severity,
  at: Mutation['at'],
  changes: readonly Change[],
  rest: Rest = {},
): Mutation => ({ rule, pair: 'bras', severity, at, changes, ...rest });
const l2tp = (
  rule: string,
  severity: Severity,
  at: Mutation['at'],
  changes: readonly Change[],
  rest: Rest = {},
): Mutation => ({ rule, pair: 'l2tp', severity, at, changes, ...rest });
const nd = (
  rule: string,
  severity: Severity,
  at: Mutation['at'],
  changes: readonly Change[],
  rest: Rest = {},
): Mutation => ({ rule, pair: 'nd', severity, at, changes, ...rest });
const dhcp = (
  rule: string,
  severity: Severity,
  at: Mutation['at'],
  changes: readonly Change[],
  rest: Rest = {},
): Mutation => ({ rule, pair: 'dhcp-server', severity, at, changes, ...rest });
const lite = (
  rule: string,
  severity: Severity,
  at: Mutation['at'],
  changes: readonly Change[],
  rest: Rest = {},
): Mutation => ({ rule, pair: 'ds-lite', severity, at, changes, ...rest });
const arp = (
  rule: string,
  severity: Severity,
  at: Mutation['at'],
  changes: readonly Change[],
  rest: Rest = {},
): Mutation => ({ rule, pair: 'arp', severity, at, changes, ...rest });
const igmp = (
  rule: string,
  severity: Severity,
  at: Mutation['at'],
  changes: readonly Change[],
  rest: Rest = {},
): Mutation => ({ rule, pair: 'igmp', severity, at, changes, ...rest });
const snooping = (
  rule: string,
  severity: Severity,
  at: Mutation['at'],
  changes: readonly Change[],
  rest: Rest = {},
): Mutation => ({ rule, pair: 'igmp-snooping-e-trunk', severity, at, changes, ...rest });
type Rest = Pick<Mutation, 'also' | 'each' | 'reads' | 'unhealed'>;

const [N, S, R1, R2, E, W, M1, M2, T1, T2, G1, G2, S1, S2, X1, X2] = [
  'BRAS-North',
  'BRAS-South',
  'Relay-1',
  'Relay-2',
  'Campus-East',
  'Campus-West',
  'Metro-1',
  'Metro-2',
  'Translator-1',
  'Translator-2',
  'Gateway-1',
  'Gateway-2',
  'Streamer-1',
  'Streamer-2',
  'Switch-East',
  'Switch-West',
] as const;

/** A BFD session between the two relays, and the section that it stands before. */
function duoSession(name: string, peer: string, local: number, remote: number): string {
  const numbers = ` discriminator local ${local}\n discriminator remote ${remote}\n commit\n`;
  return `\nbfd duo-${name} bind peer-ip ${peer}\n${numbers}#\nospfv3 1\n`;
}

export const mutations: readonly Mutation[] = [
  // Routing
  relay(
    'backup-peer-unreachable',
    'error',
    [R2, 'ip address 10.31.0.2 255.255.255.255'],
    [
      [
        R2,
        ' ip address 10.31.0.2 255.255.255.255\n ospf enable 1 area 0.0.0.0\n',
        ' ip address 10.31.0.2 255.255.255.255\n',
      ],
    ],
    { reads: ['channel', 'homes-310'] },
  ),
  mld('isis-ipv6-not-enabled', 'error', [S, 'isis 100'], [[S, ' ipv6 enable topology ipv6\n', '']]),
  nd(
    'igp-process-idle',
    'information',
    [W, 'ospfv3 9'],
    [[W, '\nreturn', '\nospfv3 9\n router-id 10.52.0.12\n#\nreturn']],
    { unhealed: 'There is no fix: which interface it was meant for is not known.' },
  ),
  relay(
    'uplink-igp-on-one-device',
    'warning',
    [R2, 'interface GigabitEthernet0/3/0'],
    [[R2, ' ospfv3 1 area 0.0.0.0\n', '']],
  ),
  dhcp(
    'backed-up-addresses-unannounced',
    'warning',
    [M1, 'ospf 1 router-id 10.64.255.1'],
    [[M1, ' import-route unr\n', '']],
  ),
  lite(
    'null-route-misses-public-addresses',
    'warning',
    [T1, 'ip route-static 203.0.113.32 255.255.255.240 NULL0'],
    [[T1, '#\nospf 1 router-id', '#\nip route-static 203.0.113.32 255.255.255.240 NULL0\n#\nospf 1 router-id']],
  ),
  mld(
    'isis-without-network-entity',
    'warning',
    [N, 'isis 100'],
    [[N, ' network-entity 49.0001.0000.0000.0011.00\n', '']],
  ),
  mld(
    'isis-system-ids-differ',
    'warning',
    [N, 'network-entity 49.0002.0000.0000.0013.00'],
    [
      [
        N,
        ' network-entity 49.0001.0000.0000.0011.00\n',
        ' network-entity 49.0001.0000.0000.0011.00\n network-entity 49.0002.0000.0000.0013.00\n',
      ],
    ],
  ),
  // What is shut down
  dhcp('rbs-shut-down', 'error', [M1, 'shutdown'], [[M1, ' port 7500\n', ' port 7500\n shutdown\n']]),
  dhcp(
    'rbp-interface-shut-down',
    'warning',
    [M2, 'shutdown'],
    [[M2, 'interface GigabitEthernet0/6/1.900\n', 'interface GigabitEthernet0/6/1.900\n shutdown\n']],
  ),
  lite(
    'service-location-link-down',
    'error',
    [T2, 'shutdown'],
    [[T2, ' ip address 10.88.0.9 ', ' shutdown\n ip address 10.88.0.9 ']],
  ),
  // BFD
  relay(
    'bfd-discriminators-not-crossed',
    'error',
    [R2, 'discriminator remote 42'],
    [
      [R1, '\nospfv3 1\n', duoSession(R1, '10.31.0.2', 41, 42)],
      [R2, '\nospfv3 1\n', duoSession(R2, '10.31.0.1', 42, 42)],
    ],
    { reads: ['channel', 'homes-310'] },
  ),
  relay(
    'bfd-session-without-counterpart',
    'warning',
    [R1, 'bfd duo-Relay-1 bind peer-ip 10.31.0.2'],
    [[R1, '\nospfv3 1\n', duoSession(R1, '10.31.0.2', 41, 42)]],
    { reads: ['channel', 'homes-310'] },
  ),
  arp(
    'interface-address-on-one-device',
    'warning',
    ['Gateway-2', 'interface GigabitEthernet0/6/0'],
    [['Gateway-2', ' ip address 10.60.102.2 255.255.255.252\n', '']],
    { unhealed: placeholder },
  ),
  {
    rule: 'interface-mistaken',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-1', 'protect redirect ip-nexthop 10.71.4.2 interface Eth-Trunk9'],
    changes: [['Edge-1', '10.71.4.2 interface Eth-Trunk2', '10.71.4.2 interface Eth-Trunk9']],
  },
  snooping(
    'vsi-undefined',
    'error',
    ['Switch-West', 'l2 binding vsi channelz'],
    [['Switch-West', 'l2 binding vsi channels', 'l2 binding vsi channelz']],
  ),
  snooping(
    'vsi-without-ldp',
    'error',
    ['Switch-East', 'vsi channels static'],
    [['Switch-East', 'mpls l2vpn\n#\n', '']],
    { unhealed: 'It has no fix.' },
  ),
  {
    rule: 'vrrp-leader-not-admin',
    pair: 'igmp-management',
    severity: 'error',
    at: ['Headend-2', 'vrrp vrid 15 virtual-ip 10.73.40.1'],
    changes: [['Headend-2', ' admin-vrrp vrid 15\n', '']],
  },
  snooping(
    'link-ldp-differs',
    'warning',
    ['Switch-East', 'interface GigabitEthernet0/9/1'],
    [
      [
        'Switch-East',
        '10.90.200.1 255.255.255.252\n ospf enable 9 area 0.0.0.0\n mpls\n mpls ldp\n',
        '10.90.200.1 255.255.255.252\n ospf enable 9 area 0.0.0.0\n mpls\n',
      ],
    ],
  ),
  snooping(
    'mpls-ldp-without-mpls',
    'warning',
    ['Switch-East', 'interface GigabitEthernet0/9/0'],
    [
      [
        'Switch-East',
        '10.90.101.2 255.255.255.252\n ospf enable 9 area 0.0.0.0\n mpls\n',
        '10.90.101.2 255.255.255.252\n ospf enable 9 area 0.0.0.0\n',
      ],
    ],
  ),
  relay(
    'ospfv3-without-router-id',
    'warning',
    [R2, 'ospfv3 1'],
    [[R2, 'ospfv3 1\n router-id 10.31.0.2\n', 'ospfv3 1\n']],
    { unhealed: 'It has no fix.' },
  ),
  snooping(
    'mpls-lsr-id-is-nobodys',
    'warning',
    ['Switch-East', 'mpls lsr-id 10.90.0.7'],
    [['Switch-East', 'mpls lsr-id 10.90.0.1', 'mpls lsr-id 10.90.0.7']],
    { unhealed: 'It has no fix.' },
  ),
  {
    rule: 'protect-target-outside-link',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-1', 'protect redirect ip-nexthop 10.71.4.2 interface Eth-Trunk3'],
    changes: [['Edge-1', '10.71.4.2 interface Eth-Trunk2', '10.71.4.2 interface Eth-Trunk3']],
  },
  arp(
    'bfd-source-not-local',
    'error',
    ['Gateway-1', 'bfd gateways bind peer-ip 10.60.0.2 source-ip 10.60.0.7'],
    [['Gateway-1', 'source-ip 10.60.0.1', 'source-ip 10.60.0.7']],
  ),
  relay(
    'bfd-peer-is-nobodys',
    'error',
    [R1, 'bfd duo-Relay-1 bind peer-ip 10.31.0.9'],
    [
      [R1, '\nospfv3 1\n', duoSession(R1, '10.31.0.9', 41, 42)],
      [R2, '\nospfv3 1\n', duoSession(R2, '10.31.0.1', 42, 41)],
    ],
    { reads: ['channel', 'homes-310'] },
  ),
  relay(
    'bfd-peer-is-local',
    'error',
    [R1, 'bfd core-link bind peer-ipv6 2001:DB8:E31::2 interface GigabitEthernet0/3/0'],
    [[R1, 'peer-ipv6 2001:DB8:E31::1', 'peer-ipv6 2001:DB8:E31::2']],
  ),
  relay(
    'bfd-peer-outside-link',
    'warning',
    [R1, 'bfd core-link bind peer-ipv6 2001:DB8:E39::1 interface GigabitEthernet0/3/0'],
    [[R1, 'peer-ipv6 2001:DB8:E31::1', 'peer-ipv6 2001:DB8:E39::1']],
  ),
  relay(
    'vrrp-link-session-watches-peer',
    'error',
    [R2, 'vrrp6 vrid 31 track bfd-session 42 link'],
    [
      [R1, '\nospfv3 1\n', duoSession(R1, '10.31.0.2', 41, 42)],
      [R2, '\nospfv3 1\n', duoSession(R2, '10.31.0.1', 42, 41)],
      [R2, ' vrrp6 vrid 31 timer', ' vrrp6 vrid 31 track bfd-session 42 link\n vrrp6 vrid 31 timer'],
    ],
    { reads: ['channel', 'homes-310'] },
  ),
  // VRRP
  lite(
    'admin-vrrp-without-group',
    'warning',
    [T1, 'admin-vrrp vrid 54 ignore-if-down'],
    [[T1, 'admin-vrrp vrid 44 ignore', 'admin-vrrp vrid 54 ignore']],
  ),
  mld('value-out-of-range', 'error', [N, 'vrrp6 vrid 1 priority 350'], [[N, 'priority 150', 'priority 350']]),
  dhcp(
    'vrrp-advertise-interval-too-short',
    'warning',
    [M1, 'vrrp vrid 20 timer advertise 1'],
    [
      [M1, 'vrrp vrid 20 timer advertise 2', 'vrrp vrid 20 timer advertise 1'],
      [M2, 'vrrp vrid 20 timer advertise 2', 'vrrp vrid 20 timer advertise 1'],
    ],
    { also: ['vrrp-advertise-interval-too-short'], each: true },
  ),
  relay(
    'vrrp-advertise-interval-mismatch',
    'warning',
    [R2, 'vrrp6 vrid 31 timer advertise 200'],
    [[R2, 'vrrp6 vrid 31 timer advertise 300', 'vrrp6 vrid 31 timer advertise 200']],
  ),
  arp(
    'vrrp-advertise-interval-mismatch',
    'error',
    [G2, 'vrrp vrid 6 timer advertise 2'],
    [[G1, ' vrrp vrid 6 timer advertise 2\n', '']],
  ),
  dhcp(
    'vrrp-advertise-interval-default',
    'hint',
    [M1, 'vrrp vrid 20 virtual-ip 10.64.8.254'],
    [
      [M1, ' vrrp vrid 20 timer advertise 2\n', ''],
      [M2, ' vrrp vrid 20 timer advertise 2\n', ''],
    ],
  ),
  lite(
    'vrrp-follower-has-own-track',
    'error',
    [T1, 'vrrp vrid 45 track interface LoopBack0 reduced 30'],
    [
      [
        T1,
        ' vrrp vrid 45 track admin',
        ' vrrp vrid 45 track interface LoopBack0 reduced 30\n vrrp vrid 45 track admin',
      ],
    ],
  ),
  dhcp(
    'vrrp-group-not-created',
    'warning',
    [M1, 'vrrp vrid 12 track interface GigabitEthernet0/6/0 reduced 60'],
    [[M1, 'vrrp vrid 21 track', 'vrrp vrid 12 track']],
  ),
  dhcp(
    'vrrp-track-on-backup-only',
    'warning',
    [M1, 'vrrp vrid 20 virtual-ip 10.64.8.254'],
    [[M1, ' vrrp vrid 20 track interface GigabitEthernet0/6/0 reduced 60\n', '']],
  ),
  nd(
    'vrrp-preempt-delay-missing-on-master',
    'warning',
    [E, 'vrrp6 vrid 5 priority 180'],
    [[E, ' vrrp6 vrid 5 preempt-mode timer delay 300\n', '']],
  ),
  nd(
    'vrrp-preempt-delay-on-backup',
    'warning',
    [W, 'vrrp6 vrid 5 preempt-mode timer delay 60'],
    [[W, ' vrrp6 vrid 5 timer', ' vrrp6 vrid 5 preempt-mode timer delay 60\n vrrp6 vrid 5 timer']],
  ),
  mld(
    'vrrp-preempt-delay-short-on-master',
    'information',
    [N, 'vrrp6 vrid 1 preempt-mode timer delay 6'],
    [[N, 'delay 600', 'delay 6']],
  ),
  dhcp(
    'vrrp-preempt-delay-too-short-dhcp-server',
    'warning',
    [M1, 'vrrp vrid 20 preempt-mode timer delay 90'],
    [[M1, 'delay 900', 'delay 90']],
  ),
  relay(
    'vrrp-preempt-delay-too-short-dhcpv6-relay',
    'warning',
    [R1, 'vrrp6 vrid 31 preempt-mode timer delay 180'],
    [[R1, 'delay 1800', 'delay 180']],
  ),
  mld(
    'vrrp-preempt-disabled-with-delay',
    'warning',
    [N, 'vrrp6 vrid 1 preempt-mode timer delay 600'],
    [[N, ' vrrp6 vrid 1 preempt', ' vrrp6 vrid 1 preempt-mode disable\n vrrp6 vrid 1 preempt']],
  ),
  mld('vrrp-priority-equal', 'warning', [S, 'vrrp6 vrid 1 priority 150'], [[S, 'priority 110', 'priority 150']]),
  lite('vrrp-priority-equal', 'error', [T2, 'vrrp vrid 44 priority 220'], [[T2, 'priority 140', 'priority 220']]),
  dhcp(
    'vrrp-subnet-mismatch',
    'error',
    [M2, 'ip address 10.64.11.253 255.255.255.0'],
    [
      [M2, 'ip address 10.64.10.253', 'ip address 10.64.11.253'],
      [M2, 'virtual-ip 10.64.10.254', 'virtual-ip 10.64.11.254'],
    ],
  ),
  relay(
    'vrrp-track-reduction-too-small',
    'warning',
    [R1, 'vrrp6 vrid 31 track bfd-session 3 reduced 20'],
    [
      [
        R1,
        'vrrp6 vrid 31 track ipv6 interface GigabitEthernet0/3/0 reduced 60',
        'vrrp6 vrid 31 track ipv6 interface GigabitEthernet0/3/0 reduced 25',
      ],
      [R1, 'bfd-session 3 reduced 60', 'bfd-session 3 reduced 20'],
    ],
  ),
  relay(
    'vrrp-track-undefined',
    'warning',
    [R1, 'vrrp6 vrid 31 track bfd-session 30 reduced 60'],
    [[R1, 'bfd-session 3 reduced', 'bfd-session 30 reduced']],
  ),
  nd(
    'vrrp-uplink-not-tracked',
    'hint',
    [E, 'vrrp6 vrid 5 virtual-ip FE80::A5 link-local'],
    [E, W].map((file): Change => [file, ' vrrp6 vrid 5 track ipv6 interface GigabitEthernet0/5/0 reduced 60\n', '']),
    { each: true },
  ),
  mld(
    'vrrp-virtual-ip-mismatch',
    'error',
    [S, 'vrrp6 vrid 1 virtual-ip 2001:DB8:A10::FE'],
    [[S, '2001:DB8:A10::FF', '2001:DB8:A10::FE']],
  ),
  mld(
    'vrrp-virtual-ip-outside-subnet',
    'error',
    [S, 'vrrp6 vrid 1 virtual-ip 2001:DB8:A01::FF'],
    [[S, '2001:DB8:A10::FF', '2001:DB8:A01::FF']],
  ),
  nd(
    'vrrp-vrid-mismatch',
    'error',
    [W, 'vrrp6 vrid 6 virtual-ip FE80::A5 link-local'],
    [
      ...['virtual-ip FE80', 'virtual-ip 2001', 'priority', 'timer', 'track ipv6'].map((rest): Change => [
        W,
        `vrrp6 vrid 5 ${rest}`,
        `vrrp6 vrid 6 ${rest}`,
      ]),
      [W, 'vrrp6-id 5', 'vrrp6-id 6'],
      [W, 'track vrrp6 vrid 5', 'track vrrp6 vrid 6'],
    ],
  ),
  nd(
    'vrrp6-address-before-ipv6-enable',
    'warning',
    [W, 'ipv6 address 2001:DB8:A5::2/64'],
    [[W, ' ipv6 enable\n ipv6 address 2001:DB8:A5::2/64\n', ' ipv6 address 2001:DB8:A5::2/64\n ipv6 enable\n']],
  ),
  nd(
    'vrrp6-interface-without-ipv6',
    'error',
    [W, 'vrrp6 vrid 5 virtual-ip FE80::A5 link-local'],
    [[W, ' ipv6 enable\n ipv6 address 2001:DB8:A5::2/64\n', ' ipv6 address 2001:DB8:A5::2/64\n']],
  ),
  mld(
    'vrrp6-link-local-keyword-mismatch',
    'error',
    [S, 'vrrp6 vrid 1 virtual-ip FE80::A10'],
    [[S, 'FE80::A10 link-local', 'FE80::A10']],
  ),
  mld(
    'vrrp6-link-local-not-first',
    'error',
    [N, 'vrrp6 vrid 1 virtual-ip 2001:DB8:A10::FF'],
    [
      [
        N,
        ' vrrp6 vrid 1 virtual-ip FE80::A10 link-local\n vrrp6 vrid 1 virtual-ip 2001:DB8:A10::FF\n',
        ' vrrp6 vrid 1 virtual-ip 2001:DB8:A10::FF\n vrrp6 vrid 1 virtual-ip FE80::A10 link-local\n',
      ],
    ],
  ),
  mld(
    'vrrp6-no-global-address',
    'information',
    [N, 'vrrp6 vrid 1 virtual-ip FE80::A10 link-local'],
    [
      [N, ' vrrp6 vrid 1 virtual-ip 2001:DB8:A10::FF\n', ''],
      [S, ' vrrp6 vrid 1 virtual-ip 2001:DB8:A10::FF\n', ''],
    ],
    { each: true },
  ),
  mld(
    'vrrp6-preempt-delay-above-3600',
    'information',
    [N, 'vrrp6 vrid 1 preempt-mode timer delay 6000'],
    [[N, 'delay 600', 'delay 6000']],
  ),
  mld(
    'vrrp6-second-link-local',
    'error',
    [S, 'vrrp6 vrid 1 virtual-ip FE80::A11 link-local'],
    [[S, ' vrrp6 vrid 1 priority', ' vrrp6 vrid 1 virtual-ip FE80::A11 link-local\n vrrp6 vrid 1 priority']],
  ),

  // What a rehearsal of the failures shows
  dhcp(
    'vrrp-address-owner-in-hot-backup',
    'warning',
    [M1, 'vrrp vrid 20 virtual-ip 10.64.8.254'],
    [
      [M1, 'ip address 10.64.8.252', 'ip address 10.64.8.254'],
      [M1, ' vrrp vrid 20 preempt-mode timer delay 900\n', ''],
      [M1, ' vrrp vrid 20 track interface GigabitEthernet0/6/0 reduced 60\n', ''],
    ],
  ),
  lite(
    'vrrp-follower-not-mirrored',
    'warning',
    [T2, 'vrrp vrid 45 virtual-ip 10.88.20.1'],
    [[T2, ' vrrp vrid 45 track admin-vrrp interface Eth-Trunk8 vrid 44 unflowdown\n', '']],
  ),
  mld(
    'vrrp-interface-shut-down',
    'warning',
    [S, 'shutdown'],
    [[S, ' description access switch\n undo shutdown', ' description access switch\n shutdown']],
  ),
  relay(
    'vrrp-preempt-disabled-on-backup',
    'warning',
    [R2, 'vrrp6 vrid 31 preempt-mode disable'],
    [[R2, ' vrrp6 vrid 31 timer', ' vrrp6 vrid 31 preempt-mode disable\n vrrp6 vrid 31 timer']],
  ),
  nd(
    'vrrp-tracked-interface-shut-down',
    'warning',
    [E, 'vrrp6 vrid 5 track ipv6 interface GigabitEthernet0/5/0 reduced 60'],
    [[E, ' description uplink\n undo shutdown', ' description uplink\n shutdown']],
    { also: ['backup-peer-unreachable'], reads: ['channel'] },
  ),
  mld(
    'vrrp-tracks-backup-channel',
    'information',
    [N, 'vrrp6 vrid 1 track ipv6 interface GigabitEthernet0/2/0 reduced 60'],
    [
      [
        N,
        ' vrrp6 vrid 1 timer advertise 200\n',
        ' vrrp6 vrid 1 timer advertise 200\n vrrp6 vrid 1 track ipv6 interface GigabitEthernet0/2/0 reduced 60\n',
      ],
    ],
  ),
  dhcp(
    'vrrp-version-mismatch',
    'error',
    [M1, 'vrrp version v3'],
    [[M1, '#\nremote-backup-service', '#\nvrrp version v3\n#\nremote-backup-service']],
    { reads: ['office-leases', 'dialin-users'] },
  ),

  // Agreement across the pair
  relay(
    'rbp-group-differs',
    'error',
    [R2, 'vrrp6-id 32 interface GigabitEthernet0/3/2.320'],
    [[R2, 'vrrp6-id 31 interface GigabitEthernet0/3/2.310', 'vrrp6-id 32 interface GigabitEthernet0/3/2.320']],
  ),
  relay(
    'rbp-group-differs',
    'error',
    [R2, 'backup-id 320 remote-backup-service to-relay-1'],
    [
      [
        R2,
        'homes-310\n service-type dhcpv6-relay\n backup-id 310',
        'homes-310\n service-type dhcpv6-relay\n backup-id 320',
      ],
      [
        R2,
        'homes-320\n service-type dhcpv6-relay\n backup-id 320',
        'homes-320\n service-type dhcpv6-relay\n backup-id 310',
      ],
    ],
  ),
  dhcp(
    'rbp-bound-on-one-device',
    'error',
    [M2, 'remote-backup-profile dialin-users'],
    [[M2, '\n remote-backup-profile dialin-users\n', '\n']],
  ),
  mld(
    'mld-static-rp-differs',
    'error',
    [S, 'pim-ipv6'],
    [[S, 'pim-ipv6\n static-rp 2001:DB8:FEED::1\n', 'pim-ipv6\n']],
  ),
  lite(
    'service-location-channel-differs',
    'error',
    [T2, 'remote-backup interface Eth-Trunk8 peer 10.88.0.8 authentication-key Boards-of-8 hash-algorithm hmac-sha256'],
    [[T2, 'authentication-key Boards-of-88', 'authentication-key Boards-of-8']],
  ),
  dhcp(
    'vrrp-authentication-differs',
    'error',
    [M2, 'vrrp vrid 20 virtual-ip 10.64.8.254'],
    [[M1, ' vrrp vrid 20 priority', ' vrrp vrid 20 authentication-mode md5 Example1\n vrrp vrid 20 priority']],
  ),
  dhcp(
    'vrrp-subnet-mismatch',
    'error',
    [M2, 'ip address 10.64.8.253 255.255.255.0'],
    [[M2, 'ip address 10.64.8.253 255.255.254.0', 'ip address 10.64.8.253 255.255.255.0']],
  ),
  relay(
    'vrrp-subnet-mismatch',
    'error',
    [R2, 'ipv6 address 2001:DB8:310::2/48'],
    [[R2, 'ipv6 address 2001:DB8:310::2/64', 'ipv6 address 2001:DB8:310::2/48']],
  ),
  dhcp(
    'vrrp-vlan-differs',
    'warning',
    [M2, 'vlan-type dot1q 201'],
    [[M2, 'vlan-type dot1q 200', 'vlan-type dot1q 201']],
  ),
  dhcp(
    'vpn-instance-differs',
    'error',
    [M2, 'interface GigabitEthernet0/6/1.200'],
    [[M1, ' vlan-type dot1q 200\n', ' vlan-type dot1q 200\n ip binding vpn-instance cust\n']],
    { also: ['vpn-instance-undefined'] },
  ),
  dhcp(
    'rbs-vpn-instance-differs',
    'error',
    [M2, 'interface LoopBack0'],
    [[M1, 'interface LoopBack0\n', 'interface LoopBack0\n ip binding vpn-instance cust\n']],
    { also: ['backup-peer-unreachable', 'vpn-instance-undefined'] },
  ),
  lite(
    'eth-trunk-mode-differs',
    'warning',
    [T2, 'interface Eth-Trunk8'],
    [[T1, 'interface Eth-Trunk8\n description', 'interface Eth-Trunk8\n mode lacp-static\n description']],
  ),
  lite(
    'traffic-policy-on-one-device',
    'warning',
    [T1, 'interface GigabitEthernet0/2/6'],
    [[T1, ' traffic-policy lite-users inbound\n', '']],
  ),
  mld(
    'link-mask-differs',
    'warning',
    [S, 'ipv6 address 2001:DB8:C0::2/48'],
    [[S, '2001:DB8:C0::2/64', '2001:DB8:C0::2/48']],
  ),
  relay(
    'bfd-session-incomplete',
    'warning',
    [R1, 'bfd core-link bind peer-ipv6 2001:DB8:E31::1 interface GigabitEthernet0/3/0'],
    [[R1, ' discriminator local 3\n', '']],
    { unhealed: 'The number is not known: no edit.' },
  ),
  lite(
    'classifier-acl-of-other-family',
    'warning',
    [T1, 'if-match acl 3044'],
    [[T1, 'if-match ipv6 acl 3044', 'if-match acl 3044']],
    { unhealed: 'The line or the ACL may be meant otherwise: no edit.' },
  ),
  lite(
    'traffic-policy-empty',
    'warning',
    [T1, 'traffic policy lite-users'],
    [[T1, ' classifier lite-users behavior lite-users\n', '']],
    { unhealed: 'What the policy is for is a question: no edit.' },
  ),
  dhcp(
    'vrrp-virtual-ip-is-network',
    'error',
    [M1, 'vrrp vrid 21 virtual-ip 10.64.10.255'],
    [
      [M1, 'vrrp vrid 21 virtual-ip 10.64.10.254', 'vrrp vrid 21 virtual-ip 10.64.10.255'],
      [M2, 'vrrp vrid 21 virtual-ip 10.64.10.254', 'vrrp vrid 21 virtual-ip 10.64.10.255'],
    ],
    { also: ['vrrp-virtual-ip-is-network'], unhealed: 'Which address is meant is for a person to say.' },
  ),
  dhcp(
    'vrrp-address-on-one-device',
    'warning',
    [M2, 'vrrp vrid 21 virtual-ip 10.64.10.254'],
    [[M2, ' ip address 10.64.10.253 255.255.255.0\n', '']],
    { unhealed: 'The address is not known: no edit.' },
  ),
  dhcp(
    'vrrp-track-raises-master',
    'warning',
    [M1, 'vrrp vrid 20 track interface GigabitEthernet0/6/0 increased 60'],
    [
      [
        M1,
        ' vrrp vrid 20 track interface GigabitEthernet0/6/0 reduced 60',
        ' vrrp vrid 20 track interface GigabitEthernet0/6/0 increased 60',
      ],
    ],
  ),
  dhcp(
    'pool-options-differ',
    'warning',
    [M2, 'dns-server 10.9.9.10'],
    [
      [M1, ' gateway 10.66.0.1 255.255.0.0\n', ' gateway 10.66.0.1 255.255.0.0\n dns-server 10.9.9.9\n'],
      [M2, ' gateway 10.66.0.1 255.255.0.0\n', ' gateway 10.66.0.1 255.255.0.0\n dns-server 10.9.9.10\n'],
    ],
  ),
  dhcp(
    'user-login-differs',
    'warning',
    [M2, 'radius-server authentication 10.9.9.10 1812'],
    [M1, M2].map((file, index): Change => [
      file,
      '#\nip pool office',
      `#\nradius-server group isp\n radius-server authentication 10.9.9.${9 + index} 1812\n#\naaa\n domain isp\n  radius-server group isp\n #\n#\nip pool office`,
    ]),
  ),
  dhcp(
    'vpn-targets-differ',
    'warning',
    [M1, 'ip vpn-instance users'],
    [
      ...[M1, M2].map((file): Change => [
        file,
        ' vlan-type dot1q 210\n',
        ' vlan-type dot1q 210\n ip binding vpn-instance users\n',
      ]),
      [M1, '#\nip pool office', '#\nip vpn-instance users\n ipv4-family\n  route-distinguisher 9:1\n#\nip pool office'],
      [
        M2,
        '#\nip pool office',
        '#\nip vpn-instance users\n ipv4-family\n  route-distinguisher 9:2\n  vpn-target 9:9 import-extcommunity\n#\nip pool office',
      ],
    ],
    { unhealed: 'Which targets are meant is a question: no edit.' },
  ),
  lite(
    'vrrp-flowdown-differs',
    'warning',
    [T2, 'vrrp vrid 45 track admin-vrrp interface Eth-Trunk8 vrid 44'],
    [[T2, ' vrid 44 unflowdown', ' vrid 44']],
    { unhealed: 'Which of the two is meant is a question: no edit.' },
  ),
  lite(
    'board-mode-differs',
    'warning',
    [T2, 'service-location 4'],
    [[T1, 'service-ha hot-backup enable', 'vsm on-board-mode disable\n#\nservice-ha hot-backup enable']],
  ),
  lite(
    'board-license-on-other-slot',
    'warning',
    [T1, 'location slot 2'],
    [[T1, '\nreturn', '\nlicense\n active nat session-table size 16 slot 3\n#\nreturn']],
  ),
  lite(
    'instance-acl-differs',
    'warning',
    [T2, 'rule 5 permit ipv6 source 2001:DB8:8800::/40'],
    [[T1, 'rule 5 permit ipv6 source 2001:DB8:8800::/40', 'rule 5 permit ipv6 source 2001:DB8:8800::/39']],
    { reads: ['board', 'instance'] },
  ),
  dhcp(
    'pool-shared-on-one-device',
    'warning',
    [M2, 'remote-backup-service lease-sync'],
    [[M2, ' ip-pool dialin metric 20\n', '']],
  ),
  dhcp(
    'user-access-differs',
    'error',
    [M2, 'user-vlan 1000 1200'],
    [[M2, 'user-vlan 1000 2000', 'user-vlan 1000 1200']],
  ),
  mld(
    'multicast-settings-differ',
    'error',
    [N, 'interface GigabitEthernet0/2/4'],
    [[S, ' mld enable\n', ' mld enable\n mld version 1\n']],
  ),
  mld(
    'link-mtu-differs',
    'warning',
    [S, 'interface GigabitEthernet0/2/0'],
    [[N, ' ipv6 address 2001:DB8:C0::1/64\n', ' ipv6 address 2001:DB8:C0::1/64\n mtu 9000\n']],
  ),
  nd(
    'e-trunk-settings-differ',
    'warning',
    [W, 'interface Eth-Trunk17'],
    [[W, ' description switch stack of hall B\n mode lacp-static\n', ' description switch stack of hall B\n']],
  ),
  nd(
    'e-trunk-settings-differ',
    'warning',
    [W, 'lacp e-trunk system-id 00E0-FC00-0007'],
    [[E, ' e-trunk 7\n', ' e-trunk 7\n lacp e-trunk system-id 00e0-fc00-0001\n']],
  ),

  // The channel
  dhcp(
    'rbs-address-is-virtual',
    'warning',
    [M1, 'peer 10.64.255.2 source 10.64.8.254 port 7500'],
    [[M1, 'source 10.64.255.1', 'source 10.64.8.254']],
    { reads: ['office-leases'] },
  ),
  dhcp(
    'rbs-batch-backup-daily-type',
    'warning',
    [M1, 'batch-backup service-type arp daily 04:20:00'],
    [[M1, 'service-type dhcp-server daily', 'service-type arp daily']],
  ),
  dhcp(
    'rbs-batch-backup-now-saved',
    'information',
    [M1, 'batch-backup service-type dhcp-server now'],
    [[M1, 'service-type dhcp-server daily 04:20:00', 'service-type dhcp-server now']],
  ),
  dhcp(
    'rbs-batch-backup-without-service',
    'warning',
    [M1, 'batch-backup service-type l2tp daily 04:20:00'],
    [[M1, 'service-type dhcp-server daily', 'service-type l2tp daily']],
  ),
  mld(
    'rbs-family-mismatch',
    'error',
    [S, 'peer 10.77.0.1 source 10.77.0.2 port 7011'],
    [
      [S, 'peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2', 'peer 10.77.0.1 source 10.77.0.2'],
      [
        S,
        ' ipv6 address 2001:DB8:C0::2/64\n',
        ' ipv6 address 2001:DB8:C0::2/64\n ip address 10.77.0.2 255.255.255.252\n',
      ],
    ],
  ),
  relay(
    'rbs-peer-is-local',
    'error',
    [R2, 'peer 10.31.0.2 source 10.31.0.1 port 5900'],
    [[R2, 'peer 10.31.0.1 source 10.31.0.2', 'peer 10.31.0.2 source 10.31.0.1']],
  ),
  relay(
    'rbs-peer-on-one-device',
    'error',
    [R2, 'remote-backup-service to-relay-1'],
    [[R2, ' peer 10.31.0.1 source 10.31.0.2 port 5900\n', '']],
  ),
  mld(
    'rbs-peer-source-not-mirrored',
    'error',
    [S, 'peer-ipv6 2001:DB8:C0::11 source-ipv6 2001:DB8:C0::2 port 7011'],
    [[S, 'peer-ipv6 2001:DB8:C0::1 ', 'peer-ipv6 2001:DB8:C0::11 ']],
  ),
  nd('rbs-port-mismatch', 'error', [W, 'peer 10.52.0.11 source 10.52.0.12 port 4502'], [[W, 'port 4205', 'port 4502']]),
  relay(
    'rbs-single-link',
    'hint',
    [R1, 'peer 10.31.0.2 source 10.31.0.1 port 5900'],
    [
      [
        R1,
        'interface LoopBack0\n ip address 10.31.0.1 255.255.255.255',
        'interface GigabitEthernet0/3/9\n ip address 10.31.0.1 255.255.255.252',
      ],
      [
        R2,
        'interface LoopBack0\n ip address 10.31.0.2 255.255.255.255',
        'interface GigabitEthernet0/3/9\n ip address 10.31.0.2 255.255.255.252',
      ],
    ],
  ),
  relay(
    'rbs-source-interface-down',
    'error',
    [R1, 'peer 10.31.0.2 source 10.31.0.1 port 5900'],
    [[R1, 'interface LoopBack0\n', 'interface LoopBack0\n shutdown\n']],
  ),
  relay(
    'rbs-source-is-remote',
    'error',
    [R1, 'peer 10.31.0.2 source 10.31.0.2 port 5900'],
    [[R1, 'source 10.31.0.1', 'source 10.31.0.2']],
  ),
  relay(
    'rbs-source-not-local',
    'warning',
    [R1, 'peer 10.31.0.2 source 10.31.0.1 port 5900'],
    [[R1, ' ip address 10.31.0.1 ', ' ip address 10.31.0.10 ']],
    { each: true },
  ),
  relay(
    'rbs-ssl-on-one-device',
    'error',
    [R2, 'remote-backup-service to-relay-1'],
    [[R2, ' bind ssl-policy hb-tls\n', '']],
  ),
  nd(
    'rbs-ssl-policy-undefined',
    'warning',
    [W, 'bind ssl-policy backup-tsl'],
    [[W, 'bind ssl-policy backup-tls', 'bind ssl-policy backup-tsl']],
  ),
  nd(
    'rbs-unused',
    'information',
    [W, 'remote-backup-service spare'],
    [[W, '#\nremote-backup-service halls', '#\nremote-backup-service spare\n#\nremote-backup-service halls']],
  ),
  nd(
    'rbs-channel-twice',
    'warning',
    [W, 'peer 10.52.0.11 source 10.52.0.12 port 4205'],
    [
      [
        W,
        '\nreturn',
        '\nremote-backup-service spare\n bind ssl-policy backup-tls\n peer 10.52.0.11 source 10.52.0.12 port 4205\n#\nreturn',
      ],
    ],
    { unhealed: 'Which of the two services stays is for a person to say.', reads: ['channel'] },
  ),
  nd(
    'rbs-without-peer',
    'error',
    [W, 'remote-backup-service halls'],
    [
      [W, ' peer 10.52.0.11 source 10.52.0.12 port 4205\n', ''],
      [E, ' peer 10.52.0.12 source 10.52.0.11 port 4205\n', ''],
    ],
    { also: ['rbs-without-peer'], unhealed: placeholder },
  ),
  relay(
    'rbs-without-ssl',
    'hint',
    [R1, 'remote-backup-service to-relay-2'],
    [
      [R1, ' bind ssl-policy hb-tls\n', ''],
      [R2, ' bind ssl-policy hb-tls\n', ''],
    ],
    { each: true },
  ),

  // Profiles
  mld(
    'rbp-backup-id-mismatch',
    'error',
    [S, 'backup-id 12 remote-backup-service core-pair'],
    [[S, 'backup-id 21', 'backup-id 12']],
  ),
  relay(
    'rbp-backup-id-reused',
    'error',
    [R1, 'backup-id 310 remote-backup-service to-relay-2'],
    [
      [R1, 'backup-id 320', 'backup-id 310'],
      [R2, 'backup-id 320', 'backup-id 310'],
    ],
    { also: ['rbp-backup-id-reused'], each: true, reads: ['homes-310'] },
  ),
  relay(
    'rbp-backup-id-mismatch',
    'error',
    [R2, 'backup-id 320 remote-backup-service to-relay-1'],
    [[R1, 'backup-id 320', 'backup-id 310']],
    { reads: ['homes-310'] },
  ),
  mld(
    'rbp-binding-undefined',
    'error',
    [S, 'remote-backup-profile tv-user'],
    [[S, ' remote-backup-profile tv-users\n', ' remote-backup-profile tv-user\n']],
  ),
  nd(
    'rbp-bound-elsewhere',
    'warning',
    [E, 'remote-backup-profile hall-a'],
    [E, W].flatMap((file): Change[] => [
      [file, ' remote-backup-profile hall-a\n', ''],
      [file, ' isis ipv6 enable 5\n', ' isis ipv6 enable 5\n remote-backup-profile hall-a\n'],
    ]),
    { also: ['rbp-bound-elsewhere'], each: true },
  ),
  mld(
    'rbp-group-undefined',
    'error',
    [S, 'vrrp6-id 11 interface GigabitEthernet0/2/5'],
    [[S, 'vrrp6-id 1 ', 'vrrp6-id 11 ']],
  ),
  arp(
    'rbp-group-undefined',
    'error',
    [G1, 'vrrp-id 6 interface Eth-Trunk6.60'],
    [
      [G1, 'vrrp vrid 6 virtual-ip', 'vrrp vrid 66 virtual-ip'],
      [G1, 'admin-vrrp vrid 6', 'admin-vrrp vrid 66'],
      ...['priority', 'preempt-mode', 'timer', 'track interface'].map((rest): Change => [
        G1,
        ` vrrp vrid 6 ${rest}`,
        ` vrrp vrid 66 ${rest}`,
      ]),
      [G1, 'direct-route track vrrp vrid 6', 'direct-route track vrrp vrid 66'],
    ],
  ),
  dhcp(
    'rbp-igmp-snooping-with-vrrp',
    'error',
    [M1, 'service-type igmp-snooping'],
    [
      [M1, ' service-type bras', ' service-type bras\n service-type igmp-snooping'],
      [M2, ' service-type bras', ' service-type bras\n service-type igmp-snooping'],
    ],
    { also: ['rbp-igmp-snooping-with-vrrp'] },
  ),
  relay(
    'rbp-missing-on-peer',
    'error',
    [R1, 'remote-backup-profile homes-320'],
    [
      [
        R2,
        'remote-backup-profile homes-320\n service-type dhcpv6-relay\n backup-id 320 remote-backup-service to-relay-1\n peer-backup hot\n vrrp6-id 32 interface GigabitEthernet0/3/2.320\n#\n',
        '',
      ],
      [R2, ' remote-backup-profile homes-320\n', ''],
    ],
    { reads: ['channel'] },
  ),
  nd(
    'rbp-mixed-roles',
    'error',
    [E, 'e-trunk 7 eth-trunk 17'],
    [
      [
        E,
        ' vrrp6-id 5 interface GigabitEthernet0/5/1\n',
        ' vrrp6-id 5 interface GigabitEthernet0/5/1\n e-trunk 7 eth-trunk 17\n',
      ],
    ],
  ),
  nd('rbp-mode-mismatch', 'error', [W, 'peer-backup virtual'], [[W, 'peer-backup hot', 'peer-backup virtual']]),
  nd(
    'rbp-names-differ',
    'information',
    [W, 'remote-backup-profile hall-1'],
    [
      [W, 'remote-backup-profile hall-a', 'remote-backup-profile hall-1'],
      [W, ' remote-backup-profile hall-a', ' remote-backup-profile hall-1'],
    ],
  ),
  dhcp(
    'rbp-nas-identity-differs',
    'warning',
    [M2, 'nas logic-ip 10.64.255.8'],
    [[M2, 'logic-ip 10.64.255.9', 'logic-ip 10.64.255.8']],
  ),
  relay(
    'rbp-rbs-undefined',
    'error',
    [R1, 'backup-id 310 remote-backup-service to-relay-3'],
    [[R1, 'backup-id 310 remote-backup-service to-relay-2', 'backup-id 310 remote-backup-service to-relay-3']],
  ),
  dhcp(
    'rbp-role-family-mismatch',
    'error',
    [M2, 'vrrp6-id 21 interface GigabitEthernet0/6/1.210'],
    [
      [M2, 'vrrp-id 21', 'vrrp6-id 21'],
      [
        M2,
        ' vrrp vrid 21 virtual-ip',
        ' ipv6 enable\n ipv6 address 2001:DB8:210::2/64\n vrrp6 vrid 21 virtual-ip FE80::210 link-local\n vrrp6 vrid 21 virtual-ip 2001:DB8:210::FE\n vrrp6 vrid 21 priority 200\n vrrp vrid 21 virtual-ip',
      ],
    ],
  ),
  mld('rbp-service-type-unknown', 'error', [N, 'service-type mlt'], [[N, 'service-type mld', 'service-type mlt']]),
  mld('rbp-service-types-differ', 'error', [S, 'service-type nd'], [[S, 'service-type mld', 'service-type nd']]),
  mld('rbp-service-types-differ', 'error', [S, 'service-type mld'], [[N, 'service-type mld', 'service-type nd']]),
  l2tp(
    'rbp-service-types-differ',
    'error',
    ['Lac-2', 'service-type l2tp'],
    [['Lac-1', ' service-type bras\n service-type l2tp\n', ' service-type bras\n']],
  ),
  mld(
    'rbp-unbound',
    'error',
    [S, 'remote-backup-profile tv-users'],
    [[S, ' isis ipv6 enable 100\n remote-backup-profile tv-users\n', ' isis ipv6 enable 100\n']],
  ),
  nd(
    'rbp-without-backup-id',
    'error',
    [W, 'remote-backup-profile hall-a'],
    [
      [W, ' backup-id 51 remote-backup-service halls\n', ''],
      [E, ' backup-id 51 remote-backup-service halls\n', ''],
    ],
    { also: ['rbp-without-backup-id'], each: true },
  ),
  nd('rbp-without-mode', 'information', [W, 'remote-backup-profile hall-a'], [[W, ' peer-backup hot\n', '']]),
  nd(
    'rbp-without-role',
    'error',
    [W, 'remote-backup-profile hall-a'],
    [[W, ' vrrp6-id 5 interface GigabitEthernet0/5/3\n', '']],
  ),
  nd(
    'rbp-without-service-type',
    'error',
    [W, 'remote-backup-profile hall-a'],
    [
      [W, ' service-type nd\n', ''],
      [E, ' service-type nd\n', ''],
    ],
    { also: ['rbp-without-service-type'], each: true },
  ),

  // Services on top
  relay(
    'dhcpv6-relay-clocks-differ',
    'warning',
    [R2, 'ntp-service unicast-server 198.51.100.132'],
    [[R2, '198.51.100.123', '198.51.100.132']],
  ),
  relay(
    'dhcpv6-relay-degrade-cost-missing',
    'information',
    [R2, 'remote-backup-profile homes-310'],
    [[R2, ' dhcpv6 relay pd-route degrade-cost 50\n', '']],
  ),
  relay(
    'dhcpv6-relay-differs',
    'error',
    [R2, 'dhcpv6 relay destination 2001:DB8:D0::22'],
    [[R2, '2001:DB8:D0::2\n', '2001:DB8:D0::22\n']],
  ),
  relay('dhcpv6-relay-interface-differs', 'error', [R2, 'vlan-type dot1q 301'], [[R2, 'dot1q 310', 'dot1q 301']]),
  relay(
    'dhcpv6-relay-missing',
    'error',
    [R2, 'remote-backup-profile homes-320'],
    [
      [
        R2,
        ' dhcpv6 relay destination 2001:DB8:D0::1\n dhcpv6 relay pd-route degrade-cost 50\n remote-backup-profile homes-320',
        ' remote-backup-profile homes-320',
      ],
    ],
    { unhealed: placeholder },
  ),
  relay(
    'dhcpv6-relay-other-main-interface',
    'error',
    [R2, 'remote-backup-profile homes-320'],
    [
      [
        R2,
        ' dhcpv6 relay destination 2001:DB8:D0::1\n dhcpv6 relay pd-route degrade-cost 50\n remote-backup-profile homes-320\n',
        '',
      ],
      [
        R2,
        '#\ninterface LoopBack0',
        '#\ninterface GigabitEthernet0/3/3.320\n vlan-type dot1q 320\n ipv6 enable\n dhcpv6 relay destination 2001:DB8:D0::1\n dhcpv6 relay pd-route degrade-cost 50\n remote-backup-profile homes-320\n#\ninterface LoopBack0',
      ],
    ],
  ),
  relay(
    'dhcpv6-relay-pd-route-one-sided',
    'warning',
    [R2, 'remote-backup-profile homes-310'],
    [[R2, '#\ndhcpv6 export pd-route\n', '']],
  ),
  nd(
    'nd-route-not-tracking',
    'information',
    [W, 'remote-backup-profile hall-a'],
    [W, E].map((file): Change => [file, ' direct-route ipv6 track vrrp6 vrid 5 degrade-cost 20\n', '']),
    { each: true },
  ),
  nd(
    'nd-route-tracking-one-sided',
    'warning',
    [W, 'remote-backup-profile hall-a'],
    [[W, ' direct-route ipv6 track vrrp6 vrid 5 degrade-cost 20\n', '']],
  ),
  igmp(
    'mld-ignore-assert-state-missing',
    'warning',
    [S2, 'remote-backup-profile viewers'],
    [[S2, ' pim ignore assert-state\n', '']],
  ),
  igmp('mld-pim-missing', 'error', [S1, 'remote-backup-profile viewers'], [[S1, ' igmp enable\n', '']], {
    also: ['user-access-differs'],
  }),
  arp(
    'nd-route-tracking-one-sided',
    'warning',
    [G2, 'remote-backup-profile offices'],
    [[G2, ' direct-route track vrrp vrid 6 degrade-cost 400\n', '']],
  ),
  arp(
    'nd-route-not-tracking',
    'information',
    [G1, 'remote-backup-profile offices'],
    [G1, G2].map((file): Change => [file, ' direct-route track vrrp vrid 6 degrade-cost 400\n', '']),
    { each: true },
  ),
  arp(
    'vrrp-preempt-delay-short-on-master',
    'warning',
    [G1, 'vrrp vrid 6 preempt-mode timer delay 300'],
    [[G1, 'delay 600', 'delay 300']],
  ),
  arp(
    'vrrp-preempt-delay-on-backup',
    'information',
    [G2, 'vrrp vrid 6 preempt-mode timer delay 600'],
    [[G2, ' vrrp vrid 6 timer', ' vrrp vrid 6 preempt-mode timer delay 600\n vrrp vrid 6 timer']],
  ),
  nd(
    'nd-settings-differ',
    'warning',
    [W, 'ipv6 nd ra prefix 2001:DB8:A5:: 64 360 180'],
    [[W, '64 3600 1800', '64 360 180']],
  ),
  dhcp(
    'dhcp-server-delay-short-for-pool',
    'information',
    [M1, 'vrrp vrid 20 preempt-mode timer delay 601'],
    [
      [M1, 'delay 900', 'delay 601'],
      ...[M1, M2].flatMap((file): Change[] => [
        [file, 'section 0 10.64.8.10 10.64.8.239', 'section 0 10.64.32.10 10.64.63.200'],
        [file, 'gateway 10.64.8.254 255.255.254.0', 'gateway 10.64.8.254 255.255.192.0'],
      ]),
    ],
  ),
  dhcp(
    'dhcp-server-enabled-everywhere',
    'information',
    [M1, 'dhcp server request-packet all-interface enable'],
    [[M1, '#\nip pool dialin', '#\ndhcp server request-packet all-interface enable\n#\nip pool dialin']],
  ),
  dhcp(
    'dhcp-server-identifier-in-section',
    'information',
    [M1, 'server identifier ip 10.64.8.99'],
    [M1, M2].flatMap((file): Change[] => [
      [file, 'identifier ip 10.64.8.254', 'identifier ip 10.64.8.99'],
      [file, ' vrrp vrid 20 priority', ' vrrp vrid 20 virtual-ip 10.64.8.99\n vrrp vrid 20 priority'],
    ]),
  ),
  dhcp(
    'dhcp-server-identifier-missing',
    'error',
    [M2, 'remote-backup-profile office-leases'],
    [[M2, ' server identifier ip 10.64.8.254\n', '']],
  ),
  dhcp(
    'dhcp-server-identifier-not-virtual-ip',
    'error',
    [M2, 'server identifier ip 10.64.8.253'],
    [[M2, 'identifier ip 10.64.8.254', 'identifier ip 10.64.8.253']],
  ),
  dhcp(
    'dhcp-server-identifiers-differ',
    'error',
    [M2, 'server identifier ip 10.64.8.248'],
    [
      [M2, 'identifier ip 10.64.8.254', 'identifier ip 10.64.8.248'],
      [M1, ' vrrp vrid 20 priority', ' vrrp vrid 20 virtual-ip 10.64.8.248\n vrrp vrid 20 priority'],
      [M2, ' vrrp vrid 20 priority', ' vrrp vrid 20 virtual-ip 10.64.8.248\n vrrp vrid 20 priority'],
    ],
  ),
  dhcp(
    'dhcp-server-not-enabled',
    'error',
    [M2, 'vrrp-id 20 interface GigabitEthernet0/6/1.200'],
    [[M2, ' dhcp server enable\n', '']],
  ),
  dhcp(
    'dhcp-server-pool-differs',
    'error',
    [M2, 'gateway 10.64.8.253 255.255.254.0'],
    [[M2, 'gateway 10.64.8.254', 'gateway 10.64.8.253']],
    { also: ['dhcp-server-gateway-not-virtual-ip'] },
  ),
  dhcp(
    'dhcp-server-pool-not-server',
    'error',
    [M2, 'ip pool office'],
    [[M2, 'ip pool office server', 'ip pool office']],
  ),
  dhcp(
    'dhcp-server-pool-unbound',
    'error',
    [M2, 'service-type dhcp-server'],
    [
      [
        M2,
        ' server identifier ip 10.64.8.254\n remote-backup-profile office-leases\n',
        ' server identifier ip 10.64.8.254\n',
      ],
      [M2, ' dhcp server enable\n', ' dhcp server enable\n remote-backup-profile office-leases\n'],
    ],
  ),
  dhcp(
    'pool-metrics-equal',
    'information',
    [M2, 'ip-pool dialin metric 10'],
    [[M2, 'dialin metric 20', 'dialin metric 10']],
  ),
  lite(
    'acl-undefined',
    'error',
    [T1, 'ds-lite outbound 3004 address-group fiber-out'],
    [[T1, 'outbound 3044', 'outbound 3004']],
  ),
  lite(
    'name-undefined',
    'warning',
    [T1, 'rule 5 permit ipv6 source 2001:DB8:8800::/40 time-range night'],
    [
      [T1, '\nacl ipv6 number 3044', '\ntime-range nights 00:00 to 06:00 daily\n#\nacl ipv6 number 3044'],
      [T1, '8800::/40\n', '8800::/40 time-range night\n'],
      [T2, '\nacl ipv6 number 3044', '\ntime-range nights 00:00 to 06:00 daily\n#\nacl ipv6 number 3044'],
      [T2, '8800::/40\n', '8800::/40 time-range nights\n'],
    ],
    { also: ['instance-acl-differs'] },
  ),
  lite(
    'policy-acl-undefined',
    'error',
    [T1, 'if-match ipv6 acl 3444'],
    [[T1, 'if-match ipv6 acl 3044', 'if-match ipv6 acl 3444']],
    { unhealed: 'There is no fix: which ACL is meant is for a person to say.' },
  ),
  lite(
    'acl-of-other-family',
    'warning',
    [T1, 'ds-lite outbound 3044 address-group fiber-out'],
    [[T1, 'acl ipv6 number 3044', 'acl number 3044']],
    { reads: ['instance'], unhealed: 'There is no fix: which ACL is meant is for a person to say.' },
  ),
  lite(
    'acl-rule-of-other-family',
    'warning',
    [T2, 'rule 5 permit ip source 10.88.0.0 0.0.255.255'],
    [[T2, 'rule 5 permit ipv6 source 2001:DB8:8800::/40', 'rule 5 permit ip source 10.88.0.0 0.0.255.255']],
    { reads: ['instance'], unhealed: 'There is no fix: whom the ACL should permit is for a person to say.' },
  ),
  lite(
    'instance-acl-denies',
    'error',
    [T2, 'rule 5 deny ipv6 source 2001:DB8:8800::/40'],
    [[T2, 'rule 5 permit ipv6', 'rule 5 deny ipv6']],
    { reads: ['instance'], unhealed: 'There is no fix: whom the ACL should permit is for a person to say.' },
  ),
  lite(
    'ds-lite-acl-for-others',
    'warning',
    [T1, 'rule 5 permit ipv6 source 2001:DB8:9900::/40'],
    [[T1, 'source 2001:DB8:8800::/40', 'source 2001:DB8:9900::/40']],
    { reads: ['instance'], unhealed: 'There is no fix: either prefix may be the wrong one.' },
  ),
  nd(
    'direct-route-group-undefined',
    'warning',
    [W, 'direct-route ipv6 track vrrp6 vrid 50 degrade-cost 20'],
    [[W, 'direct-route ipv6 track vrrp6 vrid 5 ', 'direct-route ipv6 track vrrp6 vrid 50 ']],
  ),
  relay(
    'monitor-group-undefined',
    'warning',
    [R1, 'track monitor-group uplinks switchover failure-ratio 50'],
    [
      [
        R1,
        ' bind ssl-policy hb-tls\n',
        ' bind ssl-policy hb-tls\n track monitor-group uplinks switchover failure-ratio 50\n',
      ],
    ],
    { unhealed: 'There is no fix: the group has to be made.' },
  ),
  relay(
    'tunnel-policy-undefined',
    'warning',
    [R2, 'protect tnl-policy te peer-ip 10.31.0.1'],
    [
      [R2, ' bind ssl-policy hb-tls\n', ' bind ssl-policy hb-tls\n protect tnl-policy te peer-ip 10.31.0.1\n'],
      [R2, '\nreturn', '\ntunnel-policy lsp\n#\nreturn'],
    ],
  ),
  lite(
    'address-group-undefined',
    'error',
    [T2, 'ds-lite outbound 3044 address-group fiber-uot'],
    [[T2, '3044 address-group fiber-out', '3044 address-group fiber-uot']],
  ),
  relay(
    'vrrp-tracks-own-port',
    'warning',
    [R1, 'vrrp6 vrid 31 track ipv6 interface GigabitEthernet0/3/2 reduced 60'],
    [[R1, 'vrid 31 track ipv6 interface GigabitEthernet0/3/0', 'vrid 31 track ipv6 interface GigabitEthernet0/3/2']],
    { unhealed: 'Which uplink is meant is for a person to say.' },
  ),
  mld(
    'vrrp-track-ipv6-without-ipv6',
    'warning',
    [N, 'vrrp6 vrid 1 track ipv6 interface GigabitEthernet0/2/8 reduced 90'],
    [
      [
        N,
        '\nreturn',
        '\ninterface GigabitEthernet0/2/8\n undo shutdown\n ip address 10.99.0.1 255.255.255.252\n#\nreturn',
      ],
      [
        N,
        ' vrrp6 vrid 1 timer advertise 200\n',
        ' vrrp6 vrid 1 timer advertise 200\n vrrp6 vrid 1 track ipv6 interface GigabitEthernet0/2/8 reduced 90\n',
      ],
    ],
    { unhealed: 'Which IPv6 address the uplink gets is for a person to say.' },
  ),
  relay(
    'bfd-enabled-on-one-device',
    'error',
    [R2, 'bfd core-link bind peer-ipv6 2001:DB8:E32::1 interface GigabitEthernet0/3/0'],
    [[R2, '\nbfd\n#\n', '\n']],
  ),
  relay(
    'bfd-not-enabled',
    'information',
    [R2, 'bfd core-link bind peer-ipv6 2001:DB8:E32::1 interface GigabitEthernet0/3/0'],
    [
      [R1, '\nbfd\n#\n', '\n'],
      [R2, '\nbfd\n#\n', '\n'],
    ],
    { unhealed: 'Whether the line is missing, or was left out, is for a person to say.' },
  ),
  nd('eth-trunk-member-on-one-device', 'warning', [W, 'interface Eth-Trunk17'], [[W, '\n eth-trunk 17\n', '\n']], {
    unhealed: 'Which port is the member is for a person to say.',
  }),
  nd('eth-trunk-undefined', 'warning', [W, 'eth-trunk 71'], [[W, '\n eth-trunk 17\n', '\n eth-trunk 71\n']]),
  nd('e-trunk-joined-undefined', 'error', [E, 'e-trunk 70'], [[E, '\n e-trunk 7\n', '\n e-trunk 70\n']]),
  mld(
    'vpn-instance-undefined',
    'warning',
    [N, 'ip binding vpn-instance tv'],
    [[N, ' description uplink\n', ' description uplink\n ip binding vpn-instance tv\n']],
  ),
  dhcp(
    'interface-undefined',
    'information',
    [M1, 'track interface GigabitEthernet0/9/9'],
    [[M1, ' ip-pool dialin metric 10\n', ' ip-pool dialin metric 10\n track interface GigabitEthernet0/9/9\n']],
  ),
  dhcp(
    'bfd-session-undefined',
    'warning',
    [M1, 'track bfd-session session-name core'],
    [[M1, ' ip-pool dialin metric 10\n', ' ip-pool dialin metric 10\n track bfd-session session-name core\n']],
  ),
  dhcp(
    'backup-peer-unreachable',
    'error',
    [M1, 'ospf enable 11 area 0.0.0.0'],
    [[M1, 'ospf enable 1 area', 'ospf enable 11 area']],
    { reads: ['LoopBack0'] },
  ),
  relay(
    'igp-process-undefined',
    'warning',
    [R1, 'ospfv3 11 area 0.0.0.0'],
    [[R1, ' ospfv3 1 area', ' ospfv3 11 area']],
  ),
  dhcp(
    'user-access-name-undefined',
    'warning',
    [M1, 'authentication-scheme auth2'],
    [
      [
        M1,
        'ip pool office server\n',
        'aaa\n authentication-scheme auth1\n domain isp\n  authentication-scheme auth2\n#\nip pool office server\n',
      ],
    ],
  ),
  lite(
    'traffic-policy-name-undefined',
    'warning',
    [T1, 'traffic-policy lite-user inbound'],
    [[T1, ' traffic-policy lite-users inbound', ' traffic-policy lite-user inbound']],
  ),
  lite(
    'nat-instance-undefined',
    'error',
    [T1, 'nat bind instance fibre'],
    [
      [T1, 'acl ipv6 number 3044\n', 'nat instance fiber id 13\n add slot 2 master\n#\nacl ipv6 number 3044\n'],
      [T1, ' description subscribers', ' nat bind instance fibre\n description subscribers'],
    ],
  ),
  dhcp(
    'dhcp-server-group-undefined',
    'warning',
    [M1, 'dhcp-server group centre'],
    [
      [
        M1,
        'ip pool office server\n',
        'dhcp-server group center\n#\nip pool far bas remote\n dhcp-server group centre\n#\nip pool office server\n',
      ],
    ],
  ),
  dhcp('pool-undefined', 'error', [M2, 'ip-pool dailin metric 20'], [[M2, 'ip-pool dialin', 'ip-pool dailin']]),
  nd(
    'e-trunk-not-mirrored',
    'error',
    [W, 'peer-address 10.52.0.21 source-address 10.52.0.12'],
    [[W, 'peer-address 10.52.0.11', 'peer-address 10.52.0.21']],
  ),
  nd(
    'e-trunk-peer-missing',
    'error',
    [W, 'e-trunk 7'],
    [[W, ' peer-address 10.52.0.11 source-address 10.52.0.12\n', '']],
  ),
  nd(
    'e-trunk-force-master-on-one-device',
    'warning',
    [W, 'e-trunk mode force-master'],
    [[W, ' mode lacp-static\n e-trunk 7\n', ' mode lacp-static\n e-trunk 7\n e-trunk mode force-master\n']],
  ),
  snooping(
    'snooping-off',
    'warning',
    [X1, 'remote-backup-profile viewers'],
    [[X1, 'igmp-snooping enable\n#\nbfd', 'bfd']],
  ),
  snooping(
    'snooping-off',
    'warning',
    [X2, 'remote-backup-profile viewers'],
    [[X2, ' igmp-snooping enable\n igmp-snooping proxy\n', ' igmp-snooping proxy\n']],
  ),
  snooping(
    'snooping-report-not-forwarded',
    'warning',
    [X2, 'remote-backup-profile viewers'],
    [[X2, ' igmp-snooping backup-report forward\n', '']],
  ),
  snooping('snooping-settings-differ', 'warning', [X2, 'vsi channels static'], [[X2, ' igmp-snooping proxy\n', '']]),
  snooping('snooping-settings-differ', 'warning', [X1, 'vsi channels static'], [[X1, ' ignore-ac-state\n', '']]),
  snooping(
    'e-trunk-over-direct-link',
    'information',
    [X2, 'peer-address 10.90.200.1 source-address 10.90.200.2'],
    [
      [X1, 'peer-address 10.90.0.2 source-address 10.90.0.1', 'peer-address 10.90.200.2 source-address 10.90.200.1'],
      [X2, 'peer-address 10.90.0.1 source-address 10.90.0.2', 'peer-address 10.90.200.1 source-address 10.90.200.2'],
    ],
  ),
  nd('e-trunk-priorities-equal', 'information', [W, 'priority 10'], [[W, ' priority 30', ' priority 10']]),
  nd(
    'e-trunk-undefined',
    'error',
    [W, 'e-trunk 7 eth-trunk 17'],
    [[W, ' mode lacp-static\n e-trunk 7\n', ' mode lacp-static\n']],
  ),
  mld(
    'mld-routing-missing',
    'error',
    [S, 'remote-backup-profile tv-users'],
    [[S, 'multicast ipv6 routing-enable\n#\n', '']],
  ),
  mld(
    'rbp-service-without-family',
    'error',
    [N, 'service-type igmp'],
    [N, S].map((file): Change => [file, 'service-type mld', 'service-type igmp']),
    { also: ['rbp-service-without-family'], each: true },
  ),
  mld(
    'mld-pim-missing',
    'error',
    [S, 'remote-backup-profile tv-users'],
    [[S, ' timer advertise 200\n pim ipv6 sm\n', ' timer advertise 200\n']],
  ),
  mld(
    'mld-track-vrrp6-missing',
    'error',
    [S, 'remote-backup-profile tv-users'],
    [[S, ' multicast ipv6 track vrrp6 vrid 1\n', '']],
  ),
  mld(
    'mld-track-vrid-differs',
    'error',
    [S, 'multicast ipv6 track vrrp6 vrid 2'],
    [[S, 'track vrrp6 vrid 1', 'track vrrp6 vrid 2']],
  ),
  mld(
    'mld-track-twice',
    'error',
    [S, 'multicast ipv6 track admin-vrrp6 vrid 1'],
    [
      [
        S,
        ' multicast ipv6 track vrrp6 vrid 1\n',
        ' multicast ipv6 track vrrp6 vrid 1\n multicast ipv6 track admin-vrrp6 vrid 1\n',
      ],
    ],
  ),
  mld(
    'mld-ignore-dr-state-missing',
    'warning',
    [S, 'remote-backup-profile tv-users'],
    [[S, ' pim ipv6 ignore dr-state\n', '']],
  ),
  mld(
    'mld-ignore-assert-state-missing',
    'warning',
    [N, 'remote-backup-profile tv-users'],
    [[N, ' pim ipv6 ignore assert-state\n', '']],
  ),
  nd(
    'mld-ignore-lines-differ',
    'warning',
    [W, 'remote-backup-profile hall-b'],
    [[W, ' pim ignore assert-state\n', '']],
  ),
  {
    rule: 'multicast-leader-not-admin',
    pair: 'igmp-management',
    severity: 'error',
    at: ['Headend-2', 'vrrp vrid 15 virtual-ip 10.73.40.1'],
    changes: [
      ...['Headend-1', 'Headend-2'].map((file): Change => [
        file,
        ' vrrp vrid 5 virtual-ip 10.73.50.1\n vrrp vrid 5 track admin-vrrp interface GigabitEthernet0/2/4 vrid 15 unflowdown\n',
        '',
      ]),
      ['Headend-2', ' admin-vrrp vrid 15\n', ''],
    ],
  },
  {
    rule: 'static-rp-serves-none',
    pair: 'igmp',
    severity: 'warning',
    at: ['Streamer-1', 'rule 5 permit source 10.70.0.0 0.0.255.255'],
    changes: ['Streamer-1', 'Streamer-2'].map((file): Change => [
      file,
      '#\npim\n static-rp 10.70.255.1\n',
      '#\nacl number 2001\n rule 5 permit source 10.70.0.0 0.0.255.255\n#\npim\n static-rp 10.70.255.1 2001\n',
    ]),
    also: ['static-rp-serves-none'],
    unhealed: 'There is no fix: which groups were meant is not known.',
  },
  mld('mld-static-rp-differs', 'error', [S, 'static-rp 2001:DB8:FEED::2'], [[S, 'FEED::1', 'FEED::2']]),
  mld(
    'mld-static-rp-unreachable',
    'information',
    [N, 'ipv6 address 2001:DB8:FEED::1/128'],
    [
      [
        N,
        '#\ninterface NULL0',
        '#\ninterface LoopBack7\n ipv6 enable\n ipv6 address 2001:DB8:FEED::1/128\n#\ninterface NULL0',
      ],
    ],
  ),

  // Service boards
  lite(
    'ds-lite-group-undefined',
    'error',
    [T2, 'service-instance-group lite-board'],
    [[T2, ' service-instance-group lite-boards', ' service-instance-group lite-board']],
  ),
  lite('ds-lite-instance-differs', 'error', [T2, 'port-range 2048'], [[T2, 'port-range 1024', 'port-range 2048']], {
    reads: ['board'],
  }),
  lite(
    'ds-lite-instance-id-differs',
    'error',
    [T2, 'ds-lite instance fiber id 21'],
    [[T2, 'fiber id 12', 'fiber id 21']],
    { reads: ['board'] },
  ),
  lite(
    'ds-lite-instance-id-twice',
    'error',
    [T2, 'ds-lite instance copper id 12'],
    [
      [T2, '#\nreturn', '#\nds-lite instance copper id 12\n service-instance-group lite-boards\n#\nreturn'],
      [T1, '#\nreturn', '#\nds-lite instance copper id 12\n service-instance-group lite-boards\n#\nreturn'],
    ],
    { also: ['ds-lite-instance-id-twice'] },
  ),
  lite(
    'ds-lite-instance-two-groups',
    'warning',
    [T2, 'service-instance-group spare'],
    [
      [T2, ' service-instance-group lite-boards', ' service-instance-group lite-boards\n service-instance-group spare'],
      [T2, '#\nacl ipv6', '#\nservice-instance-group spare\n service-location 4\n#\nacl ipv6'],
    ],
  ),
  lite(
    'ds-lite-instance-unbound',
    'error',
    [T2, 'ds-lite instance fiber id 12'],
    [[T2, ' service-instance-group lite-boards\n local', ' local']],
    { reads: ['board'] },
  ),
  lite(
    'service-ha-hot-backup-missing',
    'warning',
    [T1, 'service-location 4'],
    [
      [T1, 'service-ha hot-backup enable\n#\n', ''],
      [T2, 'service-ha hot-backup enable\n#\n', ''],
    ],
    { also: ['service-ha-hot-backup-missing'], each: true },
  ),
  lite(
    'service-ha-hot-backup-one-sided',
    'error',
    [T2, 'service-location 4'],
    [[T2, 'service-ha hot-backup enable\n#\n', '']],
  ),
  lite(
    'service-instance-group-differs',
    'error',
    [T2, 'service-location 5'],
    [
      [T2, ' service-location 4\n#', ' service-location 5\n#'],
      ...[T1, T2].map((file): Change => [
        file,
        '#\nservice-instance-group',
        '#\nservice-location 5\n location slot 6 backup slot 7\n#\nservice-instance-group',
      ]),
    ],
    { reads: ['instance'] },
  ),
  lite(
    'service-instance-group-location-undefined',
    'error',
    [T2, 'service-location 14'],
    [[T2, ' service-location 4\n#', ' service-location 14\n#']],
  ),
  lite(
    'service-instance-group-rbs-undefined',
    'error',
    [T2, 'remote-backup-service board-sync'],
    [[T2, ' service-location 4\n#', ' service-location 4\n remote-backup-service board-sync\n#']],
  ),
  lite(
    'service-instance-group-unbound',
    'error',
    [T2, 'service-instance-group lite-boards'],
    [[T2, ' service-location 4\n#', '#']],
  ),
  lite(
    'service-location-both-backups',
    'warning',
    [T2, 'location slot 5 backup slot 6'],
    [[T2, 'location slot 5', 'location slot 5 backup slot 6']],
  ),
  lite(
    'service-location-channel-one-sided',
    'error',
    [T2, 'service-location 4'],
    [
      [
        T2,
        ' remote-backup interface Eth-Trunk8 peer 10.88.0.8 authentication-key Boards-of-88 hash-algorithm hmac-sha256\n',
        '',
      ],
    ],
    { unhealed: 'The key of the other device is no part of the fix: a secret is typed by a person.' },
  ),
  lite(
    'service-location-group-can-go-down',
    'information',
    [T2, 'admin-vrrp vrid 44'],
    [[T2, ' admin-vrrp vrid 44 ignore-if-down', ' admin-vrrp vrid 44']],
  ),
  lite(
    'service-location-group-not-admin',
    'error',
    [T2, 'vrrp vrid 44 virtual-ip 10.88.0.1'],
    [[T2, ' admin-vrrp vrid 44 ignore-if-down\n', '']],
  ),
  lite(
    'service-location-interface-without-vrrp',
    'warning',
    [
      T2,
      'remote-backup interface LoopBack0 peer 10.88.255.1 authentication-key Boards-of-88 hash-algorithm hmac-sha256',
    ],
    [
      [T1, 'remote-backup interface Eth-Trunk8 peer 10.88.0.9', 'remote-backup interface LoopBack0 peer 10.88.255.2'],
      [T2, 'remote-backup interface Eth-Trunk8 peer 10.88.0.8', 'remote-backup interface LoopBack0 peer 10.88.255.1'],
    ],
    { also: ['service-location-interface-without-vrrp'] },
  ),
  lite(
    'service-location-key-missing',
    'information',
    [T1, 'remote-backup interface Eth-Trunk8 peer 10.88.0.9'],
    [
      [T1, ' authentication-key Boards-of-88 hash-algorithm hmac-sha256', ''],
      [T2, ' authentication-key Boards-of-88 hash-algorithm hmac-sha256', ''],
    ],
  ),
  lite(
    'service-location-key-one-sided',
    'error',
    [T2, 'remote-backup interface Eth-Trunk8 peer 10.88.0.8'],
    [[T2, ' authentication-key Boards-of-88 hash-algorithm hmac-sha256', '']],
  ),
  lite(
    'service-location-missing-on-peer',
    'error',
    [T2, 'service-location 14'],
    [[T2, '#\nservice-location 4\n', '#\nservice-location 14\n']],
  ),
  lite('service-location-no-board', 'error', [T2, 'service-location 4'], [[T2, ' location slot 5\n', '']], {
    unhealed: placeholder,
  }),
  lite(
    'service-location-peer-not-mirrored',
    'error',
    [
      T2,
      'remote-backup interface Eth-Trunk8 peer 10.88.0.18 authentication-key Boards-of-88 hash-algorithm hmac-sha256',
    ],
    [[T2, 'peer 10.88.0.8', 'peer 10.88.0.18']],
  ),
  lite(
    'service-location-preempt-short',
    'information',
    [T1, 'vrrp vrid 44 preempt-mode timer delay 150'],
    [[T1, 'delay 1500', 'delay 150']],
  ),
  lite(
    'service-location-recover-delay-missing',
    'information',
    [T1, 'vrrp vrid 44 virtual-ip 10.88.0.1'],
    [[T1, ' vrrp recover-delay 15\n', '']],
  ),
  lite(
    'service-location-tracks-differ',
    'warning',
    [T2, 'vrrp vrid 44 track service-location 5 reduced 90'],
    [
      [T2, 'track service-location 4', 'track service-location 5'],
      ...[T1, T2].map((file): Change => [
        file,
        '#\nservice-instance-group',
        '#\nservice-location 5\n location slot 6 backup slot 7\n#\nservice-instance-group',
      ]),
    ],
  ),
  {
    rule: 'vrrp-track-on-backup-only',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-1', 'vrrp vrid 1 virtual-ip 10.71.0.1'],
    changes: [['Edge-1', ' vrrp vrid 1 track interface 100GE0/3/0 reduced 30\n', '']],
  },
  {
    rule: 'service-location-group-tracks-less',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-1', 'vrrp vrid 8 virtual-ip 10.71.8.1'],
    changes: [['Edge-1', ' vrrp vrid 8 track interface 100GE0/3/0 reduced 30\n', '']],
  },
  {
    rule: 'service-location-group-tracks-less',
    pair: 'nat64-bras',
    severity: 'information',
    at: ['Gate-1', 'vrrp vrid 8 virtual-ip 10.91.8.1'],
    changes: [['Gate-1', ' vrrp vrid 8 track interface Eth-Trunk3.4001 reduced 30\n', '']],
  },
  {
    rule: 'login-group-ignores-board',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-1', 'vrrp vrid 1 virtual-ip 10.71.0.1'],
    changes: [['Edge-1', ' vrrp vrid 1 track service-location 1 reduced 30\n', '']],
  },
  {
    rule: 'rbp-odd-even-crossed',
    pair: 'bras-odd-even',
    severity: 'error',
    at: ['Split-2', 'vrrp-id 1 interface Eth-Trunk5.3001 even-mac'],
    changes: [
      ['Split-2', 'vrrp-id 1 interface Eth-Trunk5.3001 odd-mac', 'vrrp-id 1 interface Eth-Trunk5.3001 even-mac'],
      ['Split-2', 'vrrp-id 2 interface Eth-Trunk5.3002 even-mac', 'vrrp-id 2 interface Eth-Trunk5.3002 odd-mac'],
    ],
  },
  {
    rule: 'rbp-odd-even-incomplete',
    pair: 'bras-odd-even',
    severity: 'error',
    at: ['Split-1', 'vrrp-id 1 interface Eth-Trunk5.3001 odd-mac'],
    changes: [['Split-1', ' vrrp-id 2 interface Eth-Trunk5.3002 even-mac\n', '']],
  },
  {
    rule: 'service-instance-group-without-rbs',
    pair: 'nat-boards',
    severity: 'warning',
    at: ['Boards-1', 'service-instance-group translators'],
    changes: [['Boards-1', ' remote-backup-service to-peer\n', '']],
  },
  {
    rule: 'service-instance-group-one-vrrp-group',
    pair: 'nat-boards',
    severity: 'warning',
    at: ['Boards-1', 'service-location 2'],
    changes: ['Boards-1', 'Boards-2'].map((device) => [
      device,
      'vrrp vrid 2 interface GigabitEthernet0/3/2',
      'vrrp vrid 1 interface GigabitEthernet0/3/1',
    ]),
    also: ['service-location-untracked', 'service-instance-group-one-vrrp-group'],
  },
  {
    rule: 'protect-link-shut-down',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-1', 'shutdown'],
    changes: [
      ['Edge-1', 'interface GigabitEthernet0/1/12\n undo shutdown', 'interface GigabitEthernet0/1/12\n shutdown'],
    ],
  },
  {
    rule: 'service-location-group-differs',
    pair: 'nat-bras',
    severity: 'error',
    at: ['Edge-2', 'vrrp vrid 1 interface Eth-Trunk3.4001'],
    changes: [['Edge-2', 'vrrp vrid 8 interface Eth-Trunk8', 'vrrp vrid 1 interface Eth-Trunk3.4001']],
  },
  lite(
    'service-location-untracked',
    'warning',
    [T1, 'vrrp vrid 44 virtual-ip 10.88.0.1'],
    [[T1, ' vrrp vrid 44 track service-location 4 reduced 90\n', '']],
  ),
  lite(
    'service-location-vrid-missing',
    'warning',
    [T2, 'vrrp vrid interface Eth-Trunk8'],
    [[T2, 'vrrp vrid 44 interface', 'vrrp vrid interface']],
  ),
  lite(
    'service-location-vrrp-missing',
    'error',
    [T2, 'service-location 4'],
    [[T2, ' vrrp vrid 44 interface Eth-Trunk8\n', '']],
  ),
  lite(
    'service-location-vrrp-undefined',
    'error',
    [T2, 'vrrp vrid 54 interface Eth-Trunk8'],
    [[T2, 'vrrp vrid 44 interface', 'vrrp vrid 54 interface']],
  ),

  // Lines and files
  nd(
    'command-of-another-view',
    'information',
    [W, 'backup-id 51 remote-backup-service halls'],
    [[W, ' bind ssl-policy backup-tls\n', ' bind ssl-policy backup-tls\n backup-id 51 remote-backup-service halls\n']],
  ),
  nd(
    'malformed-line',
    'error',
    [W, 'peer 10.52.0.11 source 10.52.0.12'],
    [[W, ' source 10.52.0.12 port 4205', ' source 10.52.0.12']],
  ),
  mld('malformed-line', 'warning', [S, 'vrrp6 vrid 1 prioryty 110'], [[S, 'priority 110', 'prioryty 110']]),
  mld(
    'malformed-line',
    'warning',
    [S, 'vrrp6 vrid 1 virtual-ip FE80::A10 link-lokal'],
    [[S, 'link-local', 'link-lokal']],
  ),
  mld('malformed-line', 'warning', [N, 'vrrp6 vrid 1 prioryty 150'], [[N, 'priority 150', 'prioryty 150']]),
  mld(
    'malformed-line',
    'warning',
    [N, 'vrrp6 vrid 1 preempt-mode timer dealy 600'],
    [[N, 'timer delay', 'timer dealy']],
  ),
  mld(
    'malformed-line',
    'warning',
    [N, 'vrrp6 vrid 1 timer advertize 200'],
    [[N, 'timer advertise', 'timer advertize']],
  ),
  mld(
    'malformed-line',
    'warning',
    [N, 'vrrp6 vrid 1 virtul-ip 2001:DB8:A10::FF'],
    [[N, 'virtual-ip 2001', 'virtul-ip 2001']],
  ),
  mld(
    'malformed-line',
    'warning',
    [N, 'vrrp6 vrid1 virtual-ip 2001:DB8:A10::FF'],
    [[N, 'vrid 1 virtual-ip 2001', 'vrid1 virtual-ip 2001']],
  ),
  mld(
    'value-out-of-range',
    'error',
    [N, 'vrrp6 vrid 1 preempt-mode timer delay 60000'],
    [[N, 'delay 600', 'delay 60000']],
  ),
  mld('value-out-of-range', 'error', [N, 'vrrp6 vrid 1 timer advertise 2'], [[N, 'advertise 200', 'advertise 2']]),
  relay(
    'rbs-peer-is-local',
    'error',
    [R2, 'peer 10.31.0.1 source 10.31.0.2 port 5900'],
    [[R2, ' ip address 10.31.0.2 ', ' ip address 10.31.0.1 ']],
    {
      unhealed:
        'The source is right, the interface is wrong: the fix for the usual case, source and peer swapped, does not fit.',
    },
  ),
  mld(
    'malformed-line',
    'warning',
    [N, 'vrrp6 vrid 1 vitrual-ip FE80::A10 link-local'],
    [[N, 'virtual-ip FE80', 'vitrual-ip FE80']],
  ),
  mld(
    'vrrp-group-not-created',
    'warning',
    [N, 'vrrp6 vrid 2 priority 150'],
    [[N, 'vrid 1 priority', 'vrid 2 priority']],
  ),
  relay(
    'dhcpv6-relay-differs',
    'error',
    [R2, 'dhcpv6 relay detsination 2001:DB8:D0::2'],
    [[R2, 'dhcpv6 relay destination 2001:DB8:D0::2', 'dhcpv6 relay detsination 2001:DB8:D0::2']],
  ),
  relay(
    'rbp-group-undefined',
    'error',
    [R1, 'vrrp6-id 31 interface GigabitEthernet0/3/3.310'],
    [[R1, 'interface GigabitEthernet0/3/2.310', 'interface GigabitEthernet0/3/3.310']],
  ),
  dhcp(
    'vrrp-virtual-ip-mismatch',
    'error',
    [M2, 'vrrp vrid 20 virtual-ip 10.64.8.245'],
    [[M2, 'vrid 20 virtual-ip 10.64.8.254', 'vrid 20 virtual-ip 10.64.8.245']],
  ),
  lite('malformed-line', 'warning', [T1, 'loaction slot 2'], [[T1, 'location slot 2', 'loaction slot 2']]),
  lite(
    'malformed-line',
    'warning',
    [T1, 'admin-vrrp vrdi 44 ignore-if-down'],
    [[T1, 'admin-vrrp vrid', 'admin-vrrp vrdi']],
  ),
  lite(
    'malformed-line',
    'warning',
    [T1, 'vrrp vrid 44 trcak service-location 4 reduced 90'],
    [[T1, 'track service', 'trcak service']],
  ),
  dhcp(
    'malformed-line',
    'warning',
    [M1, 'vrrp vrid 20 vitrual-ip 10.64.8.254'],
    [[M1, 'vrid 20 virtual-ip', 'vrid 20 vitrual-ip']],
  ),
  dhcp(
    'vrrp-line-outside-interface',
    'warning',
    [M2, 'vrrp vrid 20 virtual-ip 10.64.8.254'],
    [[M2, '#\ninterface GigabitEthernet0/6/1.200\n', '#\n']],
    { reads: ['office-leases', 'GigabitEthernet0/6/1.200'] },
  ),
  mld(
    'commit-at-clean-prompt',
    'information',
    [S, '[~BRAS-South] commit'],
    [[S, '#\nreturn', '#\n[~BRAS-South] commit\n#\nreturn']],
  ),
  mld(
    'placeholder-unfilled',
    'error',
    [S, 'ipv6 address <own-address>/64'],
    [[S, 'ipv6 address 2001:DB8:F2::1/64', 'ipv6 address <own-address>/64']],
  ),
  mld(
    'prompt-names-another-device',
    'warning',
    [S, '[*BRAS-North-rm-backup-prf-tv-users] peer-backup hot'],
    [
      [
        S,
        '#\nreturn',
        '#\n[~BRAS-South] remote-backup-profile tv-users\n[*BRAS-South-rm-backup-prf-tv-users] service-type mld\n[*BRAS-North-rm-backup-prf-tv-users] peer-backup hot\n#\nreturn',
      ],
    ],
  ),
  nd(
    'suppression-unused',
    'information',
    [W, '# vrp-ignore rbs-port-mismatch -- the peer moves next week'],
    [
      [
        W,
        '#\nremote-backup-service',
        '# vrp-ignore rbs-port-mismatch -- the peer moves next week\nremote-backup-service',
      ],
    ],
  ),
  nd(
    'sysname-second',
    'information',
    [W, 'sysname Campus-South'],
    [[W, '#\nreturn', '#\nsysname Campus-South\n#\nreturn']],
    // A file of two devices is in no pair.
    { reads: ['channel', 'hall-a', 'hall-b'] },
  ),
  mld(
    'value-set-twice',
    'warning',
    [N, 'vrrp6 vrid 1 priority 140'],
    [
      [
        N,
        '#\ninterface GigabitEthernet0/2/9',
        '#\ninterface GigabitEthernet0/2/4\n vrrp6 vrid 1 priority 140\n#\ninterface GigabitEthernet0/2/9',
      ],
    ],
  ),
  dhcp(
    'interface-address-replaced',
    'warning',
    [M1, 'ip address 10.64.111.2 255.255.255.252'],
    [
      [
        M1,
        ' ip address 10.64.101.2 255.255.255.252\n',
        ' ip address 10.64.101.2 255.255.255.252\n ip address 10.64.111.2 255.255.255.252\n',
      ],
    ],
  ),
  snooping(
    'igp-neighbours-differ',
    'warning',
    ['Switch-West', 'ospf enable 9 area 0.0.0.9'],
    [
      [
        'Switch-West',
        '10.90.200.2 255.255.255.252\n ospf enable 9 area 0.0.0.0',
        '10.90.200.2 255.255.255.252\n ospf enable 9 area 0.0.0.9',
      ],
    ],
  ),
  lite(
    'instance-incomplete',
    'warning',
    [T1, 'ds-lite address-group fiber-out group-id 1 203.0.113.16 203.0.113.31'],
    [
      [T1, ' ds-lite outbound 3044 address-group fiber-out\n', ''],
      [T2, ' ds-lite outbound 3044 address-group fiber-out\n', ''],
    ],
    { unhealed: 'Whom the outbound serves is for a person to say.', also: ['instance-incomplete'] },
  ),
  lite(
    'instance-policy-not-inbound',
    'warning',
    [T1, 'traffic-policy lite-users outbound'],
    [
      [T1, 'traffic-policy lite-users inbound', 'traffic-policy lite-users outbound'],
      [T2, 'traffic-policy lite-users inbound', 'traffic-policy lite-users outbound'],
    ],
    { each: true, also: ['instance-policy-not-inbound'] },
  ),
  lite(
    'eth-trunk-least-members',
    'information',
    [T1, 'least active-linknumber 3'],
    [[T1, '\ninterface Eth-Trunk8\n', '\ninterface Eth-Trunk8\n least active-linknumber 3\n']],
  ),
  lite(
    'eth-trunk-member-configured',
    'warning',
    [T1, 'ip address 10.88.77.1 255.255.255.0'],
    [[T1, '\n eth-trunk 8\n', '\n ip address 10.88.77.1 255.255.255.0\n eth-trunk 8\n']],
  ),
  dhcp(
    'protect-lsp-without-ldp',
    'warning',
    [M2, 'protect lsp-tunnel for-all-instance peer-ip 10.64.255.1'],
    [[M2, '#\nmpls ldp\n', '']],
  ),
  relay(
    'rbs-ssl-certificate-on-one-device',
    'warning',
    [R2, 'ssl policy hb-tls'],
    [
      [
        R1,
        'ssl policy hb-tls\n',
        'ssl policy hb-tls\n certificate load asn1-cert own.der key-pair rsa key-file own.key\n',
      ],
    ],
    { unhealed: 'There is no fix: a certificate is made for each device.' },
  ),
  relay(
    'bfd-session-shut-down',
    'warning',
    [R1, 'shutdown'],
    [[R1, ' discriminator local 3\n', ' discriminator local 3\n shutdown\n']],
  ),
  dhcp(
    'duplicate-interface-address',
    'error',
    [M2, 'ip address 10.64.8.252 255.255.254.0'],
    [[M2, '10.64.8.253 ', '10.64.8.252 ']],
  ),
  // Values of one device against each other
  relay(
    'vlan-on-two-subinterfaces',
    'error',
    [R1, 'vlan-type dot1q 310'],
    [R1, R2].map((file): Change => [file, 'vlan-type dot1q 320', 'vlan-type dot1q 310']),
    { also: ['vlan-on-two-subinterfaces'], each: true },
  ),
  nd(
    'interface-networks-overlap',
    'error',
    [W, 'ipv6 address 2001:DB8:A5::52/64'],
    [[W, 'ipv6 address 2001:DB8:52::2/64', 'ipv6 address 2001:DB8:A5::52/64']],
  ),
  dhcp(
    'interface-address-is-network',
    'warning',
    [M1, 'ip address 10.64.101.0 255.255.255.252'],
    [[M1, 'ip address 10.64.101.2 ', 'ip address 10.64.101.0 ']],
  ),
  mld(
    'ipv6-address-without-enable',
    'warning',
    [N, 'ipv6 address 2001:DB8:F1::1/64'],
    [[N, ' ipv6 enable\n ipv6 address 2001:DB8:F1::1/64', ' ipv6 address 2001:DB8:F1::1/64']],
  ),
  nd(
    'nd-prefix-not-of-interface',
    'warning',
    [E, 'ipv6 nd ra prefix 2001:DB8:A4:: 64 3600 1800'],
    [E, W].map((file): Change => [file, 'ra prefix 2001:DB8:A5:: 64', 'ra prefix 2001:DB8:A4:: 64']),
    { also: ['nd-prefix-not-of-interface'], each: true },
  ),
  nd(
    'nd-preferred-above-valid',
    'warning',
    [E, 'ipv6 nd ra prefix 2001:DB8:A5:: 64 1800 3600'],
    [E, W].map((file): Change => [file, ' 64 3600 1800', ' 64 1800 3600']),
    { also: ['nd-preferred-above-valid'], each: true },
  ),
  dhcp(
    'pool-section-outside-network',
    'error',
    [M1, 'section 1 10.64.9.0 10.64.10.239'],
    [M1, M2].map((file): Change => [file, '10.64.9.239', '10.64.10.239']),
    { also: ['pool-section-outside-network'] },
  ),
  dhcp(
    'pool-section-reversed',
    'error',
    [M1, 'section 0 10.64.8.239 10.64.8.10'],
    [M1, M2].map((file): Change => [file, '10.64.8.10 10.64.8.239', '10.64.8.239 10.64.8.10']),
    { also: ['pool-section-reversed'], each: true },
  ),
  dhcp(
    'pool-sections-overlap',
    'error',
    [M2, 'section 1 10.64.8.200 10.64.9.239'],
    [M1, M2].map((file): Change => [file, 'section 1 10.64.9.0', 'section 1 10.64.8.200']),
    { also: ['pool-sections-overlap'] },
  ),
  dhcp(
    'pool-section-holds-router-address',
    'information',
    [M1, 'section 0 10.64.8.10 10.64.8.252'],
    [M1, M2].map((file): Change => [file, '10.64.8.10 10.64.8.239', '10.64.8.10 10.64.8.252']),
  ),
  dhcp(
    'dhcp-server-gateway-not-virtual-ip',
    'error',
    [M2, 'gateway 10.64.8.253 255.255.254.0'],
    [M1, M2].map((file): Change => [file, 'gateway 10.64.8.254', 'gateway 10.64.8.253']),
    { also: ['dhcp-server-gateway-not-virtual-ip'], each: true },
  ),
  dhcp('bas-pool-differs', 'error', [M2, 'section 0 10.66.0.2 10.66.9.254'], [[M2, '10.66.15.254', '10.66.9.254']]),
  dhcp(
    'pool-rui-slave-on-both',
    'warning',
    [M2, 'ip pool dialin bas local rui-slave'],
    [[M1, 'ip pool dialin bas local', 'ip pool dialin bas local rui-slave']],
  ),
  dhcp(
    'pool-owner-unclear',
    'warning',
    [M2, 'ip pool dialin bas local'],
    [[M2, 'ip pool dialin bas local rui-slave', 'ip pool dialin bas local']],
  ),
  // Copied identity
  relay(
    'router-id-copied',
    'error',
    [R2, 'router-id 10.31.0.1'],
    [[R2, '\n router-id 10.31.0.2\n', '\n router-id 10.31.0.1\n']],
  ),
  nd(
    'isis-system-id-copied',
    'error',
    [W, 'network-entity 49.0005.0100.5200.0011.00'],
    [[W, '0100.5200.0012.00', '0100.5200.0011.00']],
  ),
  relay(
    'mpls-lsr-id-copied',
    'warning',
    [R2, 'mpls lsr-id 10.31.0.1'],
    [R1, R2].map((file): Change => [file, '#\nreturn', '#\nmpls lsr-id 10.31.0.1\n#\nreturn']),
    { reads: ['channel'] },
  ),
  nd(
    'link-local-copied',
    'error',
    [W, 'ipv6 address FE80::A5:1 link-local'],
    [[W, 'FE80::A5:2 link-local', 'FE80::A5:1 link-local']],
  ),
  dhcp('sysname-copied', 'warning', [M2, 'sysname Metro-1'], [[M2, 'sysname Metro-2', 'sysname Metro-1']], {
    // Of one name, only the channel makes them two devices.
    reads: ['channel'],
  }),
  dhcp(
    'ospf-network-of-peer',
    'warning',
    [M2, 'network 10.64.255.1 0.0.0.0'],
    [[M2, 'network 10.64.255.2 0.0.0.0', 'network 10.64.255.1 0.0.0.0']],
  ),
  dhcp(
    'l2tp-base-id-equal',
    'warning',
    [M2, 'set l2tp tunnel base-id 16384'],
    [M1, M2].map((file): Change => [file, '#\nreturn', '#\nset l2tp tunnel base-id 16384\n#\nreturn']),
  ),
  mld(
    'rbp-binding-not-mirrored',
    'error',
    [S, 'interface GigabitEthernet0/2/5'],
    [
      [
        S,
        ' multicast ipv6 track vrrp6 vrid 1\n isis ipv6 enable 100\n remote-backup-profile tv-users\n',
        ' multicast ipv6 track vrrp6 vrid 1\n isis ipv6 enable 100\n',
      ],
      [S, ' ipv6 address 2001:DB8:F2::1/64\n', ' ipv6 address 2001:DB8:F2::1/64\n remote-backup-profile tv-users\n'],
    ],
  ),
  lite(
    'nat-range-reversed',
    'error',
    [T1, 'ds-lite address-group fiber-out group-id 1 203.0.113.31 203.0.113.16'],
    [T1, T2].map((file): Change => [file, '203.0.113.16 203.0.113.31', '203.0.113.31 203.0.113.16']),
    { also: ['nat-range-reversed'] },
  ),
  dhcp(
    'range-reversed',
    'warning',
    [M1, 'user-vlan 2000 1000'],
    [M1, M2].map((file): Change => [file, 'user-vlan 1000 2000', 'user-vlan 2000 1000']),
    { also: ['range-reversed'], each: true },
  ),
  dhcp(
    'pool-exclusion-outside',
    'warning',
    [M1, 'excluded-ip-address 10.64.18.20'],
    [M1, M2].map((file): Change => [
      file,
      ' section 0 10.64.8.10 10.64.8.239\n',
      ' section 0 10.64.8.10 10.64.8.239\n excluded-ip-address 10.64.18.20\n',
    ]),
    { also: ['pool-exclusion-outside'], unhealed: 'There is no fix: which address is meant is for a person to say.' },
  ),
  lite(
    'nat-ranges-overlap',
    'error',
    [T1, 'nat address-group spare-out group-id 9 203.0.113.20 203.0.113.40'],
    [T1, T2].map((file): Change => [
      file,
      '#\nds-lite instance fiber',
      '#\nnat instance spare id 13\n service-instance-group lite-boards\n nat address-group spare-out group-id 9 203.0.113.20 203.0.113.40\n#\nds-lite instance fiber',
    ]),
    { also: ['nat-ranges-overlap'], reads: ['board'] },
  ),

  // Users who log in
  bras(
    'login-backup-differs',
    'warning',
    ['Access-2', 'remote-backup-service pair'],
    [['Access-2', ' protect redirect ip-nexthop 10.41.0.1 interface GigabitEthernet0/2/1\n', '']],
    { unhealed: 'The next hop is the other device: no line of the peer can be copied.' },
  ),
  bras(
    'shared-pool-without-protection',
    'warning',
    ['Access-1', 'remote-backup-service pair'],
    [
      ['Access-1', ' protect redirect ip-nexthop 10.41.0.2 interface GigabitEthernet0/2/1\n', ''],
      ['Access-2', ' protect redirect ip-nexthop 10.41.0.1 interface GigabitEthernet0/2/1\n', ''],
    ],
  ),
  bras(
    'pool-on-one-device',
    'warning',
    ['Access-2', 'ip-pool homes metric 20'],
    [
      [
        'Access-2',
        'ip pool homes bas local rui-slave\n gateway 10.48.0.1 255.255.240.0\n section 0 10.48.0.2 10.48.15.254\n#\n',
        '',
      ],
    ],
  ),
  bras(
    'protect-target-is-local',
    'error',
    ['Access-2', 'protect redirect ip-nexthop 10.41.0.2 interface GigabitEthernet0/2/1'],
    [['Access-2', 'ip-nexthop 10.41.0.1 ', 'ip-nexthop 10.41.0.2 ']],
  ),
  bras(
    'protect-target-is-nobodys',
    'warning',
    ['Access-1', 'protect redirect ip-nexthop 10.14.0.2 interface GigabitEthernet0/2/1'],
    [['Access-1', 'ip-nexthop 10.41.0.2 ', 'ip-nexthop 10.14.0.2 ']],
  ),
  bras(
    'pool-owned-twice',
    'error',
    ['Access-1', 'ip-pool homes'],
    [['Access-1', ' nas logic-ip 10.42.1.100\n', ' nas logic-ip 10.42.1.100\n ip-pool homes\n']],
    { also: ['login-backup-differs'] },
  ),
  bras(
    'pool-cost-favours-backup',
    'warning',
    ['Access-2', 'ip-pool homes metric 5'],
    [['Access-2', ' ip-pool homes metric 20\n', ' ip-pool homes metric 5\n']],
  ),
  bras(
    'rbp-odd-even-incomplete',
    'error',
    ['Access-1', 'vrrp-id 1 interface Eth-Trunk3.4001 odd-mac'],
    [['Access-1', ' vrrp-id 1 interface Eth-Trunk3.4001\n', ' vrrp-id 1 interface Eth-Trunk3.4001 odd-mac\n']],
    { unhealed: 'Whether the word is too much or a line is missing no file tells.' },
  ),
  bras(
    'pppoe-session-ranges-overlap',
    'warning',
    ['Access-2', 'pppoe-server rui remote-mac session-id start-session-id 1 end-session-id 32767'],
    ['Access-1', 'Access-2'].map((file): Change => [
      file,
      '#\nbfd\n',
      '#\npppoe-server rui remote-mac session-id start-session-id 1 end-session-id 32767\n#\nbfd\n',
    ]),
  ),
  bras(
    'rbp-virtual-mode-unsuitable',
    'warning',
    ['Access-1', 'rui-slave inbound without-forwarding'],
    [
      ['Access-1', ' peer-backup hot\n', ' peer-backup virtual\n rui-slave inbound without-forwarding\n'],
      ['Access-2', ' peer-backup hot\n', ' peer-backup virtual\n'],
    ],
  ),
  bras(
    'rbs-tracks-group-and-interface',
    'warning',
    ['Access-1', 'track interface GigabitEthernet0/2/0'],
    [
      ['Access-1', '#\nremote-backup-service pair\n', '#\nmonitor-group ups\n#\nremote-backup-service pair\n'],
      [
        'Access-1',
        ' track interface GigabitEthernet0/2/0\n',
        ' track interface GigabitEthernet0/2/0\n track monitor-group ups switchover failure-ratio 50\n',
      ],
    ],
  ),
  bras(
    'static-route-tag-differs',
    'error',
    ['Access-2', 'remote-backup-service pair'],
    [['Access-1', ' ip-pool homes metric 10\n', ' ip-pool homes metric 10\n static-route if-match null 0 tag 100\n']],
    { unhealed: 'Which tag the routes of the other device have no file tells.' },
  ),
  bras(
    'stream-recover-delay-short',
    'information',
    ['Access-1', 'vrrp recover-delay 20'],
    ['Access-1', 'Access-2'].map((file): Change => [
      file,
      ' service-type bras\n',
      ' service-type bras\n service-type multicast\n',
    ]),
    { each: true },
  ),
  bras(
    'route-cost-not-inherited',
    'warning',
    ['Access-1', 'import-route unr'],
    [['Access-1', ' default cost inherit-metric\n', '']],
  ),
  l2tp('l2tp-without-bras', 'error', ['Lac-2', 'service-type l2tp'], [['Lac-2', ' service-type bras\n', '']], {
    also: ['rbp-service-types-differ'],
  }),
  l2tp(
    'l2tp-tunnel-source',
    'warning',
    ['Lac-2', 'tunnel source LoopBack2'],
    [['Lac-2', ' tunnel source LoopBack2 rui\n', ' tunnel source LoopBack2\n']],
  ),
  l2tp(
    'l2tp-hello-changed',
    'warning',
    ['Lac-1', 'tunnel timer hello 200'],
    [['Lac-1', ' tunnel name partner\n', ' tunnel name partner\n tunnel timer hello 200\n']],
  ),
  // What the lines of the backup rest on
  lite(
    'traffic-treatment-differs',
    'warning',
    [T2, 'traffic behavior lite-users'],
    [[T1, ' ds-lite bind instance fiber\n', ' ds-lite bind instance fiber\n car cir 20480\n']],
  ),
  arp(
    'interface-address-impossible',
    'warning',
    [G1, 'ip address 10.60.101.2 255.255.252.255'],
    [[G1, '10.60.101.2 255.255.255.252', '10.60.101.2 255.255.252.255']],
    { unhealed: 'There is no fix: which mask was meant is not known.' },
  ),
  snooping(
    'e-trunk-force-backup-on-both',
    'error',
    [X2, 'e-trunk mode force-backup'],
    [X1, X2].map((file): Change => [file, ' e-trunk 9\n', ' e-trunk 9\n e-trunk mode force-backup\n']),
  ),
  arp(
    'next-hop-is-local',
    'warning',
    [G1, 'ip route-static 10.99.0.0 255.255.0.0 10.60.200.1'],
    [[G1, '\nreturn', '\nip route-static 10.99.0.0 255.255.0.0 10.60.200.1\n#\nreturn']],
  ),
  l2tp(
    'l2tp-not-enabled',
    'information',
    ['Lac-1', 'l2tp-group partner'],
    ['Lac-1', 'Lac-2'].map((file): Change => [file, 'l2tp enable\n#\n', '']),
    { each: true },
  ),
  bras(
    'radius-group-without-server',
    'warning',
    ['Access-1', 'radius-server group radius1'],
    ['Access-1', 'Access-2'].map((file): Change => [
      file,
      ' radius-server authentication 10.42.0.10 1812 weight 0\n radius-server accounting 10.42.0.10 1813 weight 0\n',
      ' radius-server retransmit 2\n',
    ]),
    { also: ['radius-group-without-server'], unhealed: 'There is no fix: which server was meant is not known.' },
  ),
  {
    rule: 'user-access-name-on-one-device',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-2', 'user-group homes bind nat instance homes'],
    changes: [['Edge-2', '#\nuser-group homes\n', '']],
    unhealed: 'There is no fix: what the other device says under the name may not be all.',
  },
  l2tp(
    'l2tp-group-without-lns',
    'warning',
    ['Lac-1', 'l2tp-group partner'],
    ['Lac-1', 'Lac-2'].map((file): Change => [file, ' start l2tp ip 10.46.0.1\n', '']),
    { also: ['l2tp-group-without-lns'], unhealed: 'There is no fix: which LNS was meant is not known.' },
  ),
  dhcp(
    'vpn-routes-differ',
    'warning',
    [M1, 'ipv4-family vpn-instance users'],
    [
      ...[M1, M2].map((file): Change => [
        file,
        ' vlan-type dot1q 210\n',
        ' vlan-type dot1q 210\n ip binding vpn-instance users\n',
      ]),
      ...[M1, M2].map((file): Change => [
        file,
        '#\nip pool office',
        '#\nip vpn-instance users\n ipv4-family\n#\nip pool office',
      ]),
      [M1, '\nreturn', '\nbgp 64512\n ipv4-family vpn-instance users\n#\nreturn'],
      [M2, '\nreturn', '\nbgp 64512\n ipv4-family vpn-instance users\n  import-route direct\n#\nreturn'],
    ],
  ),
  bras(
    'pool-without-addresses',
    'warning',
    ['Access-1', 'ip pool homes bas local'],
    ['Access-1', 'Access-2'].map((file): Change => [file, ' section 0 10.48.0.2 10.48.15.254\n', '']),
    { unhealed: 'There is no fix: which addresses were meant is not known.' },
  ),
  lite(
    'instance-acl-empty',
    'information',
    [T1, 'acl ipv6 number 3044'],
    [T1, T2].map((file): Change => [file, ' rule 5 permit ipv6 source 2001:DB8:8800::/40\n', '']),
    { unhealed: 'There is no fix: which users were meant is not known.' },
  ),
  dhcp(
    'subinterface-without-vlan',
    'warning',
    [M1, 'interface GigabitEthernet0/6/1.200'],
    [M1, M2].map((file): Change => [file, ' vlan-type dot1q 200\n', '']),
    { also: ['subinterface-without-vlan'], unhealed: 'There is no fix: which VLAN was meant is not known.' },
  ),
  bras(
    'ppp-users-without-template',
    'warning',
    ['Access-1', 'authentication-method ppp'],
    ['Access-1', 'Access-2'].map((file): Change => [file, ' pppoe-server bind virtual-template 1\n', '']),
    { also: ['ppp-users-without-template'], unhealed: 'There is no fix: which template was meant is not known.' },
  ),
  bras(
    'l2tp-source-without-l2tp',
    'information',
    ['Access-1', 'l2tp-tunnel source loopback 0'],
    ['Access-1', 'Access-2'].map((file): Change => [
      file,
      ' port 2046\n',
      ' port 2046\n l2tp-tunnel source loopback 0\n',
    ]),
    { unhealed: 'There is no fix: what is backed up is for a person to say.' },
  ),
  bras(
    'bas-missing',
    'warning',
    ['Access-1', 'access-type layer2-subscriber default-domain authentication homes'],
    ['Access-1', 'Access-2'].map((file): Change => [file, ' bas\n', '']),
    { also: ['bas-missing'], each: true },
  ),
  arp(
    'next-hop-is-nobodys',
    'warning',
    [G1, 'ip route-static 10.99.0.0 255.255.0.0 10.60.200.3'],
    [[G1, '\nreturn', '\nip route-static 10.99.0.0 255.255.0.0 10.60.200.3\n#\nreturn']],
  ),
  {
    rule: 'service-location-without-channel',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-1', 'service-location 1'],
    changes: [
      ['Edge-1', ' remote-backup interface Eth-Trunk8 peer 10.71.8.3\n', ''],
      ['Edge-2', ' remote-backup interface Eth-Trunk8 peer 10.71.8.2\n', ''],
    ],
    unhealed: 'There is no fix: over which link the boards meet is not known.',
  },
  arp(
    'bgp-peer-not-mirrored',
    'warning',
    [G1, 'peer 10.60.200.2 as-number 64513'],
    [
      [G1, '\nreturn', '\nbgp 64512\n peer 10.60.200.2 as-number 64513\n#\nreturn'],
      [G2, '\nreturn', '\nbgp 64512\n peer 10.60.200.1 as-number 64512\n#\nreturn'],
    ],
  ),
  {
    rule: 'acl-user-group-undefined',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-1', 'rule 5 permit ip source user-group home'],
    changes: [['Edge-1', 'source user-group homes', 'source user-group home']],
  },
  {
    rule: 'service-location-untracked',
    pair: 'nat',
    severity: 'warning',
    at: ['Nat-1', 'vrrp vrid 1 virtual-ip 10.47.0.1'],
    changes: [['Nat-1', ' vrrp vrid 1 track service-location 1 reduced 60\n', '']],
  },
  {
    rule: 'instance-policy-on-one-device',
    pair: 'nat',
    severity: 'warning',
    at: ['Nat-2', 'traffic policy homes'],
    changes: [['Nat-2', ' traffic-policy homes inbound\n', '']],
  },
  {
    rule: 'instance-policy-on-one-device',
    pair: 'nat',
    severity: 'warning',
    at: ['Nat-1', 'nat instance homes id 1'],
    changes: [['Nat-1', ' nat bind instance homes\n', '']],
  },
  {
    rule: 'backed-up-addresses-unannounced',
    pair: 'nat',
    severity: 'warning',
    at: ['Nat-2', 'ospf 1 router-id 10.47.255.2'],
    changes: [['Nat-2', ' import-route unr\n', '']],
  },
  {
    rule: 'users-network-unannounced',
    pair: 'arp',
    severity: 'warning',
    at: ['Gateway-2', 'ospf 6 router-id 10.60.0.2'],
    changes: [['Gateway-2', ' import-route direct\n', '']],
  },
  {
    rule: 'service-location-master-elsewhere',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-1', 'vrrp vrid 1 virtual-ip 10.71.0.1'],
    changes: [
      ['Edge-1', ' vrrp vrid 8 priority 120\n vrrp vrid 8 preempt-mode timer delay 1500\n', ''],
      [
        'Edge-2',
        ' admin-vrrp vrid 8 ignore-if-down\n',
        ' admin-vrrp vrid 8 ignore-if-down\n vrrp vrid 8 priority 120\n vrrp vrid 8 preempt-mode timer delay 1500\n',
      ],
    ],
    unhealed: 'There is no fix: which device is to lead both is for a person to say.',
  },
  {
    rule: 'e-trunk-numbers-differ',
    pair: 'igmp-e-trunk',
    severity: 'error',
    at: ['Access-West', 'e-trunk 9'],
    changes: [
      ['Access-West', '#\ne-trunk 8\n', '#\ne-trunk 9\n'],
      ['Access-West', ' e-trunk 8 eth-trunk 80\n', ' e-trunk 9 eth-trunk 80\n'],
      ['Access-West', ' mode lacp-static\n e-trunk 8\n', ' mode lacp-static\n e-trunk 9\n'],
    ],
    unhealed: 'There is no fix: which of the two numbers is meant is for a person to say.',
  },
  {
    rule: 'instance-users-of-other-acl',
    pair: 'nat',
    severity: 'error',
    at: ['Nat-1', 'nat outbound 3002 address-group homes'],
    changes: ['Nat-1', 'Nat-2'].flatMap((file): Change[] => [
      [file, 'nat outbound 3001', 'nat outbound 3002'],
      [
        file,
        '#\nacl number 3001',
        '#\nacl number 3002\n rule 5 permit ip source 10.49.0.0 0.0.255.255\n#\nacl number 3001',
      ],
    ]),
    also: ['instance-users-of-other-acl'],
    unhealed: 'There is no fix: which of the two ACLs is meant is for a person to say.',
  },
  {
    rule: 'instance-acl-differs',
    pair: 'nat',
    severity: 'warning',
    at: ['Nat-2', 'rule 5 permit ip source 10.48.0.0 0.0.127.255'],
    changes: [['Nat-2', '10.48.0.0 0.0.255.255', '10.48.0.0 0.0.127.255']],
  },
  {
    rule: 'ds-lite-instance-id-differs',
    pair: 'nat64',
    severity: 'error',
    at: ['Nat64-2', 'nat64 instance phones id 2'],
    changes: [['Nat64-2', ' id 1\n', ' id 2\n']],
  },
  {
    rule: 'ds-lite-instance-differs',
    pair: 'nat64',
    severity: 'error',
    at: ['Nat64-2', 'nat64 prefix 64:FF9B:: prefix-length 96 1'],
    changes: [['Nat64-1', ' nat64 prefix 64:FF9B:: prefix-length 96 1\n', '']],
    also: ['instance-incomplete'],
  },
  {
    rule: 'backed-up-addresses-unannounced',
    pair: 'nat64',
    severity: 'warning',
    at: ['Nat64-1', 'ospf 1 router-id 10.49.255.1'],
    changes: [['Nat64-1', ' import-route unr\n', '']],
  },
  {
    rule: 'instance-policy-on-one-device',
    pair: 'nat64',
    severity: 'warning',
    at: ['Nat64-1', 'traffic policy phones'],
    changes: [['Nat64-1', ' traffic-policy phones inbound\n', '']],
  },
  {
    rule: 'e-trunk-not-mirrored',
    pair: 'igmp-e-trunk',
    severity: 'error',
    at: ['Access-West', 'peer-address 10.80.0.11 source-address 10.80.0.2'],
    changes: [['Access-West', 'peer-address 10.80.0.1', 'peer-address 10.80.0.11']],
  },
  {
    rule: 'e-trunk-settings-differ',
    pair: 'igmp-e-trunk',
    severity: 'warning',
    at: ['Access-West', 'lacp e-trunk system-id 00E0-FC00-0009'],
    changes: [['Access-West', 'lacp e-trunk system-id 00E0-FC00-0008', 'lacp e-trunk system-id 00E0-FC00-0009']],
  },
  {
    rule: 'mld-pim-missing',
    pair: 'igmp-e-trunk',
    severity: 'error',
    at: ['Access-East', 'remote-backup-profile viewers'],
    changes: [['Access-East', ' igmp enable\n', '']],
    also: ['user-access-differs'],
  },
  {
    rule: 'rbp-backup-id-mismatch',
    pair: 'igmp-e-trunk',
    severity: 'error',
    at: ['Access-West', 'backup-id 80 remote-backup-service streams'],
    changes: [['Access-East', 'backup-id 80', 'backup-id 81']],
  },
  {
    rule: 'service-instance-group-without-rbs',
    pair: 'ds-lite-boards',
    severity: 'warning',
    at: ['Aftr-2', 'service-instance-group tunnels'],
    changes: [['Aftr-2', ' remote-backup-service to-peer\n', '']],
  },
  {
    rule: 'vrrp-priority-equal',
    pair: 'ds-lite-boards',
    severity: 'error',
    at: ['Aftr-2', 'vrrp vrid 2 virtual-ip 10.85.2.1'],
    changes: [['Aftr-2', ' vrrp vrid 2 priority 120\n', '']],
  },
  {
    rule: 'instance-policy-on-one-device',
    pair: 'ds-lite-boards',
    severity: 'warning',
    at: ['Aftr-1', 'traffic policy homes'],
    changes: [['Aftr-1', ' traffic-policy homes inbound\n', '']],
  },
  {
    rule: 'login-group-ignores-board',
    pair: 'nat64-bras',
    severity: 'warning',
    at: ['Gate-1', 'vrrp vrid 1 virtual-ip 10.91.0.1'],
    changes: [['Gate-1', ' vrrp vrid 1 track service-location 1 reduced 30\n', '']],
  },
  {
    rule: 'login-backup-differs',
    pair: 'nat64-bras',
    severity: 'warning',
    at: ['Gate-2', 'remote-backup-profile homes'],
    changes: [['Gate-2', ' ipv6-pool homes6\n', '']],
  },
  {
    rule: 'instance-acl-differs',
    pair: 'nat64-bras',
    severity: 'warning',
    at: ['Gate-2', 'acl ipv6 number 6001'],
    changes: [['Gate-2', ' rule 5 permit ipv6 source user-group homes destination ipv6-address 64:FF9B::/96\n', '']],
  },
  {
    rule: 'instance-policy-on-one-device',
    pair: 'nat64-bras',
    severity: 'warning',
    at: ['Gate-2', 'traffic policy to-ipv4'],
    changes: [['Gate-2', 'traffic-policy to-ipv4 inbound\n#\n', '']],
  },
  {
    rule: 'traffic-treatment-differs',
    pair: 'nat64-bras',
    severity: 'warning',
    at: ['Gate-2', 'traffic behavior to-ipv4'],
    changes: [['Gate-2', ' nat64 bind instance to-ipv4\n', '']],
  },
  {
    rule: 'user-access-name-on-one-device',
    pair: 'nat64-bras',
    severity: 'warning',
    at: ['Gate-2', 'prefix homes6'],
    changes: [
      [
        'Gate-2',
        '#\nipv6 prefix homes6 delegation\n prefix 2001:DB8:9100::/40 delegating-prefix-length 64\n slaac-unshare-only\n',
        '',
      ],
    ],
    unhealed: 'There is no fix: what the other device says under the name may not be all.',
  },
  {
    rule: 'traffic-policy-empty',
    pair: 'nat64-bras',
    severity: 'warning',
    at: ['Gate-2', 'traffic classifier to-ipv4 operator or'],
    changes: [['Gate-2', ' if-match ipv6 acl 6001\n', '']],
    unhealed: 'There is no fix: which packets are meant is not known.',
  },
  // What both devices say alike, and what stands in the wrong order
  {
    rule: 'acl-mask-for-wildcard',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-2', 'rule 5 permit ip source 10.72.0.0 255.255.240.0'],
    changes: ['Edge-1', 'Edge-2'].map((file): Change => [file, '10.72.0.0 0.0.15.255', '10.72.0.0 255.255.240.0']),
    also: ['acl-mask-for-wildcard'],
    each: true,
  },
  {
    rule: 'instance-acl-misses-pool',
    pair: 'nat-bras',
    severity: 'warning',
    at: ['Edge-2', 'rule 5 permit ip source 10.73.0.0 0.0.15.255'],
    changes: ['Edge-1', 'Edge-2'].map((file): Change => [file, '10.72.0.0 0.0.15.255', '10.73.0.0 0.0.15.255']),
    also: ['instance-acl-misses-pool'],
    unhealed: 'There is no fix: either network may be the wrong one.',
  },
  {
    rule: 'prefix-pools-overlap',
    pair: 'nat64-bras',
    severity: 'error',
    at: ['Gate-1', 'prefix 2001:DB8:91F0::/44 delegating-prefix-length 64'],
    changes: [
      [
        'Gate-1',
        '#\nipv6 pool homes6',
        '#\nipv6 prefix more6 delegation\n prefix 2001:DB8:91F0::/44 delegating-prefix-length 64\n#\nipv6 pool homes6',
      ],
    ],
    unhealed: 'There is no fix: which of the two has the wrong prefix is for a person to say.',
  },
  relay(
    'dhcpv6-relay-destination-is-local',
    'warning',
    [R1, 'dhcpv6 relay destination 2001:DB8:310::FE'],
    [R1, R2].map((file): Change => [file, 'destination 2001:DB8:D0::2', 'destination 2001:DB8:310::FE']),
    {
      also: ['dhcpv6-relay-destination-is-local'],
      unhealed: 'There is no fix: nobody but the site knows its servers.',
    },
  ),
  relay(
    'dhcpv6-relay-address-not-local',
    'warning',
    [R1, 'dhcpv6 relay source-ip-address 2001:DB8:99::9'],
    [
      [
        R1,
        ' dhcpv6 relay destination 2001:DB8:D0::2\n',
        ' dhcpv6 relay destination 2001:DB8:D0::2\n dhcpv6 relay source-ip-address 2001:DB8:99::9\n',
      ],
    ],
    { unhealed: 'There is no fix: which address the server is to see is for a person to say.' },
  ),
  mld(
    'vrrp6-address-before-ipv6-enable',
    'warning',
    [N, 'ipv6 address 2001:DB8:C0::1/64'],
    [[N, ' ipv6 enable\n ipv6 address 2001:DB8:C0::1/64\n', ' ipv6 address 2001:DB8:C0::1/64\n ipv6 enable\n']],
    { reads: ['channel', 'tv-users'] },
  ),
  arp(
    'interface-address-cleared',
    'warning',
    [G1, 'portswitch'],
    [[G1, ' ip address 10.60.200.1 255.255.255.252\n', ' portswitch\n ip address 10.60.200.1 255.255.255.252\n']],
  ),
  {
    rule: 'e-trunk-member-without-lacp',
    pair: 'igmp-e-trunk',
    severity: 'warning',
    at: ['Access-West', 'interface Eth-Trunk80'],
    changes: ['Access-East', 'Access-West'].map((file): Change => [file, ' mode lacp-static\n', '']),
    also: ['e-trunk-member-without-lacp'],
    each: true,
  },
  snooping(
    'vsi-incomplete',
    'error',
    [X2, 'vsi channels static'],
    [X1, X2].map((file): Change => [file, '  vsi-id 900\n', '']),
    { also: ['vsi-incomplete'], unhealed: 'There is no fix: nobody but the site knows the number.' },
  ),
  arp(
    'vrrp-advertise-interval-too-long',
    'information',
    [G2, 'vrrp vrid 6 timer advertise 200'],
    [G1, G2].map((file): Change => [file, 'timer advertise 2\n', 'timer advertise 200\n']),
    { each: true },
  ),
  nd(
    'nd-advertisements-halted',
    'warning',
    [W, 'ipv6 nd ra prefix 2001:DB8:A5:: 64 3600 1800'],
    [E, W].map((file): Change => [file, ' undo ipv6 nd ra halt\n', '']),
    { also: ['nd-advertisements-halted'], each: true },
  ),
];
