// Workers for the command line, as threads of this process: the same bundle, which sees that it runs in one.
import { Worker as Thread } from 'node:worker_threads';
import type { Worker } from '../cli/io';
import type { Result, Settings, Task } from '../cli/check/tasks';
import { errorText } from '../text/error-text';

/** An error is a sentence for people. */
export type Answer = { readonly id: number } & ({ readonly result: Result } | { readonly error: string });

export function worker(settings: Settings): Worker {
  const thread = new Thread(__filename, { workerData: settings });
  const waiting = new Map<number, { done(result: Result): void; failed(error: Error): void }>();
  let tasks = 0;
  let ended: Error | undefined;
  thread.on('message', (answer: Answer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('result' in answer) one?.done(answer.result);
    else one?.failed(new Error(answer.error));
  });
  const fail = (error: Error) => {
    // What comes first is the reason of the rest.
    ended ??= error;
    for (const one of waiting.values()) one.failed(error);
    waiting.clear();
  };
  thread.on('error', (error) => fail(new Error(`a worker failed: ${errorText(error)}`)));
  thread.on('exit', () => fail(new Error('a worker ended before its work was done; --jobs 1 does without workers')));
  return {
    ask: <One extends Task>(task: One) =>
      new Promise<Result<One>>((done, failed) => {
        if (ended) {
          failed(ended);
          return;
        }
        waiting.set(++tasks, { done: done as (result: Result) => void, failed });
        thread.postMessage({ id: tasks, task });
      }),
    end: () => void thread.terminate(),
  };
}
