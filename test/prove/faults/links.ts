// Kinds 1, 3 and 5: the links that channels and groups run over: masks, VLANs, trunks, IGP settings, and what the BFD sessions say.
import type { Template } from '../fault';
import { behind, captured, out, renumbered, swap } from './words';

const alike = (one: Omit<Template, 'kind'>): Template => ({ kind: 1, ...one });
const link = /^interface (?:Eth-Trunk(?:6|8|10)|Vlanif40|GigabitEthernet0\/2\/0)$/;
const otherLink = /^description (?:link to|between|boards)/;

const labels: readonly Template[] = [
  alike({
    id: 'LDP on one end',
    what: 'LDP runs on one end of the link',
    severity: 'warning',
    says: /ldp/i,
    section: link,
    has: otherLink,
    line: /^ip address \S+ (255\.\S+)$/,
    to: behind('mpls', 'mpls ldp'),
    and: [{ line: /^sysname /, to: behind('#', 'mpls lsr-id 10.77.77.77', '#', 'mpls', '#', 'mpls ldp') }],
    blame: [{ on: 'peer', line: /./, section: /^interface / }],
  }),
  alike({
    id: 'LDP lost on one end',
    what: 'LDP no longer runs on one end of the link',
    severity: 'warning',
    says: /ldp/i,
    has: otherLink,
    line: /^mpls ldp$/,
    to: out,
  }),
];

const masks: readonly Template[] = [
  alike({
    id: 'mask of the link',
    what: 'the two ends of the link have different masks',
    severity: 'warning',
    says: /mask|prefix length|subnet|\/\d\d/i,
    section: link,
    has: otherLink,
    line: /^ip address \S+ (255\.\S+)$/,
    to: (spot) => [captured(spot, spot.match[1] === '255.255.255.0' ? '255.255.255.128' : '255.255.255.248')],
    blame: [{ on: 'own', line: /^vrrp vrid|^remote-backup/ }],
  }),
  alike({
    id: 'wider mask of the link',
    what: 'the two ends of the link have different masks',
    severity: 'warning',
    says: /mask|prefix length|subnet|\/\d\d/i,
    section: link,
    has: otherLink,
    line: /^ip address \S+ (255\.\S+)$/,
    to: (spot) => [captured(spot, spot.match[1] === '255.255.255.0' ? '255.255.0.0' : '255.255.255.0')],
    blame: [{ on: 'own', line: /^vrrp vrid|^remote-backup/ }],
  }),
  alike({
    id: 'prefix length of the link',
    what: 'the two ends of the link have different prefix lengths',
    severity: 'warning',
    says: /mask|prefix length|subnet|\/\d\d/i,
    section: link,
    has: otherLink,
    line: /^ipv6 address \S+\/64$/,
    to: swap('/64', '/96'),
  }),
  alike({
    id: 'wider prefix of the link',
    what: 'the two ends of the link have different prefix lengths',
    severity: 'warning',
    says: /mask|prefix length|subnet|\/\d\d/i,
    section: link,
    has: otherLink,
    line: /^ipv6 address \S+\/64$/,
    to: swap('/64', '/48'),
  }),
];

const subnets: readonly Template[] = [
  {
    ...alike({
      id: 'other subnet of the link',
      what: 'the two ends of the link are in two subnets',
      severity: 'error',
      says: /subnet|reach|route|network|virtual/i,
      section: link,
      has: otherLink,
      line: /^ip address (\d+\.\d+)\.\S+ /,
      // The link of `city` carries the channel of IPv6 only.
      pair: /agg|cgn|ds-lite/,
      to: ({ match }) => [match.input.replace(match[1]!, '10.197')],
      blame: [
        { on: 'own', line: /^peer|^remote-backup|^ip route-static|^vrrp vrid|^bfd|^discriminator/ },
        { on: 'peer', line: /^peer|^remote-backup|^ip route-static|^ip address|^bfd/ },
      ],
    }),
    kind: 5,
  },
  {
    ...alike({
      id: 'next hop of the channel',
      what: 'the route to the channel leads to an address that is nobody’s',
      severity: 'error',
      both: 'error',
      says: /reach|route|next hop/i,
      line: /^ip(?:v6)? route-static .* (?:Eth-Trunk10|Vlanif40) (\S+)$/,
      to: (spot) => [captured(spot, spot.match.input.startsWith('ipv6') ? '2001:DB8:70:41::9' : '10.197.0.9')],
      blame: [
        { on: 'own', line: /^peer/ },
        { on: 'peer', line: /^peer/ },
      ],
    }),
    kind: 5,
  },
  {
    ...alike({
      id: 'IPv6 route lost',
      what: 'no route leads to the other end of the channel',
      severity: 'error',
      both: 'error',
      says: /reach|route/i,
      line: /^ipv6 route-static .* Vlanif40 /,
      to: out,
      blame: [
        { on: 'own', line: /^peer|^remote-backup-service/ },
        { on: 'peer', line: /^peer/ },
      ],
    }),
    kind: 5,
  },
  {
    ...alike({
      id: 'IPv6 off on the way of the channel',
      what: 'the only way of the channel has no IPv6',
      severity: 'error',
      both: 'error',
      says: /ipv6|next hop/i,
      section: /^interface Vlanif40/,
      line: /^ipv6 (?:enable|address 2001\S+)$/,
      to: out,
      blame: [
        { on: 'own', line: /^peer|^ipv6 route/ },
        { on: 'peer', line: /^peer/ },
      ],
    }),
    kind: 5,
  },
];

