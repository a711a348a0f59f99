// ACLs and time ranges.
import { command, family } from '../command';
import { integer, parameter, string, text, time } from '../parameters';
import { vpnInstance } from './shared';

const ruleText = parameter(text, 'Protocol, addresses, ports and options.');

/** ACL view, and ACLs and packet filters of the system view. Cites no document. */
export const acl = family('acl', {
  create: command({
    views: ['system'],
    format: `acl [ ipv6 ] [ number ] <acl-number> [ match-order { auto | config } ]
      acl [ ipv6 ] name <acl-name> [ number <acl-number> | basic | advance | advanced | link | interface | user | ucl
        | <acl-number> ] [ match-order { auto | config } ]`,
    undo: 'undo acl [ ipv6 ] { [ number ] <acl-number> | name <acl-name> | all }',
    opens: 'acl',
    summary: 'Creates an ACL and enters its view: 2000-2999 basic, 3000-3999 advanced, 4000-4999 layer 2.',
    parameters: {
      'acl-number': parameter(integer(1, 42768), 'Number of the ACL.', { defines: 'acl' }),
      'acl-name': parameter(string(1, 64), 'Name of the ACL.', { defines: 'acl' }),
    },
    examples: `
      acl number 3000
      acl 2000
      acl ipv6 number 3001
      acl name web advance
      acl name web 3999
      undo acl 2000
    `,
  }),
  rule: command({
    views: ['acl'],
    format: `rule [ <rule-id> ] [ name <rule-name> ] { permit | deny } [ <text> ]
      rule <rule-id> description <text>
      rule [ <rule-id> ] name <rule-name>`,
    undo: 'undo rule <rule-id> [ <text> ]\nundo rule name <rule-name>',
    summary: 'A rule of the ACL: lets packets through or drops them.',
    parameters: {
      'rule-id': parameter(integer(0, 4294967294), 'Number of the rule; rules are tried in order.'),
      'rule-name': parameter(string(1, 32), 'Name of the rule.'),
      text: ruleText,
    },
    examples: `
      rule 5 permit ip source 10.1.1.0 0.0.0.255
      rule permit source 10.1.1.0 0.0.0.255
      rule 10 deny
      undo rule 10
    `,
  }),
  lines: command({
    views: ['acl'],
    format:
      'step <step>\nmatch-order { auto | config }\nacl-statistic enable\nvpn-instance <vpn-instance-name>\nincrement <step>',
    undo: 'undo step',
    summary: 'How the rules of the ACL are numbered and ordered.',
    parameters: {
      step: parameter(integer(1, 20), 'Distance between two rule numbers.'),
      'vpn-instance-name': vpnInstance,
    },
    examples: `
      step 5
    `,
  }),
  apply: command({
    views: ['system'],
    format: `traffic-filter { inbound | outbound | vlan <vlan-id> { inbound | outbound } } acl { <acl-number> | name <acl-name> | ipv6 <acl-number> }
      acl ip-pool <acl-name>
      acl threshold-alarm <text>
      acl-agg enable`,
    undo: 'undo traffic-filter { inbound | outbound }',
    summary: 'Applies an ACL to the whole device.',
    parameters: {
      'vlan-id': parameter(integer(1, 4094), 'VLAN number.'),
      'acl-number': parameter(integer(1, 42768), 'Number of the ACL.', { refers: 'acl' }),
      'acl-name': parameter(string(1, 64), 'Name of the ACL.', { refers: 'acl' }),
      text: parameter(text, 'Thresholds.'),
    },
    examples: `
      traffic-filter inbound acl 3000
    `,
  }),
});

/** Time range view and time ranges in one line. Cites no document. */
export const timeRange = family('timeRange', {
  line: command({
    views: ['system'],
    format:
      'time-range <time-name> { <start> to <end> <days> &<1-7> [ from <from-time> <from-date> [ to <to-time> <to-date> ] ] | from <from-time> <from-date> [ to <to-time> <to-date> ] }',
    undo: 'undo time-range <time-name>',
    summary: 'Names times of the week or a span of dates.',
    parameters: {
      'time-name': parameter(string(1, 32), 'Name of the time range.'),
      start: parameter(time, 'Beginning.'),
      end: parameter(time, 'End.'),
      days: parameter(string(1, 11, /^(?:mon|tue|wed|thu|fri|sat|sun|daily|working-day|off-day|[0-6]$)/i), 'Days.'),
      'from-time': parameter(time, 'Time.'),
      'from-date': parameter(string(1, 10), 'Date.'),
      'to-time': parameter(time, 'Time.'),
      'to-date': parameter(string(1, 10), 'Date.'),
    },
    examples: `
      time-range work 08:00 to 18:00 working-day
    `,
  }),
  view: command({
    views: ['system'],
    format: 'time-range <time-name>',
    opens: 'time-range',
    summary: 'Creates a time range and enters its view.',
    parameters: { 'time-name': parameter(string(1, 63), 'Name of the time range.') },
    examples: `
      time-range worktime
    `,
  }),
  period: command({
    views: ['time-range'],
    format: 'period-range <start> to <end> <days> &<1-7>\nabsolute-range <start> <date> to <end> <date>',
    summary: 'Times of the week, or a span of dates.',
    parameters: {
      start: parameter(time, 'Beginning.'),
      end: parameter(time, 'End.'),
      days: parameter(string(1, 31), 'Days.'),
      date: parameter(string(1, 10), 'Date.'),
    },
    examples: `
      period-range 08:00:00 to 18:00:00 working-day
    `,
  }),
});
