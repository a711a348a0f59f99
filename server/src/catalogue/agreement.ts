// How the value of a command stands across two devices that back each other up: what must match, what is mirrored, what follows the
// role, what is a device's own affair; how two values are compared, and how bad a difference is where. One table: the checks, the
// pair table and the mapped peer read it (docs/decisions/same-configuration.md).
import * as commands from './commands/index';
import type { Entry } from './command';

/**
 * How a line of one device relates to that of the other: the same on both, different on each, crosswise, by role, or
 * as one likes.
 */
export type Relation = 'must match' | 'must differ' | 'mirrored' | 'role' | 'free';

/** What is paired, and so what a line stands under. */
export type Subject =
  /** The two interfaces of a VRRP group. */
  | 'group'
  /** The same, also of a group that takes its role from another one. */
  | 'gateway'
  /** The two interfaces that bind a profile. */
  | 'users'
  /** The same, of a profile that backs up MLD or IGMP. */
  | 'mld'
  | 'igmp'
  /** The two interfaces over which the network sends them their streams. */
  | 'mld uplink'
  | 'igmp uplink'
  /** The interfaces that have the two source addresses of a channel. */
  | 'channel'
  /** The two ends of a link between the devices. */
  | 'link'
  /** The Eth-Trunks below the interfaces of a group. */
  | 'trunk'
  /** The two ends of an Eth-Trunk between the devices. */
  | 'trunk link'
  /** The service-locations whose boards back each other up. */
  | 'board'
  /** The two devices whose boards back each other up. */
  | 'boards'
  | 'e-trunk'
  /** The VSIs, VLANs or bridge domains of the access circuits on which IGMP snooping is backed up. */
  | 'snooping'
  /** The profiles of users who log in. */
  | 'login profile'
  /** The backup services over which users who log in are handed over. */
  | 'login service'
  /** The two devices that hand such users over; and those whose streams of multicast go with them. */
  | 'login device'
  | 'stream device'
  /** The pool that both devices lease from, and the prefix pool of it. */
  | 'pool'
  | 'prefix pool'
  /** The VPN instance in which users of the backup are. */
  | 'vpn instance'
  /** What BGP takes into the routing table of that instance. */
  | 'vpn routes'
  /** The domain in which they log in, the schemes and the servers that it names, and the template of PPP. */
  | 'domain'
  | 'scheme'
  | 'servers'
  | 'template'
  /** The groups of L2TP over which the domains of both devices reach their networks. */
  | 'tunnels'
  /** What is done with the traffic of users: the policies of one name that both apply to them, with their classes and behaviors. */
  | 'policy'
  | 'classifier'
  | 'behavior';

/**
 * How two values are told apart:
 * - `value`: the words behind the name, addresses in any spelling;
 * - `set`: all lines of the name, in any order;
 * - `directions`: the same, but of each line only whether it holds for what comes in or for what goes out, or that it is there;
 * - `words`: the words behind the name, of all such lines, in any order;
 * - `pools`: of the names of pools, those that are pools of both devices;
 * - `domain`: the name of a domain, where the one of either device is a domain of the other too;
 * - `parts`: all lines of the name, where one device has all that the other has and more: names of parts are a device's own;
 * - `targets`: VPN targets, each with its direction, however many stand on a line;
 * - `flag`: whether a word stands on the line, where both devices have the line;
 * - `duration`: days, hours and minutes, whether their names are written or not;
 * - `kind`: the first word of the value alone;
 * - `key`: a readable key; one that is stored in cipher says nothing, and none is ever shown;
 * - `vlans`, `user vlans`: the VLANs that the interface takes, as ranges; `advertising vlans`: those in which a group is heard;
 * - `vpn`: the VPN instance, under whatever name (`model/routing/vpn-counterparts.ts`).
 */
export type Comparison =
  | 'value'
  | 'set'
  | 'words'
  | 'pools'
  | 'domain'
  | 'parts'
  | 'targets'
  | 'flag'
  | 'duration'
  | 'directions'
  | 'kind'
  | 'key'
  | 'vlans'
  | 'user vlans'
  | 'advertising vlans'
  | 'vpn';

/** What is told where the two devices do not agree, and how loudly. */
export interface Check {
  /** The rule that speaks. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** What follows from a difference there, where it is not what follows elsewhere. */
  readonly consequence?: string;
}

/**
 * What holds of one command, or one word of it, between the two ends of a subject. The pair table, Compare by
 * Meaning, mirroring and the rules read it.
 */
