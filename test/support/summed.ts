// Long answers as one short word of a record.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the texts go that were summed up, for whoever wants to see in what two states of the program differ. */
const folder = process.env.VRP_ANSWERS;

/** `sum 1f0c93ab of 310 lines`; the title names the file in the folder. */
export function summed(title: string, lines: readonly string[]): string {
  const text = lines.join('\n');
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${title.replace(/[^\w-]+/g, '-')}.txt`), `${text}\n`);
  }
  return `sum ${createHash('sha1').update(text).digest('hex').slice(0, 8)} of ${lines.length} lines`;
}
