// The client in a browser: the server is a web worker, and gets the wasm files it cannot read for itself.
import { Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateClient, type Api } from './client';

/**
 * Fetches the server and both wasm files of the extension; what it gives starts the server in a worker. Rejects where a
 * file cannot be fetched.
 */
export async function loadBrowserClient(context: ExtensionContext): Promise<(log: LogOutputChannel) => Api> {
  const read = (path: string): Thenable<Uint8Array> => workspace.fs.readFile(Uri.joinPath(context.extensionUri, path));
  const [code, runtime, grammar] = await Promise.all([
    read('dist/web/server.js'),
    read('dist/web-tree-sitter.wasm'),
    read('dist/tree-sitter-vrp.wasm'),
  ]);
  // A browser starts no worker from another origin nor from vscode-remote:, but does from a blob.
  const url = URL.createObjectURL(new Blob([code as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
  return (log) =>
    activateClient(context, log, {
      kind: 'browser',
      wasm: { runtime, grammar },
      pages: context.extensionUri.toString().replace(/\/$/, ''),
      // The transport is made here, because the library does not take the host's own kind of worker for one.
      create: (options) =>
        new LanguageClient(
          'vrp',
          'Huawei VRP',
          async () => {
            const worker = new Worker(url);
            return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
          },
          options,
        ),
    });
}
