// `npm run test:node [-- 22 24]`: what ships, and the quick parts of the suite, on other versions of Node than the one that is here.
// The programs come from npm, without install scripts, and are kept in node_modules/.cache. Ends with `N passed, N failed`.
import { join } from 'node:path';
import { nodeOf } from './install/node.mjs';
import { attempt, finish } from './install/report.mjs';
import { root, run } from './install/shell.mjs';

const versions = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['22', '24'];
/** Files, processes, threads, streams and the transport: what another Node could do otherwise. */
const parts = ['client', 'lsp/requests', 'main', 'syntax', 'text', 'workspace'].map((name) => `test/${name}`);

run(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root });
for (const version of versions) {
  let node;
  await attempt(`Node ${version} from npm`, () => {
    node = nodeOf(version);
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
