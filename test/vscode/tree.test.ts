// The tree of hot-backup pairs: what is done, what is missing, and how a missing step is put in and taken back.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { accepted, activated, fileUri, place, until } from './editor';

suite('the tree of pairs', () => {
  const uri = fileUri('relay/Relay-1.cfg');
  const two = fileUri('relay/Relay-2.cfg');
  type Item = vscode.TreeItem & { readonly node: unknown };

  async function items(parent?: unknown): Promise<Item[]> {
    const { tree } = (await activated()).view;
    const nodes = (await tree.getChildren(parent as never)) ?? [];
    return Promise.all(nodes.map(async (node) => ({ ...(await tree.getTreeItem(node)), node })));
  }

  const label = ({ label }: vscode.TreeItem): string => (typeof label === 'string' ? label : (label?.label ?? ''));

  /** All steps of the scenarios of the pair. */
  async function steps(): Promise<Item[]> {
    const pair = (await items()).find((each) => label(each) === 'Relay-1 ⇄ Relay-2');
    const scenarios = pair ? await items(pair.node) : [];
    return (await Promise.all(scenarios.map((each) => items(each.node)))).flat();
  }

  suiteSetup(async () => {
    await activated();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('vrp.pairs.focus');
    await until('the pair', steps, (found) => found.length > 0);
  });
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('shows the scenarios of a pair with every step done, and what verifies them', async () => {
    const all = await steps();
    assert.ok(all.length > 3);
    assert.deepEqual(
      all
        .filter((each) => each.contextValue === 'stepMissing' && !String(each.description).includes('optional'))
        .map((each) => `${label(each)}: ${String(each.description)}`),
      [],
    );
    const verify = all.find((each) => label(each) === 'Verify on the devices');
    const [command] = await items(verify!.node);
    assert.match(label(command!), /^display /);
    await vscode.commands.executeCommand('vrp.copyDisplayCommand', command!.node);
    assert.equal(await vscode.env.clipboard.readText(), label(command!));
  });

  test('a step that goes missing is seen at once, is put in by one click, and undo takes it back from both files', async () => {
    const documents = [
      await vscode.workspace.openTextDocument(uri),
      await vscode.workspace.openTextDocument(two),
    ] as const;
    await vscode.window.showTextDocument(documents[0]);
    const whole = documents.map((each) => each.getText());
    const edit = new vscode.WorkspaceEdit();
    for (const document of documents)
      edit.delete(
        document.uri,
        document.lineAt(place(document, ' remote-backup-profile homes-310')).rangeIncludingLineBreak,
      );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const missing = await until('a missing step', async () =>
      (await steps()).find(
        (each) => each.contextValue === 'stepMissing' && /^missing(?! .*optional)/.test(String(each.description)),
      ),
    );
    assert.match(String(missing!.description), /^missing/);
    const lacking = documents.map((each) => each.getText());
    const inserted = vscode.commands.executeCommand('vrp.insertStep', missing!.node);
    await accepted(() => documents.every((each, index) => each.getText() !== lacking[index]));
    await inserted;
    assert.deepEqual(
      documents.map((each) => each.getText()),
      whole,
    );
    await until(
      'no missing step',
      steps,
      (found) =>
        found.length > 0 &&
        !found.some(
          (each) => each.contextValue === 'stepMissing' && /^missing(?! .*optional)/.test(String(each.description)),
        ),
    );

    await vscode.window.showTextDocument(documents[0]);
    await vscode.commands.executeCommand('undo');
    await until('both files as before', () => documents.every((each, index) => each.getText() === lacking[index]));
    for (const document of documents) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });
});
