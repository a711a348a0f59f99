// Many changes tried on one bundle: first each test file runs with all of them off, which tells which test comes by which of them and
// how long it takes; then a change runs the tests that come by it, till one fails.
import { readFileSync } from 'node:fs';
import type { Tests } from './areas';
import type { Mutant } from './mutants';
import type { Program } from './program';
import { switched, type NumberedMutant } from './switched';

export interface Trial {
  readonly file: string;
  readonly source: string;
  readonly mutant: Mutant;
  readonly tests: Tests;
}

/** `unreached`: no test comes by the place. */
export type Outcome = 'killed' | 'survived' | 'unreached';

/** How a test file runs while nothing is changed. */
interface AtRest {
  /** By the number of a change the names of the tests that come by it; '' where something outside of tests does. */
  readonly reached: ReadonlyMap<number, readonly string[]>;
  readonly milliseconds: number;
}

export interface Limits {
  /** Processes side by side. */
  readonly jobs: number;
  /** No trial begins after this. */
  readonly end: number;
}

/** Tells what becomes of each as soon as it is known. */
export async function tryAll<T extends Trial>(
  program: Program,
  trials: readonly T[],
  { jobs, end }: Limits,
  tell: (trial: T, outcome: Outcome) => void,
): Promise<void> {
  const files = [...new Set(trials.flatMap(({ tests }) => tests.files))];
  await program.bundle(files, switchedTexts(trials));
  const atRest = new Map<string, AtRest>();
  await sideBySide(files, jobs, async (test) => {
    atRest.set(test, await runAtRest(program, test, namesFor(test, trials)));
  });
  await sideBySide([...trials.entries()], jobs, async ([number, trial]) => {
    if (Date.now() < end) tell(trial, await outcomeOf(program, number, trial, atRest));
  });
}

function switchedTexts(trials: readonly Trial[]): ReadonlyMap<string, string> {
  const mutants = new Map<string, { readonly source: string; readonly own: NumberedMutant[] }>();
  for (const [number, { file, source, mutant }] of trials.entries()) {
    const of = mutants.get(file) ?? { source, own: [] };
    of.own.push({ ...mutant, number });
    mutants.set(file, of);
  }
  return new Map([...mutants].map(([file, { source, own }]) => [file, switched(source, own)]));
}

/** The names of all tests of a file that a trial may run; undefined for each. */
function namesFor(test: string, trials: readonly Trial[]): string | undefined {
  const names = trials.filter(({ tests }) => tests.files.includes(test)).map(({ tests }) => tests.names);
  if (names.includes(undefined)) return undefined;
  return [...new Set(names)].map((name) => `(?:${name})`).join('|');
}

async function runAtRest(program: Program, test: string, names: string | undefined): Promise<AtRest> {
  const list = program.path(`out/reached-${test.replaceAll('/', '-')}.json`);
  const start = Date.now();
  // What fails without a change notices nothing.
  if (await program.fails(test, { names, env: { VRP_REACHED: list }, longest: 600_000 }))
    throw new Error(`${test} fails by itself`);
  const reached = JSON.parse(readFileSync(list, 'utf8')) as [number, string[]][];
  return { reached: new Map(reached), milliseconds: Date.now() - start };
}

async function outcomeOf(
  program: Program,
  number: number,
  { tests }: Trial,
  atRest: ReadonlyMap<string, AtRest>,
): Promise<Outcome> {
  const reaching = tests.files.filter((test) => atRest.get(test)!.reached.has(number));
  if (reaching.length === 0) return 'unreached';
  for (const test of reaching) {
    const { reached, milliseconds } = atRest.get(test)!;
    const run = {
      names: namesOf(reached.get(number)!) ?? tests.names,
      env: { VRP_MUTANT: String(number) },
      // Long, since a test that a busy machine slows down has noticed nothing.
      longest: 30_000 + 6 * milliseconds,
    };
    if (await program.fails(test, run)) return 'killed';
  }
  return 'survived';
}

/** A pattern for these tests alone; undefined where all must run, or where it is longer than an argument may be. */
function namesOf(tests: readonly string[]): string | undefined {
  const pattern = `^(?:${tests.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})$`;
  return tests.includes('') || pattern.length > 100_000 ? undefined : pattern;
}

async function sideBySide<Item>(items: readonly Item[], jobs: number, each: (item: Item) => Promise<void>) {
  const left = [...items];
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await each(item);
  };
  await Promise.all(Array.from({ length: jobs }, work));
}
