// A file that holds more than one device: nothing in it can be held against the rest.
import type { Device } from './device';

/** True where the file has two names or two NULL0 interfaces, of which each device has one. */
export function holdsSeveralDevices(device: Device): boolean {
  return device.otherSysnames.length > 0 || (device.interfaces.get('null0')?.block.heads.length ?? 0) > 1;
}
