// The JSON report: lines and columns from 1, paths as given.
import type { Finding, Spot } from '../../workspace/workspace';
import { printableJson } from '../../text/sanitize';
import { counts, type CheckResult } from '../check/result';
import { problemText } from '../problem';
import { leftOutCounts } from './file-row';
import type { ChannelRow, PairRow } from './pair-row';

/** Our own JSON, `schemaVersion` 1: files, pairs, findings and a summary. */
export function jsonReport(result: CheckResult): string {
  const report = {
    schemaVersion: 1,
    files: result.files,
    pairs: result.pairs.map(jsonPair),
    findings: result.findings.map(jsonFinding),
    summary: {
      devices: result.files.filter((file) => file.vrp).length,
      pairs: result.pairs.length,
      ...counts(result.findings),
      leftOut: jsonLeftOut(result.files),
      failures: result.problems.map(problemText),
    },
  };
  return `${printableJson(report)}\n`;
}

function jsonLeftOut(files: CheckResult['files']): object {
  const { binary, empty, ...counts } = leftOutCounts(files);
  return {
    binary,
    tooLarge: counts['too-large'],
    otherVendor: counts['other-vendor'],
    noConfiguration: counts['no-configuration'],
    empty,
  };
}

/** A pair in our own JSON; shared by `vrp check` and `vrp pairs`. */
export function jsonPair(pair: PairRow): object {
  const end = ({ rbs, channel }: ChannelRow) => ({
    service: rbs.name,
    peer: channel.peer.value.key,
    source: channel.source.value.key,
    port: channel.port.value,
  });
  return {
    devices: [pair.a.name, pair.b.name],
    files: [pair.a.file, pair.b.file],
    channels: pair.channels.map((channel) => [end(channel.a), end(channel.b)]),
    why: pair.why.map((witness) => witness.text),
  };
}

function jsonFinding(finding: Finding): object {
  const related = [...(finding.peer ? [finding.peer] : []), ...finding.also];
  return {
    rule: finding.rule,
    severity: finding.severity,
    file: finding.file,
    ...position(finding),
    message: finding.message,
    related: related.map((spot) => ({
      file: spot.file,
      line: spot.range.start.line + 1,
      column: spot.range.start.character + 1,
      message: spot.message,
    })),
    fixable: finding.fixable,
  };
}

function position({ range }: Pick<Spot, 'range'>): object {
  return {
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
}
