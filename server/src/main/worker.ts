// In a worker of `vrp check --jobs`: does the parts that it is sent, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { parts, type Settings, type Task } from '../cli/check/tasks';
import { decode } from './decode';
import { nodeFiles } from './files';
import { errorText } from '../text/error-text';
import { loadParser } from './parser';
import type { Answer } from './worker-pool';

export function work(): void {
  const ready = loadParser();
  const mine = parts({ files: nodeFiles, decode }, workerData as Settings);
  const say = (answer: Answer) => parentPort!.postMessage(answer);
  parentPort!.on(
    'message',
    ({ id, task }: { id: number; task: Task }) =>
      void ready.then(
        () => {
          try {
            say({ id, result: mine.done(task) });
          } catch (error) {
            say({ id, error: `a worker failed: ${errorText(error)}` });
          }
        },
        (error: Error) => say({ id, error: error.message }),
      ),
  );
}
