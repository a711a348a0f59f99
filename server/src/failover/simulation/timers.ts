// The arithmetic of VRRP: intervals, skew and the master-down interval, in seconds, for version 2 and version 3.
import type { Group } from '../../model/device';
import type { Span } from './rehearsal';

export type Version = 2 | 3;

/** RFC 3768 6.1 (the skew does not grow with the interval), RFC 9568 6.1 (it does). */
export function skew(version: Version, priority: number, interval: number): number {
  return version === 2 ? (256 - priority) / 256 : ((256 - priority) * interval) / 256;
}

/** How long a backup of this priority waits for the next advertisement of a master that sends every `interval` seconds. */
export function masterDown(version: Version, priority: number, interval: number, multiplier = 3): number {
  return multiplier * interval + skew(version, priority, interval);
}

/** Seconds between advertisements; 1 where nothing is written. */
export function advertiseSeconds(group: Group): number {
  const { value, unit } = group.advertise ?? { value: 1, unit: 's' as const };
  return unit === 's' ? value : unit === 'cs' ? value / 100 : value / 1000;
}

/** Two decimals, as the reports print them. */
export function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

/** `2.53-3.53 s`, `10 s`, `at once` */
export function spelledSpan(span: Span, decimals = 2): string {
  const [from, to] = span.map((seconds) => String(Number(seconds.toFixed(decimals))));
  return to === '0' ? 'at once' : from === to ? `after ${to} s` : `after ${from}-${to} s`;
}

export function plus(span: Span, least: number, most: number): Span {
  return [span[0] + least, span[1] + most];
}
