// The pairs of the workspace as a list to show: of each the device that leads comes first, so that the master stands on the left.
import type { Device } from '../model/device';
import { other, type Network, type Pair, type Side } from '../model/network';

/** The side that is master of most groups; of groups that a service follows first. */
export function leading(pair: Pair): Side {
  const lead = (groups: Pair['groups']) => groups.reduce((sum, { master }) => sum + (master === 'a' ? 1 : master === 'b' ? -1 : 0), 0);
  const balance = lead(pair.groups.filter(({ services }) => services.length > 0)) || lead(pair.groups);
  return balance < 0 ? 'b' : 'a';
}

export function pairsOf(network: Network): (readonly [Device, Device])[] {
  return network.pairs.map((pair) => {
    const first = leading(pair);
    return [pair[first], pair[other(first)]];
  });
}
