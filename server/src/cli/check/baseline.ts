// The accepted findings of a run of the command line: which file holds them, which of them were not found any more, and which may
// be taken out. Only what was looked at can be gone: an entry of a device that was not checked says nothing.
import { rules } from '../../rules/registry';
import type { Rule } from '../../diagnostics/rule';
import { pluralize } from '../../text/plural';
import { printable } from '../../text/sanitize';
import { acceptedBy, baselineName, readBaseline, writtenBaseline } from '../../diagnostics/baseline';
import type { BaselineEntry } from '../../workspace/workspace';
import { exitCodes, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { failure, success, tell, type Attempt } from '../problem';
import { unreadable } from '../settings';
import type { CheckResult } from './result';

/** The entries of the baseline of a run, and the file that they are written to. */
export interface HeldBaseline {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

/** `named`: what `--baseline` says. A file that is to be written may be missing. */
export function heldBaseline(
  io: Pick<Io, 'files' | 'decode'>,
  named: string | undefined,
  mayBeMissing = false,
): Attempt<HeldBaseline> {
  const file = named ?? baselineName;
  const read = io.files.read(file);
  if (!read.ok) {
    const isFine = read.kind === 'missing' && (named === undefined || mayBeMissing);
    return isFine ? success({ file, entries: [] }) : failure(unreadable(file, read));
  }
  const { entries, problem } = readBaseline(io.decode(read.bytes).text);
  return problem ? failure({ code: 'unusable', file, problem }) : success({ file, entries });
}

/** Entries that this run would have met if they were still true. Of a rule that did not run nothing is known. */
export function goneEntries(result: CheckResult, chosen: readonly Rule[]): readonly BaselineEntry[] {
  const checked = new Set(result.files.flatMap((file) => (file.vrp && file.device !== null ? [file.device] : [])));
  const hasRun = (id: string) => chosen.some((rule) => rule.id === id) || !rules.some((rule) => rule.id === id);
  return result.unusedBaseline.filter(
    (entry) => (entry.devices ?? []).every((device) => checked.has(device)) && hasRun(entry.rule),
  );
}

/** Tells on standard error which entries accept nothing any more, a line each. */
export function tellGone(io: Io, file: string, gone: readonly BaselineEntry[]): void {
  for (const entry of gone) {
    const what = `${printable(entry.rule)} (${printable(entry.reason)})`;
    io.error(`${printable(file)}: ${what} is accepted, but no longer found; --prune-baseline removes it\n`);
  }
}

/** What `--update-baseline` and `--prune-baseline` ask for. */
export interface Rewriting {
  /** Accepts every finding, because of this. */
  readonly reason?: string;
  readonly prune?: boolean;
}

/**
 * Writes the baseline: accepts every finding where a reason is given, takes out what is gone with `prune`. Nothing is
 * written, and the code is `failed`, where `prune` is asked for and something could not be checked.
 */
export function rewriteBaseline(
  io: Io,
  { file, entries }: HeldBaseline,
  result: CheckResult,
  chosen: readonly Rule[],
  { reason, prune }: Rewriting,
): ExitCode {
  const isComplete = result.problems.length === 0;
  if (prune && !isComplete) {
    const message = 'nothing was taken out, because not everything could be checked';
    tell(io, { code: 'not-written', file, message });
    return exitCodes.failed;
  }
  // An entry that does not say whose it is may be of a device that was not looked at.
  const gone = new Set(prune ? goneEntries(result, chosen).filter((entry) => entry.devices !== undefined) : []);
  const kept = entries.filter((entry) => !gone.has(entry));
  const known = new Set(kept.map((entry) => entry.fingerprint));
  const added = reason === undefined ? [] : newEntries(result, reason, known);
  const bytes = new TextEncoder().encode(writtenBaseline([...kept, ...added]));
  const written = io.files.write(file, bytes);
  if (!written.ok) {
    tell(io, { code: 'not-written', file, message: `not written, ${written.reason}` });
    return exitCodes.failed;
  }
  const total = pluralize(known.size + added.length, 'accepted finding');
  const stay = prune ? result.unusedBaseline.filter((entry) => !gone.has(entry)) : [];
  io.error(`${printable(file)}: ${total}${stayingText(stay)}\n`);
  return isComplete ? exitCodes.clean : exitCodes.failed;
}

/** An entry for every finding that none accepts yet, each fingerprint once. */
function newEntries(result: CheckResult, reason: string, known: ReadonlySet<string>): BaselineEntry[] {
  const nameOf = new Map(result.files.map((row) => [row.path, row.device ?? row.path]));
  const added = new Map<string, BaselineEntry>();
  for (const finding of result.findings) {
    const fingerprint = result.fingerprint(finding);
    if (known.has(fingerprint) || added.has(fingerprint)) continue;
    added.set(
      fingerprint,
      acceptedBy(finding, fingerprint, reason, result.pairs, (path) => nameOf.get(path)),
    );
  }
  return [...added.values()];
}

/** Which entries were not found and are not taken out, and why. */
function stayingText(stay: readonly BaselineEntry[]): string {
  if (stay.length === 0) return '';
  const verbs = stay.length === 1 ? 'was not found stays' : 'were not found stay';
  return `; ${stay.length} that ${verbs}: ${whose(stay)}`;
}

function whose(entries: readonly BaselineEntry[]): string {
  const devices = [...new Set(entries.flatMap((entry) => entry.devices ?? []))].sort();
  if (devices.length === 0) return 'they do not say of which devices, or their rule did not run';
  const more = devices.length > 6 ? ` and ${devices.length - 6} more` : '';
  const named = `${devices.slice(0, 6).map(printable).join(', ')}${more}`;
  return `of ${named}, which were not all checked, or of a rule that did not run`;
}
