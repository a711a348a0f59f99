// Checks many files in parts: files are read a slice at a time and judged as if there were no others, by as many workers as are asked
// for, or both comes from a cache. That is final for files that nothing connects with a file of another slice; the others are paired
// by their digests and judged in groups. What comes out is what one check of all files gives, whoever did the parts.
import type { Device } from '../../model/device';
import type { NetworkOptions } from '../../model/pairing/find-pairs';
import type { FoundFile, Listing } from '../files';
import type { Io, Worker } from '../io';
import { tell } from '../problem';
import { progress, type Progress } from '../progress';
import { noCache, openCache, type CacheKey, type CheckCache } from './cache';
import { fileComponents } from './components';
import { mergedResult } from './merge-results';
import type { CheckOptions, CheckResult } from './result';
import { slicesOf } from './slices';
import { asksByFile, groupFiles } from './group-files';
import {
  vanished,
  type FileGroup,
  type FileSummary,
  type GroupResult,
  type SliceResult,
  type TaskSettings,
} from './tasks';
import { byWorker, distribute, mostWorkers, WorkerPool } from './worker-pool';

/** How many files are checked side by side. */
export interface FleetOptions {
  /** The most workers; as many as there are processors where it is not said. */
  readonly jobs?: number;
  /** The folder of the cache; none without. */
  readonly cache?: string;
  /** Whether the report shows fixes. */
  readonly fixes: boolean;
}

/** Groups that one worker judges at a time. */
const groupsAtOnce = 32;
/** How many times as long the first slice takes as one behind it: nothing is compiled yet. */
const coldness = 4;
/** Below so many files a worker costs more than it gives. */
const worthwhile = 200;

/** Rejects with a message for people where the parser or a worker fails. */
export async function checkFleet(
  paths: readonly string[],
  io: Io,
  options: CheckOptions,
  { jobs, cache: cacheFolder, fixes }: FleetOptions,
): Promise<CheckResult> {
  const listing = io.files.list(paths, options.list);
  const networkOf = (present: readonly string[]) => options.networkFor?.(present) ?? options.network ?? {};
  const settings = taskSettings(options, fixes, networkOf(listing.found.map((file) => file.path)));
  const cache = cacheFolder === undefined ? noCache : openCache(io, cacheFolder, settings);
  const pool = new WorkerPool(io, settings);
  const progressLine = progress(options.quiet ? { error: io.error } : io);
  try {
    const fleet = new FleetCheck(listing, settings, cache, pool, progressLine);
    fleet.recall();
    await fleet.readRest(wantedWorkers(fleet.unread.length, jobs, io.cores));
    const { final, open } = fleet.sortComponents();
    const network = networkOf(fleet.devicePaths());
    const results = [...final, ...(open.length > 0 ? await fleet.judgeAcrossSlices(open, network) : [])];
    progressLine.clear();
    const reason = cache.write();
    if (reason !== undefined) tell(io, { code: 'cache-not-written', message: reason });
    return mergedResult(fleet.orderedSummaries(), results, { listing, settings, network, io });
  } finally {
    pool.end();
  }
}

function taskSettings(options: CheckOptions, fixes: boolean, network: NetworkOptions): TaskSettings {
  const { namedPairs = [], networks = [] } = network;
  return {
    rules: (options.rules ?? []).map((rule) => rule.id),
    baseline: options.baseline ?? [],
    severities: options.severities ?? {},
    encoding: options.encoding,
    fixes,
    // Where a person has said which files belong together, no slice can be judged by itself.
    inSlices: namedPairs.length === 0 && networks.length === 0,
  };
}

function wantedWorkers(files: number, jobs: number | undefined, cores = 1): number {
  const asked = jobs ?? (files < worthwhile ? 1 : cores);
  return Math.min(asked, Math.max(1, files), mostWorkers);
}

