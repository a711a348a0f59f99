// How much the channels, virtual routers and profiles of two devices look like two ends of one thing. Candidates come from indexes,
// never all against all.
import { push } from '../../text/collections';
import { mapIndex } from '../incremental/index-view';
import { followersOf, groupsOf } from '../services/bindings';
import type { Channel, Device, Group, Rbp, Rbs } from '../device';
import { mirroring } from '../services/channels';
import { sharedVirtualIp, shareSubnet } from '../vrrp/addresses';
import { relatedGroups } from './group-keys';

/** Groups of `b` that look like one virtual router with this one of `a`. Asked several times of one couple of devices. */
export function matchingGroups(a: Device, group: Group, b: Device): readonly Group[] {
  const known = knownMatches.get(group);
  if (known?.own === a.groups && known.other === b.groups) return known.groups;
  const groups = relatedGroups(a, group, b).filter((peerGroup) => groupAffinity(a, group, b, peerGroup) >= 2);
  knownMatches.set(group, { own: a.groups, other: b.groups, groups });
  return groups;
}

// How the group is found follows from how many others of both devices look the same.
const knownMatches = new WeakMap<
  Group,
  { readonly own: Device['groups']; readonly other: Device['groups']; readonly groups: readonly Group[] }
>();

/** Profiles by what answers them on another device, and by the interfaces whose groups they name. */
const profilesByKey = mapIndex((profile: Rbp) => [
  ...(profile.backupId ? [`id ${profile.backupId.value}`] : []),
  ...profile.roles.flatMap((role) =>
    role.kind === 'group' ? [`on ${role.interfaceKey}`] : [`trunk ${role.eTrunk.value}`],
  ),
]);

/** Profiles that name a group of this interface, there or not. */
export function profilesNaming(interfaceKey: string, device: Device): readonly Rbp[] {
  return profilesByKey(device.profiles).get(`on ${interfaceKey}`);
}

interface ProfileCandidate {
  readonly peerProfile: Rbp;
  /** They follow one virtual router, or one E-Trunk. */
  readonly group: boolean;
}

/** Profiles of `b` that share a backup-id or a role source with this one of `a`. */
export function matchingProfiles(a: Device, profile: Rbp, b: Device): readonly ProfileCandidate[] {
  return candidates(a, profile, b, matchingGroups);
}

/** Profiles of the other device that may be alike, whatever their groups look like. */
export function relatedProfiles(device: Device, profile: Rbp, other: Device): readonly Rbp[] {
  return candidates(device, profile, other, relatedGroups).map(({ peerProfile }) => peerProfile);
}

function candidates(a: Device, profile: Rbp, b: Device, answers: typeof relatedGroups): ProfileCandidate[] {
  const index = profilesByKey(b.profiles);
  const sameRole = new Set<Rbp>();
  for (const group of groupsOf(profile, a))
    for (const answer of answers(a, group, b)) for (const follower of followersOf(answer, b)) sameRole.add(follower);
  for (const role of profile.roles)
    if (role.kind === 'e-trunk') for (const profile of index.get(`trunk ${role.eTrunk.value}`)) sameRole.add(profile);
  const sameId = profile.backupId ? index.get(`id ${profile.backupId.value}`) : [];
  return [...new Set([...sameRole, ...sameId])].map((profile) => ({
    peerProfile: profile,
    group: sameRole.has(profile),
  }));
}

/** An end of a channel, with the service that it belongs to. */
export interface ChannelEnd {
  readonly rbs: Rbs;
  readonly channel: Channel;
}

interface RatedEnds {
  readonly ofA: ChannelEnd;
  readonly ofB: ChannelEnd;
  readonly weight: number;
}

/** Every channel of the device, with the RBS that it belongs to. */
export function channelEnds(device: Device): ChannelEnd[] {
  return [...device.services.values()].flatMap((rbs) => rbs.channels.map((channel) => ({ rbs, channel })));
}

/** Ends that name each other, whatever their ports; in the order of `left`, then of `right`. By index, never all against all. */
export function mirroredEnds(left: readonly ChannelEnd[], right: readonly ChannelEnd[]): RatedEnds[] {
  const index = new Map<string, ChannelEnd[]>();
  for (const end of right) {
    const { family, source, peer } = end.channel;
    push(index, `${family} ${source.value.key} ${peer.value.key}`, end);
  }
  return left.flatMap((channelEnd) => {
    const { family, source, peer, port } = channelEnd.channel;
    const others = index.get(`${family} ${peer.value.key} ${source.value.key}`) ?? [];
    return others.map((end) => ({
      ofA: channelEnd,
      ofB: end,
      weight: port.value === end.channel.port.value ? 100 : 90,
    }));
  });
}

/** Ends with any relation between them: they share an address, or one points at an address of the other device. By index. */
export function relatedEnds(
  left: readonly ChannelEnd[],
  right: readonly ChannelEnd[],
  deviceA: Device,
  deviceB: Device,
): RatedEnds[] {
  const bySource = new Map<string, ChannelEnd[]>();
  const byPeer = new Map<string, ChannelEnd[]>();
  const byPort = new Map<number, ChannelEnd[]>();
  const pointing: ChannelEnd[] = [];
  for (const end of right) {
    push(bySource, end.channel.source.value.key, end);
    push(byPeer, end.channel.peer.value.key, end);
    push(byPort, end.channel.port.value, end);
    if (deviceA.addresses.has(end.channel.peer.value.key)) pointing.push(end);
  }
  const order = new Map(right.map((end, index) => [end, index]));
  return left.flatMap((channelEnd) => {
    const { source, peer, port } = channelEnd.channel;
    const candidates = new Set([
      ...(bySource.get(peer.value.key) ?? []),
      ...(byPeer.get(source.value.key) ?? []),
      ...(deviceB.addresses.has(peer.value.key) ? [...(byPort.get(port.value) ?? []), ...pointing] : pointing),
    ]);
    return [...candidates]
      .sort((x, y) => order.get(x)! - order.get(y)!)
      .map((candidate) => ({
        ofA: channelEnd,
        ofB: candidate,
        weight: mirrorWeight(channelEnd.channel, candidate.channel, deviceA, deviceB),
      }))
      .filter(({ weight }) => weight > 0);
  });
}

/** 100 for a mirrored channel with one port; less for each thing that disagrees; 0 for no relation. */
export function mirrorWeight(a: Channel, b: Channel, deviceA: Device, deviceB: Device): number {
  const { family, aPointsToB, bPointsToA, port } = mirroring(a, b);
  if (!family) return 0;
  if (aPointsToB && bPointsToA) return port ? 100 : 90;
  if (aPointsToB || bPointsToA) return port ? 50 : 40;
  // Neither end mirrors, but each points at an address that the other device has.
  const points = (deviceB.addresses.has(a.peer.value.key) ? 1 : 0) + (deviceA.addresses.has(b.peer.value.key) ? 1 : 0);
  if (points === 2) return 40;
  return points === 1 && port ? 25 : 0;
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

/** Whether the two profiles serve a service in common. */
export function shareService(a: Rbp, b: Rbp): boolean {
  return (
    a.services.length === 0 ||
    b.services.length === 0 ||
    a.services.some((fact) => b.services.some((service) => service.value === fact.value))
  );
}
