// DS-Lite instances and, on the interface side, what hands traffic to them.
import { command, family } from '../command';
import { integer, ipv4, ipv4Mask, ipv6, parameter, string } from '../parameters';

const instanceName = string(1, 31);

/**
 * DS-Lite instance view and its head; some lines stand in NAT and NAT64 instances too. From guide page 004 and the
 * vendor's configuration files.
 */
export const dsLite = family('dsLite', {
  instance: command({
    views: ['system'],
    format: 'ds-lite instance <instance-name> [ id <id> ]',
    undo: 'undo ds-lite instance <instance-name> [ id <id> ]',
    opens: 'ds-lite-instance',
    summary: 'Creates a DS-Lite instance and enters its view.',
    notes: [
      'Name and ID are the same on both devices; `id` may be left out when an existing instance is entered again.',
    ],
    parameters: {
      'instance-name': parameter(instanceName, 'Name of the instance; case matters.', { defines: 'ds-lite-instance' }),
      id: parameter(integer(1, 4095), 'Number of the instance.'),
    },
    guide: ['004 step 5.2'],
    examples: `
      ds-lite instance dslite1 id 1
      ds-lite instance dslite1
      ds-lite instance dslite1 id 4096
                                  ^^^^ id: 1-4095
    `,
  }),
  localIpv6: command({
    views: ['ds-lite-instance'],
    format: 'local-ipv6 <ipv6-address> prefix-length <prefix-length>',
    undo: 'undo local-ipv6 [ <ipv6-address> ] [ prefix-length <prefix-length> ]',
    summary: 'Sets the addresses at which tunnels of users end.',
    parameters: {
      'ipv6-address': parameter(ipv6, 'Own tunnel address.'),
      'prefix-length': parameter(integer(1, 128), 'Its prefix length.'),
    },
    guide: ['vendor configuration files'],
    examples: `
      local-ipv6 2001:db8:8::1 prefix-length 128
    `,
  }),
  remoteIpv6: command({
    views: ['ds-lite-instance'],
    format: 'remote-ipv6 <ipv6-address> prefix-length <prefix-length>',
    undo: 'undo remote-ipv6 [ <ipv6-address> ] [ prefix-length <prefix-length> ]',
    summary: 'Sets the addresses from which tunnels of users may come.',
    parameters: {
      'ipv6-address': parameter(ipv6, 'Prefix of the users.'),
      'prefix-length': parameter(integer(1, 128), 'Its length.'),
    },
    guide: ['vendor configuration files'],
    examples: `
      remote-ipv6 2001:db8:7:: prefix-length 48
    `,
  }),
  addressGroup: command({
    views: ['ds-lite-instance'],
    format:
      'ds-lite address-group <address-group-name> group-id <group-id> [ <start-address> { <end-address> | mask { <mask> | <mask-length> } } ]',
    undo: 'undo ds-lite address-group <address-group-name>',
    summary: 'Defines a pool of public addresses for the users of the instance.',
    parameters: {
      'address-group-name': parameter(string(1, 31), 'Name of the pool.', { defines: 'instance-address-group' }),
      'group-id': parameter(integer(0, 127), 'Number of the pool.'),
      'start-address': parameter(ipv4, 'First address.'),
      'end-address': parameter(ipv4, 'Last address.'),
      mask: parameter(ipv4Mask, 'Mask of the range.'),
      'mask-length': parameter(integer(0, 32), 'Length of the range.'),
    },
    guide: ['vendor configuration files'],
    examples: `
      ds-lite address-group pool1 group-id 1 198.51.100.1 198.51.100.200
      ds-lite address-group pool1 group-id 1
    `,
  }),
  section: command({
    views: ['ds-lite-instance', 'nat-instance', 'nat64-instance'],
    // A form each: the one argument that comes next is marked in each.
    format: `section <section-id> <start-address> { <end-address> | mask <mask> }
      section <section-id> <start-address> mask <mask-length>`,
    undo: 'undo section <section-id>',
    summary: 'Adds a range of public addresses to the pool above it.',
    parameters: {
      'section-id': parameter(integer(0, 65535), 'Number of the range.'),
      'start-address': parameter(ipv4, 'First address.'),
      'end-address': parameter(ipv4, 'Last address.'),
      mask: parameter(ipv4Mask, 'Mask of the range.'),
      'mask-length': parameter(integer(0, 32), 'Length of the range.'),
    },
    guide: ['vendor configuration files'],
    examples: `
      section 1 198.51.100.0 mask 24
    `,
  }),
  outbound: command({
    views: ['ds-lite-instance'],
    format: 'ds-lite outbound { <acl6-number> | any } address-group <address-group-name>',
    undo: 'undo ds-lite outbound { <acl6-number> | any } [ address-group <address-group-name> ]',
    summary: 'Says which users are translated with which pool.',
    parameters: {
      'acl6-number': parameter(integer(2000, 42768), 'Number of the ACL that picks the users.', { refers: 'acl' }),
      'address-group-name': parameter(string(1, 31), 'Name of the pool.', { refers: 'instance-address-group' }),
    },
    guide: ['vendor configuration files'],
    examples: `
      ds-lite outbound any address-group pool1
    `,
  }),
  portRange: command({
    views: ['ds-lite-instance', 'nat-instance', 'nat64-instance'],
    format: 'port-range <range> [ extended-port-range <extended-range> [ extended-times <times> ] ]',
    undo: 'undo port-range',
    key: 'port-range',
    summary: 'Sets how many ports a user gets at once.',
    parameters: {
      range: parameter(integer(1, 65535), 'Ports of a block.'),
      'extended-range': parameter(integer(1, 65535), 'Ports of a further block.'),
      times: parameter(integer(1, 255), 'How many further blocks.'),
    },
    guide: ['vendor configuration files'],
    examples: `
      port-range 256
    `,
  }),
  alg: command({
    views: ['ds-lite-instance'],
    format: 'ds-lite alg { all | dns | ftp | icmp | pptp | rtsp | sip } &<1-6>',
    undo: 'undo ds-lite alg { all | dns | ftp | icmp | pptp | rtsp | sip } &<1-6>',
    adds: ['ds-lite alg'],
    summary: 'Translates addresses inside the payload of some protocols too.',
    guide: ['vendor configuration files'],
    examples: `
      ds-lite alg all
    `,
  }),
  filterMode: command({
    views: ['ds-lite-instance'],
    format: 'ds-lite filter mode { full-cone | symmetric }',
    undo: 'undo ds-lite filter mode',
    key: 'ds-lite filter mode',
    summary: 'Sets whether one mapping serves all destinations.',
    words: { 'full-cone': 'One mapping for all destinations', symmetric: 'A mapping for each destination' },
    guide: ['vendor configuration files'],
    examples: `
      ds-lite filter mode full-cone
    `,
  }),
  centralizedBackup: command({
    views: ['ds-lite-instance'],
    format: 'ds-lite centralized-backup enable',
    undo: 'undo ds-lite centralized-backup enable',
    key: 'ds-lite centralized-backup',
    summary: 'Lets a central device take over when the board fails.',
    guide: ['vendor configuration files'],
    examples: `
      ds-lite centralized-backup enable
    `,
  }),
  prefixLength: command({
    views: ['ds-lite-instance'],
    format: 'ds-lite tunnel prefix-length <prefix-length>',
    undo: 'undo ds-lite tunnel prefix-length',
    key: 'ds-lite tunnel prefix-length',
    summary: "Sets how many bits of a user's IPv6 address name the user.",
    parameters: { 'prefix-length': parameter(integer(1, 128), 'How many bits.') },
    guide: ['vendor configuration files'],
    examples: `
      ds-lite tunnel prefix-length 56
    `,
  }),
  tunnelOther: command({
    views: ['ds-lite-instance'],
    format: `ds-lite tunnel { mtu <mtu> | mss <mss> | traffic-class <class> | session-limit <limit> | port-limit <limit> }
      ds-lite { session-limit | port-limit } { total | tcp | udp | icmp } <limit>`,
    summary: 'Limits and packet sizes of the tunnels.',
    parameters: {
      mtu: parameter(integer(1, 65535), 'Largest packet.', { unit: 'bytes' }),
      mss: parameter(integer(1, 65535), 'Largest TCP segment.', { unit: 'bytes' }),
      class: parameter(integer(0, 255), 'Traffic class.'),
      limit: parameter(integer(0, 16777216), 'How many.'),
    },
    guide: ['vendor configuration files'],
    examples: `
      ds-lite tunnel mtu 1460
    `,
  }),
  pcpServer: command({
    views: ['ds-lite-instance'],
    format: 'pcp server ipv4 <ip-address> <mask>',
    undo: 'undo pcp server ipv4 [ <ip-address> <mask> ]',
    summary: 'Answers port requests of users (PCP) at this address.',
    parameters: { 'ip-address': parameter(ipv4, 'Address of the server.'), mask: parameter(ipv4Mask, 'Its mask.') },
    guide: ['vendor configuration files'],
    examples: `
      pcp server ipv4 198.51.100.1 255.255.255.255
    `,
  }),
});