export interface Agreement {
  /** The words that name it, written out; `*` stands for one word, the value follows. Or a whole entry. */
  readonly of: string | Entry<never>;
  readonly relation: Relation;
  /** One sentence. */
  readonly why: string;
  readonly compared?: Comparison;
  /** Only lines of this entry: the same words begin other commands of other views. */
  readonly entry?: Entry<never>;
  /** The value is the one word behind this one, of a line that holds more. */
  readonly behind?: string;
  /** Words that may stand between the two and are no value. */
  readonly skipped?: readonly string[];
  /** Also what only backs up must say it. */
  readonly requiredOfStandIn?: true;
  /** Only as many words of the value count. */
  readonly length?: number;
  /** Lines of another first word of the value are other settings of that name. */
  readonly values?: readonly string[];
  /** What people call it, where the words of the line are not enough. */
  readonly called?: string;
  /** The word that may stand on the line, where the line is compared as a `flag`; without it, what people call it. */
  readonly flag?: string;
  /** Values that hold where nothing is written; where it is empty, absent is a value of its own. */
  readonly absent?: readonly string[];
  /** Only where both devices say it is it compared: what an absent line means is in no source, or another finding. */
  readonly writtenOnBoth?: true;
  /** No source names what holds where nothing is written: the line of one device may just say that. Then it is information. */
  readonly unknownAbsent?: true;
  /** Words that mean the same: `lacp` is `lacp-static`. */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** What follows from a difference, a part of a sentence. */
  readonly consequence?: string;
  /** A line that one device lacks is added there; to take it from the other would only hide that users are without it. */
  readonly neverRemoved?: true;
  /** A line that refuses users is wrong where it stands: it is taken away there, and never written on the other device. */
  readonly neverAdded?: true;
  /** What a sub-interface cannot do without: where it names none, a line is missing unless another says it in a way of its own. */
  readonly neededBySubInterface?: true;
  /** Two ends of an E-Trunk that differ in it do not read each other. */
  readonly deafens?: true;
  /** The switch below takes two Eth-Trunks that differ in it for two LACP partners. */
  readonly partsBundle?: true;
  readonly checks?: Partial<Readonly<Record<Subject, Check>>>;
}

const ownAddress = 'An address belongs to one device.';
const twoEnds = "Each device names its own address as source and the other's as peer; the port is the same.";
const wayAcross = 'Each device names the other one, to which it hands over what is not its own.';
const identity = 'It tells the two devices apart.';
const byRole =
  'It follows the role: the master has the higher priority and waits before it takes the role back, the backup takes over at once.';
const same = 'After a switchover the other device must do exactly the same.';
const local = "It is the device's own affair.";
const oneLan = 'Both interfaces stand on one LAN of one routing table.';

const { rbs, rbp, l2tp, eTrunk, serviceLocation, interfaceView, system, isis, bfd, dhcpv6Relay, vrrp, vrrp6, ipPool } =
  commands;
const { aaa, access, bgp, ipv6Pool, vpnInstanceFamily, quality } = commands;

const entries = (relation: Relation, why: string, ...of: readonly Entry<never>[]): Agreement[] =>
  of.map((entry) => ({ of: entry, relation, why }));

const multicast = (
  service: 'mld' | 'igmp' | 'mld uplink' | 'igmp uplink',
  words: string,
  severity: Check['severity'],
  rest: Partial<Agreement>,
): Agreement => ({
  of: words,
  relation: 'must match',
  why: 'Hosts talk to whichever device is master: both must ask and answer alike.',
  ...rest,
  checks: { [service]: { rule: 'multicast-settings-differ', severity } },
});

/** Settings of one family of multicast: `pim` is how its PIM lines begin. Query intervals by default: 60 or 125 s, by release. */
const membership = (service: 'mld' | 'igmp', pim: string, version: string): Agreement[] => [
  multicast(service, `${service} version`, 'error', {
    called: `${service.toUpperCase()} version`,
    absent: [version],
    consequence: 'after a switchover hosts of the newer version are not heard',
  }),
  multicast(service, `${service} timer query`, 'warning', {
    called: 'query interval',
    absent: ['60', '125'],
    consequence: 'the new master drops groups too early or too late',
  }),
  multicast(service, `${service} robust-count`, 'warning', {
    called: 'robustness',
    absent: ['2'],
    consequence: 'the new master drops groups too early or too late',
  }),
  multicast(service, `${service} max-response-time`, 'warning', { called: 'response time', absent: ['10'] }),
  multicast(service, `${service} ${service === 'mld' ? 'lastlistener' : 'lastmember'}-queryinterval`, 'warning', {
    called: 'last-member query interval',
    absent: ['1'],
    consequence: 'hosts that leave are cut off sooner or later than before',
  }),
  multicast(service, `${service} static-group`, 'warning', {
    compared: 'set',
    called: 'static group',
    consequence: 'after a switchover that traffic stops',
  }),
  multicast(service, `${service} group-policy`, 'warning', { called: 'group policy' }),
  multicast(service, `${service} prompt-leave`, 'warning', { called: 'prompt-leave' }),
  multicast(service, `${service} on-demand`, 'warning', { called: 'on-demand' }),
  multicast(service, `${service} limit`, 'warning', {
    called: 'limit',
    consequence: 'after a switchover groups above the lower limit are refused',
  }),
  multicast(service, `${service} ssm-mapping`, 'warning', {
    called: 'ssm-mapping',
    consequence: 'after a switchover hosts of the older version get no stream of one source',
  }),
  multicast(service, `${service} require-router-alert`, 'warning', {
    called: 'require-router-alert',
    consequence: 'after a switchover reports without that option are dropped',
  }),
  multicast(service, `${pim} silent`, 'warning', { called: `${pim} silent` }),
  multicast(service, pim, 'warning', {
    values: ['sm', 'dm'],
    // Where one device has none that is a finding of its own.
    writtenOnBoth: true,
    called: 'PIM mode',
    consequence: 'after a switchover streams are asked for in another way',
  }),
  multicast(`${service} uplink`, pim, 'warning', {
    values: ['sm', 'dm'],
    called: pim.includes('ipv6') ? 'PIM mode for IPv6' : 'PIM mode',
    why: 'Whichever device is master fetches the streams over its uplink.',
    consequence: 'as master the device without it gets no stream',
  }),
];

const snooping = (of: string, called: string, rest: Partial<Agreement>): Agreement => ({
  of,
  relation: 'must match',
  why: 'The users are behind whichever device is master: both look into IGMP alike.',
  called,
  ...rest,
  checks: { snooping: { rule: 'snooping-settings-differ', severity: 'warning' } },
});

