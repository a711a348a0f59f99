// The extension in a browser, where the server is a web worker and the client reads the files for it.
import * as vscode from 'vscode';
import { activated, fileUri, place, plain, rule, rules, until } from './editor';

suite('in a browser', () => {
  const north = fileUri('pair/North.cfg');
  const south = fileUri('pair/South.cfg');

  test('the server starts as a web worker', async () => {
    await vscode.workspace.openTextDocument(north);
    const api = await activated();
    if (api.kind !== 'browser') throw new Error(`the extension runs on ${api.kind}`);
  });

  test('the peer of an open file is found though it is not open, and has its findings', async () => {
    const api = await activated();
    await until(
      'the pair',
      () => api.pairs.of(north),
      (found) => found.length === 1,
    );
    await until(
      'findings in the closed file',
      () => rules(south),
      (found) => found.includes('rbs-port-mismatch'),
    );
  });

  test('two open files are a pair, and both get findings', async () => {
    const documents = await Promise.all([north, south].map((uri) => vscode.workspace.openTextDocument(uri)));
    await until(
      'the language',
      () => documents,
      (found) => found.every((each) => each.languageId === 'vrp'),
    );
    for (const uri of [north, south])
      await until(
        `findings in ${uri.path}`,
        () => rules(uri),
        (found) => found.includes('rbs-port-mismatch'),
      );
  });

  test('a hover explains', async () => {
    const document = await vscode.workspace.openTextDocument(north);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      north,
      place(document, 'port 1025').translate(0, 6),
    );
    if (!/1024.*55535/.test(plain(hovers))) throw new Error(plain(hovers));
  });

  test('the rehearsal panel opens', async () => {
    const api = await activated();
    await until(
      'the pair',
      () => api.pairs.of(north),
      (found) => found.length === 1,
    );
    await vscode.commands.executeCommand('vrp.rehearseFailover', north);
    await until(
      'a rehearsal',
      () => [...api.rehearsals][0]?.shown(),
      (found) => found !== undefined && 'rehearsal' in found,
    );
  });

  test('the comparison by meaning opens, and says what the peer says', async () => {
    await vscode.commands.executeCommand('vrp.compareByMeaning', north);
    const input = (await until(
      'a diff',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (found) => found instanceof vscode.TabInputTextDiff,
    )) as vscode.TabInputTextDiff;
    const peer = await vscode.workspace.openTextDocument(input.modified);
    if (!/port 1026/.test(peer.getText())) throw new Error(peer.getText());
  });

  test('an edit of a closed file, the settings of the folder and its baseline count', async () => {
    const written = await vscode.workspace.fs.readFile(south);
    const settings = fileUri('.vrp.json');
    const baseline = fileUri('.vrp-baseline.json');
    const has = (expected: boolean, what: string) =>
      until(
        what,
        () => rules(south),
        (found) => found.includes('rbs-port-mismatch') === expected,
      );
    const put = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    try {
      await put(south, new TextDecoder().decode(written).replace('port 1026', 'port 1025'));
      await has(false, 'the finding to go with the edit');
      await vscode.workspace.fs.writeFile(south, written);
      await has(true, 'the finding to come back');
      await put(settings, '{ "rules": { "rbs-port-mismatch": "off" } }');
      await has(false, 'the setting to count');
      await vscode.workspace.fs.delete(settings);
      await has(true, 'the setting to go');
      await accept(north);
      await has(false, 'the baseline to count');
    } finally {
      await vscode.workspace.fs.writeFile(south, written);
      for (const uri of [settings, baseline]) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    }
    await has(true, 'the finding at the end');
  });
});

/** Takes the finding about the port into the baseline, as the light bulb does. */
async function accept(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.openTextDocument(uri);
  const finding = vscode.languages.getDiagnostics(uri).find((each) => rule(each) === 'rbs-port-mismatch');
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    finding?.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const action = actions.find(({ title }) => title.startsWith('Suppress rbs-port-mismatch in this pair'));
  if (!action?.command?.arguments) throw new Error(actions.map(({ title }) => title).join(', '));
  await vscode.commands.executeCommand('vrp.accept', action.command.arguments[0], 'seen');
}
