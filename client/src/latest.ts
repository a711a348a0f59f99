// A question that is asked again whenever something changed, one at a time: what changes meanwhile is asked for once, afterwards,
// and an answer that is the same as before is not shown again. Where the server is away what was shown stays.

/** Called whenever the answer may have changed. */
export interface Refresh {
  (): void;
  /** Nothing is asked or shown any more. */
  stop(): void;
}

/**
 * `ask` runs once at a time, and once more where `refresh` was called meanwhile. Answers are compared as JSON; one that
 * fails is dropped.
 */
export function latest<Answer>(ask: () => Promise<Answer>, show: (answer: Answer) => void): Refresh {
  let stopped = false;
  let asking = false;
  let again = false;
  let shown: string | undefined;
  function refresh(): void {
    if (stopped) return;
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    again = false;
    void ask()
      .then((answer) => {
        if (stopped) return;
        const text = JSON.stringify(answer);
        if (text !== shown) show(answer);
        shown = text;
      })
      .catch(() => undefined)
      .finally(() => {
        asking = false;
        if (again) refresh();
      });
  }
  return Object.assign(refresh, {
    stop: () => {
      stopped = true;
    },
  });
}
