// The pair table: of each pair exactly its faults are red, each on one row, and no secret is ever in a cell.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparison, summaryOf } from '../../../server/src/compare/pair-table/comparison';
import type { Row } from '../../../server/src/compare/pair-table/row';
import { agreements } from '../../../server/src/catalogue/agreement';
import { mutations, pairs } from '../../support/mutations';
import { read } from '../../support/check-text';
import { example, exampleNames, pairOf, type PairOf } from '../../support/pair-of';

const agreed = new Set(agreements.flatMap(({ checks }) => Object.values(checks ?? {}).map((check) => check.rule)));
const isRed = (row: Row) => row.verdict === 'wrong' || row.verdict === 'missing';

function redRules(rows: readonly Row[]): string[] {
  return rows
    .filter(isRed)
    .flatMap((row) =>
      row.findings
        .filter((rowFinding) => rowFinding.severity === 'error' || rowFinding.severity === 'warning')
        .map((rowFinding) => `${rowFinding.rule}: ${rowFinding.message}`),
    )
    .sort();
}

function expected({ faults }: PairOf): string[] {
  return faults.map((finding) => `${finding.rule}: ${finding.message}`).sort();
}

for (const name of exampleNames) {
  test(`${name}: exactly its faults are red, from either side`, async () => {
    const found = await pairOf(example(name));
    const { rows } = comparison(found.pair, found.compared(found.pair));
    assert.deepEqual(redRules(rows), expected(found));
    assert.ok(rows.filter(isRed).length <= found.faults.length);
    const other = comparison(found.swapped, found.compared(found.swapped));
    assert.deepEqual(redRules(other.rows), expected(found));
    assert.deepEqual(
      other.rows
        .filter(isRed)
        .map((row) => row.parameter)
        .sort(),
      rows
        .filter(isRed)
        .map((row) => row.parameter)
        .sort(),
    );
    assert.equal(summaryOf({ rows }).wrong + summaryOf({ rows }).missing, rows.filter(isRed).length);
  });
}

test('the six faults of the MLD example stand on the parameters a person looks for', async () => {
  const found = await pairOf(example('mld-mistakes'));
  const { rows } = comparison(found.pair, found.compared(found.pair));
  assert.deepEqual(
    rows
      .filter(isRed)
      .map((row) => [row.section, row.parameter, row.kind, row.a?.text, row.b?.text, row.verdict, row.guide]),
    [
      ['RBS core-pair', 'port', 'must match', '7011', '7001', 'wrong', '000 step 2.3'],
      ['RBP tv-users', 'backup-id', 'must match', '21', '12', 'wrong', '003 step 4'],
      [
        'VRRP6 group 1 (GigabitEthernet0/2/4 / GigabitEthernet0/2/5)',
        'virtual IP',
        'must match',
        '2001:DB8:A10::FF',
        '2001:DB8:A01::FF',
        'wrong',
        '003 configuration files',
      ],
      [
        'VRRP6 group 1 (GigabitEthernet0/2/4 / GigabitEthernet0/2/5)',
        'preempt delay',
        'role',
        '600 s',
        '10 s',
        'wrong',
        '000 step 1.7',
      ],
      [
        'Interface GigabitEthernet0/2/4 / GigabitEthernet0/2/5',
        'multicast ipv6 track vrrp6 vrid',
        'must match',
        '1',
        '2',
        'wrong',
        '003 step 5',
      ],
      [
        'Interface GigabitEthernet0/2/4 / GigabitEthernet0/2/5',
        'pim ipv6 ignore assert-state',
        'must match',
        undefined,
        'set',
        'missing',
        '003 step 5',
      ],
    ],
  );
});

test('every fault of every rule is on exactly one row', async () => {
  for (const [index, mutation] of mutations.entries()) {
    const names = pairs[mutation.pair];
    const texts = names.map((name) => ({ name: `${name}.cfg`, text: read(`examples/${mutation.pair}/${name}.cfg`) }));
    for (const [file, from, to] of mutation.changes) {
      const one = texts.find((text) => text.name === `${file}.cfg`)!;
      one.text = one.text.replace(from, () => to);
    }
    const found = await pairOf(texts);
    const { rows } = comparison(found.pair, found.compared(found.pair));
    assert.deepEqual(redRules(rows), expected(found), `mutation ${index}: ${mutation.rule}`);
    // What is held against the other device must match there. The row of a channel names it, and names may differ.
    for (const { kind, parameter, findings } of rows)
      if (kind === 'may differ' && parameter !== 'name')
        for (const { rule } of findings) assert.ok(!agreed.has(rule), `${rule} on ${parameter}, which may differ`);
  }
});

