// The sessions of a service board, copied over the link between the two boards of one service-location.
import { other, type LocationPair, type Pair, type Side } from '../../model/pairing/pair';
import { boardLink, type BoardLink } from '../../model/services/board-link';
import { boardRefill, longestRefill } from '../../model/services/refill';
import { hotBackupLine, instancesOn } from '../../model/services/service-boards';
import { profilesTranslatedBy } from '../../model/services/translated-logins';
import { portsTranslatedBy } from '../../model/services/translated-ports';
import type { Carrier } from './carrier';
import { evidence } from './evidence';
import { bySide, deviceNames, sides } from './names';
import type { Evidence } from './rehearsal';
import { servicesOn } from './topology';

/** The link between two service boards, which carries their sessions. */
export function boardCarrier(pair: Pair, location: LocationPair): Carrier {
  const names = deviceNames(pair);
  const link = boardLink(pair, location);
  const found = [...new Set(sides.flatMap((side) => servicesOn(pair[side], location[side])))].sort();
  return {
    kind: 'board',
    services: found.length > 0 ? found : [`service-location ${location.a.id}`],
    bound: sides.map((side) => `${names[side]} service-location ${location[side].id}`),
    faults: [
      ...sides.flatMap((side) => peerAddressFault(pair, side, location, link)),
      ...hotBackupFaults(pair, location),
    ],
    unready: bySide((side) => (found.length > 0 ? missingInstance(pair, side, location) : [])),
    lines: sides.flatMap((side) => remoteLine(pair, side, location)),
    ends: bySide((side) => (location[side].remote ? [location[side].remote.interfaceKey] : [])),
    users: { a: [], b: [] },
    routedUsers: bySide((side) => routedUsers(pair[side], location[side])),
    location: location.a.id,
    figure: found.length > 0 ? longestRefill(found) : boardRefill,
  };
}

/** Where the users of its instances come in; those who log in depend on their profile, those of a virtual router on its group. */
function routedUsers(device: Pair['a'], location: LocationPair['a']): string[] {
  const ports = instancesOn(device, location).flatMap((instance) => portsTranslatedBy(device, instance));
  const routed = ports.filter(({ profiles, groups }) => profiles.length + groups.length === 0);
  return [...new Set(routed.map(({ key }) => key))];
}

function remoteLine(pair: Pair, side: Side, location: LocationPair): Evidence[] {
  const { remote, id } = location[side];
  if (!remote) return [];
  const text = `${deviceNames(pair)[side]}: entries of service-location ${id} over ${remote.interface.value}`;
  return [evidence(remote.line, text, '004 step 3.4', 'service-location-peer-not-mirrored')];
}

function peerAddressFault(pair: Pair, side: Side, location: LocationPair, link: BoardLink): Evidence[] {
  const names = deviceNames(pair);
  const far = other(side);
  const { remote } = location[side];
  const farRemote = location[far].remote;
  const { pointsAtPeer, peerAddresses } = link.ends[side];
  if (!remote || !farRemote || pointsAtPeer || peerAddresses.length === 0) return [];
  const text = `${names[side]}: ${remote.peer.value.key} is not the address of ${farRemote.interface.value} on ${names[far]}`;
  return [evidence(remote.peer.at, text, '004 step 3.4', link.related ? 'service-location-peer-not-mirrored' : null)];
}

function hotBackupFaults(pair: Pair, location: LocationPair): Evidence[] {
  const names = deviceNames(pair);
  const missing = sides.filter((side) => !hotBackupLine(pair[side]));
  const rule = missing.length === 1 ? 'service-ha-hot-backup-one-sided' : 'service-ha-hot-backup-missing';
  return missing.map((side) => {
    const lost = keepsUsers(pair[side], location[side])
      ? 'users are kept and their sessions are not copied'
      : 'sessions are not copied';
    const text = `${names[side]}: service-ha hot-backup enable is missing, so ${lost}`;
    return evidence(location[side].at, text, '004 step 1.2', rule);
  });
}

/** Users who log in are known without hot backup too; of users who only pass through nothing is. */
function keepsUsers(device: Pair['a'], location: LocationPair['a']): boolean {
  return instancesOn(device, location).some((instance) => profilesTranslatedBy(device, instance).length > 0);
}

function missingInstance(pair: Pair, side: Side, location: LocationPair): Evidence[] {
  if (servicesOn(pair[side], location[side]).length > 0) return [];
  const text = `${deviceNames(pair)[side]}: no instance runs on service-location ${location[side].id}`;
  return [evidence(location[side].at, text, '004 step 5.3', 'ds-lite-instance-unbound')];
}
