// VLANs, spanning tree and discovery protocols of switches, in outline.
import { command, family } from '../command';
import { integer, lastOf, parameter, string, text } from '../parameters';
import { aclNumber, anInterface, vlanId } from './shared';

const count = parameter(integer(0, 4294967295), 'How many or how long.');
const instance = parameter(integer(0, 4094), 'Number of the spanning tree instance.');
const how = parameter(text, 'How.');

/** VLAN view, port group view and their heads. Cites no document. */
export const vlan = family('vlan', {
  create: command({
    views: ['system', 'vlan'],
    format: 'vlan <vlan-id>',
    undo: 'undo vlan <vlan-id>',
    opens: 'vlan',
    summary: 'Creates a VLAN and enters its view.',
    parameters: { 'vlan-id': parameter(integer(1, 4094), 'VLAN number.', { defines: 'vlan' }) },
    examples: `
      vlan 10
      vlan 4095
           ^^^^ vlan-id: 1-4094
    `,
  }),
  lines: command({
    views: ['vlan'],
    format: `name <name>
      management-vlan
      aggregate-vlan
      access-vlan { <vlan-id> [ to <last-vlan-id> ] } &<1-10>
      mux-vlan
      subordinate { group | separate } { <vlan-id> [ to <last-vlan-id> ] } &<1-10>
      port <interface> [ to <last-interface> ]
      port <port-type> { <port-number> [ to <last-port-number> ] } &<1-10>
      mac-vlan mac-address <mac> [ priority <count> ]
      mac-address { learning disable | static <text> }
      mac-limit maximum <count>
      statistic enable
      unknown-unicast discard
      multicast-vlan { enable | <text> }
      arp anti-attack check user-bind enable
      ip source check user-bind enable
      broadcast discard`,
    undo: 'undo name\nundo port <port-type> <port-number>',
    summary: 'What belongs to the VLAN.',
    parameters: {
      name: parameter(string(1, 31), 'Name of the VLAN.'),
      'vlan-id': vlanId,
      'last-vlan-id': lastOf(vlanId),
      interface: anInterface,
      'last-interface': anInterface,
      'port-type': parameter(string(1, 31, /^[a-z\d-]*[a-z]$/i), 'Type of the ports.'),
      'port-number': parameter(string(1, 31, /^\d+(?:\/\d+)+$/), 'Number of a port.'),
      'last-port-number': parameter(string(1, 31, /^\d+(?:\/\d+)+$/), 'Number of the last port.'),
      mac: parameter({ kind: 'mac' }, 'A MAC address.'),
      count,
      text: how,
    },
    examples: `
      name users
      port GigabitEthernet 0/0/1 to 0/0/9
    `,
  }),
  group: command({
    views: ['system'],
    format: `vlan reserved { for-l3-subinterface | dynamic-range } <vlan-id> [ to <last-vlan-id> ]
      vlan precedence { mac-vlan | ip-subnet-vlan }
      vlan { statistics interval <count> | recovery }
      vlan pool <name>`,
    undo: 'undo vlan reserved for-l3-subinterface <vlan-id> [ to <last-vlan-id> ]',
    summary: 'VLAN settings of the whole device.',
    parameters: {
      'vlan-id': vlanId,
      'last-vlan-id': lastOf(vlanId),
      count,
      name: parameter(string(1, 31), 'Name of the pool.'),
    },
    examples: `
      vlan reserved for-l3-subinterface 4000 to 4063
    `,
  }),
  portGroup: command({
    views: ['system'],
    format: `port-group <name>
      port-group link-type <name>
      port-group default
      port-group group-member <text>`,
    undo: 'undo port-group <name>',
    opens: 'port-group',
    summary: 'Configures several ports at once.',
    parameters: { name: parameter(string(1, 32), 'Name of the group.'), text: how },
    examples: `
      port-group users
    `,
  }),
  portGroupLines: command({
    views: ['port-group'],
    format:
      'group-member <interface> [ to <last-interface> ]\nshutdown\nstp edged-port { enable | disable }\nstp { disable | enable }',
    undo: 'undo group-member <interface>\nundo shutdown',
    summary: 'A port of the group, and what all of them get.',
    parameters: { interface: anInterface, 'last-interface': anInterface },
    examples: `
      group-member GigabitEthernet0/0/1 to GigabitEthernet0/0/9
    `,
  }),
});