test('each device has lost another of two lines that look alike: two rows, each missing on its device', async () => {
  const [north, south] = example('mld').map((file, index) => ({
    ...file,
    text: file.text.replace(` pim ipv6 ignore ${index === 0 ? 'assert' : 'dr'}-state\n`, ''),
  }));
  const found = await pairOf([north!, south!]);
  const { rows } = comparison(found.pair, found.compared(found.pair));
  assert.deepEqual(
    rows
      .filter(isRed)
      .map((row) => [row.parameter, row.a?.text, row.b?.text, row.verdict])
      .sort(),
    [
      ['pim ipv6 ignore assert-state', undefined, 'set', 'missing'],
      ['pim ipv6 ignore dr-state', 'set', undefined, 'missing'],
    ],
  );
});

test('a parameter nobody wrote shows its default, and the line that implies it', async () => {
  const found = await pairOf(
    example('mld').map((file) => ({ ...file, text: file.text.replace(/ vrrp6 vrid 1 timer advertise 200\n/, '') })),
  );
  const row = comparison(found.pair, found.compared(found.pair)).rows.find(
    (one) => one.parameter === 'advertise interval',
  )!;
  assert.deepEqual(
    [row.a?.text, row.a?.isDefault, row.b?.text, row.b?.isDefault, row.verdict],
    ['1 s', true, '1 s', true, 'ok'],
  );
});

test('names of services, profiles and interfaces may differ; who is master is said', async () => {
  const found = await pairOf(example('dhcpv6-relay-clean'));
  const { rows } = comparison(found.pair, found.compared(found.pair));
  const row = rows.find((one) => one.section === 'RBS to-relay-2 / to-relay-1' && one.parameter === 'name')!;
  assert.deepEqual([row.kind, row.verdict], ['may differ', 'quiet']);
  const masters = rows.filter((row) => row.parameter === 'priority').map((row) => [row.section, row.master]);
  assert.deepEqual(masters, [
    ['VRRP6 group 31 (GigabitEthernet0/3/2.310)', 'a'],
    ['VRRP6 group 32 (GigabitEthernet0/3/2.320)', 'b'],
  ]);
});

test('keys read set or nothing, whatever they are; two that can be read and differ are wrong', async () => {
  const secret = 'Boards-of-88';
  const one = await pairOf(example('ds-lite'));
  const rows = comparison(one.pair, one.compared(one.pair)).rows;
  assert.ok(!JSON.stringify(rows.map(({ a, b, findings }) => [a?.text, b?.text, findings])).includes(secret));
  const key = rows.find((row) => row.parameter === 'authentication-key')!;
  assert.deepEqual([key.a?.text, key.b?.text, key.verdict], ['set', 'set', 'ok']);
  for (const [other, verdict] of [
    ['Another-key', 'wrong'],
    ['%^%#Another-key1234%^%#', 'ok'],
  ] as const) {
    const changed = await pairOf(
      example('ds-lite').map((file, index) =>
        index === 0 ? { ...file, text: file.text.replace(secret, () => other) } : file,
      ),
    );
    const row = comparison(changed.pair, changed.compared(changed.pair)).rows.find(
      (each) => each.parameter === 'authentication-key',
    )!;
    assert.deepEqual([row.a?.text, row.b?.text, row.verdict], ['set', 'set', verdict]);
    assert.ok(!JSON.stringify(row.findings).includes(other));
  }
});

test('an accepted finding is not red', async () => {
  const found = await pairOf(
    example('mld-mistakes').map((file) =>
      file.name.endsWith('North.cfg')
        ? {
            ...file,
            text: file.text.replace(
              '#\nremote-backup-service',
              '# vrp-ignore rbs-port-mismatch -- both ends are moved next week\nremote-backup-service',
            ),
          }
        : file,
    ),
  );
  const row = comparison(found.pair, found.compared(found.pair)).rows.find((one) => one.parameter === 'port')!;
  assert.equal(row.verdict, 'quiet');
});
