// What in two files says that their devices back each other up, each with a weight.
import { push } from '../../text/collections';
import type { Device, ETrunk, ServiceLocation } from '../device';
import { sharedVirtualIp } from '../vrrp/addresses';
import type { PairingEvidence } from './pair';
import {
  channelEnds,
  groupAffinity,
  matchingGroups,
  matchingProfiles,
  mirroredEnds,
  relatedEnds,
  shareService,
} from './similarity';

/** Each kind of evidence once, the strongest of it; strongest first. */
export function pairingEvidence(a: Device, b: Device): PairingEvidence[] {
  const found: PairingEvidence[] = [];
  const best = (list: PairingEvidence[]) => {
    const top = list.sort((x, y) => y.weight - x.weight)[0];
    if (top) found.push(top);
  };
  best(channelEvidence(a, b));
  best(boardEvidence(a, b));
  best(trunkEvidence(a, b));
  best(groupEvidence(a, b));
  best(profileEvidence(a, b));
  return found.sort((x, y) => y.weight - x.weight);
}

/** Ends at the first virtual router that is whole: no other says more. */
function groupEvidence(a: Device, b: Device): PairingEvidence[] {
  let inPart: PairingEvidence | undefined;
  for (const group of a.groups) {
    for (const peerGroup of matchingGroups(a, group, b)) {
      const what = `${group.family === 6 ? 'VRRP6' : 'VRRP'} group`;
      const where = `(${group.interfaceName}, ${peerGroup.interfaceName})`;
      if (groupAffinity(a, group, b, peerGroup) >= 3) {
        const address = sharedVirtualIp(group, peerGroup) ?? '-';
        return [{ weight: 50, text: `${what} ${group.vrid} with virtual IP ${address} on one subnet ${where}` }];
      }
      inPart ??= { weight: 30, text: `${what} ${group.vrid} and ${peerGroup.vrid} alike in part ${where}` };
    }
  }
  return inPart ? [inPart] : [];
}

/** The first profiles of one backup-id that follow one virtual router, or one E-Trunk. */
function profileEvidence(a: Device, b: Device): PairingEvidence[] {
  for (const profile of a.profiles.values()) {
    if (!profile.backupId) continue;
    for (const { peerProfile, group } of matchingProfiles(a, profile, b)) {
      if (group && profile.backupId.value === peerProfile.backupId?.value && shareService(profile, peerProfile))
        return [
          { weight: 25, text: `backup-id ${profile.backupId.value} on both (${profile.name}, ${peerProfile.name})` },
        ];
    }
  }
  return [];
}

function channelEvidence(a: Device, b: Device): PairingEvidence[] {
  const [left, right] = [channelEnds(a), channelEnds(b)];
  const mirrored = mirroredEnds(left, right);
  const rated = mirrored.length > 0 ? mirrored : relatedEnds(left, right, a, b);
  return rated.map(({ ofA: { rbs: ofA, channel }, ofB: { rbs: ofB, channel: peerChannel }, weight }) => {
    const port = weight === 100 ? channel.port.value : `${channel.port.value} against ${peerChannel.port.value}`;
    const text =
      weight >= 90
        ? `RBS channel mirrored: ${channel.source.value.key} - ${channel.peer.value.key}, port ${port}`
        : `RBS channel mirrored in part: ${ofA.name} ${channel.source.value.key} -> ${channel.peer.value.key} and ${ofB.name} ${peerChannel.source.value.key} -> ${peerChannel.peer.value.key}`;
    return { weight, text };
  });
}

/** The addresses of a board's own interface, by which the other board names it. */
function boardAddresses(device: Device, { remote }: ServiceLocation): readonly string[] {
  const own = remote && device.interfaces.get(remote.interfaceKey);
  return own ? own.addresses.map((address) => address.prefix.address.key) : [];
}

