// What the user set in the editor: what is drawn into the text, and how files are read and judged, in all folders or in one.
import { CodeLensRefreshRequest, InlayHintRefreshRequest, type Connection } from 'vscode-languageserver';
import { severitiesOf, type Severities } from '../diagnostics/severities';
import { namedEncoding, numberOfFindings, type NamedEncoding } from '../workspace/settings';
import { withoutTrailingSlashes } from '../text/line-ends';
import { fileId } from './file-ids';
import type { ClientFeatures } from './to-lsp';

/** What is set for the files of a folder. */
export interface FolderPreferences {
  readonly rules: Severities;
  readonly encoding?: NamedEncoding;
  readonly maxFindings?: number;
}

/** The settings of a folder, by their names behind `vrp.`. */
const folderSections = ['rules', 'encoding', 'maxFindings'] as const;

/**
 * The settings `vrp.*` of the client: hints and lenses for all files, the rest for each folder. Values that are not of
 * their type count as not set.
 */
export class EditorSettings {
  hints = true;
  lenses = true;
  /** By folder; undefined is the setting for files in none. */
  private preferences = new Map<string | undefined, FolderPreferences>();
  private folders: readonly string[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly client: () => ClientFeatures,
  ) {}

  /** The folders of the workspace by their uris: each may have settings of its own. */
  setFolders(uris: readonly string[]): void {
    this.folders = uris;
  }

  /** What is set for a folder of the workspace, or for files that lie in none. */
  of(folder: string | undefined): FolderPreferences {
    return this.preferences.get(folder) ?? { rules: {} };
  }

  /** Takes up the settings: those that the client sent, else those it is asked for. */
  async configure(pushed?: unknown): Promise<void> {
    const before = [this.hints, this.lenses];
    const [hints, lenses, ...folders] = pushed === undefined ? await this.asked() : this.pushed(pushed);
    this.hints = isEnabled(hints);
    this.lenses = isEnabled(lenses);
    const ids = [undefined, ...this.folders.map((uri) => withoutTrailingSlashes(fileId(uri)))];
    const ofScope = (index: number) => folders.slice(index * folderSections.length);
    this.preferences = new Map(ids.map((id, index) => [id, preferencesIn(ofScope(index))]));
    if (before[0] !== this.hints || before[1] !== this.lenses) this.refresh();
  }

  /** What other files say has changed: what depends on it is shown anew. */
  refresh(): void {
    const { refreshesHints, refreshesLenses } = this.client();
    if (refreshesHints) void this.connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
    if (refreshesLenses) void this.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  }

  /** Hints, lenses, the settings outside of all folders, then those of each folder. */
  private async asked(): Promise<unknown[]> {
    if (!this.client().configuration) return [];
    const scopes = [{}, ...this.folders.map((scopeUri) => ({ scopeUri }))];
    const ofFolders = scopes.flatMap((scope) => folderSections.map((name) => ({ section: `vrp.${name}`, ...scope })));
    return this.connection.workspace
      .getConfiguration([{ section: 'vrp.inlayHints' }, { section: 'vrp.codeLens' }, ...ofFolders])
      .catch(() => []);
  }

  /** The same of settings that a client sends by itself: they hold for all folders. */
  private pushed(settings: unknown): unknown[] {
    const ofFolder = folderSections.map((name) => section(settings, name));
    return [
      section(settings, 'inlayHints'),
      section(settings, 'codeLens'),
      ...ofFolder,
      ...this.folders.flatMap(() => ofFolder),
    ];
  }
}

/** Values in the order of `folderSections`; what is none of ours is as if it were not set. */
function preferencesIn([rules, encoding, maxFindings]: readonly unknown[]): FolderPreferences {
  return {
    rules: severitiesOf(rules),
    encoding: namedEncoding(encoding),
    maxFindings: numberOfFindings(maxFindings),
  };
}

function section(settings: unknown, name: string): unknown {
  return (settings as Record<string, unknown> | null | undefined)?.[name];
}

/** On unless it was switched off. */
function isEnabled(settings: unknown): boolean {
  return section(settings, 'enabled') !== false;
}
