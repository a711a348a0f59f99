// ACLs and time ranges.
import { command, family } from '../command';
import { integer, ipv4, ipv4Wildcard, ipv6, ipv6Prefix, mac, parameter, string, text, time } from '../parameters';
import { vpnInstance } from './shared';

/** ACL view, and ACLs and packet filters of the system view. Cites no document. */
export const acl = family('acl', {
  create: command({
    views: ['system'],
    format: `acl [ ipv6 ] [ number ] <acl-number> [ match-order { auto | config } ]
      acl [ ipv6 ] name <acl-name> [ number <acl-number> | basic | advance | advanced | link | interface | user | ucl
        | <acl-number> ] [ match-order { auto | config } ]`,
    undo: 'undo acl [ ipv6 ] { [ number ] <acl-number> | name <acl-name> | all }',
    opens: 'acl',
    summary: 'Creates an ACL and enters its view: 2000-2999 basic, 3000-3999 advanced, 4000-4999 layer 2.',
    parameters: {
      'acl-number': parameter(integer(1, 42768), 'Number of the ACL.', { defines: 'acl' }),
      'acl-name': parameter(string(1, 64), 'Name of the ACL.', { defines: 'acl' }),
    },
    examples: `
      acl number 3000
      acl 2000
      acl ipv6 number 3001
      acl name web advance
      acl name web 3999
      undo acl 2000
    `,
  }),
  rule: command({
    views: ['acl'],
    format: `rule [ <rule-id> ] [ name <rule-name> ] { permit | deny } [ ip | ipv6 | tcp | udp | icmp | icmpv6 | igmp | gre
        | ospf | ipinip | esp | ah | ahp | any | l2-protocol <ether-type> | <protocol> ] [ source { any | <source-address> [ <source-wildcard> | <mask-length> ]
        | <source-ipv6> [ <prefix-length> | <source-ipv6-wildcard> ] | <source-ipv6-prefix>
        | { ip-address | ipv6-address } { any | <source-address> [ <source-wildcard> | <mask-length> ]
        | <source-ipv6> [ <prefix-length> ] | <source-ipv6-prefix> }
        | user-group { any | <user-group-name> } | service-group { any | <service-group-name> } }
        | destination { any | <destination-address> [ <destination-wildcard> | <mask-length> ]
        | <destination-ipv6> [ <prefix-length> | <destination-ipv6-wildcard> ] | <destination-ipv6-prefix>
        | { ip-address | ipv6-address } { any | <destination-address> [ <destination-wildcard> | <mask-length> ]
        | <destination-ipv6> [ <prefix-length> ] | <destination-ipv6-prefix> }
        | user-group { any | <user-group-name> } | service-group { any | <service-group-name> } }
        | source-pool <pool-name> | destination-pool <pool-name>
        | source-port { { eq | gt | lt | neq } <port> | range <port> <last-port> | port-pool <pool-name> }
        | destination-port { { eq | gt | lt | neq } <port> | range <port> <last-port> | port-pool <pool-name> }
        | { icmp-type | icmp6-type | igmp-type } { <icmp-type> [ <icmp-code> ] | <icmp-name> }
        | dscp <class> | precedence <class> | tos <class> | traffic-class <class>
        | tcp-flag { established | <flags> [ mask <flags> ] | { ack | fin | psh | rst | syn | urg } * }
        | { syn-flag | tcp-syn-flag } { established | <flags> [ mask <flags> ] | { ack | fin | psh | rst | syn | urg } * }
        | established | fragment | none-first-fragment | first-fragment
        | fragment-type { fragment | non-fragment | non-subseq | fragment-subseq | fragment-spe-first }
        | ttl { { eq | gt | lt | neq } <ttl> | range <ttl> <last-ttl> } | ttl-expired
        | packet-length { { eq | gt | lt } <length> | range <length> <last-length> }
        | time-range <time-name> | { vpn-instance | vpn } <vpn-instance-name> | vpn-instance-any | logging | log
        | type <ether-type> [ <ether-mask> ] | source-mac <mac-address> [ <mac-mask> ]
        | { dest-mac | destination-mac } <mac-address> [ <mac-mask> ] | { vlan-id | cvlan-id } <vlan-id> [ <vlan-mask> ]
        | { 8021p | cvlan-8021p } <priority> | double-tag | ether-ii | 802.3 | snap ] *
      rule <rule-id> description <text>
      rule [ <rule-id> ] name <rule-name>`,
    undo: 'undo rule <rule-id> [ <text> ]\nundo rule name <rule-name>',
    summary: 'A rule of the ACL: lets packets through or drops them.',
    parameters: {
      'rule-id': parameter(integer(0, 4294967294), 'Number of the rule; rules are tried in order.'),
      'rule-name': parameter(string(1, 32), 'Name of the rule.'),
      protocol: parameter(integer(0, 255), 'Number of the IP protocol.'),
      'source-address': parameter(ipv4, 'Source address.'),
      'source-wildcard': parameter(ipv4Wildcard, 'Bits of the source address that may be any; 0 is the one host.'),
      'source-ipv6': parameter(ipv6, 'Source address.'),
      'source-ipv6-wildcard': parameter(ipv6, 'Bits of the source address that may be any.'),
      'source-ipv6-prefix': parameter(ipv6Prefix, 'Source prefix.'),
      'destination-address': parameter(ipv4, 'Destination address.'),
      'destination-wildcard': parameter(
        ipv4Wildcard,
        'Bits of the destination address that may be any; 0 is the one host.',
      ),
      'destination-ipv6': parameter(ipv6, 'Destination address.'),
      'destination-ipv6-wildcard': parameter(ipv6, 'Bits of the destination address that may be any.'),
      'destination-ipv6-prefix': parameter(ipv6Prefix, 'Destination prefix.'),
      'mask-length': parameter(integer(0, 32), 'Bits of the mask.'),
      'prefix-length': parameter(integer(0, 128), 'Bits of the prefix.'),
      'user-group-name': parameter(string(1, 32), 'Group of users.', { refers: 'user-group' }),
      'service-group-name': parameter(string(1, 32), 'Service group.'),
      'pool-name': parameter(string(1, 32), 'Pool of addresses or ports for ACLs.'),
      port: parameter(string(1, 32), 'Number or name of a port.'),
      'last-port': parameter(string(1, 32), 'Last port.', { endsRange: true }),
      'icmp-type': parameter(integer(0, 255), 'Type of the message.'),
      'icmp-code': parameter(integer(0, 255), 'Code of the message.'),
      'icmp-name': parameter(string(1, 32), 'Name of the type.'),
      class: parameter(string(1, 32), 'Number or name of the class.'),
      flags: parameter(string(1, 8), 'Flags, as a number.'),
      ttl: parameter(integer(1, 255), 'Time to live.'),
      'last-ttl': parameter(integer(1, 255), 'Largest time to live.', { endsRange: true }),
      length: parameter(integer(0, 65535), 'Length of the packet.', { unit: 'bytes' }),
      'last-length': parameter(integer(0, 65535), 'Largest length.', { unit: 'bytes', endsRange: true }),
      'time-name': parameter(string(1, 63), 'When the rule holds.', { refers: 'time-range' }),
      'vpn-instance-name': vpnInstance,
      'ether-type': parameter(string(1, 32), 'Type of the frame.'),
      'ether-mask': parameter(string(1, 8), 'Bits of the type that count.'),
      'mac-address': parameter(mac, 'MAC address.'),
      'mac-mask': parameter(mac, 'Bits of the address that count.'),
      'vlan-id': parameter(integer(1, 4094), 'VLAN number.'),
      'vlan-mask': parameter(string(1, 8), 'Bits of the number that count.'),
      priority: parameter(integer(0, 7), 'Priority of the frame.'),
      text: parameter(text, 'What the rule is for; behind an undo, what is taken out of the rule.'),
    },
    examples: `
      rule 5 permit ip source 10.1.1.0 0.0.0.255
      rule permit source 10.1.1.0 0.0.0.255
      rule 10 deny
      rule 15 permit tcp source any destination 10.1.1.1 0 destination-port eq 443 time-range work
      rule 20 permit ipv6 source 2001:DB8::/32
      rule 25 permit ip source user-group homes destination ip-address 10.2.0.0 0.0.255.255
      rule 30 permit type 0x8863 source-mac 0011-2233-4455
      rule 35 permit 300 source any
                     ^^^ protocol: 0-255
      undo rule 10
    `,
  }),
  lines: command({
    views: ['acl'],
    format:
      'step <step>\nmatch-order { auto | config }\nacl-statistic enable\nvpn-instance <vpn-instance-name>\nincrement <step>',
    undo: 'undo step',
    summary: 'How the rules of the ACL are numbered and ordered.',
    parameters: {
      step: parameter(integer(1, 20), 'Distance between two rule numbers.'),
      'vpn-instance-name': vpnInstance,
    },
    examples: `
      step 5
    `,
  }),
  apply: command({
    views: ['system'],
    format: `traffic-filter { inbound | outbound | vlan <vlan-id> { inbound | outbound } } acl { <acl-number> | name <acl-name> | ipv6 <acl-number> }
      acl ip-pool <pool-name>
      acl threshold-alarm <text>
      acl-agg enable`,
    undo: 'undo traffic-filter { inbound | outbound }',
    summary: 'Applies an ACL to the whole device.',
    parameters: {
      'vlan-id': parameter(integer(1, 4094), 'VLAN number.'),
      'acl-number': parameter(integer(1, 42768), 'Number of the ACL.', { refers: 'acl' }),
      'acl-name': parameter(string(1, 64), 'Name of the ACL.', { refers: 'acl' }),
      'pool-name': parameter(string(1, 32), 'Pool of addresses for rules.'),
      text: parameter(text, 'Thresholds.'),
    },
    examples: `
      traffic-filter inbound acl 3000
    `,
  }),
});

