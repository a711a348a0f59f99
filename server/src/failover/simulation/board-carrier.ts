// The sessions of a service board, copied over the link between the two boards of one service-location.
import type { Device } from '../../model/device';
import { other, type LocationPair, type Pair, type Side } from '../../model/pairing/pair';
import type { Carrier } from './carrier';
import { evidence } from './evidence';
import { bySide, deviceNames, sides } from './names';
import { figureOf } from './refill-figures';
import type { Evidence } from './rehearsal';
import { servicesOn } from './topology';

export function boardCarrier(pair: Pair, location: LocationPair): Carrier {
  const names = deviceNames(pair);
  const found = [...new Set(sides.flatMap((side) => servicesOn(pair[side], location[side])))].sort();
  return {
    kind: 'board',
    services: found.length > 0 ? found : [`service-location ${location.a.id}`],
    bound: sides.map((side) => `${names[side]} service-location ${location[side].id}`),
    faults: [...sides.flatMap((side) => peerAddressFault(pair, side, location)), ...hotBackupFaults(pair, location)],
    unready: bySide((side) => (found.length > 0 ? missingInstance(pair, side, location) : [])),
    lines: sides.flatMap((side) => remoteLine(pair, side, location)),
    ends: bySide((side) => (location[side].remote ? [location[side].remote.interfaceKey] : [])),
    location: location.a.id,
    figure: figureOf(found.length > 0 ? found : ['nat']),
  };
}

function remoteLine(pair: Pair, side: Side, location: LocationPair): Evidence[] {
  const { remote, id } = location[side];
  if (!remote) return [];
  const text = `${deviceNames(pair)[side]}: entries of service-location ${id} over ${remote.interface.value}`;
  return [evidence(remote.line, text, '004 step 3.4', 'service-location-peer-not-mirrored')];
}

function peerAddressFault(pair: Pair, side: Side, location: LocationPair): Evidence[] {
  const names = deviceNames(pair);
  const { remote } = location[side];
  const far = other(side);
  const farRemote = location[far].remote;
  const farInterface = farRemote && pair[far].interfaces.get(farRemote.interfaceKey);
  if (!remote || !farInterface || farInterface.addresses.length === 0) return [];
  const peerKey = remote.peer.value.key;
  if (farInterface.addresses.some(({ prefix }) => prefix.address.key === peerKey)) return [];
  const text = `${names[side]}: ${peerKey} is not the address of ${farInterface.name} on ${names[far]}`;
  return [evidence(remote.peer.at, text, '004 step 3.4', 'service-location-peer-not-mirrored')];
}

function hotBackupFaults(pair: Pair, location: LocationPair): Evidence[] {
  const names = deviceNames(pair);
  const missing = sides.filter((side) => !hasSystemLine(pair[side], /^service-ha hot-backup enable/i));
  const rule = missing.length === 1 ? 'service-ha-hot-backup-one-sided' : 'service-ha-hot-backup-missing';
  return missing.map((side) => {
    const text = `${names[side]}: service-ha hot-backup enable is missing, so sessions are not copied`;
    return evidence(location[side].at, text, '004 step 1.2', rule);
  });
}

function missingInstance(pair: Pair, side: Side, location: LocationPair): Evidence[] {
  if (servicesOn(pair[side], location[side]).length > 0) return [];
  const text = `${deviceNames(pair)[side]}: no instance runs on service-location ${location[side].id}`;
  return [evidence(location[side].at, text, '004 step 5.3', 'ds-lite-instance-unbound')];
}

function hasSystemLine(device: Device, pattern: RegExp): boolean {
  for (const lines of device.system.values()) {
    if (lines.some((line) => pattern.test(line.text))) return true;
  }
  return false;
}
