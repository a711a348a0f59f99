// The sample pair of the walkthrough: copies to play with, in a folder of the extension's own, side by side.
import * as vscode from 'vscode';

const names = ['BRAS-North.cfg', 'BRAS-South.cfg'];

/** Written anew each time, so that the mistakes are there again. */
export function samples(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand('vrp.openSamples', async () => {
    const from = vscode.Uri.joinPath(context.extensionUri, 'examples', 'mld-mistakes');
    const to = vscode.Uri.joinPath(context.globalStorageUri, 'samples');
    await vscode.workspace.fs.createDirectory(to);
    for (const [at, name] of names.entries()) {
      const file = vscode.Uri.joinPath(to, name);
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(from, name));
      await vscode.workspace.fs.writeFile(file, bytes);
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document, {
        viewColumn: at === 0 ? vscode.ViewColumn.One : vscode.ViewColumn.Two,
        preview: false,
      });
    }
  });
}
