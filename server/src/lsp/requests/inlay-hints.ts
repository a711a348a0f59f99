// Inlay hints, unless they are switched off.
import { inlayHints } from '../../features/inlay-hints';
import { printableData } from '../../text/sanitize';
import { askDocument, type ServerContext } from '../server-context';
import { normalizeRange } from '../to-lsp';

const nothing: ReadonlySet<string> = new Set();

/** Answers `textDocument/inlayHint`; null where hints are switched off or the document is no open configuration. */
export function registerInlayHints(context: ServerContext): void {
  context.connection.languages.inlayHint.on(
    context.guard.request('hints', (params) => {
      if (!context.editor.hints) return null;
      const hints = askDocument(context, params, (snapshot) => inlayHints(snapshot, normalizeRange(params.range)));
      return hints?.map((hint) => ({ ...printableData(hint, nothing), paddingLeft: true })) ?? null;
    }),
  );
}
