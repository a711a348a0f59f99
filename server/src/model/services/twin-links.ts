// Interfaces of one name whose addresses are on one link, whatever their masks say: each holds the other's in its network.
import { isInside } from '../address';
import type { Interface, InterfaceAddress } from '../device';
import { mapIndex } from '../incremental/index-view';
import type { Pair } from '../pairing/pair';
import { isLoopback } from '../routing/connected';
import { vpnOf } from '../routing/vpn';

/** The two interfaces of a link. */
interface TwinLink {
  readonly a: Interface;
  readonly b: Interface;
}

/** Pairs of interfaces without a group, of one name and in one routing table, that are on one link. */
export function twinLinks({ a, b }: Pair): TwinLink[] {
  const [ofA, ofB] = [lansByName(a.interfaces), lansByName(b.interfaces)];
  const found: TwinLink[] = [];
  for (const name of ofA.keys()) {
    const [left, right] = [ofA.get(name)[0], ofB.get(name)[0]];
    if (
      left &&
      right &&
      left.addresses.some((address) => right.addresses.some((other) => areOnOneLink(address, other)))
    )
      found.push({ a: left, b: right });
  }
  return found;
}

/** Whether each address is in the network of the other. */
export function areOnOneLink(left: InterfaceAddress, right: InterfaceAddress): boolean {
  if (left.linkLocal || right.linkLocal || left.prefix.address.family !== right.prefix.address.family) return false;
  return isInside(left.prefix.address, right.prefix) && isInside(right.prefix.address, left.prefix);
}

const lansByName = mapIndex((on: Interface) =>
  isLoopback(on) || /^tunnel/.test(on.key) || on.groups.length > 0 || on.addresses.length === 0
    ? []
    : [`${on.key} ${vpnOf(on)}`],
);
