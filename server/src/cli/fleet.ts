// Checks many files in parts: each file is read by itself, then each group of files that pairs connect is judged by itself, by as
// many workers as are asked for, or from a cache. What comes out is what one check of all files gives, whoever did the parts.
import type { Device } from '../model/device';
import type { NetworkOptions, Pair } from '../model/network';
import type { Finding } from '../workspace/workspace';
import { cacheOf, type Cache } from './cache';
import type { CheckOptions, CheckResult, FileRow } from './check';
import type { Io, Worker } from './io';
import { grouped, parts, type Group, type Judged, type Named, type Settings, type Summary, type Task, type Told } from './parts';
import { printable } from '../text/printable';
import { progress } from './progress';

export interface FleetOptions {
  /** As many as there are processors where it is not said. */
  readonly jobs?: number;
  /** The folder of the cache; none without. */
  readonly cache?: string;
  /** Whether the report shows fixes. */
  readonly fixes: boolean;
}

/** Files that one worker takes at a time, and groups. */
const filesAtOnce = 64;
const groupsAtOnce = 64;
/** Below so many files a worker costs more than it gives. */
const worthwhile = 200;

export async function checkFleet(paths: readonly string[], io: Io, options: CheckOptions, { jobs, cache: folder, fixes }: FleetOptions): Promise<CheckResult> {
  const told = progress(options.quiet ? { error: io.error } : io);
  const baseline = options.baseline ?? [];
  const settings: Settings = { rules: (options.rules ?? []).map((rule) => rule.id), baseline, encoding: options.encoding, fixes };
  const { found, missing, unreadable } = io.files.list(paths);
  const cache = folder === undefined ? undefined : cacheOf(io, folder, settings);
  const files = cache ? found.filter(({ path }) => !cache.holds(path)) : found;
  const workers = await hired(io, settings, jobs ?? (files.length < worthwhile ? 1 : io.cores ?? 1));
  try {
    // Reading
    const keys = files.map(({ path, named }) => cache?.keyOf(path, named));
    const summaries = files.map((_, index) => cache?.summary(keys[index]));
    const unread = files.flatMap((file, index) => (summaries[index] ? [] : [{ ...file, index }]));
    const owner = new Map<string, number>();
    let done = 0;
    await shared(sliced(unread, filesAtOnce), workers, async (slice, worker, number) => {
      const results = await worker.ask({ kind: 'read', files: slice.map(({ path, named }): Named => ({ path, named })) });
      slice.forEach(({ path, index }, place) => {
        summaries[index] = results[place]!;
        owner.set(path, number);
        cache?.keepSummary(keys[index], results[place]!);
      });
      done += slice.length;
      told.tell(`reading ${done} of ${unread.length} files`);
    });

    // Pairing
    const read = summaries as readonly Summary[];
    const devices: Device[] = [];
    const asks = new Map<string, readonly string[]>();
    const keyOf = new Map<string, string | undefined>();
    read.forEach((summary, index) => {
      const { path } = files[index]!;
      keyOf.set(path, keys[index]);
      if (summary.device) devices.push(summary.device);
      if (summary.asks.length > 0) asks.set(path, summary.asks);
    });
    const network: NetworkOptions = options.settle?.(devices.map((device) => device.file)) ?? options.network ?? {};
    const { groups, pairs } = grouped(devices, asks, network);

    // Judging: a group goes to who has read its first file
    const groupKeys = groups.map((group) => cache?.groupKey(group, keyOf));
    const judged = groups.map((_, index) => cache?.judged(groupKeys[index]));
    const open = groups.flatMap((group, index) => (judged[index] ? [] : [{ group, index }]));
    done = 0;
    const queues = workers.map((): { group: Group; index: number }[] => []);
    for (const one of open) queues[owner.get(one.group.files[0]!) ?? one.index % workers.length]!.push(one);
    await Promise.all(queues.map(async (queue, number) => {
      for (const slice of sliced(queue, groupsAtOnce)) {
        const results = await workers[number]!.ask({ kind: 'judge', groups: slice.map((one) => one.group) });
        slice.forEach(({ index }, place) => {
          judged[index] = results[place]!;
          cache?.keepJudged(groupKeys[index], results[place]!);
        });
        done += slice.length;
        told.tell(`checking ${done} of ${open.length} groups`);
      }
    }));
    told.done();
    const failed = cache?.write();
    if (failed !== undefined) io.error(`vrp: the cache was not written, ${printable(failed)}\n`);
    return result(read, judged as readonly Judged[], pairs, { missing, unreadable, baseline, network, io, encoding: options.encoding });
  } finally {
    for (const worker of workers) worker.end();
  }
}

