// Language servers of other languages beside ours in the same minutes: each gets a file of its own language with as many lines, a
// fault is typed and taken back, and the time to the diagnostics that follow is told. They are installed on first use, beside the
// project and not as a part of it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import manifest from '../../package.json';
import { everything, LanguageClient } from '../support/language-client';
import { build, floorCommand, root } from './built';
import { middle, ms, share, table, times } from './figures';
import { carrier } from './text';

const rounds = Number(process.env.VRP_BENCH_PEER_ROUNDS ?? 10);
/** So long each is typed at before it counts: what a server does on its first keys is not what it does all day. */
const warm = 5_000;
const sizes = (process.env.VRP_BENCH_PEER_LINES ?? '10000,100000').split(',').map(Number);
const home = join(root, '.workbench/bench-peers');
/** How long one answer may take, and how long one server may keep the others waiting: then it gets fewer rounds. */
const patience = 60_000;
const turn = 300_000;

interface Peer {
  readonly title: string;
  /** The package it comes from; ours and the floor have none. */
  readonly from?: string;
  readonly command: readonly string[];
  readonly file: string;
  readonly language: string;
  /** It is asked for diagnostics after every change, as VS Code asks it: pushed, they come behind a fixed delay. */
  readonly pulled?: boolean;
  readonly settings?: object;
  text(lines: number): string;
  /** A row of the middle, and what stands at its end when it is wrong. */
  readonly row: RegExp;
  readonly wrong: string;
}

interface Figures {
  readonly size: number;
  readonly opened: number;
  readonly faults: readonly number[];
  readonly cleared: readonly number[];
}

export async function bench(): Promise<void> {
  build();
  install('bash-language-server', 'vscode-langservers-extracted', 'yaml-language-server');
  const out: string[][] = [
    [
      'server',
      'version',
      'lines',
      'size',
      'open to answer',
      'fault p50',
      'p95',
      'cleared p50',
      'p95',
      'fault, of ours',
      'of the floor',
    ],
  ];
  for (const lines of sizes) {
    const known = new Map<string, number>();
    const of = (fault: number, other: string) => (known.has(other) ? times(fault / known.get(other)!) : '');
    for (const peer of servers()) {
      const version = peer.from === undefined ? manifest.version : versionOf(peer.from);
      let cells: string[];
      try {
        const { size, opened, faults, cleared } = await measured(peer, lines);
        const fault = middle(faults);
        known.set(peer.title, fault);
        cells = [
          `${(size / 1e6).toFixed(1)} MB`,
          ms(opened),
          ms(fault),
          ms(share(faults, 0.95)),
          ms(middle(cleared)),
          ms(share(cleared, 0.95)),
          of(fault, 'vrp'),
          of(fault, 'the floor'),
        ];
      } catch (error) {
        cells = ['', (error as Error).message.split('\n')[0]!.replace('waited in vain: ', ''), '', '', '', '', '', ''];
      }
      out.push([peer.title, version, String(lines), ...cells]);
      console.log(`  ${out.at(-1)!.join('  ')}`); // a slow one must not keep back what is known
    }
  }
  table(out);
}

function servers(): Peer[] {
  const bin = (name: string) => join(home, 'node_modules/.bin', name);
  const ours = {
    file: 'device.cfg',
    language: 'vrp',
    text: (lines: number) => carrier(0, lines),
    row: /preempt-mode timer delay \d+$/,
    wrong: '0000',
  };
  const script = {
    from: 'bash-language-server',
    command: [bin('bash-language-server'), 'start'],
    file: 'script.sh',
    language: 'shellscript',
    text: bash,
    row: /echo "\$mask"$/,
    wrong: '; . "$mask"',
  };
  const checker = spawnSync('shellcheck', ['--version'], { encoding: 'utf8' }).stdout as string | null;
  return [
    { title: 'the floor', command: floorCommand(), ...ours },
    { title: 'vrp', command: [process.execPath, join(root, 'dist/server.js'), '--stdio'], ...ours },
    {
      title: 'json',
      from: 'vscode-langservers-extracted',
      command: [bin('vscode-json-language-server'), '--stdio'],
      file: 'data.json',
      language: 'json',
      pulled: true,
      text: json,
      row: /"mtu": \d+$/,
      wrong: ' 7',
    },
    {
      title: 'css',
      from: 'vscode-langservers-extracted',
      command: [bin('vscode-css-language-server'), '--stdio'],
      file: 'style.css',
      language: 'css',
      pulled: true,
      settings: { lint: {} },
      text: css,
      row: /margin: \d+px$/,
      wrong: ' {',
    },
    {
      title: 'yaml',
      from: 'yaml-language-server',
      command: [bin('yaml-language-server'), '--stdio'],
      file: 'data.yaml',
      language: 'yaml',
      text: yaml,
      row: /mtu: \d+$/,
      wrong: ': 7',
    },
    // By itself it reports only files that it cannot follow; what it says beyond that comes from ShellCheck, where there is one.
    { title: 'bash', ...script, settings: { shellcheckPath: '', enableSourceErrorDiagnostics: true } },
    ...(checker ? [{ title: `bash with ShellCheck ${/version: (.*)/.exec(checker)?.[1]}`, ...script }] : []),
  ];
}

