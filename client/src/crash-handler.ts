// What happens when the server dies: it is started again, but not for ever.
import {
  CloseAction,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';
import type { LogOutputChannel } from 'vscode';

const crashesAllowed = 4;
const crashWindow = 3 * 60 * 1000;

/** Restarts a server that has stopped, four times within three minutes at most. */
export class CrashHandler implements ErrorHandler {
  private crashes: number[] = [];

  /** `giveUp` tells the person that the server is not started again. */
  constructor(
    private readonly log: LogOutputChannel,
    private readonly giveUp: (message: string) => void,
  ) {}

  /** What cannot be written to a server that just died is sent again after its restart: its end decides, not what came before it. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => time >= now - crashWindow), now];
    const count = this.crashes.length;
    if (count <= crashesAllowed) {
      this.log.warn(`The server stopped and is being restarted (${count} of ${crashesAllowed} in three minutes).`);
      return { action: CloseAction.Restart, handled: true };
    }
    this.giveUp('The VRP language server stopped five times within three minutes and is not restarted.');
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** A person started the server anew. */
  forget(): void {
    this.crashes = [];
  }
}
