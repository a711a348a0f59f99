// What a rule said stays said while nothing it looked at has changed. One that judges each interface, group or profile by itself
// runs again over those that changed alone, and what it said about the others stays. A cache belongs to one open file or pair.
import type { NameKind } from '../catalogue';
import type { Device, Group, Rbp } from '../model/device';
import { trunkOf, trunkPorts } from '../model/interface-state';
import { mainInterfaceKey, nameKey } from '../model/names';
import { profilesNaming } from '../model/pairing/similarity';
import { groupPairOf, profilePairOf } from '../model/pairing/matching';
import type { GroupPair, Pair, ProfilePair } from '../model/pairing/pair';
import { sectionsMaking, sectionsNaming, sectionsUsing } from '../model/references/name-index';
import { isGroup, mainInterfacesOf, nameId, type SectionNames } from '../model/references/section-names';
import { changedMembers } from '../model/incremental/derived-list';
import { listIndex } from '../model/incremental/index-view';
import { changedPlaces } from '../model/incremental/patched-list';
import { changedKeys } from '../model/incremental/patched-map';
import { sameLists } from '../text/collections';
import { memoizeByObject } from '../text/memoize';
import { FieldChanges, type Reads } from './reads';
import type { Rule } from './rule';

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
  /** The same by what it is about, once an edit asked for it; units about which nothing is said are left out. */
  byUnit?: Map<Unit, readonly Result[]>;
}

/** An empty cache for rules of one scope. */
export function ruleCache<Scope, Result>(): RuleCache<Scope, Result> {
  return { entries: new Map() };
}

/** What an edit changed. */
export interface Changes<Scope> {
  readonly fields: FieldChanges;
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
    group: new Set(['groups', 'a.interfaces', 'a.groups', 'b.interfaces', 'b.groups']),
    profile: new Set(['profiles']),
    binding: new Set([
      'profiles',
      'groups',
      'a.interfaces',
      'a.groups',
      'a.profiles',
      'b.interfaces',
      'b.groups',
      'b.profiles',
    ]),
    block: new Set(),
    names: new Set(),
  },
};

