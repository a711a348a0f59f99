// Whether an index is being made just now.

/** How many indexes are being made, one within the other. Read by whoever is asked often; changed here alone. */
export const indexing: { readonly depth: number } = { depth: 0 };
const counter = indexing as { depth: number };

/** Whether an index is being made: the one reader of all values that what is made of it depends on key by key. */
export function isIndexing(): boolean {
  return indexing.depth > 0;
}

/** What is made of all values key by key reads them in here. */
export function whileIndexing<Made>(make: () => Made): Made {
  counter.depth++;
  try {
    return make();
  } finally {
    counter.depth--;
  }
}
