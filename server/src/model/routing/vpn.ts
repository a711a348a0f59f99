// Which routing table an interface belongs to: the public network, or a VPN instance.
import { memoizeByObject } from '../../text/memoize';
import { prefixKey, type Prefix } from '../address';
import type { Interface } from '../device';
import { canonicalText, firstWordOf } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';

/** The routing table that no VPN instance has a name for. */
export const publicNetwork = '';

/** The VPN instance that the interface is bound to, in small letters; `publicNetwork` where no line binds it. */
export const vpnOf = memoizeByObject((on: Interface): string => {
  let vpn = publicNetwork;
  for (const line of inForce(on.block.lines)) {
    // Most lines that begin with `ip` are addresses.
    if (firstWordOf(line) === 'ip' && /\sb/i.test(line.text))
      vpn = /^ip binding vpn-instance (\S+)$/.exec(canonicalText(line))?.[1] ?? vpn;
  }
  return vpn;
});

/** One key for a network in a routing table. */
export function networkKey(vpn: string, net: Prefix): string {
  return `${vpn} ${prefixKey(net)}`;
}
