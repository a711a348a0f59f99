// Whether an index is being made just now.

let building = 0;

/** Whether an index is being made: the one reader of all values that what is made of it depends on key by key. */
export function isIndexing(): boolean {
  return building > 0;
}

/** What is made of all values key by key reads them in here. */
export function whileIndexing<Made>(make: () => Made): Made {
  building++;
  try {
    return make();
  } finally {
    building--;
  }
}
