// Which line of a view answers which of the other device where their texts differ: by likeness, in their order, by a slip of the pen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correspondenceOf } from '../../server/src/compare/correspondence';
import type { MatchedLine } from '../../server/src/model/lines/matched-line';
import { pairOf } from '../support/pair-of';

const router = (side: number, lines: readonly string[]) => ({
  name: `${side}.cfg`,
  text: [
    '#',
    `sysname R${side}`,
    '#',
    'remote-backup-service core',
    ` peer 10.9.9.${3 - side} source 10.9.9.${side} port 2000`,
    '#',
    ...lines,
    '#',
    'return',
    '',
  ].join('\n'),
});

/** The lines of the second device by those of the first, without their indent. */
async function answers(first: readonly string[], second: readonly string[]): Promise<Record<string, string>> {
  const { pair, workspace } = await pairOf([router(1, first), router(2, second)]);
  const factsOf = (side: 'a' | 'b') => workspace.snapshot(pair[side].file)!.facts;
  const known = correspondenceOf(pair, factsOf);
  const side = pair.a.name === 'R1' ? 'a' : 'b';
  const within = (line: MatchedLine): readonly MatchedLine[] => [line, ...line.lines.flatMap(within)];
  const lines = factsOf(side).flatMap((section) => section.lines.flatMap(within));
  const found = lines.flatMap((line) => {
    const answer = known.lineFor(side, line);
    return answer && first.some((text) => text.trim() === line.text.trim())
      ? [[line.text.trim(), answer.text.trim()]]
      : [];
  });
  return Object.fromEntries(found) as Record<string, string>;
}

const port = 'interface GigabitEthernet0/1/0';
const address = (side: number) => ` ip address 10.1.1.${side} 255.255.255.0`;
const below = (first: readonly string[], second: readonly string[]) =>
  answers([port, address(1), ...first], [port, address(2), ...second]);

test('correspondence: of two lines that are as much alike the first answers, of others the one that is more so', async () => {
  const hosts = await answers(
    ['snmp-agent trap source LoopBack1', 'info-center loghost 10.1.1.1 facility local4'],
    [
      'info-center loghost 10.2.2.2 facility local5',
      'info-center loghost 10.3.3.3 facility local4',
      'info-center loghost 10.4.4.4 facility local4',
    ],
  );
  assert.deepEqual(hosts, {
    'info-center loghost 10.1.1.1 facility local4': 'info-center loghost 10.3.3.3 facility local4',
  });
});

test('correspondence: the same text answers before a likeness, and each line once', async () => {
  const found = await below(
    [' traffic-policy one inbound', ' traffic-policy two inbound'],
    [' traffic-policy two inbound', ' traffic-policy three inbound'],
  );
  assert.equal(found['traffic-policy two inbound'], 'traffic-policy two inbound');
  assert.equal(found['traffic-policy one inbound'], 'traffic-policy three inbound');
});

test('correspondence: what is undone does not answer what is done', async () => {
  const found = await below([' undo shutdown'], [' shutdown']);
  assert.equal(found['undo shutdown'], undefined);
});

test('correspondence: a slip of the pen answers the command that was meant, a whole command is no slip', async () => {
  const slip = await below([' statitic enable'], [' statistic enable']);
  assert.equal(slip['statitic enable'], 'statistic enable');
  const back = await below([' statistic enable'], [' statitic enable']);
  assert.equal(back['statistic enable'], 'statitic enable');
  const whole = await below([' ospf cost 10'], [' isis cost 10']);
  assert.equal(whole['ospf cost 10'], undefined);
});

test('correspondence: among a hundred lines of one command the likeness counts, among more their order', async () => {
  const other = (count: number) =>
    Array.from({ length: count }, (_, index) => `info-center loghost 10.2.0.${index + 1} facility local5`);
  const own = 'info-center loghost 10.1.1.1 facility local4';
  const like = 'info-center loghost 10.3.3.3 facility local4';
  assert.equal((await answers([own], [...other(99), like]))[own], like);
  assert.equal((await answers([own], [...other(100), like]))[own], other(1)[0]);
});

test('correspondence: a value that is not filled in yet answers the one that is', async () => {
  const filled = await below([' traffic-filter inbound acl <number>'], [' traffic-filter inbound acl 3000']);
  assert.equal(filled['traffic-filter inbound acl <number>'], 'traffic-filter inbound acl 3000');
});

test('correspondence: typos are looked for among four thousand couples of lines, and among no more', async () => {
  const unknown = (word: string, count: number) =>
    Array.from(
      { length: count },
      (_, index) => ` ${word} ${'abcdefghij'[index % 10]!}${'klmnopqrst'[Math.floor(index / 10)]!}`,
    );
  const slip = ' statitic enable';
  const meant = ' statistic enable';
  const among = (count: number) => below([slip, ...unknown('first', 39)], [meant, ...unknown('second', count - 1)]);
  assert.equal((await among(100))[slip.trim()], meant.trim());
  assert.equal((await among(101))[slip.trim()], undefined);
});
