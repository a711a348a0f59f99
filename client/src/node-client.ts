// The client in a Node extension host: the server is a process of its own, started from the file beside this bundle.
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateClient, type Api } from './client';

/** Starts the server in a process of its own, over IPC. */
export function startNodeClient(context: ExtensionContext, log: LogOutputChannel): Api {
  const module = context.asAbsolutePath('dist/server.js');
  return activateClient(context, log, {
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
  });
}
