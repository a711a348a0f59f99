// The two ends of an E-Trunk name each other: peer and source are crossed, as on a backup channel
// (docs/decisions/e-trunk-roles.md).
import type { Fact } from '../../model/place';
import type { Address } from '../../model/address';
import { eTrunkPairs, mirroring } from '../../model/e-trunk/e-trunk-pairs';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<{
  at: Fact<Address>;
  wanted: string;
  name: string;
  other: Fact<Address>;
  otherWanted: string;
  otherName: string;
}>({
  id: 'e-trunk-not-mirrored',
  requirement: 'HB-X-ET-MIRROR',
  title: 'The addresses of an E-Trunk are not crossed on the two devices',
  severity: 'error',
  why: 'The E-Trunk does not come up between the devices: both take themselves for the master.',
  guide: ['vendor command reference: E-Trunk view'],
  *check(pair) {
    // One number on both devices may still be two E-Trunks, to two other devices: only a half-matched one is a slip.
    for (const { a: ofA, b: ofB } of eTrunkPairs(pair)) {
      if (!ofB.peer || !ofB.source || !ofA.peer || !ofA.source) continue;
      const { aPointsToB, bPointsToA } = mirroring(ofA, ofB);
      if (!aPointsToB) yield* crossed(pair.a.name, ofA.peer, pair.b.name, ofB.source, ofA.id, 'peer', 'source');
      if (!bPointsToA) yield* crossed(pair.a.name, ofA.source, pair.b.name, ofB.peer, ofA.id, 'source', 'peer');
    }
  },
  fix({ at, wanted, name, other, otherWanted, otherName }) {
    return [
      { title: `Use ${wanted} on ${name}`, edits: [replace(at.at, wanted)], safe: false },
      { title: `Use ${otherWanted} on ${otherName}`, edits: [replace(other.at, otherWanted)], safe: false },
    ];
  },
  examples: [
    {
      title: 'A wrong digit',
      config:
        device('DeviceA', 1, '10.0.0.2', '10.0.0.1', '') +
        device(
          'DeviceB',
          2,
          '10.0.0.1',
          '10.0.0.3',
          `
                                              ^^^^^^^^ E-Trunk 1: source 10.0.0.3 on DeviceB, peer 10.0.0.2 on DeviceA`,
        ) +
        `
        fixed:${device('DeviceB', 2, '10.0.0.1', '10.0.0.2', '')}`,
    },
    {
      title: 'Crossed',
      config: device('DeviceA', 1, '10.0.0.2', '10.0.0.1', '') + device('DeviceB', 2, '10.0.0.1', '10.0.0.2', ''),
    },
  ],
});

function* crossed(
  nameA: string,
  a: Fact<Address>,
  nameB: string,
  b: Fact<Address>,
  id: number,
  wordA: string,
  wordB: string,
) {
  const message = `E-Trunk ${id}: ${wordB} ${b.value.key} on ${nameB}, ${wordA} ${a.value.key} on ${nameA}: the two do not hear each other, and both become master`;
  yield {
    at: b.at,
    message,
    peer: { at: a.at, message },
    facts: { at: b, wanted: a.value.key, name: nameB, other: a, otherWanted: b.value.key, otherName: nameA },
  };
}

function device(name: string, own: 1 | 2, peer: string, source: string, carets: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        e-trunk 1
         peer-address ${peer} source-address ${source}${carets}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
        #`;
}
