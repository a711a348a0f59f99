// Fleets of pairs, 500 lines a device: the command line cold, with one and two workers, and warm from its cache, beside the wasm parse
// of all files; then an editor on a workspace of 2,000 devices beside one of two.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageClient } from '../support/language-client';
import { build, place, root } from './built';
import { middle, ms, table, times } from './figures';
import { parsed } from './keystroke';
import { carrier } from './text';

const sizes = (process.env.VRP_BENCH_FLEETS ?? '20,2000,10000').split(',').map(Number);
const lines = 500;

export async function bench(): Promise<void> {
  build();
  const out: string[][] = [
    [
      'devices',
      'wasm parse of all',
      'cold, 1 job',
      'cold, 2 jobs',
      'of parse / 2',
      'a device',
      'memory',
      'warm',
      'faster',
    ],
  ];
  for (const size of sizes) out.push(await commandLine(size));
  table(out);
  console.log(
    'targets: cold with two jobs 2 x the parse divided by 2; a device costs at most 1.1 x at 10,000 what it costs at 2,000; under 1.5 GB; warm 10 x faster',
  );
  await editor(Math.min(2000, Math.max(...sizes)));
}

async function commandLine(size: number): Promise<string[]> {
  const folder = fleet(size);
  // What all files take is told from a hundred of them: they are alike.
  const sample = Array.from({ length: Math.min(size, 100) }, (_, index) =>
    carrier((index & 1) as 0 | 1, lines, index >> 1),
  );
  const parse = (await parsed(...sample)) * (size / sample.length);
  const cache = join(place, `cache-${size}`);
  rmSync(cache, { recursive: true, force: true });
  const run = (...args: string[]) => {
    const start = performance.now();
    const done = spawnSync(
      '/usr/bin/env',
      [
        'bash',
        '-c',
        'command time -f "%M" "$@" 2>&1 >/dev/null',
        'bash',
        process.execPath,
        join(root, 'dist/cli.js'),
        'check',
        folder,
        '--format',
        'json',
        '--fail-level',
        'off',
        ...args,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    return {
      took: performance.now() - start,
      memory: Number(/^(\d+)\s*$/m.exec(done.stdout)?.[1]) * 1024,
      code: done.status,
    };
  };
  const one = size > 2000 ? undefined : run('--jobs', '1');
  const two = run('--jobs', '2');
  run('--jobs', '2', '--cache', cache);
  const warm = middle([run('--cache', cache).took, run('--cache', cache).took, run('--cache', cache).took]);
  rmSync(cache, { recursive: true, force: true });
  return [
    String(size),
    ms(parse),
    one ? ms(one.took) : '-',
    ms(two.took),
    times(two.took / (parse / 2), 2),
    ms(two.took / size),
    Number.isNaN(two.memory) ? '-' : `${(two.memory / 1e6).toFixed(0)} MB`,
    ms(warm),
    times(two.took / warm),
  ];
}

/** An editor opens one file of the workspace and types in it while the rest is read. */
async function editor(size: number): Promise<void> {
  const figures: number[] = [];
  for (const devices of [2, size]) {
    const folder = fleet(devices);
    const file = pathToFileURL(join(folder, 'site-0', 'A.cfg')).href;
    const text = readFileSync(join(folder, 'site-0', 'A.cfg'), 'utf8');
    const client = await LanguageClient.start({ workspace: folder });
    try {
      const rows = text.split('\n');
      const row = rows.findIndex((one) => one.startsWith(' peer '));
      const good = rows[row]!.length;
      const start = performance.now();
      client.notify('textDocument/didOpen', {
        textDocument: {
          uri: file,
          languageId: 'vrp',
          version: 1,
          text: `${rows.slice(0, row).join('\n')}\n${rows[row]}00\n${rows.slice(row + 1).join('\n')}`,
        },
      });
      await client.until(() => (client.diagnostics.get(file)?.length ?? 0) > 0, 'the open file is checked', 120_000);
      const first = performance.now() - start;
      await client.until(
        () =>
          client.heard.some(
            ({ method, params }) =>
              method === '$/progress' && (params as { value: { kind: string } }).value.kind === 'end',
          ),
        'all is read',
        300_000,
      );
      const all = performance.now() - start;
      const reports = client.heard.filter(({ method }) => method === '$/progress').length;
      await client.until(
        () => (client.statuses.get(file) as { peer?: unknown } | undefined)?.peer !== undefined,
        'the pair is found',
        120_000,
      );
      const taken: number[] = [];
      for (let round = 0; round < 60; round++) {
        const wrong = round % 2 === 1;
        const begin = performance.now();
        client.notify('textDocument/didChange', {
          textDocument: { uri: file, version: round + 2 },
          contentChanges: [
            wrong
              ? { range: { start: { line: row, character: good }, end: { line: row, character: good } }, text: '00' }
              : { range: { start: { line: row, character: good }, end: { line: row, character: good + 2 } }, text: '' },
          ],
        });
        await client.until(
          () => (client.diagnostics.get(file) ?? []).some((one) => one.range.start.line === row) === wrong,
          'the edit is checked',
        );
        taken.push(performance.now() - begin);
      }
      figures.push(middle(taken.slice(10)));
      console.log(
        `workspace of ${devices} devices: the open file's findings after ${ms(first)}, all read after ${ms(all)} with ${reports} reports of progress, an edit p50 ${ms(figures.at(-1)!)}`,
      );
    } finally {
      await client.stop();
    }
  }
  console.log(`an edit in the large workspace beside the small one: ${times(figures[1]! / figures[0]!, 1.1)}`);
}

/** The files are made once and kept: they are the same each time. */
function fleet(size: number): string {
  const folder = join(place, `fleet-${size}`);
  if (existsSync(join(folder, 'whole'))) return folder;
  for (let site = 0; site < size / 2; site++) {
    const at = join(folder, `site-${site}`);
    mkdirSync(at, { recursive: true });
    for (const own of [0, 1] as const) writeFileSync(join(at, `${'AB'[own]}.cfg`), carrier(own, lines, site));
  }
  writeFileSync(join(folder, 'whole'), '');
  return folder;
}