/** Spanning tree in the system view and on interfaces, and the MST region view. Cites no document. */
export const stp = family('stp', {
  global: command({
    views: ['system'],
    format: `stp { enable | disable }
      stp mode { stp | rstp | mstp | vbst }
      stp [ instance <instance> ] priority <priority>
      stp [ instance <instance> ] root { primary | secondary }
      stp bpdu-protection
      stp tc-protection [ threshold <count> ]
      stp pathcost-standard { dot1d-1998 | dot1t | legacy }
      stp timer { hello | forward-delay | max-age } <count>
      stp { timer-factor <count> | bridge-diameter <count> | max-hops <count> | converge { fast | normal }
        | edged-port default | bpdu-filter default | flush disable | process <count>
        | tc-protection interval <count> }
      stp vlan { <vlan-id> [ to <last-vlan-id> ] } &<1-10> { priority <priority> | root { primary | secondary } | enable }`,
    undo: 'undo stp { enable | bpdu-protection | mode | tc-protection }\nundo stp [ instance <instance> ] { priority | root }',
    summary: 'Spanning tree of the device.',
    parameters: {
      instance,
      priority: parameter(integer(0, 61440), 'Priority; the lowest is the root.'),
      count,
      'vlan-id': vlanId,
      'last-vlan-id': lastOf(vlanId),
    },
    examples: `
      stp instance 1 priority 4096
      stp instance 0 root primary
      stp mode mstp
    `,
  }),
  region: command({
    views: ['system'],
    format: 'stp region-configuration',
    undo: 'undo stp region-configuration',
    opens: 'stp-region',
    summary: 'Enters the view of the MST region.',
    examples: `
      stp region-configuration
    `,
  }),
  regionLines: command({
    views: ['stp-region'],
    format: `region-name <name>
      revision-level <level>
      instance <instance> vlan { <vlan-id> [ to <last-vlan-id> ] } &<1-20>
      active region-configuration
      vlan-mapping modulo <instance>
      check region-configuration`,
    undo: 'undo instance <instance> [ vlan { <vlan-id> [ to <last-vlan-id> ] } &<1-20> ]\nundo region-name',
    summary: 'Name and instances of the MST region.',
    parameters: {
      name: parameter(string(1, 32), 'Name of the region.'),
      level: parameter(integer(0, 65535), 'Revision.'),
      instance,
      'vlan-id': vlanId,
      'last-vlan-id': lastOf(vlanId),
    },
    examples: `
      region-name campus
      instance 1 vlan 10 20 to 30
      active region-configuration
    `,
  }),
  port: command({
    views: ['interface'],
    format: `stp { enable | disable }
      stp edged-port { enable | disable }
      stp [ instance <instance> ] cost <cost>
      stp [ instance <instance> ] port priority <priority>
      stp { root-protection | loop-protection | bpdu-filter { enable | disable }
        | point-to-point { auto | force-false | force-true } | mcheck | transmit-limit <cost> | bpdu-protection
        | no-agreement-check | config-digest-snoop | compliance { auto | dot1s | legacy } | tc-restriction enable }
      stp vlan { <vlan-id> [ to <last-vlan-id> ] } &<1-10> { cost <cost> | port priority <priority> }`,
    undo: 'undo stp { enable | edged-port | root-protection | loop-protection }\nundo stp [ instance <instance> ] { cost | port priority }',
    summary: 'Spanning tree on the port.',
    parameters: {
      instance,
      cost: parameter(integer(0, 200000000), 'Cost.'),
      priority: parameter(integer(0, 240), 'Priority of the port.'),
      'vlan-id': vlanId,
      'last-vlan-id': lastOf(vlanId),
    },
    examples: `
      stp edged-port enable
      stp instance 2 cost 20000
      stp disable
    `,
  }),
});

