// The guided input, typed as a person types: from a scenario to two open files; left halfway it leaves nothing; nothing that
// exists is written over.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { drive, driven, quickInput } from './driver';
import { accepted, activated, fileUri, pause, until } from './editor';

// Typing needs hands outside the editor, which the desktop's runner has not.
if (driven)
  suite('a new pair', () => {
    const folder = fileUri('.');
    let before: string[];
    const names = async (): Promise<string[]> =>
      (await vscode.workspace.fs.readDirectory(folder))
        .map(([name]) => name)
        .filter((name) => name !== '.driver')
        .sort();

    suiteSetup(async () => {
      await activated();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      before = await names();
    });
    suiteTeardown(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const name of await names())
        if (!before.includes(name)) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
    });

    async function begin(): Promise<void> {
      await pause(100);
      void vscode.commands.executeCommand('vrp.newPair');
      await quickInput('the scenarios', (input) => input.rows.length >= 5);
      await drive('type', 'mld');
      await quickInput('one scenario', (input) => input.rows.length === 1);
      await drive('press', ['Enter']);
      await quickInput('the first question', (input) => input.value !== '' && input.rows.length === 0);
    }

    test('left halfway it leaves nothing behind', async () => {
      await begin();
      const first = await quickInput('the first question', () => true);
      await drive('press', ['Enter']);
      await quickInput('the second question', (input) => input.title !== first.title);
      await drive('press', ['Escape']);
      await until(
        'no input',
        () => drive('quickInput', null),
        (input) => input === null,
      );
      assert.deepEqual(await names(), before);
      assert.ok(vscode.workspace.textDocuments.every((each) => !each.isDirty && !each.isUntitled));
    });

    test('an answer that cannot stand is told while it is typed, and is not taken; there is a way back', async () => {
      await begin();
      const first = await quickInput('the first question', (input) => input.value !== '');
      await drive('press', ['Control+A', 'Delete']);
      const told = await quickInput('what is wrong', (input) => input.message !== first.message && input.value === '');
      await drive('press', ['Enter']);
      await pause(300);
      assert.equal((await quickInput('the same question', () => true)).title, told.title);
      await drive('type', 'Alpha');
      await quickInput('no complaint', (input) => input.message === first.message);
      await drive('press', ['Enter']);
      const second = await quickInput('the second question', (input) => input.title !== told.title);
      assert.notEqual(second.title, first.title);
      await drive('clickQuickInputButton', 'Back');
      assert.equal(
        (await quickInput('the first question again', (input) => input.title === first.title)).value,
        'Alpha',
      );
      await drive('press', ['Escape']);
      await until(
        'no input',
        () => drive('quickInput', null),
        (input) => input === null,
      );
    });

    test('the proposals give two open files side by side with no finding above information', async () => {
      await begin();
      await drive('press', ['Control+A']);
      await drive('type', 'Alpha');
      await drive('clickQuickInputButton', 'Take the proposed values for this and all that follows');
      await quickInput('the folders', (input) => input.rows.some((row) => row.includes('Another folder')));
      await drive('press', ['Enter']);
      const editors = await until(
        'two editors',
        () => vscode.window.visibleTextEditors,
        (found) => found.length === 2,
      );
      const made = (await names()).filter((name) => !before.includes(name));
      assert.equal(made.length, 2);
      assert.ok(made.includes('Alpha.cfg'), made.join(', '));
      assert.deepEqual(editors.map((each) => each.viewColumn).sort(), [vscode.ViewColumn.One, vscode.ViewColumn.Two]);
      assert.ok(editors.every((each) => !each.document.isDirty && each.document.languageId === 'vrp'));
      const api = await activated();
      await until(
        'the pair',
        () => api.pairs.of(vscode.Uri.joinPath(folder, 'Alpha.cfg')),
        (found) => found.length === 1,
      );
      const above = editors
        .flatMap((each) => vscode.languages.getDiagnostics(each.document.uri))
        .filter((each) => each.severity <= vscode.DiagnosticSeverity.Warning);
      assert.deepEqual(
        above.map((each) => each.message),
        [],
      );
    });

    test('files that are there are never written over', async () => {
      const uri = vscode.Uri.joinPath(folder, 'Alpha.cfg');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const files = await names();
      await begin();
      await drive('press', ['Control+A']);
      await drive('type', 'Alpha');
      await drive('clickQuickInputButton', 'Take the proposed values for this and all that follows');
      await quickInput('the folders', (input) => input.rows.some((row) => row.includes('Another folder')));
      await drive('press', ['Enter']);
      await pause(500);
      await quickInput('the folders again', (input) => input.rows.some((row) => row.includes('Another folder')));
      await drive('press', ['Escape']);
      await until(
        'no input',
        () => drive('quickInput', null),
        (input) => input === null,
      );
      assert.deepEqual(await names(), files);
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), text);
    });

    test('one more scenario goes into the files of a pair, after a preview', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const documents = await Promise.all(
        ['relay/Relay-1.cfg', 'relay/Relay-2.cfg'].map((path) => vscode.workspace.openTextDocument(fileUri(path))),
      );
      const before = documents.map((each) => each.getText());
      const adding = vscode.commands.executeCommand('vrp.addScenario', documents[0]!.uri);
      await quickInput('the scenarios', (input) => input.rows.length >= 5);
      await drive('type', 'mld');
      await quickInput('one scenario', (input) => input.rows.length === 1);
      await drive('press', ['Enter']);
      await quickInput('the first question', (input) => input.value !== '' && input.rows.length === 0);
      await drive('clickQuickInputButton', 'Take the proposed values for this and all that follows');
      await until(
        'no input',
        () => drive('quickInput', null),
        (input) => input === null,
      );
      assert.deepEqual(
        documents.map((each) => each.getText()),
        before,
        'nothing is written before a yes',
      );
      await accepted(() => documents.every((each, index) => each.getText() !== before[index]));
      await adding;
      assert.ok(documents.every((each) => /service-type mld/.test(each.getText())));
      for (const document of documents) {
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
      await until('the files as before', () => documents.every((each, index) => each.getText() === before[index]));
    });
  });
