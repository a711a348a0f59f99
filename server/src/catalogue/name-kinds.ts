// The kinds of names a configuration makes up and uses: what each is called, and how far a name of the kind reaches.
import type { NameKind } from './parameters';

interface NameKindFacts {
  /** As a message, a hover and completion call it. */
  readonly title: string;
  /**
   * Where a name is one of a kind: on the whole device where nothing is written, on one interface (a VRRP group), in the block that
   * makes it (an address group belongs to its NAT instance), or together with the word before it (an NQA test of an administrator).
   */
  readonly scope?: 'interface' | 'block' | 'word before';
  /** `Office` and `office` are two names; of other kinds they are one, or no source says so. */
  readonly isCaseSensitive?: true;
  /** Names that are there without a line that makes them, as the key has them. */
  readonly builtIn?: RegExp;
}

/** What is known of each kind of name: how people call it, where it is unique, which names are there unwritten. */
export const nameKinds: Readonly<Record<NameKind, NameKindFacts>> = {
  rbs: { title: 'RBS' },
  rbp: { title: 'RBP' },
  'vrrp-group': { title: 'VRRP group', scope: 'interface' },
  'vrrp6-group': { title: 'VRRP6 group', scope: 'interface' },
  interface: { title: 'interface', builtIn: /^null/ },
  'ip-pool': { title: 'ip pool' },
  'ipv6-pool': { title: 'ipv6 pool' },
  'ipv6-prefix-pool': { title: 'ipv6 prefix pool' },
  'service-location': { title: 'service location' },
  'service-instance-group': { title: 'service instance group' },
  'ds-lite-instance': { title: 'DS-Lite instance', isCaseSensitive: true },
  'nat-instance': { title: 'NAT instance' },
  'nat64-instance': { title: 'NAT64 instance' },
  'address-group': { title: 'NAT address group' },
  'instance-address-group': { title: 'address group', scope: 'block' },
  'ssl-policy': { title: 'SSL policy' },
  'bfd-session': { title: 'BFD session' },
  'monitor-group': { title: 'monitor group' },
  'monitor-location-group': { title: 'monitor location group' },
  'e-trunk': { title: 'E-Trunk' },
  'vpn-instance': { title: 'VPN instance', builtIn: /^_/, isCaseSensitive: true },
  acl: { title: 'ACL' },
  'time-range': { title: 'time range' },
  domain: { title: 'AAA domain', builtIn: /^default/ },
  'user-group': { title: 'user group' },
  'dhcp-server-group': { title: 'DHCP server group' },
  'dhcpv6-server-group': { title: 'DHCPv6 server group' },
  'isis-process': { title: 'IS-IS process' },
  'ospf-process': { title: 'OSPF process' },
  'ospfv3-process': { title: 'OSPFv3 process' },
  'route-policy': { title: 'route-policy' },
  'ip-prefix': { title: 'prefix list' },
  'tunnel-policy': { title: 'tunnel policy' },
  'as-path-filter': { title: 'AS-path filter' },
  'community-filter': { title: 'community filter' },
  'extcommunity-filter': { title: 'extended community filter' },
  'rd-filter': { title: 'RD filter' },
  'large-community-filter': { title: 'large community filter' },
  'policy-based-route': { title: 'policy-based route' },
  keychain: { title: 'keychain' },
  'nqa-administrator': { title: 'NQA administrator' },
  'nqa-test': { title: 'NQA test', scope: 'word before' },
  'qos-profile': { title: 'QoS profile', builtIn: /^default/ },
  'pki-realm': { title: 'PKI realm', builtIn: /^default$/ },
  'traffic-classifier': { title: 'traffic classifier', builtIn: /^default/ },
  'traffic-behavior': { title: 'traffic behavior', builtIn: /^default/ },
  'traffic-policy': { title: 'traffic policy', builtIn: /^default/ },
  'authentication-scheme': { title: 'authentication scheme', builtIn: /^default/ },
  'authorization-scheme': { title: 'authorization scheme', builtIn: /^default/ },
  'accounting-scheme': { title: 'accounting scheme', builtIn: /^default/ },
  'radius-group': { title: 'RADIUS server group', builtIn: /^default/ },
  'hwtacacs-template': { title: 'HWTACACS server template', builtIn: /^default/ },
  'l2tp-group': { title: 'L2TP group', builtIn: /^default/ },
  'service-scheme': { title: 'service scheme', builtIn: /^default/ },
  'local-user': { title: 'local user' },
  'firewall-zone': { title: 'firewall zone' },
  vlan: { title: 'VLAN', builtIn: /^1$/ },
  'bridge-domain': { title: 'bridge domain' },
  vsi: { title: 'VSI' },
};

/** Whether the device has the name without a line that makes it. */
export function isBuiltIn(kind: NameKind, key: string): boolean {
  return nameKinds[kind].builtIn?.test(key) ?? false;
}
