// Multicast users that are backed up: the words of both families, and which VRRP group the multicast of an interface moves with.
import type { Family } from '../address';
import type { Device, Interface } from '../device';
import type { MatchedLine } from '../lines/matched-line';
import { interfaceKey } from '../names';
import { canonicalText, firstWordOf } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import { bindingsOf, findGroup, followsETrunk, type Binding, type GroupRole } from './bindings';

/** How the lines of one family are written. */
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

/** What the commands of MLD and IGMP are called, the rest being alike. */
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

/** A binding of a profile that backs up multicast, with the words of its family. */
export interface MulticastBinding extends Binding {
  readonly words: MulticastWords;
  readonly role: GroupRole;
}

/** Interfaces bound for MLD or IGMP whose profile follows a VRRP group of that family. */
export function multicastBindings(device: Device): MulticastBinding[] {
  return multicastFamilies.flatMap((family) =>
    bindingsOf(device, family.service).flatMap((binding) => {
      const role = binding.profile.roles.find(
        (roleSource): roleSource is GroupRole => roleSource.kind === 'group' && roleSource.family === family.family,
      );
      return role && !followsETrunk(binding.profile) ? [{ ...binding, words: family, role }] : [];
    }),
  );
}

/** An interface bound for MLD or IGMP, whatever gives the role. */
export interface MembershipBinding extends Binding {
  readonly words: MulticastWords;
}

/**
 * Interfaces bound for MLD or IGMP that learn memberships: those of a group, and with a role from an E-Trunk those that route the
 * family; an Eth-Trunk without an address only carries others.
 */
export function membershipBindings(device: Device): MembershipBinding[] {
  return multicastFamilies.flatMap((words) =>
    bindingsOf(device, words.service)
      .filter(({ profile, interface: bound }) =>
        followsETrunk(profile)
          ? bound.addresses.some(({ prefix }) => prefix.address.family === words.family)
          : profile.roles.some((roleSource) => roleSource.kind === 'group' && roleSource.family === words.family),
      )
      .map((binding) => ({ ...binding, words })),
  );
}

/** A line by which multicast of an interface follows a group. */
export interface MulticastTrack {
  readonly line: MatchedLine;
  /** Absent in a line that is cut. */
  readonly vrid?: number;
  /** `admin`: it names a management group on an interface; `own`: a group of the interface itself. */
  readonly kind: 'own' | 'admin';
  /** The key of the interface that the line names. */
  readonly on?: string;
  /** Absent where the tracked group is the one that the profile follows, or one that leads it. */
  readonly fault?: 'other-number' | 'other-interface' | 'other-group';
}

/** The tracks of a bound interface, held against the group that the profile follows. */
export function multicastTracks(device: Device, binding: MulticastBinding): MulticastTrack[] {
  return binding.interface.block.lines.flatMap((line) => trackIn(device, binding, line) ?? []);
}

function trackIn(device: Device, binding: MulticastBinding, line: MatchedLine): MulticastTrack | undefined {
  const { words } = binding;
  const text = canonicalText(line);
  const own = new RegExp(`^${words.track} vrid (\\d+)$`).exec(text);
  if (own) {
    const vrid = Number(own[1]);
    return { line, vrid, kind: 'own', fault: ownFault(device, binding, vrid) };
  }
  const admin = new RegExp(`^${words.adminTrack} interface (.+) vrid (\\d+)$`).exec(text);
  if (admin) {
    const [key, vrid] = [interfaceKey(admin[1]!), Number(admin[2])];
    return { line, vrid, kind: 'admin', on: key, fault: adminFault(device, binding, key, vrid) };
  }
  // A cut line is a finding of its own, and what it was meant to track is not known (docs/decisions/malformed-lines.md).
  return [words.track, words.adminTrack].some((start) => startsWith(text, start)) ? { line, kind: 'own' } : undefined;
}

function ownFault(
  device: Device,
  { interface: bound, role, words }: MulticastBinding,
  vrid: number,
): MulticastTrack['fault'] {
  if (role.interfaceKey !== bound.key)
    return findGroup(device, bound.key, words.family, vrid) ? undefined : 'other-interface';
  // A profile that names no existing group is another finding; the tracked group may well be right.
  const followed = findGroup(device, role.interfaceKey, words.family, role.vrid.value);
  return vrid === role.vrid.value || !followed ? undefined : 'other-number';
}

function adminFault(
  device: Device,
  { role, words }: MulticastBinding,
  key: string,
  vrid: number,
): MulticastTrack['fault'] {
  const followed = findGroup(device, role.interfaceKey, words.family, role.vrid.value);
  if (!followed || (key === role.interfaceKey && vrid === role.vrid.value)) return undefined;
  const { follows } = followed;
  if (follows && follows.interfaceKey === key && follows.vrid.value === vrid) return undefined;
  const named = findGroup(device, key, words.family, vrid);
  return key === role.interfaceKey && !named ? 'other-number' : 'other-group';
}

/**
 * True when the interface has a line in force that begins with these words, complete or not (docs/decisions/malformed-lines.md: a cut
 * line is its own finding).
 */
export function hasLine(port: Interface, start: string): boolean {
  const [first] = start.split(' ');
  const lines = inForce(port.block.lines);
  return lines.some((line) => firstWordOf(line) === first && startsWith(canonicalText(line), start));
}

function startsWith(text: string, start: string): boolean {
  return text.startsWith(start) && (text.length === start.length || text.charCodeAt(start.length) === 32);
}
