// Workers for the command line, as threads of this process: the same bundle, which sees that it runs in one.
import { Worker as Thread } from 'node:worker_threads';
import type { Worker } from '../cli/io';
import type { Settings, Task } from '../cli/parts';

export function worker(settings: Settings): Worker {
  const thread = new Thread(__filename, { workerData: settings });
  const waiting = new Map<number, { done(result: never): void; failed(error: Error): void }>();
  let tasks = 0;
  let ended: Error | undefined;
  thread.on('message', ({ id, result, error }: { id: number; result: never; error?: string }) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.done(result);
    else one?.failed(new Error(error));
  });
  const fail = (error: Error) => {
    ended = error;
    for (const one of waiting.values()) one.failed(error);
    waiting.clear();
  };
  thread.on('error', fail);
  thread.on('exit', () => fail(new Error('a worker ended')));
  return {
    ask: (task: Task) => new Promise<never>((done, failed) => {
      if (ended) {
        failed(ended);
        return;
      }
      waiting.set(++tasks, { done, failed });
      thread.postMessage({ id: tasks, task });
    }),
    end: () => void thread.terminate(),
  };
}
