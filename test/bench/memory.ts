// What the server holds of 100,000 lines: once they are open, once it has made ready what edits and questions need, and over 10,000
// edits that are each checked: a digit, a line, a section, typed and taken back, and a line taken away and put back, all over the
// file and with a new text each time. RSS as it stands holds garbage that nobody asked to be collected yet; behind it stands what
// is left after a forced collection.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, LanguageClient } from '../support/language-client';
import { build } from './built';
import { table, times } from './figures';
import { carrier, commandRow } from './text';

const edits = Number(process.env.VRP_BENCH_EDITS ?? 10_000);
const patience = 120_000;

interface Held {
  /** As it stood, and after the collection. */
  readonly raw: number;
  readonly rss: number;
  readonly heapUsed: number;
  /** WebAssembly's memory and buffers. */
  readonly external: number;
}

export async function bench(): Promise<void> {
  build();
  const text = carrier(0, 100_000);
  const rows = text.split('\n');
  const client = await LanguageClient.start({
    command: [
      process.execPath,
      '--expose-gc',
      '--import',
      join(__dirname, 'memory-watch.mjs'),
      join(dist, 'server.js'),
      '--stdio',
    ],
    initializationOptions: { views: true },
  });
  try {
    const asItStands = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${client.pid}/status`, 'utf8'))?.[1]) * 1024;
    const held = async (): Promise<Held> => {
      const raw = asItStands();
      client.log = '';
      process.kill(client.pid, 'SIGUSR2');
      while (!/held .*\n/.test(client.log)) await new Promise((done) => setTimeout(done, 50));
      return { raw, ...(JSON.parse(/held (.*)\n/.exec(client.log)![1]!) as Omit<Held, 'raw'>) };
    };
    const checked = async (act: () => void) => {
      client.heard.length = 0;
      act();
      await client.until(
        () => client.heard.some(({ method }) => method === 'vrp/checked'),
        'the file is checked',
        patience,
      );
    };
    const start = await held();
    await checked(() => client.open('device.cfg', text));
    const out: string[][] = [['', 'RSS', 'of the text', 'RSS, collected', 'of the text', 'heap', 'buffers and wasm']];
    const tell = (title: string, now: Held) => {
      out.push([
        title,
        mega(now.raw),
        times(now.raw / text.length),
        mega(now.rss),
        times(now.rss / text.length),
        mega(now.heapUsed),
        mega(now.external),
      ]);
      console.log(`  ${out.at(-1)!.join('  ')}`);
    };
    tell('started', start);
    const opened = asItStands();
    out.push(['opened', mega(opened), times(opened / text.length), '', '', '', '']);
    // It answers when nothing is left to do.
    await client.request('textDocument/hover', {
      textDocument: { uri: client.uri('device.cfg') },
      position: { line: 0, character: 0 },
    });
    const ready = await held();
    tell('ready', ready);
    let last = ready;
    for (let edit = 0; edit < edits; edit += 2) {
      const row = commandRow(rows, ((edit / 2) % 97) / 97);
      const [there, back] = pairOfEdits(rows, row, edit);
      for (const change of [there, back]) await checked(() => client.change('device.cfg', change));
      if ((edit + 2) % Math.max(edits / 10, 2) === 0) tell(`after ${edit + 2} edits`, (last = await held()));
    }
    table(out);
    console.log(
      `${(text.length / 1e6).toFixed(1)} MB of text: opened ${times(opened / text.length, 40)}, ready ${times(ready.raw / text.length, 40)}, collected ${times(ready.rss / text.length, 40)}; after ${edits} edits beside ready ${times(last.raw / ready.raw, 1.1)}, collected ${times(last.rss / ready.rss, 1.1)}`,
    );
  } finally {
    await client.stop();
  }
}

interface Change {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

function pairOfEdits(rows: readonly string[], row: number, edit: number): [Change, Change] {
  const end = rows[row]!.length;
  const at = (line: number, character: number) => ({ line, character });
  const typed = (text: string, added: number): [Change, Change] => [
    { range: { start: at(row, end), end: at(row, end) }, text },
    {
      range: {
        start: at(row, end),
        end: added === 0 ? at(row, end + text.length) : at(row + added, text.length - text.lastIndexOf('\n') - 1),
      },
      text: '',
    },
  ];
  if (edit % 8 === 0) return typed(String(edit), 0);
  if (edit % 8 === 2) return typed(`\n description typed-${edit}`, 1);
  if (edit % 8 === 4)
    return typed(
      `\n#\ninterface GigabitEthernet0/3/0.${edit}\n vlan-type dot1q ${(edit % 4000) + 1}\n ip address 10.200.${edit >> 8}.1 255.255.255.0`,
      4,
    );
  return [
    { range: { start: at(row, 0), end: at(row + 1, 0) }, text: '' },
    { range: { start: at(row, 0), end: at(row, 0) }, text: `${rows[row]!}\n` },
  ];
}

function mega(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
