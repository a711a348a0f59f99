// Both devices have BFD sessions and one of them the line that turns BFD on: the other lacks it.
import { bfd } from '../../catalogue';
import { pairRule } from '../../diagnostics/rule';
import type { Device } from '../../model/device';
import { insertSection } from '../../edits/config-edits';
import { examplePair } from '../testing/example-pair';

export default pairRule<{ device: Device }>({
  id: 'bfd-enabled-on-one-device',
  requirement: 'HB-X-BFD-ENABLED',
  title: 'BFD is turned on on one device of a pair',
  severity: 'error',
  why: 'No session comes up on the device without the line: its tracks never fire, and the sessions of the peer are down.',
  guide: ['vendor configuration files'],
  *check(pair) {
    for (const [device, peer] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const [first] = device.bfdSessions;
      const peerLine = peer.system.get(bfd.enable.id)?.[0];
      if (!first || !peerLine || device.system.has(bfd.enable.id)) continue;
      if (device.holdsSeveralDevices || peer.holdsSeveralDevices) continue;
      const message = `${device.name} lacks the line bfd, which ${peer.name} has: BFD session ${first.name} never comes up; add bfd`;
      yield { at: first.at, message, peer: { at: peerLine, message }, facts: { device } };
    }
  },
  fix: ({ device }) => [
    {
      title: `Turn BFD on on ${device.name}`,
      edits: [insertSection(device, ['bfd'], [...device.interfaces.values()][0]?.block.heads[0])],
      safe: false,
    },
  ],
  examples: [
    { title: 'The line is missing on one', config: both(true, false) },
    { title: 'On both', config: both(true, true) },
    { title: 'On neither', config: both(false, false) },
  ],
});

function both(first: boolean, second: boolean): string {
  const line = `
        bfd
        #`;
  const carets = `
            ^^^^ DeviceB lacks the line bfd, which DeviceA has: BFD session core never comes up; add bfd`;
  const session = (own: 1 | 2, marks: string) => `
        bfd core bind peer-ip 10.0.0.${3 - own}${marks}
         discriminator local ${own}
         discriminator remote ${3 - own}
        #`;
  const rest = (own: 1 | 2, enabled: boolean, marks: string) => `
        #${enabled ? line : ''}${session(own, marks)}`;
  return examplePair({ rest: rest(1, first, '') }, { rest: rest(2, second, first && !second ? carets : '') });
}
