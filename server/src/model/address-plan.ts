// The networks that the interfaces of a device are in. One network on two interfaces of a routing table is refused by the device.
import { memoizeByObject } from '../text/memoize';
import { bounds, isLinkLocal } from './address';
import type { Interface, InterfaceAddress } from './device';
import { mapIndex } from './incremental/index-view';
import { mapRanges, type Range } from './incremental/range-view';
import { networkKey, vpnOf } from './routing/vpn';

/** The network of an interface address, with the addresses that lie in it. */
export interface NetworkRange extends Range {
  readonly address: InterfaceAddress;
}

/** The networks of all interfaces of a device, those of single hosts and link-local ones left out. */
export const networksOf = mapRanges<string, Interface, NetworkRange>((on) => networksOn(on));

/** The networks that the interface is in, by `networkKey`, single hosts among them; none for an interface that is not there. */
export function networkKeysOf(on: Interface | undefined): readonly string[] {
  const addresses = on?.addresses.filter(({ prefix, linkLocal }) => !linkLocal && !isLinkLocal(prefix.address)) ?? [];
  return addresses.filter(({ prefix: { length } }) => length > 0).map(({ prefix }) => networkKey(vpnOf(on!), prefix));
}

/** The interfaces that are in a network, by `networkKey`. */
export const interfacesByNetwork = mapIndex((on: Interface) => networkKeysOf(on));

const networksOn = memoizeByObject((on: Interface): readonly NetworkRange[] =>
  on.addresses
    .filter((address) => isNetwork(address))
    .map((address) => {
      const { prefix } = address;
      return { space: `${prefix.address.family} ${vpnOf(on)}`, ...bounds(prefix), address };
    }),
);

function isNetwork({ prefix: { address, length }, linkLocal }: InterfaceAddress): boolean {
  return !linkLocal && !isLinkLocal(address) && length > 0 && length < (address.family === 4 ? 32 : 128);
}