/** Time range view and time ranges in one line. Cites no document. */
export const timeRange = family('timeRange', {
  line: command({
    views: ['system'],
    format:
      'time-range <time-name> { <start> to <end> <days> &<1-7> [ from <from-time> <from-date> [ to <to-time> <to-date> ] ] | from <from-time> <from-date> [ to <to-time> <to-date> ] }',
    undo: 'undo time-range <time-name>',
    summary: 'Names times of the week or a span of dates.',
    parameters: {
      'time-name': parameter(string(1, 32), 'Name of the time range.', { defines: 'time-range' }),
      start: parameter(time, 'Beginning.'),
      end: parameter(time, 'End.'),
      days: parameter(string(1, 11, /^(?:mon|tue|wed|thu|fri|sat|sun|daily|working-day|off-day|[0-6]$)/i), 'Days.'),
      'from-time': parameter(time, 'Time.'),
      'from-date': parameter(string(1, 10), 'Date.'),
      'to-time': parameter(time, 'Time.'),
      'to-date': parameter(string(1, 10), 'Date.'),
    },
    examples: `
      time-range work 08:00 to 18:00 working-day
    `,
  }),
  view: command({
    views: ['system'],
    format: 'time-range <time-name>',
    opens: 'time-range',
    summary: 'Creates a time range and enters its view.',
    parameters: { 'time-name': parameter(string(1, 63), 'Name of the time range.', { defines: 'time-range' }) },
    examples: `
      time-range worktime
    `,
  }),
  period: command({
    views: ['time-range'],
    format: 'period-range <start> to <end> <days> &<1-7>\nabsolute-range <start> <date> to <end> <date>',
    summary: 'Times of the week, or a span of dates.',
    parameters: {
      start: parameter(time, 'Beginning.'),
      end: parameter(time, 'End.'),
      days: parameter(string(1, 31), 'Days.'),
      date: parameter(string(1, 10), 'Date.'),
    },
    examples: `
      period-range 08:00:00 to 18:00:00 working-day
    `,
  }),
});
