// How many files are cut into slices that one worker takes at a time.
import type { FoundFile } from '../files';

/** Files in a slice; up to twice as many where a folder goes on. */
const filesAtOnce = 32;

/** The files in their order; a folder is cut only where it is large. */
export function slicesOf(files: readonly FoundFile[], workers: number): FoundFile[][] {
  const enough = Math.min(filesAtOnce, Math.ceil(files.length / workers));
  // Few files are for all workers.
  const most = enough < filesAtOnce ? enough : 2 * enough;
  const slices: FoundFile[][] = [];
  let slice: FoundFile[] = [];
  for (const file of files) {
    const last = slice.at(-1);
    const isFull = slice.length >= most;
    const endsWithFolder = slice.length >= enough && last !== undefined && folderOf(file) !== folderOf(last);
    if (isFull || endsWithFolder) slice = [];
    if (slice.length === 0) slices.push(slice);
    slice.push({ path: file.path, named: file.named });
  }
  return slices;
}

function folderOf({ path }: FoundFile): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
}
