// Paths as services want them that show findings beside a repository: under the folder in which the command runs.

/** With `/`, below `folder` where the file is there; else as it was named. */
export function relativePath(path: string, folder: string): string {
  const slashed = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return slashed.startsWith(base) ? slashed.slice(base.length) : slashed;
}

/** A relative reference, or `file:///...` for a path that is absolute. */
export function pathUri(path: string): string {
  const encoded = path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A/, '/$1:');
  return encoded.startsWith('/') ? `file://${encoded}` : encoded;
}
