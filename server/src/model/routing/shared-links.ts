// Links on which the two devices of a pair meet: each has one interface with an address in the network, and no group stands there.
import { memoizeByObject } from '../../text/memoize';
import type { Device, Interface } from '../device';
import { eachUnit, movedInterfaces, type DerivedUnits } from '../incremental/derived-units';
import { mapIndex } from '../incremental/index-view';
import { isUp, keysUpWith } from '../interface-state';
import type { Pair } from '../pairing/pair';
import { mayEndLink } from './connected';
import { networkKey, vpnOf } from './vpn';

/** The two interfaces with which the devices meet on a link. */
export interface SharedLink {
  readonly a: Interface;
  readonly b: Interface;
}

/** Each once, though it may have networks of both families. Networks of one host, tunnels and ports that are down are no links. */
export function sharedLinks(pair: Pair): Iterable<SharedLink> {
  return eachUnit(sharedLinkUnits, pair);
}

/** The links by network; one of several networks goes by the first of them. */
export const sharedLinkUnits: DerivedUnits<Pair, SharedLink> = {
  keys: ({ a }) => linksByNetwork(a.interfaces).keys(),
  at(pair, network) {
    const link = linkIn(pair, network);
    if (!link) return undefined;
    const first = networksOf(link.a).find((other) => other === network || linkIn(pair, other)?.b === link.b);
    return first === network ? link : undefined;
  },
  touched(before, after) {
    const networks = new Set([...movedNetworks(before.a, after.a), ...movedNetworks(before.b, after.b)]);
    // What goes by one of them goes by another one now, or did.
    for (const network of [...networks])
      for (const pair of [before, after]) for (const other of networksOn(linkIn(pair, network)?.a)) networks.add(other);
    return networks;
  },
};

function networksOn(on: Interface | undefined): readonly string[] {
  return on ? networksOf(on) : [];
}

/** The networks of interfaces that changed, or that are up only while one is that changed. */
function movedNetworks(before: Device, after: Device): string[] {
  const moved = movedInterfaces(before.interfaces, after.interfaces).flatMap((key) => keysUpWith(before, after, key));
  return [...new Set(moved)].flatMap((key) =>
    [before, after].flatMap(({ interfaces }) => networksOn(interfaces.get(key))),
  );
}

function linkIn(pair: Pair, network: string): SharedLink | undefined {
  const [a, ...moreA] = linksByNetwork(pair.a.interfaces).get(network);
  const [b, ...moreB] = a ? linksByNetwork(pair.b.interfaces).get(network) : [];
  if (!a || !b || moreA.length > 0 || moreB.length > 0) return undefined;
  if (a.groups.length > 0 || b.groups.length > 0 || !isUp(pair.a, a.key) || !isUp(pair.b, b.key)) return undefined;
  return { a, b };
}

/** By routing table and network, in the order of the addresses. */
const networksOf = memoizeByObject((on: Interface): readonly string[] => {
  if (!mayEndLink(on)) return [];
  const networks = on.addresses.filter(
    ({ linkLocal, prefix }) => !linkLocal && prefix.length < prefix.address.bytes.length * 8,
  );
  return [...new Set(networks.map(({ prefix }) => networkKey(vpnOf(on), prefix)))];
});

const linksByNetwork = mapIndex((on: Interface) => networksOf(on));
