// SARIF 2.1.0: one run, UTF-16 columns, rule help, the peer's line in relatedLocations, fingerprints without line numbers, fixes.
import type { Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { rules } from '../../rules/registry';
import type { Rule } from '../../diagnostics/rule';
import type { Range } from '../../text/range';
import type { Finding, Spot } from '../../workspace/workspace';
import { problemText } from '../problem';
import type { CheckResult } from '../check/result';
import { levelOf } from './severity';
import { printable, printableJson } from '../../text/sanitize';

export function sarifReport(result: CheckResult, version: string): string {
  const used = rules.filter((rule) => result.findings.some((finding) => finding.rule === rule.id));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'vrp', semanticVersion: version, rules: used.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: result.findings.map((finding) => resultOf(finding, used, result)),
        invocations: [
          {
            executionSuccessful: result.problems.length === 0,
            toolExecutionNotifications: result.problems.map((problem) => ({
              level: 'error',
              message: { text: printable(problemText(problem)) },
            })),
          },
        ],
      },
    ],
  };
  return `${printableJson(log)}\n`;
}

function descriptor(rule: Rule): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why} Guide: ${rule.guide.join(', ')}.` },
    defaultConfiguration: { level: levelOf(rule.severity, 'note') },
  };
}

function resultOf(finding: Finding, used: readonly Rule[], result: CheckResult): Result {
  const related = [...(finding.peer ? [finding.peer] : []), ...finding.also];
  const fixes = result.fixes(finding);
  return {
    ruleId: finding.rule,
    ruleIndex: used.findIndex((rule) => rule.id === finding.rule),
    level: levelOf(finding.severity, 'note'),
    message: { text: printable(finding.message) },
    locations: [{ physicalLocation: location(finding) }],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((spot, index) => ({
            id: index + 1,
            physicalLocation: location(spot),
            message: { text: printable(spot.message) },
          })),
        }
      : {}),
    partialFingerprints: { 'vrpFinding/v1': result.fingerprint(finding) },
    ...(fixes.length > 0
      ? {
          fixes: fixes.map((fix) => ({
            description: { text: printable(fix.title) },
            artifactChanges: [...new Set(fix.edits.map((edit) => edit.file))].map((file) => ({
              artifactLocation: { uri: uri(file) },
              replacements: fix.edits
                .filter((edit) => edit.file === file)
                .map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.newText } })),
            })),
          })),
        }
      : {}),
  };
}

function location(spot: Pick<Spot, 'file' | 'range'>): PhysicalLocation {
  return { artifactLocation: { uri: uri(spot.file) }, region: region(spot.range) };
}

function region({ start, end }: Range): { startLine: number; startColumn: number; endLine: number; endColumn: number } {
  // A column behind every line stands for its end; SARIF wants a number of the file, 32 bits at most.
  const column = (character: number) => Math.min(character, 0x7ffffffe) + 1;
  return {
    startLine: start.line + 1,
    startColumn: column(start.character),
    endLine: end.line + 1,
    endColumn: column(end.character),
  };
}

function uri(path: string): string {
  return path
    .split(/[\\/]/)
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A/, 'file:///$1:');
}
