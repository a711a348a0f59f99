// Which interfaces are DHCPv6 relays.
import type { Device, Interface, Rbp } from '../device';
import { canonicalText } from '../lines/canonical-text';
import { bindings, hasService } from './bindings';

/**
 * True where a line makes the interface a relay. Settings of a relay do not; a relay line that is cut or misspelled is a finding of
 * its own (docs/decisions/malformed-lines.md).
 */
export function isDhcpv6Relay(on: Interface): boolean {
  return on.block.lines.some((line) =>
    /^dhcpv6 relay\b(?! (pd-route|link-address|source-ip-address|source-interface|gateway-switch)\b)/.test(
      canonicalText(line),
    ),
  );
}

/**
 * Interfaces that bind a profile for DHCPv6 relay and are none. Where the profile has other services, too, an interface may be bound
 * for one of those: then one relay among them is enough.
 */
export function unrelayedInterfaces(profile: Rbp, device: Device): readonly Interface[] {
  if (!hasService(profile, 'dhcpv6-relay')) return [];
  const bound = bindings(profile, device).interfaces;
  const lacking = bound.filter((port) => !isDhcpv6Relay(port));
  return profile.services.length > 1 && lacking.length < bound.length ? [] : lacking;
}
