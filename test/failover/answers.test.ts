// What the rehearsal answers, all of it: of every single failure of every pair of the project, and what a fault or another line of a
// pair changes. The records stand in `answers/`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Rehearsal, Row } from '../../server/src/failover/simulation/rehearsal';
import { matrix, singleFailures } from '../../server/src/failover/judgement/matrix';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import { stageOf } from '../../server/src/failover/simulation/stage';
import type { Pair } from '../../server/src/model/pairing/pair';
import { root, workspaceOf, type NamedText } from '../support/check-text';
import { deviceText, type Own } from '../support/failover-pairs';
import { isLong } from '../support/long';
import { pairs as clean } from '../support/mutations';
import { isRecording, Recorded } from '../support/recorded';
import { momentsText, reasonsText, rehearsalText } from '../support/rehearsal-text';
import { smallChanges } from '../support/small-changes';
import { configurationsIn } from '../support/spoilt-pairs';
import { mutated, titledMutations } from '../support/told-messages';

const matrices = new Recorded('test/failover/answers/matrices.txt');
const timelines = new Recorded('test/failover/answers/timelines.txt');
const changes = new Recorded('test/failover/answers/changes.txt');
const reasons = new Recorded('test/failover/answers/reasons.txt');
const isWhole = isLong || isRecording;

async function pairsOf(files: readonly NamedText[]): Promise<readonly Pair[]> {
  return (await workspaceOf(files, [])).network().pairs;
}

const folders = ['examples', 'test/pairs'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
);

for (const folder of folders) {
  const files = configurationsIn(folder);
  if (files.length === 0) continue;
  test(`answers: ${folder}`, async () => {
    for (const pair of await pairsOf(files)) {
      matrices.hold(folder, rehearsalText(matrix(pair)));
      timelines.hold(folder, timelinesOf(pair));
    }
  });
}

/** The failures of the first device, each with its return in the midst of what it began. */
function timelinesOf(pair: Pair): string[] {
  return singleFailures(stageOf(pair))
    .filter(({ device }) => device === undefined || device === pair.a.name)
    .flatMap((failure) => {
      const rehearsal = rehearse(pair, [failure, { ...failure, change: 'up', at: 100 }]);
      const later = momentsText(rehearsal).filter((line) => !/^ {2}at 0 (?:role|entries)/.test(line));
      return [`${failure.kind} ${failure.device ?? ''} ${failure.part ?? ''}`.trim(), ...later];
    });
}

const rowKey = (row: Row) =>
  [row.event, row.device, row.part, row.vrid, row.family, row.eTrunk?.id, row.services, row.bound].join(' ');
const rowGist = (row: Row) =>
  `${row.outcome}, ${row.entries}, ${row.takeover ? `${row.takeover.to} ${row.takeover.afterSeconds.join('-')}` : 'nobody'}, hit ${row.hitSeconds?.join('-') ?? 'open'}`;

/** How often rows become others: `2 rows: survives, fresh, B 1-2, hit 1-2 -> loses-users, none, B 1-2, hit open`. */
function effects(before: readonly Row[], now: readonly Row[]): string[] {
  const known = new Map(before.map((row) => [rowKey(row), rowGist(row)]));
  const counts = new Map<string, number>();
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const row of now) {
    const was = known.get(rowKey(row));
    if (was === undefined) count(`new: ${rowGist(row)}`);
    else if (was !== rowGist(row)) count(`${was} -> ${rowGist(row)}`);
  }
  const left = new Set(now.map(rowKey));
  for (const [key, was] of known) if (!left.has(key)) count(`gone: ${was}`);
  return [...counts].map(([what, times]) => `  ${times === 1 ? '' : `${times} rows: `}${what}`);
}

async function matricesOf(files: readonly NamedText[]): Promise<readonly Rehearsal[]> {
  return (await pairsOf(files)).map((pair) => matrix(pair));
}

/** A change moves the lines below it. */
const withoutPlace = (reason: string) => reason.slice(reason.indexOf(' '));

/** Holds what a change of files makes of their rows, and the reasons that are told only with it. */
function hold(title: string, before: readonly Rehearsal[], now: readonly Rehearsal[]): void {
  const [rows, rowsNow] = [before, now].map((all) => all.flatMap((one) => one.rows)) as [Row[], Row[]];
  changes.hold(title, effects(rows, rowsNow));
  const known = new Set(before.flatMap(reasonsText).map(withoutPlace));
  const come = now.flatMap(reasonsText).filter((reason) => !known.has(withoutPlace(reason)));
  reasons.hold(title, [...new Set(come)]);
}

for (const name of Object.keys(clean))
  if (isWhole || name === 'mld')
    test(`answers: faults of ${name}`, async () => {
      const before = await matricesOf(configurationsIn(`examples/${name}`));
      for (const [title, mutation] of titledMutations())
        if (mutation.pair === name) hold(title, before, await matricesOf(mutated(mutation)));
    });

const tracked: Partial<Own> = {
  family: 4,
  service: 'dhcpv6-relay',
  firstPacket: 'default',
  rest: ['interface GigabitEthernet0/1/3', ' ip address 10.60.0.1 255.255.255.0', '#'],
};

/** Small pairs, in which each line counts. */
const small: Readonly<Record<string, readonly [a: Partial<Own>, b: Partial<Own>]>> = {
  plain: [{ group: ['priority 200'] }, { group: ['priority 120'] }],
  tracking: [
    {
      ...tracked,
      group: [
        'priority 150',
        'preempt-mode timer delay 120',
        'timer advertise 2',
        'track interface GigabitEthernet0/1/2 reduced 40',
        'track interface GigabitEthernet0/1/3 reduced 20',
        'recover-delay 20',
      ],
    },
    { ...tracked, group: ['priority 120', 'preempt-mode disable', 'timer advertise 2', 'recover-delay 30'] },
  ],
};

for (const [name, [a, b]] of Object.entries(small))
  test(`answers: each line of a small pair, ${name}`, async () => {
    const files = [
      { name: 'A.cfg', text: deviceText({ name: 'DeviceA', own: 1, ...a }) },
      { name: 'B.cfg', text: deviceText({ name: 'DeviceB', own: 2, ...b }) },
    ];
    const before = await matricesOf(files);
    for (const kind of ['without a line', 'another number'])
      for (const { at, file, files: others } of smallChanges[kind]!(files))
        hold(`${name}, ${kind}: ${file} ${at}`, before, await matricesOf(others));
  });

after(() => {
  for (const records of [matrices, timelines, changes, reasons]) records.save();
});
