// What the syntax layer hands out: plain lines grouped in sections, placed relative to their section so that a section
// can move unread. Knows the shape of VRP text, no command.

/**
 * - `command`: something an operator could have typed.
 * - `separator`: a `#` in column 0, alone or with a blank behind it; what stands behind the blank (a remark, a mark, a command
 *   of the next section) is in `text`. A word glued to the `#` makes it a command line, which the model unglues.
 * - `subseparator`: an indented `#`: separates parts of one view and closes nothing.
 * - `blank`: nothing but blanks.
 * - `header`: `!Software Version ...`, `[V200R003C00]` and the like: not configuration.
 * - `raw`: inside a banner or key block; opaque.
 */
export type LineKind = 'command' | 'separator' | 'subseparator' | 'blank' | 'header' | 'raw';

/**
 * One line of text. `text` has neither its indent nor trailing blanks nor the line end, and nothing that a terminal wrote before
 * them: times, and the pager's prompt with what erases it.
 */
export interface Line {
  /** Rows below the first row of its section. */
  readonly row: number;
  readonly kind: LineKind;
  /** Column of the first character of `text` (blanks, a prompt or `#` may stand before it). */
  readonly start: number;
  /** Leading blanks as a screen shows them; a tab counts as one. A line behind a prompt has indent 0. */
  readonly indent: number;
  readonly text: string;
  /** The prompt before the command in a pasted transcript: `[*DeviceA-rm-backup-srv-s1]`, `<HUAWEI>`. */
  readonly prompt?: string;
  /** Column of the prompt, where a terminal wrote something before it. */
  readonly promptStart?: number;
}

/** Lines up to and including the `#` in column 0 that closes them (the last section of a file may have none). */
export interface Section {
  readonly lines: readonly Line[];
  /** How many rows of the file it covers: the sum over all sections is the number of rows. */
  readonly rows: number;
}
