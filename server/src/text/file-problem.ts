// Why what a person wrote into a file cannot be used, as a value.

/** What is wrong with a file, as a code with a place. */
export interface FileProblem<Code extends string = string> {
  /** For programs. */
  readonly code: Code;
  /** For people: a clause that goes on from the file's name, as in `is not JSON (line 3)`. Quotes no more than one word of the file. */
  readonly message: string;
  /** Where it is known; from 1. */
  readonly line?: number;
}
