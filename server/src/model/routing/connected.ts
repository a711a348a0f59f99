// Networks that a device is connected to: those of its interface addresses, in the routing table of the interface.
import { type Address, type Family } from '../address';
import type { Device, Interface } from '../device';
import { isUp } from '../interface-state';
import { mapIndex } from '../incremental/index-view';
import { canonicalText } from '../lines/canonical-text';
import { networkKey, vpnOf } from './vpn';

/** Interfaces with an address whose prefix holds `target`, the longest prefix first; link-local addresses connect to nothing. */
export function interfacesToward(device: Device, vpn: string, target: Address): readonly Interface[] {
  const index = interfacesByNetwork(device.interfaces);
  const lengths = interfacesByLength(device.interfaces);
  const found = new Set<Interface>();
  for (let length = target.bytes.length * 8; length > 0; length--)
    if (lengths.has(`${target.family} ${length}`))
      for (const on of index.get(networkKey(vpn, { address: target, length }))) found.add(on);
  return [...found];
}

/** The interface over which the device is connected to the target: it is up, and no loopback. */
export function linkToward(device: Device, vpn: string, target: Address): Interface | undefined {
  return interfacesToward(device, vpn, target).find((on) => !isLoopback(on) && isUp(device, on.key));
}

/** No link ends at such an interface. */
export function isLoopback(on: Interface): boolean {
  return /^(loopback|null)/.test(on.key);
}

/** A link between two routers may end there: it is neither a loopback nor a tunnel. */
export function mayEndLink(on: Interface): boolean {
  return !isLoopback(on) && !/^tunnel/.test(on.key);
}

/** Whether an interface has an address of the family that the file does not tell: borrowed, leased, or from the other end of a link. */
export function hasUntoldAddress(device: Device, family: Family): boolean {
  return untold(device.interfaces).has(String(family));
}

const interfacesByNetwork = mapIndex((on: Interface) =>
  on.addresses.filter(({ linkLocal }) => !linkLocal).map(({ prefix }) => networkKey(vpnOf(on), prefix)),
);

/** A device has prefixes of a few lengths. */
const interfacesByLength = mapIndex((on: Interface) =>
  on.addresses.map(({ prefix: { address, length } }) => `${address.family} ${length}`),
);

/** Whether this interface has such an address, of a family or of any. */
export function hasUntoldAddressOn(on: Interface, family?: Family): boolean {
  const texts = on.block.lines.map(canonicalText);
  return ([4, 6] as const).some(
    (each) => (family ?? each) === each && texts.some((text) => untoldAddress[each].test(text)),
  );
}

const untoldAddress: Readonly<Record<Family, RegExp>> = {
  4: /^ip address (unnumbered|dhcp-alloc|ppp-negotiate)/,
  6: /^ipv6 address .*\b(auto|eui-64|dhcp)\b/,
};

const untold = mapIndex((on: Interface) =>
  ([4, 6] as const).filter((family) => hasUntoldAddressOn(on, family)).map(String),
);
