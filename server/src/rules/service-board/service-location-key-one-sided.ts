// A key that only one end asks for closes the channel. The keys themselves are another rule's.
import { pairRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';

export default pairRule<undefined>({
  id: 'service-location-key-one-sided',
  requirement: 'HB-SL-AUTH',
  title: 'Only one end of a service-location channel has an authentication key',
  severity: 'error',
  why: 'The end with the key refuses what the other sends: the channel stays down and no session is backed up.',
  guide: ['004 step 3.4'],
  *check(pair) {
    for (const { a, b } of pair.locations) {
      const [ofA, ofB] = [a.remote!, b.remote!];
      if (!ofA.key === !ofB.key) continue;
      const [having, lacking] = ofA.key ? [pair.a, pair.b] : [pair.b, pair.a];
      const message = `Service-location ${a.id}: ${having.name} has an authentication-key, ${lacking.name} has none: the channel between the boards stays down`;
      yield { at: ofB.line, message, peer: { at: ofA.line, message }, facts: undefined };
    }
  },
  examples: [
    {
      title: 'On DeviceA only',
      config:
        exampleBoard('DeviceA', 1, {
          location: `
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2 authentication-key Example-Key-1 hash-algorithm hmac-sha256`,
        }) +
        exampleBoard('DeviceB', 2, {
          location: `
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.1
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Service-location 1: DeviceA has an authentication-key, DeviceB has none`,
        }),
    },
    { title: 'On neither', config: exampleBoard('DeviceA', 1) + exampleBoard('DeviceB', 2) },
  ],
});
