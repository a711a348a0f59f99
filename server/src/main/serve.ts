// The language server on Node: over stdio, or over the transport that the command line names (`--node-ipc`, `--pipe=`, `--socket=`).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { cancelling } from '../lsp/cancellation';
import { features } from '../lsp/console';
import { startServer } from '../lsp/server';
import { decode } from './decode';
import { holdLittle } from './engine';
import { framed } from './framing';
import { workspaceFiles } from './workspace-files';
import { loadParser } from './parser';

/** Serves until the client goes; the process ends with it. */
export function serveStdio(): Promise<void> {
  const isTransportNamed = process.argv.some((argument) => /^--(?:node-ipc|socket|pipe)\b/.test(argument));
  const isTraced = (process.env.VRP_TRACE ?? '') !== '';
  startServer(
    isTransportNamed
      ? createConnection(features, cancelling)
      : createConnection(features, framed(process.stdin), process.stdout, cancelling),
    {
      version,
      files: workspaceFiles,
      decode,
      schedule: (action) => void setImmediate(action),
      idle: holdLittle,
      trace: isTraced ? (line) => void process.stderr.write(`vrp: ${line}\n`) : undefined,
      load: loadParser,
      explanation: (rule) => {
        const page = join(__dirname, '..', 'docs', 'rules', `${rule}.md`);
        return existsSync(page) ? pathToFileURL(page).href : undefined;
      },
    },
  );
  return new Promise(() => undefined);
}
