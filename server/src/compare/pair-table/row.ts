// A row of the pair table: one parameter on both devices, how the two must stand to each other, and whether they do. Values are
// fit to be shown: a key or password is `set`, never its text.
import type { Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import type { Severity } from '../../diagnostics/rule';

/** `role`: master and backup are meant to hold different values. */
export type RowKind = 'must match' | 'must differ' | 'role' | 'may differ';

/** `wrong` and `missing` only where a finding of at least a warning stands on the row; `missing`: one device lacks it. */
export type Verdict = 'ok' | 'wrong' | 'missing' | 'quiet';

/** What one device says: the text, and where it stands. */
export interface Cell {
  readonly text: string;
  readonly at: Place;
  /** Nobody wrote it: the device takes this value, and `at` is the line that implies it. */
  readonly isDefault: boolean;
}

/** What a finding says of a row. */
export interface RowFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

/** A parameter of both devices with the verdict. */
export interface Row {
  /** The object of which it is a parameter: `RBP tv-users`, `VRRP6 group 1`. */
  readonly section: string;
  readonly parameter: string;
  readonly kind: RowKind;
  /** Absent where the device has nothing of the kind. */
  readonly a?: Cell;
  readonly b?: Cell;
  readonly verdict: Verdict;
  /** Who is master of what the section is about, where the files tell. */
  readonly master?: Side;
  readonly findings: readonly RowFinding[];
  /** `000 step 1.7`; empty where no page speaks of it. */
  readonly guide: string;
  /** Why the two must stand to each other like this, in a sentence. */
  readonly why: string;
}

/** The pair table. */
export interface Comparison {
  readonly rows: readonly Row[];
}
