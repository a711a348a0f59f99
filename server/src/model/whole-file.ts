// Whether a file is the whole configuration of a device: only then does what is missing in it prove anything.
import type { Device } from './device';
import { mapIndex } from './incremental/index-view';
import type { Interface } from './device';

/**
 * A whole configuration holds NULL0, `aaa` and `user-interface`, which every device writes; no excerpt of 4,701 published ones does.
 * A sub-interface without its main interface proves an excerpt.
 */
export function isWholeFile(device: Device): boolean {
  return (
    device.interfaces.has('null0') &&
    device.views.has('aaa') &&
    device.views.has('user-interface') &&
    ![...mains(device.interfaces).keys()].some((key) => !device.interfaces.has(key))
  );
}

const mains = mapIndex((on: Interface) => (on.mainKey === on.key ? [] : [on.mainKey]));
