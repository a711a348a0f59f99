// Which documents become VRP, and that a person's own choice stands.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { activated, fileUri, pause, until } from './editor';

suite('the language of a document', () => {
  const text = '#\nsysname Someone\n#\ninterface GigabitEthernet0/1/2\n undo shutdown\n#\nreturn\n';
  const current = (uri: vscode.Uri): string | undefined =>
    vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())?.languageId;

  suiteSetup(async () => {
    await activated();
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('other text stays what it is', async () => {
    const notes = await vscode.workspace.openTextDocument(fileUri('notes.txt'));
    const service = await vscode.workspace.openTextDocument(fileUri('service.conf'));
    await pause(700);
    assert.equal(notes.languageId, 'plaintext');
    assert.notEqual(service.languageId, 'vrp');
  });

  test('text pasted into an untitled document is known', async () => {
    const { uri } = await vscode.workspace.openTextDocument({ content: '' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(
      'the language',
      () => current(uri),
      (language) => language === 'vrp',
    );
  });

  test('a file without an extension is known', async () => {
    const uri = fileUri('backup-of-someone');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.workspace.openTextDocument(uri);
    await until(
      'the language',
      () => current(uri),
      (language) => language === 'vrp',
    );
  });

  test('beside other configurations the first command is enough', async () => {
    const uri = fileUri('begun.cfg');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('dhcp enable\n'));
    await vscode.workspace.openTextDocument(uri);
    await until(
      'the language',
      () => current(uri),
      (language) => language === 'vrp',
    );
  });

  test('a language chosen by hand stays, and is remembered for the file', async () => {
    const uri = fileUri('chosen.cfg');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until(
      'the language',
      () => current(uri),
      (language) => language === 'vrp',
    );
    await vscode.languages.setTextDocumentLanguage(
      vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())!,
      'plaintext',
    );
    await pause(300);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '#\n');
    await vscode.workspace.applyEdit(edit);
    await pause(700);
    assert.equal(current(uri), 'plaintext');
  });

  test('no user setting is written', () => {
    const setting = vscode.workspace.getConfiguration('vrp').inspect('detectLanguage');
    assert.equal(setting?.globalValue ?? setting?.workspaceValue ?? setting?.workspaceFolderValue, undefined);
    const associations = vscode.workspace.getConfiguration('files').inspect('associations');
    assert.equal(associations?.globalValue ?? associations?.workspaceValue, undefined);
  });
});
