// IKE and IPsec, in outline.
import { command, family } from '../command';
import { cipher, integer, ipv4, parameter, string } from '../parameters';
import { aclName, aclNumber, vpnInstance } from './shared';

const word = parameter(string(1, 255), 'A name or value.');
const count = parameter(integer(0, 4294967295), 'How many or how long.');
const address = parameter(ipv4, 'An address.');
const secret = parameter(cipher, 'The key.');

/** IKE and IPsec views, and switches of the system view. Cites no document. */
export const ipsec = family('ipsec', {
  global: command({
    views: ['system'],
    format: 'ipsec sha2 compatible enable',
    undo: 'undo ipsec sha2 compatible enable',
    key: 'ipsec sha2 compatible',
    summary: 'Uses the SHA-2 of older devices.',
    examples: `
      ipsec sha2 compatible enable
    `,
  }),
  ike: command({
    views: ['system'],
    format: 'ike proposal { <number> | default }\nike peer <peer-name> [ v1 | v2 ]',
    undo: 'undo ike { proposal <number> | peer <peer-name> }',
    opens: 'ike',
    summary: 'Creates an IKE proposal or peer and enters its view.',
    parameters: {
      number: parameter(integer(1, 99), 'Number of the proposal.'),
      'peer-name': parameter(string(1, 31), 'Name of the peer.'),
    },
    examples: `
      ike proposal 1
      ike proposal default
      ike peer hq v1
    `,
  }),
  ikeLines: command({
    views: ['ike'],
    format: `encryption-algorithm <word> &<1-6>
      authentication-algorithm <word> &<1-6>
      integrity-algorithm <word> &<1-6>
      prf <word> &<1-6>
      dh <word> &<1-6>
      authentication-method { pre-share | rsa-signature | digital-envelope | <word> }
      sa duration <count>
      version { 1 | 2 }
      pre-shared-key { cipher <secret> | simple <secret> | <secret> }
      ike-proposal <count>
      remote-address [ vpn-instance <vpn-instance-name> ] { <address> | <word> } [ <address> ]
      local-address <address>
      local-id <word>
      remote-id <word>
      local-id-type <word>
      remote-id-type <word>
      exchange-mode { main | aggressive | auto }
      nat traversal
      dpd { type { on-demand | periodic } | idle-time <count> | retransmit-interval <count> | retry-limit <count>
        | msg <word> | packet receive if-related enable }`,
    undo: 'undo version { 1 | 2 }\nundo nat traversal',
    summary: 'Algorithms, key and address of the IKE proposal or peer.',
    parameters: { word, count, secret, 'vpn-instance-name': vpnInstance, address },
    examples: `
      encryption-algorithm aes-256 aes-192
      dh group14
      authentication-method pre-share
    `,
  }),
  policy: command({
    views: ['system'],
    format:
      'ipsec proposal <name>\nipsec policy <name> <number> [ isakmp [ template <template-name> ] | manual ]\nipsec policy-template <name> <number>\nipsec profile <name>',
    undo: 'undo ipsec { proposal | policy } <name> [ <number> ]',
    opens: 'ipsec',
    summary: 'Creates an IPsec proposal or policy and enters its view.',
    parameters: {
      name: parameter(string(1, 31), 'Name.'),
      number: parameter(integer(1, 10000), 'Number in the policy.'),
      'template-name': parameter(string(1, 31), 'Name of the template.'),
    },
    examples: `
      ipsec proposal strong
      ipsec policy hq 10 isakmp
    `,
  }),
  policyLines: command({
    views: ['ipsec'],
    format: `transform { esp | ah | ah-esp }
      encapsulation-mode { tunnel | transport | auto }
      { esp | ah } { authentication-algorithm | encryption-algorithm } <word> [ <count> ]
      security acl { <acl-number> | name <acl-name> } [ dynamic-source ]
      ike-peer <word>
      proposal <word> &<1-6>
      tunnel { local | remote } { <address> | applied-interface | <word> }
      sa spi { inbound | outbound } { esp | ah } <count>
      sa { string-key | authentication-hex | encryption-hex } { inbound | outbound } { esp | ah } [ cipher | simple ] <secret>
      sa { duration { time-based <count> | traffic-based <count> } | trigger-mode { auto | traffic-based } }
      pfs <word>
      alias <word>
      route inject { static | dynamic } [ preference <count> ]
      policy enable
      respond-only enable`,
    undo: 'undo transform\nundo security acl',
    summary: 'Which traffic is protected, how, and up to where.',
    parameters: { word, count, 'acl-number': aclNumber, 'acl-name': aclName, address, secret },
    examples: `
      esp authentication-algorithm sha1
      security acl 3000
      tunnel remote 198.51.100.9
      sa string-key inbound esp cipher example
    `,
  }),
});
