// The IPv6 prefixes that an interface advertises to its hosts by name (`ipv6 nd ra prefix`). The prefixes of its own addresses it
// advertises anyway.
import { prefix, type Prefix } from '../address';
import type { Interface } from '../device';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import type { Fact, Place } from '../place';
import { number, text } from '../read/line-values';

/** A prefix that an interface advertises to hosts, with its lifetimes in seconds. */
export interface AdvertisedPrefix {
  readonly line: MatchedLine;
  readonly prefix: Prefix;
  /** The prefix and its length as they stand. */
  readonly at: Place;
  /** Seconds. */
  readonly valid?: Fact<number>;
  /** Seconds; never above `valid` (RFC 4861 4.6.2). */
  readonly preferred?: Fact<number>;
}

/** The prefixes of the interface, in file order. */
export function advertisedPrefixes(on: Interface): readonly AdvertisedPrefix[] {
  if (!on.block.lines.some(isPrefixLine)) return [];
  return inForce(on.block.lines).filter(isPrefixLine).flatMap(read);
}

function isPrefixLine({ match }: MatchedLine): boolean {
  return (
    match?.command === 'nd.raHalt' &&
    !match.undo &&
    match.values.some(({ name }) => name === 'ipv6-address' || name === 'ipv6-address/prefix-length')
  );
}

function read(line: MatchedLine): AdvertisedPrefix[] {
  const apart = text(line, 'ipv6-address');
  const length = text(line, 'prefix-length');
  const whole = text(line, 'ipv6-address/prefix-length') ?? apart;
  const net = whole && prefix(whole.value, length?.value);
  if (!whole || !net) return [];
  const at = { ...whole.at, end: (length ?? whole).at.end };
  return [{ line, prefix: net, at, valid: number(line, 'lifetime'), preferred: number(line, 'preferred-lifetime') }];
}
