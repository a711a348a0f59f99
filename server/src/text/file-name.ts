// The last part of a path or of a file's name in the workspace, which is plain text: escapes of a uri were read where it came in.

/** `Edge-1.cfg` of `sites/Edge-1.cfg`, whichever way the system separates folders. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** The file's name without its ending: what a device is called that says no name. `.hidden` has no ending. */
export function fileStem(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
