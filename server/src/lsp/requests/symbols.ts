// The outline of a file, its folding ranges, and the symbols of the workspace.
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { folding } from '../../features/folding';
import { symbols, type Outline } from '../../features/symbols';
import { workspaceSymbols } from '../../features/workspace-symbols';
import { printable } from '../../text/sanitize';
import { askDocument, type ServerContext } from '../server-context';
import { clampRange } from '../to-lsp';

/** Answers `textDocument/documentSymbol`, `textDocument/foldingRange` and `workspace/symbol`. */
export function registerSymbols(context: ServerContext): void {
  const { connection, workspace } = context;
  const { request } = context.guard;

  connection.onDocumentSymbol(
    request('symbols', (params) => {
      const outline = askDocument(context, params, symbols);
      if (!outline) return null;
      return context.client.hierarchicalSymbols
        ? outline.map(documentSymbol)
        : flatSymbols(outline, params.textDocument.uri);
    }),
  );

  connection.onFoldingRanges(request('folding', (params) => askDocument(context, params, folding) ?? null));

  connection.onWorkspaceSymbol(
    request('workspace symbols', ({ query }) =>
      workspaceSymbols(workspace.network(), queryText(query)).map(({ name, kind, file, range, container }) => ({
        name: printable(name),
        kind,
        containerName: container && printable(container),
        location: { uri: context.uriOf(file), range: clampRange(range) },
      })),
    ),
  );
}

/** A client may send none. */
function queryText(query: string | null | undefined): string {
  return String(query ?? '');
}

function documentSymbol(outline: Outline): DocumentSymbol {
  return {
    ...outline,
    name: printable(outline.name),
    ...(outline.detail === undefined ? {} : { detail: printable(outline.detail) }),
    children: outline.children.map(documentSymbol),
  };
}

function flatSymbols(outline: readonly Outline[], uri: string, containerName?: string): SymbolInformation[] {
  return outline.flatMap((outline) => [
    { name: printable(outline.name), kind: outline.kind, location: { uri, range: outline.range }, containerName },
    ...flatSymbols(outline.children, uri, printable(outline.name)),
  ]);
}
