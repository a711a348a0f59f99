// GitLab's code quality report: the subset of Code Climate's format that its merge requests show.
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
import { printable, printableJson } from '../../text/sanitize';
import type { CheckResult } from '../check/result';
import { withPeerMessage } from './peer-message';
import { relativePath } from './report-path';
import type { ReportContext } from './report';

const severities = { error: 'critical', warning: 'major', information: 'info', hint: 'info' } as const;

/**
 * The JSON of GitLab's Code Quality report: a list of issues with fingerprint. Lines from 1, paths relative to
 * `folder`.
 */
export function codeQualityReport(result: CheckResult, { folder }: ReportContext): string {
  const issues = result.findings.map((finding) => ({
    description: printable(withPeerMessage(finding)),
    check_name: finding.rule,
    fingerprint: result.fingerprint(finding),
    severity: severities[finding.severity],
    location: { path: relativePath(finding.file, folder), lines: { begin: finding.range.start.line + 1 } },
  }));
  return `${printableJson(issues)}\n`;
}
