// Runs the suite on node:test and ends with the one line that counts: `N passed, N failed`. `node scripts/test.mjs test/a.test.ts` runs that file, or all of a
// folder, `--long` the walks that take minutes (`npm run test:long`).
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every request and every command on inputs of any size: minutes, and rarely touched by a change. */
const longWalks = ['test/system/extremes.test.ts', 'test/system/long-runs.test.ts'];

const named = process.argv.slice(2);
const outside = new Set(['vscode', 'bench', 'fuzz', 'pairs']);
const files = filesOf(named);
const child = spawn(
  process.execPath,
  [
    '--import',
    'tsx',
    '--import',
    './test/support/seed.mjs',
    '--test',
    '--test-concurrency=2',
    '--test-reporter=spec',
    ...files,
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
let summary = '';
child.stdout.on('data', (data) => {
  process.stdout.write(data);
  // The counts come before the details of what failed, which may be long.
  for (const line of String(data).split('\n')) if (/^ℹ \w+ \d+/.test(line)) summary += `${line}\n`;
});
child.on('close', (code) => {
  const count = (word) => Number(new RegExp(`^ℹ ${word} (\\d+)`, 'm').exec(summary)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  console.log(`${count('pass')} passed, ${failed} failed`);
  process.exitCode = code !== 0 || failed > 0 || count('pass') === 0 || count('skipped') > 0 ? 1 : 0;
});

function filesOf(names) {
  if (names.includes('--long')) return longWalks;
  // Node 20 walks through folders by itself, later ones do not.
  if (names.length > 0) return names.flatMap((name) => (statSync(name).isDirectory() ? testsIn(name) : [name]));
  return testsIn('test')
    .filter((file) => !longWalks.includes(file))
    .sort();
}

function testsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return outside.has(entry.name) ? [] : testsIn(path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });
}
