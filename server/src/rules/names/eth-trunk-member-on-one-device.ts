// The Eth-Trunk of one name, or of one E-Trunk, has a member port on one device and none on the other: there the line was lost. A
// trunk without one on both may be spare, or cut from an excerpt.
import { pairRule } from '../../diagnostics/rule';
import type { Device, Interface } from '../../model/device';
import { ethTrunks, hasMember, straysOf } from '../../model/interface-state';
import { examplePair } from '../testing/example-pair';

const member = `
        interface GigabitEthernet0/1/7
         eth-trunk 10
        #`;

export default pairRule<undefined>({
  id: 'eth-trunk-member-on-one-device',
  requirement: 'HB-X-TRUNK-MEMBER',
  title: 'An Eth-Trunk has a member port on one device only',
  severity: 'warning',
  why: 'The trunk without a port stays down: after a switchover its users are cut off.',
  guide: ['vendor configuration files'],
  // The port that joins another number is the fault.
  supersededBy: ['eth-trunk-undefined'],
  *check(pair) {
    for (const [device, peer] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      if (device.holdsSeveralDevices || peer.holdsSeveralDevices) continue;
      for (const trunk of ethTrunks(device)) {
        if (hasMember(device, trunk)) continue;
        const peerPort = counterpartOf(trunk, peer);
        if (!peerPort || !hasMember(peer, peerPort)) continue;
        const message = `${device.name}: ${trunk.name} has no member port, unlike ${peerPort.name} of ${peer.name}: the trunk stays down`;
        yield {
          at: trunk.at,
          message,
          peer: { at: peerPort.at, message },
          evidence: straysOf(device),
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'No port on one',
      config: examplePair(
        { rest: trunk('', member) },
        {
          rest: trunk(
            `
                  ^^^^^^^^^^^ DeviceB: Eth-Trunk10 has no member port, unlike Eth-Trunk10 of DeviceA: the trunk stays down`,
            '',
          ),
        },
      ),
    },
    { title: 'A port on both', config: examplePair({ rest: trunk('', member) }, { rest: trunk('', member) }) },
    { title: 'A port on neither', config: examplePair({ rest: trunk('', '') }, { rest: trunk('', '') }) },
  ],
});

/** The trunk of the same E-Trunk, else that of the same name. */
function counterpartOf(trunk: Interface, peer: Device): Interface | undefined {
  const id = trunk.eTrunk?.value;
  const shared = id === undefined ? [] : ethTrunks(peer).filter((port) => port.eTrunk?.value === id);
  return shared.length === 1 ? shared[0] : peer.interfaces.get(trunk.key);
}

function trunk(carets: string, port: string): string {
  return `
        #
        interface Eth-Trunk10${carets}
         ip address 10.9.9.1 255.255.255.0
        #${port}`;
}
