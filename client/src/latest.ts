// A question that is asked again whenever something changed, one at a time: what changes meanwhile is asked for once, afterwards,
// and an answer that is the same as before is not shown again. Where the server is away what was shown stays.

/** Call the result whenever the answer may have changed. */
export function latest<Answer>(ask: () => Promise<Answer>, show: (answer: Answer) => void): () => void {
  let asking = false;
  let again = false;
  let shown: string | undefined;
  return function refresh(): void {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    again = false;
    void ask()
      .then((answer) => {
        const text = JSON.stringify(answer);
        if (text !== shown) show(answer);
        shown = text;
      })
      .catch(() => undefined)
      .finally(() => {
        asking = false;
        if (again) refresh();
      });
  };
}
