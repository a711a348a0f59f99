// The views and which view they are entered from: one explicit graph. A saved file nests views by indent, a flat script by the
// commands that open them and `quit`; a transcript names them in its prompts. A test holds `parents` against the entries' `opens`.

/** A view of the command line, such as the one of an interface. */
export interface View {
  /** What a person calls it. */
  readonly title: string;
  /** The views in which the commands that open it are typed. */
  readonly parents: readonly ViewName[];
  /** How a prompt names it, behind `[*DeviceA-`; the first group is the name or number of what is configured. */
  readonly prompt?: RegExp;
}

const system = ['system'] as const;

const table = {
  user: { title: 'User view', parents: [] },
  system: { title: 'System view', parents: ['user'] },

  rbs: { title: 'Remote backup service (RBS) view', parents: system, prompt: /^rm-backup-(?:srv|service)-(.+)$/i },
  rbp: { title: 'Remote backup profile (RBP) view', parents: system, prompt: /^rm-backup-(?:prf|profile)-(.+)$/i },
  'service-location': { title: 'Service location view', parents: system, prompt: /^service-location-(\d+)$/i },
  'service-instance-group': {
    title: 'Service instance group view',
    parents: system,
    prompt: /^service-instance-group-(.+)$/i,
  },
  'monitor-location-group': {
    title: 'Status monitoring group view',
    parents: system,
    prompt: /^monitor-location-group-(.+)$/i,
  },
  'ds-lite-instance': { title: 'DS-Lite instance view', parents: system, prompt: /^ds-lite-instance-(.+)$/i },
  'nat-instance': { title: 'NAT instance view', parents: system, prompt: /^nat-instance-(.+)$/i },
  'nat64-instance': { title: 'NAT64 instance view', parents: system, prompt: /^nat64-instance-(.+)$/i },
  'e-trunk': { title: 'E-Trunk view', parents: system, prompt: /^e-trunk-(\d+)$/i },
  'cu-agent': { title: 'CU-agent view', parents: [] },
  'monitor-group': { title: 'Interface monitoring group view', parents: system, prompt: /^monitor-group-(.+)$/i },
  'ssl-policy': { title: 'SSL policy view', parents: system, prompt: /^ssl-policy-(.+)$/i },
  bfd: { title: 'BFD view', parents: system, prompt: /^bfd$/i },
  'bfd-session': { title: 'BFD session view', parents: system, prompt: /^bfd-session-(.+)$/i },

  'keychain-key': { title: 'Keychain key view', parents: ['keychain'], prompt: /^keychain-.+-keyid-(\d+)$/i },
  keychain: { title: 'Keychain view', parents: system, prompt: /^keychain-(.+)$/i },
  nqa: { title: 'NQA test view', parents: system, prompt: /^nqa-(.+)$/i },
  'pki-realm': { title: 'PKI realm view', parents: system, prompt: /^pki-(?:realm|domain)-(.+)$/i },

  'ip-pool': { title: 'IPv4 address pool view', parents: system, prompt: /^ip-pool-(.+)$/i },
  'ipv6-pool': { title: 'IPv6 address pool view', parents: system, prompt: /^ipv6-pool-(.+)$/i },
  'ipv6-prefix-pool': { title: 'IPv6 prefix pool view', parents: system, prompt: /^ipv6-prefix-(.+)$/i },
  'dhcpv6-pool': { title: 'DHCPv6 pool view', parents: system, prompt: /^dhcpv6-pool-(.+)$/i },
  'dhcp-server-group': { title: 'DHCP server group view', parents: system, prompt: /^dhcp-server-group-(.+)$/i },
  'dhcpv6-server-group': { title: 'DHCPv6 server group view', parents: system, prompt: /^dhcpv6-server-group-(.+)$/i },

  isis: { title: 'IS-IS view', parents: system, prompt: /^isis-(\d+)$/i },
  ospf: { title: 'OSPF view', parents: system, prompt: /^ospf-(\d+)$/i },
  'ospf-area': { title: 'OSPF area view', parents: ['ospf'], prompt: /^ospf-\d+-area-([\d.]+)$/i },
  ospfv3: { title: 'OSPFv3 view', parents: system, prompt: /^ospfv3-(\d+)$/i },
  'ospfv3-area': { title: 'OSPFv3 area view', parents: ['ospfv3'], prompt: /^ospfv3-\d+-area-([\d.]+)$/i },
  rip: { title: 'RIP view', parents: system, prompt: /^rip(?:ng)?-(\d+)$/i },
  bgp: { title: 'BGP view', parents: system, prompt: /^bgp$/i },
  'bgp-family': { title: 'BGP address family view', parents: ['bgp'], prompt: /^bgp-(?:af-)?([\w-]+)$/i },
  'pim-ipv4': { title: 'PIM view', parents: system, prompt: /^pim(?:-(.+))?$/i },
  'pim-ipv6': { title: 'IPv6 PIM view', parents: system, prompt: /^pim(?:6|-ipv6)(?:-(.+))?$/i },
  msdp: { title: 'MSDP view', parents: system, prompt: /^msdp$/i },
  'igmp-mld': { title: 'IGMP or MLD view', parents: system, prompt: /^(?:igmp|mld)(?:-.+)?$/i },
  'route-policy': { title: 'Route-policy view', parents: system, prompt: /^route-policy$/i },
  'policy-based-route': { title: 'Policy-based routing view', parents: system, prompt: /^policy-based-route-(.+)$/i },
  'vpn-instance-family': {
    title: 'VPN instance address family view',
    parents: ['vpn-instance'],
    prompt: /^vpn-instance-(.+)-af-(?:ipv4|ipv6)$/i,
  },
  'vpn-instance': { title: 'VPN instance view', parents: system, prompt: /^vpn-instance-(.+?)$/i },
  evpn: { title: 'EVPN instance view', parents: system, prompt: /^evpn-instance-(.+)$/i },
  'bridge-domain': { title: 'Bridge domain view', parents: system, prompt: /^bd(\d+)$/i },
  vsi: { title: 'VSI view', parents: system, prompt: /^vsi-(.+)$/i },
  'vsi-protocol': { title: 'VSI protocol view', parents: ['vsi'], prompt: /^vsi-.+-(ldp|bgp|static)$/i },
  mpls: { title: 'MPLS view', parents: system, prompt: /^mpls$/i },
  'mpls-ldp': { title: 'MPLS LDP view', parents: system, prompt: /^mpls-ldp(?:-(.+))?$/i },
  'mpls-l2vpn': { title: 'MPLS L2VPN view', parents: system, prompt: /^(?:mpls-)?l2vpn$/i },
  'explicit-path': { title: 'Explicit path view', parents: system, prompt: /^explicit-path-(.+)$/i },
  'tunnel-policy': { title: 'Tunnel policy view', parents: system, prompt: /^tunnel-policy-(.+)$/i },
  'segment-routing': { title: 'Segment routing view', parents: system, prompt: /^segment-routing(?:-ipv6)?$/i },

  vlan: { title: 'VLAN view', parents: system, prompt: /^vlan(\d+)$/i },
  'stp-region': { title: 'MST region view', parents: system, prompt: /^mst-region$/i },
  'port-group': { title: 'Port group view', parents: system, prompt: /^port-group-(.+)$/i },

  acl: { title: 'ACL view', parents: system, prompt: /^acl[46]?-(?:basic|adv|advance|L2|link|ucl|user)-(.+)$/i },
  'traffic-classifier': { title: 'Traffic classifier view', parents: system, prompt: /^classifier-(.+)$/i },
  'traffic-behavior': { title: 'Traffic behavior view', parents: system, prompt: /^behavior-(.+)$/i },
  'traffic-policy': { title: 'Traffic policy view', parents: system, prompt: /^trafficpolicy-(.+)$/i },
  'diffserv-domain': { title: 'DiffServ domain view', parents: system, prompt: /^dsdomain-(.+)$/i },
  'drop-profile': { title: 'Drop profile view', parents: system, prompt: /^drop-(.+)$/i },
  'qos-profile': { title: 'QoS profile view', parents: system, prompt: /^qos-profile-(.+)$/i },

  aaa: { title: 'AAA view', parents: system, prompt: /^aaa$/i },
  'authentication-scheme': { title: 'Authentication scheme view', parents: ['aaa'], prompt: /^aaa-authen-(.+)$/i },
  'authorization-scheme': { title: 'Authorization scheme view', parents: ['aaa'], prompt: /^aaa-author-(.+)$/i },
  'accounting-scheme': { title: 'Accounting scheme view', parents: ['aaa'], prompt: /^aaa-accounting-(.+)$/i },
  domain: { title: 'AAA domain view', parents: ['aaa'], prompt: /^aaa-domain-(.+)$/i },
  'aaa-role': { title: 'Administrator account view', parents: ['aaa'], prompt: /^aaa-manager-user-(.+)$/i },
  'radius-group': { title: 'RADIUS server group view', parents: system, prompt: /^radius-(.+)$/i },
  'hwtacacs-template': { title: 'HWTACACS server template view', parents: system, prompt: /^hwtacacs-(.+)$/i },
  'user-interface': { title: 'User interface view', parents: system, prompt: /^ui-(.+)$/i },
  'l2tp-group': { title: 'L2TP group view', parents: system, prompt: /^l2tp-(.+)$/i },

  license: { title: 'License view', parents: system, prompt: /^license$/i },
  'service-policy': { title: 'Service policy view', parents: system, prompt: /^service-policy-(.+)$/i },
  'prepaid-profile': {
    title: 'Prepaid or redirection profile view',
    parents: system,
    prompt: /^prepaid-profile-(.+)$/i,
  },
  'cgn-pool': { title: 'Global CGN address pool view', parents: system, prompt: /^nat-ip-pool-(.+)$/i },
  'nat-table': { title: 'Static mapping or log template view', parents: system, prompt: /^nat-static-mapping$/i },

  'firewall-zone': { title: 'Security zone view', parents: system, prompt: /^zone-(.+)$/i },
  'security-policy': {
    title: 'Security, NAT or other policy view',
    parents: system,
    prompt: /^policy-(security|nat|auth)$/i,
  },
  'policy-rule': { title: 'Policy rule view', parents: ['security-policy'], prompt: /^policy-[\w-]+-rule-(.+)/i },
  'nat-address-group': { title: 'NAT address group view', parents: system, prompt: /^(?:nat-)?address-group-(.+)$/i },
  'address-set': {
    title: 'Address or service set view',
    parents: system,
    prompt: /^object-(?:address|service)-set-(.+)$/i,
  },
  ike: { title: 'IKE view', parents: system, prompt: /^ike-(?:proposal|peer)-(.+)$/i },
  ipsec: { title: 'IPsec view', parents: system, prompt: /^ipsec-(?:proposal|policy)-(.+)$/i },

  wlan: { title: 'WLAN view', parents: system, prompt: /^wlan(?:-view|-ac)?(?:-view)?$/i },
  'wlan-profile': { title: 'WLAN profile view', parents: ['wlan'], prompt: /^wlan-[\w-]+-(.+)/i },
  'wlan-radio': { title: 'WLAN radio view', parents: ['wlan-profile'], prompt: /^wlan-radio-(.+)$/i },
  'access-profile': { title: 'Access or authentication profile view', parents: system },
  location: { title: 'Location view', parents: system },
  'time-range': { title: 'Time range view', parents: system },
  // Last of those with a prompt: `vlan10` and `bd10` look like interfaces too.
  interface: {
    title: 'Interface view',
    parents: system,
    prompt: /^(\d*[a-z](?:[a-z-]*[a-z])?\d+(?:\/\d+)*(?::\d+)*(?:\.\d+)?)$/i,
  },
  other: { title: 'Another view', parents: [] },
} as const;

/** The views that the catalogue knows. */
export type ViewName = keyof typeof table;

/** Each view by its name. */
export const views: Readonly<Record<ViewName, View>> = table;

/** For `display`, `quit` and the like, which are typed anywhere. */
export const everyView = Object.keys(table) as ViewName[];

/** For what is configured per interface type in one place: every view below the user view. */
export const configurationViews = everyView.filter((view) => view !== 'user');

/**
 * The view that a prompt names behind the device name: `rm-backup-prf-profile1` gives the RBP view and `profile1`.
 * Undefined for words that name no view known here: the device name itself may hold dashes.
 */
export function promptView(suffix: string): { readonly view: ViewName; readonly name?: string } | undefined {
  for (const view of everyView) {
    const hit = views[view].prompt?.exec(suffix);
    if (hit) return { view, name: hit[1] };
  }
  return undefined;
}
