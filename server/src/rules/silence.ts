// Which rules need not run again after an edit. A rule that was silent stays silent while nothing it looked at has changed; one
// that judges each interface, group or profile by itself stays silent when it is silent about those that changed. Only silence
// is concluded so: what a rule says is always said by a run over the whole device or pair.
import type { Device, Group, Interface, Rbp } from '../model/device';
import { nameKey } from '../model/names';
import type { Pair } from '../model/network';
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

export function deviceChanges(was: Device, is: Device): Changes<Device> {
  const fields = new Set(changedFields(was, is));
  const changedInterfaces = once((kind: 'interfaces') => changedIn(was[kind], is[kind]));
  return {
    fields,
    only: once((each) => {
      if (each === 'profile') return { fields: ofProfile, scope: { ...is, profiles: changedIn(was.profiles, is.profiles) } };
      const interfaces = changedInterfaces('interfaces');
      const groups = [...interfaces.values()].flatMap((one) => one.groups);
      return { fields: ofInterface, scope: each === 'group' ? { ...is, groups } : { ...is, groups, interfaces } };
    }),
  };
}

const ofBinding = new Set(['profiles', 'a.interfaces', 'a.groups', 'a.profiles', 'b.interfaces', 'b.groups', 'b.profiles']);
const ofGroupPair = new Set(['groups', 'a.interfaces', 'a.groups', 'b.interfaces', 'b.groups']);

export function pairChanges(was: Pair, is: Pair): Changes<Pair> {
  const fields = new Set(changedFields(was, is).filter((field) => field !== 'a' && field !== 'b'));
  for (const side of ['a', 'b'] as const) for (const field of changedFields(was[side], is[side])) fields.add(`${side}.${field}`);
  return {
    fields,
    only: once((each) => {
      if (each === 'profile') {
        const before = new Set(was.profiles);
        return { fields: ofProfile, scope: { ...is, profiles: is.profiles.filter((one) => !before.has(one)) } };
      }
      if (each === 'binding') {
        const before = new Set(was.profiles);
        const [a, b] = [boundAnew(was.a, is.a), boundAnew(was.b, is.b)];
        return { fields: ofBinding, scope: { ...is, profiles: is.profiles.filter((one) => !before.has(one) || a.has(one.a.key) || b.has(one.b.key)) } };
      }
      const before = new Set(was.groups);
      const moved = (side: 'a' | 'b', { interfaceKey }: Group) => was[side].interfaces.get(interfaceKey) !== is[side].interfaces.get(interfaceKey);
      return { fields: ofGroupPair, scope: { ...is, groups: is.groups.filter((one) => !before.has(one) || moved('a', one.a) || moved('b', one.b)) } };
    }),
  };
}

/** Many rules ask for the same part. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (!value) made.set(key, value = make(key));
    return value;
  };
}

/** The same device, noting in `reads` which of its fields are looked at. */
export function watchedDevice(device: Device, reads: Set<string>, prefix = ''): Device {
  return new Proxy(device, { get: (target, key) => { reads.add(prefix + String(key)); return target[key as keyof Device]; } });
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

/** Keys of the profiles that an interface binds which changed, came or went. */
function boundAnew(was: Device, is: Device): ReadonlySet<string> {
  const changed = [...changedIn(was.interfaces, is.interfaces).values(), ...changedIn(is.interfaces, was.interfaces).values()];
  return new Set(changed.flatMap((one) => one.profiles.map((name) => nameKey(name.value))));
}

function changedFields<Scope extends object>(was: Scope, is: Scope): string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => was[key as keyof Scope] !== is[key as keyof Scope]);
}

function changedIn<Value extends Interface | Rbp>(was: ReadonlyMap<string, Value>, is: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const changed = new Map<string, Value>();
  for (const [key, value] of is) if (was.get(key) !== value) changed.set(key, value);
  return changed;
}
