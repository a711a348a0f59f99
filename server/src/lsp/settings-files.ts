// What stands beside the configurations in the root of a workspace folder: `.vrp.json` (networks and pairs) and
// `.vrp-baseline.json` (what is accepted). Read again when they change; what is wrong with them is told in them.
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { baselineName, readBaseline, type Baseline } from '../diagnostics/baseline';
import type { Severities } from '../diagnostics/severities';
import { networkOptions, noSettings, readSettings, settingsName, type Settings } from '../workspace/settings';
import type { Workspace } from '../workspace/workspace';
import { below, fileId, uriOfId } from './file-ids';
import type { Host } from './host';
import type { Exclusions } from './ignored-files';
import { withoutTrailingSlashes } from '../text/line-ends';

export interface SettingsFiles {
  setFolders(uris: readonly string[]): void;
  /** Reads them all anew. */
  read(): Promise<void>;
  concerns(id: string): boolean;
  /** By folder, what is left alone in it. */
  exclusions(): Exclusions;
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

export function settingsFiles(host: Pick<Host, 'files' | 'decode'>, workspace: Workspace): SettingsFiles {
  let ids: readonly string[] = [];
  let folders: readonly Folder[] = [];
  let readings = 0;
  let applied = JSON.stringify([{ networks: [], namedPairs: [] }, [], {}]);
  const published = new Map<string, string>();

  async function textOf(id: string): Promise<string | undefined> {
    const bytes = await host.files.read(uriOfId(id));
    return bytes && host.decode(bytes).text;
  }

  async function folderOf(id: string): Promise<Folder> {
    const [settings, baseline] = [await textOf(`${id}/${settingsName}`), await textOf(`${id}/${baselineName}`)];
    return {
      id,
      settingsText: settings ?? '',
      baselineText: baseline ?? '',
      settings: settings === undefined ? noSettings : readSettings(settings),
      baseline: baseline === undefined ? { entries: [] } : usable(readBaseline(baseline)),
    };
  }

  function told(): Map<string, Diagnostic[]> {
    const all = new Map<string, Diagnostic[]>();
    const unused = new Set(workspace.unusedBaseline().map((entry) => entry.fingerprint));
    const known = new Set(workspace.fileNames());
    for (const { id, settings, settingsText, baseline, baselineText } of folders) {
      all.set(`${id}/${settingsName}`, [
        ...(settings.problem === undefined ? [] : [unusable(settingsName, settings.problem.message)]),
        ...[...new Set(settings.pairs.flat())]
          .filter((path) => !known.has(`${id}/${path}`))
          .map((path) => ({
            range: rangeOf(settingsText, path),
            severity: DiagnosticSeverity.Information,
            source: 'vrp',
            message: `${path} is no VRP configuration of this folder`,
          })),
      ]);
      all.set(`${id}/${baselineName}`, [
        ...(baseline.problem === undefined ? [] : [unusable(baselineName, baseline.problem.message)]),
        ...baseline.entries
          .filter((entry) => unused.has(entry.fingerprint))
          .map((entry) => ({
            range: rangeOf(baselineText, entry.fingerprint),
            severity: DiagnosticSeverity.Information,
            source: 'vrp',
            code: 'suppression-unused',
            message: `${entry.rule} (${entry.reason}) is accepted and not found any more`,
          })),
      ]);
    }
    return all;
  }

  return {
    setFolders(uris) {
      ids = uris.map((uri) => withoutTrailingSlashes(fileId(uri)));
    },
    async read() {
      const mine = ++readings;
      const next: Folder[] = [];
      for (const id of ids) next.push(await folderOf(id));
      if (mine === readings) folders = next;
    },
    textOf,
    exclusions: () => new Map(folders.map(({ id, settings }) => [id, settings.exclude])),
    concerns: (id) => ids.some((folder) => id === `${folder}/${settingsName}` || id === `${folder}/${baselineName}`),
    baselineOf(id) {
      const holding = ids
        .filter((folder) => below(folder, id) !== undefined)
        .sort((one, two) => two.length - one.length)[0];
      return host.files.none || holding === undefined ? undefined : `${holding}/${baselineName}`;
    },
    apply() {
      const files = folders.some(({ settings }) => settings !== noSettings) ? workspace.fileNames() : [];
      const each = folders.map(({ id, settings }) =>
        networkOptions(
          settings,
          files.flatMap((file) => {
            const path = below(id, file);
            return path === undefined ? [] : [{ file, path }];
          }),
        ),
      );
      const network = {
        networks: each.flatMap((one) => one.networks ?? []),
        namedPairs: each.flatMap((one) => one.namedPairs ?? []),
      };
      const baseline = folders.flatMap((folder) => folder.baseline.entries);
      // Of two folders that say something of one rule, the last one decides for all: a pair may have its files in both.
      const severities = Object.assign({}, ...folders.map(({ settings }) => settings.rules)) as Severities;
      const text = JSON.stringify([network, baseline, severities]);
      if (text === applied) return;
      applied = text;
      workspace.setOptions({ network, baseline, severities });
    },
    changed() {
      const now = told();
      const changed = new Map<string, readonly Diagnostic[]>();
      for (const id of new Set([...now.keys(), ...published.keys()])) {
        const list = now.get(id) ?? [];
        const text = list.length === 0 ? '' : JSON.stringify(list);
        if ((published.get(id) ?? '') === text) continue;
        if (text === '') published.delete(id);
        else published.set(id, text);
        changed.set(id, list);
      }
      return changed;
    },
  };
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
