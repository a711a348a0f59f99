// Our own requests and notifications on the client's connection, with the types that belong to their names.
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Disposable } from 'vscode';
import type {
  NotificationMethod,
  NotificationParams,
  RequestMethod,
  RequestParams,
  RequestResult,
} from '../../server/src/lsp/protocol';

/**
 * Sends one of the requests of protocol.ts with the parameters of its type; rejects where the server is not running.
 */
export function sendOwnRequest<Method extends RequestMethod>(
  client: BaseLanguageClient,
  method: Method,
  ...params: RequestParams<Method> extends undefined ? [] : [RequestParams<Method>]
): Promise<RequestResult<Method>> {
  return params.length === 0 ? client.sendRequest(method) : client.sendRequest(method, params[0]);
}

/** Hears one of the notifications of protocol.ts until it is disposed of. */
export function onOwnNotification<Method extends NotificationMethod>(
  client: BaseLanguageClient,
  method: Method,
  handler: (params: NotificationParams<Method>) => void,
): Disposable {
  return client.onNotification(method, handler);
}