/** One run: what is known of its files while the parts come in. Its methods are called in the order in which they stand. */
class FleetCheck {
  private readonly files: readonly FoundFile[];
  private readonly keys: ReadonlyMap<string, CacheKey>;
  private readonly summaries = new Map<string, FileSummary>();
  /** By file, what the cache holds of its component. */
  private readonly recalled = new Map<string, readonly GroupResult[]>();
  private components: readonly (readonly string[])[] = [];
  /** Files of which nothing is known yet. */
  unread: readonly FoundFile[] = [];
  /** The most workers that may be there. */
  private workers = 1;
  private readonly sliceOf = new Map<string, number>();
  /** The number of the worker that read a file, and may still hold it. */
  private readonly readerOf = new Map<string, number>();
  /** By file, what its group gave. */
  private readonly resultOf = new Map<string, GroupResult>();

  constructor(
    listing: Listing,
    private readonly settings: TaskSettings,
    private readonly cache: CheckCache,
    private readonly pool: WorkerPool,
    private readonly progressLine: Progress,
  ) {
    this.files = listing.found.filter(({ path }) => !cache.holds(path));
    this.keys = new Map(this.files.map((file) => [file.path, cache.keyOf(file)]));
  }

  /** Takes from the cache what is known of whole components; a file of which only a part is known is read. */
  recall(): void {
    const { cache, keys, summaries } = this;
    for (const { path } of this.files) {
      const summary = cache.summary(keys.get(path));
      if (summary) summaries.set(path, summary);
    }
    if (this.settings.inSlices) {
      this.components = fileComponents(this.orderedSummaries());
      for (const component of this.components) {
        const results = cache.results(cache.componentKey(component, keys));
        for (const file of component) {
          if (results) this.recalled.set(file, results);
          else summaries.delete(file);
        }
      }
    }
    this.unread = this.files.filter(({ path }) => !summaries.has(path));
  }

  /** Has the unread files read, and judged as far as their slices go. */
  async readRest(workers: number): Promise<void> {
    this.workers = workers;
    const { unread } = this;
    if (unread.length === 0) return;
    const slices = slicesOf(unread, workers);
    let done = 0;
    const read = async (files: readonly FoundFile[], slice: number, worker: Worker, reader: number) => {
      this.takeSlice(
        files,
        slice,
        reader,
        await worker.ask({ kind: 'read', files, all: files.length === this.files.length }),
      );
      done += files.length;
      this.progressLine.show(`checking ${done} of ${unread.length} files`);
    };
    const first = await this.readAlone(slices, read);
    if (first === slices.length) return;
    await distribute(slices, first, this.pool.atLeast(workers), read);
  }

  /** Reads slices in this thread until what is left is worth the start of other threads: the number of slices that it read. */
  private async readAlone(
    slices: readonly (readonly FoundFile[])[],
    read: (files: readonly FoundFile[], slice: number, worker: Worker, reader: number) => Promise<void>,
  ): Promise<number> {
    const { workers, pool } = this;
    if (workers > 1 && pool.othersPayAfter === 0) return 0;
    const [worker] = pool.atLeast(1);
    for (const [index, files] of slices.entries()) {
      const start = pool.processorTime();
      await read(files, index, worker!, 0);
      const left = slices.length - index - 1;
      const took = (pool.processorTime() - start) / (index === 0 ? coldness : 1);
      if (workers > 1 && took * left > pool.othersPayAfter) return index + 1;
    }
    return slices.length;
  }

  private takeSlice(files: readonly FoundFile[], slice: number, reader: number, read: SliceResult): void {
    for (const [index, { path }] of files.entries()) {
      const summary = read.summaries[index]!;
      this.summaries.set(path, summary);
      this.sliceOf.set(path, slice);
      this.readerOf.set(path, reader);
      this.cache.keepSummary(this.keys.get(path), summary);
    }
    for (const group of read.groups) {
      for (const file of group.files) this.resultOf.set(file, group.result);
    }
  }

  /** What is final, and the components that are connected across slices. */
  sortComponents(): { final: GroupResult[]; open: (readonly string[])[] } {
    const final: GroupResult[] = [];
    const open: (readonly string[])[] = [];
    if (!this.settings.inSlices || this.unread.length > 0) this.components = fileComponents(this.orderedSummaries());
    for (const component of this.components) {
      const results = this.fromOneSlice(component) ?? this.fromCache(component);
      if (results) final.push(...results);
      else open.push(component);
    }
    return { final, open };
  }

