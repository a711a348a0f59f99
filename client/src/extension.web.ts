// The entry point in a browser. Its bundle holds the client too, whose code runs when it is needed.
import type { ExtensionContext } from 'vscode';
import { activateOnVrp, type Activation } from './activation';
import { readByWorkspace } from './folder-look';

let activation: Activation | undefined;

/** Called by VS Code for the Web, where the server runs in a worker. */
export function activate(context: ExtensionContext): Activation {
  return (activation = activateOnVrp(context, readByWorkspace, async () => {
    const { loadBrowserClient } = await import('./browser-client');
    return loadBrowserClient(context);
  }));
}

/** Called by VS Code at its end: stops the server, where it was started. */
export async function deactivate(): Promise<void> {
  if (!activation?.isStarted()) return;
  const { client } = await activation.started;
  if (client.needsStop()) await client.stop();
}
