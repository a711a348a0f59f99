// Checks many files in parts: files are read a slice at a time and judged as if there were no others, by as many workers as are asked
// for, or both comes from a cache. That is final for files that nothing connects with a file of another slice; the others are paired
// by their outlines and judged in groups. What comes out is what one check of all files gives, whoever did the parts.
import type { Device } from '../../model/device';
import { byName, type NetworkOptions } from '../../model/pairing/find-pairs';
import type { Finding } from '../../workspace/workspace';
import { cacheOf, type Cache } from './cache';
import type { CheckOptions, CheckResult, FileRow } from '../commands/check';
import { circles } from './components';
import type { Io, Worker } from '../io';
import { grouped, parts, type Judged, type Named, type Settings, type Summary, type Task, type Told } from './tasks';
import { push } from '../../text/collections';
import { printable } from '../../text/sanitize';
import { progress } from '../progress';

export interface FleetOptions {
  /** As many as there are processors where it is not said. */
  readonly jobs?: number;
  /** The folder of the cache; none without. */
  readonly cache?: string;
  /** Whether the report shows fixes. */
  readonly fixes: boolean;
}

/** Files that one worker takes at a time; up to twice as many where a folder goes on. */
const filesAtOnce = 32;
const groupsAtOnce = 32;
/** Below so many files a worker costs more than it gives. */
const worthwhile = 200;
/** Each takes memory, whoever asks for thousands. */
const mostWorkers = 64;

