// How long the rehearsal panel needs to follow an edit: from the typed change of one file of a pair of about 2,000 lines each to
// the answer of the built server over stdio, and then the page's own drawing in a headless Chromium where there is one. Target:
// both together under 100 ms. Beside it stands what the answer costs the main thread of the server: on a machine that is shared the
// seconds of the clock are those of others.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { FailoverResult } from '../../server/src/lsp/protocol';
import { LanguageClient } from '../support/language-client';
import { deviceOfGroups } from './many-groups';

const root = resolve(__dirname, '../..');
const rounds = 40;
const target = 100;

/** Prints one row for each number of virtual routers: answer, drawing and both at p50 and p95. */
export async function bench(): Promise<void> {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  console.log(
    'lines      groups   events       answer p50         p95     its CPU p50         p95     drawing p50         p95     both p95',
  );
  for (const groups of [1, 10, 40]) {
    const [one, two] = [deviceOfGroups(2000, groups, 1), deviceOfGroups(2000, groups, 2)];
    const client = await LanguageClient.start();
    const page = await failoverPage();
    try {
      client.open('One.cfg', one);
      client.open('Two.cfg', two);
      await client.until(
        () => (client.statuses.get(client.uri('Two.cfg')) as { peer?: unknown } | undefined)?.peer !== undefined,
        'the pair is found',
      );
      const uris = [client.uri('One.cfg'), client.uri('Two.cfg')];
      const row = one.split('\n').findIndex((line) => line.includes('priority 150'));
      const column = one.split('\n')[row]!.indexOf('150');
      const answers: number[] = [];
      const processor: number[] = [];
      const drawings: number[] = [];
      let events = 0;
      for (let round = -5; round < rounds; round++) {
        const start = performance.now();
        const busy = processorTime(client.pid);
        client.change('One.cfg', {
          range: { start: { line: row, character: column }, end: { line: row, character: column + 3 } },
          text: String(140 + ((round + 5) % 20)),
        });
        const result = await client.ask<FailoverResult>('vrp/failover', {
          uris,
          events: ['device-down:One@0', 'device-up:One@3600'],
        });
        const answered = performance.now() - start;
        const used = processorTime(client.pid) - busy;
        events = result.matrix.length;
        const drawn = await page?.draw(result);
        if (round < 0) continue;
        answers.push(answered);
        processor.push(used);
        if (drawn !== undefined) drawings.push(drawn);
        await new Promise((done) => setTimeout(done, 50)); // the check behind the change is no part of the next round
      }
      const worst = share(answers, 0.95) + (drawings.length > 0 ? share(drawings, 0.95) : 0);
      const drawn =
        drawings.length > 0 ? `${ms(share(drawings, 0.5))}  ${ms(share(drawings, 0.95))}` : '    no Chromium here    ';
      console.log(
        `${String(one.split('\n').length - 1).padEnd(10)} ${String(groups).padStart(6)} ${String(events).padStart(8)}     ${ms(share(answers, 0.5))}  ${ms(share(answers, 0.95))}      ${ms(share(processor, 0.5))}  ${ms(share(processor, 0.95))}      ${drawn}   ${ms(worst)}     ${target} ms: ${worst < target ? 'met' : 'missed'}`,
      );
    } finally {
      await page?.close();
      await client.stop();
    }
  }
}

interface Page {
  /** Milliseconds of one redraw, layout included. */
  draw(result: FailoverResult): Promise<number>;
  close(): Promise<void>;
}

async function failoverPage(): Promise<Page | undefined> {
  const executablePath = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path && existsSync(path));
  if (!executablePath) return undefined;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 800, height: 1000 } });
  const file = (name: string) => readFileSync(join(root, 'dist/webview', name), 'utf8');
  await page.setContent(
    `<html><head><style>${file('failover.css')}</style></head><body class="vscode-dark"><main id="page"></main></body></html>`,
  );
  await page.evaluate('globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} })');
  await page.addScriptTag({ content: file('failover.js') });
  return {
    draw: (result) =>
      page.evaluate(
        (shown) => {
          const start = performance.now();
          window.dispatchEvent(new MessageEvent('message', { data: shown }));
          void document.body.offsetHeight;
          return performance.now() - start;
        },
        { subject: {}, shown: { rehearsal: result } },
      ),
    close: () => browser.close(),
  };
}

/** Milliseconds for which the main thread of a process has run; none where the system does not tell. */
function processorTime(pid: number): number {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : 0;
}

function share(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)]!;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`.padStart(10);
}
