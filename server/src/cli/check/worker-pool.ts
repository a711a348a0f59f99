// The workers of a fleet check: the first works in this thread; main makes the others, where more than one is wanted and it can.
import { push } from '../../text/collections';
import type { Io, Worker } from '../io';
import type { Task, TaskResult, TaskSettings } from './tasks';
import { TaskRunner } from './task-runner';

/** Each takes memory, whoever asks for thousands. */
export const mostWorkers = 64;

export class WorkerPool {
  private workers: Promise<readonly Worker[]> | undefined;

  constructor(
    private readonly io: Io,
    private readonly settings: TaskSettings,
  ) {}

  /** As many workers as are wanted when they are first asked for; the same ones after that. Rejects where the parser cannot be loaded. */
  start(wanted: number): Promise<readonly Worker[]> {
    this.workers ??= this.make(wanted);
    return this.workers;
  }

  async end(): Promise<void> {
    for (const worker of (await this.workers) ?? []) worker.end();
  }

  private async make(wanted: number): Promise<readonly Worker[]> {
    const { io, settings } = this;
    const { worker } = io;
    const others = worker ? Array.from({ length: wanted - 1 }, () => worker(settings)) : [];
    try {
      await io.load();
    } catch (error) {
      for (const other of others) other.end();
      throw error;
    }
    return [localWorker(io, settings), ...others];
  }
}

function localWorker(io: Io, settings: TaskSettings): Worker {
  const runner = new TaskRunner(io, settings);
  return {
    async ask<One extends Task>(task: One): Promise<TaskResult<One>> {
      // What the others have sent comes first: they wait for more.
      await io.turn();
      return runner.run(task);
    },
    end: () => undefined,
  };
}

/** Hands the parts out one by one to whoever is free; who works elsewhere has the next one already when it is done with one. */
export async function distribute<Part>(
  parts: readonly Part[],
  workers: readonly Worker[],
  work: (part: Part, index: number, worker: Worker, workerNumber: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const workOn = async (worker: Worker, workerNumber: number) => {
    for (let index = next++; index < parts.length; index = next++) {
      await work(parts[index]!, index, worker, workerNumber);
    }
  };
  await Promise.all(
    workers.flatMap((worker, workerNumber) => {
      const atOnce = workerNumber === 0 ? 1 : 2;
      return Array.from({ length: atOnce }, () => workOn(worker, workerNumber));
    }),
  );
}

/** Each worker with its share of the list, all shares at once. */
export async function byWorker<Item>(
  list: readonly Item[],
  workerOf: (item: Item) => Worker,
  work: (worker: Worker, share: readonly Item[]) => Promise<void>,
): Promise<void> {
  const shares = new Map<Worker, Item[]>();
  for (const item of list) push(shares, workerOf(item), item);
  await Promise.all([...shares].map(([worker, share]) => work(worker, share)));
}
