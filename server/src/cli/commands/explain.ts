// `vrp explain RULE` and `vrp rules`: a rule in words, from its own file.
import { sourceInWords } from '../../catalogue/guide';
import type { Rule } from '../../diagnostics/rule';

export function explanation(rule: Rule): string {
  const fires = rule.examples.find((example) => example.config.includes('^'));
  return [
    `${rule.id} (${rule.severity}${rule.off ? ', off by default' : ''})`,
    `  ${rule.title}.`,
    '',
    `Why: ${rule.why}`,
    `Guide: ${rule.guide.map((source) => sourceInWords(source)).join('; ')}`,
    `Fix: ${rule.fix ? 'offered in the editor' : 'none: it takes a decision the files do not hold'}`,
    ...(fires
      ? ['', `Example: ${fires.title}`, ...dedented(fires.config.split(/^\s*fixed:/m)[0]!).map((line) => `  ${line}`)]
      : []),
    '',
  ].join('\n');
}

export function ruleTable(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  return rules
    .map(
      (rule) =>
        `${rule.id.padEnd(width)}  ${(rule.off ? 'off' : rule.severity).padEnd(11)}  ${rule.fix ? 'fix' : '   '}  ${rule.title}\n`,
    )
    .join('');
}

/** The lines of an example without the indent its source file gives it. */
export function dedented(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  const indent = Math.min(...lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent));
}