/** How the VSIs of both devices look into IGMP. */
const snoopingSettings: readonly Agreement[] = [
  snooping('igmp-snooping proxy', 'igmp-snooping proxy', {
    compared: 'directions',
    consequence: 'after a switchover nobody answers queries for the users there',
  }),
  snooping('ignore-ac-state', 'ignore-ac-state', {
    compared: 'directions',
    consequence: 'as the backup the VSI there goes down',
  }),
  snooping('pwsignal', 'pwsignal', {
    consequence: 'after a switchover no pseudo-wire leads to the users',
  }),
  snooping('vsi-id', 'VSI ID', {
    consequence: 'after a switchover no pseudo-wire leads to the users',
  }),
  snooping('mtu', 'MTU', {
    absent: ['1500'],
    consequence: 'a pseudo-wire whose ends differ in it stays down',
  }),
  snooping('peer', 'peer', {
    compared: 'directions',
    consequence: 'after a switchover no pseudo-wire leads to the users',
  }),
  snooping('igmp-snooping version', 'IGMP version', {
    writtenOnBoth: true,
    consequence: 'after a switchover hosts of the newer version are not heard',
  }),
  snooping('igmp-snooping querier', 'igmp-snooping querier', {
    compared: 'directions',
    consequence: 'after a switchover nobody asks the hosts there',
  }),
  snooping('igmp-snooping group-policy', 'group policy', {
    compared: 'directions',
    consequence: 'after a switchover other groups are let through',
  }),
  snooping('igmp-snooping prompt-leave', 'prompt-leave', { compared: 'directions' }),
  snooping('igmp-snooping report-suppress', 'report-suppress', { compared: 'directions' }),
];

const login = (
  subject: 'login profile' | 'login service' | 'login device' | 'stream device',
  of: Agreement['of'],
  rest: Partial<Agreement>,
): Agreement => ({
  of,
  relation: 'must match',
  why: 'Users who log in are handed over in one way, whichever device serves them.',
  ...rest,
  checks: { [subject]: { rule: 'login-backup-differs', severity: 'warning' } },
});

/** What the devices say for all users who log in, and what their profiles and backup services hold. */
const loginSettings: readonly Agreement[] = [
  login('login device', 'peer-backup route-cost auto-advertising', {
    compared: 'directions',
    called: 'peer-backup route-cost auto-advertising',
    consequence: 'the routes to the users cost the same on master and backup',
  }),
  login('login device', 'peer-backup rui-trigger-speed', {
    called: 'rui-trigger-speed',
    consequence: 'one device hands users over faster than the other takes them',
  }),
  login('login device', 'l2tp enable', {
    compared: 'directions',
    called: 'l2tp enable',
    consequence: 'no tunnels are taken over there',
  }),
  login('login service', rbs.l2tpTunnel, {
    compared: 'directions',
    called: 'l2tp-tunnel source',
    consequence: 'the LNS goes on sending to the device that has lost its users',
  }),
  login('login device', 'rui-option', {
    called: 'rui-option',
    absent: ['151'],
    consequence: 'one does not read what the other hands over',
  }),
  login('login device', 'radius-server authorization', {
    compared: 'set',
    length: 1,
    called: 'RADIUS authorization server',
    consequence: 'after a switchover it can neither change nor end sessions',
  }),
  login('stream device', 'multicast routing-enable', {
    compared: 'directions',
    called: 'multicast routing-enable',
    consequence: 'after a switchover the users get no streams there',
  }),
  login('login service', 'track', {
    compared: 'directions',
    values: ['interface', 'monitor-group', 'route-monitor-group'],
    called: 'track line',
    consequence: 'the loss of its uplinks moves no users; add one',
  }),
  login('login service', 'protect', {
    compared: 'directions',
    called: 'protect line',
    consequence: 'packets that come back there are lost; add one',
  }),
  login('login profile', rbp.ipPool, {
    compared: 'directions',
    called: 'ip-pool',
    consequence: 'a master without the line announces no network of the users',
  }),
  login('login profile', rbp.ipv6Pool, {
    compared: 'directions',
    called: 'ipv6-pool',
    consequence: 'a master without the line announces no network of the users',
  }),
];

const failToLogIn = 'users fail to log in after a switchover';
const accountedOtherwise = 'users are accounted otherwise after a switchover';
const refused = 'its users are refused there';
const notTranslated = 'its users are not translated there';
const presence = { compared: 'directions' } as const;
const unknownAbsent = { unknownAbsent: true } as const;

const poolOption = (of: string, called: string, entry: Entry<never>, rest: Partial<Agreement> = {}): Agreement => ({
  of,
  entry,
  called,
  relation: 'must match',
  why: 'A user whose lease is renewed by the other device is told the same.',
  consequence: 'after a switchover users are told otherwise',
  checks: { pool: { rule: 'pool-options-differ', severity: 'warning' } },
  ...rest,
});

