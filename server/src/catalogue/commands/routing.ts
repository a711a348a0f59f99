// Static routes, RIP, and the lists and policies that filter routes.
import { command, family } from '../command';
import {
  cipher,
  integer,
  interfaceName,
  ipv4,
  ipv4Mask,
  ipv6,
  ipv6Prefix,
  parameter,
  string,
  text,
} from '../parameters';
import {
  aclName,
  aclNumber,
  anInterface,
  asPathFilter,
  ipPrefix,
  nqaAdmin,
  nqaTest,
  routePolicy,
  vpnInstance,
} from './shared';

const nextHop = parameter(ipv4, 'Next hop.');
const nextHop6 = parameter(ipv6, 'Next hop.');
const outInterface = parameter(interfaceName, 'Interface the packets leave by.', { refers: 'interface' });
const preference = parameter(integer(1, 255), 'Preference: the lower one is used.');
const tag = parameter(integer(1, 4294967295), 'Tag of the route.');
const count = parameter(integer(0, 4294967295), 'How many.');
const mask = parameter(ipv4Mask, 'Its mask.');
const maskLength = parameter(integer(0, 32), 'Its mask in bits.');
const processId = parameter(integer(1, 4294967295), 'Number of the process.');
const filterName = string(1, 51);
const filterDoc = 'Name or number of the filter.';
const communityFilter = parameter(filterName, filterDoc, { refers: 'community-filter' });

