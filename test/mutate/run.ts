// `npm run mutate`: changes the program in one small place and runs the tests nearest to it, again and again for so many minutes. A
// change that no test notices is a test that is missing, or changes nothing: `known.json` keeps those of which that is proved.
// `--only rules,pairing` chooses areas, `--file PART` files, `--seed N` repeats a draw, `--count N` and `--minutes N` end it;
// `--kept` tries only the changes that are kept because a test was written for them.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { areas, type Area } from './areas';
import { mutantsOf } from './mutants';

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
const longest = 120_000;
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

/** The program in a folder of its own: the tree that a person works in is never touched. */
function copyOfProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-mutate-'));
  const copied = ['server', 'test', 'scripts'];
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of readdirSync(root))
    if (!copied.includes(name) && !['.git', '.workbench'].includes(name))
      symlinkSync(join(root, name), join(folder, name));
  return folder;
}

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
function isKilled(folder: string, file: string, changed: string, tests: readonly string[]): boolean {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, changed);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--test', ...tests], {
    cwd: folder,
    timeout: longest,
    stdio: 'ignore',
  });
  writeFileSync(path, before);
  return status !== 0;
}

function shown(text: string): string {
  const row = text.replace(/\s+/g, ' ');
  return row.length > 90 ? `${row.slice(0, 87)}...` : row;
}

/** The changes that are kept: each must be noticed still. */
function tryKept(folder: string): number {
  const all = areas(root);
  let missed = 0;
  for (const { file, from, to, tests } of known.killed) {
    const source = readFileSync(join(root, file), 'utf8');
    const area = all.find(({ files }) => files.includes(file));
    if (source.split(from).length !== 2) console.log(`${file}: ${shown(from)} stands not once there: write it anew`);
    else if (
      isKilled(
        folder,
        file,
        source.replace(from, () => to),
        tests ?? area!.tests(file),
      )
    )
      continue;
    else console.log(`survived  ${file}: ${shown(from)} -> ${shown(to)}`);
    missed++;
  }
  console.log(`${known.killed.length - missed} of ${known.killed.length} kept changes are noticed`);
  return missed;
}

function tryDrawn(folder: string): void {
  const end = Date.now() + Number(given.minutes ?? 10) * 60_000;
  const changes = drawn();
  const tried = new Map<string, { killed: number; all: number }>();
  const checked = new Set<string>();
  for (const { area, file, from, to, source, changed } of changes.slice(0, Number(given.count ?? changes.length))) {
    if (Date.now() > end) break;
    const tests = area.tests(file);
    // What fails without a change notices nothing.
    if (!checked.has(tests.join()) && isKilled(folder, file, source, tests))
      throw new Error(`${tests.join(' ')} fails by itself`);
    checked.add(tests.join());
    const killed = isKilled(folder, file, changed, tests);
    const of = tried.get(area.name) ?? { killed: 0, all: 0 };
    tried.set(area.name, { killed: of.killed + Number(killed), all: of.all + 1 });
    if (!killed) {
      const line = source.slice(0, firstDifference(source, changed)).split('\n').length;
      console.log(`survived  ${file}:${line}  ${shown(from)} -> ${shown(to)}`);
    }
  }
  for (const [name, { killed, all }] of tried) console.log(`${name}: ${killed} of ${all} noticed`);
  const [killed, all] = [...tried.values()].reduce(([k, a], one) => [k + one.killed, a + one.all], [0, 0]);
  console.log(
    `${killed} of ${all} changes noticed (${((100 * killed) / Math.max(1, all)).toFixed(0)} %), seed ${seed}`,
  );
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

const folder = copyOfProgram();
try {
  if (given.kept) process.exitCode = tryKept(folder) > 0 ? 1 : 0;
  else tryDrawn(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
