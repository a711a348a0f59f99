// Access router: licences, how users' interfaces, domains and RADIUS groups treat them, value-added services, static users.
import { command, family } from '../command';
import { cipher, integer, interfaceName, ipv4, ipv6, ipv6Prefix, parameter, string, text } from '../parameters';
import { qosProfile, vpnInstance } from './shared';

const name = parameter({ kind: 'name' }, 'A name.');
const words = parameter(text, 'How.');
const secret = parameter(cipher, 'The shared key.');
const ipAddress = parameter(ipv4, 'An address.');
const ipv6Address = parameter(ipv6, 'An address.');
const anyInterface = parameter(interfaceName, 'The interface.', { refers: 'interface' });
const radiusGroup = parameter(string(1, 32), 'Name of the server group.', { refers: 'radius-group' });
const rate = parameter(integer(0, 4294967295), 'Rate.', { unit: 'kbit/s' });
const burst = parameter(integer(0, 4294967295), 'Burst.', { unit: 'bytes' });
const count = parameter(integer(0, 4294967295), 'How many, or which.');
const userGroup = parameter(string(1, 64), 'Name of the group.', { refers: 'user-group' });
const instances = {
  'nat-instance': parameter(string(1, 31), 'Name of the NAT instance.', { refers: 'nat-instance' }),
  'nat64-instance': parameter(string(1, 31), 'Name of the NAT64 instance.', { refers: 'nat64-instance' }),
  'ds-lite-instance': parameter(string(1, 31), 'Name of the DS-Lite instance.', { refers: 'ds-lite-instance' }),
};

/** License view and its head. From the CLI reference. */
export const license = family('license', {
  view: command({
    views: ['system'],
    format: 'license',
    opens: 'license',
    summary: 'Enters the view in which licences are given to boards.',
    examples: `
      license
    `,
  }),
  active: command({
    views: ['license'],
    format: `active <feature> slot <slot>
      active { nat | nat64 | ds-lite | l2nat | pcp | bas | ptp | ipfpm | rtu | port-basic | port-hqos | port-bras | port-l3vpn | port-srv6 } <text>`,
    undo: `undo active <feature> slot <slot>
      undo active { nat | nat64 | ds-lite | l2nat | pcp | bas | ptp | ipfpm | rtu | port-basic | port-hqos | port-bras | port-l3vpn | port-srv6 } <text>`,
    summary: 'Gives a licence to a board: sessions and bandwidth of NAT, access users, features of ports.',
    notes: ['With hot backup the boards of both devices need the same.'],
    parameters: {
      feature: parameter(string(1, 63), 'What the licence is for.'),
      slot: parameter(string(1, 15), 'Slot of the board.'),
      text: words,
    },
    guide: ['CLI reference, License view'],
    examples: `
      active nat session-table size 16 slot 9 engine 0
      active nat bandwidth-enhance 40 slot 1
      active ds-lite vsuf slot 9
      active bas slot 1
    `,
  }),
});

