// What only a folder in memory shows: nothing of it can be read but through the editor, and it has no search of its own.
import * as vscode from 'vscode';
import { activated, activation, fileUri, place, rule, rules, until } from './editor';

suite('in a browser, a folder in memory', () => {
  const north = fileUri('pair/North.cfg');
  const south = fileUri('pair/South.cfg');
  const textIn = async (uri: vscode.Uri): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const portFinding = (uri: vscode.Uri): vscode.Diagnostic | undefined =>
    vscode.languages.getDiagnostics(uri).find((each) => rule(each) === 'rbs-port-mismatch');

  test('the extension finds the configurations of the folder without one being opened', async () => {
    if (north.scheme !== 'memfs') throw new Error(`the folder is ${north.toString()}`);
    const { foldersProbed, isStarted } = await activation();
    await foldersProbed;
    if (!isStarted()) throw new Error('it waits');
  });

  test('the page of a rule that a finding names can be read', async () => {
    await activated();
    const found = await until('the finding', () => portFinding(south));
    const code = found?.code;
    if (typeof code !== 'object') throw new Error('the finding names no page');
    const page = await textIn(code.target);
    if (!/^# /m.test(page) || !page.includes('rbs-port-mismatch')) throw new Error(page.slice(0, 200));
  });

  test('a fix edits the file that is closed, and what it says holds once it is saved', async () => {
    const before = await textIn(south);
    await vscode.window.showTextDocument(north);
    const finding = await until('the finding', () => portFinding(north));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      north,
      finding!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => /^Use port \d+ on South/.test(title));
    if (!fix?.edit) throw new Error(actions.map(({ title }) => title).join(', '));
    try {
      if (!(await vscode.workspace.applyEdit(fix.edit))) throw new Error('the fix was refused');
      const edited = await vscode.workspace.openTextDocument(south);
      await until('the edit', () => edited.isDirty);
      if (!(await edited.save())) throw new Error('it was not saved');
      if ((await textIn(south)) === before) throw new Error('nothing was written');
      await until('no finding', () => !rules(north).includes('rbs-port-mismatch'));
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.writeFile(south, new TextEncoder().encode(before));
    }
    await until('the finding again', () => rules(south).includes('rbs-port-mismatch'));
  });

  test('a name is renamed in both files', async () => {
    const document = await vscode.workspace.openTextDocument(north);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      north,
      place(document, 'homes').translate(0, 1),
      'flats',
    );
    const files = edit.entries().map(([uri]) => uri.toString());
    for (const uri of [north, south]) if (!files.includes(uri.toString())) throw new Error(files.join(', '));
  });

  test('a pair whose files come is found, and forgotten when its folder goes', async () => {
    const folder = fileUri('later');
    const later = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
    const written = async (from: vscode.Uri): Promise<Uint8Array> =>
      new TextEncoder().encode((await textIn(from)).replace(/^sysname /m, 'sysname Later-').replaceAll(':A::', ':F::'));
    await vscode.workspace.fs.writeFile(later('North.cfg'), await written(north));
    await vscode.workspace.fs.writeFile(later('South.cfg'), await written(south));
    const found = (): boolean => rules(later('South.cfg')).includes('rbs-port-mismatch');
    await until('the second pair', found);
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await until('the second pair to go', () => !found());
  });
});
