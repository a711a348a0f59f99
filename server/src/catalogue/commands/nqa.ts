// NQA tests: probes that a VRRP group or a static route tracks.
import { command, family } from '../command';
import { integer, parameter, string, text } from '../parameters';

const value = parameter(text, 'The value.');

/** NQA test view and its head. Cites no document. */
export const nqa = family('nqa', {
  create: command({
    views: ['system'],
    format: 'nqa test-instance <admin-name> <test-name>',
    undo: 'undo nqa test-instance <admin-name> <test-name>',
    opens: 'nqa',
    summary: 'Creates an NQA test and enters its view; an administrator and a test make its name together.',
    parameters: {
      'admin-name': parameter(string(1, 32), 'Administrator part of the NQA test name.', {
        defines: 'nqa-administrator',
      }),
      'test-name': parameter(string(1, 32), 'Test part of the NQA test name.', { defines: 'nqa-test' }),
    },
    examples: `
      nqa test-instance admin uplink
    `,
  }),
  lines: command({
    views: ['nqa'],
    format: `test-type <value>
      { destination-address | source-address | source-interface | nexthop } <value>
      { frequency | timeout | interval | probe-count | fail-percent | ttl | jitter-packetnum } <value>
      start { now | at | daily | delay } [ <value> ]
      records { history | result } <count>`,
    undo: 'undo { frequency | timeout | interval | probe-count | fail-percent | ttl | start | destination-address }',
    summary: 'What is probed, from where, and how often.',
    parameters: { value, count: parameter(integer(0, 1000), 'How many.') },
    examples: `
      test-type icmp
      destination-address ipv4 198.51.100.4
      frequency 20
      start now
    `,
  }),
});
