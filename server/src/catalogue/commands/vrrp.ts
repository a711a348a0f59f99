// VRRP for IPv4: the groups of an interface, what they track, and the switches of the whole device. Seconds throughout.
import { command, family } from '../command';
import { cipher, integer, interfaceName, ipv4, ipv4Mask, parameter } from '../parameters';
import {
  delayTime,
  downNumber,
  failureRatio,
  holdTime,
  increased,
  monitorGroup,
  multiplier,
  priority,
  recoverDelay,
  reduced,
  routeMonitorGroup,
  sessionId,
  sessionName,
  tracked,
} from './vrrp-parameters';
import { nqaAdmin, nqaTest } from './shared';

const vrid = parameter(integer(1, 255), 'Number of the VRRP group on this interface.', { refers: 'vrrp-group' });
const newVrid = parameter(integer(1, 255), 'Number of the VRRP group on this interface; the same on both devices.', {
  defines: 'vrrp-group',
});
const adminVrid = parameter(integer(1, 255), 'Number of the management group.', { refers: 'vrrp-group' });

/**
 * Interface view, and switches of the system view; forms of CloudEngine and USG are marked as dialects. From guide
 * pages 002, 004 and 005 and the CLI reference.
 */
export const vrrp = family('vrrp', {
  virtualIp: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> [ virtual-ip <virtual-address> ]',
    undo: 'undo vrrp vrid <virtual-router-id> [ virtual-ip <virtual-address> ]',
    summary: 'Creates a VRRP group and gives it a virtual IP address; further lines add addresses.',
    notes: [
      'Group number and address are the same on both devices.',
      'At most 16 addresses a group; every other line of the group comes after this one.',
    ],
    parameters: {
      'virtual-router-id': newVrid,
      'virtual-address': parameter(
        ipv4,
        'The address that users have as their gateway; in the subnet of the interface.',
      ),
    },
    guide: ['002 step 1.3', '004 step 2.3'],
    examples: `
      vrrp vrid 1 virtual-ip 10.1.1.100
      vrrp vrid 1 virtual 10.1.1.100
      vrrp vrid 7
      undo vrrp vrid 1 virtual-ip 10.1.1.100
      vrrp vrid 256 virtual-ip 10.1.1.100
                ^^^ virtual-router-id: 1-255
      vrrp vrid 1 virtual-ip 10.1.1.300
                             ^^^^^^^^^^ virtual-address: not an IPv4 address
    `,
  }),
  unicast: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> peer-ip <peer-address> [ source-ip <source-address> ]',
    summary: 'Creates a unicast VRRP group: advertisements go to one neighbour instead of the multicast address.',
    notes: ['On a loopback interface.'],
    parameters: {
      'virtual-router-id': newVrid,
      'peer-address': parameter(ipv4, 'Address of the other device.'),
      'source-address': parameter(ipv4, 'Own address that advertisements leave from.'),
    },
    guide: ['CLI reference, vrrp vrid peer-ip'],
    examples: `
      vrrp vrid 3 peer-ip 10.0.0.2
      vrrp vrid 3 peer-ip 10.0.0.2 source-ip 10.0.0.1
    `,
  }),
  priority: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> priority <priority-value>',
    undo: 'undo vrrp vrid <virtual-router-id> priority',
    key: 'vrrp vrid <virtual-router-id> priority',
    summary: 'Sets the priority of this device in the group: the device with the higher one is master.',
    notes: ['The devices of a DS-Lite pair must have different priorities.'],
    parameters: { 'virtual-router-id': vrid, 'priority-value': priority },
    default: '100',
    guide: ['002 step 1.5', '004 step 2.5'],
    examples: `
      vrrp vrid 1 priority 120
      undo vrrp vrid 1 priority
      vrrp vrid 1 priority 255
                           ^^^ priority-value: 1-254
    `,
  }),
  preemptDelay: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> preempt-mode timer delay <delay-time>',
    undo: 'undo vrrp vrid <virtual-router-id> preempt-mode timer delay',
    key: 'vrrp vrid <virtual-router-id> preempt-mode timer delay',
    summary:
      'Makes a recovered device of higher priority wait before it takes the master role back, so that the other one can hand over its user entries first.',
    notes: [
      'The guide advises 0 on the backup device and a non-zero delay on the master.',
      'On the master: 600 s for ARP and DHCP server, 600 s and 60 s for each 6,000 users for BRAS, 1800 s for L2TP, 1500 s for NAT.',
    ],
    parameters: { 'virtual-router-id': vrid, 'delay-time': delayTime },
    default: '0',
    guide: ['002 step 1.4'],
    examples: `
      vrrp vrid 1 preempt-mode timer delay 601
      undo vrrp vrid 1 preempt-mode timer delay
      vrrp vrid 1 preempt-mode timer delay 10801
                                           ^^^^^ delay-time: 0-10800 s
    `,
  }),
  preemptDisable: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> preempt-mode disable',
    undo: 'undo vrrp vrid <virtual-router-id> preempt-mode',
    key: 'vrrp vrid <virtual-router-id> preempt-mode disable',
    summary: 'Turns preemption off: no device takes over while the master works, whatever the priorities.',
    parameters: { 'virtual-router-id': vrid },
    guide: ['CLI reference, preempt-mode'],
    examples: `
      vrrp vrid 1 preempt-mode disable
    `,
  }),
  timerAdvertise: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> timer advertise <advertise-interval>',
    undo: 'undo vrrp vrid <virtual-router-id> timer advertise',
    key: 'vrrp vrid <virtual-router-id> timer advertise',
    summary: 'Sets how often the master sends advertisements, in seconds.',
    notes: [
      'VRRP counts in seconds, VRRP6 in centiseconds.',
      'The guide advises more than 1 s: shorter than a switchover of the main control boards, the group flaps.',
    ],
    parameters: {
      'virtual-router-id': vrid,
      'advertise-interval': parameter(integer(1, 255), 'Seconds between two advertisements.', { unit: 's' }),
    },
    default: '1',
    guide: ['002 step 1.6'],
    examples: `
      vrrp vrid 1 timer advertise 2
      vrrp vrid 1 timer advertise 300
                                  ^^^ advertise-interval: 1-255 s
    `,
  }),
  timerMillisecond: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> timer advertise millisecond { 100 | 200 | 500 }',
    undo: 'undo vrrp vrid <virtual-router-id> timer advertise millisecond',
    key: 'vrrp vrid <virtual-router-id> timer advertise millisecond',
    summary: 'Sends advertisements every 100, 200 or 500 milliseconds.',
    parameters: { 'virtual-router-id': vrid },
    guide: ['CLI reference, timer advertise'],
    examples: `
      vrrp vrid 1 timer advertise millisecond 200
    `,
  }),
  holdingMultiplier: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> holding-multiplier <holding-multiplier-value>',
    undo: 'undo vrrp vrid <virtual-router-id> holding-multiplier [ <holding-multiplier-value> ]',
    key: 'vrrp vrid <virtual-router-id> holding-multiplier',
    summary: 'Sets how many advertisements the backup device may miss before it takes over.',
    notes: ['Without effect while the group tracks a BFD session or an NQA test.'],
    parameters: { 'virtual-router-id': vrid, 'holding-multiplier-value': multiplier },
    default: '3',
    guide: ['CLI reference, holding-multiplier'],
    examples: `
      vrrp vrid 1 holding-multiplier 5
      vrrp vrid 1 holding-multiplier 2
                                     ^ holding-multiplier-value: 3-10
    `,
  }),
  stateHoldTime: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> initialize state-hold-time <timer-value>',
    undo: 'undo vrrp vrid <virtual-router-id> initialize state-hold-time [ <timer-value> ]',
    key: 'vrrp vrid <virtual-router-id> initialize state-hold-time',
    summary: 'Keeps a management group in Initialize for a while after a restart where its interface is still down.',
    notes: ['For a group with `ignore-if-down`; when the time is over it becomes Backup.'],
    parameters: { 'virtual-router-id': vrid, 'timer-value': holdTime },
    guide: ['CLI reference, initialize state-hold-time'],
    examples: `
      vrrp vrid 1 initialize state-hold-time 60
    `,
  }),
  authentication: command({
    views: ['interface'],
    format:
      'vrrp vrid <virtual-router-id> authentication-mode { md5 <md5-key> | hmac-sha256 { cipher <cipher-key> | plain <plain-key> | <hmac-key> } | simple { <simple-key> | plain <plain-key> | cipher <cipher-key> } }',
    undo: 'undo vrrp vrid <virtual-router-id> authentication-mode',
    key: 'vrrp vrid <virtual-router-id> authentication-mode',
    summary: 'Authenticates the advertisements of the group; both devices need the same key.',
    parameters: {
      'virtual-router-id': vrid,
      'md5-key': parameter(cipher, 'The shared key, sent as an MD5 digest.'),
      'hmac-key': parameter(cipher, 'The shared key, sent as an HMAC-SHA256 digest.'),
      'simple-key': parameter(cipher, 'The shared key, sent as it is.'),
      'plain-key': parameter(cipher, 'The shared key, typed in plain.'),
      'cipher-key': parameter(cipher, 'The shared key, as the device stores it.'),
    },
    guide: ['vendor configuration files'],
    examples: `
      vrrp vrid 1 authentication-mode md5 example-key
      vrrp vrid 1 authentication-mode hmac-sha256 cipher example-key
    `,
  }),
  recoverDelay: command({
    views: ['interface', 'system'],
    format: 'vrrp recover-delay <delay-value>',
    undo: 'undo vrrp recover-delay',
    key: 'vrrp recover-delay',
    summary:
      'Does not heed an interface that comes up for a while, so that a device that starts does not take over too early.',
    notes: ['On an interface it wins over the one in the system view, which holds for all groups.'],
    parameters: { 'delay-value': recoverDelay },
    default: '0',
    guide: ['CLI reference, vrrp recover-delay'],
    examples: `
      vrrp recover-delay 15
      vrrp recover-delay 3601
                         ^^^^ delay-value: 0-3600 s
    `,
  }),
  firstPacketDelay: command({
    views: ['system'],
    format: 'vrrp first-packet-delay <delay-value>',
    undo: 'undo vrrp first-packet-delay [ <delay-value> ]',
    key: 'vrrp first-packet-delay',
    summary: 'Holds back the first advertisement after a board or the device has restarted.',
    notes: [
      '300 s where nothing is written, once VRRP runs: a device that restarts speaks up to 300 s later.',
      '0 is advised while VRRP is being set up, and the `undo` form afterwards.',
      'No source gives the range.',
    ],
    parameters: {
      'delay-value': parameter(integer(0, 65535), 'How long the first advertisement is held back.', { unit: 's' }),
    },
    guide: ['sister pages of the guide'],
    examples: `
      vrrp first-packet-delay 10
    `,
  }),
  learning: command({
    views: ['system'],
    format: `vrrp timer-advertise learning enable
      vrrp timer-advertise learning disable`,
    undo: 'undo vrrp timer-advertise learning enable',
    key: 'vrrp timer-advertise learning',
    summary: 'Lets the backup device learn the advertisement interval from the master.',
    notes: [
      'Where it is off, both devices must use the same interval; turning it off during a switchover may give two masters.',
    ],
    default: 'enable',
    guide: ['sister pages of the guide'],
    examples: `
      vrrp timer-advertise learning enable
      undo vrrp timer-advertise learning enable
    `,
  }),
  version: command({
    views: ['system'],
    format: 'vrrp version { v2 | v3 }',
    undo: 'undo vrrp version',
    key: 'vrrp version',
    summary: 'Chooses the VRRP version of the device.',
    guide: ['CLI reference, vrrp version'],
    examples: `
      vrrp version v3
    `,
  }),
  sendPacketMode: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> version-3 send-packet-mode { v2-only | v3-only | v2v3-both }',
    undo: 'undo vrrp vrid <virtual-router-id> version-3 send-packet-mode',
    key: 'vrrp vrid <virtual-router-id> version-3 send-packet-mode',
    summary: 'Chooses in which version the group sends advertisements, on a device of version 3.',
    words: {
      'v2-only': 'Advertisements of version 2 alone',
      'v3-only': 'Advertisements of version 3 alone',
      'v2v3-both': 'Advertisements of both versions',
    },
    parameters: { 'virtual-router-id': vrid },
    guide: ['CLI reference, version-3 send-packet-mode'],
    examples: `
      vrrp vrid 1 version-3 send-packet-mode v2v3-both
    `,
  }),
  fastResume: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> fast-resume',
    undo: 'undo vrrp vrid <virtual-router-id> fast-resume',
    key: 'vrrp vrid <virtual-router-id> fast-resume',
    summary:
      'Takes the role back without waiting for an advertisement when the fault that lowered the priority is over.',
    notes: ['For management groups that track with `reduced`.'],
    parameters: { 'virtual-router-id': vrid },
    guide: ['CLI reference, fast-resume'],
    examples: `
      vrrp vrid 1 fast-resume
    `,
  }),
  backupForward: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> backup-forward',
    undo: 'undo vrrp vrid <virtual-router-id> backup-forward',
    key: 'vrrp vrid <virtual-router-id> backup-forward',
    summary: 'Lets the backup device forward what is sent to the virtual MAC address.',
    parameters: { 'virtual-router-id': vrid },
    guide: ['CLI reference, backup-forward'],
    examples: `
      vrrp vrid 1 backup-forward
    `,
  }),
  gratuitousArp: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> gratuitous-arp copy-to-member',
    undo: 'undo vrrp vrid <virtual-router-id> gratuitous-arp copy-to-member',
    key: 'vrrp vrid <virtual-router-id> gratuitous-arp copy-to-member',
    summary: 'Sends the gratuitous ARP of a new master over every member of the trunk.',
    parameters: { 'virtual-router-id': vrid },
    guide: ['CLI reference, gratuitous-arp copy-to-member'],
    examples: `
      vrrp vrid 1 gratuitous-arp copy-to-member
    `,
  }),
  interfaceFollows: command({
    views: ['interface'],
    format: 'track admin-vrrp interface <interface> vrid <virtual-router-id>',
    undo: 'undo track admin-vrrp',
    key: 'track admin-vrrp',
    summary: 'Takes the interface down while a management group is not master.',
    parameters: { interface: tracked, 'virtual-router-id': adminVrid },
    guide: ['CLI reference, track admin-vrrp'],
    examples: `
      track admin-vrrp interface GigabitEthernet0/1/2 vrid 1
    `,
  }),
  checks: command({
    views: ['interface'],
    format: `vrrp un-check ttl
      vrrp advertise send-mode { all | <sub-vlan-id> }`,
    undo: `undo vrrp un-check ttl
      undo vrrp advertise send-mode`,
    summary: 'Whether the hop count of advertisements is checked, and into which sub-VLANs they are sent.',
    parameters: { 'sub-vlan-id': parameter(integer(1, 4094), 'Number of the sub-VLAN.') },
    guide: ['CLI reference, vrrp un-check ttl; vrrp advertise send-mode'],
    examples: `
      vrrp un-check ttl
    `,
  }),
  global: command({
    views: ['system'],
    format: `vrrp virtual-ip ping enable
      vrrp virtual-ip route-advertise disable [ { isis | ospf | rip } * ]
      vrrp unicast port <port>
      vrrp gratuitous-arp { timeout { <timeout> | disable } | enhance enable }
      vrrp version-3 send-packet-mode { v2-only | v3-only | v2v3-both }`,
    undo: `undo vrrp virtual-ip { ping enable | route-advertise disable }
      undo vrrp unicast port
      undo vrrp gratuitous-arp { timeout | enhance enable }
      undo vrrp version-3 send-packet-mode`,
    summary: 'How all groups of the device answer, announce and send.',
    parameters: {
      port: parameter(integer(1025, 65535), 'UDP port of unicast groups.'),
      timeout: parameter(integer(30, 1200), 'Time between two announcements of the virtual address.', { unit: 's' }),
    },
    guide: ['CLI reference, VRRP'],
    examples: `
      vrrp virtual-ip ping enable
      vrrp gratuitous-arp timeout 120
      vrrp version-3 send-packet-mode v2v3-both
    `,
  }),
  smoothSwitching: command({
    views: ['system'],
    format: 'vrrp smooth-switching timer <seconds>',
    undo: 'undo vrrp smooth-switching timer',
    key: 'vrrp smooth-switching timer',
    summary: 'Sets how long advertisements are stretched while the main boards switch over.',
    parameters: { seconds: parameter(integer(1, 255), 'How long.', { unit: 's' }) },
    guide: ['CLI reference, vrrp smooth-switching'],
    examples: `
      vrrp smooth-switching timer 20
    `,
  }),
  admin: command({
    views: ['interface'],
    format: 'admin-vrrp vrid <virtual-router-id> [ ignore-if-down ]',
    undo: 'undo admin-vrrp vrid <virtual-router-id>',
    key: 'admin-vrrp vrid <virtual-router-id>',
    summary: 'Makes the group a management group (mVRRP) that other groups and service boards follow.',
    notes: [
      'With `ignore-if-down` the group goes to Master instead of Initialize when its interface is down.',
      'A service-location for DS-Lite needs a management group.',
      'The `undo` form also unbinds the groups that follow.',
    ],
    parameters: { 'virtual-router-id': vrid },
    guide: ['004 step 2.4'],
    examples: `
      admin-vrrp vrid 1 ignore-if-down
      admin-vrrp vrid 2
      admin-vrrp vrid 0
                      ^ virtual-router-id: 1-255
    `,
  }),
  trackAdmin: command({
    views: ['interface'],
    format:
      'vrrp vrid <virtual-router-id> track admin-vrrp interface <interface> vrid <admin-virtual-router-id> [ unflowdown ]',
    undo: 'undo vrrp vrid <virtual-router-id> track admin-vrrp',
    key: 'vrrp vrid <virtual-router-id> track admin-vrrp',
    summary: "Binds the group to a management group and lets it take over that group's role.",
    notes: [
      'Without `unflowdown` the interface goes down while the management group is not master.',
      'A bound group does not itself track an interface, a BFD session or an NQA test.',
    ],
    parameters: {
      'virtual-router-id': newVrid,
      interface: parameter(interfaceName, 'The interface of the management group.', { refers: 'interface' }),
      'admin-virtual-router-id': adminVrid,
    },
    guide: ['CLI reference, track admin-vrrp'],
    examples: `
      vrrp vrid 2 track admin-vrrp interface GigabitEthernet0/1/0.1 vrid 1 unflowdown
      vrrp vrid 2 track admin-vrrp interface gigabitethernet 0/1/0.1 vrid 1
    `,
  }),
  trackInterface: command({
    views: ['interface'],
    format:
      'vrrp vrid <virtual-router-id> track interface <interface> [ increased <value-increased> | reduced <value-reduced> ]',
    undo: 'undo vrrp vrid <virtual-router-id> track interface [ <interface> ]',
    key: 'vrrp vrid <virtual-router-id> track interface <interface>',
    summary: 'Changes the priority while another interface is down, so that a lost uplink moves the master role.',
    notes: [
      'At most 16 interfaces a group; without a value the priority falls by 10.',
      'Without effect on the owner of the address.',
    ],
    parameters: {
      'virtual-router-id': vrid,
      interface: tracked,
      'value-increased': increased,
      'value-reduced': reduced,
    },
    guide: ['CLI reference, track interface'],
    examples: `
      vrrp vrid 1 track interface GigabitEthernet0/1/1 reduced 40
      vrrp vrid 1 track interface GigabitEthernet 0/1/1
      vrrp vrid 1 track interface Eth-Trunk 1 increased 256
                                                        ^^^ value-increased: 1-255
    `,
  }),
  trackBfd: command({
    views: ['interface'],
    format:
      'vrrp vrid <virtual-router-id> track bfd-session { <bfd-session-id> | session-name <bfd-configure-name> } [ increased <value-increased> | reduced <value-reduced> | peer | link ]',
    undo: 'undo vrrp vrid <virtual-router-id> track bfd-session [ <bfd-session-id> | session-name <bfd-configure-name> ]',
    key: 'vrrp vrid <virtual-router-id> track bfd-session <bfd-session-id><bfd-configure-name>',
    summary: 'Reacts to a BFD session: changes the priority, or with `peer` and `link` switches at once.',
    notes: [
      'A session given by number is named by its local discriminator.',
      'Names have up to 15 characters on some releases, 64 on others.',
    ],
    parameters: {
      'virtual-router-id': vrid,
      'bfd-session-id': sessionId,
      'bfd-configure-name': sessionName,
      'value-increased': increased,
      'value-reduced': reduced,
    },
    guide: ['CLI reference, track bfd-session'],
    examples: `
      vrrp vrid 1 track bfd-session 10 reduced 40
      vrrp vrid 1 track bfd-session session-name uplink peer
      vrrp vrid 1 track bfd-session 1 link
      vrrp vrid 1 track bfd-session 16385
                                    ^^^^^ bfd-session-id: 1-16384
    `,
  }),
  trackLinkBfd: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> track link-bfd down-number <down-number>',
    undo: 'undo vrrp vrid <virtual-router-id> track link-bfd',
    key: 'vrrp vrid <virtual-router-id> track link-bfd',
    summary: 'Sets how many link BFD sessions must be down before the group switches.',
    parameters: { 'virtual-router-id': vrid, 'down-number': downNumber },
    guide: ['published YANG; sister pages of the guide'],
    examples: `
      vrrp vrid 1 track link-bfd down-number 2
      undo vrrp vrid 1 track link-bfd
    `,
  }),
  trackMonitorGroup: command({
    views: ['interface'],
    format:
      'vrrp vrid <virtual-router-id> track monitor-group <group-name> failure-ratio <failure-ratio> [ link | reduced <value-reduced> ]',
    undo: 'undo vrrp vrid <virtual-router-id> track monitor-group [ <group-name> ]',
    key: 'vrrp vrid <virtual-router-id> track monitor-group <group-name>',
    summary: 'Reacts when a share of the interfaces of a monitoring group has failed.',
    notes: [
      'At most 2 ordinary groups and one with `link`.',
      'With `link` the group goes to Initialize and sends priority 0.',
    ],
    parameters: {
      'virtual-router-id': vrid,
      'group-name': monitorGroup,
      'failure-ratio': failureRatio,
      'value-reduced': reduced,
    },
    guide: ['sister pages of the guide'],
    examples: `
      vrrp vrid 1 track monitor-group uplinks failure-ratio 50 reduced 60
      vrrp vrid 1 track monitor-group uplinks failure-ratio 0 link
                                                            ^ failure-ratio: 1-100 %
    `,
  }),
  trackRouteMonitorGroup: command({
    views: ['interface'],
    format:
      'vrrp vrid <virtual-router-id> track route-monitor-group <route-group-name> failure-ratio <failure-ratio> [ link | reduced <value-reduced> ]',
    undo: 'undo vrrp vrid <virtual-router-id> track route-monitor-group [ <route-group-name> ]',
    key: 'vrrp vrid <virtual-router-id> track route-monitor-group <route-group-name>',
    summary: 'Reacts when a share of the watched routes is missing.',
    parameters: {
      'virtual-router-id': vrid,
      'route-group-name': routeMonitorGroup,
      'failure-ratio': failureRatio,
      'value-reduced': reduced,
    },
    guide: ['CLI reference, track route-monitor-group'],
    examples: `
      vrrp vrid 1 track route-monitor-group routes failure-ratio 50 reduced 60
    `,
  }),
  trackNqa: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> track nqa <admin-name> <test-name> [ reduced <value-reduced> ]',
    undo: 'undo vrrp vrid <virtual-router-id> track nqa [ <admin-name> <test-name> ]',
    key: 'vrrp vrid <virtual-router-id> track nqa <admin-name> <test-name>',
    summary: 'Lowers the priority while an NQA test fails.',
    parameters: { 'virtual-router-id': vrid, 'admin-name': nqaAdmin, 'test-name': nqaTest, 'value-reduced': reduced },
    guide: ['CLI reference, track nqa'],
    examples: `
      vrrp vrid 1 track nqa admin uplink reduced 40
    `,
  }),
  trackIpRoute: command({
    views: ['interface'],
    format:
      'vrrp vrid <virtual-router-id> track ip route <ip-address> { <mask> | <mask-length> } [ vpn-instance <vpn-instance-name> ] [ reduced <value-reduced> ]',
    undo: 'undo vrrp vrid <virtual-router-id> track ip route [ <ip-address> { <mask> | <mask-length> } [ vpn-instance <vpn-instance-name> ] ]',
    summary: 'Lowers the priority while a route is missing from the routing table.',
    parameters: {
      'virtual-router-id': vrid,
      'ip-address': parameter(ipv4, 'Destination of the route.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      'mask-length': parameter(integer(0, 32), 'Its length in bits.'),
      'vpn-instance-name': parameter({ kind: 'name' }, 'The VPN instance that holds the route.', {
        refers: 'vpn-instance',
      }),
      'value-reduced': reduced,
    },
    guide: ['vendor configuration files'],
    examples: `
      vrrp vrid 1 track ip route 10.9.0.0 255.255.0.0 reduced 30
      vrrp vrid 1 track ip route 10.9.0.0 16
    `,
  }),
  trackEfm: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> track efm interface <interface>',
    undo: 'undo vrrp vrid <virtual-router-id> track efm',
    summary: 'Reacts to the EFM state of an interface.',
    parameters: { 'virtual-router-id': vrid, interface: tracked },
    guide: ['vendor configuration files'],
    examples: `
      vrrp vrid 1 track efm interface GigabitEthernet0/1/1
    `,
  }),
  trackServiceLocation: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> track service-location <service-location-id> [ reduced <value-reduced> ]',
    undo: 'undo vrrp vrid <virtual-router-id> track service-location [ <service-location-id> [ reduced <value-reduced> ] ]',
    key: 'vrrp vrid <virtual-router-id> track service-location <service-location-id>',
    summary:
      'Lowers the priority while the service boards of a service-location do not work, so that the role follows the board.',
    notes: [
      'The service-location has the same number on both devices.',
      'May be repeated for several service-locations.',
    ],
    parameters: {
      'virtual-router-id': vrid,
      'service-location-id': parameter(integer(1, 255), 'Number of the service-location.', {
        refers: 'service-location',
      }),
      'value-reduced': reduced,
    },
    guide: ['004 step 6.3'],
    examples: `
      vrrp vrid 1 track service-location 1 reduced 60
      vrrp vrid 1 track service-location 256
                                         ^^^ service-location-id: 1-255
    `,
  }),
  directRoute: command({
    views: ['interface'],
    format: 'direct-route track vrrp vrid <virtual-router-id> degrade-cost <cost>',
    undo: 'undo direct-route track vrrp [ vrid <virtual-router-id> ]',
    key: 'direct-route track vrrp',
    summary:
      'Makes the direct route of the interface dearer while the group is not master, so that downstream traffic follows the master.',
    parameters: {
      'virtual-router-id': vrid,
      cost: parameter(
        integer(1, 4294967295),
        'Cost of the direct route while the group is Backup or Initialize; 0 while it is Master.',
      ),
    },
    guide: ['005 context'],
    examples: `
      direct-route track vrrp vrid 1 degrade-cost 500
      direct-route track vrrp vrid 1 degrade-cost 0
                                                  ^ cost: 1-4294967295
    `,
  }),

  // CloudEngine switches spell some of these otherwise.
  cePreemptDelay: command({
    views: ['interface'],
    format:
      'vrrp vrid <virtual-router-id> preempt timer delay <delay-time>\nvrrp vrid <virtual-router-id> preempt disable',
    summary: 'The preemption delay as CloudEngine switches spell it.',
    parameters: { 'virtual-router-id': vrid, 'delay-time': delayTime },
    dialect: 'cloudengine',
    examples: `
      vrrp vrid 1 preempt timer delay 20
    `,
  }),
  ceAdmin: command({
    views: ['interface'],
    format: 'vrrp vrid <virtual-router-id> admin [ ignore-if-down ]',
    summary: 'The management group as CloudEngine switches spell it.',
    parameters: { 'virtual-router-id': vrid },
    dialect: 'cloudengine',
    examples: `
      vrrp vrid 1 admin
    `,
  }),
  ceLoadBalance: command({
    views: ['interface'],
    format:
      'vrrp vrid <virtual-router-id> load-balance\nvrrp vrid <virtual-router-id> join load-balance-vrrp vrid <admin-virtual-router-id>',
    summary: 'Load-balancing groups of CloudEngine switches.',
    parameters: { 'virtual-router-id': newVrid, 'admin-virtual-router-id': adminVrid },
    dialect: 'cloudengine',
    examples: `
      vrrp vrid 1 load-balance
      vrrp vrid 2 join load-balance-vrrp vrid 1
    `,
  }),
  ceTrack: command({
    views: ['interface'],
    format: `vrrp vrid <virtual-router-id> track interface <interface> { reduce <value-reduced> | increase <value-increased> }
      vrrp vrid <virtual-router-id> track bfd { <bfd-session-id>
        | session-name <bfd-configure-name> } [ reduce <value-reduced> | increase <value-increased> | peer | link ]
      vrrp vrid <virtual-router-id> track ip route <ip-address> { <mask> | <mask-length> } reduce <value-reduced>
      vrrp vrid <virtual-router-id> track nqa <admin-name> <test-name> reduce <value-reduced>`,
    summary: 'Tracking as CloudEngine switches spell it.',
    parameters: {
      'virtual-router-id': vrid,
      interface: tracked,
      'bfd-session-id': sessionId,
      'bfd-configure-name': sessionName,
      'value-increased': increased,
      'value-reduced': reduced,
      'ip-address': parameter(ipv4, 'Destination of the route.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      'mask-length': parameter(integer(0, 32), 'Its length in bits.'),
      'admin-name': nqaAdmin,
      'test-name': nqaTest,
    },
    dialect: 'cloudengine',
    examples: `
      vrrp vrid 1 track interface 10GE1/0/1 reduce 40
      vrrp vrid 1 track bfd session-name up increase 50
    `,
  }),
  usgVirtualIp: command({
    views: ['interface'],
    format:
      'vrrp vrid <virtual-router-id> virtual-ip <virtual-address> [ <mask> | <mask-length> ] { active | standby | master | slave }',
    summary: 'A VRRP group of a USG firewall: its role is written out, and the address may lie elsewhere.',
    parameters: {
      'virtual-router-id': newVrid,
      'virtual-address': parameter(ipv4, 'The virtual address.'),
      mask: parameter(ipv4Mask, 'Its mask.'),
      'mask-length': parameter(integer(0, 32), 'Its length in bits.'),
    },
    dialect: 'usg',
    examples: `
      vrrp vrid 1 virtual-ip 10.3.0.3 255.255.255.0 active
    `,
  }),
});
