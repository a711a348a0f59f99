// In a worker of `vrp check --jobs`: does the tasks that it is sent, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { TaskRunner } from '../cli/check/task-runner';
import type { TaskSettings } from '../cli/check/tasks';
import { errorText } from '../text/error-text';
import { decode } from './decode';
import { nodeFiles } from './files';
import { loadParser } from './parser';
import type { WorkerAnswer, WorkerQuestion } from './worker-thread';

/**
 * Answers a `WorkerQuestion` with a `WorkerAnswer` for as long as the thread lives. A task that throws, and a parser
 * that cannot be loaded, give an answer with an error.
 */
export function work(): void {
  const ready = loadParser();
  const runner = new TaskRunner({ files: nodeFiles, decode }, workerData as TaskSettings);
  const send = (answer: WorkerAnswer) => parentPort!.postMessage(answer);
  const answer = ({ id, task }: WorkerQuestion) => {
    try {
      send({ id, result: runner.run(task) });
    } catch (error) {
      send({ id, error: `a worker failed: ${errorText(error)}` });
    }
  };
  parentPort!.on('message', (question: WorkerQuestion) => {
    void ready.then(
      () => answer(question),
      (error: Error) => send({ id: question.id, error: error.message }),
    );
  });
}
