// Interfaces of two devices that have one address on purpose: hosts find the same gateway whichever of the two they reach
// (docs/decisions/duplicate-interface-addresses.md).
import type { Device, Interface } from '../device';
import { canonicalText } from '../lines/canonical-text';

/** True where both interfaces are anycast gateways, or belong to the trunks of E-Trunks. */
export function shareAddresses(a: Device, onA: Interface, b: Device, onB: Interface): boolean {
  return (isAnycastGateway(onA) && isAnycastGateway(onB)) || (isOnETrunk(a, onA) && isOnETrunk(b, onB));
}

function isAnycastGateway(on: Interface): boolean {
  return on.block.lines.some((line) => canonicalText(line) === 'anycast-gateway enable');
}

/** The trunk joins an E-Trunk; its sub-interfaces are on it. */
function isOnETrunk({ interfaces }: Device, on: Interface): boolean {
  return (on.eTrunk ?? interfaces.get(on.mainKey)?.eTrunk) !== undefined;
}
