// The files below a folder, by the search of its file system where that has one. Pure: whoever asks brings both.

/** File systems that VS Code searches by itself. */
const alwaysSearched = new Set(['file', 'vscode-remote']);
/** So long a search may be silent before the folder is walked too, in milliseconds. */
const patience = 2000;

/**
 * What `search` finds. Of a file system that may have no search VS Code answers with nothing, or waits for ever for somebody who
 * registers one: what `walk` finds counts then. A slow search is waited for all the same, and the first with files is taken.
 */
export async function searchOrWalk<File>(
  scheme: string,
  search: () => PromiseLike<File[]>,
  walk: () => Promise<File[]>,
  patient = patience,
): Promise<File[]> {
  if (alwaysSearched.has(scheme)) return search();
  const searched = Promise.resolve(search()).catch((): File[] => []);
  const found = await Promise.race([searched, silence(patient)]);
  if (found && found.length > 0) return found;
  return found ? walk() : Promise.race([walk(), filesOnly(searched)]);
}

/** Never fulfilled where there are none: somebody else knows better. */
function filesOnly<File>(searched: Promise<File[]>): Promise<File[]> {
  return new Promise((done) => void searched.then((files) => files.length > 0 && done(files)));
}

function silence(milliseconds: number): Promise<undefined> {
  return new Promise((done) => setTimeout(() => done(undefined), milliseconds));
}
