// The public addresses of NAT, NAT64 and DS-Lite instances: the ranges of their address groups.
import { dsLite } from '../../catalogue';
import { memoizeByObject } from '../../text/memoize';
import { bounds, orderKey, prefix, type Address } from '../address';
import type { ServiceInstance } from '../device';
import { listRanges, type Range } from '../incremental/range-view';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import type { Fact } from '../place';
import { addressOf, text } from '../read/line-values';

/** Addresses of one line of an instance; the last one is absent where a mask says how many there are. */
export interface PublicRange extends Range {
  readonly line: MatchedLine;
  readonly first: Fact<Address>;
  readonly last?: Fact<Address>;
}

/** The public addresses of an instance; worked out once for each of its states. */
export const publicRanges = memoizeByObject((instance: ServiceInstance): readonly PublicRange[] => {
  // A section stands behind the group that it is of, and its addresses are in the VPN instance of that.
  let group: MatchedLine | undefined;
  return inForce(instance.block.lines).flatMap((line) => {
    if (line.match?.undo) return [];
    if (isGroup(line)) group = line;
    else if (line.match?.command !== dsLite.section.id) return [];
    return readRange(line, group);
  });
});

/** The addresses at which the tunnels of DS-Lite users end. */
export const tunnelEnds = memoizeByObject((instance: ServiceInstance): readonly PublicRange[] =>
  inForce(instance.block.lines).flatMap((line) => {
    if (line.match?.undo || !canonicalText(line).startsWith('local-ipv6 ')) return [];
    const [first, length] = [addressOf(line, 'ipv6-address'), text(line, 'prefix-length')];
    const net = first && length && prefix(first.value.key, length.value);
    return first && net ? [{ line, first, space: '', ...bounds(net) }] : [];
  }),
);

/** The ranges of all instances of a device that begin before they end. */
export const rangesOfInstances = listRanges<ServiceInstance, PublicRange>((instance) => forwardRanges(instance));

const forwardRanges = memoizeByObject((instance: ServiceInstance): readonly PublicRange[] =>
  publicRanges(instance).filter(({ from, to }) => from <= to),
);

function isGroup(line: MatchedLine): boolean {
  return /^(?:nat|nat64|ds-lite) address-group /.test(canonicalText(line));
}

function readRange(line: MatchedLine, group: MatchedLine | undefined): PublicRange[] {
  const first = addressOf(line, 'start-address');
  if (!first) return [];
  const space = (group && / vpn-instance (\S+)/.exec(canonicalText(group))?.[1]) ?? '';
  const last = addressOf(line, 'end-address');
  if (last) return [{ line, first, last, space, from: orderKey(first.value), to: orderKey(last.value) }];
  const mask = text(line, 'mask') ?? text(line, 'mask-length');
  const net = mask && prefix(first.value.key, mask.value);
  return net ? [{ line, first, space, ...bounds(net) }] : [];
}
