// What may be told of an error that nobody expected: its kind and its place in our code, never its message, which may quote a
// configuration.

/** The name of what was thrown, and where; never its message, which may quote a file. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error object';
  // The message comes first, and may have lines that look like frames.
  const stack = error.stack ?? '';
  const frames = stack
    .slice(Math.max(0, stack.indexOf(error.message)) + error.message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  return [error.name, ...frames].join(' ');
}
