// What the other device says of the same thing, for fixes: a value is offered where the peer names it, not because it happens to be
// defined (docs/decisions/fixes.md). Asked when a fix is worked out, so that a rule that judges one file need not read two.
import type { Channel, Device, Group, Interface, InterfaceAddress, Rbp, Rbs } from '../../model/device';
import { nameKey } from '../../model/names';
import { groupPairOf, profilePairOf } from '../../model/pairing/matching';
import { other, type Pair, type Side } from '../../model/pairing/pair';

/** The device in a pair, and the other one. */
export interface Seat {
  readonly pair: Pair;
  readonly side: Side;
  readonly peer: Device;
}

/** Every pair in which the device of this file is. */
export function seatsOf(device: Device, pairs: readonly Pair[]): Seat[] {
  return pairs.flatMap((pair): Seat[] => {
    if (pair.a.file === device.file) return [{ pair, side: 'a', peer: pair.b }];
    return pair.b.file === device.file ? [{ pair, side: 'b', peer: pair.a }] : [];
  });
}

/** The other end of a channel. */
export function answerOf(channel: Channel, pairs: readonly Pair[]): Channel | undefined {
  for (const { channels } of pairs) {
    for (const { a, b } of channels) {
      if (a.channel.line === channel.line) return b.channel;
      if (b.channel.line === channel.line) return a.channel;
    }
  }
  return undefined;
}

/** The profile that backs up the same users on another device. */
export function peerProfile(
  device: Device,
  profile: Rbp,
  pairs: readonly Pair[],
): (Seat & { readonly profile: Rbp }) | undefined {
  for (const seat of seatsOf(device, pairs)) {
    const found = profilePairOf(seat.pair, seat.side, profile.key)?.[other(seat.side)];
    if (found) return { ...seat, profile: found };
  }
  return undefined;
}

/** The same virtual router on another device. */
export function peerGroup(group: Group, pairs: readonly Pair[]): Group | undefined {
  for (const pair of pairs) {
    const found = groupPairOf(pair, group);
    if (found) return found.a === group ? found.b : found.a;
  }
  return undefined;
}

/** The address of an interface that a fix may replace: the only one of its family that is not link-local. */
export function onlyAddress(port: Interface, family: 4 | 6): InterfaceAddress | undefined {
  const found = port.addresses.filter(({ prefix, linkLocal }) => prefix.address.family === family && !linkLocal);
  return found.length === 1 ? found[0] : undefined;
}

/** The backup service of this device whose channel answers that of a service of the other one. */
export function counterpartService({ pair, side }: Seat, service: string): Rbs | undefined {
  const found = pair.channels.filter((channel) => channel[other(side)].rbs.key === nameKey(service));
  const [first, ...more] = found.map((channel) => channel[side].rbs);
  return more.every((rbs) => rbs === first) ? first : undefined;
}
