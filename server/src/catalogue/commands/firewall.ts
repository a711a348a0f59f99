// USG firewalls in outline: zones, policies and their rules, address and service sets, hot standby (HRP), IPsec.
import { command, family } from '../command';
import { cipher, integer, ipv4, ipv4Mask, parameter, string, text } from '../parameters';
import { aclNumber, anInterface, vpnInstance } from './shared';

const zone = parameter(string(1, 32), 'Name of the zone.', { refers: 'firewall-zone' });
const word = parameter(string(1, 255), 'A name or value.');
const how = parameter(text, 'How.');
const count = parameter(integer(0, 4294967295), 'How many or how long.');
const address = parameter(ipv4, 'An address.');
const mask = parameter(ipv4Mask, 'Its mask.');
const maskLength = parameter(integer(0, 32), 'Its mask in bits.');
const secret = parameter(cipher, 'The key.');

/** Views of USG firewalls, marked as that dialect. Cites no document. */
export const firewall = family(
  'firewall',
  {
    zone: command({
      views: ['system'],
      format:
        'firewall zone [ name ] <zone-name> [ id <id> ]\nfirewall zone vpn-instance <vpn-instance-name> [ name ] <zone-name>',
      undo: 'undo firewall zone [ name ] <zone-name>',
      opens: 'firewall-zone',
      summary: 'Creates a security zone and enters its view.',
      parameters: {
        'zone-name': parameter(string(1, 32), 'Name of the zone.', { defines: 'firewall-zone' }),
        id: parameter(integer(0, 99), 'Number of the zone.'),
        'vpn-instance-name': vpnInstance,
      },
      examples: `
      firewall zone trust
      firewall zone name guests id 4
    `,
    }),
    zoneLines: command({
      views: ['firewall-zone'],
      format: `set priority <priority>
      priority <priority>
      add interface <interface>
      import interface <interface>
      statistic enable { ip | connection } { inzone | outzone }`,
      undo: 'undo add interface <interface>\nundo set priority',
      summary: 'Trust and interfaces of the zone.',
      parameters: {
        priority: parameter(integer(1, 100), 'Trust: the higher one is trusted more.'),
        interface: anInterface,
      },
      examples: `
      set priority 85
      add interface GigabitEthernet0/0/1
    `,
    }),
    policy: command({
      views: ['system'],
      format: `security-policy
      nat-policy
      auth-policy
      traffic-policy
      quota-policy
      audit-policy
      decryption-policy
      pcp-policy
      dns-transparent-policy
      rightm-policy
      proxy-policy`,
      undo: 'undo security-policy\nundo nat-policy',
      opens: 'security-policy',
      summary: 'Enters the view of the policies of a firewall.',
      examples: `
      security-policy
      nat-policy
    `,
    }),
    rule: command({
      views: ['security-policy'],
      format: 'rule name <rule-name>',
      undo: 'undo rule name <rule-name>',
      opens: 'policy-rule',
      summary: 'Creates a rule of the policy and enters its view.',
      parameters: { 'rule-name': parameter(string(1, 32), 'Name of the rule.') },
      examples: `
      rule name web
    `,
    }),
    policyLines: command({
      views: ['security-policy'],
      format: `default action { permit | deny }
      default { policy logging | session logging | packet-filter <text> }
      group name <group-name>
      mode { based-on-multi-interface | proportion-of-weight | <word> }`,
      undo: 'undo default action',
      summary: 'What happens to traffic that meets no rule.',
      parameters: { 'group-name': word, word, text: how },
      examples: `
      default action deny
    `,
    }),
    ruleLines: command({
      views: ['policy-rule'],
      format: `source-zone <zone> &<1-8>
      destination-zone <zone> &<1-8>
      { source-address | destination-address } <ip-address> { mask { <mask> | <mask-length> } | <mask-length> | 0.0.0.0 | <mask> }
      { source-address | destination-address } { address-set <word> &<1-6> | range <ip-address> <last-address>
        | geo-location <word> | any | isp <word> | <word> [ <maximum> ] | domain-set <word> | ipv6 <text> }
      { source-address-exclude | destination-address-exclude } <text>
      service { any | protocol { tcp | udp | icmp | icmpv6 | sctp | <count> } [ source-port <text> | destination-port <text> ] }
      service <word> &<1-6>
      { application | user | profile | time-range | egress-interface | ingress-interface | dscp | vlan-id } <text>
      action { permit | deny | redirect | auth | no-auth | none | qos | no-qos | no-pbr | no-nat | audit | pbr <text>
        | source-nat { easy-ip | address-group <word> } | destination-nat <text> | nat <text> | track <text> }
      enable
      disable
      session logging
      policy logging
      traffic logging enable`,
      undo: 'undo { source-zone | destination-zone } [ <zone> ]\nundo action\nundo session logging\nundo enable',
      summary: 'Zones, addresses and services of the rule, and what it does.',
      parameters: {
        text: how,
        zone,
        'ip-address': address,
        mask,
        'mask-length': maskLength,
        word,
        'last-address': parameter(ipv4, 'Last address.', { endsRange: true }),
        maximum: parameter(string(1, 31), 'More.'),
        count,
      },
      examples: `
      source-zone trust
      source-address 10.1.1.0 mask 255.255.255.0
      service http https
      action permit
      action source-nat address-group outside
    `,
    }),
    addressSet: command({
      views: ['system'],
      format:
        'ip { address-set | service-set } <set-name> [ type { object | group } ] [ <number> ]\nipv6 { address-set | service-set } <set-name> [ type { object | group } ] [ <number> ]\ndomain-set name <set-name>',
      undo: 'undo ip { address-set | service-set } <set-name>',
      opens: 'address-set',
      summary: 'Creates a named set of addresses or services and enters its view.',
      parameters: {
        'set-name': parameter(string(1, 63), 'Name of the set.'),
        number: parameter(integer(0, 65535), 'Number of the set.'),
      },
      examples: `
      ip address-set servers type object
      ip service-set web type object 16
    `,
    }),
    addressSetLines: command({
      views: ['address-set'],
      format: `address [ <number> ] { <ip-address> { mask { <mask> | <mask-length> } | <mask-length> | <mask> | 0 }
        | range <ip-address> <last-address> | address-set <word> | mac-address <word> } [ description <text> ]
      service [ <number> ] { protocol { tcp | udp | icmp | sctp
        | <protocol-number> } [ source-port <word> [ to <word> ] ] [ destination-port <word> [ to <word> ] &<1-8> ]
        | service-set <word> }
      add domain <word>`,
      undo: 'undo address <number>\nundo service <number>',
      summary: 'A member of the set.',
      parameters: {
        number: parameter(integer(0, 65535), 'Number of the member.'),
        'ip-address': address,
        mask,
        'mask-length': maskLength,
        'last-address': parameter(ipv4, 'Last address.', { endsRange: true }),
        word,
        text: how,
        'protocol-number': parameter(integer(0, 255), 'Number of the protocol.'),
      },
      examples: `
      address 0 10.1.1.0 mask 24
      service 0 protocol tcp source-port 0 to 65535 destination-port 80
    `,
    }),
    hrp: command({
      views: ['system'],
      format: `hrp enable
      hrp interface <interface> [ remote <address> | heartbeat-only ] *
      hrp { mirror { session enable | config enable | packet enable } | auto-sync [ config | connection-status ]
        | standby config enable | standby-device | preempt [ delay <count> ] | timer hello <count>
        | track { interface <interface> | bfd-session <text> | ip-link <text> | vlan <text> }
        | adjust { ospf-cost | ospfv3-cost | bgp-cost } enable | device <text> | loadbalance-device
        | authentication-key { cipher <secret> | <secret> } | base <text> | nat <text> | ospf-cost adjust-enable
        | checksum <text> | escape enable | base-group <text> }`,
      undo: `undo hrp { enable | preempt | auto-sync [ config | connection-status ] | interface <interface>
        | standby config enable | adjust { ospf-cost | bgp-cost } enable }`,
      summary: "Hot standby of two firewalls (another product line's way to back each other up).",
      parameters: { interface: anInterface, address, count, text: how, secret },
      examples: `
      hrp enable
      hrp interface GigabitEthernet1/0/6 remote 10.0.0.2
      hrp mirror session enable
    `,
    }),
    global: command({
      views: ['system'],
      format: `firewall packet-filter { basic-protocol enable
        | default { permit | deny } { all | interzone <zone> <zone> [ direction { inbound | outbound } ] }
        | <acl-number> { inbound | outbound } }
      firewall { detect | defend | session | statistic | ipv6 | dataplane | blacklist | whitelist | log | import-flow | fragment-forward } <text>
      firewall interzone [ vpn-instance <vpn-instance-name> ] <zone> <zone>
      user-manage <text>
      right-manager server-group
      license-server domain <text>
      page-setting
      update <text>
      privacy-statement <text>
      decoding <text>
      ips <text>
      slb
      device-classification
      multi-linkif
      multi-interface
      password-policy
      sa
      web-manager { enable [ port <count> ] | security <text> | timeout <count> }
      session logging`,
      undo: `undo firewall { session | ipv6 | defend | detect } <text>
      undo { ips | privacy-statement | user-manage | update | dns } <text>`,
      summary: 'Firewall settings of the whole device.',
      parameters: { zone, 'acl-number': aclNumber, text: how, 'vpn-instance-name': vpnInstance, count },
      examples: `
      firewall packet-filter default permit interzone local trust direction inbound
      firewall defend action discard
      update schedule ips-sdb enable
    `,
    }),
  },
  { dialect: 'usg' },
);
