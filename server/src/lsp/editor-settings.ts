// What the user switched on and off of what is drawn into the text: inlay hints and code lenses.
import { CodeLensRefreshRequest, InlayHintRefreshRequest, type Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './to-lsp';

export class EditorSettings {
  hints = true;
  lenses = true;

  constructor(
    private readonly connection: Connection,
    private readonly client: () => ClientFeatures,
  ) {}

  /** Takes up the settings: those that the client sent, else those it is asked for. */
  async configure(pushed?: unknown): Promise<void> {
    const before = [this.hints, this.lenses];
    const [hints, lenses] =
      pushed === undefined ? await this.asked() : [section(pushed, 'inlayHints'), section(pushed, 'codeLens')];
    this.hints = isEnabled(hints);
    this.lenses = isEnabled(lenses);
    if (before[0] !== this.hints || before[1] !== this.lenses) this.refresh();
  }

  /** What other files say has changed: what depends on it is shown anew. */
  refresh(): void {
    const { refreshesHints, refreshesLenses } = this.client();
    if (refreshesHints) void this.connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
    if (refreshesLenses) void this.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  }

  private async asked(): Promise<unknown[]> {
    if (!this.client().configuration) return [];
    return this.connection.workspace
      .getConfiguration([{ section: 'vrp.inlayHints' }, { section: 'vrp.codeLens' }])
      .catch(() => []);
  }
}

function section(settings: unknown, name: string): unknown {
  return (settings as Record<string, unknown> | null | undefined)?.[name];
}

/** On unless it was switched off. */
function isEnabled(settings: unknown): boolean {
  return section(settings, 'enabled') !== false;
}
