// The two ends of one channel use one TCP port. A message says which port each device has, the fix takes either.
import type { Channel, Device, InstanceGroup, Rbs } from '../../model/device';
import { nameKey } from '../../model/names';
import type { ChannelPair, Pair } from '../../model/pairing/pair';
import { mirroring, serviceOf } from '../../model/services/channels';
import { instanceGroupsOf, instancesOnBoth } from '../../model/services/service-boards';
import { replace } from '../../edits/config-edits';
import { pairRule, type RawFinding } from '../../diagnostics/rule';

interface Facts {
  readonly pair: Pair;
  readonly ends: ChannelPair;
}

/**
 * The services that a matched profile or instance goes over, of which one is answered by another service only because of its port: a
 * spare one hides that the two that are used do not meet.
 */
function* besideSpare(pair: Pair): Iterable<RawFinding<Facts>> {
  const seen = new Set<string>();
  for (const { left, right, user } of usedTogether(pair)) {
    if (seen.has(`${left.key}\n${right.key}`)) continue;
    seen.add(`${left.key}\n${right.key}`);
    if (pair.channels.some(({ a, b }) => a.rbs === left && b.rbs === right)) continue;
    for (const a of left.channels) {
      const b = right.channels.find((channel) => meets(a, channel));
      if (!b || a.port.value === b.port.value) continue;
      const say = (own: string, service: string, port: number, peer: string, peerPort: number) =>
        `${own} uses port ${port} for RBS ${service} of ${user}, ${peer} port ${peerPort}; only a spare RBS matches: the channel stays down`;
      yield {
        at: b.port.at,
        message: say(pair.b.name, right.name, b.port.value, pair.a.name, a.port.value),
        peer: { at: a.port.at, message: say(pair.a.name, left.name, a.port.value, pair.b.name, b.port.value) },
        facts: { pair, ends: { a: { rbs: left, channel: a }, b: { rbs: right, channel: b } } },
      };
    }
  }
}

/** The services of both devices that one user of theirs names: a matched profile, or the boards of an instance of both. */
function* usedTogether(pair: Pair): Iterable<{ left: Rbs; right: Rbs; user: string }> {
  for (const profiles of pair.profiles) {
    const [left, right] = [serviceOf(profiles.a, pair.a), serviceOf(profiles.b, pair.b)];
    if (left && right) yield { left, right, user: `profile ${profiles.b.name}` };
  }
  for (const { a, b } of instancesOnBoth(pair)) {
    const [left] = instanceGroupsOf(pair.a, a).flatMap((group) => serviceNamed(group, pair.a));
    const [right] = instanceGroupsOf(pair.b, b).flatMap((group) => serviceNamed(group, pair.b));
    if (left && right) yield { left, right, user: `${b.kind} instance ${b.name}` };
  }
}

function serviceNamed({ rbs }: InstanceGroup, { services }: Device): Rbs[] {
  const service = rbs && services.get(nameKey(rbs.value));
  return service ? [service] : [];
}

function meets(a: Channel, b: Channel): boolean {
  const { family, aPointsToB, bPointsToA } = mirroring(a, b);
  return family && aPointsToB && bPointsToA;
}

export default pairRule<Facts>({
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
      const { family, port, aPointsToB, bPointsToA } = mirroring(a, b);
      // With neither address mirrored they may be ends of different channels: that is the finding then.
      if (!family || port || (!aPointsToB && !bPointsToA)) continue;
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
    yield* besideSpare(pair);
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
      title: 'A spare service has the right port, the one of the profile has not',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service spare
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6010
                                                ^^^^ DeviceB uses port 6010 for RBS s1 of profile p1, DeviceA port 6001; only a spare RBS matches: the channel stays down
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
        #
      `,
    },
    {
      title: 'The service of the profile names a third device: its port is not the fault',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service spare
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-service s1
         peer 10.255.0.9 source 10.255.0.2 port 6010
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
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
