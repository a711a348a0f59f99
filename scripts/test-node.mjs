// `npm run test:node [-- 22 24]`: what ships, and the quick parts of the suite, on other versions of Node than the one that is here.
// The programs come from npm, without install scripts, and are kept in node_modules/.cache. Ends with `N passed, N failed`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, finish } from './install/report.mjs';
import { root, run } from './install/shell.mjs';

const versions = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['22', '24'];
/** Files, processes, threads, streams and the transport: what another Node could do otherwise. */
const parts = ['client', 'lsp/requests', 'main', 'syntax', 'text', 'workspace'].map((name) => `test/${name}`);
const system = process.platform === 'win32' ? 'win' : process.platform;
const packageName = `node-${system}-${process.arch}`;

run(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root });
for (const version of versions) {
  let node;
  await attempt(`Node ${version} from npm`, () => {
    node = fetched(version);
    return run(node, ['--version']).trim();
  });
  if (node === undefined) continue;
  await attempt(`Node ${version}: the command line checks an example with two workers`, () => {
    const args = [join(root, 'dist/cli.js'), 'check', join(root, 'examples'), '--jobs', '2'];
    const env = { VRP_WORKERS_AT_ONCE: '1' };
    const report = run(node, args, { cwd: root, status: 1, env });
    if (report !== run(process.execPath, args, { cwd: root, status: 1, env }))
      throw new Error('it says something else than here');
  });
  await attempt(`Node ${version}: ${parts.join(' ')}`, () => {
    const said = run(node, [join(root, 'scripts/test.mjs'), ...parts], { cwd: root });
    return /^\d+ passed, 0 failed$/m.exec(said)[0];
  });
}
finish();

function fetched(version) {
  const folder = join(root, 'node_modules/.cache/node', version);
  const node = join(folder, 'node_modules', packageName, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${packageName}@${version}`], { cwd: folder });
  return node;
}
