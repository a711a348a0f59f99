// Things that follow from several objects, such as the links on which two devices meet, kept over edits: each goes by a key, and an
// edit says by which keys it may have changed them. So a rule that judges each by itself looks again at those alone.
import { memoizeByObjects } from '../../text/memoize';
import type { Device } from '../device';
import { changedKeys } from './patched-map';

/** How to find the units of a scope, all of them or the one that goes by a key. */
export interface DerivedUnits<Scope, Unit extends object> {
  /** The keys of all units; by some of them none may go. */
  keys(scope: Scope): Iterable<string>;
  at(scope: Scope, key: string): Unit | undefined;
  /** The fields of the scope of which a judgement of a unit rests on no more than what is near it: `touched` tells of edits there. */
  readonly near?: ReadonlySet<string>;
  /** The keys by which another unit may go in `after` than in `before`, or one that is made of other objects. */
  touched(before: Scope, after: Scope): Iterable<string>;
}

/** All units of the scope, each once. */
export function* eachUnit<Scope, Unit extends object>(
  { keys, at }: DerivedUnits<Scope, Unit>,
  scope: Scope,
): Iterable<Unit> {
  for (const key of keys(scope)) {
    const unit = at(scope, key);
    if (unit) yield unit;
  }
}

/** The same units, but none while a fact does not hold of the scope. */
export function unitsWhere<Scope, Unit extends object>(
  holds: (scope: Scope) => boolean,
  units: DerivedUnits<Scope, Unit>,
): DerivedUnits<Scope, Unit> {
  return {
    ...units,
    keys: (scope) => (holds(scope) ? units.keys(scope) : []),
    at: (scope, key) => (holds(scope) ? units.at(scope, key) : undefined),
    touched: (before, after) =>
      holds(before) === holds(after) ? units.touched(before, after) : [...units.keys(before), ...units.keys(after)],
  };
}

type Interfaces = Device['interfaces'];

/** Keys of the interfaces that an edit changed, made or took away. */
export const movedInterfaces = memoizeByObjects((before: Interfaces, after: Interfaces): readonly string[] =>
  changedKeys(before, after),
);
