// `npm run mutate`: changes the program in one small place and runs the tests nearest to it, again and again for so many minutes. A
// change that no test notices is a test that is missing, or changes nothing: `known.json` keeps those of which that is proved.
// `--only rules,pairing` chooses areas, `--file PART` files, `--seed N` repeats a draw, `--count N` and `--minutes N` end it;
// `--kept` tries only the changes that are kept because a test was written for them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { areas, type Area, type Tests } from './areas';
import { compilerOf } from './compiler';
import { mutantsOf } from './mutants';
import { Program } from './program';

interface Change {
  readonly area: Area;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly changed: string;
}

interface Kept {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Instead of those of its area. */
  readonly tests?: readonly string[];
}

/** `killed`: each has a test. `equal`: what each changes cannot be seen, and why. */
interface Known {
  readonly killed: readonly Kept[];
  readonly equal: readonly (Kept & { readonly reason: string })[];
}

const root = join(__dirname, '../..');
const { values: given } = parseArgs({
  options: {
    only: { type: 'string' },
    file: { type: 'string' },
    seed: { type: 'string' },
    count: { type: 'string' },
    minutes: { type: 'string' },
    kept: { type: 'boolean' },
  },
});
const known = JSON.parse(readFileSync(join(__dirname, 'known.json'), 'utf8')) as Known;
const seed = Number(given.seed ?? Date.now() % 100_000);

function drawn(): Change[] {
  const wanted = given.only?.split(',');
  const chosen = areas(root).filter(({ name }) => wanted?.includes(name) ?? true);
  const all = chosen.flatMap((area) =>
    area.files
      .filter((file) => file.includes(given.file ?? ''))
      .flatMap((file) => {
        const source = readFileSync(join(root, file), 'utf8');
        return mutantsOf(source).map(({ start, end, text }): Change => ({
          area,
          file,
          from: source.slice(start, end),
          to: text,
          source,
          changed: source.slice(0, start) + text + source.slice(end),
        }));
      }),
  );
  const isEqual = (change: Change) =>
    known.equal.some(({ file, from, to }) => file === change.file && from === change.from && to === change.to);
  return shuffled(all.filter((change) => !isEqual(change)));
}

/** The same order for the same seed. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  let state = seed >>> 0;
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { item, key: state };
  });
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

/** Whether a test notices. */
function isKilled(program: Program, file: string, changed: string, tests: Tests): Promise<boolean> {
  return program.changed(file, changed, () => program.fails(tests));
}

function shown(text: string): string {
  const row = text.replace(/\s+/g, ' ');
  return row.length > 90 ? `${row.slice(0, 87)}...` : row;
}

/** The changes that are kept: each must be noticed still. */
async function tryKept(program: Program): Promise<number> {
  const all = areas(root);
  let missed = 0;
  for (const { file, from, to, tests } of known.killed) {
    const source = readFileSync(join(root, file), 'utf8');
    const area = all.find(({ files }) => files.includes(file));
    if (source.split(from).length !== 2) console.log(`${file}: ${shown(from)} stands not once there: write it anew`);
    else {
      const changed = source.replace(from, () => to);
      if (await isKilled(program, file, changed, tests ? { files: tests } : area!.tests(file))) continue;
      console.log(`survived  ${file}: ${shown(from)} -> ${shown(to)}`);
    }
    missed++;
  }
  console.log(`${known.killed.length - missed} of ${known.killed.length} kept changes are noticed`);
  return missed;
}

async function tryDrawn(program: Program): Promise<void> {
  const end = Date.now() + Number(given.minutes ?? 10) * 60_000;
  const isRefused = compilerOf(root);
  const tried = new Map<string, { killed: number; all: number }>();
  const checked = new Set<string>();
  let [left, refused] = [Number(given.count ?? Number.POSITIVE_INFINITY), 0];
  for (const { area, file, from, to, source, changed } of drawn()) {
    if (left === 0 || Date.now() > end) break;
    if (isRefused(file, changed)) {
      refused++;
      continue;
    }
    left--;
    const tests = area.tests(file);
    // What fails without a change notices nothing.
    if (!checked.has(JSON.stringify(tests)) && (await program.fails(tests)))
      throw new Error(`${tests.files.join(' ')} fails by itself`);
    checked.add(JSON.stringify(tests));
    const killed = await isKilled(program, file, changed, tests);
    const of = tried.get(area.name) ?? { killed: 0, all: 0 };
    tried.set(area.name, { killed: of.killed + Number(killed), all: of.all + 1 });
    if (!killed) {
      const line = source.slice(0, firstDifference(source, changed)).split('\n').length;
      console.log(`survived  ${file}:${line}  ${shown(from)} -> ${shown(to)}`);
    }
  }
  for (const [name, { killed, all }] of tried) console.log(`${name}: ${killed} of ${all} noticed`);
  const [killed, all] = [...tried.values()].reduce(([k, a], one) => [k + one.killed, a + one.all], [0, 0]);
  const rate = ((100 * killed) / Math.max(1, all)).toFixed(0);
  console.log(`${killed} of ${all} changes noticed (${rate} %), ${refused} more refused by the compiler, seed ${seed}`);
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
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
