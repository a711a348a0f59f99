// How soon the right word comes: a file is typed beside its finished peer, the lines below not there yet, and of each word only its
// first letter. Values that no file tells (an own address, a description) are nobody's to know and do not count.
import { completion } from '../../server/src/features/completion';
import { words } from '../../server/src/text/words';
import { Workspace } from '../../server/src/workspace/workspace';
import type { NamedText } from '../support/check-text';
import { loadSyntax } from '../support/wasm';

export interface FirstLetter {
  readonly counted: number;
  readonly first: number;
  readonly amongFive: number;
  /** `12: vrrp6 vrid 1 t|imer (3rd)`, of those that are not first. */
  readonly later: readonly string[];
}

/** `peer` is undefined where a file stands alone. */
export async function typedByFirstLetter(file: NamedText, peer: NamedText | undefined): Promise<FirstLetter> {
  await loadSyntax();
  const workspace = new Workspace({ rules: [] });
  if (peer) workspace.setClosed(peer.name, peer.text);
  workspace.open(file.name, '');
  const later: string[] = [];
  let [counted, first, amongFive] = [0, 0, 0];
  file.text.split(/\r?\n/).forEach((row, line) => {
    for (const word of words(row)) {
      const before = row.slice(0, word.start);
      const typed = workspace.snapshot(file.name)!.text!.text.split('\n')[line] ?? '';
      write(line, 0, typed.length, before);
      const known = offeredAt(line, before.length);
      if (known.indexOf(word.text.toLowerCase()) < 0) continue;
      write(line, before.length, before.length, word.text[0]!);
      const rank = offeredAt(line, before.length + 1).indexOf(word.text.toLowerCase());
      // A word of one letter is not offered again.
      if (word.text.length === 1) continue;
      counted++;
      if (rank === 0) first++;
      else later.push(`${file.name}:${line + 1}: ${before}${word.text[0]}|${word.text.slice(1)} (${rank + 1})`);
      if (rank >= 0 && rank < 5) amongFive++;
    }
    const typed = workspace.snapshot(file.name)!.text!.text.split('\n')[line] ?? '';
    write(line, 0, typed.length, `${row}\n`);
  });
  return { counted, first, amongFive, later };

  function offeredAt(line: number, character: number): string[] {
    const items =
      completion(
        workspace.snapshot(file.name)!,
        { line, character },
        { blanks: true, peer: peer && workspace.snapshot(peer.name)!.facts },
      )?.items ?? [];
    return items.filter(({ kind }) => kind === 'keyword' || kind === 'name').map(({ label }) => label.toLowerCase());
  }

  function write(line: number, from: number, to: number, text: string): void {
    workspace.change(file.name, { start: { line, character: from }, end: { line, character: to } }, text);
  }
}
