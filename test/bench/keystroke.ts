// What a keystroke costs in 100,000 lines, as multiples of what the floor server (floor.ts) takes for the same text in the same
// minutes: the two are asked in turn, round by round. Then a pair of such files, and a burst of 200 edits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { dist, LanguageClient } from '../support/language-client';
import { build, floorCommand, root } from './built';
import { middle, ms, pause, share, table, times } from './figures';
import { carrier, commandRow } from './text';

const rounds = Number(process.env.VRP_BENCH_ROUNDS ?? 40);
const lines = 100_000;

/** A value that is typed, and where. */
interface Edit {
  readonly title: string;
  readonly row: number;
  readonly start: number;
  readonly good: string;
  readonly bad: string;
}

export async function bench(): Promise<void> {
  build();
  const plain = carrier(0, lines);
  const texts: [string, string][] = [
    ['10,000 sections, 1,700 groups and profiles', plain],
    ['the same, with one section of 20,000 lines', withLongSection(plain)],
  ];
  for (const [title, text] of texts) await single(title, text);
  await pair();
  await burst(plain);
}

async function single(title: string, text: string): Promise<void> {
  const rows = text.split('\n');
  console.log(`\n${rows.length - 1} lines, ${(text.length / 1e6).toFixed(1)} MB: ${title}`);
  const parse = await parsed(text);
  const [ours, floor] = [await LanguageClient.start(), await LanguageClient.start({ command: floorCommand() })];
  try {
    ours.open('warm.cfg', carrier(1, 500, 1));
    await ours.until(() => ours.statuses.has(ours.uri('warm.cfg')), 'the first file is checked');
    ours.close('warm.cfg');
    let start = performance.now();
    ours.open('device.cfg', text);
    await ours.until(() => ours.statuses.has(ours.uri('device.cfg')), 'the file is checked');
    const opening = performance.now() - start;
    start = performance.now();
    floor.open('device.cfg', text);
    await floor.until(() => floor.diagnostics.size > 0, 'the floor has published');
    const floorOpening = performance.now() - start;
    const out: string[][] = [['', 'ours p50', 'p95', 'floor p50', 'p95', 'p50 ratio', 'p95 ratio']];
    out.push(['open to first diagnostics', ms(opening), '', ms(floorOpening), '', times(opening / floorOpening), '']);
    for (const edit of edits(rows)) {
      const figures = { fault: [[], []] as number[][], cleared: [[], []] as number[][] };
      for (let round = 0; round < rounds; round++) {
        for (const [index, client] of [ours, floor].entries()) {
          figures.fault[index]!.push(await typed(client, edit, edit.good, edit.bad));
          figures.cleared[index]!.push(await typed(client, edit, edit.bad, edit.good));
        }
      }
      for (const [what, [mine, theirs]] of Object.entries(figures))
        out.push(compared(`${edit.title}: ${what}`, mine!, theirs!, 5, 10));
    }
    for (const method of ['completion', 'hover']) {
      for (const after of [false, true]) {
        const figures: number[][] = [[], []];
        for (let round = 0; round < rounds; round++) {
          const row = commandRow(rows, round / rounds);
          for (const [index, client] of [ours, floor].entries())
            figures[index]!.push(await asked(client, method, row, rows[row]!, after));
        }
        out.push(compared(`${method}${after ? ', first after a key' : ''}`, figures[0]!, figures[1]!, 3));
      }
    }
    table(out);
    console.log(`opening: ${times(opening / parse, 2.5)} the wasm parse of ${ms(parse)}`);
  } finally {
    await ours.stop();
    await floor.stop();
  }
}

function compared(
  title: string,
  mine: readonly number[],
  theirs: readonly number[],
  p50: number,
  p95?: number,
): string[] {
  const [a, b, c, d] = [middle(mine), share(mine, 0.95), middle(theirs), share(theirs, 0.95)];
  return [title, ms(a), ms(b), ms(c), ms(d), times(a / c, p50), times(b / d, p95)];
}

