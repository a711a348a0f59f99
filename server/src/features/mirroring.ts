// What of this device its peer could take over, as edits of the peer's file: chosen rows, or everything of hot backup that the
// peer lacks. A peer that holds nothing of hot backup yet is known by the address that this device backs up to.
import { completed, mirrored, type Proposal } from '../compare/mirror';
import { swapSides } from '../compare/swap-sides';
import type { Device } from '../model/device';
import { pair as pairOf, type Pair, type Side } from '../model/pairing/pair';
import type { Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { strongestPair, type Other } from './counterpart';

/** `peer`: the file that is meant, of a device with several. Undefined where no device can be told to be the peer. */
export function mirroring(
  snapshot: Snapshot,
  range: Range | undefined,
  other: Other,
  peer?: string,
): Proposal | undefined {
  const pair = pairWith(snapshot, peer) ?? (range ? undefined : pairToBe(snapshot, peer));
  if (!pair) return undefined;
  const facts = (side: Side) => other(pair[side].file)?.facts ?? [];
  return range ? mirrored(pair, facts, { start: range.start.line, end: range.end.line }) : completed(pair, facts);
}

/** With the one device that has the address to which a channel or a service board of this one points; with the one that is meant. */
function pairToBe({ device, network }: Snapshot, peer: string | undefined): Pair | undefined {
  const meant = network.devices.find((candidate) => candidate !== device && candidate.file === peer);
  if (meant) return pairOf(device, meant, []);
  const peers = [
    ...[...device.services.values()].flatMap((service) => service.channels.map((channel) => channel.peer.value.key)),
    ...[...device.locations.values()].flatMap((location) => (location.remote ? [location.remote.peer.value.key] : [])),
  ];
  const owners = new Set(
    network.devices.filter(
      (candidate: Device) => candidate !== device && peers.some((key) => candidate.addresses.has(key)),
    ),
  );
  return owners.size === 1 ? pairOf(device, [...owners][0]!, []) : undefined;
}

/** The pair with the peer that is meant, else with the strongest; the device of the snapshot comes first. */
function pairWith(snapshot: Snapshot, peer: string | undefined): Pair | undefined {
  const pair =
    peer === undefined
      ? strongestPair(snapshot)?.pair
      : snapshot.peers.find((each) => each.a.file === peer || each.b.file === peer);
  if (!pair) return undefined;
  return pair.a.file === snapshot.file ? pair : swapSides(pair);
}
