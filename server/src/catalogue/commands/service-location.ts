// Service boards: which CPU works, which box stands behind it, and whose role it follows. Basis of DS-Lite, NAT and NAT64 hot backup.
import { command, family } from '../command';
import { cipher, integer, interfaceName, ipv4, parameter, string } from '../parameters';
import { rbsName } from './shared';

const slot = parameter(string(1, 16), 'Slot of the service board.');
const backupSlot = parameter(string(1, 16), 'Slot of the board that stands behind it in the same box.');
const card = parameter(integer(0, 1), 'CPU card of the board.');
const engine = parameter(integer(0, 3), 'CPU engine of the board.');
const groupName = parameter(string(1, 31), 'Name of the service instance group.', { refers: 'service-instance-group' });
const locationId = parameter(integer(1, 255), 'Number of the service-location.', { refers: 'service-location' });

/** Switches of the system view for service boards. From guide page 004 and the CLI reference. */
export const serviceHa = family('serviceHa', {
  hotBackup: command({
    views: ['system'],
    format: 'service-ha hot-backup enable',
    undo: 'undo service-ha hot-backup enable',
    key: 'service-ha hot-backup',
    summary: 'Backs up the sessions of service boards while they run, so that they survive a switchover.',
    notes: [
      'Without it the backup is cold where NAT is centralised, and warm where it is distributed: user tables are kept, sessions are not.',
      'Set it on both devices.',
    ],
    guide: ['004 step 1.2'],
    examples: `
      service-ha hot-backup enable
      undo service-ha hot-backup enable
    `,
  }),
  delayTime: command({
    views: ['system'],
    format: 'service-ha delay-time <delay-time>',
    undo: 'undo service-ha delay-time [ <delay-time> ]',
    key: 'service-ha delay-time',
    summary: 'Backs up only sessions that are older than this.',
    notes: ['Below 3/16 of the ageing time it has no effect on sessions that are forwarded in hardware.'],
    parameters: { 'delay-time': parameter(integer(1, 300), 'Age from which a session is backed up.', { unit: 's' }) },
    default: '1',
    guide: ['CLI reference, service-ha delay-time'],
    examples: `
      service-ha delay-time 10
      service-ha delay-time 301
                            ^^^ delay-time: 1-300 s
    `,
  }),
  preemptTime: command({
    views: ['system'],
    format: 'service-ha preempt-time { <preempt-time> | disable }',
    undo: 'undo service-ha preempt-time [ <preempt-time> | disable ]',
    key: 'service-ha preempt-time',
    summary:
      'Sets how long a recovered board waits before it takes its work back from the other board of the same box.',
    parameters: { 'preempt-time': parameter(integer(120, 3600), 'How long the board waits.', { unit: 's' }) },
    default: '360',
    guide: ['CLI reference, service-ha preempt-time'],
    examples: `
      service-ha preempt-time 600
      service-ha preempt-time disable
    `,
  }),
  onBoardMode: command({
    views: ['system'],
    format: 'vsm on-board-mode disable',
    undo: 'undo vsm on-board-mode disable',
    key: 'vsm on-board-mode',
    summary: 'Uses service boards in dedicated mode.',
    guide: ['sister pages of the guide'],
    examples: `
      vsm on-board-mode disable
    `,
  }),
});

/** Service location view and its head. From guide page 004, steps 3.2 to 3.5. */
export const serviceLocation = family('serviceLocation', {
  create: command({
    views: ['system'],
    format: 'service-location <service-location-id>',
    undo: 'undo service-location <service-location-id>',
    opens: 'service-location',
    summary: 'Creates a service-location, the group of CPUs that back each other up, and enters its view.',
    notes: ['The same numbers, and as many of them, on both devices.', 'Some releases end at 16.'],
    parameters: {
      'service-location-id': parameter(integer(1, 255), 'Number of the service-location; the same on both devices.', {
        defines: 'service-location',
      }),
    },
    guide: ['004 step 3.2'],
    examples: `
      service-location 1
      undo service-location 1
      service-location 256
                       ^^^ service-location-id: 1-255
    `,
  }),
  location: command({
    views: ['service-location'],
    format: `location slot <slot-id> [ card <card-id> | engine <engine-id> ]
      location slot <slot-id> [ card <card-id> | engine <engine-id> ] backup slot <backup-slot-id> [ card <backup-card-id> | engine <backup-engine-id> ]
      location follow-forwarding-mode`,
    undo: `undo location slot <slot-id> [ card <card-id>
      | engine <engine-id> ] [ backup slot <backup-slot-id> [ card <backup-card-id> | engine <backup-engine-id> ] ]
      undo location follow-forwarding-mode`,
    key: 'location',
    summary: 'Binds the CPU of a service board to the service-location.',
    notes: [
      '`backup slot` puts the second board into the same box; it is not meant together with `remote-backup interface`.',
    ],
    parameters: {
      'slot-id': slot,
      'card-id': card,
      'engine-id': engine,
      'backup-slot-id': backupSlot,
      'backup-card-id': card,
      'backup-engine-id': engine,
    },
    guide: ['004 step 3.3'],
    examples: `
      location slot 9
      location slot 3 engine 0
      location slot 1 backup slot 2
      location slot 3 engine 0 backup slot 4 engine 1
      location slot 3 card 2
                           ^ card-id: 0-1
    `,
  }),
  remoteBackup: command({
    views: ['service-location'],
    format:
      'remote-backup interface <interface> peer <ip-address> [ authentication-key <key-value> [ hash-algorithm hmac-sha256 ] ]',
    undo: 'undo remote-backup [ interface <interface> peer <ip-address> [ authentication-key <key-value> [ hash-algorithm hmac-sha256 ] ] ]',
    key: 'remote-backup interface',
    summary: 'Names the interface and the address by which the service board reaches the other box.',
    notes: [
      "The interface is the one with the VRRP group, the address the other device's on its own.",
      'A key, where there is one, is the same on both devices.',
      'Over a virtual Ethernet interface the board may lose half its throughput.',
    ],
    parameters: {
      interface: parameter(interfaceName, 'Interface towards the other device.', { refers: 'interface' }),
      'ip-address': parameter(ipv4, 'Address of the other device.'),
      'key-value': parameter(cipher, 'The shared key: 8-16 characters in plain, or as the device stores it.'),
    },
    guide: ['004 step 3.4'],
    examples: `
      remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.2
      remote-backup interface gigabitethernet 0/1/2 peer 10.1.1.2
      undo remote-backup
    `,
  }),
  vrrp: command({
    views: ['service-location'],
    format: 'vrrp vrid <vrrp-id> interface <interface>',
    undo: 'undo vrrp [ vrid <vrrp-id> interface <interface> ]',
    key: 'vrrp vrid interface',
    summary: 'Lets the service-location follow the role of a VRRP group.',
    notes: [
      'The number stands in the line: without it the device does not know the group.',
      'The same group number on both devices.',
    ],
    parameters: {
      'vrrp-id': parameter(integer(1, 255), 'Number of the VRRP group.', { refers: 'vrrp-group' }),
      interface: parameter(interfaceName, 'The interface that has the group.', { refers: 'interface' }),
    },
    guide: ['004 step 3.5'],
    examples: `
      vrrp vrid 1 interface GigabitEthernet0/1/2
      undo vrrp vrid 1 interface GigabitEthernet0/1/2
      vrrp vrid 256 interface GigabitEthernet0/1/2
                ^^^ vrrp-id: 1-255
    `,
  }),
});

