// An edit together with the file that it changes.
import type { TextEdit } from '../text/range';

export interface FileEdit extends TextEdit {
  readonly file: string;
}
