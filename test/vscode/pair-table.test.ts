// The pair table as it is seen: its rows, its filter, its jumps, and whether it can be used by everyone in every theme.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { drive, driven } from './driver';
import { activated, fileUri, place, until } from './editor';

// Looking into a webview needs eyes outside the editor, which the desktop's runner has not.
if (driven)
  suite('the pair table', () => {
    const uri = fileUri('relay/Relay-1.cfg');
    const two = fileUri('relay/Relay-2.cfg');
    const title = 'Relay-1 ⇄ Relay-2: pair table';
    const shown = (what: string, good: (text: string) => boolean): Promise<string> =>
      until(what, () => drive('pageText', title), good);
    const workbench = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('workbench');

    suiteSetup(async () => {
      await activated();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await vscode.commands.executeCommand('vrp.showPairTable', uri);
    });
    suiteTeardown(async () => {
      await workbench().update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), vscode.ViewColumn.One);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    test('shows what both devices hold, nothing wrong in a good pair', async () => {
      const text = await shown('the table', (found) => found.includes('must match'));
      assert.match(text, /Relay-1 ⇄ Relay-2/);
      assert.match(text, /0 wrong, 0 missing/);
      assert.match(text, /310/);
    });

    test('follows an edit at once, and the filter leaves what is wrong', async () => {
      const document = await vscode.workspace.openTextDocument(uri);
      const at = place(document, 'port 5900').translate(0, 5);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, new vscode.Range(at, at.translate(0, 4)), '5901');
      await vscode.workspace.applyEdit(edit);
      const all = await shown('the fault', (text) => text.includes('5901') && !text.includes(' 0 wrong'));
      await drive('clickInPage', [title, 'checkbox', 'Wrong only']);
      assert.match(all, /must match/);
      const wrong = await shown('fewer rows', (text) => text.length < all.length);
      assert.match(wrong, /5901/);
      assert.match(wrong, /✗ wrong/);
      assert.doesNotMatch(wrong, /✓ ok/);
    });

    test('a value leads to its line, by keyboard alone', async () => {
      await drive('focusInPage', [title, 'button', '5900']);
      await drive('pressInPage', [title, 'Enter']);
      const there = await until(
        'the file',
        () => vscode.window.activeTextEditor,
        (found) => found?.document.uri.path === two.path,
      );
      assert.match(there!.document.lineAt(there!.selection.active.line).text, /port 5900/);
    });

    test('all rows are back without the filter', async () => {
      await drive('clickInPage', [title, 'checkbox', 'Wrong only']);
      await shown('all rows', (text) => text.includes('✓ ok'));
    });

    for (const theme of ['Default Dark Modern', 'Default Light Modern', 'Default High Contrast']) {
      test(`everyone can use it: ${theme}`, async () => {
        await workbench().update('colorTheme', theme, vscode.ConfigurationTarget.Global);
        await until(
          'the theme',
          () => vscode.window.activeColorTheme.kind,
          (kind) =>
            kind ===
            {
              'Default Dark Modern': vscode.ColorThemeKind.Dark,
              'Default Light Modern': vscode.ColorThemeKind.Light,
              'Default High Contrast': vscode.ColorThemeKind.HighContrast,
            }[theme],
        );
        assert.deepEqual(await drive('accessibility', title), []);
      });
    }
  });
