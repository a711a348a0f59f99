// How files are called in one line: without the folder that all of them are in.

/** Without what the paths have in common, at most `most` of them and how many more there are. */
export function shortPaths(paths: readonly string[], most: number): string {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = folders;
  let shared = 0;
  while (shared < first.length && folders.every((parts) => parts[shared] === first[shared])) shared++;
  const short = paths.map((path) => path.split('/').slice(shared).join('/'));
  const more = short.length > most ? ` and ${short.length - most} more` : '';
  return `${short.slice(0, most).join(', ')}${more}`;
}
