// Checks when the input queue is empty: one turn of the event loop in which no further message was handled, never
// after a fixed delay. A burst of changes gives one run; a flood that never ends cannot put it off for ever.

/** Decides when a check runs. Handlers of messages call it; nothing is awaited. */
export interface CheckScheduler {
  /** A message came in that makes a check necessary. */
  arm(): void;
  /** A message came in; what is due waits for another quiet turn. */
  touch(): void;
  /** Checks now if it is due. */
  flush(): void;
}

const longestWait = 1000;

/**
 * `schedule` runs an action one turn of the event loop later; `check` runs once for a burst of messages, a second after
 * the first of them at the latest.
 */
export function checkScheduler(schedule: (action: () => void) => void, check: () => void): CheckScheduler {
  let due = false;
  let waiting = false;
  let since = 0;
  let messages = 0;

  function run(): void {
    due = false;
    check();
  }
  function wait(): void {
    waiting = true;
    const before = messages;
    // Two turns: the transport hands over one waiting message a turn.
    schedule(() =>
      schedule(() => {
        waiting = false;
        if (!due) return;
        if (messages !== before && Date.now() - since < longestWait) wait();
        else run();
      }),
    );
  }
  return {
    arm() {
      messages++;
      if (!due) {
        due = true;
        since = Date.now();
      }
      if (!waiting) wait();
    },
    touch() {
      messages++;
    },
    flush() {
      if (due) run();
    },
  };
}
