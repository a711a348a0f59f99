// Document links: from a name to the line that makes it.
import { documentLinks } from '../../features/document-links';
import { printable } from '../../text/sanitize';
import { askDocument, type ServerContext } from '../server-context';

/** Answers `textDocument/documentLink`. Targets end in `#L` and a line from 1. */
export function registerDocumentLinks(context: ServerContext): void {
  const { connection, uriOf } = context;
  connection.onDocumentLinks(
    context.guard.request(
      'links',
      (params) =>
        askDocument(context, params, documentLinks)?.map(({ range, file, row, tooltip }) => ({
          range,
          target: `${uriOf(file)}#L${row + 1}`,
          tooltip: printable(tooltip),
        })) ?? null,
    ),
  );
}
