// Kinds 1, 2 and 7: what a line says of its two ends: the own address of a session, the interface of a role or of a way to the peer.
import type { Template } from '../fault';
import { captured, interfaces, out } from './words';

const reference = (one: Omit<Template, 'kind'>): Template => ({ kind: 2, ...one });

const sessions: readonly Template[] = [
  reference({
    id: 'number of another session',
    what: 'two BFD sessions of a device have one local discriminator',
    severity: 'error',
    both: 'error',
    says: /local discriminator|discriminators|has local/,
    pair: /agg/,
    section: /^bfd to-core/,
    line: /^discriminator local /,
    to: ({ side }) => [`discriminator local ${side === 0 ? 91 : 92}`],
    blame: [{ on: 'own', line: /^discriminator local |^vrrp vrid 7 track bfd-session/ }],
  }),
  reference({
    id: 'source of a session',
    what: 'a BFD session comes from an address of nobody',
    severity: 'error',
    both: 'error',
    says: /bfd session .*source|source .*bfd session/i,
    line: /^bfd \S+ bind peer-ip \S+ source-ip (\S+)$/,
    to: (spot) => [captured(spot, spot.match[1]!.replace(/\d+$/, '77'))],
    blame: [{ on: 'peer', line: /^bfd / }],
  }),
  reference({
    id: 'interface of a session',
    what: 'a BFD session runs over an interface that is not there',
    severity: 'warning',
    both: 'warning',
    says: /GigabitEthernet0\/9\/9/,
    line: /^bfd \S+ bind peer-ip(?:v6)? \S+ interface (\S+)$/,
    to: (spot) => [captured(spot, 'GigabitEthernet0/9/9')],
  }),
];

const instances: readonly Template[] = [
  {
    kind: 3,
    id: 'family of a VPN instance',
    what: 'an interface has IPv4 addresses and its VPN instance IPv6 alone',
    severity: 'error',
    says: /family/,
    pair: /agg/,
    section: /^ip vpn-instance/,
    line: /^ipv4-family$/,
    to: () => ['ipv6-family'],
    blame: [{ on: 'own', line: /^ip address|^ip binding|^ip vpn-instance/ }],
    both: 'error',
  },
];

const roles: readonly Template[] = [
  {
    kind: 1,
    id: 'group of a board copied',
    what: 'a service-location follows the group of the subscribers, on the other device that of the boards',
    severity: 'error',
    says: /service-location 6 follows VRRP group/,
    pair: /cgn/,
    section: /^service-location/,
    line: /^vrrp vrid 60 interface Eth-Trunk6$/,
    to: () => ['vrrp vrid 61 interface GigabitEthernet0/6/1.61'],
  },
  reference({
    id: 'interface of the group of a board',
    what: 'a service-location follows a group of an interface that is not there',
    severity: 'error',
    both: 'error',
    says: /service-location .*Eth-Trunk99/,
    line: /^vrrp vrid \d+ interface (Eth-Trunk\d+)$/,
    to: (spot) => [captured(spot, 'Eth-Trunk99')],
  }),
  reference({
    id: 'interface of the management group',
    what: 'a group follows a management group of an interface that is not there',
    severity: 'error',
    both: 'error',
    says: /Eth-Trunk99/,
    line: /^vrrp vrid \d+ track admin-vrrp interface (Eth-Trunk\d+) /,
    to: (spot) => [captured(spot, 'Eth-Trunk99')],
  }),
];

const ways: readonly Template[] = [
  reference({
    id: 'interface of the boards',
    what: 'the boards meet over an interface that is not there',
    severity: 'warning',
    both: 'warning',
    says: /Eth-Trunk99/,
    line: /^remote-backup interface (\S+) /,
    to: (spot) => [captured(spot, 'Eth-Trunk99')],
  }),
  reference({
    id: 'interface of the protection',
    what: 'users are handed over through an interface that is not there',
    severity: 'warning',
    both: 'warning',
    says: /GigabitEthernet0\/9\/9/,
    line: /^protect redirect ip-nexthop \S+ interface (\S+)$/,
    to: (spot) => [captured(spot, 'GigabitEthernet0/9/9')],
  }),
];

const addresses: readonly Template[] = [
  {
    kind: 1,
    id: 'address of an uplink',
    what: 'the uplink of one device has no address',
    severity: 'warning',
    says: /address/i,
    section: interfaces,
    has: /^description (?:uplink|link to)|^vlan-type dot1q 800$/,
    line: /^ip address \S+ \S+$/,
    to: ({ around }) => (around.some((line) => /^(?:ospf|isis) enable/.test(line)) ? [] : undefined),
    blame: [{ on: 'own', line: /^peer|^ip route-static|^bfd/ }],
  },
  {
    kind: 1,
    id: 'IPv6 address of an uplink',
    what: 'the uplink of one device has no IPv6 address',
    severity: 'warning',
    says: /address/i,
    section: interfaces,
    has: /^description (?:uplink|subscribers)/,
    line: /^ipv6 address 2001:\S+$/,
    to: out,
    blame: [{ on: 'own', line: /^vrrp6|^bfd/ }],
  },
  {
    kind: 1,
    id: 'address of a trunk of an E-Trunk',
    what: 'the interface of the users behind an E-Trunk has no address on one device',
    severity: 'error',
    says: /address/i,
    section: /^interface Eth-Trunk17\.52$/,
    line: /^ip address \S+ \S+$/,
    to: out,
  },
];

const pseudoWires: readonly Template[] = [
  reference({
    id: 'VSI of the circuit',
    what: 'an access circuit is in a VSI that is not there',
    severity: 'error',
    both: 'error',
    says: /VSI/,
    line: /^l2 binding vsi (\S+)$/,
    to: (spot) => [captured(spot, 'nowhere')],
  }),
  ...['mpls l2vpn', 'mpls ldp', 'mpls'].map((words): Template => ({
    kind: 1,
    id: `${words} of a VSI`,
    what: `a VSI needs ${words}, and one device has it not`,
    severity: 'error',
    says: /VSI/,
    pair: /snooping/,
    section: new RegExp(`^${words}$`),
    line: new RegExp(`^${words}$`),
    indent: 0,
    to: out,
    blame: [{ on: 'own', line: /^vsi / }],
  })),
  {
    kind: 3,
    id: 'LSR ID of nobody',
    what: 'the LSR ID is on no interface',
    severity: 'warning',
    says: /LSR ID/,
    pair: /snooping/,
    line: /^mpls lsr-id (\S+)$/,
    to: (spot) => [captured(spot, spot.match[1]!.replace(/\d+$/, '77'))],
  },
];

export const ends: readonly Template[] = [...pseudoWires, ...addresses, ...sessions, ...instances, ...roles, ...ways];
