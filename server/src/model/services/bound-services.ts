// Where a service is backed up: the interfaces and pools that bind a profile of that service, with the VRRP group the
// profile takes its role from.
import type { Device, Interface, Rbp, RoleSource } from '../device';
import type { Family } from '../address';
import { nameKey } from '../names';
import { bindings as bindingsTo } from './bindings';
import type { Pair } from '../pairing/pair';
import { comparePlaces, type Place } from '../place';
import { mapIndex } from '../incremental/index-view';
import { said } from '../lines/canonical-text';

export type GroupRole = Extract<RoleSource, { readonly kind: 'group' }>;

export interface Binding {
  readonly device: Device;
  readonly profile: Rbp;
  readonly interface: Interface;
  /** The profile's name in the interface's `remote-backup-profile` line. */
  readonly at: Place;
}

export function hasService(profile: Rbp, service: string): boolean {
  return profile.services.some((one) => one.value.toLowerCase() === service);
}

/** True when the role comes from an E-Trunk: VRRP rules have nothing to say there (docs/decisions/e-trunk-roles.md). */
export function followsETrunk(profile: Rbp): boolean {
  return profile.roles.some((role) => role.kind === 'e-trunk');
}

/** Interfaces that bind a profile with this service, in file order. */
export function bindingsOf(device: Device, service: string): readonly Binding[] {
  return profilesWith(device, service)
    .flatMap((profile) => boundTo(profile, device))
    .sort((one, two) => comparePlaces(one.at, two.at));
}

/** Profiles that back up this service, in the order of the device. */
export function profilesWith(device: Device, service: string): readonly Rbp[] {
  return profilesByService(device.profiles).get(service);
}

const profilesByService = mapIndex((profile: Rbp) => profile.services.map((one) => one.value.toLowerCase()));

/** The two interfaces, one on each device, that a matched profile of this service is bound to. */
export function boundOnBoth(pair: Pair, service: string): { readonly a: Binding; readonly b: Binding }[] {
  const concerned = pair.profiles.filter((matched) => hasService(matched.a, service) && hasService(matched.b, service));
  return concerned.flatMap((matched) => {
    const [a, b] = [boundTo(matched.a, pair.a), boundTo(matched.b, pair.b)];
    if (a.length === 1 && b.length === 1) return [{ a: a[0]!, b: b[0]! }];
    // Of several interfaces a profile, only those of one name are known to answer each other.
    const onPeer = new Map(b.map((two) => [two.interface.key, two]));
    return a.flatMap((one) => {
      const two = onPeer.get(one.interface.key);
      return two ? [{ a: one, b: two }] : [];
    });
  });
}

/** The interfaces that bind the profile. */
export function boundTo(profile: Rbp, device: Device): Binding[] {
  return bindingsTo(profile, device).interfaces.map((one) => ({
    device,
    profile,
    interface: one,
    at: one.profiles.find((name) => nameKey(name.value) === profile.key)!.at,
  }));
}

/** What the multicast rules look for, in both families. */
export interface MulticastWords {
  readonly family: Family;
  readonly service: 'mld' | 'igmp';
  readonly routing: string;
  readonly pim: string;
  readonly membership: string;
  readonly track: string;
  readonly adminTrack: string;
  readonly ignore: string;
  readonly pimView: 'pim-ipv6' | 'pim-ipv4';
}

export const multicastFamilies: readonly MulticastWords[] = [
  {
    family: 6,
    service: 'mld',
    routing: 'multicast ipv6 routing-enable',
    pim: 'pim ipv6 sm',
    membership: 'mld enable',
    track: 'multicast ipv6 track vrrp6',
    adminTrack: 'multicast ipv6 track admin-vrrp6',
    ignore: 'pim ipv6 ignore',
    pimView: 'pim-ipv6',
  },
  {
    family: 4,
    service: 'igmp',
    routing: 'multicast routing-enable',
    pim: 'pim sm',
    membership: 'igmp enable',
    track: 'multicast track vrrp',
    adminTrack: 'multicast track admin-vrrp',
    ignore: 'pim ignore',
    pimView: 'pim-ipv4',
  },
];

export interface MulticastBinding extends Binding {
  readonly words: MulticastWords;
  readonly role: GroupRole;
}

/** Interfaces bound for MLD or IGMP whose profile follows a VRRP group of that family. */
export function multicastBindings(device: Device): MulticastBinding[] {
  return multicastFamilies.flatMap((family) =>
    bindingsOf(device, family.service).flatMap((binding) => {
      const role = binding.profile.roles.find(
        (one): one is GroupRole => one.kind === 'group' && one.family === family.family,
      );
      return role && !followsETrunk(binding.profile) ? [{ ...binding, words: family, role }] : [];
    }),
  );
}

/**
 * True when the interface has a line that begins with these words, complete or not (docs/decisions/malformed-lines.md:
 * a cut line is its own finding).
 */
export function hasLine(one: Interface, start: string): boolean {
  return one.block.lines.some((line) => {
    const text = said(line);
    return text.startsWith(start) && (text.length === start.length || text.charCodeAt(start.length) === 32);
  });
}
