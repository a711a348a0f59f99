// OSPF and OSPFv3: processes, areas and interface lines.
import { command, family } from '../command';
import { cipher, integer, ipv4, ipv4Mask, ipv4Wildcard, ipv6Prefix, parameter, string, text } from '../parameters';
import { aclName, aclNumber, anInterface, ipPrefix, keychain, routePolicy, vpnInstance } from './shared';

const processNumber = integer(1, 4294967295);
const anyProcess = parameter(processNumber, 'Number of the process.');
const ospfProcess = parameter(processNumber, 'Number of the process.', { refers: 'ospf-process' });
const ospfv3Process = parameter(processNumber, 'Number of the process.', { refers: 'ospfv3-process' });
const newOspf = parameter(processNumber, 'Number of the process; 1 where none is written.', {
  defines: 'ospf-process',
  absent: '1',
});
const newOspfv3 = parameter(processNumber, 'Number of the process; 1 where none is written.', {
  defines: 'ospfv3-process',
  absent: '1',
});
const routerId = parameter(ipv4, 'Router ID.');
const cost = parameter(integer(0, 16777214), 'Cost.');
const tag = parameter(integer(0, 4294967295), 'Tag of the routes.');
const type = parameter(integer(1, 2), 'Type of the external route.');
const secret = parameter(cipher, 'The key.');
const keyId = parameter(integer(1, 255), 'Number of the key.');
const area = parameter(string(1, 15, /^\d+(?:\.\d+\.\d+\.\d+)?$/), 'The area, as a number or dotted.');
const count = parameter(integer(1, 4294967295), 'How many.');
const interval = parameter(integer(0, 600000), 'How often or how long.');

