// VPN instances, MPLS, LDP, tunnels, segment routing, and layer 2 services, in outline.
import { command, family } from '../command';
import { cipher, integer, ipv4, ipv4Mask, ipv6Prefix, parameter, string, text } from '../parameters';
import { aclName, aclNumber, anInterface, ipPrefix, keychain, routePolicy, vpnInstance } from './shared';

const rd = parameter(string(3, 21, /^[\d.]+:\d+$/), 'The route distinguisher or target, AS:number or address:number.');
const rdInstance = string(1, 31);
const count = parameter(integer(0, 4294967295), 'How many or how long.');
const peer = parameter(ipv4, 'LSR ID of the peer.');
const secret = parameter(cipher, 'The key.');
const how = parameter(text, 'How.');
const label = parameter(integer(0, 1048575), 'A label.');
const policyName = parameter(string(1, 39), 'Name of the tunnel policy.', { refers: 'tunnel-policy' });

/** VPN instance view, the view of its address families, and its head. Cites no document. */
export const vpnInstanceFamily = family('vpnInstance', {
  create: command({
    views: ['system'],
    format: 'ip vpn-instance <vpn-instance-name>',
    undo: 'undo ip vpn-instance <vpn-instance-name>',
    opens: 'vpn-instance',
    summary: 'Creates a VPN instance and enters its view.',
    parameters: {
      'vpn-instance-name': parameter(rdInstance, 'Name of the VPN instance.', { defines: 'vpn-instance' }),
    },
    examples: `
      ip vpn-instance vpn1
    `,
  }),
  addressFamily: command({
    views: ['vpn-instance'],
    format: 'ipv4-family [ unicast ]\nipv6-family [ unicast ]',
    undo: 'undo ipv4-family\nundo ipv6-family',
    opens: 'vpn-instance-family',
    summary: 'Enters the view of an address family of the VPN instance.',
    examples: `
      ipv4-family
    `,
  }),
  lines: command({
    views: ['vpn-instance', 'vpn-instance-family'],
    format: `route-distinguisher <rd>
      route-distinguisher auto
      vpn-target <rd> &<1-8> [ both | export-extcommunity | import-extcommunity ] [ evpn ]
      apply-label { per-instance | per-nexthop | per-route } [ pop-go ]
      tnl-policy <policy-name> [ evpn ]
      import route-policy <route-policy-name> [ evpn ]
      export route-policy <route-policy-name> [ evpn ]
      routing-table limit <count> [ <count> | simply-alert ]
      prefix limit <count> [ <count> | simply-alert ] [ <text> ]
      service-id <count>
      vxlan vni <count>
      ttl-mode { pipe | uniform }
      ip frr route-policy <route-policy-name>
      segment-routing ipv6 { best-effort | locator <name> | traffic-engineer } [ evpn ]
      evpn mpls routing-enable
      default-color <count> [ evpn ]
      log enable
      traffic-statistics enable
      transit-vpn`,
    undo: 'undo route-distinguisher\nundo vpn-target <rd> &<1-8> [ export-extcommunity | import-extcommunity | both ]\nundo tnl-policy',
    summary: 'Distinguisher, targets and tunnels of the VPN instance.',
    parameters: {
      rd,
      'policy-name': policyName,
      'route-policy-name': routePolicy,
      count,
      text: how,
      name: parameter(string(1, 63), 'Name of the locator.'),
    },
    examples: `
      route-distinguisher 100:1
      vpn-target 100:1 export-extcommunity
      vpn-target 100:1 200:1 import-extcommunity
      apply-label per-nexthop
      vxlan vni 5010
    `,
  }),
});

