// Where a device takes its time from: hot backup of leases needs one time on both devices.
import { command, family } from '../command';
import { integer, parameter, string } from '../parameters';
import { address, address6, anInterface, vpnInstance } from './shared';

const more = {
  version: parameter(integer(1, 4), 'NTP version.'),
  'key-id': parameter(integer(1, 4294967295), 'Number of the authentication key.'),
  interface: anInterface,
  'vpn-instance-name': vpnInstance,
  'max-poll': parameter(integer(3, 17), 'Longest polling interval, as a power of two.', { unit: 's' }),
  'min-poll': parameter(integer(3, 17), 'Shortest polling interval, as a power of two.', { unit: 's' }),
  port: parameter(integer(1, 65535), 'UDP port of the server.'),
};

/** NTP in the system view. Guide page 000 asks for one time on both devices. */
export const ntp = family('ntp', {
  server: command({
    views: ['system'],
    format: `ntp-service unicast-server { <ip-address> | ipv6 <ipv6-address> } [ version <version>
      | authentication-keyid <key-id> | source-interface <interface> | vpn-instance <vpn-instance-name> | preference
      | maxpoll <max-poll> | minpoll <min-poll> | port <port> | burst | iburst ] *
      ntp unicast-server { <ip-address> | ipv6 <ipv6-address> } [ version <version> | authentication-keyid <key-id>
        | source-interface <interface> | vpn-instance <vpn-instance-name> | preferred | maxpoll <max-poll>
        | minpoll <min-poll> | port <port> | burst | iburst ] *`,
    undo: 'undo ntp-service unicast-server { <ip-address> | ipv6 <ipv6-address> }',
    summary: 'Takes the time from this NTP server.',
    notes: ['Devices that back each other up should take it from the same one.'],
    parameters: { 'ip-address': address, 'ipv6-address': address6, ...more },
    guide: ['000 prerequisites'],
    examples: `
      ntp-service unicast-server 192.0.2.1
      ntp-service unicast-server 192.0.2.1 source-interface LoopBack0 preference
      ntp-service unicast-server ipv6 2001:db8::123
      ntp unicast-server 192.0.2.1
    `,
  }),
  peer: command({
    views: ['system'],
    format: `ntp-service unicast-peer { <ip-address> | ipv6 <ipv6-address> } [ version <version>
      | authentication-keyid <key-id> | source-interface <interface> | vpn-instance <vpn-instance-name> | preference
      | maxpoll <max-poll> | minpoll <min-poll> | port <port> ] *
      ntp unicast-peer { <ip-address> | ipv6 <ipv6-address> } [ version <version> | authentication-keyid <key-id>
        | source-interface <interface> | vpn-instance <vpn-instance-name> | preferred | maxpoll <max-poll>
        | minpoll <min-poll> | port <port> ] *`,
    undo: 'undo ntp-service unicast-peer { <ip-address> | ipv6 <ipv6-address> }',
    summary: 'Keeps the same time as this NTP neighbour.',
    parameters: { 'ip-address': address, 'ipv6-address': address6, ...more },
    guide: ['000 prerequisites'],
    examples: `
      ntp-service unicast-peer 192.0.2.1
    `,
  }),
  referenceClock: command({
    views: ['system'],
    format: `ntp-service refclock-master [ <ip-address> ] [ <stratum> ]
      ntp refclock-master [ <ip-address> ] [ <stratum> ]`,
    undo: 'undo ntp-service refclock-master [ <ip-address> ]',
    summary: "Serves the device's own clock as a time to others.",
    parameters: {
      'ip-address': parameter({ kind: 'ipv4' }, 'Address of the reference clock, 127.127.1.u.'),
      stratum: parameter(integer(1, 15), 'How far it stands from the source of the time.'),
    },
    guide: ['000 prerequisites'],
    examples: `
      ntp-service refclock-master 2
    `,
  }),
  switches: command({
    views: ['system'],
    format: `ntp-service { server disable | ipv6 server disable | authentication enable | enable | disable }
      ntp { server disable | ipv6 server disable | authentication enable | enable | disable }
      ntp-service source-interface <interface> [ vpn-instance <vpn-instance-name> ]
      ntp server source-interface all enable`,
    undo: 'undo ntp-service { server disable | ipv6 server disable | authentication enable | enable | disable | source-interface }',
    summary: 'Switches NTP, its server side or its authentication, or names the interface whose address it uses.',
    parameters: { interface: anInterface, 'vpn-instance-name': vpnInstance },
    guide: ['000 prerequisites'],
    examples: `
      ntp-service server disable
      ntp-service source-interface LoopBack0
    `,
  }),
  key: command({
    views: ['system'],
    format: `ntp-service authentication-keyid <key-id> authentication-mode <mode> [ cipher ] <key>
      ntp-service reliable authentication-keyid <key-id>
      ntp authentication-keyid <key-id> authentication-mode <mode> [ cipher ] <key>
      ntp trusted authentication-keyid <key-id>`,
    undo: 'undo ntp-service authentication-keyid <key-id>',
    summary: 'Sets a key of NTP authentication, or trusts it.',
    parameters: {
      'key-id': parameter(integer(1, 4294967295), 'Number of the key.'),
      mode: parameter(string(1, 16), 'Algorithm.'),
      key: parameter({ kind: 'cipher' }, 'The key.'),
    },
    guide: ['000 prerequisites'],
    examples: `
      ntp-service reliable authentication-keyid 1
    `,
  }),
});
