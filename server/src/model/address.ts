// Addresses compared by meaning: `2001:DB8:0::1` and `2001:db8::1` are one. Parsing is left to ipaddr.js.
import ipaddr from 'ipaddr.js';

/** IPv4 or IPv6. */
export type Family = 4 | 6;

/** A parsed address; `key` is its one canonical spelling. */
export interface Address {
  readonly family: Family;
  readonly key: string;
  readonly bytes: readonly number[];
}

/** An address and the number of bits that are its network. */
export interface Prefix {
  readonly address: Address;
  /** Bits: 0-32 or 0-128. */
  readonly length: number;
}

/** Dotted quads of four decimal parts and IPv6 in any spelling; anything else is undefined. */
export function address(text: string): Address | undefined {
  if (text.includes(':')) {
    if (text.includes('%') || !ipaddr.IPv6.isValid(text)) return undefined;
    const parsed = ipaddr.IPv6.parse(text);
    return { family: 6, key: parsed.toString(), bytes: parsed.toByteArray() };
  }
  const bytes = quad(text);
  return bytes && { family: 4, key: bytes.join('.'), bytes };
}

/** The bytes of a dotted quad, each of one to three digits. Every word that may be an address is asked. */
function quad(text: string): number[] | undefined {
  const bytes: number[] = [];
  let [value, digits] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      value = value * 10 + code - 0x30;
      if (++digits > 3 || value > 255) return undefined;
    } else {
      if (code !== dot || digits === 0) return undefined;
      bytes.push(value);
      [value, digits] = [0, 0];
    }
  }
  if (digits === 0 || bytes.length !== 3) return undefined;
  bytes.push(value);
  return bytes;
}

const dot = 0x2e;

/** `64` or `255.255.255.0` as a number of bits; a mask with holes is undefined. */
export function prefixLength(text: string, family: Family): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text) <= (family === 4 ? 32 : 128) ? Number(text) : undefined;
  if (family === 6) return undefined;
  // What a device writes; ipaddr reads other spellings too.
  const length = lengthsOfMasks.get(text);
  if (length !== undefined) return length;
  if (!ipaddr.IPv4.isValid(text)) return undefined;
  return ipaddr.IPv4.parse(text).prefixLengthFromSubnetMask() ?? undefined;
}

const lengthsOfMasks: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 33 }, (_, length) => [[0, 1, 2, 3].map((index) => maskByte(length, index)).join('.'), length]),
);

/** `2001:DB8::1/64` or an address and a length or mask apart. */
export function prefix(text: string, lengthText?: string): Prefix | undefined {
  const [host = '', behind] = text.split('/');
  const parsed = address(host);
  const length = parsed && prefixLength(behind ?? lengthText ?? '', parsed.family);
  return parsed && length !== undefined ? { address: parsed, length } : undefined;
}

/** True for an address of the net, of the same family. */
export function isInside(candidate: Address, net: Prefix): boolean {
  return candidate.family === net.address.family && sharesBits(candidate.bytes, net.address.bytes, net.length);
}

/** True where one of the two holds the other; never across families. */
export function overlap(a: Prefix, b: Prefix): boolean {
  return (
    a.address.family === b.address.family && sharesBits(a.address.bytes, b.address.bytes, Math.min(a.length, b.length))
  );
}

/** One key for every prefix with the same network bits, however its host bits are written. */
export function prefixKey(net: Prefix): string {
  const { family, bytes } = net.address;
  let key = `${family} `;
  for (let index = 0; index < bytes.length; index++)
    key += `${index === 0 ? '' : '.'}${bytes[index]! & maskByte(net.length, index)}`;
  return `${key}/${net.length}`;
}

/** FE80::/10. */
export function isLinkLocal(candidate: Address): boolean {
  return candidate.family === 6 && candidate.bytes[0] === 0xfe && (candidate.bytes[1]! & 0xc0) === 0x80;
}

/** The address in `net` that has the host bits of `host`: the likely meaning of a virtual IP typed with a wrong prefix. */
export function transplanted(host: Address, net: Prefix): string {
  const bytes = host.bytes.map((byte, index) => {
    const mask = maskByte(net.length, index);
    return (net.address.bytes[index]! & mask) | (byte & ~mask & 0xff);
  });
  return spelled(bytes);
}

/**
 * Bytes in the usual spelling of their family: four as dotted decimal, sixteen with the longest run of zeros left
 * out.
 */
export function spelled(bytes: readonly number[]): string {
  return ipaddr
    .fromByteArray([...bytes])
    .toString()
    .toUpperCase();
}

/** A text in whose order addresses of one family stand: a character a byte. */
export function orderKey({ bytes }: Pick<Address, 'bytes'>): string {
  return String.fromCharCode(...bytes);
}

/** The first and the last address of a prefix, as texts in the order of addresses. */
export function bounds({ address: { bytes }, length }: Prefix): { readonly from: string; readonly to: string } {
  return {
    from: orderKey({ bytes: bytes.map((byte, index) => byte & maskByte(length, index)) }),
    to: orderKey({ bytes: bytes.map((byte, index) => byte | (~maskByte(length, index) & 0xff)) }),
  };
}

function sharesBits(a: readonly number[], b: readonly number[], length: number): boolean {
  for (let index = 0; index * 8 < length; index++) {
    if (((a[index]! ^ b[index]!) & maskByte(length, index)) !== 0) return false;
  }
  return true;
}

function maskByte(length: number, index: number): number {
  const bits = Math.max(0, Math.min(8, length - index * 8));
  return (0xff << (8 - bits)) & 0xff;
}
