// Runs an action when the input queue is empty: one turn of the event loop in which no further message was handled, never
// after a fixed delay. A burst of changes gives one run; a flood that never ends cannot put it off for ever.

export interface Idle {
  /** A message came in that makes the action necessary. */
  arm(): void;
  /** A message came in; what is due waits for another quiet turn. */
  touch(): void;
  /** Runs the action now if it is due. */
  flush(): void;
}

const longestWait = 1000;

export function idle(schedule: (action: () => void) => void, action: () => void): Idle {
  let due = false;
  let waiting = false;
  let since = 0;
  let messages = 0;

  function run(): void {
    due = false;
    action();
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
