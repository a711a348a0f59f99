// What a rule said stays said while nothing it looked at has changed. One that judges each interface, group or profile by itself
// runs again over those that changed alone, and what it said about the others stays. A cache belongs to one open file or pair.
import type { NameKind } from '../catalogue';
import type { Device, Group, Rbp } from '../model/device';
import { groupsNear, virtualRouters, virtualRoutersNear } from '../model/pairing/changed-groups';
import { boundAnew, matchedProfiles, profilesNear } from '../model/pairing/changed-profiles';
import type { GroupPair, Pair, ProfilePair } from '../model/pairing/pair';
import { sectionsMaking, sectionsNaming, sectionsUsing } from '../model/references/name-index';
import { isGroup, mainInterfacesOf, nameId, type SectionNames } from '../model/references/section-names';
import { changedMembers } from '../model/incremental/derived-list';
import { changedInList } from '../model/incremental/changed-list';
import { movedInterfaces, type DerivedUnits } from '../model/incremental/derived-units';
import { changedKeys } from '../model/incremental/patched-map';
import { getOrAdd } from '../text/collections';
import { FieldChanges, type Reads } from './reads';
import type { Rule } from './rule';
import type { UnitReads } from './unit-reads';

/** What a rule may judge one by one: groups, profiles, interfaces and so on. */
export type UnitKind = NonNullable<Rule['independentPer']>;
/** An object that a rule judges by itself. */
export type Unit = object;

/** What each rule said when it last ran over `scope`; filled and read by the runner alone. */
export interface RuleCache<Scope, Result> {
  scope?: Scope;
  readonly entries: Map<string, CacheEntry<Result>>;
}

/** What a rule said of a scope, and what it read to say so. */
export interface CacheEntry<Result> {
  /** What the rule looked at. */
  readonly reads: Reads;
  results: readonly Result[];
  /**
   * The same by what it is about, once an edit asked for it; units about which nothing is said are left out. Units that follow from
   * several objects go by their keys.
   */
  byUnit?: Map<Unit | string, readonly Result[]>;
  /** What was read for each unit, where the rule follows that; `reads` then holds the fields that are no collections. */
  readonly unitReads?: UnitReads;
}

/** An empty cache for rules of one scope. */
export function ruleCache<Scope, Result>(): RuleCache<Scope, Result> {
  return { entries: new Map() };
}

/** What an edit changed. */
export interface Changes<Scope> {
  readonly fields: FieldChanges;
  /** The keys of the derived units that the edit may have changed. */
  touched(units: DerivedUnits<Scope, object>): ReadonlySet<string>;
  units(kind: UnitKind): ChangedUnits<Scope>;
}

/** What an edit changed of the units of a kind. */
export interface ChangedUnits<Scope> {
  /** The fields that differ by nothing else. */
  readonly fields: ReadonlySet<string>;
  /** Units that are no more, or are to be judged again. */
  readonly gone: readonly Unit[];
  /** Units to be judged. */
  readonly come: readonly Unit[];
  all(): readonly Unit[];
  /** The scope with no other units of the kind. */
  scopeOf(units: readonly Unit[]): Scope;
}

/** The fields in which an edit of a unit of the kind, or of what is near to it, shows. */
export const fieldsOfUnits: Readonly<Record<'device' | 'pair', Readonly<Record<UnitKind, ReadonlySet<string>>>>> = {
  device: {
    interface: new Set(['interfaces', 'groups']),
    group: new Set(['interfaces', 'groups']),
    profile: new Set(['profiles']),
    binding: new Set(['profiles', 'interfaces', 'groups']),
    block: new Set([
      'interfaces',
      'groups',
      'services',
      'profiles',
      'locations',
      'instanceGroups',
      'eTrunks',
      'pools',
      'instances',
    ]),
    names: new Set(['names', 'nameIndex', 'interfaces', 'groups']),
  },
  pair: {
    interface: new Set(),
    group: virtualRouters.near!,
    profile: new Set(['profiles']),
    binding: matchedProfiles.near!,
    block: new Set(),
    names: new Set(),
  },
};

