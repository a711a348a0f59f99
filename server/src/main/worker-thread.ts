// Workers for the command line, as threads of this process: the same bundle, which sees that it runs in one.
import { Worker as Thread } from 'node:worker_threads';
import type { Worker } from '../cli/io';
import type { Task, TaskResult, TaskSettings } from '../cli/check/tasks';
import { errorText } from '../text/error-text';
import { isSingleExecutable, readResource } from './resources';

/** A task for a worker; its answer has the same id. */
export interface WorkerQuestion {
  readonly id: number;
  readonly task: Task;
}

/** An error is a sentence for people. */
export type WorkerAnswer = { readonly id: number } & ({ readonly result: TaskResult } | { readonly error: string });

interface Waiting {
  done(result: TaskResult): void;
  failed(error: Error): void;
}

/** A single executable is no file that a thread could start from: its code is given as text. */
function startThread(settings: TaskSettings): Thread {
  if (!isSingleExecutable) return new Thread(__filename, { workerData: settings });
  return new Thread(new TextDecoder().decode(readResource('vrp.js')), { eval: true, workerData: settings });
}

/**
 * Starts a thread. Where it fails or ends, every task that it was given and every later one is rejected with an error
 * whose message is a sentence for people.
 */
export function startWorker(settings: TaskSettings): Worker {
  const thread = startThread(settings);
  const waiting = new Map<number, Waiting>();
  let tasks = 0;
  let ended: Error | undefined;
  thread.on('message', (answer: WorkerAnswer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('result' in answer) asker?.done(answer.result);
    else asker?.failed(new Error(answer.error));
  });
  const fail = (error: Error) => {
    // What comes first is the reason of the rest.
    ended ??= error;
    for (const asker of waiting.values()) asker.failed(error);
    waiting.clear();
  };
  thread.on('error', (error) => fail(new Error(`a worker failed: ${errorText(error)}`)));
  thread.on('exit', () => fail(new Error('a worker ended before its work was done; --jobs 1 does without workers')));
  return {
    ask: <Kind extends Task>(task: Kind) =>
      new Promise<TaskResult<Kind>>((done, failed) => {
        if (ended) {
          failed(ended);
          return;
        }
        waiting.set(++tasks, { done: done as (result: TaskResult) => void, failed });
        thread.postMessage({ id: tasks, task } satisfies WorkerQuestion);
      }),
    end: () => void thread.terminate(),
  };
}
