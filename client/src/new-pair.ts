// From a scenario and a few answers to two open files, or to one more scenario in the files of a pair. Nothing is written before it was
// shown, and no file that exists is touched.
import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  requests,
  type AddScenarioParams,
  type NewPairParams,
  type NewPairResult,
} from '../../server/src/lsp/protocol';
import { exists } from './choose-folder';
import { withoutLinks } from './literal';
import { sendOwnRequest } from './own-methods';
import { openedAsVrp, type Pairs } from './pairs';
import { filePreviews, previewed } from './preview-files';
import { applyWithPreview } from './proposals';
import { askForScenario, type Answered } from './scenario-dialog';

type Outcome = 'done' | 'change' | 'leave';

/** The commands `vrp.newPair` and `vrp.addScenario`. Answers that were not finished are kept in `memory`. */
export function newPairs(client: BaseLanguageClient, pairs: Pairs, memory: vscode.Memento): vscode.Disposable {
  return vscode.Disposable.from(
    filePreviews(),
    vscode.commands.registerCommand('vrp.newPair', () => create(client, memory)),
    vscode.commands.registerCommand('vrp.addScenario', (given?: unknown) => add(client, pairs, memory, given)),
  );
}

async function create(client: BaseLanguageClient, memory: vscode.Memento): Promise<void> {
  const title = 'New hot-backup pair';
  await askForScenario(client, {
    title,
    memory,
    then: 'show both files',
    async finish({ scenario, answers, folder }): Promise<Outcome> {
      const params: NewPairParams = { scenario, answers };
      const { files, problems } = await sendOwnRequest(client, requests.newPair, params);
      if (problems[0] || !folder) return refused(problems[0]?.problem ?? 'No folder is chosen.');
      const choice = await previewed(files, title, folder);
      if (choice !== 'write') return choice;
      return write(folder, files);
    },
  });
}

async function write(folder: vscode.Uri, files: NewPairResult['files']): Promise<Outcome> {
  const uris = files.map(({ name }) => vscode.Uri.joinPath(folder, name));
  for (const [index, uri] of uris.entries())
    if (await exists(uri)) return refused(`${files[index]!.name} exists already and was left unchanged.`);
  if (!(await writeNew(uris, files))) return refused('The two files could not be created.');
  for (const [index, uri] of uris.entries()) {
    await vscode.window.showTextDocument(await openedAsVrp(uri), {
      viewColumn: index === 0 ? vscode.ViewColumn.One : vscode.ViewColumn.Two,
      preview: false,
    });
  }
  await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
  return 'done';
}

/** The form comes back, with the answers. */
function refused(problem: string): Outcome {
  void vscode.window.showErrorMessage(withoutLinks(`${problem} Nothing was written.`));
  return 'change';
}

/** In one edit, so that there are both files or none. */
function writeNew(uris: readonly vscode.Uri[], files: NewPairResult['files']): Thenable<boolean> {
  const edit = new vscode.WorkspaceEdit();
  files.forEach(({ text }, index) =>
    edit.createFile(uris[index]!, {
      overwrite: false,
      ignoreIfExists: false,
      contents: new TextEncoder().encode(text),
    }),
  );
  return vscode.workspace.applyEdit(edit);
}

async function add(client: BaseLanguageClient, pairs: Pairs, memory: vscode.Memento, given?: unknown): Promise<void> {
  const pair = await pairs.pick(given);
  if (!pair) return;
  const uri = client.code2ProtocolConverter.asUri(pair[0].uri);
  await askForScenario(client, {
    title: `Add a scenario to ${pair.map(({ device }) => device).join(' ⇄ ')}`,
    uri,
    memory,
    then: 'show what changes',
    finish: (answered) => addTo(client, uri, answered),
  });
}

async function addTo(client: BaseLanguageClient, uri: string, { scenario, answers }: Answered): Promise<Outcome> {
  const params: AddScenarioParams = { scenario, answers, uri };
  const result = await sendOwnRequest(client, requests.addScenario, params);
  if (result?.edit === undefined)
    return refused(result?.problem ?? result?.problems?.[0]?.problem ?? 'The two configurations are no longer a pair.');
  const isApplied = await applyWithPreview(
    await client.protocol2CodeConverter.asWorkspaceEdit(result.edit as WorkspaceEdit),
    'Add the scenario to both devices',
  );
  return isApplied ? 'done' : 'leave';
}
