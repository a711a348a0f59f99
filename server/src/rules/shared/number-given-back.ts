// A VRRP group that lost its number: what follows it looks for the old one, and the other device still has that. More places say the
// old number than the new one, so the group gets it back, and not the others the new one (docs/decisions/fixes.md).
import type { Fix } from '../../diagnostics/rule';
import { numberPlaces, renumber } from '../../edits/vrrp-group-edits';
import type { Device, Group } from '../../model/device';
import { groupPairOf } from '../../model/pairing/matching';
import { other, type Pair } from '../../model/pairing/pair';
import { findGroup } from '../../model/services/bindings';
import { sharedVirtualIp } from '../../model/vrrp/addresses';
import { groupName, type Member } from '../../model/vrrp/member';
import { seatsOf } from './peer-says';

/**
 * `others` are the fixes that take the number the group has now, `candidates` the groups that may be meant, `wanted` the number that is
 * looked for. Where the other device has that number, giving it back is offered too, and alone where more places agree on it: with the
 * new number the two devices would still not be one virtual router.
 */
export function withNumberGivenBack(
  others: readonly Fix[],
  device: Device,
  candidates: readonly Group[],
  wanted: number,
  pairs: readonly Pair[],
): readonly Fix[] {
  for (const group of candidates) {
    const peer = group.exists && group.vrid !== wanted ? peerNumbered(device, group, wanted, pairs) : undefined;
    if (!peer) continue;
    const member = { device, group };
    const fix: Fix = {
      title: `Give ${groupName(group)} of ${group.interfaceName} the number ${wanted}, as on ${peer.device.name}`,
      edits: renumber(member, wanted),
      safe: false,
    };
    const forWanted = 1 + namings(peer) + namings({ device, group: { ...group, vrid: wanted } });
    if (forWanted > 1 + namings(member)) return [fix];
    return [...others.map((each): Fix => ({ ...each, safe: false })), fix];
  }
  return others;
}

/** How many places beside the lines of the group itself name its number. */
function namings({ device, group }: Member): number {
  return numberPlaces({ device, group: { ...group, lines: [] } }).length;
}

/** The other end of the virtual router, where that has the number: of the group, or of what still has the number here. */
function peerNumbered(device: Device, group: Group, wanted: number, pairs: readonly Pair[]): Member | undefined {
  const left = findGroup(device, group.interfaceKey, group.family, wanted);
  for (const { pair, side, peer } of seatsOf(device, pairs)) {
    const found = [group, left].flatMap((own) => (own && groupPairOf(pair, own)?.[other(side)]) ?? []);
    const match = found.find((end) => end.exists && end.vrid === wanted && sharedVirtualIp(group, end) !== undefined);
    if (match) return { device: peer, group: match };
  }
  return undefined;
}