/** What treats users who log in: system, BAS interface, domain, AAA and RADIUS group views. From the CLI reference. */
export const access = family('access', {
  userGroup: command({
    views: ['system'],
    format: 'user-group <group-name>',
    undo: 'undo user-group <group-name>',
    summary: 'Creates a group of users, which ACL rules and NAT can name.',
    parameters: { 'group-name': parameter(string(1, 64), 'Name of the group.', { defines: 'user-group' }) },
    examples: `
      user-group natusers
    `,
  }),
  domainGroup: command({
    views: ['domain'],
    format: `user-group <group-name> bind { nat instance <nat-instance> | nat64 instance <nat64-instance>
      | ds-lite instance <ds-lite-instance> } [ ip-pool <pool-name> ]
      user-group-list <group-name>`,
    undo: 'undo user-group-list',
    summary: 'Puts the users of the domain into a group and translates their addresses in an instance.',
    parameters: {
      'group-name': userGroup,
      ...instances,
      'pool-name': parameter(string(1, 128), 'Name of the pool.', { refers: 'ip-pool' }),
    },
    guide: ['CLI reference, user-group bind nat instance'],
    examples: `
      user-group natusers bind nat instance nat1
      user-group v6users bind ds-lite instance dslite1
    `,
  }),
  domainWeb: command({
    views: ['domain'],
    format: `web-server { <ip-address> | <ipv6-address> } * [ bind web-auth-server <server> ] [ slave ]
      web-server url <url> [ <text> ]
      web-server { identical-url | mode { get | post } | url-parameter | redirect-key <text> | user-first-url-key <text> }
      web-server url-parameter { shared-key | shared-key-cipher } <secret>
      mac-authentication enable
      ppp address-release separate
      accounting-start-delay traffic-forward before-start-accounting
      user-basic-service-ip-type { ipv4 | ipv6 | pd } &<1-3>
      value-added-service { account-type | policy | edsg | daa | cops } <text>
      diameter-server group <name>
      accounting-stop <text>
      session-group-exclude
      dns <ip-address>
      user-max-session <count>`,
    undo: `undo web-server
      undo mac-authentication enable`,
    summary: 'Where the users of the domain log in on a page, and how they are accounted.',
    parameters: {
      'ip-address': ipAddress,
      'ipv6-address': ipv6Address,
      server: name,
      url: name,
      text: words,
      secret,
      name,
      count,
    },
    guide: ['CLI reference, AAA domain view'],
    examples: `
      web-server url http://portal.example.com
      web-server 10.9.9.10
      mac-authentication enable
    `,
  }),
  userNames: command({
    views: ['aaa'],
    format: `default-user-name [ template <template-name> ] include <text>
      default-password template <template-name> <text>
      default-password template <template-name> cipher <secret>
      access-delay step <count> minimum <count> maximum <count> [ slot <count> ]
      domain-map-list <template-name>
      user-group-list <template-name>`,
    undo: `undo default-user-name [ template <template-name> ]
      undo access-delay
      undo domain-map-list <template-name>`,
    summary: 'How names and passwords of users without a login are made, and how their access is staggered.',
    parameters: { 'template-name': name, text: words, secret, count },
    guide: ['CLI reference, AAA view'],
    examples: `
      default-user-name include mac-address -
      access-delay step 100 minimum 0 maximum 1000
      domain-map-list list1
    `,
  }),
  basLines: command({
    views: ['interface'],
    format: `access-delay <delay-time> [ odd-mac | even-mac | circuit-id-include <text> | load-balance-group <name> ]
      access-delay odd-even mac offset <count>
      default-domain authentication ppp-user <domain-name>
      default-domain { pre-authentication | authentication [ force | replace ] } <domain-name>
      client-option60
      default-user-name-template <name>
      default-password-template <name>
      user-policy interface-down { online | offline }
      dhcp session-mismatch action roam { ipv4 | ipv6 | nd } &<1-3>
      value-added-service policy <name>
      link-account resolve
      vbas <text>
      dhcp-reply trust broadcast-flag
      option37-relay-mode include <text>
      client-option37
      client-option18
      accounting-copy radius-server <name>
      multicast copy { by-session | by-vlan }
      wlan-switch enable`,
    undo: `undo access-delay
      undo client-option60
      undo multicast copy`,
    summary: 'How users of a BRAS interface log in: domains, delays, options, multicast.',
    parameters: {
      'delay-time': parameter(integer(0, 4294967295), 'How long an access request waits.', { unit: 'ms' }),
      'domain-name': parameter(string(1, 64), 'A domain.', { refers: 'domain' }),
      text: words,
      name,
      count,
    },
    guide: ['CLI reference, BAS interface view'],
    examples: `
      access-delay 1000 even-mac
      default-domain authentication ppp-user isp1
      client-option60
      multicast copy by-session
    `,
  }),
  pppAuthentication: command({
    views: ['interface'],
    format: 'ppp authentication-mode auto',
    summary: 'Takes the way of PPP authentication that the user offers.',
    examples: `
      ppp authentication-mode auto
    `,
  }),
  lacpVrrp: command({
    views: ['interface'],
    format: 'lacp track vrrp vrid <virtual-router-id> interface <interface>',
    undo: 'undo lacp track vrrp [ vrid <virtual-router-id> interface <interface> ]',
    key: 'lacp track vrrp',
    summary: 'Lets the role of a VRRP group decide which trunk of the two devices carries traffic.',
    parameters: {
      'virtual-router-id': parameter(integer(1, 255), 'Number of the VRRP group.', { refers: 'vrrp-group' }),
      interface: anyInterface,
    },
    guide: ['CLI reference, lacp track vrrp'],
    examples: `
      lacp track vrrp vrid 1 interface GigabitEthernet0/1/2
    `,
  }),
  webAuth: command({
    views: ['system'],
    format: `web-auth-server { <ip-address>
      | <ipv6-address> } [ vpn-instance <vpn-instance-name> ] [ port <port> [ all ] ] [ key { simple <secret>
      | cipher <secret> | <secret> } ] [ nas-ip-address ] [ detect-time <count> ] [ <text> ]
      web-auth-server enable
      web-auth-server listening-port <port>
      web-auth-server reply-message
      web-auth-server source interface <interface>
      web-auth-server { source-ip <ip-address> | source-ipv6 <ipv6-address> } [ vpn-instance <vpn-instance-name> ]
      web-auth-server { source-ip | source-ipv6 } all
      web-auth-server version { v1 | v2 | v3 } &<1-2>
      web-auth-server user-query <text>`,
    undo: `undo web-auth-server { <ip-address> | <ipv6-address> } [ vpn-instance <vpn-instance-name> ] [ <text> ]
      undo web-auth-server { enable | reply-message | source | listening-port }
      undo web-auth-server { source-ip <ip-address> | source-ipv6 <ipv6-address> } [ vpn-instance <vpn-instance-name> ]
      undo web-auth-server { source-ip | source-ipv6 } all`,
    summary: 'The portal servers, their key, and the addresses under which they know this device.',
    parameters: {
      'ip-address': ipAddress,
      'ipv6-address': ipv6Address,
      'vpn-instance-name': vpnInstance,
      port: parameter(integer(1, 65535), 'UDP port.'),
      secret,
      count,
      text: words,
      interface: anyInterface,
    },
    guide: ['CLI reference, web-auth-server'],
    examples: `
      web-auth-server 10.9.9.10 port 50100 key cipher example
      web-auth-server source interface LoopBack0
      web-auth-server source-ip 10.9.9.1
    `,
  }),
  staticUser: command({
    views: ['system'],
    format: `static-user <text>
      layer3-subscriber <text>`,
    undo: 'undo static-user <text>\nundo layer3-subscriber <text>',
    summary: 'Users with fixed addresses, on an interface or in a domain, and users behind a router.',
    notes: ['With hot backup the two devices have the same ones.'],
    parameters: { text: parameter(text, 'Addresses, gateway, interface, VLANs, domain, detection.') },
    guide: ['CLI reference, static-user; layer3-subscriber'],
    examples: `
      static-user 10.1.1.5 10.1.1.9 gateway 10.1.1.1 interface Eth-Trunk3.10 vlan 10 domain-name isp1 detect
      static-user detect interval 30
      layer3-subscriber 10.2.0.1 10.2.0.254 domain-name isp1
    `,
  }),
  radiusGroup: command({
    views: ['radius-group'],
    format: `radius-server type { standard | plus10 | plus11 }
      radius-server calling-station-id include <text>
      radius-server attribute translate
      radius-server class-as-car
      radius-server { authentication | accounting } <ipv6-address> [ vpn-instance <vpn-instance-name> ] [ <port> ] [ <text> ]
      radius-server { hw-dhcp-option-format | hw-dhcp-info-format | accounting-start-packet
        | accounting-interim-packet | accounting-stop-packet | packet | nas-identifier-format | nas-port-id
        | called-station-id | format-attribute | option82-include | default } <text>
      radius-attribute { include | exclude | apply | disable | translate | assign | service-type | case-sensitive
        | agent-circuit-id | nas-port-id | hw-policy-name | qos-profile-name | called-station-id | user-name } <text>
      acct-session-id <text>`,
    undo: 'undo radius-server type\nundo radius-attribute include <text>\nundo radius-server attribute translate',
    summary: 'Which attributes the servers of the group understand, and what the device sends them.',
    parameters: {
      'ipv6-address': parameter(ipv6, 'Address of the server.'),
      'vpn-instance-name': vpnInstance,
      port: parameter(integer(1, 65535), 'Port of the server.'),
      text: words,
    },
    guide: ['CLI reference, RADIUS server group view'],
    examples: `
      radius-server type plus11
      radius-attribute include HW-Auth-Type
      radius-server calling-station-id include mac
    `,
  }),
  radiusGlobal: command({
    views: ['system'],
    format: `radius local-ip { all | <ip-address> } [ vpn-instance <vpn-instance-name> | <vpn-instance-name> ]
      radius-attribute { hw-policy-name | qos-profile-name | apply | service-type | case-sensitive } <text>
      access { https-redirect | packet | trigger | user | ipv6 | speed } [ <text> ]
      diameter enable
      diameter-local <text>
      diameter-peer <text>
      diameter-server group <name>`,
    undo: 'undo radius local-ip { all | <ip-address> }',
    summary: 'How the device answers RADIUS and Diameter, and how fast users may log in.',
    parameters: { 'ip-address': ipAddress, 'vpn-instance-name': vpnInstance, text: words, name },
    guide: ['CLI reference, radius local-ip'],
    examples: `
      radius local-ip all
      radius-attribute hw-policy-name support-type edsg
    `,
  }),
});

