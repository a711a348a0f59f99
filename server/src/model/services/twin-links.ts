// Interfaces of one name whose addresses are on one link, whatever their masks say: each holds the other's in its network.
import { isInside } from '../address';
import type { Interface, InterfaceAddress } from '../device';
import { coupleIndex } from '../incremental/couple-index';
import type { Pair } from '../pairing/pair';
import { mayEndLink } from '../routing/connected';
import type { SharedLink } from '../routing/shared-links';
import { vpnOf } from '../routing/vpn';

/**
 * Pairs of interfaces without a group, of one name and in one routing table, that are on one link with masks that differ; one of
 * the two is that of a link between two routers.
 */
export function unequalTwins({ a, b }: Pair): SharedLink[] {
  return twins(a.interfaces, b.interfaces)
    .get('unequal')
    .flatMap((name) => {
      const [left, right] = [a.interfaces.get(name), b.interfaces.get(name)];
      return left && right ? [{ a: left, b: right }] : [];
    });
}

const twins = coupleIndex<string, Interface>((left, right) => {
  if ((!endsLink(left) && !endsLink(right)) || left.groups.length + right.groups.length > 0) return [];
  return vpnOf(left) === vpnOf(right) && differOnOneLink(left, right) ? ['unequal'] : [];
});

/** Of each family the first address, which is not one of many beside it. */
function differOnOneLink(left: Interface, right: Interface): boolean {
  return ([4, 6] as const).some((family) => {
    const [own, other] = [left, right].map(({ addresses }) =>
      addresses.find(({ prefix, linkLocal }) => !linkLocal && prefix.address.family === family),
    );
    return own && other && own.prefix.length !== other.prefix.length && areOnOneLink(own, other);
  });
}

/** Whether each address is in the network of the other. */
export function areOnOneLink(left: InterfaceAddress, right: InterfaceAddress): boolean {
  if (left.linkLocal || right.linkLocal || left.prefix.address.family !== right.prefix.address.family) return false;
  return isInside(left.prefix.address, right.prefix) && isInside(right.prefix.address, left.prefix);
}

function endsLink(on: Interface): boolean {
  return mayEndLink(on) && isLink(on.addresses[0]);
}

/** A network of two routers, or of a few. */
function isLink(address: InterfaceAddress | undefined): boolean {
  if (!address) return false;
  const { length, address: own } = address.prefix;
  const bits = own.bytes.length * 8;
  return length < bits && length >= bits - 3;
}
