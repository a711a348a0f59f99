// NAT and NAT64 instances on service boards. NAT of an outbound interface is in nat.ts.
import { command, family } from '../command';
import { integer, ipv4, ipv4Mask, ipv6, ipv6Prefix, parameter, string } from '../parameters';
import { aclName, aclNumber, vpnInstance } from './shared';

const groupName = parameter(string(1, 31), 'Name of the address pool.', { refers: 'instance-address-group' });
const newGroup = parameter(string(1, 31), 'Name of the address pool.', { defines: 'instance-address-group' });

/**
 * NAT instance view, its head, and the backup of sessions in the system view. From the published YANG model and sister
 * pages of the guide.
 */
export const natInstance = family('natInstance', {
  create: command({
    views: ['system'],
    format: 'nat instance <instance-name> [ id <id> ] [ simple-configuration ]',
    undo: 'undo nat instance <instance-name> [ id <id> ]',
    opens: 'nat-instance',
    summary: 'Creates a NAT instance and enters its view.',
    notes: ['Name and ID are the same on both devices.'],
    parameters: {
      'instance-name': parameter(string(1, 31), 'Name of the instance; case matters.', { defines: 'nat-instance' }),
      id: parameter(integer(1, 4095), 'Number of the instance.'),
    },
    guide: ['published YANG; sister pages of the guide'],
    examples: `
      nat instance nat1 id 1
      nat instance nat1 id 0
                           ^ id: 1-4095
    `,
  }),
  batchBackup: command({
    views: ['system'],
    format: 'batch-backup service-type nat { enable | timer-interval <interval> }',
    undo: 'undo batch-backup service-type nat { enable | timer-interval }',
    summary: 'Hands the NAT entries over to the other box in bulk from time to time.',
    notes: ['No source gives the range of the interval.'],
    parameters: { interval: parameter(integer(1, 65535), 'Time between two rounds.', { unit: 'min' }) },
    default: 'enable',
    guide: ['sister pages of the guide'],
    examples: `
      batch-backup service-type nat enable
    `,
  }),
  addressGroup: command({
    views: ['nat-instance'],
    format: `nat address-group <address-group-name> group-id <group-id> [ <start-address> { <end-address>
      | mask { <mask> | <mask-length> } } ] [ vpn-instance <vpn-instance-name> ] [ bind-ip-pool <pool-name> ]
      nat ip-pool <pool-name>`,
    undo: 'undo nat address-group <address-group-name>',
    summary: 'Defines a pool of public addresses for the users of the instance.',
    parameters: {
      'address-group-name': newGroup,
      'group-id': parameter(integer(0, 127), 'Number of the pool.'),
      'start-address': parameter(ipv4, 'First address.'),
      'end-address': parameter(ipv4, 'Last address.'),
      mask: parameter(ipv4Mask, 'Mask of the range.'),
      'mask-length': parameter(integer(0, 32), 'Length of the range.'),
      'vpn-instance-name': vpnInstance,
      'pool-name': parameter(string(1, 128), 'Name of a pool the addresses are taken from.', { refers: 'ip-pool' }),
    },
    guide: ['sister pages of the guide'],
    examples: `
      nat address-group pool1 group-id 1 198.51.100.1 198.51.100.200
    `,
  }),
  outbound: command({
    views: ['nat-instance'],
    format: 'nat outbound { <acl-number> | acl-name <acl-name> | any } address-group <address-group-name>',
    undo: 'undo nat outbound { <acl-number> | acl-name <acl-name> | any } [ address-group <address-group-name> ]',
    summary: 'Says which users are translated with which pool.',
    parameters: { 'acl-number': aclNumber, 'acl-name': aclName, 'address-group-name': groupName },
    guide: ['sister pages of the guide'],
    examples: `
      nat outbound any address-group pool1
      nat outbound 3001 address-group pool1
    `,
  }),
  allowAccess: command({
    views: ['nat-instance'],
    format:
      'nat allow-access { inside vpn-instance <inside-vpn-instance-name> | global vpn-instance <global-vpn-instance-name> } *',
    undo: 'undo nat allow-access [ { inside vpn-instance <inside-vpn-instance-name> | global vpn-instance <global-vpn-instance-name> } * ]',
    summary: 'Lets users and public addresses lie in VPN instances.',
    parameters: { 'inside-vpn-instance-name': vpnInstance, 'global-vpn-instance-name': vpnInstance },
    guide: ['CLI reference, nat allow-access'],
    examples: `
      nat allow-access inside vpn-instance vpn1 global vpn-instance vpn2
    `,
  }),
  options: command({
    views: ['nat-instance'],
    format: `nat alg { all | dns | ftp | icmp | pptp | rtsp | sip | h323 } &<1-7>
      nat filter mode { full-cone | symmetric }
      nat centralized-backup enable
      nat session-limit { enable | { total | tcp | udp | icmp } <limit> }
      nat reverse-session-limit { total | tcp | udp | icmp } <limit>
      nat port-limit { enable | { total | tcp | udp | icmp } <limit> }
      nat server protocol { tcp | udp } global <global-address> <global-port> inside <host-address> <host-port>
      nat server { global <global-address> inside <host-address> | global-id <id> }`,
    undo: 'undo nat { alg { all | ftp | rtsp | sip } | filter mode | centralized-backup enable }',
    adds: ['nat alg'],
    summary: 'How the instance translates: helpers for protocols, mapping behaviour, limits, published servers.',
    parameters: {
      limit: parameter(integer(0, 16777216), 'How many.'),
      'global-address': parameter(ipv4, 'Public address.'),
      'host-address': parameter(ipv4, 'Private address.'),
      'global-port': parameter(string(1, 20), 'Public port.'),
      'host-port': parameter(string(1, 20), 'Private port.'),
      id: parameter(integer(1, 4095), 'Number of the server.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      nat alg all
      nat filter mode full-cone
    `,
  }),
});

/** NAT64 instance view and its head. From the published YANG model and sister pages of the guide. */
export const nat64Instance = family('nat64Instance', {
  create: command({
    views: ['system'],
    format: 'nat64 instance <instance-name> [ id <id> ]',
    undo: 'undo nat64 instance <instance-name> [ id <id> ]',
    opens: 'nat64-instance',
    summary: 'Creates a NAT64 instance and enters its view.',
    notes: ['Name, ID and prefix are the same on both devices.'],
    parameters: {
      'instance-name': parameter(string(1, 31), 'Name of the instance; case matters.', { defines: 'nat64-instance' }),
      id: parameter(integer(1, 4095), 'Number of the instance.'),
    },
    guide: ['published YANG; sister pages of the guide'],
    examples: `
      nat64 instance nat64a id 1
    `,
  }),
  prefix: command({
    views: ['nat64-instance'],
    format:
      'nat64 prefix { <ipv6-address> prefix-length <prefix-length> [ <prefix-id> ] | <ipv6-address/prefix-length> | <ipv6-address> <prefix-length> }',
    undo: 'undo nat64 prefix <ipv6-address> [ prefix-length <prefix-length> | <prefix-length> ]',
    summary: 'Sets the IPv6 prefix behind which IPv4 hosts appear.',
    parameters: {
      'ipv6-address': parameter(ipv6, 'The prefix.'),
      'prefix-length': parameter(integer(32, 96), 'Its length.'),
      'ipv6-address/prefix-length': parameter(ipv6Prefix, 'The prefix with its length.'),
      'prefix-id': parameter(integer(0, 65535), 'Its number among the prefixes of the instance.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      nat64 prefix 64:ff9b:: prefix-length 96
      nat64 prefix 64:ff9b:: prefix-length 96 1
      nat64 prefix 64:ff9b::/96
    `,
  }),
  addressGroup: command({
    views: ['nat64-instance'],
    format:
      'nat64 address-group <address-group-name> group-id <group-id> [ <start-address> { <end-address> | mask { <mask> | <mask-length> } } ]',
    undo: 'undo nat64 address-group <address-group-name>',
    summary: 'Defines a pool of IPv4 addresses for the users of the instance.',
    parameters: {
      'address-group-name': newGroup,
      'group-id': parameter(integer(0, 127), 'Number of the pool.'),
      'start-address': parameter(ipv4, 'First address.'),
      'end-address': parameter(ipv4, 'Last address.'),
      mask: parameter(ipv4Mask, 'Mask of the range.'),
      'mask-length': parameter(integer(0, 32), 'Length of the range.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      nat64 address-group pool1 group-id 1 198.51.100.1 198.51.100.9
    `,
  }),
  outbound: command({
    views: ['nat64-instance'],
    format:
      'nat64 outbound { <acl6-number> | any } address-group <address-group-name>\nnat64 alg { all | dns | ftp | icmp | rtsp | sip } &<1-6>\nnat64 filter mode { full-cone | symmetric }',
    undo: 'undo nat64 outbound { <acl6-number> | any } [ address-group <address-group-name> ]',
    summary: 'Says which users are translated with which pool, and how.',
    parameters: { 'acl6-number': aclNumber, 'address-group-name': groupName },
    guide: ['sister pages of the guide'],
    examples: `
      nat64 outbound any address-group pool1
    `,
  }),
});
