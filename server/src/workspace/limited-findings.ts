// How many findings of one file are shown: the most severe ones, in the order of their places. What is left out is one sentence.
import type { Severity } from '../diagnostics/rule';
import { pluralize } from '../text/plural';

/** More than anybody mends in one sitting, and few enough to draw while a key is pressed. */
export const mostFindingsOfEditor = 1000;

/** The findings that are shown, and how many are not. */
export interface LimitedFindings<Item> {
  readonly shown: readonly Item[];
  /** How many are not. */
  readonly left: number;
}

const bySeverity: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** At most `most` of them, the worst, in the order they came in; what is left out is counted. */
export function limitFindings<Item extends { readonly severity: Severity }>(
  findings: readonly Item[],
  most: number,
): LimitedFindings<Item> {
  if (findings.length <= most) return { shown: findings, left: 0 };
  const kept = new Set(bySeverity.flatMap((severity) => ofSeverity(findings, severity)).slice(0, most));
  return { shown: findings.filter((finding) => kept.has(finding)), left: findings.length - most };
}

function ofSeverity<Item extends { readonly severity: Severity }>(
  findings: readonly Item[],
  severity: Severity,
): readonly Item[] {
  return findings.filter((finding) => finding.severity === severity);
}

/** `34 more findings of this file are not shown`, and the number that says so. */
export function leftText(left: number, most: number): string {
  return `${pluralize(left, 'more finding')} of this file ${left === 1 ? 'is' : 'are'} not shown: maxFindings is ${most}`;
}
