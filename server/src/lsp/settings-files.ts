// What stands beside the configurations in the root of a workspace folder: `.vrp.json` (how its files are read and judged) and
// `.vrp-baseline.json` (what is accepted). Read again when they change; what is wrong with them is told in them.
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { baselineName, readBaseline, type Baseline } from '../diagnostics/baseline';
import type { FolderSeverities, Severities } from '../diagnostics/severities';
import { mostFindingsOfEditor } from '../workspace/limited-findings';
import type { NetworkOptions } from '../model/pairing/find-pairs';
import { networkOptions, noSettings, readSettings, settingsName, type Settings } from '../workspace/settings';
import type { Workspace } from '../workspace/workspace';
import { withoutTrailingSlashes } from '../text/line-ends';
import type { FolderPreferences } from './editor-settings';
import { innerFirst, type Encodings } from './encodings';
import { below, fileId, uriOfId } from './file-ids';
import type { Host } from './host';
import type { Exclusions } from './ignored-files';

/**
 * `.vrp.json` and the baseline of each workspace folder. Folders and files are ids made by `fileId`; a file that cannot
 * be used counts as empty and gets a diagnostic.
 */
export interface SettingsFiles {
  setFolders(uris: readonly string[]): void;
  /** Reads them all anew. */
  read(): Promise<void>;
  concerns(id: string): boolean;
  /** By folder, what is left alone in it. */
  exclusions(): Exclusions;
  /** By folder, how its files are decoded. */
  encodings(): Encodings;
  /** How many findings of a file are shown. */
  mostFindings(id: string): number;
  /** The same for all folders, in a form that tells whether it changed. */
  limits(): string;
  /** The text of a file that need not be open; undefined where there is none. */
  textOf(id: string): Promise<string | undefined>;
  /** The baseline of the folder that the file is in. */
  baselineOf(id: string): string | undefined;
  /** Hands what they say to the workspace, for the files that it knows now. */
  apply(): void;
  /** Findings about these files that changed since the last call, by file; empty lists clear. */
  changed(): ReadonlyMap<string, readonly Diagnostic[]>;
}

interface Folder {
  readonly id: string;
  readonly settings: Settings;
  readonly settingsText: string;
  readonly baseline: Baseline;
  readonly baselineText: string;
}

const start = { line: 0, character: 0 };

/**
 * `ofEditor`: what the settings of the editor say for a folder, or for files in none; what stands in the folder's file comes before
 * it.
 */
export function settingsFiles(
  host: Pick<Host, 'files' | 'decode'>,
  workspace: Workspace,
  ofEditor: (folder: string | undefined) => FolderPreferences = () => ({ rules: {} }),
): SettingsFiles {
  return new WorkspaceSettings(host, workspace, ofEditor);
}

class WorkspaceSettings implements SettingsFiles {
  private ids: readonly string[] = [];
  private folders: readonly Folder[] = [];
  private readings = 0;
  private applied = JSON.stringify([{ networks: [], namedPairs: [] }, [], []]);
  private readonly published = new Map<string, string>();

  constructor(
    private readonly host: Pick<Host, 'files' | 'decode'>,
    private readonly workspace: Workspace,
    private readonly ofEditor: (folder: string | undefined) => FolderPreferences,
  ) {}

  setFolders(uris: readonly string[]): void {
    this.ids = uris.map((uri) => withoutTrailingSlashes(fileId(uri)));
  }

  async read(): Promise<void> {
    const reading = ++this.readings;
    const next: Folder[] = [];
    for (const id of this.ids) next.push(await this.folderOf(id));
    if (reading === this.readings) this.folders = next;
  }

  async textOf(id: string): Promise<string | undefined> {
    const bytes = await this.host.files.read(uriOfId(id));
    return bytes && this.host.decode(bytes).text;
  }

  exclusions(): Exclusions {
    return new Map(this.folders.map(({ id, settings }) => [id, settings.exclude]));
  }

  encodings(): Encodings {
    return {
      folders: this.folders.map(({ id, settings }) => [id, settings.encoding ?? this.ofEditor(id).encoding] as const),
      otherwise: this.ofEditor(undefined).encoding,
    };
  }

  mostFindings(id: string): number {
    const nearest = innerFirst(this.folders.map((folder) => [folder.id, folder] as const)).find(
      ([folder]) => below(folder, id) !== undefined,
    );
    return nearest === undefined ? limitOf(this.ofEditor(undefined)) : this.limitIn(nearest[1]);
  }

  limits(): string {
    return [limitOf(this.ofEditor(undefined)), ...this.folders.map((folder) => this.limitIn(folder))].join();
  }

  concerns(id: string): boolean {
    return this.ids.some((folder) => id === `${folder}/${settingsName}` || id === `${folder}/${baselineName}`);
  }

  baselineOf(id: string): string | undefined {
    const [nearest] = this.ids.filter((folder) => below(folder, id) !== undefined).sort((x, y) => y.length - x.length);
    return this.host.files.none || nearest === undefined ? undefined : `${nearest}/${baselineName}`;
  }

