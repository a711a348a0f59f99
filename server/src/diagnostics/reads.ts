// What a rule looks at of a device or a pair, and whether an edit concerns it: fields, and of the collections of a device the very
// keys and index keys that it asked for. No rule has to say what it reads.
import type { Device } from '../model/device';
import { CollectionChanges } from '../model/incremental/collection-changes';
import { CollectionReads } from '../model/incremental/collection-reads';
import { observedList } from '../model/incremental/observed-list';
import { ObservedMap } from '../model/incremental/observed-map';
import type { Pair } from '../model/pairing/pair';

interface Observing<Field extends keyof Device> {
  /** The collection for one reader. */
  observed(value: Device[Field], reads: CollectionReads): Device[Field];
  changes(before: Device, after: Device): CollectionChanges;
}

type MapField =
  | 'interfaces'
  | 'services'
  | 'profiles'
  | 'locations'
  | 'instanceGroups'
  | 'eTrunks'
  | 'monitorGroups'
  | 'sslPolicies'
  | 'addresses'
  | 'system';
type ListField = 'groups' | 'pools' | 'instances';

/** The fields of a device of which a reader gets no more than it asks for. */
const observedFields: { readonly [Field in MapField | ListField | 'nameIndex']: Observing<Field> } = {
  interfaces: map('interfaces'),
  services: map('services'),
  profiles: map('profiles'),
  locations: map('locations'),
  instanceGroups: map('instanceGroups'),
  eTrunks: map('eTrunks'),
  monitorGroups: map('monitorGroups'),
  sslPolicies: map('sslPolicies'),
  addresses: map('addresses'),
  system: map('system'),
  groups: list('groups'),
  pools: list('pools'),
  instances: list('instances'),
  nameIndex: {
    observed: (index, reads) => index.observed(reads),
    changes: (before, after) => CollectionChanges.ofLists(before.names, after.names),
  },
};
const observings = new Map<string, Observing<keyof Device>>(Object.entries(observedFields));

function map<Field extends MapField>(field: Field): Observing<Field> {
  return {
    observed: (value, reads) => new ObservedMap<unknown, unknown>(value, reads) as unknown as Device[Field],
    changes: (before, after) => CollectionChanges.ofMaps(before[field], after[field]),
  };
}

function list<Field extends ListField>(field: Field): Observing<Field> {
  return {
    observed: (value, reads) => observedList<unknown>(value, reads) as Device[Field],
    changes: (before, after) => CollectionChanges.ofLists(before[field], after[field]),
  };
}

/** What one rule read, in one run or several. Fields of the devices of a pair are called `a.interfaces`, `b.name`. */
export class Reads {
  /** How many fields were read, wholly or in part, each once in a run. */
  count = 0;
  private readonly fields = new Set<string>();
  private readonly collections = new Map<string, CollectionReads>();

  addField(field: string): void {
    this.fields.add(field);
  }

  has(field: string): boolean {
    return this.fields.has(field);
  }

  ofCollections(): Iterable<readonly [field: string, reads: CollectionReads]> {
    return this.collections;
  }

  /** Notes the fields that another reader has read wholly, but nothing that it asked of collections. */
  addFieldsOf(other: Reads): void {
    for (const field of other.fields) this.fields.add(field);
  }

  ofCollection(field: string): CollectionReads {
    let reads = this.collections.get(field);
    if (!reads) this.collections.set(field, (reads = new CollectionReads()));
    return reads;
  }
}

/** How the fields of a scope differ from those before an edit. */
export class FieldChanges {
  private readonly fields: string[] = [];
  private readonly collections = new Map<string, CollectionChanges>();

  static ofDevices(before: Device, after: Device): FieldChanges {
    const changes = new FieldChanges();
    changes.compareDevices(before, after, '');
    return changes;
  }

  static ofPairs(before: Pair, after: Pair): FieldChanges {
    const changes = new FieldChanges();
    for (const field of changedFields(before, after)) if (field !== 'a' && field !== 'b') changes.fields.push(field);
    changes.compareDevices(before.a, after.a, 'a.');
    changes.compareDevices(before.b, after.b, 'b.');
    return changes;
  }

  /** The fields in which a reader may find something else than before. */
  concerning(reads: Reads): readonly string[] {
    return this.fields.filter((field) => {
      const changes = this.collections.get(field);
      return changes ? changes.concern(reads.ofCollection(field)) : reads.has(field);
    });
  }

  /** How the collection in the field differs; undefined where it does not. */
  ofCollection(field: string): CollectionChanges | undefined {
    return this.collections.get(field);
  }

  private compareDevices(before: Device, after: Device, prefix: string): void {
    for (const field of changedFields(before, after)) {
      this.fields.push(prefix + field);
      const observing = observings.get(field);
      if (observing) this.collections.set(prefix + field, observing.changes(before, after));
    }
  }
}

function changedFields<Scope extends object>(before: Scope, after: Scope): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => before[key as keyof Scope] !== after[key as keyof Scope],
  );
}

/** The same device for one run of one rule, noting in `reads` what is looked at. */
export function watchedDevice(device: Device, reads: Reads, prefix = ''): Device {
  const known = new Map<PropertyKey, unknown>();
  return new Proxy(device, {
    get: (target, key) => {
      const value = known.get(key);
      if (value !== undefined) return value;
      const handed = watchedField(target, String(key), reads, prefix);
      known.set(key, handed);
      return handed;
    },
  });
}

function watchedField(device: Device, field: string, reads: Reads, prefix: string): unknown {
  reads.count++;
  const value = device[field as keyof Device];
  const observing = observings.get(field);
  if (observing) return observing.observed(value, reads.ofCollection(prefix + field));
  reads.addField(prefix + field);
  return value;
}

/** The same pair for one run of one rule, noting in `reads` what is looked at of it and of its devices. */
export function watchedPair(pair: Pair, reads: Reads): Pair {
  // Rules ask for the devices again and again, so these are plain values: what is read of them is noted there.
  const watched = { ...pair, a: watchedDevice(pair.a, reads, 'a.'), b: watchedDevice(pair.b, reads, 'b.') };
  for (const key of Object.keys(pair) as (keyof Pair)[])
    if (key !== 'a' && key !== 'b') Object.defineProperty(watched, key, { get: onceNoted(pair, key, reads) });
  return watched;
}

function onceNoted(pair: Pair, field: keyof Pair, reads: Reads): () => unknown {
  let isNoted = false;
  return () => {
    if (!isNoted) {
      isNoted = true;
      reads.count++;
      reads.addField(field);
    }
    return pair[field];
  };
}
