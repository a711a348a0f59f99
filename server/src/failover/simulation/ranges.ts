// What a range of seconds is: the spread of the protocol, two readings of the sources, or what no file tells.

export interface Range {
  readonly kind: 'exact' | 'spread' | 'readings' | 'unknown';
  /** Goes into brackets behind the seconds. */
  readonly text: string;
}

export const ranges = {
  exact: { kind: 'exact', text: 'by the timers alone' },
  advertisement: { kind: 'spread', text: 'by when the last advertisement left' },
  preemption: { kind: 'readings', text: 'the vendor preempts at once, the standard lets the timer run out' },
  bfd: { kind: 'unknown', text: 'how fast the BFD session sees it is in no file' },
  firstUp: { kind: 'unknown', text: 'which device was master is in no file' },
  restart: { kind: 'unknown', text: 'when the first advertisement after a restart leaves is in no file' },
  heardLate: { kind: 'unknown', text: 'whether it hears the master before its own timer ends is in no file' },
  greeting: { kind: 'spread', text: 'by when the last greeting of the E-Trunk left' },
  fault: { kind: 'unknown', text: 'at once or with the next greeting of the E-Trunk: which is in no file' },
  firstGreeting: { kind: 'unknown', text: 'how long an E-Trunk waits for the first greeting is in no file' },
  revertAlone: { kind: 'unknown', text: 'whether it waits out its revert delay while nobody is master is in no file' },
  wayOut: { kind: 'unknown', text: 'whether another way out leads to the same place is in no file' },
  learning: { kind: 'spread', text: 'until the network learns where the gateway is' },
} as const satisfies Readonly<Record<string, Range>>;

const order: readonly Range['kind'][] = ['exact', 'spread', 'readings', 'unknown'];

/** What a range is that is made of both: the less certain of the two. */
export function lessCertain(first: Range, other: Range): Range {
  return order.indexOf(other.kind) > order.indexOf(first.kind) ? other : first;
}
