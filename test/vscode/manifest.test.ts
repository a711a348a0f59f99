// What the manifest promises, walked through in a real workbench: each command, menu entry, view, setting and step of the
// walkthrough is there, has its title, and does what it says, or is not offered where it cannot, or says so in one sentence.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { drive, driven, menuEntries, notification, palette, quickInput, type Seen } from './driver';
import { activated, declined, fileUri, place, rules, until } from './editor';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly title: string;
      readonly steps: readonly { readonly id: string; readonly title: string; readonly description: string }[];
    }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: unknown; readonly type: string }>>;
    };
  };
}

const extension = vscode.extensions.getExtension('vrp-tools.vrp-hot-backup')!;
const { contributes } = extension.packageJSON as Manifest;
const one = fileUri('relay/Relay-1.cfg');
const two = fileUri('relay/Relay-2.cfg');
const north = fileUri('pair/North.cfg');
const notes = fileUri('notes.txt');
const alone = fileUri('alone.cfg');
const aloneText =
  '#\nsysname Alone\n#\nremote-backup-service far\n peer 10.99.0.2 source 10.99.0.1 port 6100\n#\ninterface GigabitEthernet0/9/1\n ip address 10.99.0.1 30\n#\nreturn\n';
const forPairs = [
  'vrp.addScenario',
  'vrp.compareByMeaning',
  'vrp.compareWithPeer',
  'vrp.openPair',
  'vrp.rehearseFailover',
  'vrp.showPairTable',
  'vrp.writeLab',
];

const title = (command: string): string => contributes.commands.find((each) => each.command === command)!.title;
const run = (command: string, ...given: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...given);

async function show(uri: vscode.Uri, text?: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = text === undefined ? new vscode.Position(0, 0) : place(document, text);
  return vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    selection: new vscode.Range(at, at),
    preview: false,
  });
}

async function showAsVrp(uri: vscode.Uri, text?: string): Promise<vscode.TextEditor> {
  const editor = await show(uri, text);
  await until(
    `the language of ${uri.path}`,
    () => editor.document.languageId,
    (language) => language === 'vrp',
  );
  return editor;
}

const input = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
const closeAll = (): Thenable<unknown> => run('workbench.action.closeAllEditors');

