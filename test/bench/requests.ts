// How long completion, hover and signature help take through the built server over stdio, at places all over a long file: as
// the file stands, and as the first question after a typed character. Targets at p95: 10 ms in 10,000 lines, 25 ms in 100,000.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { LanguageClient } from '../support/language-client';
import { configuration } from './text';

const methods = ['completion', 'hover', 'signatureHelp'] as const;
const questions = 40;
const target: Readonly<Record<number, number>> = { 10_000: 10, 100_000: 25 };

/** Prints one row a file and request: p50 and p95 in ms, as it stands and after a keystroke, and whether p95 meets its target. */
export async function bench(): Promise<void> {
  execFileSync(process.execPath, [join(__dirname, '../../scripts/build.mjs')], { stdio: 'inherit' });
  console.log('lines     request            p50         p95     after a key: p50         p95     target');
  for (const [lines, limit] of Object.entries(target).map(([key, value]) => [Number(key), value] as const)) {
    const text = configuration(lines);
    const rows = text.split('\n');
    const places = spread(rows);
    const client = await LanguageClient.start();
    try {
      const textDocument = { uri: client.uri('device.cfg') };
      client.open('device.cfg', text);
      await client.until(() => client.statuses.has(textDocument.uri), 'the file is checked');
      for (const method of methods) {
        const ask = async ({ row, character }: Place): Promise<number> => {
          const start = performance.now();
          await client.ask(`textDocument/${method}`, { textDocument, position: { line: row, character } });
          return performance.now() - start;
        };
        for (const place of places.slice(0, 10)) await ask(place);
        const still: number[] = [];
        for (const place of places) still.push(await ask(place));
        const typed: number[] = [];
        for (const place of places) {
          const end = { line: place.row, character: rows[place.row]!.length };
          client.change('device.cfg', { range: { start: end, end }, text: '1' });
          typed.push(await ask(place));
          client.change('device.cfg', {
            range: { start: end, end: { ...end, character: end.character + 1 } },
            text: '',
          });
          await pause(30); // a person's next key comes later; what the first one set off is not measured with it
          await ask(place);
        }
        const verdict = (values: readonly number[]) => (share(values, 0.95) < limit ? 'met' : 'missed');
        console.log(
          `${String(lines).padEnd(9)} ${method.padEnd(13)} ${ms(share(still, 0.5))}  ${ms(share(still, 0.95))}         ${ms(share(typed, 0.5))}  ${ms(share(typed, 0.95))}     ${limit} ms: ${verdict(still)}, after a key ${verdict(typed)}`,
        );
      }
    } finally {
      await client.stop();
    }
  }
}

interface Place {
  readonly row: number;
  readonly character: number;
}

/** Word starts and line ends of commands, evenly over the file and without chance. */
function spread(rows: readonly string[]): Place[] {
  const commands = rows.flatMap((text, row) => (/^ ?[a-z]/.test(text) ? [row] : []));
  return Array.from({ length: questions }, (_, index) => {
    const row = commands[Math.floor((index * commands.length) / questions)]!;
    const starts = [...rows[row]!.matchAll(/\S+|$/g)].map((word) => word.index);
    return { row, character: starts[index % starts.length]! };
  });
}

function share(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)]!;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`.padStart(10);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
