// The prompts of a pasted transcript tell the view: `<X>` the user view, `[X]` the system view, `[X-rm-backup-srv-s1]` one below.

/** Closes the views that the prompt shows to be left. */
export function promptContext(prompt: string, stack: unknown[]): void {
  if (prompt.startsWith('<')) stack.length = 0;
}
