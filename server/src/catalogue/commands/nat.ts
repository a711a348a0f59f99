// NAT of an outbound interface: pools of public addresses, outbound rules, published servers.
import { command, family } from '../command';
import { integer, ipv4, lastOf, ipv4Mask, parameter, string, text } from '../parameters';
import { aclName, aclNumber, anInterface, vpnInstance } from './shared';

const group = parameter(string(1, 128), 'Name or number of the address group.', { refers: 'address-group' });
const newGroup = parameter(string(1, 128), 'Name or number of the address group.', { defines: 'address-group' });
const word = parameter(string(1, 256), 'A name.');
const publicAddress = parameter(ipv4, 'Public address.');
const hostAddress = parameter(ipv4, 'Private address.');
const lastAddress = parameter(ipv4, 'Last address.', { endsRange: true });
const publicPort = parameter(string(1, 20), 'Public port.');
const hostPort = parameter(string(1, 20), 'Private port.');
const mask = parameter(ipv4Mask, 'Its mask.');
const how = parameter(text, 'How.');

/** NAT on interfaces, and the NAT address group view. Cites no document. */
export const nat = family('nat', {
  addressGroup: command({
    views: ['system'],
    format: `nat address-group <group> [ <first-address> <last-address> ] [ <text> ]
      nat address-group <group> <number>`,
    undo: 'undo nat address-group <group>',
    opens: 'nat-address-group',
    summary: 'Defines a pool of public addresses.',
    parameters: {
      group: newGroup,
      'first-address': publicAddress,
      'last-address': lastAddress,
      text: how,
      number: parameter(integer(0, 65535), 'Number of the group.'),
    },
    examples: `
      nat address-group 1 198.51.100.1 198.51.100.9
      nat address-group outside 0
    `,
  }),
  addressGroupLines: command({
    views: ['nat-address-group'],
    format: `section [ <number> ] <first-address> [ <last-address> ]
      mode { pat | no-pat { local | global } | full-cone { local | global } [ no-reverse ] }
      route enable
      exclude-ip <first-address> [ to <last-address> ]
      status active`,
    undo: 'undo section <number>\nundo route enable',
    summary: 'Addresses of the pool and how they are used.',
    parameters: {
      number: parameter(integer(0, 65535), 'Number of the range.'),
      'first-address': publicAddress,
      'last-address': lastAddress,
    },
    examples: `
      mode pat
      section 0 198.51.100.1 198.51.100.9
    `,
  }),
  outbound: command({
    views: ['interface'],
    format: `nat outbound { <acl-number> | acl-name <acl-name> } [ address-group <group> [ no-pat ] | interface <interface> ] [ <text> ]
      nat outbound`,
    undo: 'undo nat outbound [ <acl-number> ] [ address-group <group> [ no-pat ] ]',
    summary: 'Translates the source address of packets that leave the interface.',
    parameters: { 'acl-number': aclNumber, 'acl-name': aclName, group, interface: anInterface, text: how },
    examples: `
      nat outbound 2000
      nat outbound 2000 address-group 1 no-pat
    `,
  }),
  server: command({
    views: ['interface'],
    format: `nat server protocol { tcp | udp | icmp | <number> } global { <global-address> | current-interface
      | interface <interface> } [ <global-port> [ <last-global-port> ] ] [ vpn-instance <vpn-instance-name> ] inside <host-address> [ <last-host-address> ] [ <host-port> [ <last-host-port> ] ] [ vpn-instance <vpn-instance-name> ] [ acl <acl-number>
      | description <text> ]
      nat server global { <global-address> | current-interface } inside <host-address> [ vpn-instance <vpn-instance-name> ]
      nat static { [ protocol { tcp | udp | <number> } ] global { <global-address> | current-interface
        | interface <interface> } [ <global-port> ] inside <host-address> [ <host-port> ] [ netmask <mask> ] [ vpn-instance <vpn-instance-name> ] }
      nat static enable
      nat bind { acl { <acl-number> | name <acl-name> } instance <instance-name> | instance <instance-name> }`,
    undo: 'undo nat server <text>\nundo nat static <text>\nundo nat static enable',
    summary: 'Publishes a private host under a public address.',
    parameters: {
      number: parameter(integer(1, 255), 'Number of the protocol.'),
      'global-address': publicAddress,
      interface: anInterface,
      'global-port': publicPort,
      'last-global-port': lastOf(publicPort),
      'vpn-instance-name': vpnInstance,
      'host-address': hostAddress,
      'last-host-address': lastAddress,
      'host-port': hostPort,
      'last-host-port': lastOf(hostPort),
      'acl-number': aclNumber,
      text: how,
      mask,
      'acl-name': aclName,
      'instance-name': parameter(string(1, 31), 'Name of the NAT instance.', { refers: 'nat-instance' }),
    },
    examples: `
      nat server protocol tcp global 198.51.100.5 www inside 10.1.1.5 8080
      nat static global 198.51.100.6 inside 10.1.1.6
      nat static enable
    `,
  }),
  global: command({
    views: ['system'],
    format: `nat alg <text>
      nat server <word> [ <number> ] [ zone <word> ] [ protocol { tcp | udp
        | icmp } ] global <global-address> [ <last-address> ] [ <global-port> [ <last-global-port> ] ] inside <host-address> [ <last-host-address> ] [ <host-port> [ <last-host-port> ] ] [ no-reverse ] [ vpn-instance <vpn-instance-name> ] [ unr-route ]
      nat static <text>
      nat { mapping-mode <text> | filter-mode <text> | link-down reset session enable | dns-map <text>
        | overlap-address <text> | log <text> | session <text> | syslog <text> | user-session <text>
        | arp-gratuitous <text> }`,
    undo: 'undo nat server { name | id } <word>\nundo nat alg <text>',
    summary: 'NAT settings of the whole device.',
    parameters: {
      text: how,
      word,
      number: parameter(integer(0, 65535), 'Number of the server.'),
      'global-address': publicAddress,
      'last-address': lastAddress,
      'global-port': publicPort,
      'last-global-port': lastOf(publicPort),
      'host-address': hostAddress,
      'last-host-address': lastAddress,
      'host-port': hostPort,
      'last-host-port': lastOf(hostPort),
      'vpn-instance-name': vpnInstance,
    },
    examples: `
      nat alg ftp enable
      nat server web zone untrust protocol tcp global 198.51.100.5 www inside 10.1.1.5 www
    `,
  }),
});