/** LLDP and its like, in the system view and on interfaces. Cites no document. */
export const discovery = family('discovery', {
  global: command({
    views: ['system'],
    format: `lldp enable
      lldp { message-transmission { interval | hold-multiplier | delay } <count> | restart-delay <count>
        | fast-count <count> | trap-interval <count> | management-address <text> }
      efm enable
      cfm enable
      error-down auto-recovery cause <cause> interval <count>
      observe-port [ <count> ] interface <interface>`,
    undo: 'undo lldp enable\nundo efm enable',
    summary: 'Discovery and link protocols of the device.',
    parameters: {
      count,
      text: how,
      cause: parameter(string(1, 31), 'Why the port went down.'),
      interface: anInterface,
    },
    examples: `
      lldp enable
    `,
  }),
  port: command({
    views: ['interface'],
    format: `lldp { transmit | receive | compliance cdp receive | tlv-enable <text> | admin-status { tx | rx | txrx | disable } }
      efm { enable | mode { active | passive } | trigger <text> }
      port-mirroring to observe-port <count> { inbound | outbound | both }`,
    undo: 'undo efm enable',
    summary: 'Discovery on the port.',
    parameters: { text: how, count },
    examples: `
      lldp transmit
    `,
  }),
});

/** Lines of campus switches, marked as that dialect: system, VLAN and interface views. Cites no document. */
export const campus = family(
  'campus',
  {
    global: command({
      views: ['system'],
      format: `ntdp enable
      ntdp { timer | hop } <text>
      ndp enable
      ndp timer { aging | hello } <count>
      cluster enable
      smart-link group <count>
      monitor-link group <count>
      dldp enable
      loopback-detect { enable | packet-interval <count> }
      drop illegal-mac alarm
      nap slave enable`,
      undo: 'undo ntdp enable\nundo ndp enable\nundo cluster enable\nundo nap slave enable\nundo drop illegal-mac alarm',
      summary: 'Discovery and clustering of campus switches.',
      parameters: { count, text: how },
      examples: `
      cluster enable
      undo ntdp enable
      drop illegal-mac alarm
    `,
    }),
    port: command({
      views: ['interface'],
      format: `ntdp enable
      ndp enable
      bpdu enable
      mac-vlan enable
      authentication-profile <name>
      dot1x { enable | port-method | port-control | timer | max-user } [ <text> ]
      mac-authen
      ip source check user-bind { enable | check-item <text> }`,
      undo: 'undo mac-vlan enable\nundo authentication-profile\nundo ntdp enable\nundo ndp enable\nundo dot1x enable',
      summary: 'Discovery and access control on a port of a campus switch.',
      parameters: { text: how, name: parameter(string(1, 31), 'Name of the profile.') },
      examples: `
      mac-vlan enable
    `,
    }),
    policed: command({
      views: ['interface', 'vlan'],
      format: `traffic-limit { inbound | outbound } acl { <acl-number> | name <name> } cir <count> [ pir <count> ] [ cbs <count> pbs <count> ]
      traffic-redirect inbound acl <acl-number> <text>
      traffic-statistic { inbound | outbound } acl <acl-number>
      traffic-mirror inbound acl <acl-number> to observe-port <count>
      traffic-remark { inbound | outbound } acl <acl-number> <text>`,
      undo: 'undo traffic-limit { inbound | outbound } [ acl <acl-number> ]',
      summary: 'Limits, redirects, counts or mirrors the packets of an ACL.',
      parameters: {
        'acl-number': aclNumber,
        name: parameter(string(1, 64), 'Name of the ACL.', { refers: 'acl' }),
        count,
        text: how,
      },
      examples: `
      traffic-limit inbound acl 3000 cir 1024
    `,
    }),
  },
  { dialect: 'campus' },
);