interface About {
  readonly missing: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  readonly baseline: NonNullable<CheckOptions['baseline']>;
  readonly network: NetworkOptions;
  readonly io: Io;
  readonly encoding: CheckOptions['encoding'];
}

function result(summaries: readonly Summary[], judged: readonly Judged[], pairs: readonly Pair[], { missing, unreadable, baseline, network, io, encoding }: About): CheckResult {
  const told = judged.flatMap((one) => one.told).sort(inOrder);
  const known = new Map<Finding, Told>(told.map((one) => [one.finding, one]));
  const accepted = new Set(judged.flatMap((one) => one.accepted));
  const shown = new Map<string, readonly string[]>();
  return {
    files: summaries.flatMap((one): FileRow[] => (one.row ? [one.row] : [])),
    facts: () => [],
    pairs, findings: told.map((one) => one.finding), network, missing, sources: [],
    failures: [
      ...unreadable.map(({ path, reason }) => `${path}: ${reason}`),
      ...summaries.flatMap((one) => one.failure ?? []),
      ...new Set(judged.flatMap((one) => one.failures)),
    ],
    unusedBaseline: baseline.filter((entry) => !accepted.has(entry.fingerprint)),
    fixes: (finding) => known.get(finding)?.fixes ?? [],
    fingerprint: (finding) => known.get(finding)?.fingerprint ?? '',
    rows(path) {
      let lines = shown.get(path);
      if (!lines) {
        const read = io.files.read(path);
        lines = read.ok ? io.decode(read.bytes, encoding).text.split(/\r\n|\r|\n/) : [];
        shown.set(path, lines);
      }
      return lines;
    },
  };
}

/** As the findings of one workspace are sorted: by place, then by rule and message. */
function inOrder({ finding: x }: Told, { finding: y }: Told): number {
  const compared = (one: string, two: string) => (one < two ? -1 : one > two ? 1 : 0);
  return compared(x.file, y.file) || x.range.start.line - y.range.start.line || x.range.start.character - y.range.start.character
    || x.range.end.character - y.range.end.character || compared(x.rule, y.rule) || compared(x.message, y.message);
}

/** Workers of main where more than one is wanted and there are any; else the work is done here. */
async function hired(io: Io, settings: Settings, wanted: number): Promise<readonly Worker[]> {
  const { worker } = io;
  if (wanted > 1 && worker) return Promise.all(Array.from({ length: wanted }, () => worker(settings)));
  await io.load();
  const here = parts(io, settings);
  return [{
    ask: (task: Task) => Promise.resolve(task.kind === 'read' ? here.read(task.files) : here.judge(task.groups)) as ReturnType<Worker['ask']>,
    end: () => undefined,
  } as Worker];
}

/** Hands the slices out one by one to whoever is free. */
async function shared<Slice>(slices: readonly Slice[], workers: readonly Worker[], work: (slice: Slice, worker: Worker, number: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(workers.map(async (worker, number) => {
    for (let slice = slices[next++]; slice !== undefined; slice = slices[next++]) await work(slice, worker, number);
  }));
}

function sliced<One>(list: readonly One[], size: number): One[][] {
  const slices: One[][] = [];
  for (let at = 0; at < list.length; at += size) slices.push(list.slice(at, at + size));
  return slices;
}

export type { Cache };
