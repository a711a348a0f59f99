// `vrp completion SHELL`: a script that makes the shell complete commands, options, and what options take. It is made from the
// commands themselves, so that none is missing, and asks nothing of `vrp` while somebody types.
import { Argument, type Command, type Option } from 'commander';
import { rules } from '../../rules/registry';
import { scenarios } from '../../scenarios';
import { exitCodes } from '../exit-code';
import type { AddCommand } from './command';

const scripts = { bash, zsh, fish } as const;

/** Adds `vrp completion`: a shell script made of all commands that `program` has when it runs. */
export const addCompletion: AddCommand = (program, io, done) => {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(scripts)))
    .description('print the completion script of a shell: bash, zsh or fish')
    .action((shell: keyof typeof scripts) => {
      io.out(scripts[shell](program.commands.map(describe)));
      done(exitCodes.clean);
    });
};

/** What the first argument of a command may be, where the command itself says it in a sentence of its own. */
const firstArguments: Readonly<Record<string, readonly string[]>> = {
  new: scenarios.map(({ id }) => id),
  explain: rules.map(({ id }) => id),
};

interface Described {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly Option[];
  /** What its first argument may be, where that is a list. */
  readonly choices: readonly string[];
}

function describe(command: Command): Described {
  return {
    name: command.name(),
    summary: command.description(),
    options: command.options,
    choices: command.registeredArguments[0]?.argChoices ?? firstArguments[command.name()] ?? [],
  };
}

function flagsOf(option: Option): readonly string[] {
  return [option.short, option.long].filter((flag) => flag !== undefined);
}

function bash(commands: readonly Described[]): string {
  const cases = commands.map(({ name, options, choices }) => {
    const values = options.flatMap((option) =>
      option.argChoices
        ? [
            `      ${flagsOf(option).join('|')}) COMPREPLY=($(compgen -W "${option.argChoices.join(' ')}" -- "$word")); return ;;`,
          ]
        : [],
    );
    const words = [...options.flatMap(flagsOf), ...choices].join(' ');
    return `    ${name})
      case "$before" in
${values.join('\n')}
      esac
      COMPREPLY=($(compgen -W "${words}" -- "$word")) ;;`;
  });
  return `# bash completion of vrp: source it, or put it where bash looks for completions.
_vrp() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -o default -F _vrp vrp
`;
}

function zsh(commands: readonly Described[]): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map(({ name, options, choices }) => {
    const specs = options.map((option) => `      '${zshOption(option)}'`);
    const argument = choices.length > 0 ? `      '1:argument:(${choices.join(' ')})'` : `      '*:file:_files'`;
    return `    ${name}) _arguments \\\n${[...specs, argument].join(' \\\n')} ;;`;
  });
  return `#compdef vrp
_vrp() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _vrp vrp
`;
}

function zshOption(option: Option): string {
  const takes = option.required || option.optional;
  const values = option.argChoices ? `(${option.argChoices.join(' ')})` : '_files';
  return `${option.long ?? option.short}[${quoted(option.description)}]${takes ? `:value:${values}` : ''}`;
}

/** Within single quotes, and within the brackets of a description. */
function quoted(text: string): string {
  return text.replaceAll("'", '').replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ',');
}

function fish(commands: readonly Described[]): string {
  const lines = commands.flatMap(({ name, summary, options, choices }) => [
    `complete -c vrp -n __fish_use_subcommand -f -a ${name} -d '${quoted(summary)}'`,
    ...choices.map((choice) => `complete -c vrp -n '__fish_seen_subcommand_from ${name}' -f -a ${choice}`),
    ...options.map((option) => fishOption(name, option)),
  ]);
  return `# fish completion of vrp\n${lines.join('\n')}\n`;
}

function fishOption(command: string, option: Option): string {
  const short = option.short ? ` -s ${option.short.slice(1)}` : '';
  const long = option.long ? ` -l ${option.long.slice(2)}` : '';
  const values = option.argChoices ? ` -x -a '${option.argChoices.join(' ')}'` : '';
  const takes = values === '' && (option.required || option.optional) ? ' -r' : values;
  return `complete -c vrp -n '__fish_seen_subcommand_from ${command}'${short}${long}${takes} -d '${quoted(option.description)}'`;
}
