// Our own requests and notifications on a connection, with the types that belong to their names.
import type { Connection } from 'vscode-languageserver';
import type { NotificationMethod, NotificationParams, RequestMethod, RequestParams, RequestResult } from './protocol';

/** `handler` is guarded already: null is the answer of one that failed. */
export function onOwnRequest<Method extends RequestMethod>(
  connection: Connection,
  method: Method,
  handler: (params: RequestParams<Method>) => RequestResult<Method> | Promise<RequestResult<Method> | null> | null,
): void {
  connection.onRequest<unknown, unknown>(method, handler);
}

/** Sends one of the notifications of protocol.ts, with the parameters of its type; a failure to send is dropped. */
export function sendOwnNotification<Method extends NotificationMethod>(
  connection: Connection,
  method: Method,
  ...params: NotificationParams<Method> extends undefined ? [] : [NotificationParams<Method>]
): void {
  void connection.sendNotification(method, ...params);
}
