// JUnit XML, as test servers read it: a suite per device, a failure per error or warning; a device without any passes.
import { maskedText } from '../../model/secrets';
import type { CheckResult } from '../check/result';
import { printable } from '../../text/sanitize';

export function junitReport(result: CheckResult): string {
  const suites = result.files
    .filter((file) => file.vrp)
    .map((file) => {
      const findings = result.findings.filter((finding) => finding.file === file.path);
      const failures = findings.filter(
        (finding) => finding.severity === 'error' || finding.severity === 'warning',
      ).length;
      const cases =
        findings.length === 0
          ? [`    <testcase classname="${xml(file.path)}" name="no findings"/>`]
          : findings.map((finding) => {
              const place = `${file.path}:${finding.range.start.line + 1}:${finding.range.start.character + 1}`;
              const head = `    <testcase classname="${xml(file.path)}" name="${xml(`${finding.rule} at line ${finding.range.start.line + 1}`)}"`;
              const lines = [
                `${place} ${finding.message}`,
                ...(finding.peer
                  ? [`${finding.peer.file}:${finding.peer.range.start.line + 1} ${finding.peer.message}`]
                  : []),
              ];
              const text = lines.map((line) => xml(maskedText(line))).join('\n');
              return finding.severity === 'error' || finding.severity === 'warning'
                ? `${head}><failure type="${finding.severity}" message="${xml(maskedText(finding.message))}">${text}</failure></testcase>`
                : `${head}><system-out>${text}</system-out></testcase>`;
            });
      return `  <testsuite name="${xml(file.device ?? file.path)}" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0">\n${cases.join('\n')}\n  </testsuite>`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vrp">\n${suites.join('\n')}${suites.length > 0 ? '\n' : ''}</testsuites>\n`;
}

function xml(text: string): string {
  return printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '?');
}
