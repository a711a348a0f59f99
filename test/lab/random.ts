// Numbers of a seed: the same on every run.

/** Numbers drawn in order from a seed. */
export interface Random {
  /** From 0 to below `count`. */
  below(count: number): number;
  /** True once in `times`. */
  once(times: number): boolean;
  of<Item>(items: readonly Item[]): Item;
  /** With two decimals. */
  between(least: number, most: number): number;
}

/** Mulberry32. */
export function randomOf(seed: number): Random {
  // Seeds that follow each other begin far apart.
  let state = Math.imul(seed, 0x9e3779b1);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    once: (times) => below(times) === 0,
    of: (items) => items[below(items.length)]!,
    between: (least, most) => Math.round((least + next() * (most - least)) * 100) / 100,
  };
}
