// Kind 8: what an engineer sees beside the backup.
import type { Template } from '../fault';
import { behind, interfaces, out, swap } from './words';

const around = (one: Omit<Template, 'kind' | 'both'> & { readonly both?: Template['both'] }): Template => ({
  kind: 8,
  both: one.severity,
  ...one,
});

const sessions: readonly Template[] = [
  around({
    id: 'link session to the peer',
    what: "the group hangs on a session to the other device's own address",
    severity: 'error',
    says: /bfd|session|link/i,
    section: /\.7$/,
    line: /^vrrp vrid 7 track bfd-session (\d+) reduced/,
    to: ({ pair, side, match }) =>
      pair.name === 'agg' ? [match.input.replace(/bfd-session.*/, `bfd-session 9${side + 1} link`)] : undefined,
    blame: [{ on: 'own', line: /./, section: /^bfd to-peer/ }],
  }),
  around({
    id: 'session to itself',
    what: 'a BFD session goes to an own address',
    severity: 'warning',
    says: /bfd|session|own/i,
    line: /^bfd to-peer bind peer-ip \S+\.(\d) /,
    to: ({ match, side }) => [match.input.replace(/10\.90\.0\.\d/, `10.90.0.${side + 1}`)],
    blame: [{ on: 'own', line: /./, section: /^bfd to-peer/ }],
  }),
  around({
    id: 'session to nobody',
    what: 'a BFD session goes to an address in no subnet of its interface',
    severity: 'warning',
    says: /bfd|session|peer|subnet/i,
    line: /^bfd to-(?:peer|core) bind peer-ip (\S+) /,
    to: ({ match }) => [match.input.replace(match[1]!, '10.98.0.1')],
    // Over several hops it may be another router on both devices.
    both: ({ pair }) => (pair.name.endsWith('-e-trunk') ? 'none' : 'warning'),
    blame: [{ on: 'own', line: /./, section: /^bfd to-/ }],
  }),
  around({
    id: 'session without counterpart',
    what: 'the other device has no such BFD session',
    severity: 'warning',
    both: 'none',
    says: /bfd|session/i,
    line: /^bfd to-peer bind /,
    to: out,
    and: [{ section: /^bfd to-peer/, line: /^(?:discriminator|commit)/, to: out }],
    blame: [{ on: 'peer', line: /./, section: /^bfd to-peer/ }],
  }),
];

const announcements: readonly Template[] = [
  around({
    id: 'announced range',
    what: 'the route to NULL0 does not cover the public addresses',
    severity: 'warning',
    says: /NULL0|route|cover|announce|public/i,
    line: /^ip route-static 203\.0\.113\.64 /,
    to: swap('203.0.113.64', '203.0.113.128'),
    blame: [{ on: 'own', line: /address-group/ }],
  }),
  around({
    id: 'public addresses unannounced',
    what: 'nothing announces the public addresses',
    severity: 'information',
    says: /announce|route|public|unr|import/i,
    pair: /cgn|ds-lite/,
    section: /^ospf 1/,
    line: /^import-route unr$/,
    to: out,
    and: [{ line: /^import-route static$/, to: out }],
    blame: [{ on: 'own', line: /address-group|^ip route-static/ }],
  }),
  around({
    id: 'pool unannounced',
    what: 'nothing announces the addresses of a shared pool',
    severity: 'information',
    says: /announce|route|pool|unr|import/i,
    pair: /agg|cgn|dhcp-server/,
    section: /^ospf 1/,
    line: /^import-route unr$/,
    to: out,
    blame: [{ on: 'own', line: /^ip pool|^gateway|^ip-pool/ }],
  }),
];

const instances: readonly Template[] = [
  around({
    id: 'one range in two instances',
    what: 'two instances translate to one range',
    severity: 'warning',
    says: /address|range|overlap/i,
    pair: /cgn/,
    line: /^nat instance cgn-out id 6$/,
    to: () => [
      '^nat instance cgn-two id 7',
      '^ port-range 4096',
      '^ service-instance-group cgn-boards',
      '^ nat address-group out group-id 2 203.0.113.80 203.0.113.90',
      '^ nat outbound 3006 address-group out',
      '^#',
      '^nat instance cgn-out id 6',
    ],
    blame: [{ on: 'own', line: /^nat address-group/ }],
  }),
  around({
    id: 'misspelt instance of the behavior',
    what: 'a behavior hands traffic to an instance that is not there',
    severity: 'warning',
    says: /instance/i,
    section: /^traffic behavior/,
    line: /^(?:nat|ds-lite) bind instance \S+$/,
    to: ({ match }) => [`${match.input}s`],
  }),
  around({
    id: 'misspelt instance of the users',
    what: 'a user group is bound to an instance that is not there',
    severity: 'warning',
    says: /instance/i,
    section: /^aaa/,
    line: /^user-group subscribers bind nat instance \S+$/,
    to: ({ match }) => [`${match.input}s`],
  }),
  around({
    id: 'instance without board',
    what: 'users are bound to an instance that follows no service-location',
    severity: 'warning',
    says: /service-instance-group|service-location|instance/i,
    section: /^(?:nat|ds-lite) instance/,
    line: /^service-instance-group /,
    to: out,
    blame: [{ on: 'own', line: /bind (?:nat )?instance/ }],
  }),
];

