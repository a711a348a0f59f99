// Kinds 1, 2 and 3: what the lines of the backup rest on without naming it: VLANs, and the ports that carry them.
import type { Template } from '../fault';
import { behind, interfaces, out, swap } from './words';

const support = (one: Omit<Template, 'kind'>): Template => ({ kind: 3, ...one });

/** The links and groups on VLANIF interfaces of `city`, a whole file. */
const vlans: readonly Template[] = [
  support({
    id: 'VLAN of a group not created',
    what: 'the VLAN of a group is not created',
    severity: 'error',
    says: /VLAN 30/,
    line: /^vlan batch 30 40$/,
    to: () => ['vlan batch 40'],
    blame: [{ on: 'own', line: /^interface Vlanif30/ }],
    both: 'error',
  }),
  support({
    id: 'VLAN of a link not created',
    what: 'the VLAN of the link between the devices is not created',
    severity: 'warning',
    says: /VLAN 40/,
    line: /^vlan batch 30 40$/,
    to: () => ['vlan batch 30'],
    blame: [{ on: 'own', line: /^interface Vlanif40/ }],
    both: 'warning',
  }),
  support({
    id: 'VLAN of a group on no port',
    what: 'no port carries the VLAN of a group',
    severity: 'error',
    says: /VLAN 30/,
    section: interfaces,
    line: /^port trunk allow-pass vlan 30 40$/,
    to: () => ['port trunk allow-pass vlan 40'],
    blame: [{ on: 'own', line: /^interface Vlanif30/ }],
    both: 'error',
  }),
  support({
    id: 'VLAN of a link on no port',
    what: 'no port carries the VLAN of the link',
    severity: 'warning',
    says: /VLAN 40/,
    section: interfaces,
    line: /^port trunk allow-pass vlan 30 40$/,
    to: swap('30 40', '30'),
    blame: [{ on: 'own', line: /^interface Vlanif40/ }],
    both: 'warning',
  }),
  support({
    id: 'trunk of the VLANs without member',
    what: 'the trunk that carries the VLAN of a group has no member',
    severity: 'warning',
    says: /member|VLAN 30/,
    pair: /city/,
    section: /^interface Eth-Trunk20$/,
    line: /^description /,
    to: ({ match }) => [match.input],
    and: [{ section: interfaces, line: /^eth-trunk 20$/, to: out }],
    blame: [{ on: 'own', line: /^interface (?:Vlanif30|Eth-Trunk20)/ }],
    both: 'warning',
  }),
  support({
    id: 'trunk of the VLANs in another mode',
    what: 'the trunks that carry the VLAN of a group are bundled in two ways',
    severity: 'warning',
    says: /mode|lacp/i,
    pair: /city/,
    section: /^interface Eth-Trunk20$/,
    line: /^mode lacp-static$/,
    to: out,
    blame: [{ on: 'peer', line: /^mode /, section: /^interface Eth-Trunk20$/ }],
  }),
];

/** What is done with the traffic of users: contents of policies that both devices apply. */
const treatments: readonly Template[] = [
  {
    id: 'rate of a behavior',
    kind: 1,
    what: 'users get another rate on one device',
    severity: 'warning',
    says: /behavior.*car|car.*behavior/,
    section: /^traffic behavior/,
    line: /^car cir (\d+)$/,
    to: ({ match }) => [`car cir ${Number(match[1]) / 2}`],
  },
  {
    id: 'what a behavior does',
    kind: 1,
    what: 'a behavior does more on one device',
    severity: 'warning',
    says: /behavior/,
    section: /^traffic behavior/,
    line: /^traffic behavior/,
    to: ({ match }) => [match.input, '^ remark dscp 10'],
  },
  {
    id: 'what a class holds',
    kind: 1,
    what: 'a class holds more on one device',
    severity: 'warning',
    says: /classifier/,
    section: /^traffic classifier/,
    line: /^if-match /,
    to: behind('if-match dscp 46'),
  },
];

const impossible = (address: string, line: RegExp, to: Template['to']): Template =>
  support({
    id: `address: ${address}`,
    what: 'the interface of a group is given an address or a mask that no interface can have',
    severity: 'error',
    says: /refuses/,
    section: interfaces,
    has: /^vrrp6? vrid /,
    line,
    to,
    both: 'error',
  });

const addresses: readonly Template[] = [
  impossible('multicast', /^ip address (\d+)\./, swap(/address \d+/, 'address 225')),
  impossible('reserved', /^ip address (\d+)\./, swap(/address \d+/, 'address 250')),
  impossible('of the device itself', /^ip address (\d+)\./, swap(/address \d+/, 'address 127')),
  impossible('mask with holes', /^ip address \S+ 255\.255\.255\.0$/, swap('255.255.255.0', '255.0.255.0')),
  impossible('IPv6 multicast', /^ipv6 address 2001\S+$/, swap('2001:', 'FF05:')),
];

const routes: readonly Template[] = [
  support({
    id: 'next hop is the own address',
    what: 'a static route leads to an address of the device itself',
    severity: 'warning',
    says: /next hop/,
    pair: /city/,
    line: /^ipv6 route-static /,
    to: ({ match }) => [match.input.replace(/::(\d)$/, (_, own: string) => `::${3 - Number(own)}`)],
    both: 'warning',
  }),
];

