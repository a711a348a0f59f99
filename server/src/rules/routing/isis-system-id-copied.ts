// The system ID names a router in IS-IS; the level and the area say whether two processes meet (docs/decisions/copied-identity.md).
import { isisIdentities, meet } from '../../model/routing/identity';
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'isis-system-id-copied',
  requirement: 'HB-X-ID-ISIS',
  title: 'Both devices have one IS-IS system ID',
  severity: 'error',
  why: 'Each takes the LSPs of the other for its own and replaces them: routes come and go in the whole area.',
  guide: ['ISO/IEC 10589 7.1.4'],
  *check(pair) {
    const ofA = isisIdentities(pair.a);
    for (const b of isisIdentities(pair.b)) {
      const a = ofA.find((isisIdentity) => isisIdentity.systemId === b.systemId && meet(isisIdentity, b));
      if (!a) continue;
      const message = (self: string, own: typeof a, other: string) =>
        `${self}: IS-IS ${own.process.id} has system ID ${own.systemId}, as on ${other}: each replaces the LSPs of the other`;
      yield {
        at: b.at,
        message: message(pair.b.name, b, pair.a.name),
        peer: { at: a.at, message: message(pair.a.name, a, pair.b.name) },
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'One area, and two areas at level 2',
      config:
        device('DeviceA', 1, '49.0001.0100.0900.0001.00', '') +
        device(
          'DeviceB',
          2,
          `49.0002.0100.0900.0001.00
                        ^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: IS-IS 5 has system ID 0100.0900.0001, as on DeviceA`,
          '',
        ),
    },
    {
      title: 'Other system IDs',
      config:
        device('DeviceA', 1, '49.0001.0100.0900.0001.00', '') + device('DeviceB', 2, '49.0001.0100.0900.0002.00', ''),
    },
    {
      title: 'Level 1 in two areas',
      config:
        device('DeviceA', 1, '49.0001.0100.0900.0001.00', '\n         is-level level-1') +
        device('DeviceB', 2, '49.0002.0100.0900.0001.00', ''),
    },
  ],
});

function device(name: string, own: 1 | 2, entity: string, level: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.9.0', 2000)}
        #
        interface LoopBack0
         ip address 10.9.0.${own} 255.255.255.255
         isis enable 5
        #
        isis 5
         network-entity ${entity}${level}
        #`;
}
