// A rule that says it judges each interface, group, profile or binding by itself runs again only over those that an edit changed. So
// what it says is verified: over each unit alone, with all other units made to throw when they are read, it must say what it says
// of the unit in a run over all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOfUnits, deviceChanges, pairChanges, type Unit } from '../../server/src/diagnostics/rule-cache';
import { interfacesAround } from '../../server/src/model/pairing/changed-groups';
import type { DeviceRule, RawFinding, PairRule, Rule } from '../../server/src/diagnostics/rule';
import type { Device, Group, Interface, Rbp } from '../../server/src/model/device';
import { isIndexing } from '../../server/src/model/incremental/indexing';
import type { NameKind } from '../../server/src/catalogue';
import { nameKey } from '../../server/src/model/names';
import { NameIndex } from '../../server/src/model/references/name-index';
import type { Occurrence, SectionNames } from '../../server/src/model/references/section-names';
import { rangeOf } from '../../server/src/model/place';
import type { GroupPair, Pair, ProfilePair } from '../../server/src/model/pairing/pair';
import { rules } from '../../server/src/rules/registry';
import { Workspace } from '../../server/src/workspace/workspace';
import { carrier } from '../bench/text';
import { readExample } from '../support/carets';
import { loadSyntax } from '../support/wasm';

/** A rule, or a part of one, that declares a unit. */
interface UnitRule extends Pick<DeviceRule | PairRule, 'id' | 'scope'> {
  readonly independentPer: NonNullable<Rule['independentPer']>;
  readonly check: unknown;
}

function declaredBy(rule: Rule): UnitRule[] {
  if (rule.scope !== 'device' && rule.scope !== 'pair') return [];
  return (rule.parts ?? [rule]).flatMap(({ independentPer, check }) =>
    independentPer ? [{ id: rule.id, scope: rule.scope, independentPer, check }] : [],
  );
}

class ReadOfAnotherUnit extends Error {}

/** An object that throws when anything of it is read, but by the making of an index. */
function forbidden<Value extends object>(value: Value, what: string): Value {
  return new Proxy(value, {
    get(target, key) {
      if (isIndexing()) return Reflect.get(target, key) as unknown;
      throw new ReadOfAnotherUnit(`${what}.${String(key)}`);
    },
  });
}

/** A map of which only these keys may be asked for. It may be walked where it holds nothing else. */
class GuardedMap<Key, Value extends object> extends Map<Key, Value> {
  constructor(
    entries: ReadonlyMap<Key, Value>,
    private readonly allowed: ReadonlySet<Key>,
    private readonly what: string,
  ) {
    super();
    for (const [key, value] of entries)
      super.set(key, allowed.has(key) ? value : forbidden(value, `${what} ${String(key)}`));
  }
  private check(act: string): void {
    const alone = [...super.keys()].every((key) => this.allowed.has(key));
    if (!isIndexing() && !alone) throw new ReadOfAnotherUnit(`${act} of all ${this.what}`);
  }
  override get(key: Key): Value | undefined {
    // An object that is not there may come by an edit: that is a read of another unit as well.
    if (!this.allowed.has(key) && !isIndexing()) throw new ReadOfAnotherUnit(`${this.what} ${String(key)}`);
    return super.get(key);
  }
  override has(key: Key): boolean {
    if (!this.allowed.has(key) && !isIndexing()) throw new ReadOfAnotherUnit(`${this.what} ${String(key)}`);
    return super.has(key);
  }
  override get size(): number {
    this.check('the number');
    return super.size;
  }
  override keys() {
    this.check('the keys');
    return super.keys();
  }
  override values() {
    this.check('a walk');
    return super.values();
  }
  override entries() {
    this.check('a walk');
    return super.entries();
  }
  override [Symbol.iterator]() {
    this.check('a walk');
    return super[Symbol.iterator]();
  }
}

interface Near {
  readonly interfaces: ReadonlySet<string>;
  readonly profiles: ReadonlySet<string>;
  readonly groups: ReadonlySet<Group>;
}

