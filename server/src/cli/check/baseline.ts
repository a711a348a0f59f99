// The accepted findings of a run of the command line: which file holds them, which of them were not found any more, and which may
// be taken out. Only what was looked at can be gone: an entry of a device that was not checked says nothing.
import { Option } from 'commander';
import { rules } from '../../rules/registry';
import type { Rule } from '../../diagnostics/rule';
import { count } from '../../text/plural';
import { printable } from '../../text/sanitize';
import { acceptedBy, baselineName, readBaseline, writtenBaseline } from '../../diagnostics/baseline';
import type { BaselineEntry } from '../../workspace/workspace';
import type { CheckResult } from '../commands/check';
import type { Io } from '../io';

export interface HeldBaseline {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

export function baselineOption(): Option {
  return new Option('--baseline <file>', `accepted findings (else ${baselineName} where it is there)`);
}

/** A string says why it cannot be used. One that is to be written may be missing. */
export function heldBaseline(
  io: Pick<Io, 'files' | 'decode'>,
  named: string | undefined,
  mayBeMissing = false,
): HeldBaseline | string {
  const file = named ?? baselineName;
  const held = io.files.read(file);
  if (!held.ok && held.kind === 'missing' && (named === undefined || mayBeMissing)) return { file, entries: [] };
  if (!held.ok) return `${file}: ${held.kind === 'missing' ? 'no such file' : held.reason}`;
  const { entries, problem } = readBaseline(io.decode(held.bytes).text);
  return problem === undefined ? { file, entries } : `${file} ${problem}`;
}

/** Entries that this run would have met if they were still true. Of a rule that did not run nothing is known. */
export function goneEntries(result: CheckResult, chosen: readonly Rule[]): readonly BaselineEntry[] {
  const checked = new Set(result.files.flatMap((file) => (file.vrp && file.device !== null ? [file.device] : [])));
  return result.unusedBaseline.filter(
    (entry) =>
      (entry.devices ?? []).every((device) => checked.has(device)) &&
      (chosen.some((rule) => rule.id === entry.rule) || !rules.some((rule) => rule.id === entry.rule)),
  );
}

export function tellGone(io: Io, file: string, gone: readonly BaselineEntry[]): void {
  for (const entry of gone)
    io.error(
      `${printable(file)}: ${printable(entry.rule)} (${printable(entry.reason)}) is accepted and not found any more; --prune-baseline takes it out\n`,
    );
}

/** What `--update-baseline` and `--prune-baseline` ask for. */
export interface Rewriting {
  /** Accepts every finding, because of this. */
  readonly reason?: string;
  readonly prune?: boolean;
}

/** Gives the exit code. */
export function rewriteBaseline(
  io: Io,
  { file, entries }: HeldBaseline,
  result: CheckResult,
  chosen: readonly Rule[],
  { reason, prune }: Rewriting,
): number {
  const whole = result.failures.length === 0;
  if (prune && !whole) {
    io.error(`vrp: ${printable(file)}: nothing was taken out, because not everything could be checked\n`);
    return 3;
  }
  // An entry that does not say whose it is may be of a device that was not looked at.
  const gone = new Set(prune ? goneEntries(result, chosen).filter((entry) => entry.devices !== undefined) : []);
  const kept = entries.filter((entry) => !gone.has(entry));
  const known = new Set(kept.map((entry) => entry.fingerprint));
  const nameOf = new Map(result.files.map((row) => [row.path, row.device ?? row.path]));
  const added =
    reason === undefined
      ? []
      : result.findings
          .map((finding) =>
            acceptedBy(finding, result.fingerprint(finding), reason, result.pairs, (path) => nameOf.get(path)),
          )
          .filter(({ fingerprint }) => !known.has(fingerprint) && known.add(fingerprint));
  const failure = io.files.write(file, new TextEncoder().encode(writtenBaseline([...kept, ...added])));
  if (failure !== undefined) {
    io.error(`vrp: ${printable(file)}: not written, ${failure}\n`);
    return 3;
  }
  const stay = prune ? result.unusedBaseline.filter((entry) => !gone.has(entry)) : [];
  io.error(
    `${printable(file)}: ${count(known.size, 'accepted finding')}${stay.length > 0 ? `; ${stay.length} that ${stay.length === 1 ? 'was' : 'were'} not found ${stay.length === 1 ? 'stays' : 'stay'}: ${whose(stay)}` : ''}\n`,
  );
  return whole ? 0 : 3;
}

/** Why entries that were not found are not taken out. */
function whose(entries: readonly BaselineEntry[]): string {
  const devices = [...new Set(entries.flatMap((entry) => entry.devices ?? []))].sort();
  return devices.length === 0
    ? 'they do not say of which devices, or their rule did not run'
    : `of ${devices.slice(0, 6).map(printable).join(', ')}${devices.length > 6 ? ` and ${devices.length - 6} more` : ''}, which were not all checked, or of a rule that did not run`;
}