/** Static routes of both families and what routing has in the system view. Cites no document. */
export const staticRoute = family('staticRoute', {
  ipv4: command({
    views: ['system'],
    format: `ip route-static <ip-address> { <mask> | <mask-length> } { <interface> [ <next-hop> ] | <next-hop>
      | vpn-instance <destination-vpn-instance> <next-hop> } [ preference <preference> | tag <tag> ] * [ bfd enable
      | track bfd-session <session-name> | track nqa <nqa-admin> <nqa-test> | track efm-state <tracked-interface>
      | permanent | inherit-cost | inter-protocol-ecmp ] [ description <text> ]
      ip route-static vpn-instance <vpn-instance-name> <ip-address> { <mask>
        | <mask-length> } { <interface> [ <next-hop> ] | <next-hop> [ public ]
        | vpn-instance <destination-vpn-instance> <next-hop> } [ preference <preference>
        | tag <tag> ] * [ track bfd-session <session-name> | track nqa <nqa-admin> <nqa-test>
        | permanent ] [ description <text> ]
      ip route-static default-preference <preference>
      ip route-static bfd <next-hop> <next-hop>
      ip route-static selection-rule relay-depth
      ip route-static frr [ vpn-instance <vpn-instance-name> ]`,
    undo: `undo ip route-static { <ip-address> { <mask> | <mask-length> } [ <interface> [ <next-hop> ] | <next-hop> ]
      | vpn-instance <vpn-instance-name> <ip-address> { <mask> | <mask-length> } [ <next-hop> ] | all }`,
    summary: 'A static route.',
    parameters: {
      'ip-address': parameter(ipv4, 'Destination.'),
      mask,
      'mask-length': maskLength,
      interface: outInterface,
      'next-hop': nextHop,
      'destination-vpn-instance': vpnInstance,
      preference,
      tag,
      'session-name': parameter(string(1, 64), 'Name of the BFD session.', { refers: 'bfd-session' }),
      'nqa-admin': nqaAdmin,
      'nqa-test': nqaTest,
      'tracked-interface': anInterface,
      'vpn-instance-name': vpnInstance,
      text: parameter(text, 'A remark.'),
    },
    examples: `
      ip route-static 0.0.0.0 0.0.0.0 10.1.1.254
      ip route-static 10.9.0.0 16 NULL0 preference 200
      ip route-static vpn-instance vpn1 0.0.0.0 0 10.1.1.254
      ip route-static 10.9.0.0 255.255.0.0 GigabitEthernet0/0/1 10.1.1.254
    `,
  }),
  ipv6: command({
    views: ['system'],
    format: `ipv6 route-static [ vpn-instance <vpn-instance-name> ] { <ipv6-address> <prefix-length>
      | <ipv6-address/prefix-length> } { <interface> [ <next-hop> ] | <next-hop>
      | vpn-instance <destination-vpn-instance> <next-hop> } [ preference <preference> | tag <tag> ] * [ bfd enable
      | track bfd-session <session-name> | permanent ] [ description <text> ]`,
    undo: 'undo ipv6 route-static { [ vpn-instance <vpn-instance-name> ] <ipv6-address> <prefix-length> [ <interface> ] [ <next-hop> ] | all }',
    summary: 'A static IPv6 route.',
    parameters: {
      'vpn-instance-name': vpnInstance,
      'ipv6-address': parameter(ipv6, 'Destination.'),
      'prefix-length': parameter(integer(0, 128), 'Its length.'),
      'ipv6-address/prefix-length': parameter(ipv6Prefix, 'Destination with its length.'),
      interface: outInterface,
      'next-hop': nextHop6,
      'destination-vpn-instance': vpnInstance,
      preference,
      tag,
      'session-name': parameter(string(1, 64), 'Name of the BFD session.', { refers: 'bfd-session' }),
      text: parameter(text, 'A remark.'),
    },
    examples: `
      ipv6 route-static :: 0 2001:db8::1
      ipv6 route-static 2001:db8:9:: 48 NULL0
    `,
  }),
  routerId: command({
    views: ['system'],
    format: 'router id <router-id> [ vpn-instance <vpn-instance-name> ]\nrouter-id <router-id>',
    undo: 'undo router id',
    key: 'router id',
    summary: 'Sets the router ID that protocols use unless they have their own.',
    parameters: { 'router-id': parameter(ipv4, 'Router ID.'), 'vpn-instance-name': vpnInstance },
    examples: `
      router id 10.9.9.1
    `,
  }),
  global: command({
    views: ['system'],
    format: `ip load-balance hash src-ip
      ip ttl-expires enable
      ip df-unreachables enable
      ip netstream <text>
      ip forward-protocol <text>
      ip frr route-policy <route-policy-name>
      ip urpf enable
      ip host <host-name> <ip-address>
      ip dns { server <ip-address> | domain <host-name> }
      dns { resolve | server { <ip-address> | ipv6 <ipv6-address> } | domain <host-name> | proxy enable | spoofing <ip-address> }
      arp static <ip-address> <mac> [ <text> ]
      arp { expire-time <count> | learning strict | speed-limit source-ip maximum <count>
        | anti-attack entry-check { fixed-mac | fixed-all | send-ack } enable | static <ip-address> <mac>
        | ip-conflict-detect enable | gratuitous-arp send enable | miss speed-limit source-ip maximum <count>
        | vlink-direct-route advertise }
      arp-miss { speed-limit source-ip maximum <count> | anti-attack rate-limit <count> }
      arp-suppress enable
      load-balance { src-ip | dst-ip | src-dst-ip }
      route recursive-lookup tunnel
      tcp { timer { syn-timeout | fin-timeout } <count> | window <count> | min-mss <count> }
      tcp ipv6 { timer { syn-timeout | fin-timeout } <count> | window <count> }
      mac-address { aging-time <count> | static <mac> <text> | blackhole <mac> [ <text> ] | flapping detection | update arp }
      icmp { receive | rate-limit enable | blackhole unreachable send | port-unreachable send | name <host-name> { enable | disable } }
      icmp-reply fast`,
    undo: 'undo ip df-unreachables enable\nundo dns { resolve | proxy enable }\nundo arp learning strict\nundo icmp name <host-name> { send | receive }',
    summary: 'IPv4 settings of the whole device.',
    parameters: {
      text: parameter(text, 'What.'),
      'route-policy-name': routePolicy,
      'host-name': parameter(string(1, 255), 'A name.'),
      'ip-address': parameter(ipv4, 'An address.'),
      'ipv6-address': parameter(ipv6, 'An address.'),
      count,
      mac: parameter({ kind: 'mac' }, 'A MAC address.'),
    },
    examples: `
      ip load-balance hash src-ip
    `,
  }),
});

