// BGP: the process, its address families and its peers.
import { command, family } from '../command';
import { cipher, integer, interfaceName, ipv4, ipv4Mask, ipv6, parameter, string, text } from '../parameters';
import { aclName, aclNumber, asPathFilter, ipPrefix, keychain, routePolicy, vpnInstance } from './shared';

const asNumber = parameter(string(1, 11, /^\d+(?:\.\d+)?$/), 'AS number.');
const peer4 = parameter(ipv4, 'Address of the peer.');
const peer6 = parameter(ipv6, 'IPv6 address of the peer.');
const group = parameter(string(1, 47, /^[^\d:]/), 'Name of the peer group.');
const processId = parameter(integer(1, 4294967295), 'Number of the process.');
const med = parameter(integer(0, 4294967295), 'MED of the routes.');
const count = parameter(integer(0, 4294967295), 'How many.');
const secret = parameter(cipher, 'The key.');
const filter = parameter(string(1, 51), 'Name or number of the filter.');
const seconds = parameter(integer(0, 65535), 'How long.', { unit: 's' });

/** BGP view and the views of its address families. Cites no document. */
export const bgp = family('bgp', {
  process: command({
    views: ['system'],
    format: 'bgp <as-number> [ instance <instance-name> ]\nbgp instance <instance-name>',
    undo: 'undo bgp [ <as-number> ]',
    opens: 'bgp',
    summary: 'Starts BGP and enters its view.',
    parameters: { 'as-number': asNumber, 'instance-name': parameter(string(1, 31), 'Name of the instance.') },
    examples: `
      bgp 65001
      bgp 1.100
    `,
  }),
  family: command({
    views: ['bgp', 'bgp-family'],
    format: `ipv4-family [ unicast | multicast | vpnv4 [ unicast ] | vpn-instance <vpn-instance-name> | labeled-unicast | flow | mvpn | mdt | vpn-target ]
      ipv6-family [ unicast | multicast | vpnv6 [ unicast ] | vpn-instance <vpn-instance-name> | labeled-unicast | flow | mvpn ]
      l2vpn-family [ evpn ]
      l2vpn-ad-family
      vpls-family
      link-state-family unicast`,
    undo: 'undo ipv4-family { unicast | multicast | vpnv4 | vpn-instance <vpn-instance-name> }\nundo ipv6-family { unicast | vpnv6 | vpn-instance <vpn-instance-name> }\nundo l2vpn-family',
    opens: 'bgp-family',
    summary: 'Enters the view of an address family.',
    parameters: { 'vpn-instance-name': vpnInstance },
    examples: `
      ipv4-family unicast
      ipv4-family vpnv4
      ipv6-family vpn-instance vpn1
      l2vpn-family evpn
    `,
  }),
  peerAs: command({
    views: ['bgp', 'bgp-family'],
    format: 'peer { <ipv4-address> | <ipv6-address> | <group-name> } as-number <as-number>',
    undo: 'undo peer { <ipv4-address> | <ipv6-address> | <group-name> } [ as-number ]',
    key: 'peer <ipv4-address><ipv6-address><group-name> as-number',
    summary: 'Names a peer and its AS.',
    parameters: { 'ipv4-address': peer4, 'ipv6-address': peer6, 'group-name': group, 'as-number': asNumber },
    examples: `
      peer 10.9.9.2 as-number 65002
      peer 2001:db8::2 as-number 65002
    `,
  }),
  group: command({
    views: ['bgp', 'bgp-family'],
    format: 'group <group-name> [ internal | external ]\npeer { <ipv4-address> | <ipv6-address> } group <group-name>',
    undo: 'undo group <group-name>\nundo peer { <ipv4-address> | <ipv6-address> } group <group-name>',
    summary: 'Makes a peer group, or puts a peer into one.',
    parameters: { 'group-name': group, 'ipv4-address': peer4, 'ipv6-address': peer6 },
    examples: `
      group reflectors internal
      peer 10.9.9.2 group reflectors
    `,
  }),
  peer: command({
    views: ['bgp', 'bgp-family'],
    format: `peer { <ipv4-address> | <ipv6-address> | <group-name> } { enable
      | connect-interface <interface> [ <source4> | <source6> ] | ebgp-max-hop [ <hop-count> ] | next-hop-local
      | next-hop-invariable | reflect-client | advertise-community | advertise-ext-community
      | advertise-large-community | allow-as-loop [ <loops> ] | substitute-as
      | public-as-only [ force [ replace ] [ include-peer-as ] | limited ] | keep-all-routes | ignore
      | path-mtu auto-discovery | route-update-interval <seconds> | label-route-capability [ check-tunnel-reachable ]
      | upe | soo <community> | group <group-name> | additional-paths { send | receive }
      | capability-advertise <capability> | default-originate vpn-instance <vpn-instance-name> | discard-ext-community
      | advertise irb | advertise irbv6 | advertise encap-type vxlan | import reoriginate
      | advertise route-reoriginated evpn { mac-ip | ip | ipv6 | mac | mac-ipv6 }
      | advertise add-path path-number <loops> | mac-limit <count> | bgp-error-handling | graceful-restart
      | tracking [ delay <seconds> ] | valid-ttl-hops [ <hop-count> ] | fake-as <as-number> [ dual-as ]
      | local-as <as-number> | oscillation-dampening | route-refresh | split-group <group-name> | high-priority
      | prefix-sid | advertise best-external | redirect ip | update-group-independent }
      peer { <ipv4-address> | <ipv6-address> | <group-name> } description <text>
      peer { <ipv4-address> | <ipv6-address> | <group-name> } password { cipher <cipher-key> | simple <simple-key> }
      peer { <ipv4-address> | <ipv6-address> | <group-name> } keychain <keychain-name>
      peer { <ipv4-address> | <ipv6-address> | <group-name> } timer { keepalive <seconds> hold <seconds> [ min-holdtime <seconds> ] | connect-retry <seconds> }
      peer { <ipv4-address> | <ipv6-address> | <group-name> } route-policy <route-policy-name> { import | export }
      peer { <ipv4-address> | <ipv6-address> | <group-name> } filter-policy { <acl-number> | acl-name <acl-name> | acl6-name <acl-name> } { import | export }
      peer { <ipv4-address> | <ipv6-address> | <group-name> } { ip-prefix | ipv6-prefix } <ip-prefix-name> { import | export }
      peer { <ipv4-address> | <ipv6-address> | <group-name> } as-path-filter <as-path-filter> { import | export }
      peer { <ipv4-address> | <ipv6-address> | <group-name> } route-limit <count> [ <count> ] [ alert-only | idle-forever | idle-timeout <seconds> ]
      peer { <ipv4-address> | <ipv6-address>
        | <group-name> } default-route-advertise [ route-policy <route-policy-name> ] [ conditional-route-match-all <ipv4-address> <mask-length> ]
      peer { <ipv4-address> | <ipv6-address> | <group-name> } preferred-value <count>
      peer { <ipv4-address> | <ipv6-address> | <group-name> } bfd { enable [ single-hop-prefer ] | block
        | { min-tx-interval <seconds> | min-rx-interval <seconds> | detect-multiplier <count> | wtr <seconds> } * }
      peer { <ipv4-address> | <ipv6-address> | <group-name> } tcp-mss <count>`,
    undo: `undo peer { <ipv4-address> | <ipv6-address> | <group-name> } { enable | connect-interface | ebgp-max-hop
      | next-hop-local | reflect-client | advertise-community | advertise-ext-community | allow-as-loop | password
      | description | route-policy <route-policy-name> { import | export } | bfd enable | ignore | substitute-as
      | default-route-advertise | route-update-interval | public-as-only }`,
    summary: 'How a peer is reached and what is exchanged with it.',
    parameters: {
      'ipv4-address': peer4,
      'ipv6-address': peer6,
      'group-name': group,
      interface: parameter(interfaceName, 'Interface whose address the session uses.', { refers: 'interface' }),
      source4: parameter(ipv4, 'Own address.'),
      source6: parameter(ipv6, 'Own address.'),
      'hop-count': parameter(integer(1, 255), 'How far the peer may be.'),
      loops: parameter(integer(1, 64), 'How often.'),
      seconds,
      community: parameter(string(1, 64), 'The site of origin.'),
      capability: parameter(string(1, 64), 'The capability.'),
      'vpn-instance-name': vpnInstance,
      count,
      'as-number': asNumber,
      text: parameter(text, 'A remark.'),
      'cipher-key': secret,
      'simple-key': secret,
      'keychain-name': keychain,
      'route-policy-name': routePolicy,
      'acl-number': aclNumber,
      'acl-name': aclName,
      'ip-prefix-name': ipPrefix,
      'as-path-filter': asPathFilter,
      'mask-length': parameter(integer(0, 32), 'Its mask in bits.'),
    },
    examples: `
      peer 10.9.9.2 enable
      peer 10.9.9.2 connect-interface LoopBack0
      peer 10.9.9.2 ebgp-max-hop 255
      peer 10.9.9.2 route-policy out export
      peer 10.9.9.2 description second router
      undo peer 10.9.9.2 enable
    `,
  }),
  network: command({
    views: ['bgp', 'bgp-family'],
    format:
      'network { <ipv4-address> [ <mask> | <mask-length> ] | <ipv6-address> <prefix-length> } [ route-policy <route-policy-name> ] [ non-relay-tunnel ]',
    undo: 'undo network { <ipv4-address> [ <mask> | <mask-length> ] | <ipv6-address> <prefix-length> }',
    summary: 'Advertises a route of the routing table.',
    parameters: {
      'ipv4-address': parameter(ipv4, 'The route.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      'mask-length': parameter(integer(0, 32), 'Its mask in bits.'),
      'ipv6-address': parameter(ipv6, 'The route.'),
      'prefix-length': parameter(integer(0, 128), 'Its length.'),
      'route-policy-name': routePolicy,
    },
    examples: `
      network 10.1.1.0 255.255.255.0
      network 10.9.9.1 32
      network 2001:db8:1:: 64
    `,
  }),
  importRoute: command({
    views: ['bgp', 'bgp-family'],
    format: `import-route { direct | static | unr | wlan | dhcp } [ med <med> | route-policy <route-policy-name> ] *
      import-route { ospf | ospfv3 | isis | rip | ripng } [ <process-id> ] [ med <med> | route-policy <route-policy-name> | level-1 | level-2 ] *
      default-route imported
      import-rib { public | vpn-instance <vpn-instance-name> } [ <text> ]`,
    undo: 'undo import-route { direct | static | unr }\nundo import-route { ospf | ospfv3 | isis | rip | ripng } [ <process-id> ]',
    summary: 'Advertises routes of other protocols.',
    parameters: {
      med,
      'route-policy-name': routePolicy,
      'process-id': processId,
      'vpn-instance-name': vpnInstance,
      text: parameter(text, 'Which routes.'),
    },
    examples: `
      import-route direct
      import-route ospf 1
      import-route direct route-policy connected
    `,
  }),
  view: command({
    views: ['bgp', 'bgp-family'],
    format: `router-id { <router-id> | vpn-instance auto-select | auto-select }
      synchronization
      policy vpn-target
      reflector cluster-id <cluster-id>
      reflect between-clients
      rr-filter <filter>
      maximum load-balancing [ ibgp | ebgp | eibgp ] <count> [ ecmp-nexthop-changed ]
      load-balancing as-path-ignore
      preference { <preference> <preference> <preference> | route-policy <route-policy-name> }
      aggregate { <ipv4-address> { <mask> | <mask-length> } | <ipv6-address> <prefix-length> } [ as-set
        | detail-suppressed | attribute-policy <route-policy-name> | suppress-policy <route-policy-name>
        | origin-policy <route-policy-name> ] *
      summary automatic
      timer { keepalive <seconds> hold <seconds> [ min-holdtime <seconds> ] | connect-retry <seconds> }
      default { local-preference <count> | med <med> | ipv4-unicast }
      default local-preference <count>
      default-route-advertise [ <text> ]
      graceful-restart [ timer restart <seconds> | peer-reset ]
      graceful-restart timer wait-for-rib <seconds>
      log-peer-change
      dampening [ ibgp ] [ <text> ]
      filter-policy { <acl-number> | acl-name <acl-name> | ip-prefix <ip-prefix-name>
        | ipv6-prefix <ip-prefix-name> } { import
        | export [ direct | static | ospf <process-id> | isis <process-id> ] }
      auto-frr
      route-select delay <seconds>
      bestroute { as-path-ignore | med-none-as-maximum | igp-metric-ignore | routerid-prior-clusterlist | nexthop-resolved { ip | tunnel } | med-confederation }
      nexthop recursive-lookup { delay <seconds> | route-policy <route-policy-name> | default-route | non-critical-event delay <seconds> }
      compare-different-as-med
      deterministic-med
      ebgp-interface-sensitive
      confederation { id <as-number> | peer-as <as-number> &<1-32> | nonstandard }
      apply-label { per-instance | per-nexthop | per-route } [ pop-go ]
      ingress-lsp trigger route-policy <route-policy-name>
      advertise { l2vpn evpn [ import-route-multipath ] | lowest-priority all-address-family | best-route-sync-peer }
      import-route-extcommunity all
      supernet { unicast | label-route } advertise enable
      routing-table rib-only [ route-policy <route-policy-name> ]
      shutdown
      as-notation plain
      active-route-advertise
      peer default-route-advertise
      vpn-instance <vpn-instance-name>
      vpls-id <filter>
      as-path-limit [ <count> ]
      check-first-as
      segment-routing ipv6 { best-effort | locator <filter> | traffic-engineer }
      bfd { min-tx-interval <seconds> | min-rx-interval <seconds> | detect-multiplier <count> } *
      ext-community-change enable
      vpn-route cross multipath
      prefix-priority`,
    undo: `undo synchronization
      undo policy vpn-target
      undo default ipv4-unicast
      undo reflect between-clients
      undo check-first-as
      undo summary automatic
      undo router-id
      undo maximum load-balancing [ ibgp | ebgp | eibgp ]
      undo log-peer-change
      undo ebgp-interface-sensitive
      undo graceful-restart`,
    summary: 'Settings of BGP or of one address family.',
    parameters: {
      'router-id': parameter(ipv4, 'Router ID.'),
      'cluster-id': parameter(string(1, 15, /^[\d.]+$/), 'Cluster ID.'),
      filter,
      count,
      preference: parameter(integer(1, 255), 'Preference: external, internal, local.'),
      'route-policy-name': routePolicy,
      'ipv4-address': parameter(ipv4, 'The summary.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      'mask-length': parameter(integer(0, 32), 'Its mask in bits.'),
      'ipv6-address': parameter(ipv6, 'The summary.'),
      'prefix-length': parameter(integer(0, 128), 'Its length.'),
      seconds,
      med,
      text: parameter(text, 'How.'),
      'acl-number': aclNumber,
      'acl-name': aclName,
      'ip-prefix-name': ipPrefix,
      'process-id': processId,
      'as-number': asNumber,
      'vpn-instance-name': vpnInstance,
    },
    examples: `
      router-id 10.9.9.1
      undo synchronization
      policy vpn-target
      undo policy vpn-target
      maximum load-balancing 8
    `,
  }),
});