/** What is another object in the device after an edit. */
export function deviceChanges(before: Device, after: Device): Changes<Device> {
  const moved = () => movedInterfaces(before.interfaces, after.interfaces);
  return {
    fields: FieldChanges.ofDevices(before, after),
    touched: onceEach((units) => new Set(units.touched(before, after))),
    units: onceEach((kind) => {
      const fields = fieldsOfUnits.device[kind];
      switch (kind) {
        case 'profile':
          return { fields, ...changedProfiles(before, after, changedKeys(before.profiles, after.profiles)) };
        case 'binding':
          return { fields, ...changedProfiles(before, after, boundAnew(before, after)) };
        case 'group':
          return { fields, ...changedGroups(before, after) };
        case 'names':
          return { fields, ...changedNames(before, after, moved()) };
        default:
          return { fields, ...changedBlocks(before, after, kind, moved()) };
      }
    }),
  };
}

type Changed<Scope> = Omit<ChangedUnits<Scope>, 'fields'>;

function changedProfiles(before: Device, after: Device, keys: Iterable<string>): Changed<Device> {
  const list = [...keys];
  return {
    gone: list.flatMap((key) => before.profiles.get(key) ?? []),
    come: list.flatMap((key) => after.profiles.get(key) ?? []),
    all: () => [...after.profiles.values()],
    scopeOf: (units) => ({
      ...after,
      profiles: new Map((units as readonly Rbp[]).map((profile) => [profile.key, profile])),
    }),
  };
}

/** Groups that changed, or that name an interface which did. */
function changedGroups(before: Device, after: Device): Changed<Device> {
  const { gone, come } = changedInList(before.groups, after.groups);
  return {
    gone: [...gone, ...groupsNear(before, after, before)],
    come: [...new Set([...come, ...groupsNear(before, after, after)])],
    all: () => after.groups,
    scopeOf: (units) => ({ ...after, groups: units as readonly Group[] }),
  };
}

/** Sections whose names changed, or that share one with such a section which is made or used otherwise now. */
function changedNames(before: Device, after: Device, interfaces: readonly string[]): Changed<Device> {
  const { gone, come } = changedInList<SectionNames>(before.names, after.names);
  const ids = [...differing(rolesIn(gone), rolesIn(come))];
  // Who may have meant a group names its interface, which is among the ids then.
  const kinds = [...differing(madeKinds(gone), madeKinds(come))].filter(
    (kind) => kind !== 'interface' && !isGroup(kind as NameKind),
  );
  const near = ({ names }: Device) => [
    ...ids.flatMap((id) => sectionsNaming(names, undefined).get(id)),
    ...interfaces.flatMap((key) => sectionsMaking(names, undefined).get(nameId('interface', key))),
    ...kinds.flatMap((kind) => sectionsUsing(names, undefined).get(kind)),
  ];
  return {
    gone: [...gone, ...near(before)],
    come: [...new Set([...come, ...near(after)])],
    all: () => after.names.filter((sectionNames) => sectionNames.all.length > 0),
    scopeOf: (units) => ({ ...after, names: units as readonly SectionNames[] }),
  };
}

/**
 * Each name that is made (of a group with its interface), each interface that is used or whose sub-interface is made: who else
 * names them may care.
 */
function rolesIn(sections: readonly SectionNames[]): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  for (const section of sections) {
    for (const { kind, key, defines, undone, interfaceKey } of section.all) {
      if (defines && !undone) {
        roles.set(`makes ${kind} ${key}`, nameId(kind, key));
        if (interfaceKey !== undefined) roles.set(`makes ${kind} ${key} there`, nameId('interface', interfaceKey));
      } else if (kind === 'interface') roles.set(`uses ${key}`, nameId(kind, key));
    }
    for (const key of mainInterfacesOf(section)) roles.set(`extends ${key}`, nameId('interface', key));
  }
  return roles;
}

/** The names that are made, by their ids, with their kinds. */
function madeKinds(sections: readonly SectionNames[]): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const { all } of sections)
    for (const { kind, key, defines, undone } of all) if (defines && !undone) kinds.set(nameId(kind, key), kind);
  return kinds;
}

/** The values of keys that one of the two lacks. */
function differing(first: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [key, value] of first) if (!other.has(key)) found.add(value);
  for (const [key, value] of other) if (!first.has(key)) found.add(value);
  return found;
}

