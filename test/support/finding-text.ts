// A finding as a block of text: all that is shown of it, one place a line.
import type { Finding, Workspace } from '../../server/src/workspace/workspace';
import type { Fix } from '../../server/src/diagnostics/rule';
import type { Range } from '../../server/src/text/range';

/** Severity, places, words and fixes with what each edit writes. */
export function findingText(workspace: Workspace, finding: Finding): string[] {
  const { severity, rule, peer, also } = finding;
  const fixes = workspace.fixesOf(finding);
  return [
    `${severity} ${rule} ${spotText(finding)}`,
    ...(peer ? [`  peer ${spotText(peer)}`] : []),
    ...also.map((spot) => `  also ${spotText(spot)}`),
    ...fixes.flatMap(fixText),
  ];
}

function fixText({ title, safe, edits }: Fix): string[] {
  return [
    `  ${safe ? 'safe fix' : 'fix'}: ${title}`,
    ...edits.map(({ file, range, newText }) => `    ${file}:${rangeText(range)} ${JSON.stringify(newText)}`),
  ];
}

function spotText({ file, range, message }: { file: string; range: Range; message: string }): string {
  return `${file}:${rangeText(range)} ${message}`;
}

/** Rows and columns from 1. */
function rangeText({ start, end }: Range): string {
  const to = end.line === start.line ? '' : `${end.line + 1}:`;
  return `${start.line + 1}:${start.character + 1}-${to}${end.character + 1}`;
}
