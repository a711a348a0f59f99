// L2TP of an access concentrator (LAC): the tunnels over which users reach their network server (LNS).
import { command, family } from '../command';
import { cipher, integer, interfaceName, ipv4, parameter, string, text } from '../parameters';
import { vpnInstance } from './shared';

/** L2TP group view and switches of the system view. From the CLI reference. */
export const l2tp = family('l2tp', {
  enable: command({
    views: ['system'],
    format: 'l2tp enable\nl2tp domain suffix-separator <separator>',
    undo: 'undo l2tp enable',
    summary: 'Turns L2TP on for the device, and says how it reads user names.',
    parameters: { separator: parameter(string(1, 31), 'What stands before the domain in a user name.') },
    examples: `
      l2tp enable
      l2tp domain suffix-separator @
    `,
  }),
  baseId: command({
    views: ['system'],
    format: 'set l2tp tunnel base-id { 0 | 16384 | 32768 | 49152 }',
    key: 'set l2tp tunnel base-id',
    summary: 'Sets from which number this device counts its tunnels, so that those of two devices never meet.',
    notes: ['Another value than on the other device, and set before any tunnel exists.'],
    default: '0',
    guide: ['CLI reference, set l2tp tunnel base-id'],
    examples: `
      set l2tp tunnel base-id 16384
    `,
  }),
  group: command({
    views: ['system'],
    format: 'l2tp-group <group-name>',
    undo: 'undo l2tp-group <group-name>',
    opens: 'l2tp-group',
    summary: 'Creates an L2TP group and enters its view.',
    parameters: { 'group-name': parameter(string(1, 32), 'Name of the group.', { defines: 'l2tp-group' }) },
    examples: `
      l2tp-group lac1
    `,
  }),
  source: command({
    views: ['l2tp-group'],
    format: 'tunnel source <interface> [ rui ]',
    undo: 'undo tunnel source',
    key: 'tunnel source',
    summary: 'Sets the loopback from which tunnels start.',
    notes: [
      '`rui` backs the tunnels up: the loopback then exists on both devices and serves L2TP only, and the remote backup service names it in `l2tp-tunnel source`.',
    ],
    parameters: { interface: parameter(interfaceName, 'The loopback.', { refers: 'interface' }) },
    guide: ['CLI reference, tunnel source'],
    examples: `
      tunnel source LoopBack1 rui
      tunnel source LoopBack1
    `,
  }),
  lines: command({
    views: ['l2tp-group'],
    format: `tunnel name <tunnel-name>
      tunnel authentication
      tunnel password { cipher | simple } <password>
      tunnel timer hello <seconds>
      tunnel idle-cut <seconds>
      tunnel { load-sharing | priority | flow-control | window receive <count> | retransmit <count> | timeout <seconds> | avp-hidden | alloc-policy <words> }
      start l2tp ip <ip-address> &<1-8> [ weight <count> | preference <count> | vpn-instance <vpn-instance-name>
        | identifier-name <tunnel-name> | remote <tunnel-name> ] *
      start l2tp { domain <tunnel-name> | fullusername <tunnel-name> | radius-attribute <words> }
      allow l2tp { default | virtual-template <count> } [ remote <tunnel-name> ] [ domain <tunnel-name> ]
      default lac domain <words>
      mandatory-chap
      mandatory-lcp
      loadsharing
      vpn-instance <vpn-instance-name>
      bind slot <words>`,
    undo: `undo tunnel authentication
      undo tunnel { name | password | timer hello | idle-cut }
      undo start
      undo allow
      undo mandatory-chap
      undo mandatory-lcp`,
    summary: 'Names and ends of the tunnels, how they are guarded, and which users take them.',
    notes: ['With hot backup leave `tunnel timer hello` at 60 s, and on.'],
    parameters: {
      'tunnel-name': parameter(string(1, 64), 'Name of the tunnel or its other end.'),
      password: parameter(cipher, 'The shared key.'),
      seconds: parameter(integer(0, 65535), 'How long.', { unit: 's' }),
      count: parameter(integer(0, 65535), 'How many, or which.'),
      'ip-address': parameter(ipv4, 'Address of the LNS.'),
      'vpn-instance-name': vpnInstance,
      words: parameter(text, 'How.'),
    },
    examples: `
      tunnel name lac1
      start l2tp ip 10.9.9.200
      tunnel password cipher example
    `,
  }),
});
