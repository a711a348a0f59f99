// What the pages ask of the editor: to go to a line in the editor that already shows the file, and to save a text where the
// person says. Nothing is written without the dialog.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Target } from '../../../server/src/lsp/protocol';
import { withoutLinks } from '../literal';

/**
 * Selects a place in the editor that shows its file already, else in the column of the first visible editor. Rejects
 * where the file cannot be opened.
 */
export async function goTo(client: BaseLanguageClient, target: Target): Promise<void> {
  const uri = client.protocol2CodeConverter.asUri(target.uri);
  const selection = client.protocol2CodeConverter.asRange(target.range);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const viewColumn = shown?.viewColumn ?? vscode.window.visibleTextEditors[0]?.viewColumn ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(uri, { viewColumn, selection, preview: shown === undefined });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Goes to the line and opens its light bulb. */
export async function showFixes(client: BaseLanguageClient, target: Target): Promise<void> {
  await goTo(client, target);
  await vscode.commands.executeCommand('editor.action.quickFix');
}

/** Offers a name beside the file; true when the text was written. */
export async function saveAs(
  beside: vscode.Uri,
  name: string,
  kinds: Record<string, string[]>,
  text: string,
): Promise<boolean> {
  const folder =
    beside.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(beside, '..');
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: kinds,
  });
  if (!target) return false;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  void offerToOpen(target);
  return true;
}

async function offerToOpen(file: vscode.Uri): Promise<void> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const answer = await vscode.window.showInformationMessage(withoutLinks(`${name} is saved.`), 'Open');
  if (answer === 'Open') await vscode.commands.executeCommand('vscode.open', file);
}
