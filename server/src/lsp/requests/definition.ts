// Go to definition, find references, document highlights: one name, wherever it stands.
import { DocumentHighlightKind, type Location, type ReferenceContext } from 'vscode-languageserver';
import { definition, type FileRange } from '../../features/definition';
import { highlights } from '../../features/highlights';
import { references } from '../../features/references';
import { askDocument, type ServerContext } from '../server-context';
import { clampRange, normalizePosition } from '../to-lsp';

/**
 * Answers `textDocument/definition`, `textDocument/references` and `textDocument/documentHighlight`; the first two also
 * with places in the peer's file.
 */
export function registerDefinition(context: ServerContext): void {
  const { connection, workspace } = context;
  const { request } = context.guard;
  const peerSnapshot = (file: string) => workspace.snapshot(file);

  connection.onDefinition(
    request('definition', (params) => {
      const position = normalizePosition(params.position);
      return locations(
        context,
        askDocument(context, params, (snapshot) => definition(snapshot, position, peerSnapshot)),
      );
    }),
  );

  connection.onReferences(
    request('references', (params) => {
      const position = normalizePosition(params.position);
      const withDeclaration = includesDeclaration(params.context);
      return locations(
        context,
        askDocument(context, params, (snapshot) => references(snapshot, position, withDeclaration, peerSnapshot)),
      );
    }),
  );

  connection.onDocumentHighlight(
    request('highlights', (params) => {
      const found = askDocument(context, params, (snapshot) =>
        highlights(snapshot, normalizePosition(params.position)),
      );
      return (
        found?.map(({ range, makes }) => ({
          range,
          kind: makes ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })) ?? null
      );
    }),
  );
}

/** Unless it is declined; some clients send no context. */
function includesDeclaration(context: ReferenceContext | undefined): boolean {
  return context?.includeDeclaration !== false;
}

function locations({ uriOf }: ServerContext, found: readonly FileRange[] | undefined): Location[] | null {
  return found?.map(({ file, range }) => ({ uri: uriOf(file), range: clampRange(range) })) ?? null;
}
