// From a scenario and a few answers to two open files, or to one more scenario in the files of a pair. Nothing is written before
// the last answer, and no file that exists is touched.
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
import { applyWithPreview } from './proposals';
import { askForScenario } from './scenario-dialog';

export function newPairs(client: BaseLanguageClient, pairs: Pairs): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('vrp.newPair', () => create(client)),
    vscode.commands.registerCommand('vrp.addScenario', (given?: unknown) => add(client, pairs, given)),
  );
}

async function create(client: BaseLanguageClient): Promise<void> {
  let files: NewPairResult['files'] = [];
  const answered = await askForScenario(client, {
    title: 'New hot-backup pair',
    async finish({ scenario, answers }, folder) {
      const params: NewPairParams = { scenario, answers };
      const result = await sendOwnRequest(client, requests.newPair, params);
      files = result.files;
      if (result.problems[0]) return result.problems[0].problem;
      for (const { name } of files)
        if (await exists(vscode.Uri.joinPath(folder, name)))
          return `${name} is there already: choose another folder, or another device name.`;
      return undefined;
    },
  });
  if (!answered?.folder) return;
  const { folder } = answered;
  const uris = files.map(({ name }) => vscode.Uri.joinPath(folder, name));
  if (!(await writeNew(uris, files))) {
    void vscode.window.showErrorMessage('The two files could not be made; nothing was written over.');
    return;
  }
  for (const [index, uri] of uris.entries()) {
    await vscode.window.showTextDocument(await openedAsVrp(uri), {
      viewColumn: index === 0 ? vscode.ViewColumn.One : vscode.ViewColumn.Two,
      preview: false,
    });
  }
  await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
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

async function add(client: BaseLanguageClient, pairs: Pairs, given?: unknown): Promise<void> {
  const pair = await pairs.pick(given);
  if (!pair) return;
  const uri = client.code2ProtocolConverter.asUri(pair[0].uri);
  const title = `Add a scenario to ${pair.map(({ device }) => device).join(' ⇄ ')}`;
  const answered = await askForScenario(client, { title, uri });
  if (!answered) return;
  const params: AddScenarioParams = { scenario: answered.scenario, answers: answered.answers, uri };
  const result = await sendOwnRequest(client, requests.addScenario, params);
  if (result?.edit === undefined) {
    const problem = result?.problem ?? result?.problems?.[0]?.problem;
    void vscode.window.showErrorMessage(withoutLinks(problem ?? 'The two configurations are not a pair any more.'));
    return;
  }
  await applyWithPreview(
    await client.protocol2CodeConverter.asWorkspaceEdit(result.edit as WorkspaceEdit),
    'Add the scenario to both devices',
  );
}
