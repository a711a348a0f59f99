// How long a typed fault takes to its diagnostic, and its removal to the clearing, through the built server over stdio, as a
// share of the first check of that file. Target: under 5 %.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import { LanguageClient } from '../support/language-client';

const rounds = 40;
const good = '7011';
const bad = '70110';

export async function bench(): Promise<void> {
  execFileSync(process.execPath, [join(__dirname, '../../scripts/build.mjs')], { stdio: 'inherit' });
  console.log('lines     first check   fault p50   share   cleared p50   share');
  for (const lines of [1000, 10_000, 100_000]) {
    const { text, row } = device(lines);
    const column = text.split('\n')[row]!.length - good.length;
    const client = await LanguageClient.start();
    try {
      // The parser is loaded and warm before anything is timed.
      client.open('warm.cfg', device(200).text);
      await client.until(() => client.diagnostics.size > 0 || client.statuses.size > 0, 'the first file is checked');
      const reported = (list: readonly Diagnostic[]) => list.some((one) => one.range.start.line === row);
      let start = performance.now();
      client.open('device.cfg', text);
      await client.until(() => client.statuses.has(client.uri('device.cfg')), 'the file is checked');
      const first = performance.now() - start;
      const faults: number[] = [];
      const clears: number[] = [];
      for (let round = 0; round < rounds; round++) {
        start = performance.now();
        client.change('device.cfg', { range: span(row, column, column + good.length), text: bad });
        await client.until(() => reported(client.found('device.cfg')), 'the fault is reported');
        faults.push(performance.now() - start);
        start = performance.now();
        client.change('device.cfg', { range: span(row, column, column + bad.length), text: good });
        await client.until(() => !reported(client.found('device.cfg')), 'the fault is cleared');
        clears.push(performance.now() - start);
      }
      const share = (value: number) => `${((value / first) * 100).toFixed(1)} %`.padStart(7);
      const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
      console.log(
        `${String(lines).padEnd(9)} ${ms(first)}  ${ms(middle(faults))} ${share(middle(faults))}    ${ms(middle(clears))} ${share(middle(clears))}`,
      );
    } finally {
      await client.stop();
    }
  }
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function span(line: number, start: number, end: number) {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** A broadband router of about so many lines; `row` is the line of its backup channel. */
function device(lines: number): { text: string; row: number } {
  const rows = ['#', 'sysname Big', '#'];
  for (let index = 0; rows.length < lines; index++) {
    if (rows.length >= lines / 2 && !rows.includes('remote-backup-service core')) {
      rows.push(
        'interface LoopBack0',
        ' ip address 10.255.0.1 255.255.255.255',
        '#',
        'remote-backup-service core',
        ` peer 10.255.0.2 source 10.255.0.1 port ${good}`,
        '#',
      );
    }
    const [slot, card, vlan] = [index >> 12, (index >> 8) & 15, index & 255];
    rows.push(
      `interface GigabitEthernet${slot}/${card}/1.${vlan}`,
      ` description subscriber ${index}`,
      ` vlan-type dot1q ${vlan + 1}`,
      ` ip address 10.${slot * 16 + card}.${vlan}.1 255.255.255.0`,
      ' statistic enable',
      '#',
    );
  }
  rows.push('return', '');
  return { text: rows.join('\n'), row: rows.findIndex((row) => row.startsWith(' peer 10.255.0.2')) };
}
