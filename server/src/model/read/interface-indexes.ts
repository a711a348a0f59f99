// What of a device is collected over its interfaces: the VRRP groups, and who has an address.
import { push, sameLists } from '../../text/collections';
import type { Device, Group, Interface } from '../device';
import { placeOfValue } from '../incremental/index-view';
import { patchedList } from '../incremental/patched-list';
import { patched } from '../incremental/patched-map';

/** The VRRP groups of all interfaces. */
export function groupsOf(interfaces: Device['interfaces']): Device['groups'] {
  const groups: Device['groups'][number][] = [];
  for (const port of interfaces.values()) groups.push(...port.groups);
  return groups;
}

interface Owner {
  readonly interface: Interface;
  readonly address: Interface['addresses'][number];
}

/** Owners that are the same as in `previous` are the same list. */
export function addressesOf(interfaces: Device['interfaces'], previous?: Device['addresses']): Device['addresses'] {
  const addresses = new Map<string, Owner[]>();
  for (const port of interfaces.values())
    for (const address of port.addresses) push(addresses, address.prefix.address.key, { interface: port, address });
  if (!previous) return addresses;
  const kept = new Map<string, readonly Owner[]>();
  for (const [key, owners] of addresses) {
    const before = previous.get(key);
    kept.set(key, before && sameLists(before, owners, isSameOwner) ? before : owners);
  }
  return kept;
}

/** An interface before an edit and after it. */
export interface ChangedInterface {
  readonly before: Interface;
  readonly after: Interface;
}

/** The same list with the groups of these interfaces replaced, where each has as many as before. */
export function patchedGroups(
  previous: Device,
  interfaces: Device['interfaces'],
  changed: readonly ChangedInterface[],
): Device['groups'] {
  const replaced = new Map<number, Group>();
  for (const { before: of, after: by } of changed) {
    const [before, after] = [of.groups, by.groups];
    if (before.length !== after.length) return groupsOf(interfaces);
    before.forEach((group, index) => replaced.set(placeOfValue(previous.groups, group)!, after[index]!));
  }
  return patchedList(previous.groups, replaced);
}

function isSameOwner(left: Owner, right: Owner): boolean {
  return left.address === right.address && left.interface === right.interface;
}

/** The same index with other objects behind the addresses of these interfaces. */
export function patchedAddresses(
  previous: Device,
  interfaces: Device['interfaces'],
  changed: readonly ChangedInterface[],
): Device['addresses'] {
  const keysOf = (port: Interface) => port.addresses.map(({ prefix }) => prefix.address.key);
  if (changed.some(({ before, after }) => keysOf(before).join() !== keysOf(after).join()))
    return addressesOf(interfaces, previous.addresses);
  const addresses = new Map<string, readonly Owner[]>();
  for (const { before, after } of changed) {
    before.addresses.forEach((old, index) => {
      const address = after.addresses[index]!;
      const { key } = address.prefix.address;
      addresses.set(
        key,
        (addresses.get(key) ?? previous.addresses.get(key)!).map((candidate) =>
          candidate.interface === before && candidate.address === old ? { interface: after, address } : candidate,
        ),
      );
    });
  }
  return patched(previous.addresses, addresses);
}
