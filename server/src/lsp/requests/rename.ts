// Rename, in both files of a pair. Edits of the peer's file ask to be confirmed where the client can ask.
import { LSPErrorCodes, ResponseError, type RenameParams, type WorkspaceEdit } from 'vscode-languageserver';
import { prepareRename, rename } from '../../features/rename';
import { fileName } from '../../text/file-name';
import { askDocument, type ServerContext } from '../server-context';
import { normalizePosition } from '../to-lsp';
import { workspaceEdit } from '../workspace-edit';

/**
 * Answers `textDocument/prepareRename` and `textDocument/rename`, whose edit reaches the peer's file where both devices
 * share the name. Answered with the error `RequestFailed` where the name may not stand or a file cannot be edited.
 */
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
      `${fileName(file)} cannot be edited as it is on disk: open it first.`,
    );
  }
  return workspaceEdit(found.edits, context, peerConfirmation, ({ onPeer }) => onPeer === true);
}

const peerConfirmation = {
  label: 'On the paired device',
  description: 'The same name on the other router of the pair',
  needsConfirmation: true,
};
