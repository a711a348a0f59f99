// `npm run mutate`: changes the program in one small place and runs the tests nearest to it, again and again for so many minutes. A
// change that no test notices is a test that is missing, or changes nothing: `known.json` keeps those of which that is proved.
// `--only rules,pairing` chooses areas, `--file PART` files, `--seed N` repeats a draw, `--count N` and `--minutes N` end it;
// `--kept` tries only the changes that are kept because a test was written for them. `--jobs N` processes run side by side.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { areas } from './areas';
import { compilerOf } from './compiler';
import { changedText, drawn, type Draw } from './draw';
import { known, withChange, type Kept } from './known';
import { Program } from './program';
import { asExpression } from './switched';
import { tryAll, type Limits, type Trial } from './trials';

/** So many changes share a bundle. */
const atOnce = 400;

const root = join(__dirname, '../..');
const { values: given } = parseArgs({
  options: {
    only: { type: 'string' },
    file: { type: 'string' },
    seed: { type: 'string' },
    count: { type: 'string' },
    minutes: { type: 'string' },
    jobs: { type: 'string' },
    kept: { type: 'boolean' },
  },
});
const jobs = Number(given.jobs ?? 2);

function shown(text: string): string {
  const row = text.replace(/\s+/g, ' ');
  return row.length > 90 ? `${row.slice(0, 87)}...` : row;
}

/** The changes that are kept: each must be noticed still. */
async function tryKept(program: Program): Promise<number> {
  const trials = known.killed.flatMap(trialOf);
  let missed = known.killed.length - trials.length;
  await tryAll(program, trials, { jobs, end: Number.POSITIVE_INFINITY }, ({ file, kept }, outcome) => {
    if (outcome === 'killed') return;
    console.log(`${outcome}  ${file}: ${shown(kept.from)} -> ${shown(kept.to)}`);
    missed++;
  });
  console.log(`${known.killed.length - missed} of ${known.killed.length} kept changes are noticed`);
  return missed;
}

function trialOf(kept: Kept): (Trial & { readonly kept: Kept })[] {
  const { file } = kept;
  const source = readFileSync(join(root, file), 'utf8');
  const changed = withChange(kept, source);
  const mutant = changed === undefined ? undefined : asExpression(source, changed);
  if (mutant) return [{ file, source, mutant, kept, tests: testsOf(kept) }];
  const fault = changed === undefined ? 'stands not once there' : 'is no expression';
  console.log(`${file}: ${shown(kept.from)} ${fault}: write it anew`);
  return [];
}

function testsOf({ file, tests }: Kept) {
  return tests
    ? { files: tests }
    : areas(root)
        .find(({ files }) => files.includes(file))!
        .tests(file);
}

async function tryDrawn(program: Program): Promise<void> {
  const seed = Number(given.seed ?? Date.now() % 100_000);
  const limits = { jobs, end: Date.now() + Number(given.minutes ?? 10) * 60_000 };
  const wanted = given.only?.split(',');
  const chosen = areas(root).filter(({ name }) => wanted?.includes(name) ?? true);
  const draws = drawn(root, chosen, given.file ?? '', seed);
  const figures = new Figures(chosen.map(({ name }) => name));
  const isRefused = compilerOf(root);
  for (let left = Number(given.count ?? draws.length); left > 0 && draws.length > 0 && Date.now() < limits.end;) {
    const batch: Draw[] = [];
    while (batch.length < Math.min(left, atOnce) && draws.length > 0) {
      const draw = draws.shift()!;
      if (isRefused(draw.file, withBrackets(draw))) figures.refused++;
      else batch.push(draw);
    }
    left -= batch.length;
    await tryBatch(program, batch, limits, figures);
  }
  figures.print(seed);
}

/** As it is switched on. */
function withBrackets({ source, mutant }: Draw): string {
  return changedText(source, { ...mutant, text: `(${mutant.text})` });
}

async function tryBatch(program: Program, batch: readonly Draw[], limits: Limits, figures: Figures): Promise<void> {
  await tryAll(program, batch, limits, ({ area, file, source, mutant }, outcome) => {
    figures.add(area, outcome === 'killed');
    if (outcome === 'killed') return;
    const line = source.slice(0, mutant.start).split('\n').length;
    console.log(
      `${outcome}  ${file}:${line}  ${shown(source.slice(mutant.start, mutant.end))} -> ${shown(mutant.text)}`,
    );
  });
}

/** How many of how many are noticed, by area. */
class Figures {
  refused = 0;
  private readonly of: ReadonlyMap<string, { killed: number; all: number }>;

  constructor(names: readonly string[]) {
    this.of = new Map(names.map((name) => [name, { killed: 0, all: 0 }]));
  }

  add(name: string, isKilled: boolean): void {
    const figure = this.of.get(name)!;
    figure.killed += Number(isKilled);
    figure.all++;
  }

  print(seed: number): void {
    const total = { killed: 0, all: 0 };
    for (const [name, { killed, all }] of this.of) {
      console.log(`${name}: ${killed} of ${all} noticed (${rate(killed, all)} %)`);
      total.killed += killed;
      total.all += all;
    }
    const { killed, all } = total;
    console.log(
      `${killed} of ${all} changes noticed (${rate(killed, all)} %), ${this.refused} more refused by the compiler, seed ${seed}`,
    );
  }
}

function rate(killed: number, all: number): string {
  return ((100 * killed) / Math.max(1, all)).toFixed(0);
}

async function main(): Promise<void> {
  const program = await Program.copyOf(root);
  try {
    if (given.kept) process.exitCode = (await tryKept(program)) > 0 ? 1 : 0;
    else await tryDrawn(program);
  } finally {
    program.remove();
  }
}

void main();
