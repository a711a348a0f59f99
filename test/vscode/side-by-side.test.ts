// The two files of a pair beside each other: in the editor's own diff, in two columns, and one following the other.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { drive, driven } from './driver';
import { activated, fileUri, place, plain, replace, until } from './editor';

suite('two devices side by side', () => {
  const one = fileUri('relay/Relay-1.cfg');
  const two = fileUri('relay/Relay-2.cfg');

  const focused = (): string | undefined => vscode.window.activeTextEditor?.document.uri.path;

  /** As the manifest says for a changed line of the right side, in dark and in light themes. */
  const isRed = (colour: string): boolean => /^rgba\((170, 0, 0|255, 120, 152)/.test(colour);

  suiteSetup(async () => {
    const api = await activated();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(one));
    await until(
      'the pair',
      () => api.pairs.of(one),
      (found) => found.length === 1,
    );
  });
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('the pairs are known, the device that leads first', async () => {
    const api = await activated();
    assert.deepEqual(
      api.pairs.of(two)[0]!.map((each) => each.device),
      ['Relay-1', 'Relay-2'],
    );
  });

  test('the diff has the real files, the master on the left', async () => {
    await vscode.commands.executeCommand('vrp.compareWithPeer', two);
    const input = (await until(
      'a diff',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (found) => found instanceof vscode.TabInputTextDiff,
    )) as vscode.TabInputTextDiff;
    assert.equal(input.original.path, one.path);
    assert.equal(input.modified.path, two.path);
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab!.label, 'Relay-1 ↔ Relay-2');
    for (const uri of [one, two]) {
      const side = await until(`the side of ${uri.path}`, () =>
        vscode.window.visibleTextEditors.find((each) => each.document.uri.path === uri.path),
      );
      assert.equal(side!.document.languageId, 'vrp');
      assert.ok(!side!.document.isClosed);
    }
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test("by meaning, the peer stands in this device's words, follows edits, and leads to its real lines", async () => {
    const document = await vscode.workspace.openTextDocument(one);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('vrp.compareByMeaning', one);
    const input = (await until(
      'a diff',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (found) => found instanceof vscode.TabInputTextDiff && found.modified.scheme === 'vrp-peer',
    )) as vscode.TabInputTextDiff;
    assert.equal(input.original.path, one.path);
    const virtual = await vscode.workspace.openTextDocument(input.modified);
    assert.equal(virtual.languageId, 'vrp');
    const likeMine = (): string => virtual.getText().replace(' vrrp6 vrid 32 preempt-mode timer delay 1800\n', '');
    assert.equal(
      likeMine(),
      document.getText(),
      'of a good pair what only the master of a group holds is all there is to see',
    );
    const saysAt = async (text: string): Promise<string> =>
      plain(
        await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          virtual.uri,
          place(virtual, text),
        ),
      );
    const own = await until('why it must differ', () => saysAt(' vrrp6 vrid 31 priority 160'));
    assert.match(own, /vrrp6 vrid 31 priority 110/);
    assert.match(own, /Line \d+ of the real file/);
    const [definition] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      virtual.uri,
      place(virtual, ' vrrp6 vrid 31 priority'),
    );
    const real = await vscode.workspace.openTextDocument(two);
    assert.equal(definition!.uri.path, two.path);
    assert.equal(real.lineAt(definition!.range.start.line).text, ' vrrp6 vrid 31 priority 110');

    await replace(real, 'port 5900', 'port 5901');
    await until(
      'the fault of the peer',
      () => virtual.getText(),
      (text) => text.includes('port 5901'),
    );
    assert.match(
      await until(
        'its finding',
        () => saysAt(' peer 10.31.0.2'),
        (text) => text.includes('5901'),
      ),
      /Relay-2/,
    );
    if (driven) {
      const wrong = place(virtual, 'port 5901');
      vscode.window.visibleTextEditors
        .find((each) => each.document === virtual)!
        .revealRange(new vscode.Range(wrong, wrong));
      const { backgrounds, faint } = await until(
        'the marks',
        () => drive('linesOfDiff', null),
        (found) => found.backgrounds.some(isRed),
      );
      assert.equal(backgrounds.filter(isRed).length, 1);
      assert.ok(faint.length > 0);
    }
    await replace(real, 'port 5901', 'port 5900');
    await until('nothing left to see', likeMine, (text) => text === document.getText());

    const at = place(virtual, ' vrrp6 vrid 31 priority');
    const right = vscode.window.visibleTextEditors.find((each) => each.document === virtual)!;
    right.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('workbench.action.compareEditor.focusPrimarySide');
    await until(
      'the right side',
      () => vscode.window.activeTextEditor,
      (found) => found?.document === virtual,
    );
    await vscode.commands.executeCommand('vrp.goToRealLine');
    const there = await until(
      'the real file',
      () => vscode.window.activeTextEditor,
      (found) => found?.document.uri.path === two.path,
    );
    assert.equal(there!.document.lineAt(there!.selection.active.line).text, ' vrrp6 vrid 31 priority 110');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('the pair opens in two columns with the cursor on the counterpart, and the other side follows', async () => {
    const document = await vscode.workspace.openTextDocument(one);
    const at = place(document, 'backup-id 310');
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
    await vscode.commands.executeCommand('vrp.openPair');
    const editors = await until(
      'two columns',
      () => vscode.window.visibleTextEditors,
      (found) => found.length === 2,
    );
    const [left, right] = [one, two].map((uri) => editors.find((each) => each.document.uri.path === uri.path)!);
    assert.equal(left!.viewColumn, vscode.ViewColumn.One);
    assert.equal(right!.viewColumn, vscode.ViewColumn.Two);
    assert.equal(focused(), one.path);
    const answer = right!.document.lineAt(right!.selection.active.line).text;
    assert.match(answer, /remote-backup-profile homes-310|backup-id 310/);

    const far = place(right!.document, 'ospfv3 1\n').line;
    const down = place(document, 'ospfv3 1\n').line - at.line;
    await vscode.commands.executeCommand('cursorMove', { to: 'down', by: 'line', value: down });
    await until(
      'the other side at its end',
      () => right!.visibleRanges[0]!,
      (range) => range.start.line <= far && range.end.line >= far,
    );
    await vscode.commands.executeCommand('cursorTop');
    await until(
      'the other side at its top',
      () => right!.visibleRanges[0]!.start.line,
      (line) => line === 0,
    );
    assert.equal(focused(), one.path, 'the focus stays');
  });

  test('a jump goes to the line that answers, in the other column', async () => {
    const document = await vscode.workspace.openTextDocument(one);
    const at = place(document, 'peer 10');
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.One,
      selection: new vscode.Range(at, at),
    });
    await vscode.commands.executeCommand('vrp.goToCounterpart');
    const there = await until(
      'the peer',
      () => vscode.window.activeTextEditor,
      (found) => found?.document.uri.path === two.path,
    );
    assert.equal(there!.viewColumn, vscode.ViewColumn.Two);
    assert.match(there!.document.lineAt(there!.selection.active.line).text, /^ peer 10/);
  });
});
