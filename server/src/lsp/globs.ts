// Which files of a folder are looked at: `**`, `*`, `?`, `[a-z]` and `{a,b}` as VS Code's settings write them, on paths with `/`.

export interface GlobSettings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export const defaultGlobs: GlobSettings = { include: ['**/*'], exclude: ['**/.git/**', '**/node_modules/**'] };

/** Answers for a path below the folder; a folder is wanted unless everything below it is excluded. */
export function wantedBy(settings: GlobSettings): (path: string, isFolder: boolean) => boolean {
  const include = settings.include.map(pattern);
  const exclude = settings.exclude.map(pattern);
  const prune = settings.exclude.filter((glob) => glob.endsWith('/**')).map(pattern);
  return (path, isFolder) => isFolder
    ? !prune.some((one) => one.test(`${path}/x`))
    : include.some((one) => one.test(path)) && !exclude.some((one) => one.test(path));
}

/** What no file matches where the glob cannot be read. */
export function pattern(glob: string): RegExp {
  try {
    return new RegExp(`^${translated(glob)}$`);
  } catch {
    return /^\b$/;
  }
}

function translated(glob: string): string {
  let depth = 0;
  return glob.replace(/\*\*\/|\/\*\*$|\*\*|\*|\?|\[!?[^\]]+\]|[{},]|[.+^$()|\\\]]/g, (token) => {
    switch (token) {
      case '**/': return '(?:.*/)?';
      case '/**': return '(?:/.*)?';
      case '**': return '.*';
      case '*': return '[^/]*';
      case '?': return '[^/]';
      case '{': depth++; return '(?:';
      case '}': if (depth === 0) return '\\}'; depth--; return ')';
      case ',': return depth > 0 ? '|' : ',';
    }
    return token.startsWith('[') ? token.replace(/^\[!/, '[^') : `\\${token}`;
  });
}
