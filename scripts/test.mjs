// Runs the suite on node:test and ends with the one line that counts: `N passed, N failed`. `node scripts/test.mjs test/a.test.ts` runs
// that file, or all of a folder, `--extremes` the walks over the worst inputs, which take minutes (`npm run test:extremes`), `--long`
// those and to their ends all that are a part of themselves otherwise (`npm run test:long`).
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleTests } from './test-bundle.mjs';

/** Every request and every command on inputs of any size: minutes, and rarely touched by a change. */
const extremes = ['test/system/extremes.test.ts', 'test/system/long-runs.test.ts'];

const named = process.argv.slice(2);
const outside = new Set(['vscode', 'bench', 'fuzz', 'pairs']);
const files = filesOf(named);
const made = join('out/tests', String(process.pid));
const counted = { pass: 0, fail: 0, cancelled: 0, skipped: 0 };
let isWhole = true;

const [fromSources, bundled] = [files.filter(needsSources), files.filter((file) => !needsSources(file))];
try {
  if (bundled.length > 0) await run(['--enable-source-maps'], [...(await bundleTests(bundled, resolve(made))).keys()]);
  if (fromSources.length > 0) await run(['--import', 'tsx'], fromSources);
} finally {
  rmSync(made, { recursive: true, force: true });
}
const failed = counted.fail + counted.cancelled;
console.log(`${counted.pass} passed, ${failed} failed`);
process.exitCode = !isWhole || failed > 0 || counted.pass === 0 || counted.skipped > 0 ? 1 : 0;

function run(options, paths) {
  const child = spawn(
    process.execPath,
    [
      ...options,
      '--import',
      './test/support/seed.mjs',
      '--test',
      '--test-concurrency=2',
      '--test-reporter=spec',
      ...paths,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...(named.includes('--long') && { VRP_LONG: '1' }) },
    },
  );
  // What was made is removed behind the last test, also where somebody ends the run.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => child.kill(signal));
  let summary = '';
  child.stdout.on('data', (data) => {
    process.stdout.write(data);
    // The counts come before the details of what failed, which may be long.
    for (const line of String(data).split('\n')) if (/^ℹ \w+ \d+/.test(line)) summary += `${line}\n`;
  });
  return new Promise((done) =>
    child.on('close', (code) => {
      for (const word of Object.keys(counted))
        counted[word] += Number(new RegExp(`^ℹ ${word} (\\d+)`, 'm').exec(summary)?.[1] ?? 0);
      isWhole &&= code === 0;
      done();
    }),
  );
}

/** What counts the steps of the program wants each module as it is written, and the binding of the grammar is a module of ECMAScript. */
function needsSources(file) {
  const text = readFileSync(file, 'utf8');
  return text.includes('new StepCounter(') || text.includes('nativeParser(');
}

function filesOf(names) {
  if (names.includes('--long')) return [...extremes, ...testsIn('test').filter(hasTwoLengths)];
  if (names.includes('--extremes')) return extremes;
  // Node 20 walks through folders by itself, later ones do not.
  if (names.length > 0) return names.flatMap((name) => (statSync(name).isDirectory() ? testsIn(name) : [name]));
  return testsIn('test')
    .filter((file) => !extremes.includes(file))
    .sort();
}

/** By `isLong` or `partOf` of test/support/long.ts. */
function hasTwoLengths(file) {
  return readFileSync(file, 'utf8').includes("/support/long'");
}

function testsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return outside.has(entry.name) ? [] : testsIn(path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });
}
