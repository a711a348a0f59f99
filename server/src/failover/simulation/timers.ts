// The arithmetic of VRRP: intervals, skew and the master-down interval, in seconds, for version 2 and version 3.
import type { VrrpVersion } from '../../model/vrrp/timers';
import type { Span } from './rehearsal';

/** RFC 3768 6.1 (the skew does not grow with the interval), RFC 9568 6.1 (it does). */
export function skew(version: VrrpVersion, priority: number, interval: number): number {
  return version === 2 ? (256 - priority) / 256 : ((256 - priority) * interval) / 256;
}

/** How long a backup of this priority waits for the next advertisement of a master that sends every `interval` seconds. */
export function masterDown(version: VrrpVersion, priority: number, interval: number, multiplier = 3): number {
  return multiplier * interval + skew(version, priority, interval);
}

/** Two decimals, as the reports print them. */
export function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

/** `2.53-3.53 s`, `10 s`, `at once` */
export function spelledSpan(span: Span, decimals = 2): string {
  const [from, to] = span.map((seconds) => String(Number(seconds.toFixed(decimals))));
  if (to === '0') return 'at once';
  return from === to ? `after ${to} s` : `after ${from}-${to} s`;
}

/** A span that begins `least` and ends `most` seconds later. */
export function plus(span: Span, least: number, most: number): Span {
  return [span[0] + least, span[1] + most];
}
