// Runs the check over faults and variants and says which were found. A fault counts as found when a finding of at least its
// severity stands on a line that may be blamed and names what is wrong; a variant when no error and no warning is told.
import type { Severity } from '../../server/src/diagnostics/rule';
import { workspaceOf } from '../support/check-text';
import { textOf, type Configuration } from './configuration';
import type { Fault } from './fault';

const rank: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

export interface Told {
  readonly severity: Severity;
  readonly rule: string;
  /** `file:line`, line from 1. */
  readonly at: string;
  readonly message: string;
}

export interface Verdict {
  readonly fault: Fault;
  /** `low`: too mild. `unnamed`: the line is blamed for something else. `elsewhere`: only other lines are. */
  readonly outcome: 'found' | 'low' | 'unnamed' | 'elsewhere' | 'silent';
  readonly told: readonly Told[];
}

interface Raw extends Told {
  readonly ends: readonly { readonly file: string; readonly row: number }[];
}

async function findingsOf(files: readonly Configuration[]): Promise<Raw[]> {
  const workspace = await workspaceOf(files.map(textOf));
  return workspace.allFindings().map((finding) => ({
    severity: finding.severity,
    rule: finding.rule,
    message: finding.message,
    at: `${finding.file}:${finding.range.start.line + 1}`,
    ends: [finding, ...(finding.peer ? [finding.peer] : [])].map((end) => ({
      file: end.file,
      row: end.range.start.line,
    })),
  }));
}

export async function judged(fault: Fault): Promise<Verdict> {
  const told = await findingsOf(fault.files);
  const onLine = told.filter((one) =>
    one.ends.some(({ file, row }) =>
      fault.files.some((own, side) => own.file === file && fault.blamed[side]!.has(row)),
    ),
  );
  const named = onLine.filter((one) => fault.says.test(one.message));
  const isEnough = (one: Told) => rank[one.severity] >= rank[fault.severity];
  return { fault, told, outcome: outcomeOf(named, onLine, told, isEnough) };
}

function outcomeOf(
  named: readonly Told[],
  onLine: readonly Told[],
  told: readonly Told[],
  isEnough: (one: Told) => boolean,
): Verdict['outcome'] {
  if (named.some(isEnough)) return 'found';
  if (named.length > 0) return 'low';
  if (onLine.some(isEnough)) return 'unnamed';
  return told.some(isEnough) ? 'elsewhere' : 'silent';
}

/** Errors and warnings of a pair in which nothing is wrong. */
export async function falselyTold(files: readonly Configuration[]): Promise<Told[]> {
  return (await findingsOf(files)).filter((one) => rank[one.severity] >= rank.warning);
}
