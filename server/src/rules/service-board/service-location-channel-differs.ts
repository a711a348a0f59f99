// The channel between two boards comes up where both ends have one key and one way to use it. Keys that are stored in cipher are never
// compared, and no key is ever shown.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleBoard } from '../testing/example-board';

export default pairRule({
  id: 'service-location-channel-differs',
  requirement: 'HB-SL-AUTH',
  title: 'The two ends of a service-location channel authenticate differently',
  severity: 'error',
  why: 'Each end refuses what the other sends: the channel stays down and no session is backed up.',
  guide: ['004 step 3.4'],
  supersededBy: ['service-location-key-one-sided'],
  ...agreementRule('service-location-channel-differs'),
  examples: [
    {
      title: 'Another readable key',
      config:
        device('DeviceA', 1, 'Example-Key-1 hash-algorithm hmac-sha256') +
        device(
          'DeviceB',
          2,
          `Example-Key-2 hash-algorithm hmac-sha256
                                                                                       ^^^^^^^^^^^^^ DeviceB: service-location 1 has another authentication key than on DeviceA: the channel between the boards stays down`,
        ),
    },
    {
      title: 'The hash algorithm on one device only',
      config:
        device('DeviceA', 1, 'Example-Key-1 hash-algorithm hmac-sha256') +
        device(
          'DeviceB',
          2,
          `Example-Key-1
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: service-location 1 has no hash algorithm, DeviceA hmac-sha256`,
        ),
    },
    {
      title: 'Keys stored in cipher',
      config:
        device('DeviceA', 1, '%^%#abcdefgh1234567%^%# hash-algorithm hmac-sha256') +
        device('DeviceB', 2, '%^%#8765432hgfedcba%^%# hash-algorithm hmac-sha256'),
    },
  ],
});

function device(name: string, own: 1 | 2, key: string): string {
  return exampleBoard(name, own, {
    location: `
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.${3 - own} authentication-key ${key}`,
  });
}
