// Which view corresponds to which, asked for one at a time and at each key that is typed: by what the pair shows, by name, by subnet.
// view-pairs.ts pairs all views of two devices at once; here nothing follows their length but one look through lists of the
// pair.
import { prefixKey } from '../model/address';
import type { Device } from '../model/device';
import { other, type Pair, type Side } from '../model/pairing/pair';
import { memoizeByObject } from '../text/memoize';
import { keyFor, type DeviceViews } from './device-views';
import { interfaceClaims } from './interface-claims';
import type { Counterparts } from './translation';

/** `a` is `pair.a` cut into its views. */
export function nearCounterparts(pair: Pair, a: DeviceViews): Counterparts {
  return {
    pair,
    parentOf: (line) => a.parents.get(line),
    viewKeyFor: (side, key) => counterpartKey(pair, side, key),
  };
}

function counterpartKey(pair: Pair, side: Side, key: string): string | undefined {
  const blank = key.indexOf(' ');
  const [kind, name] = [key.slice(0, blank), key.slice(blank + 1)];
  const peer = other(side);
  switch (kind) {
    case 'interface':
      return named(kind, counterpartInterface(pair, side, name));
    case 'rbs':
      return named(kind, pair.channels.find(({ [side]: end }) => end.rbs.key === name)?.[peer].rbs.key ?? name);
    case 'rbp':
      return named(kind, pair.profiles.find(({ [side]: profile }) => profile.key === name)?.[peer].key ?? name);
    default:
      return key;
  }
}

function named(kind: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : keyFor(kind, name);
}

/** The key of the interface on the other device. */
function counterpartInterface(pair: Pair, side: Side, key: string): string | undefined {
  const peer = other(side);
  const device = pair[side].interfaces.get(key);
  const shown = shownByPair(pair, side, key) ?? neighbour(pair[side], pair[peer], key);
  if (shown !== undefined) return shown;
  const mainKey = device?.mainKey ?? key.replace(/\.\d+$/, '');
  const main = mainKey === key ? undefined : shownByPair(pair, side, mainKey);
  if (main !== undefined) return main + key.slice(mainKey.length);
  // An interface of this name may be the counterpart of another one.
  return shownByPair(pair, peer, key) === undefined ? key : undefined;
}

function shownByPair(pair: Pair, side: Side, key: string): string | undefined {
  return firstClaims(pair)[side].get(key);
}

/** By side and interface the counterpart of its first claim. Hundreds of interfaces are asked for while one key is answered. */
const firstClaims = memoizeByObject((pair: Pair): Readonly<Record<Side, ReadonlyMap<string, string>>> => {
  const found = { a: new Map<string, string>(), b: new Map<string, string>() };
  for (const { a, b } of interfaceClaims(pair)) {
    if (!found.a.has(a)) found.a.set(a, b);
    if (!found.b.has(b)) found.b.set(b, a);
  }
  return found;
});

/** The only interface of the other device in a subnet in which this one is the only one of its own. */
function neighbour(device: Device, peer: Device, key: string): string | undefined {
  for (const { prefix, linkLocal } of device.interfaces.get(key)?.addresses ?? []) {
    if (linkLocal || prefix.length === prefix.address.bytes.length * 8) continue;
    const net = prefixKey(prefix);
    const found = interfacesBySubnet(peer.interfaces).get(net);
    if (found !== undefined && interfacesBySubnet(device.interfaces).get(net) === key) return found;
  }
  return undefined;
}

/** Undefined where several are in the subnet. */
const interfacesBySubnet = memoizeByObject((interfaces: Device['interfaces']) => {
  const nets = new Map<string, string | undefined>();
  for (const { key, addresses } of interfaces.values())
    for (const { prefix } of addresses) {
      const net = prefixKey(prefix);
      nets.set(net, nets.has(net) && nets.get(net) !== key ? undefined : key);
    }
  return nets;
});
