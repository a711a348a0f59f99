// The channels over which entries pass between two devices: which service a profile uses, and what the two ends of a channel say.
import type { Address } from '../address';
import type { Channel, Device, Interface, Rbp, Rbs } from '../device';
import { shutdownOf, type Shutdown } from '../interface-state';
import { listIndex, mapIndex } from '../incremental/index-view';
import { nameKey } from '../names';
import type { Pair } from '../pairing/pair';

/** The key of the backup service that the profile names; names are compared without case and quotes (docs/decisions/names-are-local.md). */
export function serviceKey(profile: Rbp): string | undefined {
  return profile.rbs && nameKey(profile.rbs.value);
}

/** The backup service of a profile; undefined where it names none, or one that the file does not have. */
export function serviceOf(profile: Rbp, device: Device): Rbs | undefined {
  const key = serviceKey(profile);
  return key === undefined ? undefined : device.services.get(key);
}

const profilesByServiceKey = mapIndex((profile: Rbp) => {
  const key = serviceKey(profile);
  return key === undefined ? [] : [key];
});

/** The profiles that use the service. */
export function profilesOf(service: Rbs, device: Device): readonly Rbp[] {
  return profilesByServiceKey(device.profiles).get(service.key);
}

const profilesByUse = mapIndex((profile: Rbp) => {
  const key = serviceKey(profile);
  return key === undefined ? [] : profile.services.map((fact) => keyOfBoth(key, fact.value.toLowerCase()));
});

/** The profiles that use the backup service for users of this kind, one by one. */
export function eachProfileOf(service: Rbs, device: Device, kind: string): Iterable<Rbp> {
  return profilesByUse(device.profiles).each(keyOfBoth(service.key, kind));
}

/** Names hold no line ends. */
const keyOfBoth = (a: string, b: string) => `${a}\n${b}`;

const profilesByServices = listIndex(({ a, b }: Pair['profiles'][number]) => {
  const [key, other] = [serviceKey(a), serviceKey(b)];
  return key === undefined || other === undefined ? [] : [keyOfBoth(key, other)];
});

/** True when a profile that was matched across the devices uses these two services, one of each device. */
export function sharesProfile(pair: Pair, left: Rbs, right: Rbs): boolean {
  const [ofA, ofB] = pair.a.services.get(left.key) === left ? [left, right] : [right, left];
  const areOfPair = pair.a.services.get(ofA.key) === ofA && pair.b.services.get(ofB.key) === ofB;
  return areOfPair && profilesByServices(pair.profiles, undefined).has(keyOfBoth(ofA.key, ofB.key));
}

/** What the two ends of a channel say of each other. */
export interface Mirroring {
  readonly family: boolean;
  /** The peer of the first end is the source of the second. */
  readonly aPointsToB: boolean;
  /** The peer of the second end is the source of the first. */
  readonly bPointsToA: boolean;
  readonly port: boolean;
}

/** Whether each end names the other one, and the same port. */
export function mirroring(a: Channel, b: Channel): Mirroring {
  return {
    family: a.family === b.family,
    aPointsToB: a.peer.value.key === b.source.value.key,
    bPointsToA: a.source.value.key === b.peer.value.key,
    port: a.port.value === b.port.value,
  };
}

/** Interfaces that have the address, such as the source of a channel. */
export function interfacesWith(device: Device, address: Address): Interface[] {
  return (device.addresses.get(address.key) ?? []).map((owner) => owner.interface);
}

/** The `shutdown` for which the source of a channel does not answer: all interfaces that have it are down. */
export function sourceShutdown(device: Device, channel: Channel): (Shutdown & { readonly has: Interface }) | undefined {
  const owners = interfacesWith(device, channel.source.value);
  const down = owners.map((owner) => shutdownOf(device, owner.key));
  const [first] = down;
  const [has] = owners;
  return has && first && down.every((shutdown) => shutdown !== undefined) ? { ...first, has } : undefined;
}