suite('the manifest', () => {
  suiteSetup(async () => {
    const api = await activated();
    await vscode.workspace.fs.writeFile(alone, new TextEncoder().encode(aloneText));
    await closeAll();
    await showAsVrp(one);
    await until(
      'the pair',
      () => api.pairs.of(one),
      (found) => found.length === 1,
    );
  });
  suiteTeardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(alone);
  });

  test('every command is there', async () => {
    const all = new Set(await vscode.commands.getCommands(true));
    for (const { command } of contributes.commands) assert.ok(all.has(command), command);
    for (const [, command] of JSON.stringify(contributes).matchAll(/command:([\w.]+)/g))
      assert.ok(all.has(command!), command);
  });

  test('every setting is there with its default', () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      const found = vscode.workspace.getConfiguration().inspect(name);
      assert.deepEqual(found?.defaultValue, setting.default, name);
    }
  });

  // What is seen and typed needs hands outside the editor, which the desktop's runner has not.
  if (!driven) return;

  suite('menus', () => {
    const ours = new Set(contributes.commands.map((each) => each.title));
    const offered = (entries: readonly string[]): string[] => entries.filter((each) => ours.has(each));
    /** The entries of ours in the context menu of the active editor. */
    const contextMenu = async (): Promise<string[]> => {
      await run('workbench.action.focusActiveEditorGroup');
      await run('editor.action.showContextMenu');
      return offered(await menuEntries());
    };
    /** What the title bar of the active editor offers: its buttons, and what is behind the dots. */
    const titleBar = async (): Promise<{ readonly buttons: string[]; readonly more: string[] }> => {
      const bar = '.editor-group-container.active .editor-actions';
      const seen = await drive('elements', `${bar} .action-label[aria-label]`);
      const buttons = seen.map(({ label }) => label.replace(/ \(.*|\n[^]*/, ''));
      await drive('click', `${bar} .action-label[aria-label^="More Actions"]`);
      return { buttons: offered(buttons), more: offered(await menuEntries()) };
    };

    test('the right-click menu of a file that has a peer', async () => {
      await closeAll();
      await showAsVrp(one);
      assert.deepEqual(
        (await contextMenu()).sort(),
        ['vrp.compareWithPeer', 'vrp.goToCounterpart', 'vrp.mirrorToPeer', 'vrp.rehearseFailover'].map(title).sort(),
      );
    });

    test('the title bar of a file that has a peer', async () => {
      const { buttons, more } = await titleBar();
      assert.deepEqual(buttons, ['vrp.goToCounterpart', 'vrp.compareWithPeer'].map(title));
      assert.deepEqual(
        more,
        ['vrp.compareByMeaning', 'vrp.showPairTable', 'vrp.openPair', 'vrp.completePeer'].map(title),
      );
    });

    test('nothing of a pair on a file without a peer, nor on other files', async () => {
      for (const uri of [alone, notes]) {
        await show(uri);
        if (uri === alone) await showAsVrp(alone);
        assert.deepEqual(await contextMenu(), [], uri.path);
        const { buttons, more } = await titleBar();
        assert.deepEqual([...buttons, ...more], [], uri.path);
      }
    });

    test('the comparison by meaning has its way to the real line, in the menu, the title bar and the palette', async () => {
      await showAsVrp(one);
      await run('vrp.compareByMeaning', one);
      const shown = await until('the comparison', input, (found) => found instanceof vscode.TabInputTextDiff);
      await run('workbench.action.compareEditor.focusPrimarySide');
      await until(
        'the right side',
        () => vscode.window.activeTextEditor?.document.uri.scheme,
        (scheme) => scheme === 'vrp-peer',
      );
      assert.ok(shown);
      await run('editor.action.showContextMenu');
      assert.ok(offered(await menuEntries()).includes(title('vrp.goToRealLine')));
      assert.ok((await titleBar()).buttons.includes(title('vrp.goToRealLine')));
      assert.ok((await palette()).includes(title('vrp.goToRealLine')));
      await closeAll();
    });

    test('the explorer', async () => {
      await showAsVrp(one);
      await run('workbench.files.action.showActiveFileInExplorer');
      // The explorer scrolls to the file while the row is clicked: the menu of another row has none of these.
      const entries = await until(
        'the menu of the file',
        async () => {
          await drive('rightClick', '.explorer-folders-view .monaco-list-row[aria-label^="Relay-1.cfg"]');
          return offered(await menuEntries());
        },
        (found) => found.length > 0,
      );
      assert.deepEqual(
        entries,
        ['vrp.openPair', 'vrp.compareWithPeer', 'vrp.compareByMeaning', 'vrp.showPairTable'].map(title),
      );
      await drive('rightClick', '.explorer-folders-view .monaco-list-row[aria-label^="notes.txt"]');
      assert.deepEqual(offered(await menuEntries()), []);
    });

    test('the tree: its title, the rows of a pair, and a command of a scenario', async () => {
      await run('vrp.pairs.focus');
      const row = '.pane-body .monaco-list-row[aria-label^="Pair Relay-1"]';
      await until(
        'the row of the pair',
        () => drive('elements', row),
        (found) => found.length === 1,
      );
      const header = await drive('elements', '.pane-header .actions .action-label, .composite.title .action-label');
      assert.ok(
        header.some(({ label }) => label.startsWith(title('vrp.newPair'))),
        JSON.stringify(header),
      );
      await drive('rightClick', row);
      assert.deepEqual(
        offered(await menuEntries()),
        [
          'vrp.openPair',
          'vrp.compareWithPeer',
          'vrp.compareByMeaning',
          'vrp.showPairTable',
          'vrp.rehearseFailover',
          'vrp.addScenario',
          'vrp.completePeer',
        ].map(title),
      );
      await drive('pointAt', row);
      const buttons = await drive('elements', `${row} .actions .action-label`);
      assert.deepEqual(
        buttons.map(({ label }) => label),
        ['vrp.rehearseFailover', 'vrp.compareByMeaning', 'vrp.showPairTable'].map(title),
      );
    });

    test('the palette offers what can be done, and nothing else', async () => {
      const always = ['vrp.newPair', 'vrp.openSamples', 'vrp.restart', 'vrp.showLog', 'vrp.showOpenPairs'];
      await showAsVrp(one);
      const inPair = [
        ...always,
        ...forPairs,
        'vrp.completePeer',
        'vrp.goToCounterpart',
        'vrp.mirrorToPeer',
        'vrp.showMenu',
      ];
      assert.deepEqual(await palette(), inPair.map(title).sort());
      await showAsVrp(alone);
      assert.deepEqual(await palette(), [...always, 'vrp.completePeer', 'vrp.showMenu'].map(title).sort());
      await show(notes);
      assert.deepEqual(await palette(), [...always, ...forPairs, 'vrp.completePeer'].map(title).sort());
    });

    test('a new file may be a new pair', async () => {
      void run('welcome.showNewFileEntries');
      await quickInput('the kinds of new files', ({ rows }) =>
        rows.some((each) => each.startsWith(title('vrp.newPair'))),
      );
      await drive('press', ['Escape']);
    });

    test('an entry of the right-click menu does what it says', async () => {
      await closeAll();
      await showAsVrp(one, 'backup-id 310');
      await run('editor.action.showContextMenu');
      await until(
        'the menu',
        () => drive('elements', '.monaco-menu .action-menu-item .action-label'),
        (found) => found.length > 0,
      );
      await drive('click', `.monaco-menu .action-label[aria-label="${title('vrp.goToCounterpart')}"]`);
      const there = await until(
        'the peer',
        () => vscode.window.activeTextEditor,
        (found) => found?.document.uri.path === two.path,
      );
      assert.match(there!.document.lineAt(there!.selection.active.line).text, /backup-id 310/);
      await closeAll();
    });
  });

  suite('commands', () => {
    /** What each does where it applies: it is run, and what comes of it is seen. */
    const effects: Readonly<Record<string, () => Promise<void>>> = {
      'vrp.newPair': async () => {
        void run('vrp.newPair');
        await quickInput('the scenarios', ({ rows }) => rows.length >= 5);
      },
      'vrp.addScenario': async () => {
        void run('vrp.addScenario');
        await quickInput('the scenarios', ({ title: of }) => of.includes('Relay-1 ⇄ Relay-2'));
      },
      'vrp.goToCounterpart': async () => {
        await run('vrp.goToCounterpart');
        await until(
          'the peer',
          () => vscode.window.activeTextEditor?.document.uri.path,
          (path) => path === two.path,
        );
      },
      'vrp.openPair': async () => {
        await run('vrp.openPair');
        await until(
          'two columns',
          () => vscode.window.visibleTextEditors.map((each) => each.document.uri.path).sort(),
          (paths) => paths.join() === [one.path, two.path].sort().join(),
        );
      },
      'vrp.compareWithPeer': async () => {
        await run('vrp.compareWithPeer');
        await until(
          'a diff of both files',
          input,
          (found) => found instanceof vscode.TabInputTextDiff && found.modified.path === two.path,
        );
      },
      'vrp.compareByMeaning': async () => {
        await run('vrp.compareByMeaning');
        await until(
          'a diff by meaning',
          input,
          (found) => found instanceof vscode.TabInputTextDiff && found.modified.scheme === 'vrp-peer',
        );
      },
      'vrp.goToRealLine': async () => {
        await effects['vrp.compareByMeaning']!();
        await run('workbench.action.compareEditor.focusPrimarySide');
        await until(
          'the right side',
          () => vscode.window.activeTextEditor?.document.uri.scheme,
          (scheme) => scheme === 'vrp-peer',
        );
        await run('vrp.goToRealLine');
        await until(
          'the real file',
          () => vscode.window.activeTextEditor?.document.uri.path,
          (path) => path === two.path,
        );
      },
      'vrp.showPairTable': async () => {
        await run('vrp.showPairTable');
        await until(
          'the page',
          () => drive('pageText', 'Relay-1'),
          (text) => text.includes('Parameter'),
        );
      },
      'vrp.mirrorToPeer': async () => {
        // The peer has this line already, which is the sentence.
        await run('vrp.mirrorToPeer');
        await notification(/^The peer already has all of it\.$/);
      },
      'vrp.completePeer': async () => {
        await run('vrp.completePeer');
        await notification(/^The peer already has all of it\.$/);
      },
      'vrp.insertStep': async () => {
        const api = await activated();
        const [step] = await steps(api, (item) => item.contextValue === 'stepMissing');
        void run('vrp.insertStep', step!.node);
        await declined();
      },
      'vrp.copyDisplayCommand': async () => {
        const api = await activated();
        const [command] = await steps(api, (item) => item.contextValue === 'command');
        await vscode.env.clipboard.writeText('');
        await run('vrp.copyDisplayCommand', command!.node);
        assert.match(await vscode.env.clipboard.readText(), /^display /);
      },
      'vrp.fixFinding': async () => {
        // The pair has no finding: there is nothing to choose.
        await run('vrp.fixFinding');
        await notification(/^Choose a finding in the view/);
      },
      'vrp.showOpenPairs': async () => {
        await run('vrp.showOpenPairs');
        const { tree } = (await activated()).view;
        const rows = (await tree.getChildren(undefined)) ?? [];
        await run('vrp.showAllPairs');
        assert.ok(rows.length < ((await tree.getChildren(undefined)) ?? []).length);
      },
      'vrp.showAllPairs': async () => {
        const { tree } = (await activated()).view;
        const rows = ((await tree.getChildren(undefined)) ?? []).length;
        await run('vrp.showOpenPairs');
        await run('vrp.showAllPairs');
        assert.equal(((await tree.getChildren(undefined as never)) ?? []).length, rows);
      },
      'vrp.rehearseFailover': async () => {
        const { rehearsals } = await activated();
        await run('vrp.rehearseFailover');
        await until(
          'the rehearsal',
          () => [...rehearsals][0]?.shown(),
          (shown) => shown !== undefined && 'rehearsal' in shown,
        );
      },
      'vrp.writeLab': async () => {
        const folder = fileUri('lab-Relay-1-Relay-2');
        void run('vrp.writeLab');
        await quickInput('the folders', ({ rows }) => rows.some((row) => row.includes('Another folder')));
        await drive('press', ['Enter']);
        const readme = await until(
          'the README of the lab',
          () => vscode.window.activeTextEditor?.document,
          (found) => found?.uri.path === `${folder.path}/README.md`,
        );
        assert.match(readme!.getText(), /^# A lab of Relay-1 and Relay-2\n/);
        const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
        assert.ok(['a', 'b', 'lab.sh', 'expected.json', 'topology.clab.yml'].every((name) => names.includes(name)));
        await closeAll();
        await showAsVrp(one);
        void run('vrp.writeLab');
        await quickInput('the folders again', ({ rows }) => rows.some((row) => row.includes('Another folder')));
        await drive('press', ['Enter']);
        assert.match(await notification(/Nothing was written/), /lab-Relay-1-Relay-2 exists already/);
        await vscode.workspace.fs.delete(folder, { recursive: true });
      },
      'vrp.showMenu': async () => {
        void run('vrp.showMenu');
        const { rows } = await quickInput('the menu', ({ title: of }) => of === 'Relay-1');
        assert.ok(
          rows.some((row) => row.includes('Go to Counterpart')),
          rows.join('\n'),
        );
      },
      'vrp.showLog': async () => {
        await run('vrp.showLog');
        await until('the log', () =>
          vscode.window.visibleTextEditors.find(
            (each) => each.document.uri.scheme === 'output' && each.document.uri.path.includes('vrp'),
          ),
        );
        await run('workbench.action.closePanel');
      },
      'vrp.openSamples': async () => {
        const { pairs } = await activated();
        await run('vrp.openSamples');
        const opened = vscode.window.visibleTextEditors.map(({ document }) => document.uri);
        const sample = opened.find(({ path }) => path.endsWith('/samples/BRAS-South.cfg'));
        assert.ok(sample, opened.join());
        await until(
          'the pair of the samples',
          () => pairs.of(sample),
          (found) => found.length === 1,
        );
        await closeAll();
      },
      'vrp.restart': async () => {
        const { client } = await activated();
        const states: number[] = [];
        const listening = client.onDidChangeState(({ newState }) => states.push(newState));
        await run('vrp.restart');
        listening.dispose();
        assert.ok(states.length >= 2 && client.isRunning(), states.join());
      },
    };

    type Row = vscode.TreeItem & { readonly node: unknown };

    async function steps(
      { view }: Awaited<ReturnType<typeof activated>>,
      wanted: (item: vscode.TreeItem) => boolean,
      parent?: unknown,
    ): Promise<Row[]> {
      const nodes = (await view.tree.getChildren(parent as never)) ?? [];
      const rows = await Promise.all(nodes.map(async (node) => ({ ...(await view.tree.getTreeItem(node)), node })));
      const below = await Promise.all(rows.map((row) => steps({ view } as never, wanted, row.node)));
      return [...rows.filter(wanted), ...below.flat()];
    }

    test('each is walked', () =>
      assert.deepEqual(Object.keys(effects).sort(), contributes.commands.map((each) => each.command).sort()));

    for (const { command } of contributes.commands) {
      test(`${command} does what it says`, async () => {
        await closeAll();
        await run('vrp.pairs.focus');
        await showAsVrp(one, 'backup-id 310');
        const api = await activated();
        await until(
          'the pair',
          () => api.pairs.of(one),
          (found) => found.length === 1,
        );
        await until(
          'the tree',
          () => steps(api, (item) => item.contextValue === 'command'),
          (found) => found.length > 0,
        );
        await effects[command]!();
        await drive('press', ['Escape']);
        await run('notifications.clearAll');
        await until(
          'no input',
          () => drive('quickInput', null),
          (found) => found === null,
        );
        assert.ok(
          vscode.workspace.textDocuments.every((document) => !document.isDirty),
          'nothing was changed',
        );
      });
    }

    const elsewhere: Readonly<Record<string, readonly [vscode.Uri, RegExp]>> = {
      'vrp.goToCounterpart': [alone, /^This device has no peer in this workspace\.$/],
      'vrp.mirrorToPeer': [alone, /^Open a configuration that has a peer/],
      'vrp.goToRealLine': [one, /^Put the cursor on a line of the right side/],
      'vrp.insertStep': [one, /^Choose a step in the view/],
      'vrp.copyDisplayCommand': [one, /^Choose a command under "Verify on the devices"/],
      'vrp.fixFinding': [one, /^Choose a finding in the view/],
    };
    for (const [command, [uri, sentence]] of Object.entries(elsewhere)) {
      test(`${command} says in a sentence that it cannot be done`, async () => {
        await closeAll();
        await showAsVrp(uri);
        await run(command);
        await notification(sentence);
      });
    }
    test('vrp.completePeer asks for the name of a peer that is not there', async () => {
      await closeAll();
      await showAsVrp(alone);
      void run('vrp.completePeer');
      await quickInput('the name', ({ title: of }) => of.includes('New peer of this device'));
      await drive('press', ['Escape']);
    });

    test('where nothing is a pair, nothing for pairs is offered, and each says so', async () => {
      const api = await activated();
      await closeAll();
      await showAsVrp(one);
      // Without a server no pair is known.
      await api.client.stop();
      await until(
        'no pairs',
        () => api.pairs.list(),
        (found) => found.length === 0,
      );
      const left = await palette();
      assert.deepEqual(
        left,
        ['vrp.completePeer', 'vrp.newPair', 'vrp.openSamples', 'vrp.restart', 'vrp.showLog', 'vrp.showMenu']
          .map(title)
          .sort(),
      );
      for (const command of forPairs) {
        await run(command);
        await notification(/^No two configurations in this workspace are a pair\.$/);
      }
      await run('vrp.restart');
      await until(
        'the pairs again',
        () => api.pairs.of(one),
        (found) => found.length > 0,
      );
    });

    test('from another file it is asked which pair is meant', async () => {
      await closeAll();
      await show(notes);
      for (const command of forPairs) {
        void run(command);
        const { rows } = await quickInput(`which pair, of ${command}`, ({ title: of }) => of === 'Which pair?');
        assert.ok(
          rows.some((row) => row.includes('Relay-1 ⇄ Relay-2')),
          rows.join('\n'),
        );
        await drive('press', ['Escape']);
        await until(
          'no input',
          () => drive('quickInput', null),
          (found) => found === null,
        );
      }
    });
  });

  suite('settings', () => {
    const changed = new Set<string>();
    async function set(name: string, value: unknown): Promise<void> {
      changed.add(name);
      await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Workspace);
    }
    teardown(async () => {
      for (const name of Object.keys(contributes.configuration.properties)) await set(name, undefined);
    });
    suiteTeardown(async () => {
      await vscode.workspace.fs.delete(fileUri('.vscode'), { recursive: true }).then(undefined, () => undefined);
    });

    /** What changes when it is changed. */
    const changes: Readonly<Record<string, () => Promise<void>>> = {
      'vrp.detectLanguage': async () => {
        const file = fileUri('pair/South.cfg');
        const [text, copy] = [await vscode.workspace.fs.readFile(file), fileUri('copy-of-south.cfg')];
        try {
          await set('vrp.detectLanguage', 'ask');
          await vscode.workspace.fs.writeFile(copy, text);
          const editor = await show(copy);
          await notification(/^copy-of-south\.cfg looks like a Huawei VRP configuration\.$/);
          assert.notEqual(editor.document.languageId, 'vrp');
        } finally {
          await run('workbench.action.closeActiveEditor');
          await vscode.workspace.fs.delete(copy);
        }
      },
      'vrp.rules': async () => {
        await showAsVrp(north);
        const found = (): string[] => rules(north);
        const isReported = (ids: readonly string[]): boolean => ids.includes('rbs-port-mismatch');
        await until('the finding', found, isReported);
        await set('vrp.rules', { 'rbs-port-mismatch': 'off' });
        await until('no finding', found, (ids) => !isReported(ids));
        await set('vrp.rules', undefined);
        await until('the finding again', found, isReported);
      },
      'vrp.maxFindings': async () => {
        await showAsVrp(north);
        const messages = (): string[] => vscode.languages.getDiagnostics(north).map(({ message }) => message);
        const all = await until('findings', messages, (found) => found.length > 2);
        await set('vrp.maxFindings', 1);
        const [, rest, ...none] = await until('one finding', messages, (found) => found.length < all.length);
        assert.match(rest!, /more findings of this file are not shown: maxFindings is 1 /);
        assert.deepEqual(none, []);
        await set('vrp.maxFindings', undefined);
        await until('all again', messages, (found) => found.length === all.length);
      },
      'vrp.encoding': async () => {
        const file = fileUri('bytes.cfg');
        const isUnknown = (): boolean => rules(file).includes('file-encoding-unknown');
        const text = Buffer.from(
          '#\nsysname R1\n#\ninterface LoopBack1\n description \u00ff\u00ff\n#\nreturn\n',
          'latin1',
        );
        try {
          await vscode.workspace.fs.writeFile(file, text);
          await until('an encoding that nobody knows', isUnknown, (found) => found);
          await set('vrp.encoding', 'latin-1');
          await until('an encoding that is named', isUnknown, (found) => !found);
        } finally {
          await vscode.workspace.fs.delete(file);
        }
      },
      'vrp.workspace.include': () => comesAndGoes('vrp.workspace.include', ['relay/**']),
      'vrp.workspace.exclude': () => comesAndGoes('vrp.workspace.exclude', ['vrp.*/**']),
      'vrp.inlayHints.enabled': async () => {
        const { document } = await showAsVrp(one);
        const whole = new vscode.Range(0, 0, document.lineCount, 0);
        const hints = async (): Promise<unknown[]> =>
          vscode.commands.executeCommand('vscode.executeInlayHintProvider', one, whole);
        await until('hints', hints, (found) => found.length > 0);
        await set('vrp.inlayHints.enabled', false);
        await until('no hints', hints, (found) => found.length === 0);
      },
      'vrp.codeLens.enabled': async () => {
        await showAsVrp(one);
        const lenses = async (): Promise<unknown[] | undefined> =>
          vscode.commands.executeCommand('vscode.executeCodeLensProvider', one);
        await until('lenses', lenses, (found) => (found?.length ?? 0) > 0);
        await set('vrp.codeLens.enabled', false);
        await until('no lenses', lenses, (found) => (found?.length ?? 0) === 0);
      },
      'vrp.followPeer.enabled': async () => {
        await set('vrp.followPeer.enabled', false);
        await showAsVrp(one);
        await run('vrp.openPair');
        const right = await until('the other side', () =>
          vscode.window.visibleTextEditors.find((each) => each.document.uri.path === two.path),
        );
        const row = (): number => right!.visibleRanges[0]!.start.line;
        await run('cursorBottom');
        await new Promise((done) => setTimeout(done, 800));
        assert.equal(row(), 0, 'the other side stays');
        await set('vrp.followPeer.enabled', true);
        await run('cursorUp');
        await until('the other side follows', row, (line) => line > 0);
      },
      'vrp.trace.server': async () => {
        const { client } = await activated();
        await showAsVrp(one);
        const heard: string[] = [];
        const channel = client.traceOutputChannel;
        const trace = channel.trace.bind(channel);
        channel.trace = (message: string) => void heard.push(message);
        const hover = (): Thenable<unknown> =>
          vscode.commands.executeCommand('vscode.executeHoverProvider', one, new vscode.Position(1, 2));
        try {
          await hover();
          assert.deepEqual(heard, []);
          await set('vrp.trace.server', 'messages');
          await until(
            'a traced message',
            async () => {
              await hover();
              return heard.join('\n');
            },
            (text) => text.includes("Sending request 'textDocument/hover"),
          );
          assert.doesNotMatch(heard.join('\n'), /position|Relay/);
          await set('vrp.trace.server', 'off');
          await hover();
          heard.length = 0;
          await hover();
          assert.deepEqual(heard, []);
        } finally {
          channel.trace = trace;
        }
      },
    };

    /** Of two files that no editor ever held, which are looked at only where the setting says so. */
    async function comesAndGoes(name: string, value: unknown): Promise<void> {
      const { pairs } = await activated();
      const files = ['North', 'South'].map((device) => fileUri(`${name}/${device}.cfg`));
      try {
        for (const [index, device] of ['North', 'South'].entries())
          await vscode.workspace.fs.copy(fileUri(`pair/${device}.cfg`), files[index]!);
        const known = (): number => pairs.of(files[0]!).length;
        await until('the new pair', known, (count) => count > 0);
        await set(name, value);
        await until('no pair', known, (count) => count === 0);
        await set(name, undefined);
        await until('the pair again', known, (count) => count > 0);
      } finally {
        await vscode.workspace.fs.delete(fileUri(name), { recursive: true });
      }
    }

    test('each is walked', () =>
      assert.deepEqual(Object.keys(changes).sort(), Object.keys(contributes.configuration.properties).sort()));
    for (const name of Object.keys(changes))
      test(`${name} changes what it says`, async () => {
        await closeAll();
        await changes[name]!();
      });
  });

  suite('the walkthrough', () => {
    const [walkthrough] = contributes.walkthroughs;
    const labels = (found: readonly Seen[]): string => found.map(({ text }) => text).join('\n');

    suiteSetup(async () => {
      await closeAll();
      await run('workbench.action.openWalkthrough', `vrp-tools.vrp-hot-backup#${walkthrough!.id}`, false);
    });
    suiteTeardown(closeAll);

    for (const step of walkthrough!.steps) {
      test(`${step.title}: has its buttons and its page`, async () => {
        const at = `.gettingStartedContainer [data-step-id="vrp-tools.vrp-hot-backup#${walkthrough!.id}#${step.id}"]`;
        await until(
          'the step',
          () => drive('elements', at),
          (found) => found.length > 0,
        );
        await drive('click', at);
        const buttons = [...step.description.matchAll(/\[([^\]]+)\]\(command:/g)].map((hit) => hit[1]!);
        await until(
          'its buttons',
          () => drive('elements', `${at} .monaco-button`),
          (found) => buttons.every((button) => labels(found).includes(button)),
        );
      });
    }
  });
});
