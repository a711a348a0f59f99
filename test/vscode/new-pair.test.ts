// The form of a new pair, filled in as a person does: from a scenario to two open files; left halfway it writes nothing and keeps
// the answers; nothing that exists is written over.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { drive, driven, quickInput, type QuickInput } from './driver';
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

    // A list that a failed step leaves open would lie over what the next one clicks.
    teardown(() => vscode.commands.executeCommand('workbench.action.closeQuickOpen'));

    /** Up to the list of questions. */
    async function begin(): Promise<QuickInput> {
      await pause(100);
      void vscode.commands.executeCommand('vrp.newPair');
      await quickInput('the scenarios', (input) => input.rows.some((row) => row.startsWith('MLD')));
      await drive('type', 'mld');
      await quickInput('the scenarios of MLD', ({ rows }) => rows.length > 0 && rows.every((row) => /MLD/.test(row)));
      await drive('press', ['Enter']);
      return form(() => true);
    }

    function form(good: (input: QuickInput) => boolean): Promise<QuickInput> {
      return quickInput(
        'the questions',
        (input) => /^New hot-backup pair: MLD(?! over)/.test(input.title) && input.rows.length > 0 && good(input),
      );
    }

    /** Answers the question that is selected. */
    async function answer(value: string): Promise<void> {
      await drive('press', ['Enter']);
      await quickInput('one question', (input) => input.rows.length === 0);
      await drive('press', ['Control+A']);
      await drive('type', value);
      await quickInput('the value', (input) => input.value === value);
      await drive('press', ['Enter']);
    }

    async function gone(): Promise<void> {
      await until(
        'no input',
        () => drive('quickInput', null),
        (input) => input === null,
      );
    }

    /** From the list of questions to the preview, by its first entry. */
    async function takeTheRest(): Promise<QuickInput> {
      await drive('type', 'take the rest');
      await drive('press', ['Enter']);
      return quickInput('the preview', (input) => input.rows.some((row) => row.includes('Write ')));
    }

    test('every question stands on one list with what is proposed, and the rest can be taken by name', async () => {
      const { rows, title } = await begin();
      assert.match(title, /^New hot-backup pair: MLD/);
      assert.match(rows[0]!, /Take the rest as proposed and show both files/);
      assert.ok(rows.filter((row) => row.includes('(proposed)')).length >= 8, rows.join('\n'));
      await drive('press', ['Escape']);
      await gone();
      assert.deepEqual(await names(), before);
    });

    test('left halfway it writes nothing and keeps the answers; going back keeps them too', async () => {
      await begin();
      await answer('Alpha');
      await form(({ rows }) => rows.some((row) => row.includes('Alpha') && !row.includes('proposed')));
      await drive('press', ['Escape']);
      await gone();
      assert.deepEqual(await names(), before);
      assert.ok(vscode.workspace.textDocuments.every((each) => !each.isDirty && !each.isUntitled));
      await begin();
      await form(({ rows }) => rows.some((row) => row.includes('Alpha')));
      await drive('clickQuickInputButton', 'Back');
      const scenarios = await quickInput('the scenarios', (input) => input.rows.some((row) => row.startsWith('MLD')));
      assert.ok(scenarios.rows.some((row) => row.startsWith('MLD') && row.includes('goes on with your answers')));
      await drive('press', ['Enter']);
      await form(({ rows }) => rows.some((row) => row.includes('Alpha')));
      await drive('type', 'start over');
      await drive('press', ['Enter']);
      await form(({ rows }) => rows.every((row) => !row.includes('Alpha')));
      await drive('press', ['Escape']);
      await gone();
    });

    test('an answer that is not possible is told while it is typed, and is not taken; Esc goes back to the list', async () => {
      await begin();
      await drive('press', ['Enter']);
      const first = await quickInput('one question', (input) => input.rows.length === 0 && input.value !== '');
      await drive('press', ['Control+A', 'Delete']);
      await quickInput('what is wrong', (input) => input.message !== first.message && input.value === '');
      await drive('press', ['Enter']);
      await pause(300);
      await quickInput('the same question', ({ title, value }) => title === first.title && value === '');
      await drive('press', ['Escape']);
      await form(() => true);
      await drive('press', ['Escape']);
      await gone();
    });

    test('the proposals are shown before they are written, and give two open files with no finding above information', async () => {
      await begin();
      await answer('Alpha');
      await form(({ rows }) => rows.some((row) => row.includes('Alpha')));
      const preview = await takeTheRest();
      assert.match(preview.rows[0]!, /Write Alpha\.cfg and /);
      const shown = await until(
        'both texts',
        () => vscode.window.visibleTextEditors.filter(({ document }) => document.uri.scheme === 'vrp-new'),
        (found) => found.length === 2,
      );
      assert.ok(shown.every(({ document }) => document.getText().includes('remote-backup-service')));
      assert.deepEqual(await names(), before, 'nothing is written before a yes');
      await drive('press', ['Enter']);
      const editors = await until(
        'two editors',
        () => vscode.window.visibleTextEditors.filter(({ document }) => document.uri.path.endsWith('.cfg')),
        (found) => found.length === 2 && found.every(({ document }) => document.uri.scheme !== 'vrp-new'),
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

    test('a file that is there is told with its name, while it is typed and on the list, and is never written over', async () => {
      const uri = vscode.Uri.joinPath(folder, 'Alpha.cfg');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const files = await names();
      await begin();
      await drive('press', ['Enter']);
      await quickInput('one question', (input) => input.rows.length === 0);
      await drive('press', ['Control+A']);
      await drive('type', 'Alpha');
      await quickInput('what is in the way', (input) => input.message.includes('Alpha.cfg exists already'));
      await drive('press', ['Escape']);
      await form(({ rows }) => /answers? (is|are) not valid/.test(rows[0]!));
      await drive('press', ['Escape']);
      await gone();
      assert.deepEqual(await names(), files);
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), text);
    });

    test('what is only advised against is told, and taken', async () => {
      await begin();
      await drive('type', 'seconds the master waits');
      await pause(200);
      await drive('press', ['Enter']);
      await quickInput('one question', (input) => input.rows.length === 0);
      await drive('press', ['Control+A']);
      await drive('type', '0');
      await quickInput('the advice', (input) => input.message.includes('give 1 s or more'));
      await drive('press', ['Enter']);
      await form(() => true);
      await drive('type', 'seconds the master waits');
      await form(({ rows }) => rows.some((row) => /, 0 s/.test(row) && row.includes('give 1 s or more')));
      await drive('press', ['Control+A']);
      await drive('type', 'start over');
      await pause(200);
      await drive('press', ['Enter']);
      await form(({ rows }) => rows.every((row) => !row.includes('give 1 s or more')));
      await drive('press', ['Escape']);
      await gone();
    });

    test('one more scenario goes into the files of a pair, after a preview', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const documents = await Promise.all(
        ['relay/Relay-1.cfg', 'relay/Relay-2.cfg'].map((path) => vscode.workspace.openTextDocument(fileUri(path))),
      );
      const before = documents.map((each) => each.getText());
      const adding = vscode.commands.executeCommand('vrp.addScenario', documents[0]!.uri);
      await quickInput('the scenarios', (input) => input.rows.some((row) => row.startsWith('MLD')));
      await drive('type', 'mld');
      await quickInput('the scenarios of MLD', ({ rows }) => rows.length > 0 && rows.every((row) => /MLD/.test(row)));
      await drive('press', ['Enter']);
      await quickInput('the questions', ({ rows }) => rows.some((row) => row.includes('(proposed)')));
      await drive('type', 'take the rest');
      await drive('press', ['Enter']);
      await gone();
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
