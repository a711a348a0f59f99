// The program behind `vrp` on Node. `cli.js` and `server.js` start it; the bundle of this file is also its own worker.
import { availableParallelism } from 'node:os';
import { isatty } from 'node:tty';
import { isMainThread } from 'node:worker_threads';
import { version } from '../../../package.json';
import { run } from '../cli/run';
import { decode, encode } from './decode';
import { compileLate } from './engine';
import { nodeFiles } from './files';
import { hash, pack, unpack } from './pack';
import { prompt } from './prompt';
import { readStandardInput, wantsColors, watchOutput } from './standard-streams';
import { work } from './worker';
import { startWorker } from './worker-thread';
import { loadParser } from './parser';
import { readResource } from './resources';

if (!isMainThread) work();

/** Runs `vrp` with the arguments behind its name, and leaves its exit code to the process. */
export function runVrp(args: readonly string[]): void {
  if (args[0] !== 'lsp') compileLate();
  let stdin: Uint8Array | undefined;
  // A pipe must not be touched: Node would read it without waiting.
  const terminal = isatty(0) ? prompt(process.stdin, process.stderr) : undefined;
  watchOutput();
  void run(args, {
    files: nodeFiles,
    decode,
    encode,
    stdin: () => (stdin ??= readStandardInput()),
    ask: terminal && ((question) => terminal.ask(question)),
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    colors: wantsColors(process.env, isatty(1)),
    terminal: process.stderr.isTTY === true,
    version,
    build: () => `${version} ${hash(readResource('vrp.js'))}`,
    hash,
    pack,
    unpack,
    cores: availableParallelism(),
    turn: () =>
      new Promise((done) => {
        setImmediate(done);
      }),
    worker: startWorker,
    processorTime,
    workersAtOnce: process.env.VRP_WORKERS_AT_ONCE === '1',
    load: loadParser,
    // Only a server needs the protocol's library.
    serve: async () => (await import('./serve')).serveStdio(),
  }).then((code) => {
    terminal?.close();
    process.exitCode = code;
  });
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