/** RIP view and interface view. Cites no document. */
export const rip = family('rip', {
  process: command({
    views: ['system'],
    format:
      'rip [ <process-id> ] [ vpn-instance <vpn-instance-name> ]\nripng [ <process-id> ] [ vpn-instance <vpn-instance-name> ]',
    undo: 'undo rip <process-id>\nundo ripng <process-id>',
    opens: 'rip',
    summary: 'Starts a RIP or RIPng process and enters its view.',
    parameters: { 'process-id': processId, 'vpn-instance-name': vpnInstance },
    examples: `
      rip 1
    `,
  }),
  view: command({
    views: ['rip'],
    format: `version { 1 | 2 }
      network <ip-address>
      summary [ always ]
      import-route { direct | static | ospf | ospfv3 | isis | bgp | rip | ripng | unr } [ <process-id> ] [ cost <cost>
        | route-policy <route-policy-name> | permit-ibgp ] *
      default-route originate [ match default | route-policy <route-policy-name> ] [ cost <cost> ]
      default-cost <cost>
      silent-interface { all | <interface> }
      peer <ip-address>
      preference { <preference> | route-policy <route-policy-name> } &<1-2>
      filter-policy { <acl-number> | ip-prefix <ip-prefix-name> | gateway <ip-prefix-name> } { import [ <interface> ] | export [ <text> ] }
      timers rip <count> <count> <count>
      maximum load-balancing <count>
      host-route
      verify-source
      checkzero`,
    undo: `undo summary
      undo silent-interface { all | <interface> }
      undo network <ip-address>
      undo verify-source
      undo import-route { direct | static | ospf | isis | bgp } [ <process-id> ]`,
    summary: 'Settings of the RIP process.',
    parameters: {
      'ip-address': parameter(ipv4, 'A network or a neighbour.'),
      'process-id': processId,
      cost: parameter(integer(0, 16), 'Cost.'),
      'route-policy-name': routePolicy,
      interface: anInterface,
      preference,
      'acl-number': aclNumber,
      'ip-prefix-name': ipPrefix,
      text: parameter(text, 'Which routes.'),
      count,
    },
    examples: `
      version 2
      network 10.0.0.0
      undo summary
    `,
  }),
  interface: command({
    views: ['interface'],
    format: `rip version { 1 | 2 [ broadcast | multicast ] }
      rip metricin <cost>
      rip metricout { <cost> | { <acl-number> | ip-prefix <ip-prefix-name> } <cost> }
      rip authentication-mode { simple { plain <secret> | cipher <secret> | <secret> }
        | md5 { usual | nonstandard } { plain <secret> | cipher <secret> | <secret> } [ <key-id> ]
        | hmac-sha256 { plain <secret> | cipher <secret> } <key-id> }
      rip { input | output | split-horizon | poison-reverse }
      rip summary-address <ip-address> <mask> [ avoid-feedback ]
      ripng <process-id> enable
      ripng { metricin | metricout } <cost>
      ripng default-route { only | originate } [ cost <cost> ]`,
    undo: 'undo rip { version | metricin | metricout | input | output | split-horizon | poison-reverse | authentication-mode | summary-address <ip-address> <mask> }\nundo ripng <process-id> enable',
    summary: 'How RIP works on the interface.',
    parameters: {
      cost: parameter(integer(0, 16), 'Cost.'),
      'acl-number': aclNumber,
      'ip-prefix-name': ipPrefix,
      secret: parameter(cipher, 'The key.'),
      'key-id': parameter(integer(1, 255), 'Number of the key.'),
      'ip-address': parameter(ipv4, 'The summary.'),
      mask,
      'process-id': processId,
    },
    examples: `
      rip version 2 multicast
      undo rip output
    `,
  }),
});

