// IPv6 address pools, prefix pools and DHCPv6 servers.
import { command, family } from '../command';
import { integer, ipv6, ipv6Prefix, parameter, string } from '../parameters';
import { vpnInstance } from './shared';

/**
 * IPv6 pool, prefix pool and DHCPv6 pool views, and DHCPv6 in the system view and on interfaces. From the vendor's
 * configuration files; most entries cite none.
 */
export const ipv6Pool = family('ipv6Pool', {
  create: command({
    views: ['system'],
    format: `ipv6 pool <pool-name> bas { local | delegation | remote | relay } [ rui-slave ]
      ipv6 pool <pool-name> [ server ]`,
    undo: 'undo ipv6 pool <pool-name>',
    opens: 'ipv6-pool',
    summary: 'Creates an IPv6 address pool and enters its view.',
    notes: ["`rui-slave` makes a pool that only stands in for the other device's."],
    parameters: { 'pool-name': parameter(string(1, 32), 'Name of the pool.', { defines: 'ipv6-pool' }) },
    guide: ['vendor configuration files'],
    examples: `
      ipv6 pool users6 bas local
      ipv6 pool users6 bas delegation rui-slave
    `,
  }),
  prefixPool: command({
    views: ['system'],
    format: 'ipv6 prefix <prefix-name> [ local | delegation | remote | delegation-exclude ] [ rui-slave ]',
    undo: 'undo ipv6 prefix <prefix-name>',
    opens: 'ipv6-prefix-pool',
    summary: 'Creates an IPv6 prefix pool and enters its view.',
    parameters: {
      'prefix-name': parameter(string(1, 128), 'Name of the prefix pool.', { defines: 'ipv6-prefix-pool' }),
    },
    examples: `
      ipv6 prefix users6 local
    `,
  }),
  prefix: command({
    views: ['ipv6-prefix-pool'],
    format: `prefix { <ipv6-address> <prefix-length> | <ipv6-address/prefix-length> } [ delegating-prefix-length <delegated-length> ]
      slaac-unshare-only
      lifetime preferred-lifetime { infinite | days <days> hours <hours> minutes <minutes> } valid-lifetime { infinite
        | days <days> hours <hours> minutes <minutes> }
      pd-unshare-only
      vpn-instance <vpn-instance-name>
      constant-index <days>
      reserved prefix { mac | lease }
      lock`,
    undo: 'undo prefix\nundo slaac-unshare-only\nundo lock',
    summary: 'The prefix that is given to users, and for how long.',
    parameters: {
      'ipv6-address': parameter(ipv6, 'The prefix.'),
      'prefix-length': parameter(integer(1, 128), 'Its length.'),
      'ipv6-address/prefix-length': parameter(ipv6Prefix, 'The prefix with its length.'),
      'delegated-length': parameter(integer(1, 128), 'Length of the prefix that a user gets.'),
      days: parameter(integer(0, 65535), 'Days.', { unit: 'd' }),
      hours: parameter(integer(0, 23), 'Hours.', { unit: 'h' }),
      minutes: parameter(integer(0, 59), 'Minutes.', { unit: 'min' }),
      'vpn-instance-name': vpnInstance,
    },
    examples: `
      prefix 2001:db8:40::/64
      prefix 2001:db8:50::/48 delegating-prefix-length 56
    `,
  }),
  bindPrefix: command({
    views: ['ipv6-pool'],
    format: 'prefix <prefix-name>',
    undo: 'undo prefix [ <prefix-name> ]',
    key: 'prefix',
    summary: 'Takes the addresses of the pool from a prefix pool.',
    parameters: {
      'prefix-name': parameter(string(1, 128), 'Name of the prefix pool.', { refers: 'ipv6-prefix-pool' }),
    },
    guide: ['vendor configuration files'],
    examples: `
      prefix users6
    `,
  }),
  bindGroup: command({
    views: ['ipv6-pool'],
    format: 'dhcpv6-server group <group-name>',
    undo: 'undo dhcpv6-server group',
    key: 'dhcpv6-server group',
    summary: 'Takes the addresses of the pool from a group of DHCPv6 servers.',
    parameters: {
      'group-name': parameter(string(1, 32), 'Name of the server group.', { refers: 'dhcpv6-server-group' }),
    },
    guide: ['vendor configuration files'],
    examples: `
      dhcpv6-server group servers
    `,
  }),
  options: command({
    views: ['ipv6-pool'],
    format: `dns-server <ipv6-address> &<1-4>
      dns-domain-name <domain-name>
      domain-search-list <domain-name>
      aftr-name <domain-name>
      preference <preference>
      rapid-commit
      renewal-time { <percentage> | days <percentage> }
      link-address <ipv6-address>
      no-binding-list
      warning-threshold <percentage>`,
    undo: 'undo dns-server [ <ipv6-address> ]\nundo rapid-commit',
    adds: ['dns-server'],
    summary: 'What clients of the pool get besides their address.',
    parameters: {
      'ipv6-address': parameter(ipv6, 'An address.'),
      'domain-name': parameter(string(1, 255), 'The domain.'),
      preference: parameter(integer(0, 255), 'Preference of the server.'),
      percentage: parameter(integer(1, 100), 'Share.', { unit: '%' }),
    },
    examples: `
      dns-server 2001:db8:99::53
    `,
  }),
  dhcpv6Pool: command({
    views: ['system'],
    format: 'dhcpv6 pool <pool-name>',
    undo: 'undo dhcpv6 pool <pool-name>',
    opens: 'dhcpv6-pool',
    summary: 'Creates a DHCPv6 pool and enters its view.',
    parameters: { 'pool-name': parameter(string(1, 31), 'Name of the pool.', { defines: 'ipv6-pool' }) },
    examples: `
      dhcpv6 pool users6
    `,
  }),
  dhcpv6PoolLines: command({
    views: ['dhcpv6-pool'],
    format: `address prefix <ipv6-address/prefix-length> [ life-time <valid> <preferred> ]
      network { <ipv6-address/prefix-length> | <ipv6-address> <prefix-length> }
      dns-server <ipv6-address> &<1-8>
      dns-domain-name <domain-name>
      excluded-address <ipv6-address> [ to <ipv6-address> ]
      prefix-delegation { <ipv6-address/prefix-length> <prefix-length> | <ipv6-address> <prefix-length> } [ life-time <valid> <preferred> ]
      information-refresh <valid>
      capwap-ac ipv6-address <ipv6-address>
      static-bind address <ipv6-address> duid <domain-name>`,
    undo: 'undo dns-server <ipv6-address>\nundo address prefix <ipv6-address/prefix-length>',
    adds: ['dns-server', 'excluded-address'],
    summary: 'What clients of the pool get.',
    parameters: {
      'ipv6-address': parameter(ipv6, 'An address.'),
      'ipv6-address/prefix-length': parameter(ipv6Prefix, 'A prefix with its length.'),
      'prefix-length': parameter(integer(1, 128), 'A length.'),
      valid: parameter(integer(1, 4294967295), 'How long it holds.', { unit: 's' }),
      preferred: parameter(integer(1, 4294967295), 'How long it is preferred.', { unit: 's' }),
      'domain-name': parameter(string(1, 255), 'A name.'),
    },
    examples: `
      address prefix 2001:db8:40::/64
      dns-server 2001:db8:99::53
    `,
  }),
  server: command({
    views: ['interface'],
    format: `dhcpv6 server <pool-name> [ allow-hint | preference <preference> | rapid-commit | unicast ] *
      dhcpv6 server { enable | global }
      dhcpv6 client { pd <pool-name> | information-request }`,
    undo: 'undo dhcpv6 server',
    summary: 'Serves DHCPv6 clients of the interface, or makes it a client.',
    parameters: {
      'pool-name': parameter(string(1, 128), 'Name of the pool.', { refers: 'ipv6-pool' }),
      preference: parameter(integer(0, 255), 'Preference of the server.'),
    },
    examples: `
      dhcpv6 server users6
    `,
  }),
  global: command({
    views: ['system'],
    format: `dhcpv6 duid { ll | llt | <duid> | uuid }
      dhcpv6 server { database | enable }
      dhcpv6 packet-rate <rate>
      dhcpv6 { interface-id | remote-id } format { default | user-defined <format> }
      dhcpv6 server request-packet all-interface { enable | disable }`,
    undo: 'undo dhcpv6 duid',
    summary: 'DHCPv6 settings of the whole device.',
    parameters: {
      duid: parameter(string(1, 64), 'The identifier.'),
      rate: parameter(integer(1, 65535), 'Packets a second.', { unit: 'packets/s' }),
      format: parameter(string(1, 255), 'The format.'),
    },
    examples: `
      dhcpv6 duid ll
    `,
  }),
});
