// The devices of a network by what pairing finds them by, kept from one edit to the next.
import type { Device } from '../device';
import { allKeys, keyChanges, pairingKeys, shareKey } from './pairing-keys';

/** Which devices share a key of pairing. */
export interface PairingIndex {
  readonly devices: Map<string, Device>;
  /** The files of the devices that have a key. */
  readonly filesByKey: Map<string, Set<string>>;
  /** Of files that were affected by an edit, those that shared a key with them at some time. */
  readonly neighbours: Map<string, Set<string>>;
}

/** What an edit replaced, took away and brought. */
export interface DeviceChanges {
  readonly removed: readonly Device[];
  readonly added: readonly Device[];
}

/** `edited`: the only devices that are not those of the index; without it they are looked for. */
export function deviceChanges(
  { devices: known }: PairingIndex,
  devices: readonly Device[],
  edited: readonly Device[] | undefined,
): DeviceChanges {
  if (edited) return { added: edited, removed: edited.map(({ file }) => known.get(file)!) };
  const present = new Set(devices);
  return {
    added: devices.filter((device) => known.get(device.file) !== device),
    removed: [...known.values()].filter((device) => !present.has(device)),
  };
}

/** Brings the index up to date. Returns the files of which another pairing may follow: the changed ones and their neighbours. */
export function updateIndex(index: PairingIndex, { removed, added }: DeviceChanges, isEdit: boolean): Set<string> {
  const affected = new Set<string>();
  const affect = (file: string): void => {
    affected.add(file);
    for (const other of index.neighbours.get(file) ?? []) affected.add(other);
  };
  const replaced = new Set(added.map(({ file }) => file));
  for (const device of removed) {
    keepNeighbours(index, device);
    affect(device.file);
    if (!replaced.has(device.file)) removeDevice(index, device);
  }
  for (const device of added) addDevice(index, device);
  for (const device of added) {
    if (isEdit) keepNeighbours(index, device);
    affect(device.file);
  }
  return affected;
}

function removeDevice({ devices, neighbours, filesByKey }: PairingIndex, device: Device): void {
  devices.delete(device.file);
  neighbours.delete(device.file);
  for (const key of allKeys(device)) removeFile(filesByKey, key, device.file);
}

function addDevice(index: PairingIndex, device: Device): void {
  const { lost, won } = keyChanges(index.devices.get(device.file), device);
  for (const key of lost) removeFile(index.filesByKey, key, device.file);
  for (const key of won) addFile(index, key, device.file);
  index.devices.set(device.file, device);
}

function addFile({ filesByKey, neighbours }: PairingIndex, key: string, file: string): void {
  const files = filesByKey.get(key);
  if (!files) {
    filesByKey.set(key, new Set([file]));
    return;
  }
  files.add(file);
  for (const other of files) {
    if (other === file) continue;
    neighbours.get(file)?.add(other);
    neighbours.get(other)?.add(file);
  }
}

function removeFile(filesByKey: Map<string, Set<string>>, key: string, file: string): void {
  const files = filesByKey.get(key);
  if (files?.delete(file) && files.size === 0) filesByKey.delete(key);
}

function keepNeighbours(index: PairingIndex, device: Device): Set<string> {
  let neighbours = index.neighbours.get(device.file);
  if (!neighbours) index.neighbours.set(device.file, (neighbours = neighboursOf(index, device)));
  return neighbours;
}

/** The files of other devices that share a key with this one. */
function neighboursOf({ filesByKey }: PairingIndex, device: Device): Set<string> {
  const files = new Set<string>();
  for (const keys of pairingKeys(device))
    for (const key of keys) for (const file of filesByKey.get(key) ?? []) files.add(file);
  files.delete(device.file);
  return files;
}

/** The files of the devices that share a key with this one, sorted. A reading of all asks once, edits ask again and again. */
export function relatedFiles(index: PairingIndex, device: Device, isEdit: boolean): string[] {
  const { devices, neighbours } = index;
  const known = isEdit ? keepNeighbours(index, device) : neighbours.get(device.file);
  if (!known) return [...neighboursOf(index, device)].sort();
  const stillShares = (file: string): boolean => {
    const other = devices.get(file);
    return other !== undefined && shareKey(device, other);
  };
  return [...known].filter(stillShares).sort();
}
