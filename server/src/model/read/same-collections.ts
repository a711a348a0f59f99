// What of a device that was put together anew is as it was: the collections of before stand for it, with all that is known of them.
import { sameLists } from '../../text/collections';
import type { Block, Device } from '../device';
import { patchedListAs } from '../incremental/patched-list';
import { haveSameKeys, patchedAs } from '../incremental/patched-map';

/** Collections of the same objects in the same order: those of the device before the edit. */
export function sameCollections(previous: Device, device: Device): Partial<Device> {
  const kept: Record<string, unknown> = {};
  for (const field of [
    'interfaces',
    'groups',
    'services',
    'profiles',
    'pools',
    'locations',
    'instanceGroups',
    'instances',
    'eTrunks',
    'bfdSessions',
    'monitorGroups',
    'otherSysnames',
    'sslPolicies',
  ] as const) {
    if (sameEntries<unknown, unknown>(previous[field], device[field])) kept[field] = previous[field];
  }
  // What indexes know of the others holds where an interface has another name.
  kept.interfaces ??= patchedAs(previous.interfaces, device.interfaces);
  const addresses = patchedAs(previous.addresses, device.addresses);
  if (haveSameKeys(previous.addresses, addresses)) kept.addresses = addresses;
  kept.groups ??= patchedListAs(previous.groups, device.groups);
  if (sameEntries(previous.system, device.system, (left, right) => sameLists(left, right)))
    kept.system = previous.system;
  if (sameEntries(previous.views, device.views, (left, right) => sameLists(left, right, sameBlock)))
    kept.views = previous.views;
  return kept;
}

function sameEntries<Key, Value>(
  left: { entries(): IterableIterator<[Key, Value]> },
  right: { entries(): IterableIterator<[Key, Value]> },
  same: (left: Value, right: Value) => boolean = Object.is,
): boolean {
  const others = right.entries();
  for (const [key, value] of left.entries()) {
    const other = others.next();
    if (other.done || other.value[0] !== key || !same(value, other.value[1])) return false;
  }
  return others.next().done === true;
}

function sameBlock(left: Block, right: Block): boolean {
  return sameLists(left.heads, right.heads) && sameLists(left.lines, right.lines);
}
