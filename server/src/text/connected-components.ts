// Which files belong together, directly or through others.
import { push } from './collections';

/** The files in groups: those that a link names together stand together. Groups and their files are in the order of the files. */
export function connectedComponents(files: readonly string[], links: Iterable<readonly string[]>): string[][] {
  const top = new Map<string, string>();
  const topOf = (file: string): string => {
    let one = file;
    for (let above = top.get(one); above !== undefined && above !== one; above = top.get(one)) one = above;
    top.set(file, one);
    return one;
  };
  for (const [first, ...others] of links) {
    for (const other of others) top.set(topOf(other), topOf(first!));
  }
  const groups = new Map<string, string[]>();
  for (const file of files) push(groups, topOf(file), file);
  return [...groups.values()];
}
