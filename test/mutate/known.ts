// What is known of single changes: `known.json`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `from` stands once in the file; it may be more than the expression that changes, to tell which one is meant. */
export interface Kept {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Instead of those of its area. */
  readonly tests?: readonly string[];
}

/** `killed`: each has a test. `equal`: what each changes cannot be seen, and why. */
export interface Known {
  readonly killed: readonly Kept[];
  readonly equal: readonly (Kept & { readonly reason: string })[];
}

export const known = JSON.parse(readFileSync(join(__dirname, 'known.json'), 'utf8')) as Known;

/** The text of the file with the change; undefined where `from` does not stand there once. */
export function withChange({ from, to }: Kept, source: string): string | undefined {
  return source.split(from).length === 2 ? source.replace(from, () => to) : undefined;
}
