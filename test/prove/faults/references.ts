// Kind 2: names of what is not there, and a few that lead to the wrong thing.
import type { Severity } from '../../../server/src/diagnostics/rule';
import type { Spot, Template } from '../fault';
import { behind, interfaces, out, swap } from './words';

/** `agg` and `city` are whole files: there a name that leads nowhere weighs more. */
const whole =
  (then: Severity, otherwise: Severity) =>
  ({ pair }: Spot): Severity =>
    /agg|city/.test(pair.name) ? then : otherwise;

const reference = (one: Omit<Template, 'kind' | 'both'> & { readonly both?: Template['both'] }): Template => ({
  kind: 2,
  both: one.severity,
  ...one,
});

const ofGroups: readonly Template[] = [
  reference({
    id: 'tracked interface',
    what: 'a group tracks an interface that is not there',
    severity: whole('warning', 'information'),
    says: /0\/9\/9/,
    section: interfaces,
    line: /^vrrp6? vrid \d+ track (?:ipv6 )?interface /,
    to: swap(/interface \S+/, 'interface GigabitEthernet0/9/9'),
  }),
  reference({
    id: 'tracks its own port',
    what: 'a group tracks the port of the users in place of the uplink',
    severity: 'warning',
    says: /track|user|access|own|itself/i,
    section: interfaces,
    line: /^vrrp6? vrid \d+ track (?:ipv6 )?interface /,
    to: ({ match, section }) => [match.input.replace(/interface \S+/, section.replace(/\.\d+$/, ''))],
  }),
  reference({
    id: 'tracked BFD session',
    what: 'a group tracks a BFD session that is not there',
    severity: whole('error', 'warning'),
    says: /bfd|session|77/i,
    section: interfaces,
    line: /^vrrp6? vrid \d+ track bfd-session /,
    to: swap(/bfd-session \d+/, 'bfd-session 77'),
  }),
  reference({
    id: 'tracked service-location',
    what: 'a group tracks a service-location that is not there',
    severity: 'error',
    says: /service-location/i,
    section: interfaces,
    line: /^vrrp vrid \d+ track service-location /,
    to: swap(/service-location \d+/, 'service-location 9'),
    blame: [{ on: 'own', line: /^service-location/ }],
  }),
  reference({
    id: 'followed management group',
    what: 'a group follows a management group that is not there',
    severity: 'error',
    says: /admin|group|46|follow/i,
    section: interfaces,
    line: /^vrrp vrid \d+ track admin-vrrp /,
    to: swap('vrid 44', 'vrid 46'),
  }),
  reference({
    id: 'direct route',
    what: 'a direct route follows a group that is not there',
    severity: 'warning',
    says: /direct-route|group|99/i,
    section: interfaces,
    line: /^direct-route /,
    to: swap(/vrid \d+/, 'vrid 99'),
  }),
  reference({
    id: 'multicast role',
    what: 'multicast follows a group that is not there',
    severity: 'warning',
    says: /multicast|group|99/i,
    section: interfaces,
    line: /^multicast ipv6 track /,
    to: swap(/vrid \d+/, 'vrid 99'),
  }),
];

const ofProfiles: readonly Template[] = [
  reference({
    id: 'group of the profile',
    what: 'the profile follows a group that is not there',
    severity: 'error',
    says: /group|vrrp|99/i,
    section: /^remote-backup-profile/,
    line: /^vrrp6?-id /,
    to: swap(/id \d+/, 'id 99'),
  }),
  reference({
    id: 'interface of the profile',
    what: 'the profile follows a group on an interface that is not there',
    severity: whole('warning', 'information'),
    says: /0\/9\/9|interface|group/i,
    section: /^remote-backup-profile/,
    line: /^vrrp6?-id /,
    to: swap(/interface \S+/, 'interface GigabitEthernet0/9/9'),
  }),
  reference({
    id: 'backup service of the profile',
    what: 'the profile names a backup service that is not there',
    severity: 'error',
    says: /remote-backup-service|nowhere/i,
    section: /^remote-backup-profile/,
    line: /^backup-id /,
    to: swap(/\S+$/, 'nowhere'),
  }),
  reference({
    id: 'E-Trunk of the profile',
    what: 'the profile follows an E-Trunk that is not there',
    severity: 'warning',
    says: /e-trunk/i,
    section: /^remote-backup-profile/,
    line: /^e-trunk 7 /,
    to: swap('e-trunk 7', 'e-trunk 8'),
  }),
  reference({
    id: 'Eth-Trunk of the profile',
    what: 'the profile follows an Eth-Trunk that is not there',
    severity: 'warning',
    says: /eth-trunk|member/i,
    section: /^remote-backup-profile/,
    line: /^e-trunk 7 /,
    to: swap('eth-trunk 17', 'eth-trunk 18'),
  }),
  reference({
    id: 'bound profile',
    what: 'a profile is bound that is not there',
    severity: 'error',
    says: /profile|nowhere/i,
    section: /^(?:interface|ip pool)/,
    line: /^remote-backup-profile \S+$/,
    to: swap(/\S+$/, 'nowhere'),
  }),
  reference({
    id: 'SSL policy',
    what: 'an SSL policy that is not there',
    severity: 'warning',
    says: /ssl/i,
    section: /^remote-backup-service/,
    line: /^bind ssl-policy /,
    to: swap(/\S+$/, 'nowhere'),
  }),
  reference({
    id: 'pool of the backup service',
    what: 'the backup service names a pool that is not there',
    severity: 'warning',
    says: /pool/i,
    section: /^remote-backup-service/,
    line: /^ip(?:v6)?-pool \S+ metric/,
    to: swap(/-pool \S+/, '-pool nowhere'),
  }),
];

