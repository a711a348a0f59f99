// Why something is said: the line, the rule that watches over it (where there is one) and the page or standard.
import { rowOf, type Place } from '../model/place';

export interface Because {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly rule: string | null;
  readonly source: string;
  readonly text: string;
}

export function because(at: Place, text: string, source: string, rule: string | null = null): Because {
  return { file: at.anchor.file, line: rowOf(at) + 1, rule, source, text };
}
