// Which files belong together, directly or through others.
import { push } from './collections';

/** The files in groups: those that a link names together stand together. Groups and their files are in the order of the files. */
export function connectedComponents(files: readonly string[], links: Iterable<readonly string[]>): string[][] {
  const top = new Map<string, string>();
  const topOf = (file: string): string => {
    let text = file;
    for (let above = top.get(text); above !== undefined && above !== text; above = top.get(text)) text = above;
    top.set(file, text);
    return text;
  };
  for (const [first, ...others] of links) {
    for (const other of others) top.set(topOf(other), topOf(first!));
  }
  const groups = new Map<string, string[]>();
  for (const file of files) push(groups, topOf(file), file);
  return [...groups.values()];
}
