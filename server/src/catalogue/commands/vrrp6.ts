// VRRP6: the IPv6 groups of an interface and what they track. The advertisement interval counts in centiseconds here.
import { command, family } from '../command';
import { cipher, integer, interfaceName, ipv6, parameter } from '../parameters';
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

const vrid = parameter(integer(1, 255), 'Number of the VRRP6 group on this interface.', { refers: 'vrrp6-group' });
const newVrid = parameter(integer(1, 255), 'Number of the VRRP6 group on this interface; the same on both devices.', {
  defines: 'vrrp6-group',
});
const adminVrid = parameter(integer(1, 255), 'Number of the management group.', { refers: 'vrrp6-group' });

/**
 * Interface view, one line of the system view; forms of CloudEngine are marked as that dialect. From guide pages 000
 * and 001 and the CLI reference.
 */
export const vrrp6 = family('vrrp6', {
  virtualIp: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> [ virtual-ip <virtual-address> [ link-local ] ]',
    undo: 'undo vrrp6 vrid <virtual-router-id> [ virtual-ip <virtual-address> [ link-local ] ]',
    summary: 'Creates a VRRP6 group and gives it a virtual IPv6 address; further lines add addresses.',
    notes: [
      'The first address of a group is a link-local one, marked `link-local`: exactly one a group, and it cannot be changed in place.',
      'Up to 15 further addresses, each in a prefix of the interface.',
      'Group number and addresses are the same on both devices.',
    ],
    parameters: {
      'virtual-router-id': newVrid,
      'virtual-address': parameter(
        ipv6,
        'The address that users have as their gateway; FE80::/10 together with `link-local`.',
      ),
    },
    guide: ['000 steps 1.5-1.6', '001 step 1.5'],
    examples: `
      vrrp6 vrid 1 virtual-ip FE80::1 link-local
      vrrp6 vrid 1 virtual-ip 2001:db8:1::50
      vrrp6 vrid 1
      undo vrrp6 vrid 1 virtual-ip 2001:db8:1::50
      vrrp6 vrid 0 virtual-ip FE80::1 link-local
                 ^ virtual-router-id: 1-255
      vrrp6 vrid 1 virtual-ip 2001:db8:::50
                              ^^^^^^^^^^^^^ virtual-address: not an IPv6 address
    `,
  }),
  priority: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> priority <priority-value>',
    undo: 'undo vrrp6 vrid <virtual-router-id> priority',
    key: 'vrrp6 vrid <virtual-router-id> priority',
    summary: 'Sets the priority of this device in the group: the device with the higher one is master.',
    notes: [
      'With equal priorities the device that was master first stays it.',
      'Both devices should hold the same routes before the priority moves the master role.',
    ],
    parameters: { 'virtual-router-id': vrid, 'priority-value': priority },
    default: '100',
    guide: ['000 step 1.8', '001 step 1.7'],
    examples: `
      vrrp6 vrid 1 priority 120
      vrrp6 v 1 pri 120
      vrrp6 vrid 1 priority 0
                            ^ priority-value: 1-254
    `,
  }),
  preemptDelay: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> preempt-mode timer delay <delay-time>',
    undo: 'undo vrrp6 vrid <virtual-router-id> preempt-mode timer delay',
    key: 'vrrp6 vrid <virtual-router-id> preempt-mode timer delay',
    summary:
      'Makes a recovered device of higher priority wait before it takes the master role back, so that the other one can hand over its user entries first.',
    notes: [
      'The guide advises 0 on the backup device and a non-zero delay on the master.',
      'With DHCPv6 relay hot backup: 1800 s or more on the master.',
      'Releases before 8.22 stop at 3600 s.',
      'Without a line it is 5 s where an interface that comes up is the cause, else 0.',
    ],
    parameters: { 'virtual-router-id': vrid, 'delay-time': delayTime },
    default: '0',
    guide: ['000 step 1.7', '001 step 1.6'],
    examples: `
      vrrp6 vrid 1 preempt-mode timer delay 1800
      vrrp6 vrid 1 preempt-mode timer delay 0
      undo vrrp6 vrid 1 preempt-mode timer delay
      vrrp6 vrid 1 preempt-mode timer delay 10801
                                            ^^^^^ delay-time: 0-10800 s
    `,
  }),
  preemptDisable: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> preempt-mode disable',
    undo: 'undo vrrp6 vrid <virtual-router-id> preempt-mode',
    key: 'vrrp6 vrid <virtual-router-id> preempt-mode disable',
    summary: 'Turns preemption off: no device takes over while the master works, whatever the priorities.',
    parameters: { 'virtual-router-id': vrid },
    guide: ['CLI reference, preempt-mode'],
    examples: `
      vrrp6 vrid 1 preempt-mode disable
    `,
  }),
  timerAdvertise: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> timer advertise <advertise-interval>',
    undo: 'undo vrrp6 vrid <virtual-router-id> timer advertise',
    key: 'vrrp6 vrid <virtual-router-id> timer advertise',
    summary: 'Sets how often the master sends advertisements, in hundredths of a second.',
    notes: [
      'VRRP6 counts in centiseconds (100 is 1 s), VRRP in seconds.',
      'The guide advises more than 1 s: shorter than a switchover of the main control boards, the group flaps.',
    ],
    parameters: {
      'virtual-router-id': vrid,
      'advertise-interval': parameter(integer(100, 4095), 'Centiseconds between two advertisements.', {
        unit: 'centiseconds',
      }),
    },
    default: '100',
    guide: ['000 step 1.9', '001 step 1.8'],
    examples: `
      vrrp6 vrid 1 timer advertise 200
      vrrp6 vrid 1 timer advertise 2
                                   ^ advertise-interval: 100-4095 centiseconds
    `,
  }),
  timerMillisecond: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> timer advertise millisecond { 100 | 200 | 500 }',
    undo: 'undo vrrp6 vrid <virtual-router-id> timer advertise millisecond',
    key: 'vrrp6 vrid <virtual-router-id> timer advertise millisecond',
    summary: 'Sends advertisements every 100, 200 or 500 milliseconds.',
    parameters: { 'virtual-router-id': vrid },
    guide: ['CLI reference, timer advertise'],
    examples: `
      vrrp6 vrid 1 timer advertise millisecond 500
    `,
  }),
  holdingMultiplier: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> holding-multiplier <holding-multiplier-value>',
    undo: 'undo vrrp6 vrid <virtual-router-id> holding-multiplier [ <holding-multiplier-value> ]',
    key: 'vrrp6 vrid <virtual-router-id> holding-multiplier',
    summary: 'Sets how many advertisements the backup device may miss before it takes over.',
    notes: ['Without effect while the group tracks a BFD session or an NQA test.'],
    parameters: { 'virtual-router-id': vrid, 'holding-multiplier-value': multiplier },
    default: '3',
    guide: ['CLI reference, holding-multiplier'],
    examples: `
      vrrp6 vrid 1 holding-multiplier 5
    `,
  }),
  stateHoldTime: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> initialize state-hold-time <timer-value>',
    undo: 'undo vrrp6 vrid <virtual-router-id> initialize state-hold-time [ <timer-value> ]',
    key: 'vrrp6 vrid <virtual-router-id> initialize state-hold-time',
    summary: 'Keeps a management group in Initialize for a while after a restart where its interface is still down.',
    notes: ['For a group with `ignore-if-down`; when the time is over it becomes Backup.'],
    parameters: { 'virtual-router-id': vrid, 'timer-value': holdTime },
    guide: ['CLI reference, initialize state-hold-time'],
    examples: `
      vrrp6 vrid 1 initialize state-hold-time 60
      vrrp6 vrid 1 initialize state-hold-time 3601
                                              ^^^^ timer-value: 0-3600 s
    `,
  }),
  others: command({
    views: ['interface'],
    format: `vrrp6 vrid <virtual-router-id> na copy-to-member
      vrrp6 vrid <virtual-router-id> backup-forward
      vrrp6 un-check hop-limit
      vrrp6 nd send-mode simple`,
    undo: `undo vrrp6 vrid <virtual-router-id> { na copy-to-member | backup-forward }
      undo vrrp6 { un-check hop-limit | nd send-mode simple }`,
    summary: 'What the backup device forwards, what is checked in advertisements, and how neighbours are told.',
    parameters: { 'virtual-router-id': vrid },
    guide: ['CLI reference, VRRP6'],
    examples: `
      vrrp6 vrid 1 backup-forward
      vrrp6 un-check hop-limit
    `,
  }),
  global: command({
    views: ['system'],
    format: `vrrp6 na enhance enable
      vrrp6 checksum exclude pseudo-header`,
    undo: 'undo vrrp6 { na enhance enable | checksum exclude pseudo-header }',
    summary: 'How all groups of the device tell neighbours, and what their checksum covers.',
    guide: ['CLI reference, VRRP6'],
    examples: `
      vrrp6 na enhance enable
    `,
  }),
  recoverDelay: command({
    views: ['interface'],
    format: 'vrrp6 recover-delay <delay-value>',
    undo: 'undo vrrp6 recover-delay',
    key: 'vrrp6 recover-delay',
    summary:
      'Does not heed an interface that comes up for a while, so that a device that starts does not take over too early.',
    parameters: { 'delay-value': recoverDelay },
    default: '0',
    guide: ['CLI reference, vrrp6 recover-delay'],
    examples: `
      vrrp6 recover-delay 20
    `,
  }),
  admin: command({
    views: ['interface'],
    format: 'admin-vrrp6 vrid <virtual-router-id> [ ignore-if-down ]',
    undo: 'undo admin-vrrp6 vrid <virtual-router-id>',
    key: 'admin-vrrp6 vrid <virtual-router-id>',
    summary: 'Makes the group a management group (mVRRP6) that other groups follow.',
    notes: ['With `ignore-if-down` the group goes to Master instead of Initialize when its interface is down.'],
    parameters: { 'virtual-router-id': vrid },
    guide: ['CLI reference, admin-vrrp6'],
    examples: `
      admin-vrrp6 vrid 1 ignore-if-down
    `,
  }),
  trackAdmin: command({
    views: ['interface'],
    format:
      'vrrp6 vrid <virtual-router-id> track admin-vrrp6 interface <interface> vrid <admin-virtual-router-id> [ unflowdown ]',
    undo: 'undo vrrp6 vrid <virtual-router-id> track admin-vrrp6',
    key: 'vrrp6 vrid <virtual-router-id> track admin-vrrp6',
    summary: "Binds the group to a management group and lets it take over that group's role.",
    notes: ['Without `unflowdown` the interface goes down while the management group is not master.'],
    parameters: {
      'virtual-router-id': newVrid,
      interface: parameter(interfaceName, 'The interface of the management group.', { refers: 'interface' }),
      'admin-virtual-router-id': adminVrid,
    },
    guide: ['CLI reference, track admin-vrrp6'],
    examples: `
      vrrp6 vrid 2 track admin-vrrp6 interface GigabitEthernet0/1/0.1 vrid 1
    `,
  }),
  trackInterface: command({
    views: ['interface'],
    format:
      'vrrp6 vrid <virtual-router-id> track [ ipv6 ] interface <interface> [ increased <value-increased> | reduced <value-reduced> ]',
    undo: 'undo vrrp6 vrid <virtual-router-id> track [ ipv6 ] interface [ <interface> ]',
    key: 'vrrp6 vrid <virtual-router-id> track interface <interface>',
    summary: 'Changes the priority while another interface is down, so that a lost uplink moves the master role.',
    notes: [
      'With `ipv6` the IPv6 state of the interface is watched, without it the IPv4 state, or the link where it has no IPv4.',
      'At most 16 interfaces a group; without a value the priority falls by 10.',
    ],
    parameters: {
      'virtual-router-id': vrid,
      interface: tracked,
      'value-increased': increased,
      'value-reduced': reduced,
    },
    guide: ['CLI reference, track interface'],
    examples: `
      vrrp6 vrid 1 track interface GigabitEthernet0/1/1 reduced 100
      vrrp6 vrid 1 track ipv6 interface gigabitethernet 0/1/1 reduced 100
    `,
  }),
  trackBfd: command({
    views: ['interface'],
    format:
      'vrrp6 vrid <virtual-router-id> track bfd-session { <bfd-session-id> | session-name <bfd-configure-name> } [ increased <value-increased> | reduced <value-reduced> | peer | link ]',
    undo: 'undo vrrp6 vrid <virtual-router-id> track bfd-session [ <bfd-session-id> | session-name <bfd-configure-name> ]',
    key: 'vrrp6 vrid <virtual-router-id> track bfd-session <bfd-session-id><bfd-configure-name>',
    summary: 'Reacts to a BFD session: changes the priority, or with `peer` and `link` switches at once.',
    notes: [
      'At most 8 ordinary, 8 link and 1 peer session.',
      'A session given by number is named by its local discriminator.',
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
      vrrp6 vrid 1 track bfd-session session-name uplink reduced 60
      vrrp6 vrid 1 track bfd-session 3 peer
    `,
  }),
  trackLinkBfd: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> track link-bfd down-number <down-number>',
    undo: 'undo vrrp6 vrid <virtual-router-id> track link-bfd',
    key: 'vrrp6 vrid <virtual-router-id> track link-bfd',
    summary: 'Sets how many link BFD sessions must be down before the group switches.',
    parameters: { 'virtual-router-id': vrid, 'down-number': downNumber },
    guide: ['published YANG'],
    examples: `
      vrrp6 vrid 1 track link-bfd down-number 2
    `,
  }),
  trackMonitorGroup: command({
    views: ['interface'],
    format:
      'vrrp6 vrid <virtual-router-id> track monitor-group <group-name> failure-ratio <failure-ratio> [ link | reduced <value-reduced> ]',
    undo: 'undo vrrp6 vrid <virtual-router-id> track monitor-group [ <group-name> ]',
    key: 'vrrp6 vrid <virtual-router-id> track monitor-group <group-name>',
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
      vrrp6 vrid 1 track monitor-group uplinks failure-ratio 50 reduced 60
    `,
  }),
  trackRouteMonitorGroup: command({
    views: ['interface'],
    format:
      'vrrp6 vrid <virtual-router-id> track route-monitor-group <route-group-name> failure-ratio <failure-ratio> [ link | reduced <value-reduced> ]',
    undo: 'undo vrrp6 vrid <virtual-router-id> track route-monitor-group [ <route-group-name> ]',
    key: 'vrrp6 vrid <virtual-router-id> track route-monitor-group <route-group-name>',
    summary: 'Reacts when a share of the watched routes is missing.',
    parameters: {
      'virtual-router-id': vrid,
      'route-group-name': routeMonitorGroup,
      'failure-ratio': failureRatio,
      'value-reduced': reduced,
    },
    guide: ['CLI reference, track route-monitor-group'],
    examples: `
      vrrp6 vrid 1 track route-monitor-group routes failure-ratio 50 reduced 60
    `,
  }),
  trackServiceLocation: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> track service-location <service-location-id> [ reduced <value-reduced> ]',
    summary: 'Lowers the priority while the service boards of a service-location do not work.',
    notes: ['Only the IPv4 form is documented; accepted by analogy.'],
    parameters: {
      'virtual-router-id': vrid,
      'service-location-id': parameter(integer(1, 255), 'Number of the service-location.', {
        refers: 'service-location',
      }),
      'value-reduced': reduced,
    },
    examples: `
      vrrp6 vrid 1 track service-location 1 reduced 60
    `,
  }),
  directRoute: command({
    views: ['interface'],
    format: 'direct-route ipv6 track vrrp6 vrid <virtual-router-id> degrade-cost <cost>',
    undo: 'undo direct-route ipv6 track vrrp6 [ vrid <virtual-router-id> ]',
    key: 'direct-route ipv6 track vrrp6',
    summary:
      'Makes the direct IPv6 route of the interface dearer while the group is not master, so that downstream traffic follows the master.',
    parameters: {
      'virtual-router-id': vrid,
      cost: parameter(
        integer(1, 4294967295),
        'Cost of the direct route while the group is Backup or Initialize; 0 while it is Master.',
      ),
    },
    guide: ['sister pages of the guide'],
    examples: `
      direct-route ipv6 track vrrp6 vrid 1 degrade-cost 500
    `,
  }),

  // CloudEngine switches spell some of these otherwise.
  cePreemptDelay: command({
    views: ['interface'],
    format:
      'vrrp6 vrid <virtual-router-id> preempt timer delay <delay-time>\nvrrp6 vrid <virtual-router-id> preempt disable',
    summary: 'The preemption delay as CloudEngine switches spell it.',
    parameters: { 'virtual-router-id': vrid, 'delay-time': delayTime },
    dialect: 'cloudengine',
    examples: `
      vrrp6 vrid 1 preempt timer delay 20
    `,
  }),
  ceAdmin: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> admin [ ignore-if-down ]',
    summary: 'The management group as CloudEngine switches spell it.',
    parameters: { 'virtual-router-id': vrid },
    dialect: 'cloudengine',
    examples: `
      vrrp6 vrid 1 admin
    `,
  }),
  ceLoadBalance: command({
    views: ['interface'],
    format:
      'vrrp6 vrid <virtual-router-id> load-balance\nvrrp6 vrid <virtual-router-id> join load-balance-vrrp vrid <admin-virtual-router-id>',
    summary: 'Load-balancing groups of CloudEngine switches.',
    parameters: { 'virtual-router-id': newVrid, 'admin-virtual-router-id': adminVrid },
    dialect: 'cloudengine',
    examples: `
      vrrp6 vrid 1 load-balance
    `,
  }),
  ceAuthentication: command({
    views: ['interface'],
    format: 'vrrp6 vrid <virtual-router-id> authentication-mode md5 <md5-key>',
    summary: 'Authentication of the advertisements on CloudEngine switches.',
    parameters: { 'virtual-router-id': vrid, 'md5-key': parameter(cipher, 'The shared key, sent as an MD5 digest.') },
    dialect: 'cloudengine',
    examples: `
      vrrp6 vrid 1 authentication-mode md5 example-key
    `,
  }),
  ceTrack: command({
    views: ['interface'],
    format: `vrrp6 vrid <virtual-router-id> track admin-vrrp interface <interface> vrid <admin-virtual-router-id> [ unflowdown ]
      vrrp6 vrid <virtual-router-id> track interface <interface> { reduce <value-reduced> | increase <value-increased> }
      vrrp6 vrid <virtual-router-id> track bfd { <bfd-session-id>
        | session-name <bfd-configure-name> } [ reduce <value-reduced> | increase <value-increased> | peer | link ]
      vrrp6 vrid <virtual-router-id> track { ip | ipv6 } route <ipv6-address> <prefix-length> reduce <value-reduced>
      vrrp6 vrid <virtual-router-id> track nqa <admin-name> <test-name> reduce <value-reduced>`,
    summary: 'Tracking as CloudEngine switches spell it.',
    parameters: {
      'virtual-router-id': vrid,
      interface: tracked,
      'admin-virtual-router-id': adminVrid,
      'bfd-session-id': sessionId,
      'bfd-configure-name': sessionName,
      'value-increased': increased,
      'value-reduced': reduced,
      'ipv6-address': parameter(ipv6, 'Destination of the route.'),
      'prefix-length': parameter(integer(0, 128), 'Its length in bits.'),
      'admin-name': nqaAdmin,
      'test-name': nqaTest,
    },
    dialect: 'cloudengine',
    examples: `
      vrrp6 vrid 1 track bfd 4 reduce 40
      vrrp6 vrid 2 track admin-vrrp interface Vlanif10 vrid 1 unflowdown
    `,
  }),
});
