// `vrp lsp`: the language server, for editors that start it by the command line.
import { Option } from 'commander';
import { exitCodes } from '../exit-code';
import type { AddCommand } from './command';

/** Adds `vrp lsp`: serves on standard input and output until the client goes. */
export const addLsp: AddCommand = (program, io, done) => {
  program
    .command('lsp')
    .description('serve the Language Server Protocol')
    .option('--stdio', 'on standard input and output')
    // What clients of the protocol's own libraries give a server they start.
    .addOption(new Option('--node-ipc').hideHelp())
    .addOption(new Option('--socket <port>').hideHelp())
    .addOption(new Option('--pipe <name>').hideHelp())
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(async () => {
      await io.serve();
      done(exitCodes.clean);
    });
};
