// The two files of a pair beside each other: in the editor's own diff, in two columns, and one following the other.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { activated, fileUri, place, until } from './editor';

suite('two devices side by side', () => {
  const one = fileUri('relay/Relay-1.cfg');
  const two = fileUri('relay/Relay-2.cfg');

  suiteSetup(async () => {
    const api = await activated();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(one));
    await until('the pair', () => api.pairs.of(one), found => found.length === 1);
  });
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('the pairs are known, the device that leads first', async () => {
    const api = await activated();
    assert.deepEqual(api.pairs.of(two)[0]!.map(each => each.device), ['Relay-1', 'Relay-2']);
  });

  test('the diff has the real files, the master on the left', async () => {
    await vscode.commands.executeCommand('vrp.compareWithPeer', two);
    const input = await until('a diff', () => vscode.window.tabGroups.activeTabGroup.activeTab?.input, found => found instanceof vscode.TabInputTextDiff) as vscode.TabInputTextDiff;
    assert.equal(input.original.path, one.path);
    assert.equal(input.modified.path, two.path);
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab!.label, 'Relay-1 ↔ Relay-2');
    for (const uri of [one, two]) {
      const side = await until(`the side of ${uri.path}`, () => vscode.window.visibleTextEditors.find(each => each.document.uri.path === uri.path));
      assert.equal(side!.document.languageId, 'vrp');
      assert.ok(!side!.document.isClosed);
    }
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('the pair opens in two columns with the cursor on the counterpart, and the other side follows', async () => {
    const document = await vscode.workspace.openTextDocument(one);
    const at = place(document, 'backup-id 310');
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
    await vscode.commands.executeCommand('vrp.openPair');
    const editors = await until('two columns', () => vscode.window.visibleTextEditors, found => found.length === 2);
    const [left, right] = [one, two].map(uri => editors.find(each => each.document.uri.path === uri.path)!);
    assert.equal(left!.viewColumn, vscode.ViewColumn.One);
    assert.equal(right!.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, one.path);
    const answer = right!.document.lineAt(right!.selection.active.line).text;
    assert.match(answer, /remote-backup-profile homes-310|backup-id 310/);

    const far = place(right!.document, 'ospfv3 1\n').line;
    const down = place(document, 'ospfv3 1\n').line - at.line;
    await vscode.commands.executeCommand('cursorMove', { to: 'down', by: 'line', value: down });
    await until('the other side at its end', () => right!.visibleRanges[0]!, range => range.start.line <= far && range.end.line >= far);
    await vscode.commands.executeCommand('cursorTop');
    await until('the other side at its top', () => right!.visibleRanges[0]!.start.line, line => line === 0);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, one.path, 'the focus stays');
  });

  test('a jump goes to the line that answers, in the other column', async () => {
    const document = await vscode.workspace.openTextDocument(one);
    const at = place(document, 'peer 10');
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, selection: new vscode.Range(at, at) });
    await vscode.commands.executeCommand('vrp.goToCounterpart');
    const there = await until('the peer', () => vscode.window.activeTextEditor, found => found?.document.uri.path === two.path);
    assert.equal(there!.viewColumn, vscode.ViewColumn.Two);
    assert.match(there!.document.lineAt(there!.selection.active.line).text, /^ peer 10/);
  });
});
