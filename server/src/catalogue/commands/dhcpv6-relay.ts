// DHCPv6 relay: where an interface sends clients' requests, and how prefix routes follow the master.
import { command, family } from '../command';
import { integer, interfaceName, ipv6, parameter, string } from '../parameters';

const groupName = parameter(string(1, 32), 'Name of the server group.', { refers: 'dhcpv6-server-group' });

/** Interface view, the DHCPv6 server group view and its head. From guide page 000 and its sister pages. */
export const dhcpv6Relay = family('dhcpv6Relay', {
  server: command({
    views: ['interface'],
    format: 'dhcpv6 relay { interface <interface> | destination <ipv6-address> }',
    undo: 'undo dhcpv6 relay { interface <interface> | destination <ipv6-address> | all }',
    summary: 'Makes the interface a DHCPv6 relay and says where it passes requests on to.',
    notes: [
      'At most 8 lines.',
      'The same on both devices: an RBP for DHCPv6 relay has no effect on an interface without it.',
    ],
    parameters: {
      interface: parameter(interfaceName, 'Interface towards the server.', { refers: 'interface' }),
      'ipv6-address': parameter(ipv6, 'Address of the server or of the next relay; global or unique-local.'),
    },
    guide: ['000 prerequisites; CLI reference, dhcpv6 relay'],
    examples: `
      dhcpv6 relay destination 2001:db8:99::1
      dhcpv6 relay interface GigabitEthernet0/1/3
      undo dhcpv6 relay all
    `,
  }),
  serverGroup: command({
    views: ['interface'],
    format: 'dhcpv6 relay binding server group <group-name>\ndhcpv6 relay server-select <group-name>',
    undo: 'undo dhcpv6 relay binding server group [ <group-name> ]',
    key: 'dhcpv6 relay binding server group',
    summary: 'Makes the interface a DHCPv6 relay that passes requests on to a group of servers.',
    notes: ['At most 10 groups of at most 20 servers.'],
    parameters: { 'group-name': groupName },
    guide: ['sister pages of the guide'],
    examples: `
      dhcpv6 relay binding server group servers
    `,
  }),
  linkAddress: command({
    views: ['interface'],
    format: 'dhcpv6 relay link-address <ipv6-address>',
    undo: 'undo dhcpv6 relay link-address <ipv6-address>',
    key: 'dhcpv6 relay link-address',
    summary: 'Sets the link address in relayed requests, by which the server picks the pool.',
    notes: ['It must be a global address of this interface, so it differs between the devices.'],
    parameters: { 'ipv6-address': parameter(ipv6, 'A global address of this interface.') },
    guide: ['sister pages of the guide'],
    examples: `
      dhcpv6 relay link-address 2001:db8:50::1
    `,
  }),
  sourceAddress: command({
    views: ['interface'],
    format: 'dhcpv6 relay source-ip-address <ipv6-address>',
    undo: 'undo dhcpv6 relay source-ip-address [ <ipv6-address> ]',
    key: 'dhcpv6 relay source-ip-address',
    summary: 'Sets the source address of relayed requests.',
    notes: ['Excludes `source-interface`: the later one wins.'],
    parameters: { 'ipv6-address': parameter(ipv6, 'Own address.') },
    guide: ['sister pages of the guide'],
    examples: `
      dhcpv6 relay source-ip-address 2001:db8:50::1
      undo dhcpv6 relay source-ip-address
    `,
  }),
  sourceInterface: command({
    views: ['interface'],
    format: 'dhcpv6 relay source-interface <interface>',
    undo: 'undo dhcpv6 relay source-interface [ <interface> ]',
    key: 'dhcpv6 relay source-interface',
    summary: 'Lets relayed requests leave from the address of an interface.',
    notes: ['Excludes `source-ip-address`: the later one wins.'],
    parameters: { interface: parameter(interfaceName, 'The interface.', { refers: 'interface' }) },
    guide: ['sister pages of the guide'],
    examples: `
      dhcpv6 relay source-interface LoopBack0
    `,
  }),
  gatewaySwitch: command({
    views: ['interface'],
    format: 'dhcpv6 relay gateway-switch enable',
    undo: 'undo dhcpv6 relay gateway-switch enable',
    key: 'dhcpv6 relay gateway-switch',
    summary: 'Tries the next address of the interface when the server does not answer.',
    notes: ['Without effect where `link-address` is set.'],
    guide: ['sister pages of the guide'],
    examples: `
      dhcpv6 relay gateway-switch enable
    `,
  }),
  pdRouteCost: command({
    views: ['interface'],
    format: 'dhcpv6 relay pd-route degrade-cost <cost-value>',
    undo: 'undo dhcpv6 relay pd-route degrade-cost [ <cost-value> ]',
    key: 'dhcpv6 relay pd-route degrade-cost',
    summary: 'Makes the prefix routes of the backup device dearer, so that downstream traffic goes to the master.',
    notes: ['Without it the routes of both devices cost 0.'],
    parameters: { 'cost-value': parameter(integer(1, 4294967295), 'Cost of the prefix routes on the backup device.') },
    guide: ['000 step 5.3'],
    examples: `
      dhcpv6 relay pd-route degrade-cost 500
      undo dhcpv6 relay pd-route degrade-cost
      dhcpv6 relay pd-route degrade-cost 0
                                         ^ cost-value: 1-4294967295
    `,
  }),
  exportPdRoute: command({
    views: ['system'],
    format: 'dhcpv6 export pd-route',
    undo: 'undo dhcpv6 export pd-route',
    key: 'dhcpv6 export pd-route',
    summary: 'Lets prefix routes be advertised by the routing protocols that import them.',
    guide: ['sister pages of the guide'],
    examples: `
      dhcpv6 export pd-route
    `,
  }),
  createServerGroup: command({
    views: ['system'],
    format: 'dhcpv6 server group <group-name>\ndhcpv6-server group <group-name>',
    undo: 'undo dhcpv6 server group <group-name>\nundo dhcpv6-server group <group-name>',
    opens: 'dhcpv6-server-group',
    summary: 'Creates a group of DHCPv6 servers and enters its view.',
    parameters: {
      'group-name': parameter(string(1, 32), 'Name of the server group.', { defines: 'dhcpv6-server-group' }),
    },
    guide: ['sister pages of the guide'],
    examples: `
      dhcpv6 server group servers
      dhcpv6-server group servers
    `,
  }),
  groupServer: command({
    views: ['dhcpv6-server-group'],
    format: 'dhcpv6-server <ipv6-address> [ vpn-instance <vpn-instance-name> ] [ weight <weight> ]',
    undo: 'undo dhcpv6-server <ipv6-address> [ vpn-instance <vpn-instance-name> ]',
    summary: 'Adds a server to the group.',
    parameters: {
      'ipv6-address': parameter(ipv6, 'Address of the server.'),
      'vpn-instance-name': parameter(string(1, 31), 'VPN instance of the server.', { refers: 'vpn-instance' }),
      weight: parameter(integer(0, 100), 'Share of this server in the load.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      dhcpv6-server 2001:db8:99::1 weight 10
    `,
  }),
});