/** Service instance group view, its head, and the line by which an instance joins a group. From guide page 004. */
export const serviceInstanceGroup = family('serviceInstanceGroup', {
  create: command({
    views: ['system'],
    format: 'service-instance-group <service-instance-group-name>',
    undo: 'undo service-instance-group [ <service-instance-group-name> ]',
    opens: 'service-instance-group',
    summary: 'Creates a service instance group, which ties instances to service-locations, and enters its view.',
    parameters: {
      'service-instance-group-name': parameter(string(1, 31), 'Name of the group.', {
        defines: 'service-instance-group',
      }),
    },
    guide: ['004 step 4.2'],
    examples: `
      service-instance-group group1
      undo service-instance-group group1
    `,
  }),
  serviceLocation: command({
    views: ['service-instance-group'],
    format: 'service-location <service-location-id> [ weight <weight-value> ]',
    undo: 'undo service-location [ <service-location-id> ]',
    key: 'service-location <service-location-id>',
    summary: 'Gives the group a service-location to run on.',
    notes: ['The service-location must already have a `location`.'],
    parameters: {
      'service-location-id': locationId,
      'weight-value': parameter(integer(1, 40), 'Share of this service-location in the load.'),
    },
    guide: ['004 step 4.3'],
    examples: `
      service-location 1
      service-location 1 weight 20
      service-location 1 weight 41
                                ^^ weight-value: 1-40
    `,
  }),
  rbs: command({
    views: ['service-instance-group'],
    format: 'remote-backup-service <remote-backup-service-name>',
    undo: 'undo remote-backup-service [ <remote-backup-service-name> ]',
    key: 'remote-backup-service',
    summary: 'Ties the group to a remote backup service, for NAT together with BRAS users.',
    parameters: { 'remote-backup-service-name': rbsName },
    guide: ['CLI reference, remote-backup-service of the group view'],
    examples: `
      remote-backup-service service1
    `,
  }),
  bind: command({
    views: ['ds-lite-instance', 'nat-instance', 'nat64-instance'],
    format: 'service-instance-group <service-instance-group-name>',
    undo: 'undo service-instance-group [ <service-instance-group-name> ]',
    key: 'service-instance-group',
    summary: 'Runs the instance on the service boards of a group.',
    notes: ['One group an instance; several instances may share one.'],
    parameters: { 'service-instance-group-name': groupName },
    guide: ['004 step 5.3'],
    examples: `
      service-instance-group group1
      undo service-instance-group
    `,
  }),
});

/** View of a monitoring group of service locations, and its head. From the CLI reference. */
export const monitorLocationGroup = family('monitorLocationGroup', {
  create: command({
    views: ['system'],
    format: 'monitor-location-group <group-name>',
    undo: 'undo monitor-location-group <group-name>',
    opens: 'monitor-location-group',
    summary: 'Creates a group that watches service-locations, and enters its view.',
    parameters: { 'group-name': parameter(string(1, 31), 'Name of the group.', { defines: 'monitor-location-group' }) },
    guide: ['CLI reference, monitor-location-group'],
    examples: `
      monitor-location-group boards
    `,
  }),
  serviceLocation: command({
    views: ['monitor-location-group'],
    format: 'service-location <location-id>',
    undo: 'undo service-location [ <location-id> ]',
    key: 'service-location <location-id>',
    summary: 'Adds a service-location to the watched ones.',
    parameters: { 'location-id': locationId },
    guide: ['CLI reference, service-location of the monitoring group view'],
    examples: `
      service-location 1
    `,
  }),
  downNumber: command({
    views: ['monitor-location-group'],
    format: 'down-number <number>',
    undo: 'undo down-number [ <number> ]',
    key: 'down-number',
    summary: 'Sets how many service-locations must be down before the group counts as down.',
    parameters: { number: parameter(integer(1, 64), 'How many.') },
    guide: ['CLI reference, down-number'],
    examples: `
      down-number 2
      down-number 65
                  ^^ number: 1-64
    `,
  }),
});
