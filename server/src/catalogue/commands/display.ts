// What an operator types to look: display commands, counters that are reset, and tools. All are actions, and none stands in a saved file.
import { command, family } from '../command';
import { integer, interfaceName, parameter, string, text } from '../parameters';
import { everyView } from '../views';
import { anInterface, rbpName, rbsName, vpnInstance } from './shared';

const vrid = parameter(integer(1, 255), 'Number of the VRRP group.', { refers: 'vrrp-group' });
const vrid6 = parameter(integer(1, 255), 'Number of the VRRP6 group.', { refers: 'vrrp6-group' });
const more = parameter(text, 'What to show, or a filter behind `|`.');

/**
 * Display, reset and ping commands of every view; all are actions. From guide page 003 and the CLI reference; most cite
 * none.
 */
export const display = family('display', {
  profile: command({
    views: everyView,
    format: 'display remote-backup-profile [ <profile-name> ]',
    summary:
      "Shows a remote backup profile: services, channel, backup ID, the group it follows, its state and the peer's, the bound interfaces.",
    parameters: { 'profile-name': rbpName },
    action: true,
    guide: ['003 step 7'],
    examples: `
      display remote-backup-profile profile1
      dis remote-backup-profile
    `,
  }),
  service: command({
    views: everyView,
    format: 'display remote-backup-service [ <remote-backup-service-name> [ verbose ] ]',
    summary: 'Shows a remote backup service: the state of its TCP channel, its two ends, BFD and SSL.',
    parameters: { 'remote-backup-service-name': rbsName },
    action: true,
    guide: ['003 step 7'],
    examples: `
      display remote-backup-service service1 verbose
    `,
  }),
  vrrp: command({
    views: everyView,
    format: `display vrrp [ interface <interface> ] [ <virtual-router-id> ] [ brief | statistics | verbose ]
      display vrrp [ interface <interface> ] vrid <virtual-router-id>
      display vrrp { admin-vrrp | binding admin-vrrp [ interface <interface> ] [ vrid <virtual-router-id> ] | protocol-information | statistics }`,
    summary: 'Shows VRRP groups: state, role, addresses, priorities and timers.',
    parameters: { interface: anInterface, 'virtual-router-id': vrid },
    action: true,
    examples: `
      display vrrp
      display vrrp interface GigabitEthernet0/1/2 vrid 1
    `,
  }),
  vrrp6: command({
    views: everyView,
    format: `display vrrp6 [ interface <interface> ] [ <virtual-router-id> ] [ brief | statistics | verbose ]
      display vrrp6 [ interface <interface> ] vrid <virtual-router-id>
      display vrrp6 { admin-vrrp6 | binding admin-vrrp6 | protocol-information | statistics }`,
    summary: 'Shows VRRP6 groups: state, role, addresses, priorities and timers.',
    parameters: { interface: anInterface, 'virtual-router-id': vrid6 },
    action: true,
    examples: `
      display vrrp6 brief
    `,
  }),
  serviceLocation: command({
    views: everyView,
    format: 'display service-location [ <service-location-id> ]',
    summary:
      'Shows a service-location: its boards, its channel to the other box, the VRRP group it follows and its state.',
    parameters: {
      'service-location-id': parameter(integer(1, 255), 'Number of the service-location.', {
        refers: 'service-location',
      }),
    },
    action: true,
    examples: `
      display service-location 1
    `,
  }),
  serviceHa: command({
    views: everyView,
    format: `display service-ha global-information
      display service-instance-group [ <service-instance-group-name> ]`,
    summary: 'Shows the state of service board backup, or a service instance group.',
    parameters: {
      'service-instance-group-name': parameter(string(1, 31), 'Name of the group.', {
        refers: 'service-instance-group',
      }),
    },
    action: true,
    examples: `
      display service-ha global-information
    `,
  }),
  dsLite: command({
    views: everyView,
    format: `display ds-lite instance [ <instance-name> ]
      display nat instance [ <nat-instance-name> ]
      display nat64 instance [ <nat64-instance-name> ]`,
    summary: 'Shows DS-Lite, NAT or NAT64 instances.',
    parameters: {
      'instance-name': parameter(string(1, 31), 'Name of the instance.', { refers: 'ds-lite-instance' }),
      'nat-instance-name': parameter(string(1, 31), 'Name of the instance.', { refers: 'nat-instance' }),
      'nat64-instance-name': parameter(string(1, 31), 'Name of the instance.', { refers: 'nat64-instance' }),
    },
    action: true,
    examples: `
      display ds-lite instance
    `,
  }),
  backup: command({
    views: everyView,
    format: `display backup-user [ <text> ]
      display multicast rui [ <text> ]
      display e-trunk [ <e-trunk-id> ]
      display monitor-group [ <group-name> ]
      display bfd session { all | discriminator <discriminator> | peer-ip <peer> | session-name <session-name> } [ verbose ]
      display ssl policy [ <policy-name> ]`,
    summary: 'Shows users that are held for the other device, and what the pair leans on.',
    parameters: {
      text: more,
      'e-trunk-id': parameter(integer(1, 512), 'Number of the E-Trunk.', { refers: 'e-trunk' }),
      'group-name': parameter(string(1, 31), 'Name of the group.', { refers: 'monitor-group' }),
      discriminator: parameter(integer(1, 16384), 'Local discriminator.', { refers: 'bfd-session' }),
      peer: parameter(string(1, 46), 'Address of the other end.'),
      'session-name': parameter(string(1, 64), 'Name of the session.', { refers: 'bfd-session' }),
      'policy-name': parameter(string(1, 23), 'Name of the policy.', { refers: 'ssl-policy' }),
    },
    action: true,
    examples: `
      display e-trunk 1
      display bfd session all verbose
    `,
  }),
  other: command({
    views: everyView,
    format: `display current-configuration [ <text> ]
      display saved-configuration [ <text> ]
      display configuration [ <text> ]
      display this [ <text> ]
      display interface [ <text> ]
      display ip { routing-table | interface | pool | vpn-instance | prefix-list | ip-prefix } [ <text> ]
      display ipv6 { routing-table | interface | neighbors | pool | prefix | statistics } [ <text> ]
      display dhcp [ <text> ]
      display dhcpv6 { relay | server | pool | statistics } [ <text> ]
      display arp [ <text> ]
      display nd [ <text> ]
      display access-user [ <text> ]
      display pim { ipv6 | neighbor | routing-table | interface | rp-info } [ <text> ]
      display mld [ <text> ]
      display igmp [ <text> ]
      display igmp-snooping [ <text> ]
      display multicast { routing-table | ipv6 } [ <text> ]
      display isis [ <text> ]
      display ospf [ <text> ]
      display ospfv3 [ <text> ]
      display bgp [ <text> ]
      display rip [ <text> ]
      display mpls [ <text> ]
      display vsi [ <text> ]
      display l2vpn [ <text> ]
      display evpn [ <text> ]
      display eth-trunk [ <text> ]
      display lacp [ <text> ]
      display lldp [ <text> ]
      display stp [ <text> ]
      display vlan [ <text> ]
      display port [ <text> ]
      display mac-address [ <text> ]
      display acl [ <text> ]
      display traffic { classifier | behavior | policy | statistics } [ <text> ]
      display traffic-policy [ <text> ]
      display nat [ <text> ]
      display nat64 [ <text> ]
      display ds-lite [ <text> ]
      display firewall [ <text> ]
      display security-policy [ <text> ]
      display hrp [ <text> ]
      display ike [ <text> ]
      display ipsec [ <text> ]
      display aaa [ <text> ]
      display domain [ <text> ]
      display local-user [ <text> ]
      display radius-server [ <text> ]
      display users [ <text> ]
      display user-interface [ <text> ]
      display ssh [ <text> ]
      display snmp-agent [ <text> ]
      display ntp-service [ <text> ]
      display ntp [ <text> ]
      display clock
      display version [ <text> ]
      display device [ <text> ]
      display cpu-usage [ <text> ]
      display memory-usage [ <text> ]
      display health [ <text> ]
      display alarm [ <text> ]
      display trapbuffer [ <text> ]
      display logbuffer [ <text> ]
      display info-center [ <text> ]
      display startup
      display patch-information
      display license [ <text> ]
      display diagnostic-information [ <text> ]
      display history-command
      display transceiver [ <text> ]
      display optical-module [ <text> ]
      display ap [ <text> ]
      display station [ <text> ]
      display route-policy [ <text> ]
      display bfd [ <text> ]
      display tunnel-info [ <text> ]
      display segment-routing [ <text> ]
      display l2tp [ <text> ]
      display commit [ <text> ]`,
    summary: 'Shows configuration, state or counters.',
    notes: ['Behind `|`: `include`, `exclude`, `begin` or `section` with a pattern.'],
    parameters: { text: more },
    action: true,
    examples: `
      display current-configuration
      display ipv6 routing-table
      dis this
    `,
  }),
  reset: command({
    views: everyView,
    format: `reset vrrp [ interface <interface> [ vrid <virtual-router-id> ] ] statistics
      reset vrrp6 [ interface <interface> [ vrid <virtual-router-id> ] ] statistics
      reset arp remote-backup { all | interface <interface> }
      reset ipv6 neighbors remote-backup { all | interface <interface> }`,
    summary: 'Clears VRRP counters, or entries that were taken over from the other device.',
    parameters: {
      interface: parameter(interfaceName, 'The interface.', { refers: 'interface' }),
      'virtual-router-id': vrid,
    },
    action: true,
    guide: ['CLI reference, reset arp remote-backup'],
    examples: `
      reset arp remote-backup all
    `,
  }),
  resetOther: command({
    views: everyView,
    format: `reset counters interface [ <text> ]
      reset arp { all | dynamic | static | interface <interface> } [ <text> ]
      reset ipv6 neighbors { all | dynamic | static | <interface> }
      reset saved-configuration
      reset recycle-bin
      reset ospf [ <text> ]
      reset isis [ <text> ]
      reset bgp [ <text> ]
      reset nat session [ <text> ]
      reset dhcp [ <text> ]
      reset ip pool [ <text> ]
      reset logbuffer
      reset trapbuffer`,
    summary: 'Clears counters or entries.',
    parameters: { text: parameter(text, 'What to clear.'), interface: anInterface },
    action: true,
    examples: `
      reset counters interface GigabitEthernet 0/1/2
      reset saved-configuration
    `,
  }),
  tools: command({
    views: everyView,
    format: `ping [ ipv6 | ip ] [ -a <source> | -c <count> | -i <interface> | -vpn-instance <vpn-instance-name>
      | -s <size> | -m <count> | -t <count> | -f ] * <destination>
      tracert [ ipv6 ] [ -a <source> | -vpn-instance <vpn-instance-name> | -q <count> | -m <count> ] * <destination>
      telnet [ ipv6 ] [ -a <source> | -vpn-instance <vpn-instance-name> ] * <destination> [ <port> ]
      stelnet [ ipv6 ] [ -a <source> ] <destination> [ <port> ]
      terminal { monitor | logging | trapping | debugging }
      screen-length <lines> temporary
      screen-width <lines>
      dir [ <file-name> ]
      more <file-name>
      reboot [ fast ]
      startup saved-configuration <file-name>
      debugging <text>
      language-mode { chinese | english }
      refresh bgp [ <text> ]
      super [ <level> ]`,
    undo: 'undo terminal { monitor | logging | trapping | debugging }\nundo debugging <text>',
    summary: 'Tools of the operator.',
    parameters: {
      source: parameter(string(1, 46), 'Own address.'),
      count: parameter(integer(0, 4294967295), 'How many or how long.'),
      interface: anInterface,
      'vpn-instance-name': vpnInstance,
      size: parameter(integer(20, 9600), 'Size of a packet.', { unit: 'bytes' }),
      destination: parameter(string(1, 255), 'Address or name of the other host.'),
      port: parameter(integer(1, 65535), 'TCP port.'),
      lines: parameter(integer(0, 512), 'How many.'),
      'file-name': parameter(string(1, 255), 'A file.'),
      text: parameter(text, 'What.'),
      level: parameter(integer(0, 15), 'Level.'),
    },
    action: true,
    examples: `
      ping -a 10.0.0.1 10.0.0.2
      ping ipv6 2001:db8::2
      undo terminal monitor
    `,
  }),
});
