// Runs in the worker: batches of one property after the other, each with a seed of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { loadSyntax } from '../support/wasm';
import { properties } from './properties';
import { broken, kept, type Broken } from './property';

export interface Task {
  /** The first batch's seed; each next batch has the next number. */
  readonly seed: number;
  readonly large: boolean;
  readonly material: boolean;
  readonly only: readonly string[];
  /** How many inputs of each property make a batch, and when to end. */
  readonly batches: number;
  readonly minutes: number;
  readonly runs: Readonly<Record<string, number>>;
  /** Only what was kept. */
  readonly replay: boolean;
}

export type Message =
  | { readonly kind: 'trying'; readonly property: string; readonly seed: number; readonly input: unknown }
  | {
      readonly kind: 'batch';
      readonly property: string;
      readonly seed: number;
      readonly inputs: number;
      readonly seconds: number;
      readonly slowest: { readonly seconds: number; readonly input: string };
    }
  | { readonly kind: 'broken'; readonly broken: Broken; readonly file?: string }
  | { readonly kind: 'replayed'; readonly file: string }
  | { readonly kind: 'done' };

async function main(): Promise<void> {
  const task = workerData as Task;
  const say = (message: Message) => parentPort!.postMessage(message);
  await loadSyntax();
  const all = properties(task).filter((one) => task.only.length === 0 || task.only.includes(one.name));
  if (task.replay) {
    for (const { file, property, input } of kept()) {
      const known = all.find((one) => one.name === property);
      if (!known) continue;
      say({ kind: 'trying', property, seed: 0, input });
      try {
        await known.holds(input as never);
        say({ kind: 'replayed', file });
      } catch (error) {
        say({
          kind: 'broken',
          file,
          broken: { property, seed: 0, input, message: (error as Error).stack ?? String(error) },
        });
      }
    }
    return say({ kind: 'done' });
  }
  const end = Date.now() + task.minutes * 60_000;
  for (let batch = 0; batch < task.batches && (batch === 0 || Date.now() < end); batch++) {
    for (const property of all) {
      const seed = task.seed + batch;
      let inputs = 0;
      let slowest = { seconds: 0, input: '' };
      let last: { readonly input: unknown; readonly at: number } | undefined;
      const settle = (now: number) => {
        if (last && (now - last.at) / 1000 > slowest.seconds)
          slowest = { seconds: (now - last.at) / 1000, input: JSON.stringify(last.input) };
      };
      const begin = performance.now();
      const found = await broken(property, seed, task.runs[property.name] ?? 20, (input) => {
        inputs++;
        settle(performance.now());
        say({ kind: 'trying', property: property.name, seed, input });
        last = { input, at: performance.now() };
      });
      const now = performance.now();
      settle(now);
      say({ kind: 'batch', property: property.name, seed, inputs, seconds: (now - begin) / 1000, slowest });
      if (found) say({ kind: 'broken', broken: found });
    }
  }
  say({ kind: 'done' });
}

void main();
