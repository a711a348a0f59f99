// The link over which the service boards of two devices copy sessions: each service-location names the other end's address.
import { overlap } from '../address';
import type { Device, InterfaceAddress } from '../device';
import type { LocationPair, Pair, Side } from '../pairing/pair';

/** One end of the link, as its own device writes it and as the other device's interface answers. */
export interface BoardLinkEnd {
  readonly side: Side;
  /** Addresses of the interface that the peer's service-location names; empty where the file does not say them. */
  readonly peerAddresses: readonly InterfaceAddress[];
  /** The `peer` of this end is one of them. */
  readonly pointsAtPeer: boolean;
}

/** What carries the sessions between two service boards. */
export interface BoardLink {
  readonly ends: Readonly<Record<Side, BoardLinkEnd>>;
  /** Without an address that ties the two ends they may be links to two other devices: one number on both says little. */
  readonly related: boolean;
}

/** The link between the boards of the couple, as each of the two devices names it. */
export function boardLink(pair: Pair, location: LocationPair): BoardLink {
  const addresses = {
    a: addressesOf(pair.a, location.a.remote?.interfaceKey),
    b: addressesOf(pair.b, location.b.remote?.interfaceKey),
  };
  const end = (side: Side, peerAddresses: readonly InterfaceAddress[]): BoardLinkEnd => {
    const peer = location[side].remote?.peer.value.key;
    return { side, peerAddresses, pointsAtPeer: peerAddresses.some((address) => address.prefix.address.key === peer) };
  };
  const ends = { a: end('a', addresses.b), b: end('b', addresses.a) };
  const neighbours = addresses.a.some((address) =>
    addresses.b.some((interfaceAddress) => overlap(address.prefix, interfaceAddress.prefix)),
  );
  return { ends, related: ends.a.pointsAtPeer || ends.b.pointsAtPeer || neighbours };
}

function addressesOf(device: Device, key: string | undefined): readonly InterfaceAddress[] {
  const on = key === undefined ? undefined : device.interfaces.get(key);
  return (on?.addresses ?? []).filter((address) => address.prefix.address.family === 4);
}
