// Plain data as bytes and back, and a sum of bytes.
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';

export function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function pack(value: unknown): Uint8Array {
  return serialize(value);
}

export function unpack(bytes: Uint8Array): unknown {
  try {
    return deserialize(bytes);
  } catch {
    // Not what `pack` made, which the caller asks about; a cache that cannot be read is no cache.
    return undefined;
  }
}
