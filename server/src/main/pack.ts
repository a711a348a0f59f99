// Plain data as bytes and back, and a sum of bytes.
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';

/** SHA-256 of the bytes, in 64 small hexadecimal digits. */
export function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Plain data as bytes, in the format of `v8.serialize`; throws for what cannot be copied, such as functions. */
export function pack(value: unknown): Uint8Array {
  return serialize(value);
}

/** The data of bytes that `pack` made; undefined for bytes that are none. */
export function unpack(bytes: Uint8Array): unknown {
  try {
    return deserialize(bytes);
  } catch {
    // Not what `pack` made, which the caller asks about; a cache that cannot be read is no cache.
    return undefined;
  }
}
