// A pair of routers in a real editor: found by its text, checked in both files, completed, explained and mended.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { activated, fileUri, pause, place, plain, replace, rule, rules, until } from './editor';

suite('a pair', () => {
  const north = fileUri('pair/North.cfg');
  const south = fileUri('pair/South.cfg');
  let document: vscode.TextDocument;
  let editor: vscode.TextEditor;

  suiteSetup(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    document = await vscode.workspace.openTextDocument(north);
    editor = await vscode.window.showTextDocument(document);
    await activated();
  });

  test('a .cfg file is known as VRP by its text', async () => {
    document = await until(
      'the language',
      () => editor.document,
      (found) => found.languageId === 'vrp',
    );
  });

  test('both files get the finding, though one is not open', async () => {
    // VS Code keeps the text of a closed tab for minutes.
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.ok(!tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.path === south.path));
    const local = await until(
      'a finding in North.cfg',
      () => vscode.languages.getDiagnostics(north),
      (found) => found.some((each) => rule(each) === 'rbs-port-mismatch'),
    );
    await until(
      'a finding in South.cfg',
      () => rules(south),
      (found) => found.includes('rbs-port-mismatch'),
    );
    const finding = local.find((each) => rule(each) === 'rbs-port-mismatch')!;
    assert.equal(finding.source, 'vrp');
    assert.equal(document.getText(finding.range), '1025');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.match(finding.message, /North/);
    assert.match(finding.message, /South/);
    const related = finding.relatedInformation?.[0];
    assert.equal(related?.location.uri.path, south.path);
    assert.ok(typeof finding.code === 'object' && finding.code.target.scheme.length > 0, 'the rule has a page');
  });

  test('the status item names the device, its peer and its findings', async () => {
    const api = await activated();
    const status = await until(
      'the status',
      () => api.status.of(north),
      (found) => found?.peer !== undefined,
    );
    assert.equal(status!.device, 'North');
    assert.equal(status!.peer!.device, 'South');
    assert.ok(status!.errors >= 1);
  });

  test('the peer opens beside', async () => {
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('vrp.goToCounterpart');
    const shown = await until('the peer in an editor', () =>
      vscode.window.visibleTextEditors.find((each) => each.document.uri.path === south.path),
    );
    assert.equal(shown!.viewColumn, vscode.ViewColumn.Two);
    assert.equal(shown!.document.languageId, 'vrp');
    assert.equal(vscode.window.visibleTextEditors.length, 2);
    editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  });

  test('a hover explains a command', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      north,
      place(document, 'preempt-mode').translate(0, 3),
    );
    assert.match(plain(hovers), /vrrp6 vrid virtual-router-id preempt-mode timer delay delay-time/);
  });

  test('a hover on a value explains the value', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      north,
      place(document, 'port 1025').translate(0, 6),
    );
    assert.match(plain(hovers), /1024.*55535/);
  });

  test('a completion is offered where its view allows it, and accepted', async () => {
    const line = place(document, ' vrrp6 vrid 3 timer').line;
    editor.selection = new vscode.Selection(line, 0, line, 0);
    await vscode.commands.executeCommand('type', { text: ' vrrp6 vrid 3 track \n' });
    const at = new vscode.Position(line, ' vrrp6 vrid 3 track '.length);
    editor.selection = new vscode.Selection(at, at);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      north,
      at,
    );
    const labels = list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
    assert.ok(
      labels.some((label) => label.startsWith('bfd-session')),
      labels.join(', '),
    );
    assert.ok(!labels.some((label) => label.startsWith('sysname')), labels.join(', '));

    await vscode.commands.executeCommand('type', { text: 'bfd' });
    await until(
      'the accepted completion',
      async () => {
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await pause(400);
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        await pause(100);
        return document.lineAt(line).text;
      },
      (text) => text.includes('bfd-session'),
    );
    await vscode.commands.executeCommand('hideSuggestWidget');
    const edit = new vscode.WorkspaceEdit();
    edit.delete(north, document.lineAt(line).rangeIncludingLineBreak);
    assert.ok(await vscode.workspace.applyEdit(edit));
  });

  test('a fault that is typed and taken back comes and goes in both files', async () => {
    await replace(document, 'backup-id 7', 'backup-id 8');
    await until(
      'the finding here',
      () => rules(north),
      (found) => found.some((id) => id.includes('backup-id')),
    );
    await until(
      'the finding there',
      () => rules(south),
      (found) => found.some((id) => id.includes('backup-id')),
    );
    await replace(document, 'backup-id 8', 'backup-id 7');
    await until(
      'silence here',
      () => rules(north),
      (found) => !found.some((id) => id.includes('backup-id')),
    );
    await until(
      'silence there',
      () => rules(south),
      (found) => !found.some((id) => id.includes('backup-id')),
    );
  });

  test('a finding is accepted with a reason: in the baseline, or with a mark that can be undone', async () => {
    const accept = async (title: string): Promise<void> => {
      const finding = vscode.languages.getDiagnostics(north).find((each) => rule(each) === 'rbs-port-mismatch')!;
      const actions = await quickFixes(north, finding.range);
      const action = actions.find((each) => each.title.startsWith(title));
      assert.ok(action?.command?.arguments, actions.map((each) => each.title).join(', '));
      await vscode.commands.executeCommand('vrp.accept', action.command.arguments[0], 'moved next week');
    };
    const comesAndGoes = async (title: string, back: () => Thenable<unknown>): Promise<void> => {
      await accept(title);
      for (const uri of [north, south])
        await until(
          `silence in ${uri.path}`,
          () => rules(uri),
          (found) => !found.includes('rbs-port-mismatch'),
        );
      await back();
      for (const uri of [north, south])
        await until(
          `the finding in ${uri.path}`,
          () => rules(uri),
          (found) => found.includes('rbs-port-mismatch'),
        );
    };
    const baseline = fileUri('.vrp-baseline.json');
    await comesAndGoes('Suppress rbs-port-mismatch in this pair', async () => {
      assert.match(
        new TextDecoder().decode(await vscode.workspace.fs.readFile(baseline)),
        /"reason": "moved next week"/,
      );
      await vscode.workspace.fs.delete(baseline);
    });
    const before = document.getText();
    await vscode.window.showTextDocument(document);
    await comesAndGoes('Suppress rbs-port-mismatch in this block with a comment', async () => {
      assert.match(document.getText(), /^# vrp-ignore rbs-port-mismatch -- moved next week$/m);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });
  });

  test('the quick fix of a port mends the pair', async () => {
    const finding = vscode.languages.getDiagnostics(north).find((each) => rule(each) === 'rbs-port-mismatch')!;
    const fixes = await quickFixes(north, finding.range);
    const fix = fixes.find((each) => each.edit && touched(each.edit).length === 1);
    assert.ok(fix?.edit, fixes.map((each) => each.title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await until(
      'no port finding here',
      () => rules(north),
      (found) => !found.includes('rbs-port-mismatch'),
    );
    await until(
      'no port finding there',
      () => rules(south),
      (found) => !found.includes('rbs-port-mismatch'),
    );
  });

  test('a quick fix edits both files at once', async () => {
    const other = await vscode.workspace.openTextDocument(south);
    const before = [document.getText(), other.getText()];
    const { fix, id } = await until(
      'a fix for both files',
      async () => {
        for (const finding of vscode.languages.getDiagnostics(north)) {
          const fix = (await quickFixes(north, finding.range)).find(
            (each) => each.edit && touched(each.edit).length === 2,
          );
          if (fix) return { fix, id: rule(finding) };
        }
        return { fix: undefined, id: '' };
      },
      (found) => found.fix !== undefined,
    );
    assert.ok(await vscode.workspace.applyEdit(fix!.edit!));
    assert.notEqual(document.getText(), before[0]);
    assert.notEqual(other.getText(), before[1]);
    for (const uri of [north, south])
      await until(
        `silence in ${uri.path}`,
        () => rules(uri),
        (found) => !found.includes(id),
      );
  });

  test('a file that changes on disk is checked again', async () => {
    const third = fileUri('pair/Third.cfg');
    await vscode.workspace.fs.writeFile(
      third,
      new TextEncoder().encode(
        '#\nsysname Third\n#\ninterface GigabitEthernet0/2/1\n vrrp6 vrid 3 priority 255\n#\nreturn\n',
      ),
    );
    try {
      await until(
        'a finding in a file that was not there',
        () => rules(third),
        (found) => found.length > 0,
      );
    } finally {
      await vscode.workspace.fs.delete(third);
    }
    await until(
      'silence of a file that is gone',
      () => rules(third),
      (found) => found.length === 0,
    );
  });

  test('symbols and folds are there', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      north,
    );
    assert.ok(JSON.stringify(symbols).includes('GigabitEthernet0/2/1'));
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      north,
    );
    assert.ok(folds.length >= 6);
  });
});

async function quickFixes(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    50,
  );
  return found.filter((each) => each.kind?.value.startsWith('quickfix'));
}

function touched(edit: vscode.WorkspaceEdit): string[] {
  return edit.entries().map(([uri]) => uri.path);
}
