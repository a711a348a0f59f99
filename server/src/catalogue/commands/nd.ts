// IPv6 neighbour discovery and the IPv6 switches of the device. Both devices of an ND pair hold the same lines.
import { command, family } from '../command';
import { integer, interfaceName, ipv6, ipv6Prefix, mac, parameter } from '../parameters';

/** IPv6 and neighbour discovery, in the system view and on interfaces. Cites no document. */
export const nd = family('nd', {
  ipv6: command({
    views: ['system'],
    format: 'ipv6',
    undo: 'undo ipv6',
    key: 'ipv6',
    summary: 'Turns IPv6 forwarding on, on devices that want it said.',
    examples: `
      ipv6
    `,
  }),
  neighbor: command({
    views: ['system', 'interface'],
    format: `ipv6 neighbor <ipv6-address> <mac-address> [ vid <vlan-id> [ <interface> ] | <interface> | vlan <vlan-id> <interface> ]`,
    undo: 'undo ipv6 neighbor <ipv6-address> [ <interface> ]',
    summary: 'Writes a neighbour entry by hand.',
    parameters: {
      'ipv6-address': parameter(ipv6, 'Address of the neighbour.'),
      'mac-address': parameter(mac, 'Its MAC address.'),
      'vlan-id': parameter(integer(1, 4094), 'VLAN number.'),
      interface: parameter(interfaceName, 'Interface of the neighbour.', { refers: 'interface' }),
    },
    examples: `
      ipv6 neighbor 2001:db8::9 00e0-fc12-3456
    `,
  }),
  raHalt: command({
    views: ['interface'],
    format:
      'ipv6 nd ra { halt [ disable ] | max-interval <max-interval> | min-interval <min-interval> | router-lifetime <lifetime> | preference { high | medium | low } | hop-limit <hop-limit> | prefix { default no-advertise | { <ipv6-address> <prefix-length> | <ipv6-address/prefix-length> } <lifetime> <preferred-lifetime> [ no-autoconfig | off-link ] * } }',
    undo: `undo ipv6 nd ra { halt | max-interval | min-interval | router-lifetime | preference | hop-limit
      | prefix { <ipv6-address> <prefix-length> | <ipv6-address/prefix-length> } }`,
    summary: 'Says whether, how often and with what router advertisements are sent.',
    parameters: {
      'max-interval': parameter(integer(4, 1800), 'Longest time between two.', { unit: 's' }),
      'min-interval': parameter(integer(3, 1350), 'Shortest time between two.', { unit: 's' }),
      lifetime: parameter(integer(0, 4294967295), 'How long it holds.', { unit: 's' }),
      'preferred-lifetime': parameter(integer(0, 4294967295), 'How long it is preferred.', { unit: 's' }),
      'hop-limit': parameter(integer(0, 255), 'Hop limit for hosts.'),
      'ipv6-address/prefix-length': parameter(ipv6Prefix, 'The prefix.'),
      'ipv6-address': parameter(ipv6, 'The prefix.'),
      'prefix-length': parameter(integer(0, 128), 'Its length in bits.'),
    },
    examples: `
      ipv6 nd ra halt disable
      ipv6 nd ra max-interval 60
      ipv6 nd ra prefix 2001:DB8:A5:: 64 3600 1800
    `,
  }),
  settings: command({
    views: ['interface'],
    format: `ipv6 nd { autoconfig managed-address-flag | autoconfig other-flag }
      ipv6 nd ns { retrans-timer <milliseconds> | multicast-enable | key { <milliseconds> } }
      ipv6 nd nud { reachable-time <milliseconds> | attempts <attempts> | interval <milliseconds> }
      ipv6 nd dad { attempts <attempts> | interval <milliseconds> }
      ipv6 nd stale-timeout <seconds>
      ipv6 nd hop-limit <hop-limit>
      ipv6 nd mtu <mtu>
      ipv6 nd prefix-suppression
      ipv6 nd unicast-na
      ipv6 nd learning { strict { force-enable | force-disable | trust } | disable }
      ipv6 nd { proxy { route | inter-access-vlan | anyway } enable | resolve vpls enable | direct-route enable
        | collect host enable | anti-attack rate-limit { ns | na | rs | ra } <attempts> }
      ipv6 nd neighbor-limit <attempts>
      nd-proxy { enable | local enable | anyway enable }`,
    undo: `undo ipv6 nd { autoconfig managed-address-flag | autoconfig other-flag | ns retrans-timer
      | nud reachable-time | dad attempts | stale-timeout | hop-limit | mtu | learning strict }`,
    summary: 'Flags, timers and limits of neighbour discovery on the interface.',
    parameters: {
      milliseconds: parameter(integer(1, 4294967295), 'How long.', { unit: 'ms' }),
      attempts: parameter(integer(0, 65535), 'How many.'),
      seconds: parameter(integer(60, 172800), 'Age at which an entry goes stale.', { unit: 's' }),
      'hop-limit': parameter(integer(0, 255), 'Hop limit.'),
      mtu: parameter(integer(1280, 65535), 'MTU told to hosts.', { unit: 'bytes' }),
    },
    examples: `
      ipv6 nd autoconfig managed-address-flag
      ipv6 nd ns retrans-timer 2000
    `,
  }),
  global: command({
    views: ['system'],
    format: `ipv6 nd { hop-limit <hop-limit> | stale-timeout <seconds> | learning strict
      | dad { attempts <attempts> | detecting } | attempts <attempts>
      | ns { retrans-timer <milliseconds> | multicast-enable } | unicast-na | na glean
      | nud { attempts <attempts> | reachable-time <milliseconds> } | security rate-limit <attempts>
      | packet-statistics }
      ipv6 icmp { all | too-big | echo-reply | <milliseconds> } { send | receive | disable | enable }
      ipv6 icmp-error { bucket <attempts> | ratelimit <attempts> } *
      ipv6 pathmtu { age <attempts> | <ipv6-address> [ <mtu> ] }
      ipv6 fast-forwarding
      ipv6 icmp blackhole unreachable send`,
    undo: 'undo ipv6 nd { hop-limit | stale-timeout | learning strict }',
    summary: 'Neighbour discovery and ICMPv6 settings of the whole device.',
    parameters: {
      'hop-limit': parameter(integer(0, 255), 'Hop limit.'),
      seconds: parameter(integer(60, 172800), 'Age at which an entry goes stale.', { unit: 's' }),
      attempts: parameter(integer(0, 65535), 'How many.'),
      milliseconds: parameter(integer(1, 4294967295), 'How long.', { unit: 'ms' }),
      'ipv6-address': parameter(ipv6, 'Destination.'),
      mtu: parameter(integer(1280, 65535), 'Path MTU.', { unit: 'bytes' }),
    },
    examples: `
      ipv6 nd hop-limit 64
    `,
  }),
});
