// Kinds 5 and 6: whether the channel gets through, and what is shut down.
import type { Severity } from '../../../server/src/diagnostics/rule';
import type { Spot, Template } from '../fault';
import { behind, captured, interfaces, out, swap } from './words';

const ends = [
  { on: 'own', line: /^(?:peer|peer-ipv6|peer-address|remote-backup-service) / },
  { on: 'peer', line: /^(?:peer|peer-ipv6|peer-address|remote-backup-service) / },
] as const;
const reach = (one: Omit<Template, 'kind'>): Template => ({ kind: 5, blame: ends, ...one });

export const reachability: readonly Template[] = [
  reach({
    id: 'source is not routed',
    what: 'the loopback of the channel is in no IGP',
    severity: 'error',
    says: /reach|route|ospf|is-is|isis|igp/i,
    section: /^interface LoopBack0$/,
    // A static route leads to those of the city. The pairs of ARP and L2TP import their direct routes.
    pair: /^(?!arp$|city$|l2tp$|nat$|nat64$)/,
    line: /^(?:ospf enable|isis enable) /,
    to: out,
    both: 'error',
  }),
  reach({
    id: 'source is not imported either',
    what: 'the loopback of the channel is in no IGP, and direct routes are not imported',
    severity: 'error',
    says: /reach|route|ospf|igp/i,
    section: /^interface LoopBack0$/,
    pair: /^arp$/,
    line: /^ospf enable /,
    to: out,
    and: [{ section: /^ospf 6/, line: /^import-route direct$/, to: out }],
    both: 'error',
  }),
  reach({
    id: 'source is not advertised',
    what: 'no OSPF network covers the loopback of the channel',
    severity: 'error',
    says: /reach|route|ospf|igp|network/i,
    section: /^ospf 1/,
    pair: /dhcp-server/,
    line: /^network /,
    // It is imported as a direct route all the same, unless that is gone too.
    to: out,
    and: [{ section: /^ospf 1/, line: /^import-route direct$/, to: out }],
    both: 'error',
  }),
  reach({
    id: 'uplink is not routed',
    what: 'the only way to the channel is in no IGP',
    severity: 'error',
    says: /reach|route|ospf|is-is|isis|igp/i,
    pair: /relay|nd|dhcp-server|cgn/,
    section: interfaces,
    has: /^description uplink/,
    line: /^(?:ospf enable|isis enable) /,
    to: out,
    both: 'error',
  }),
  reach({
    id: 'uplink without IGP',
    what: 'the uplink of one device is in no IGP',
    severity: 'warning',
    says: /ospf|is-is|isis|igp|process|route/i,
    pair: /relay|nd/,
    section: interfaces,
    has: /^description uplink/,
    line: /^(?:ospfv3 1 area|isis ipv6 enable) /,
    to: out,
    blame: [
      { on: 'own', line: /./, section: /^(?:ospfv3|isis)/ },
      { on: 'peer', line: /^(?:ospfv3 1 area|isis ipv6)/ },
    ],
  }),
  reach({
    id: 'uplink without IGP',
    what: 'the uplink of one device is in no IGP',
    // Only a tracked uplink is known for one.
    severity: ({ pair }) => (pair.name === 'agg' ? 'warning' : 'information'),
    says: /ospf|igp|process|route/i,
    pair: /agg|ds-lite/,
    section: interfaces,
    has: /^description uplink/,
    line: /^ospf enable /,
    to: out,
    blame: [
      { on: 'own', line: /./, section: /^ospf/ },
      { on: 'peer', line: /^ospf enable/ },
    ],
  }),
  reach({
    id: 'IPv6 topology',
    what: 'IS-IS has no IPv6 topology on one device',
    severity: ({ pair }) => (pair.name === 'mld' ? 'error' : 'warning'),
    says: /ipv6|topology|is-is|isis/i,
    section: /^isis/,
    line: /^ipv6 enable topology/,
    to: out,
    blame: [
      { on: 'own', line: /^isis ipv6 enable/ },
      { on: 'peer', line: /^ipv6 enable topology/ },
    ],
  }),
  reach({
    id: 'network entity lost',
    what: 'IS-IS has no network entity',
    severity: 'warning',
    says: /network-entity|network entity|is-is|isis/i,
    line: /^network-entity /,
    to: out,
    blame: [{ on: 'own', line: /^isis / }, ...ends],
  }),
  reach({
    id: 'static route lost',
    what: 'no route leads to the other end of the channel',
    severity: 'error',
    says: /reach|route/i,
    line: /^ip route-static .* Eth-Trunk10 /,
    to: out,
    both: 'error',
  }),
  reach({
    id: 'static route elsewhere',
    what: 'the static route leads to another address',
    severity: 'error',
    says: /reach|route/i,
    line: /^ip route-static \S+\.(\d) .* Eth-Trunk10 /,
    to: swap(/255\.\d /, '255.9 '),
    both: 'error',
  }),
  reach({
    id: 'next hop nowhere',
    what: 'the next hop is on no link',
    severity: 'error',
    says: /next.?hop|reach|route/i,
    line: /^ip route-static .* Eth-Trunk10 (\S+)$/,
    to: (spot) => [captured(spot, '10.97.0.1')],
    both: 'error',
  }),
  reach({
    id: 'link in two subnets',
    what: 'the ends of the link are in different subnets',
    // The addresses of the channel itself are then on no interface of the file, which may be an excerpt.
    severity: ({ pair }) => (pair.name === 'mld' ? 'warning' : 'error'),
    says: /subnet|reach|link|address|outside \S+\/\d+|on no interface/i,
    section: /^interface (?:Eth-Trunk(?:6|8|10)|GigabitEthernet0\/2\/0)$/,
    has: /^description (?:link|between|boards)/,
    line: /^ip(?:v6)? address (\S+)/,
    to: ({ match }) => [
      match.input.replace(/10\.(\d+)\.0|DB8:C0/, (text) => (text === 'DB8:C0' ? 'DB8:C7' : `${text.slice(0, -1)}77`)),
    ],
    blame: [
      ...ends,
      { on: 'own', line: /^remote-backup interface|virtual-ip|^ip route-static|^bfd to-peer/ },
      { on: 'peer', line: /^remote-backup interface|^ip(?:v6)? address/ },
    ],
  }),
  reach({
    id: 'peer of the channel',
    what: 'the channel goes to an address of nobody',
    severity: 'error',
    says: /peer|source|channel|address/i,
    section: /^remote-backup-service/,
    line: /^peer(?:-ipv6)? (\S+) /,
    to: ({ match }) => [match.input.replace(match[1]!, match[1]!.replace(/[0-9A-F]+$/, '77'))],
  }),
  reach({
    id: 'source of the channel',
    what: 'the channel comes from an address of nobody',
    severity: 'error',
    says: /peer|source|channel|address/i,
    section: /^remote-backup-service/,
    line: /^peer(?:-ipv6)? \S+ source(?:-ipv6)? (\S+) /,
    to: ({ match }) => [match.input.replace(` ${match[1]} `, ` ${match[1]!.replace(/[0-9A-F]+$/, '77')} `)],
  }),
  reach({
    id: 'ends of the channel swapped',
    what: 'peer and source of the channel are the wrong way round',
    severity: 'error',
    says: /peer|source|own/i,
    section: /^remote-backup-service/,
    line: /^peer(?:-ipv6)? (\S+) source(?:-ipv6)? (\S+) /,
    to: ({ match }) => [
      match.input
        .replace(` ${match[2]} `, ' @ ')
        .replace(` ${match[1]} `, ` ${match[2]} `)
        .replace(' @ ', ` ${match[1]} `),
    ],
    both: 'error',
  }),
  reach({
    id: 'peer of the E-Trunk',
    what: 'the E-Trunk looks for its peer at another address',
    severity: 'error',
    says: /e-trunk|peer|source/i,
    section: /^e-trunk/,
    line: /^peer-address (\S+) /,
    to: ({ match }) => [match.input.replace(match[1]!, '10.52.0.77')],
  }),
];

