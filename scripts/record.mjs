// `npm run record`: writes anew what tests hold the program's answers to (test/support/recorded.ts). The difference is there to be read
// before it is committed. `npm run record -- rules` writes those under test/rules only.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [part = ''] = process.argv.slice(2);
const tests = readdirSync('test', { recursive: true })
  .map((file) => join('test', file))
  .filter((file) => file.endsWith('.test.ts') && file.startsWith(join('test', part)))
  .filter((file) => readFileSync(file, 'utf8').includes("/support/recorded'"))
  .sort();
const { status } = spawnSync(process.execPath, ['scripts/test.mjs', ...tests], {
  stdio: 'inherit',
  env: { ...process.env, VRP_RECORD: '1' },
});
process.exitCode = status ?? 1;
