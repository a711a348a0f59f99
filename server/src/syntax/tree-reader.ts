// The one place that touches tree-sitter: parses, and reads sections of lines off a tree. Trees and cursors never leave this
// folder, and each is freed by whoever made it.
import { Language, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import type { Slices } from '../text/slices';
import type { Line, LineKind, Section } from './line';
import { lineOf } from './read-line';
import type { Rows } from './piece-table';

let parser: Parser | undefined;
let loading: Promise<void> | undefined;

/** A text needs the grammar, and nobody has awaited `load`. */
export class ParserNotLoaded extends Error {
  constructor() {
    super('load() has not been awaited');
  }
}

/** Makes the parser ready. Rejects with one sentence when either wasm cannot be used; may be called again then. */
export async function load(runtimeWasm: Uint8Array, grammarWasm: Uint8Array): Promise<void> {
  if (parser) return;
  loading ??= (async () => {
    try {
      // What goes wrong is told once, by us.
      await Parser.init({ wasmBinary: runtimeWasm.slice().buffer, printErr: () => undefined });
      const language = await Language.load(grammarWasm);
      const newParser = new Parser();
      newParser.setLanguage(language);
      parser = newParser;
    } catch (error) {
      throw new Error(`the parser could not be loaded: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    } finally {
      loading = undefined;
    }
  })();
  await loading;
}

/** Characters by their offset: a string, or rows that are edited. */
export type Characters = Pick<Rows, 'slice' | 'charCodeAt'>;

/** The tree of a text; `old` is the tree before the edits that it was told of. */
export function parse(text: string | Rows, old?: Tree): Tree {
  if (!parser) throw new ParserNotLoaded();
  const tree = parser.parse(charactersOf(text), old);
  if (!tree) throw new Error('the parser gave up');
  return tree;
}

/** The tree of a long text, in slices of about so many characters. */
export function* parseInSlices(text: Rows, charactersAtOnce: number): Slices<Tree> {
  if (!parser) throw new ParserNotLoaded();
  // Other texts are parsed between two slices: what is parsed so far is kept in a parser of its own.
  const own = new Parser();
  try {
    own.setLanguage(parser.language);
    const characters = charactersOf(text);
    for (let enough = charactersAtOnce; ; enough += charactersAtOnce) {
      const tree = own.parse(characters, null, { progressCallback: isBehind(enough) });
      if (tree) return tree;
      yield;
    }
  } finally {
    own.delete();
  }
}

/** True ends a slice. */
function isBehind(offset: number): (state: { readonly currentOffset: number }) => boolean {
  return ({ currentOffset }) => currentOffset > offset;
}

function charactersOf(text: string | Rows): (offset: number) => string {
  const from = (offset: number): string => (typeof text === 'string' ? text.slice(offset) : text.from(offset));
  // The runtime drops a byte order mark and shifts everything behind it: the grammar knows it as U+FFFE.
  const marked = text.charCodeAt(0) === 0xfeff;
  return (offset) => (marked && offset === 0 ? `\ufffe${from(0).slice(1)}` : from(offset));
}

/** A section with the rows that it takes. */
export interface ReadSection {
  readonly section: Section;
  /** Where it begins: behind the line end of the section before it. */
  readonly start: number;
}

/**
 * Sections of a text by the tree of its shape, from the one that begins at `from` on, until `stop` says that the next one,
 * which begins at the offset given, is known. `from` is 0 or the begin of a section in this text.
 */
export function readSections(
  tree: Tree,
  text: Characters,
  from: number,
  stop: (start: number) => boolean,
): ReadSection[] {
  const found: ReadSection[] = [];
  const cursor = tree.walk();
  try {
    if (!cursor.gotoFirstChild()) return [];
    // A section begins, for the tree, with the line end before it.
    if (from > 0)
      while (cursor.endIndex < from && cursor.gotoNextSibling()) {
        /* the chunk that holds it */
      }
    let fileStart = from === 0;
    do {
      if (!cursor.gotoFirstChild()) continue;
      do {
        if (cursor.nodeType !== 'section') continue;
        const start = fileStart ? 0 : contentStart(text, cursor.startIndex);
        if (start < from) continue;
        if (!fileStart && stop(start)) return found;
        found.push({ section: sectionAt(cursor, text, fileStart), start });
        fileStart = false;
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    } while (cursor.gotoNextSibling());
    return found;
  } finally {
    cursor.delete();
  }
}

const kinds: Readonly<Record<string, LineKind>> = {
  line: 'command',
  blank_line: 'blank',
  subseparator: 'subseparator',
  header: 'header',
  transcript: 'command',
  raw_block: 'command',
  separator: 'separator',
};

/** The same from the start to the end, in slices of about so many characters. */
export function* readSectionsInSlices(
  tree: Tree,
  text: Characters,
  charactersAtOnce: number,
): Slices<readonly ReadSection[]> {
  const slices: ReadSection[][] = [];
  for (let from: number | undefined = 0; from !== undefined;) {
    const begin: number = from;
    let next: number | undefined;
    slices.push(
      readSections(tree, text, begin, (start) => {
        if (start - begin < charactersAtOnce) return false;
        next = start;
        return true;
      }),
    );
    from = next;
    yield;
  }
  return slices.flat();
}

function sectionAt(cursor: TreeCursor, text: Characters, fileStart: boolean): Section {
  const lines: Line[] = [];
  let row = 0;
  cursor.gotoFirstChild();
  do {
    if (cursor.nodeType === 'part') {
      if (!cursor.gotoFirstChild()) continue;
      do row = addRows(cursor, text, row, lines, fileStart);
      while (cursor.gotoNextSibling());
      cursor.gotoParent();
    } else {
      row = addRows(cursor, text, row, lines, fileStart);
    }
  } while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return { lines, rows: row };
}

/** Adds the row, or for a banner or key the rows, of the node the cursor is on. */
function addRows(cursor: TreeCursor, text: Characters, row: number, lines: Line[], fileStart: boolean): number {
  const kind = kinds[cursor.nodeType];
  if (kind === undefined) return row;
  const start = fileStart && row === 0 ? 0 : contentStart(text, cursor.startIndex);
  const found = text.slice(start, cursor.endIndex);
  if (cursor.nodeType !== 'raw_block') {
    lines.push(lineOf(found, 0, found.length, row, kind));
    return row + 1;
  }
  found
    .split(/\r\n|\r|\n/)
    .forEach((content, index) =>
      lines.push(lineOf(content, 0, content.length, row + index, index === 0 ? 'command' : 'raw')),
    );
  return lines[lines.length - 1]!.row + 1;
}

/** Behind the line end that a line begins with. The first line of a file begins with none: that is for the caller to know. */
function contentStart(text: Characters, index: number): number {
  const code = text.charCodeAt(index);
  if (code === 13) return text.charCodeAt(index + 1) === 10 ? index + 2 : index + 1;
  return code === 10 ? index + 1 : index;
}

/** How many nodes of the tree are errors; 0 for every text there is. */
export function syntaxErrors(tree: Tree): number {
  if (!tree.rootNode.hasError) return 0;
  let errors = 0;
  const cursor = tree.walk();
  try {
    const visit = () => {
      const node = cursor.currentNode;
      if (node.isError || node.isMissing) errors++;
      if (cursor.gotoFirstChild()) {
        do visit();
        while (cursor.gotoNextSibling());
        cursor.gotoParent();
      }
    };
    visit();
  } finally {
    cursor.delete();
  }
  return errors;
}
