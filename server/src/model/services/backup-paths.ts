// The paths over which two devices of a pair must reach each other: the channels of their backup services, and those of their E-Trunks.
import type { Address } from '../address';
import type { Device } from '../device';
import type { Fact, Place } from '../place';
import { other, type Pair, type Side } from '../pairing/pair';
import type { PathEnd } from '../routing/reachability';

/** One direction of such a path: from the device that names a peer to the device that has its address. */
export interface BackupPath {
  readonly side: Side;
  /** What it is for, as it is called in a message. */
  readonly name: string;
  /** Where the name of the service stands, or the number of the E-Trunk. */
  readonly at: Place;
  readonly peer: Fact<Address>;
  readonly from: PathEnd;
  readonly to: PathEnd;
}

interface Named {
  readonly name: string;
  readonly at: Place;
  readonly peer?: Fact<Address>;
  readonly source?: Fact<Address>;
}

/** Paths whose two addresses stand on interfaces of the two files, each couple of addresses once. */
export function backupPaths(pair: Pair): readonly BackupPath[] {
  return (['a', 'b'] as const).flatMap((side) => pathsOf(pair, side));
}

function pathsOf(pair: Pair, side: Side): BackupPath[] {
  const [device, peer] = [pair[side], pair[other(side)]];
  const seen = new Set<string>();
  return pathLines(device).flatMap((named) => {
    const key = `${named.source?.value.key} ${named.peer?.value.key}`;
    const [from, to] = [endAt(device, named.source), endAt(peer, named.peer)];
    // An address that both have, or that stands on the wrong device, is another finding.
    const isCrossed =
      named.peer &&
      named.source &&
      (device.addresses.has(named.peer.value.key) || peer.addresses.has(named.source.value.key));
    if (!named.peer || !from || !to || isCrossed || seen.has(key)) return [];
    seen.add(key);
    return [{ side, name: named.name, at: named.at, peer: named.peer, from, to }];
  });
}

function pathLines(device: Device): Named[] {
  return [
    ...[...device.services.values()].flatMap(({ name, at, channels }) =>
      channels.map(({ peer, source }) => ({ name: `RBS ${name}`, at, peer, source })),
    ),
    ...[...device.eTrunks.values()].map(({ id, at, peer, source }) => ({ name: `E-Trunk ${id}`, at, peer, source })),
  ];
}

function endAt(device: Device, fact: Fact<Address> | undefined): PathEnd | undefined {
  const owner = fact && device.addresses.get(fact.value.key)?.[0];
  return owner && { device, on: owner.interface, address: fact.value };
}
