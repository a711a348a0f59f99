// `vrp explain RULE`: a rule in words, from its own file.
import { sourceInWords } from '../../catalogue/guide';
import type { Rule } from '../../diagnostics/rule';
import { rules } from '../../rules/registry';
import { exitCodes, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { badUsage, refuse } from '../problem';
import type { AddCommand } from './command';

/**
 * Adds `vrp explain`: why a rule is, with its examples. An id that is not known is refused with those that may be
 * meant.
 */
export const addExplain: AddCommand = (program, io, done) => {
  program
    .command('explain')
    .argument('<rule>', 'a rule id')
    .description('explain a rule')
    .action((id: string) => done(explain(id, io)));
};

function explain(id: string, io: Io): ExitCode {
  const found = rules.find((rule) => rule.id === id);
  if (!found) return refuse(io, badUsage(`no rule ${id}; ${advice(id)}`));
  io.out(explanation(found));
  return exitCodes.clean;
}

/** What may have been meant: rules that hold the text, or two of its longer words. */
function advice(id: string): string {
  const longWords = id.split('-').filter((word) => word.length > 3);
  const near = rules
    .map((rule) => rule.id)
    .filter((other) => other.includes(id) || longWords.filter((word) => other.includes(word)).length > 1)
    .slice(0, 5);
  return near.length > 0 ? `did you mean ${near.join(', ')}?` : 'vrp rules lists them';
}

function explanation(rule: Rule): string {
  const firing = rule.examples.find((example) => example.config.includes('^'));
  return [
    `${rule.id} (${rule.severity}${rule.off ? ', off by default' : ''})`,
    `  ${rule.title}.`,
    '',
    `Why: ${rule.why}`,
    `Guide: ${rule.guide.map((source) => sourceInWords(source)).join('; ')}`,
    `Fix: ${rule.fix ? 'offered in the editor' : 'none: it takes a decision the files do not hold'}`,
    ...(firing ? exampleLines(firing) : []),
    '',
  ].join('\n');
}

function exampleLines({ title, config }: Rule['examples'][number]): string[] {
  const beforeFix = config.split(/^[ \t]*fixed:/m)[0]!;
  return ['', `Example: ${title}`, ...dedented(beforeFix).map((line) => `  ${line}`)];
}

/** The lines of an example without the indent its source file gives it. */
export function dedented(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  const indent = Math.min(...lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent));
}
