// Which paths are meant. Globs as settings write them: `**`, `*`, `?`, `[a-z]` and `{a,b}`, on paths with `/`. A glob that cannot be read matches nothing.

export function pattern(glob: string): RegExp {
  try {
    return new RegExp(`^${translated(glob.replace(/(?:\*\*\/)+/g, '**/'))}$`);
  } catch {
    // No pattern, and so nothing that it could match.
    return /^\b$/;
  }
}

function translated(glob: string): string {
  let depth = 0;
  return glob.replace(/\*\*\/|\/\*\*$|\*\*|\*|\?|\[!?[^\]]+\]|[{},]|[.+^$()|\\\]]/g, (token) => {
    switch (token) {
      case '**/':
        return '(?:.*/)?';
      case '/**':
        return '(?:/.*)?';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        depth++;
        return '(?:';
      case '}':
        if (depth === 0) return '\\}';
        depth--;
        return ')';
      case ',':
        return depth > 0 ? '|' : ',';
    }
    return token.startsWith('[') ? token.replace(/^\[!/, '[^') : `\\${token}`;
  });
}

/** What a write that is under way, or was ended in the middle, has beside the file: no file of the workspace. */
export function isUnfinished(path: string): boolean {
  return /\.vrp-\d+\.tmp$/.test(path);
}
