// Devices of which pairing knows the same but for their files: dated copies of one device, above all. Hundreds of them in a folder
// are all related to each other; what one of them would choose, all of its folder would.
import type { Device } from '../device';
import { deviceDigest } from './device-digest';

/** From so many files that share a key on it is worth looking for copies among them. */
export const manyFiles = 16;

/** Numbers of the devices that are alike, for one pairing. */
export class Copies {
  private readonly numbers = new Map<string, number>();
  private readonly known = new WeakMap<Device, number>();

  /** `filesByKey` holds the files that share a key of pairing. */
  constructor(private readonly filesByKey: ReadonlyMap<string, ReadonlySet<string>>) {}

  /** Whether so many files share one of its keys that copies of it are likely among them. */
  areLikely(keys: readonly string[]): boolean {
    return keys.some((key) => (this.filesByKey.get(key)?.size ?? 0) > manyFiles);
  }

  /** The same for two devices of which pairing knows the same. */
  numberOf(device: Device): number {
    const known = this.known.get(device);
    if (known !== undefined) return known;
    const signature = JSON.stringify(deviceDigest({ ...device, file: '' }), withoutFile);
    const number = this.numbers.get(signature) ?? this.numbers.size;
    this.numbers.set(signature, number);
    this.known.set(device, number);
    return number;
  }
}

/** What differs between copies and tells pairing nothing: the file, and what a device without a name is called after it. */
const ofFile: ReadonlySet<string> = new Set(['file', 'fallbackName', 'rows']);

function withoutFile(key: string, value: unknown): unknown {
  if (ofFile.has(key)) return undefined;
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}
