// Reads a text that nobody edits. It needs no tree unless it holds banners or keys; then it is parsed, read and freed at once.
import type { Section } from './line';
import { needsTree, readRows } from './row-reader';
import { lineEnd } from './piece-table';
import { shapeOf } from './shape';
import { parse, readSections, syntaxErrors } from './tree-reader';

/** A text and the sections it was read into. */
export interface ReadText {
  readonly sections: readonly Section[];
  readonly rows: number;
  readonly eol: '\r\n' | '\n' | '\r';
  /** 0 for every text there is; counted, not assumed. */
  readonly syntaxErrors: number;
}

/** Reads a text that nobody edits: off its rows where that gives the same sections, else through the tree. */
export function readText(text: string): ReadText {
  const shape = shapeOf(text);
  if (needsTree(shape)) return fromTree(text, shape);
  // Whoever keeps words of a line keeps them in memory of their own.
  const sections = readRows(text, shape, (slice) => slice).map((readSection) => readSection.section);
  // A row that is not understood is a command like any other: there is none that could be an error.
  return { sections, rows: rowsIn(sections), eol: lineEnd(text), syntaxErrors: 0 };
}

function fromTree(text: string, shape: string): ReadText {
  const tree = parse(shape);
  try {
    const sections = readSections(tree, text, 0, () => false).map((readSection) => readSection.section);
    return { sections, rows: rowsIn(sections), eol: lineEnd(text), syntaxErrors: syntaxErrors(tree) };
  } finally {
    tree.delete();
  }
}

function rowsIn(sections: readonly Section[]): number {
  return sections.reduce((sum, section) => sum + section.rows, 0);
}