/** What is another object in the device after an edit. */
export function deviceChanges(before: Device, after: Device): Changes<Device> {
  const moved = once(() => changedKeys(before.interfaces, after.interfaces));
  return {
    fields: FieldChanges.ofDevices(before, after),
    units: onceEach((kind) => {
      const fields = fieldsOfUnits.device[kind];
      switch (kind) {
        case 'profile':
          return { fields, ...changedProfiles(before, after, changedKeys(before.profiles, after.profiles)) };
        case 'binding':
          return { fields, ...changedProfiles(before, after, boundAnew(before, after, moved())) };
        case 'group':
          return { fields, ...changedGroups(before, after, withTrunks(before, after, moved())) };
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
function changedGroups(before: Device, after: Device, moved: readonly string[]): Changed<Device> {
  const { gone, come } = changedInList(before.groups, after.groups);
  return {
    gone: [...gone, ...groupsNaming(before, moved)],
    come: [...new Set([...come, ...groupsNaming(after, moved)])],
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

function changedInList<Value extends object>(
  before: readonly Value[],
  after: readonly Value[],
): { readonly gone: readonly Value[]; readonly come: readonly Value[] } {
  const places = changedPlaces(before, after);
  if (!places) return changedMembers(before, after);
  return { gone: places.map((place) => before[place]!), come: places.map((place) => after[place]!) };
}

/** What is another object in either device of a pair, or in its couples, after an edit. */
export function pairChanges(before: Pair, after: Pair): Changes<Pair> {
  const moved = {
    a: once(() => changedKeys(before.a.interfaces, after.a.interfaces)),
    b: once(() => changedKeys(before.b.interfaces, after.b.interfaces)),
  };
  const profiles = once(() => changedMembers(before.profiles, after.profiles));
  const groups = once(() => changedMembers(before.groups, after.groups));
  return {
    fields: FieldChanges.ofPairs(before, after),
    units: onceEach((kind) => {
      if (kind === 'group') {
        const near = (pair: Pair) =>
          (['a', 'b'] as const).flatMap((side) =>
            groupsNaming(pair[side], withTrunks(before[side], after[side], moved[side]())).flatMap(
              (group) => groupPairOf(pair, group) ?? [],
            ),
          );
        const { gone, come } = groups();
        return {
          fields: fieldsOfUnits.pair.group,
          gone: [...gone, ...near(after)],
          come: [...new Set([...come, ...near(after)])],
          all: () => after.groups,
          scopeOf: (units) => ({ ...after, groups: units as readonly GroupPair[] }),
        };
      }
      const near = kind === 'binding' ? boundNear() : [];
      return {
        fields: fieldsOfUnits.pair[kind],
        gone: [...profiles().gone, ...near],
        come: [...new Set([...profiles().come, ...near])],
        all: () => after.profiles,
        scopeOf: (units) => ({ ...after, profiles: units as readonly ProfilePair[] }),
      };
    }),
  };

  /** Matched profiles that bind, are bound by or follow what changed. */
  function boundNear(): readonly ProfilePair[] {
    const bound = (['a', 'b'] as const).flatMap((side) =>
      [...boundAnew(before[side], after[side], moved[side]())].flatMap((key) => profilePairOf(after, side, key) ?? []),
    );
    const { gone, come } = groups();
    // A virtual router that is the same but for who follows it says nothing new to the others that do.
    const otherwise = [...notAmong(gone, come), ...notAmong(come, gone)];
    const following = otherwise.flatMap((group) =>
      group.profiles.flatMap(({ a }) => profilePairOf(after, 'a', a.key) ?? []),
    );
    return [...new Set([...bound, ...following])];
  }
}

/** Virtual routers that are not in the other list but for the profiles that follow them. */
function notAmong(list: readonly GroupPair[], others: readonly GroupPair[]): readonly GroupPair[] {
  const known = new Map(others.map((couple) => [couple.a, couple]));
  return list.filter((couple) => {
    const same = known.get(couple.a);
    return (
      same?.b !== couple.b ||
      same.services.join() !== couple.services.join() ||
      !sameLists(same.locations, couple.locations, (x, y) => x === y)
    );
  });
}

function once<Value>(make: () => Value): () => Value {
  let result: { readonly value: Value } | undefined;
  return () => (result ??= { value: make() }).value;
}

/** Many rules ask for the same kind. */
function onceEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const results = new Map<Key, Value>();
  return (key) => {
    let value = results.get(key);
    if (!value) results.set(key, (value = make(key)));
    return value;
  };
}

/** These interfaces, and the Eth-Trunks that they are ports of, before or after: a trunk is up while one of its ports is. */
function withTrunks(before: Device, after: Device, interfaces: readonly string[]): readonly string[] {
  const trunks = interfaces.flatMap((key) =>
    [before, after].flatMap((device) => {
      const port = device.interfaces.get(key);
      return (port && trunkOf(port)) ?? [];
    }),
  );
  return [...new Set([...interfaces, ...trunks])];
}

/** Groups that name one of these interfaces. */
function groupsNaming(device: Device, interfaces: readonly string[]): readonly Group[] {
  if (interfaces.length === 0) return [];
  const index = groupsByInterface(device.groups, undefined);
  return interfaces.flatMap((key) => index.get(key));
}

/** Keys of the interfaces that a group names: its own, those it tracks, that of the group it follows, and the main interface of each. */
export const interfacesOf = memoizeByObject((group: Group): readonly string[] => {
  const keys = [
    group.interfaceKey,
    ...group.tracks.flatMap(({ object }) => (object.kind === 'interface' ? object.key : [])),
    ...(group.follows ? [group.follows.interfaceKey] : []),
  ];
  return [...new Set([...keys, ...keys.map(mainInterfaceKey)])];
});

/** What a group's verdict may rest on: the interfaces that it names, and the ports of those that are Eth-Trunks. */
export function interfacesAround(device: Device, group: Group): readonly string[] {
  const named = interfacesOf(group);
  return [...named, ...named.flatMap((key) => trunkPorts(device, key).map((port) => port.key))];
}

const groupsByInterface = listIndex((group: Group) => interfacesOf(group));

/** Keys of the profiles that changed, came or went, or that name or are named by an interface that did. */
function boundAnew(before: Device, after: Device, interfaces: readonly string[]): ReadonlySet<string> {
  const keys = new Set(changedKeys(before.profiles, after.profiles));
  for (const key of interfaces) {
    for (const device of [before, after])
      for (const name of device.interfaces.get(key)?.profiles ?? []) keys.add(nameKey(name.value));
    for (const profile of profilesNaming(key, after)) keys.add(profile.key);
  }
  return keys;
}
