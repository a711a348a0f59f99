// Links on which the two devices of a pair meet: each has one interface with an address in the network, and no group stands there.
import { prefixKey } from '../address';
import type { Interface } from '../device';
import { isUp } from '../interface-state';
import { mapIndex } from '../incremental/index-view';
import type { Pair } from '../pairing/pair';
import { mayEndLink } from './connected';
import { vpnOf } from './vpn';

/** The two interfaces with which the devices meet on a link. */
export interface SharedLink {
  readonly a: Interface;
  readonly b: Interface;
}

/** Each once, though it may have networks of both families. Networks of one host, tunnels and ports that are down are no links. */
export function sharedLinks(pair: Pair): readonly SharedLink[] {
  const [ofA, ofB] = [linksByNetwork(pair.a.interfaces), linksByNetwork(pair.b.interfaces)];
  const found = new Map<string, SharedLink>();
  for (const key of ofA.keys()) {
    const [a, ...moreA] = ofA.get(key);
    const [b, ...moreB] = ofB.get(key);
    if (!a || !b || moreA.length > 0 || moreB.length > 0) continue;
    if (a.groups.length > 0 || b.groups.length > 0 || !isUp(pair.a, a.key) || !isUp(pair.b, b.key)) continue;
    found.set(`${a.key} ${b.key}`, { a, b });
  }
  return [...found.values()];
}

const linksByNetwork = mapIndex((on: Interface) => {
  if (!mayEndLink(on)) return [];
  const networks = on.addresses.filter(
    ({ linkLocal, prefix }) => !linkLocal && prefix.length < prefix.address.bytes.length * 8,
  );
  return [...new Set(networks.map(({ prefix }) => `${vpnOf(on)} ${prefixKey(prefix)}`))];
});
