// E-Trunk: Eth-Trunks of two devices as one; monitoring groups of interfaces. Both give a pair its roles without VRRP or feed it.
import { command, family } from '../command';
import { cipher, integer, interfaceName, ipv4, ipv6, mac, parameter, string } from '../parameters';
import { vpnInstance } from './shared';

/**
 * E-Trunk view, its head, and lines of an Eth-Trunk in it. From the published YANG model, sister pages of the guide and
 * the CLI reference.
 */
export const eTrunk = family('eTrunk', {
  create: command({
    views: ['system'],
    format: 'e-trunk <e-trunk-id>',
    undo: 'undo e-trunk <e-trunk-id>',
    opens: 'e-trunk',
    summary: 'Creates an E-Trunk, which ties Eth-Trunks of two devices together, and enters its view.',
    notes: ['Sources end at 128 or at 512.'],
    parameters: {
      'e-trunk-id': parameter(integer(1, 512), 'Number of the E-Trunk; the same on both devices.', {
        defines: 'e-trunk',
      }),
    },
    guide: ['published YANG'],
    examples: `
      e-trunk 1
      e-trunk 513
              ^^^ e-trunk-id: 1-512
    `,
  }),
  join: command({
    views: ['interface'],
    format: 'e-trunk <e-trunk-id> [ remote-eth-trunk <eth-trunk-id> ]',
    undo: 'undo e-trunk',
    key: 'e-trunk',
    summary: 'Makes the Eth-Trunk a member of an E-Trunk.',
    parameters: {
      'e-trunk-id': parameter(integer(1, 512), 'Number of the E-Trunk.', { refers: 'e-trunk' }),
      'eth-trunk-id': parameter(integer(0, 65535), 'Number of the Eth-Trunk on the other device.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      e-trunk 1
    `,
  }),
  mode: command({
    views: ['interface'],
    format: 'e-trunk mode { auto | force-master | force-backup }',
    undo: 'undo e-trunk mode',
    key: 'e-trunk mode',
    summary: 'Sets the role of the Eth-Trunk by hand; `force-master` on both devices makes both active.',
    words: {
      auto: 'The E-Trunk decides which device forwards',
      'force-master': 'This Eth-Trunk always forwards',
      'force-backup': 'This Eth-Trunk never forwards',
    },
    default: 'auto',
    guide: ['sister pages of the guide'],
    examples: `
      e-trunk mode force-master
    `,
  }),
  priority: command({
    views: ['e-trunk'],
    format: 'priority <priority>',
    undo: 'undo priority',
    key: 'priority',
    summary: 'Sets the priority of this device in the E-Trunk: the lower one is master.',
    notes: ['At equal priorities the device with the smaller system ID is master; where that is equal too, both are.'],
    parameters: { priority: parameter(integer(1, 254), 'The lower one is master.') },
    default: '100',
    guide: ['published YANG; sister pages of the guide'],
    examples: `
      priority 20
      priority 255
               ^^^ priority: 1-254
    `,
  }),
  peer: command({
    views: ['e-trunk'],
    format: 'peer-address <peer-ip-address> source-address <source-ip-address> [ vpn-instance <vpn-instance-name> ]',
    undo: 'undo peer-address [ <peer-ip-address> source-address <source-ip-address> [ vpn-instance <vpn-instance-name> ] ]',
    key: 'peer-address',
    summary: 'Sets the two ends of the E-Trunk channel; mirrored on the other device.',
    notes: ['Loopbacks that are reachable two ways are advised.'],
    parameters: {
      'peer-ip-address': parameter(ipv4, 'Address of the other device.'),
      'source-ip-address': parameter(ipv4, 'Address of this device.'),
      'vpn-instance-name': vpnInstance,
    },
    guide: ['sister pages of the guide'],
    examples: `
      peer-address 10.0.0.2 source-address 10.0.0.1
      peer-address 10.0.0.2 source-address 10.0.0.1 vpn-instance vpn1
    `,
  }),
  peer6: command({
    views: ['e-trunk'],
    format: 'peer-ipv6 <peer-ipv6-address> source-ipv6 <source-ipv6-address>',
    undo: 'undo peer-ipv6 [ <peer-ipv6-address> source-ipv6 <source-ipv6-address> ]',
    key: 'peer-ipv6',
    summary: 'Sets the two ends of the E-Trunk channel over IPv6; mirrored on the other device.',
    parameters: {
      'peer-ipv6-address': parameter(ipv6, 'Address of the other device.'),
      'source-ipv6-address': parameter(ipv6, 'Address of this device.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      peer-ipv6 2001:db8:10::2 source-ipv6 2001:db8:10::1
    `,
  }),
  securityKey: command({
    views: ['e-trunk'],
    format: 'security-key { simple <simple-key> | cipher <cipher-key> }',
    undo: 'undo security-key',
    key: 'security-key',
    summary: 'Encrypts the E-Trunk channel; both devices need the same key.',
    parameters: {
      'simple-key': parameter(cipher, 'The shared key in plain.'),
      'cipher-key': parameter(cipher, 'The shared key, as the device stores it.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      security-key cipher example
    `,
  }),
  authentication: command({
    views: ['e-trunk'],
    format: 'authentication-mode { enhanced-hmac-sha256 | hmac-sha256 | hmac-sha1 }',
    undo: 'undo authentication-mode',
    key: 'authentication-mode',
    summary: 'Chooses how packets of the channel are authenticated.',
    notes: ['Equal on both devices.'],
    default: 'enhanced-hmac-sha256',
    guide: ['CLI reference, authentication-mode of the E-Trunk view'],
    examples: `
      authentication-mode enhanced-hmac-sha256
      authentication-mode hmac-sha1
    `,
  }),
  sequence: command({
    views: ['e-trunk'],
    format: 'sequence enable',
    undo: 'undo sequence enable',
    key: 'sequence enable',
    summary: 'Numbers the packets of the channel, against replayed ones.',
    notes: ['On both devices or on neither: on one side only, both become master.'],
    guide: ['CLI reference, sequence enable'],
    examples: `
      sequence enable
    `,
  }),
  select: command({
    views: ['e-trunk'],
    format: 'e-trunk select { link-number | bandwidth }',
    undo: 'undo e-trunk select [ link-number | bandwidth ]',
    key: 'e-trunk select',
    summary: 'Lets the number of links or the bandwidth that is left decide who is master.',
    words: { 'link-number': 'The more links are up', bandwidth: 'The more bandwidth is left' },
    guide: ['CLI reference, e-trunk select'],
    examples: `
      e-trunk select bandwidth
    `,
  }),
  bfdTimers: command({
    views: ['e-trunk'],
    format:
      'e-trunk bfd { min-tx-interval <interval> | min-rx-interval <rx-interval> | detect-multiplier <multiplier> } *',
    undo: 'undo e-trunk bfd { min-tx-interval | min-rx-interval | detect-multiplier } *',
    summary: 'Sets the times of the BFD session that the device sets up by itself.',
    parameters: {
      interval: parameter(integer(3, 20000), 'Time between two packets.', { unit: 'ms' }),
      'rx-interval': parameter(integer(3, 20000), 'Time between two packets of the other device.', { unit: 'ms' }),
      multiplier: parameter(integer(1, 255), 'How many may be missed.'),
    },
    guide: ['CLI reference, e-trunk bfd'],
    examples: `
      e-trunk bfd min-tx-interval 100 min-rx-interval 100 detect-multiplier 3
    `,
  }),
  revert: command({
    views: ['e-trunk'],
    format: 'revert disable',
    undo: 'undo revert disable',
    key: 'revert',
    summary: 'Keeps a recovered device from taking its role back.',
    guide: ['CLI reference, revert disable'],
    examples: `
      revert disable
    `,
  }),
  bfd: command({
    views: ['e-trunk'],
    format: 'e-trunk bfd enable [ track interface <interface> ]',
    undo: 'undo e-trunk bfd enable',
    key: 'e-trunk bfd enable',
    summary: 'Finds a lost peer faster with a BFD session that the device sets up by itself.',
    notes: ['On both devices.'],
    parameters: { interface: parameter(interfaceName, 'The interface that is watched.', { refers: 'interface' }) },
    guide: ['CLI reference, e-trunk bfd enable'],
    examples: `
      e-trunk bfd enable
      e-trunk bfd enable track interface GigabitEthernet0/1/1
    `,
  }),
  timers: command({
    views: ['e-trunk'],
    format: 'timer hello <hello-time>\ntimer hold-on-failure multiplier <multiplier>\ntimer revert delay <delay>',
    undo: 'undo timer { hello | hold-on-failure multiplier | revert delay }',
    summary:
      'Sets how often the devices send Hello packets, how many may be missed, and how long a recovered device waits.',
    parameters: {
      'hello-time': parameter(integer(5, 100), 'Time between two Hello packets; 10 where nothing is written.', {
        unit: 'x 100 ms',
      }),
      multiplier: parameter(integer(3, 300), 'How many Hello packets may be missed; 20 where nothing is written.'),
      delay: parameter(integer(0, 10800), 'How long a recovered device waits; 120 where nothing is written.', {
        unit: 's',
      }),
    },
    guide: ['published YANG; vendor configuration files'],
    examples: `
      timer hello 9
      timer revert delay 60
      timer hello 4
                  ^ hello-time: 5-100 x 100 ms
    `,
  }),
  trackBfd: command({
    views: ['e-trunk'],
    format: 'e-trunk track bfd-session session-name <session-name>',
    undo: 'undo e-trunk track bfd-session',
    key: 'e-trunk track bfd-session',
    summary: 'Finds a lost peer faster with a BFD session.',
    parameters: {
      'session-name': parameter(string(1, 64), 'Name of the BFD session.', { refers: 'bfd-session' }),
    },
    guide: ['CLI reference, e-trunk track bfd-session'],
    examples: `
      e-trunk track bfd-session session-name channel
    `,
  }),
  trackBfdByNumber: command({
    views: ['e-trunk'],
    format: 'e-trunk track bfd-session <session-id>',
    summary: 'Finds a lost peer faster with a BFD session, which is given by its number here.',
    notes: ['The command reference has the name of the session only.'],
    parameters: {
      'session-id': parameter(integer(1, 16384), 'Local discriminator of the BFD session.', { refers: 'bfd-session' }),
    },
    dialect: 'undocumented',
    examples: `
      e-trunk track bfd-session 10
    `,
  }),
  lacp: command({
    views: ['system'],
    format: `lacp e-trunk system-id <mac-address>
      lacp e-trunk priority <priority>`,
    undo: 'undo lacp e-trunk { system-id | priority }',
    summary: 'Makes the two devices of an E-Trunk one LACP system towards what is connected to both.',
    notes: ['Equal on both devices.'],
    parameters: {
      'mac-address': parameter(mac, 'System ID.'),
      priority: parameter(integer(0, 65535), 'LACP system priority.'),
    },
    guide: ['CLI reference, lacp e-trunk'],
    examples: `
      lacp e-trunk system-id 00e0-fc00-0002
      lacp e-trunk priority 1
    `,
  }),
  port: command({
    views: ['system'],
    format: 'e-trunk [ ipv6 ] port <port>',
    undo: 'undo e-trunk [ ipv6 ] port',
    summary: 'Sets the UDP port of the E-Trunk channels.',
    notes: ['1025 where nothing is written; equal on both devices.'],
    parameters: { port: parameter(integer(1, 65535), 'The UDP port.') },
    guide: ['CLI reference, e-trunk port'],
    examples: `
      e-trunk port 1030
      e-trunk ipv6 port 1030
    `,
  }),
  backupTunnel: command({
    views: ['e-trunk'],
    format: 'backup tunnel port <port-value>',
    undo: 'undo backup tunnel port <port-value>',
    key: 'backup tunnel port',
    summary: 'Sets the port over which entries are handed over in the E-Trunk.',
    parameters: { 'port-value': parameter(integer(1025, 65535), 'The port.') },
    guide: ['CLI reference, backup tunnel port'],
    examples: `
      backup tunnel port 1025
      backup tunnel port 1024
                         ^^^^ port-value: 1025-65535
    `,
  }),
});

/**
 * Interface monitoring group view and its head, and lines of interfaces. From the published YANG model and sister pages
 * of the guide.
 */
export const monitorGroup = family('monitorGroup', {
  create: command({
    views: ['system'],
    format: 'monitor-group <group-name>',
    undo: 'undo monitor-group <group-name>',
    opens: 'monitor-group',
    summary: 'Creates a group of watched interfaces, which VRRP and RBS can track, and enters its view.',
    parameters: { 'group-name': parameter(string(1, 31), 'Name of the group.', { defines: 'monitor-group' }) },
    guide: ['published YANG; sister pages of the guide'],
    examples: `
      monitor-group uplinks
    `,
  }),
  enable: command({
    views: ['monitor-group'],
    format: 'monitor enable',
    undo: 'undo monitor enable',
    key: 'monitor enable',
    summary: 'Turns the watching on.',
    guide: ['sister pages of the guide'],
    examples: `
      monitor enable
    `,
  }),
  binding: command({
    views: ['monitor-group'],
    format: 'binding interface <interface> [ down-weight <down-weight> ]',
    undo: 'undo binding interface <interface>',
    key: 'binding interface <interface>',
    summary: 'Adds an interface to the watched ones.',
    notes: ['At most 32.'],
    parameters: {
      interface: parameter(interfaceName, 'The interface.', { refers: 'interface' }),
      'down-weight': parameter(integer(1, 1000), 'How much its failure counts; 10 where nothing is written.'),
    },
    guide: ['published YANG; sister pages of the guide'],
    examples: `
      binding interface GigabitEthernet0/1/1 down-weight 500
      binding interface GigabitEthernet0/1/1 down-weight 1001
                                                         ^^^^ down-weight: 1-1000
    `,
  }),
  triggerUp: command({
    views: ['monitor-group'],
    format: 'trigger-up-delay <delay>\ntrigger-down-delay <delay>',
    undo: 'undo trigger-up-delay\nundo trigger-down-delay',
    summary: 'Delays what a change of the group sets off.',
    parameters: { delay: parameter(integer(0, 4294967295), 'How long.', { unit: 's' }) },
    guide: ['vendor configuration files'],
    examples: `
      trigger-up-delay 30
    `,
  }),
  track: command({
    views: ['interface'],
    format: 'track monitor-group <group-name> [ trigger-down-weight <weight> ]',
    undo: 'undo track monitor-group [ <group-name> ]',
    key: 'track monitor-group',
    summary: 'Takes the interface down when the group has lost too much.',
    parameters: {
      'group-name': parameter(string(1, 31), 'Name of the group.', { refers: 'monitor-group' }),
      weight: parameter(integer(1, 32000), 'Lost weight from which the interface goes down.'),
    },
    examples: `
      track monitor-group uplinks trigger-down-weight 20
    `,
  }),
  trackRoutes: command({
    views: ['interface'],
    format: 'track route-monitor-group <route-group-name> [ trigger-down-weight <weight> ]',
    undo: 'undo track route-monitor-group [ <route-group-name> ]',
    key: 'track route-monitor-group',
    summary: 'Takes the interface down when too many of the watched routes are missing.',
    parameters: {
      'route-group-name': parameter(string(1, 31), 'Name of the route monitoring group.'),
      weight: parameter(integer(1, 32000), 'Lost weight from which the interface goes down.'),
    },
    guide: ['CLI reference, track route-monitor-group'],
    examples: `
      track route-monitor-group routes trigger-down-weight 20
    `,
  }),
});

/**
 * CU-agent view, in which a BRAS with separate control tracks its links; which command opens it is not documented. From
 * the CLI reference.
 */
export const cuAgent = family('cuAgent', {
  accessLink: command({
    views: ['cu-agent'],
    format: 'backup access-link track bfd <bfd-name> peer',
    undo: 'undo backup access-link track bfd <bfd-name> peer',
    key: 'backup access-link track bfd',
    summary: 'Watches the access link with a BFD session.',
    parameters: { 'bfd-name': parameter(string(1, 64), 'Name of the BFD session.', { refers: 'bfd-session' }) },
    guide: ['CLI reference, backup access-link'],
    examples: `
      backup access-link track bfd access peer
    `,
  }),
  upLink: command({
    views: ['cu-agent'],
    format:
      'backup up-link track monitor-group <group-name> trigger-down-weight <down-weight-value>\nbackup up-link track route-monitor-group <route-group-name> trigger-down-weight <down-weight-value>',
    undo: 'undo backup up-link track monitor-group <group-name> [ trigger-down-weight <down-weight-value> ]\nundo backup up-link track route-monitor-group <route-group-name> [ trigger-down-weight <down-weight-value> ]',
    summary: 'Watches the uplinks with a monitoring group.',
    parameters: {
      'group-name': parameter(string(1, 31), 'Name of the group.', { refers: 'monitor-group' }),
      'route-group-name': parameter(string(1, 31), 'Name of the route monitoring group.'),
      'down-weight-value': parameter(integer(1, 32000), 'Lost weight from which the uplinks count as down.'),
    },
    guide: ['CLI reference, backup up-link'],
    examples: `
      backup up-link track monitor-group uplinks trigger-down-weight 20
    `,
  }),
});
