// After each edit the pairs and what answers what in them are what a cold start finds. Edits hit the rows that pairing and matching
// read, so that most of them change an answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { NetworkOptions } from '../../../server/src/model/pairing/find-pairs';
import { Workspace } from '../../../server/src/workspace/workspace';
import { carrier } from '../../bench/text';
import type { NamedText } from '../../support/check-text';
import { isLong } from '../../support/long';
import { networkText } from '../../support/network-text';
import { oneGateway } from '../../support/one-gateway';
import { configurationsIn } from '../../support/spoilt-pairs';
import { loadSyntax } from '../../support/wasm';

interface Step {
  readonly file: number;
  readonly row: number;
  readonly kind: 'number' | 'drop' | 'paste' | 'swap' | 'whole';
  readonly to: string;
}

const steps = fc.array(
  fc.record<Step>({
    file: fc.nat(7),
    row: fc.nat(999),
    kind: fc.constantFrom('number', 'number', 'drop', 'paste', 'swap', 'whole'),
    to: fc.constantFrom('1', '2', '3', '5', '12', '100', '254'),
  }),
  { minLength: 12, maxLength: 25 },
);

/** Rows that pairs, virtual routers, profiles and boards are found by. */
const read = /sysname|interface|vrid|vrrp-id|backup|peer|address|service|location|trunk|shutdown|ipv6|vlan|vpn/;

const inFolder = (folder: string, files: readonly NamedText[]) =>
  files.map(({ name, text }) => ({ name: `${folder}/${name}`, text }));
const example = (name: string) => inFolder(name, configurationsIn(`examples/${name}`));
const site = (number: number, folder: string) =>
  inFolder(
    folder,
    ([0, 1] as const).map((own) => ({ name: `${'AB'[own]}.cfg`, text: carrier(own, 100, number) })),
  );

const networks: Readonly<Record<string, readonly NamedText[]>> = {
  'a pair of many groups': site(1, 'one'),
  'two pairs and a copy': [...site(1, 'one'), ...site(2, 'two'), ...site(1, 'copy')],
  'all in one folder': [1, 2].flatMap((number) =>
    site(number, 'all').map(({ name, text }) => ({ name: name.replace('.cfg', `${number}.cfg`), text })),
  ),
  'boards and multicast': [...example('ds-lite'), ...example('mld')],
  // As many groups with one key as are compared with each other: an edit makes them more or fewer than that.
  'one gateway in many VPNs': inFolder('one', [
    { name: 'A.cfg', text: oneGateway(1, 65) },
    { name: 'B.cfg', text: oneGateway(2, 64, { order: 'down' }) },
  ]),
  'E-Trunks': [...example('igmp-e-trunk'), ...example('nat-bras')],
};

for (const [title, files] of Object.entries(networks))
  test(`after edits: ${title}`, async () => {
    await loadSyntax();
    fc.assert(
      fc.property(steps, (taken) => walk(files, taken, {})),
      { numRuns: isLong ? 8 : 2, seed: 3, endOnFailure: true },
    );
  });

test('after edits: a pair that the settings name, and networks that do not mix', async () => {
  await loadSyntax();
  const files = networks['all in one folder']!;
  const [one, two, three, four] = files.map(({ name }) => name) as [string, string, string, string];
  for (const network of [
    { namedPairs: [[one, three]] },
    {
      networks: [
        [one, two],
        [three, four],
      ],
    },
  ] as NetworkOptions[])
    fc.assert(
      fc.property(steps, (taken) => walk(files, taken, network)),
      { numRuns: isLong ? 4 : 1, seed: 4, endOnFailure: true },
    );
});

function walk(files: readonly NamedText[], taken: readonly Step[], network: NetworkOptions): void {
  const warm = workspace(files, network);
  let now = files;
  for (const step of taken) {
    now = edit(warm, files, now, step);
    assert.deepEqual(networkText(warm), networkText(workspace(now, network)), JSON.stringify(step));
  }
}

function workspace(files: readonly NamedText[], network: NetworkOptions): Workspace {
  const made = new Workspace({ strict: true, rules: [], network });
  for (const { name, text } of files) made.open(name, text);
  return made;
}

/** Makes the edit; gives the texts after it. */
function edit(warm: Workspace, first: readonly NamedText[], now: readonly NamedText[], step: Step): NamedText[] {
  const index = step.file % now.length;
  const { name, text } = now[index]!;
  const rows = text.split('\n');
  const places = rows.flatMap((row, place) => (read.test(row) ? [place] : []));
  const at = places[step.row % Math.max(1, places.length)] ?? 0;
  const change = changeOf(step, rows, at, now[(index + 1) % now.length]!.text.split('\n'));
  const after =
    step.kind === 'whole'
      ? first[index]!.text
      : [...rows.slice(0, at), ...change.with, ...rows.slice(at + change.rows)].join('\n');
  if (step.kind === 'whole') warm.change(name, undefined, after);
  else {
    const range = { start: { line: at, character: 0 }, end: { line: at + change.rows, character: 0 } };
    warm.change(name, range, change.with.map((row) => `${row}\n`).join(''));
  }
  return now.map((file, place) => (place === index ? { name, text: after } : file));
}

interface RowChange {
  /** So many rows go. */
  readonly rows: number;
  readonly with: readonly string[];
}

function changeOf({ kind, row, to }: Step, rows: readonly string[], at: number, others: readonly string[]): RowChange {
  const own = rows[at]!;
  if (kind === 'drop') return { rows: 1, with: [] };
  if (kind === 'paste') return { rows: 1, with: [own, others[row % others.length]!] };
  if (kind === 'swap') return at + 2 < rows.length ? { rows: 2, with: [rows[at + 1]!, own] } : { rows: 0, with: [] };
  const numbers = [...own.matchAll(/\d+/g)];
  const number = numbers[row % Math.max(1, numbers.length)];
  if (!number) return { rows: 0, with: [] };
  return { rows: 1, with: [own.slice(0, number.index) + to + own.slice(number.index + number[0].length)] };
}
