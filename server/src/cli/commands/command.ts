// The shape that all commands of `vrp` share, and the options that several of them take.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { baselineName } from '../../diagnostics/baseline';
import { namedEncodings, settingsName } from '../../workspace/settings';
import type { ExitCode } from '../exit-code';
import type { Io } from '../io';

/**
 * Adds one command to `vrp`: its arguments, its options and what it does with them. The action hands its exit code to `done`; what
 * it throws is a mistake of ours, or an error whose message is for people.
 */
export type AddCommand = (program: Command, io: Io, done: (code: ExitCode) => void) => void;

/** What standard input and the paths of several commands are called in their help. */
export const pathsHelp = 'files, directories, globs, or - for standard input';

/** The first of the formats is the one without `--format`. */
export function formatOption(formats: readonly string[], help = 'report format'): Option {
  return new Option('-f, --format <format>', help).choices(formats).default(formats[0]);
}

/** The option `--config`, for commands that read `.vrp.json`. */
export function configOption(): Option {
  return new Option(
    '--config <file>',
    `settings file (default: the nearest ${settingsName}, here or in a folder above)`,
  );
}

/** The option `--encoding`; any other word is refused with the code `badUsage`. */
export function encodingOption(): Option {
  const help = 'encoding of the files (default: from the settings, else the first that fits each file)';
  return new Option('--encoding <encoding>', help).choices(namedEncodings);
}

/** The option `--allow-empty`, for commands that fail where nothing was checked. */
export function allowEmptyOption(): Option {
  return new Option('--allow-empty', 'exit 0 also where no file is a VRP configuration and nothing was checked');
}

/** The option `--baseline`, for commands that read accepted findings. */
export function baselineOption(): Option {
  return new Option('--baseline <file>', `file of accepted findings (default: ${baselineName}, where there is one)`);
}

/** For an option whose value is a list with commas, and that may come again. */
export function commaList(value: string, before: readonly string[] = []): readonly string[] {
  const items = value.split(',').map((item) => item.trim());
  return [...before, ...items.filter((item) => item !== '')];
}

/** For an option that may come again. */
export function repeated(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** For an option that is a number from 1. */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new InvalidArgumentError('It is a number from 1.');
  return Number(value);
}
