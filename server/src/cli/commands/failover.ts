// `vrp failover A B`: what happens to this pair when something breaks. The user named the two files, so they are rehearsed as a
// pair also where too little in them says that they are one; that is told. Two versions of one device are refused.
import type { Colors } from 'picocolors/types';
import type { Outcome, Rehearsal } from '../../failover/simulation/rehearsal';
import { parseEvent, type FailureEvent } from '../../failover/simulation/events';
import { failoverMarkdown } from '../../failover/report/markdown';
import { matrix } from '../../failover/judgement/matrix';
import { rehearse } from '../../failover/judgement/rehearse';
import { rehearsalSvg } from '../../failover/drawing/sheet';
import { pair as paired, type Pair } from '../../model/pairing/pair';
import { versionsOfOne, type NetworkOptions } from '../../model/pairing/find-pairs';
import { check } from './check';
import type { Decoded, Io } from '../io';
import { failoverJson } from '../reports/failover-json';
import { failoverText } from '../reports/failover-text';

export const failoverFormats = ['text', 'json', 'markdown', 'svg'] as const;

/** Each with all that is worse: what makes the exit code 1. */
export const failOn: Readonly<Record<string, readonly Outcome[]>> = {
  'users-lost': ['loses-users'],
  'no-switchover': ['loses-users', 'no-switchover'],
  'stale-entries': ['loses-users', 'no-switchover', 'survives-stale'],
};

export interface FailoverArguments {
  readonly event?: readonly string[];
  readonly matrix?: boolean;
  readonly format: (typeof failoverFormats)[number];
  readonly failOn?: string;
  readonly encoding?: Decoded['encoding'];
}

/** The exit code; sentences about what went wrong go to `tell`. */
export async function failover(
  files: readonly [string, string],
  options: FailoverArguments,
  io: Io,
  colors: Colors,
  tell: (sentence: string) => void,
): Promise<number> {
  await io.load();
  const found = readPair(files, options.encoding, io, tell);
  if (typeof found === 'number') return found;
  const { pair, why } = found;
  const events: FailureEvent[] = [];
  for (const text of options.event ?? []) {
    const event = parseEvent(text, pair);
    if (typeof event === 'string') {
      tell(event);
      return 2;
    }
    events.push(event);
  }
  const rehearsal = rehearsed(pair, events, options.matrix === true);
  if (rehearsal.groups.length === 0 && why.length === 0) {
    tell(`${pair.a.name} and ${pair.b.name} have no VRRP group, channel or profile in common: they are no pair`);
    return 2;
  }
  if (rehearsal.groups.length === 0)
    tell(`nothing to rehearse: ${pair.a.name} and ${pair.b.name} share no VRRP group whose role their files decide`);
  if (why.length === 0)
    tell(
      `${pair.a.name} and ${pair.b.name} are rehearsed as a pair because they were named together; little in the files says that they are one`,
    );
  io.out(
    options.format === 'json'
      ? failoverJson(rehearsal, [pair.a.file, pair.b.file], why)
      : options.format === 'markdown'
        ? failoverMarkdown(rehearsal)
        : options.format === 'svg'
          ? rehearsalSvg(pair, rehearsal)
          : failoverText(rehearsal, colors),
  );
  const bad = options.failOn === undefined ? [] : (failOn[options.failOn] ?? []);
  return rehearsal.rows.some((row) => bad.includes(row.outcome)) ? 1 : 0;
}

function rehearsed(pair: Pair, events: readonly FailureEvent[], everything: boolean): Rehearsal {
  if (events.length === 0) return matrix(pair);
  const run = rehearse(pair, events);
  return everything ? { ...run, rows: [...run.rows, ...matrix(pair).rows] } : run;
}

/** The pair in the order in which its files were named, and what in them says that they are one; or the exit code. */
function readPair(
  files: readonly [string, string],
  encoding: FailoverArguments['encoding'],
  io: Io,
  tell: (sentence: string) => void,
): { readonly pair: Pair; readonly why: readonly string[] } | number {
  const names = files.map((file) => (file === '-' ? '<stdin>' : file));
  if (files[0] === files[1] || io.files.absolute(files[0]) === io.files.absolute(files[1])) {
    tell(`${files[1]}: the same file twice; name the files of both devices`);
    return 2;
  }
  const read = (network: NetworkOptions) =>
    check(files, io, { rules: [], quiet: true, encoding, network, settle: () => network });
  let result = read({});
  for (const path of result.missing) tell(`no such file or directory: ${path}`);
  if (result.missing.length > 0) return 2;
  for (const failure of result.failures) tell(failure);
  if (result.failures.length > 0) return 3;
  for (const [index, name] of names.entries()) {
    const row = result.files.find((file) => file.path === name);
    const problem = !row
      ? `${files[index]}: name one file of one device`
      : !row.vrp
        ? `${files[index]}: no VRP configuration`
        : undefined;
    if (problem !== undefined) {
      tell(problem);
      return 2;
    }
  }
  const evident = result.pairs[0];
  if (!evident) result = read({ settled: [[names[0]!, names[1]!]] });
  const one = result.pairs[0];
  if (!one) {
    tell(`${files[0]} and ${files[1]} cannot be read as a pair`);
    return 3;
  }
  if (!evident && versionsOfOne(one.a, one.b)) {
    tell(`${files[0]} and ${files[1]} are two versions of ${one.a.name}: a device is no backup of itself`);
    return 2;
  }
  return {
    pair: one.a.file === names[0] ? one : paired(one.b, one.a, one.why),
    why: evident ? one.why.map((witness) => witness.text) : [],
  };
}
