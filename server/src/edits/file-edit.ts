// An edit together with the file that it changes.
import type { TextEdit } from '../text/range';

/** An edit of one file, rows and columns as in the file. */
export interface FileEdit extends TextEdit {
  readonly file: string;
}
