// Edits of a pair tried on a copy of its texts, open or on disk, before they are shown to anyone.
import type { Pair } from '../model/pairing/pair';
import { fileName } from '../text/file-name';
import { trialOf, type Trial } from '../workspace/trial';
import type { EditedFiles } from './workspace-edit';

/**
 * Checks both files of a pair as they are now, so that edits can be tried on them; `problem` names the first file that
 * cannot be read, in one sentence.
 */
export async function trialOn(pair: Pair, files: EditedFiles): Promise<Trial | { readonly problem: string }> {
  const texts = new Map<string, string>();
  for (const file of [pair.a.file, pair.b.file]) {
    const text = await files.textOf(file);
    if (text === undefined) return { problem: `${fileName(file)} cannot be read.` };
    texts.set(file, text);
  }
  return trialOf(texts);
}