/** Value-added services: service policy and prepaid profile views, and the system view. From the CLI reference. */
export const valueAdded = family('valueAdded', {
  enable: command({
    views: ['system'],
    format: `value-added-service { enable | accounting-merge | daa | edsg | tariff-queue-mapping | quota-out | accounting } [ <text> ]
      service-group <group-name>
      service-policy download { local | radius <group-name> password cipher <secret> } *
      service-policy { cache | name-case-sensitive | radius-server-group } <text>`,
    undo: `undo value-added-service enable
      undo service-group <group-name>
      undo service-policy download [ local | radius ] *`,
    summary: 'Turns value-added services on, and says where their policies come from.',
    parameters: { text: words, 'group-name': name, secret },
    guide: ['CLI reference, EDSG'],
    examples: `
      value-added-service enable
      service-group s_1m
      service-policy download local radius group1 password cipher example
    `,
  }),
  policy: command({
    views: ['system'],
    format: `service-policy name <policy-name> [ edsg | daa ]
      value-added-service policy <policy-name> { daa | edsg | bod }`,
    undo: 'undo service-policy name <policy-name>',
    opens: 'service-policy',
    summary: 'Creates a policy of a value-added service and enters its view.',
    parameters: { 'policy-name': name },
    examples: `
      service-policy name video edsg
    `,
  }),
  policyLines: command({
    views: ['service-policy'],
    format: `radius-server group <radius-group>
      service-group <name> [ inbound | outbound ] [ priority <count> ]
      authentication-scheme <name>
      accounting-scheme <name>
      prepaid-profile <name>
      http-redirect-profile <name>
      rate-limit cir <rate> [ pir <rate> ] [ cbs <burst> [ pbs <burst> ] ] { inbound | outbound }
      rate-limit-mode { car | user-queue } { inbound | outbound }
      8021p <count> [ <count> ] domain <name>
      tariff-level <count> qos-profile <qos-profile> [ <text> ]
      accounting-scheme none
      qos-profile <qos-profile> [ <text> ]
      user-group <group-name> [ bind { nat instance <nat-instance> | ds-lite instance <ds-lite-instance> } ]
      traffic-separate enable`,
    undo: `undo radius-server group
      undo service-group
      undo authentication-scheme
      undo accounting-scheme
      undo prepaid-profile
      undo rate-limit { inbound | outbound }`,
    summary: 'Which traffic the service is about, how fast it is, and how it is accounted.',
    parameters: {
      'radius-group': radiusGroup,
      'group-name': userGroup,
      'nat-instance': instances['nat-instance'],
      'ds-lite-instance': instances['ds-lite-instance'],
      'qos-profile': qosProfile,
      name,
      count,
      rate,
      burst,
      text: words,
    },
    guide: ['CLI reference, Service policy view'],
    examples: `
      service-group s_1m
      rate-limit cir 1000 inbound
      radius-server group group1
    `,
  }),
  prepaid: command({
    views: ['system'],
    format: 'prepaid-profile <profile-name>',
    undo: 'undo prepaid-profile <profile-name>',
    opens: 'prepaid-profile',
    summary: 'Creates a profile of prepaid users and enters its view.',
    parameters: { 'profile-name': name },
    examples: `
      prepaid-profile prepaid1
    `,
  }),
  redirect: command({
    views: ['system'],
    format: 'http-redirect-profile <profile-name>',
    undo: 'undo http-redirect-profile <profile-name>',
    opens: 'prepaid-profile',
    summary: 'Creates a profile that sends users to a page, and enters its view.',
    parameters: { 'profile-name': name },
    examples: `
      http-redirect-profile expired
    `,
  }),
  prepaidLines: command({
    views: ['prepaid-profile'],
    format: `password cipher <secret>
      threshold { time <count> { seconds | minutes } | volume <count> { bytes | kbytes | mbytes } }
      quota-out { online | offline | redirect <name> }
      web-server { mode { get | post } | url <name> | redirect-limit <text> | redirect-key <text> }
      authentication-scheme <name>
      accounting-scheme <name>
      radius-server group <radius-group>`,
    undo: 'undo password\nundo threshold { time | volume }',
    summary: 'What happens when the time or volume of a user is used up, and to which page the user is sent.',
    parameters: { secret, count, name, text: words, 'radius-group': radiusGroup },
    guide: ['CLI reference, prepaid profile; HTTP redirection profile'],
    examples: `
      threshold volume 10 mbytes
      quota-out redirect expired
      web-server mode post
    `,
  }),
  behavior: command({
    views: ['traffic-behavior'],
    format: `{ http-redirect | https-redirect } [ plus ]
      tariff-level <count>
      car
      traffic-statistic
      match termination
      redirect ipv4-multinhp <text>`,
    undo: 'undo http-redirect',
    summary: 'What is done to the traffic of a value-added service.',
    parameters: { count, text: words },
    examples: `
      http-redirect plus
      tariff-level 1
    `,
  }),
});

