// How much the channels, virtual routers and profiles of two devices look like two ends of one thing. Candidates come from indexes,
// never all against all.
import { push } from '../../text/collections';
import { prefixKey } from '../address';
import { groupsOf } from '../services/bindings';
import type { Channel, Device, Group, Interface, Rbp } from '../device';
import { mirroring } from '../services/channels';
import { isLinkLocalIp, localAddressesOn, sharedVirtualIp, shareSubnet } from '../vrrp/addresses';

/** What a group on another device must share to be the same virtual router: a virtual IP, or the vrid on one subnet. */
export function groupKeys(device: Device, group: Group): readonly string[] {
  const on = device.interfaces.get(group.interfaceKey);
  const known = keysOfGroups.get(group);
  if (known && known.on === on) return known.keys;
  const keys: string[] = [];
  for (const ip of group.virtualIps) if (!isLinkLocalIp(ip)) keys.push(`vip ${ip.address.key}`);
  for (const local of localAddressesOn(on, group.family))
    keys.push(`net ${group.family} ${group.vrid} ${prefixKey(local.prefix)}`);
  keysOfGroups.set(group, { on, keys });
  return keys;
}

// A group that no edit touched is the same object after it, and so is its interface.
const keysOfGroups = new WeakMap<Group, { readonly on: Interface | undefined; readonly keys: readonly string[] }>();

interface GroupCouple {
  readonly one: Group;
  readonly two: Group;
  readonly affinity: number;
}

/** Groups of `a` and `b` that look like one virtual router. Asked several times of one couple of devices. */
export function alikeGroups(a: Device, b: Device): readonly GroupCouple[] {
  const known = alike.get(a.groups);
  if (known?.other === b.groups) return known.couples;
  const couples = findAlikeGroups(a, b);
  alike.set(a.groups, { other: b.groups, couples });
  return couples;
}

const alike = new WeakMap<
  Device['groups'],
  { readonly other: Device['groups']; readonly couples: readonly GroupCouple[] }
>();

/** By index, never all against all. */
function findAlikeGroups(a: Device, b: Device): GroupCouple[] {
  const index = new Map<string, Group[]>();
  for (const group of b.groups) {
    for (const key of groupKeys(b, group)) push(index, key, group);
  }
  const couples: GroupCouple[] = [];
  for (const one of a.groups) {
    const partners: Group[] = [];
    for (const key of groupKeys(a, one))
      for (const two of index.get(key) ?? []) if (!partners.includes(two)) partners.push(two);
    for (const two of partners) {
      const affinity = groupAffinity(a, one, b, two);
      if (affinity >= 2) couples.push({ one, two, affinity });
    }
  }
  return couples;
}

interface ProfileCouple {
  readonly one: Rbp;
  readonly two: Rbp;
  /** They follow one virtual router, or one E-Trunk. */
  readonly group: boolean;
}

/** Profiles of `a` and `b` that share a backup-id or a role source. Asked twice of one couple of devices. */
export function alikeProfiles(a: Device, b: Device, groups: readonly GroupCouple[]): readonly ProfileCouple[] {
  const known = alikeByGroups.get(groups);
  if (known && known.a === a.profiles && known.b === b.profiles) return known.couples;
  const couples = findAlikeProfiles(a, b, groups);
  alikeByGroups.set(groups, { a: a.profiles, b: b.profiles, couples });
  return couples;
}

const alikeByGroups = new WeakMap<
  readonly GroupCouple[],
  { readonly a: Device['profiles']; readonly b: Device['profiles']; readonly couples: readonly ProfileCouple[] }
>();

/** By index, never all against all. */
function findAlikeProfiles(a: Device, b: Device, groups: readonly GroupCouple[]): ProfileCouple[] {
  const roles = new Map<Group, Set<Group>>();
  for (const { one, two } of groups) roles.set(one, (roles.get(one) ?? new Set()).add(two));
  const byId = new Map<number, Rbp[]>();
  const byGroup = new Map<Group, Rbp[]>();
  const byTrunk = new Map<number, Rbp[]>();
  for (const profile of b.profiles.values()) {
    if (profile.backupId) push(byId, profile.backupId.value, profile);
    for (const group of groupsOf(profile, b)) push(byGroup, group, profile);
    for (const role of profile.roles) if (role.kind === 'e-trunk') push(byTrunk, role.eTrunk.value, profile);
  }
  return [...a.profiles.values()].flatMap((one) => {
    const sameRole = new Set<Rbp>();
    for (const group of groupsOf(one, a))
      for (const answer of roles.get(group) ?? []) for (const two of byGroup.get(answer) ?? []) sameRole.add(two);
    for (const role of one.roles)
      if (role.kind === 'e-trunk') for (const two of byTrunk.get(role.eTrunk.value) ?? []) sameRole.add(two);
    const all = new Set([...sameRole, ...(one.backupId ? (byId.get(one.backupId.value) ?? []) : [])]);
    return [...all].map((two) => ({ one, two, group: sameRole.has(two) }));
  });
}

/** 100 for a mirrored channel with one port; less for each thing that disagrees; 0 for no relation. */
export function mirrorWeight(a: Channel, b: Channel, deviceA: Device, deviceB: Device): number {
  const { family, there, back, port } = mirroring(a, b);
  if (!family) return 0;
  if (there && back) return port ? 100 : 90;
  if (there || back) return port ? 50 : 40;
  // Neither end mirrors, but each points at an address that the other device has.
  const points = (deviceB.addresses.has(a.peer.value.key) ? 1 : 0) + (deviceA.addresses.has(b.peer.value.key) ? 1 : 0);
  return points === 2 ? 40 : points === 1 && port ? 25 : 0;
}

/** How much two groups look like one virtual router, 0-4: a shared virtual IP, one vrid, one subnet with different own addresses. */
export function groupAffinity(deviceA: Device, a: Group, deviceB: Device, b: Group): number {
  if (a.family !== b.family || !a.exists || !b.exists) return 0;
  const vip = sharedVirtualIp(a, b) !== undefined;
  const vrid = a.vrid === b.vrid;
  const subnet = shareSubnet({ device: deviceA, group: a }, { device: deviceB, group: b });
  if (!vip && !(vrid && subnet)) return 0;
  return (vip ? 1 : 0) + (vrid ? 1 : 0) + (subnet ? 1 : 0);
}

export function shareService(a: Rbp, b: Rbp): boolean {
  return (
    a.services.length === 0 ||
    b.services.length === 0 ||
    a.services.some((one) => b.services.some((two) => two.value === one.value))
  );
}