async function measured(peer: Peer, lines: number): Promise<Figures> {
  const text = peer.text(lines);
  const rows = text.split('\n');
  const hits = rows.flatMap((one, row) => (peer.row.test(one) ? [row] : []));
  const row = hits[hits.length >> 1]!;
  const behind = { line: row, character: rows[row]!.length };
  const client = await LanguageClient.start({
    command: peer.command,
    capabilities: peer.pulled
      ? { ...everything, textDocument: { ...everything.textDocument, diagnostic: {} } }
      : everything,
    configuration: () => peer.settings,
  });
  try {
    const uri = client.uri(peer.file);
    /** From the last change to an answer that holds the fault, or does not. */
    const answered = async (wrong: boolean, begin: number) => {
      const holds = (list: readonly Diagnostic[]) =>
        list.some(({ range }) => range.start.line <= row && row <= range.end.line) === wrong;
      const what = `${wrong ? 'the fault is not reported' : 'the fault is not cleared'} in ${patience / 1000} s`;
      if (peer.pulled) {
        const { items } = await client.ask<{ items: Diagnostic[] }>(
          'textDocument/diagnostic',
          { textDocument: { uri } },
          patience,
        );
        if (!holds(items)) throw new Error(`the answer is not about the newest text: ${what}`);
      } else {
        await client.until(() => holds(client.found(peer.file)), what, patience);
      }
      return performance.now() - begin;
    };
    let begin = performance.now();
    client.open(peer.file, text, peer.language);
    if (!peer.pulled)
      await client.until(
        () => client.diagnostics.has(uri) || client.statuses.has(uri),
        `no answer in ${patience / 1000} s`,
        patience,
      );
    const opened = await answered(false, begin);
    const faults: number[] = [];
    const cleared: number[] = [];
    const [counted, end] = [performance.now() + warm, performance.now() + turn];
    while (faults.length < rounds && (faults.length === 0 || performance.now() < end)) {
      begin = performance.now();
      client.change(peer.file, { range: { start: behind, end: behind }, text: peer.wrong });
      const fault = await answered(true, begin);
      begin = performance.now();
      client.change(peer.file, {
        range: { start: behind, end: { ...behind, character: behind.character + peer.wrong.length } },
        text: '',
      });
      const clear = await answered(false, begin);
      if (performance.now() < counted) continue;
      faults.push(fault);
      cleared.push(clear);
    }
    return { size: text.length, opened, faults, cleared };
  } finally {
    await client.stop();
  }
}

function install(...packages: string[]): void {
  if (packages.every((name) => existsSync(join(home, 'node_modules', name)))) return;
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, 'package.json'))) writeFileSync(join(home, 'package.json'), '{"private":true}\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], {
    cwd: home,
    stdio: 'inherit',
  });
}

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;
}

/** Blocks of ten lines, as a carrier's file has them. */
function blocks(lines: number, block: (n: number) => readonly string[]): string[] {
  const rows: string[] = [];
  for (let n = 0; rows.length < lines; n++) rows.push(...block(n));
  return rows;
}

function json(lines: number): string {
  const rows = blocks(lines, (n) => [
    `  "port-${n}": {`,
    `    "description": "customer ${n}",`,
    '    "enabled": true,',
    `    "vlan": ${n % 4000},`,
    `    "address": "10.0.${n & 255}.1",`,
    '    "mask": 24,',
    '    "arp": 1200,',
    '    "urpf": "strict",',
    '    "mtu": 1500',
    '  },',
  ]);
  return `{\n${rows.join('\n')}\n  "last": 0\n}\n`;
}

function yaml(lines: number): string {
  return `${blocks(lines, (n) => [`port-${n}:`, `  description: customer ${n}`, '  enabled: true', `  vlan: ${n % 4000}`, `  address: 10.0.${n & 255}.1`, '  mask: 24', '  arp: 1200', '  urpf: strict', '  queue: 4', '  mtu: 1500']).join('\n')}\n`;
}

function css(lines: number): string {
  return `${blocks(lines, (n) => [`.port-${n} {`, '  color: red;', '  display: block;', `  width: ${n % 400}px;`, '  height: 10px;', '  padding: 2px;', '  border: 1px solid black;', '  overflow: hidden;', '  margin: 4px', '}']).join('\n')}\n`;
}

function bash(lines: number): string {
  return `#!/bin/bash\n${blocks(lines, (n) => [`port_${n}() {`, `  local description="customer ${n}"`, `  local vlan=${n % 4000}`, '  if [ -n "$description" ]; then', '    echo "$description" "$vlan"', '  fi', '  local mask=24', '  echo "$mask"', '}', `port_${n}`]).join('\n')}\n`;
}
