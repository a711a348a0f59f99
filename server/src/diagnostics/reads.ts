// What a rule looks at of a device or a pair, and whether an edit concerns it: fields, and of the maps of named objects the very
// keys and index keys that it asked for. No rule has to say what it reads.
import type { Device } from '../model/device';
import { MapChanges } from '../model/incremental/map-changes';
import { MapReads, ObservedMap } from '../model/incremental/observed-map';
import type { Pair } from '../model/pairing/pair';

/** Fields that are maps of which one who asks for some keys gets nothing else. */
const observedMaps = [
  'interfaces',
  'services',
  'profiles',
  'locations',
  'instanceGroups',
  'eTrunks',
  'monitorGroups',
  'sslPolicies',
  'addresses',
] as const satisfies readonly (keyof Device)[];
const isObserved: ReadonlySet<string> = new Set(observedMaps);

/** What one rule read. Fields of the devices of a pair are called `a.interfaces`, `b.name`. */
export class Reads {
  private readonly fields = new Set<string>();
  private readonly maps = new Map<string, MapReads>();

  addField(field: string): void {
    this.fields.add(field);
  }

  has(field: string): boolean {
    return this.fields.has(field);
  }

  ofMap(field: string): MapReads {
    let reads = this.maps.get(field);
    if (!reads) this.maps.set(field, (reads = new MapReads()));
    return reads;
  }

  /** Takes over what another run of the rule read. */
  add(other: Reads): void {
    for (const field of other.fields) this.fields.add(field);
    for (const [field, reads] of other.maps) this.ofMap(field).add(reads);
  }

  /** How many fields were read, wholly or in part. */
  get count(): number {
    return this.fields.size + this.maps.size;
  }
}

/** How the fields of a scope differ from those before an edit. */
export class FieldChanges {
  private readonly fields: string[] = [];
  private readonly maps = new Map<string, MapChanges>();

  /** Compares two devices, or what two pairs hold beside their devices; `prefix` goes before the names of the fields. */
  compare<Scope extends object>(before: Scope, after: Scope, prefix = '', except: readonly string[] = []): this {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [from, to] = [before[key as keyof Scope], after[key as keyof Scope]];
      if (from === to || except.includes(key)) continue;
      this.fields.push(prefix + key);
      if (isObserved.has(key) && !Array.isArray(to))
        this.maps.set(prefix + key, new MapChanges(from as never, to as never));
    }
    return this;
  }

  /** The fields in which a reader may find something else than before. */
  concerning(reads: Reads): readonly string[] {
    return this.fields.filter((field) => {
      const map = this.maps.get(field);
      return map ? map.concern(reads.ofMap(field)) : reads.has(field);
    });
  }
}

/** The same device, noting in `reads` what is looked at. */
export function watchedDevice(device: Device, reads: Reads, prefix = ''): Device {
  return new Proxy(device, {
    get: (target, key) => {
      const field = prefix + String(key);
      const value = target[key as keyof Device];
      if (isObserved.has(String(key)))
        return new ObservedMap(value as ReadonlyMap<unknown, unknown>, reads.ofMap(field));
      reads.addField(field);
      return value;
    },
  });
}

/** The same pair, noting in `reads` what is looked at of it and of its devices. */
export function watchedPair(pair: Pair, reads: Reads): Pair {
  const sides = { a: watchedDevice(pair.a, reads, 'a.'), b: watchedDevice(pair.b, reads, 'b.') };
  return new Proxy(pair, {
    get(target, key) {
      if (key === 'a' || key === 'b') return sides[key];
      reads.addField(String(key));
      return target[key as keyof Pair];
    },
  });
}
