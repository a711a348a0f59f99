// Proposals for the peer: seen before they are made, undone as one, and nothing is written without a yes.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { accepted, activated, declined, fileUri, place, until } from './editor';

suite('mirrored to the peer', () => {
  const uri = fileUri('relay/Relay-1.cfg');
  const two = fileUri('relay/Relay-2.cfg');
  let documents: readonly [vscode.TextDocument, vscode.TextDocument];
  let whole: readonly string[];

  suiteSetup(async () => {
    const api = await activated();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    documents = [await vscode.workspace.openTextDocument(uri), await vscode.workspace.openTextDocument(two)];
    await vscode.window.showTextDocument(documents[0]);
    await until(
      'the pair',
      () => api.pairs.of(uri),
      (found) => found.length === 1,
    );
    whole = documents.map((each) => each.getText());
  });
  suiteTeardown(async () => {
    for (const document of documents) {
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function without(line: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.delete(two, documents[1].lineAt(place(documents[1], line)).rangeIncludingLineBreak);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  async function cursorAt(text: string): Promise<void> {
    const at = place(documents[0], text);
    await vscode.window.showTextDocument(documents[0], {
      viewColumn: vscode.ViewColumn.One,
      selection: new vscode.Range(at, at),
    });
  }

  function diffsOfProposals(): vscode.TabInputTextDiff[] {
    return vscode.window.tabGroups.all
      .flatMap((group) => group.tabs.map(({ input }) => input))
      .filter((input) => input instanceof vscode.TabInputTextDiff)
      .filter(({ modified }) => modified.scheme === 'vrp-proposed');
  }

  test('a line goes to its place on the peer when the preview is accepted, and undo takes it back', async () => {
    await without(' dhcpv6 relay destination 2001:DB8:D0::2');
    const lacking = documents[1].getText();
    await cursorAt(' dhcpv6 relay destination 2001:DB8:D0::2');
    const mirrored = vscode.commands.executeCommand('vrp.mirrorToPeer');
    await accepted(() => documents[1].getText() !== lacking);
    await mirrored;
    assert.equal(documents[1].getText(), whole[1]);
    assert.equal(documents[0].getText(), whole[0]);
    const shown = await until(
      'the line',
      () => vscode.window.activeTextEditor,
      (found) => found?.document === documents[1],
    );
    assert.match(shown!.document.lineAt(shown!.selection.active.line).text, /dhcpv6 relay destination 2001:DB8:D0::2/);
    await vscode.commands.executeCommand('undo');
    await until('the peer as before', () => documents[1].getText() === lacking);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('a preview that is left changes nothing', async () => {
    await without(' dhcpv6 relay destination 2001:DB8:D0::2');
    const lacking = documents[1].getText();
    await cursorAt('sysname');
    const completed = vscode.commands.executeCommand('vrp.completePeer');
    const proposed = await until('the diff of what is proposed', () => diffsOfProposals()[0]);
    assert.equal(proposed!.original.toString(), two.toString());
    assert.equal((await vscode.workspace.openTextDocument(proposed!.modified)).getText(), whole[1]);
    await declined();
    await completed;
    assert.deepEqual(diffsOfProposals(), []);
    assert.equal(documents[1].getText(), lacking);
    assert.equal(documents[0].getText(), whole[0]);
  });

  test('completing brings everything that is missing', async () => {
    await without(' vrrp6 vrid 31 virtual-ip 2001:DB8:310::FE');
    const lacking = documents[1].getText();
    await cursorAt('sysname');
    const completed = vscode.commands.executeCommand('vrp.completePeer');
    await accepted(() => documents[1].getText() !== lacking);
    await completed;
    assert.equal(documents[1].getText(), whole[1]);
  });
});
