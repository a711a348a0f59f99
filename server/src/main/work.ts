// In a worker of `vrp check --jobs`: does the parts that it is sent, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { parts, type Settings, type Task } from '../cli/parts';
import { decode } from './decode';
import { nodeFiles } from './files';
import { loadParser } from './parser';

export function work(): void {
  const ready = loadParser();
  const mine = parts({ files: nodeFiles, decode }, workerData as Settings);
  parentPort!.on('message', ({ id, task }: { id: number; task: Task }) => {
    ready.then(
      () => parentPort!.postMessage({ id, result: task.kind === 'read' ? mine.read(task.files) : mine.judge(task.groups) }),
    ).catch((error: unknown) => parentPort!.postMessage({ id, error: error instanceof Error ? error.message : String(error) }));
  });
}
