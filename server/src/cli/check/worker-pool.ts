// The workers of a fleet check: the first works in this thread; main makes the others, where more than one is wanted and it can.
import { ParserNotLoaded } from '../../syntax/load';
import { push } from '../../text/collections';
import type { Io, Worker } from '../io';
import type { Task, TaskResult, TaskSettings } from './tasks';
import { TaskRunner } from './task-runner';

/** Each takes memory, whoever asks for thousands. */
export const mostWorkers = 64;

/** Milliseconds of processor time from which another thread pays: it takes as long until it has read and compiled the program. */
const threadCost = 2000;

/** The workers of a run, made when they are wanted; the first works in this thread. `end` stops them all. */
export class WorkerPool {
  private readonly workers: Worker[] = [];
  /** Milliseconds of work left, in processor time, from which others are worth their start. */
  readonly othersPayAfter: number;

  constructor(
    private readonly io: Io,
    private readonly settings: TaskSettings,
  ) {
    this.othersPayAfter = io.workersAtOnce ? 0 : threadCost;
  }

  /** The workers, at least as many as are wanted where main can make them. */
  atLeast(wanted: number): readonly Worker[] {
    const { io, settings, workers } = this;
    const { worker } = io;
    if (workers.length === 0) workers.push(localWorker(io, settings));
    while (worker && workers.length < wanted) workers.push(worker(settings));
    return workers;
  }

  /** Milliseconds that this process has kept a processor busy: on a busy machine the clock says more. */
  processorTime(): number {
    return this.io.processorTime?.() ?? 0;
  }

  end(): void {
    for (const worker of this.workers) worker.end();
  }
}

/** Works in this thread. Rejects where the parser is needed and cannot be loaded. */
function localWorker(io: Io, settings: TaskSettings): Worker {
  const runner = new TaskRunner(io, settings);
  return {
    async ask<Kind extends Task>(task: Kind): Promise<TaskResult<Kind>> {
      // What the others have sent comes first: they wait for more.
      await io.turn();
      try {
        return runner.run(task);
      } catch (error) {
        if (!(error instanceof ParserNotLoaded)) throw error;
        // Most files need no parser; the first that does has its task done again.
        await io.load();
        return runner.run(task);
      }
    },
    end: () => undefined,
  };
}

/**
 * Hands the parts from `first` on out one by one to whoever is free; who works elsewhere has the next one already when it is done
 * with one.
 */
export async function distribute<Part>(
  parts: readonly Part[],
  first: number,
  workers: readonly Worker[],
  work: (part: Part, index: number, worker: Worker, workerNumber: number) => Promise<void>,
): Promise<void> {
  let next = first;
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