/** Global CGN address pool and static mappings of NAT: their views and the system view. From the CLI reference. */
export const cgnPool = family('cgnPool', {
  create: command({
    views: ['system'],
    format: 'nat ip-pool <pool-name> [ dynamic ] [ vpn-instance <vpn-instance-name> ] [ no-pat ] [ slave ]',
    undo: 'undo nat ip-pool <pool-name>',
    opens: 'cgn-pool',
    summary: 'Creates a pool of public addresses that several instances share, and enters its view.',
    parameters: {
      'pool-name': parameter(string(1, 128), 'Name of the pool.'),
      'vpn-instance-name': vpnInstance,
    },
    guide: ['CLI reference, nat ip-pool'],
    examples: `
      nat ip-pool pool1
      nat ip-pool pool1 slave
    `,
  }),
  lines: command({
    views: ['cgn-pool'],
    format: `section <count> <ip-address> { <last-ip-address> | mask { <mask-length> | <last-ip-address> } }
      nat-instance subnet length initial <mask-length> [ extend <mask-length> ]
      nat-instance ip used-threshold upper-limit <percentage> lower-limit <percentage>
      nat alarm ip threshold <percentage>
      nat ip-pool load-balance enable`,
    undo: 'undo section <count>',
    summary: 'The addresses of the pool, how they are handed to instances, and when a shortage is reported.',
    parameters: {
      count,
      'ip-address': parameter(ipv4, 'First address.'),
      'last-ip-address': parameter(ipv4, 'Last address, or the mask.'),
      'mask-length': parameter(integer(0, 32), 'Length of the range.'),
      percentage: parameter(integer(0, 100), 'Share of used addresses.', { unit: '%' }),
    },
    guide: ['CLI reference, Global CGN address pool view'],
    examples: `
      section 0 198.51.100.0 mask 24
      nat-instance subnet length initial 25 extend 27
      nat alarm ip threshold 60
    `,
  }),
  mapping: command({
    views: ['system'],
    format: 'nat static-mapping\nnat syslog flexible template <text>',
    undo: 'undo nat static-mapping',
    opens: 'nat-table',
    summary: 'Enters the view of fixed translations, or of the form of NAT logs.',
    parameters: { text: words },
    examples: `
      nat static-mapping
      nat syslog flexible template session
    `,
  }),
  mappingLines: command({
    views: ['nat-table'],
    format: `inside-pool <count> [ <text> ]
      global-pool <count> [ <text> ]
      section <count> <ip-address> <text>
      static-mapping <count> <text>
      nat position <count> <text>`,
    undo: 'undo nat position <count>',
    summary: 'Private and public pools that are tied to each other, or the fields of a NAT log.',
    parameters: { count, 'ip-address': ipAddress, text: words },
    guide: ['CLI reference, nat static-mapping; nat position'],
    examples: `
      inside-pool 1
      static-mapping 10 inside-pool 1 global-pool 1 port-range 256 1023 port-size 64
      nat position 7 host-ip " "
    `,
  }),
  instanceLines: command({
    views: ['nat-instance', 'nat64-instance', 'ds-lite-instance'],
    format: `nat server-mode enable
      nat bind static-mapping <count>
      nat dns-mapping <text>
      redirect ip-nexthop <ip-address> { outbound | inbound }
      nat address-group <group-name> group-id <group-id> unnumbered interface <interface>
      nat server protocol { tcp | udp } global unnumbered interface <interface> <text>
      nat log { session | user } <text>`,
    undo: 'undo nat server-mode enable\nundo nat bind static-mapping <count>',
    summary: 'Published servers, fixed translations and logs of the instance.',
    parameters: {
      count,
      text: words,
      'ip-address': ipAddress,
      'group-name': parameter(string(1, 31), 'Name of the pool.'),
      'group-id': parameter(integer(0, 127), 'Number of the pool.'),
      interface: anyInterface,
    },
    examples: `
      nat server-mode enable
      nat bind static-mapping 10
    `,
  }),
  prefixPool: command({
    views: ['ipv6-prefix-pool'],
    format: 'link-address <ipv6-address/prefix-length>',
    undo: 'undo link-address',
    summary: 'Sets the link address by which requests find the pool.',
    parameters: { 'ipv6-address/prefix-length': parameter(ipv6Prefix, 'The prefix.') },
    examples: `
      link-address 2001:db8:40::/64
    `,
  }),
});
