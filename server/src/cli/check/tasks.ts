// The kinds of work that a check of many files is made of, each on its own: reading a slice of the files, and judging a group of
// files that pairs connect. Plain data in and out, so that workers can do it and a cache can keep it.
import type { Device, Encoding } from '../../model/device';
import type { NetworkOptions } from '../../model/pairing/find-pairs';
import type { PairingEvidence } from '../../model/pairing/pair';
import type { Fix } from '../../diagnostics/rule';
import type { AcceptedFinding, BaselineEntry, Finding } from '../../workspace/workspace';
import type { Severities } from '../../diagnostics/severities';
import type { FoundFile } from '../files';
import type { Problem } from '../problem';
import type { FileRow } from '../reports/file-row';
import type { PairRow } from '../reports/pair-row';

/** What holds for a whole run. */
export interface TaskSettings {
  /** Ids. */
  readonly rules: readonly string[];
  readonly baseline: readonly BaselineEntry[];
  readonly severities: Severities;
  readonly encoding?: Encoding;
  /** Whether the report shows fixes. */
  readonly fixes: boolean;
  /** Whether files are judged as they are read; not where it is known that files elsewhere have a say. */
  readonly inSlices: boolean;
}

/** What a file says, as far as the other files need it. */
export interface FileSummary {
  /** Absent where the file could not be read. */
  readonly row?: FileRow;
  readonly problem?: Problem;
  /** What its device shares with every device that it may be paired with; the device of no other file counts for it. */
  readonly keys: readonly string[];
  /** The addresses of its device, and those that a rule looks up on all devices because of this one. */
  readonly addresses: readonly string[];
  readonly asks: readonly string[];
  /** The digest of its device, where the files it was read with have no peer for it. */
  readonly device?: Device;
}

/** Files that pairs, doubts or questions connect, and what the whole network says about them. */
export interface FileGroup {
  readonly files: readonly string[];
  readonly pairs: readonly { readonly files: readonly [string, string]; readonly why: readonly PairingEvidence[] }[];
  readonly ambiguities: readonly { readonly file: string; readonly candidates: readonly string[] }[];
  readonly unpaired: NonNullable<NetworkOptions['exactly']>['unpaired'];
}

/** A finding with what reports say of it. `fixes` is empty where the report shows none. */
export interface ReportedFinding {
  readonly finding: Finding;
  readonly fingerprint: string;
  readonly fixes: readonly Fix[];
}

/** What a check of one group gives. */
export interface GroupResult {
  readonly pairs: readonly PairRow[];
  readonly reported: readonly ReportedFinding[];
  /** Findings that somebody has accepted. */
  readonly silenced: readonly AcceptedFinding[];
  /** Fingerprints of the baseline that were met. */
  readonly accepted: readonly string[];
  readonly problems: readonly Problem[];
}

/** Files as they were read, and the groups among them as if there were no others. */
export interface SliceResult {
  readonly summaries: readonly FileSummary[];
  readonly groups: readonly { readonly files: readonly string[]; readonly result: GroupResult }[];
}

interface Tasks {
  /** `all`: the run has no other files, so that none of these has its peer elsewhere. */
  read: { readonly kind: 'read'; readonly files: readonly FoundFile[]; readonly all: boolean };
  digest: { readonly kind: 'digest'; readonly files: readonly string[] };
  judge: { readonly kind: 'judge'; readonly groups: readonly FileGroup[] };
}

interface TaskResults {
  read: SliceResult;
  /** Undefined for a file that is gone. */
  digest: readonly (Device | undefined)[];
  judge: readonly GroupResult[];
}

/** A piece of work for a worker, by its `kind`: plain data that a thread can be sent. */
export type Task = Tasks[keyof Tasks];
/** What a task of that kind gives. */
export type TaskResult<Kind extends Task = Task> = TaskResults[Kind['kind']];

/** What is left to say of a file that was listed and is not there when it is read. */
export function vanished(file: string): Problem {
  return { code: 'vanished', file, message: 'it vanished while it was read' };
}
