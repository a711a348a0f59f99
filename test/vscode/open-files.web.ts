// The extension in a browser, where the server is a web worker and the client reads the files for it.
import * as vscode from 'vscode';
import { activated, fileUri, place, plain, rules, until } from './editor';

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
});
