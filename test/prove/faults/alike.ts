// Kind 3, 5 and 7: what both devices say alike and neither can do, lines in an order that undoes them, values in the unit of another
// line, and what the surroundings of a service need on both.
import type { Template } from '../fault';
import { behind, interfaces, out, swap } from './words';

const wrong = (one: Omit<Template, 'kind'>): Template => ({ kind: 3, ...one });

const acls: readonly Template[] = [
  wrong({
    id: 'mask for a wildcard',
    what: 'the ACL of the users has a mask where a wildcard is meant',
    severity: 'warning',
    says: /wildcard|ACL/,
    section: /^acl number/,
    line: /^rule 5 permit ip source \S+ 0\.0\.(?:255|15)\.255$/,
    to: swap(/0\.0\.(255|15)\.255$/, '255.255.0.0'),
    blamesPeer: true,
    blame: [{ on: 'own', line: /^rule|^nat outbound/ }],
    both: 'warning',
  }),
  wrong({
    id: 'ACL for other users',
    what: 'the ACL lets other addresses through than the pool has',
    severity: 'warning',
    says: /ACL/,
    pair: /cgn|nat-bras|nat64-bras/,
    section: /^acl (?:ipv6 )?number/,
    line: /^rule 5 permit ip(?:v6)? source (?:100\.64|10\.72|2001)/,
    to: ({ match }) => [
      match.input.replace('100.64.', '100.65.').replace('10.72.', '10.73.').replace('2001:DB8:9100', '2001:DB8:9200'),
    ],
    blamesPeer: true,
    blame: [{ on: 'own', line: /outbound/ }],
    both: 'warning',
  }),
];

const lans: readonly Template[] = [
  wrong({
    id: 'ACL for another LAN',
    what: 'the ACL lets other addresses through than the LAN of the users has',
    severity: 'warning',
    says: /ACL/,
    pair: /^(?:nat|nat64|nat-boards)$/,
    section: /^acl (?:ipv6 )?number/,
    line: /^rule 5 permit ip(?:v6)? source /,
    to: ({ match }) => [
      match.input.replace('10.48.', '10.98.').replace('10.84.', '10.98.').replace('DB8:48:', 'DB8:98:'),
    ],
    blamesPeer: true,
    blame: [{ on: 'own', line: /outbound/ }],
    both: 'warning',
  }),
  wrong({
    id: 'another template',
    what: 'users dial in at a template that is not there',
    severity: 'warning',
    says: /template/i,
    line: /^pppoe-server bind virtual-template 1$/,
    to: swap(/1$/, '2'),
    both: 'warning',
  }),
];

const prefixes: readonly Template[] = [
  wrong({
    id: 'prefix pool without prefix',
    what: 'the prefix pool of users holds nothing',
    severity: 'warning',
    says: /prefix/i,
    section: /^ipv6 prefix \S+ (?:delegation|local)$/,
    line: /^prefix 2001/,
    to: out,
    blamesPeer: true,
    both: 'warning',
  }),
  wrong({
    id: 'one prefix in two pools',
    what: 'two prefix pools of a device hold one prefix',
    severity: 'error',
    says: /prefix/i,
    pair: /city/,
    section: /^ipv6 prefix homes6/,
    line: /^prefix 2001/,
    to: swap('7300', '7200'),
    blamesPeer: true,
    blame: [{ on: 'own', line: /^prefix 2001/ }],
    both: 'error',
  }),
];

const relays: readonly Template[] = [
  wrong({
    id: 'relay asks the gateway',
    what: 'the relay asks the virtual address of its own group',
    severity: 'warning',
    says: /relay/i,
    line: /^dhcpv6 relay destination 2001:DB8:D0::2$/,
    to: swap('2001:DB8:D0::2', '2001:DB8:310::FE'),
    blamesPeer: true,
    both: 'warning',
  }),
  wrong({
    id: 'relay speaks for another',
    what: 'the relay sends from an address of nobody',
    severity: 'warning',
    says: /relay/i,
    line: /^dhcpv6 relay destination 2001:DB8:D0::2$/,
    to: behind('dhcpv6 relay source-ip-address 2001:DB8:99::9'),
    blamesPeer: true,
    both: 'warning',
  }),
  wrong({
    id: 'link address of the other',
    what: 'the relay names the address of the other device as its own',
    severity: 'warning',
    says: /link-address/i,
    line: /^dhcpv6 relay destination 2001:DB8:D0::2$/,
    to: ({ match, side }) => [match.input, `dhcpv6 relay link-address 2001:DB8:310::${2 - side}`],
    blamesPeer: true,
    both: 'warning',
  }),
];