export async function checkFleet(
  paths: readonly string[],
  io: Io,
  options: CheckOptions,
  { jobs, cache: folder, fixes }: FleetOptions,
): Promise<CheckResult> {
  const told = progress(options.quiet ? { error: io.error } : io);
  const baseline = options.baseline ?? [];
  const { found: listed, missing, unreadable } = io.files.list(paths);
  const networkOf = (present: readonly string[]): NetworkOptions => options.settle?.(present) ?? options.network ?? {};
  const { settled = [], networks = [] } = networkOf(listed.map((file) => file.path));
  // Where a person has said which files belong together, no slice can be judged by itself.
  const inSlices = settled.length === 0 && networks.length === 0;
  const settings: Settings = {
    rules: (options.rules ?? []).map((rule) => rule.id),
    baseline,
    encoding: options.encoding,
    fixes,
    inSlices,
  };
  const cache = folder === undefined ? undefined : cacheOf(io, folder, settings);
  const files = cache ? listed.filter(({ path }) => !cache.holds(path)) : listed;
  const crew = hired(io, settings);
  try {
    // Reading
    const keys = new Map(files.map(({ path, named }) => [path, cache?.keyOf(path, named)]));
    const summaries = new Map<string, Summary>();
    const results = new Map<string, Judged[]>();
    for (const { path } of files) {
      const summary = cache?.summary(keys.get(path));
      if (summary) summaries.set(path, summary);
    }
    let known = cache && inSlices ? circles(inOrderOf(files, summaries)) : [];
    if (cache) {
      for (const circle of known) {
        const found = cache.judged(cache.circleKey(circle, keys));
        for (const file of circle)
          if (found) results.set(file, found);
          else summaries.delete(file);
      }
    }
    const unread = files.filter(({ path }) => !summaries.has(path));
    const wanted = Math.min(
      jobs ?? (unread.length < worthwhile ? 1 : (io.cores ?? 1)),
      Math.max(1, unread.length),
      mostWorkers,
    );
    const sliceOf = new Map<string, number>();
    const owner = new Map<string, number>();
    const groupOf = new Map<string, Judged>();
    let done = 0;
    await shared(
      sliced(unread, wanted),
      await crew(unread.length === 0 ? 0 : wanted),
      async (slice, index, worker, number) => {
        const read = await worker.ask({ kind: 'read', files: slice });
        slice.forEach(({ path }, place) => {
          summaries.set(path, read.summaries[place]!);
          sliceOf.set(path, index);
          owner.set(path, number);
          cache?.keepSummary(keys.get(path), read.summaries[place]!);
        });
        for (const group of read.groups) for (const file of group.files) groupOf.set(file, group.judged);
        done += slice.length;
        told.tell(`checking ${done} of ${unread.length} files`);
      },
    );

    // What is final, and what is connected with other slices
    const read = inOrderOf(files, summaries);
    const judged: Judged[] = [];
    const open: string[][] = [];
    if (!inSlices || unread.length > 0) known = circles(read);
    for (const circle of known) {
      const first = circle[0]!;
      const found = results.get(first);
      if (circle.every((file) => groupOf.has(file) && sliceOf.get(file) === sliceOf.get(first))) {
        const groups = [...new Set(circle.map((file) => groupOf.get(file)!))];
        cache?.keepJudged(cache.circleKey(circle, keys), groups);
        judged.push(...groups);
      } else if (found && circle.every((file) => results.get(file) === found)) judged.push(...found);
      else open.push(circle);
    }

    // Pairing and judging the rest
    const network = networkOf(read.flatMap(({ row }) => (row?.vrp ? [row.path] : [])));
    if (open.length > 0) {
      const workers = await crew(wanted);
      const workerOf = (file: string) => workers[(owner.get(file) ?? 0) % workers.length]!;
      const these = open.flat().map((file) => summaries.get(file)!);
      const devices: Device[] = these.flatMap(({ device }) => device ?? []);
      await Promise.all(
        [
          ...byWorker(
            these.flatMap(({ device, row }) => (device ? [] : [row!.path])),
            workerOf,
          ),
        ].map(async ([worker, list]) => {
          const outlines = await worker.ask({ kind: 'outline', files: list });
          list.forEach((file, place) => {
            const device = outlines[place];
            if (device) devices.push(device);
            else
              judged.push({ pairs: [], told: [], accepted: [], failures: [`${file}: it vanished while it was read`] });
          });
        }),
      );
      const asks = new Map(these.flatMap((one) => (one.asks.length > 0 ? [[one.row!.path, one.asks] as const] : [])));
      const groups = grouped(
        devices.sort((x, y) => (x.file < y.file ? -1 : 1)),
        asks,
        network,
      );
      const kept = groups.map((group) => cache?.judged(cache.groupKey(group, keys)));
      const unjudged = groups.flatMap((group, index) => (kept[index] ? [] : [{ group, index }]));
      done = 0;
      // A group goes to who has read its first file.
      await Promise.all(
        [...byWorker(unjudged, ({ group }) => workerOf(group.files[0]!))].map(async ([worker, list]) => {
          for (let at = 0; at < list.length; at += groupsAtOnce) {
            const some = list.slice(at, at + groupsAtOnce);
            const found = await worker.ask({ kind: 'judge', groups: some.map((one) => one.group) });
            some.forEach(({ group, index }, place) => {
              kept[index] = [found[place]!];
              cache?.keepJudged(cache.groupKey(group, keys), kept[index]!);
            });
            done += some.length;
            told.tell(`checking ${done} of ${unjudged.length} groups`);
          }
        }),
      );
      judged.push(...kept.flatMap((list) => list ?? []));
      groups.forEach((group, index) => {
        for (const file of group.files) groupOf.set(file, kept[index]![0]!);
      });
      if (inSlices)
        for (const circle of open)
          if (circle.every((file) => groupOf.has(file)))
            cache?.keepJudged(cache.circleKey(circle, keys), [...new Set(circle.map((file) => groupOf.get(file)!))]);
    }
    told.done();
    const failed = cache?.write();
    if (failed !== undefined) io.error(`vrp: the cache was not written, ${printable(failed)}\n`);
    return result(read, judged, { missing, unreadable, baseline, network, io, encoding: options.encoding });
  } finally {
    for (const worker of await crew(0)) worker.end();
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

function result(
  summaries: readonly Summary[],
  judged: readonly Judged[],
  { missing, unreadable, baseline, network, io, encoding }: About,
): CheckResult {
  const told = judged.flatMap((one) => one.told).sort(inOrder);
  const known = new Map<Finding, Told>(told.map((one) => [one.finding, one]));
  const accepted = new Set(judged.flatMap((one) => one.accepted));
  const shown = new Map<string, readonly string[]>();
  return {
    files: summaries.flatMap((one): FileRow[] => (one.row ? [one.row] : [])),
    facts: () => [],
    pairs: judged.flatMap((one) => one.pairs).sort((x, y) => byName(x.a, y.a) || byName(x.b, y.b)),
    findings: told.map((one) => one.finding),
    network,
    missing,
    sources: [],
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
  return (
    compared(x.file, y.file) ||
    x.range.start.line - y.range.start.line ||
    x.range.start.character - y.range.start.character ||
    x.range.end.character - y.range.end.character ||
    compared(x.rule, y.rule) ||
    compared(x.message, y.message)
  );
}

/** Makes workers when the first are asked for, and gives them to whoever asks again. The first works here; main makes the others, where more than one is wanted and it can. */
function hired(io: Io, settings: Settings): (wanted: number) => Promise<readonly Worker[]> {
  let workers: Promise<readonly Worker[]> | undefined;
  const hire = async (wanted: number): Promise<readonly Worker[]> => {
    const { worker } = io;
    const others = worker ? Array.from({ length: wanted - 1 }, () => worker(settings)) : [];
    try {
      await io.load();
    } catch (error) {
      for (const other of others) other.end();
      throw error;
    }
    const mine = parts(io, settings);
    const here = {
      ask: async (task: Task) => {
        // What the others have sent comes first: they wait for more.
        await io.turn();
        return mine.done(task);
      },
      end: () => undefined,
    };
    return [here as Worker, ...others];
  };
  return (wanted) => (wanted === 0 ? (workers ?? Promise.resolve([])) : (workers ??= hire(wanted)));
}

/** Hands the slices out one by one to whoever is free; who works elsewhere has the next one already when it is done with one. */
async function shared<Slice>(
  slices: readonly Slice[],
  workers: readonly Worker[],
  work: (slice: Slice, index: number, worker: Worker, number: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const workOn = async (worker: Worker, number: number) => {
    for (let index = next++; index < slices.length; index = next++) await work(slices[index]!, index, worker, number);
  };
  await Promise.all(
    workers.flatMap((worker, number) => Array.from({ length: number === 0 ? 1 : 2 }, () => workOn(worker, number))),
  );
}

/** Files in their order; a folder is cut only where it is large. */
function sliced(files: readonly Named[], workers: number): Named[][] {
  const enough = Math.min(filesAtOnce, Math.ceil(files.length / workers));
  // Few files are for all workers.
  const most = enough < filesAtOnce ? enough : 2 * enough;
  const folder = ({ path }: Named) => path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
  const slices: Named[][] = [];
  let slice: Named[] = [];
  for (const { path, named } of files) {
    const file = { path, named };
    if (slice.length >= most || (slice.length >= enough && folder(file) !== folder(slice[slice.length - 1]!)))
      slice = [];
    if (slice.length === 0) slices.push(slice);
    slice.push(file);
  }
  return slices;
}

function byWorker<One>(list: readonly One[], workerOf: (one: One) => Worker): Map<Worker, One[]> {
  const found = new Map<Worker, One[]>();
  for (const one of list) push(found, workerOf(one), one);
  return found;
}

function inOrderOf(files: readonly Named[], summaries: ReadonlyMap<string, Summary>): Summary[] {
  return files.flatMap(({ path }) => summaries.get(path) ?? []);
}

export type { Cache };
