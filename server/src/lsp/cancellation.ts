// Requests that the client does not want any more. One that still waits is answered the moment the news arrives, before all that
// waits in front of it; one whose turn comes is not begun, and what it found in the end is not sent.
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type ConnectionStrategy,
  type RequestMessage,
} from 'vscode-languageserver';

const message = 'The client cancelled it.';

/** For the connection: it knows what still waits. */
export const cancelling: ConnectionStrategy = {
  cancelUndispatched: (request) => ({
    jsonrpc: request.jsonrpc,
    id: (request as RequestMessage).id,
    error: { code: LSPErrorCodes.RequestCancelled, message },
  }),
};

/** Ends the request whose handler got these arguments where it is cancelled: the protocol library answers with what is thrown. */
export function endCancelled(handed: readonly unknown[]): void {
  if (handed.some((value) => isToken(value) && value.isCancellationRequested))
    throw new ResponseError(LSPErrorCodes.RequestCancelled, message);
}

/** No message can hold a function. */
function isToken(value: unknown): value is CancellationToken {
  return typeof (value as CancellationToken | null | undefined)?.onCancellationRequested === 'function';
}