/** OSPF view, OSPF area view and interface view. Cites no document. */
export const ospf = family('ospf', {
  process: command({
    views: ['system'],
    format: 'ospf [ <process-id> ] [ router-id <router-id> ] [ vpn-instance <vpn-instance-name> ]',
    undo: 'undo ospf <process-id>',
    opens: 'ospf',
    summary: 'Starts an OSPF process and enters its view.',
    parameters: { 'process-id': newOspf, 'router-id': routerId, 'vpn-instance-name': vpnInstance },
    examples: `
      ospf 1 router-id 10.9.9.1
    `,
  }),
  area: command({
    views: ['ospf'],
    format: 'area <area-id>',
    undo: 'undo area <area-id>',
    opens: 'ospf-area',
    summary: 'Enters the view of an area.',
    parameters: { 'area-id': area },
    examples: `
      area 0.0.0.0
      area 0
    `,
  }),
  network: command({
    views: ['ospf-area'],
    format: 'network <ip-address> <wildcard-mask> [ description <text> ]',
    undo: 'undo network <ip-address> <wildcard-mask>',
    key: 'network <ip-address> <wildcard-mask>',
    summary: 'Runs OSPF on the interfaces whose address lies in the range.',
    parameters: {
      'ip-address': parameter(ipv4, 'The range.'),
      'wildcard-mask': parameter(ipv4Wildcard, 'Its wildcard mask.'),
      text: parameter(text, 'A remark.'),
    },
    examples: `
      network 10.1.1.0 0.0.0.255
    `,
  }),
  areaOther: command({
    views: ['ospf-area'],
    format: `stub [ no-summary | default-route-advertise ]
      nssa [ default-route-advertise | no-summary | no-import-route | flush-waiting-timer <interval> | translator-always ] *
      abr-summary <ip-address> <mask> [ advertise | not-advertise | cost <cost> ] *
      asbr-summary <ip-address> <mask>
      vlink-peer <router-id> [ hello <interval> | dead <interval> | retransmit <interval> | smart-discover ] *
      authentication-mode { simple | md5 | hmac-md5 | hmac-sha256 } [ <key-id> ] [ plain <secret> | cipher <secret> | <secret> ]
      authentication-mode keychain <keychain-name>
      default-cost <cost>
      filter { <acl-number> | acl-name <acl-name> | ip-prefix <ip-prefix-name> | route-policy <route-policy-name> } { import | export }
      mpls-te enable
      range <ip-address> <mask>`,
    undo: 'undo stub\nundo nssa\nundo authentication-mode\nundo vlink-peer <router-id>\nundo abr-summary <ip-address> <mask>',
    summary: 'What kind of area it is, and what crosses its border.',
    parameters: {
      interval,
      'ip-address': parameter(ipv4, 'The summary.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      cost,
      'router-id': routerId,
      'key-id': keyId,
      'keychain-name': keychain,
      secret,
      'acl-number': aclNumber,
      'acl-name': aclName,
      'ip-prefix-name': ipPrefix,
      'route-policy-name': routePolicy,
    },
    examples: `
      stub no-summary
      nssa
      vlink-peer 10.9.9.2
    `,
  }),
  view: command({
    views: ['ospf'],
    format: `default cost { inherit-metric | <cost> }
      default { tag | type } <cost>
      import-route { direct | static | unr | limit <count> } [ cost <cost> | type <type> | tag <tag> | route-policy <route-policy-name> ] *
      import-route { ospf | rip | isis | bgp } [ <process-id> ] [ permit-ibgp ] [ cost <cost> | type <type> | tag <tag> | route-policy <route-policy-name> ] *
      default-route-advertise [ always | permit-calculate-other ] [ cost <cost> | type <type> | route-policy <route-policy-name> ] *
      filter-policy { <acl-number> | acl-name <acl-name> | ip-prefix <ip-prefix-name>
        | route-policy <route-policy-name> } { import | export [ direct | static | rip | bgp | ospf | isis ] }
      silent-interface { <interface> | all }
      preference [ ase ] { <preference> | route-policy <route-policy-name> } &<1-2>
      bandwidth-reference <count>
      maximum load-balancing <count>
      asbr-summary <ip-address> <mask> [ not-advertise | cost <cost> | tag <tag> ] *
      bfd all-interfaces { enable | { min-tx-interval <interval> | min-rx-interval <interval> | detect-multiplier <count> } * }
      default { cost <cost> | tag <tag> | type <type> } *
      spf-schedule-interval { <interval> | intelligent-timer <interval> <interval> <interval> | millisecond <interval> }
      lsa-arrival-interval { <interval> | intelligent-timer <interval> <interval> <interval> }
      lsa-originate-interval { <interval> | intelligent-timer <interval> <interval> <interval> }
      stub-router [ on-startup [ <interval> ] ]
      opaque-capability enable
      graceful-restart
      log-peer-change
      snmp-agent trap enable
      vpn-instance-capability simple
      domain-id <domain-id>
      router-id <router-id>
      traffic-eng
      segment-routing mpls
      segment-routing global-block <count> <count>
      frr
      loop-free-alternate
      import-route guide-route
      peer <ip-address> [ dr-priority <preference> ]
      rfc1583 compatible
      advertise mpls-lsr-id
      enable log
      nexthop <ip-address> weight <count>
      route-tag <tag>
      sham-hello enable`,
    undo: `undo import-route { direct | static | ospf | rip | isis | bgp } [ <process-id> ]
      undo silent-interface { <interface> | all }
      undo default-route-advertise
      undo opaque-capability
      undo filter-policy { <acl-number> | ip-prefix <ip-prefix-name> } { import | export }`,
    summary: 'Settings of the OSPF process.',
    parameters: {
      count,
      cost,
      type,
      tag,
      'process-id': anyProcess,
      'route-policy-name': routePolicy,
      'acl-number': aclNumber,
      'acl-name': aclName,
      'ip-prefix-name': ipPrefix,
      interface: anInterface,
      preference: parameter(integer(0, 255), 'Preference or priority.'),
      'ip-address': parameter(ipv4, 'An address.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      interval,
      'domain-id': parameter(string(1, 31), 'The domain.'),
      'router-id': routerId,
    },
    examples: `
      import-route direct
      import-route rip 1 cost 10
      default-route-advertise always
      silent-interface GigabitEthernet0/0/1
    `,
  }),
  interface: command({
    views: ['interface'],
    format: `ospf enable [ <process-id> ] area <area-id>
      ospf cost <cost>
      ospf network-type { broadcast | nbma | p2mp | p2p [ peer-ip-ignore ] }
      ospf dr-priority <priority>
      ospf timer { hello | dead | poll | retransmit | wait } <interval> [ conservative ]
      ospf authentication-mode { simple | md5 | hmac-md5 | hmac-sha256 } [ <key-id> ] [ plain <secret> | cipher <secret> | <secret> ]
      ospf authentication-mode { keychain <keychain-name> | null }
      ospf bfd { enable | block | { min-tx-interval <interval> | min-rx-interval <interval> | detect-multiplier <count> | frr-binding } * }
      ospf mtu-enable
      ospf ldp-sync
      ospf timer ldp-sync { hold-down | hold-max-cost } <interval>
      ospf suppress-flapping peer disable
      ospf trans-delay <interval>
      ospf filter-lsa-out all
      ospf frr block
      ospf prefix-sid { absolute <count> | index <count> }`,
    undo: 'undo ospf { enable [ [ <process-id> ] area <area-id> ] | cost | network-type | dr-priority | timer { hello | dead } | authentication-mode | bfd enable | mtu-enable }',
    summary: 'How OSPF works on the interface: area, cost, network type, timers, authentication, BFD.',
    parameters: {
      'process-id': ospfProcess,
      'area-id': area,
      cost,
      priority: parameter(integer(0, 255), 'Priority in the DR election.'),
      interval,
      'key-id': keyId,
      'keychain-name': keychain,
      secret,
      count,
    },
    examples: `
      ospf enable 1 area 0.0.0.0
      ospf cost 20
      ospf network-type p2p
    `,
  }),
});

/** OSPFv3 view, OSPFv3 area view and interface view. Cites no document. */
export const ospfv3 = family('ospfv3', {
  process: command({
    views: ['system'],
    format: 'ospfv3 [ <process-id> ] [ vpn-instance <vpn-instance-name> ]',
    undo: 'undo ospfv3 <process-id>',
    opens: 'ospfv3',
    summary: 'Starts an OSPFv3 process and enters its view.',
    parameters: { 'process-id': newOspfv3, 'vpn-instance-name': vpnInstance },
    examples: `
      ospfv3 1
    `,
  }),
  area: command({
    views: ['ospfv3'],
    format: 'area <area-id>',
    undo: 'undo area <area-id>',
    opens: 'ospfv3-area',
    summary: 'Enters the view of an area.',
    parameters: { 'area-id': area },
    examples: `
      area 0.0.0.0
    `,
  }),
  areaOther: command({
    views: ['ospfv3-area'],
    format: `stub [ no-summary ]
      nssa [ default-route-advertise | no-summary | no-import-route ] *
      abr-summary <prefix> [ not-advertise | cost <cost> ] *
      default-cost <cost>
      vlink-peer <router-id>`,
    undo: 'undo stub\nundo nssa',
    summary: 'What kind of area it is, and what crosses its border.',
    parameters: { prefix: parameter(ipv6Prefix, 'The summary.'), cost, 'router-id': routerId },
    examples: `
      stub no-summary
    `,
  }),
  view: command({
    views: ['ospfv3'],
    format: `router-id <router-id>
      import-route { direct | static | unr } [ cost <cost> | type <type> | tag <tag> | route-policy <route-policy-name> ] *
      import-route { ospfv3 | ripng | isis | bgp } [ <process-id> ] [ permit-ibgp ] [ cost <cost> | type <type>
        | tag <tag> | route-policy <route-policy-name> ] *
      default-route-advertise [ always ] [ cost <cost> | type <type> | tag <tag> | route-policy <route-policy-name> ] *
      silent-interface <interface>
      preference [ ase ] { <preference> | route-policy <route-policy-name> } &<1-2>
      bandwidth-reference <count>
      maximum load-balancing <count>
      bfd all-interfaces { enable | { min-tx-interval <interval> | min-rx-interval <interval> | detect-multiplier <count> } * }
      graceful-restart
      stub-router [ on-startup [ <interval> ] ]`,
    undo: 'undo router-id\nundo import-route { direct | static }\nundo silent-interface <interface>',
    summary: 'Settings of the OSPFv3 process.',
    parameters: {
      'router-id': routerId,
      cost,
      type,
      tag,
      'route-policy-name': routePolicy,
      'process-id': anyProcess,
      interface: anInterface,
      preference: parameter(integer(1, 255), 'Preference.'),
      count,
      interval,
    },
    examples: `
      router-id 10.9.9.1
    `,
  }),
  interface: command({
    views: ['interface'],
    format: `ospfv3 <process-id> area <area-id> [ instance <instance-id> ]
      ospfv3 cost <cost> [ instance <instance-id> ]
      ospfv3 network-type { broadcast | nbma | p2mp | p2p } [ instance <instance-id> ]
      ospfv3 dr-priority <priority> [ instance <instance-id> ]
      ospfv3 timer { hello | dead | retransmit } <interval> [ instance <instance-id> ]
      ospfv3 bfd { enable | block | { min-tx-interval <interval> | min-rx-interval <interval> | detect-multiplier <count> } * }
      ospfv3 mtu-ignore`,
    undo: 'undo ospfv3 { <process-id> area <area-id> | cost | network-type | dr-priority }',
    summary: 'How OSPFv3 works on the interface.',
    parameters: {
      'process-id': ospfv3Process,
      'area-id': area,
      'instance-id': parameter(integer(0, 255), 'Instance.'),
      cost,
      priority: parameter(integer(0, 255), 'Priority in the DR election.'),
      interval,
      count,
    },
    examples: `
      ospfv3 1 area 0.0.0.0
      ospfv3 cost 20
    `,
  }),
});