/** By index: boards that name each other, and those of one number of which one has no channel. */
function boardEvidence(a: Device, b: Device): PairingEvidence[] {
  const byPeer = new Map<string, ServiceLocation[]>();
  const byAddress = new Map<string, ServiceLocation[]>();
  for (const ofB of b.locations.values()) {
    if (!ofB.remote) continue;
    push(byPeer, ofB.remote.peer.value.key, ofB);
    for (const key of boardAddresses(b, ofB)) push(byAddress, key, ofB);
  }
  const order = new Map([...b.locations.values()].map((serviceLocation, index) => [serviceLocation, index]));
  return [...a.locations.values()].flatMap((ofA) => {
    const pointedAt = new Set(ofA.remote ? byAddress.get(ofA.remote.peer.value.key) : []);
    const pointingBack = new Set(boardAddresses(a, ofA).flatMap((key) => byPeer.get(key) ?? []));
    const same = b.locations.get(ofA.id);
    const candidates = new Set([...pointedAt, ...pointingBack, ...(same ? [same] : [])]);
    return [...candidates]
      .sort((x, y) => order.get(x)! - order.get(y)!)
      .flatMap((ofB): PairingEvidence[] => {
        if (!ofA.remote || !ofB.remote) {
          // One end is missing: the other still points at an address of this device.
          const [remote, device] = ofA.remote ? [ofA.remote, b] : [ofB.remote, a];
          return ofA.id === ofB.id && remote && device.addresses.has(remote.peer.value.key)
            ? [{ weight: 35, text: `remote-backup interface mirrored in part: service-location ${ofA.id} on both` }]
            : [];
        }
        const which = `service-location ${ofA.id} and ${ofB.id}`;
        if (pointedAt.has(ofB) && pointingBack.has(ofB))
          return [{ weight: 80, text: `remote-backup interface mirrored: ${which}` }];
        return pointedAt.has(ofB) || pointingBack.has(ofB)
          ? [{ weight: 35, text: `remote-backup interface mirrored in part: ${which}` }]
          : [];
      });
  });
}

/** By index: E-Trunks of which one names the other's address. */
function trunkMatches(a: Device, b: Device): { ofA: ETrunk; ofB: ETrunk; isMirrored: boolean }[] {
  const bySource = new Map<string, ETrunk[]>();
  const byPeer = new Map<string, ETrunk[]>();
  for (const ofB of b.eTrunks.values()) {
    if (ofB.source) push(bySource, ofB.source.value.key, ofB);
    if (ofB.peer) push(byPeer, ofB.peer.value.key, ofB);
  }
  const order = new Map([...b.eTrunks.values()].map((trunk, index) => [trunk, index]));
  return [...a.eTrunks.values()].flatMap((ofA) => {
    const pointedAt = new Set(ofA.peer ? bySource.get(ofA.peer.value.key) : []);
    const pointingBack = new Set(ofA.source ? byPeer.get(ofA.source.value.key) : []);
    return [...new Set([...pointedAt, ...pointingBack])]
      .sort((x, y) => order.get(x)! - order.get(y)!)
      .map((ofB) => ({ ofA, ofB, isMirrored: pointedAt.has(ofB) && pointingBack.has(ofB) }));
  });
}

function trunkEvidence(a: Device, b: Device): PairingEvidence[] {
  return trunkMatches(a, b).map(({ ofA, isMirrored }) =>
    isMirrored
      ? { weight: 80, text: `E-Trunk ${ofA.id} mirrored: ${ofA.source!.value.key} - ${ofA.peer!.value.key}` }
      : { weight: 35, text: `E-Trunk ${ofA.id} mirrored in part` },
  );
}

/** The E-Trunks of `a` whose other end is, by an address, on `b`. */
export function trunksShared(a: Device, b: Device): readonly ETrunk[] {
  const matches = trunkMatches(a, b);
  // What mirrors outweighs all else: an end that has its other end is no end of a second E-Trunk with the same source.
  const complete = new Set(matches.flatMap(({ ofA, ofB, isMirrored }) => (isMirrored ? [ofA, ofB] : [])));
  const own = matches.filter(({ ofA, ofB }) => complete.has(ofA) || !complete.has(ofB));
  return [...new Set(own.map(({ ofA }) => ofA))];
}

/** From this weight on a connection names both devices at both of its ends. */
const mirrored = 80;

/** Whether a backup channel, a service board or an E-Trunk of each names the other, whatever its port. */
export function hasMirroredConnection(a: Device, b: Device): boolean {
  return [channelEvidence, boardEvidence, trunkEvidence].some((evidence) =>
    evidence(a, b).some(({ weight }) => weight >= mirrored),
  );
}
