// Kind 2 and 8: what users who log in need on both devices: schemes, tunnels, pools that hold addresses, a port that takes them.
import type { Template } from '../fault';
import { behind, interfaces, out, swap } from './words';

const login = (one: Omit<Template, 'kind'>): Template => ({ kind: 8, ...one });

const schemes: readonly Template[] = (['authentication', 'accounting'] as const).flatMap((word) => [
  login({
    id: `${word} scheme deleted`,
    what: `the ${word} scheme of the domain is not there`,
    severity: 'warning',
    says: /scheme/i,
    pair: /agg|city/,
    section: /^aaa/,
    line: new RegExp(`^${word}-scheme \\S+$`),
    indent: 1,
    to: out,
    and: [{ section: /^aaa/, line: new RegExp(`^${word}-mode `), to: out }],
    blame: [{ on: 'own', line: new RegExp(`^${word}-scheme`) }],
    both: 'warning',
  }),
  login({
    id: `${word} scheme of another kind`,
    what: `the domain names a scheme that is none of ${word}`,
    severity: 'warning',
    says: /scheme/i,
    section: /^aaa/,
    line: new RegExp(`^${word}-scheme \\S+$`),
    indent: 2,
    to: ({ match, around }) =>
      around.includes(match.input.replace(/\S+$/, 'authorized')) ? undefined : [`${word}-scheme authorized`],
    and: [
      {
        section: /^aaa/,
        line: /^authentication-mode /,
        to: ({ match }) => [match.input, '^ #', '^ authorization-scheme authorized'],
      },
    ],
    both: 'warning',
  }),
]);

const servers: readonly Template[] = [
  login({
    id: 'accounting interval',
    what: 'users are accounted at times that one device alone names',
    severity: 'information',
    says: /accounting/i,
    section: /^aaa/,
    line: /^accounting-mode radius$/,
    to: behind('accounting interim interval 15'),
    blamesPeer: true,
    both: 'none',
  }),
  login({
    id: 'server that changes sessions',
    what: 'a RADIUS server may change sessions on one device only',
    severity: 'warning',
    says: /radius/i,
    pair: /agg|city|bras|l2tp/,
    line: /^radius-server group \S+$/,
    indent: 0,
    to: ({ match }) => ['^radius-server authorization 10.42.0.19 shared-key simple Mine-9', '^#', `^${match.input}`],
    blame: [
      { on: 'own', line: /./, section: /^remote-backup-profile/ },
      { on: 'peer', line: /./, section: /^remote-backup-profile/ },
    ],
    both: 'none',
  }),
];

const tunnels: readonly Template[] = [
  login({
    id: 'LNS',
    what: 'the tunnels of one device lead to another LNS',
    severity: 'warning',
    says: /LNS/,
    line: /^start l2tp ip /,
    to: swap(/\S+$/, '10.46.0.77'),
    blamesPeer: true,
    both: 'none',
  }),
  login({
    id: 'one LNS more',
    what: 'one device has another LNS beside',
    severity: 'warning',
    says: /LNS/,
    line: /^start l2tp ip /,
    to: ({ match }) => [`${match.input} 10.46.0.78`],
    blamesPeer: true,
    both: 'none',
  }),
  login({
    id: 'name of the tunnels',
    what: 'the tunnels of one device have another name',
    severity: 'warning',
    says: /tunnel name/,
    line: /^tunnel name /,
    to: swap(/\S+$/, 'somebody'),
    blamesPeer: true,
    both: 'none',
  }),
  login({
    id: 'loopback of the tunnels',
    what: 'the loopback from which tunnels start is not there',
    severity: 'warning',
    says: /loopback/i,
    pair: /l2tp/,
    section: /^interface LoopBack[12]$/,
    line: /^interface LoopBack[12]$/,
    to: ({ pair, side, match }) => (match.input.endsWith(String(side + 1)) && pair.name === 'l2tp' ? [] : undefined),
    and: [
      {
        section: /^interface LoopBack[12]$/,
        line: /^ip address 10\.45\.254\.\d /,
        to: ({ side, section }) => (section.endsWith(String(side + 1)) ? [] : undefined),
      },
    ],
    blame: [
      { on: 'own', line: /source loopback|tunnel source/i },
      { on: 'peer', line: /source loopback/i },
    ],
    both: 'none',
  }),
];

const pools: readonly Template[] = [
  login({
    id: 'IPv6 pool without prefix',
    what: 'an IPv6 pool of users names no prefixes',
    severity: 'warning',
    says: /prefix/i,
    pair: /city|agg/,
    section: /^ipv6 pool \S+ bas \S+$/,
    line: /^prefix \S+$/,
    to: out,
    both: 'none',
  }),
  login({
    id: 'pool without section',
    what: 'a pool of users has no addresses',
    severity: 'error',
    says: /section/i,
    section: /^ip pool \S+ (?:bas local|server)/,
    line: /^section /,
    // On one device the sections of the other tell it; the other one only stands in.
    to: ({ around, section }) =>
      around.filter((line) => line.startsWith('section ')).length === 1 && !section.includes('rui-slave')
        ? []
        : undefined,
    blamesPeer: true,
    both: ({ section }) => (section.endsWith(' server') ? 'warning' : 'none'),
  }),
  login({
    id: 'kind of the pool',
    what: 'a pool of both devices is of another kind on one',
    severity: 'error',
    says: /kind|pool/i,
    section: /^ipv6 pool \S+ bas delegation/,
    line: /^ipv6 pool \S+ bas delegation/,
    to: swap('delegation', 'local'),
    blamesPeer: true,
    both: 'none',
  }),
];

const ports: readonly Template[] = [
  login({
    id: 'VLAN lost',
    what: 'the sub-interface of users is in no VLAN',
    severity: 'warning',
    says: /vlan/i,
    section: interfaces,
    line: /^(?:vlan-type dot1q|user-vlan) /,
    to: ({ around }) =>
      around.some((line) => /^(?:vrrp6? vrid \d+ virtual-ip|remote-backup-profile) /.test(line)) &&
      !around.some((line) => line.startsWith('l2 binding '))
        ? []
        : undefined,
    blamesPeer: true,
    both: 'warning',
  }),
  login({
    id: 'template lost',
    what: 'PPP users come in where no template is bound',
    severity: 'warning',
    says: /template|pppoe/i,
    section: interfaces,
    has: /^authentication-method ppp$/,
    line: /^pppoe-server bind /,
    to: out,
    blamesPeer: true,
    both: 'warning',
  }),
];

export const logins: readonly Template[] = [...schemes, ...servers, ...tunnels, ...pools, ...ports];
