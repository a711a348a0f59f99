// Is a file the whole configuration of one device, or an excerpt of it? What is missing from an excerpt proves nothing
// (docs/decisions/excerpts-and-whole-files.md).
import type { Device } from './device';
import { mainInterfaceKey } from './names';
import type { Place } from './place';

/** What the question looks at. */
export interface FileTraits extends Pick<Device, 'interfaces' | 'views' | 'sysname' | 'otherSysnames'> {
  /** `!Software Version ...`, `[V200R...]` or `!Last configuration ...` stands among the first lines. */
  readonly hasVersionHeader: boolean;
  readonly hasReturn: boolean;
}

/**
 * Whole: `interface NULL0`, and either `aaa` with `user-interface`, or a version header with `return` at the end; and nothing
 * that proves an excerpt: a sub-interface whose main interface has no section, a second device.
 */
export function isWholeFile(traits: FileTraits): boolean {
  const { interfaces, views, hasVersionHeader, hasReturn } = traits;
  if (!interfaces.has('null0') || holdsSeveralDevices(traits)) return false;
  if (!(views.has('aaa') && views.has('user-interface')) && !(hasVersionHeader && hasReturn)) return false;
  return ![...interfaces.keys()].some((key) => !interfaces.has(mainInterfaceKey(key)));
}

/** Where a file shows that it holds a second device: another name, or NULL0 once more, which every saved file has once. */
export function secondDeviceAt({
  sysname,
  otherSysnames,
  interfaces,
}: Pick<Device, 'interfaces' | 'sysname' | 'otherSysnames'>): Place | undefined {
  const renamed = otherSysnames.find((other) => other.value !== sysname?.value);
  return renamed?.at ?? interfaces.get('null0')?.block.heads[1];
}

/** From the lines of two devices nothing about one of them follows (docs/decisions/same-device-twice.md). */
export function holdsSeveralDevices(traits: Pick<Device, 'interfaces' | 'sysname' | 'otherSysnames'>): boolean {
  return secondDeviceAt(traits) !== undefined;
}
