// The interfaces over which the streams of multicast users come: those towards the network that run a routing protocol of the family.
import type { Device, Interface } from '../device';
import { mapIndex } from '../incremental/index-view';
import { canonicalText } from '../lines/canonical-text';
import type { Pair, Side } from '../pairing/pair';
import { prefixKey } from '../address';
import { igpsOn } from '../routing/igp-interfaces';
import { localAddressesOn } from '../vrrp/addresses';
import { restsOn } from './bindings';
import { profilePairsWith } from './followed-groups';
import { multicastFamilies, type MulticastWords } from './multicast';

/** Two uplinks that correspond to each other. */
export type UplinkCouple = Readonly<Record<Side, Interface>>;

/**
 * Uplinks that answer each other and of which one runs PIM and the other does not: of one name, or the only ones that are left. None
 * where the device that lacks it has as many with PIM as the other: then its streams come another way.
 */
export function streamUplinks(pair: Pair, service: MulticastWords['service']): readonly UplinkCouple[] {
  const words = multicastFamilies.find((multicastWords) => multicastWords.service === service)!;
  if (profilePairsWith(pair, service).length === 0) return [];
  const uplinks = { a: uplinksOf(pair.a, pair.b, words), b: uplinksOf(pair.b, pair.a, words) };
  const counts = { a: uplinks.a.filter(runsPim(words)).length, b: uplinks.b.filter(runsPim(words)).length };
  if (counts.a === counts.b) return [];
  return couplesIn(uplinks).filter(({ a, b }) => {
    const [onA, onB] = [runsPim(words)(a), runsPim(words)(b)];
    return onA !== onB && onA === counts.a > counts.b;
  });
}

function couplesIn(uplinks: Readonly<Record<Side, readonly Interface[]>>): readonly UplinkCouple[] {
  const namesOnA = new Map(uplinks.a.map((on) => [on.key, on]));
  const sameNamed = uplinks.b.flatMap((b) => {
    const a = namesOnA.get(b.key);
    return a ? [{ a, b }] : [];
  });
  const [a, ...moreOnA] = uplinks.a.filter((port) => !sameNamed.some((couple) => couple.a === port));
  const [b, ...moreOnB] = uplinks.b.filter((port) => !sameNamed.some((couple) => couple.b === port));
  const isAlone = a && b && moreOnA.length + moreOnB.length === 0;
  return isAlone ? [...sameNamed, { a, b }] : sameNamed;
}

/** Routed, neither of users nor between the two devices. */
function uplinksOf(device: Device, peer: Device, { family }: MulticastWords): readonly Interface[] {
  return [...device.interfaces.values()].filter((on) => {
    if (restsOn(on) || on.key.startsWith('loopback')) return false;
    const own = localAddressesOn(on, family);
    const isBetween = own.some(({ prefix }) => bySubnet(peer.interfaces).has(prefixKey(prefix)));
    return own.length > 0 && !isBetween && igpsOn(device, on, family).length > 0;
  });
}

const bySubnet = mapIndex((on: Interface) => on.addresses.map(({ prefix }) => prefixKey(prefix)));

function runsPim({ pim }: MulticastWords): (on: Interface) => boolean {
  const start = pim.slice(0, pim.lastIndexOf(' '));
  return ({ block }) => block.lines.some((line) => [`${start} sm`, `${start} dm`].includes(canonicalText(line)));
}