const order: readonly Template[] = [
  wrong({
    id: 'VPN instance below the address',
    what: 'joining the VPN instance takes the address of the group away',
    severity: 'error',
    says: /vpn-instance/,
    section: interfaces,
    line: /^ip binding vpn-instance \S+$/,
    to: out,
    and: [
      {
        section: interfaces,
        line: /^vrrp vrid \d+ virtual-ip /,
        to: ({ pair, side, section, match }) => {
          const lines = pair.devices[side].lines
            .filter((line) => line.section === section)
            .map(({ text }) => text.trim());
          const binding = lines.find((line) => line.startsWith('ip binding '));
          return binding ? [binding, match.input] : undefined;
        },
      },
    ],
    blame: [{ on: 'own', line: /^ip (?:binding|address)/ }],
    both: 'error',
  }),
  wrong({
    id: 'a switched link',
    what: 'the link between the devices is a switched port with an address',
    severity: 'warning',
    says: /portswitch/,
    section: interfaces,
    line: /^description (?:link to|between|backup channel to)/,
    has: /^undo shutdown$/,
    to: behind('portswitch'),
    both: 'warning',
  }),
  wrong({
    id: 'IPv6 after its address',
    what: 'the address stands above ipv6 enable',
    severity: 'warning',
    says: /ipv6 enable/,
    pair: /mld/,
    section: interfaces,
    line: /^ipv6 enable$/,
    has: /^ipv6 address 2001/,
    to: out,
    and: [{ section: interfaces, line: /^ipv6 address 2001:DB8:C0::/, to: behind('ipv6 enable') }],
    blame: [{ on: 'own', line: /^ipv6 / }],
    both: 'warning',
  }),
];

const units: readonly Template[] = [
  wrong({
    id: 'hundredths of a second',
    what: 'the group advertises every 200 seconds',
    severity: 'information',
    says: /advertise|interval|timer/i,
    line: /^vrrp vrid \d+ timer advertise 2$/,
    to: swap(/2$/, '200'),
    blamesPeer: true,
    both: 'information',
  }),
  wrong({
    id: 'hours in place of days',
    what: 'the lease has more hours than a day',
    severity: 'error',
    says: /lease|hours/i,
    line: /^lease \d+ \d+ 0$/,
    to: swap(/\d+ 0$/, '480 0'),
    blamesPeer: true,
    both: 'error',
  }),
  wrong({
    id: 'greetings of an E-Trunk in ms',
    what: 'an E-Trunk greets at a pace that it cannot have',
    severity: 'error',
    says: /hello/i,
    line: /^timer hello 9$/,
    to: swap('9', '900'),
    both: 'error',
  }),
];

const trunks: readonly Template[] = [
  wrong({
    id: 'E-Trunk without LACP',
    what: 'the members of an E-Trunk with a LACP identity run no LACP',
    severity: 'warning',
    says: /LACP|mode/,
    pair: /e-trunk|nd/,
    section: /^interface Eth-Trunk(?:17|80|90)$/,
    line: /^mode lacp-static$/,
    to: out,
    blamesPeer: true,
    both: 'warning',
  }),
  wrong({
    id: 'E-Trunk with two priorities',
    what: 'a second section gives an E-Trunk another priority',
    severity: 'warning',
    says: /priority/i,
    pair: /e-trunk|nd/,
    section: /^e-trunk/,
    line: /^priority 10$/,
    to: behind('priority 60'),
    both: 'none',
  }),
];

const vsis: readonly Template[] = [
  wrong({
    id: 'VSI without number',
    what: 'the VSI of the users has no number',
    severity: 'warning',
    says: /vsi/i,
    line: /^vsi-id 900$/,
    to: out,
    blame: [{ on: 'own', line: /^vsi channels/ }],
    both: 'error',
  }),
  wrong({
    id: 'VSI without signalling',
    what: 'the VSI of the users has no pseudo wire',
    severity: 'warning',
    says: /vsi/i,
    line: /^pwsignal ldp$/,
    to: out,
    and: [{ line: /^(?:vsi-id 900|peer 10\.90\.0\.9)$/, to: out }],
    blame: [{ on: 'own', line: /^vsi channels/ }],
    both: 'warning',
  }),
  wrong({
    id: 'VSI to itself',
    what: 'the pseudo wire leads to the device itself',
    severity: 'error',
    says: /vsi/i,
    section: /^vsi/,
    line: /^peer 10\.90\.0\.9$/,
    to: ({ side }) => [`peer 10.90.0.${side + 1}`],
    blamesPeer: true,
    both: 'error',
  }),
];

