// What a command could not do or had to leave out, as a value with its place; the sentence is made when it is told.
import type { FileProblem } from '../text/file-problem';
import { printable } from '../text/sanitize';
import { exitCodes, type ExitCode } from './exit-code';
import { noConfigurationText, type FileRow, type LeftOut } from './reports/file-row';

/**
 * Why something was not done, by code; `file` is a path as the user wrote it or as the walk spells it. Texts of errors
 * are never part of it.
 */
export type Problem =
  /** The arguments ask for what cannot be done. `message` is a sentence. */
  | { readonly code: 'bad-usage'; readonly message: string }
  /** A path or glob of the arguments that names nothing. */
  | { readonly code: 'no-such-path'; readonly file: string }
  /** What an option names is not there. */
  | { readonly code: 'no-such-file'; readonly file: string }
  /** A file that was left out or not written, and why: a clause that stands by itself. */
  | {
      readonly code: 'unreadable' | 'too-large' | 'not-text' | 'not-vrp' | 'vanished' | 'unsuitable' | 'not-written';
      readonly file: string;
      readonly message: string;
    }
  /** A file beside the configurations that cannot be used as it is. */
  | { readonly code: 'unusable'; readonly file: string; readonly problem: FileProblem }
  /** A rule that threw; of the error only its name is known, because its message may quote a configuration. */
  | { readonly code: 'rule-failed'; readonly rule: string; readonly errorName: string }
  /** What `--cache` found could not be kept. `message` is a clause. */
  | { readonly code: 'cache-not-written'; readonly message: string };

/** One sentence without a full stop, as it may stand behind `vrp: `. */
export function problemText(problem: Problem): string {
  switch (problem.code) {
    case 'bad-usage':
      return problem.message;
    case 'no-such-path':
      return `no such file or directory: ${problem.file}`;
    case 'no-such-file':
      return `${problem.file}: no such file`;
    case 'unusable':
      return `${problem.file} ${problem.problem.message}`;
    case 'rule-failed':
      return `rule ${problem.rule} failed and was skipped (${problem.errorName})`;
    case 'cache-not-written':
      return `the cache was not written, ${problem.message}`;
    default:
      return `${problem.file}: ${problem.message}`;
  }
}

/** A value, or why there is none. */
export type Attempt<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/** An attempt that gave a value. */
export function success<Value>(value: Value): Attempt<Value> {
  return { ok: true, value };
}

/** An attempt that gave none. */
export function failure(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}

/** A problem of the arguments; `message` is a sentence. */
export function badUsage(message: string): Problem {
  return { code: 'bad-usage', message };
}

/** The problem of a file above the limit of 64 MB (`largestFile`). */
export function tooLarge(file: string): Problem {
  return { code: 'too-large', file, message: 'larger than 64 MB' };
}

/** The name of what was thrown, and nothing else of it. */
export function ruleFailed(rule: string, error: unknown): Problem {
  return { code: 'rule-failed', rule, errorName: error instanceof Error ? error.name : 'no error object' };
}

/** Where sentences for people go: standard error. */
export interface ErrorOutput {
  error(text: string): void;
}

/** On standard error, one line each. */
export function tell(io: ErrorOutput, ...problems: readonly Problem[]): void {
  for (const problem of problems) io.error(`vrp: ${printable(problemText(problem))}\n`);
}

/** What the arguments name and what could not be read or checked of it. */
export function tellUnchecked(
  io: ErrorOutput,
  { missing, problems }: { readonly missing: readonly string[]; readonly problems: readonly Problem[] },
): void {
  tell(io, ...missing.map((file): Problem => ({ code: 'no-such-path', file })), ...problems);
}

/**
 * Tells where nothing was checked: files that were named and are no configurations, or all there is. True where that makes the run
 * one that found nothing (docs/decisions/nothing-found.md).
 */
export function tellNothingChecked(
  io: ErrorOutput,
  {
    files,
    nothingIn,
    problems,
  }: { files: readonly FileRow[]; nothingIn: readonly FileRow[]; problems: readonly Problem[] },
): boolean {
  const sentence: Partial<Record<LeftOut, string>> = {
    'other-vendor': 'the configuration of another vendor: it was not checked',
  };
  tell(
    io,
    ...nothingIn.map(({ path, leftOut }): Problem => ({
      code: 'not-vrp',
      file: path,
      message: sentence[leftOut!] ?? 'not a VRP configuration: it was not checked',
    })),
  );
  if (nothingIn.length > 0) return true;
  // Of files that could not be read it is told already; an empty file that was named is no mistake.
  const nothing = problems.length === 0 && files.every((file) => !file.vrp && file.leftOut !== 'empty');
  if (nothing) tell(io, badUsage(`${noConfigurationText(files.length)}: nothing was checked`));
  return nothing;
}

/** Tells why a command cannot be run as it was asked for. */
export function refuse(io: ErrorOutput, problem: Problem): ExitCode {
  tell(io, problem);
  return exitCodes.badUsage;
}

/** Tells why a command could not do what was asked for. */
export function giveUp(io: ErrorOutput, problem: Problem): ExitCode {
  tell(io, problem);
  return exitCodes.failed;
}
