// How long the parser needs: for a whole text, beside a plain scan of its characters, and after one typed character.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Edit, Language, Parser } from 'web-tree-sitter';
import { configuration, longSection } from './text';

const root = resolve(__dirname, '../..');

/** Prints one row a text: full parse in ms and MB/s, its ratio to a scan by character code, re-parse p50 and p95 in ms. */
export async function bench(): Promise<void> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(join(root, 'tree-sitter-vrp/tree-sitter-vrp.wasm'))));
  const texts: [string, string][] = [
    ...[1_000, 10_000, 100_000].map((lines): [string, string] => [`${lines} lines`, configuration(lines)]),
    ['one section of 20000 lines', longSection(20_000)],
  ];
  for (const [title, text] of texts) {
    const full = median(Array.from({ length: 5 }, () => time(() => parser.parse(text)!.delete())));
    const scan = median(
      Array.from({ length: 5 }, () =>
        time(() => {
          if (scanned(text) < 0) throw new Error('never');
        }),
      ),
    );
    const reparse: number[] = [];
    let tree = parser.parse(text)!;
    let current = text;
    for (let turn = 0; turn < 200; turn++) {
      const lineStart = current.lastIndexOf('\n', (((turn * 7919) % 1000) / 1000) * (current.length - 40)) + 1;
      const at = current.indexOf('\n', lineStart);
      const row = current.slice(0, at).split('\n').length - 1;
      const changed = `${current.slice(0, at)}x${current.slice(at)}`;
      const flat = Buffer.from(changed).toString(); // a rope would be flattened inside the measurement
      const start = performance.now();
      tree.edit(
        new Edit({
          startIndex: at,
          oldEndIndex: at,
          newEndIndex: at + 1,
          startPosition: { row, column: at - lineStart },
          oldEndPosition: { row, column: at - lineStart },
          newEndPosition: { row, column: at - lineStart + 1 },
        }),
      );
      const next = parser.parse(flat, tree)!;
      reparse.push(performance.now() - start);
      tree.delete();
      tree = next;
      current = flat;
    }
    tree.delete();
    reparse.sort((a, b) => a - b);
    const [p50, p95] = [reparse[100]!, reparse[190]!];
    console.log(
      `${title.padEnd(28)} full ${full.toFixed(1)} ms (${(text.length / 1e6 / (full / 1000)).toFixed(1)} MB/s, ${(full / scan).toFixed(1)} times the scan)   after one character p50 ${p50.toFixed(3)} ms, p95 ${p95.toFixed(3)} ms (${((p50 / full) * 100).toFixed(2)} % of a full parse)`,
    );
  }
}

/** Reads every character once and finds the line ends: what anybody must do. */
function scanned(text: string): number {
  let lines = 0;
  let words = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10) lines++;
    const ink = code > 32;
    if (ink && !inWord) words++;
    inWord = ink;
  }
  return lines + words;
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}
