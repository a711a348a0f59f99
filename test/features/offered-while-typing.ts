// Types a text letter by letter, the lines below not there yet, and looks at what completion offers: where a word begins, at its first
// letter and at its last; in the long walk at every letter.
import { completion } from '../../server/src/features/completion';
import { Workspace } from '../../server/src/workspace/workspace';
import { isLong } from '../support/long';
import { loadSyntax } from '../support/wasm';

export interface Offered {
  readonly places: number;
  /** What may not be offered where it was, in words. */
  readonly wrong: readonly string[];
}

export async function offeredWhileTyping(text: string): Promise<Offered> {
  await loadSyntax();
  const workspace = new Workspace({ rules: [] });
  workspace.open('A.cfg', '');
  const wrong: string[] = [];
  let places = 0;
  const rows = text.split(/\r?\n/);
  rows.forEach((row, line) => {
    for (let character = 0; character <= row.length; character++) {
      if (character > 0) write(line, character - 1, row[character - 1]!);
      if (!isLong && isWithinWord(row, character)) continue;
      places++;
      const before = row.slice(0, character);
      const where = `${line + 1}: ${before}|`;
      const partial = /\S*$/.exec(before)![0].toLowerCase();
      const isFirstWord = !/\S\s/.test(before);
      for (const blanks of [true, false]) {
        for (const item of completion(workspace.snapshot('A.cfg')!, { line, character }, { blanks })?.items ?? []) {
          const written = item.snippet ?? (item.goesOn ? `${item.label} ` : item.label);
          if (written.toLowerCase() === partial) wrong.push(`${where} the same again: ${item.label}`);
          if (/^<.*>$/.test(item.label)) wrong.push(`${where} a placeholder: ${item.label}`);
          if (item.kind === 'block' && !isFirstWord) wrong.push(`${where} a block within a line: ${item.label}`);
          if (item.goesOn && !blanks) wrong.push(`${where} a blank that was not asked for: ${item.label}`);
        }
      }
    }
    write(line, row.length, '\n');
  });
  return { places, wrong };

  function write(line: number, character: number, key: string): void {
    workspace.change('A.cfg', { start: { line, character }, end: { line, character } }, key);
  }
}

/** Behind the second letter of a word or a later one, and not behind its last. */
function isWithinWord(row: string, character: number): boolean {
  return /\S\S$/.test(row.slice(0, character)) && /^\S/.test(row.slice(character));
}
