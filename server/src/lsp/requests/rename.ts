// Rename, in both files of a pair. Edits of the peer's file ask to be confirmed where the client can ask.
import {
  LSPErrorCodes,
  ResponseError,
  type AnnotatedTextEdit,
  type RenameParams,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { prepareRename, rename, type RenameEdit } from '../../features/rename';
import { push } from '../../text/collections';
import { askDocument, type ServerContext } from '../server-context';
import { clampRange, normalizePosition } from '../to-lsp';
import type { EditedFiles } from '../workspace-edit';

const peerAnnotation = 'peer';

export function registerRename(context: ServerContext): void {
  const { connection } = context;
  const { request } = context.guard;

  connection.onPrepareRename(
    request('prepare rename', (params) => {
      const found = askDocument(context, params, (snapshot) =>
        prepareRename(snapshot, normalizePosition(params.position)),
      );
      return found ? { range: found.range, placeholder: found.name } : null;
    }),
  );

  connection.onRenameRequest(request('rename', (params) => renamed(context, params)));
}

async function renamed(context: ServerContext, params: RenameParams): Promise<WorkspaceEdit | ResponseError | null> {
  const { workspace, version, closedState } = context;
  const found = askDocument(context, params, (snapshot) =>
    rename(snapshot, normalizePosition(params.position), String(params.newName), (file) => workspace.snapshot(file)),
  );
  if (!found) return null;
  if ('reason' in found) return new ResponseError(LSPErrorCodes.RequestFailed, found.reason);
  for (const file of new Set(found.edits.map((edit) => edit.file))) {
    if (version(file) !== undefined || (await closedState(file)) === 'same') continue;
    return new ResponseError(
      LSPErrorCodes.RequestFailed,
      `${file.slice(file.lastIndexOf('/') + 1)} cannot be edited as it is on disk: open it first.`,
    );
  }
  return renameEdit(found.edits, context);
}

function renameEdit(edits: readonly RenameEdit[], { client, uriOf, version }: EditedFiles): WorkspaceEdit {
  const asks = client.documentChanges && client.changeAnnotations && edits.some((edit) => edit.onPeer);
  const byFile = new Map<string, RenameEdit[]>();
  for (const edit of edits) push(byFile, edit.file, edit);
  const textEdit = ({ range, newText, onPeer }: RenameEdit): TextEdit | AnnotatedTextEdit => ({
    range: clampRange(range),
    newText,
    ...(asks && onPeer ? { annotationId: peerAnnotation } : {}),
  });
  if (!client.documentChanges)
    return { changes: Object.fromEntries([...byFile].map(([file, list]) => [uriOf(file), list.map(textEdit)])) };
  return {
    documentChanges: [...byFile].map(([file, list]): TextDocumentEdit => ({
      textDocument: { uri: uriOf(file), version: version(file) ?? null },
      edits: list.map(textEdit),
    })),
    ...(asks ? { changeAnnotations: { [peerAnnotation]: peerConfirmation } } : {}),
  };
}

const peerConfirmation = {
  label: 'On the paired device',
  description: 'The same name on the other router of the pair',
  needsConfirmation: true,
};
