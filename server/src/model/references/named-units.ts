// The names that a device, or both devices of a pair, make, each as a unit by its key: a rule that judges each by itself looks again at
// those alone whose definition an edit touched.
import type { NameKind } from '../../catalogue';
import { getOrAdd, push, sameLists } from '../../text/collections';
import type { Device } from '../device';
import { changedInList } from '../incremental/changed-list';
import type { DerivedUnits } from '../incremental/derived-units';
import type { Pair } from '../pairing/pair';
import { isDefinition, nameId, type Occurrence, type SectionNames } from './section-names';

/** A name that a device makes: where, in file order. */
export interface MadeName {
  readonly definitions: readonly Occurrence[];
}

/** A name that both devices make. */
export interface SharedName {
  readonly a: readonly Occurrence[];
  readonly b: readonly Occurrence[];
}

/** A name that the first device of a pair makes. */
export interface OwnName {
  readonly kind: NameKind;
  readonly key: string;
  readonly definitions: readonly Occurrence[];
}

// Who asks for the same units gets the same object: what an edit touched of them is worked out once.
const ofDevice = new Map<NameKind, DerivedUnits<Device, MadeName>>();
const ofBoth = new Map<NameKind, DerivedUnits<Pair, SharedName>>();

/** The names of the kind that a device makes. */
export function namesOfDevice(kind: NameKind): DerivedUnits<Device, MadeName> {
  return getOrAdd(ofDevice, kind, () => ({
    keys: (device) => namesMade(device, kind),
    at({ nameIndex }, key) {
      const definitions = nameIndex.definitionsOf(kind, key);
      return definitions.length > 0 ? { definitions } : undefined;
    },
    touched: (before, after) => namesMoved(before, after, kind),
  }));
}

/** The names of the kind that both devices make, in the order of the first. */
export function namesOfBoth(kind: NameKind): DerivedUnits<Pair, SharedName> {
  return getOrAdd(ofBoth, kind, () => ({
    keys: ({ a }) => namesMade(a, kind),
    at(pair, key) {
      const [a, b] = [pair.a, pair.b].map(({ nameIndex }) => nameIndex.definitionsOf(kind, key));
      return a!.length > 0 && b!.length > 0 ? { a: a!, b: b! } : undefined;
    },
    touched: (before, after) => [...namesMoved(before.a, after.a, kind), ...namesMoved(before.b, after.b, kind)],
  }));
}

/** The names of these kinds that the first device of a pair makes. */
export function namesOfFirst(...kinds: readonly NameKind[]): DerivedUnits<Pair, OwnName> {
  const ids = (kind: NameKind, keys: Iterable<string>) => [...keys].map((key) => nameId(kind, key));
  return {
    keys: ({ a }) => kinds.flatMap((kind) => ids(kind, namesMade(a, kind))),
    at({ a }, id) {
      const kind = kinds.find((each) => id.startsWith(`${each} `))!;
      const key = id.slice(kind.length + 1);
      const definitions = a.nameIndex.definitionsOf(kind, key);
      return definitions.length > 0 ? { kind, key, definitions } : undefined;
    },
    touched: (before, after) => kinds.flatMap((kind) => ids(kind, namesMoved(before.a, after.a, kind))),
  };
}

function namesMade({ nameIndex }: Device, kind: NameKind): ReadonlySet<string> {
  return new Set(nameIndex.definitions(kind).map(({ key }) => key));
}

/** The names that sections which an edit changed make elsewhere than before it. */
function namesMoved(before: Device, after: Device, kind: NameKind): readonly string[] {
  const { gone, come } = changedInList<SectionNames>(before.names, after.names);
  const [were, are] = [madeByKey(gone, kind), madeByKey(come, kind)];
  const isMoved = (key: string) => !sameLists(were.get(key) ?? [], are.get(key) ?? []);
  return [...new Set([...were.keys(), ...are.keys()])].filter(isMoved);
}

function madeByKey(sections: readonly SectionNames[], kind: NameKind): ReadonlyMap<string, readonly Occurrence[]> {
  const made = new Map<string, Occurrence[]>();
  for (const { all } of sections)
    for (const each of all) if (each.kind === kind && isDefinition(each)) push(made, each.key, each);
  return made;
}
