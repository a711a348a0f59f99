// New files before they are written: side by side, read-only, with the question whether they are to be written.
import * as vscode from 'vscode';
import { ask } from './guided-input';

/** A file that does not exist yet. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

const scheme = 'vrp-new';
const texts = new Map<string, string>();
let previews = 0;

/** The documents that `previewed` shows; has to be registered before it is called. */
export function filePreviews(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()),
  });
}

/** `leave` lets the preview stand, for who wants to read on. */
export async function previewed(
  files: readonly NewFile[],
  title: string,
  folder: vscode.Uri,
): Promise<'write' | 'change' | 'leave'> {
  await closePreviews();
  for (const [at, { name, text }] of files.entries()) {
    const uri = vscode.Uri.from({ scheme, path: `/${name}`, query: String(++previews) });
    texts.set(uri.toString(), text);
    const document = await vscode.languages.setTextDocumentLanguage(
      await vscode.workspace.openTextDocument(uri),
      'vrp',
    );
    const viewColumn = at === 0 ? vscode.ViewColumn.One : vscode.ViewColumn.Two;
    await vscode.window.showTextDocument(document, { viewColumn, preview: false, preserveFocus: true });
  }
  const names = files.map(({ name }) => name).join(' and ');
  const answer = await ask({
    title,
    prompt: 'The files as they will be; nothing is written yet',
    choices: [
      { label: `$(save-all) Write ${names}`, description: folder.fsPath, value: 'write' },
      { label: '$(edit) Change an answer', value: 'change' },
    ],
    canGoBack: true,
  });
  if (answer === undefined) return 'leave';
  await closePreviews();
  return answer !== 'back' && answer.value === 'write' ? 'write' : 'change';
}

async function closePreviews(): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === scheme);
  texts.clear();
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
}