/** A wrong digit in three kinds of lines, somewhere in the middle of the file; the floor knows them too. */
function edits(rows: readonly string[]): Edit[] {
  const find = (title: string, pattern: RegExp, bad: (good: string) => string): Edit => {
    const hits = rows.flatMap((text, row) => (pattern.test(text) ? [row] : []));
    const row = hits[hits.length >> 1]!;
    const [, value] = pattern.exec(rows[row]!)!;
    return { title, row, start: rows[row]!.length - value!.length, good: value!, bad: bad(value!) };
  };
  return [
    find('port of the channel', /^ peer .* port (\d+)$/, (good) => `${good}00`),
    find('delay of a group', /preempt-mode timer delay (\d+)$/, (good) => `${good}00`),
  ];
}

async function typed(client: LanguageClient, { row, start }: Edit, from: string, to: string): Promise<number> {
  const wrong = to.length > from.length;
  const begin = performance.now();
  client.change('device.cfg', {
    range: { start: { line: row, character: start }, end: { line: row, character: start + from.length } },
    text: to,
  });
  await client.until(
    () => client.found('device.cfg').some((one) => one.range.start.line === row) === wrong,
    wrong ? 'the fault is reported' : 'the fault is cleared',
  );
  return performance.now() - begin;
}

async function asked(
  client: LanguageClient,
  method: string,
  row: number,
  text: string,
  afterKey: boolean,
): Promise<number> {
  const end = { line: row, character: text.length };
  if (afterKey) client.change('device.cfg', { range: { start: end, end }, text: '1' });
  const begin = performance.now();
  await client.ask(`textDocument/${method}`, {
    textDocument: { uri: client.uri('device.cfg') },
    position: { line: row, character: Math.max(1, text.lastIndexOf(' ')) },
  });
  const took = performance.now() - begin;
  if (afterKey) {
    client.change('device.cfg', { range: { start: end, end: { ...end, character: end.character + 1 } }, text: '' });
    await pause(60); // a person's next key comes later; what the first one set off is not measured with it
    await client.ask(`textDocument/${method}`, {
      textDocument: { uri: client.uri('device.cfg') },
      position: { line: row, character: 1 },
    });
  }
  return took;
}

/** The port is changed on one device; the finding stands in both files. */
async function pair(): Promise<void> {
  const [a, b] = [carrier(0, lines), carrier(1, lines)];
  const rows = a.split('\n');
  const row = rows.findIndex((text) => text.startsWith(' peer '));
  const good = rows[row]!.split(' ').at(-1)!;
  const edit: Edit = { title: 'port', row, start: rows[row]!.length - good.length, good, bad: `${good}0` };
  const [alone, both] = [await LanguageClient.start(), await LanguageClient.start()];
  try {
    alone.open('device.cfg', a);
    both.open('device.cfg', a);
    both.open('peer.cfg', b);
    await alone.until(() => alone.statuses.has(alone.uri('device.cfg')), 'the file is checked');
    await both.until(
      () => (both.statuses.get(both.uri('peer.cfg')) as { peer?: unknown } | undefined)?.peer !== undefined,
      'the pair is checked',
    );
    const figures: number[][] = [[], []];
    for (let round = 0; round < rounds; round++) {
      // Alone: a port that cannot be, for the same edit. Across the pair: the peer's file is told.
      figures[0]!.push(await typed(alone, edit, edit.good, `${edit.good}00`));
      figures[0]!.push(await typed(alone, edit, `${edit.good}00`, edit.good));
      for (const [from, to, there] of [
        [edit.good, edit.bad, true],
        [edit.bad, edit.good, false],
      ] as const) {
        const begin = performance.now();
        both.change('device.cfg', {
          range: {
            start: { line: row, character: edit.start },
            end: { line: row, character: edit.start + from.length },
          },
          text: to,
        });
        await both.until(
          () => both.found('peer.cfg').some((one) => one.code === 'rbs-port-mismatch') === there,
          'the peer is told',
        );
        figures[1]!.push(performance.now() - begin);
      }
    }
    const [mine, theirs] = figures.map(middle) as [number, number];
    console.log(
      `\na pair of such files: one file alone p50 ${ms(mine)}, the peer's findings p50 ${ms(theirs)}, p95 ${ms(share(figures[1]!, 0.95))}: ${times(theirs / mine, 2)}`,
    );
  } finally {
    await alone.stop();
    await both.stop();
  }
}

