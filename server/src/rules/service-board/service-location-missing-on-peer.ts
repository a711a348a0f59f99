// A service-location has the same number on both devices: a channel that points at a device without that number reaches no board.
import type { Place } from '../../model/place';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import type { Device, ServiceLocation } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { interChassis } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

interface Choice {
  readonly at: Place;
  readonly wanted: number;
  readonly name: string;
}

export default pairRule<{ choices: readonly Choice[] }>({
  id: 'service-location-missing-on-peer',
  requirement: 'HB-SL-ID',
  title: 'A service-location that backs up to the other device does not exist there',
  severity: 'error',
  why: 'The boards find no partner: their sessions are not backed up and are lost at a switchover.',
  guide: ['004 step 3.2'],
  *check(pair) {
    const [ofA, ofB] = [interChassis(pair.a), interChassis(pair.b)];
    // Only what points at this very peer: a device may back several.
    const lonely = (there: typeof pair.b, list: typeof ofA, others: typeof ofA) =>
      others.length === 0
        ? []
        : list.filter(
            (location) =>
              !others.some((serviceLocation) => serviceLocation.id === location.id) &&
              there.addresses.has(location.remote!.peer.value.key),
          );
    const [onlyA, onlyB] = [lonely(pair.b, ofA, ofB), lonely(pair.a, ofB, ofA)];
    const count = Math.max(onlyA.length, onlyB.length);
    for (let index = 0; index < count; index++) {
      const [a, b] = [onlyA[index], onlyB[index]];
      if (a && b) {
        const message = `Service-location ${b.id} on ${pair.b.name}, ${a.id} on ${pair.a.name}: the boards do not find each other; use one number`;
        yield { at: b.at, message, peer: { at: a.at, message }, facts: { choices: choicesOf(pair, a, b) } };
      } else {
        const [serviceLocation, here, there, answer] = a ? [a, pair.a, pair.b, ofB[0]!] : [b!, pair.b, pair.a, ofA[0]!];
        const message = `Service-location ${serviceLocation.id} of ${here.name} backs up to ${there.name}, which has no service-location ${serviceLocation.id}: no session is copied`;
        yield {
          at: serviceLocation.at,
          message,
          peer: { at: answer.at, message },
          facts: { choices: [] },
        };
      }
    }
  },
  fix({ choices }) {
    return choices.map(({ at, wanted, name }) => ({
      title: `Make it service-location ${wanted} on ${name}`,
      edits: [replace(at, String(wanted))],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'Location 1 answers location 2',
      config:
        exampleBoard('DeviceA', 1) +
        renumbered(
          '2',
          `
                         ^ Service-location 2 on DeviceB, 1 on DeviceA`,
        ),
    },
    { title: 'One number', config: exampleBoard('DeviceA', 1) + exampleBoard('DeviceB', 2) },
  ],
});

function renumbered(id: string, carets: string): string {
  return exampleBoard('DeviceB', 2).replace('service-location 1\n', `service-location ${id}${carets}\n`);
}

/** A number that other lines of the device name is kept; where neither is named, or both are, the second device follows. */
function choicesOf(pair: Pair, a: ServiceLocation, b: ServiceLocation): Choice[] {
  const [isNamedA, isNamedB] = [isNamed(pair.a, a.id), isNamed(pair.b, b.id)];
  const followA: Choice = { at: b.at, wanted: a.id, name: pair.b.name };
  const followB: Choice = { at: a.at, wanted: b.id, name: pair.a.name };
  return isNamedB && !isNamedA ? [followB] : [followA];
}

function isNamed(device: Device, id: number): boolean {
  const byGroups = [...device.instanceGroups.values()].some(({ locations }) =>
    locations.some((location) => location.value === id),
  );
  const byTracks = device.groups.some(({ tracks }) =>
    tracks.some(({ object }) => object.kind === 'service-location' && object.id.value === id),
  );
  return byGroups || byTracks;
}
