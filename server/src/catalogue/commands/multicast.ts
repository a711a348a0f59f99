// Multicast at the edge, both families: routing switch, PIM, IGMP and MLD on interfaces, and what ties them to a VRRP role.
import { command, family } from '../command';
import { integer, interfaceName, ipv4, ipv6, parameter } from '../parameters';
import { aclName, aclNumber, vpnInstance } from './shared';

const vrid = parameter(integer(1, 255), 'Number of the VRRP group.', { refers: 'vrrp-group' });
const vrid6 = parameter(integer(1, 255), 'Number of the VRRP6 group.', { refers: 'vrrp6-group' });
const adminInterface = parameter(interfaceName, 'The interface of the management group.', { refers: 'interface' });

/** IPv6 multicast, PIM and MLD: system view, interface view, IPv6 PIM view. From guide page 003. */
export const multicast6 = family('multicast6', {
  routing: command({
    views: ['system', 'vpn-instance', 'vpn-instance-family'],
    format: 'multicast ipv6 routing-enable',
    undo: 'undo multicast ipv6 routing-enable',
    key: 'multicast ipv6 routing-enable',
    summary: 'Turns IPv6 multicast routing on; PIM and MLD need it.',
    guide: ['003 step 5'],
    examples: `
      multicast ipv6 routing-enable
      undo multicast ipv6 routing-enable
    `,
  }),
  pimSm: command({
    views: ['interface'],
    format: 'pim ipv6 sm',
    undo: 'undo pim ipv6 sm',
    key: 'pim ipv6 sm',
    summary: 'Runs IPv6 PIM sparse mode on the interface.',
    guide: ['003 step 5'],
    examples: `
      pim ipv6 sm
    `,
  }),
  ignoreDr: command({
    views: ['interface'],
    format: 'pim ipv6 ignore dr-state',
    undo: 'undo pim ipv6 ignore dr-state',
    key: 'pim ipv6 ignore dr-state',
    summary:
      'Forwards multicast whether or not this device is the designated router, so that the VRRP6 role alone decides.',
    notes: [
      'Set it, and `ignore assert-state`, on the user side of both devices.',
      'Excludes PIM silent mode and the DR switchover delay.',
    ],
    guide: ['003 step 5'],
    examples: `
      pim ipv6 ignore dr-state
    `,
  }),
  ignoreAssert: command({
    views: ['interface'],
    format: 'pim ipv6 ignore assert-state',
    undo: 'undo pim ipv6 ignore assert-state',
    key: 'pim ipv6 ignore assert-state',
    summary: 'Forwards multicast whatever the PIM assert election says, so that the VRRP6 role alone decides.',
    notes: ['Set it, and `ignore dr-state`, on the user side of both devices.'],
    guide: ['003 step 5'],
    examples: `
      pim ipv6 ignore assert-state
      undo pim ipv6 ignore assert-state
    `,
  }),
  trackVrrp: command({
    views: ['interface'],
    format: 'multicast ipv6 track vrrp6 vrid <virtual-router-id>',
    undo: 'undo multicast ipv6 track vrrp6 [ vrid <virtual-router-id> ]',
    key: 'multicast ipv6 track vrrp6',
    summary: 'Lets the multicast interface follow the role of a VRRP6 group.',
    notes: ['Either this or `track admin-vrrp6`, never both.'],
    parameters: { 'virtual-router-id': vrid6 },
    guide: ['003 step 5'],
    examples: `
      multicast ipv6 track vrrp6 vrid 1
      multicast ipv6 track vrrp6 vrid 0
                                      ^ virtual-router-id: 1-255
    `,
  }),
  trackAdminVrrp: command({
    views: ['interface'],
    format: 'multicast ipv6 track admin-vrrp6 interface <interface> vrid <virtual-router-id>',
    undo: 'undo multicast ipv6 track admin-vrrp6 [ interface <interface> vrid <virtual-router-id> ]',
    key: 'multicast ipv6 track admin-vrrp6',
    summary: 'Lets the multicast interface follow the role of a management VRRP6 group.',
    notes: ['Either this or `track vrrp6`, never both.'],
    parameters: { interface: adminInterface, 'virtual-router-id': vrid6 },
    guide: ['sister pages of the guide'],
    examples: `
      multicast ipv6 track admin-vrrp6 interface GigabitEthernet0/1/2.1 vrid 1
    `,
  }),
  mldEnable: command({
    views: ['interface'],
    format: 'mld enable',
    undo: 'undo mld enable',
    key: 'mld enable',
    summary: 'Runs MLD on the interface, so that hosts can join IPv6 groups.',
    guide: ['003 step 5'],
    examples: `
      mld enable
    `,
  }),
  mldOther: command({
    views: ['interface'],
    format: `mld version <version>
      mld group-policy { <acl6-number> | acl6-name <acl6-name> } [ <version> ]
      mld static-group <group-address> [ source <source-address> ]
      mld timer query <interval>
      mld robust-count <robust-value>
      mld max-response-time <interval>
      mld prompt-leave
      mld on-demand
      mld limit <number>
      mld ssm-mapping enable
      mld { require-router-alert | send-router-alert }`,
    undo: 'undo mld { version | group-policy | timer query | robust-count | max-response-time | prompt-leave | on-demand | limit | ssm-mapping enable | require-router-alert | send-router-alert }',
    summary: 'How MLD works on the interface: version, filters, static groups, timers.',
    parameters: {
      version: parameter(integer(1, 2), 'MLD version.'),
      'acl6-number': aclNumber,
      'acl6-name': aclName,
      'group-address': parameter(ipv6, 'Group.'),
      'source-address': parameter(ipv6, 'Source.'),
      interval: parameter(integer(1, 65535), 'How often or how long.', { unit: 's' }),
      'robust-value': parameter(integer(2, 5), 'How many losses are survived.'),
      number: parameter(integer(1, 65535), 'How many entries.'),
    },
    examples: `
      mld version 2
    `,
  }),
  pimOther: command({
    views: ['interface'],
    format: `pim ipv6 dm
      pim ipv6 silent
      pim ipv6 bfd enable
      pim ipv6 hello-option dr-priority <priority>
      pim ipv6 hello-option holdtime <interval>
      pim ipv6 timer { hello | join-prune | graft-retry } <interval>
      pim ipv6 timer dr-switch-delay <interval>
      pim ipv6 neighbor-policy <acl6-number>`,
    undo: 'undo pim ipv6 { dm | silent | bfd enable | hello-option dr-priority | timer { hello | join-prune | dr-switch-delay } }',
    summary: 'How IPv6 PIM works on the interface: mode, priority, timers, filters.',
    parameters: {
      priority: parameter(integer(0, 4294967295), 'Priority in the DR election.'),
      interval: parameter(integer(1, 18000), 'How often or how long.', { unit: 's' }),
      'acl6-number': aclNumber,
    },
    examples: `
      pim ipv6 hello-option dr-priority 10
    `,
  }),
  pimView: command({
    views: ['system'],
    format: 'pim-ipv6 [ vpn-instance <vpn-instance-name> ]\npim ipv6',
    undo: 'undo pim-ipv6',
    opens: 'pim-ipv6',
    summary: 'Enters the IPv6 PIM view.',
    parameters: { 'vpn-instance-name': vpnInstance },
    guide: ['003 configuration files'],
    examples: `
      pim-ipv6
    `,
  }),
  staticRp: command({
    views: ['pim-ipv6'],
    format: 'static-rp <rp-address> [ <acl6-number> | acl6-name <acl6-name> ] [ preferred ]',
    undo: 'undo static-rp <rp-address>',
    key: 'static-rp <rp-address>',
    summary: 'Names the rendezvous point of the IPv6 groups.',
    notes: ['Each router of the domain names the same one, and has a route to it.'],
    parameters: {
      'rp-address': parameter(ipv6, 'Address of the rendezvous point.'),
      'acl6-number': aclNumber,
      'acl6-name': aclName,
    },
    guide: ['003 configuration files'],
    examples: `
      static-rp 2001:db8:22::22
    `,
  }),
  pimViewOther: command({
    views: ['pim-ipv6'],
    format: `c-bsr <ipv6-address> [ <hash-length> ] [ <priority> ]
      c-rp <ipv6-address> [ group-policy <acl6-number> ] [ priority <priority> ]
      embedded-rp [ <acl6-number> ]
      ssm-policy <acl6-number>
      bsm semantic fragmentation
      spt-switch-threshold { <traffic-rate> | infinity }`,
    undo: 'undo embedded-rp\nundo spt-switch-threshold',
    summary: 'Election of rendezvous points and the switch to shortest paths.',
    parameters: {
      'ipv6-address': parameter(ipv6, 'Own address.'),
      'hash-length': parameter(integer(0, 128), 'Length of the hash mask.'),
      priority: parameter(integer(0, 255), 'Priority.'),
      'acl6-number': aclNumber,
      'traffic-rate': parameter(integer(1, 4294967), 'Rate above which the path is switched.', { unit: 'kbit/s' }),
    },
    examples: `
      c-rp 2001:db8:22::22 priority 10
    `,
  }),
});

