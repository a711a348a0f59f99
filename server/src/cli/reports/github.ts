// GitHub workflow commands: one annotation a finding. Whatever a file says is escaped, so that it cannot be a command itself.
import type { Finding } from '../../workspace/workspace';
import { printable } from '../../text/sanitize';
import type { CheckResult } from '../check/result';
import { levelOf } from './severity';
import { summary } from './text';

/** Workflow commands of GitHub Actions, one a finding, and a summary line. Lines and columns from 1. */
export function githubReport(result: CheckResult): string {
  return result.findings.map(annotation).join('') + `${printable(summary(result))}\n`;
}

function annotation(finding: Finding): string {
  const level = levelOf(finding.severity, 'notice');
  const { start, end } = finding.range;
  const peer = finding.peer
    ? ` (${finding.peer.file}:${finding.peer.range.start.line + 1} ${finding.peer.message})`
    : '';
  const properties = Object.entries({
    file: finding.file,
    line: start.line + 1,
    endLine: end.line + 1,
    col: start.character + 1,
    endColumn: end.character + 1,
    title: finding.rule,
  })
    .map(([key, value]) => `${key}=${property(String(value))}`)
    .join(',');
  return `::${level} ${properties}::${data(finding.message + peer)}\n`;
}

function data(text: string): string {
  return printable(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