const ofTrunks: readonly Template[] = [
  reference({
    id: 'joined E-Trunk',
    what: 'the Eth-Trunk joins an E-Trunk that is not there',
    severity: 'warning',
    says: /e-trunk/i,
    section: /^interface Eth-Trunk\d+$/,
    line: /^e-trunk \d+$/,
    to: () => ['e-trunk 99'],
    blame: [{ on: 'own', line: /^e-trunk/ }],
  }),
  reference({
    id: 'joined Eth-Trunk',
    what: 'a port joins a trunk that is not there',
    severity: 'warning',
    says: /eth-trunk|trunk|member/i,
    section: interfaces,
    line: /^eth-trunk \d+$/,
    to: () => ['eth-trunk 19'],
    blame: [{ on: 'own', line: /./, section: /^interface Eth-Trunk\d+$/ }],
  }),
  reference({
    id: 'trunk without member',
    what: 'a trunk has no member',
    severity: 'warning',
    // Both alike: only a whole file proves it.
    both: (spot) => (/agg|city/.test(spot.pair.name) ? 'warning' : 'none'),
    says: /trunk|member/i,
    // A trunk of layer 2 may be a spare one.
    section: /^interface Eth-Trunk(?!20$)\d+$/,
    line: /^description /,
    to: ({ match }) => [match.input],
    and: [{ section: interfaces, line: /^eth-trunk \d+$/, to: out }],
    blame: [
      { on: 'own', line: /./, section: /^interface \S+[789]$/ },
      { on: 'peer', line: /^eth-trunk/ },
    ],
  }),
];

const ofUsers: readonly Template[] = [
  reference({
    id: 'ACL of the outbound',
    what: 'an outbound names an ACL that is not there',
    severity: 'error',
    says: /acl|3999/i,
    line: /^(?:ds-lite|nat) outbound \d+ /,
    to: swap(/outbound \d+/, 'outbound 3999'),
  }),
  reference({
    id: 'ACL of the classifier',
    what: 'a classifier names an ACL that is not there',
    severity: ({ pair }) => (pair.name === 'city' ? 'warning' : 'error'),
    says: /acl|3999/i,
    line: /^if-match (?:ipv6 )?acl \d+$/,
    to: swap(/\d+$/, '3999'),
  }),
  reference({
    id: 'address group',
    what: 'an outbound names an address group that is not there',
    severity: 'error',
    says: /address-group|address group|nowhere/i,
    line: /^(?:ds-lite|nat) outbound /,
    to: swap(/\S+$/, 'nowhere'),
  }),
  reference({
    id: 'service-location of the group',
    what: 'the service-instance-group names a service-location that is not there',
    severity: 'error',
    says: /service-location/i,
    section: /^service-instance-group/,
    line: /^service-location \d+$/,
    to: () => ['service-location 9'],
    blame: [{ on: 'own', line: /^service-location/ }],
  }),
  reference({
    id: 'group of the instance',
    what: 'the instance names a service-instance-group that is not there',
    severity: 'error',
    says: /service-instance-group/i,
    section: /^(?:nat|ds-lite) instance/,
    line: /^service-instance-group \S+$/,
    to: () => ['service-instance-group nowhere'],
  }),
  reference({
    id: 'group of the board',
    what: 'the service-location follows a group that is not there',
    severity: 'error',
    says: /group|vrrp|99/i,
    section: /^service-location/,
    line: /^vrrp vrid \d+ interface /,
    to: swap(/vrid \d+/, 'vrid 99'),
  }),
  reference({
    id: 'interface of the board',
    what: 'the service-location follows a group on another interface',
    severity: 'error',
    says: /group|vrrp|interface/i,
    section: /^service-location/,
    line: /^vrrp vrid \d+ interface /,
    to: swap(/interface \S+/, 'interface LoopBack0'),
  }),
  reference({
    id: 'VPN instance',
    what: 'an interface of a group is in a VPN instance that is not there',
    severity: 'error',
    says: /vpn/i,
    section: interfaces,
    line: /^ip binding vpn-instance /,
    to: swap(/\S+$/, 'ofice'),
  }),
];

