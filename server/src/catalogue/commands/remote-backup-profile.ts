// Remote backup profile (RBP): which services of which interfaces or pools are backed up, over which channel, and whose role they follow.
import { command, family } from '../command';
import { integer, interfaceName, ipv4, mac, parameter, string } from '../parameters';
import { macMeanings, rbpName, rbsName, serviceMeanings } from './shared';

const pool = parameter(string(1, 128), 'Name of the address pool.', { refers: 'ip-pool' });

const nodeNumber = parameter(
  integer(1, 65534),
  'Place in the order of the pools; 5, 10 and so on where nothing is written.',
);

/**
 * RBP view, its head in the system view, and the lines that bind a profile (interface, domain, IPv4 pool). From guide
 * pages 000 to 003 and the CLI reference.
 */
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
  bindMulticast: command({
    views: ['interface'],
    format: 'remote-backup-profile <profile-name> bas-multicast',
    undo: 'undo remote-backup-profile <profile-name> bas-multicast',
    summary: 'Backs up the multicast of BRAS users on this interface as the profile says.',
    parameters: { 'profile-name': rbpName },
    guide: ['CLI reference, remote-backup-profile bas-multicast'],
    examples: `
      remote-backup-profile profile1 bas-multicast
    `,
  }),
  domainBackup: command({
    views: ['domain'],
    format: 'peer-backup enable',
    undo: 'undo peer-backup enable',
    key: 'peer-backup enable',
    summary: 'Backs up the users of the domain; on where nothing is written.',
    notes: ['Not to be changed while users are online.'],
    guide: ['CLI reference, peer-backup enable'],
    examples: `
      peer-backup enable
      undo peer-backup enable
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
    key: 'peer-backup',
    summary: 'Sets how the backup device holds the entries: `hot` keeps them ready for forwarding.',
    words: {
      hot: 'Entries are ready for forwarding on the backup',
      warm: 'Works for no service of this reference',
      virtual: 'BRAS users only; not on all models',
    },
    notes: [
      '`warm` works for no service of this reference; `hot` for all.',
      '`virtual` is for BRAS users only, not together with `rui-slave inbound without-forwarding`, and not offered on all models.',
    ],
    default: 'hot',
    guide: ['000 step 3.2', '001 step 3.2', '002 step 3.2', '003 step 4'],
    examples: `
      peer-backup hot
      peer-backup warm
      peer-backup virtual
    `,
  }),
  backupId: command({
    views: ['rbp'],
    format: 'backup-id <backup-id> remote-backup-service <service-name>',
    undo: 'undo backup-id <backup-id> remote-backup-service <service-name>',
    key: 'backup-id',
    summary: 'Ties the profile to a channel under a number by which the other device finds its own profile.',
    notes: ['The number is the same on both devices for the same profile, and used by no other profile of the device.'],
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
    undo: 'undo vrrp-id <vrid>',
    key: 'vrrp-id <vrid>',
    summary: 'Lets the profile follow the role of a VRRP group.',
    words: macMeanings,
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
    undo: 'undo vrrp6-id <vrid>',
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
    undo: 'undo e-trunk <e-trunk-id> eth-trunk <eth-trunk-id>',
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
    words: serviceMeanings,
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
    format: `ip-pool <ip-pool-name>
      ip-pool [ pool-group ] <ip-pool-name> include [ pool-group ] <destination-name> [ node <node-number> ]
      ip-pool pool-group <pool-group-name>`,
    undo: `undo ip-pool <ip-pool-name>
      undo ip-pool pool-group <pool-group-name>
      undo ip-pool [ pool-group ] <ip-pool-name> include [ pool-group ] <destination-name>`,
    summary:
      'Gives the BRAS users of the profile an address pool of their own; with `include`, puts another pool in the place of the one that RADIUS gives.',
    notes: [
      'The first pool of `include` need not exist; the second must, in the same VPN and of the `bas` kind.',
      'At most 4096 pools; 128 `include` lines a pool, 512 in all.',
    ],
    parameters: {
      'ip-pool-name': pool,
      'pool-group-name': parameter(string(1, 128), 'Name of the pool group.'),
      'destination-name': parameter(string(1, 128), 'The pool that addresses are taken from instead.', {
        refers: 'ip-pool',
      }),
      'node-number': nodeNumber,
    },
    guide: ['CLI reference, ip-pool of the RBP view'],
    examples: `
      ip-pool pool1
      ip-pool pool1 include pool1-slave
      ip-pool pool1 include pool1-slave node 1
      ip-pool pool-group group1 include pool-group group2 node 5
      undo ip-pool pool1 include pool1-slave
      ip-pool pool1 include pool1-slave node 0
                                             ^ node-number: 1-65534
    `,
  }),
  ipv6Pool: command({
    views: ['rbp'],
    format: 'ipv6-pool <ipv6-pool-name> [ include <destination-name> [ node <node-number> ] ]',
    undo: 'undo ipv6-pool <ipv6-pool-name> [ include <destination-name> ]',
    summary:
      'Gives the BRAS users of the profile an IPv6 address pool of their own; with `include`, puts another pool in the place of the one that RADIUS gives.',
    parameters: {
      'ipv6-pool-name': parameter(string(1, 32), 'Name of the IPv6 address pool.', { refers: 'ipv6-pool' }),
      'destination-name': parameter(string(1, 32), 'The pool that addresses are taken from instead.', {
        refers: 'ipv6-pool',
      }),
      'node-number': nodeNumber,
    },
    guide: ['CLI reference, ipv6-pool of the RBP view'],
    examples: `
      ipv6-pool users6
      ipv6-pool users6 include users6-slave node 5
      undo ipv6-pool users6 include users6-slave
    `,
  }),
  frameRoute: command({
    views: ['rbp'],
    format: 'frame-route metric <metric>',
    undo: 'undo frame-route metric <metric>',
    key: 'frame-route metric',
    summary: 'Adds a cost to the routes that RADIUS gives for networks behind users.',
    notes: ['Added on the master; the backup announces them at 65535.'],
    parameters: { metric: parameter(integer(1, 65535), 'Added to the cost that RADIUS gives.') },
    guide: ['CLI reference, frame-route metric'],
    examples: `
      frame-route metric 10
      frame-route metric 0
                         ^ metric: 1-65535
    `,
  }),
  igmpCopy: command({
    views: ['rbp'],
    format: 'dhcp-stb igmp-copy',
    undo: 'undo dhcp-stb igmp-copy',
    key: 'dhcp-stb igmp-copy',
    summary: 'Copies the IGMP reports of set-top boxes with DHCP to the other device.',
    notes: ['On where nothing is written; turn it off where the box reaches both devices. Without effect for PPPoE.'],
    guide: ['CLI reference, dhcp-stb igmp-copy'],
    examples: `
      dhcp-stb igmp-copy
      undo dhcp-stb igmp-copy
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
    summary: 'Sets the NAS address that the device reports to the RADIUS server.',
    notes: [
      'Equal on both devices, unless the remote backup service has `radius-authorization source same-as nas-logic-ip`: then the two must differ.',
    ],
    parameters: { 'ip-address': parameter(ipv4, 'The NAS address.') },
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
    undo: 'undo acct-session-id nas-logic-sysname [ <sysname> ]',
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
    notes: [
      'A switchover then loses about 50 ms of traffic, the way back some seconds.',
      'Not together with `peer-backup virtual`.',
    ],
    guide: ['sister pages of the guide'],
    examples: `
      rui-slave inbound without-forwarding
    `,
  }),
  loadBalance: command({
    views: ['rbp'],
    format: 'load-balance hash-arithmetic { arithmetic1 | arithmetic2 } [ hash-fields mac offset <offset> ]',
    undo: 'undo load-balance hash-arithmetic [ { arithmetic1 | arithmetic2 } [ hash-fields mac offset <offset> ] ]',
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
    undo: 'undo bras access remark mac [ <mac-address> [ odd-mac | even-mac ] ]',
    key: 'bras access remark mac <mac-address>',
    summary: 'Counts one MAC address among the odd or the even ones.',
    words: { 'odd-mac': 'Among the odd ones', 'even-mac': 'Among the even ones' },
    notes: ['At most 32 lines.'],
    parameters: { 'mac-address': parameter(mac, 'The MAC address.') },
    guide: ['sister pages of the guide'],
    examples: `
      bras access remark mac 00e0-fc12-3456 odd-mac
    `,
  }),
  trafficBackup: command({
    views: ['rbp'],
    format: 'traffic backup { interval <minutes> | threshold <megabytes> } *',
    undo: 'undo traffic backup',
    key: 'traffic backup',
    summary: 'Sets how often, or after how much traffic, the counters of the users are handed over.',
    notes: ['10 min and 50 MB where nothing is written; 0 and 0 turn it off. One line may carry both values.'],
    parameters: {
      minutes: parameter(integer(0, 1440), 'Minutes between two rounds; 10 where nothing is written.', { unit: 'min' }),
      megabytes: parameter(integer(0, 100000), 'Traffic of a user between two rounds; 50 where nothing is written.', {
        unit: 'MB',
      }),
    },
    guide: ['CLI reference, traffic backup'],
    examples: `
      traffic backup interval 10
      traffic backup threshold 200
      traffic backup interval 10 threshold 50
      undo traffic backup
      traffic backup interval 1441
                              ^^^^ minutes: 0-1440 min
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
    undo: 'undo peer-backup download-vrrp-table delay-time <delay-time-value>',
    key: 'peer-backup download-vrrp-table delay-time',
    summary: 'Sets how long a device that has become backup goes on forwarding.',
    notes: ['0: it stops at once.'],
    parameters: {
      'delay-time-value': parameter(integer(0, 60), 'How long the old master goes on forwarding.', { unit: 's' }),
    },
    guide: ['CLI reference, peer-backup download-vrrp-table'],
    examples: `
      peer-backup download-vrrp-table delay-time 30
      peer-backup download-vrrp-table delay-time 61
                                                 ^^ delay-time-value: 0-60 s
    `,
  }),
  routeCost: command({
    views: ['system'],
    format: 'peer-backup route-cost auto-advertising [ exclude loopback ]',
    undo: 'undo peer-backup route-cost',
    key: 'peer-backup route-cost',
    summary:
      'Lets the cost of the network routes of shared pools, and of LAC loopbacks, follow the role of the device by itself.',
    notes: [
      'With `exclude loopback` the loopbacks of L2TP tunnels are left out.',
      'Pools must be bound to the remote backup service anew for it to take effect; `switchover uplink` needs it.',
    ],
    guide: ['CLI reference, peer-backup route-cost'],
    examples: `
      peer-backup route-cost auto-advertising
      peer-backup route-cost auto-advertising exclude loopback
      undo peer-backup route-cost
    `,
  }),
  triggerSpeed: command({
    views: ['system'],
    format: 'peer-backup rui-trigger-speed <speed>',
    undo: 'undo peer-backup rui-trigger-speed <speed>',
    key: 'peer-backup rui-trigger-speed',
    summary: 'Sets at which rate users are taken in from the other device.',
    notes: ['Equal on both devices.'],
    parameters: { speed: parameter(integer(0, 400), 'Users a second.', { unit: 'users/s' }) },
    guide: ['CLI reference, peer-backup rui-trigger-speed'],
    examples: `
      peer-backup rui-trigger-speed 100
      peer-backup rui-trigger-speed 401
                                    ^^^ speed: 0-400 users/s
    `,
  }),
  ttl: command({
    views: ['system'],
    format: 'peer-backup ttl <hops>',
    undo: 'undo peer-backup ttl <hops>',
    key: 'peer-backup ttl',
    summary: 'Sets how many hops traffic on a protection tunnel may take.',
    parameters: { hops: parameter(integer(0, 15), 'Hops.') },
    guide: ['CLI reference, peer-backup ttl'],
    examples: `
      peer-backup ttl 5
      peer-backup ttl 16
                      ^^ hops: 0-15
    `,
  }),
  ruiOption: command({
    views: ['system'],
    format: 'rui-option [ dhcpv6 ] <option-code>',
    undo: 'undo rui-option [ dhcpv6 ]',
    summary: 'Sets the DHCP option in which the two devices tell each other apart.',
    notes: ['Equal on both devices, and used by no other option.'],
    parameters: { 'option-code': parameter(integer(151, 174), 'Number of the option; 151 where nothing is written.') },
    guide: ['CLI reference, rui-option'],
    examples: `
      rui-option 160
      rui-option dhcpv6 160
      rui-option 150
                 ^^^ option-code: 151-174
    `,
  }),
  reconciliation: command({
    views: ['system'],
    format: 'rui slow-reconciliation disable',
    undo: 'undo rui slow-reconciliation disable',
    key: 'rui slow-reconciliation',
    summary: 'Turns the hourly comparison of the entries of both devices off.',
    guide: ['CLI reference, rui slow-reconciliation'],
    examples: `
      rui slow-reconciliation disable
    `,
  }),
  releaseDiscard: command({
    views: ['system'],
    format: 'access packet dhcp release rui-slave discard',
    undo: 'undo access packet dhcp release rui-slave discard',
    key: 'access packet dhcp release rui-slave',
    summary: 'Drops DHCP releases of users for which this device is the backup.',
    guide: ['CLI reference, access packet dhcp release'],
    examples: `
      access packet dhcp release rui-slave discard
    `,
  }),
  pppoeSessions: command({
    views: ['system'],
    format: 'pppoe-server rui remote-mac session-id start-session-id <first-id> end-session-id <last-id>',
    undo: 'undo pppoe-server rui remote-mac session-id',
    key: 'pppoe-server rui remote-mac session-id',
    summary: 'Sets which PPPoE session numbers this device gives, so that those of the two devices never meet.',
    notes: ['The ranges of the two devices must not overlap: 1-32767 on one and 32768-65534 on the other.'],
    parameters: {
      'first-id': parameter(integer(1, 65534), 'First session number.'),
      'last-id': parameter(integer(1, 65534), 'Last session number.', { endsRange: true }),
    },
    guide: ['CLI reference, pppoe-server rui'],
    examples: `
      pppoe-server rui remote-mac session-id start-session-id 1 end-session-id 32767
    `,
  }),
});
