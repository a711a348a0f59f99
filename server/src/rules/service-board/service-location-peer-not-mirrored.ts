// The channel between two boards runs between the interfaces both name: each end gives the other's address on it.
import { bounds, isInside, orderKey } from '../../model/address';
import type { Device, InterfaceAddress } from '../../model/device';
import { other } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { boardLink } from '../../model/services/board-link';
import { replace } from '../../edits/config-edits';
import { setAddress } from '../../edits/prefix-edits';
import { pairRule } from '../../diagnostics/rule';
import { sides } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

interface Facts {
  readonly at: Place;
  readonly device: Device;
  /** Addresses of the peer's interface that it can have. */
  readonly wanted: readonly string[];
  readonly answer: InterfaceAddress;
  readonly peer: Device;
  readonly named: string;
}

export default pairRule<Facts>({
  id: 'service-location-peer-not-mirrored',
  requirement: 'HB-SL-PEER',
  title: 'The peer of a service-location is not the address of the other device on its backup interface',
  severity: 'error',
  why: 'The channel between the boards does not come up: no session is backed up.',
  guide: ['004 step 3.4'],
  *check(pair) {
    for (const location of pair.locations) {
      const link = boardLink(pair, location);
      // One number on both may still mean two links, to two other devices.
      if (!link.related) continue;
      for (const end of sides(pair, location)) {
        const remote = end.location.remote!;
        const { pointsAtPeer, peerAddresses } = link.ends[end.side];
        const [answer] = peerAddresses;
        if (pointsAtPeer || !answer) continue;
        const wanted = peerAddresses.map((address) => address.prefix.address.key);
        const message = `Service-location ${location.a.id}: peer ${remote.peer.value.key} on ${end.device.name}, but ${end.peer.name} has ${wanted.join(', ')} on ${end.peerLocation.remote!.interface.value}: no session is copied`;
        yield {
          at: remote.peer.at,
          message,
          peer: { at: answer.at, message },
          facts: {
            at: remote.peer.at,
            device: end.device,
            wanted: wanted.filter((_, index) =>
              isUsable(peerAddresses[index]!, link.ends[other(end.side)].peerAddresses),
            ),
            answer,
            peer: end.peer,
            named: remote.peer.value.key,
          },
        };
      }
    }
  },
  fix({ at, device, wanted, answer, peer, named }) {
    // The interface has an address that it cannot have: not the line that names it is wrong.
    if (wanted.length === 0)
      return [
        {
          title: `Give the interface of ${peer.name} the address ${named}, which ${device.name} names`,
          edits: [setAddress(answer, named)],
          safe: false,
        },
      ];
    return wanted.map((text) => ({
      title: `Use peer ${text} on ${device.name}`,
      edits: [replace(at, text)],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'A wrong digit',
      config:
        exampleBoard('DeviceA', 1, {
          location: `
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.3
                                                           ^^^^^^^^ Service-location 1: peer 10.0.8.3 on DeviceA, but DeviceB has 10.0.8.2`,
        }) +
        exampleBoard('DeviceB', 2) +
        `
        fixed:${exampleBoard('DeviceA', 1)}`,
    },
    { title: 'Mirrored', config: exampleBoard('DeviceA', 1) + exampleBoard('DeviceB', 2) },
  ],
});

/** An address of the link that the other end does not have itself, and that is not the first or the last of the network. */
function isUsable({ prefix }: InterfaceAddress, others: readonly InterfaceAddress[]): boolean {
  const { from, to } = bounds(prefix);
  const key = orderKey(prefix.address);
  const isEdge = prefix.length < 31 && (key === from || key === to);
  return (
    !isEdge &&
    others.some((address) => isInside(prefix.address, address.prefix)) &&
    others.every((address) => address.prefix.address.key !== prefix.address.key)
  );
}
