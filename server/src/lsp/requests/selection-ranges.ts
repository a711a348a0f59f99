// Selection ranges: from the word outwards.
import type { Position, SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../features/selection-ranges';
import type { Snapshot } from '../../workspace/workspace';
import { askDocument, type ServerContext } from '../server-context';
import { normalizePosition } from '../to-lsp';

/** Answers `textDocument/selectionRange`: for each position its ranges from the word outwards, the inner one first. */
export function registerSelectionRanges(context: ServerContext): void {
  context.connection.onSelectionRanges(
    context.guard.request(
      'selection ranges',
      (params) =>
        askDocument(context, params, (snapshot) =>
          params.positions.map((position) => selectionRange(snapshot, position)),
        ) ?? null,
    ),
  );
}

function selectionRange(snapshot: Snapshot, position: Position): SelectionRange {
  return selectionRanges(snapshot, normalizePosition(position)).reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent ? { range, parent } : { range }),
    undefined,
  )!;
}