const state = (one: Omit<Template, 'kind' | 'line' | 'to' | 'what'> & Partial<Template>): Template => ({
  kind: 6,
  what: `${one.id} is shut down`,
  line: /^undo shutdown$/,
  to: () => ['shutdown'],
  both: one.severity,
  ...one,
  says: /shut|down/i,
});
const users = /^vrrp6? vrid \d+ virtual-ip/;
const isSubOfGroup = ({ pair, side, section }: Spot) =>
  pair.devices[side].lines.some((line) => line.section.startsWith(`${section}.`) && users.test(line.text.trim()));
const onlyOf =
  (test: (spot: Spot) => boolean): Template['to'] =>
  (spot) =>
    test(spot) ? ['shutdown'] : undefined;
const error: Severity = 'error';

export const states: readonly Template[] = [
  state({
    id: 'the interface of a group',
    severity: 'warning',
    both: ({ pair }) => (pair.name === 'ds-lite' ? 'warning' : error),
    says: /shut/,
    section: interfaces,
    has: users,
    blame: [
      { on: 'own', line: /^vrrp/ },
      { on: 'own', line: /vrrp6?-id/ },
    ],
  }),
  state({
    id: 'the port under a group',
    severity: 'warning',
    both: error,
    says: /shut/,
    section: interfaces,
    to: onlyOf(isSubOfGroup),
    blame: [{ on: 'own', line: /vrrp/ }],
  }),
  state({
    id: 'the sub-interface of a group',
    severity: 'warning',
    both: error,
    says: /shut/,
    section: /\.\d+$/,
    has: users,
    line: /^vlan-type /,
    to: behind('shutdown'),
    blame: [{ on: 'own', line: /vrrp/ }],
  }),
  state({
    id: 'the uplink',
    severity: 'warning',
    says: /shut/,
    // Elsewhere nothing says that it is one.
    pair: /relay|nd|dhcp-server|agg|cgn/,
    section: interfaces,
    has: /^description uplink/,
    blame: [{ on: 'own', line: / track / }],
  }),
  state({
    id: 'the link of the channel',
    severity: error,
    says: /shut/,
    section: /^interface GigabitEthernet0\/2\/0$/,
    pair: /mld/,
    blame: ends,
  }),
  state({
    id: 'the end of the channel',
    severity: error,
    says: /shut/,
    section: /^interface (?:LoopBack0|Eth-Trunk10)$/,
    pair: /relay|nd|dhcp-server|agg|cgn/,
    line: /^ip address /,
    to: behind('shutdown'),
    blame: ends,
  }),
  state({
    id: 'the link of the boards',
    severity: error,
    says: /shut/,
    section: /^interface Eth-Trunk[68]$/,
    line: /^ip address /,
    to: behind('shutdown'),
    blame: [{ on: 'own', line: /^vrrp|^remote-backup interface/ }],
  }),
  state({
    id: 'the trunk of the users',
    severity: 'warning',
    says: /shut/,
    section: /^interface Eth-Trunk17$/,
    line: /^description /,
    to: behind('shutdown'),
    blame: [{ on: 'own', line: /e-trunk/ }],
  }),
  state({
    id: 'the interface of the users',
    severity: 'warning',
    says: /shut/,
    section: /\.(?:100|600|900|52)$/,
    line: /^(?:description|vlan-type) /,
    to: behind('shutdown'),
    blame: [{ on: 'own', line: /^remote-backup-profile/ }],
  }),
  state({
    id: 'every member of the trunk',
    severity: 'warning',
    says: /shut/,
    section: /^interface Eth-Trunk\d+$/,
    line: /^description /,
    to: ({ match }) => [match.input],
    and: [
      {
        section: /^interface GigabitEthernet0\/(?:2\/[89]|4\/[89]|5\/7|6\/8|7\/[789])$/,
        line: /^undo shutdown$/,
        to: () => ['shutdown'],
      },
    ],
    blame: [{ on: 'own', line: /^eth-trunk/ }],
  }),
];
