// Behind the light bulb "Suppress ...": asks for the reason and applies what the server answers, as one edit that can be
// undone. The baseline is saved at once, so that the finding goes; a mark stays in the open document for the person to save.
import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import { requests, type AcceptArguments, type AcceptParams } from '../../server/src/lsp/protocol';
import { tellOfEdit, undoNewest } from './edit-elsewhere';
import { inQuickInput, withoutLinks } from './literal';
import { sendOwnRequest } from './own-methods';

/** `given` is the reason where a caller has one already. */
export async function accept(client: BaseLanguageClient, asked: AcceptArguments, given?: string): Promise<void> {
  const reason =
    given ??
    (await vscode.window.showInputBox({
      title: `Suppress ${asked.rule}`,
      prompt: inQuickInput(asked.message),
      placeHolder: 'Reason',
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? 'Give a reason, so that others know why.' : undefined),
    }));
  if (reason === undefined || reason.trim() === '') return;
  const baseline = asked.baseline === undefined ? undefined : client.protocol2CodeConverter.asUri(asked.baseline);
  const held = baseline && (await opened(baseline));
  const params: AcceptParams = { ...asked, reason, baselineText: held?.getText() };
  const answer = await sendOwnRequest(client, requests.accept, params);
  if (answer?.edit === undefined) {
    void vscode.window.showErrorMessage(withoutLinks(answer?.problem ?? 'This finding no longer exists.'));
    return;
  }
  const applied = await vscode.workspace.applyEdit(
    await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit as WorkspaceEdit),
  );
  if (applied && baseline) {
    await (await opened(baseline))?.save();
    void tellOfBaseline(baseline, asked.rule, held === undefined);
  }
}

/** `isNew`: the entry made the file, and taking it back takes the file back. */
async function tellOfBaseline(baseline: vscode.Uri, rule: string, isNew: boolean): Promise<void> {
  const document = await vscode.workspace.openTextDocument(baseline);
  const { version } = document;
  const message = `${rule} is suppressed in ${vscode.workspace.asRelativePath(baseline)}.`;
  await tellOfEdit(message, baseline, async () => {
    if (isNew && document.version === version) await vscode.workspace.fs.delete(baseline);
    else if (await undoNewest(document, version)) await document.save();
  });
}

/** The document, or undefined where there is no such file. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // Not there yet: accepting a finding makes it.
    return undefined;
  }
}
