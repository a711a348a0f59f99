// The arithmetic of VRRP: intervals, skew and the master-down interval, in seconds, for version 2 and version 3.
import type { Group } from '../model/device';

export type Version = 2 | 3;
/** Seconds: not before, not after. */
export type Span = readonly [earliest: number, latest: number];

/** RFC 3768 6.1 (the skew does not grow with the interval), RFC 9568 6.1 (it does). */
export function skew(version: Version, priority: number, interval: number): number {
  return version === 2 ? (256 - priority) / 256 : (256 - priority) * interval / 256;
}

/** How long a backup of this priority waits for the next advert of a master that sends every `interval` seconds. */
export function masterDown(version: Version, priority: number, interval: number, multiplier = 3): number {
  return multiplier * interval + skew(version, priority, interval);
}

/** Seconds between adverts; 1 where nothing is written. */
export function advertiseSeconds(group: Group): number {
  const { value, unit } = group.advertise ?? { value: 1, unit: 's' as const };
  return unit === 's' ? value : unit === 'cs' ? value / 100 : value / 1000;
}

/** Two decimals, as the reports print them. */
export function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

export function plus(span: Span, least: number, most: number): Span {
  return [span[0] + least, span[1] + most];
}
