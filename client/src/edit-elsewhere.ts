// An edit that lands in a file nobody looks at is said, with the way there and the way back: Undo in the file that is looked at
// would take back something else.
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { withoutLinks } from './literal';
import { sameUri } from './pairs';

/**
 * Commands without arguments: those of a command lie with the list of fixes in VS Code, which the very edit may have closed by the
 * time the command is carried out. So many fixes may be offered until one of them is told.
 */
const tellCommands = Array.from({ length: 64 }, (_, slot) => `vrp.tellOfEditElsewhere.${slot}`);
const offered = new Map<string, { readonly title: string; readonly uri: vscode.Uri }>();
let offers = 0;

/** The commands behind quick fixes that edit another file: they tell which, and offer to take the edit back. */
export function editsElsewhere(): vscode.Disposable {
  return vscode.Disposable.from(
    ...tellCommands.map((command) =>
      vscode.commands.registerCommand(command, async () => {
        const offer = offered.get(command);
        if (!offer) return;
        const { title, uri } = offer;
        const document = await vscode.workspace.openTextDocument(uri);
        const { version } = document;
        await tellOfEdit(`${title}: changed ${vscode.workspace.asRelativePath(uri)}, not saved yet.`, uri, async () => {
          await undoNewest(document, version);
        });
      }),
    ),
  );
}

/** A quick fix that edits one other file, and not the one it was asked in, says so when it is done. */
export const tellingOfOtherFiles = {
  async provideCodeActions(document, range, context, token, next) {
    const actions = await next(document, range, context, token);
    for (const action of actions ?? []) {
      if (!('edit' in action) || !action.edit || action.command !== undefined) continue;
      const files = action.edit.entries().map(([uri]) => uri);
      if (files.length !== 1 || sameUri(files[0]!, document.uri)) continue;
      const command = tellCommands[offers++ % tellCommands.length]!;
      offered.set(command, { title: action.title, uri: files[0]! });
      action.command = { command, title: action.title };
    }
    return actions;
  },
} satisfies Middleware;

/** Waits for what a person chooses. */
export async function tellOfEdit(message: string, uri: vscode.Uri, undo: () => Promise<void>): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(withoutLinks(message), 'Undo', 'Open');
  if (chosen === 'Open') await vscode.window.showTextDocument(uri, { preview: false });
  else if (chosen === 'Undo') await undo();
}

/** Takes back the newest edit of a document, as somebody would who goes there; true when it did. */
export async function undoNewest(document: vscode.TextDocument, version: number): Promise<boolean> {
  if (document.version !== version) {
    void vscode.window.showInformationMessage(
      `${vscode.workspace.asRelativePath(document.uri)} has changed since: undo it there.`,
    );
    await vscode.window.showTextDocument(document, { preview: false });
    return false;
  }
  const before = vscode.window.activeTextEditor;
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('undo');
  if (before)
    await vscode.window.showTextDocument(before.document, {
      viewColumn: before.viewColumn,
      selection: before.selection,
      preview: false,
    });
  return true;
}