/** The device with nothing to be read of these fields but what is near to a unit. */
function guarded(device: Device, fields: ReadonlySet<string>, near: Near): Device {
  return {
    ...device,
    ...(fields.has('interfaces')
      ? { interfaces: new GuardedMap(device.interfaces, near.interfaces, 'interface') }
      : {}),
    ...(fields.has('profiles') ? { profiles: new GuardedMap(device.profiles, near.profiles, 'profile') } : {}),
    ...(fields.has('groups')
      ? {
          groups: device.groups.map((group) =>
            near.groups.has(group) || near.interfaces.has(group.interfaceKey) ? group : forbidden(group, 'group'),
          ),
        }
      : {}),
  };
}

function nearGroup(device: Device, group: Group): Near {
  return { interfaces: new Set(interfacesAround(device, group)), profiles: new Set(), groups: new Set([group]) };
}

function nearProfile(device: Device, profile: Rbp, binding: boolean): Near {
  const bound = [...device.interfaces.values()].filter((port) =>
    port.profiles.some((name) => nameKey(name.value) === profile.key),
  );
  const followed = profile.roles.flatMap((role) => (role.kind === 'group' ? [role.interfaceKey] : []));
  return {
    interfaces: new Set(binding ? [...bound.map((port) => port.key), ...followed] : []),
    profiles: new Set([profile.key]),
    groups: new Set(),
  };
}

function deviceUnit(device: Device, kind: UnitRule['independentPer'], unit: Unit): Device {
  const fields = fieldsOfUnits.device[kind];
  if (kind === 'group') {
    const near = guarded(device, fields, nearGroup(device, unit as Group));
    return { ...near, groups: [unit as Group] };
  }
  const scope = deviceChanges(device, device).units(kind).scopeOf([unit]);
  if (kind === 'binding' || kind === 'profile') {
    const near = nearProfile(device, unit as Rbp, kind === 'binding');
    const { interfaces, groups } = guarded(device, fields, near);
    return { ...scope, interfaces, groups, profiles: new GuardedMap(scope.profiles, near.profiles, 'profile') };
  }
  if (kind === 'names') return withNamesNear(device, scope, unit as SectionNames);
  const key = 'key' in unit ? (unit as Interface).key : '';
  return {
    ...scope,
    interfaces: new GuardedMap(scope.interfaces, new Set([key]), 'interface'),
  };
}

/** The names of one section; of others what concerns a name that stands there, and what the kinds that it uses are called. */
function withNamesNear(device: Device, scope: Device, unit: SectionNames): Device {
  const own = new Set(
    unit.all.flatMap((occurrence) => [occurrence.within, occurrence.kind === 'interface' ? occurrence.key : undefined]),
  );
  const stands = (kind: NameKind, key: string) => {
    if (!unit.all.some((occurrence) => occurrence.kind === kind && occurrence.key === key))
      throw new ReadOfAnotherUnit(`the ${kind} ${key}`);
  };
  const index: NameIndex = Object.assign(Object.create(NameIndex.prototype) as NameIndex, {
    isDefined(kind: NameKind, key: string) {
      stands(kind, key);
      return device.nameIndex.isDefined(kind, key);
    },
    isMade(name: Pick<Occurrence, 'kind' | 'key' | 'text'>) {
      stands(name.kind, name.key);
      return device.nameIndex.isMade(name);
    },
    occurrences(kind: NameKind, key: string) {
      stands(kind, key);
      if (kind !== 'interface') throw new ReadOfAnotherUnit(`where the ${kind} ${key} stands`);
      return device.nameIndex.occurrences(kind, key);
    },
    definitions(kind: NameKind) {
      if (!unit.used.has(kind) || kind === 'interface') throw new ReadOfAnotherUnit(`all ${kind} names`);
      return device.nameIndex.definitions(kind);
    },
    definesAny(kind: NameKind) {
      if (!unit.used.has(kind) || kind === 'interface') throw new ReadOfAnotherUnit(`whether there is any ${kind}`);
      return device.nameIndex.definesAny(kind);
    },
  });
  const near = { interfaces: new Set([...own].filter((key) => key !== undefined)), profiles: none, groups: none };
  const { interfaces, groups } = guarded(device, fieldsOfUnits.device.names, near);
  return { ...scope, interfaces, groups, nameIndex: index };
}

