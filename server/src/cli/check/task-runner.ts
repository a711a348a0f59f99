// Does the tasks of a check. Files that are read together are judged as if there were no others, which is final where nothing
// connects them with others; what they say is not kept then.
import type { Device } from '../../model/device';
import { pairingKeys } from '../../model/pairing/pairing-keys';
import { deviceDigest } from '../../model/pairing/device-digest';
import { rules } from '../../rules/registry';
import type { Rule } from '../../diagnostics/rule';
import { readFile, type ReadFile } from '../../workspace/read-file';
import { Workspace } from '../../workspace/workspace';
import type { FoundFile } from '../files';
import type { Io } from '../io';
import { ruleFailed, type Problem } from '../problem';
import { pairRow } from '../reports/pair-row';
import { countedLines } from './result';
import { asksByFile, groupFiles } from './group-files';
import { probeFile } from './probe-file';
import {
  vanished,
  type FileGroup,
  type FileSummary,
  type GroupResult,
  type SliceResult,
  type Task,
  type TaskResult,
  type TaskSettings,
} from './tasks';

/** Rows of files that are remembered for when their group is judged; what was read before them is read again. */
const mostRowsHeld = 100_000;

/** One for each thread. Throws only what a defect throws. */
export class TaskRunner {
  private readonly rules: readonly Rule[];
  private readonly held = new Map<string, ReadFile>();
  private rowsHeld = 0;

  constructor(
    private readonly io: Pick<Io, 'files' | 'decode'>,
    private readonly settings: TaskSettings,
  ) {
    const chosen = new Set(settings.rules);
    this.rules = rules.filter((rule) => chosen.has(rule.id));
  }

  run<Kind extends Task>(task: Kind): TaskResult<Kind>;
  run(task: Task): TaskResult {
    switch (task.kind) {
      case 'read':
        return this.readSlice(task.files, task.all);
      case 'digest':
        return task.files.map((file) => this.digestOf(file));
      case 'judge':
        return task.groups.map((group) => this.judge(group, (path) => this.reading(path)));
    }
  }

  private readSlice(files: readonly FoundFile[], all: boolean): SliceResult {
    const byPath = new Map<string, ReadFile>();
    const summaries = files.map((file) => this.summarize(file, byPath));
    const groups = this.settings.inSlices ? this.groupsWithin(summaries, byPath) : [];
    const paired = new Set(groups.flatMap((group) => (group.files.length > 1 ? group.files : [])));
    const isFinal = all && this.settings.inSlices;
    return {
      groups: groups.map((group) => ({
        files: group.files,
        result: this.judge(group, (path) => byPath.get(path)),
      })),
      summaries: summaries.map((summary) => {
        const file = summary.row && byPath.get(summary.row.path);
        // Most likely its peer is read elsewhere.
        const isAlone = file && !paired.has(file.file) && !(this.settings.inSlices && summary.keys.length === 0);
        if (!isAlone || isFinal) return summary;
        this.hold(file);
        return { ...summary, device: deviceDigest(file.reading.device) };
      }),
    };
  }

  /** Reads one file; a configuration is put into `byPath`. */
  private summarize({ path, named }: FoundFile, byPath: Map<string, ReadFile>): FileSummary {
    const probe = probeFile(path, named, this.io, this.settings.encoding);
    if (!probe.decoded) return { row: probe.row, problem: probe.problem, keys: [], addresses: [], asks: [] };
    const file = this.readText(path, probe.decoded);
    byPath.set(path, file);
    const { device, facts } = file.reading;
    return {
      row: {
        path,
        device: device.name,
        vrp: true,
        lines: device.rows,
        ...countedLines(facts),
        syntaxErrors: file.syntaxErrors,
      },
      keys: [...new Set(pairingKeys(device).flat())],
      addresses: [...device.addresses.keys()],
      asks: [...new Set(this.rules.flatMap((rule) => questionsOf(rule, device)))],
    };
  }

  /** Who names the encoding knows it: nothing is uncertain about the file then. */
  private readText(path: string, { text, encoding }: ReturnType<Io['decode']>): ReadFile {
    return readFile(path, text, this.settings.encoding ? 'utf-8' : encoding);
  }

  private groupsWithin(summaries: readonly FileSummary[], byPath: ReadonlyMap<string, ReadFile>): FileGroup[] {
    const devices = [...byPath.values()].map((file) => file.reading.device);
    return groupFiles(devices, asksByFile(summaries), {});
  }

  private judge(group: FileGroup, readingOf: (path: string) => ReadFile | undefined): GroupResult {
    const { baseline, severities, fixes } = this.settings;
    const { files, pairs, ambiguities, unpaired } = group;
    const problems: Problem[] = [];
    const workspace = new Workspace({
      rules: this.rules,
      baseline,
      severities,
      network: { exactly: { pairs, ambiguities, unpaired } },
      report: (rule, error) => problems.push(ruleFailed(rule, error)),
    });
    for (const file of files) {
      const read = readingOf(file);
      if (read) workspace.adopt(read);
      else problems.push(vanished(file));
    }
    const reported = workspace.allFindings().map((finding) => ({
      finding,
      fingerprint: workspace.fingerprintOf(finding),
      fixes: fixes ? workspace.fixesOf(finding) : [],
    }));
    const unused = new Set(workspace.unusedBaseline().map((entry) => entry.fingerprint));
    return {
      pairs: workspace.network().pairs.map(pairRow),
      reported,
      silenced: workspace.acceptedFindings(),
      problems,
      accepted: baseline.map((entry) => entry.fingerprint).filter((fingerprint) => !unused.has(fingerprint)),
    };
  }

  private digestOf(path: string): Device | undefined {
    const read = this.reading(path);
    return read && deviceDigest(read.reading.device);
  }

  /** A file as it was read, or read again; undefined where it is gone. */
  private reading(path: string): ReadFile | undefined {
    const held = this.held.get(path);
    if (held) return held;
    const read = this.io.files.read(path);
    return read.ok ? this.readText(path, this.io.decode(read.bytes, this.settings.encoding)) : undefined;
  }

  private hold(file: ReadFile): void {
    this.held.set(file.file, file);
    this.rowsHeld += file.reading.device.rows;
    for (const [path, { reading }] of this.held) {
      if (this.rowsHeld <= mostRowsHeld) return;
      this.held.delete(path);
      this.rowsHeld -= reading.device.rows;
    }
  }
}

function questionsOf(rule: Rule, device: Device): readonly string[] {
  return rule.scope === 'network' && rule.asks ? rule.asks(device) : [];
}
