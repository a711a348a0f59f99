// One line on a terminal that is written over while a long run goes on. Short runs, pipes and files never see it.
import type { Io } from './io';

/** A line on the terminal that tells how far a run is; nothing where standard error is no terminal. */
export interface Progress {
  /** Writes the line, unless it was written a moment ago. */
  show(text: string): void;
  /** Takes the line away. */
  clear(): void;
}

/** Milliseconds before the first line, and between two. */
const silence = 500;
const pause = 100;

/** `now` gives milliseconds. */
export function progress(io: Pick<Io, 'error' | 'terminal'>, now: () => number = Date.now): Progress {
  let last = now() + silence - pause;
  let isShown = false;
  return {
    show(text) {
      if (!io.terminal || now() - last < pause) return;
      last = now();
      isShown = true;
      io.error(`\r\x1b[K${text}`);
    },
    clear() {
      if (isShown) io.error('\r\x1b[K');
      isShown = false;
    },
  };
}