async function burst(text: string): Promise<void> {
  const client = await LanguageClient.start({
    command: [process.execPath, '--import', join(__dirname, 'loop-watch.mjs'), join(dist, 'server.js'), '--stdio'],
  });
  try {
    const rows = text.split('\n');
    client.open('device.cfg', text);
    const uri = client.uri('device.cfg');
    await client.until(() => client.statuses.has(uri), 'the file is checked');
    const blocked = async () => {
      client.log = '';
      process.kill(client.pid, 'SIGUSR2');
      // No long wait: an idle V8 would collect garbage, and that block would count as one of typing.
      for (let wait = 0; wait < 100 && !client.log.includes('blocked'); wait++) await pause(20);
      return Number(/blocked ([\d.]+)/.exec(client.log)?.[1]);
    };
    for (let key = 0; key < 20; key++)
      await asked(client, 'hover', commandRow(rows, key / 40), rows[commandRow(rows, key / 40)]!, true);
    await blocked();
    for (let key = 20; key < 40; key++)
      await asked(client, 'completion', commandRow(rows, key / 40), rows[commandRow(rows, key / 40)]!, true);
    const typing = await blocked();
    const edit = edits(rows)[0]!;
    client.heard.length = 0;
    const begin = performance.now();
    const answers: Promise<unknown>[] = [];
    for (let key = 0; key < 200; key++) {
      const text = key % 2 === 0 ? [edit.good, `${edit.good}00`] : [`${edit.good}00`, edit.good];
      client.change('device.cfg', {
        range: {
          start: { line: edit.row, character: edit.start },
          end: { line: edit.row, character: edit.start + text[0]!.length },
        },
        text: text[1]!,
      });
      if (key % 20 === 10)
        answers.push(
          client.ask('textDocument/hover', {
            textDocument: { uri },
            position: { line: edit.row, character: edit.start },
          }),
        );
    }
    client.change('device.cfg', {
      range: {
        start: { line: edit.row, character: edit.start },
        end: { line: edit.row, character: edit.start + edit.good.length },
      },
      text: `${edit.good}00`,
    });
    await client.until(
      () => client.found('device.cfg').some((one) => one.range.start.line === edit.row),
      'the burst is checked',
    );
    const took = performance.now() - begin;
    await Promise.all(answers);
    const published = client.heard.filter(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri,
    ).length;
    console.log(
      `\na burst of 201 edits with ${answers.length} requests between them: findings after ${ms(took)}, ${published} publication${published === 1 ? '' : 's'}, longest block of the loop ${ms(await blocked())}; while typing single keys ${ms(typing)} (target 50 ms)`,
    );
  } finally {
    await client.stop();
  }
}

/** The median of three parses by the wasm parser alone. */
export async function parsed(...texts: readonly string[]): Promise<number> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(join(root, 'tree-sitter-vrp/tree-sitter-vrp.wasm'))));
  const taken = Array.from({ length: 3 }, () => {
    const start = performance.now();
    for (const text of texts) parser.parse(text)!.delete();
    return performance.now() - start;
  });
  return middle(taken);
}

/** One ACL of 20,000 rules in the middle, for as many lines less at the end. */
function withLongSection(text: string): string {
  const rows = text.split('\n');
  const middle = rows.indexOf('#', rows.length >> 1);
  const cut = rows.indexOf('#', rows.length - 20_000);
  const list = Array.from(
    { length: 20_000 },
    (_, n) => ` rule ${n * 5} permit ip source 10.${(n >> 8) & 255}.${n & 255}.0 0.0.0.255`,
  );
  return [...rows.slice(0, middle + 1), 'acl number 3999', ...list, ...rows.slice(middle, cut + 1), 'return', ''].join(
    '\n',
  );
}
