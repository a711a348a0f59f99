// The file of a peer that is not there yet: its name and the addresses that nobody can know are asked, then the text stands in an editor
// as a file that is not saved. Nothing is written before the person saves it.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { requests, type NewPeerParams, type NewPeerResult } from '../../server/src/lsp/protocol';
import { ask } from './guided-input';
import { sendOwnRequest } from './own-methods';

export async function makePeer(client: BaseLanguageClient, own: vscode.Uri): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(own);
  const made = (params: Omit<NewPeerParams, 'uri'>): Promise<NewPeerResult | null> =>
    sendOwnRequest(client, requests.newPeer, { uri, ...params });
  const proposal = await made({});
  if (!proposal) return;
  const name = await askName(own, proposal.name);
  if (name === undefined) return;
  const answers = await askAll(made, name);
  const result = answers && (await made({ name, answers }));
  if (result) await show(vscode.Uri.joinPath(own, '..', `${name}.cfg`), result);
}

async function askName(own: vscode.Uri, proposed: string): Promise<string | undefined> {
  const answer = await ask({
    title: 'New peer of this device',
    step: 1,
    of: 1,
    prompt: 'Name of the other device; its file is made beside this one',
    value: proposed,
    canGoBack: false,
    check: async (value) => {
      if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(value)) return 'Use letters, digits, dots, hyphens and underscores.';
      const isThere = await exists(vscode.Uri.joinPath(own, '..', `${value}.cfg`));
      return isThere ? `${value}.cfg is there already, and it is left as it is.` : undefined;
    },
  });
  return answer === 'back' ? undefined : answer?.value;
}

/** Undefined where the person leaves; with "take the rest as proposed" what is left stays a placeholder. */
async function askAll(
  made: (params: Omit<NewPeerParams, 'uri'>) => Promise<NewPeerResult | null>,
  name: string,
): Promise<string[] | undefined> {
  const { questions } = (await made({ name })) ?? { questions: [] };
  const answers: string[] = [];
  while (answers.length < questions.length) {
    const index = answers.length;
    const answer = await ask({
      title: `New peer of this device: ${name}`,
      step: index + 1,
      of: questions.length,
      prompt: `${questions[index]!.title}. Empty: fill it in later.`,
      canGoBack: index > 0,
      canFinish: true,
      check: async (value) => (await made({ name, answers: [...answers, value] }))?.questions[index]?.problem,
    });
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      answers.pop();
      continue;
    }
    answers.push(answer.value);
    if (answer.finish) break;
  }
  return answers;
}

async function show(uri: vscode.Uri, { text, questions }: NewPeerResult): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  await vscode.languages.setTextDocumentLanguage(document, 'vrp');
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: false,
  });
  const open = questions.map(({ placeholder }) => document.getText().indexOf(placeholder)).filter((at) => at >= 0);
  const at = document.positionAt(Math.min(...open, document.getText().length));
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection);
  void vscode.window.showInformationMessage('The peer is not written yet: look it through and save it.');
}

function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
