// The packets of an E-Trunk carry its number: two ends that name each other under two numbers do not take each other for one E-Trunk.
import { pairRule } from '../../diagnostics/rule';
import { mirroring } from '../../model/e-trunk/e-trunk-pairs';
import type { Device, ETrunk } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'e-trunk-numbers-differ',
  requirement: 'HB-X-ET-MIRROR',
  title: 'The two ends of an E-Trunk have two numbers',
  severity: 'error',
  why: 'Neither takes the packets of the other for those of its E-Trunk: both take themselves for the master.',
  guide: ['vendor command reference: e-trunk'],
  *check(pair) {
    const found = aloneOnBoth(pair);
    if (!found) return;
    const { a, b } = found;
    yield {
      at: b.at,
      message: messageOf(pair.b, b, pair.a, a),
      peer: { at: a.at, message: messageOf(pair.a, a, pair.b, b) },
      facts: undefined,
    };
  },
  examples: [
    {
      title: 'Numbered otherwise on each device',
      config:
        device('DeviceA', 1, '1') +
        device(
          'DeviceB',
          2,
          '2',
          `
                ^ DeviceB: E-Trunk 2 and E-Trunk 1 of DeviceA name each other under two numbers: both become master; use one number`,
        ),
    },
    {
      title: 'One number; another E-Trunk beside it',
      config: `${device('DeviceA', 1, '1')}
        e-trunk 3
         peer-address 10.7.0.9 source-address 10.7.0.1
        #${device('DeviceB', 2, '1')}`,
    },
  ],
});

/** The one E-Trunk of each device that the other has not under its number, where the two name each other. */
function aloneOnBoth({ a: first, b: second }: Pair): { a: ETrunk; b: ETrunk } | undefined {
  const isMirrored = (a: ETrunk, b: ETrunk) => {
    const { aPointsToB, bPointsToA } = mirroring(a, b);
    return aPointsToB && bPointsToA;
  };
  const alone = (of: Device, beside: Device) => [...of.eTrunks.values()].filter(({ id }) => !beside.eTrunks.has(id));
  const [ofA, ofB] = [alone(first, second), alone(second, first)];
  const couples = ofA.flatMap((a) => ofB.filter((b) => isMirrored(a, b)).map((b) => ({ a, b })));
  return couples.length === 1 ? couples[0] : undefined;
}

function messageOf(device: Device, own: ETrunk, peer: Device, its: ETrunk): string {
  return `${device.name}: E-Trunk ${own.id} and E-Trunk ${its.id} of ${peer.name} name each other under two numbers: both become master; use one number`;
}

function device(name: string, own: 1 | 2, number: string, carets = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        e-trunk ${number}${carets}
         peer-address 10.0.0.${3 - own} source-address 10.0.0.${own}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
        #`;
}
