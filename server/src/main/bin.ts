// What the shell starts as `vrp`: answers `--version` by itself and loads the program for all else, since most of the time that a
// short command takes is that of reading the program.
import module from 'node:module';
import { version } from '../../../package.json';
import type * as Program from './vrp';

/** Node 22 and later keep what they compiled for the next start. */
interface CompileCache {
  enableCompileCache?(): unknown;
}

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${version}\n`);
} else {
  (module as CompileCache).enableCompileCache?.();
  // Not `import()`: that reads the whole program once more, for the names that it exports.
  const program = module.createRequire(__filename)('./vrp.js') as typeof Program;
  program.runVrp(args);
}
