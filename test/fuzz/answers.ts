// A text that an editor holds beside a real device: everything that can be asked about it is answered, no rule throws, nothing
// points outside the text, and what is applied stays within it.
import assert from 'node:assert/strict';
import { codeLenses, peerLens, referencesLens } from '../../server/src/features/code-lens';
import { completion, completionProse } from '../../server/src/features/completion';
import { counterpart } from '../../server/src/features/counterpart';
import { definition } from '../../server/src/features/definition';
import { documentLinks } from '../../server/src/features/document-links';
import { folding } from '../../server/src/features/folding';
import { formatting } from '../../server/src/features/formatting';
import { highlights } from '../../server/src/features/highlights';
import { hoverOnPair } from '../../server/src/features/hover-on-pair';
import { hover } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { onTypeFormatting } from '../../server/src/features/on-type-formatting';
import { references } from '../../server/src/features/references';
import { prepareRename, rename } from '../../server/src/features/rename';
import { selectionRanges } from '../../server/src/features/selection-ranges';
import { semanticTokens } from '../../server/src/features/semantic-tokens';
import { signatureHelp } from '../../server/src/features/signature-help';
import { symbols, type Outline } from '../../server/src/features/symbols';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols';
import type { Position, Range } from '../../server/src/text/range';
import { Workspace } from '../../server/src/workspace/workspace';
import type { NamedText } from '../support/check-text';

const name = 'file:///net/Fuzzed.cfg';

/** `places`: where it is asked, as parts of the text. */
export function answers(text: string, beside: NamedText, places: readonly number[]): void {
  const workspace = new Workspace({
    strict: true,
    report: (rule, error) => {
      throw new Error(`rule ${rule} threw`, { cause: error });
    },
  });
  workspace.setClosed(beside.name, beside.text);
  workspace.open(name, text);
  try {
    const snapshot = workspace.snapshot(name)!;
    const rows = text.split(/\r\n|\r|\n/);
    const isPosition = ({ line, character }: Position) =>
      Number.isInteger(line) &&
      Number.isInteger(character) &&
      line >= 0 &&
      character >= 0 &&
      line < rows.length &&
      character <= rows[line]!.length;
    const inside = (what: string, range: Range) =>
      assert.ok(
        isPosition(range.start) &&
          isPosition(range.end) &&
          (range.start.line < range.end.line ||
            (range.start.line === range.end.line && range.start.character <= range.end.character)),
        `${what} ${JSON.stringify(range)} is no range of the text`,
      );
    const outline = (list: readonly Outline[]): void =>
      list.forEach((one) => {
        inside('symbol', one.range);
        inside('symbol name', one.selectionRange);
        outline(one.children);
      });

    for (const found of workspace.allFindings()) {
      assert.ok(found.message !== '' && !/[\r\n]/.test(found.message), `${found.rule}: one line`);
      for (const spot of [found, ...(found.peer ? [found.peer] : []), ...found.also]) {
        if (spot.file === name) inside(found.rule, spot.range);
      }
      workspace.fixesOf(found);
      workspace.fingerprintOf(found);
    }
    workspace.fixes(name, { start: { line: 0, character: 0 }, end: { line: rows.length, character: 0 } });
    outline(symbols(snapshot));
    for (const fold of folding(snapshot)) assert.ok(fold.startLine <= fold.endLine && fold.endLine < rows.length);
    for (const link of documentLinks(snapshot)) inside('link', link.range);
    const tokens = semanticTokens(snapshot);
    assert.equal(tokens.length % 5, 0);
    for (let at = 0, line = 0, start = 0; at < tokens.length; at += 5) {
      assert.ok(tokens[at]! >= 0 && tokens[at + 2]! > 0, 'tokens stand in order');
      start = tokens[at] === 0 ? start + tokens[at + 1]! : tokens[at + 1]!;
      line += tokens[at]!;
      inside('token', { start: { line, character: start }, end: { line, character: start + tokens[at + 2]! } });
    }
    for (const edit of formatting(snapshot)) inside('format', edit.range);
    for (const lens of codeLenses(snapshot)) {
      inside('lens', lens.range);
      peerLens(snapshot, { errors: 0, warnings: 0 });
      referencesLens(snapshot, lens.range.start);
    }
    workspaceSymbols(workspace.network(), 'e');

    const other = (file: string) => workspace.snapshot(file);
    for (const place of places) {
      const line = Math.min(rows.length - 1, Math.floor(place * rows.length));
      const position = { line, character: Math.floor(((place * 7919) % 1) * (rows[line]!.length + 1)) };
      const offered = completion(snapshot, position);
      for (const { about } of offered?.items.slice(0, 5) ?? []) completionProse(about);
      if (hover(snapshot, position)) hoverOnPair(snapshot, position, other);
      for (const fileRange of definition(snapshot, position, other)) {
        if (fileRange.file === name) inside('definition', fileRange.range);
      }
      for (const fileRange of references(snapshot, position, true, other)) {
        if (fileRange.file === name) inside('reference', fileRange.range);
      }
      for (const { range } of highlights(snapshot, position)) inside('highlight', range);
      for (const range of selectionRanges(snapshot, position)) inside('selection', range);
      const renamed = prepareRename(snapshot, position);
      if (renamed) inside('rename', renamed.range);
      rename(snapshot, position, 'renamed', other);
      signatureHelp(snapshot, position);
      counterpart(snapshot, position, other);
      for (const edit of onTypeFormatting(snapshot, position)) inside('typed', edit.range);
      inlayHints(snapshot, {
        start: { line, character: 0 },
        end: { line: Math.min(rows.length - 1, line + 20), character: 0 },
      });
    }
  } finally {
    workspace.removeClosed(name);
  }
}
