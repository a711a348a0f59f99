// What follows from an object that is never changed: worked out once and kept as long as the object lives. Facts, devices and
// pairs are such objects; what an edit did not touch is the same one after it.

export function memoizeByObject<Key extends object, Made extends object | string>(
  make: (key: Key) => Made,
): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    let made = known.get(key);
    if (made === undefined) known.set(key, (made = make(key)));
    return made;
  };
}
