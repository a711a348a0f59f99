// Files that VS Code shows in an encoding that is not theirs: one sentence with the way to the right one, since a save would keep what
// could not be read. A fix that waits for such a file leads to it.
import * as vscode from 'vscode';
import { withoutLinks } from './literal';

/** What a decoder writes for bytes that it cannot read. */
const unreadable = '\uFFFD';
const reopen = 'Reopen with Encoding';
const reopenAsGb18030 = 'Reopen as GB18030';

/**
 * Tells of an open configuration that was decoded wrongly, once for each document, and offers to reopen it; the command
 * `vrp.openToFix`.
 */
export function otherEncodings(): vscode.Disposable {
  const seen = new Set<string>();
  const look = (): void => {
    for (const { document } of vscode.window.visibleTextEditors) {
      const key = document.uri.toString();
      if (document.languageId !== 'vrp' || seen.has(key) || !document.getText().includes(unreadable)) continue;
      seen.add(key);
      void tellOfEncoding(document);
    }
  };
  look();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(look),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => seen.delete(uri.toString())),
    // Behind a fix that waits until a file is open as it is written, with the protocol's own values.
    vscode.commands.registerCommand('vrp.openToFix', openToFix),
  );
}

async function tellOfEncoding(document: vscode.TextDocument): Promise<void> {
  const bytes = await readBytes(document.uri);
  // In UTF-8 the character stands in the file itself.
  if (!bytes || fits(bytes, 'utf-8')) return;
  const file = vscode.workspace.asRelativePath(document.uri);
  const chosen = await vscode.window.showWarningMessage(
    withoutLinks(`${file} is not UTF-8: some characters cannot be read, and saving the file would lose them.`),
    ...(fits(bytes, 'gb18030') ? [reopenAsGb18030, reopen] : [reopen]),
  );
  if (chosen === reopenAsGb18030) await openAs(document.uri, 'gb18030');
  else if (chosen === reopen) await askForEncoding(document.uri);
}

/** The encoding by its name in VS Code; none where the file has only to be open. */
async function openToFix(given: unknown, encoding?: unknown): Promise<void> {
  if (typeof given !== 'string') return;
  const uri = vscode.Uri.parse(given, true);
  if (typeof encoding === 'string') await openAs(uri, encoding);
  else await vscode.window.showTextDocument(uri, { preview: false });
  const file = vscode.workspace.asRelativePath(uri);
  void vscode.window.showInformationMessage(withoutLinks(`${file} is open: its fix can be applied now.`));
}

async function openAs(uri: vscode.Uri, encoding: string): Promise<void> {
  try {
    const document = await vscode.workspace.openTextDocument(uri, { encoding });
    await vscode.window.showTextDocument(document, { preview: false });
  } catch {
    // It has changes that are not saved.
    await askForEncoding(uri);
  }
}

async function askForEncoding(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri, { preview: false });
  await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
}

/** Undefined where there is no such file. */
async function readBytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}

function fits(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
