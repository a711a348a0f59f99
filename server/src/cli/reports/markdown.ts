// A report for a pull request, a ticket or a wiki: what was looked at, then a table of findings for each device.
import type { Finding } from '../../workspace/workspace';
import { push } from '../../text/collections';
import { escapeMarkdown } from '../../text/markdown';
import { printableRow } from '../../text/sanitize';
import type { CheckResult } from '../check/result';
import { withPeerMessage } from './peer-message';
import { relativePath } from './report-path';
import type { ReportContext } from './report';
import { summary } from './text';

/** Markdown for a comment or a summary page: one table a file with findings. Lines from 1. */
export function markdownReport(result: CheckResult, { folder }: ReportContext): string {
  const byFile = new Map<string, Finding[]>();
  for (const finding of result.findings) push(byFile, finding.file, finding);
  const parts = [...byFile].map(([file, findings]) => fileTable(file, findings, result, folder));
  return `${['## Huawei VRP hot backup', cell(summary(result)), ...parts].join('\n\n')}\n`;
}

function fileTable(file: string, findings: readonly Finding[], { files }: CheckResult, folder: string): string {
  const device = files.find((row) => row.path === file)?.device ?? '';
  const heading = `### ${cell(device)} (${cell(relativePath(file, folder))})`;
  const rows = findings.map((finding) => {
    const { range, severity, rule } = finding;
    return `| ${range.start.line + 1} | ${severity} | ${cell(withPeerMessage(finding))} | ${rule} |`;
  });
  return [heading, '', '| line | severity | finding | rule |', '| ---: | --- | --- | --- |', ...rows].join('\n');
}

/** Text of a configuration as text: nothing in it is markup, and none of it ends a cell. */
function cell(text: string): string {
  return escapeMarkdown(printableRow(text));
}
