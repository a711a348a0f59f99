// What the editor does to its documents. Every change is applied the moment it arrives and nothing is awaited before that, so no
// request overtakes one.
import { errorText } from '../text/error-text';
import type { Range } from '../text/range';
import type { EarlyMessages } from './early-messages';
import { fileId } from './file-ids';
import type { ServerContext } from './server-context';
import { standInFor } from './workspace-folders';

/** Takes `textDocument/didOpen`, `didChange` and `didClose`. A change of a document that is not open is dropped. */
export function registerDocumentSync(context: ServerContext, early: EarlyMessages): void {
  const { connection, documents, positions, checks, files } = context;
  const { notification } = context.guard;
  const lookBeside = notification('open', (uri: string) => standInFor(context, uri));

  connection.onDidOpenTextDocument(
    notification('open', ({ textDocument }) =>
      early.whenLoaded(() => {
        if (typeof textDocument.text !== 'string') return;
        documents.open(textDocument);
        checks.arm();
        void lookBeside(textDocument.uri);
      }),
    ),
  );

  connection.onDidChangeTextDocument(
    notification('change', ({ textDocument, contentChanges }) =>
      early.whenLoaded(() => {
        const id = fileId(textDocument.uri);
        const ranged = (range: Range) => positions.receivedRange(id, range);
        if (documents.change(id, textDocument.version, contentChanges, ranged)) checks.arm();
      }),
    ),
  );

  connection.onDidCloseTextDocument(
    notification('close', ({ textDocument }) =>
      early.whenLoaded(() => {
        const id = fileId(textDocument.uri);
        if (!documents.close(id)) return;
        checks.arm();
        // Until the file is read its last text stands for it: a peer is not torn away for the length of a read.
        void files
          .released(id)
          .catch((error: unknown) => connection.console.error(`close failed: ${errorText(error)}`));
      }),
    ),
  );
}
