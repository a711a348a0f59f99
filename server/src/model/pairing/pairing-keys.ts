// What a device can be found by in pairing: the addresses of its channels and trunks, and its virtual routers.
import type { Device } from '../device';
import { changedPlaces } from '../incremental/patched-list';
import { groupKeys, hasGroupKey } from './group-keys';

/** What a device can be found by, its channels' addresses and its groups: two devices that share none of these are no pair. */
export function pairingKeys(device: Device): readonly [channels: readonly string[], groups: readonly string[]] {
  return [channelKeys(device), keysOfAllGroups(device)];
}

function channelKeys(device: Device): readonly string[] {
  const keys: string[] = [];
  for (const service of device.services.values()) {
    for (const { peer, source } of service.channels) keys.push(`addr ${peer.value.key}`, `addr ${source.value.key}`);
  }
  for (const location of device.locations.values()) {
    if (!location.remote) continue;
    keys.push(`addr ${location.remote.peer.value.key}`);
    for (const own of device.interfaces.get(location.remote.interfaceKey)?.addresses ?? [])
      keys.push(`addr ${own.prefix.address.key}`);
  }
  for (const trunk of device.eTrunks.values()) {
    if (trunk.peer) keys.push(`addr ${trunk.peer.value.key}`);
    if (trunk.source) keys.push(`addr ${trunk.source.value.key}`);
  }
  return keys;
}

function keysOfAllGroups(device: Device): readonly string[] {
  return [...new Set(device.groups.flatMap((group) => groupKeys(device, group)))];
}

/** Every key by which the device may be found as a peer. */
export function allKeys(device: Device): ReadonlySet<string> {
  return new Set(pairingKeys(device).flat());
}

/** Ends at the first key that they share: for the two devices of a pair that is one of the first. */
export function shareKey(left: Device, right: Device): boolean {
  const channels = new Set(channelKeys(right));
  return (
    channelKeys(left).some((key) => channels.has(key)) ||
    left.groups.some((group) => groupKeys(left, group).some((key) => hasGroupKey(right, key)))
  );
}

/** What a device is not found by any more after an edit, and what it is found by that it was not. */
export function keyChanges(
  before: Device | undefined,
  after: Device,
): { lost: readonly string[]; won: readonly string[] } {
  const places = before && changedPlaces(before.groups, after.groups);
  if (!before || !places) {
    const [old, now] = [before ? allKeys(before) : new Set<string>(), allKeys(after)];
    return { lost: [...old].filter((key) => !now.has(key)), won: [...now].filter((key) => !old.has(key)) };
  }
  const [old, now] = [new Set(channelKeys(before)), new Set(channelKeys(after))];
  const groupKeysAt = (device: Device) => places.flatMap((place) => groupKeys(device, device.groups[place]!));
  return {
    lost: [
      ...[...old].filter((key) => !now.has(key)),
      ...groupKeysAt(before).filter((key) => !hasGroupKey(after, key)),
    ],
    won: [...[...now].filter((key) => !old.has(key)), ...groupKeysAt(after).filter((key) => !hasGroupKey(before, key))],
  };
}
