// Watches the worker: what throws was shrunk there and is kept; what does not come back within 30 s of work is kept as it was and
// the worker is ended. On a busy machine work takes longer than the clock says, so only what does nothing is measured by the clock.
import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import type { Message, Task } from './batches';
import { keep, type Broken } from './property';

export interface Figures {
  readonly inputs: number;
  readonly seconds: number;
  readonly slowest: { readonly seconds: number; readonly input: string };
  readonly seeds: readonly [first: number, last: number];
}

export interface Outcome {
  readonly figures: ReadonlyMap<string, Figures>;
  readonly broken: readonly { readonly file: string; readonly broken: Broken }[];
  readonly replayed: number;
}

const longest = 30;
const longestWait = 300_000;

export function fuzz(task: Task, heard: (message: Message) => void = () => undefined): Promise<Outcome> {
  const figures = new Map<string, Figures>();
  const found: { file: string; broken: Broken }[] = [];
  let replayed = 0;
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'worker.mjs'), { workerData: task, execArgv: [] });
    let trying: Extract<Message, { kind: 'trying' }> | undefined;
    let since = Date.now();
    let worked = process.cpuUsage();
    const guard = setInterval(() => {
      const { user, system } = process.cpuUsage(worked);
      if (!trying || ((user + system) / 1e6 < longest && Date.now() - since < longestWait)) return;
      const broken = {
        property: trying.property,
        seed: trying.seed,
        input: trying.input,
        message: `did not come back within ${longest} s of work`,
      };
      found.push({ file: keep(broken), broken });
      finish();
    }, 1000);
    const finish = () => {
      clearInterval(guard);
      void worker.terminate();
      resolve({ figures, broken: found, replayed });
    };
    worker.on('error', (error) => {
      clearInterval(guard);
      reject(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('message', (message: Message) => {
      since = Date.now();
      worked = process.cpuUsage();
      heard(message);
      if (message.kind === 'trying') trying = message;
      else if (message.kind === 'replayed') replayed++;
      else if (message.kind === 'broken')
        found.push({ file: message.file ?? keep(message.broken), broken: message.broken });
      else if (message.kind === 'batch') {
        const before = figures.get(message.property);
        figures.set(message.property, {
          inputs: (before?.inputs ?? 0) + message.inputs,
          seconds: (before?.seconds ?? 0) + message.seconds,
          slowest: before && before.slowest.seconds > message.slowest.seconds ? before.slowest : message.slowest,
          seeds: [before?.seeds[0] ?? message.seed, message.seed],
        });
      } else finish();
    });
  });
}
