// The language server as a web worker. It reads no files itself: the client does, and brings the parser.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { cancelling } from '../lsp/cancellation';
import { startServer } from '../lsp/server';
import { features } from '../lsp/console';
import { load } from '../syntax/load';
import { decode } from './decode';

const worker = self as unknown as Worker;
const turn = new MessageChannel();
const waiting: (() => void)[] = [];
let pages: string | undefined;
turn.port1.onmessage = () => waiting.shift()?.();

startServer(
  createConnection(
    features,
    new BrowserMessageReader(worker as never),
    new BrowserMessageWriter(worker as never),
    cancelling,
  ),
  {
    version,
    files: { none: true, list: async () => [], read: async () => undefined },
    decode,
    // Behind the messages that wait, and without the delay that nested timers get.
    schedule: (action) => {
      waiting.push(action);
      turn.port2.postMessage(null);
    },
    load: async ({ wasm, pages: given }) => {
      pages = given;
      if (!wasm) throw new Error('the client sent no parser');
      await load(wasm.runtime, wasm.grammar);
    },
    explanation: (rule) => (pages === undefined ? undefined : `${pages}/docs/rules/${rule}.md`),
  },
);
