// What a range of seconds is: the spread of the protocol, two readings of the sources, or what no file tells.

/** From the least to the most, in seconds, with what the spread means. */
export interface Range {
  readonly kind: 'exact' | 'spread' | 'readings' | 'unknown';
  /** Goes into brackets behind the seconds. */
  readonly text: string;
}

/** The figures of the sources that are no single number. */
export const ranges = {
  exact: { kind: 'exact', text: 'by the timers alone' },
  advertisement: { kind: 'spread', text: 'by when the last advertisement left' },
  preemption: { kind: 'readings', text: 'the vendor preempts at once, the standard lets the timer run out' },
  bfd: { kind: 'unknown', text: 'the files do not tell how fast the BFD session sees it' },
  firstUp: { kind: 'unknown', text: 'the files do not tell which device was master' },
  restart: { kind: 'unknown', text: 'the files do not tell when the first advertisement after a restart leaves' },
  heardLate: { kind: 'unknown', text: 'the files do not tell whether it hears the master before its own timer ends' },
  hello: { kind: 'spread', text: 'by when the last Hello packet of the E-Trunk left' },
  fault: { kind: 'unknown', text: 'at once or with the next Hello packet of the E-Trunk: the files do not tell which' },
  firstHello: {
    kind: 'unknown',
    text: 'the files do not tell how long an E-Trunk waits for the first Hello packet',
  },
  revertAlone: {
    kind: 'unknown',
    text: 'the files do not tell whether it waits out its revert delay while nobody is master',
  },
  wayOut: { kind: 'unknown', text: 'the files do not tell whether another way out leads to the same place' },
  learning: { kind: 'spread', text: 'until the network learns where the gateway is' },
} as const satisfies Readonly<Record<string, Range>>;

const order: readonly Range['kind'][] = ['exact', 'spread', 'readings', 'unknown'];

/** What a range is that is made of both: the less certain of the two. */
export function lessCertain(first: Range, other: Range): Range {
  return order.indexOf(other.kind) > order.indexOf(first.kind) ? other : first;
}
