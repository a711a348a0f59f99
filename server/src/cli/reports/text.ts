// The report a person reads: per file the line with a caret under the value, the peer's line below it, what follows where nobody
// mends it, one summary line.
import type { Colors } from 'picocolors/types';
import { pluralize } from '../../text/plural';
import { push } from '../../text/collections';
import { printable, printableRow } from '../../text/sanitize';
import type { Finding } from '../../diagnostics/findings';
import { rules } from '../../rules/registry';
import { fileName } from '../../text/file-name';
import { leftText, limitFindings } from '../../workspace/limited-findings';
import type { Spot } from '../../workspace/workspace';
import { counts, type CheckResult } from '../check/result';
import { leftOutCounts, leftOutReasons, noConfigurationText, type LeftOut } from './file-row';
import { severityPaint } from './severity';

/** `most`: so many findings of one file are told. */
export function textReport(result: CheckResult, colors: Colors, most = Infinity): string {
  const lines: string[] = [];
  const byFile = new Map<string, Finding[]>();
  // What follows is told with the first finding of a rule.
  const why = new Map(rules.map((rule) => [rule.id, rule.why]));
  for (const finding of result.findings) push(byFile, finding.file, finding);
  for (const [file, findings] of byFile) {
    const { shown, left } = limitFindings(findings, most);
    lines.push(fileHeading(file, result, colors));
    for (const finding of shown) {
      lines.push(
        `  ${severityWord(finding, colors)}  ${printable(finding.message)}  ${colors.dim(finding.rule + (finding.fixable ? ' (fix available)' : ''))}`,
      );
      lines.push(...quoted(finding, result, colors, ''));
      if (finding.peer) lines.push(...quoted(finding.peer, result, colors, finding.peer.message));
      const follows = why.get(finding.rule);
      if (follows !== undefined) lines.push(`           ${colors.dim(`why: ${follows}`)}`);
      why.delete(finding.rule);
    }
    if (left > 0) lines.push(`  ${colors.dim(leftText(left, most))}`);
    lines.push('');
  }
  const leftOut = leftOutText(result.files);
  if (leftOut !== undefined) lines.push(leftOut);
  lines.push(summary(result));
  return `${lines.join('\n')}\n`;
}

/** The file, its device and the devices it is paired with. */
function fileHeading(file: string, { files, pairs }: CheckResult, colors: Colors): string {
  const device = files.find((row) => row.path === file)?.device ?? '';
  const peers = pairs.flatMap(({ a, b }) => {
    if (a.file === file) return [b.name];
    return b.file === file ? [a.name] : [];
  });
  const paired = peers.length > 0 ? `paired with ${printable(peers.join(', '))}` : 'no peer found';
  return `${colors.bold(printableRow(file))}  ${colors.dim(`${printable(device)}, ${paired}`)}`;
}

/** `2 devices, 1 pair: 2 errors, 3 warnings`, or what else there is to say when there is nothing to report. */
export function summary(result: CheckResult): string {
  const devices = result.files.filter((file) => file.vrp).length;
  if (devices === 0) return noConfigurationText(result.files.length);
  const { errors, warnings, information } = counts(result.counted ?? result.findings);
  const found = [
    errors === 0 ? 'no errors' : pluralize(errors, 'error'),
    ...(warnings > 0 ? [pluralize(warnings, 'warning')] : []),
    ...(information > 0 ? [pluralize(information, 'note')] : []),
  ];
  return `${pluralize(devices, 'device')}, ${pluralize(result.pairs.length, 'pair')}: ${found.join(', ')}`;
}

const leftOutWords: Readonly<Record<LeftOut, string>> = {
  binary: 'binary',
  'too-large': 'larger than 64 MB',
  'other-vendor': 'of another vendor',
  'no-configuration': 'no configuration',
  empty: 'empty',
};

/** `3 files left out: 1 binary, 2 no configuration`; undefined where all were checked. */
function leftOutText(files: CheckResult['files']): string | undefined {
  const counts = leftOutCounts(files);
  const reasons = leftOutReasons.filter((reason) => counts[reason] > 0);
  if (reasons.length === 0) return undefined;
  const total = reasons.reduce((sum, reason) => sum + counts[reason], 0);
  const words = reasons.map((reason) => `${counts[reason]} ${leftOutWords[reason]}`);
  return `${pluralize(total, 'file')} left out: ${words.join(', ')}`;
}

function quoted(spot: Pick<Spot, 'file' | 'range'>, result: CheckResult, colors: Colors, message: string): string[] {
  const row = spot.range.start.line;
  const raw = result.shownRow(spot.file, row).replace(/\t/g, ' ');
  const end = spot.range.end.line === row ? spot.range.end.character : raw.length;
  const gutter = `${message === '' ? '' : `${printable(fileName(spot.file))}:`}${row + 1}`.padStart(8);
  const before = printable(raw.slice(0, spot.range.start.character)).length;
  const width = Math.max(1, printable(raw.slice(spot.range.start.character, end)).length);
  return [
    `  ${colors.dim(`${gutter} |`)} ${printable(raw)}`,
    `  ${' '.repeat(gutter.length)} ${colors.dim('|')} ${' '.repeat(before)}${colors.yellow('^'.repeat(width))}${message === '' ? '' : ` ${printable(message)}`}`,
  ];
}

function severityWord(finding: Finding, colors: Colors): string {
  const place = `${finding.range.start.line + 1}:${finding.range.start.character + 1}`.padEnd(7);
  const paint = severityPaint(finding.severity, colors, colors.cyan);
  return `${place} ${paint(finding.severity === 'information' ? 'info' : finding.severity).padEnd(7)}`;
}
