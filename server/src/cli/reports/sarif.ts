// SARIF 2.1.0: one run, UTF-16 columns, rule help, the peer's line in relatedLocations, fingerprints without line numbers, fixes, and
// what somebody has accepted as suppressed results. Files are named below the folder of the run, so that a service finds them.
import type { ArtifactLocation, Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { homepage } from '../../../../package.json';
import { sourceInWords } from '../../catalogue/guide';
import { rules } from '../../rules/registry';
import type { Rule } from '../../diagnostics/rule';
import type { Range } from '../../text/range';
import type { Finding, Spot } from '../../workspace/workspace';
import { proseMarkdown } from '../../text/markdown';
import { printable, printableJson } from '../../text/sanitize';
import { problemText } from '../problem';
import type { CheckResult } from '../check/result';
import { levelOf } from './severity';
import type { ReportContext } from './report';
import { pathUri, relativePath } from './report-path';

/** What accepted a finding: a mark in the configuration, or the baseline beside it. */
const suppressionKinds = { mark: 'inSource', baseline: 'external' } as const;

/** The folder of the run, as SARIF's own examples call it. */
const root = 'SRCROOT';

/**
 * SARIF 2.1.0 (OASIS). Lines and columns from 1, columns in UTF-16 code units; paths are relative to `folder` where
 * they lie in it. Accepted findings are results with a suppression.
 */
export function sarifReport(result: CheckResult, { version, folder }: ReportContext): string {
  const ids = new Set([...result.findings, ...result.accepted.map(({ finding }) => finding)].map(({ rule }) => rule));
  const used = rules.filter((rule) => ids.has(rule.id));
  const index = new Map(used.map((rule, place) => [rule.id, place]));
  const sarif = new SarifResults(result, index, folder);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'vrp', semanticVersion: version, informationUri: homepage, rules: used.map(descriptor) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { uri: `${pathUri(folder).replace(/\/$/, '')}/` } },
        results: sarif.all(),
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
  const guide = rule.guide.map((source) => sourceInWords(source)).join('; ');
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: {
      text: `${rule.why} Guide: ${guide}.`,
      markdown: `${proseMarkdown(rule.why)}\n\nGuide: ${proseMarkdown(guide)}.\n\n[How to mend it](${rulePage(rule.id)})`,
    },
    helpUri: rulePage(rule.id),
    defaultConfiguration: { level: levelOf(rule.severity, 'note') },
    properties: { tags: ['network', 'hot-backup', rule.id.split('-')[0]!], precision: 'high' },
  };
}

/** The page of a rule, for who has only the report. */
function rulePage(rule: string): string {
  return `${homepage}/blob/main/docs/rules/${rule}.md`;
}

/** The results of one run: they share how files are named. */
class SarifResults {
  constructor(
    private readonly result: CheckResult,
    private readonly ruleIndex: ReadonlyMap<string, number>,
    private readonly folder: string,
  ) {}

  all(): Result[] {
    const { findings, accepted } = this.result;
    return [
      ...findings.map((finding) => ({
        ...this.of(finding, this.result.fingerprint(finding)),
        ...this.fixesOf(finding),
      })),
      ...accepted.map(({ finding, fingerprint, by, reason }) => ({
        ...this.of(finding, fingerprint),
        suppressions: [{ kind: suppressionKinds[by], justification: printable(reason) }],
      })),
    ];
  }

  private of(finding: Finding, fingerprint: string): Result {
    const related = [...(finding.peer ? [finding.peer] : []), ...finding.also];
    return {
      ruleId: finding.rule,
      ruleIndex: this.ruleIndex.get(finding.rule)!,
      level: levelOf(finding.severity, 'note'),
      message: { text: printable(finding.message) },
      locations: [{ physicalLocation: this.location(finding) }],
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map((spot, index) => ({
              id: index + 1,
              physicalLocation: this.location(spot),
              message: { text: printable(spot.message) },
            })),
          }),
      partialFingerprints: { 'vrpFinding/v1': fingerprint },
    };
  }

  private fixesOf(finding: Finding): Pick<Result, 'fixes'> {
    const fixes = this.result.fixes(finding);
    if (fixes.length === 0) return {};
    return {
      fixes: fixes.map((fix) => ({
        description: { text: printable(fix.title) },
        artifactChanges: [...new Set(fix.edits.map((edit) => edit.file))].map((file) => ({
          artifactLocation: this.artifact(file),
          replacements: fix.edits
            .filter((edit) => edit.file === file)
            .map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.newText } })),
        })),
      })),
    };
  }

  private location(spot: Pick<Spot, 'file' | 'range'>): PhysicalLocation {
    return { artifactLocation: this.artifact(spot.file), region: region(spot.range) };
  }

  /** Relative to the folder of the run; absolute for a file elsewhere. */
  private artifact(file: string): ArtifactLocation {
    const uri = pathUri(relativePath(file, this.folder));
    return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: root };
  }
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
