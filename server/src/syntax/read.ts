// Reads a text that nobody edits: parsed, read and freed at once.
import type { Section } from './line';
import { lineEnd, lineStarts } from './rows';
import { parse, readSections, syntaxErrors } from './tree';

export interface ReadText {
  readonly sections: readonly Section[];
  readonly rows: number;
  readonly eol: '\r\n' | '\n' | '\r';
  /** 0 for every text there is; counted, not assumed. */
  readonly syntaxErrors: number;
}

export function readText(text: string): ReadText {
  const tree = parse(text);
  try {
    const sections = readSections(tree, text, 0, () => false).map((one) => one.section);
    return { sections, rows: lineStarts(text).length, eol: lineEnd(text), syntaxErrors: syntaxErrors(tree) };
  } finally {
    tree.delete();
  }
}
