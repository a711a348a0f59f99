// What is switched off or half on, and what a second line takes away again.
import type { Spot, Template } from '../fault';
import { behind, interfaces, out, swap } from './words';

const half = (one: Omit<Template, 'kind'>): Template => ({ kind: 6, ...one });

/** The line of the system view that opens its own view. */
const top = (line: string): Pick<Template, 'section' | 'line' | 'indent'> => ({
  section: new RegExp(`^${line}$`),
  line: new RegExp(`^${line}$`),
  indent: 0,
});

const isTracked = ({ pair, side }: Spot) =>
  pair.devices[side].lines.some((line) => line.text.includes(' track bfd-session '));

const sessions: readonly Template[] = [
  half({
    id: 'tracked session shut down',
    what: 'a BFD session that a group tracks is shut down',
    severity: 'warning',
    says: /bfd session .*shut/i,
    section: /^bfd (?:core-link|to-core)/,
    line: /^discriminator remote /,
    to: (spot) => (isTracked(spot) ? behind('shutdown')(spot) : undefined),
    both: 'warning',
  }),
  half({
    id: 'session without commit',
    what: 'one BFD session has no commit, the other has',
    severity: 'warning',
    says: /commit/,
    pair: /agg/,
    section: /^bfd /,
    line: /^commit$/,
    to: out,
    both: 'warning',
  }),
  half({
    id: 'session without numbers',
    what: 'a BFD session has no discriminators, the other has',
    severity: 'warning',
    says: /discriminator/,
    pair: /agg/,
    section: /^bfd to-core/,
    line: /^discriminator local /,
    to: out,
    and: [{ section: /^bfd to-core/, line: /^discriminator remote /, to: out }],
    both: 'warning',
    blame: [{ on: 'own', line: /^vrrp vrid 7 track bfd/ }],
  }),
];

const labels: readonly Template[] = [
  ...['mpls lsr-id \\S+', 'mpls', 'mpls ldp'].map((line) =>
    half({
      id: `protection without ${line}`,
      what: 'users are protected over an LSP, and MPLS LDP is not on',
      severity: 'warning',
      says: /mpls|lsp/i,
      pair: /dhcp-server/,
      ...top(line),
      to: out,
      blame: [{ on: 'own', line: /^protect/ }],
      both: 'information',
    }),
  ),
  half({
    id: 'protection without LDP on a link',
    what: 'users are protected over an LSP, and LDP is on no link',
    severity: 'warning',
    says: /mpls|lsp/i,
    pair: /dhcp-server/,
    section: interfaces,
    line: /^mpls ldp$/,
    to: out,
    blame: [{ on: 'own', line: /^protect/ }],
    both: 'information',
  }),
];

const octet = (text: string, by: number) =>
  text.replace(/\.(\d+)\.(\d+)$/, (_, one, two) => `.${Number(one) + (one === '255' ? -by : by)}.${two}`);
const replacing: Template['to'] = ({ match }) => [match.input, match.input.replace(match[1]!, octet(match[1]!, 1))];
const hasChannel = ({ pair, side, match }: Spot) =>
  pair.devices[side].lines.some((line) => line.text.includes(` source ${match[1]} `));

const addresses: readonly Template[] = [
  {
    id: 'address replaced',
    kind: 3,
    what: 'a second address takes the place of the first',
    severity: (spot) => (hasChannel(spot) ? 'error' : 'warning'),
    says: /in place of/,
    section: interfaces,
    line: /^ip address (\S+) \S+$/,
    to: replacing,
    both: (spot) => (hasChannel(spot) ? 'error' : 'warning'),
  },
];

const instances: readonly Template[] = [
  half({
    id: 'outbound lost',
    what: 'an instance has public addresses and gives them to nobody',
    // On one device the other tells that the line was there.
    severity: 'error',
    says: /outbound/,
    section: /^(?:nat|nat64|ds-lite) instance/,
    line: /^(?:nat|nat64|ds-lite) outbound /,
    to: out,
    blame: [{ on: 'peer', line: /outbound/ }],
    both: 'warning',
  }),
  half({
    id: 'tunnel with one end',
    what: 'a DS-Lite instance has one end of its tunnel',
    severity: 'error',
    says: /(?:local|remote)-ipv6/,
    section: /^ds-lite instance/,
    line: /^(?:local|remote)-ipv6 /,
    to: out,
    blame: [{ on: 'peer', line: /^(?:local|remote)-ipv6 / }],
    both: 'warning',
  }),
  half({
    id: 'policy outbound',
    what: 'users are handed to an instance by what goes out to them',
    severity: 'warning',
    says: /outbound/,
    section: interfaces,
    line: /^traffic-policy (?:lite-users|cgn-users|phones|callers) inbound$/,
    to: ({ pair, side, match }) =>
      // A user group may bind it for all users of a domain.
      pair.devices[side].lines.some((line) => /user-group .* bind/.test(line.text))
        ? undefined
        : [match.input.replace('inbound', 'outbound')],
    blame: [{ on: 'peer', line: /^traffic-policy/ }],
    both: 'warning',
  }),
];

const trunks: readonly Template[] = [
  half({
    id: 'more links than members',
    what: 'a trunk requires more active links than it has',
    severity: ({ pair }) => (/agg/.test(pair.name) ? 'warning' : 'information'),
    says: /active links/,
    section: /^interface Eth-Trunk\d+$/,
    line: /^interface Eth-Trunk(\d+)$/,
    to: ({ pair, side, match }) =>
      pair.devices[side].lines.some((line) => line.text.trim() === `eth-trunk ${match[1]}`)
        ? [match.input, '^ least active-linknumber 5']
        : undefined,
    both: ({ pair }) => (/agg/.test(pair.name) ? 'warning' : 'information'),
  }),
  ...['ip address 10.222.1.1 255.255.255.0', 'port link-type access', 'ipv6 enable'].map((line) =>
    half({
      id: `member with ${line.split(' ').slice(0, 2).join(' ')}`,
      what: 'a member of a trunk has lines that only the trunk may have',
      severity: 'warning',
      says: /member/,
      section: interfaces,
      line: /^eth-trunk \d+$/,
      to: behind(line),
      both: 'warning',
    }),
  ),
];

const neighbours = (what: string, line: RegExp, to: Template['to']): Template => ({
  id: `neighbours: ${what}`,
  kind: 1,
  what: `the devices differ in ${what} and are no neighbours over their link`,
  severity: 'warning',
  says: /neighbour/,
  pair: /igmp-snooping/,
  section: /^interface GigabitEthernet0\/9\/1$/,
  line,
  to,
  blame: [
    { on: 'own', line: /^ospf /, section: /^interface GigabitEthernet0\/9\/1$/ },
    { on: 'peer', line: /^ospf /, section: /^interface GigabitEthernet0\/9\/1$/ },
  ],
});

const links: readonly Template[] = [
  neighbours('area', /^ospf enable 9 area /, swap('0.0.0.0', '0.0.0.3')),
  neighbours('hello interval', /^ospf enable 9 area /, behind('ospf timer hello 3')),
  neighbours('dead interval', /^ospf enable 9 area /, behind('ospf timer dead 90')),
  neighbours('network type', /^ospf enable 9 area /, behind('ospf network-type p2p')),
  neighbours('authentication', /^ospf enable 9 area /, behind('ospf authentication-mode md5 1 plain One-Knows-9')),
];

export const halves: readonly Template[] = [...sessions, ...labels, ...addresses, ...instances, ...trunks, ...links];
