// A server that dies comes back with the findings of what was typed meanwhile; after the fifth time it stays down and a person is
// told how to go on. Runs last.
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import { drive, driven } from './driver';
import { activated, fileUri, place, replace, rule, rules, until } from './editor';

suite('a server that dies', () => {
  const north = fileUri('pair/North.cfg');
  const south = fileUri('pair/South.cfg');
  const port = 'rbs-port-mismatch';
  let document: vscode.TextDocument;

  /** The language client keeps its child to itself. */
  async function serverProcess(): Promise<ChildProcess | undefined> {
    const { client } = await activated();
    return (client as unknown as { _serverProcess?: ChildProcess })._serverProcess;
  }

  /** Kills the server and writes to it before anything here has heard that it is gone, as a person does who types on. */
  async function kill(): Promise<void> {
    const { client } = await activated();
    const dying = await until('a server process', serverProcess);
    process.kill(dying!.pid!, 'SIGKILL');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    await Promise.allSettled(Array.from({ length: 10 }, () => client.sendNotification('$/setTrace', { value: 'off' })));
    await until('its end', serverProcess, (found) => found?.pid !== dying!.pid);
  }

  /** Every finding stands where the text of the document has what it is about. */
  function standingIn(text: string): vscode.Diagnostic | undefined {
    return vscode.languages
      .getDiagnostics(south)
      .find((diagnostic) => document.getText(diagnostic.range).includes(text));
  }

  suiteSetup(async () => {
    // Back to the faults on disk, whatever was mended before.
    for (const uri of [south, north]) {
      document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    document = await vscode.workspace.openTextDocument(south);
    await vscode.window.showTextDocument(document);
    await activated();
  });

  suiteTeardown(async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('comes back with the findings of what was typed while it was gone', async () => {
    const { client } = await activated();
    await until(
      'findings before',
      () => [rules(north), rules(south)],
      ([one, two]) => one!.includes(port) && two!.includes(port),
    );
    const version = document.version;
    // The fault that was there goes, another one comes, rows move; nothing of it is saved.
    const typed = new vscode.WorkspaceEdit();
    for (const [from, to] of [
      ['port 1026', 'port 1025'],
      ['#\nmulticast ipv6', '#\nvlan 4000\n#\nmulticast ipv6'],
      ['vrrp6 vrid 3 priority 120', 'vrrp6 vrid 3 priority 999'],
    ] as const) {
      const start = place(document, from);
      typed.replace(south, new vscode.Range(start, document.positionAt(document.offsetAt(start) + from.length)), to);
    }
    const gone = new Promise<void>((done) => {
      const heard = client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) return;
        heard.dispose();
        done();
      });
    });
    process.kill((await until('a server process', serverProcess))!.pid!, 'SIGKILL');
    await gone;
    assert.notEqual(client.state, State.Running, 'nobody is there to hear it');
    assert.ok(await vscode.workspace.applyEdit(typed));
    assert.ok(document.isDirty && document.version > version);
    await until(
      'the server again',
      () => client.state,
      (state) => state === State.Running,
    );
    await until(
      'the findings of the newest text',
      () => [rules(north), rules(south)],
      ([one, two]) => !one!.includes(port) && !two!.includes(port) && standingIn('999') !== undefined,
    );
    assert.ok(standingIn('999')!.range.contains(place(document, '999')));
    // What is typed from then on is heard too.
    await replace(document, 'port 1025', 'port 1027');
    await until(
      'the fault is back on both sides',
      () => [rules(north), rules(south)],
      ([one, two]) => one!.includes(port) && two!.includes(port) && standingIn('1027') !== undefined,
    );
    await replace(document, 'priority 999', 'priority 120');
    await until(
      'the other is gone',
      () => vscode.languages.getDiagnostics(south).map(rule),
      (found) => !found.includes('value-out-of-range') && standingIn('999') === undefined,
    );
  });

  test('stays down after the fifth time, says so and how to go on, and starts when asked', async () => {
    const { client } = await activated();
    await until(
      'the end',
      async () => {
        if (client.state === State.Running) await kill();
        return client.state;
      },
      (state) => state === State.Stopped,
    );
    if (driven) {
      // The list opens only once there is something in it.
      const texts = await until(
        'the message',
        async () => {
          await vscode.commands.executeCommand('notifications.showList');
          return drive('notifications', null);
        },
        (list) => list.some(({ message }) => message.includes('stopped five times')),
      );
      assert.deepEqual(texts.find(({ message }) => message.includes('stopped five times'))!.buttons, [
        'Open Log',
        'Start Again',
      ]);
      await drive('clickInNotification', ['stopped five times', 'Start Again']);
    } else await vscode.commands.executeCommand('vrp.restart');
    await until(
      'the server again',
      () => client.state,
      (state) => state === State.Running,
    );
    await until(
      'findings again',
      () => [rules(north), rules(south)],
      ([one, two]) => one!.includes(port) && two!.includes(port),
    );
  });
});