  apply(): void {
    const network = this.networkOptions();
    const baseline = this.folders.flatMap((folder) => folder.baseline.entries);
    const otherwise = this.ofEditor(undefined).rules;
    const severities = this.folders.map(
      ({ id, settings }) => [id, { ...this.ofEditor(id).rules, ...settings.rules }] as const,
    );
    const isSilent = [otherwise, ...severities.map(([, of]) => of)].every((of) => Object.keys(of).length === 0);
    const text = JSON.stringify([network, baseline, isSilent ? [] : [otherwise, severities]]);
    if (text === this.applied) return;
    this.applied = text;
    this.workspace.setOptions({ network, baseline, folderSeverities: byFolder(severities, otherwise) });
  }

  changed(): ReadonlyMap<string, readonly Diagnostic[]> {
    const current = this.diagnostics();
    const changed = new Map<string, readonly Diagnostic[]>();
    for (const id of new Set([...current.keys(), ...this.published.keys()])) {
      const list = current.get(id) ?? [];
      const text = list.length === 0 ? '' : JSON.stringify(list);
      if ((this.published.get(id) ?? '') === text) continue;
      if (text === '') this.published.delete(id);
      else this.published.set(id, text);
      changed.set(id, list);
    }
    return changed;
  }

  private limitIn({ id, settings }: Folder): number {
    return settings.maxFindings ?? limitOf(this.ofEditor(id));
  }

  private async folderOf(id: string): Promise<Folder> {
    const settings = await this.textOf(`${id}/${settingsName}`);
    const baseline = await this.textOf(`${id}/${baselineName}`);
    return {
      id,
      settingsText: settings ?? '',
      baselineText: baseline ?? '',
      settings: settings === undefined ? noSettings : readSettings(settings),
      baseline: baseline === undefined ? { entries: [] } : usable(readBaseline(baseline)),
    };
  }

  private networkOptions(): NetworkOptions {
    const hasSettings = this.folders.some(({ settings }) => settings !== noSettings);
    const files = hasSettings ? this.workspace.fileNames() : [];
    const options = this.folders.map(({ id, settings }) =>
      networkOptions(
        settings,
        files.flatMap((file) => {
          const path = below(id, file);
          return path === undefined ? [] : [{ file, path }];
        }),
      ),
    );
    return {
      networks: options.flatMap(({ networks }) => networks ?? []),
      namedPairs: options.flatMap(({ namedPairs }) => namedPairs ?? []),
    };
  }

  private diagnostics(): Map<string, Diagnostic[]> {
    const unused = new Set(this.workspace.unusedBaseline().map(({ fingerprint }) => fingerprint));
    const files = new Set(this.workspace.fileNames());
    return new Map(
      this.folders.flatMap((folder): [string, Diagnostic[]][] => [
        [`${folder.id}/${settingsName}`, settingsDiagnostics(folder, files)],
        [`${folder.id}/${baselineName}`, baselineDiagnostics(folder, unused)],
      ]),
    );
  }
}

/** `files`: those that are configurations. */
function settingsDiagnostics({ id, settings, settingsText }: Folder, files: ReadonlySet<string>): Diagnostic[] {
  const missing = [...new Set(settings.pairs.flat())].filter((path) => !files.has(`${id}/${path}`));
  return [
    ...(settings.problem === undefined ? [] : [unusable(settingsName, settings.problem.message)]),
    ...missing.map((path) => ({
      range: rangeOf(settingsText, path),
      severity: DiagnosticSeverity.Information,
      source: 'vrp',
      message: `no VRP configuration ${path} in this folder`,
    })),
  ];
}

/** `unused`: fingerprints of entries that accept nothing any more. */
function baselineDiagnostics({ baseline, baselineText }: Folder, unused: ReadonlySet<string>): Diagnostic[] {
  return [
    ...(baseline.problem === undefined ? [] : [unusable(baselineName, baseline.problem.message)]),
    ...baseline.entries
      .filter(({ fingerprint }) => unused.has(fingerprint))
      .map(({ fingerprint, rule, reason }) => ({
        range: rangeOf(baselineText, fingerprint),
        severity: DiagnosticSeverity.Information,
        source: 'vrp',
        code: 'suppression-unused',
        message: `${rule} (${reason}) is accepted, but no longer found`,
      })),
  ];
}

/** Each file takes what its own folder says, of folders within each other the inner one; a file in none takes `otherwise`. */
function byFolder(
  severities: readonly (readonly [folder: string, Severities])[],
  otherwise: Severities,
): FolderSeverities {
  const inner = innerFirst(severities);
  return {
    all: [otherwise, ...inner.map(([, of]) => of)],
    of: (file) => inner.find(([folder]) => below(folder, file) !== undefined)?.[1] ?? otherwise,
  };
}

function limitOf({ maxFindings = mostFindingsOfEditor }: FolderPreferences): number {
  return maxFindings;
}

function usable(baseline: Baseline): Baseline {
  return baseline.problem === undefined ? baseline : { entries: [], problem: baseline.problem };
}

function unusable(name: string, problem: string): Diagnostic {
  return {
    range: { start, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Warning,
    source: 'vrp',
    message: `${name} ${problem}: nothing of it is used`,
  };
}

/** Where a string stands in a JSON text; its start where it is written in another way. */
function rangeOf(text: string, value: string): Diagnostic['range'] {
  const at = text.indexOf(JSON.stringify(value));
  if (at < 0) return { start, end: start };
  const line = text.slice(0, at).split('\n').length - 1;
  const character = at - (text.lastIndexOf('\n', at - 1) + 1) + 1;
  return { start: { line, character }, end: { line, character: character + value.length } };
}
