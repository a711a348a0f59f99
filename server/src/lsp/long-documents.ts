// Long documents are read in slices, a turn of the event loop each, so that others are answered meanwhile. A change begins anew
// with the new text; until a document is read it is nothing that anybody could ask about.
import type { Slices } from '../text/slices';

/** Characters from which a document is long: shorter ones are read in less time than a person notices. */
export const longDocument = 4_000_000;

/** Rows that are read in one turn, about: some ten milliseconds. */
export const rowsAtOnce = 5000;

/**
 * Documents that are being read in slices, one slice a turn of the event loop; by the id of the file, one reading each.
 */
export class LongDocuments {
  private readonly reading = new Map<string, Slices<void>>();

  constructor(private readonly schedule: (action: () => void) => void) {}

  isReading(id: string): boolean {
    return this.reading.has(id);
  }

  /** Reads a document in place of what is being read of it; `done` hears of the last slice. */
  read(id: string, slices: Slices<void>, done: () => void): void {
    this.cancel(id);
    this.reading.set(id, slices);
    const next = (): void => {
      if (this.reading.get(id) !== slices) return;
      if (!slices.next().done) {
        this.schedule(next);
        return;
      }
      this.reading.delete(id);
      done();
    };
    this.schedule(next);
  }

  cancel(id: string): void {
    // What has been made of it is freed.
    this.reading.get(id)?.return();
    this.reading.delete(id);
  }
}
