// Every request and notification is guarded here and only here: what throws is logged by its name and its place in our code,
// never by its message, which may quote a configuration; the client gets null. What the client cancelled ends here too.
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { errorText } from '../text/error-text';
import { endCancelled } from './cancellation';

export interface Log {
  error(message: string): void;
  info(message: string): void;
}

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

/** `isShut`: the client has asked for the end, and asks for nothing more but that. */
export function guard(log: Log, isShut: () => boolean = () => false): Guard {
  const request: Guard['request'] =
    (name, action) =>
    (...args) => {
      if (isShut()) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
      endCancelled(args);
      try {
        const result = action(...args);
        return (result instanceof Promise ? settled(result, name, args) : result) as typeof result;
      } catch (error) {
        return failed(log, name, error);
      }
    };
  async function settled(result: Promise<unknown>, name: string, args: readonly unknown[]): Promise<unknown> {
    const value = await result.catch((error: unknown) => failed(log, name, error));
    endCancelled(args);
    return value;
  }
  return {
    request,
    notification:
      (name, action) =>
      (...args) =>
        isShut() ? undefined : (request(name, action)(...args) ?? undefined),
  };
}

function failed(log: Log, name: string, error: unknown): null {
  log.error(`${name} failed: ${errorText(error)}`);
  return null;
}
