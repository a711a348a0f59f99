// The entry point in a Node extension host: the server is a process of its own beside this file.
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateClient, type Api } from './client';
import { checkTasks } from './tasks';

let api: Api | undefined;

export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server.js');
  context.subscriptions.push(checkTasks(context.asAbsolutePath('dist/cli.js')));
  return (api = activateClient(context, {
    kind: 'node',
    create: (options) =>
      new LanguageClient(
        'vrp',
        'Huawei VRP',
        {
          run: { module, transport: TransportKind.ipc },
          debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        options,
      ),
  }));
}

export async function deactivate(): Promise<void> {
  if (api?.client.needsStop()) await api.client.stop();
}