/** What users of a pool are told. A lease by default: one or three days, by release. */
const pools: readonly Agreement[] = [
  ...(['dns-server', 'dns-list', 'nbns-list', 'netbios-name-server'] as const).map((of) =>
    poolOption(of, of.startsWith('dns') ? 'DNS servers' : 'WINS servers', ipPool.dns, { compared: 'words' }),
  ),
  poolOption('dns-suffix', 'DNS suffix', ipPool.dns),
  poolOption('domain-name', 'domain name', ipPool.dns),
  poolOption('lease', 'lease', ipPool.lease, { compared: 'duration', absent: ['1 0 0', '3 0 0'] }),
  poolOption('excluded-ip-address', 'excluded addresses', ipPool.excluded, {
    compared: 'set',
    consequence: 'after a switchover users get the excluded ones',
  }),
  poolOption('option', 'option', ipPool.option, { compared: 'set' }),
  poolOption('lock', 'lock', ipPool.binding, {
    ...presence,
    neverAdded: true,
    consequence: 'nobody new gets an address of the pool there',
  }),
  poolOption('vpn-instance', 'VPN instance', ipPool.binding, {
    compared: 'vpn',
    requiredOfStandIn: true,
    consequence: 'after a switchover users are in another routing table',
  }),
  poolOption('dns-server', 'DNS servers', ipv6Pool.options, { compared: 'words' }),
  poolOption('dns-domain-name', 'domain name', ipv6Pool.options),
  poolOption('domain-search-list', 'search list', ipv6Pool.options),
  poolOption('aftr-name', 'AFTR name', ipv6Pool.options),
  poolOption('lifetime', 'lifetime', ipv6Pool.prefix, {
    checks: { 'prefix pool': { rule: 'pool-options-differ', severity: 'warning' } },
  }),
  ...['slaac-unshare-only', 'pd-unshare-only'].map((of) =>
    poolOption(of, of, ipv6Pool.prefix, {
      ...presence,
      consequence: 'after a switchover users share a prefix, or get none',
      checks: { 'prefix pool': { rule: 'pool-options-differ', severity: 'warning' } },
    }),
  ),
];

const ofLogin = (
  subject: 'domain' | 'scheme' | 'servers' | 'template' | 'tunnels',
  of: string,
  called: string,
  entry: Entry<never>,
  consequence: string,
  rest: Partial<Agreement> = {},
): Agreement => ({
  of,
  entry,
  called,
  relation: 'must match',
  why: 'Users log in and are accounted in the same way, whichever device serves them.',
  consequence,
  checks: { [subject]: { rule: 'user-login-differs', severity: 'warning' } },
  ...rest,
});

/** Names of schemes and of groups of servers are local: of them only whether there is one. */
const logins: readonly Agreement[] = [
  ofLogin('domain', 'authentication-scheme', 'authentication scheme', aaa.domainLines, failToLogIn, presence),
  ofLogin('domain', 'accounting-scheme', 'accounting scheme', aaa.domainLines, accountedOtherwise, presence),
  ofLogin('domain', 'radius-server', 'RADIUS server group', aaa.domainLines, failToLogIn, presence),
  ofLogin('domain', 'ip-pool', 'ip pool', aaa.domainLines, 'its users get no address there', {
    compared: 'pools',
  }),
  ofLogin('domain', 'ipv6-pool', 'ipv6 pool', aaa.domainLines, 'its users get no address there', {
    compared: 'pools',
  }),
  ofLogin('domain', 'user-group', 'user group', aaa.domainLines, notTranslated, { ...presence, entry: undefined }),
  ofLogin('domain', 'user-group', 'user group with an instance', access.domainGroup, notTranslated, {
    compared: 'flag',
    flag: 'bind',
    entry: undefined,
  }),
  ofLogin('domain', 'prefix-assign-mode', 'prefix-assign-mode', aaa.domainLines, 'its users share a prefix there', {
    absent: ['local'],
  }),
  ofLogin('domain', 'l2tp-group', 'L2TP group', aaa.domainLines, 'its users get no tunnel there', presence),
  ofLogin('domain', 'web-server', 'web server', access.domainWeb, 'users find no page to log in', {
    compared: 'set',
  }),
  ofLogin('domain', 'block', 'block', aaa.domainLines, refused, { ...presence, neverAdded: true }),
  ofLogin('domain', 'state', 'state', aaa.domainLines, refused, { absent: ['active'] }),
  ofLogin('domain', 'vpn-instance', 'VPN instance', aaa.domainLines, 'its users are in another routing table', {
    compared: 'vpn',
  }),
  ofLogin('scheme', 'authentication-mode', 'authentication mode', aaa.authenticationLines, failToLogIn, unknownAbsent),
  ofLogin('scheme', 'accounting-mode', 'accounting mode', aaa.accountingLines, accountedOtherwise, unknownAbsent),
  ofLogin('scheme', 'accounting start-fail', 'accounting start-fail', aaa.accountingLines, accountedOtherwise, {
    absent: ['offline'],
  }),
  ofLogin(
    'scheme',
    'accounting interim-fail',
    'accounting interim-fail',
    aaa.accountingLines,
    accountedOtherwise,
    unknownAbsent,
  ),
  ofLogin('scheme', 'accounting interim interval', 'accounting interval', aaa.accountingLines, accountedOtherwise, {
    ...unknownAbsent,
    length: 1,
  }),
  ofLogin(
    'scheme',
    'accounting realtime',
    'accounting interval',
    aaa.accountingLines,
    accountedOtherwise,
    unknownAbsent,
  ),
  ofLogin('servers', 'radius-server authentication', 'RADIUS authentication', aaa.radiusLines, failToLogIn, {
    compared: 'set',
    length: 2,
  }),
  ofLogin('servers', 'radius-server accounting', 'RADIUS accounting', aaa.radiusLines, accountedOtherwise, {
    compared: 'set',
    length: 2,
  }),
  ofLogin('template', 'ppp authentication-mode', 'PPP authentication', interfaceView.link, failToLogIn, unknownAbsent),
  ofLogin('tunnels', 'start l2tp ip', 'LNS', l2tp.lines, 'after a switchover users reach another LNS or none', {
    compared: 'set',
  }),
  ofLogin('tunnels', 'tunnel name', 'tunnel name', l2tp.lines, 'the LNS may refuse the tunnels of one device'),
  ofLogin('tunnels', 'tunnel password', 'tunnel password', l2tp.lines, 'the LNS refuses the tunnels of one device', {
    compared: 'key',
  }),
];

