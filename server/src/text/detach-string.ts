// A slice of a JavaScript string keeps the whole string alive. A key or value that outlives its text goes through here.

/** The same characters in memory of their own. */
export function detachString(slice: string): string {
  // V8 copies slices of up to 12 characters by itself; a longer one becomes a slice of this short concatenation only.
  return slice.length < 13 ? slice : (' ' + slice).slice(1);
}
