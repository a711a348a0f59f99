// Interfaces: the head that opens the view, addresses, state, and what a port carries. Protocols on interfaces are in their own families.
import { command, family } from '../command';
import {
  integer,
  interfaceName,
  ipv4,
  ipv4Mask,
  ipv6,
  ipv6Prefix,
  lastOf,
  mac,
  parameter,
  string,
  text,
} from '../parameters';
import { configurationViews } from '../views';
import { anInterface, qosProfile, vlanId, vpnInstance } from './shared';

const tag = parameter(integer(1, 4294967295), 'Tag of the direct route.');
const vid = parameter(integer(1, 4094), 'VLAN number.');
const packets = parameter(integer(0, 4294967295), 'Packets a second.', { unit: 'packets/s' });

/**
 * The head of an interface, which is typed in any view, and what its view has of no single protocol. From guide pages
 * 000 to 004; most entries cite none.
 */
export const interfaceView = family('interface', {
  create: command({
    views: ['system', 'interface'],
    format: 'interface <interface> [ mode l2 | p2p | p2mp ]',
    undo: 'undo interface <interface>',
    opens: 'interface',
    summary: 'Enters the view of an interface, and creates it where it is a logical one.',
    notes: [
      'A saved file writes the name in one word; on the command line type and number may stand apart.',
      '`mode l2` makes a sub-interface a layer 2 one.',
    ],
    parameters: {
      interface: parameter(interfaceName, 'The interface; a number behind a dot names a sub-interface.', {
        defines: 'interface',
      }),
    },
    guide: ['000 step 1.2', '001 step 1.2', '002 step 1.2', '004 step 2.2'],
    examples: `
      interface GigabitEthernet0/1/2
      interface gigabitethernet 0/1/2
      interface GigabitEthernet0/1/2.100 mode l2
      interface Eth-Trunk 1
      interface 100GE1/0/2.1
      interface NULL0
      int gi 0/1/2
      undo interface Vlanif10
    `,
  }),
  range: command({
    views: ['system'],
    format: 'interface range <interface> [ to <last-interface> ]',
    opens: 'interface',
    summary: 'Configures several interfaces at once.',
    parameters: { interface: anInterface, 'last-interface': anInterface },
    action: true,
    examples: `
      interface range GigabitEthernet 0/1/1 to GigabitEthernet 0/1/4
    `,
  }),
  shutdown: command({
    views: ['interface', 'bfd-session', 'vsi'],
    format: 'shutdown',
    undo: 'undo shutdown',
    key: 'shutdown',
    summary: 'Takes the interface or session down.',
    guide: ['003 configuration files'],
    examples: `
      shutdown
      undo shutdown
    `,
  }),
  address: command({
    views: ['interface'],
    format: 'ip address <ip-address> { <mask> | <mask-length> } [ sub ] [ tag <tag> ]',
    undo: 'undo ip address [ <ip-address> { <mask> | <mask-length> } [ sub ] ]',
    summary: 'Gives the interface an IPv4 address; with `sub` a further one.',
    parameters: {
      'ip-address': parameter(ipv4, 'The address.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      'mask-length': parameter(integer(0, 32), 'Its mask in bits.'),
      tag,
    },
    examples: `
      ip address 10.1.1.1 255.255.255.0
      ip address 10.1.1.1 24
      ip address 10.1.2.1 255.255.255.0 sub
      undo ip address
      ip address 10.1.1.1 255.0.255.0
                          ^^^^^^^^^^^ mask: not an IPv4 mask
      ip address 10.1.1.1 33
                          ^^ mask-length: 0-32
    `,
  }),
  addressOther: command({
    views: ['interface'],
    format: `ip address dhcp-alloc
      ip address ppp-negotiate
      ip address unnumbered interface <interface>
      ip address bootp-alloc`,
    undo: 'undo ip address { dhcp-alloc | ppp-negotiate | unnumbered }',
    key: 'ip address automatic',
    summary: 'Takes the IPv4 address from DHCP, from the PPP peer or from another interface.',
    parameters: { interface: anInterface },
    examples: `
      ip address dhcp-alloc
      ip address unnumbered interface LoopBack0
    `,
  }),
  ipv6Enable: command({
    views: ['interface'],
    format: 'ipv6 enable',
    undo: 'undo ipv6 enable',
    key: 'ipv6 enable',
    summary: 'Turns IPv6 on; addresses and VRRP6 need it.',
    guide: ['000 step 1.3', '001 step 1.3'],
    examples: `
      ipv6 enable
    `,
  }),
  ipv6Address: command({
    views: ['interface'],
    format: `ipv6 address { <ipv6-address> <prefix-length> | <ipv6-address/prefix-length> } [ anycast | cga ] [ tag <tag> ]
      ipv6 address { <ipv6-address> <prefix-length> | <ipv6-address/prefix-length> } eui-64 [ tag <tag> ]`,
    undo: `undo ipv6 address [ { <ipv6-address> <prefix-length> | <ipv6-address/prefix-length> } [ eui-64 | anycast | cga ] ]`,
    summary: 'Gives the interface a global IPv6 address; `eui-64` makes its lower half from the MAC address.',
    notes: ['Needs `ipv6 enable`.'],
    parameters: {
      'ipv6-address': parameter(ipv6, 'The address.'),
      'prefix-length': parameter(integer(1, 128), 'Its prefix length.'),
      'ipv6-address/prefix-length': parameter(ipv6Prefix, 'The address with its prefix length.'),
      tag,
    },
    guide: ['000 step 1.4', '001 step 1.4'],
    examples: `
      ipv6 address 2001:db8:10::1/64
      ipv6 address 2001:db8:10::1 64
      ipv6 address 2001:db8:10::/64 eui-64
      ipv6 address 2001:db8:10::1/129
                   ^^^^^^^^^^^^^^^^^^ ipv6-address/prefix-length: not an IPv6 address/length
    `,
  }),
  ipv6LinkLocal: command({
    views: ['interface'],
    format: 'ipv6 address { <ipv6-address> link-local | auto { link-local | global [ default ] | dhcp } }',
    undo: 'undo ipv6 address { <ipv6-address> link-local | auto { link-local | global } }',
    summary: 'Gives the interface a link-local IPv6 address, or lets it make its addresses itself.',
    parameters: { 'ipv6-address': parameter(ipv6, 'The link-local address.') },
    examples: `
      ipv6 address auto link-local
      ipv6 address FE80::1 link-local
    `,
  }),
  description: command({
    views: configurationViews.filter((view) => view !== 'system'),
    format: 'description <text>',
    undo: 'undo description',
    key: 'description',
    summary: 'A remark for people.',
    parameters: { text: parameter(text, 'The remark, to the end of the line.') },
    examples: `
      description ## to core <A> ##
    `,
  }),
  mtu: command({
    views: ['interface'],
    format: 'mtu <mtu> [ spread ]\nipv6 mtu <mtu>\nmpls mtu <mtu>\nip tcp mss <mtu>\ntcp adjust-mss <mtu>',
    undo: 'undo mtu\nundo ipv6 mtu\nundo tcp adjust-mss',
    summary: 'Sets the largest packet, or the largest TCP segment, of the interface.',
    parameters: { mtu: parameter(integer(46, 65535), 'Largest size.', { unit: 'bytes' }) },
    examples: `
      mtu 1500
    `,
  }),
  vpn: command({
    views: ['interface'],
    format: 'ip binding vpn-instance <vpn-instance-name>\nipv6 binding vpn-instance <vpn-instance-name>',
    undo: 'undo ip binding vpn-instance [ <vpn-instance-name> ]',
    key: 'ip binding vpn-instance',
    summary: 'Puts the interface into a VPN instance; its addresses are lost and must be set again.',
    parameters: { 'vpn-instance-name': vpnInstance },
    examples: `
      ip binding vpn-instance vpn1
    `,
  }),
  portswitch: command({
    views: ['interface'],
    format: 'portswitch',
    undo: 'undo portswitch',
    key: 'portswitch',
    summary: 'Makes the interface a switch port.',
    guide: ['003 configuration files'],
    examples: `
      portswitch
      undo portswitch
    `,
  }),
  linkType: command({
    views: ['interface', 'port-group'],
    format: 'port link-type { access | trunk | hybrid | dot1q-tunnel }',
    undo: 'undo port link-type',
    key: 'port link-type',
    summary: 'Sets how the port treats VLAN tags.',
    guide: ['003 configuration files'],
    examples: `
      port link-type access
    `,
  }),
  defaultVlan: command({
    views: ['interface', 'port-group'],
    format: 'port default vlan <vlan-id>',
    undo: 'undo port default vlan',
    key: 'port default vlan',
    summary: 'Sets the VLAN of untagged frames.',
    parameters: { 'vlan-id': vlanId },
    guide: ['003 configuration files'],
    examples: `
      port default vlan 100
      port default vlan 4095
                        ^^^^ vlan-id: 1-4094
    `,
  }),
  allowVlan: command({
    views: ['interface', 'port-group'],
    format: `port trunk allow-pass vlan { all | { <vlan-id> [ to <last-vlan-id> ] } &<1-40> }
      port trunk pvid vlan <vlan-id>
      port hybrid pvid vlan <vlan-id>
      port hybrid { tagged | untagged } vlan { all | { <vlan-id> [ to <last-vlan-id> ] } &<1-40> }
      port vlan-stacking vlan <vlan-id> [ to <last-vlan-id> ] stack-vlan <outer-vlan-id>`,
    undo: `undo port trunk allow-pass vlan { all | { <vlan-id> [ to <last-vlan-id> ] } &<1-40> }
      undo port trunk pvid vlan
      undo port hybrid pvid vlan
      undo port hybrid { tagged | untagged } vlan { all | { <vlan-id> [ to <last-vlan-id> ] } &<1-40> }
      undo port hybrid vlan { all | { <vlan-id> [ to <last-vlan-id> ] } &<1-40> }`,
    summary: 'Says which VLANs the port carries, tagged or not.',
    parameters: { 'vlan-id': vlanId, 'last-vlan-id': lastOf(vlanId), 'outer-vlan-id': vlanId },
    examples: `
      port trunk allow-pass vlan 10 20 to 30 100
      port trunk allow-pass vlan 2 to 4094
      undo port trunk allow-pass vlan 1
      port trunk pvid vlan 10
      port hybrid untagged vlan 10
    `,
  }),
  switchPort: command({
    views: ['interface', 'port-group'],
    format: `port-isolate enable [ group <group-id> ]
      port-security enable
      port-security max-mac-num <number>
      port-security mac-address sticky
      port-security protect-action { protect | restrict | shutdown }
      mac-limit maximum <number>
      loopback-detect enable
      lldp enable
      trust { 8021p | dscp | upstream <domain-name> } [ inner | override ]
      storm-control { broadcast | multicast | unicast } min-rate <number> max-rate <number>
      broadcast-suppression <number>`,
    undo: 'undo lldp enable\nundo port-isolate enable\nundo loopback-detect enable',
    summary: 'Protection and discovery on a switch port.',
    parameters: {
      'group-id': parameter(integer(1, 64), 'Number of the group.'),
      number: parameter(integer(0, 4294967295), 'How many.'),
      'domain-name': parameter(string(1, 31), 'Name of the DiffServ domain.'),
    },
    examples: `
      trust upstream default
    `,
  }),
  vlanType: command({
    views: ['interface'],
    format: `vlan-type dot1q <vlan-id>
      dot1q termination vid <vlan-id> [ to <last-vlan-id> ] [ vrf <vpn-instance-name> ]
      dot1q termination vlan-group <group-id>
      qinq termination pe-vid <vlan-id> ce-vid <inner-vlan-id> [ to <last-vlan-id> ] [ vlan-group <group-id> ]
      control-vid <vlan-id> { dot1q-termination | qinq-termination } [ rt-protocol | local-switch ]
      user-vlan <vlan-id> [ <last-vlan-id> ] [ qinq <inner-vlan-id> [ <last-inner-vlan-id> ] ]
      encapsulation { dot1q [ vid <vlan-id> [ to <last-vlan-id> ] ] | dot1q-termination
        | qinq-termination [ rt-protocol | local-switch ] | qinq [ vid <vlan-id> ce-vid <inner-vlan-id> ] | untag
        | default }
      vlan-group <group-id>
      dot1q vrrp vid <vlan-id>
      qinq vrrp pe-vid <vlan-id> ce-vid <inner-vlan-id>`,
    undo: `undo vlan-type dot1q
      undo dot1q termination vid <vlan-id> [ to <last-vlan-id> ]
      undo user-vlan`,
    summary: 'Says which VLAN tags the sub-interface takes.',
    parameters: {
      'vlan-id': vid,
      'last-vlan-id': lastOf(vid),
      'inner-vlan-id': vid,
      'last-inner-vlan-id': lastOf(vid),
      'group-id': parameter(integer(1, 4094), 'Number of the VLAN group.'),
      'vpn-instance-name': vpnInstance,
    },
    examples: `
      vlan-type dot1q 100
      dot1q termination vid 10
      control-vid 1 qinq-termination
      user-vlan 100 200
      encapsulation dot1q vid 10
    `,
  }),
  bas: command({
    views: ['interface'],
    format: 'bas',
    nests: true,
    summary: 'Makes the interface a BRAS access interface; the lines below say how users log in on it.',
    examples: `
      bas
    `,
  }),
  basAccess: command({
    views: ['interface'],
    format: `access-type layer2-subscriber [ default-domain { pre-authentication <domain-name> | authentication [ force | replace ] <auth-domain-name> } * ]
      access-type layer3-subscriber [ default-domain { pre-authentication <domain-name> | authentication [ force | replace ] <auth-domain-name> } * ]
      access-type layer2-leased-line user-name <user-name> password { cipher | simple } <password> [ default-domain authentication <domain-name> ]
      authentication-method { bind | ppp | web | fast | dot1x } &<1-4>
      authentication-method-ipv6 { bind | ppp | web | fast } &<1-4>
      client-option82 [ basinfo-insert { cn-telecom | version3 } ]
      nas logic-port <interface>
      dhcp session-mismatch action { offline | roam }
      roam-domain <domain-name>
      user detect retransmit <number> interval <number>
      block user-number <number>
      access-limit <number>
      arp-trigger
      ip-trigger
      ipv6-trigger
      nd-trigger`,
    summary: 'How users log in on a BRAS access interface.',
    parameters: {
      'domain-name': parameter(string(1, 64), 'A domain.', { refers: 'domain' }),
      'auth-domain-name': parameter(string(1, 64), 'The domain that authenticates.', { refers: 'domain' }),
      'user-name': parameter(string(1, 253), 'Name of the line.'),
      password: parameter({ kind: 'cipher' }, 'Its password.'),
      interface: anInterface,
      number: parameter(integer(0, 4294967295), 'How many.'),
    },
    examples: `
      access-type layer2-subscriber default-domain authentication isp1
      authentication-method bind
    `,
  }),
  ethTrunkMember: command({
    views: ['interface'],
    format: 'eth-trunk <trunk-id>',
    undo: 'undo eth-trunk',
    key: 'eth-trunk',
    summary: 'Makes the port a member of an Eth-Trunk.',
    parameters: { 'trunk-id': parameter(integer(0, 65535), 'Number of the Eth-Trunk.', { refers: 'interface' }) },
    examples: `
      eth-trunk 1
      undo eth-trunk
    `,
  }),
  ethTrunk: command({
    views: ['interface'],
    format: `mode { lacp-static | lacp-dynamic | lacp | manual [ load-balance ] }
      load-balance { src-ip | dst-ip | src-dst-ip | src-mac | dst-mac | src-dst-mac | enhanced profile <profile-name> | packet-all }
      least active-linknumber <number>
      max active-linknumber <number>
      lacp { e-trunk { system-id <mac-address> | priority <priority> } | priority <priority> | timeout { fast | slow }
        | preempt { enable | delay <number> } | system-id <mac-address> }
      lacp mixed-rate link enable
      distribute-weight <number>
      work-mode <work-mode>
      trunkport <interface> [ to <last-interface> ]
      trunkport <interface-type> { <number> [ to <last-number> ] } &<1-8>`,
    undo: 'undo mode\nundo least active-linknumber\nundo load-balance\nundo lacp { priority | timeout | preempt enable }',
    summary: 'How an Eth-Trunk bundles its members: LACP or by hand, load sharing, how many links it needs.',
    parameters: {
      'profile-name': parameter(string(1, 31), 'Name of the profile.'),
      number: parameter(integer(0, 65535), 'How many.'),
      'last-number': parameter(string(1, 31, /^\d+(?:\/\d+)*$/), 'Last port.'),
      'mac-address': parameter(mac, 'System ID.'),
      priority: parameter(integer(0, 65535), 'LACP priority.'),
      'work-mode': parameter(string(1, 31), 'The mode.'),
      interface: anInterface,
      'last-interface': anInterface,
      'interface-type': parameter(string(1, 31, /^[a-z\d-]*[a-z]$/i), 'Type of the ports.'),
    },
    examples: `
      mode lacp-static
      load-balance src-dst-mac
      lacp e-trunk system-id 00e0-fc00-0001
    `,
  }),
  physical: command({
    views: ['interface', 'port-group'],
    format: `duplex { full | half | auto }
      speed { 10 | 100 | 1000 | 10000 | auto <speed-value> | auto | 1000 }
      negotiation auto
      auto duplex { full | half } &<1-2>
      loopback { local | remote | internal }
      flow-control [ negotiation ]
      carrier { up-hold-time | down-hold-time } <interval>
      port-mode { lan | wan | 10GE | 25GE | 100GE }
      combo-port { copper | fiber | auto }
      clock master
      virtualbaudrate <baudrate>
      alias <alias>
      set flow-stat interval <interval>
      set priority <priority>
      device transceiver <transceiver>
      poe { enable | power-off }
      dcn
      bandwidth <bandwidth> [ kbps ]`,
    undo: `undo negotiation auto
      undo duplex
      undo speed
      undo dcn
      undo dcn mode vlan
      undo alias
      undo carrier { up-hold-time | down-hold-time }
      undo loopback`,
    summary: 'Speed, duplex and other matters of the physical port.',
    parameters: {
      'speed-value': parameter(integer(10, 400000), 'Speed.', { unit: 'Mbit/s' }),
      interval: parameter(integer(0, 86400000), 'How long.'),
      baudrate: parameter(integer(1, 4294967295), 'Rate of a serial line.', { unit: 'bit/s' }),
      alias: parameter(string(1, 63), 'A second name of the interface.'),
      priority: parameter(integer(0, 255), 'The priority.'),
      bandwidth: parameter(integer(1, 4294967295), 'Bandwidth that is reported.'),
      transceiver: parameter(string(1, 31), 'Kind of the module.'),
    },
    examples: `
      duplex half
      undo negotiation auto
      undo dcn
      carrier up-hold-time 3000
    `,
  }),
  link: command({
    views: ['interface'],
    format: `link-protocol { ppp | hdlc | fr [ ietf | nonstandard ] | lapb }
      ppp authentication-mode { chap | pap | chap pap } [ domain <domain-name> ]
      ppp chap user <user-name>
      ppp chap password { cipher | simple } <password>
      ppp pap local-user <user-name> password { cipher | simple } <password>
      ppp mp <interface>
      ppp ipcp dns { admit-any | request }
      fr map ip <ip-address> [ <mask> ] <dlci> [ broadcast ]
      fr dlci <dlci>
      fr inarp
      fr interface-type { dce | dte | nni }
      pppoe-client dial-bundle-number <number> [ on-demand ]
      dialer { user <user-name> | bundle <number> | timer idle <number> | group <number> | rule <number> | number <user-name> [ autodial ] }
      dialer-group <number>
      remote address { pool <pool-name> | <ip-address> }
      service-type { all | access }
      apn <user-name>`,
    undo: 'undo link-protocol\nundo fr inarp\nundo ppp authentication-mode',
    summary: 'The link layer of serial, dialer and PPP interfaces.',
    parameters: {
      'domain-name': parameter(string(1, 64), 'A domain.', { refers: 'domain' }),
      'user-name': parameter(string(1, 64), 'User name.'),
      password: parameter({ kind: 'cipher' }, 'Password.'),
      'ip-address': parameter(ipv4, 'Address.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      dlci: parameter(integer(0, 1023), 'Number of the virtual circuit.'),
      number: parameter(integer(0, 65535), 'Number.'),
      interface: anInterface,
      'pool-name': parameter(string(1, 128), 'Name of the pool.', { refers: 'ip-pool' }),
    },
    examples: `
      link-protocol ppp
      fr map ip 10.1.1.2 102 broadcast
      undo fr inarp
    `,
  }),
  pppoeServer: command({
    views: ['interface'],
    format: 'pppoe-server bind <interface>',
    undo: 'undo pppoe-server bind [ <interface> ]',
    key: 'pppoe-server bind',
    summary: 'Serves PPPoE users with the settings of a virtual template.',
    parameters: { interface: parameter(interfaceName, 'The virtual template: Virtual-Template and its number.') },
    guide: ['vendor configuration files'],
    examples: `
      pppoe-server bind Virtual-Template 1
    `,
  }),
  arp: command({
    views: ['interface'],
    format: `arp broadcast enable
      arp-proxy { enable | inner-sub-vlan-proxy enable | inter-sub-vlan-proxy enable }
      arp proxy { enable | local enable | inner-sub-vlan-proxy enable | anyway enable }
      arp expire-time <expire-time>
      arp validate { source-mac | destination-mac } &<1-2>
      arp collect host enable
      arp distribute-gateway enable
      arp direct-route enable
      arp-learning { disable | strict { force-enable | force-disable | trust } }
      arp learning { disable | strict { force-enable | force-disable | trust } }
      arp anti-attack check user-bind enable
      arp anti-attack rate-limit enable`,
    undo: 'undo arp broadcast enable\nundo arp expire-time\nundo arp-proxy enable\nundo arp learning { disable | strict }',
    summary: 'How the interface answers and learns ARP.',
    parameters: { 'expire-time': parameter(integer(30, 86400), 'Age at which an entry goes.', { unit: 's' }) },
    examples: `
      arp broadcast enable
    `,
  }),
  statistics: command({
    views: ['interface'],
    format: `statistic { enable | mode { forward | single | auto } | accounting { enable | ipv4 | ipv6 } }
      statistic enable { inbound | outbound }
      ipv6 statistic enable
      traffic-statistics { enable | ipv4 | ipv6 } [ inbound | outbound ]
      trap-threshold { input-rate | output-rate | inputRate | outputRate } <percentage> [ resume-rate <resume-rate> ]
      log-threshold { input-rate | output-rate | inputRate | outputRate } <percentage> [ resume-rate <resume-rate> ]
      netstream { inbound | outbound } [ ip | ipv6 ]
      enable snmp trap updown
      ip verify source-address`,
    undo: 'undo statistic enable\nundo enable snmp trap updown\nundo trap-threshold { input-rate | output-rate }',
    summary: 'Counts traffic and reports when there is much of it.',
    parameters: {
      percentage: parameter(integer(1, 100), 'Load from which it is reported.', { unit: '%' }),
      'resume-rate': parameter(integer(1, 100), 'Load below which it is called off.', { unit: '%' }),
    },
    examples: `
      statistic enable
      trap-threshold input-rate 80 resume-rate 70
    `,
  }),
  quality: command({
    views: ['interface', 'vlan', 'port-group'],
    format: `traffic-policy <policy-name> { inbound | outbound } [ link-layer | all-layer | mpls-layer | vlan <vlan-id> ]
      traffic-filter { inbound | outbound } [ ipv6 ] acl { <acl-number> | name <acl-name> | ipv6 <acl-number> }
      qos-profile <profile-name> { inbound | outbound } [ vlan <vlan-id> ] [ identifier { none | vlan-id | ce-vid } ]
      qos car { inbound | outbound } [ acl <acl-number> ] cir <rate> [ pir <rate> ] [ cbs <burst> ] [ pbs <burst> ]
      qos { wfq | pq | drr | lr outbound cir <rate> | queue-profile <profile-name> | gts cir <rate> }
      qos lr { pct | cir } <rate> [ outbound ]
      port shaping <rate>
      port-queue <queue-name> { wfq weight <weight> | pq | lpq } [ shaping { <rate> | shaping-percentage <rate> } ] outbound
      user-queue cir <rate> [ pir <rate> ] { inbound | outbound }
      8021p { inbound | outbound } enable`,
    undo: 'undo traffic-policy <policy-name> { inbound | outbound }\nundo traffic-filter { inbound | outbound }\nundo qos car { inbound | outbound }',
    summary: 'Applies traffic policies, filters, rate limits and queues to the interface.',
    parameters: {
      'policy-name': parameter(string(1, 64), 'Name of the policy.', { refers: 'traffic-policy' }),
      'vlan-id': vid,
      'acl-number': parameter(integer(1, 42768), 'Number of the ACL.', { refers: 'acl' }),
      'acl-name': parameter(string(1, 64), 'Name of the ACL.', { refers: 'acl' }),
      'profile-name': qosProfile,
      rate: parameter(integer(0, 4294967295), 'Rate.', { unit: 'kbit/s' }),
      burst: parameter(integer(0, 4294967295), 'Burst.', { unit: 'bytes' }),
      'queue-name': parameter(string(1, 4), 'Service class.'),
      weight: parameter(integer(1, 100), 'Weight.'),
    },
    examples: `
      traffic-policy limit inbound
      traffic-filter inbound acl 3000
    `,
  }),
  security: command({
    views: ['interface'],
    format: `service-manage { all | http | https | ping | ssh | snmp | telnet | netconf } { permit | deny }
      service-manage enable
      ip policy-based-route <policy>
      attack-defense enable
      anti-attack urpf { loose | strict } [ allow-default ]
      ip urpf { loose | strict } [ allow-default ]
      urpf { loose | strict } [ allow-default ]
      ipv6 urpf { loose | strict } [ allow-default ]
      ipsec policy <policy-name>
      gateway <ip-address>
      redirect-reverse next-hop <ip-address>
      reverse-route enable`,
    undo: `undo service-manage enable
      undo ip policy-based-route
      undo urpf
      undo ipsec policy`,
    summary: 'Says how the device itself may be reached over the interface, and how traffic is checked on it.',
    parameters: {
      policy: parameter(string(1, 19), 'Name of the policy.', { refers: 'policy-based-route' }),
      'policy-name': parameter(string(1, 64), 'Name of the policy.'),
      'ip-address': parameter(ipv4, 'Next hop.'),
    },
    examples: `
      service-manage ping permit
    `,
  }),
  layer2: command({
    views: ['interface'],
    format: `l2 binding { vsi <vsi-name> [ ignore-ac-state ] | vlan <vlan-id> }
      mpls l2vc { <ip-address> <vc-id> | pw-template <template-name> <vc-id> } [ secondary | bypass | control-word
        | raw | tagged | tunnel-policy <policy-name> | mtu <mtu> | ignore-standby-state ] *
      mpls l2vpn { pw-redundancy { master | independent } | redundancy { master | independent }
        | reroute { delay <seconds> | immediately | never } | oam-mapping }
      bridge-domain <bd-id>
      rewrite { pop { single | double | outer } | push dot1q vid <vlan-id> | map { 1-to-1 | 2-to-1 } vid <vlan-id> | swap }
      evpn binding vpn-instance <vsi-name> bd-tag <bd-tag>
      vni <vni> head-end peer-list { protocol bgp | <ip-address> &<1-16> }
      source <ip-address>
      ve-group <ve-group-id> { l2-terminate | l3-access }
      pw-redundancy enable
      port extend enable
      esi <esi>
      vbdif enable
      bind vpn-instance <vsi-name>`,
    undo: 'undo l2 binding { vsi <vsi-name> | vlan }\nundo mpls l2vc\nundo bridge-domain',
    summary: 'Ties the interface to a layer 2 service: VSI, pseudo-wire, bridge domain, EVPN, VXLAN.',
    parameters: {
      'vsi-name': parameter(string(1, 31), 'Name of the VSI or EVPN instance.', { refers: 'vsi' }),
      'vlan-id': vid,
      'ip-address': parameter(ipv4, 'Address of the other end.'),
      'vc-id': parameter(integer(1, 4294967295), 'Number of the circuit.'),
      'template-name': parameter(string(1, 19), 'Name of the template.'),
      'policy-name': parameter(string(1, 39), 'Name of the tunnel policy.', { refers: 'tunnel-policy' }),
      mtu: parameter(integer(46, 16352), 'Largest packet.', { unit: 'bytes' }),
      seconds: parameter(integer(10, 600), 'How long.', { unit: 's' }),
      'bd-id': parameter(integer(1, 16777215), 'Number of the bridge domain.', { refers: 'bridge-domain' }),
      'bd-tag': parameter(integer(1, 4294967295), 'Tag of the bridge domain.'),
      vni: parameter(integer(1, 16777215), 'Number of the VXLAN network.'),
      've-group-id': parameter(integer(1, 64000), 'Number of the group.'),
      esi: parameter(string(1, 31), 'Ethernet segment identifier.'),
    },
    examples: `
      l2 binding vsi vsi1 ignore-ac-state
      bridge-domain 10
      rewrite pop single
    `,
  }),
  tunnel: command({
    views: ['interface'],
    format: `tunnel-protocol { gre [ p2mp ] | ipsec | mpls te | ipv4-ipv6 | ipv6-ipv4 [ 6to4 | isatap ] | ipv6-ipv6 | none | nve | vxlan }
      source { <interface> | <ipv6-address> }
      destination { <ip-address> | <ipv6-address> | vpn-instance <vpn-instance-name> <ip-address> }
      keepalive [ period <period> [ retry-times <retry-times> ] ]
      gre { key { <key> | cipher <cipher-key> | plain <key> } | checksum }
      tunnel route-via <interface> mandatory
      statistic only
      mpls te { tunnel-id <tunnel-id> | bandwidth ct0 <rate> | path explicit-path <path-name> [ secondary ]
        | record-route [ label ] | backup hot-standby | commit | reserved-for-binding | igp { shortcut | advertise }
        | signal-protocol { rsvp-te | cr-static | segment-routing } | auto-frr | fast-reroute }`,
    undo: 'undo tunnel-protocol\nundo destination\nundo source\nundo keepalive',
    summary: 'What a tunnel interface carries, and between which ends.',
    parameters: {
      interface: anInterface,
      'ipv6-address': parameter(ipv6, 'The end.'),
      'ip-address': parameter(ipv4, 'The end.'),
      'vpn-instance-name': vpnInstance,
      period: parameter(integer(1, 32767), 'How often the other end is asked.', { unit: 's' }),
      'retry-times': parameter(integer(1, 255), 'How many answers may be missed.'),
      key: parameter({ kind: 'cipher' }, 'Key of the tunnel.'),
      'cipher-key': parameter({ kind: 'cipher' }, 'Key of the tunnel, as the device stores it.'),
      'tunnel-id': parameter(integer(1, 4294967295), 'Number of the tunnel.'),
      rate: parameter(integer(0, 4294967295), 'Bandwidth.', { unit: 'kbit/s' }),
      'path-name': parameter(string(1, 63), 'Name of the path.'),
    },
    examples: `
      tunnel-protocol gre
      source LoopBack0
      destination 10.9.9.9
    `,
  }),
  icmp: command({
    views: ['interface'],
    format: `icmp { redirect send | host-unreachable send | ttl-exceeded send | port-unreachable send }
      icmp name { <icmp-name> } { disable | enable }
      ip df-unreachables enable
      ip redirect enable
      ip unreachables enable
      ip forwarding-table lsp
      discovery enable
      broadcast-limit <rate>
      mac-address <mac-address>
      mac-address learning disable`,
    undo: `undo icmp { redirect send | host-unreachable send | ttl-exceeded send }
      undo icmp name <icmp-name>
      undo mac-address learning disable`,
    summary: 'Which ICMP messages the interface sends, and its MAC address.',
    parameters: {
      'icmp-name': parameter(string(1, 63), 'Kind of message.'),
      rate: packets,
      'mac-address': parameter(mac, 'The address.'),
    },
    examples: `
      icmp redirect send
    `,
  }),
});
