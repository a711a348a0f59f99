// A shared pool is announced by both devices; different metrics make the network prefer the master
// (docs/decisions/pools.md).
import { nameKey } from '../../model/names';
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'pool-metrics-equal',
  requirement: 'HB-X-POOL-METRIC',
  title: 'Both devices announce a shared pool with the same metric',
  severity: 'information',
  why: 'Downstream traffic may enter through either device and cross the link between them.',
  guide: ['vendor command reference: ip-pool, ipv6-pool (remote backup service view)'],
  *check(pair) {
    for (const { a, b } of pair.channels) {
      const onPeer = new Map(
        b.rbs.pools.toReversed().map((poolUse) => [`${poolUse.family} ${nameKey(poolUse.name.value)}`, poolUse]),
      );
      for (const ofA of a.rbs.pools) {
        const ofB = onPeer.get(`${ofA.family} ${nameKey(ofA.name.value)}`);
        if (!ofB?.metric || !ofA.metric || ofB.metric.value !== ofA.metric.value) continue;
        const message = `Pool ${ofA.name.value} has metric ${ofA.metric.value} on ${pair.a.name} and ${pair.b.name}: return traffic may enter through either; lower the master's`;
        yield { at: ofB.metric.at, message, peer: { at: ofA.metric.at, message }, facts: undefined };
      }
    }
  },
  examples: [
    {
      title: 'Equal',
      config:
        device('DeviceA', 1, '10', '') +
        device(
          'DeviceB',
          2,
          '10',
          `
                             ^^ Pool home has metric 10 on DeviceA and DeviceB`,
        ),
    },
    { title: 'Different', config: device('DeviceA', 1, '10', '') + device('DeviceB', 2, '20', '') },
  ],
});

function device(name: string, own: 1 | 2, metric: string, carets: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
         ip-pool home metric ${metric}${carets}
        #`;
}
