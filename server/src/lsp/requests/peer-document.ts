// `workspace/textDocumentContent` for the documents of peer-documents.ts.
import type { TextDocumentContentParams, TextDocumentContentResult } from 'vscode-languageserver';
import { filesOfPeerUri } from '../peer-documents';
import type { ServerContext } from '../server-context';
import { mappedPeerResult, type PairRequests } from './pair';

/** Answers `workspace/textDocumentContent` with the mapped peer; an empty text where the files are no pair any more. */
export function registerPeerDocument({ connection, guard, givenPeers }: ServerContext, around: PairRequests): void {
  connection.workspace.textDocumentContent.on(
    guard.request('peer document', async ({ uri }: TextDocumentContentParams): Promise<TextDocumentContentResult> => {
      const files = filesOfPeerUri(uri);
      const mapped = files && (await mappedPeerResult(files, around));
      if (!mapped) {
        givenPeers.forget(uri);
        return { text: '' };
      }
      givenPeers.give(uri);
      return { text: mapped.text };
    }),
  );
}
