// The two ends of one channel use one TCP port. A message says which port each device has, the fix takes either.
import type { ChannelPair, Pair } from '../../model/pairing/pair';
import { mirroring } from '../../model/services/channels';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';

export default pairRule<{ pair: Pair; ends: ChannelPair }>({
  id: 'rbs-port-mismatch',
  requirement: 'HB-RBSP-PORT',
  title: 'The two ends of a backup channel use different TCP ports',
  severity: 'error',
  why: 'The channel never comes up, so the backup device holds no user entries when it has to take over.',
  guide: ['000 step 2.3', '002 step 2.3', '003 step 3'],
  // A port that no device takes is the cause.
  supersededBy: ['value-out-of-range'],
  *check(pair) {
    for (const ends of pair.channels) {
      const [a, b] = [ends.a.channel, ends.b.channel];
      const { family, port, there, back } = mirroring(a, b);
      // With neither address mirrored they may be ends of different channels: that is the finding then.
      if (!family || port || (!there && !back)) continue;
      const [ofA, ofB] = [`port ${a.port.value}`, `port ${b.port.value}`];
      yield {
        at: b.port.at,
        message: `${pair.b.name} uses ${ofB} for RBS ${ends.b.rbs.name}, but ${pair.a.name} uses ${ofA}: the channel stays down`,
        peer: {
          at: a.port.at,
          message: `${pair.a.name} uses ${ofA} for RBS ${ends.a.rbs.name}, but ${pair.b.name} uses ${ofB}: the channel stays down`,
        },
        facts: { pair, ends },
      };
    }
  },
  fix({ pair, ends: { a, b } }) {
    return [
      {
        title: `Use port ${a.channel.port.value} on ${pair.b.name}, as ${pair.a.name} does`,
        edits: [replace(b.channel.port.at, String(a.channel.port.value))],
        safe: false,
      },
      {
        title: `Use port ${b.channel.port.value} on ${pair.a.name}, as ${pair.b.name} does`,
        edits: [replace(a.channel.port.at, String(b.channel.port.value))],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'Ports 6001 and 6010',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6010
                                                ^^^^ DeviceB uses port 6010 for RBS s1, but DeviceA uses port 6001: the channel stays down
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
      `,
    },
    {
      title: 'A port out of range is a finding of its own',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 500
        #
      `,
    },
    {
      title: 'Two channels, each with a port of its own',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-service s2
         peer 10.255.1.2 source 10.255.1.1 port 6002
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s2
         peer 10.255.1.1 source 10.255.1.2 port 6002
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
      `,
    },
  ],
});
