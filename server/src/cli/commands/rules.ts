// `vrp rules`: all rules, one a line.
import type { Rule } from '../../diagnostics/rule';
import { rules } from '../../rules/registry';
import { exitCodes } from '../exit-code';
import type { AddCommand } from './command';

export const addRules: AddCommand = (program, io, done) => {
  program
    .command('rules')
    .description('list the rules')
    .action(() => {
      io.out(ruleTable());
      done(exitCodes.clean);
    });
};

function ruleTable(): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  return rules.map((rule) => `${ruleRow(rule, width)}\n`).join('');
}

function ruleRow(rule: Rule, width: number): string {
  const severity = rule.off ? 'off' : rule.severity;
  return `${rule.id.padEnd(width)}  ${severity.padEnd(11)}  ${rule.fix ? 'fix' : '   '}  ${rule.title}`;
}
