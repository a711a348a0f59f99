// The entry point in a Node extension host. The client is a bundle of its own beside this file, and is loaded when it is needed.
import { open } from 'node:fs/promises';
import type { ExtensionContext, Uri } from 'vscode';
import { activateOnVrp, type Activation } from './activation';
import { readByWorkspace } from './folder-look';
import { checkTasks } from './tasks';

let activation: Activation | undefined;

/** Called by VS Code with Node, where the server runs in a process; also offers the tasks. */
export function activate(context: ExtensionContext): Activation {
  context.subscriptions.push(checkTasks(context.asAbsolutePath('dist/cli.js')));
  return (activation = activateOnVrp(context, readStart, async () => {
    const { startNodeClient } = await import('./node-client');
    return (log) => startNodeClient(context, log);
  }));
}

/** Called by VS Code at its end: stops the server, where it was started. */
export async function deactivate(): Promise<void> {
  if (!activation?.isStarted()) return;
  const { client } = await activation.started;
  if (client.needsStop()) await client.stop();
}

/** Of a file on the disk no more than that is read. */
async function readStart(uri: Uri, bytes: number): Promise<Uint8Array | undefined> {
  if (uri.scheme !== 'file') return readByWorkspace(uri, bytes);
  try {
    const file = await open(uri.fsPath);
    try {
      if (!(await file.stat()).isFile()) return undefined;
      const { buffer, bytesRead } = await file.read(new Uint8Array(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    // It went away, or may not be read.
    return undefined;
  }
}
