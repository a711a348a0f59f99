// Which folder new files go to: one of the workspace from a list, or any other.
import * as vscode from 'vscode';
import { ask } from './guided-input';
import { withoutIcons } from './literal';

/**
 * Asks for a folder of the workspace or another one. `back` where the person goes back or leaves the dialog of the
 * system, undefined where the list is left.
 */
export async function chooseFolder(
  title: string,
  prompt: string,
  canGoBack: boolean,
): Promise<vscode.Uri | 'back' | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const choices = [
    ...folders.map((folder) => ({
      label: `$(folder) ${withoutIcons(folder.name)}`,
      description: withoutIcons(folder.uri.fsPath),
      value: folder.uri.toString(),
    })),
    { label: 'Another folder...', value: '' },
  ];
  const answer = await ask({
    title,
    prompt,
    choices,
    canGoBack,
  });
  if (answer === undefined || answer === 'back') return answer;
  const picked = folders.find((folder) => folder.uri.toString() === answer.value);
  if (picked) return picked.uri;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    title,
    openLabel: 'Write Here',
  });
  return chosen?.[0] ?? 'back';
}

/** True where a file or folder has this uri; also false where it cannot be looked at. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
