// TLS needs both ends: a channel with a policy on one device only never comes up.
import type { Device } from '../../model/device';
import type { ChannelEnd } from '../../model/pairing/pair';
import { insertInBlock, removeLine } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { linesMatching } from '../../model/lines/canonical-text';
import { attempted } from '../shared/typo';

export default pairRule<{ having: Device; lacking: Device; bound: ChannelEnd; open: ChannelEnd; policy: string }>({
  id: 'rbs-ssl-on-one-device',
  requirement: 'HB-RBSP-SSL',
  title: 'Only one end of a backup channel has an SSL policy',
  severity: 'error',
  why: 'One end speaks TLS and the other does not: the channel never comes up, and nothing is backed up.',
  guide: ['000 step 2.2', '002 step 2.2'],
  *check(pair) {
    for (const ends of pair.channels) {
      const [ofA, ofB] = [ends.a.rbs.sslPolicy, ends.b.rbs.sslPolicy];
      if ((ofA === undefined) === (ofB === undefined)) continue;
      const [having, lacking, bound, open] = ofA ? [pair.a, pair.b, ends.a, ends.b] : [pair.b, pair.a, ends.b, ends.a];
      const policy = bound.rbs.sslPolicy!;
      if (attempted(open.rbs.block, /^bind/)) continue;
      const message = `${having.name} secures RBS ${bound.rbs.name} with SSL policy ${policy.value}, ${lacking.name} has none for ${open.rbs.name}: the channel stays down`;
      yield {
        at: open.rbs.at,
        message,
        peer: { at: policy.at, message },
        facts: { having, lacking, bound, open, policy: policy.value },
      };
    }
  },
  fix({ having, lacking, bound, open, policy }) {
    const line = linesMatching(bound.rbs.block.lines, /^bind ssl-policy/)[0];
    return [
      {
        title: `Bind SSL policy ${policy} on ${lacking.name}`,
        edits: [insertInBlock(lacking, open.rbs.block, `bind ssl-policy ${policy}`)],
        safe: false,
      },
      ...(line
        ? [{ title: `Take the SSL policy away on ${having.name}`, edits: [removeLine(line)], safe: false }]
        : []),
    ];
  },
  examples: [
    {
      title: 'Only DeviceA',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 6001
         bind ssl-policy tls
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
                              ^^ DeviceA secures RBS s1 with SSL policy tls, DeviceB has none for s1: the channel stays down
         peer 10.0.0.1 source 10.0.0.2 port 6001
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 6001
         bind ssl-policy tls
        #
      `,
    },
    {
      title: 'Both, under names of their own',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 6001
         bind ssl-policy tls
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service other
         peer 10.0.0.1 source 10.0.0.2 port 6001
         bind ssl-policy rbs
        #
      `,
    },
  ],
});
