// Which rules need not run again after an edit. A rule that was silent stays silent while nothing it looked at has changed; one
// that judges each interface, group or profile by itself stays silent when it is silent about those that changed. Only silence
// is concluded so: what a rule says is always said by a run over the whole device or pair.
import type { Device, Group } from '../model/device';
import { mainInterfaceKey, nameKey } from '../model/names';
import type { Pair } from '../model/pairing/pair';
import { changedKeys } from '../model/incremental/patched-map';
import { remembered } from '../text/memoize';
import type { Rule } from './rule';

/** What was silent when the rules last ran over `scope`; filled and read by the runner alone. */
export interface Memory<Scope> {
  scope?: Scope;
  /** Fields that a silent rule looked at, by rule. */
  readonly silent: Map<string, Set<string>>;
  readonly spoke: Set<string>;
}

export function memory<Scope>(): Memory<Scope> {
  return { silent: new Map(), spoke: new Set() };
}

/** What an edit changed, and the same scope with nothing but that in it. */
export interface Changes<Scope> {
  readonly fields: ReadonlySet<string>;
  /** The scope with only those objects of a kind that changed, and the fields that differ by nothing else. */
  only(each: NonNullable<Rule['each']>): { readonly scope: Scope; readonly fields: ReadonlySet<string> };
}

const ofInterface = new Set(['interfaces', 'groups']);
const ofProfile = new Set(['profiles']);
const ofBinding = new Set(['profiles', 'interfaces', 'groups']);
const ofBlock = new Set([
  'interfaces',
  'groups',
  'services',
  'profiles',
  'locations',
  'instanceGroups',
  'eTrunks',
  'pools',
  'instances',
]);

export function deviceChanges(was: Device, is: Device): Changes<Device> {
  const fields = new Set(changedFields(was, is));
  const moved = movedInterfaces(was, is);
  return {
    fields,
    only: once((each) => {
      switch (each) {
        case 'profile':
          return { fields: ofProfile, scope: { ...is, profiles: changedIn(was.profiles, is.profiles) } };
        case 'binding':
          return { fields: ofBinding, scope: { ...is, profiles: part(is.profiles, [...boundAnew(was, is, moved())]) } };
        case 'group':
          return { fields: ofInterface, scope: { ...is, groups: is.groups.filter((group) => names(group, moved())) } };
        default: {
          const interfaces = part(is.interfaces, [...moved()]);
          const scope = { ...is, groups: [...interfaces.values()].flatMap((one) => one.groups), interfaces };
          return each === 'block'
            ? { fields: ofBlock, scope: { ...scope, ...changedBlocks(was, is) } }
            : { fields: ofInterface, scope };
        }
      }
    }),
  };
}

function changedBlocks(was: Device, is: Device): Partial<Device> {
  const fresh = <One>(before: readonly One[], now: readonly One[]) => {
    const known = new Set(before);
    return now.filter((one) => !known.has(one));
  };
  return {
    services: changedIn(was.services, is.services),
    profiles: changedIn(was.profiles, is.profiles),
    locations: changedIn(was.locations, is.locations),
    instanceGroups: changedIn(was.instanceGroups, is.instanceGroups),
    eTrunks: changedIn(was.eTrunks, is.eTrunks),
    pools: fresh(was.pools, is.pools),
    instances: fresh(was.instances, is.instances),
  };
}

const ofPairBinding = new Set([
  'profiles',
  'a.interfaces',
  'a.groups',
  'a.profiles',
  'b.interfaces',
  'b.groups',
  'b.profiles',
]);
const ofGroupPair = new Set(['groups', 'a.interfaces', 'a.groups', 'b.interfaces', 'b.groups']);