/** The collections of objects that have a view of their own. */
const blockMaps = ['interfaces', 'services', 'profiles', 'locations', 'instanceGroups', 'eTrunks'] as const;
const blockLists = ['pools', 'instances'] as const;

function changedBlocks(
  before: Device,
  after: Device,
  kind: 'interface' | 'block',
  moved: readonly string[],
): Changed<Device> {
  const maps = kind === 'block' ? blockMaps : (['interfaces'] as const);
  const lists = kind === 'block' ? blockLists : [];
  const gone: Unit[] = [];
  const come: Unit[] = [];
  for (const field of maps) {
    const keys = field === 'interfaces' ? moved : changedKeys<unknown, object>(before[field], after[field]);
    const [from, to] = [before[field], after[field]] as readonly ReadonlyMap<unknown, Unit>[];
    gone.push(...keys.flatMap((key) => from!.get(key) ?? []));
    come.push(...keys.flatMap((key) => to!.get(key) ?? []));
  }
  for (const field of lists) {
    const changed = changedInList<object>(before[field], after[field]);
    gone.push(...changed.gone);
    come.push(...changed.come);
  }
  return {
    gone,
    come,
    all: () => [
      ...maps.flatMap((field): readonly Unit[] => [...after[field].values()]),
      ...lists.flatMap((field): readonly Unit[] => after[field]),
    ],
    scopeOf: (units) => {
      const wanted = new Set(units);
      const interfaces = part(after.interfaces, wanted);
      const groups = [...interfaces.values()].flatMap((port) => port.groups);
      if (kind === 'interface') return { ...after, interfaces, groups };
      return {
        ...after,
        interfaces,
        groups,
        services: part(after.services, wanted),
        profiles: part(after.profiles, wanted),
        locations: part(after.locations, wanted),
        instanceGroups: part(after.instanceGroups, wanted),
        eTrunks: part(after.eTrunks, wanted),
        pools: (units as Device['pools']).filter((pool) => after.pools.includes(pool)),
        instances: (units as Device['instances']).filter((serviceInstance) =>
          after.instances.includes(serviceInstance),
        ),
      };
    },
  };
}

/** What the map holds of these values, all of which have their key in them. */
function part<Key, Value extends { readonly key: Key } | { readonly id: Key }>(
  map: ReadonlyMap<Key, Value>,
  wanted: ReadonlySet<Unit>,
): ReadonlyMap<Key, Value> {
  const found = new Map<Key, Value>();
  for (const value of wanted as ReadonlySet<Value>) {
    const key = 'key' in value ? value.key : value.id;
    if (map.get(key) === value) found.set(key, value);
  }
  return found;
}

/** What is another object in either device of a pair, or in its couples, after an edit. */
export function pairChanges(before: Pair, after: Pair): Changes<Pair> {
  const profiles = once(() => changedMembers(before.profiles, after.profiles));
  const groups = once(() => changedMembers(before.groups, after.groups));
  return {
    fields: FieldChanges.ofPairs(before, after),
    touched: onceEach((units) => new Set(units.touched(before, after))),
    units: onceEach((kind) => {
      if (kind === 'group') {
        const near = virtualRoutersNear(before, after);
        const { gone, come } = groups();
        return {
          fields: fieldsOfUnits.pair.group,
          gone: [...gone, ...near],
          come: [...new Set([...come, ...near])],
          all: () => after.groups,
          scopeOf: (units) => ({ ...after, groups: units as readonly GroupPair[] }),
        };
      }
      const near = kind === 'binding' ? profilesNear(before, after) : [];
      return {
        fields: fieldsOfUnits.pair[kind],
        gone: [...profiles().gone, ...near],
        come: [...new Set([...profiles().come, ...near])],
        all: () => after.profiles,
        scopeOf: (units) => ({ ...after, profiles: units as readonly ProfilePair[] }),
      };
    }),
  };
}

function once<Value>(make: () => Value): () => Value {
  let result: { readonly value: Value } | undefined;
  return () => (result ??= { value: make() }).value;
}

/** Many rules ask for the same kind. */
function onceEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const results = new Map<Key, Value>();
  return (key) => getOrAdd(results, key, () => make(key));
}
