// IS-IS: the process and its lines on interfaces.
import { command, family } from '../command';
import { cipher, integer, networkEntity, parameter, string } from '../parameters';
import { ipPrefix, keychain, routePolicy, vpnInstance } from './shared';

const processId = parameter(integer(1, 4294967295), 'Number of the process; 1 where none is written.', {
  refers: 'isis-process',
  absent: '1',
});
const anyProcess = parameter(integer(1, 4294967295), 'Number of the process.');
const newProcess = parameter(integer(1, 4294967295), 'Number of the process; 1 where none is written.', {
  defines: 'isis-process',
  absent: '1',
});
const cost = parameter(integer(0, 16777214), 'Cost.');
const secret = parameter(cipher, 'The key.');

/** IS-IS view and interface view. From guide page 003. */
export const isis = family('isis', {
  process: command({
    views: ['system'],
    format: 'isis [ <process-id> ] [ vpn-instance <vpn-instance-name> ]',
    undo: 'undo isis <process-id>',
    opens: 'isis',
    summary: 'Starts an IS-IS process and enters its view.',
    parameters: { 'process-id': newProcess, 'vpn-instance-name': vpnInstance },
    guide: ['003 configuration files'],
    examples: `
      isis 1
    `,
  }),
  networkEntity: command({
    views: ['isis'],
    format: 'network-entity <net>',
    undo: 'undo network-entity <net>',
    key: 'network-entity <net>',
    summary: 'Sets the area and the system ID of the router.',
    parameters: {
      net: parameter(networkEntity, 'The network entity title: area, system ID, 00.'),
    },
    guide: ['003 configuration files'],
    examples: `
      network-entity 10.0000.0000.0001.00
      network-entity 49.0001.0000.0000.01.00
                     ^^^^^^^^^^^^^^^^^^^^^^^ net: not a network entity (area.XXXX.XXXX.XXXX.00)
    `,
  }),
  ipv6Enable: command({
    views: ['isis'],
    format: 'ipv6 enable [ topology { ipv6 | standard | compatible [ enable-mt-spf ] } ]',
    undo: 'undo ipv6 enable',
    key: 'ipv6 enable',
    summary: 'Carries IPv6 routes, in a topology of their own or in the common one.',
    guide: ['003 configuration files'],
    examples: `
      ipv6 enable topology ipv6
    `,
  }),
  interfaceEnable: command({
    views: ['interface'],
    format: 'isis enable [ <process-id> ]',
    undo: 'undo isis enable',
    key: 'isis enable',
    summary: 'Runs IS-IS for IPv4 on the interface.',
    parameters: { 'process-id': processId },
    examples: `
      isis enable 1
    `,
  }),
  interfaceIpv6Enable: command({
    views: ['interface'],
    format: 'isis ipv6 enable [ <process-id> ]',
    undo: 'undo isis ipv6 enable',
    key: 'isis ipv6 enable',
    summary: 'Runs IS-IS for IPv6 on the interface.',
    parameters: { 'process-id': processId },
    guide: ['003 configuration files'],
    examples: `
      isis ipv6 enable 1
    `,
  }),
  interfaceOther: command({
    views: ['interface'],
    format: `isis [ ipv6 ] cost <cost> [ level-1 | level-2 ]
      isis circuit-level [ level-1 | level-1-2 | level-2 ]
      isis circuit-type p2p [ strict-snpa-check ]
      isis authentication-mode { simple | md5 | hmac-sha256 key-id <key-id> } { <secret> | plain <secret>
        | cipher <secret> } [ level-1 | level-2 ] [ ip | osi ] [ send-only ]
      isis authentication-mode keychain <keychain-name> [ level-1 | level-2 ] [ send-only ]
      isis silent [ advertise-zero-cost ]
      isis dis-priority <dis-priority> [ level-1 | level-2 ]
      isis timer { hello | csnp | lsp-retransmit | lsp-throttle | holding-multiplier } <interval> [ count <count> | level-1 | level-2 ] *
      isis [ ipv6 ] bfd { enable | static | block | { min-tx-interval <interval> | min-rx-interval <interval> | detect-multiplier <count> } * }
      isis ldp-sync
      isis timer ldp-sync { hold-down | hold-max-cost } <interval>
      isis [ ipv6 ] link-group <group-name>
      isis prefix-sid { absolute <label> | index <label> }
      isis small-hello
      isis peer hold-max-cost timer <interval>`,
    undo: 'undo isis { [ ipv6 ] cost | circuit-level | circuit-type | authentication-mode | silent | dis-priority | ldp-sync | small-hello }\nundo isis [ ipv6 ] bfd { enable | block }',
    summary: 'How IS-IS works on the interface: cost, level, timers, authentication, BFD.',
    parameters: {
      cost,
      'key-id': parameter(integer(1, 65535), 'Number of the key.'),
      'keychain-name': keychain,
      secret,
      'dis-priority': parameter(integer(0, 127), 'Priority in the election of the DIS.'),
      interval: parameter(integer(1, 65535), 'How often or how long.'),
      count: parameter(integer(1, 255), 'How many.'),
      'group-name': parameter(string(1, 32), 'Name of the group.'),
      label: parameter(integer(0, 16777215), 'The label or its index.'),
    },
    examples: `
      isis circuit-type p2p
      isis cost 20
      isis circuit-level level-2
    `,
  }),
  view: command({
    views: ['isis'],
    format: `is-level { level-1 | level-1-2 | level-2 }
      is-name <host-name>
      cost-style { narrow | wide | wide-compatible | compatible | narrow-compatible [ relax-spf-limit ] }
      [ ipv6 ] circuit-cost <cost> [ level-1 | level-2 ]
      [ ipv6 ] auto-cost enable [ compatible ]
      [ ipv6 ] bandwidth-reference <bandwidth>
      [ ipv6 ] import-route { direct | static | unr } [ cost-type { external | internal } | cost <cost> | tag <tag>
        | route-policy <route-policy-name> | level-1 | level-2 | level-1-2 ] *
      [ ipv6 ] import-route { ospf | ospfv3 | isis | rip | ripng
        | bgp } [ <process-id> ] [ permit-ibgp ] [ cost-type { external | internal } | cost <cost> | tag <tag>
        | route-policy <route-policy-name> | level-1 | level-2 | level-1-2 ] *
      [ ipv6 ] import-route isis level-1 into level-2 [ filter-policy { route-policy <route-policy-name> | ip-prefix <ip-prefix-name> } ]
      [ ipv6 ] import-route isis level-2 into level-1 [ filter-policy { route-policy <route-policy-name> | ip-prefix <ip-prefix-name> } ]
      [ ipv6 ] filter-policy { ip-prefix <ip-prefix-name> | route-policy <route-policy-name> } { import | export }
      [ ipv6 ] default-route-advertise [ always | match default | route-policy <route-policy-name> ] [ cost <cost>
        | tag <tag> | level-1 | level-2 | level-1-2 ] * [ avoid-learning ]
      [ ipv6 ] preference { <preference> | route-policy <route-policy-name> } &<1-2>
      [ ipv6 ] maximum load-balancing <count>
      [ ipv6 ] bfd all-interfaces { enable | { min-tx-interval <interval> | min-rx-interval <interval> | detect-multiplier <count> } * }
      [ ipv6 ] frr
      loop-free-alternate [ level-1 | level-2 | level-1-2 ]
      timer { lsp-generation | spf | lsp-max-age | lsp-refresh } <interval> [ <interval> [ <interval> ] ] [ level-1 | level-2 ]
      set-overload [ on-startup [ <interval> ] ] [ allow { external | interlevel } ]
      { area-authentication-mode | domain-authentication-mode } keychain <keychain-name>
      area-authentication-mode { simple | md5 | hmac-sha256 key-id <key-id> } { <secret> | plain <secret> | cipher <secret> } [ ip | osi ]
      domain-authentication-mode { simple | md5 | hmac-sha256 key-id <key-id> } { <secret> | plain <secret> | cipher <secret> } [ ip | osi ]
      log-peer-change [ topology ]
      graceful-restart
      traffic-eng [ level-1 | level-2 | level-1-2 ]
      segment-routing mpls
      segment-routing global-block <label> <label>
      advertise link attributes
      import-route limit <count>
      lsp-fragments-extend
      flash-flood [ level-1 | level-2 ]
      set-attached-bit auto-advertise
      summary <prefix> { <mask> | <prefix-length> } [ avoid-feedback | level-1 | level-2 | level-1-2 | tag <tag> ] *`,
    summary: 'Settings of the IS-IS process.',
    parameters: {
      'host-name': parameter(string(1, 64), 'Name of the router in IS-IS.'),
      cost,
      bandwidth: parameter(integer(1, 2147483648), 'Bandwidth that costs 1.', { unit: 'Mbit/s' }),
      'process-id': anyProcess,
      tag: parameter(integer(1, 4294967295), 'Tag of the routes.'),
      'route-policy-name': routePolicy,
      'keychain-name': keychain,
      'ip-prefix-name': ipPrefix,
      preference: parameter(integer(1, 255), 'Preference of IS-IS routes.'),
      count: parameter(integer(1, 4294967295), 'How many.'),
      interval: parameter(integer(1, 86400), 'How often or how long.'),
      'key-id': parameter(integer(1, 65535), 'Number of the key.'),
      secret,
      label: parameter(integer(16, 1048575), 'A label.'),
      prefix: parameter(string(1, 43, /^[\da-f:.]+$/i), 'The summary.'),
      mask: parameter({ kind: 'ipv4-mask' }, 'Its mask.'),
      'prefix-length': parameter(integer(0, 128), 'Its length.'),
    },
    undo: `undo { is-level | is-name | cost-style | log-peer-change | graceful-restart | set-overload | area-authentication-mode | domain-authentication-mode }
      undo [ ipv6 ] import-route { direct | static | unr }
      undo [ ipv6 ] default-route-advertise`,
    examples: `
      is-level level-2
      cost-style wide
      import-route direct
    `,
  }),
});