/** A name that nobody defines: what it is, the line that says it, where, and which word of the line the name is. */
const undefinedNames: readonly (readonly [what: string, line: RegExp, section: RegExp, says: RegExp, word: RegExp])[] =
  [
    ['pool of the domain', /^ip(?:v6)?-pool \S+$/, /^aaa/, /pool/i, /\S+$/],
    ['prefixes of a pool', /^prefix \S+$/, /^ipv6 pool/, /prefix/i, /\S+$/],
    ['RADIUS group of the domain', /^radius-server group \S+$/, /^aaa/, /radius/i, /\S+$/],
    ['authentication scheme of the domain', /^authentication-scheme \S+$/, /^aaa/, /scheme/i, /\S+$/],
    ['domain of the users', /^access-type .* authentication \S+$/, interfaces, /domain/i, /\S+$/],
    ['Virtual-Template', /^pppoe-server bind Virtual-Template \d+$/, interfaces, /virtual-template/i, /\d+$/],
    ['classifier', /^classifier \S+ behavior/, /^traffic policy/, /classifier/i, /\S+(?= behavior)/],
    ['behavior', /^classifier \S+ behavior \S+$/, /^traffic policy/, /behavior/i, /\S+$/],
    ['traffic policy', /^traffic-policy \S+ inbound$/, interfaces, /polic/i, /\S+(?= inbound)/],
    ['user group', /^user-group \S+ bind nat/, /^aaa/, /user-group|user group/i, /\S+(?= bind)/],
  ];

const names: readonly Template[] = undefinedNames.map(([id, line, section, says, word]) =>
  around({
    id,
    what: `${id} is not there`,
    severity: 'warning',
    says,
    section,
    line,
    ...(id.startsWith('authentication scheme') ? { indent: 2 } : {}),
    to: swap(word, id === 'Virtual-Template' ? '9' : 'nowhere'),
  }),
);

const trunks: readonly Template[] = [
  around({
    id: 'LACP system ID differs',
    what: 'the two ends of the E-Trunk have different LACP system IDs',
    severity: 'warning',
    both: 'none',
    says: /lacp|system.?id/i,
    line: /^lacp e-trunk system-id /,
    to: swap('0007', '0008'),
    blamesPeer: true,
  }),
  around({
    id: 'LACP system ID lost',
    what: 'one end of the E-Trunk has no LACP system ID',
    severity: 'warning',
    both: 'none',
    says: /lacp|system.?id/i,
    line: /^lacp e-trunk system-id /,
    to: out,
    blame: [
      { on: 'own', line: /e-trunk/ },
      { on: 'peer', line: /e-trunk/ },
    ],
  }),
  around({
    id: 'LACP priority differs',
    what: 'the two ends of the E-Trunk have different LACP priorities',
    severity: 'warning',
    both: 'none',
    says: /lacp|priorit/i,
    line: /^lacp e-trunk priority /,
    to: swap(/\d+$/, '9'),
    blamesPeer: true,
  }),
];

const views: readonly Template[] = [
  around({
    id: 'command of another view',
    what: 'VRRP authentication typed in a profile',
    severity: 'information',
    says: /view|interface|authentication|here/i,
    section: /^remote-backup-profile/,
    line: /^peer-backup hot$/,
    to: behind('vrrp vrid 1 authentication-mode md5 Both-Know-1'),
    both: 'none',
  }),
  around({
    id: 'short wait of a BRAS',
    what: 'the master of a BRAS waits less than 600 s',
    severity: 'warning',
    says: /delay|600/i,
    pair: /agg|cgn|dhcp-server/,
    section: /\.(?:7|61|210)$/,
    line: /^vrrp vrid \d+ preempt-mode timer delay \d+$/,
    to: swap(/\d+$/, '599'),
    both: 'none',
  }),
];

export const surroundings: readonly Template[] = [
  ...sessions,
  ...announcements,
  ...instances,
  ...names,
  ...trunks,
  ...views,
];