/**
 * IPv4 multicast, PIM, IGMP and IGMP snooping: system, interface, PIM, VLAN, VSI and bridge domain views. From guide
 * pages 006 and 007.
 */
export const multicast4 = family('multicast4', {
  routing: command({
    views: ['system', 'vpn-instance', 'vpn-instance-family'],
    format: 'multicast routing-enable',
    undo: 'undo multicast routing-enable',
    key: 'multicast routing-enable',
    summary: 'Turns IPv4 multicast routing on; PIM and IGMP need it.',
    guide: ['006 step 5'],
    examples: `
      multicast routing-enable
    `,
  }),
  pimSm: command({
    views: ['interface'],
    format: 'pim sm',
    undo: 'undo pim sm',
    key: 'pim sm',
    summary: 'Runs PIM sparse mode on the interface.',
    guide: ['006 step 5'],
    examples: `
      pim sm
    `,
  }),
  ignoreDr: command({
    views: ['interface'],
    format: 'pim ignore dr-state',
    undo: 'undo pim ignore dr-state',
    key: 'pim ignore dr-state',
    summary:
      'Forwards multicast whether or not this device is the designated router, so that the VRRP role alone decides.',
    notes: ['Set it, and `ignore assert-state`, on the user side of both devices.'],
    guide: ['006 step 5'],
    examples: `
      pim ignore dr-state
    `,
  }),
  ignoreAssert: command({
    views: ['interface'],
    format: 'pim ignore assert-state',
    undo: 'undo pim ignore assert-state',
    key: 'pim ignore assert-state',
    summary: 'Forwards multicast whatever the PIM assert election says, so that the VRRP role alone decides.',
    notes: ['Set it, and `ignore dr-state`, on the user side of both devices.'],
    guide: ['006 step 5'],
    examples: `
      pim ignore assert-state
    `,
  }),
  trackVrrp: command({
    views: ['interface'],
    format: 'multicast track vrrp vrid <virtual-router-id>',
    undo: 'undo multicast track vrrp [ vrid <virtual-router-id> ]',
    key: 'multicast track vrrp',
    summary: 'Lets the multicast interface follow the role of a VRRP group.',
    notes: ['Either this or `track admin-vrrp`, never both.'],
    parameters: { 'virtual-router-id': vrid },
    guide: ['006 step 5'],
    examples: `
      multicast track vrrp vrid 1
    `,
  }),
  trackAdminVrrp: command({
    views: ['interface'],
    format: 'multicast track admin-vrrp interface <interface> vrid <virtual-router-id>',
    undo: 'undo multicast track admin-vrrp [ interface <interface> vrid <virtual-router-id> ]',
    key: 'multicast track admin-vrrp',
    summary: 'Lets the multicast interface follow the role of a management VRRP group.',
    notes: ['Either this or `track vrrp`, never both.'],
    parameters: { interface: adminInterface, 'virtual-router-id': vrid },
    guide: ['sister pages of the guide'],
    examples: `
      multicast track admin-vrrp interface GigabitEthernet0/1/2.1 vrid 1
    `,
  }),
  igmpEnable: command({
    views: ['interface'],
    format: 'igmp enable',
    undo: 'undo igmp enable',
    key: 'igmp enable',
    summary: 'Runs IGMP on the interface, so that hosts can join IPv4 groups.',
    guide: ['006 step 5'],
    examples: `
      igmp enable
    `,
  }),
  igmpOther: command({
    views: ['interface'],
    format: `igmp version <version>
      igmp group-policy { <acl-number> | acl-name <acl-name> } [ <version> ]
      igmp static-group <group-address> [ source <source-address> ]
      igmp timer query <interval>
      igmp robust-count <robust-value>
      igmp max-response-time <interval>
      igmp prompt-leave
      igmp on-demand
      igmp limit <number>
      igmp ssm-mapping enable
      igmp { require-router-alert | send-router-alert }`,
    undo: 'undo igmp { version | group-policy | timer query | robust-count | max-response-time | prompt-leave | on-demand | limit | ssm-mapping enable | require-router-alert | send-router-alert }',
    summary: 'How IGMP works on the interface: version, filters, static groups, timers.',
    parameters: {
      version: parameter(integer(1, 3), 'IGMP version.'),
      'acl-number': aclNumber,
      'acl-name': aclName,
      'group-address': parameter(ipv4, 'Group.'),
      'source-address': parameter(ipv4, 'Source.'),
      interval: parameter(integer(1, 65535), 'How often or how long.', { unit: 's' }),
      'robust-value': parameter(integer(2, 5), 'How many losses are survived.'),
      number: parameter(integer(1, 65535), 'How many entries.'),
    },
    examples: `
      igmp version 3
    `,
  }),
  pimOther: command({
    views: ['interface'],
    format: `pim dm
      pim silent
      pim bfd enable
      pim hello-option dr-priority <priority>
      pim hello-option holdtime <interval>
      pim timer { hello | join-prune | graft-retry } <interval>
      pim timer dr-switch-delay <interval>
      pim neighbor-policy <acl-number>
      pim bsr-boundary`,
    undo: 'undo pim { dm | silent | bfd enable | bsr-boundary | hello-option dr-priority | timer { hello | join-prune | dr-switch-delay } }',
    summary: 'How PIM works on the interface: mode, priority, timers, filters.',
    parameters: {
      priority: parameter(integer(0, 4294967295), 'Priority in the DR election.'),
      interval: parameter(integer(1, 18000), 'How often or how long.', { unit: 's' }),
      'acl-number': aclNumber,
    },
    examples: `
      pim dm
    `,
  }),
  pimView: command({
    views: ['system'],
    format: 'pim [ vpn-instance <vpn-instance-name> ]',
    undo: 'undo pim',
    opens: 'pim-ipv4',
    summary: 'Enters the PIM view.',
    parameters: { 'vpn-instance-name': vpnInstance },
    examples: `
      pim
    `,
  }),
  staticRp: command({
    views: ['pim-ipv4'],
    format: 'static-rp <rp-address> [ <acl-number> | acl-name <acl-name> ] [ preferred ]',
    undo: 'undo static-rp <rp-address>',
    key: 'static-rp <rp-address>',
    summary: 'Names the rendezvous point of the IPv4 groups.',
    notes: ['Each router of the domain names the same one, and has a route to it.'],
    parameters: {
      'rp-address': parameter(ipv4, 'Address of the rendezvous point.'),
      'acl-number': aclNumber,
      'acl-name': aclName,
    },
    guide: ['006 step 1'],
    examples: `
      static-rp 10.9.9.9
    `,
  }),
  pimViewOther: command({
    views: ['pim-ipv4'],
    format: `c-bsr <interface> [ <hash-length> ] [ <priority> ]
      c-rp <interface> [ group-policy <acl-number> ] [ priority <priority> ]
      auto-rp listening enable
      ssm-policy <acl-number>
      bsm semantic fragmentation
      source-policy <acl-number>
      spt-switch-threshold { <traffic-rate> | infinity }`,
    undo: 'undo auto-rp listening enable\nundo spt-switch-threshold',
    summary: 'Election of rendezvous points and the switch to shortest paths.',
    parameters: {
      interface: adminInterface,
      'hash-length': parameter(integer(0, 32), 'Length of the hash mask.'),
      priority: parameter(integer(0, 255), 'Priority.'),
      'acl-number': aclNumber,
      'traffic-rate': parameter(integer(1, 4194304), 'Rate above which the path is switched.', { unit: 'kbit/s' }),
    },
    examples: `
      c-bsr LoopBack0
      spt-switch-threshold infinity
    `,
  }),
  loadSplitting: command({
    views: ['system', 'vpn-instance', 'vpn-instance-family'],
    format: 'multicast load-splitting { source | group | source-group | stable-preferred | balance-preferred }',
    undo: 'undo multicast load-splitting',
    key: 'multicast load-splitting',
    summary: 'Splits multicast traffic over paths of equal cost.',
    guide: ['vendor configuration files'],
    examples: `
      multicast load-splitting source-group
    `,
  }),
  snoopingDevice: command({
    views: ['system'],
    format: 'igmp-snooping enable',
    undo: 'undo igmp-snooping enable',
    key: 'igmp-snooping enable',
    summary: 'Turns IGMP snooping on; each VSI, VLAN or bridge domain then has a line of its own for it.',
    notes: ['Without it the lines of a VSI or VLAN have no effect.'],
    guide: ['007 step 6'],
    examples: `
      igmp-snooping enable
      undo igmp-snooping enable
    `,
  }),
  globalOther: command({
    views: ['system'],
    format: `igmp-snooping over-vpls enable
      igmp global limit <number>
      multicast longest-match
      mld-snooping enable`,
    undo: 'undo mld-snooping enable\nundo igmp-snooping over-vpls enable',
    summary: 'Multicast switches of the whole device.',
    parameters: { number: parameter(integer(1, 65535), 'How many entries.') },
    examples: `
      mld-snooping enable
    `,
  }),
  protocolView: command({
    views: ['system'],
    format: 'igmp [ vpn-instance <vpn-instance-name> ]\nmld [ vpn-instance <vpn-instance-name> ]',
    opens: 'igmp-mld',
    summary: 'Enters the view of IGMP or MLD.',
    parameters: { 'vpn-instance-name': vpnInstance },
    examples: `
      igmp
      mld
    `,
  }),
  snoopingEnable: command({
    views: ['vlan', 'vsi', 'bridge-domain'],
    format: 'igmp-snooping enable',
    undo: 'undo igmp-snooping enable',
    key: 'igmp-snooping enable',
    summary: 'Lets the VLAN, VSI or bridge domain look into IGMP, so that a stream goes only to those who joined it.',
    notes: ['`igmp-snooping enable` of the system view comes first.'],
    guide: ['007 step 6'],
    examples: `
      igmp-snooping enable
      undo igmp-snooping enable
    `,
  }),
  snoopingProxy: command({
    views: ['vlan', 'vsi', 'bridge-domain'],
    format: 'igmp-snooping proxy',
    undo: 'undo igmp-snooping proxy',
    key: 'igmp-snooping proxy',
    summary: 'Answers queries for the users, and asks the users, in place of the router behind the VLAN or VSI.',
    notes: ['With hot backup on both devices: the one that takes over goes on answering.'],
    guide: ['007 step 6'],
    examples: `
      igmp-snooping proxy
    `,
  }),
  snoopingReport: command({
    views: ['interface'],
    format: 'igmp-snooping backup-report forward',
    undo: 'undo igmp-snooping backup-report forward',
    key: 'igmp-snooping backup-report forward',
    summary:
      'Forwards the reports of users that reach the access circuit while this device is the backup of its E-Trunk.',
    guide: ['007 step 6'],
    examples: `
      igmp-snooping backup-report forward
      undo igmp-snooping backup-report forward
    `,
  }),
  snooping: command({
    views: ['interface', 'vlan', 'vsi', 'bridge-domain'],
    format: `igmp-snooping version <version>
      igmp-snooping prompt-leave
      igmp-snooping report-suppress
      igmp-snooping querier enable
      igmp-snooping static-router-port [ vlan <vlan-id> ]
      mld-snooping enable`,
    undo: 'undo igmp-snooping { version | prompt-leave | report-suppress | querier enable }\nundo mld-snooping enable',
    summary: 'How IGMP or MLD snooping of a VLAN, VSI or access interface works.',
    parameters: {
      version: parameter(integer(1, 3), 'IGMP version.'),
      'vlan-id': parameter(integer(1, 4094), 'VLAN number.'),
    },
    examples: `
      igmp-snooping version 3
      igmp-snooping version 4
                            ^ version: 1-3
    `,
  }),
});
