// Remote backup profile (RBP): which services of which interfaces or pools are backed up, over which channel, and whose role they follow.
import { command, family } from '../command';
import { integer, interfaceName, ipv4, mac, parameter, string } from '../parameters';
import { rbpName, rbsName } from './shared';

const pool = parameter(string(1, 128), 'Name of the address pool.', { refers: 'ip-pool' });

export const rbp = family('rbp', {
  create: command({
    views: ['system'],
    format: 'remote-backup-profile <profile-name>',
    undo: 'undo remote-backup-profile <profile-name>',
    opens: 'rbp',
    summary: 'Creates a remote backup profile (RBP) and enters its view.',
    notes: ['The name is local; the two devices recognise a profile by its backup ID within the RBS.'],
    parameters: {
      'profile-name': parameter(string(1, 128), 'Name of the RBP; case does not matter.', { defines: 'rbp' }),
    },
    guide: ['000 step 3.1', '001 step 3.1', '002 step 3.1'],
    examples: `
      remote-backup-profile profile1
      undo remote-backup-profile profile1
    `,
  }),
  bind: command({
    views: ['interface'],
    format: 'remote-backup-profile <profile-name>',
    undo: 'undo remote-backup-profile [ <profile-name> ]',
    key: 'remote-backup-profile',
    summary: 'Backs up the users of this interface as the profile says.',
    notes: [
      'One profile an interface.',
      'For DHCPv6 relay the interface must be a relay interface, or nothing happens.',
    ],
    parameters: { 'profile-name': rbpName },
    guide: ['000 step 5.2', '001 step 5.2', '003 step 5'],
    examples: `
      remote-backup-profile profile1
      undo remote-backup-profile profile1
    `,
  }),
  bindPool: command({
    views: ['ip-pool'],
    format: 'remote-backup-profile <profile-name>',
    undo: 'undo remote-backup-profile [ <profile-name> ]',
    key: 'remote-backup-profile',
    summary: 'Backs up the leases of this pool as the profile says.',
    notes: ['DHCP server hot backup binds the profile here, not on the interface.'],
    parameters: { 'profile-name': rbpName },
    guide: ['002 step 4.6'],
    examples: `
      remote-backup-profile profile1
    `,
  }),
  peerBackup: command({
    views: ['rbp'],
    format: 'peer-backup { hot | warm | virtual }',
    undo: 'undo peer-backup',
    key: 'peer-backup',
    summary: 'Sets how the backup device holds the entries: `hot` keeps them ready for forwarding.',
    notes: [
      '`warm` cannot be used with ARP, ND, IPsec and IGMP snooping.',
      '`virtual` is for BRAS users and not offered on all models.',
    ],
    default: 'hot',
    guide: ['000 step 3.2', '001 step 3.2', '002 step 3.2', '003 step 4'],
    examples: `
      peer-backup hot
      peer-backup warm
      undo peer-backup
    `,
  }),
  backupId: command({
    views: ['rbp'],
    format: 'backup-id <backup-id> remote-backup-service <service-name>',
    undo: 'undo backup-id [ <backup-id> remote-backup-service <service-name> ]',
    key: 'backup-id',
    summary: 'Ties the profile to a channel under a number by which the other device finds its own profile.',
    notes: ['The number is the same on both devices for the same profile, and used by no other profile of that RBS.'],
    parameters: {
      'backup-id': parameter(integer(1, 4095), 'Number of the profile within the RBS; the same on both devices.'),
      'service-name': rbsName,
    },
    guide: ['000 step 3.4', '001 step 3.4', '002 step 3.4', '003 step 4'],
    examples: `
      backup-id 10 remote-backup-service service1
      undo backup-id 10 remote-backup-service service1
      backup-id 4096 remote-backup-service service1
                ^^^^ backup-id: 1-4095
    `,
  }),
  vrrpId: command({
    views: ['rbp'],
    format: 'vrrp-id <vrid> interface <interface> [ odd-mac | even-mac ]',
    undo: 'undo vrrp-id <vrid> [ interface <interface> ]',
    key: 'vrrp-id <vrid>',
    summary: 'Lets the profile follow the role of a VRRP group.',
    notes: [
      'Two lines only as one `odd-mac` and one `even-mac` on different sub-interfaces: users are split by their MAC address.',
      'VRRP, VRRP6 and E-Trunk exclude each other in one profile.',
    ],
    parameters: {
      vrid: parameter(integer(1, 255), 'Number of the VRRP group.', { refers: 'vrrp-group' }),
      interface: parameter(interfaceName, 'The interface that has the group.', { refers: 'interface' }),
    },
    guide: ['002 step 3.3'],
    examples: `
      vrrp-id 1 interface GigabitEthernet0/1/2
      vrrp-id 1 interface gigabitethernet 0/1/2.100 odd-mac
      vrrp-id 0 interface GigabitEthernet0/1/2
              ^ vrid: 1-255
    `,
  }),
  vrrp6Id: command({
    views: ['rbp'],
    format: 'vrrp6-id <vrid> interface <interface>',
    undo: 'undo vrrp6-id <vrid> [ interface <interface> ]',
    key: 'vrrp6-id',
    summary: 'Lets the profile follow the role of a VRRP6 group.',
    notes: ['Exactly one line; VRRP, VRRP6 and E-Trunk exclude each other in one profile.'],
    parameters: {
      vrid: parameter(integer(1, 255), 'Number of the VRRP6 group.', { refers: 'vrrp6-group' }),
      interface: parameter(interfaceName, 'The interface that has the group.', { refers: 'interface' }),
    },
    guide: ['000 step 3.3', '001 step 3.3', '003 step 5'],
    examples: `
      vrrp6-id 1 interface GigabitEthernet0/1/2
      vrrp6-id 1 interface gigabitethernet 0/1/2
    `,
  }),
  eTrunk: command({
    views: ['rbp'],
    format: 'e-trunk <e-trunk-id> eth-trunk <eth-trunk-id>',
    undo: 'undo e-trunk [ <e-trunk-id> eth-trunk <eth-trunk-id> ]',
    key: 'e-trunk',
    summary: 'Lets the profile follow the role of an Eth-Trunk in an E-Trunk.',
    notes: ['The Eth-Trunk must be a member of that E-Trunk.', 'The command reference ends at 128, the model at 512.'],
    parameters: {
      'e-trunk-id': parameter(integer(1, 512), 'Number of the E-Trunk.', { refers: 'e-trunk' }),
      'eth-trunk-id': parameter(integer(0, 65535), 'Number of the Eth-Trunk.', { refers: 'interface' }),
    },
    guide: ['CLI reference, e-trunk of the RBP view'],
    examples: `
      e-trunk 1 eth-trunk 10
      e-trunk 513 eth-trunk 10
              ^^^ e-trunk-id: 1-512
    `,
  }),
  serviceType: command({
    views: ['rbp'],
    format:
      'service-type { arp | bras | dhcp-server | dhcpv6-relay | igmp | igmp-snooping | ipsec | l2tp | mld | multicast | nd | no-host-multicast }',
    undo: 'undo service-type { arp | bras | dhcp-server | dhcpv6-relay | igmp | igmp-snooping | ipsec | l2tp | mld | multicast | nd | no-host-multicast }',
    summary: 'Backs up the entries of one service; one line for each service.',
    notes: [
      'The same services on both devices.',
      '`igmp-snooping` follows an E-Trunk only.',
      'Older releases do not have `mld`.',
      '`l2tp` cannot be taken away while entries exist.',
    ],
    guide: ['000 step 4.2', '001 step 4.2', '002 step 4.2', '003 step 6'],
    examples: `
      service-type dhcpv6-relay
      service-type mld
      undo service-type nd
    `,
  }),
  ipPool: command({
    views: ['rbp'],
    format: 'ip-pool <ip-pool-name> [ include <slave-pool-name> node <node-number> ]',
    undo: 'undo ip-pool <ip-pool-name>',
    summary: 'Gives the BRAS users of the profile an address pool of their own.',
    parameters: {
      'ip-pool-name': pool,
      'slave-pool-name': parameter(string(1, 128), 'A pool that goes with it.', { refers: 'ip-pool' }),
      'node-number': parameter(integer(0, 65535), 'Number of the node.'),
    },
    guide: ['sister pages of the guide; vendor configuration files'],
    examples: `
      ip-pool pool1
      ip-pool pool1 include pool1-slave node 1
    `,
  }),
  ipv6Pool: command({
    views: ['rbp'],
    format: 'ipv6-pool <ipv6-pool-name>',
    undo: 'undo ipv6-pool <ipv6-pool-name>',
    summary: 'Gives the BRAS users of the profile an IPv6 address pool of their own.',
    parameters: {
      'ipv6-pool-name': parameter(string(1, 128), 'Name of the IPv6 address pool.', { refers: 'ipv6-pool' }),
    },
    guide: ['published YANG'],
    examples: `
      ipv6-pool users6
    `,
  }),
  nasPort: command({
    views: ['rbp'],
    format: 'nas logic-port <interface>',
    undo: 'undo nas logic-port',
    key: 'nas logic-port',
    summary: 'Names the port that both devices report to the RADIUS server as theirs.',
    notes: ['A label: the port need not exist. Equal on both devices.'],
    parameters: {
      interface: parameter(interfaceName, 'The port to report; may carry slot/card/port behind a trunk number.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      nas logic-port GigabitEthernet0/1/0
      nas logic-port Eth-Trunk 1/0/1
    `,
  }),
  nasIp: command({
    views: ['rbp'],
    format: 'nas logic-ip <ip-address>',
    undo: 'undo nas logic-ip',
    key: 'nas logic-ip',
    summary: 'Sets the NAS address that both devices report to the RADIUS server.',
    notes: ['Equal on both devices.'],
    parameters: { 'ip-address': parameter(ipv4, 'The shared NAS address.') },
    guide: ['sister pages of the guide'],
    examples: `
      nas logic-ip 10.9.9.100
    `,
  }),
  nasSysname: command({
    views: ['rbp'],
    format: 'nas logic-sysname <sysname>',
    undo: 'undo nas logic-sysname',
    key: 'nas logic-sysname',
    summary: 'Sets the NAS name that both devices report to the RADIUS server.',
    notes: ['Equal on both devices.'],
    parameters: { sysname: parameter(string(1, 30), 'The shared NAS name.') },
    guide: ['sister pages of the guide'],
    examples: `
      nas logic-sysname bras
    `,
  }),
  accountingId: command({
    views: ['rbp'],
    format: 'acct-session-id nas-logic-sysname <sysname>',
    undo: 'undo acct-session-id nas-logic-sysname',
    key: 'acct-session-id',
    summary: 'Puts a name that both devices share into the accounting session ID.',
    notes: ['Equal on both devices.'],
    parameters: { sysname: parameter(string(1, 7), 'The shared name.') },
    guide: ['sister pages of the guide'],
    examples: `
      acct-session-id nas-logic-sysname bras
      acct-session-id nas-logic-sysname bras-one
                                        ^^^^^^^^ sysname: 1-7 characters
    `,
  }),
  slaveInbound: command({
    views: ['rbp'],
    format: 'rui-slave inbound without-forwarding',
    undo: 'undo rui-slave inbound without-forwarding',
    key: 'rui-slave inbound',
    summary: 'Keeps the backup device from forwarding what users send it.',
    guide: ['sister pages of the guide'],
    examples: `
      rui-slave inbound without-forwarding
    `,
  }),
  loadBalance: command({
    views: ['rbp'],
    format: 'load-balance hash-arithmetic { arithmetic1 | arithmetic2 } [ hash-fields mac offset <offset> ]',
    undo: 'undo load-balance hash-arithmetic',
    key: 'load-balance hash-arithmetic',
    summary: 'Chooses how users are split between the devices by their MAC address.',
    parameters: { offset: parameter(integer(1, 5), 'Which part of the MAC address counts.') },
    guide: ['sister pages of the guide'],
    examples: `
      load-balance hash-arithmetic arithmetic1 hash-fields mac offset 2
    `,
  }),
  remarkMac: command({
    views: ['rbp'],
    format: 'bras access remark mac <mac-address> { odd-mac | even-mac }',
    undo: 'undo bras access remark mac <mac-address>',
    key: 'bras access remark mac <mac-address>',
    summary: 'Counts one MAC address among the odd or the even ones.',
    notes: ['At most 32 lines.'],
    parameters: { 'mac-address': parameter(mac, 'The MAC address.') },
    guide: ['sister pages of the guide'],
    examples: `
      bras access remark mac 00e0-fc12-3456 odd-mac
    `,
  }),
  trafficInterval: command({
    views: ['rbp'],
    format: 'traffic backup interval <minutes>',
    undo: 'undo traffic backup interval',
    key: 'traffic backup interval',
    summary: 'Sets how often the traffic counters of the users are handed over.',
    parameters: {
      minutes: parameter(integer(0, 1440), 'Minutes between two rounds; 0 turns it off.', { unit: 'min' }),
    },
    default: '20',
    guide: ['published YANG; vendor configuration files'],
    examples: `
      traffic backup interval 10
      traffic backup interval 1441
                              ^^^^ minutes: 0-1440 min
    `,
  }),
  trafficThreshold: command({
    views: ['rbp'],
    format: 'traffic backup threshold <megabytes>',
    undo: 'undo traffic backup threshold',
    key: 'traffic backup threshold',
    summary: 'Sets after how much traffic the counters of a user are handed over.',
    notes: ['The model knows the value; its spelling on the command line is not documented.'],
    parameters: { megabytes: parameter(integer(0, 100000), 'Megabytes between two rounds.', { unit: 'MB' }) },
    default: '100',
    guide: ['published YANG'],
    examples: `
      traffic backup threshold 200
    `,
  }),
  batchAccess: command({
    views: ['system'],
    format: 'peer-backup batch access enable',
    undo: 'undo peer-backup batch access enable',
    key: 'peer-backup batch access',
    summary: 'Lets users come online while entries are handed over in bulk.',
    guide: ['sister pages of the guide'],
    examples: `
      peer-backup batch access enable
    `,
  }),
  downloadDelay: command({
    views: ['system'],
    format: 'peer-backup download-vrrp-table delay-time <delay-time-value>',
    undo: 'undo peer-backup download-vrrp-table delay-time [ <delay-time-value> ]',
    key: 'peer-backup download-vrrp-table delay-time',
    summary: 'Delays the download of the VRRP table after a switchover.',
    parameters: { 'delay-time-value': parameter(integer(0, 60), 'How long the download waits.', { unit: 's' }) },
    guide: ['CLI reference, peer-backup download-vrrp-table'],
    examples: `
      peer-backup download-vrrp-table delay-time 30
      peer-backup download-vrrp-table delay-time 61
                                                 ^^ delay-time-value: 0-60 s
    `,
  }),
  routeCost: command({
    views: ['system'],
    format: 'peer-backup route-cost auto-advertising',
    undo: 'undo peer-backup route-cost auto-advertising',
    key: 'peer-backup route-cost',
    summary: 'Lets the cost of user routes follow the role of the device by itself.',
    guide: ['vendor configuration files'],
    examples: `
      peer-backup route-cost auto-advertising
    `,
  }),
});
