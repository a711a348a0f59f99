// What follows from an object that is never changed: worked out once and kept as long as the object lives. Facts, devices and
// pairs are such objects; what an edit did not touch is the same one after it.

/** Works out once for each object; the result goes when the object does. */
export function memoizeByObject<Key extends object, Made extends object | string>(
  make: (key: Key) => Made,
): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    let result = known.get(key);
    if (result === undefined) known.set(key, (result = make(key)));
    return result;
  };
}

/** What follows from several objects in this order, kept as long as all of them live. */
export function memoizeByObjects<Keys extends readonly object[], Made extends object>(
  make: (...keys: Keys) => Made,
): (...keys: Keys) => Made {
  interface Node {
    result?: Made;
    readonly next: WeakMap<object, Node>;
  }
  const root: Node = { next: new WeakMap() };
  return (...keys) => {
    let node = root;
    for (const key of keys) {
      let next = node.next.get(key);
      if (!next) node.next.set(key, (next = { next: new WeakMap() }));
      node = next;
    }
    return (node.result ??= make(...keys));
  };
}
