// BFD: sessions that find a lost neighbour fast; VRRP, RBS and E-Trunk track them.
import { command, family } from '../command';
import { integer, interfaceName, ipv4, ipv6, parameter, string } from '../parameters';
import { vpnInstance } from './shared';

const sessionName = parameter(string(1, 64), 'Name of the session.', { defines: 'bfd-session' });
const through = parameter(interfaceName, 'Interface the session runs over.', { refers: 'interface' });
const peer = parameter(ipv4, 'Address of the other end.');
const peer6 = parameter(ipv6, 'Address of the other end.');
const source = parameter(ipv4, 'Own address.');
const source6 = parameter(ipv6, 'Own address.');
const milliseconds = parameter(integer(3, 20000), 'Milliseconds between two packets.', { unit: 'ms' });

/** BFD view, BFD session view and the heads of both. From sister pages of the guide; the rest cites none. */
export const bfd = family('bfd', {
  enable: command({
    views: ['system'],
    format: 'bfd',
    undo: 'undo bfd',
    opens: 'bfd',
    summary: 'Turns BFD on for the device and enters its view.',
    examples: `
      bfd
    `,
  }),
  session: command({
    views: ['system'],
    format: `bfd <session-name> bind peer-ip <peer-ip> [ vpn-instance <vpn-instance-name> ] [ interface <interface> ] [ source-ip <source-ip> ] [ auto
      | one-arm-echo | track-interface interface <tracked-interface> | process-pst ] *
      bfd <session-name> bind peer-ip default-ip interface <interface> [ source-ip <source-ip> ]
      bfd <session-name> bind peer-ipv6 <peer-ipv6> [ vpn-instance <vpn-instance-name> ] [ interface <interface> ] [ source-ipv6 <source-ipv6> ] [ auto
        | track-interface interface <tracked-interface> | process-pst ] *
      bfd <session-name> bind { static-lsp <lsp-name>
        | ldp-lsp peer-ip <peer-ip> nexthop <source-ip> [ interface <interface> ]
        | mpls-te interface <interface> [ te-lsp ] | pw interface <interface> }
      bfd <session-name>`,
    undo: 'undo bfd <session-name>',
    opens: 'bfd-session',
    summary: 'Creates a BFD session and enters its view.',
    parameters: {
      'session-name': sessionName,
      'peer-ip': peer,
      'peer-ipv6': peer6,
      'vpn-instance-name': vpnInstance,
      interface: through,
      'source-ip': source,
      'source-ipv6': source6,
      'tracked-interface': parameter(interfaceName, 'Interface whose state the session follows.', {
        refers: 'interface',
      }),
      'lsp-name': parameter(string(1, 63), 'Name of the LSP.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      bfd uplink bind peer-ip 10.0.0.2 interface GigabitEthernet0/1/1 source-ip 10.0.0.1
      bfd uplink6 bind peer-ipv6 2001:db8::2 source-ipv6 2001:db8::1
      bfd mesh bind peer-ip default-ip interface GigabitEthernet0/1/1
      undo bfd uplink
    `,
  }),
  discriminator: command({
    views: ['bfd-session'],
    format: 'discriminator { local <local-discriminator> | remote <remote-discriminator> }',
    summary: 'Sets the number of the session at this end or at the other; crossed on the two devices.',
    parameters: {
      'local-discriminator': parameter(
        integer(1, 16384),
        'Number at this end, by which VRRP and RBS track the session.',
        { defines: 'bfd-session' },
      ),
      'remote-discriminator': parameter(integer(1, 4294967295), 'Number at the other end.'),
    },
    guide: ['sister pages of the guide'],
    examples: `
      discriminator local 10
      discriminator remote 20
    `,
  }),
  timers: command({
    views: ['bfd-session'],
    format: `min-tx-interval <interval>
      min-rx-interval <interval>
      min-echo-rx-interval <interval>
      detect-multiplier <multiplier>
      wtr <minutes>
      tos-exp <tos>
      commit-session
      process-interface-status [ sub-if ]
      process-pst`,
    undo: 'undo { min-tx-interval | min-rx-interval | detect-multiplier | wtr | process-interface-status | process-pst }',
    summary: 'How often the session sends, how many packets may be missed, and how long it waits to come back.',
    parameters: {
      interval: milliseconds,
      multiplier: parameter(integer(3, 50), 'How many packets may be missed.'),
      minutes: parameter(integer(1, 60), 'How long the session waits.', { unit: 'min' }),
      tos: parameter(integer(0, 7), 'Priority of the packets.'),
    },
    examples: `
      min-tx-interval 50
      detect-multiplier 3
      wtr 5
    `,
  }),
  bfdView: command({
    views: ['bfd'],
    format: `mpls-passive
      default-ip-address <group-address>
      delay-up <seconds>
      tos-exp <tos> dynamic
      multi-hop destination-port { 3784 | 4784 }
      dampening timer-interval maximum <interval> initial <interval> secondary <interval>`,
    summary: 'Settings of all BFD sessions of the device.',
    parameters: {
      'group-address': parameter(ipv4, 'Multicast address of sessions without a peer address.'),
      seconds: parameter(integer(1, 600), 'How long sessions wait.', { unit: 's' }),
      tos: parameter(integer(0, 7), 'Priority of the packets.'),
      interval: parameter(integer(1, 3600000), 'How long.', { unit: 'ms' }),
    },
    examples: `
      mpls-passive
      delay-up 60
    `,
  }),
});
