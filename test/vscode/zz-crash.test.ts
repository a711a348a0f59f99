// A server that dies comes back, with its findings, and stays down after the fifth time until it is asked for. Runs last.
import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import { activated, fileUri, rules, until } from './editor';

suite('a server that dies', () => {
  const north = fileUri('pair/North.cfg');

  /** The language client keeps its child to itself. */
  async function serverProcess(): Promise<ChildProcess | undefined> {
    const { client } = await activated();
    return (client as unknown as { _serverProcess?: ChildProcess })._serverProcess;
  }

  async function kill(): Promise<void> {
    const dying = await until('a server process', serverProcess);
    process.kill(dying!.pid!, 'SIGKILL');
    await until('its end', serverProcess, found => found?.pid !== dying!.pid);
  }

  suiteSetup(async () => {
    // Back to the faults on disk, whatever was mended before.
    for (const uri of [fileUri('pair/South.cfg'), north]) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await activated();
  });

  test('comes back with the findings', async () => {
    await until('findings before', () => rules(north), found => found.length > 0);
    await kill();
    const { client } = await activated();
    await until('the server again', () => client.state, state => state === State.Running);
    await until('findings again', () => rules(north), found => found.length > 0);
  });

  test('stays down after the fifth time, and starts when asked', async () => {
    const { client } = await activated();
    await until('the end', async () => {
      if (client.state === State.Running) await kill();
      return client.state;
    }, state => state === State.Stopped);
    await vscode.commands.executeCommand('vrp.restart');
    await until('the server again', () => client.state, state => state === State.Running);
    await until('findings again', () => rules(north), found => found.length > 0);
  });
});