const ofRouting: readonly Template[] = [
  reference({
    id: 'process of the only path',
    what: 'the only path of the channel is in a process that is not there',
    severity: 'error',
    says: /process|ospf|isis|is-is|route|reach/i,
    pair: /relay|nd|dhcp-server|cgn/,
    section: interfaces,
    line: /^(?:ospf enable|isis enable) (\d+)/,
    to: swap(/enable \d+/, 'enable 77'),
    blame: [
      { on: 'own', line: /^(?:peer|remote-backup-service) / },
      { on: 'peer', line: /^(?:peer|remote-backup-service) / },
    ],
  }),
  reference({
    id: 'process',
    what: 'an interface is in a routing process that is not there',
    severity: 'warning',
    says: /process|ospf|isis|is-is/i,
    section: interfaces,
    line: /^(?:isis ipv6 enable|ospfv3) \d+/,
    to: ({ match }) => [match.input.replace(/(enable|ospfv3) \d+/, '$1 77')],
  }),
  reference({
    id: 'process',
    what: 'an interface is in a routing process that is not there',
    severity: 'warning',
    says: /process|ospf/i,
    pair: /agg|ds-lite/,
    section: interfaces,
    line: /^ospf enable \d+/,
    to: swap(/enable \d+/, 'enable 77'),
  }),
  reference({
    id: 'BFD off',
    what: 'BFD sessions without BFD',
    severity: 'error',
    // An excerpt may have left the line out on both.
    both: whole('error', 'information'),
    says: /bfd/i,
    line: /^bfd$/,
    to: out,
    blame: [
      { on: 'own', line: /bfd/ },
      { on: 'peer', line: /^bfd$/ },
      { on: 'own', line: /^sysname/ },
    ],
  }),
];

const ofAcls: readonly Template[] = [
  reference({
    id: 'ACL denies',
    pair: /ds-lite|cgn/,
    what: 'the ACL denies the users it should let through',
    severity: 'warning',
    says: /acl|den(?:y|ies)/i,
    section: /^acl/,
    line: /^rule 5 permit /,
    to: swap('permit', 'deny'),
    blame: [{ on: 'own', line: /outbound|if-match/ }],
  }),
  reference({
    id: 'ACL of the other family',
    what: 'the ACL of DS-Lite is one for IPv4',
    severity: 'warning',
    says: /acl|ipv[46]|famil/i,
    section: /^acl/,
    line: /^acl ipv6 number 3044$/,
    to: () => ['acl number 3044'],
    and: [{ line: /^rule 5 permit ipv6/, to: swap('permit ipv6', 'permit ip') }],
    blame: [{ on: 'own', line: /outbound|if-match|^rule/ }],
  }),
  reference({
    id: 'ACL for others',
    what: 'the ACL lets none of the users of the instance through',
    severity: 'warning',
    says: /acl|user|9900/i,
    pair: /ds-lite/,
    section: /^acl/,
    line: /^rule 5 permit ipv6 /,
    to: swap('8800', '9900'),
    blame: [{ on: 'own', line: /outbound|remote-ipv6/ }],
  }),
];

/** Lines of the system view that the device gets too. */
const besides = (...texts: readonly string[]): Template['and'] => [{ line: /^sysname /, to: behind('#', ...texts) }];

const ofSurroundings: readonly Template[] = [
  reference({
    id: 'tracked test',
    what: 'a group tracks an NQA test that is not there',
    severity: whole('error', 'warning'),
    says: /nqa/i,
    section: interfaces,
    line: /^vrrp vrid (\d+) virtual-ip /,
    to: ({ match }) => [match.input, `vrrp vrid ${match[1]} track nqa admin uplnk reduced 90`],
    and: besides('nqa test-instance admin uplink', ' test-type icmp', ' destination-address ipv4 198.51.100.4'),
  }),
  reference({
    id: 'keychain of the process',
    what: 'OSPF signs with a keychain that is not there',
    severity: 'warning',
    says: /keychain/i,
    section: interfaces,
    line: /^ospf enable /,
    to: behind('ospf authentication-mode keychain igp-key'),
    and: besides('keychain igp-keys mode absolute', ' key-id 1', '  algorithm hmac-sha-256'),
  }),
  reference({
    id: 'QoS profile of the users',
    what: 'the users have a QoS profile that is not there',
    severity: 'warning',
    says: /qos/i,
    section: interfaces,
    line: /^remote-backup-profile /,
    to: behind('qos-profile home inbound'),
    and: besides('qos-profile homes', ' car cir 2048 inbound'),
  }),
];

export const references: readonly Template[] = [
  ...ofGroups,
  ...ofProfiles,
  ...ofTrunks,
  ...ofUsers,
  ...ofRouting,
  ...ofAcls,
  ...ofSurroundings,
];