/** MPLS, LDP, L2VPN, explicit path, tunnel policy and segment routing views, with their heads. Cites no document. */
export const mpls = family('mpls', {
  lsrId: command({
    views: ['system'],
    format: 'mpls lsr-id <lsr-id>',
    undo: 'undo mpls lsr-id',
    key: 'mpls lsr-id',
    summary: 'Sets the LSR ID, without which MPLS does not start.',
    parameters: { 'lsr-id': parameter(ipv4, 'The LSR ID.') },
    examples: `
      mpls lsr-id 10.9.9.1
    `,
  }),
  enable: command({
    views: ['system'],
    format: 'mpls',
    undo: 'undo mpls',
    opens: 'mpls',
    summary: 'Turns MPLS on and enters its view.',
    examples: `
      mpls
    `,
  }),
  ldp: command({
    views: ['system'],
    format: 'mpls ldp [ vpn-instance <vpn-instance-name> ]\nmpls ldp remote-peer <name>',
    undo: 'undo mpls ldp [ remote-peer <name> ]',
    opens: 'mpls-ldp',
    summary: 'Turns LDP on and enters its view.',
    parameters: { 'vpn-instance-name': vpnInstance, name: parameter(string(1, 32), 'Name of a remote peer.') },
    examples: `
      mpls ldp
    `,
  }),
  l2vpn: command({
    views: ['system'],
    format: 'mpls l2vpn',
    undo: 'undo mpls l2vpn',
    opens: 'mpls-l2vpn',
    summary: 'Turns MPLS layer 2 VPNs on and enters their view.',
    examples: `
      mpls l2vpn
    `,
  }),
  interface: command({
    views: ['interface'],
    format: `mpls
      mpls ldp
      mpls ldp { timer { hello-hold | keepalive-hold | hello-send | keepalive-send } <count>
        | transport-address { <interface> | interface } | advertisement { dod | du } | local-lsr-id <interface>
        | timer igp-sync-delay <count> }
      mpls te
      mpls te { bandwidth { bc0 | bc1 | max-reservable-bandwidth } <count> | link administrative group <count>
        | metric <count> | bandwidth max-reservable-bandwidth <count> [ bc0 <count> ] }
      mpls rsvp-te
      mpls rsvp-te { bfd { enable | <text> } | hello | timer hello <count> }
      mpls poison-reverse enable`,
    undo: 'undo mpls [ ldp | te | rsvp-te ]',
    summary: 'Runs MPLS, LDP, TE or RSVP on the interface.',
    parameters: { count, interface: anInterface, text: how },
    examples: `
      mpls
      mpls ldp
      undo mpls
    `,
  }),
  view: command({
    views: ['mpls'],
    format: `lsp-trigger { all | host | none | ip-prefix <ip-prefix-name> | bgp-label-route [ ip-prefix <ip-prefix-name> ] }
      label advertise { explicit-null | implicit-null | non-null }
      proxy-egress disable
      mpls te
      mpls te { cspf | <text> }
      mpls rsvp-te
      mpls rsvp-te <text>
      mpls oam
      mpls bfd { enable | <text> }
      mpls bfd-trigger <text>
      mpls { ldp | poison-reverse | vpn convergence separate enable }
      mtu-signalling apply-tlv
      ttl { propagate [ vpn ] | expiration pop }
      frr-protection
      longest-match`,
    undo: 'undo lsp-trigger\nundo mpls te\nundo mpls rsvp-te\nundo label advertise\nundo ttl propagate',
    summary: 'Settings of MPLS.',
    parameters: { 'ip-prefix-name': ipPrefix, text: how },
    examples: `
      lsp-trigger all
      mpls te
    `,
  }),
  ldpView: command({
    views: ['mpls-ldp'],
    format: `remote-ip <peer> [ pwe3 ]
      lsr-id <peer>
      ipv4-family
      ipv6-family
      md5-password { plain | cipher } <peer> <secret>
      authentication key-chain peer <peer> name <name>
      graceful-restart [ timer { reconnect | recovery | neighbor-liveness } <count> ]
      propagate mapping for ip-prefix <ip-prefix-name>
      inbound peer { <peer> | all } fec { none | host | ip-prefix <ip-prefix-name> }
      outbound peer { <peer> | all } { fec { none | host | ip-prefix <ip-prefix-name> } | bgp-label-route ip-prefix <ip-prefix-name> }
      longest-match
      label distribution control-mode { independent | ordered }
      auto-frr lsp-trigger { all | host | ip-prefix <ip-prefix-name> | none }
      loop-detect
      backoff timer <count> <count>
      session protection [ peer-group <ip-prefix-name> ] [ duration { infinite | <count> } ]
      mldp { p2mp | mp2mp }
      accept target-hello { all | none | peer-group <ip-prefix-name> }
      igp-sync-delay timer <count>
      path-vectors <count>
      transport-address <interface>
      outbound peer <peer> split-horizon`,
    undo: 'undo remote-ip\nundo longest-match\nundo graceful-restart',
    summary: 'Settings of LDP.',
    parameters: {
      peer,
      secret,
      name: keychain,
      count,
      'ip-prefix-name': ipPrefix,
      interface: anInterface,
    },
    examples: `
      remote-ip 10.9.9.2
    `,
  }),
  l2vpnView: command({
    views: ['mpls-l2vpn'],
    format: `mpls l2vpn default martini
      mpls l2vpn vpls-deploy
      l2vpn no-request-message peer <peer>`,
    summary: 'Settings of MPLS layer 2 VPNs.',
    parameters: { peer },
    examples: `
      mpls l2vpn default martini
    `,
  }),
  global: command({
    views: ['system'],
    format: `static-lsp <text>
      mpls { label range <label> <label> | te <text> | qos <text> }
      lspv mpls-lsp-ping echo enable
      pw-template <name>
      lsp-bfd enable`,
    undo: 'undo static-lsp <text>\nundo pw-template <name>',
    summary: 'MPLS settings of the whole device.',
    parameters: { text: how, label, name: parameter(string(1, 19), 'Name of the template.') },
    examples: `
      mpls label range 1000 2000
    `,
  }),
  explicitPath: command({
    views: ['system'],
    format: 'explicit-path <name>',
    undo: 'undo explicit-path <name>',
    opens: 'explicit-path',
    summary: 'Creates a path for a traffic-engineered tunnel and enters its view.',
    parameters: { name: parameter(string(1, 63), 'Name of the path.') },
    examples: `
      explicit-path upper
    `,
  }),
  explicitPathLines: command({
    views: ['explicit-path'],
    format: `next hop <address> [ include [ loose | strict ] | exclude ]
      next sid label <label> type { adjacency | prefix | binding-sid }`,
    summary: 'A hop of the path.',
    parameters: { address: parameter(ipv4, 'The hop.'), label },
    examples: `
      next hop 10.1.1.2
    `,
  }),
  tunnelPolicy: command({
    views: ['system'],
    format: 'tunnel-policy <tunnel-policy-name>',
    undo: 'undo tunnel-policy <tunnel-policy-name>',
    opens: 'tunnel-policy',
    summary: 'Creates a tunnel policy and enters its view.',
    parameters: { 'tunnel-policy-name': parameter(string(1, 39), 'Name of the policy.', { defines: 'tunnel-policy' }) },
    examples: `
      tunnel-policy te
    `,
  }),
  tunnelPolicyLines: command({
    views: ['tunnel-policy'],
    format: `tunnel select-seq { cr-lsp | lsp | ldp | bgp | gre | sr-lsp | sr-te | ipv4 sr-te | ipv6 srv6-te-policy
      | sr-te-policy } &<1-6> load-balance-number <count> [ unmix ]
      tunnel binding destination <peer> te <interface> &<1-16> [ ignore-destination-check ] [ down-switch ]`,
    undo: 'undo tunnel select-seq\nundo tunnel binding destination <peer>',
    summary: 'Which tunnels the policy picks.',
    parameters: { count, peer, interface: anInterface },
    examples: `
      tunnel select-seq cr-lsp lsp load-balance-number 1
    `,
  }),
  segmentRouting: command({
    views: ['system'],
    format: 'segment-routing\nsegment-routing ipv6',
    undo: 'undo segment-routing [ ipv6 ]',
    opens: 'segment-routing',
    summary: 'Turns segment routing on and enters its view.',
    examples: `
      segment-routing
      segment-routing ipv6
    `,
  }),
  segmentRoutingLines: command({
    views: ['segment-routing'],
    format: `encapsulation source-address <source>
      locator <name> [ ipv6-prefix <prefix> <count> [ static <count> | args <count> ] * ]
      srv6-te policy locator <name>
      path-mtu <count>`,
    summary: 'Locators, lists and policies of segment routing.',
    parameters: {
      source: parameter({ kind: 'ipv6' }, 'Own address.'),
      name: parameter(string(1, 63), 'Name.'),
      prefix: parameter({ kind: 'ipv6' }, 'The prefix.'),
      count,
    },
    examples: `
      encapsulation source-address 2001:db8::1
      locator one ipv6-prefix 2001:db8:100:: 64 static 32
    `,
  }),
});

