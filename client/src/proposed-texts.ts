// What files would say after a proposal, beside what they say: a diff that lies open while the editor's own preview, whose rows put
// all lines of a block into one, waits for the answer.
import * as vscode from 'vscode';
import { applyEdits } from '../../server/src/text/apply-edits';

const scheme = 'vrp-proposed';
const texts = new Map<string, string>();
let proposals = 0;

/** The documents of the right sides of `showDiff`; has to be registered before it is called. */
export function proposedTexts(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()),
  });
}

/** Shows the diff of each file; what it gives closes it again. */
export async function showDiff(edit: vscode.WorkspaceEdit, title: string): Promise<() => Promise<void>> {
  const shown: string[] = [];
  // The first file is shown last: its diff is the one that is seen.
  for (const [original, edits] of [...edit.entries()].reverse()) {
    const proposed = vscode.Uri.from({ scheme, path: original.path, query: String(++proposals) });
    shown.push(proposed.toString());
    texts.set(proposed.toString(), applyEdits((await vscode.workspace.openTextDocument(original)).getText(), edits));
    await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(proposed), 'vrp');
    const name = original.path.slice(original.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand('vscode.diff', original, proposed, `${name}: ${title}`, { preview: false });
  }
  return () => close(shown);
}

async function close(shown: readonly string[]): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff && shown.includes(input.modified.toString()));
  for (const uri of shown) texts.delete(uri);
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
}
