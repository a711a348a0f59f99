// JUnit XML, as test servers read it: a suite per device, a failure per finding that makes the exit code 1; a device without any
// passes. A case is named by the finding's fingerprint, so that it keeps its name while lines come and go above it.
import type { Finding } from '../../workspace/workspace';
import { push } from '../../text/collections';
import { printable } from '../../text/sanitize';
import type { CheckResult } from '../check/result';
import type { FileRow } from './file-row';
import type { ReportContext } from './report';

/**
 * JUnit XML: a suite a device, a test case a finding; findings below the fail level pass. A device without findings has
 * one case that passes.
 */
export function junitReport(result: CheckResult, { fails }: ReportContext): string {
  const byFile = new Map<string, Finding[]>();
  for (const finding of result.findings) push(byFile, finding.file, finding);
  const suites = result.files
    .filter((file) => file.vrp)
    .map((file) => suite(file, byFile.get(file.path) ?? [], result, fails));
  const totals = counted(sum(suites.map(({ tests }) => tests)), sum(suites.map(({ failures }) => failures)));
  const texts = suites.map(({ text }) => `${text}\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vrp" ${totals}>\n${texts}</testsuites>\n`;
}

interface Suite {
  readonly text: string;
  readonly tests: number;
  readonly failures: number;
}

function suite(
  { path, device }: FileRow,
  findings: readonly Finding[],
  result: CheckResult,
  fails: ReportContext['fails'],
): Suite {
  const failures = findings.filter(fails).length;
  const cases =
    findings.length === 0
      ? [`    <testcase classname="${xml(path)}" name="no findings"/>`]
      : findings.map((finding) => testCase(path, finding, result.fingerprint(finding), fails(finding)));
  const attributes = `name="${xml(device ?? path)}" ${counted(cases.length, failures)}`;
  const text = `  <testsuite ${attributes}>\n${cases.join('\n')}\n  </testsuite>`;
  return { text, tests: cases.length, failures };
}

function counted(tests: number, failures: number): string {
  return `tests="${tests}" failures="${failures}" errors="0"`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

function testCase(path: string, finding: Finding, fingerprint: string, isFailure: boolean): string {
  const { rule, severity, message, range, peer } = finding;
  const line = range.start.line + 1;
  const head = `    <testcase classname="${xml(path)}" name="${xml(`${rule} ${fingerprint}`)}"`;
  const texts = [`${path}:${line}:${range.start.character + 1} ${message}`];
  if (peer) texts.push(`${peer.file}:${peer.range.start.line + 1} ${peer.message}`);
  const text = texts.map((row) => xml(row)).join('\n');
  if (!isFailure) return `${head}><system-out>${text}</system-out></testcase>`;
  const failure = `<failure type="${severity}" message="${xml(message)}">${text}</failure>`;
  return `${head}>${failure}</testcase>`;
}

function xml(text: string): string {
  return printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '?');
}
