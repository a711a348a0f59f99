// Whole trees as tests look at them. Nothing that ships reads a tree like this: it is slow.
import type { Tree } from 'web-tree-sitter';
import { parse } from '../../server/src/syntax/tree-reader';

export interface Leaf {
  readonly type: string;
  readonly text: string;
}

/** The tokens in their order, with what `text` has where each of them stands. What no token covers is a leaf of type `GAP`. */
export function leaves(tree: Tree, text: string): Leaf[] {
  const found: Leaf[] = [];
  const cursor = tree.walk();
  let at = 0;
  const gap = (end: number) => {
    if (at < end) found.push({ type: 'GAP', text: text.slice(at, end) });
  };
  try {
    for (;;) {
      if (cursor.gotoFirstChild()) continue;
      gap(cursor.startIndex);
      at = cursor.endIndex;
      found.push({ type: cursor.nodeType, text: text.slice(cursor.startIndex, at) });
      while (!cursor.gotoNextSibling()) {
        if (cursor.gotoParent()) continue;
        gap(text.length);
        return found;
      }
    }
  } finally {
    cursor.delete();
  }
}

/** The named nodes as an S-expression, on one line. */
export function expression(text: string): string {
  return withTree(text, (tree) => tree.rootNode.toString());
}

export function withTree<T>(text: string, use: (tree: Tree) => T): T {
  const tree = parse(text);
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}
