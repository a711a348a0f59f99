// A list that an edit made of another one by taking members out and putting others in. Beside it is kept which, so that telling two
// such lists apart does not follow their length.

/** Members that are carried along; a list that differs by more of them stands for itself. */
const most = 128;

interface Derivation {
  readonly base: readonly object[];
  readonly gone: ReadonlySet<object>;
  readonly come: ReadonlySet<object>;
}

// Lists must be plain arrays for all who read them; the map lets go of a list with its last reader.
const derivations = new WeakMap<readonly object[], Derivation>();

/** Notes that `list` is `from` without the members that are gone, and with those that have come. */
export function derivedList<Value extends object>(
  list: readonly Value[],
  from: readonly Value[],
  gone: readonly Value[],
  come: readonly Value[],
): readonly Value[] {
  const before = derivations.get(from);
  const all = { gone: new Set<object>(before?.gone), come: new Set<object>(before?.come) };
  for (const value of gone) if (!all.come.delete(value)) all.gone.add(value);
  for (const value of come) if (!all.gone.delete(value)) all.come.add(value);
  if (all.gone.size + all.come.size <= most) derivations.set(list, { base: before?.base ?? from, ...all });
  return list;
}

/** Who has left a list and who has come. */
export interface ChangedMembers<Value> {
  readonly gone: readonly Value[];
  readonly come: readonly Value[];
}

/** The members of one list that are not in the other. */
export function changedMembers<Value extends object>(
  before: readonly Value[],
  after: readonly Value[],
): ChangedMembers<Value> {
  if (before === after) return { gone: [], come: [] };
  const [from, to] = [derivationOf(before), derivationOf(after)];
  if (from.base !== to.base) {
    const [old, now] = [new Set(before), new Set(after)];
    return { gone: before.filter((value) => !now.has(value)), come: after.filter((value) => !old.has(value)) };
  }
  const differing = new Set([...from.gone, ...from.come, ...to.gone, ...to.come]) as Set<Value>;
  return {
    gone: [...differing].filter((value) => holds(from, value) && !holds(to, value)),
    come: [...differing].filter((value) => !holds(from, value) && holds(to, value)),
  };

  /** A member that either list differs by: it is in the base where one of them lacks it. */
  function holds({ gone, come }: Derivation, value: object): boolean {
    if (come.has(value)) return true;
    return !gone.has(value) && (from.gone.has(value) || to.gone.has(value));
  }
}

const none: ReadonlySet<object> = new Set();

function derivationOf(list: readonly object[]): Derivation {
  return derivations.get(list) ?? { base: list, gone: none, come: none };
}