const modeCheck = { rule: 'eth-trunk-mode-differs', severity: 'warning' } as const;

const modeOfTrunk: Agreement = {
  of: 'mode',
  relation: 'must match',
  why: 'Both trunks are bundled in one way.',
  called: 'trunk mode',
  absent: ['manual', 'manual load-balance'],
  synonyms: { lacp: 'lacp-static', 'manual load-balance': 'manual' },
  consequence: 'a link that fails is noticed on one device only',
};

/** Without LACP the switch below cannot tell which end of an E-Trunk is master: there the line is never taken away. */
const trunkMode: readonly Agreement[] = [
  { ...modeOfTrunk, checks: { trunk: modeCheck, 'trunk link': modeCheck } },
  {
    ...modeOfTrunk,
    neverRemoved: true,
    checks: { 'e-trunk': { rule: 'e-trunk-settings-differ', severity: 'warning' } },
  },
];

const treated = 'after a switchover their traffic is treated otherwise';

const treatment = (
  subject: 'policy' | 'classifier' | 'behavior',
  of: string,
  called: string,
  rest: Partial<Agreement> = {},
): Agreement => ({
  of,
  entry: { policy: quality.policyLines, classifier: quality.ifMatch, behavior: quality.actions }[subject],
  called,
  relation: 'must match',
  why: 'What is done with the traffic of users follows them to the other device.',
  consequence: treated,
  checks: { [subject]: { rule: 'traffic-treatment-differs', severity: 'warning' } },
  ...rest,
});

/** Next hops, and the numbers of ACLs, are a device's own: of these lines only that there is one. */
const treatments: readonly Agreement[] = [
  treatment('policy', 'classifier', 'classifier', { compared: 'parts', length: 1 }),
  treatment('classifier', 'if-match', 'if-match acl', { ...presence, values: ['acl', 'ipv6'] }),
  treatment('classifier', 'if-match', 'if-match', {
    compared: 'set',
    values: ['any', 'vlan-id', 'cvlan-id', '8021p', 'dscp', 'ip-precedence', 'mpls-exp', 'protocol', 'tcp'],
  }),
  treatment('behavior', 'deny', 'deny', { ...presence, consequence: 'after a switchover other packets are dropped' }),
  treatment('behavior', 'car', 'car', { consequence: 'after a switchover users get another rate' }),
  treatment('behavior', 'remark', 'remark', { compared: 'set' }),
  treatment('behavior', 'redirect', 'redirect', { compared: 'kind' }),
  treatment('behavior', 'service-class', 'service-class'),
  treatment('behavior', 'queue', 'queue', { compared: 'set' }),
  ...(['nat', 'ds-lite', 'nat64'] as const).map((kind) =>
    treatment('behavior', `${kind} bind instance`, `${kind} bind instance`, {
      ...presence,
      consequence: 'after a switchover users are not translated',
    }),
  ),
];

/** Routes of the users' instance go to, and come from, the same instances of other devices. */
const vpnInstances: readonly Agreement[] = [
  {
    of: 'import-route',
    entry: bgp.importRoute,
    relation: 'must match',
    why: 'Other sites learn of the users over whichever device serves them.',
    compared: 'set',
    length: 1,
    called: 'import-route',
    consequence: 'after a switchover other sites do not reach its users',
    checks: { 'vpn routes': { rule: 'vpn-routes-differ', severity: 'warning' } },
  },
  {
    of: 'vpn-target',
    entry: vpnInstanceFamily.lines,
    relation: 'must match',
    why: 'Other devices send to the users, and the users to them, whichever device serves them.',
    compared: 'targets',
    called: 'vpn-target',
    consequence: 'after a switchover routes are missing',
    checks: { 'vpn instance': { rule: 'vpn-targets-differ', severity: 'warning' } },
  },
  ...(['ipv4-family', 'ipv6-family'] as const).map((of): Agreement => ({
    of,
    entry: vpnInstanceFamily.addressFamily,
    relation: 'must match',
    why: 'An interface takes addresses of a family only where its instance has it.',
    ...presence,
    called: of,
    consequence: 'the instance takes no interface of that family',
    checks: { 'vpn instance': { rule: 'vpn-targets-differ', severity: 'warning' } },
  })),
];

