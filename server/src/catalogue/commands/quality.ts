// Quality of service: classifiers, behaviors, policies, DiffServ domains, drop profiles.
import { command, family } from '../command';
import { integer, parameter, string, text } from '../parameters';
import { aclName, aclNumber } from './shared';

const rate = parameter(integer(0, 4294967295), 'Rate.', { unit: 'kbit/s' });
const burst = parameter(integer(0, 4294967295), 'Burst.', { unit: 'bytes' });
const value = parameter(string(1, 31), 'Value or its name.');
const how = parameter(text, 'How.');
const percentage = parameter(integer(0, 100), 'Share.', { unit: '%' });

/**
 * Traffic classifier, behavior and policy views, QoS, DiffServ and drop profiles, and where they are applied. Cites no
 * document.
 */
export const quality = family('quality', {
  classifier: command({
    views: ['system'],
    format: 'traffic classifier <classifier-name> [ operator { and | or } ] [ precedence <precedence> ]',
    undo: 'undo traffic classifier <classifier-name>',
    opens: 'traffic-classifier',
    summary: 'Creates a traffic classifier and enters its view.',
    parameters: {
      'classifier-name': parameter(string(1, 64), 'Name of the classifier.', { defines: 'traffic-classifier' }),
      precedence: parameter(integer(0, 65535), 'Order among classifiers.'),
    },
    examples: `
      traffic classifier web operator or
    `,
  }),
  ifMatch: command({
    views: ['traffic-classifier'],
    format: `if-match [ not ] [ ipv6 ] acl { <acl-number> | name <acl-name> | <acl-name> }
      if-match [ not ] acl { <acl-number> | name <acl-name> | <acl-name> } precedence <precedence>
      if-match { any | ipv6 any }
      if-match { vlan-id | cvlan-id | 8021p | dscp | ip-precedence | mpls-exp | source-mac | destination-mac
        | inbound-interface | outbound-interface | protocol | l2-protocol | tcp | ipv6 | rtp | qos-local-id | user-set
        | discard | app-protocol | category | time-range } <text>`,
    undo: 'undo if-match acl { <acl-number> | <acl-name> }\nundo if-match any',
    summary: 'Says which packets belong to the class.',
    parameters: {
      'acl-number': aclNumber,
      'acl-name': aclName,
      precedence: parameter(integer(0, 65535), 'Order among the rules of the class.'),
      text: parameter(text, 'The value.'),
    },
    examples: `
      if-match acl 3000
      if-match acl 3001 precedence 1
      if-match dscp ef
    `,
  }),
  behavior: command({
    views: ['system'],
    format: 'traffic behavior <behavior-name>',
    undo: 'undo traffic behavior <behavior-name>',
    opens: 'traffic-behavior',
    summary: 'Creates a traffic behavior and enters its view.',
    parameters: { 'behavior-name': parameter(string(1, 64), 'Name of the behavior.', { defines: 'traffic-behavior' }) },
    examples: `
      traffic behavior limit
    `,
  }),
  actions: command({
    views: ['traffic-behavior'],
    format: `{ permit | deny }
      car cir { <rate> | pct <percentage> } [ pir <rate> ] [ cbs <burst> ] [ pbs <burst> ] [ <text> ]
      remark { dscp | 8021p | local-precedence | ip-precedence | mpls-exp | vlan-id | cvlan-id | fr-de
        | destination-mac | dlci | traffic-policy } <value> [ <text> ]
      redirect { ip-nexthop | ipv6-nexthop | interface | backup-nexthop | to | vsi | lsp | vpn-group | cpu
        | ip-multihop | low-precedence | public-network | load-balance } [ <text> ]
      queue { af | ef | llq | wfq } <text>
      statistic enable
      service-class <value> [ color { green | yellow | red } ] [ track ]
      mirroring to observe-port <burst>
      traffic-policy <value>
      gts cir { <rate> | pct <percentage> } [ <text> ]
      nest top-most vlan-id <burst> [ 8021p <burst> ]
      drop-profile <value>
      deny-aggregation
      ip urpf <text>
      nat bind instance <nat-instance>
      ds-lite bind instance <ds-lite-instance>
      nat64 bind instance <nat64-instance>
      share-mode
      increase-priority
      acl-statistic enable
      mac-address learning disable`,
    undo: 'undo { permit | deny }\nundo car\nundo statistic enable\nundo redirect',
    summary: 'What is done to the packets of the class.',
    parameters: {
      rate,
      percentage,
      burst,
      value,
      'nat-instance': parameter(string(1, 31), 'NAT instance.', { refers: 'nat-instance' }),
      'ds-lite-instance': parameter(string(1, 31), 'DS-Lite instance.', { refers: 'ds-lite-instance' }),
      'nat64-instance': parameter(string(1, 31), 'NAT64 instance.', { refers: 'nat64-instance' }),
      text: how,
    },
    examples: `
      permit
      car cir 2048
      redirect ip-nexthop 10.1.1.254
      nat bind instance nat1
    `,
  }),
  policy: command({
    views: ['system'],
    format: 'traffic policy <policy-name> [ match-order { auto | config } ] [ atomic ]',
    undo: 'undo traffic policy <policy-name>',
    opens: 'traffic-policy',
    summary: 'Creates a traffic policy and enters its view.',
    parameters: { 'policy-name': parameter(string(1, 64), 'Name of the policy.', { defines: 'traffic-policy' }) },
    examples: `
      traffic policy edge
    `,
  }),
  policyLines: command({
    views: ['traffic-policy'],
    format: `classifier <classifier-name> behavior <behavior-name> [ precedence <burst> ]
      share-mode
      statistics enable
      rule-mode { forward | <value> }`,
    undo: 'undo classifier <classifier-name>\nundo share-mode',
    summary: 'Ties a class to what is done with it.',
    parameters: {
      'classifier-name': parameter(string(1, 64), 'Name of the classifier.', { refers: 'traffic-classifier' }),
      'behavior-name': parameter(string(1, 64), 'Name of the behavior.', { refers: 'traffic-behavior' }),
      burst,
      value,
    },
    examples: `
      classifier web behavior limit
    `,
  }),
  applyGlobal: command({
    views: ['system'],
    format: `traffic-policy <policy-name> { global [ slot <value> ] { inbound | outbound } | { inbound | outbound } }
      slot <value>`,
    undo: 'undo traffic-policy <policy-name> global { inbound | outbound }',
    summary: 'Applies a traffic policy to the whole device.',
    parameters: { 'policy-name': parameter(string(1, 64), 'Name of the policy.', { refers: 'traffic-policy' }), value },
    examples: `
      traffic-policy edge global inbound
    `,
  }),
  profile: command({
    views: ['system'],
    format: 'qos-profile <profile-name> [ trunk | interface ]',
    undo: 'undo qos-profile <profile-name>',
    opens: 'qos-profile',
    summary: 'Creates a QoS profile and enters its view.',
    parameters: { 'profile-name': parameter(string(1, 63), 'Name of the profile.', { defines: 'qos-profile' }) },
    examples: `
      qos-profile gold
    `,
  }),
  profileLines: command({
    views: ['qos-profile'],
    format: `user-queue cir <rate> [ pir <rate> ] [ <text> ]
      car cir <rate> [ pir <rate> ] [ cbs <burst> ] [ pbs <burst> ] [ <text> ]
      weight <burst>
      flow-queue <value> [ <text> ]
      broadcast-suppression cir <rate> [ <text> ]`,
    summary: 'Rates of the profile.',
    parameters: { rate, burst, text: how, value },
    examples: `
      car cir 2048
    `,
  }),
  diffserv: command({
    views: ['system'],
    format: 'diffserv domain <domain-name>',
    undo: 'undo diffserv domain <domain-name>',
    opens: 'diffserv-domain',
    summary: 'Enters the view of a DiffServ domain, which maps priorities of packets to service classes.',
    parameters: { 'domain-name': parameter(string(1, 31), 'Name of the domain.') },
    examples: `
      diffserv domain default
    `,
  }),
  diffservLines: command({
    views: ['diffserv-domain'],
    format: `{ 8021p-inbound | ip-dscp-inbound | mpls-exp-inbound | atm-inbound | ppp-inbound } <in-value> phb <class> [ <color> ]
      { 8021p-outbound | ip-dscp-outbound | mpls-exp-outbound | atm-outbound | ppp-outbound } <class> <color> map <out-value>`,
    undo: 'undo { 8021p-inbound | ip-dscp-inbound | mpls-exp-inbound } <in-value>',
    summary: 'Maps a priority to a service class, or back.',
    parameters: {
      'in-value': parameter(integer(0, 63), 'Priority in the packet.'),
      class: parameter(string(1, 4), 'Service class.'),
      color: parameter(string(1, 6), 'Colour.'),
      'out-value': parameter(integer(0, 63), 'Priority in the packet.'),
    },
    examples: `
      8021p-inbound 2 phb af1 green
      ip-dscp-outbound ef green map 46
    `,
  }),
  dropProfile: command({
    views: ['system'],
    format: 'drop-profile <profile-name>',
    undo: 'undo drop-profile <profile-name>',
    opens: 'drop-profile',
    summary: 'Enters the view of a drop profile, which says when full queues drop.',
    parameters: { 'profile-name': parameter(string(1, 31), 'Name of the profile.') },
    examples: `
      drop-profile default
    `,
  }),
  dropProfileLines: command({
    views: ['drop-profile'],
    format:
      'wred { dscp | ip-precedence }\n{ dscp | ip-precedence } { <value> } low-limit <percentage> high-limit <percentage> discard-percentage <percentage>\ncolor { green | yellow | red } low-limit <percentage> high-limit <percentage> discard-percentage <percentage>\nqueue-depth <burst>',
    summary: 'From which fill a queue drops which packets.',
    parameters: { value, percentage, burst },
    examples: `
      wred dscp
    `,
  }),
  queues: command({
    views: ['system'],
    format: 'port-wred <value>\nflow-wred <value>\nflow-queue <value>\nservice-template <value>',
    summary: 'Queue and drop templates.',
    parameters: { value },
    examples: `
      port-wred green
    `,
  }),
  defend: command({
    views: ['system'],
    format: `cpu-defend policy <value>
      cpu-defend-policy <value> [ <text> ]
      netstream <text>
      sflow <text>`,
    undo: 'undo cpu-defend-policy <value>',
    summary: 'Protection of the CPU and export of flows.',
    parameters: { value, text: how },
    examples: `
      cpu-defend policy edge
      cpu-defend-policy edge global
    `,
  }),
});
