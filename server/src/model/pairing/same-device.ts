// Whether two files are of one device, say of January and of February. Likeness proves nothing: real copies are renumbered
// throughout, and true pairs are much alike (docs/decisions/same-device-twice.md).
import type { Device } from '../device';
import { hasMirroredConnection } from './evidence';

/** What devices are called until somebody names them, in small letters. */
const factoryNames: ReadonlySet<string> = new Set(['huawei', 'quidway']);

/** What management ports have until somebody changes it. */
const factoryAddresses: ReadonlySet<string> = new Set(['192.168.0.1', '192.168.1.253']);

/** True for the address of a management port that nobody has changed; by the key of an address. */
export function isFactoryAddress(key: string): boolean {
  return factoryAddresses.has(key);
}

/** One name that somebody gave, or one address on one interface under the factory's, and no connection that names both devices. */
export function isSameDevice(left: Device, right: Device): boolean {
  const name = left.sysname?.value.toLowerCase();
  if (name === undefined || name !== right.sysname?.value.toLowerCase()) return false;
  if (factoryNames.has(name) && !shareInterfaceAddress(left, right)) return false;
  return !hasMirroredConnection(left, right);
}

function shareInterfaceAddress(left: Device, right: Device): boolean {
  for (const [key, owners] of left.addresses) {
    if (isFactoryAddress(key)) continue;
    const others = right.addresses.get(key);
    if (others?.some((other) => owners.some((own) => own.interface.key === other.interface.key))) return true;
  }
  return false;
}