/** What holds of every command that is compared. */
export const agreements: readonly Agreement[] = [
  // A VRRP group and its interface
  ...entries('role', byRole, vrrp.priority, vrrp6.priority, vrrp.preemptDelay, vrrp6.preemptDelay),
  ...entries('role', byRole, vrrp.preemptDisable, vrrp6.preemptDisable, vrrp.recoverDelay, vrrp6.recoverDelay),
  {
    of: vrrp.version,
    relation: 'must match',
    why: 'A router takes advertisements of its own version only.',
    absent: ['v2'],
  },
  {
    of: 'ip binding vpn-instance',
    relation: 'must match',
    why: oneLan,
    compared: 'vpn',
    called: 'VPN instance',
    consequence: 'after a switchover traffic is in another routing table',
    checks: {
      group: { rule: 'vpn-instance-differs', severity: 'error' },
      channel: {
        rule: 'rbs-vpn-instance-differs',
        severity: 'error',
        consequence: 'neither finds the other, the channel stays down',
      },
      users: { rule: 'user-access-differs', severity: 'warning' },
    },
  },
  { of: 'ipv6 binding vpn-instance', relation: 'must match', why: oneLan },
  {
    of: 'vlan-type',
    relation: 'must match',
    why: 'The devices hear each other, and their users, in one VLAN.',
    compared: 'advertising vlans',
    neededBySubInterface: true,
    neverRemoved: true,
    called: 'VLAN',
    consequence: 'unless a switch translates, both become master',
    checks: { group: { rule: 'vrrp-vlan-differs', severity: 'warning' } },
  },
  {
    of: 'vlan-type',
    relation: 'must match',
    why: 'The users are in one VLAN, whichever device serves them.',
    compared: 'vlans',
    neededBySubInterface: true,
    neverRemoved: true,
    called: 'VLAN',
    consequence: 'unless a switch translates, the backup does not reach these users',
    checks: { users: { rule: 'user-access-differs', severity: 'warning' } },
  },
  ...['dot1q termination', 'qinq termination', 'encapsulation', 'dot1q vrrp', 'qinq vrrp'].map((of): Agreement => ({
    of,
    relation: 'must match',
    why: 'The users are in one VLAN, whichever device serves them.',
  })),

  // Users
  {
    of: 'user-vlan',
    relation: 'must match',
    why: 'The users are in one range of VLANs, whichever device serves them.',
    compared: 'user vlans',
    neededBySubInterface: true,
    neverRemoved: true,
    called: 'user VLANs',
    consequence: 'users of the others are cut off after a switchover',
    checks: { users: { rule: 'user-access-differs', severity: 'error' } },
  },
  {
    of: 'access-type',
    relation: 'must match',
    why: 'Users log in the same way, whichever device serves them.',
    compared: 'kind',
    called: 'access type',
    consequence: 'users log in in another way after a switchover',
    checks: { users: { rule: 'user-access-differs', severity: 'warning' } },
  },
  {
    of: interfaceView.basAccess,
    behind: 'authentication',
    compared: 'domain',
    skipped: ['force', 'replace'],
    relation: 'must match',
    why: 'Users belong to one domain, whichever device serves them.',
    called: 'default domain',
    // A RADIUS server may name the domain of a user.
    writtenOnBoth: true,
    consequence: 'users have another pool and another accounting after a switchover',
    checks: { users: { rule: 'user-access-differs', severity: 'warning' } },
  },
  ...['authentication-method', 'authentication-method-ipv6'].map((of): Agreement => ({
    of,
    relation: 'must match',
    why: 'Users log in the same way, whichever device serves them.',
    compared: 'words',
    unknownAbsent: true,
    called: of.endsWith('6') ? 'IPv6 authentication method' : 'authentication method',
    consequence: 'users fail to log in after a switchover',
    checks: { users: { rule: 'user-access-differs', severity: 'warning' } },
  })),
  {
    of: 'pppoe-server bind',
    relation: 'must match',
    why: 'Users dial in with PPPoE on either device; the template is its own.',
    // Its presence alone: the number of the template is local.
    compared: 'directions',
    called: 'pppoe-server bind',
    consequence: 'users that dial in are cut off there',
    checks: { users: { rule: 'user-access-differs', severity: 'warning' } },
  },
  {
    of: 'traffic-policy',
    relation: 'must match',
    why: 'What is done with the traffic of users follows them to the other device.',
    compared: 'directions',
    called: 'traffic policy',
    consequence: 'after a switchover traffic is treated otherwise, or not translated',
    checks: {
      users: { rule: 'user-access-differs', severity: 'warning' },
      gateway: { rule: 'traffic-policy-on-one-device', severity: 'warning' },
    },
  },
  {
    of: 'bas',
    relation: 'must match',
    why: 'Users log in on either device.',
    compared: 'directions',
    called: 'bas',
    neverRemoved: true,
    consequence: 'nobody logs in there after a switchover',
    checks: { users: { rule: 'user-access-differs', severity: 'warning' } },
  },
  ...[
    ['igmp enable', 'IGMP'],
    ['multicast copy', 'multicast copy'],
  ].map(([of = '', called = '']): Agreement => ({
    of,
    relation: 'must match',
    why: 'The streams of the users go with them to the other device.',
    compared: 'directions',
    called,
    consequence: `add ${of}, or the users get no streams there after a switchover`,
    neverRemoved: true,
    checks: { users: { rule: 'user-access-differs', severity: 'warning' } },
  })),
  ...loginSettings,
  ...entries('must differ', identity, l2tp.baseId),
  ...entries('mirrored', wayAcross, rbs.protectRedirect, rbs.protectLsp, rbs.protectTunnelPolicy, rbs.protectVpn),
  ...entries('mirrored', wayAcross, rbs.protectSrv6, rbs.dhcpv6Server),
  ...entries('role', byRole, rbs.ipPool, rbs.ipv6Pool, rbs.ipPoolGroup, rbs.staticRoute, dhcpv6Relay.pdRouteCost),
  ...entries('role', byRole, rbp.frameRoute),
  ...pools,
  ...logins,
  ...vpnInstances,
  ...treatments,
  ...entries('free', local, rbp.bind, rbp.bindPool, ipPool.create),

  // Multicast
  ...membership('mld', 'pim ipv6', '2'),
  ...membership('igmp', 'pim', '2'),
  ...snoopingSettings,
  { of: 'static-rp', relation: 'must match', why: 'Both devices join their groups at one rendezvous point.' },

  // Channels and links
  ...entries('mirrored', twoEnds, rbs.peer, rbs.peer6, eTrunk.peer, eTrunk.peer6),
  {
    of: 'mtu',
    relation: 'must match',
    why: 'What one end of a link sends the other must take.',
    called: 'MTU',
    absent: ['1500'],
    consequence: 'large packets and routing neighbours get lost',
    checks: { link: { rule: 'link-mtu-differs', severity: 'warning' } },
  },
  {
    of: 'ipv6 mtu',
    relation: 'must match',
    why: 'What one end of a link sends the other must take.',
    called: 'IPv6 MTU',
    absent: ['1500'],
    consequence: 'large packets and routing neighbours get lost',
    checks: { link: { rule: 'link-mtu-differs', severity: 'warning' } },
  },
  {
    of: 'mpls ldp',
    relation: 'must match',
    why: 'LDP finds its neighbour over a link on which both ends run it.',
    compared: 'directions',
    called: 'mpls ldp',
    consequence: 'no LSP goes over the link; add the line',
    neverRemoved: true,
    checks: { link: { rule: 'link-ldp-differs', severity: 'warning' } },
  },
  {
    of: serviceLocation.remoteBackup,
    relation: 'mirrored',
    why: "Each device names the other's address on the link; the key and how it is used are the same.",
  },
  {
    of: serviceLocation.remoteBackup,
    behind: 'authentication-key',
    relation: 'must match',
    why: 'Each end takes only what is signed with its own key.',
    compared: 'key',
    called: 'authentication key',
    writtenOnBoth: true,
    consequence: 'the channel between the boards stays down',
    checks: { board: { rule: 'service-location-channel-differs', severity: 'error' } },
  },
  {
    of: serviceLocation.remoteBackup,
    behind: 'hash-algorithm',
    relation: 'must match',
    why: 'Each end signs in the way that the other checks.',
    called: 'hash algorithm',
    consequence: 'the channel between the boards stays down',
    checks: { board: { rule: 'service-location-channel-differs', severity: 'error' } },
  },
  ...entries('free', local, serviceLocation.location),
  {
    of: 'vsm on-board-mode',
    relation: 'must match',
    why: 'Boards that back each other up run in one mode.',
    called: 'on-board mode',
    absent: ['enable'],
    consequence: 'their boards do not take over from each other',
    checks: { boards: { rule: 'board-mode-differs', severity: 'warning' } },
  },

  // Eth-Trunks and E-Trunks
  ...trunkMode,
  {
    of: 'lacp e-trunk system-id',
    relation: 'must match',
    why: 'The switch below sees one partner: both trunks of an E-Trunk send one LACP system ID.',
    called: 'LACP system ID',
    partsBundle: true,
    consequence: 'the switch below does not bundle the links of both devices',
    checks: { 'e-trunk': { rule: 'e-trunk-settings-differ', severity: 'warning' } },
  },
  {
    of: 'lacp e-trunk priority',
    relation: 'must match',
    why: 'The switch below sees one partner: both trunks of an E-Trunk send one LACP priority.',
    called: 'LACP priority',
    partsBundle: true,
    absent: ['32768'],
    consequence: 'the switch below does not bundle the links of both devices',
    checks: { 'e-trunk': { rule: 'e-trunk-settings-differ', severity: 'warning' } },
  },
  {
    of: eTrunk.securityKey,
    relation: 'must match',
    why: 'Each end reads what the other sends with one key.',
    compared: 'key',
    called: 'security key',
    consequence: 'both become master',
    deafens: true,
    checks: { 'e-trunk': { rule: 'e-trunk-settings-differ', severity: 'error' } },
  },
  {
    of: eTrunk.authentication,
    relation: 'must match',
    why: 'Each end checks what the other sends in one way.',
    called: 'authentication mode',
    absent: ['enhanced-hmac-sha256'],
    consequence: 'both become master',
    deafens: true,
    checks: { 'e-trunk': { rule: 'e-trunk-settings-differ', severity: 'error' } },
  },
  {
    of: eTrunk.sequence,
    relation: 'must match',
    why: 'Each end takes packets with a number, or packets without one.',
    compared: 'directions',
    called: 'sequence enable',
    consequence: 'both become master',
    deafens: true,
    checks: { 'e-trunk': { rule: 'e-trunk-settings-differ', severity: 'error' } },
  },
  ...['e-trunk port', 'e-trunk ipv6 port'].map((of): Agreement => ({
    of,
    relation: 'must match',
    why: 'Each end sends to the port on which the other listens.',
    called: of === 'e-trunk port' ? 'UDP port' : 'IPv6 UDP port',
    absent: ['1025'],
    consequence: 'both become master',
    deafens: true,
    checks: { 'e-trunk': { rule: 'e-trunk-settings-differ', severity: 'error' } },
  })),
  {
    of: eTrunk.backupTunnel,
    relation: 'must match',
    why: 'Each end hands entries over to the port on which the other listens.',
    called: 'backup tunnel port',
    consequence: 'no entries are handed over',
    checks: { 'e-trunk': { rule: 'e-trunk-settings-differ', severity: 'error' } },
  },
  ...entries('role', byRole, eTrunk.priority),

  // What is a device's own
  ...entries('must differ', ownAddress, interfaceView.address, interfaceView.ipv6Address, interfaceView.ipv6LinkLocal),
  ...entries('must differ', ownAddress, dhcpv6Relay.sourceAddress),
  ...entries('must differ', identity, system.sysname, isis.networkEntity, bfd.discriminator, bfd.session),
  ...['router-id', 'router id', 'ospf * router-id', 'ospfv3 * router-id', 'bgp * router-id'].map((of): Agreement => ({
    of,
    relation: 'must differ',
    why: identity,
  })),
  { of: 'mpls lsr-id', relation: 'must differ', why: identity },
  ...['vrrp', 'vrrp6'].map((word): Agreement => ({
    of: `${word} vrid * track`,
    relation: 'free',
    why: 'Each device tracks its own uplinks.',
  })),
  ...['vrrp', 'vrrp6'].map((word): Agreement => ({
    of: `${word} vrid * track admin-${word}`,
    relation: 'must match',
    why: same,
    compared: 'flag',
    called: 'unflowdown',
    consequence: 'one device takes the interface down as backup, the other does not',
    checks: { gateway: { rule: 'vrrp-flowdown-differs', severity: 'warning' } },
  })),

  // Settings of a service, as a whole
  ...['ipv6 nd', 'pim', 'igmp', 'igmp-snooping', 'mld', 'multicast', 'dhcp', 'dhcpv6', 'service-ha'].map(
    (of): Agreement => ({
      of,
      relation: 'must match',
      why: same,
    }),
  ),
];

