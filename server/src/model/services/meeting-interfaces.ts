// The interfaces over which a device meets the other one of its pair: those of its VRRP groups, those that have the source of a
// backup channel, and those over which service boards back each other up.
import { memoizeByObject } from '../../text/memoize';
import type { Device, Interface } from '../device';

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
