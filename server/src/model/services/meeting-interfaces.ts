// The interfaces over which a device meets the other one of its pair: those of its VRRP groups, those that have the source of a
// backup channel, and those over which service boards back each other up.
import { memoizeByObject } from '../../text/memoize';
import type { Device, Interface } from '../device';
import type { Pair } from '../pairing/pair';

/** True for an interface of a group, of the source of a channel, or of a `remote-backup interface` line. */
export function meetsPeerOn(device: Device, on: Interface): boolean {
  return (
    on.groups.some((group) => group.exists) ||
    boardInterfaces(device.locations).has(on.key) ||
    isChannelSource(device, on)
  );
}

/** True where a backup channel leaves from an address of the interface. */
export function isChannelSource(device: Device, on: Interface): boolean {
  const sources = channelSources(device.services);
  return on.addresses.some(({ prefix }) => sources.has(prefix.address.key));
}

const channelSources = memoizeByObject(
  (services: Device['services']): ReadonlySet<string> =>
    new Set([...services.values()].flatMap(({ channels }) => channels.map(({ source }) => source.value.key))),
);

const boardInterfaces = memoizeByObject(
  (locations: Device['locations']): ReadonlySet<string> =>
    new Set([...locations.values()].flatMap(({ remote }) => (remote ? [remote.interfaceKey] : []))),
);

/** Couples of interfaces over which the pair works: `a b` by key. */
export function meetingInterfaces(pair: Pair): ReadonlySet<string> {
  return new Set([...groupInterfaces(pair), ...backupInterfaces(pair)]);
}

/** The two interfaces of each group: `a b` by key. */
export function groupInterfaces(pair: Pair): ReadonlySet<string> {
  return new Set(pair.groups.map(({ a, b }) => `${a.interfaceKey} ${b.interfaceKey}`));
}

/** The interfaces of channels, and those over which service boards back each other up: `a b` by key. */
export function backupInterfaces(pair: Pair): ReadonlySet<string> {
  const found = new Set<string>();
  const owner = (device: Device, key: string) =>
    device.addresses.get(key)?.map((address) => address.interface.key) ?? [];
  for (const channel of pair.channels) {
    const [ofA, ofB] = [channel.a.channel.source.value.key, channel.b.channel.source.value.key];
    for (const [keyA, keyB] of [
      [ofA, ofB],
      [ofA, ofA],
      [ofB, ofB],
    ] as const) {
      for (const a of owner(pair.a, keyA)) {
        for (const b of owner(pair.b, keyB)) found.add(`${a} ${b}`);
      }
    }
  }
  for (const { a, b } of pair.locations)
    if (a.remote && b.remote) found.add(`${a.remote.interfaceKey} ${b.remote.interfaceKey}`);
  return found;
}