/** Families whose lines must be the same where nothing above says otherwise. */
const sameFamilies: ReadonlySet<string> = new Set([
  'rbp',
  'serviceLocation',
  'serviceInstanceGroup',
  'dsLite',
  'natInstance',
  'nat64Instance',
  'dhcp',
  'dhcpv6Relay',
  'nd',
  'vrrp',
  'vrrp6',
]);

const byEntry = new Map(
  agreements.flatMap((agreement) =>
    typeof agreement.of === 'string' || agreement.behind ? [] : [[agreement.of.id, agreement] as const],
  ),
);
const byWord = new Map<string, { readonly words: readonly string[]; readonly agreement: Agreement }[]>();
for (const agreement of agreements) {
  if (typeof agreement.of !== 'string') continue;
  const words = agreement.of.split(' ');
  const list = byWord.get(words[0]!) ?? [];
  byWord.set(words[0]!, list);
  list.push({ words, agreement });
}
// The most words first: `lacp e-trunk priority` before `lacp`.
for (const list of byWord.values()) list.sort((x, y) => y.words.length - x.words.length);

const sameFamily: Agreement = { of: '', relation: 'must match', why: same };
const own: Agreement = { of: '', relation: 'free', why: local };

/**
 * What holds for a line: by its command's id, else by its words, written out and without `undo`, else by the family of its
 * command.
 */
