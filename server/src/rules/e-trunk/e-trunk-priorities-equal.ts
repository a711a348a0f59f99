// In an E-Trunk the lower priority is master; with equal or absent ones the smaller system id is, and with equal ids both are
// (docs/decisions/e-trunk-roles.md).
import { eTrunkPriority } from '../../model/e-trunk/roles';
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'e-trunk-priorities-equal',
  requirement: 'HB-X-ET-PRIO',
  title: 'Nothing says which end of an E-Trunk is the master',
  severity: 'information',
  why: 'The smaller system id then decides, which changes when a device is replaced; where the ids are equal too, both devices are master.',
  guide: ['vendor command reference: E-Trunk view'],
  *check(pair) {
    const used = new Set(
      pair.profiles.flatMap(({ a }) => a.roles.flatMap((role) => (role.kind === 'e-trunk' ? [role.eTrunk.value] : []))),
    );
    for (const id of used) {
      const [ofA, ofB] = [pair.a.eTrunks.get(id), pair.b.eTrunks.get(id)];
      if (!ofA || !ofB || eTrunkPriority(ofA) !== eTrunkPriority(ofB)) continue;
      const message = `E-Trunk ${id} has priority ${eTrunkPriority(ofA)} on ${pair.a.name} and ${pair.b.name}: the system ID decides who is master; lower one of the two`;
      yield {
        at: ofB.priority?.at ?? ofB.at,
        message,
        peer: { at: ofA.priority?.at ?? ofA.at, message },
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Equal',
      config:
        device('DeviceA', 1, '20', '') +
        device(
          'DeviceB',
          2,
          '20',
          `
                  ^^ E-Trunk 1 has priority 20 on DeviceA and DeviceB`,
        ),
    },
    { title: 'Different', config: device('DeviceA', 1, '20', '') + device('DeviceB', 2, '30', '') },
  ],
});

function device(name: string, own: 1 | 2, value: string, carets: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        e-trunk 1
         priority ${value}${carets}
         peer-address 10.0.0.${3 - own} source-address 10.0.0.${own}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
        #
        remote-backup-profile neighbours
         service-type arp
         backup-id 10 remote-backup-service s1
         e-trunk 1 eth-trunk 10
        #`;
}
