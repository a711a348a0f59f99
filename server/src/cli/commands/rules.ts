// `vrp rules`: all rules, one a line, or as JSON for a program.
import type { Rule } from '../../diagnostics/rule';
import { rules } from '../../rules/registry';
import { printableJson } from '../../text/sanitize';
import { exitCodes } from '../exit-code';
import { formatOption, type AddCommand } from './command';

const formats = { text: ruleTable, json: ruleJson } as const;

/** Adds `vrp rules`: all rules as a table or as JSON. */
export const addRules: AddCommand = (program, io, done) => {
  program
    .command('rules')
    .description('list the rules')
    .addOption(formatOption(Object.keys(formats), 'a table, or JSON with the reason for each rule'))
    .action(({ format }: { readonly format: keyof typeof formats }) => {
      io.out(formats[format]());
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

function ruleJson(): string {
  const all = rules.map(({ id, title, severity, off, scope, fix, why, guide }) => ({
    id,
    title,
    severity,
    on: off !== true,
    scope,
    fix: fix !== undefined,
    why,
    guide: [...guide],
  }));
  return `${printableJson({ schemaVersion: 1, rules: all })}\n`;
}
