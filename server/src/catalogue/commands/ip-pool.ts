// IPv4 address pools: those of a DHCP server, those of a BRAS, and the enterprise form.
import { command, family } from '../command';
import { cipher, integer, ipv4, ipv4Mask, mac, parameter, string } from '../parameters';
import { vpnInstance } from './shared';

/** IPv4 pool view and its head. From guide page 002; most entries cite none. */
export const ipPool = family('ipPool', {
  create: command({
    views: ['system'],
    format: `ip pool <ip-pool-name> [ server ]
      ip pool <ip-pool-name> bas { local | remote | dynamic } [ rui-slave ] [ overlap ]`,
    undo: 'undo ip pool <ip-pool-name>',
    opens: 'ip-pool',
    summary: 'Creates an IPv4 address pool and enters its view.',
    words: {
      server: 'For a DHCP server; needed when the pool is created',
      bas: 'For users who log in',
      local: 'The addresses are given here',
      remote: 'The addresses are given by a DHCP server elsewhere',
      'rui-slave': "Stands in for the other device's pool",
    },
    notes: [
      '`server` must stand when a DHCP server pool is created, and may be left out afterwards.',
      "`bas` makes a pool for BRAS users; `rui-slave` one that only stands in for the other device's.",
    ],
    parameters: { 'ip-pool-name': parameter(string(1, 128), 'Name of the pool.', { defines: 'ip-pool' }) },
    guide: ['002 step 4.5'],
    examples: `
      ip pool pool1 server
      ip pool pool1
      ip pool users bas local rui-slave
      undo ip pool pool1
    `,
  }),
  gateway: command({
    views: ['ip-pool'],
    format: 'gateway <ip-address> { <mask> | <mask-length> }',
    undo: 'undo gateway [ <ip-address> { <mask> | <mask-length> } ]',
    key: 'gateway',
    summary: 'Sets the gateway that clients of the pool get; with VRRP, the virtual IP address.',
    parameters: {
      'ip-address': parameter(ipv4, 'The gateway.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      'mask-length': parameter(integer(0, 32), 'Its mask in bits.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      gateway 10.1.1.100 255.255.255.0
    `,
  }),
  section: command({
    views: ['ip-pool'],
    format: 'section <section-id> <start-address> [ <end-address> ]',
    undo: 'undo section <section-id>',
    key: 'section <section-id>',
    adds: ['section *'],
    summary: 'Adds a range of addresses to the pool.',
    notes: ['In a `server` pool the numbers are 0-255.'],
    parameters: {
      'section-id': parameter(integer(0, 65535), 'Number of the range.'),
      'start-address': parameter(ipv4, 'First address.'),
      'end-address': parameter(ipv4, 'Last address.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      section 0 10.1.1.2 10.1.1.90
    `,
  }),
  serverIdentifier: command({
    views: ['ip-pool'],
    format: 'server identifier ip <ip-address>',
    undo: 'undo server identifier ip [ <ip-address> ]',
    key: 'server identifier ip',
    summary: 'Sets the address under which the DHCP server is known to its clients.',
    notes: [
      'With hot backup: the virtual IP address of the VRRP group on the inbound interface, on both devices.',
      'An identifier inside the pool is not leased.',
    ],
    parameters: { 'ip-address': parameter(ipv4, 'The identifier; clients must have a route to it.') },
    guide: ['002 step 4.7'],
    examples: `
      server identifier ip 10.1.1.100
    `,
  }),
  excluded: command({
    views: ['ip-pool'],
    format: `excluded-ip-address <start-address> [ <end-address> ]
      recycle <start-address> [ <end-address> ]
      conflict-ip-address <start-address> [ <end-address> ]`,
    undo: 'undo excluded-ip-address <start-address> [ <end-address> ]',
    adds: ['excluded-ip-address'],
    summary: 'Keeps addresses of the pool from being leased.',
    parameters: {
      'start-address': parameter(ipv4, 'First address.'),
      'end-address': parameter(ipv4, 'Last address.', { endsRange: true }),
    },
    examples: `
      excluded-ip-address 10.1.1.1 10.1.1.9
      excluded-ip-address 10.1.1.254
    `,
  }),
  network: command({
    views: ['ip-pool'],
    format: 'network <ip-address> [ mask { <mask> | <mask-length> } ]',
    undo: 'undo network',
    key: 'network',
    summary: 'Sets the subnet that is leased.',
    parameters: {
      'ip-address': parameter(ipv4, 'The subnet.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      'mask-length': parameter(integer(0, 32), 'Its mask in bits.'),
    },
    examples: `
      network 10.1.1.0 mask 255.255.255.0
    `,
  }),
  gatewayList: command({
    views: ['ip-pool'],
    format: 'gateway-list <ip-address> &<1-8>',
    undo: 'undo gateway-list { all | <ip-address> }',
    key: 'gateway-list',
    summary: 'Sets the gateways that clients of the pool get.',
    parameters: { 'ip-address': parameter(ipv4, 'A gateway.') },
    examples: `
      gateway-list 10.1.1.1
    `,
  }),
  dns: command({
    views: ['ip-pool'],
    format: `dns-list <ip-address> &<1-8>
      dns-server <ip-address> &<1-8>
      dns-suffix <domain-name>
      domain-name <domain-name>
      netbios-name-server <ip-address> &<1-8>
      netbios-type { b-node | h-node | m-node | p-node }
      nbns-list <ip-address> &<1-8>`,
    undo: 'undo dns-list { all | <ip-address> }\nundo dns-server { all | <ip-address> }\nundo domain-name',
    adds: ['dns-list', 'dns-server', 'netbios-name-server', 'nbns-list'],
    summary: 'Sets the name servers and the domain that clients of the pool get.',
    parameters: {
      'ip-address': parameter(ipv4, 'A name server.'),
      'domain-name': parameter(string(1, 63), 'The domain.'),
    },
    examples: `
      dns-list 10.9.9.9 10.9.9.10
    `,
  }),
  lease: command({
    views: ['ip-pool'],
    format: `lease { day <days> [ hour <hours> [ minute <minutes> ] ] | unlimited }
      lease <days> [ <hours> [ <minutes> ] ]
      rebinding-time { <days> <hours> <minutes> | <percentage> }
      renewal-time { <days> <hours> <minutes> | <percentage> }`,
    undo: 'undo lease',
    summary: 'Sets how long a lease holds.',
    parameters: {
      days: parameter(integer(0, 999), 'Days.', { unit: 'd' }),
      hours: parameter(integer(0, 23), 'Hours.', { unit: 'h' }),
      minutes: parameter(integer(0, 59), 'Minutes.', { unit: 'min' }),
      percentage: parameter(integer(1, 100), 'Share of the lease.', { unit: '%' }),
    },
    examples: `
      lease day 0 hour 8 minute 0
      lease unlimited
      lease day 3
    `,
  }),
  staticBind: command({
    views: ['ip-pool'],
    format: 'static-bind ip-address <ip-address> mac-address <mac-address> [ option-template <template-name> ]',
    undo: 'undo static-bind [ ip-address <ip-address> | mac-address <mac-address> ]',
    summary: 'Leases one address to one client only.',
    parameters: {
      'ip-address': parameter(ipv4, 'The address.'),
      'mac-address': parameter(mac, 'MAC address of the client.'),
      'template-name': parameter(string(1, 31), 'Name of the option template.'),
    },
    examples: `
      static-bind ip-address 10.1.1.20 mac-address 00e0-fc12-3456
    `,
  }),
  option: command({
    views: ['ip-pool'],
    format: `option <code> [ sub-option <sub-code> ] { ascii <value> | hex <value> &<1-64> | cipher <secret>
      | ip-address <ip-address> &<1-8> | ip <ip-address> &<1-8> | string <value> }
      option121 ip-address { <ip-address> <mask-length> <gateway> } &<1-8>
      next-server <ip-address>
      bootfile <value>
      sname <value>
      sip-server <ip-address> &<1-2>`,
    undo: 'undo option <code> [ sub-option <sub-code> ]',
    summary: 'Sets a DHCP option that clients of the pool get.',
    parameters: {
      code: parameter(integer(1, 254), 'Number of the option.'),
      'sub-code': parameter(integer(1, 255), 'Number of the sub-option.'),
      value: parameter(string(1, 255), 'Its value.'),
      secret: parameter(cipher, 'Its value.'),
      'ip-address': parameter(ipv4, 'An address.'),
      'mask-length': parameter(integer(0, 32), 'Length of the route.'),
      gateway: parameter(ipv4, 'Gateway of the route.'),
    },
    examples: `
      option 43 sub-option 3 ascii 10.9.9.9
    `,
  }),
  binding: command({
    views: ['ip-pool'],
    format: `dhcp-server group <group-name>
      vpn-instance <vpn-instance-name>
      vlan <vlan-id>
      logging [ allocation-fail | allocation-success | release | renew-fail | renew-success ] &<1-5>
      warning-threshold <percentage>
      constant-index <index>
      lock
      frame-ip lease manage
      reserved ip-address { lease | mac | ip-pool }
      import all
      force insert option <code>`,
    undo: 'undo dhcp-server group\nundo vpn-instance\nundo lock\nundo logging',
    summary: 'Ties the pool to a server group or a VPN instance, and says how it reports.',
    parameters: {
      'group-name': parameter(string(1, 32), 'Name of the server group.', { refers: 'dhcp-server-group' }),
      'vpn-instance-name': vpnInstance,
      'vlan-id': parameter(integer(1, 4094), 'VLAN number.'),
      percentage: parameter(integer(1, 100), 'Share of used addresses from which it is reported.', { unit: '%' }),
      index: parameter(integer(0, 4294967295), 'Index.'),
      code: parameter(integer(1, 254), 'Number of the option.'),
    },
    examples: `
      dhcp-server group servers
      logging
    `,
  }),
});