/** VSI, EVPN, bridge domain, MSDP and IGMP/MLD views. One entry is from guide page 007, the rest cites none. */
export const layer2 = family('layer2', {
  vsi: command({
    views: ['system'],
    format: 'vsi <vsi-name> [ static | auto | p2p-vlan | bd-mode ]',
    undo: 'undo vsi <vsi-name>',
    opens: 'vsi',
    summary: 'Creates a VSI, a virtual switch over MPLS, and enters its view.',
    parameters: { 'vsi-name': parameter(string(1, 31), 'Name of the VSI.', { defines: 'vsi' }) },
    examples: `
      vsi vsi1 static
    `,
  }),
  vsiProtocol: command({
    views: ['vsi'],
    format: 'pwsignal { ldp | bgp }\nbgp-ad',
    undo: 'undo pwsignal',
    opens: 'vsi-protocol',
    summary: 'Chooses how pseudo-wires of the VSI are set up, and enters that view.',
    examples: `
      pwsignal ldp
    `,
  }),
  ignoreAcState: command({
    views: ['vsi'],
    format: 'ignore-ac-state',
    undo: 'undo ignore-ac-state',
    key: 'ignore-ac-state',
    summary:
      'Keeps the VSI and its pseudo-wires up while no access circuit of it is up, as on the backup of an E-Trunk.',
    guide: ['007 step 6'],
    examples: `
      ignore-ac-state
      undo ignore-ac-state
    `,
  }),
  vsiLines: command({
    views: ['vsi', 'vsi-protocol'],
    format: `vsi-id <count>
      peer <peer> [ negotiation-vc-id <count> ] [ upe | tnl-policy <policy-name> | secondary | ignore-standby-state | static-npe trans <count> recv <count> ] *
      peer <peer> pw <name>
      mac-learn-style { qualify | unqualify }
      mac-learning { enable | disable }
      isolate spoken enable
      encapsulation { ethernet | vlan | rfc4761-compatible }
      mtu <count>
      tnl-policy <policy-name>
      traffic-statistics enable
      protect-group <name>
      protect-mode pw-redundancy master
      admin-vsi
      mac-withdraw enable
      interface-status-change mac-withdraw enable
      upe-upe mac-withdraw enable
      npe-upe mac-withdraw enable
      route-distinguisher <rd>
      vpn-target <rd> &<1-16> [ import-extcommunity | export-extcommunity | both ]
      site <count> range <count> default-offset <count>
      vpls-id <rd>
      hub-spoke`,
    undo: 'undo vsi-id\nundo peer <peer> [ negotiation-vc-id <count> ]',
    summary: 'Peers, encapsulation and learning of the VSI.',
    parameters: { count, peer, 'policy-name': policyName, name: parameter(string(1, 31), 'Name.'), rd },
    examples: `
      vsi-id 10
      peer 10.9.9.2
    `,
  }),
  evpn: command({
    views: ['system'],
    format: 'evpn vpn-instance <vpn-instance-name> [ bd-mode | vpws ]\nevpn',
    undo: 'undo evpn vpn-instance <vpn-instance-name>',
    opens: 'evpn',
    summary: 'Creates an EVPN instance, or enters the EVPN view.',
    parameters: { 'vpn-instance-name': parameter(rdInstance, 'Name of the instance.', { defines: 'vpn-instance' }) },
    examples: `
      evpn vpn-instance edge bd-mode
    `,
  }),
  evpnLines: command({
    views: ['evpn', 'bridge-domain'],
    format: `route-distinguisher { <rd> | auto }
      vpn-target { <rd> | auto } &<1-8> [ both | export-extcommunity | import-extcommunity ]
      vxlan vni <vni> [ split-horizon-mode ]
      evpn binding vpn-instance <vpn-instance-name> [ bd-tag <count> ]
      evpn
      arp { collect host enable | broadcast-suppress enable | l2-proxy enable }
      split-horizon enable
      tnl-policy <policy-name>
      esi <name>
      evpn redundancy-mode { all-active | single-active }
      vlan-extend private enable
      vlan-extend redirect enable
      mac limit maximum <count>
      statistic enable
      broadcast-discard
      multicast-discard
      unknown-unicast-discard
      l2 binding vlan <vlan-id>
      segment-routing ipv6 { best-effort | locator <name> }
      local-service-id <count> remote-service-id <count>`,
    undo: 'undo vxlan vni <vni>\nundo split-horizon enable',
    summary: 'VXLAN network, EVPN instance and learning of a bridge domain.',
    parameters: {
      rd,
      vni: parameter(integer(1, 16777215), 'Number of the VXLAN network.'),
      'vpn-instance-name': vpnInstance,
      count,
      'policy-name': policyName,
      name: parameter(string(1, 63), 'Name.'),
      'vlan-id': parameter(integer(1, 4094), 'VLAN number.'),
    },
    examples: `
      vxlan vni 5010
      arp collect host enable
    `,
  }),
  bridgeDomain: command({
    views: ['system'],
    format: 'bridge-domain <bd-id>',
    undo: 'undo bridge-domain <bd-id>',
    opens: 'bridge-domain',
    summary: 'Creates a bridge domain and enters its view.',
    parameters: {
      'bd-id': parameter(integer(1, 16777215), 'Number of the bridge domain.', { defines: 'bridge-domain' }),
    },
    examples: `
      bridge-domain 10
    `,
  }),
  msdp: command({
    views: ['system'],
    format: 'msdp [ vpn-instance <vpn-instance-name> ]',
    undo: 'undo msdp',
    opens: 'msdp',
    summary: 'Enters the MSDP view.',
    parameters: { 'vpn-instance-name': vpnInstance },
    examples: `
      msdp
    `,
  }),
  msdpLines: command({
    views: ['msdp'],
    format: `peer <peer> connect-interface <interface>
      peer <peer> { description <text> | mesh-group <name> | static-rpf-peer
        | sa-policy { import | export } [ acl <acl-number> ] | password { simple | cipher } <secret> }
      originating-rp <interface>
      static-rpf-peer <peer>
      cache-sa-enable
      import-source [ acl { <acl-number> | <acl-name> } ]`,
    summary: 'Peers and filters of MSDP.',
    parameters: {
      peer,
      interface: anInterface,
      text: how,
      name: parameter(string(1, 32), 'Name.'),
      'acl-number': aclNumber,
      'acl-name': aclName,
      secret,
    },
    examples: `
      peer 10.9.9.2 connect-interface LoopBack0
    `,
  }),
  igmpMld: command({
    views: ['igmp-mld'],
    format: `global limit <count>
      ssm-mapping <address> <mask> <source>
      require-router-alert
      send-router-alert
      robust-count <count>
      timer query <count>
      max-response-time <count>
      limit <count>
      proxy source-lifetime <count>
      prefix <prefix>`,
    summary: 'Settings of IGMP or MLD of the device.',
    parameters: {
      count,
      address: parameter(ipv4, 'Group.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      source: parameter(ipv4, 'Source.'),
      prefix: parameter(ipv6Prefix, 'A prefix.'),
    },
    examples: `
      ssm-mapping 232.1.1.0 255.255.255.0 10.1.1.1
    `,
  }),
});
