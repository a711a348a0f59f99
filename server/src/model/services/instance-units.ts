// The instances of service boards of a device as units: a rule that judges each by itself looks again at those that an edit changed.
import type { Device, ServiceInstance } from '../device';
import { changedInList } from '../incremental/changed-list';
import type { DerivedUnits } from '../incremental/derived-units';
import { listIndex } from '../incremental/index-view';

/** The NAT, NAT64 and DS-Lite instances of a device, by kind and name. */
export const instancesOfDevice: DerivedUnits<Device, ServiceInstance> = {
  keys: ({ instances }) => instances.map(keyOf),
  at: ({ instances }, key) => instancesByKey(instances, undefined).get(key)[0],
  touched(before, after) {
    const { gone, come } = changedInList(before.instances, after.instances);
    return [...gone, ...come].map(keyOf);
  },
};

function keyOf({ kind, key }: ServiceInstance): string {
  return `${kind} ${key}`;
}

const instancesByKey = listIndex((instance: ServiceInstance) => [keyOf(instance)]);