const none = new Set<never>();

function pairUnit(pair: Pair, kind: UnitRule['independentPer'], unit: Unit): Pair {
  const fields = fieldsOfUnits.pair[kind];
  const of = (side: 'a' | 'b') =>
    new Set([...fields].flatMap((field) => (field.startsWith(`${side}.`) ? [field.slice(2)] : [])));
  const nearOf = (side: 'a' | 'b'): Near =>
    kind === 'group'
      ? nearGroup(pair[side], (unit as GroupPair)[side])
      : nearProfile(pair[side], (unit as ProfilePair)[side], kind === 'binding');
  const following = (group: GroupPair) => group.profiles.some((couple) => couple === unit);
  return {
    ...pairChanges(pair, pair).units(kind).scopeOf([unit]),
    ...(kind === 'binding'
      ? { groups: pair.groups.map((couple) => (following(couple) ? couple : forbidden(couple, 'virtual router'))) }
      : {}),
    a: guarded(pair.a, of('a'), nearOf('a')),
    b: guarded(pair.b, of('b'), nearOf('b')),
  };
}

function reported(drafts: Iterable<RawFinding<unknown>>): string[] {
  return [...drafts].map(({ at, message }) => `${at.anchor.file} ${JSON.stringify(rangeOf(at))} ${message}`);
}

function verify(rule: UnitRule, scope: Device | Pair, where: string): number {
  const find = (part: Device | Pair) => (rule.check as (part: Device | Pair) => Iterable<RawFinding<unknown>>)(part);
  const units =
    rule.scope === 'device'
      ? deviceChanges(scope as Device, scope as Device)
          .units(rule.independentPer)
          .all()
      : pairChanges(scope as Pair, scope as Pair)
          .units(rule.independentPer)
          .all();
  const each = units.flatMap((unit) => {
    const part =
      rule.scope === 'device'
        ? deviceUnit(scope as Device, rule.independentPer, unit)
        : pairUnit(scope as Pair, rule.independentPer, unit);
    try {
      return reported(find(part));
    } catch (error) {
      if (!(error instanceof ReadOfAnotherUnit)) throw error;
      assert.fail(`${rule.id} judges each ${rule.independentPer} by itself, but reads ${error.message} (${where})`);
    }
  });
  // What is said twice is shown once.
  const unique = (list: readonly string[]) => [...new Set(list)].sort();
  assert.deepEqual(unique(each), unique(reported(find(scope))), `${rule.id} by ${rule.independentPer} (${where})`);
  return units.length;
}

test('a rule that judges units by themselves reads no other unit, and says the same of each alone as of all', async () => {
  await loadSyntax();
  const declared = rules.flatMap(declaredBy);
  assert.ok(declared.length >= 45);
  const sets = [
    ...rules.flatMap((rule) =>
      rule.examples.map(({ title, config }) => ({ where: `${rule.id}: ${title}`, files: readExample(config).files })),
    ),
    {
      where: 'a carrier',
      files: ([0, 1] as const).map((own) => ({ name: `${own}.cfg`, text: carrier(own, 200) })),
    },
  ];
  let units = 0;
  for (const { where, files } of sets) {
    const workspace = new Workspace({ rules: [] });
    for (const { name, text } of files) workspace.setClosed(name, text);
    const { devices, pairs } = workspace.network();
    for (const rule of declared)
      for (const scope of rule.scope === 'device' ? devices : pairs) units += verify(rule, scope, where);
  }
  assert.ok(units > 10_000, `${units} units`);
});