/** Route-policy view, and the lists of the system view that it uses. Cites no document. */
export const routePolicyFamily = family('routePolicy', {
  create: command({
    views: ['system'],
    format: 'route-policy <route-policy-name> { permit | deny } [ node <node> ]',
    undo: 'undo route-policy <route-policy-name> [ node <node> ]',
    opens: 'route-policy',
    summary: 'Makes a node of a route-policy and enters its view.',
    parameters: {
      'route-policy-name': parameter(string(1, 200), 'Name of the route-policy.', { defines: 'route-policy' }),
      node: parameter(integer(0, 65535), 'Number of the node; nodes are tried in order.'),
    },
    examples: `
      route-policy out permit node 10
    `,
  }),
  ifMatch: command({
    views: ['route-policy'],
    format: `if-match { ip-prefix | ipv6 address prefix-list | ip next-hop ip-prefix | ipv6 next-hop prefix-list | ip route-source ip-prefix } <ip-prefix-name>
      if-match acl { <acl-number> | <acl-name> }
      if-match { ip | ipv6 } { next-hop | route-source | address } { acl <acl-number> | ip-prefix <ip-prefix-name> | prefix-list <ip-prefix-name> }
      if-match as-path-filter <as-path-filter> &<1-16>
      if-match community-filter <community-filter> [ whole-match ] &<1-16>
      if-match { extcommunity-filter <extcommunity-filter> | rd-filter <rd-filter> | extcommunity-list soo <filter>
        | large-community-filter <large-community-filter> }
      if-match cost { <count> | greater-equal <count> | less-equal <count> }
      if-match tag <count>
      if-match interface <interface>
      if-match route-type { external-type1 | external-type2 | external-type1or2 | internal | is-is-level-1
        | is-is-level-2 | nssa-external-type1 | nssa-external-type2 | nssa-external-type1or2 | ibgp
        | evpn <route-type> }
      if-match protocol { direct | static | bgp | ospf | isis | rip | unr } &<1-7>
      if-match mpls-label`,
    undo: 'undo if-match { acl | ip-prefix | cost | tag | interface | route-type | community-filter | as-path-filter }',
    summary: 'A condition of the node.',
    parameters: {
      'ip-prefix-name': ipPrefix,
      'acl-number': aclNumber,
      'acl-name': aclName,
      'as-path-filter': asPathFilter,
      'community-filter': communityFilter,
      'extcommunity-filter': parameter(filterName, filterDoc, { refers: 'extcommunity-filter' }),
      'rd-filter': parameter(filterName, filterDoc, { refers: 'rd-filter' }),
      'large-community-filter': parameter(filterName, filterDoc, { refers: 'large-community-filter' }),
      filter: parameter(filterName, filterDoc),
      count,
      interface: anInterface,
      'route-type': parameter(string(1, 31), 'Kind of route.'),
    },
    examples: `
      if-match ip-prefix own
      if-match acl 2000
    `,
  }),
  apply: command({
    views: ['route-policy'],
    format: `apply cost [ + | - ] <count>
      apply cost { none | inherit }
      apply cost-type { external | internal | type-1 | type-2 | internal-inc-ibgp | med-plus-igp }
      apply local-preference [ + | - ] <count>
      apply as-path { <as-number> &<1-10> { additive | overwrite } | none overwrite }
      apply community { none | { <community> | internet | no-advertise | no-export | no-export-subconfed } &<1-32> [ additive ] }
      apply extcommunity { { rt <community> | soo <community> } &<1-16> [ additive ] | none }
      apply large-community { <community> &<1-16> { additive | overwrite } | none }
      apply comm-filter <community-filter> delete
      apply tag <count>
      apply origin { igp | egp <count> | incomplete }
      apply preference <count>
      apply preferred-value <count>
      apply { ip-address | ipv6 | ipv4 } next-hop { <next-hop> | <next-hop6> | peer-address | original | blackhole }
      apply ip-precedence <count>
      apply qos-local-id <count>
      apply traffic-index <count>
      apply mpls-label
      apply dampening <count> <count> <count> <count>
      apply isis { level-1 | level-1-2 | level-2 }
      apply behavior <filter>
      goto next-node <count>`,
    undo: 'undo apply { cost | local-preference | tag | community | as-path | preferred-value | ip-address next-hop }',
    summary: 'What the node does to a route that meets its conditions.',
    parameters: {
      count,
      'as-number': parameter(string(1, 11, /^\d+(?:\.\d+)?$/), 'AS number.'),
      community: parameter(string(1, 64), 'The community.'),
      'community-filter': communityFilter,
      filter: parameter(string(1, 51), 'Name or number.'),
      'next-hop': nextHop,
      'next-hop6': nextHop6,
    },
    examples: `
      apply cost 20
      apply local-preference 200
      apply as-path 65009 65009 additive
      apply ip-address next-hop 10.1.1.1
    `,
  }),
  ipPrefix: command({
    views: ['system'],
    format: `ip ip-prefix <ip-prefix-name> [ index <index> ] { permit
      | deny } <ip-address> <mask-length> [ match-network ] [ greater-equal <mask-length> ] [ less-equal <mask-length> ]
      ip ipv6-prefix <ip-prefix-name> [ index <index> ] { permit
        | deny } <ipv6-address> <prefix-length> [ match-network ] [ greater-equal <prefix-length> ] [ less-equal <prefix-length> ]
      ip ip-prefix <ip-prefix-name> description <text>`,
    undo: 'undo ip ip-prefix <ip-prefix-name> [ index <index> ]\nundo ip ipv6-prefix <ip-prefix-name> [ index <index> ]',
    summary: 'A line of a prefix list.',
    parameters: {
      'ip-prefix-name': parameter(string(1, 169), 'Name of the prefix list.', { defines: 'ip-prefix' }),
      index: parameter(integer(1, 4294967295), 'Place of the line; lines are tried in order.'),
      'ip-address': parameter(ipv4, 'The prefix.'),
      'mask-length': maskLength,
      'ipv6-address': parameter(ipv6, 'The prefix.'),
      'prefix-length': parameter(integer(0, 128), 'Its length.'),
      text: parameter(text, 'A remark.'),
    },
    examples: `
      ip ip-prefix own index 10 permit 10.1.0.0 16 greater-equal 24 less-equal 24
    `,
  }),
  filters: command({
    views: ['system'],
    format: `ip as-path-filter <as-path-filter> [ index <index> ] { permit | deny } <text>
      ip community-filter { basic <community-filter> | advanced <community-filter>
        | <community-filter> } [ index <index> ] { permit | deny } [ <text> ]
      ip extcommunity-filter { basic <extcommunity-filter> | advanced <extcommunity-filter>
        | <extcommunity-filter> } [ index <index> ] { permit | deny } [ <text> ]
      ip extcommunity-list soo { basic <filter> | advanced <filter> } [ index <index> ] { permit | deny } <text>
      ip rd-filter <rd-filter> [ index <index> ] { permit | deny } <text>
      ip large-community-filter { basic <large-community-filter>
        | advanced <large-community-filter> } [ index <index> ] { permit | deny } <text>`,
    undo: `undo ip as-path-filter <as-path-filter> [ index <index> ]
      undo ip community-filter { basic <community-filter> | advanced <community-filter> | <community-filter> }`,
    summary: 'A line of a filter for AS paths or communities.',
    parameters: {
      'as-path-filter': parameter(filterName, filterDoc, { defines: 'as-path-filter' }),
      'community-filter': parameter(filterName, filterDoc, { defines: 'community-filter' }),
      'extcommunity-filter': parameter(filterName, filterDoc, { defines: 'extcommunity-filter' }),
      'rd-filter': parameter(filterName, filterDoc, { defines: 'rd-filter' }),
      'large-community-filter': parameter(filterName, filterDoc, { defines: 'large-community-filter' }),
      filter: parameter(filterName, filterDoc),
      index: parameter(integer(1, 4294967295), 'Place of the line.'),
      text: parameter(text, 'What is matched.'),
    },
    examples: `
      ip as-path-filter 1 permit ^65001_
      ip community-filter 1 permit 100:1
    `,
  }),
});

