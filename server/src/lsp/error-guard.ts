// Every request and notification is guarded here and only here: what throws is logged by its name and its place in our code,
// never by its message, which may quote a configuration; the client gets null. What the client cancelled ends here too.
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { errorText } from '../text/error-text';
import { endCancelled } from './cancellation';
import type { Positions } from './positions';

/** Where failures are reported, a line each. */
export interface Log {
  error(message: string): void;
  info(message: string): void;
}

/**
 * Wraps handlers so that one that throws is logged by its name and kind of error; a request is then answered with null.
 * Outside of a session, and where the request is cancelled, the wrapped request throws the `ResponseError` of the
 * protocol; a notification is dropped.
 */
export interface Guard {
  request<Arguments extends unknown[], Result>(
    name: string,
    action: (...args: Arguments) => Result,
  ): (...args: Arguments) => Result | null;
  notification<Arguments extends unknown[]>(
    name: string,
    action: (...args: Arguments) => void | Promise<void>,
  ): (...args: Arguments) => void | Promise<void>;
}

/** How the client counts columns. */
export type Counting = Pick<Positions, 'received' | 'sent'>;

/** How far a client has come: before `initialize` nothing is answered, and nothing behind `shutdown`. */
export type Phase = 'new' | 'initialized' | 'shut';

/** `counting` is ours where nothing is agreed. */
export function guard(log: Log, phase: () => Phase = () => 'initialized', counting: Counting = asSent): Guard {
  const guarded: Guard['request'] =
    (name, action) =>
    (...args) => {
      refuseOutside(phase());
      endCancelled(args);
      try {
        const result = action(...args);
        return (result instanceof Promise ? awaited(result, name, args) : result) as typeof result;
      } catch (error) {
        return failed(log, name, error);
      }
    };
  const request: Guard['request'] = (name, action) =>
    guarded(name, (...args) => {
      const [params, ...rest] = args;
      const result = action(...([counting.received(params), ...rest] as typeof args));
      if (!(result instanceof Promise)) return counting.sent(result, params);
      return result.then((value: unknown) => counting.sent(value, params)) as typeof result;
    });
  async function awaited(result: Promise<unknown>, name: string, args: readonly unknown[]): Promise<unknown> {
    const value = await result.catch((error: unknown) => failed(log, name, error));
    endCancelled(args);
    return value;
  }
  return {
    request,
    notification:
      (name, action) =>
      (...args) =>
        phase() === 'initialized' ? (guarded(name, action)(...args) ?? undefined) : undefined,
  };
}

/** Throws what the protocol answers outside of a client's session. */
export function refuseOutside(phase: Phase): void {
  if (phase === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
  if (phase === 'shut') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
}

const asSent: Counting = { received: (params) => params, sent: (result) => result };

function failed(log: Log, name: string, error: unknown): null {
  log.error(`${name} failed: ${errorText(error)}`);
  return null;
}
