// Addresses as ranges of numbers, so that two ways to write the same addresses can be told to be one.
import type { Address, Prefix } from './address';

/** Addresses as numbers; up to, and without, `end`. */
export interface AddressRange {
  readonly first: bigint;
  readonly end: bigint;
}

/** The addresses of a prefix. */
export function rangeOfPrefix({ address, length }: Prefix): AddressRange {
  const size = 1n << BigInt(8 * address.bytes.length - length);
  const first = (numberOf(address) / size) * size;
  return { first, end: first + size };
}

/** The address as a number. */
export function numberOf({ bytes }: Address): bigint {
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
}

/** Ranges that overlap or lie side by side become one; in the order of their addresses. */
export function joined(ranges: readonly AddressRange[]): AddressRange[] {
  const found: AddressRange[] = [];
  for (const range of [...ranges].sort((left, right) => (left.first < right.first ? -1 : 1))) {
    const before = found.at(-1);
    if (!before || range.first > before.end) found.push(range);
    else if (range.end > before.end) found[found.length - 1] = { first: before.first, end: range.end };
  }
  return found;
}

/** Whether the two have an address in common. */
export function meet(one: readonly AddressRange[], other: readonly AddressRange[]): boolean {
  return one.some((own) => other.some(({ first, end }) => first < own.end && own.first < end));
}
