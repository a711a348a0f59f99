// Kinds 1 and 3: what the users' gateway stands on: the address and the VLAN of its interface, the virtual IP itself; and the rules
// that pick users, their tunnels.
import type { Template } from '../fault';
import { interfaces, out, swap } from './words';

const group = /^vrrp6? vrid \d+ virtual-ip/;

const addresses: readonly Template[] = [
  {
    id: 'address of the gateway lost',
    kind: 1,
    what: 'the interface of the group has no address on one device',
    severity: 'warning',
    says: /address|IPv4/i,
    section: interfaces,
    has: group,
    line: /^ip address \S+ 255\.\S+$/,
    to: (spot) => (spot.around.filter((line) => /^ip address /.test(line)).length > 1 ? undefined : out()),
  },
  {
    id: 'IPv6 address of the gateway lost',
    kind: 1,
    what: 'the interface of the VRRP6 group has no address on one device',
    severity: 'warning',
    says: /address|IPv6/i,
    section: interfaces,
    has: /^vrrp6 vrid \d+ virtual-ip/,
    line: /^ipv6 address \S+\/\d+$/,
    to: (spot) => (spot.around.filter((line) => /^ipv6 address \S+\/\d+$/.test(line)).length > 1 ? undefined : out()),
  },
  {
    id: 'virtual IP is the broadcast address',
    kind: 7,
    what: 'the virtual IP is the broadcast address of its subnet',
    severity: 'error',
    both: 'error',
    says: /broadcast|virtual/i,
    section: interfaces,
    has: /^ip address \S+ 255\.255\.255\.0$/,
    line: /^vrrp vrid \d+ virtual-ip \d+\.\d+\.\d+\.\d+$/,
    to: swap(/\d+$/, '255'),
    blamesPeer: true,
  },
  {
    id: 'VLAN of the gateway lost',
    kind: 1,
    what: 'the sub-interface of the group takes no VLAN on one device',
    severity: 'warning',
    says: /vlan/i,
    section: /^interface \S+\.\d+$/,
    has: group,
    line: /^vlan-type dot1q \d+$/,
    to: out,
  },
];

const rules: readonly Template[] = [
  {
    id: 'IPv4 rule in an IPv6 ACL',
    kind: 3,
    what: 'a rule of an IPv6 ACL is about IPv4',
    severity: 'warning',
    both: 'warning',
    says: /IPv4/i,
    section: /^acl ipv6/,
    line: /^rule \d+ permit ipv6 /,
    to: () => ['rule 5 permit ip source 10.88.0.0 0.0.255.255'],
  },
  {
    id: 'IPv6 rule in an IPv4 ACL',
    kind: 3,
    what: 'a rule of an IPv4 ACL is about IPv6',
    severity: 'warning',
    both: 'warning',
    says: /IPv6/i,
    section: /^acl (?:number )?\d/,
    line: /^rule \d+ permit ip /,
    to: () => ['rule 5 permit ipv6 source 2001:DB8:88::/48'],
  },
];

const tunnels: readonly Template[] = [
  {
    id: 'L2TP group of the domain lost',
    kind: 1,
    what: 'the domain has no L2TP group on one device',
    severity: 'warning',
    says: /l2tp/i,
    section: /^aaa/,
    line: /^l2tp-group \S+$/,
    to: out,
  },
  {
    id: 'L2TP group of the domain misspelt',
    kind: 2,
    what: 'the domain names an L2TP group that is not there',
    severity: 'warning',
    both: 'warning',
    says: /l2tp/i,
    section: /^aaa/,
    line: /^l2tp-group \S+$/,
    to: swap(/\S+$/, 'no-such-group'),
  },
];

export const gateways: readonly Template[] = [...addresses, ...rules, ...tunnels];
