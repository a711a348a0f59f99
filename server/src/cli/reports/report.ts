// The formats of `vrp check`, by the names under which `--format` and `--output` know them.
import picocolors from 'picocolors';
import type { Finding } from '../../workspace/workspace';
import type { CheckResult } from '../check/result';
import { codeQualityReport } from './code-quality';
import { githubReport } from './github';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { markdownReport } from './markdown';
import { sarifReport } from './sarif';
import { textReport } from './text';

/** What a report says besides the findings. */
export interface ReportContext {
  readonly version: string;
  readonly colors: boolean;
  /** Whether a finding makes the exit code 1. */
  readonly fails: (finding: Finding) => boolean;
  /** Absolute path of the folder that the command runs in, with `/`; paths of a report are under it where they can be. */
  readonly folder: string;
  /** How many findings of one file are for a person to read; all without it. What a program reads holds all of them. */
  readonly maxFindings?: number;
}

/** Writes the result of a check in one format, with the line end of its last line. */
export type Report = (result: CheckResult, context: ReportContext) => string;

/** The first is the one without `--format`. */
export const reports = {
  text: (result, { colors, maxFindings }) => textReport(result, picocolors.createColors(colors), maxFindings),
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: codeQualityReport,
  junit: junitReport,
  markdown: markdownReport,
} as const satisfies Readonly<Record<string, Report>>;

/** A word that `--format` of `vrp check` takes. */
export type ReportFormat = keyof typeof reports;
