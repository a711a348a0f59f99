// DHCP for IPv4: where the device serves, relays or snoops. Pools are in ip-pool.ts.
import { command, family } from '../command';
import { cipher, integer, interfaceName, ipv4, mac, parameter, string } from '../parameters';
import { anInterface, rbsName, vpnInstance } from './shared';

const serverAddress = parameter(ipv4, 'Address of the server.');

/**
 * DHCP for IPv4 in the system view, on interfaces and VLANs, and in the DHCP server group view. From guide page 002 and
 * the CLI reference.
 */
export const dhcp = family('dhcp', {
  enable: command({
    views: ['system'],
    format: 'dhcp enable',
    undo: 'undo dhcp enable',
    key: 'dhcp enable',
    summary: 'Turns DHCP on for the device.',
    examples: `
      dhcp enable
    `,
  }),
  serverEnable: command({
    views: ['interface'],
    format: 'dhcp server { enable | disable }',
    undo: 'undo dhcp server enable',
    key: 'dhcp server enable',
    summary: 'Takes in DHCP requests on this interface; without it, or the form for all interfaces, they are dropped.',
    notes: ['The guide prefers this to the form for all interfaces, for security.'],
    guide: ['002 prerequisites'],
    examples: `
      dhcp server enable
      undo dhcp server enable
    `,
  }),
  allInterfaces: command({
    views: ['system'],
    format: 'dhcp server request-packet all-interface { enable | disable }',
    undo: 'undo dhcp server request-packet all-interface enable',
    key: 'dhcp server request-packet all-interface',
    summary: 'Takes in DHCP requests on all interfaces.',
    notes: ['Less secure than `dhcp server enable` on each interface.'],
    default: 'disable',
    guide: ['002 prerequisites'],
    examples: `
      dhcp server request-packet all-interface enable
    `,
  }),
  checkIdentifier: command({
    views: ['system'],
    format: 'dhcp check server-identifier strict packet-type request',
    undo: 'undo dhcp check server-identifier strict [ packet-type request ]',
    key: 'dhcp check server-identifier strict',
    summary: 'Drops requests that name another server.',
    guide: ['CLI reference, dhcp check server-identifier'],
    examples: `
      dhcp check server-identifier strict packet-type request
    `,
  }),
  poolAlgorithm: command({
    views: ['system'],
    format:
      'ip-pool algorithm loading-share remote [ chasten { restrain-period <period-value> | timeout-threshold <threshold-value> } * ]',
    undo: 'undo ip-pool algorithm loading-share [ remote [ chasten [ restrain-period <period-value> | timeout-threshold <threshold-value> ] * ] ]',
    key: 'ip-pool algorithm',
    summary: 'Spreads users over remote pools, and rests a pool whose server does not answer.',
    parameters: {
      'period-value': parameter(integer(1, 60), 'How long the pool rests.', { unit: 'min' }),
      'threshold-value': parameter(integer(1, 255), 'After how many missed answers.'),
    },
    guide: ['CLI reference, ip-pool algorithm'],
    examples: `
      ip-pool algorithm loading-share remote chasten timeout-threshold 5
    `,
  }),
  select: command({
    views: ['interface'],
    format: 'dhcp select { global | interface | relay | server | relay server-select }',
    undo: 'undo dhcp select { global | interface | relay | server }',
    key: 'dhcp select',
    summary: 'Serves clients of the interface from a global pool, from its own, or relays them.',
    examples: `
      dhcp select global
      dhcp select relay
    `,
  }),
  relay: command({
    views: ['interface', 'vlan'],
    format: `dhcp relay server-ip <server-ip> &<1-8>
      dhcp relay server-select <group-name>
      dhcp relay binding server ip <server-ip> [ vpn-instance <vpn-instance-name> ]
      dhcp relay binding server group <group-name>
      dhcp relay { release | information enable | information strategy { drop | keep | replace } | gateway <gateway>
        | source-ip-address <gateway> | giaddr { source-interface <interface> | <gateway> }
        | anycast gateway re-route enable }
      ip relay address <server-ip>
      ip relay giaddr <gateway>`,
    undo: 'undo dhcp relay { server-ip { <server-ip> | all } | server-select | binding server { ip <server-ip> | group } }\nundo ip relay address { <server-ip> | all }',
    summary: 'Sends requests of clients on to a DHCP server.',
    parameters: {
      'server-ip': serverAddress,
      'group-name': parameter(string(1, 32), 'Name of the server group.', { refers: 'dhcp-server-group' }),
      'vpn-instance-name': vpnInstance,
      gateway: parameter(ipv4, 'Own address in the request.'),
      interface: anInterface,
    },
    examples: `
      dhcp relay server-ip 10.9.9.9
      dhcp relay binding server ip 10.9.9.9
    `,
  }),
  interfacePool: command({
    views: ['interface'],
    format: `dhcp server dns-list <ip-address> &<1-8>
      dhcp server gateway-list <ip-address> &<1-8>
      dhcp server excluded-ip-address <ip-address> [ <last-ip-address> ]
      dhcp server lease { day <days> [ hour <hours> [ minute <minutes> ] ] | unlimited }
      dhcp server domain-name <domain-name>
      dhcp server mask <ip-address>
      dhcp server ip-range <ip-address> <last-ip-address>
      dhcp server nbns-list <ip-address> &<1-8>
      dhcp server option <code> [ sub-option <sub-code> ] { ascii <value> | hex <value> | cipher <secret> | ip-address <ip-address> &<1-8> }
      dhcp server static-bind ip-address <ip-address> mac-address <mac-address>
      dhcp server { next-server <ip-address> | import all | logging | conflict auto-recycle interval day <days> }`,
    undo: 'undo dhcp server { dns-list | gateway-list | excluded-ip-address <ip-address> [ <last-ip-address> ] | lease | domain-name | option <code> }',
    summary: 'The address pool of the interface itself.',
    parameters: {
      'ip-address': parameter(ipv4, 'An address.'),
      'last-ip-address': parameter(ipv4, 'The last address.', { endsRange: true }),
      days: parameter(integer(0, 999), 'Days.', { unit: 'd' }),
      hours: parameter(integer(0, 23), 'Hours.', { unit: 'h' }),
      minutes: parameter(integer(0, 59), 'Minutes.', { unit: 'min' }),
      'domain-name': parameter(string(1, 63), 'The domain.'),
      code: parameter(integer(1, 254), 'Number of the option.'),
      'sub-code': parameter(integer(1, 255), 'Number of the sub-option.'),
      value: parameter(string(1, 255), 'Its value.'),
      secret: parameter(cipher, 'Its value.'),
      'mac-address': parameter(mac, 'MAC address of the client.'),
    },
    examples: `
      dhcp server dns-list 10.9.9.9
      dhcp server lease day 0 hour 8 minute 0
    `,
  }),
  global: command({
    views: ['system'],
    format: `dhcp server { ping { packet <number> | timeout <number> } | bootp automatic
      | database { enable | recover | write-delay <number> } | detect
      | forbidden-ip <ip-address> [ <last-ip-address> ] | force response | group <group-name> | trust option82
      | logging }
      dhcp server ip-pool <group-name>
      dhcp relay { detect enable | server-match check enable | user-bind enable }
      dhcp broadcast suppression enable
      dhcp invalid-server-detecting [ <number> ]
      dhcp client class-id <group-name>
      dhcp through { enable | disable }
      dhcp speed-limit auto`,
    undo: 'undo dhcp server { ping | database enable | detect | forbidden-ip <ip-address> [ <last-ip-address> ] | bootp automatic | group <group-name> }',
    summary: 'DHCP settings of the whole device.',
    parameters: {
      number: parameter(integer(0, 86400), 'How many or how long.'),
      'ip-address': parameter(ipv4, 'An address.'),
      'last-ip-address': parameter(ipv4, 'The last address.', { endsRange: true }),
      'group-name': parameter(string(1, 128), 'Name of the group or pool.'),
    },
    examples: `
      dhcp server ping packet 2
    `,
  }),
  group: command({
    views: ['system'],
    format: 'dhcp-server group <group-name>',
    undo: 'undo dhcp-server group <group-name>',
    opens: 'dhcp-server-group',
    summary: 'Creates a group of DHCP servers and enters its view.',
    parameters: { 'group-name': parameter(string(1, 32), 'Name of the group.', { defines: 'dhcp-server-group' }) },
    examples: `
      dhcp-server group servers
    `,
  }),
  groupBackup: command({
    views: ['system'],
    format: 'dhcp-server group <group-name> remote-backup-service <service-name>',
    undo: 'undo dhcp-server group <group-name> remote-backup-service',
    summary: 'Ties a group of DHCP servers to a remote backup service.',
    parameters: {
      'group-name': parameter(string(1, 32), 'Name of the group.', { refers: 'dhcp-server-group' }),
      'service-name': rbsName,
    },
    guide: ['CLI reference, dhcp-server group remote-backup-service'],
    examples: `
      dhcp-server group servers remote-backup-service service1
    `,
  }),
  groupServer: command({
    views: ['dhcp-server-group'],
    format: `dhcp-server <ip-address> [ vpn-instance <vpn-instance-name> ] [ weight <weight> ]
      dhcp-server <ip-address> <server-index>
      dhcp-server algorithm { polling | loading-share | master-backup }
      dhcp-server source interface <interface>
      dhcp-server dead-detect timer <minutes>
      gateway <gateway>
      vpn-instance <vpn-instance-name>
      nak-control
      release-agent
      dhcp-server { giaddr <gateway> | nak-control | release-agent }`,
    undo: 'undo dhcp-server { <ip-address> | algorithm | release-agent }\nundo release-agent',
    summary: 'A server of the group, and how the servers are used.',
    parameters: {
      'ip-address': serverAddress,
      'vpn-instance-name': vpnInstance,
      weight: parameter(integer(0, 100), 'Share of the server in the load.'),
      'server-index': parameter(integer(0, 19), 'Place of the server in the group.'),
      interface: anInterface,
      minutes: parameter(integer(1, 65535), 'How long.', { unit: 'min' }),
      gateway: parameter(ipv4, 'Own address in the request.'),
    },
    examples: `
      dhcp-server 10.9.9.9
      dhcp-server 10.9.9.9 weight 10
    `,
  }),
  snooping: command({
    views: ['system', 'interface', 'vlan', 'bridge-domain', 'vsi'],
    format: `dhcp snooping enable [ vlan { <vlan-id> [ to <last-vlan-id> ] } &<1-10> | ipv4 | ipv6 ]
      dhcp snooping trusted [ interface <interface> ]
      dhcp snooping check { dhcp-rate [ enable ] [ <rate> ] | dhcp-chaddr enable | dhcp-request enable
        | dhcp-giaddr enable | mac-address enable | user-bind enable } [ vlan <vlan-id> ]
      dhcp snooping max-user-number <rate>
      dhcp snooping user-bind autosave <file-name>
      dhcp snooping user-transfer enable
      dhcp option82 { insert | rebuild } enable [ interface <interface> ]
      dhcp option82 { circuit-id | remote-id } format { default | common | extend | user-defined <file-name> }
      dhcp-snooping { enable | trusted }`,
    undo: 'undo dhcp snooping enable\nundo dhcp snooping trusted',
    summary: 'Watches DHCP, so that only trusted ports may answer clients.',
    parameters: {
      'vlan-id': parameter(integer(1, 4094), 'VLAN number.'),
      'last-vlan-id': parameter(integer(1, 4094), 'Last VLAN number.', { endsRange: true }),
      interface: parameter(interfaceName, 'A port.', { refers: 'interface' }),
      rate: parameter(integer(0, 65535), 'How many.'),
      'file-name': parameter(string(1, 255), 'A file or a format.'),
    },
    examples: `
      dhcp snooping enable
      dhcp snooping trusted
    `,
  }),
});
