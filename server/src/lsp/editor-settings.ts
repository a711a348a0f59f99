// What the user set in the editor: what is drawn into the text, and how severe rules are, in all folders or in one.
import { CodeLensRefreshRequest, InlayHintRefreshRequest, type Connection } from 'vscode-languageserver';
import { severitiesOf, type Severities } from '../diagnostics/severities';
import { withoutTrailingSlashes } from '../text/line-ends';
import { fileId } from './file-ids';
import type { ClientFeatures } from './to-lsp';

export class EditorSettings {
  hints = true;
  lenses = true;
  /** By folder; undefined is the setting for files in none. */
  private severities = new Map<string | undefined, Severities>();
  private folders: readonly string[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly client: () => ClientFeatures,
  ) {}

  /** The folders of the workspace by their uris: each may have settings of its own. */
  setFolders(uris: readonly string[]): void {
    this.folders = uris;
  }

  /** How severe rules are in a folder of the workspace, or in files that lie in none. */
  rules(folder: string | undefined): Severities {
    return this.severities.get(folder) ?? {};
  }

  /** Takes up the settings: those that the client sent, else those it is asked for. */
  async configure(pushed?: unknown): Promise<void> {
    const before = [this.hints, this.lenses];
    const [hints, lenses, ...rules] = pushed === undefined ? await this.asked() : this.pushed(pushed);
    this.hints = isEnabled(hints);
    this.lenses = isEnabled(lenses);
    const ids = [undefined, ...this.folders.map((uri) => withoutTrailingSlashes(fileId(uri)))];
    this.severities = new Map(ids.map((id, index) => [id, severitiesOf(rules[index])]));
    if (before[0] !== this.hints || before[1] !== this.lenses) this.refresh();
  }

  /** What other files say has changed: what depends on it is shown anew. */
  refresh(): void {
    const { refreshesHints, refreshesLenses } = this.client();
    if (refreshesHints) void this.connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
    if (refreshesLenses) void this.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  }

  /** Hints, lenses, the rules outside of all folders, then those of each folder. */
  private async asked(): Promise<unknown[]> {
    if (!this.client().configuration) return [];
    const rules = { section: 'vrp.rules' };
    return this.connection.workspace
      .getConfiguration([
        { section: 'vrp.inlayHints' },
        { section: 'vrp.codeLens' },
        rules,
        ...this.folders.map((scopeUri) => ({ ...rules, scopeUri })),
      ])
      .catch(() => []);
  }

  /** The same of settings that a client sends by itself: they hold for all folders. */
  private pushed(settings: unknown): unknown[] {
    const rules = section(settings, 'rules');
    return [section(settings, 'inlayHints'), section(settings, 'codeLens'), rules, ...this.folders.map(() => rules)];
  }
}

function section(settings: unknown, name: string): unknown {
  return (settings as Record<string, unknown> | null | undefined)?.[name];
}

/** On unless it was switched off. */
function isEnabled(settings: unknown): boolean {
  return section(settings, 'enabled') !== false;
}
