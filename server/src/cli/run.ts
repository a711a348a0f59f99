// The command line: reads the arguments, prints to stdout what was asked for and to stderr the rest, answers with an exit code.
import { Command, CommanderError, Option } from 'commander';
import { errorText } from '../text/error-text';
import { printable } from '../text/sanitize';
import { addCheck } from './commands/check';
import type { AddCommand } from './commands/command';
import { addCompletion } from './commands/completion';
import { addDiff } from './commands/diff';
import { addExplain } from './commands/explain';
import { addFailover } from './commands/failover';
import { addLab } from './commands/lab';
import { addLsp } from './commands/lsp';
import { addNew } from './commands/new';
import { addPairs } from './commands/pairs';
import { addRedact } from './commands/redact';
import { addRules } from './commands/rules';
import { exitCodes, type ExitCode } from './exit-code';
import type { Io } from './io';

/** In the order in which the help lists them. */
const commands: readonly AddCommand[] = [
  addCheck,
  addPairs,
  addDiff,
  addRedact,
  addFailover,
  addLab,
  addRules,
  addExplain,
  addNew,
  addCompletion,
  addLsp,
];

/** Runs `vrp` with the arguments behind its name. Never throws. */
export async function run(args: readonly string[], given: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean;
  const io = { ...given };
  const program = new Command('vrp')
    .description('Checks Huawei VRP configurations of routers that back each other up.')
    .version(io.version)
    .addOption(new Option('--color <when>', 'colours in text').choices(['auto', 'always', 'never']).default('auto'))
    .hook('preAction', () => {
      const { color } = program.opts<{ color: 'auto' | 'always' | 'never' }>();
      if (color !== 'auto') io.colors = color === 'always';
    })
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.error(text) })
    .showHelpAfterError('(vrp --help lists the commands)');
  for (const add of commands) {
    add(program, io, (exit) => {
      code = exit;
    });
  }
  if (args.length === 0) {
    io.error(program.helpInformation());
    return exitCodes.badUsage;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.badUsage;
    io.error(`vrp: ${printable(sentenceOf(error))}\n`);
    return exitCodes.failed;
  }
  return code;
}

/** Ours are sentences for people; whatever else is thrown is a mistake of ours. */
function sentenceOf(error: unknown): string {
  const isOurs = error instanceof Error && error.constructor === Error;
  return isOurs ? error.message : `vrp itself failed: ${errorText(error)}`;
}
