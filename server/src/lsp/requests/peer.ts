// `vrp/peer`: the strongest peer of a device, and there the counterpart of the block under the cursor.
import { counterpart } from '../../features/counterpart';
import { onOwnRequest } from '../own-methods';
import { requests, type PeerParams, type PeerResult } from '../protocol';
import { askDocument, type ServerContext } from '../server-context';
import { clampRange, normalizePosition } from '../to-lsp';

/** Answers `vrp/peer` with the counterpart of a place, or null. */
export function registerPeer(context: ServerContext): void {
  const { connection, workspace, uriOf } = context;
  onOwnRequest(
    connection,
    requests.peer,
    context.guard.request('peer', (params: PeerParams): PeerResult | null => {
      const position = params.position && normalizePosition(params.position);
      const found = askDocument(context, { textDocument: params }, (snapshot) =>
        counterpart(snapshot, position, (file) => workspace.snapshot(file)),
      );
      return found ? { uri: uriOf(found.file), range: clampRange(found.range) } : null;
    }),
  );
}