const others: readonly Template[] = [
  wrong({
    id: 'advertisements halted',
    what: 'a prefix is to be advertised and nothing is sent',
    severity: 'warning',
    says: /advertise|ra halt/i,
    pair: /nd$/,
    line: /^undo ipv6 nd ra halt$/,
    to: out,
    blamesPeer: true,
    both: 'warning',
  }),
  wrong({
    id: 'session of BGP kept down',
    what: 'a line keeps the session with the other device down',
    severity: 'warning',
    says: /peer/i,
    line: /^peer 10\.70\.255\.\d as-number 65010$/,
    to: ({ match }) => [match.input, match.input.replace(/as-number.*/, 'ignore')],
    both: 'warning',
  }),
  wrong({
    id: 'session of BGP with a key on one device',
    what: 'one device signs the session with the other, which does not',
    severity: 'warning',
    says: /key|peer/i,
    line: /^peer 10\.70\.255\.\d as-number 65010$/,
    to: ({ match }) => [match.input, match.input.replace(/as-number.*/, 'password simple Both-Know-6')],
    blamesPeer: true,
    both: 'none',
  }),
  wrong({
    id: 'key of the tunnels on one device',
    what: 'the tunnels of one device have a password',
    severity: 'warning',
    says: /password/i,
    line: /^tunnel name partner$/,
    to: behind('tunnel password simple Both-Know-5'),
    blamesPeer: true,
    both: 'none',
  }),
  wrong({
    id: 'ACL of the rendezvous point',
    what: 'the rendezvous point is for groups of an ACL that is not there',
    severity: 'warning',
    says: /ACL/,
    line: /^static-rp 10\.\S+$/,
    to: ({ match }) => [`${match.input} 2010`],
    blamesPeer: true,
    both: 'warning',
  }),
  wrong({
    id: 'ACL of the groups',
    what: 'an interface takes the groups of an ACL that is not there',
    severity: 'warning',
    says: /ACL|group policy/,
    line: /^(igmp|mld) enable$/,
    to: ({ match }) => [match.input, `${match[1]!} group-policy 2011`],
    blamesPeer: true,
    both: 'warning',
  }),
  wrong({
    id: 'IGP undone',
    what: 'a later line takes the loopback of the channel out of its IGP',
    severity: 'error',
    says: /route|IGP|OSPF|reach/i,
    // The pair of ARP imports its direct routes.
    pair: /relay|cgn/,
    section: /^interface LoopBack0$/,
    line: /^ospf enable (\d+) area \S+$/,
    to: ({ match }) => [match.input, `undo ${match.input}`],
    blame: [
      { on: 'own', line: /./, section: /^interface LoopBack0|^remote-backup-service/ },
      { on: 'peer', line: /./, section: /^remote-backup-service/ },
    ],
  }),
];

/** Each service of a profile, and its twin of the other family. */
const twins: readonly (readonly [service: string, twin: string])[] = [
  ['arp', 'nd'],
  ['nd', 'arp'],
  ['mld', 'igmp'],
];

const families: readonly Template[] = twins.map(([service, twin]) => ({
  kind: 7,
  id: `${twin} for ${service}`,
  what: `both devices back up ${twin} where the interface runs ${service}`,
  severity: 'error',
  says: /service-type|backs up/i,
  section: /^remote-backup-profile/,
  line: new RegExp(`^service-type ${service}$`),
  to: () => [`service-type ${twin}`],
  blamesPeer: true,
  blame: [{ on: 'own', line: /^remote-backup-profile/ }],
  both: 'error',
}));

export const alike: readonly Template[] = [
  ...acls,
  ...lans,
  ...prefixes,
  ...relays,
  ...order,
  ...units,
  ...trunks,
  ...vsis,
  ...families,
  ...others,
];
