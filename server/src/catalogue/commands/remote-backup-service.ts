// Remote backup service (RBS): the TCP channel over which two devices hand each other their user entries.
import { command, family } from '../command';
import { integer, interfaceName, ipv4, ipv6, parameter, string, time } from '../parameters';
import { directionMeanings, rbsName, serviceMeanings, vpnInstance } from './shared';

const port = parameter(integer(1024, 55535), 'TCP port of the channel; the same on both devices.');
const pool = parameter(string(1, 128), 'Name of the address pool.', { refers: 'ip-pool' });
const pool6 = parameter(string(1, 32), 'Name of the IPv6 address pool.', { refers: 'ipv6-pool' });
const metric = parameter(
  integer(1, 65535),
  'Cost at which this device announces the pool; the device with the lower one is preferred. Where nothing is written: 20 for a `rui-slave` pool, 10 for any other.',
);
const failureRatio = parameter(integer(1, 100), 'Share of failed members, by weight, from which the services move.', {
  unit: '%',
});
const weight = parameter(
  integer(1, 100),
  'How much of the failure ratio this interface counts for; 10 where nothing is written.',
);

/**
 * RBS view, its head in the system view, and the batch backup that is asked for in the user view. From guide pages 000
 * to 003 and the CLI reference.
 */
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
    summary: "Sets the two ends of the channel: the other device's address, this device's address, and the TCP port.",
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
      "Sets the two ends of the channel over IPv6: the other device's address, this device's address, and the TCP port.",
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
    words: serviceMeanings,
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
    format: 'track bfd-session <bfd-session-id>',
    undo: 'undo track bfd-session <bfd-session-id>',
    key: 'track bfd-session',
    summary: 'Tears the channel down while a BFD session is down; when it comes back the entries are sent anew.',
    notes: ['The session is named by its local discriminator.'],
    parameters: {
      'bfd-session-id': parameter(integer(1, 16384), 'Local discriminator of the BFD session.', {
        refers: 'bfd-session',
      }),
    },
    guide: ['CLI reference, track bfd-session'],
    examples: `
      track bfd-session 8
      undo track bfd-session 8
    `,
  }),
  trackBfdByName: command({
    views: ['rbs'],
    format: 'track bfd-session session-name <bfd-name>',
    undo: 'undo track bfd-session session-name <bfd-name>',
    summary: 'Tears the channel down while a BFD session is down, which is named here.',
    notes: ['The command reference has the number of the session only.'],
    parameters: {
      'bfd-name': parameter(string(1, 64), 'Name of the BFD session.', { refers: 'bfd-session' }),
    },
    dialect: 'undocumented',
    examples: `
      track bfd-session session-name channel
    `,
  }),
  trackInterface: command({
    views: ['rbs'],
    format: 'track interface <interface> [ weight <weight> ]',
    undo: 'undo track interface { <interface> [ weight <weight> ] | id <index> }',
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
    undo: 'undo track monitor-group <group-name> [ switchover failure-ratio <failure-ratio> ]',
    key: 'track monitor-group <group-name>',
    summary: 'Moves the services to the other device when a share of a monitoring group has failed.',
    notes: [
      'Stands instead of `track interface` and `switchover uplink`: it deletes them and bars them.',
      'At most 2 groups a service, of both kinds together.',
      'The threshold should be the one at which VRRP switches, or traffic is sent across.',
    ],
    parameters: {
      'group-name': parameter(string(1, 31), 'Name of the monitoring group.', { refers: 'monitor-group' }),
      'failure-ratio': failureRatio,
    },
    guide: ['CLI reference, track monitor-group'],
    examples: `
      track monitor-group uplinks switchover failure-ratio 50
    `,
  }),
  trackRouteMonitorGroup: command({
    views: ['rbs'],
    format: 'track route-monitor-group <route-group-name> switchover failure-ratio <failure-ratio>',
    undo: 'undo track route-monitor-group <route-group-name> [ switchover failure-ratio <failure-ratio> ]',
    key: 'track route-monitor-group <route-group-name>',
    summary: 'Moves the services to the other device when a share of the watched routes is missing.',
    notes: [
      'Stands instead of `track interface` and `switchover uplink`: it deletes them and bars them.',
      'At most 2 groups a service, of both kinds together.',
    ],
    parameters: {
      'route-group-name': parameter(string(1, 31), 'Name of the route monitoring group.'),
      'failure-ratio': failureRatio,
    },
    guide: ['CLI reference, track route-monitor-group'],
    examples: `
      track route-monitor-group routes switchover failure-ratio 50
      track route-monitor-group routes switchover failure-ratio 101
                                                                ^^^ failure-ratio: 1-100 %
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
    undo: 'undo protect redirect',
    key: 'protect redirect',
    summary: 'Sends downstream traffic that reaches the wrong device over to the other one by a next hop.',
    notes: ['For users of the public network; the next hop is the other device on a direct link.'],
    parameters: {
      'ip-address': parameter(ipv4, 'Next hop towards the other device.'),
      interface: parameter(interfaceName, 'Interface towards the other device.', { refers: 'interface' }),
    },
    guide: ['CLI reference, protect redirect ip-nexthop'],
    examples: `
      protect redirect ip-nexthop 10.0.0.2 interface GigabitEthernet0/1/5
      undo protect redirect
    `,
  }),
  protectLsp: command({
    views: ['rbs'],
    format: 'protect lsp-tunnel for-all-instance peer-ip <ip-address>',
    undo: 'undo protect lsp-tunnel peer-ip <ip-address>',
    key: 'protect lsp-tunnel',
    summary: 'Sends downstream traffic that reaches the wrong device over to the other one through an LSP.',
    notes: [
      'For the public network and every VPN; it comes before `protect tnl-policy` and `protect ip-vpn-instance`.',
      'The LSP is needed in both directions.',
    ],
    parameters: { 'ip-address': parameter(ipv4, 'LSR address of the other device.') },
    guide: ['CLI reference, protect lsp-tunnel'],
    examples: `
      protect lsp-tunnel for-all-instance peer-ip 10.9.9.2
      undo protect lsp-tunnel peer-ip 10.9.9.2
    `,
  }),
  protectTunnelPolicy: command({
    views: ['rbs'],
    format: 'protect tnl-policy <policy-name> peer-ip <ip-address> [ interface <interface> ]',
    undo: 'undo protect tnl-policy <policy-name>',
    key: 'protect tnl-policy <policy-name>',
    summary:
      'Sends downstream traffic that reaches the wrong device over to the other one through a tunnel of a policy.',
    notes: ['For users of the public network; the tunnel policy must exist.'],
    parameters: {
      'policy-name': parameter(string(1, 39), 'Name of the tunnel policy.', { refers: 'tunnel-policy' }),
      'ip-address': parameter(ipv4, 'Address of the other device.'),
      interface: parameter(interfaceName, 'Interface towards the other device.', { refers: 'interface' }),
    },
    guide: ['CLI reference, protect tnl-policy'],
    examples: `
      protect tnl-policy te peer-ip 10.9.9.2
      protect tnl-policy te peer-ip 10.9.9.2 interface GigabitEthernet0/1/5
      undo protect tnl-policy te
    `,
  }),
  protectVpn: command({
    views: ['rbs'],
    format: 'protect ip-vpn-instance <vpn-instance-name> peer-ip <ip-address> [ interface <interface> ]',
    undo: 'undo protect ip-vpn-instance <vpn-instance-name>',
    key: 'protect ip-vpn-instance <vpn-instance-name>',
    summary: 'Sends downstream traffic of one VPN that reaches the wrong device over to the other one.',
    notes: ['IPv4 only; one line a VPN.'],
    parameters: {
      'vpn-instance-name': parameter(string(1, 31), 'The VPN instance.', { refers: 'vpn-instance' }),
      'ip-address': parameter(ipv4, 'Address of a loopback of the other device in that VPN.'),
      interface: parameter(interfaceName, 'Interface towards the other device.', { refers: 'interface' }),
    },
    guide: ['CLI reference, protect ip-vpn-instance'],
    examples: `
      protect ip-vpn-instance vpn1 peer-ip 10.9.9.2
      protect ip-vpn-instance vpn1 peer-ip 10.9.9.2 interface GigabitEthernet0/1/5
      undo protect ip-vpn-instance vpn1
    `,
  }),
  protectSrv6: command({
    views: ['rbs'],
    format: 'protect srv6 tunnel-policy <policy-name> endpoint <ipv6-address> color <color>',
    key: 'protect srv6',
    summary: 'Sends downstream traffic that reaches the wrong device over to the other one through an SRv6 policy.',
    notes: ['It comes before every other `protect` line; the tunnel policy must exist.'],
    parameters: {
      'policy-name': parameter(string(1, 39), 'Name of the tunnel policy.', { refers: 'tunnel-policy' }),
      'ipv6-address': parameter(ipv6, 'End of the SRv6 policy: an address of the other device.'),
      color: parameter(integer(0, 4294967295), 'Colour of the SRv6 policy.'),
    },
    guide: ['vendor configuration guide: user information backup in shared pool mode'],
    examples: `
      protect srv6 tunnel-policy te endpoint 2001:db8:9::2 color 100
    `,
  }),
  ipPool: command({
    views: ['rbs'],
    format: 'ip-pool <ip-pool-name> [ metric <metric> ]',
    undo: 'undo ip-pool <ip-pool-name> [ metric <metric> ]',
    key: 'ip-pool <ip-pool-name>',
    summary: 'Shares an IPv4 address pool between the two devices.',
    notes: [
      'The pool must exist and needs a gateway; it belongs to one remote backup service, and to no profile besides.',
      'The lower metric wins. Without one it is 10, or 20 for a `rui-slave` pool; it is 65535 while the uplinks are lost.',
      'At most 4096 pools.',
    ],
    parameters: { 'ip-pool-name': pool, metric },
    guide: ['CLI reference, ip-pool of the RBS view; published YANG'],
    examples: `
      ip-pool pool1 metric 10
      undo ip-pool pool1 metric 10
      ip-pool pool1 metric 65536
                           ^^^^^ metric: 1-65535
    `,
  }),
  ipPoolGroup: command({
    views: ['rbs'],
    format: 'ip-pool-group <pool-group-name> [ metric <metric> ]',
    undo: 'undo ip-pool-group <pool-group-name> [ metric <metric> ]',
    key: 'ip-pool-group <pool-group-name>',
    summary: 'Shares a group of IPv4 address pools between the two devices.',
    parameters: { 'pool-group-name': parameter(string(1, 128), 'Name of the pool group.'), metric },
    guide: ['vendor configuration guide: user information backup in shared pool mode'],
    examples: `
      ip-pool-group group1 metric 20
    `,
  }),
  ipv6Pool: command({
    views: ['rbs'],
    format: 'ipv6-pool <ipv6-pool-name> [ metric <metric> ]',
    undo: 'undo ipv6-pool <ipv6-pool-name> [ metric <metric> ]',
    key: 'ipv6-pool <ipv6-pool-name>',
    summary: 'Shares an IPv6 address pool between the two devices.',
    notes: [
      'The pool needs a bound prefix and is not of the relay type.',
      'The lower metric wins. Without one it is 10, or 20 for a `rui-slave` pool; it is 65535 while the uplinks are lost.',
    ],
    parameters: { 'ipv6-pool-name': pool6, metric },
    guide: ['CLI reference, ipv6-pool of the RBS view; published YANG'],
    examples: `
      ipv6-pool users6 metric 10
      ipv6-pool a-name-of-more-than-32-characters
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ipv6-pool-name: 1-32 characters
    `,
  }),
  staticRoute: command({
    views: ['rbs'],
    format: 'static-route if-match null <null-number> tag <tag> [ metric <metric> ] [ rui-slave ]',
    undo: 'undo static-route if-match null <null-number> tag <tag> [ metric <metric> ] [ rui-slave ]',
    key: 'static-route if-match null <null-number> tag <tag>',
    summary: 'Announces the static routes of a tag at a cost that follows the role, for addresses that lie in no pool.',
    notes: [
      'On both devices; `rui-slave` on the backup, and the lower metric on the master.',
      'An `ip route-static` line must carry the tag.',
    ],
    parameters: {
      'null-number': parameter(integer(0, 0), 'Number of the NULL interface.'),
      tag: parameter(integer(1, 4294967295), 'Tag of the static routes.'),
      metric,
    },
    guide: ['CLI reference, static-route if-match'],
    examples: `
      static-route if-match null 0 tag 100 metric 10
      static-route if-match null 0 tag 100 rui-slave
      static-route if-match null 0 tag 0
                                       ^ tag: 1-4294967295
    `,
  }),
  dhcpv6Server: command({
    views: ['rbs'],
    format:
      'dhcpv6-server destination <peer-ipv6-address> source <source-ipv6-address> [ vpn-instance <vpn-instance-name> ]',
    undo: 'undo dhcpv6-server destination <peer-ipv6-address> source <source-ipv6-address> [ vpn-instance <vpn-instance-name> ]',
    summary: 'Lets a `rui-slave` IPv6 pool borrow its addresses from the other device.',
    notes: ['On the other device the two addresses stand the other way round.'],
    parameters: {
      'peer-ipv6-address': parameter(ipv6, 'Address of the other device.'),
      'source-ipv6-address': parameter(ipv6, 'Address of this device.'),
      'vpn-instance-name': vpnInstance,
    },
    guide: ['CLI reference, dhcpv6-server destination'],
    examples: `
      dhcpv6-server destination 2001:db8:10::2 source 2001:db8:10::1
      dhcpv6-server destination 2001:db8:10::2 source 2001:db8:10::1 vpn-instance vpn1
    `,
  }),
  domainMapList: command({
    views: ['rbs'],
    format: 'domain-map-list <list-name>',
    undo: 'undo domain-map-list <list-name>',
    key: 'domain-map-list',
    summary: 'Maps the domain names that RADIUS delivers to domains of this device.',
    notes: ['The list is made in the AAA view.'],
    parameters: { 'list-name': parameter(string(1, 32), 'Name of the list.') },
    guide: ['CLI reference, domain-map-list'],
    examples: `
      domain-map-list list1
    `,
  }),
  backupBlock: command({
    views: ['rbs'],
    format: 'backup block { send | receive } [ bras | l2tp | multicast | igmp-snooping ]',
    undo: 'undo backup block { send | receive } [ bras | l2tp | multicast | igmp-snooping ]',
    summary: 'Stops entries from being sent or taken in, for upgrades with mixed versions.',
    words: { ...serviceMeanings, ...directionMeanings },
    guide: ['CLI reference, backup block'],
    examples: `
      backup block send bras
    `,
  }),
  radiusSource: command({
    views: ['rbs'],
    format: 'radius-authorization source { same-as nas-logic-ip | [ vpn-instance <vpn-instance-name> ] <ip-address> }',
    undo: 'undo radius-authorization source { same-as nas-logic-ip | [ vpn-instance <vpn-instance-name> ] <ip-address> }',
    key: 'radius-authorization source',
    summary: 'Sets the address at which this device answers RADIUS authorization for the users of the service.',
    notes: [
      'With `same-as nas-logic-ip` it is the `nas logic-ip` of the profile: the two devices must then have different ones.',
    ],
    parameters: { 'vpn-instance-name': vpnInstance, 'ip-address': parameter(ipv4, 'The address.') },
    guide: ['CLI reference, radius-authorization source'],
    examples: `
      radius-authorization source same-as nas-logic-ip
      radius-authorization source 10.9.9.100
      radius-authorization source vpn-instance vpn1 10.9.9.100
    `,
  }),
  l2tpTunnel: command({
    views: ['rbs'],
    format: 'l2tp-tunnel source <interface>',
    undo: 'undo l2tp-tunnel source <interface>',
    key: 'l2tp-tunnel source <interface>',
    summary:
      'Lets the route to the loopback that L2TP tunnels start from follow the state of the links on the network side.',
    notes: [
      'A loopback only; the loopback of each LAC exists on both devices.',
      'Where all uplinks are lost its route goes, and the LNS reaches the other device.',
    ],
    parameters: {
      interface: parameter(interfaceName, 'The loopback that `tunnel source` names.', { refers: 'interface' }),
    },
    guide: ['CLI reference, l2tp-tunnel source'],
    examples: `
      l2tp-tunnel source LoopBack1
      l2tp-tunnel source loopback 1
      undo l2tp-tunnel source LoopBack1
    `,
  }),
  l2tpProtect: command({
    views: ['rbs'],
    format: 'l2tp protect-tunnel disable',
    undo: 'undo l2tp protect-tunnel disable',
    key: 'l2tp protect-tunnel',
    summary: 'Turns the protection tunnel for L2TP users off.',
    notes: ['Every fault then needs a real switchover; the tunnel is on where nothing is written.'],
    guide: ['CLI reference, l2tp protect-tunnel disable'],
    examples: `
      l2tp protect-tunnel disable
    `,
  }),
  webAuthServer: command({
    views: ['rbs'],
    format: 'web-auth-server source [ vpn-instance <vpn-instance-name> ] { <ip-address> | <ipv6-address> }',
    undo: 'undo web-auth-server source [ vpn-instance <vpn-instance-name> ] { <ip-address> | <ipv6-address> }',
    key: 'web-auth-server source',
    summary: 'Sets the address under which the web authentication server knows the two devices.',
    parameters: {
      'vpn-instance-name': vpnInstance,
      'ip-address': parameter(ipv4, 'The address.'),
      'ipv6-address': parameter(ipv6, 'The address.'),
    },
    guide: ['CLI reference, web-auth-server source'],
    examples: `
      web-auth-server source 10.9.9.100
      web-auth-server source vpn-instance vpn1 10.9.9.100
      web-auth-server source 2001:db8:9::100
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