const sessions: readonly Template[] = [
  {
    ...alike({
      id: 'session over another interface',
      what: 'a BFD session names an interface that its peer is not on',
      severity: 'warning',
      both: 'warning',
      pair: /agg|city/,
      says: /bfd|session|peer|subnet/i,
      line: /^bfd \S+ bind peer-ip(?:v6)? \S+ interface \S+$/,
      to: swap(/interface \S+$/, 'interface LoopBack0'),
      blame: [{ on: 'own', line: /./, section: /^bfd / }],
    }),
    kind: 8,
  },
  {
    ...alike({
      id: 'one discriminator in two sessions',
      what: 'two BFD sessions have one local discriminator',
      severity: 'warning',
      both: 'warning',
      says: /discriminator|local/i,
      pair: /agg/,
      section: /^bfd to-peer/,
      line: /^discriminator local \d+$/,
      to: () => ['discriminator local 41'],
      blame: [{ on: 'own', line: /^discriminator/ }],
    }),
    kind: 3,
  },
  {
    ...alike({
      id: 'session of the uplink lost',
      what: 'a group tracks a BFD session that has no discriminator',
      severity: 'warning',
      both: 'warning',
      says: /bfd|session|discriminator/i,
      section: /^bfd (?:core-link|to-core)/,
      line: /^discriminator local /,
      to: out,
      side: 0,
      blame: [{ on: 'own', line: /track bfd-session|^bfd/ }],
    }),
    kind: 2,
  },
];

const eTrunks: readonly Template[] = [
  alike({
    id: 'E-Trunk source',
    what: "the E-Trunk's source is the peer's address",
    severity: 'error',
    says: /e-trunk|source|peer/i,
    line: /^peer-address (\S+) source-address (\S+)$/,
    to: ({ match }) => [`peer-address ${match[1]} source-address ${match[1]}`],
    blame: [{ on: 'own', line: /^e-trunk/ }],
  }),
  alike({
    id: 'E-Trunk peer',
    what: 'the E-Trunk names an address that is not the other device',
    severity: 'error',
    says: /e-trunk|peer/i,
    line: /^peer-address (\S+) source-address (\S+)$/,
    to: ({ match }) => [`peer-address 10.197.0.1 source-address ${match[2]}`],
    blame: [{ on: 'own', line: /^e-trunk/ }],
  }),
  alike({
    id: 'E-Trunk key',
    what: 'the E-Trunk has a key on one device only',
    severity: 'error',
    says: /key/i,
    section: /^e-trunk/,
    line: /^priority /,
    to: behind('security-key simple Both-Know-7'),
    blame: [{ on: 'own', line: /^e-trunk/ }],
  }),
  alike({
    id: 'E-Trunk priority',
    what: 'both ends of the E-Trunk have one priority',
    severity: 'information',
    says: /priorit/i,
    section: /^e-trunk/,
    line: /^priority (\d+)$/,
    to: ({ pair, side }) => {
      const there = pair.devices[side === 0 ? 1 : 0].lines.find(
        (line) => line.section.startsWith('e-trunk') && line.text.startsWith(' priority'),
      );
      return there && [there.text.trim()];
    },
  }),
];

const ports: readonly Template[] = [
  alike({
    id: 'port of the channel lost',
    what: 'the channel has no port on one device',
    severity: 'error',
    says: /port/i,
    section: /^remote-backup-service/,
    line: /^peer.* port \d+$/,
    to: swap(/ port \d+$/, ''),
    blame: [{ on: 'own', line: /^remote-backup-service/ }],
  }),
  alike({
    id: 'port out of range',
    what: 'the port of the channel does not exist',
    severity: 'error',
    both: 'error',
    says: /port|range|1025/i,
    section: /^remote-backup-service/,
    line: /^peer.* port (\d+)$/,
    to: renumbered(() => 99999),
  }),
  alike({
    id: 'VPN of the channel',
    what: 'the channel of one device runs in a VPN instance',
    severity: 'error',
    says: /vpn/i,
    pair: /agg/,
    section: /^interface LoopBack0/,
    line: /^ip address /,
    to: ({ match }) => ['ip binding vpn-instance office', match.input],
    blame: [
      { on: 'own', line: /^peer|^ip route-static/ },
      { on: 'peer', line: /^peer/ },
    ],
  }),
];

export const links: readonly Template[] = [...labels, ...masks, ...subnets, ...sessions, ...eTrunks, ...ports];
