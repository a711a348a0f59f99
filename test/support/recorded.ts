// Texts that record what the program answers, beside the tests: a change of an answer is a difference that a person reads.
// `npm run record` writes them anew.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './check-text';

/** Whether the answers are written and not compared. */
export const isRecording = process.env.VRP_RECORD === '1';

/** Whether the first difference is all that somebody wants to know (test/mutate). */
const endsAtOnce = process.env.VRP_FIRST_DIFFERENCE === '1';

const head = '=== ';

/** One file of answers, a block of lines each under its title. */
export class Recorded {
  private readonly path: string;
  private readonly blocks: ReadonlyMap<string, string>;
  private readonly written = new Map<string, string>();

  /** @param name of the file, from the root of the repository */
  constructor(name: string) {
    this.path = join(root, name);
    this.blocks = existsSync(this.path) ? blocksOf(readFileSync(this.path, 'utf8')) : new Map<string, string>();
  }

  /** Throws where the answer is another one; an empty answer has no block. */
  hold(title: string, lines: readonly string[]): void {
    const text = lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd();
    if (isRecording) this.written.set(title, text);
    else if (endsAtOnce && text !== (this.blocks.get(title) ?? '')) process.exit(1);
    else assert.equal(text, this.blocks.get(title) ?? '', `${title}: if this is right, npm run record`);
  }

  /** Writes what was held, where answers are recorded. */
  save(): void {
    if (!isRecording) return;
    mkdirSync(dirname(this.path), { recursive: true });
    const blocks = [...this.written]
      .filter(([, text]) => text !== '')
      .map(([title, text]) => `${head}${title}\n${text}\n`);
    writeFileSync(this.path, blocks.join('\n'));
  }
}

function blocksOf(text: string): Map<string, string> {
  const blocks = new Map<string, string>();
  for (const block of text.split(new RegExp(`^${head}`, 'm')).slice(1)) {
    const end = block.indexOf('\n');
    blocks.set(block.slice(0, end), block.slice(end + 1).trimEnd());
  }
  return blocks;
}
