// What the suites share: waiting for things that come in their own time, and short names for what an editor shows.
import * as vscode from 'vscode';
import type { Activation } from '../../client/src/activation';
import type { Api } from '../../client/src/client';

export async function until<T>(
  what: string,
  get: () => T | Promise<T>,
  good: (value: T) => boolean = Boolean,
  milliseconds = 20_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await get();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the test host has no folder open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function activation(): Promise<Activation> {
  const extension = vscode.extensions.getExtension<Activation>('vrp-tools.vrp-hot-backup');
  if (!extension) throw new Error('the packaged extension is not installed');
  return extension.activate();
}

export async function activated(): Promise<Api> {
  const { started } = await activation();
  const api = await started;
  await api.ready;
  return api;
}

/** The rule ids of the findings of a file, open or not. */
export function rules(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(rule);
}

export function rule(diagnostic: vscode.Diagnostic): string {
  const code = diagnostic.code;
  return String(typeof code === 'object' ? code.value : code);
}

/** The first place where `text` stands in the document. */
export function place(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`${text} does not stand in ${document.uri.path}`);
  return document.positionAt(at);
}

export async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = place(document, from);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start, document.positionAt(document.offsetAt(start) + from.length)), to);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${from} could not be replaced`);
}

/** What hovers say, without their markup. */
export function plain(hovers: readonly vscode.Hover[]): string {
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replace(/[*`]/g, '');
}

/** Says yes in the preview of a change, until it was made. */
export async function accepted(done: () => boolean): Promise<void> {
  await until('the accepted change', async () => {
    await vscode.commands.executeCommand('refactorPreview.apply');
    return done();
  });
}

/** Says no in the preview of a change. */
export async function declined(): Promise<void> {
  await pause(1000);
  await vscode.commands.executeCommand('refactorPreview.discard');
}
