// How the world stands to the Eth-Trunks in an E-Trunk: who outranks whom, and whether the two ends read each other's Hello packets.
import { interfacesWith } from '../../model/services/channels';
import { mainInterfaceKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import { eTrunkDeafness, type ETrunkDeafness } from '../../model/e-trunk/hearing';
import type { ETrunkMember, ETrunkPair } from '../../model/e-trunk/e-trunk-pairs';
import { eTrunkPriority } from '../../model/e-trunk/roles';
import { memoizeByObject } from '../../text/memoize';
import { sides } from './names';
import { interfaceUp, isParted, type World } from './world';

/** The worst priority, to which a device is drained. */
const lowest = 254;

/** The higher number outranks the other one, as priorities of VRRP do. */
export function eTrunkRank(world: World, side: Side, { eTrunk }: ETrunkMember): number {
  return 255 - (world.drained.has(side) ? lowest : eTrunkPriority(eTrunk[side]));
}

/** Nothing in the files and nothing that has failed keeps the ends from reading each other's Hello packets. */
export function hellosPass(world: World, { eTrunk }: ETrunkMember): boolean {
  const { pair } = world.stage;
  if (world.hellosLost || deafnessOf(pair, eTrunk) !== undefined) return false;
  if (world.cut.size > 0 && sharesChannel(pair, eTrunk)) return false;
  return sides.every((side) => {
    const links = eTrunkLinks(pair, eTrunk, side);
    return links.length === 0 || links.some((key) => interfaceUp(world, side, key) && !isParted(world, side, key));
  });
}

/** Keys of the interfaces from which the end sends Hello packets to its peer; none where it is a loopback, or not in the file. */
export function eTrunkLinks(pair: Pair, eTrunk: ETrunkPair, side: Side): readonly string[] {
  const { source } = eTrunk[side];
  if (!source) return [];
  const keys = interfacesWith(pair[side], source.value).map((owner) => owner.key);
  return keys.filter((key) => !mainInterfaceKey(key).startsWith('loopback'));
}

/** A backup channel runs between the same two addresses: what cuts its path cuts that of the E-Trunk. */
export function sharesChannel(pair: Pair, { a, b }: ETrunkPair): boolean {
  return pair.channels.some(
    (channel) =>
      channel.a.channel.source.value.key === a.source?.value.key &&
      channel.b.channel.source.value.key === b.source?.value.key,
  );
}

// Asked again with every event.
const known = memoizeByObject((_: ETrunkPair) => new Map<Pair, ETrunkDeafness | undefined>());

function deafnessOf(pair: Pair, eTrunk: ETrunkPair): ETrunkDeafness | undefined {
  const found = known(eTrunk);
  if (!found.has(pair)) found.set(pair, eTrunkDeafness(pair, eTrunk));
  return found.get(pair);
}