export function pairChanges(was: Pair, is: Pair): Changes<Pair> {
  const fields = new Set(changedFields(was, is).filter((field) => field !== 'a' && field !== 'b'));
  for (const side of ['a', 'b'] as const)
    for (const field of changedFields(was[side], is[side])) fields.add(`${side}.${field}`);
  const moved = { a: movedInterfaces(was.a, is.a), b: movedInterfaces(was.b, is.b) };
  return {
    fields,
    only: once((each) => {
      switch (each) {
        case 'profile': {
          const before = new Set(was.profiles);
          return { fields: ofProfile, scope: { ...is, profiles: is.profiles.filter((one) => !before.has(one)) } };
        }
        case 'binding': {
          const before = new Set(was.profiles);
          const [a, b] = [boundAnew(was.a, is.a, moved.a()), boundAnew(was.b, is.b, moved.b())];
          return {
            fields: ofPairBinding,
            scope: {
              ...is,
              profiles: is.profiles.filter((one) => !before.has(one) || a.has(one.a.key) || b.has(one.b.key)),
            },
          };
        }
        default: {
          const before = new Set(was.groups);
          return {
            fields: ofGroupPair,
            scope: {
              ...is,
              groups: is.groups.filter((one) => !before.has(one) || names(one.a, moved.a()) || names(one.b, moved.b())),
            },
          };
        }
      }
    }),
  };
}

/** Many rules ask for the same part. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (!value) made.set(key, (value = make(key)));
    return value;
  };
}

/** The same device, noting in `reads` which of its fields are looked at. */
export function watchedDevice(device: Device, reads: Set<string>, prefix = ''): Device {
  return new Proxy(device, {
    get: (target, key) => {
      reads.add(prefix + String(key));
      return target[key as keyof Device];
    },
  });
}

/** The same pair, noting in `reads` which of its fields and of its devices' fields are looked at. */
export function watchedPair(pair: Pair, reads: Set<string>): Pair {
  const sides = { a: watchedDevice(pair.a, reads, 'a.'), b: watchedDevice(pair.b, reads, 'b.') };
  return new Proxy(pair, {
    get(target, key) {
      if (key === 'a' || key === 'b') return sides[key];
      reads.add(String(key));
      return target[key as keyof Pair];
    },
  });
}

/** Keys of the interfaces that changed, came or went; looked for once. */
function movedInterfaces(was: Device, is: Device): () => ReadonlySet<string> {
  let found: ReadonlySet<string> | undefined;
  return () => (found ??= new Set(changedKeys(was.interfaces, is.interfaces)));
}

function names(group: Group, interfaces: ReadonlySet<string>): boolean {
  return interfaces.size > 0 && namedBy(group).some((key) => interfaces.has(key));
}

/** Keys of the interfaces that a group names: its own, those it tracks, that of the group it follows, and the main interface of each. */
const namedBy = remembered((group: Group): readonly string[] => {
  const keys = [
    group.interfaceKey,
    ...group.tracks.flatMap(({ object }) => (object.kind === 'interface' ? object.key : [])),
    ...(group.follows ? [group.follows.interfaceKey] : []),
  ];
  return [...new Set([...keys, ...keys.map(mainInterfaceKey)])];
});

/** Keys of the profiles that changed, came or went, or that name or are named by an interface that did. */
function boundAnew(was: Device, is: Device, interfaces: ReadonlySet<string>): ReadonlySet<string> {
  const keys = new Set(changedKeys(was.profiles, is.profiles));
  for (const key of interfaces) {
    for (const device of [was, is])
      for (const name of device.interfaces.get(key)?.profiles ?? []) keys.add(nameKey(name.value));
  }
  for (const profile of is.profiles.values()) {
    if (profile.roles.some((role) => role.kind === 'group' && interfaces.has(role.interfaceKey))) keys.add(profile.key);
  }
  return keys;
}

function changedFields<Scope extends object>(was: Scope, is: Scope): string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => was[key as keyof Scope] !== is[key as keyof Scope],
  );
}

function changedIn<Key, Value>(was: ReadonlyMap<Key, Value>, is: ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
  return part(is, changedKeys(was, is));
}

/** What `map` holds of these keys. */
function part<Key, Value>(map: ReadonlyMap<Key, Value>, keys: readonly Key[]): ReadonlyMap<Key, Value> {
  return new Map(
    keys.flatMap((key) => {
      const value = map.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
