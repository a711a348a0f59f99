// The peer in this device's order: nothing of a clean pair is red, every row points to the line it tells, every line of the peer
// is told once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mappedPeer, type MappedPeer } from '../../server/src/compare/mapped-peer';
import type { Pair } from '../../server/src/model/pairing/pair';
import { rowOf } from '../../server/src/model/place';
import { maskedText } from '../../server/src/model/secrets';
import { withOwnRows } from '../../client/src/own-rows';
import { example, exampleNames, pairOf, type PairOf } from '../support/pair-of';

function mapped(found: PairOf, pair: Pair): MappedPeer {
  return mappedPeer(pair, found.compared(pair), found.text(pair.a.file).split('\n'));
}

/** What every mapping must hold, whatever the two files say. */
function holds(found: PairOf, pair: Pair): void {
  const { lines, missing } = mapped(found, pair);
  const ofB = found.text(pair.b.file).split('\n');
  const rows = lines.flatMap((line) => (line.source ? [rowOf(line.source)] : []));
  assert.equal(new Set(rows).size, rows.length, 'a line of the peer is told twice');
  const all = found.workspace.snapshot(pair.b.file)!.facts.flatMap((section) => section.all.map(rowOf));
  assert.deepEqual(
    [...rows].sort((x, y) => x - y),
    all.sort((x, y) => x - y),
    'a line of the peer is not told',
  );
  for (const line of lines) {
    if (!line.source) continue;
    assert.equal(ofB[rowOf(line.source)]!.trim(), line.source.text);
    if (line.mark === 'equal')
      assert.equal(line.text.trim().toLowerCase(), maskedText(line.source.text).trim().toLowerCase());
    else assert.ok(line.explanation, 'what is not equal is explained');
  }
  const ofA = found.text(pair.a.file).split('\n');
  const here = lines.flatMap((line) => (line.here === undefined ? [] : [line.here]));
  assert.deepEqual(
    here,
    [...here].sort((x, y) => x - y),
    "in this device's order",
  );
  for (const line of lines)
    if (line.here !== undefined && line.mark !== 'wrong') assert.equal(line.text, maskedText(ofA[line.here]!));
  const lacked = new Set(missing.map(({ line }) => rowOf(line)));
  for (const row of here) assert.ok(!lacked.has(row));
}

for (const name of exampleNames) {
  test(`${name}: exactly its faults are red`, async () => {
    const found = await pairOf(example(name));
    for (const pair of [found.pair, found.swapped]) {
      holds(found, pair);
      const { lines, missing } = mapped(found, pair);
      const red = new Set([
        ...lines.filter((line) => line.mark === 'wrong').flatMap((line) => line.findings),
        ...missing.flatMap((missingLine) => missingLine.findings),
      ]);
      assert.deepEqual(
        [...red].map((finding) => finding.message).sort(),
        found.faults.map((finding) => finding.message).sort(),
      );
    }
  });
}

test("what must differ reads like this device's line, and says what really stands there", async () => {
  const found = await pairOf(example('mld-mistakes'));
  const { lines, missing } = mapped(found, found.pair);
  const line = (start: string) => lines.find((mappedLine) => mappedLine.text.trim().startsWith(start))!;
  assert.equal(line('ipv6 address 2001:DB8:A10::1/64').mark, 'must-differ');
  assert.equal(line('ipv6 address 2001:DB8:A10::1/64').actual, 'ipv6 address 2001:DB8:A10::2/64');
  assert.deepEqual(
    [line('vrrp6 vrid 1 priority').text.trim(), line('vrrp6 vrid 1 priority').actual],
    ['vrrp6 vrid 1 priority 150', 'vrrp6 vrid 1 priority 110'],
  );
  // The mirrored addresses are mapped, so that the port is the one difference that is left.
  assert.equal(line('peer-ipv6').text.trim(), 'peer-ipv6 2001:DB8:C0::2 source-ipv6 2001:DB8:C0::1 port 7001');
  assert.equal(line('peer-ipv6').mark, 'wrong');
  assert.equal(line('interface GigabitEthernet0/2/4').mark, 'quiet');
  assert.equal(lines.find((mappedLine) => mappedLine.text.trim() === 'pim ipv6 ignore assert-state')?.mark, 'wrong');
  assert.deepEqual(missing, []);
  const back = mapped(found, found.swapped);
  assert.deepEqual(
    back.missing.map(({ line: lacking }) => lacking.text),
    ['pim ipv6 ignore assert-state'],
  );
});

