// The channel between two service boards has two ends: where one device names the other and the other's service-location of the same
// number names nobody, nothing is copied. Judged only where the peer's address says which device is meant.
import type { Device, ServiceLocation } from '../../model/device';
import { insertInBlock } from '../../edits/config-edits';
import { placeholders } from '../../edits/placeholders';
import type { MatchedLine } from '../../model/lines/matched-line';
import { canonicalText } from '../../model/lines/canonical-text';
import { pairRule } from '../../diagnostics/rule';
import { interChassis } from '../../model/services/service-boards';
import { attempted } from '../shared/typo';
import { exampleBoard } from '../testing/example-board';

interface Facts {
  readonly device: Device;
  readonly location: ServiceLocation;
  readonly line: string | undefined;
}

export default pairRule<Facts>({
  id: 'service-location-channel-one-sided',
  requirement: 'HB-SL-PEER',
  title: 'Only one of two service-locations names the other device',
  severity: 'error',
  why: 'The channel between the boards has one end: no session is backed up, and all are lost at a switchover.',
  guide: ['004 step 3.4'],
  *check(pair) {
    for (const [here, there] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      for (const ofB of interChassis(there)) {
        const remote = ofB.remote!;
        const ofA = here.locations.get(ofB.id);
        if (
          !ofA ||
          ofA.remote ||
          ofA.locations.some((location) => location.backup) ||
          attempted(ofA.block, /^remote-backup/)
        )
          continue;
        const owner = here.addresses.get(remote.peer.value.key)?.[0]?.interface;
        if (!owner) continue;
        const [answer] = (there.interfaces.get(remote.interfaceKey)?.addresses ?? []).filter(
          (address) => address.prefix.address.family === 4,
        );
        const message = `${here.name}: service-location ${ofB.id} has no remote-backup interface, though ${there.name} backs up here: no session is copied; add the line`;
        yield {
          at: ofA.at,
          message,
          peer: { at: remote.line, message },
          facts: {
            device: here,
            location: ofA,
            line:
              answer &&
              `remote-backup interface ${owner.name} peer ${answer.prefix.address.key}${keyWords(remote.line)}`,
          },
        };
      }
    }
  },
  fix: ({ device, location, line }) =>
    line === undefined
      ? []
      : [
          {
            title: `Add ${line} on ${device.name}${line.includes(placeholders.key) ? '; the key is yours to type' : ''}`,
            edits: [insertInBlock(device, location.block, line)],
            safe: false,
          },
        ],
  examples: [
    {
      title: 'One end is missing',
      config:
        exampleBoard('DeviceA', 1) +
        exampleBoard('DeviceB', 2, {
          location: `
                         ^ DeviceB: service-location 1 has no remote-backup interface, though DeviceA backs up here: no session is copied; add the line
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8`,
        }) +
        `
        fixed:${exampleBoard('DeviceB', 2)}`,
    },
    {
      title: 'Both ends, and boards that back each other up in one box',
      config:
        exampleBoard('DeviceA', 1, {
          rest: `
        service-location 2
         location slot 4 backup slot 5
        #`,
        }) +
        exampleBoard('DeviceB', 2, {
          rest: `
        service-location 2
         location slot 4 backup slot 5
        #`,
        }),
    },
  ],
});

/** How the other end authenticates, without its key. */
function keyWords(line: MatchedLine): string {
  const text = canonicalText(line);
  if (!text.includes(' authentication-key ')) return '';
  const algorithm = / hash-algorithm (\S+)/.exec(text)?.[1];
  return ` authentication-key ${placeholders.key}${algorithm === undefined ? '' : ` hash-algorithm ${algorithm}`}`;
}
