// `npm start`: checks the example pairs with the command line that was just built and says how to see the same in an editor.
import { spawnSync } from 'node:child_process';

const result = spawnSync(
  process.execPath,
  ['dist/cli.js', 'check', 'examples/mld-mistakes', 'examples/dhcpv6-relay', '--fail-level', 'off'],
  { stdio: 'inherit' },
);
console.log(`
Those are the example pairs of this project, with mistakes on purpose. Now yours:
  node dist/cli.js check PATH...        files, folders or globs; the pairs among them are found
  node dist/cli.js explain RULE         why a finding matters
In VS Code: npm run package, then "Extensions: Install from VSIX..." and open examples/mld-mistakes.
Without VS Code on this machine: npm run code opens one in the browser.`);
process.exitCode = result.status ?? 3;
