// JUnit XML, as test servers read it: a suite per device, a failure per error or warning; a device without any passes.
import { maskedText } from '../../model/secrets';
import type { Finding } from '../../workspace/workspace';
import type { CheckResult } from '../check/result';
import type { FileRow } from './file-row';
import { printable } from '../../text/sanitize';

export function junitReport(result: CheckResult): string {
  const devices = result.files.filter((file) => file.vrp);
  const suites = devices.map((file) => `${suite(file, result.findings)}\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vrp">\n${suites}</testsuites>\n`;
}

function suite({ path, device }: FileRow, all: readonly Finding[]): string {
  const findings = all.filter((finding) => finding.file === path);
  const failures = findings.filter(isFailure).length;
  const cases =
    findings.length === 0
      ? [`    <testcase classname="${xml(path)}" name="no findings"/>`]
      : findings.map((finding) => testCase(path, finding));
  const attributes = `name="${xml(device ?? path)}" tests="${cases.length}" failures="${failures}" errors="0"`;
  return `  <testsuite ${attributes}>\n${cases.join('\n')}\n  </testsuite>`;
}

function testCase(path: string, finding: Finding): string {
  const { rule, severity, message, range, peer } = finding;
  const line = range.start.line + 1;
  const head = `    <testcase classname="${xml(path)}" name="${xml(`${rule} at line ${line}`)}"`;
  const texts = [`${path}:${line}:${range.start.character + 1} ${message}`];
  if (peer) texts.push(`${peer.file}:${peer.range.start.line + 1} ${peer.message}`);
  const text = texts.map((row) => xml(maskedText(row))).join('\n');
  if (!isFailure(finding)) return `${head}><system-out>${text}</system-out></testcase>`;
  const failure = `<failure type="${severity}" message="${xml(maskedText(message))}">${text}</failure>`;
  return `${head}>${failure}</testcase>`;
}

function isFailure({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function xml(text: string): string {
  return printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '?');
}