/** Policy-based route view and where it is applied. Cites no document. */
export const policyBasedRoute = family('policyBasedRoute', {
  create: command({
    views: ['system'],
    format: `policy-based-route <policy-name> { permit | deny } node <node>
      policy-based-route`,
    undo: 'undo policy-based-route <policy-name>',
    opens: 'policy-based-route',
    summary: 'Makes a node of a policy that routes by more than the destination.',
    parameters: {
      'policy-name': parameter(string(1, 19), 'Name of the policy.', { defines: 'policy-based-route' }),
      node: parameter(integer(0, 65535), 'Number of the node.'),
    },
    examples: `
      policy-based-route guests permit node 10
    `,
  }),
  node: command({
    views: ['policy-based-route'],
    format: `if-match acl { <acl-number> | <acl-name> }
      if-match packet-length <count> <count>
      apply output-interface <interface>
      apply ip-address next-hop <next-hop> [ track <text> ]
      apply ip-address backup-nexthop <next-hop>
      apply ip-address default next-hop <next-hop>
      apply { default output-interface | ip-df } <interface>
      apply access-vpn vpn-instance <vpn-instance-name>
      apply ip-precedence <precedence>`,
    undo: 'undo if-match acl\nundo apply output-interface',
    summary: 'What the node takes, and where it sends it.',
    parameters: {
      'acl-number': aclNumber,
      'acl-name': aclName,
      count,
      interface: outInterface,
      'next-hop': nextHop,
      text: parameter(text, 'What is tracked.'),
      'vpn-instance-name': vpnInstance,
      precedence: parameter(string(1, 15), 'Precedence.'),
    },
    examples: `
      if-match acl 3000
      apply ip-address next-hop 10.1.1.254
    `,
  }),
  local: command({
    views: ['system'],
    format: 'ip local policy-based-route <policy-name>',
    undo: 'undo ip local policy-based-route',
    key: 'ip local policy-based-route',
    summary: "Applies a policy to the device's own packets.",
    parameters: { 'policy-name': parameter(string(1, 19), 'Name of the policy.', { refers: 'policy-based-route' }) },
    examples: `
      ip local policy-based-route own
    `,
  }),
});
