// Which files of a folder may hold a configuration, told by their names alone. Pure: the rest is for those who look inside.

/** What people decided about the files here. */
const settings = /\/\.vrp(-baseline)?\.json$/;
/** Files that no one keeps a configuration in; their changes are not worth waking the server. */
const noise =
  /\/(\.git|node_modules)\/|\.(c|cc|class|cjs|cpp|css|dll|exe|gif|gz|h|html?|jar|java|jpe?g|js|json|jsx|lock|map|md|mjs|mp4|o|pdf|png|pyc?|rs|so|svg|tar|tsx?|tsbuildinfo|vsix|wasm|woff2?|xlsx?|zip)$/i;
/** How configurations are named, the likeliest names first; what matches none comes last. */
const likely = [/\.vrp$|\/vrpcfg\.|\.vrp\.cfg$/i, /\.(cfg|conf|config)$/i, /\.(txt|log|bak|dat|ini)$/i, /\/[^/.]+$/];

/** True for settings of this tool, whose changes count whatever else their names say. */
export function isSettingsFile(path: string): boolean {
  return settings.test(path);
}

/** False for a path whose name says that it holds no configuration; `.vrp.json` and the like count too. */
export function mayHoldConfiguration(path: string): boolean {
  return isSettingsFile(path) || !noise.test(path);
}

/** Those that may hold a configuration, the likeliest first; otherwise in the order given. */
export function likeliestFirst<File>(files: readonly File[], pathOf: (file: File) => string): File[] {
  const rank = (path: string): number => {
    const found = likely.findIndex((pattern) => pattern.test(path));
    return found < 0 ? likely.length : found;
  };
  return files
    .map((file) => ({ file, path: pathOf(file) }))
    .filter(({ path }) => mayHoldConfiguration(path))
    .map(({ file, path }) => ({ file, rank: rank(path) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ file }) => file);
}
