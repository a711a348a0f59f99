// Starts the client once, whoever asks first. What stands in for it until then makes room in the same turn in which it begins.
import type * as vscode from 'vscode';
import type { Api } from './client';

/** Loads the code of the client; what it gives starts it. */
export type LoadClient = () => Promise<(log: vscode.LogOutputChannel) => Api>;

/** Loads and starts the client once, at the first call of `start`. */
export class Starter implements vscode.Disposable {
  /** Fulfilled when the client was started, for whatever reason. */
  readonly started: Promise<Api>;
  isStarted = false;
  private readonly standIns: vscode.Disposable[] = [];
  private begin: (api: Promise<Api>) => void = () => undefined;

  constructor(
    private readonly load: LoadClient,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.started = new Promise((done) => (this.begin = done));
    this.started.catch((error: unknown) => this.log.error(`The client could not be loaded: ${String(error)}`));
  }

  /** Is there until the client is. */
  standIn(...disposables: vscode.Disposable[]): void {
    this.standIns.push(...disposables);
  }

  start(reason: string): Promise<Api> {
    if (!this.isStarted) {
      this.isStarted = true;
      this.log.info(`The language server is started: ${reason}.`);
      this.begin(this.loadAndStart());
    }
    return this.started;
  }

  dispose(): void {
    for (const each of this.standIns.splice(0)) each.dispose();
  }

  private async loadAndStart(): Promise<Api> {
    const start = await this.load();
    this.dispose();
    return start(this.log);
  }
}
