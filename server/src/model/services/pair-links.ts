// The links between the two devices of a pair that carry the backup: interfaces that one device reaches the other over. An address of
// the other device that it names, as peer of a channel, of a board or of a BFD session or as next hop, ties two interfaces.
import { isInside, type Address, type Prefix } from '../address';
import type { Device, Interface } from '../device';
import { interfacesToward, isLoopback } from '../routing/connected';
import { nextHops } from '../routing/static-routes';
import { vpnOf } from '../routing/vpn';
import { vpnNameOn } from '../routing/vpn-counterparts';
import { groupPairOf } from '../pairing/matching';
import type { Pair, Side } from '../pairing/pair';

/** A link between the two devices: an interface of each in one subnet. */
export interface PairLink {
  readonly a: Interface;
  readonly b: Interface;
}

/** Links without a group: the two interfaces of a group have findings of their own. */
export function pairLinks(pair: Pair): readonly PairLink[] {
  const found = new Map<string, PairLink>();
  for (const side of ['a', 'b'] as const) {
    for (const { own, peer } of tiedBy(pair, side)) {
      const link = side === 'a' ? { a: own, b: peer } : { a: peer, b: own };
      found.set(`${link.a.key} ${link.b.key}`, link);
    }
  }
  return [...found.values()].filter((link) => !haveOneGroup(pair, link));
}

function haveOneGroup(pair: Pair, { a, b }: PairLink): boolean {
  return a.groups.some((group) => groupPairOf(pair, group)?.b.interfaceKey === b.key);
}

function tiedBy(pair: Pair, side: Side): { readonly own: Interface; readonly peer: Interface }[] {
  const [device, other] = side === 'a' ? [pair.a, pair.b] : [pair.b, pair.a];
  return namedAddresses(device).flatMap((named) =>
    (other.addresses.get(named.key) ?? []).flatMap(({ interface: peer, address: { prefix } }) =>
      facing(device, other, peer, named, prefix).map((own) => ({ own, peer })),
    ),
  );
}

/** Interfaces of the device on the link of the peer's: each holds the other's address in its network. */
function facing(device: Device, other: Device, peer: Interface, named: Address, net: Prefix): readonly Interface[] {
  if (isLoopback(peer)) return [];
  return interfacesToward(device, vpnNameOn(device, other, vpnOf(peer)), named).filter(
    (own) =>
      !isLoopback(own) &&
      own.addresses.some(
        ({ prefix, linkLocal }) => !linkLocal && isInside(named, prefix) && isInside(prefix.address, net),
      ),
  );
}

function namedAddresses(device: Device): readonly Address[] {
  return [
    ...[...device.services.values()].flatMap(({ channels }) => channels.map(({ peer }) => peer.value)),
    ...[...device.locations.values()].flatMap(({ remote }) => (remote ? [remote.peer.value] : [])),
    ...[...device.eTrunks.values()].flatMap(({ peer }) => (peer ? [peer.value] : [])),
    ...device.bfdSessions.flatMap(({ peer }) => (peer ? [peer.value] : [])),
    ...nextHops(device),
  ];
}