/** What users of a BRAS need to log in. */
const logins: readonly Template[] = [
  support({
    id: 'no RADIUS server',
    what: 'the group of RADIUS servers of the users holds none',
    severity: 'warning',
    says: /RADIUS/,
    section: /^radius-server group/,
    line: /^radius-server group/,
    to: ({ match }) => [match.input, '^ radius-server retransmit 2'],
    and: [{ section: /^radius-server group/, line: /^radius-server (?:authentication|accounting)/, to: out }],
    blame: [
      { on: 'own', line: /^radius-server|^domain/ },
      { on: 'peer', line: /^radius-server|^domain/ },
    ],
    both: 'warning',
  }),
];

/** What several servers, prefixes and pseudo-wires have in common: the line is there and leads nowhere. */
const ends: readonly Template[] = [
  support({
    id: 'no accounting server',
    what: 'the group of RADIUS servers of the users accounts nobody',
    severity: 'warning',
    says: /RADIUS/,
    pair: /agg|bras/,
    section: /^radius-server group/,
    line: /^radius-server accounting/,
    to: out,
    blame: [
      { on: 'own', line: /^radius-server|^domain/ },
      { on: 'peer', line: /^radius-server|^domain/ },
    ],
    both: 'warning',
  }),
  support({
    id: 'more delegated than there is',
    what: 'a prefix pool hands out prefixes that are larger than its own',
    severity: 'error',
    says: /prefix|\/20/,
    line: /^prefix \S+ delegating-prefix-length (\d+)$/,
    to: swap(/\d+$/, '20'),
    both: 'error',
  }),
  {
    id: 'VSI without peer',
    kind: 1,
    what: 'no pseudo-wire leads to the users of one device',
    severity: 'warning',
    says: /VSI.*peer/,
    section: /^vsi /,
    line: /^peer /,
    to: out,
  },
  {
    id: 'VSI MTU',
    kind: 1,
    what: 'the VSI of the users has another MTU on one device',
    severity: 'warning',
    says: /VSI.*MTU/,
    section: /^vsi /,
    line: /^vsi-id /,
    to: behind('mtu 1400'),
  },
];

const switching: readonly Template[] = [
  {
    id: 'VSI ID',
    kind: 1,
    what: 'the VSI of the users has another ID on one device',
    severity: 'warning',
    says: /VSI/,
    section: /^vsi /,
    line: /^vsi-id (\d+)$/,
    to: ({ match }) => [`vsi-id ${Number(match[1]) + 1}`],
  },
];

const certificates: readonly Template[] = [
  {
    id: 'certificate of the channel',
    kind: 1,
    what: 'the SSL policy of one end has a certificate',
    severity: 'warning',
    says: /certificate/,
    line: /^ssl policy \S+$/,
    to: behind(' certificate load asn1-cert own.der key-pair rsa key-file own.key'),
    blame: [{ on: 'peer', line: /^ssl policy / }],
  },
];

const tunnels: readonly Template[] = [
  {
    id: 'tunnels without sessions',
    kind: 3,
    what: 'the loopback of tunnels moves, and nothing backs up their sessions',
    severity: 'information',
    says: /l2tp/,
    pair: /bras$|agg/,
    section: /^remote-backup-service/,
    line: /^peer /,
    to: behind('l2tp-tunnel source loopback 0'),
    both: 'information',
  },
];

const rendezvous = (id: string, family: RegExp, what: string, head: string, rule: string): Template => ({
  id: `static RP ${id}`,
  kind: 8,
  what,
  severity: 'warning',
  says: /RP/,
  line: new RegExp(`^static-rp ${family.source}$`),
  to: ({ match }) => [`${match.input} 2099`],
  and: [{ line: /^sysname /, to: behind('#', head, ` ${rule}`) }],
  blame: [{ on: 'own', line: /./, section: /^acl / }],
  both: 'warning',
});

const rendezvousPoints: readonly Template[] = [
  rendezvous('denies', /[\d.]+/, 'the ACL of the RP denies all', 'acl number 2099', 'rule 5 deny'),
  rendezvous('denies', /\S*:\S*/, 'the ACL of the RP denies all', 'acl ipv6 number 2099', 'rule 5 deny'),
  rendezvous(
    'for users',
    /[\d.]+/,
    'the ACL names users',
    'acl number 2099',
    'rule 5 permit source 10.70.0.0 0.0.255.255',
  ),
  rendezvous(
    'for users',
    /\S*:\S*/,
    'the ACL names users',
    'acl ipv6 number 2099',
    'rule 5 permit source 2001:DB8::/32',
  ),
  rendezvous(
    'other family',
    /[\d.]+/,
    'the ACL is one for IPv6',
    'acl ipv6 number 2099',
    'rule 5 permit source FF1E::/32',
  ),
  rendezvous(
    'other family',
    /\S*:\S*/,
    'the ACL is one for IPv4',
    'acl number 2099',
    'rule 5 permit source 239.0.0.0 0.255.255.255',
  ),
];

export const supports: readonly Template[] = [
  ...rendezvousPoints,
  ...certificates,
  ...tunnels,
  ...vlans,
  ...treatments,
  ...addresses,
  ...routes,
  ...logins,
  ...switching,
  ...ends,
];
