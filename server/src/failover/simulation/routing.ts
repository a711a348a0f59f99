// Which interfaces lead to the network: those a routing protocol runs on, or a static route or a BGP peer lies behind.
import { address, isInside, type Address } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';

/** Whether an interface of the device leads out, as far as its routing says. */
export function leadsOut(device: Device): (one: Interface) => boolean {
  const networks = blockLines(device, /^ospf/).flatMap((line) => {
    const [, net = '', wildcard = ''] = /^network (\S+) (\S+)/i.exec(line.text) ?? [];
    const [base, hole] = [address(net), address(wildcard)];
    return base && hole && base.family === hole.family ? [{ base, hole }] : [];
  });
  const hops = [
    ...[...device.system.values()].flatMap((lines) =>
      lines.flatMap((line) => (/^(?:ip|ipv6) route-static /i.test(line.text) ? addressesIn(line) : [])),
    ),
    ...blockLines(device, /^bgp/).flatMap((line) => (/^peer \S+ as-number /i.test(line.text) ? addressesIn(line) : [])),
  ];
  return (one) =>
    one.block.lines.some((line) => /^(isis|ospf|ospfv3|rip|ripng|mpls)\s/i.test(line.text)) ||
    one.addresses.some(
      ({ prefix, linkLocal }) =>
        !linkLocal &&
        (hops.some((hop) => isInside(hop, prefix)) ||
          networks.some(
            ({ base, hole }) =>
              base.family === prefix.address.family &&
              prefix.address.bytes.every(
                (byte, index) => ((byte ^ base.bytes[index]!) & ~hole.bytes[index]! & 0xff) === 0,
              ),
          )),
    );
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
