// The language server within the process of the test, over streams in memory, so that its processor time can be read.
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver/node';
import { cancelling } from '../../server/src/lsp/cancellation';
import { features } from '../../server/src/lsp/console';
import { startServer } from '../../server/src/lsp/server';
import { decode } from '../../server/src/main/decode';
import { everything } from './language-client';
import { loadSyntax } from './wasm';

export interface ServerInProcess {
  readonly client: MessageConnection;
  open(name: string, text: string): Promise<string>;
  /** Every range of the answers must lie in the text that is open. */
  close(): void;
}

/** `trace` hears what each check ran. */
export async function serverInProcess(trace?: (line: string) => void): Promise<ServerInProcess> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(
    createConnection(features, new StreamMessageReader(toServer), new StreamMessageWriter(toClient), cancelling),
    {
      version: '0',
      files: { none: true, list: () => Promise.resolve([]), read: () => Promise.resolve(undefined) },
      decode,
      schedule: (action) => void setImmediate(action),
      load: loadSyntax,
      explanation: () => undefined,
      trace,
    },
  );
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.onRequest(() => null);
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: null,
    capabilities: { ...everything, workspace: { workspaceEdit: { documentChanges: true } } },
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    async open(name, text) {
      const uri = pathToFileURL(`/${name}`).href;
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'vrp', version: 1, text },
      });
      return uri;
    },
    close: () => client.dispose(),
  };
}