test("headers and remarks are this device's own, and the order is", async () => {
  const [north, south] = example('mld');
  const shuffled = south!.text.split(/^#\n/m);
  const found = await pairOf([
    {
      ...north!,
      text: `!Software Version V800R012C10\n!Last configuration was updated at 2026-03-01 10:00:00\n${north!.text}`,
    },
    {
      ...south!,
      text: `!Last configuration was updated at 2026-04-01 11:11:11\n${[...shuffled.slice(0, 2), ...shuffled.slice(2, -1).reverse(), shuffled.at(-1)].join('#\n')}`,
    },
  ]);
  const pair = found.pair;
  holds(found, pair);
  assert.equal(
    mapped(found, pair)
      .lines.map((line) => line.text)
      .join('\n'),
    found.text(pair.a.file),
  );
});

test("no key of either device is told as the peer's", async () => {
  const found = await pairOf(
    example('ds-lite').map((file, index) =>
      index === 1 ? { ...file, text: file.text.replace('Boards-of-88', () => '%^%#Other-secret-99%^%#') } : file,
    ),
  );
  const { lines } = mapped(found, found.pair.a.name === 'Translator-1' ? found.pair : found.swapped);
  assert.ok(
    !JSON.stringify(lines.map(({ text, actual, explanation }) => [text, actual, explanation])).includes(
      'Other-secret-99',
    ),
  );
});

test('whatever lines are taken away, moved or written twice, every line of the peer is told once', async () => {
  const texts = exampleNames.map((name) => example(name));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(texts.length - 1),
      fc.array(fc.tuple(fc.nat(1), fc.constantFrom('drop', 'move', 'twice'), fc.nat(200), fc.nat(200)), {
        maxLength: 8,
      }),
      async (which, changes) => {
        const files = texts[which]!.map(({ name, text }) => ({ name, rows: text.split('\n') }));
        for (const [side, kind, from, to] of changes) {
          const { rows } = files[side]!;
          const at = from % (rows.length - 1);
          const [row] = kind === 'twice' ? [rows[at]!] : rows.splice(at, 1);
          if (kind !== 'drop') rows.splice(to % rows.length, 0, row!);
        }
        const found = await pairOf(files.map(({ name, rows }) => ({ name, text: rows.join('\n') })));
        for (const pair of [found.pair, found.swapped]) holds(found, pair);
      },
    ),
    { numRuns: 60, seed: 11 },
  );
});

test("beside the file a masked key is the file's own, so that a key on both devices is no difference", async () => {
  const found = await pairOf(
    example('ds-lite').map((file, index) =>
      index === 1 ? { ...file, text: file.text.replace('Boards-of-88', () => '%^%#Other-secret-99%^%#') } : file,
    ),
  );
  const pair = found.pair.a.name === 'Translator-1' ? found.pair : found.swapped;
  const rows = found.text(pair.a.file).split('\n');
  const { lines } = mapped(found, pair);
  const shown = withOwnRows(
    lines.map((line) => line.text).join('\n'),
    lines.map(({ here, mark }) => ({ here: here ?? null, mark })),
    (row) => rows[row],
  );
  assert.ok(shown.includes('authentication-key Boards-of-88') && !shown.includes('Other-secret-99'));
  assert.equal(
    withOwnRows('a **', [{ here: 0, mark: 'wrong' }], () => 'a xx'),
    'a **',
  );
  assert.equal(
    withOwnRows('a **', [{ here: 0, mark: 'equal' }], () => 'a xxx'),
    'a **',
  );
});
