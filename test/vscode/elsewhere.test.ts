// An edit that lands in a file nobody looks at is said, and can be taken back from there.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { drive, driven } from './driver';
import { activated, fileUri, rule, rules, until } from './editor';

if (driven)
  suite('an edit elsewhere', () => {
    const north = fileUri('pair/North.cfg');
    const south = fileUri('pair/South.cfg');
    const baseline = fileUri('.vrp-baseline.json');

    suiteSetup(async () => {
      await activated();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.window.showTextDocument(north);
      await until(
        'the finding',
        () => rules(north),
        (found) => found.includes('rbs-port-mismatch'),
      );
    });
    suiteTeardown(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    async function actions(): Promise<vscode.CodeAction[]> {
      const finding = (await until('the finding', () =>
        vscode.languages.getDiagnostics(north).find((each) => rule(each) === 'rbs-port-mismatch'),
      ))!;
      return vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        north,
        finding.range,
      );
    }

    /** As the light bulb does it: first the edit, then the command. */
    async function take(action: vscode.CodeAction): Promise<void> {
      if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
      if (action.command)
        void vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    }

    async function press(message: string, button: string): Promise<void> {
      await vscode.commands.executeCommand('notifications.showList');
      await until(
        message,
        () => drive('notifications', null),
        (list) => list.some((each) => each.message.includes(message) && each.buttons.includes(button)),
      );
      await drive('clickInNotification', [message, button]);
    }

    test('a fix of the other file says so, and Undo takes it back from here', async () => {
      const other = await vscode.workspace.openTextDocument(south);
      const before = other.getText();
      const fix = (await actions()).find(({ title }) => /^Use port \d+ on South/.test(title))!;
      assert.ok(fix.command, 'a fix of another file tells where it was made');
      await take(fix);
      await until(
        'the fix',
        () => other.getText(),
        (text) => text !== before,
      );
      await press('changed pair/South.cfg', 'Undo');
      await until(
        'the text as before',
        () => other.getText(),
        (text) => text === before,
      );
      await until(
        'the focus where it was',
        () => vscode.window.activeTextEditor?.document.uri.path,
        (path) => path === north.path,
      );
    });

    test('a fix of the file that is looked at says nothing', async () => {
      const fix = (await actions()).find(({ title }) => /^Use port \d+ on North/.test(title))!;
      assert.equal(fix.command, undefined);
    });

    test('an accepted finding can be taken back, and a baseline that it made goes with it', async () => {
      const accept = (await actions()).find(
        ({ title, command }) => command?.command === 'vrp.accept' && title.includes('in this pair'),
      )!;
      await take(accept);
      await until(
        'the question',
        () => drive('quickInput', null),
        (input) => input !== null && input.title.startsWith('Suppress'),
      );
      await drive('type', 'for the test');
      await drive('press', ['Enter']);
      await until('the baseline', () => exists(baseline));
      await press('is suppressed in .vrp-baseline.json', 'Undo');
      await until('no baseline', async () => !(await exists(baseline)));
      await until(
        'the finding again',
        () => rules(north),
        (found) => found.includes('rbs-port-mismatch'),
      );
    });
  });

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
