// Formatting of a file, and of the line that is left while typing.
import type { TextEdit } from 'vscode-languageserver';
import { formatting } from '../../features/formatting';
import { onTypeFormatting } from '../../features/on-type-formatting';
import type { Range } from '../../text/range';
import { askDocument, type ServerContext } from '../server-context';
import { clampRange, normalizePosition } from '../to-lsp';

/** Answers `textDocument/formatting` and `textDocument/onTypeFormatting`. */
export function registerFormatting(context: ServerContext): void {
  const { connection } = context;
  const { request } = context.guard;

  connection.onDocumentFormatting(
    request('formatting', (params) => textEdits(askDocument(context, params, formatting))),
  );

  connection.onDocumentOnTypeFormatting(
    request('indent', (params) =>
      textEdits(
        askDocument(context, params, (snapshot) => onTypeFormatting(snapshot, normalizePosition(params.position))),
      ),
    ),
  );
}

function textEdits(
  edits: readonly { readonly range: Range; readonly newText: string }[] | undefined,
): TextEdit[] | null {
  return edits?.map(({ range, newText }) => ({ range: clampRange(range), newText })) ?? null;
}
