// Remote backup service (RBS): the TCP channel over which two devices hand each other their user entries.
import { command, family } from '../command';
import { integer, interfaceName, ipv4, ipv6, parameter, string, time } from '../parameters';
import { rbsName } from './shared';

const port = parameter(integer(1024, 55535), 'TCP port of the channel; the same on both devices.');
const pool = parameter(string(1, 128), 'Name of the address pool.', { refers: 'ip-pool' });
const pool6 = parameter(string(1, 128), 'Name of the IPv6 address pool.', { refers: 'ipv6-pool' });
const metric = parameter(integer(1, 65535), 'Preference of the pool; differs between master and backup.');
const weight = parameter(
  integer(1, 100),
  'How much of the failure ratio this interface counts for; 10 where nothing is written.',
);

export const rbs = family('rbs', {
  create: command({
    views: ['system'],
    format: 'remote-backup-service <remote-backup-service-name>',
    undo: 'undo remote-backup-service <remote-backup-service-name>',
    opens: 'rbs',
    summary: 'Creates a remote backup service (RBS), the channel to the other device, and enters its view.',
    notes: ['The name is local: the two devices may use different ones.'],
    parameters: {
      'remote-backup-service-name': parameter(string(1, 32), 'Name of the RBS; case does not matter.', {
        defines: 'rbs',
      }),
    },
    guide: ['000 step 2.1', '001 step 2.1', '002 step 2.1'],
    examples: `
      remote-backup-service service1
      undo remote-backup-service service1
      remote-backup-service a-name-that-is-longer-than-any-rbs-may-have
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ remote-backup-service-name: 1-32 characters
    `,
  }),
  peer: command({
    views: ['rbs'],
    format: 'peer <peer-ip-address> source <source-ip-address> port <port-id>',
    undo: 'undo peer <peer-ip-address> [ source <source-ip-address> port <port-id> ]',
    key: 'peer',
    summary: "Sets the two ends of the channel: the other device's address, the own address, and the TCP port.",
    notes: [
      "The own address belongs to an interface, sub-interface or loopback of this device, the peer's to one of the other device; each must reach the other.",
      'On the other device the two addresses stand the other way round, and the port is the same.',
      'One RBS has one channel, over IPv4 or IPv6.',
    ],
    parameters: {
      'peer-ip-address': parameter(ipv4, 'Address of the other device.'),
      'source-ip-address': parameter(ipv4, 'Address of this device.'),
      'port-id': port,
    },
    guide: ['000 step 2.3', '002 step 2.3'],
    examples: `
      peer 10.0.0.2 source 10.0.0.1 port 1025
      undo peer 10.0.0.2
      peer 10.0.0.2 source 10.0.0.1 port 55536
                                         ^^^^^ port-id: 1024-55535
    `,
  }),
  peer6: command({
    views: ['rbs'],
    format: 'peer-ipv6 <peer-ipv6-address> source-ipv6 <source-ipv6-address> port <port-id>',
    undo: 'undo peer-ipv6 <peer-ipv6-address> [ source-ipv6 <source-ipv6-address> port <port-id> ]',
    key: 'peer-ipv6',
    summary:
      "Sets the two ends of the channel over IPv6: the other device's address, the own address, and the TCP port.",
    notes: [
      'On the other device the two addresses stand the other way round, and the port is the same.',
      'One RBS has one channel, over IPv4 or IPv6.',
    ],
    parameters: {
      'peer-ipv6-address': parameter(ipv6, 'Address of the other device.'),
      'source-ipv6-address': parameter(ipv6, 'Address of this device.'),
      'port-id': port,
    },
    guide: ['003 step 3'],
    examples: `
      peer-ipv6 2001:db8:10::2 source-ipv6 2001:db8:10::1 port 1025
      peer-ipv6 2001:db8:10::2 source-ipv6 2001:db8:10::1 port 1023
                                                               ^^^^ port-id: 1024-55535
    `,
  }),
  bindSslPolicy: command({
    views: ['rbs'],
    format: 'bind ssl-policy <ssl-policy-name>',
    undo: 'undo bind ssl-policy [ <ssl-policy-name> ]',
    key: 'bind ssl-policy',
    summary: 'Protects the channel with an SSL policy; without one the entries cross the wire in the clear.',
    notes: ['The policy must exist, and the other device needs one as well.'],
    parameters: {
      'ssl-policy-name': parameter(string(1, 23), 'Name of the SSL policy; case does not matter.', {
        refers: 'ssl-policy',
      }),
    },
    guide: ['000 step 2.2', '002 step 2.2'],
    examples: `
      bind ssl-policy policy1
      undo bind ssl-policy
    `,
  }),
  batchNow: command({
    views: ['rbs'],
    format:
      'batch-backup service-type { all | arp | bras | dhcp-server | dhcpv6-relay | igmp-snooping | ipsec | l2tp | multicast | nd } now',
    summary: 'Sends all entries of one service to the other device at once.',
    notes: ['An action: it is not stored in the configuration.'],
    action: true,
    guide: ['000 step 2.4', '001 step 2.2', '002 step 2.4'],
    examples: `
      batch-backup service-type dhcpv6-relay now
      batch-backup service-type nd now
      batch-backup service-type dhcp-server now
    `,
  }),
  batchDaily: command({
    views: ['rbs'],
    format:
      'batch-backup service-type { all | bras | dhcp-server | dhcpv6-relay | igmp-snooping | l2tp | multicast } daily <daytime>',
    undo: 'undo batch-backup service-type { all | bras | dhcp-server | dhcpv6-relay | igmp-snooping | l2tp | multicast } [ daily ]',
    summary: 'Sends all entries of one service to the other device once a day.',
    notes: ['One time a day for each service; not offered for ND, ARP and MLD.'],
    parameters: { daytime: parameter(time, 'Time of day, HH:MM:SS.') },
    guide: ['000 step 2.5'],
    examples: `
      batch-backup service-type dhcpv6-relay daily 03:30:00
      batch-backup service-type dhcpv6-relay daily 25:00:00
                                                   ^^^^^^^^ daytime: not a time of day, HH:MM:SS
    `,
  }),
  trackBfd: command({
    views: ['rbs'],
    format: 'track bfd-session { <bfd-session-id> | session-name <bfd-name> }',
    undo: 'undo track bfd-session [ <bfd-session-id> | session-name <bfd-name> ]',
    key: 'track bfd-session',
    summary: 'Tears the channel down while a BFD session is down; when it comes back the entries are sent anew.',
    parameters: {
      'bfd-session-id': parameter(integer(1, 16384), 'Local discriminator of the BFD session.', {
        refers: 'bfd-session',
      }),
      'bfd-name': parameter(string(1, 64), 'Name of the BFD session.', { refers: 'bfd-session' }),
    },
    guide: ['CLI reference, track bfd-session'],
    examples: `
      track bfd-session 8
      track bfd-session session-name channel
    `,
  }),
  trackInterface: command({
    views: ['rbs'],
    format: 'track interface <interface> [ weight <weight> ]',
    undo: 'undo track interface { <interface> | id <index> }',
    key: 'track interface <interface>',
    summary: 'Counts an uplink into the failure ratio that moves the services to the other device.',
    notes: [
      'At most 16 interfaces.',
      'While it is set, the role goes back only after the channel is up and the entries are synchronised.',
    ],
    parameters: {
      interface: parameter(interfaceName, 'The uplink.', { refers: 'interface' }),
      weight,
      index: parameter(integer(0, 15), 'Index of the tracked interface.'),
    },
    guide: ['CLI reference, track interface'],
    examples: `
      track interface GigabitEthernet0/1/1 weight 50
      track interface GigabitEthernet0/1/1 weight 101
                                                  ^^^ weight: 1-100
    `,
  }),
  trackMonitorGroup: command({
    views: ['rbs'],
    format: 'track monitor-group <group-name> switchover failure-ratio <failure-ratio>',
    undo: 'undo track monitor-group [ <group-name> ]',
    key: 'track monitor-group',
    summary: 'Moves the services to the other device when a share of a monitoring group has failed.',
    notes: ['Stands instead of `track interface` and `switchover uplink`.'],
    parameters: {
      'group-name': parameter(string(1, 31), 'Name of the monitoring group.', { refers: 'monitor-group' }),
      'failure-ratio': parameter(integer(1, 100), 'Share of failed interfaces from which the services move.', {
        unit: '%',
      }),
    },
    guide: ['CLI reference, track monitor-group'],
    examples: `
      track monitor-group uplinks switchover failure-ratio 50
    `,
  }),
  switchoverUplink: command({
    views: ['rbs'],
    format: 'switchover uplink { failure-ratio <failure-ratio> | duration <duration> } *',
    undo: 'undo switchover uplink [ failure-ratio [ <failure-ratio> ] | duration [ <duration> ] ] *',
    key: 'switchover uplink',
    summary: 'Sets from which share of failed uplinks, and after how long, the services move.',
    notes: ['Only together with `track interface`.'],
    parameters: {
      'failure-ratio': parameter(integer(1, 100), 'Weighted share of failed uplinks; 100 where nothing is written.', {
        unit: '%',
      }),
      duration: parameter(integer(0, 30), 'How long the uplinks must have failed; 0 where nothing is written.', {
        unit: 'min',
      }),
    },
    guide: ['CLI reference, switchover uplink'],
    examples: `
      switchover uplink failure-ratio 50 duration 2
      switchover uplink duration 31
                                 ^^ duration: 0-30 min
    `,
  }),
  protectRedirect: command({
    views: ['rbs'],
    format: 'protect redirect ip-nexthop <ip-address> interface <interface>',
    undo: 'undo protect redirect ip-nexthop [ <ip-address> interface <interface> ]',
    summary: 'Sends downstream traffic that reaches the wrong device over to the other one by a next hop.',
    parameters: {
      'ip-address': parameter(ipv4, 'Next hop towards the other device.'),
      interface: parameter(interfaceName, 'Interface towards the other device.', { refers: 'interface' }),
    },
    guide: ['sister pages of the guide'],
    examples: `
      protect redirect ip-nexthop 10.0.0.2 interface GigabitEthernet0/1/5
    `,
  }),
  protectLsp: command({
    views: ['rbs'],
    format: 'protect lsp-tunnel for-all-instance peer-ip <ip-address>',
    undo: 'undo protect lsp-tunnel for-all-instance [ peer-ip <ip-address> ]',
    summary: 'Sends downstream traffic that reaches the wrong device over to the other one through an LSP.',
    parameters: { 'ip-address': parameter(ipv4, 'LSR address of the other device.') },
    guide: ['sister pages of the guide'],
    examples: `
      protect lsp-tunnel for-all-instance peer-ip 10.9.9.2
    `,
  }),
  protectTunnelPolicy: command({
    views: ['rbs'],
    format: 'protect tnl-policy <policy-name> peer-ip <ip-address>',
    undo: 'undo protect tnl-policy [ <policy-name> peer-ip <ip-address> ]',
    summary:
      'Sends downstream traffic that reaches the wrong device over to the other one through a tunnel of a policy.',
    parameters: {
      'policy-name': parameter(string(1, 39), 'Name of the tunnel policy.', { refers: 'tunnel-policy' }),
      'ip-address': parameter(ipv4, 'Address of the other device.'),
    },
    guide: ['vendor configuration files'],
    examples: `
      protect tnl-policy te peer-ip 10.9.9.2
    `,
  }),
  protectOther: command({
    views: ['rbs'],
    format: `protect ip-vpn peer-ip <ip-address> [ vpn-instance <vpn-instance-name> ]
      protect segment-routing-ipv6 peer-ip <ipv6-address>`,
    summary: 'Sends downstream traffic that reaches the wrong device over to the other one through a VPN or SRv6.',
    notes: ['The model knows these kinds; their spelling on the command line is not documented.'],
    parameters: {
      'ip-address': parameter(ipv4, 'Address of the other device.'),
      'ipv6-address': parameter(ipv6, 'Address of the other device.'),
      'vpn-instance-name': parameter(string(1, 31), 'The VPN instance.', { refers: 'vpn-instance' }),
    },
    guide: ['published YANG'],
    examples: `
      protect ip-vpn peer-ip 10.9.9.2
    `,
  }),
  ipPool: command({
    views: ['rbs'],
    format: 'ip-pool <ip-pool-name> [ metric <metric> ]',
    undo: 'undo ip-pool <ip-pool-name>',
    key: 'ip-pool <ip-pool-name>',
    summary: 'Shares an IPv4 address pool between the two devices.',
    notes: ['The pool needs a gateway.'],
    parameters: { 'ip-pool-name': pool, metric },
    guide: ['sister pages of the guide; published YANG'],
    examples: `
      ip-pool pool1 metric 10
    `,
  }),
  ipv6Pool: command({
    views: ['rbs'],
    format: 'ipv6-pool <ipv6-pool-name> [ metric <metric> ]',
    undo: 'undo ipv6-pool <ipv6-pool-name>',
    key: 'ipv6-pool <ipv6-pool-name>',
    summary: 'Shares an IPv6 address pool between the two devices.',
    notes: ['The pool needs a bound prefix and is not of the relay type.'],
    parameters: { 'ipv6-pool-name': pool6, metric },
    guide: ['sister pages of the guide; published YANG'],
    examples: `
      ipv6-pool users6 metric 10
    `,
  }),
  backupBlock: command({
    views: ['rbs'],
    format: 'backup block { send | receive } [ bras | l2tp | multicast | igmp-snooping ]',
    undo: 'undo backup block { send | receive } [ bras | l2tp | multicast | igmp-snooping ]',
    summary: 'Stops entries from being sent or taken in, for upgrades with mixed versions.',
    guide: ['CLI reference, backup block'],
    examples: `
      backup block send bras
    `,
  }),
  radiusSource: command({
    views: ['rbs'],
    format: 'radius-authorization source same-as nas-logic-ip',
    undo: 'undo radius-authorization source same-as nas-logic-ip',
    key: 'radius-authorization source',
    summary: 'Answers RADIUS authorization from the logical NAS address that both devices share.',
    guide: ['sister pages of the guide'],
    examples: `
      radius-authorization source same-as nas-logic-ip
    `,
  }),
  l2tpTunnel: command({
    views: ['rbs'],
    format: 'l2tp-tunnel source <interface>',
    undo: 'undo l2tp-tunnel source',
    key: 'l2tp-tunnel source',
    summary: 'Gives the L2TP tunnels of both devices one source interface.',
    parameters: { interface: parameter(interfaceName, 'The source interface.', { refers: 'interface' }) },
    guide: ['vendor configuration files'],
    examples: `
      l2tp-tunnel source LoopBack1
    `,
  }),
  webAuthServer: command({
    views: ['rbs'],
    format: 'web-auth-server source <ip-address>',
    undo: 'undo web-auth-server source',
    key: 'web-auth-server source',
    summary: 'Sets the address under which the web authentication server sees both devices.',
    parameters: { 'ip-address': parameter(ipv4, 'The shared address.') },
    guide: ['vendor configuration files'],
    examples: `
      web-auth-server source 10.9.9.100
    `,
  }),
  shutdown: command({
    views: ['rbs'],
    format: 'shutdown',
    undo: 'undo shutdown',
    key: 'shutdown',
    summary: 'Closes the channel: no entry is handed over until `undo shutdown`.',
    guide: ['CLI reference, shutdown of the RBS view'],
    examples: `
      shutdown
      undo shutdown
    `,
  }),
  reset: command({
    views: ['user', 'system', 'rbs'],
    format: 'reset remote-backup-service <remote-backup-service-name> statistic',
    summary: 'Clears the counters of a channel.',
    parameters: { 'remote-backup-service-name': rbsName },
    action: true,
    guide: ['CLI reference, reset remote-backup-service'],
    examples: `
      reset remote-backup-service service1 statistic
    `,
  }),
});
