// Which interfaces lead to the network: those a routing protocol runs on, or a static route or a BGP peer lies behind.
import { address, isInside, type Address } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';

/** Addresses of an OSPF `network` line: those that agree with `base` in every bit that is not set in `wildcard`. */
interface OspfNetwork {
  readonly base: Address;
  readonly wildcard: Address;
}

/** Tells of an interface of the device whether it leads out, as far as the device's routing says. */
export function leadsOut(device: Device): (candidate: Interface) => boolean {
  const networks = ospfNetworks(device);
  const hops = nextHops(device);
  return (candidate) => {
    const runsRouting = candidate.block.lines.some((line) => /^(isis|ospf|ospfv3|rip|ripng|mpls)\s/i.test(line.text));
    if (runsRouting) return true;
    return candidate.addresses.some(({ prefix, linkLocal }) => {
      if (linkLocal) return false;
      return (
        hops.some((hop) => isInside(hop, prefix)) || networks.some((network) => isInNetwork(prefix.address, network))
      );
    });
  };
}

function ospfNetworks(device: Device): OspfNetwork[] {
  return blockLines(device, /^ospf/).flatMap((line) => {
    const [, networkWord = '', wildcardWord = ''] = /^network (\S+) (\S+)/i.exec(line.text) ?? [];
    const [base, wildcard] = [address(networkWord), address(wildcardWord)];
    return base && wildcard && base.family === wildcard.family ? [{ base, wildcard }] : [];
  });
}

function isInNetwork(candidate: Address, { base, wildcard }: OspfNetwork): boolean {
  if (base.family !== candidate.family) return false;
  return candidate.bytes.every((byte, index) => {
    const differing = byte ^ base.bytes[index]!;
    return (differing & ~wildcard.bytes[index]! & 0xff) === 0;
  });
}

/** What static routes and BGP peers are reached by. */
function nextHops(device: Device): Address[] {
  const routes = [...device.system.values()].flat().filter((line) => /^(?:ip|ipv6) route-static /i.test(line.text));
  const peers = blockLines(device, /^bgp/).filter((line) => /^peer \S+ as-number /i.test(line.text));
  return [...routes, ...peers].flatMap(addressesIn);
}

/** The lines of these views and of the views in them. */
function blockLines(device: Device, view: RegExp): MatchedLine[] {
  const inside = (lines: readonly MatchedLine[]): MatchedLine[] =>
    lines.flatMap((line) => [line, ...inside(line.lines)]);
  return [...device.views.entries()]
    .filter(([name]) => view.test(name))
    .flatMap(([, blocks]) => blocks.flatMap((block) => inside(block.lines)));
}

/** Addresses of the line but the destination, which stands first in a static route. */
function addressesIn(line: MatchedLine): Address[] {
  const found = line.text.split(/\s+/).flatMap((word) => address(word) ?? []);
  return /route-static/i.test(line.text) ? found.slice(1) : found;
}
