// Addresses that RADIUS gives out and that lie in no pool are announced by the tag of static routes, on both devices: on the backup
// with `rui-slave`.
import type { Device, Rbs } from '../../model/device';
import { rbs } from '../../catalogue';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { wordsAt } from '../../model/lines/canonical-text';
import { number, has } from '../../model/read/line-values';
import { other, type ChannelPair, type Pair, type Side } from '../../model/pairing/pair';
import { carriesService } from '../../model/services/followed-groups';
import { defaultShareCost } from '../../model/services/pool-addresses';
import { mastersOf } from '../../model/services/shared-pools';
import { replace } from '../../edits/config-edits';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { exampleLogin } from '../testing/example-login';

interface Facts {
  readonly device: Device;
  /** The line of the backup that lacks `rui-slave`. */
  readonly line?: MatchedLine;
}

export default pairRule<Facts>({
  id: 'static-route-tag-differs',
  requirement: 'HB-BR-TAG',
  title: 'The two devices announce users without a pool in different ways',
  severity: 'error',
  why: 'Users whose addresses lie in no pool are reached through the tagged routes: without them, or at one cost, packets go to the wrong device.',
  guide: ['vendor command reference: static-route if-match'],
  *check(pair) {
    for (const channel of pair.channels) {
      if (!carriesService(pair, 'a', channel.a.rbs, 'bras')) continue;
      const lines = { a: tagLines(channel.a.rbs), b: tagLines(channel.b.rbs) };
      if (lines.a.length === 0 && lines.b.length === 0) continue;
      const lacking = (['a', 'b'] as const).find((side) => lines[side].length === 0);
      if (lacking) yield onOneDevice(pair, channel, lacking, lines[other(lacking)][0]!);
      else yield* withoutRole(pair, channel, lines);
    }
  },
  fix({ device, line }) {
    if (!line) return [];
    const edits = [replace({ ...line, start: line.end }, ' rui-slave')];
    return [{ title: `Add rui-slave on ${device.name}`, edits, safe: false }];
  },
  examples: [
    {
      title: 'On one device only',
      config:
        exampleLogin('DeviceA', 1, { service: 'static-route if-match null 0 tag 100' }) +
        exampleLogin('DeviceB', 2, {
          atService:
            '                      ^^ DeviceB: RBS s1 has no static-route if-match, unlike DeviceA: users without a pool are not reached after a switchover; add one with rui-slave',
        }),
    },
    {
      title: 'The backup does not say that it is one',
      config:
        exampleLogin('DeviceA', 1, { service: 'static-route if-match null 0 tag 100' }) +
        exampleLogin('DeviceB', 2, {
          service: `static-route if-match null 0 tag 200
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: static-route tag 200 of RBS s1 has no rui-slave on the backup: packets for users of DeviceA come here; add rui-slave`,
        }) +
        `
        fixed:${exampleLogin('DeviceB', 2, { service: 'static-route if-match null 0 tag 200 rui-slave' })}`,
    },
    {
      title: 'On both, rui-slave on the backup; on neither',
      config:
        exampleLogin('DeviceA', 1, { service: 'static-route if-match null 0 tag 100 metric 10' }) +
        exampleLogin('DeviceB', 2, { service: 'static-route if-match null 0 tag 100 metric 20 rui-slave' }),
    },
  ],
});

function tagLines({ block }: Rbs): readonly MatchedLine[] {
  return inForce([...block.lines]).filter(
    ({ match }) => match?.command === rbs.staticRoute.id && !match.undo && match.complete,
  );
}

function onOneDevice(pair: Pair, channel: ChannelPair, lacking: Side, line: MatchedLine): RawFinding<Facts> {
  const [device, peer] = [pair[lacking], pair[other(lacking)]];
  const [own, peerService] = [channel[lacking].rbs, channel[other(lacking)].rbs];
  const role = mastersOf(pair, channel).has(lacking) ? '' : ' with rui-slave';
  return {
    at: own.at,
    message: `${device.name}: RBS ${own.name} has no static-route if-match, unlike ${peer.name}: users without a pool are not reached after a switchover; add one${role}`,
    peer: {
      at: line,
      message: `${peer.name}: RBS ${peerService.name} has this line, RBS ${own.name} of ${device.name} has none`,
    },
    facts: { device },
  };
}

/** Where the files tell which device is the backup, and which cost is the lower one. */
function* withoutRole(
  pair: Pair,
  channel: ChannelPair,
  lines: Readonly<Record<Side, readonly MatchedLine[]>>,
): Iterable<RawFinding<Facts>> {
  const masters = mastersOf(pair, channel);
  const [master] = masters;
  if (masters.size !== 1 || master === undefined) return;
  const backup = other(master);
  const masterCost = Math.max(...lines[master].map(costOf));
  for (const line of lines[backup]) {
    if (has(line, 'rui-slave')) continue;
    const tag = number(line, 'tag')?.value;
    yield {
      at: wordsAt(line, 0, Infinity),
      // At a higher cost the network still prefers the master.
      severity: costOf(line) > masterCost ? 'warning' : 'error',
      message: `${pair[backup].name}: static-route tag ${tag} of RBS ${channel[backup].rbs.name} has no rui-slave on the backup: packets for users of ${pair[master].name} come here; add rui-slave`,
      facts: { device: pair[backup], line },
    };
  }
}

function costOf(line: MatchedLine): number {
  return number(line, 'metric')?.value ?? defaultShareCost(has(line, 'rui-slave'));
}
