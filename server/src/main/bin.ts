// What the shell starts as `vrp`: answers `--version` by itself and loads the program for all else, since most of the time that a
// short command takes is that of reading the program.
import { join } from 'node:path';
import { version } from '../../../package.json';
import { loadProgram } from './compile-cache';
import type * as Program from './vrp';

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${version}\n`);
} else {
  const program = loadProgram(join(__dirname, 'vrp.js'), args[0]) as typeof Program;
  program.runVrp(args);
}