export function agreementOf(command: string | undefined, text: string): Agreement {
  const known = command === undefined ? undefined : byEntry.get(command);
  if (known) return known;
  const spoken = text.split(' ');
  const found = byWord
    .get(spoken[0]!)
    ?.find(
      ({ words, agreement: { values, entry } }) =>
        startsWith(spoken, words) &&
        (values?.includes(spoken[words.length] ?? '') ?? true) &&
        (entry === undefined || entry.id === command),
    );
  if (found) return found.agreement;
  return command !== undefined && sameFamilies.has(command.slice(0, command.indexOf('.'))) ? sameFamily : own;
}

/** The number of words that name the value: the value follows them. Undefined where the line of these words is another one. */
export function nameLength(
  { of, behind, skipped, values, entry }: Agreement,
  command: string | undefined,
  spoken: readonly string[],
): number | undefined {
  if (behind !== undefined) {
    const next = spoken.indexOf(behind) + 1;
    const at = next > 0 && skipped?.includes(spoken[next] ?? '') ? next + 1 : next;
    return typeof of !== 'string' && of.id === command && at > 0 && at < spoken.length ? at : undefined;
  }
  if (typeof of !== 'string') return of.id === command ? beforeValue.get(of) : undefined;
  if (entry && entry.id !== command) return undefined;
  const words = of.split(' ');
  if (values && !values.includes(spoken[words.length] ?? '')) return undefined;
  return startsWith(spoken, words) ? words.length : undefined;
}

/** Asked for every such line of every interface. */
const beforeValue: ReadonlyMap<Entry<never>, number> = new Map(
  agreements.flatMap(({ of }) => (typeof of === 'string' ? [] : [[of, wordsBeforeValue(of)] as const])),
);

function wordsBeforeValue({ format }: Entry<never>): number {
  const words = format.split('\n')[0]!.split(' ');
  const at = words.findIndex((word) => /^[[{<]/.test(word));
  return at < 0 ? words.length : at;
}

function startsWith(spoken: readonly string[], words: readonly string[]): boolean {
  return words.length <= spoken.length && words.every((word, index) => word === '*' || word === spoken[index]);
}

/** What is checked where, by the rule that speaks. */
export function checkedBy(
  rule: string,
): readonly { readonly agreement: Agreement; readonly subject: Subject; readonly check: Check }[] {
  return checks.get(rule) ?? [];
}

const checks = new Map<string, { agreement: Agreement; subject: Subject; check: Check }[]>();
for (const agreement of agreements) {
  for (const [subject, check] of Object.entries(agreement.checks ?? {}) as [Subject, Check][]) {
    const list = checks.get(check.rule) ?? [];
    checks.set(check.rule, list);
    list.push({ agreement, subject, check });
  }
}
