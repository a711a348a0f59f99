// Long work in slices: whoever does it stops between two of them, so that others have their turn.

/** Gives its result behind the last slice. */
export type Slices<Result> = Generator<undefined, Result, undefined>;

/** All slices at once. */
export function finish<Result>(work: Slices<Result>): Result {
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
  }
}
