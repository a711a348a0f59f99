// One line on a terminal that is written over while a long run goes on. Short runs, pipes and files never see it.
import type { Io } from './io';

export interface Progress {
  tell(text: string): void;
  /** Takes the line away. */
  done(): void;
}

const silence = 500;
const pause = 100;

export function progress(io: Pick<Io, 'error' | 'terminal'>, now: () => number = Date.now): Progress {
  const start = now();
  let last = start + silence - pause;
  let shown = false;
  return {
    tell(text) {
      if (!io.terminal || now() - last < pause) return;
      last = now();
      shown = true;
      io.error(`\r\x1b[K${text}`);
    },
    done() {
      if (shown) io.error('\r\x1b[K');
      shown = false;
    },
  };
}