  private fromOneSlice(component: readonly string[]): readonly GroupResult[] | undefined {
    const slice = this.sliceOf.get(component[0]!);
    if (!component.every((file) => this.resultOf.has(file) && this.sliceOf.get(file) === slice)) return undefined;
    return this.keepComponent(component);
  }

  private fromCache(component: readonly string[]): readonly GroupResult[] | undefined {
    const results = this.recalled.get(component[0]!);
    return results && component.every((file) => this.recalled.get(file) === results) ? results : undefined;
  }

  private keepComponent(component: readonly string[]): readonly GroupResult[] {
    const results = [...new Set(component.map((file) => this.resultOf.get(file)!))];
    this.cache.keepResults(this.cache.componentKey(component, this.keys), results);
    return results;
  }

  /** Pairs the devices of these components by their digests and has their groups judged. */
  async judgeAcrossSlices(components: readonly (readonly string[])[], network: NetworkOptions): Promise<GroupResult[]> {
    const workers = this.pool.atLeast(1);
    const workerOf = (file: string) => workers[(this.readerOf.get(file) ?? 0) % workers.length]!;
    const summaries = components.flat().map((file) => this.summaries.get(file)!);
    const { devices, lost } = await this.digests(summaries, workerOf);
    const groups = groupFiles(devices, asksByFile(summaries), network);
    const results = await this.judgeGroups(groups, workerOf);
    for (const [index, group] of groups.entries()) {
      for (const file of group.files) this.resultOf.set(file, results[index]![0]!);
    }
    if (this.settings.inSlices) {
      for (const component of components) {
        if (component.every((file) => this.resultOf.has(file))) this.keepComponent(component);
      }
    }
    return [...lost, ...results.flat()];
  }

  /** The digests of these files, sorted by file, from who has read them; of a file that is gone, that it is. */
  private async digests(
    summaries: readonly FileSummary[],
    workerOf: (file: string) => Worker,
  ): Promise<{ devices: Device[]; lost: GroupResult[] }> {
    const devices: Device[] = [];
    const lost: GroupResult[] = [];
    const wanting: string[] = [];
    for (const { device, row } of summaries) {
      if (device) devices.push(device);
      else wanting.push(row!.path);
    }
    await byWorker(wanting, workerOf, async (worker, files) => {
      const digests = await worker.ask({ kind: 'digest', files });
      for (const [index, file] of files.entries()) {
        const device = digests[index];
        if (device) devices.push(device);
        else lost.push({ pairs: [], reported: [], silenced: [], accepted: [], problems: [vanished(file)] });
      }
    });
    devices.sort((x, y) => (x.file < y.file ? -1 : 1));
    return { devices, lost };
  }

  /** One list of results for each group: from the cache, or from the worker that has read the group's first file. */
  private async judgeGroups(
    groups: readonly FileGroup[],
    workerOf: (file: string) => Worker,
  ): Promise<(readonly GroupResult[])[]> {
    const { cache, keys } = this;
    const results = groups.map((group) => cache.results(cache.groupKey(group, keys)));
    const unjudged = groups.flatMap((group, index) => (results[index] ? [] : [{ group, index }]));
    let done = 0;
    await byWorker(
      unjudged,
      ({ group }) => workerOf(group.files[0]!),
      async (worker, share) => {
        for (let start = 0; start < share.length; start += groupsAtOnce) {
          const batch = share.slice(start, start + groupsAtOnce);
          const judged = await worker.ask({ kind: 'judge', groups: batch.map(({ group }) => group) });
          for (const [place, { group, index }] of batch.entries()) {
            const result = [judged[place]!];
            results[index] = result;
            cache.keepResults(cache.groupKey(group, keys), result);
          }
          done += batch.length;
          this.progressLine.show(`checking ${done} of ${unjudged.length} groups`);
        }
      },
    );
    return results.map((list) => list ?? []);
  }

  /** Of the files that are known by now, in the order of the files. */
  orderedSummaries(): FileSummary[] {
    return this.files.flatMap(({ path }) => this.summaries.get(path) ?? []);
  }

  /** The files that are configurations. */
  devicePaths(): string[] {
    return this.orderedSummaries().flatMap(({ row }) => (row?.vrp ? [row.path] : []));
  }
}
