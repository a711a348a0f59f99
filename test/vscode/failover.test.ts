// The rehearsal panel as the extension host sees it: one a pair, redrawn by an edit of either file, and a way to the lines. What
// its page draws is looked at by scripts/workbench/panels.mjs.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { FailoverResult } from '../../server/src/lsp/protocol';
import { activated, fileUri, place, replace, until } from './editor';

suite('the rehearsal panel', () => {
  const one = fileUri('relay/Relay-1.cfg');
  const two = fileUri('relay/Relay-2.cfg');
  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('vrp.failover'));
  const panel = async () =>
    [...(await activated()).rehearsals].find((each) =>
      each.uris.some((uri) => vscode.Uri.parse(uri).path === one.path),
    );

  async function rehearsal(holds: (result: FailoverResult) => boolean = () => true): Promise<FailoverResult> {
    const shown = await until(
      'a rehearsal',
      async () => (await panel())?.shown(),
      (found) => found !== undefined && 'rehearsal' in found && holds(found.rehearsal),
    );
    assert.ok(shown && 'rehearsal' in shown);
    return shown.rehearsal;
  }

  suiteSetup(async () => {
    const api = await activated();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(one), vscode.ViewColumn.One);
    await until(
      'the pair',
      () => api.pairs.of(one),
      (found) => found.length === 1,
    );
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(two), vscode.ViewColumn.Two);
  });
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('opens to the right of the two files, once a pair', async () => {
    await vscode.commands.executeCommand('vrp.rehearseFailover', one);
    const [tab] = await until('the panel', tabs, (found) => found.length === 1);
    assert.equal(tab!.label, 'Failover Relay-1 ⇄ Relay-2');
    assert.equal(tab!.group.viewColumn, vscode.ViewColumn.Three);
    const { matrix, events, picture } = await rehearsal();
    assert.deepEqual(events, matrix[0]!.events);
    assert.ok(matrix.length > 8 && picture.frames.length > 1);
    await vscode.commands.executeCommand('vrp.rehearseFailover', two);
    assert.equal(tabs().length, 1);
  });

  test('an event that is chosen is rehearsed', async () => {
    (await panel())!.heard({ choose: ['device-down:Relay-1@0'] });
    const result = await rehearsal((found) => found.events.join() === 'device-down:Relay-1@0');
    assert.equal(result.title, 'Relay-1 dies');
    assert.deepEqual([...new Set(result.outcomes.map((each) => each.outcome))], ['survives']);
  });

  test('an edit of either file redraws it', async () => {
    for (const uri of [one, two]) {
      const document = await vscode.workspace.openTextDocument(uri);
      const [, port] = /port (\d+)/.exec(document.getText())!;
      await replace(document, `port ${port}`, `port ${Number(port) + 1}`);
      await rehearsal((found) => found.outcomes.some((each) => each.outcome !== 'survives'));
      await replace(document, `port ${Number(port) + 1}`, `port ${port}`);
      await rehearsal((found) => found.outcomes.every((each) => each.outcome === 'survives'));
    }
  });

  test('a moment leads to its line in the editor that shows the file', async () => {
    const { moments, reasons } = await rehearsal();
    const moment = moments.find((each) => each.kind === 'role' && each.frame > 0 && each.about.startsWith('Relay-2'))!;
    const { target } = reasons[moment.reasons[0]!]!;
    (await panel())!.heard({ goTo: target });
    const editor = await until(
      'the line',
      () => vscode.window.activeTextEditor,
      (found) => found?.document.uri.path === two.path && found.selection.active.line === target.range.start.line,
    );
    assert.equal(editor!.viewColumn, vscode.ViewColumn.Two);
    assert.match(editor!.document.lineAt(editor!.selection.active.line).text, /priority|vrrp6 vrid/);
  });

  test('files that are no pair any more are told so, and come back', async () => {
    const document = await vscode.workspace.openTextDocument(two);
    const before = document.getText();
    const whole = (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(
        two,
        new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end),
        text,
      );
      return vscode.workspace.applyEdit(edit);
    };
    await whole('#\nsysname Alone\n#\nreturn\n');
    await until(
      'the sentence',
      async () => (await panel())?.shown(),
      (found) => found !== undefined && 'problem' in found && /no longer a pair/.test(found.problem),
    );
    await whole(before);
    await rehearsal((found) => found.devices.map((each) => each.device).join() === 'Relay-1,Relay-2');
    assert.ok(place(document, 'sysname Relay-2'));
  });

  test('is gone when it is closed', async () => {
    await vscode.window.tabGroups.close(tabs());
    await until('its end', panel, (found) => found === undefined);
  });
});
