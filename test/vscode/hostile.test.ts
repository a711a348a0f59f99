// A pair written by someone hostile, looked at in a real workbench: hovers, links, lists, lenses, the status bar, messages and the
// tree show its text and nothing of it can be followed or is drawn.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { drive, driven, notification, quickInput, type Seen } from './driver';
import { activated, fileUri, place, until } from './editor';

const evil = 'x\\\\](command:vrp.showLog)![i](https://evil.example/p.png)$(error)';
/** As long as the name of a service may be. */
const service = 'x\\\\](command:vrp.showLog)';
const text =
  'a``[x](command:vrp.showLog)![i](https://evil.example/p.png)``1 <img src=https://evil.example/p.png> $(error)';

// Only hands outside the editor see what is drawn.
if (driven)
  suite('a hostile pair', () => {
    const names = ['North', 'South'];
    // A link to a file of such a name is not offered at all: the peer has a plain one.
    const files = ['North [x](command:vrp.showLog).cfg', 'South.cfg'].map((name) => fileUri(`hostile/${name}`));
    let document: vscode.TextDocument;

    suiteSetup(async () => {
      const { pairs } = await activated();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const [side, name] of names.entries()) {
        const own = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(`pair/${name}.cfg`)));
        const made = own
          .replace(/^sysname .*$/m, `sysname ${name}${evil}`)
          .replaceAll(' lab\n', ` ${service}\n`)
          .replaceAll('2001:DB8:A::', '2001:DB8:66::')
          .replace('port 1026', 'port 1025')
          .replace(/^ description .*$/gm, ` description ${text} ${side}`);
        await vscode.workspace.fs.writeFile(files[side]!, new TextEncoder().encode(made));
      }
      // Links are looked for once, when a file is shown: by then the pair has to be known.
      await until(
        'the pair',
        () => pairs.of(files[0]!),
        (found) => found.length > 0,
      );
      document = await vscode.workspace.openTextDocument(files[0]!);
      await vscode.window.showTextDocument(document);
    });
    suiteTeardown(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(fileUri('hostile'), { recursive: true });
    });

    /** What a hover shows over this text, as it is drawn. */
    async function hoverOver(wanted: string, has: (seen: Seen) => boolean): Promise<Seen> {
      const at = place(document, wanted).translate(0, 2);
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
      const shown = await until(
        `the hover over ${wanted}`,
        async () => {
          await vscode.commands.executeCommand('editor.action.showHover');
          return (await drive('elements', '.monaco-hover .monaco-hover-content')).find(has);
        },
        Boolean,
      );
      await drive('press', ['Escape']);
      return shown!;
    }

    test('a hover over a description: the text of both devices, and our link alone', async () => {
      const seen = await hoverOver('description', (each) => each.text.includes('Go to counterpart'));
      assert.ok(seen.text.includes(`description ${text} 1`), seen.text);
      assert.equal(seen.links.length, 1, seen.links.join('\n'));
      assert.match(seen.links[0]!, /^command:vrp\.goToCounterpart\?/);
      assert.deepEqual(seen.images, []);
      assert.deepEqual(
        seen.icons.filter((icon) => icon === 'error'),
        [],
      );
    });

    test('a hover over a document link: that link and our own, though VS Code trusts it with any command', async () => {
      const seen = await hoverOver('2001:DB8:66::2 source', (each) => / \+ click\)/i.test(each.text));
      assert.ok(seen.text.includes(`South${evil}`), seen.text);
      assert.deepEqual(seen.images, []);
      assert.ok(
        seen.links.every((link) => /^(file|vscode-remote):|^command:vrp\.(goToCounterpart|openGuide)\?/.test(link)),
        seen.links.join('\n'),
      );
    });

    test('the status bar shows the names', async () => {
      const [item] = await until(
        'the status',
        () => drive('elements', '[id="vrp-tools.vrp-hot-backup.vrp.status"]'),
        (found) => found[0]?.text.includes('South') === true,
      );
      assert.ok(item!.text.includes(`North${evil} ⇄ South${evil}`), item!.text);
      assert.deepEqual(item!.links, []);
    });

    test('lenses show the names', async () => {
      const at = place(document, 'sysname');
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
      const lenses = await until(
        'a lens',
        () => drive('elements', '.codelens-decoration'),
        (found) => found.some((each) => each.text.includes(`paired with South${evil}`)),
      );
      for (const lens of lenses) assert.ok(!lens.icons.includes('error'), lens.text);
    });

    test('a list of pairs shows the names', async () => {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri('notes.txt')));
      void vscode.commands.executeCommand('vrp.showPairTable');
      await quickInput('the pairs', ({ title }) => title === 'Which pair?');
      const row = (await drive('elements', '.quick-input-list .monaco-list-row')).find((each) =>
        each.text.includes('evil.example'),
      );
      assert.ok(row?.text.includes(`North${evil}`), row?.text);
      assert.ok(!row!.icons.includes('error'), row!.icons.join());
      assert.deepEqual(row!.links, []);
      await drive('press', ['Escape']);
    });

    test('a message with the name of a file has no link of it', async () => {
      await vscode.workspace
        .getConfiguration()
        .update('vrp.detectLanguage', 'ask', vscode.ConfigurationTarget.Workspace);
      const copy = fileUri('hostile/Copy [x](command:vrp.showLog).cfg');
      try {
        await vscode.workspace.fs.copy(files[0]!, copy);
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(copy));
        await vscode.commands.executeCommand('notifications.showList');
        const [seen] = await until(
          'the question',
          () => drive('elements', '.notification-list-item-message'),
          (found) => found.some((each) => each.text.includes('looks like')),
        );
        assert.deepEqual(seen!.links, []);
        await notification(/looks like a Huawei VRP configuration/);
      } finally {
        await vscode.workspace
          .getConfiguration()
          .update('vrp.detectLanguage', undefined, vscode.ConfigurationTarget.Workspace);
        await vscode.workspace.fs.delete(fileUri('.vscode'), { recursive: true });
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        await vscode.workspace.fs.delete(copy);
      }
    });

    test('an input that repeats a finding has no link of it', async () => {
      void vscode.commands.executeCommand('vrp.accept', {
        uri: files[0]!.toString(),
        rule: 'rbs-port-mismatch',
        message: `${evil} [x](command:vrp.showLog) differs`,
        fingerprint: 'none',
      });
      const { message } = await quickInput('the reason', ({ title }) => title.startsWith('Suppress'));
      assert.ok(message.includes('differs'), message);
      const [seen] = await drive('elements', '.quick-input-message');
      assert.deepEqual([seen!.links, seen!.icons.filter((icon) => icon === 'error')], [[], []]);
      await drive('press', ['Escape']);
    });

    test('the tree and the comparison show the names', async () => {
      await vscode.commands.executeCommand('vrp.pairs.focus');
      const rows = await until(
        'the row',
        () => drive('elements', '.pane-body .monaco-list-row'),
        (found) => found.some((each) => each.text.includes('evil.example')),
      );
      for (const row of rows) assert.deepEqual([row.links, row.images], [[], []], row.text);
      await vscode.commands.executeCommand('vrp.compareByMeaning', files[0]);
      const input = (await until(
        'the comparison',
        () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
        (found) => found instanceof vscode.TabInputTextDiff,
      )) as vscode.TabInputTextDiff;
      const virtual = await vscode.workspace.openTextDocument(input.modified);
      const hovers = await until(
        'a hover with both',
        async () =>
          vscode.commands.executeCommand<vscode.Hover[]>(
            'vscode.executeHoverProvider',
            virtual.uri,
            place(virtual, 'description'),
          ),
        (found) => found.length > 0,
      );
      assert.ok(hovers.length > 0);
      await vscode.commands.executeCommand('workbench.action.compareEditor.focusPrimarySide');
      await until(
        'the right side',
        () => vscode.window.activeTextEditor?.document.uri.scheme,
        (scheme) => scheme === 'vrp-peer',
      );
      const at = place(virtual, 'description');
      vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
      const seen = await until(
        'the hover of the comparison',
        async () => {
          await vscode.commands.executeCommand('editor.action.showHover');
          return (await drive('elements', '.monaco-hover .monaco-hover-content')).find((each) =>
            each.text.includes('of the real file'),
          );
        },
        Boolean,
      );
      assert.deepEqual(seen!.images, []);
      assert.ok(
        seen!.links.every((link) => link.startsWith('command:vrp.showLine?')),
        seen!.links.join('\n'),
      );
    });
  });
